// SPDX-License-Identifier: MIT
// The rest of a prop's line, word by word, and the places of the figure that a prop can be tied to.
// Inside figure/ only.
//
//   PropWords words(prop);                       // prop band handR soleR
//   std::vector<V3> at = places(words, posed);   // the right palm, and round the right sole
//
// A word or number that does not fit throws Error{invalid} with the scene's line.
#pragma once
#include <string>
#include <vector>

#include "figure/furniture.h"
#include "figure/scene.h"
#include "figure/skeleton.h"

namespace kinescript {

class PropWords {
 public:
  explicit PropWords(const Prop& prop) : prop_(prop) {}
  bool more() const { return at_ < prop_.words.size(); }
  bool number_follows() const;
  bool take(const std::string& word);
  // `otherwise` when the line has ended ("" = a word must follow).
  std::string word(const std::vector<std::string>& allowed, const std::string& otherwise);
  double number();
  double number_or(double otherwise) { return number_follows() ? number() : otherwise; }
  V3 vector();
  FloorPlace place();  // x z [yaw]
  void end() const;
  [[noreturn]] void fail(const std::string& what) const;

 private:
  const Prop& prop_;
  std::size_t at_ = 0;
};

// Where the palm's middle is when the hand closes round something.
V3 palm(const Skeleton& skeleton, Side side);

// Every joint's name and handR handL soleR soleL.
const std::vector<std::string>& place_names();
V3 place(const Skeleton& skeleton, const std::string& name);

struct Route {
  std::vector<V3> points;
  std::vector<V3> hooks;  // where it is made fast: something must be drawn there
};
// `PLACE`, `at x y z` and `hook x y z` in a row; a sole is passed round from edge to edge.
Route route(PropWords& words, const Skeleton& skeleton);

}  // namespace kinescript
