// SPDX-License-Identifier: MIT
// Finding an exercise by what a clinician types. Every word of the text must be found in a record:
// as a word or the beginning of one, or, from five letters on, with one slip of the finger. A name
// counts before another name (alias), and that before region, section, position, equipment and
// muscles; a slip counts last of all.
//
//   search(catalog, "brid")       -> bridge, bridge-feet-far, bridge-single-leg, front-plank
//   ("prone bridge"), … search(catalog, "")           -> all, in catalog order
//   find_discouraged(catalog, "situps") -> the family "Sit-ups and crunches"
#pragma once
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace kinescript {

// Best first; equals in catalog order. The pointers live as long as the catalog. REQUIRES valid
// UTF-8.
std::vector<const Exercise*> search(const Catalog& catalog, std::string_view text);

// The discouraged family that the text asks for, or nullptr. Its exempt exercises are not a reason
// to return it.
const Discouraged* find_discouraged(const Catalog& catalog, std::string_view text);

}  // namespace kinescript
