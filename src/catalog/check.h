// SPDX-License-Identifier: MIT
// Parts of check_catalog. Each appends its faults, "file: what".
#pragma once
#include <string>
#include <vector>

#include "catalog/catalog.h"

namespace kinescript {

// Rules beside rules: two that hold at once, an Avoid that ends in silence, a substitute that is
// itself avoided.
void check_rules_together(const Catalog& catalog, std::vector<std::string>& faults);

// What the patient reads: whole sentences of 18 words at most, never "left" or "right" written out.
void check_printed_lines(const Catalog& catalog, std::vector<std::string>& faults);

}  // namespace kinescript
