// SPDX-License-Identifier: MIT
#include "app/change_words.h"

#include <algorithm>

#include "app/shown_words.h"
#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

using Kind = ItemDifference::Kind;

constexpr Kind kKinds[] = {Kind::progressed, Kind::eased,   Kind::swapped, Kind::changed,
                           Kind::added,      Kind::removed, Kind::moved};

std::string name_of(const ExerciseId& id, const Catalog& catalog) {
  const auto* exercise = catalog.find(id);
  return exercise == nullptr ? id.text : exercise->name_clinician;
}

const char* sign_of(Kind kind) {
  switch (kind) {
    case Kind::progressed:
      return "▲ ";
    case Kind::eased:
      return "▼ ";
    case Kind::swapped:
      return "⇄ ";
    case Kind::added:
      return "+ ";
    case Kind::removed:
      return "− ";
    case Kind::moved:
      return "↕ ";
    case Kind::changed:
      return "~ ";
    case Kind::same:
      break;
  }
  return "= ";
}

std::string word_field(const FieldChange& change) {
  if (change.field == "note" || change.field == "change")
    return shown(change.field) + " " + word_note(change.before, change.after);
  return shown(change.field) + " " + shown_value(change.field, change.before) + " -> " +
         shown_value(change.field, change.after);
}

std::string word_item(const ItemDifference& item, const Catalog& catalog) {
  const auto name = name_of(item.exercise, catalog);
  if (item.kind == Kind::added) return trf("{}: new", name);
  if (item.kind == Kind::removed) return trf("{}: taken out", name);
  std::vector<std::string> pieces;
  for (const auto& field : item.fields)
    if (field.field != "variant") pieces.push_back(word_field(field));
  const auto told = join(pieces, "; ");
  if (item.exercise == item.was) return name + ": " + told;
  const auto step = name_of(item.was, catalog) + " -> " + name;
  return told.empty() ? step : step + ": " + told;
}

std::string counted(Kind kind, std::size_t n) {
  switch (kind) {
    case Kind::progressed:
      return trn("{} progressed", "{} progressed", n);
    case Kind::eased:
      return trn("{} eased", "{} eased", n);
    case Kind::swapped:
      return trn("{} swapped", "{} swapped", n);
    case Kind::changed:
      return trn("{} changed", "{} changed", n);
    case Kind::added:
      return trn("{} added", "{} added", n);
    case Kind::removed:
      return trn("{} removed", "{} removed", n);
    case Kind::moved:
      return trn("{} moved", "{} moved", n);
    case Kind::same:
      break;
  }
  return {};
}

}  // namespace

std::string word_note(const std::string& before, const std::string& after) {
  std::vector<std::string> pieces;
  auto last = WordChange::Kind::same;
  for (const auto& word : words_between(before, after)) {
    if (!pieces.empty() && word.kind == last) {
      pieces.back() += " " + word.text;
    } else {
      pieces.push_back(word.text);
      last = word.kind;
      if (word.kind != WordChange::Kind::same)
        pieces.back().insert(0, word.kind == WordChange::Kind::removed ? "[" : "{");
    }
  }
  for (auto& piece : pieces) {
    if (piece.front() == '[') piece += ']';
    if (piece.front() == '{') piece += '}';
  }
  return join(pieces, " ");
}

std::string count_changes(const PlanChanges& changes) {
  std::vector<std::string> counts;
  for (const auto kind : kKinds) {
    const auto count = std::count_if(changes.items.begin(), changes.items.end(),
                                     [kind](const ItemDifference& i) { return i.kind == kind; });
    if (count > 0) counts.push_back(counted(kind, static_cast<std::size_t>(count)));
  }
  if (!changes.settings.empty())
    counts.push_back(trn("{} setting", "{} settings", changes.settings.size()));
  return counts.empty() ? tr("nothing changed") : join(counts, ", ");
}

std::vector<std::string> word_changes(const PlanChanges& changes, const Catalog& catalog) {
  std::vector<std::string> lines;
  std::size_t same = 0;
  for (const auto& item : changes.items) {
    if (item.kind == Kind::same)
      ++same;
    else
      lines.push_back(sign_of(item.kind) + word_item(item, catalog));
  }
  if (same > 0) lines.push_back(trn("= {} exercise as before", "= {} exercises as before", same));
  for (const auto& setting : changes.settings)
    lines.push_back(trf("plan: {}", word_field(setting)));
  return lines;
}

}  // namespace kinescript
