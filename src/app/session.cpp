// SPDX-License-Identifier: MIT
#include "app/session.h"

#include "base/error.h"
#include "base/text.h"

namespace kinescript {

Session Session::open(const Workspace& workspace, const std::filesystem::path& file,
                      const Credentials& credentials) {
  return begin(workspace, Store::open(file, workspace.randomness()), credentials);
}

Session Session::begin(const Workspace& workspace, Store store, const Credentials& credentials) {
  std::vector<std::string> logins;
  const auto clinicians = store.clinicians();
  for (const Clinician& clinician : clinicians) {
    const bool named = lower_ascii(clinician.login) == lower_ascii(credentials.login);
    if (named || (credentials.login.empty() && clinicians.size() == 1))
      return Session(workspace, std::move(store), {clinician.id, clinician.name, clinician.role});
    logins.push_back(clinician.login);
  }
  if (credentials.login.empty())
    throw Error(ErrorKind::usage, "",
                "This clinic file has several clinicians. Say who you are with --as: " +
                    join(logins, ", ") + ".");
  throw Error(ErrorKind::not_found, "",
              "This clinic file has no clinician \"" + credentials.login + "\"." +
                  did_you_mean(credentials.login, logins) + " It has: " + join(logins, ", ") + ".");
}

}  // namespace kinescript
