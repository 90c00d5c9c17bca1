// SPDX-License-Identifier: MIT
// Who may open the clinic file, as a person types it: a new clinician, a new passphrase typed
// twice, one who goes. For the window; the command line asks for the same by other ways.
//
//   Clinician tom = add_clinician(session, {.name = "Tom Kerr, PT", .login = "tom"}, first, again);
//   change_passphrase(session, tom.id, first, again);
//   disable_clinician(session, tom.id);
//
// Throws Error{usage} for what is typed wrong, and what the Store throws (forbidden; conflict for a
// login that is taken; the last administrator stays).
#pragma once
#include <string>

#include "app/session.h"
#include "base/process.h"

namespace kinescript {

// "Omar Haddad, PT" -> "omar": the first name in small letters, "clinician" when that has none.
std::string usual_login(const std::string& name);

struct NewClinician {
  std::string name;        // as printed
  std::string login = {};  // "" = usual_login
  ClinicianRole role = ClinicianRole::clinician;
};
// REQUIRE an administrator.
Clinician add_clinician(Session& session, const NewClinician& typed, const Passphrase& first,
                        const Passphrase& again);
void disable_clinician(Session& session, const ClinicianId& clinician);
// One's own, or as an administrator anybody's.
void change_passphrase(Session& session, const ClinicianId& clinician, const Passphrase& first,
                       const Passphrase& again);

// A passphrase as typed twice, wherever one is set. Throws Error{usage} when they differ.
void require_same(const Passphrase& first, const Passphrase& again);

// "Tom Kerr, PT (tom) · clinician · no passphrase"
std::string clinician_line(const Session& session, const Clinician& clinician);

}  // namespace kinescript
