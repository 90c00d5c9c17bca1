// SPDX-License-Identifier: MIT
#include "app/session.h"

#include "base/error.h"
#include "base/text.h"

namespace kinescript {
namespace {

// Without a name: the only one who may open the file.
Clinician named_clinician(const Store& store, const std::string& login) {
  std::vector<Clinician> able;
  std::vector<std::string> logins;
  for (const Clinician& clinician : store.clinicians()) {
    if (!login.empty() && lower_ascii(clinician.login) == lower_ascii(login)) return clinician;
    if (clinician.disabled) continue;
    able.push_back(clinician);
    logins.push_back(clinician.login);
  }
  if (login.empty() && able.size() == 1) return able.front();
  if (login.empty())
    throw Error(ErrorKind::usage, "",
                "This clinic file has several clinicians. Say who you are with --as: " +
                    join(logins, ", ") + ".");
  throw Error(ErrorKind::not_found, "",
              "This clinic file has no clinician \"" + login + "\"." + did_you_mean(login, logins) +
                  " It has: " + join(logins, ", ") + ".");
}

}  // namespace

Session Session::open(const Workspace& workspace, const std::filesystem::path& file,
                      const Credentials& credentials) {
  workspace.use_clinic(file);
  return begin(workspace, Store::open(file, workspace.randomness()), credentials);
}

Session Session::begin(const Workspace& workspace, Store store, const Credentials& credentials) {
  const Clinician clinician = named_clinician(store, credentials.login);
  if (!store.locked())
    return Session(workspace, std::move(store), {clinician.id, clinician.name, clinician.role});
  Passphrase passphrase;
  if (!clinician.disabled && store.needs_passphrase(clinician.id)) {
    if (!credentials.passphrase)
      throw Error(ErrorKind::locked, "",
                  "This clinic file has a passphrase. Give it with --passphrase-fd N, for example "
                  "--passphrase-fd 3 3< FILE.");
    passphrase = credentials.passphrase();
  }
  Actor actor = store.unlock(clinician.id, passphrase.text(), workspace.real_clock());
  return Session(workspace, std::move(store), std::move(actor));
}

}  // namespace kinescript
