// SPDX-License-Identifier: MIT
// Names as people look for them: big or small, with or without marks.
//
//   folded("Müller") == folded("MULLER")       // "muller"
//   folded("Łukasz Søren") == "lukasz soren"
#pragma once
#include <string>
#include <string_view>

namespace kinescript {

// What is found, sorted and compared by the same letters has the same folded text. Scripts without
// cases or marks stay as they are.
std::string folded(std::string_view text);

}  // namespace kinescript
