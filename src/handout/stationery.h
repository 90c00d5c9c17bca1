// SPDX-License-Identifier: MIT
// Stationery: one layout of the handout as a clinic could edit it
// (templates/layouts/standard.toml): paper, margins, grid, type sizes, line widths, heights. The
// file gives millimetres and points of type; here everything is in points (1/72 inch). Figures:
// design of the handout, "Part 1"; nothing in Standard is under 12 points, in Large print under 16,
// in Compact under 10.
//
//   Stationery standard = read_stationery("templates/layouts/standard.toml");
//   standard.words_width(Paper::a4)      -> 266.5 (94 mm)
//
// Throws Error{not_found} or Error{invalid} "standard.toml:7: …" (a word that is not known, a size
// under `least`).
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kinescript {

enum class Paper : unsigned char { a4, letter };
std::optional<Paper> paper_from(std::string_view word);  // "a4", "letter"
std::string_view word(Paper paper);

struct PaperSize {
  double width = 0, height = 0;
};
PaperSize size_of(Paper paper);

// How a card is built. cells: picture and a dose box at the left, words at the right. sentences:
// the same, with the dose told in sentences. row: picture and dose, words with the steps run on.
enum class CardForm : unsigned char { cells, sentences, row };

struct Stationery {
  std::string name;   // "standard"
  double least = 12;  // no glyph is smaller
  CardForm card = CardForm::cells;
  int list_columns = 2;  // of the lists in boxes: 1 or 2
  int diary_weeks = 2;   // side by side on a sheet of the diary: 1 or 2
  int most_pages = 0;    // the diary not counted; 0 = as many as it takes

  // Which of the catalog's session rules are printed, by id, in order: with the pain rule; as
  // reminders.
  std::vector<std::string> pain_rules, reminders;

  // Page and grid
  double margin_top = 0, margin_right = 0, margin_bottom = 0, margin_left = 0;
  double picture_width = 0;  // of a card's left column; the words have the rest but the gutter
  double gutter = 0;
  double block_gap = 0;  // between boxes, and between a box and the cards

  // Type sizes; `leading` is the pitch of lines as a multiple of the size
  double body = 0, leading = 0, title = 0, title_leading = 0, lead = 0;
  double clinic_name = 0, patient_name = 0, header = 0, box_heading = 0, section = 0, card_name = 0,
         card_name_least = 0;
  double disc_number = 0, side_tag = 0, panel_label = 0, dose_number = 0, dose_unit = 0, note = 0,
         footer = 0;

  // Furniture of pages, boxes and cards
  double disc = 0, side_tag_line = 0;
  double figure_height_a4 = 0, figure_height_letter = 0, figure_radius = 0, thin_line = 0;
  double label_inset_x = 0, label_inset_y = 0;
  double dose_line = 0, dose_height = 0;
  double hang = 0;  // of step numbers and list bullets
  double note_bar = 0, note_gap = 0;
  double section_line = 0, header_line = 0, header_gap = 0, footer_gap = 0;
  double stop_line = 0, box_line = 0, box_padding = 0, box_radius = 0, icon = 0;

  double content_width(Paper paper) const;  // between the side margins
  double words_width(Paper paper) const;    // of a card's right column
  double figure_height(Paper paper) const;
  // Width of a day's column in the diary, and so of a box to tick.
  double diary_box(int weeks) const;
  // Room for one of `panels` pictures side by side in the figure box, at least two.
  double panel_width(std::size_t panels) const;
  double panel_height(Paper paper) const;
};

// The same layout with another size of its body text, the other sizes in proportion, none under the
// least (from 16 points on large print's 16, below that 12). REQUIRES kSmallestBody <= body <=
// kLargestBody.
inline constexpr double kSmallestBody = 13, kLargestBody = 24;
Stationery resized(const Stationery& stationery, double body);

Stationery read_stationery(const std::filesystem::path& file);

}  // namespace kinescript
