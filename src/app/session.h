// SPDX-License-Identifier: MIT
// One clinician at one clinic file, unlocked. Every write of the store takes the session's actor.
//
//   Session session = Session::open(workspace, "clinic.ksc", {.login = "elena", .passphrase =
//   ask}); session.require(Right::write);      // refused here, before any work, and by the store
//   again session.store.add_patient(session.actor, patient, workspace.clock());
//
// The keys go when the session goes. Throws what Store::open and Store::unlock throw, Error{usage}
// when the file has several clinicians and none is named, Error{not_found} for one that it does
// not have, Error{locked} when a passphrase is needed and nobody can give it.
#pragma once
#include <filesystem>
#include <functional>
#include <string>

#include "app/workspace.h"
#include "base/process.h"
#include "store/store.h"

namespace kinescript {

struct Credentials {
  std::string login;  // "" = the only clinician
  // Called when one is needed, at most once; empty = there is no way to get one.
  std::function<Passphrase()> passphrase = {};
};

class Session {
 public:
  static Session open(const Workspace& workspace, const std::filesystem::path& file,
                      const Credentials& credentials);
  // A store that is unlocked already (by its setup) stays so.
  static Session begin(const Workspace& workspace, Store store, const Credentials& credentials);

  // Throws Error{forbidden} when the clinician's role does not reach that far.
  void require(Right right) const { require_right(actor.role, right); }

  const Workspace& workspace;
  Store store;
  Actor actor;

 private:
  Session(const Workspace& w, Store s, Actor a)
      : workspace(w), store(std::move(s)), actor(std::move(a)) {}
};

}  // namespace kinescript
