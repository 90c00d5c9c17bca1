// SPDX-License-Identifier: MIT
// db/stop_box.toml: when to stop and whom to call, and the pain rule.
#include <algorithm>

#include "catalog/read.h"
#include "catalog/words.h"

namespace kinescript {
namespace {

StopEntry read_entry(const TomlTable& table, const std::vector<Precaution>& precautions) {
  StopEntry entry;
  entry.id = table.text("id");
  entry.regions = read_words(table, "regions", kRegions);
  entry.precautions = read_words(table, "precautions", codes_of(precautions));
  entry.for_all = entry.regions.empty() && entry.precautions.empty();
  entry.text = table.text("text");
  return entry;
}

PainLine read_pain(const TomlTable& table) {
  table.allow({"band", "basis", "from", "to", "text"});
  PainLine line;
  line.band = table.choice("band", pain_band_from, all_words<PainBand>());
  const std::string basis = table.text("basis");
  if (basis != "fixed" && basis != "above_usual")
    throw table.unknown_word("basis", basis, {"fixed", "above_usual"});
  line.above_usual = basis == "above_usual";
  line.from = table.whole("from", 0, 10);
  line.to = table.whole("to", line.from, 10);
  line.text = table.text("text");
  return line;
}

}  // namespace

StopBox read_stop_box(std::string_view text, const std::string& file,
                      const std::vector<Precaution>& precautions) {
  const TomlTable root = TomlTable::parse(text, file);
  root.allow({"heading", "item", "pain"});
  StopBox box;
  const auto add = [&](const TomlTable& table, StopEntry entry) {
    for (const auto& known : box.entries)
      if (known.id == entry.id)
        throw table.fault("id", entry.id + " stands twice. Give each its own id.");
    box.entries.push_back(std::move(entry));
  };
  for (const auto& table : root.tables("heading")) {
    table.allow({"id", "tier", "regions", "precautions", "text"});
    StopEntry entry = read_entry(table, precautions);
    entry.heading = true;
    entry.tier = table.choice("tier", tier_from, all_words<Tier>());
    add(table, std::move(entry));
  }
  std::vector<std::string> headings;
  for (const auto& entry : box.entries) headings.push_back(entry.id);
  for (const auto& table : root.tables("item")) {
    table.allow({"id", "heading", "regions", "precautions", "text"});
    StopEntry entry = read_entry(table, precautions);
    entry.under = table.text("heading");
    const auto heading = std::find(headings.begin(), headings.end(), entry.under);
    if (heading == headings.end()) throw table.unknown_word("heading", entry.under, headings);
    entry.tier = box.entries[static_cast<std::size_t>(heading - headings.begin())].tier;
    add(table, std::move(entry));
  }
  for (const auto& table : root.tables("pain")) box.pain_rule.push_back(read_pain(table));
  return box;
}

}  // namespace kinescript
