// SPDX-License-Identifier: MIT
// The small record beside an issued plan that serves the history list without opening its snapshot,
// and the record of why a plan is void. Canonical JSON like plan/codec.h; sealed with the rest
// later.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kinescript {

struct PlanSummary {
  std::string problem, title, clinician;
  // Ids, each once; empty in plans that were issued before they were kept here.
  std::vector<std::string> exercises = {};
};
std::string encode(const PlanSummary& summary);
PlanSummary decode_summary(std::string_view json);  // throws Error{damaged}

std::string encode_reason(std::string_view because);
std::string decode_reason(std::string_view json);  // throws Error{damaged}

}  // namespace kinescript
