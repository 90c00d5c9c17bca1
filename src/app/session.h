// SPDX-License-Identifier: MIT
// One clinician at one clinic file. Every write of the store takes the session's actor.
//
//   Session session = Session::open(workspace, "clinic.ksc", {.login = "elena"});
//   session.store.add_patient(session.actor, patient, workspace.clock());
//
// The passphrase is taken and not needed: nothing in the file is sealed yet. Throws what
// Store::open throws, and Error{usage} when the file has several clinicians and none is named,
// Error{not_found} for one that it does not have.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "app/workspace.h"
#include "store/store.h"

namespace kinescript {

struct Credentials {
  std::string login;  // "" = the only clinician
  std::optional<std::string> passphrase;
};

class Session {
 public:
  static Session open(const Workspace& workspace, const std::filesystem::path& file,
                      const Credentials& credentials);
  static Session begin(const Workspace& workspace, Store store, const Credentials& credentials);

  const Workspace& workspace;
  Store store;
  Actor actor;

 private:
  Session(const Workspace& w, Store s, Actor a)
      : workspace(w), store(std::move(s)), actor(std::move(a)) {}
};

}  // namespace kinescript
