// SPDX-License-Identifier: MIT
// Canonical JSON of plans and dossiers: sorted keys, no blanks, a format number; decode(encode(x))
// == x, and equal values give equal bytes. Used for drafts and snapshots. A newer format is refused
// (Error{newer}), a damaged one is Error{damaged}; neither message holds a word of the content.
//
//   std::string bytes = encode(dossier);   Dossier same = decode_dossier(bytes);
//
// What is written: {"format":1,"kind":"plan",…fields}. Absent, empty text, empty list and empty map
// are left out; every number, truth value and word of an enum is written and must be there on
// reading. A clinic's logo (bytes) is base64. Frozen: a field may be added if reading can do
// without it; any other change makes format 2, and format 1 stays readable.
#pragma once
#include <string>
#include <string_view>

#include "plan/dossier.h"

namespace kinescript {

inline constexpr int kPlanFormat = 1;
// REQUIRES valid UTF-8 in every text (plan.h and the command line see to it).
std::string encode(const Plan& plan);
Plan decode_plan(std::string_view json);
// The same of a file that a person wrote or changed: what is wrong is Error{invalid} with the place
// in it ("items/0/dose/count"), and the way out.
Plan plan_from_json(std::string_view json, const std::string& where);
// The format as a JSON Schema (draft 2020-12), indented: what `plan show --json` writes and
// `plan new --file` reads.
std::string plan_schema();
std::string encode(const Dossier& dossier);
Dossier decode_dossier(std::string_view json);
std::string encode(const Patient& patient);
Patient decode_patient(std::string_view json);
std::string encode(const Clinic& clinic);
Clinic decode_clinic(std::string_view json);

}  // namespace kinescript
