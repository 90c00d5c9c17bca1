// SPDX-License-Identifier: MIT
// The example clinic: everybody in it is invented (telephone numbers are from Ofcom's range for
// drama). For looking around, for `packaging/run.sh` and for tests.
//
//   Store store = Store::create(file, example_clinic(), example_clinician(), {}, clock,
//   randomness); add_example(session);      // patients EX-0001 … EX-0004; EX-0002 has an issued
//   plan and a draft after it
#pragma once
#include "app/session.h"

namespace kinescript {

Clinic example_clinic();
Clinician example_clinician();
void add_example(Session& session);

}  // namespace kinescript
