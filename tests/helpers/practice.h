// SPDX-License-Identifier: MIT
// The example clinic without a patient, in a file of its own, and its administrator at work.
//
//   Practice practice("usage_test", "void");
//   practice.session.store.add_patient(practice.session.actor, ruth, practice.workspace.clock());
#pragma once
#include <string>

#include "app/example.h"
#include "app/session.h"
#include "helpers/clinic_file.h"
#include "helpers/surroundings.h"

namespace kinescript {

struct Practice {
  Practice(const std::string& suite, const std::string& name)
      : workspace(surroundings()),
        file(testing::fresh_folder(suite, name) / "clinic.ksc"),
        session(Session::begin(
            workspace,
            Store::create(file, example_clinic(), example_clinician(), {.for_tests = true},
                          workspace.clock(), workspace.randomness()),
            {})) {}
  Practice(const Practice&) = delete;
  Practice& operator=(const Practice&) = delete;

  Workspace workspace;
  std::filesystem::path file;
  Session session;
};

}  // namespace kinescript
