// SPDX-License-Identifier: MIT
// From the words of a stored plan to the enums; the other way is each enum's word().
//
//   enum_from<Felt>("right") -> Felt::right; nothing for a word that it does not have
//
// Part of plan/codec.cpp: the words are on disk and frozen like the rest of the format.
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <type_traits>

#include "plan/dossier.h"

namespace kinescript::codec {

constexpr std::array kFindingLevels = {
    FindingLevel::prefer,      FindingLevel::caution, FindingLevel::plan, FindingLevel::modify,
    FindingLevel::not_checked, FindingLevel::avoid,   FindingLevel::block};

inline std::optional<FindingLevel> finding_level_from(std::string_view text) {
  for (const auto level : kFindingLevels)
    if (word(level) == text) return level;
  return std::nullopt;
}

template <class E>
std::optional<E> enum_from(std::string_view text) {
  if constexpr (std::is_same_v<E, Tier>)
    return tier_from(text);
  else if constexpr (std::is_same_v<E, PainBand>)
    return pain_band_from(text);
  else if constexpr (std::is_same_v<E, FindingLevel>)
    return finding_level_from(text);
  else if constexpr (std::is_same_v<E, BodySide>)
    return body_side_from(text);
  else if constexpr (std::is_same_v<E, Section>)
    return section_from(text);
  else if constexpr (std::is_same_v<E, SideMode>)
    return side_mode_from(text);
  else if constexpr (std::is_same_v<E, SideMeans>)
    return side_means_from(text);
  else if constexpr (std::is_same_v<E, Support>)
    return support_from(text);
  else if constexpr (std::is_same_v<E, StepKind>)
    return step_kind_from(text);
  else if constexpr (std::is_same_v<E, DoseSource>)
    return dose_source_from(text);
  else if constexpr (std::is_same_v<E, VariantKind>)
    return variant_kind_from(text);
  else if constexpr (std::is_same_v<E, CountUnit>)
    return count_unit_from(text);
  else if constexpr (std::is_same_v<E, HoldUnit>)
    return hold_unit_from(text);
  else if constexpr (std::is_same_v<E, Timing>)
    return timing_from(text);
  else if constexpr (std::is_same_v<E, Felt>)
    return felt_from(text);
  else if constexpr (std::is_same_v<E, Level>)
    return level_from(text);
  else
    return limb_from(text);
}

}  // namespace kinescript::codec
