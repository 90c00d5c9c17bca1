// SPDX-License-Identifier: MIT
// Texts that were set already: what the handouts of a sitting have in common (a step, a dose, the
// STOP box), and nearly all of a page that is set anew after an edit. Setting a text takes the
// longest of all that laying out does; here it is looked up by all that decides how it looks.
//
//   SetTexts kept;                                              // beside the faces
//   Pages pages = lay_out(handout, stationery, paper, faces, &kept);
//
// The pages are the same without it. Bounded: it starts anew when full. It may hold what was
// written to a patient: clear() when the clinic file is locked. For one thread and one set of
// faces.
#pragma once
#include <string>
#include <unordered_map>

#include "layout/block.h"

namespace kinescript {

class SetTexts {
 public:
  // nullptr when it is not kept.
  const Block* find(const std::string& key) const;
  // `set` becomes one group, which all who ask for it share.
  const Block& keep(std::string key, Block set);
  void clear() { blocks_.clear(); }
  std::size_t size() const { return blocks_.size(); }

 private:
  std::unordered_map<std::string, Block> blocks_;
};

}  // namespace kinescript
