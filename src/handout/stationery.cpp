// SPDX-License-Identifier: MIT
#include "handout/stationery.h"

#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "catalog/words.h"

namespace kinescript {
namespace {

constexpr double kPointsPerMillimetre = 72 / 25.4;

// One number of the file: where it stands, in which unit, and where it goes.
struct Entry {
  std::string_view table, key;
  double Stationery::*member;
  bool is_type_size() const { return table == "type_pt"; }
  double unit() const {
    return table.size() > 3 && table.substr(table.size() - 3) == "_mm" ? kPointsPerMillimetre : 1;
  }
};

constexpr Entry kEntries[] = {
    {"page_mm", "margin_top", &Stationery::margin_top},
    {"page_mm", "margin_right", &Stationery::margin_right},
    {"page_mm", "margin_bottom", &Stationery::margin_bottom},
    {"page_mm", "margin_left", &Stationery::margin_left},
    {"page_mm", "gutter", &Stationery::gutter},
    {"page_mm", "picture_width", &Stationery::picture_width},
    {"page_mm", "block_gap", &Stationery::block_gap},
    {"type_pt", "least", &Stationery::least},
    {"type_pt", "body", &Stationery::body},
    {"type_pt", "title", &Stationery::title},
    {"type_pt", "lead", &Stationery::lead},
    {"type_pt", "clinic_name", &Stationery::clinic_name},
    {"type_pt", "patient_name", &Stationery::patient_name},
    {"type_pt", "header", &Stationery::header},
    {"type_pt", "box_heading", &Stationery::box_heading},
    {"type_pt", "section", &Stationery::section},
    {"type_pt", "card_name", &Stationery::card_name},
    {"type_pt", "card_name_least", &Stationery::card_name_least},
    {"type_pt", "disc_number", &Stationery::disc_number},
    {"type_pt", "side_tag", &Stationery::side_tag},
    {"type_pt", "panel_label", &Stationery::panel_label},
    {"type_pt", "dose_number", &Stationery::dose_number},
    {"type_pt", "dose_unit", &Stationery::dose_unit},
    {"type_pt", "note", &Stationery::note},
    {"type_pt", "footer", &Stationery::footer},
    {"leading", "leading", &Stationery::leading},
    {"leading", "title_leading", &Stationery::title_leading},
    {"card_mm", "disc", &Stationery::disc},
    {"card_mm", "side_tag_line", &Stationery::side_tag_line},
    {"card_mm", "figure_height_a4", &Stationery::figure_height_a4},
    {"card_mm", "figure_height_letter", &Stationery::figure_height_letter},
    {"card_mm", "figure_radius", &Stationery::figure_radius},
    {"card_mm", "thin_line", &Stationery::thin_line},
    {"card_mm", "label_inset_x", &Stationery::label_inset_x},
    {"card_mm", "label_inset_y", &Stationery::label_inset_y},
    {"card_mm", "dose_line", &Stationery::dose_line},
    {"card_mm", "dose_height", &Stationery::dose_height},
    {"card_mm", "hang", &Stationery::hang},
    {"card_mm", "note_bar", &Stationery::note_bar},
    {"card_mm", "note_gap", &Stationery::note_gap},
    {"card_mm", "section_line", &Stationery::section_line},
    {"furniture_mm", "header_line", &Stationery::header_line},
    {"furniture_mm", "header_gap", &Stationery::header_gap},
    {"furniture_mm", "footer_gap", &Stationery::footer_gap},
    {"furniture_mm", "stop_line", &Stationery::stop_line},
    {"furniture_mm", "box_line", &Stationery::box_line},
    {"furniture_mm", "box_padding", &Stationery::box_padding},
    {"furniture_mm", "box_radius", &Stationery::box_radius},
    {"furniture_mm", "icon", &Stationery::icon},
};

constexpr WordTable<CardForm, 3> kCardForms{
    {{CardForm::cells, "cells"}, {CardForm::sentences, "sentences"}, {CardForm::row, "row"}}};
constexpr double kNarrowDay = 8, kWideDay = 13;  // mm: two weeks side by side, one
constexpr int kMostPages = 99;
constexpr double kLargePrint = 16, kClearPrint = 12;  // UKAAF, RNIB: the least of each

std::vector<std::string> words_at(const toml::table& table, std::string_view key) {
  std::vector<std::string> words;
  if (const toml::array* list = table["session_rules"][key].as_array())
    for (const toml::node& word : *list) words.push_back(word.value_or(std::string()));
  return words;
}

Error fault(const std::string& file, const toml::node& node, const std::string& what) {
  return Error(ErrorKind::invalid, file + ":" + std::to_string(node.source().begin.line), what);
}

// A word of the file that no entry reads is a slip of the finger: say so, rather than print with
// another size.
void refuse_unknown(const toml::table& table, const std::string& file) {
  for (const auto& [heading, content] : table) {
    const toml::table* inner = content.as_table();
    if (inner == nullptr || heading == "session_rules" || heading == "form") continue;
    for (const auto& entry : *inner) {
      std::vector<std::string> known;
      bool found = false;
      for (const Entry& each : kEntries) {
        known.emplace_back(each.key);
        found = found || (each.table == heading.str() && each.key == entry.first.str());
      }
      const std::string key(entry.first.str());
      if (!found)
        throw fault(file, entry.second,
                    "\"" + key + "\" is not known here." + did_you_mean(key, known));
    }
  }
}

double number_at(const toml::table& table, const Entry& entry, const std::string& file) {
  const auto node = table[entry.table][entry.key];
  const auto value = node.value<double>();
  if (!value)
    throw Error(
        ErrorKind::invalid, file,
        "[" + std::string(entry.table) + "] needs a number \"" + std::string(entry.key) + "\".");
  if (*value <= 0 || *value > 400)
    throw fault(file, *node.node(), "\"" + std::string(entry.key) + "\" is out of range.");
  return *value * entry.unit();
}

void read_form(Stationery& stationery, const toml::table& table, const std::string& file) {
  const auto node = table["form"]["card"];
  const auto card = value_in(kCardForms, node.value_or(std::string_view()));
  if (!card)
    throw Error(ErrorKind::invalid, file,
                "[form] needs card = \"cells\", \"sentences\" or \"row\".");
  stationery.card = *card;
  stationery.list_columns = table["form"]["list_columns"].value_or(2);
  stationery.diary_weeks = table["form"]["diary_weeks"].value_or(2);
  if (stationery.diary_weeks < 1 || stationery.diary_weeks > 2)
    throw Error(ErrorKind::invalid, file, "[form] diary_weeks is 1 or 2.");
  stationery.most_pages = table["form"]["most_pages"].value_or(0);
  if (stationery.list_columns < 1 || stationery.list_columns > 2)
    throw Error(ErrorKind::invalid, file, "[form] list_columns is 1 or 2.");
  if (stationery.most_pages < 0 || stationery.most_pages > kMostPages)
    throw Error(ErrorKind::invalid, file, "[form] most_pages is out of range.");
}

}  // namespace

std::optional<Paper> paper_from(std::string_view word) {
  if (word == "a4") return Paper::a4;
  if (word == "letter") return Paper::letter;
  return std::nullopt;
}

std::string_view word(Paper paper) { return paper == Paper::a4 ? "a4" : "letter"; }

PaperSize size_of(Paper paper) {
  if (paper == Paper::letter) return {612, 792};
  return {210 * kPointsPerMillimetre, 297 * kPointsPerMillimetre};
}

double Stationery::content_width(Paper paper) const {
  return size_of(paper).width - margin_left - margin_right;
}

double Stationery::words_width(Paper paper) const {
  const double beside = card == CardForm::row ? disc + gutter : 0;
  return content_width(paper) - gutter - picture_width - beside;
}

double Stationery::figure_height(Paper paper) const {
  return paper == Paper::a4 ? figure_height_a4 : figure_height_letter;
}

double Stationery::diary_box(int weeks) const {
  return (weeks > 1 ? kNarrowDay : kWideDay) * kPointsPerMillimetre;
}

double Stationery::panel_width(std::size_t panels) const {
  return picture_width / static_cast<double>(std::max<std::size_t>(panels, 2)) - 2 * label_inset_x;
}

double Stationery::panel_height(Paper paper) const {
  return figure_height(paper) - 2 * label_inset_y;
}

Stationery resized(const Stationery& stationery, double body) {
  Stationery sized = stationery;
  const double factor = body / stationery.body;
  sized.least = body >= kLargePrint ? kLargePrint : kClearPrint;
  for (const Entry& entry : kEntries)
    if (entry.is_type_size() && entry.member != &Stationery::least)
      sized.*entry.member = std::max(sized.least, stationery.*entry.member * factor);
  for (double Stationery::*size :
       {&Stationery::disc, &Stationery::hang, &Stationery::icon, &Stationery::dose_height})
    sized.*size *= factor;
  return sized;
}

Stationery read_stationery(const std::filesystem::path& file) {
  const std::string where = file.filename().string(), text = read_file(file);
  Stationery stationery;
  try {
    const toml::table table = toml::parse(text, where);
    refuse_unknown(table, where);
    read_form(stationery, table, where);
    stationery.name = table["name"].value_or(std::string());
    stationery.pain_rules = words_at(table, "pain");
    stationery.reminders = words_at(table, "reminders");
    for (const Entry& entry : kEntries) {
      stationery.*entry.member = number_at(table, entry, where);
      if (entry.is_type_size() && stationery.*entry.member < stationery.least)
        throw fault(where, *table[entry.table][entry.key].node(),
                    "\"" + std::string(entry.key) + "\" is smaller than " +
                        number(stationery.least) + " points, the least that this layout prints.");
    }
  } catch (const toml::parse_error& broken) {
    throw Error(ErrorKind::invalid, where + ":" + std::to_string(broken.source().begin.line),
                std::string(broken.description()) + ".");
  }
  return stationery;
}

}  // namespace kinescript
