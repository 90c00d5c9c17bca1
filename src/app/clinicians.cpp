// SPDX-License-Identifier: MIT
#include "app/clinicians.h"

#include <fmt/format.h>

#include <cctype>

#include "app/patient_text.h"
#include "app/shown_words.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

// A window sets none on purpose: without one whoever has the file reads every record. Who wants
// that has "kinescript-cli clinician passphrase".
void check(const Passphrase& first, const Passphrase& again) {
  if (first.empty())
    throw Error(ErrorKind::usage, "",
                tr("Choose a passphrase: four words that only you put together are good."));
  require_same(first, again);
}

}  // namespace

void require_same(const Passphrase& first, const Passphrase& again) {
  if (!(first == again))
    throw Error(ErrorKind::usage, "", tr("The two passphrases differ. Write them again."));
}

std::string usual_login(const std::string& name) {
  const auto parts = split_words(lower_ascii(name));
  std::string login;
  for (const char c : parts.empty() ? std::string() : parts.front())
    if (static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)))
      login += c;
  return login.empty() ? "clinician" : login;
}

Clinician add_clinician(Session& session, const NewClinician& typed, const Passphrase& first,
                        const Passphrase& again) {
  session.require(Right::administer);
  Clinician fresh;
  fresh.name = read_name(typed.name, tr("The clinician's name"));
  fresh.login =
      typed.login.empty() ? usual_login(fresh.name) : read_name(typed.login, tr("The login"));
  fresh.role = typed.role;
  check(first, again);
  return session.store.add_clinician(session.actor, fresh, first.text(), session.workspace.clock());
}

void disable_clinician(Session& session, const ClinicianId& clinician) {
  session.require(Right::administer);
  if (clinician == session.actor.id)
    throw Error(
        ErrorKind::usage, "",
        tr("You have the clinic file open yourself. Another administrator can disable you."));
  session.store.disable_clinician(session.actor, clinician, session.workspace.clock());
}

void change_passphrase(Session& session, const ClinicianId& clinician, const Passphrase& first,
                       const Passphrase& again) {
  if (clinician != session.actor.id) session.require(Right::administer);
  check(first, again);
  session.store.set_passphrase(session.actor, clinician, first.text(), session.workspace.clock());
}

std::string clinician_line(const Session& session, const Clinician& clinician) {
  std::string line =
      fmt::format("{} ({}) · {}", clinician.name, clinician.login, shown(word(clinician.role)));
  if (clinician.disabled)
    line += " · " + tr("disabled");
  else if (!session.store.needs_passphrase(clinician.id))
    line += " · " + tr("no passphrase");
  return clinician.id == session.actor.id ? line + " · " + tr("you") : line;
}

}  // namespace kinescript
