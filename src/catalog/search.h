// SPDX-License-Identifier: MIT
// Finding an exercise by what a clinician types. Every word of the text must be found in a record:
// as a word, as the beginning of one, without its ending ("squats"), or, from five letters on and
// when nothing else fits, with one slip of the finger. Little words ("of", "the") need not be
// found; of three words and more one may be missing when no record has them all. A name counts
// before another name (alias), that before region, section, position, equipment, muscles and aim,
// and those before what the patient reads; a slip counts last of all. Among equals the clinic's own
// use counts, then the level (the exercise before its easier and harder variants), then the
// catalog's order.
//
//   const SearchIndex index(catalog);
//   index.find("brid")          -> bridge, bridge-feet-far, …, front-plank ("prone bridge")
//   index.find("")              -> all: what is used, then the others in catalog order
//   index.find("squat", {.most = 20, .used = counts})
//   find_discouraged(catalog, "situps") -> the family "Sit-ups and crunches"
//
// The index holds pointers into the catalog, which must outlive it. Finding reads postings of the
// words that fit, so it costs what is found, not what is there (measured in tests/bench).
#pragma once
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/catalog.h"

namespace kinescript {

struct SearchOptions {
  std::size_t most = std::numeric_limits<std::size_t>::max();
  std::map<ExerciseId, int> used;  // the greater, the sooner among equals; absent = 0
};

class SearchIndex {
 public:
  explicit SearchIndex(const Catalog& catalog);

  // Best first. REQUIRES valid UTF-8.
  std::vector<const Exercise*> find(std::string_view text, const SearchOptions& options = {}) const;

 private:
  struct Posting {
    std::uint32_t record;
    std::uint8_t cost;  // of the field that it is in
  };
  struct Range {  // of words_
    std::size_t from, to;
  };
  struct Hit {
    int cost;
    std::size_t record;
  };
  class Tally;

  Range beginning_with(std::string_view asked) const;
  std::string mark(const std::string& asked, Tally& tally) const;
  void mark_word(std::size_t word, int how, Tally& tally) const;
  std::vector<std::size_t> records_named(const std::string& whole) const;  // in catalog order
  // In catalog order; what is used costs nothing.
  std::vector<Hit> all(const SearchOptions& options) const;
  void rank(std::vector<Hit>& hits, const SearchOptions& options) const;

  const Catalog& catalog_;
  std::vector<std::string> words_;          // sorted
  std::vector<std::uint8_t> levels_;        // of each record
  std::vector<std::size_t> postings_from_;  // of each word; one more at the end
  std::vector<Posting> postings_;
  // A whole name, its words with blanks between, and the record that has it; sorted.
  std::vector<std::pair<std::string, std::uint32_t>> whole_;
};

// The discouraged family that the text asks for, or nullptr. Its exempt exercises are not a reason
// to return it.
const Discouraged* find_discouraged(const Catalog& catalog, std::string_view text);

}  // namespace kinescript
