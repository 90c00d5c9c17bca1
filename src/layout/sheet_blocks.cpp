// SPDX-License-Identifier: MIT
#include "layout/sheet_blocks.h"

#include <algorithm>
#include <array>

#include "layout/elements.h"
#include "layout/figure_box.h"

namespace kinescript {
namespace {

constexpr std::array kTableColumns = {0.34, 0.35, 0.31};  // of the page's width
constexpr double kMessageColumn = 0.6;  // of the page's width, where it stands beside the title
constexpr double kCellGap = 8;          // points, between the table's columns
constexpr double kRowPadding = 1.5;     // points, above and below a table row's text

}  // namespace

SheetBuilder::SheetBuilder(const Setter& setter, const Stationery& stationery, Paper paper)
    : setter_(setter),
      st_(stationery),
      paper_(paper),
      width_(stationery.content_width(paper)),
      inner_(width_ - 2 * stationery.box_padding),
      body_{stationery.body, stationery.leading} {}

Block SheetBuilder::heading(const std::string& text) const {
  return set_text(setter_, bold(text), {st_.box_heading, st_.leading}, inner_);
}

// `first`: the second and further pieces of a box say their heading again, for the eye alone.
// The lead stands on the heading's line where it fits.
Block SheetBuilder::heading_and_lead(const TextBox& box, bool first) const {
  Block title = heading(box.heading);
  Block lead = first ? set_text(setter_, regular(box.lead), body_, inner_) : Block{};
  const double x = title.width + st_.gutter;
  const bool beside = x + lead.width <= inner_ && lead.height <= title.height;
  const double y = beside ? title.height - lead.height : title.height;
  Block block{inner_, lead.empty() ? title.height : y + lead.height, {}};
  place(block.drawing, std::move(title), 0, 0, {first ? Role::heading2 : Role::artifact});
  if (!lead.empty()) place(block.drawing, std::move(lead), beside ? x : 0, y, {Role::paragraph});
  return block;
}

Block SheetBuilder::inner_list(const std::vector<std::string>& items) const {
  if (st_.list_columns == 1) return bulleted_list(setter_, items, body_, inner_, st_.hang * 0.75);
  return two_column_list(setter_, items, body_, inner_, st_.gutter, st_.hang * 0.75);
}

// A sign with the heading beside it, level with its middle.
Block SheetBuilder::with_sign(Block sign, const std::string& title) const {
  const double x = sign.width + st_.gutter * 0.6;
  Block words = set_text(setter_, bold(title), {st_.box_heading, st_.leading}, inner_ - x);
  Block row{inner_, std::max(sign.height, words.height), {}};
  const double sign_y = (row.height - sign.height) / 2, words_y = (row.height - words.height) / 2;
  place(row.drawing, std::move(sign), 0, sign_y);
  place(row.drawing, std::move(words), x, words_y, {Role::heading2});
  return row;
}

Block SheetBuilder::in_frame(Block content, double line) const {
  return framed(std::move(content), {line, st_.box_padding, st_.box_radius, width_});
}

// What to do and how often, how long it takes and what is needed.
Block SheetBuilder::message(const Handout& handout, double width) const {
  Column column;
  column.add(
      set_text(setter_, bold(sentences(handout.main_message)), {st_.lead, st_.leading}, width),
      Role::paragraph);
  column.gap(4);
  column.add(set_text(setter_, handout.session, body_, width), Role::paragraph);
  return std::move(column).block();
}

// In Compact the message stands right of the title.
Block SheetBuilder::opening(const Handout& handout) const {
  const bool beside = st_.card == CardForm::row;
  const double words = beside ? width_ * kMessageColumn : width_;
  Block title = set_text(setter_, bold(handout.title), {st_.title, st_.title_leading},
                         beside ? width_ - words - st_.gutter : width_);
  Block what = message(handout, words);
  const double y = beside ? 0 : title.height + 4;
  Block opening{width_, std::max(title.height, y + what.height), {}};
  place(opening.drawing, std::move(title), 0, 0, {Role::heading1});
  place(opening.drawing, std::move(what), width_ - words, y);
  return opening;
}

Block SheetBuilder::stop_box(const Handout& handout) const {
  Column column;
  for (const StopGroup& group : handout.stop_box) {
    if (group.tier != Tier::emergency) continue;
    column.gap(4);
    if (column.empty()) {
      column.add(
          with_sign(stop_sign(setter_, handout.stop_word, st_.icon, st_.least), group.heading));
    } else {
      column.add(heading(group.heading), Role::heading2);
    }
    column.gap(3);
    column.add(inner_list(group.items));
  }
  return in_frame(std::move(column).block(), st_.stop_line);
}

Block SheetBuilder::stop_groups(const Handout& handout, Tier from, Tier to) const {
  Column column;
  for (const StopGroup& group : handout.stop_box) {
    if (group.tier < from || group.tier > to) continue;
    column.gap(5);
    column.add(heading(group.heading), Role::heading2);
    column.gap(1);
    column.add(inner_list(group.items));
  }
  return column.empty() ? Block{} : in_frame(std::move(column).block(), st_.stop_line);
}

Block SheetBuilder::call_box(const Handout& handout) const {
  return stop_groups(handout, Tier::call_us, Tier::call_us);
}

// Today and this week stand beside each other where lists have columns.
Block SheetBuilder::doctor_box(const Handout& handout) const {
  std::vector<const StopGroup*> groups;
  for (const StopGroup& group : handout.stop_box)
    if (group.tier == Tier::doctor_today || group.tier == Tier::doctor_soon)
      groups.push_back(&group);
  if (st_.list_columns == 1 || groups.size() != 2)
    return stop_groups(handout, Tier::doctor_today, Tier::doctor_soon);
  const double half = (inner_ - st_.gutter) / 2;
  Block row{inner_, 0, {}};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Column column;
    column.add(set_text(setter_, bold(groups[i]->heading), {st_.box_heading, st_.leading}, half),
               Role::heading2);
    column.gap(1);
    column.add(bulleted_list(setter_, groups[i]->items, body_, half, st_.hang * 0.75));
    row.height = std::max(row.height, column.height());
    place(row.drawing, std::move(column).block(), static_cast<double>(i) * (half + st_.gutter), 0);
  }
  return in_frame(std::move(row), st_.stop_line);
}

// The sign stands left of heading and lines.
Block SheetBuilder::precautions(const TextBox& box) const {
  if (box.empty()) return {};
  Block sign = warning_sign(st_.icon * 0.8);
  const double x = st_.icon + st_.gutter * 0.6;
  Column words;
  words.add(set_text(setter_, bold(box.heading), {st_.box_heading, st_.leading}, inner_ - x),
            Role::heading2);
  words.add(bulleted_list(setter_, box.lines, body_, inner_ - x, st_.hang * 0.75));
  Block content{inner_, std::max(sign.height, words.height()), {}};
  const double sign_x = (st_.icon - sign.width) / 2, sign_y = (content.height - sign.height) / 2;
  place(content.drawing, std::move(sign), sign_x, sign_y, {Role::artifact});
  place(content.drawing, std::move(words).block(), x, 0);
  return in_frame(std::move(content), st_.box_line);
}

Block SheetBuilder::pain_rule(const TextBox& box) const {
  if (box.empty()) return {};
  Column column;
  column.add(heading_and_lead(box, true));
  column.gap(3);
  column.add(st_.card == CardForm::row
                 ? inner_list(box.lines)
                 : bulleted_list(setter_, box.lines, body_, inner_, st_.hang * 0.75));
  return in_frame(std::move(column).block(), st_.box_line);
}

Block SheetBuilder::reminders(const TextBox& box) const {
  if (box.empty()) return {};
  Column column;
  column.add(heading(box.heading), Role::heading2);
  column.gap(2);
  column.add(inner_list(box.lines));
  return in_frame(std::move(column).block(), st_.box_line);
}

// As wide as its column and no wider than a card's.
Block SheetBuilder::easier_picture(const EasierWay& way, double width) const {
  if (way.panels.empty()) return {};
  Stationery narrow = st_;
  narrow.picture_width = std::min(st_.picture_width, width);
  Block box = figure_box(setter_, narrow, paper_, way.panels);
  Block picture{box.width, box.height, {}};
  place(picture.drawing, std::move(box), 0, 0, {Role::figure, way.alternative});
  return picture;
}

// Picture and dose beside the steps, as on a card: where lists have one column.
Block SheetBuilder::easier_halves(const EasierWay& way, double width) const {
  const double half = (width - st_.gutter) / 2;
  Column left, right;
  left.add(easier_picture(way, half));
  left.gap(4);
  left.add(set_text(setter_, bold(way.dose), body_, half), Role::paragraph);
  right.add(numbered_list(setter_, way.steps, body_, half, st_.hang));
  Block halves{width, std::max(left.height(), right.height()), {}};
  place(halves.drawing, std::move(left).block(), 0, 0);
  place(halves.drawing, std::move(right).block(), width - half, 0);
  return halves;
}

// Number and name, the picture, the steps, how many. Compact runs the steps on.
Block SheetBuilder::easier_way(const EasierWay& way, double width) const {
  const bool run_on = st_.card == CardForm::row;
  const double hang = st_.hang * (run_on ? 1.3 : 1);
  TextStyle style = body_;
  style.goes_on = true;
  Block number = set_line(setter_, bold(std::to_string(way.number)), style);
  Column words;
  if (run_on) {
    Paragraph text = {{way.name + ". ", true}};
    for (Span& span : numbered_sentences(way.steps, way.dose)) text.push_back(std::move(span));
    words.add(set_text(setter_, text, body_, width - hang), Role::list_body);
  } else {
    words.add(set_text(setter_, bold(way.name), body_, width - hang), Meaning{Role::paragraph},
              hang);
    words.gap(2);
    if (st_.list_columns == 1) {
      words.add(easier_halves(way, width));
    } else {
      words.add(easier_picture(way, width));
      words.gap(2);
      words.add(numbered_list(setter_, way.steps, body_, width, st_.hang));
      words.gap(2);
      words.add(set_text(setter_, bold(way.dose), body_, width), Role::paragraph);
    }
  }
  const double height = words.height();
  Block row{width, height, {}};
  place(row.drawing, std::move(number), 0, 0, {run_on ? Role::label : Role::paragraph});
  place(row.drawing, std::move(words).block(), run_on ? hang : 0, 0);
  if (!run_on) return row;
  Block item{width, height, {}}, list = item;
  place(item.drawing, std::move(row), 0, 0, {Role::list_item});
  place(list.drawing, std::move(item), 0, 0, {Role::list});
  return list;
}

// As many side by side as lists have columns; the last one alone has the whole width.
Block SheetBuilder::easier_row(const Handout& handout, std::size_t first) const {
  const std::size_t columns =
      std::min(static_cast<std::size_t>(st_.list_columns), handout.easier_ways.size() - first);
  const double step = (inner_ + st_.gutter) / static_cast<double>(columns);
  Block row{inner_, 0, {}};
  for (std::size_t i = 0; i < columns; ++i) {
    Block way = easier_way(handout.easier_ways[first + i], step - st_.gutter);
    row.height = std::max(row.height, way.height);
    place(row.drawing, std::move(way), step * static_cast<double>(i), 0);
  }
  return row;
}

std::vector<Block> SheetBuilder::easier_ways(const Handout& handout, double highest) const {
  std::vector<Block> boxes;
  const std::size_t columns = static_cast<std::size_t>(st_.list_columns);
  // Small boxes find room at the foot of a page.
  const std::size_t most_rows = st_.card == CardForm::row ? 1 : 2;
  for (std::size_t next = 0; next < handout.easier_ways.size();) {
    const bool first = next == 0;
    Column column;
    column.add(heading_and_lead(handout.easier, first));
    for (std::size_t rows = 0; rows < most_rows && next < handout.easier_ways.size();
         ++rows, next += columns) {
      Block row = easier_row(handout, next);
      const double gap = (rows == 0 ? 0.3 : 0.6) * body_.pitch();
      if (rows > 0 && column.height() + gap + row.height + 2 * st_.box_padding > highest) break;
      column.gap(gap);
      column.add(std::move(row));
    }
    boxes.push_back(in_frame(std::move(column).block(), st_.box_line));
  }
  return boxes;
}

Block SheetBuilder::table_cells(std::vector<Block> cells, bool is_header) const {
  Block row{width_, 0, {}};
  double x = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    row.height = std::max(row.height, cells[i].height + 2 * kRowPadding);
    place(row.drawing, std::move(cells[i]), x, kRowPadding,
          {is_header || i == 0 ? Role::table_header : Role::table_cell});
    x += kTableColumns[i] * width_;
  }
  return row;
}

Block SheetBuilder::table_header(const Glance& glance) const {
  std::vector<Block> cells;
  for (const std::string& text : {glance.exercise, glance.how_many, glance.how_often})
    cells.push_back(
        set_text(setter_, bold(text), body_, width_ * kTableColumns[cells.size()] - kCellGap));
  Column header;
  header.add(table_cells(std::move(cells), true));
  header.add(rule(width_, st_.box_line), Role::artifact);
  return std::move(header).block();
}

// The exercise's number hangs left of its name.
Block SheetBuilder::table_row(const GlanceRow& row) const {
  TextStyle style = body_;
  style.goes_on = true;
  const double hang = st_.hang * 1.3;
  Block number = set_line(setter_, bold(std::to_string(row.number)), style);
  Block name =
      set_text(setter_, regular(row.exercise), body_, width_ * kTableColumns[0] - kCellGap - hang);
  Block exercise{hang + name.width, name.height, {}};
  place(exercise.drawing, std::move(number), 0, 0);
  place(exercise.drawing, std::move(name), hang, 0);
  std::vector<Block> cells;
  cells.push_back(std::move(exercise));
  cells.push_back(
      set_text(setter_, regular(row.how_many), body_, width_ * kTableColumns[1] - kCellGap));
  cells.push_back(set_text(setter_, regular(row.how_often), body_, width_ * kTableColumns[2]));
  return table_cells(std::move(cells), false);
}

std::vector<Block> SheetBuilder::glance(const Glance& glance, double highest) const {
  std::vector<Block> pieces;
  std::size_t next = 0;
  while (next < glance.rows.size()) {
    const bool first = next == 0;
    Column table, piece;
    table.add(table_header(glance), first ? Role::table_row : Role::artifact);
    if (first)
      piece.add(set_text(setter_, bold(glance.heading), {st_.card_name, st_.leading}, width_),
                Role::heading2);
    piece.gap(first ? 2 : 0);
    for (; next < glance.rows.size(); ++next) {
      Block row = table_row(glance.rows[next]);
      const double needed = piece.height() + table.height() + row.height + 2 + st_.thin_line;
      if (needed > highest) break;
      table.add(std::move(row), Role::table_row);
      table.add(rule(width_, st_.thin_line), Role::artifact);
    }
    piece.add(std::move(table).block(), Meaning{Role::table, "", "", !first});
    pieces.push_back(std::move(piece).block());
  }
  return pieces;
}

}  // namespace kinescript
