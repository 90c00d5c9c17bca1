// SPDX-License-Identifier: MIT
#include "layout/set_texts.h"

namespace kinescript {
namespace {

// Some 4 MB: what a thousand handouts of different patients came to.
constexpr std::size_t kMostTexts = 2000;

}  // namespace

const Block* SetTexts::find(const std::string& key) const {
  const auto found = blocks_.find(key);
  return found == blocks_.end() ? nullptr : &found->second;
}

const Block& SetTexts::keep(std::string key, Block set) {
  if (blocks_.size() >= kMostTexts) blocks_.clear();
  if (!set.empty()) set.drawing = {group(std::move(set.drawing))};
  return blocks_[std::move(key)] = std::move(set);
}

}  // namespace kinescript
