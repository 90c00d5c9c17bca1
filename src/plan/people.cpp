// SPDX-License-Identifier: MIT
#include "plan/people.h"

namespace kinescript {

std::optional<BodySide> body_side_from(std::string_view word) {
  if (word.empty() || word == "none") return BodySide::none;
  if (word == "left") return BodySide::left;
  if (word == "right") return BodySide::right;
  if (word == "both") return BodySide::both;
  return std::nullopt;
}

std::string_view word(BodySide side) {
  switch (side) {
    case BodySide::left:
      return "left";
    case BodySide::right:
      return "right";
    case BodySide::both:
      return "both";
    case BodySide::none:
      break;
  }
  return "";
}

}  // namespace kinescript
