// SPDX-License-Identifier: MIT
// Ids are types: an ExerciseId cannot be passed where a PlanId is meant. The text inside is what files, database and
// command line show ("bridge", "0f8c…").
//
//   using ExerciseId = Id<struct ExerciseTag>;
//   ExerciseId bridge{"bridge"};
#pragma once
#include <compare>
#include <functional>
#include <string>

namespace kinescript {

template <class Tag>
struct Id {
  std::string text;
  Id() = default;
  explicit Id(std::string t) : text(std::move(t)) {}
  bool empty() const { return text.empty(); }
  auto operator<=>(const Id&) const = default;
};

using ExerciseId = Id<struct ExerciseTag>;      // catalog slug, lower case with hyphens: "bridge-single-leg"
using PatientId = Id<struct PatientTag>;        // UUID
using PlanId = Id<struct PlanTag>;              // UUID
using ItemId = Id<struct ItemTag>;              // short, unique in its plan, outlives moves: "a3"
using ClinicianId = Id<struct ClinicianTag>;    // UUID
using PrecautionCode = Id<struct PrecautionTag>;  // code of the list: "ext_intol"; own precautions have "own"

// Randomness is handed in (src/README.md, decision 5): fills n bytes.
using Randomness = std::function<void(unsigned char* bytes, std::size_t n)>;

// A random version-4 UUID, lower case with hyphens.
std::string new_uuid(const Randomness& randomness);

// The system's cryptographic randomness.
Randomness system_randomness();

}  // namespace kinescript

template <class Tag>
struct std::hash<kinescript::Id<Tag>> {
  std::size_t operator()(const kinescript::Id<Tag>& id) const { return std::hash<std::string>{}(id.text); }
};
