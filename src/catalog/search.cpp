// SPDX-License-Identifier: MIT
#include "catalog/search.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kinescript {
namespace {

// Where a word was found, and how. Sums over the words asked put the best record first.
constexpr int kName = 0, kNameLater = 2, kAlias = 10, kRest = 20, kWords = 30;
constexpr int kWhole = 0, kBeginning = 1, kEnding = 3, kSlip = 40;
constexpr int kWholeName = -5;        // the text is a name and nothing else
constexpr std::size_t kSlipFrom = 5;  // letters; shorter words have too many neighbours
constexpr int kMayMissFrom = 3;       // words; of so many one may be missing
constexpr std::array<std::string_view, 4> kEndings = {"s", "es", "ing", "ed"};
constexpr std::size_t kLeastStem = 3;

// Runs of letters and digits, in small letters. Bytes above ASCII are letters of some language.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : lower_ascii(text)) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_little(const std::string& word) {
  static const std::vector<std::string> kLittle = {"a",  "an", "and",  "at",  "for", "in",
                                                   "my", "of", "off",  "on",  "or",  "the",
                                                   "to", "up", "with", "your"};
  return std::binary_search(kLittle.begin(), kLittle.end(), word);
}

// edit_distance(a, b) <= 1: every word of the catalog is asked, so this only looks at where the two
// first differ, and whether they are the same behind that.
bool within_one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto same =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  a.remove_prefix(same), b.remove_prefix(same);
  if (a.size() < b.size()) return a == b.substr(1);
  if (a.size() < 2 || a.substr(1) == b.substr(1)) return true;
  return a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
}

// Of the whole word, or of its beginning; five letters were meant, one of which may be lost.
bool is_slip(std::string_view asked, std::string_view word) {
  if (word.size() < kSlipFrom || word.size() + 1 < asked.size()) return false;
  if (within_one_edit(asked, word)) return true;
  return asked.size() >= kSlipFrom && within_one_edit(asked, word.substr(0, asked.size()));
}

// Everything of a record that is searched, each text once with what it costs to be found there.
template <class Add>
void each_text(const Exercise& exercise, Add add) {
  add(exercise.id.text, kName);
  add(exercise.name_clinician, kName);
  add(exercise.name_patient, kName);
  for (const auto& alias : exercise.aliases) add(alias, kAlias);
  for (const auto* list :
       {&exercise.regions, &exercise.positions, &exercise.equipment, &exercise.muscles})
    for (const auto& text : *list) add(text, kRest);
  add(exercise.type, kRest);
  add(std::string(word(exercise.section)), kRest);
  for (const Step& step : exercise.steps) add(step.text, kWords);
  add(exercise.why, kWords);
}

std::uint8_t level(VariantKind kind) {
  switch (kind) {
    case VariantKind::base:
      return 0;
    case VariantKind::easier:
      return 1;
    case VariantKind::other_way:
      return 2;
    case VariantKind::harder:
      return 3;
  }
  return 0;
}

}  // namespace

// Costs of the records, word by word.
class SearchIndex::Tally {
 public:
  explicit Tally(std::size_t records) : best_(records, kNone), total_(records), words_(records) {}

  void found(std::uint32_t record, int cost) {
    if (best_[record] == kNone) touched_.push_back(record);
    best_[record] = std::min(best_[record], cost);
  }
  bool any() const { return !touched_.empty(); }
  void next_word() {
    for (const std::uint32_t record : touched_) {
      if (words_[record]++ == 0) records_.push_back(record);
      total_[record] += best_[record];
      best_[record] = kNone;
    }
    touched_.clear();
  }
  // Those that have so many of the words, in catalog order.
  std::vector<Hit> with(int words) const {
    std::vector<Hit> hits;
    for (const std::uint32_t record : records_)
      if (words_[record] == words) hits.push_back({total_[record], record});
    return hits;
  }

 private:
  static constexpr int kNone = std::numeric_limits<int>::max();
  std::vector<int> best_, total_, words_;
  std::vector<std::uint32_t> touched_, records_;
};

SearchIndex::SearchIndex(const Catalog& catalog) : catalog_(catalog) {
  std::map<std::string, std::map<std::uint32_t, int>> found;
  for (std::size_t i = 0; i < catalog.exercises.size(); ++i) {
    const auto record = static_cast<std::uint32_t>(i);
    levels_.push_back(level(catalog.exercises[i].variant_kind));
    const auto note = [&](const std::string& word, int cost) {
      const auto [at, is_new] = found[word].emplace(record, cost);
      if (!is_new) at->second = std::min(at->second, cost);
    };
    each_text(catalog.exercises[i], [&](const std::string& text, int cost) {
      const auto words = words_of(text);
      for (std::size_t w = 0; w < words.size(); ++w) {
        note(words[w], cost == kName && w > 0 ? kNameLater : cost);
      }
      if (cost < kRest) whole_.emplace_back(join(words, " "), record);
    });
  }
  for (const auto& [word, records] : found) {
    words_.push_back(word);
    postings_from_.push_back(postings_.size());
    for (const auto& [record, cost] : records)
      postings_.push_back({record, static_cast<std::uint8_t>(cost)});
  }
  postings_from_.push_back(postings_.size());
  std::sort(whole_.begin(), whole_.end());
}

SearchIndex::Range SearchIndex::beginning_with(std::string_view asked) const {
  const auto from = std::lower_bound(words_.begin(), words_.end(), asked);
  const auto to = std::partition_point(
      from, words_.end(), [&](const std::string& word) { return word.starts_with(asked); });
  return {static_cast<std::size_t>(from - words_.begin()),
          static_cast<std::size_t>(to - words_.begin())};
}

void SearchIndex::mark_word(std::size_t word, int how, Tally& tally) const {
  for (std::size_t p = postings_from_[word]; p < postings_from_[word + 1]; ++p)
    tally.found(postings_[p].record, postings_[p].cost + how);
}

// Whatever fits the word asked, by the first way that finds anything. Returns the word without the
// ending that had to go.
std::string SearchIndex::mark(const std::string& asked, Tally& tally) const {
  const auto mark_beginnings = [&](std::string_view beginning, int dearer) {
    const auto [from, to] = beginning_with(beginning);
    for (std::size_t w = from; w < to; ++w)
      mark_word(w, dearer + (words_[w] == beginning ? kWhole : kBeginning), tally);
    return tally.any();
  };
  std::string meant = asked;
  mark_beginnings(asked, 0);
  for (const std::string_view ending : kEndings) {
    if (!asked.ends_with(ending) || asked.size() < kLeastStem + ending.size()) continue;
    const std::string stem = asked.substr(0, asked.size() - ending.size());
    if (!std::binary_search(words_.begin(), words_.end(), stem)) continue;
    mark_beginnings(stem, kEnding);
    meant = stem;
    break;
  }
  if (tally.any() || asked.size() + 1 < kSlipFrom) return meant;
  for (std::size_t w = 0; w < words_.size(); ++w) {
    if (!is_slip(asked, words_[w])) continue;
    mark_word(w, kSlip, tally);
    if (meant == asked && within_one_edit(asked, words_[w])) meant = words_[w];
  }
  return meant;
}

void SearchIndex::rank(std::vector<Hit>& hits, const SearchOptions& options) const {
  const auto& exercises = catalog_.exercises;
  const auto used = [&](const Hit& hit) {
    const auto found = options.used.find(exercises[hit.record].id);
    return found == options.used.end() ? 0 : found->second;
  };
  const auto better = [&](const Hit& a, const Hit& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    if (!options.used.empty())
      if (const int ua = used(a), ub = used(b); ua != ub) return ua > ub;
    const int la = levels_[a.record], lb = levels_[b.record];
    return la != lb ? la < lb : a.record < b.record;
  };
  const std::size_t most = std::min(options.most, hits.size());
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(most), hits.end(),
                    better);
  hits.resize(most);
}

std::vector<const Exercise*> SearchIndex::find(std::string_view text,
                                               const SearchOptions& options) const {
  auto words = words_of(text);
  const bool only_little = std::all_of(words.begin(), words.end(), is_little);
  Tally tally(catalog_.exercises.size());
  int asked = 0;
  for (std::string& word : words) {
    if (is_little(word) && !only_little) continue;
    word = mark(word, tally);
    tally.next_word();
    ++asked;
  }
  std::vector<Hit> hits = asked > 0 ? tally.with(asked) : all(options);
  if (hits.empty() && asked >= kMayMissFrom) hits = tally.with(asked - 1);
  const auto named = records_named(join(words, " "));
  for (Hit& hit : hits)
    if (std::binary_search(named.begin(), named.end(), hit.record)) hit.cost += kWholeName;
  rank(hits, options);
  std::vector<const Exercise*> exercises;
  for (const Hit& hit : hits) exercises.push_back(&catalog_.exercises[hit.record]);
  return exercises;
}

std::vector<std::size_t> SearchIndex::records_named(const std::string& whole) const {
  std::vector<std::size_t> named;
  for (auto at = std::lower_bound(whole_.begin(), whole_.end(), std::pair(whole, std::uint32_t{0}));
       at != whole_.end() && at->first == whole; ++at)
    named.push_back(at->second);
  return named;
}

std::vector<SearchIndex::Hit> SearchIndex::all(const SearchOptions& options) const {
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < catalog_.exercises.size(); ++i)
    hits.push_back({options.used.count(catalog_.exercises[i].id) ? 0 : static_cast<int>(i) + 1, i});
  return hits;
}

const Discouraged* find_discouraged(const Catalog& catalog, std::string_view text) {
  const auto asked = words_of(text);
  // A word asked may be longer than the family's ("crunches"), never shorter.
  const auto is_asked = [&](const std::string& known) {
    return std::any_of(asked.begin(), asked.end(),
                       [&](const std::string& one) { return one.starts_with(known); });
  };
  for (const auto& family : catalog.discouraged)
    for (const auto& alias : family.aliases) {
      const auto words = words_of(alias);
      if (std::all_of(words.begin(), words.end(), is_asked)) return &family;
    }
  return nullptr;
}

}  // namespace kinescript
