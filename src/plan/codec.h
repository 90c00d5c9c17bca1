// SPDX-License-Identifier: MIT
// Canonical JSON of plans and dossiers: sorted keys, no blanks, a format number; decode(encode(x)) == x. Used for
// drafts, snapshots and --json. A newer format is refused (Error{newer}), a damaged one is Error{damaged}.
//
//   std::string bytes = encode(dossier);   Dossier same = decode_dossier(bytes);
#pragma once
#include <string>
#include <string_view>

#include "plan/dossier.h"

namespace kinescript {

inline constexpr int kPlanFormat = 1;
std::string encode(const Plan& plan);
Plan decode_plan(std::string_view json);
std::string encode(const Dossier& dossier);
Dossier decode_dossier(std::string_view json);
std::string encode(const Patient& patient);
Patient decode_patient(std::string_view json);
std::string encode(const Clinic& clinic);
Clinic decode_clinic(std::string_view json);

}  // namespace kinescript
