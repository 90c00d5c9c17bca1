// SPDX-License-Identifier: MIT
// clinician add | list | passphrase | disable | recover
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/patient_text.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/context.h"

namespace kinescript {
namespace {

struct ClinicianWords {
  std::string login, name, role = "clinician";
  int passphrase_fd = -1, recovery_fd = -1;
  bool json = false;
};

Clinician with_login(const Store& store, const std::string& login) {
  std::vector<std::string> logins;
  for (const Clinician& clinician : store.clinicians()) {
    if (lower_ascii(clinician.login) == lower_ascii(login)) return clinician;
    logins.push_back(clinician.login);
  }
  throw Error(ErrorKind::not_found, "",
              "This clinic file has no clinician \"" + login + "\"." + did_you_mean(login, logins) +
                  " It has: " + join(logins, ", ") + ".");
}

Clinician with_id(const Store& store, const ClinicianId& id) {
  const auto all = store.clinicians();
  return *std::find_if(all.begin(), all.end(), [&](const Clinician& one) { return one.id == id; });
}

Error no_new_passphrase() {
  return Error(ErrorKind::usage, "",
               "Give the new passphrase with --new-passphrase-fd N, for example "
               "--new-passphrase-fd 4 4< FILE.");
}

int add(Context& context, const ClinicianWords& words) {
  const auto role = clinician_role_from(words.role);
  if (!role)
    throw Error(ErrorKind::usage, "",
                "The role is clinician, administrator or reader, not \"" + words.role + "\".");
  Session session = context.open_session(Right::administer);
  Clinician clinician;
  clinician.login = words.login;
  clinician.name = read_name(words.name.empty() ? words.login : words.name, "The clinician's name");
  clinician.role = *role;
  const auto passphrase = context.new_passphrase(words.passphrase_fd, words.login);
  const std::string_view text = passphrase ? passphrase->text() : std::string_view();
  clinician =
      session.store.add_clinician(session.actor, clinician, text, context.workspace.clock());
  context.out << clinician.login << '\n';
  if (text.empty())
    context.err << "No passphrase is set for " << clinician.login
                << ": whoever has the file can read it. Set one with kinescript-cli clinician "
                   "passphrase "
                << clinician.login << '\n';
  return kDone;
}

int list(Context& context, const ClinicianWords& words) {
  const Session session = context.open_session();
  nlohmann::json all = nlohmann::json::array();
  for (const Clinician& clinician : session.store.clinicians()) {
    const bool passphrase = !clinician.disabled && session.store.needs_passphrase(clinician.id);
    if (words.json)
      all.push_back({{"id", clinician.id.text},
                     {"login", clinician.login},
                     {"name", clinician.name},
                     {"role", word(clinician.role)},
                     {"disabled", clinician.disabled},
                     {"passphrase", passphrase}});
    else
      context.out << clinician.login << "  " << word(clinician.role) << "  " << clinician.name
                  << (clinician.disabled ? "  disabled"
                      : passphrase       ? ""
                                         : "  no passphrase")
                  << '\n';
  }
  if (words.json) context.out << all.dump(2) << '\n';
  return kDone;
}

int change_passphrase(Context& context, const ClinicianWords& words) {
  Session session = context.open_session();
  const Clinician clinician = words.login.empty() ? with_id(session.store, session.actor.id)
                                                  : with_login(session.store, words.login);
  if (clinician.id != session.actor.id) session.require(Right::administer);
  const auto passphrase = context.new_passphrase(words.passphrase_fd, clinician.login);
  if (!passphrase) throw no_new_passphrase();
  session.store.set_passphrase(session.actor, clinician.id, passphrase->text(),
                               context.workspace.clock());
  context.out << (passphrase->empty() ? "No passphrase is set any more for "
                                      : "The passphrase is changed of ")
              << clinician.login << '\n';
  return kDone;
}

int disable(Context& context, const ClinicianWords& words) {
  Session session = context.open_session(Right::administer);
  session.store.disable_clinician(session.actor, with_login(session.store, words.login).id,
                                  context.workspace.clock());
  return kDone;
}

// The file stays locked until the recovery key opens it: no session.
int recover(Context& context, const ClinicianWords& words) {
  const Workspace& workspace = context.workspace;
  Store store = Store::open(context.clinic_path(), workspace.randomness());
  const Clinician clinician = with_login(store, words.login);
  if (words.recovery_fd < 0 && !workspace.has_person())
    throw Error(ErrorKind::usage, "",
                "Give the recovery key with --recovery-fd N, for example --recovery-fd 3 3< FILE.");
  const Passphrase key = words.recovery_fd >= 0 ? read_passphrase(words.recovery_fd)
                                                : workspace.ask_passphrase("Recovery key: ");
  const auto passphrase = context.new_passphrase(words.passphrase_fd, clinician.login);
  if (!passphrase) throw no_new_passphrase();
  store.recover(key.text(), clinician.id, passphrase->text(), workspace.real_clock());
  context.out << "The passphrase is changed of " << clinician.login << '\n';
  return kDone;
}

}  // namespace

void add_clinician_commands(CLI::App& app, Context& context) {
  CLI::App* group =
      app.add_subcommand("clinician", "Who may open the clinic file")->require_subcommand(1);
  auto words = std::make_shared<ClinicianWords>();
  const auto command = [&](const char* name, const char* about,
                           int (*act)(Context&, const ClinicianWords&)) {
    CLI::App* made = group->add_subcommand(name, about);
    made->callback([&context, words, act] {
      context.action = [&context, words, act] { return act(context, *words); };
    });
    return made;
  };
  const auto passphrase_option = [&](CLI::App* to) {
    to->add_option("--new-passphrase-fd", words->passphrase_fd,
                   "Read the new passphrase from this file descriptor")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
  };
  CLI::App* adding = command("add", "Let another one open it", add);
  adding->add_option("LOGIN", words->login, "What they write after --as")->required();
  adding->add_option("--name", words->name, "As it is printed: \"Omar Haddad, PT\"");
  adding->add_option("--role", words->role, "clinician, administrator or reader");
  passphrase_option(adding);
  CLI::App* listing = command("list", "Show them", list);
  listing->add_flag("--json", words->json, "As JSON");
  CLI::App* changing = command("passphrase", "Change a passphrase", change_passphrase);
  changing->add_option("LOGIN", words->login, "Whose; usual: your own");
  passphrase_option(changing);
  CLI::App* recovering = command("recover", "A new passphrase by the recovery key", recover);
  recovering->add_option("LOGIN", words->login, "Who")->required();
  recovering
      ->add_option("--recovery-fd", words->recovery_fd, "Read the key from this file descriptor")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  passphrase_option(recovering);
  CLI::App* disabling = command("disable", "Let one open it no more", disable);
  disabling->add_option("LOGIN", words->login, "Who")->required();
}

}  // namespace kinescript
