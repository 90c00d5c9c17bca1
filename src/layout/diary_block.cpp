// SPDX-License-Identifier: MIT
#include "layout/diary_block.h"

#include <algorithm>
#include <array>

#include "layout/elements.h"

namespace kinescript {
namespace {

constexpr double kMillimetre = 72 / 25.4;
constexpr double kPicture = 18 * kMillimetre;
constexpr double kLeastRow = 12.4 * kMillimetre, kBox = 8 * kMillimetre;
constexpr double kWideBox = 10 * kMillimetre;  // where letters are large
constexpr double kWeekRule = 0.7 * kMillimetre;
constexpr double kScale = 9 * kMillimetre, kNoteLine = 8.4 * kMillimetre;
constexpr int kNoteLines = 3, kWorstPain = 10;
constexpr double kPadding = 3, kGap = 8, kDash = 6;  // points

class DiaryBuilder {
 public:
  DiaryBuilder(const Setter& setter, const Stationery& stationery, Paper paper,
               const Diary& diary, const DiaryTable& table)
      : setter_(setter),
        st_(stationery),
        diary_(diary),
        table_(table),
        body_{st_.body, st_.leading},
        whole_(st_.content_width(paper)),
        day_(std::max(stationery.diary_box(table.weeks), widest_day())),
        number_(st_.hang * 1.5),
        picture_(st_.card == CardForm::sentences ? 0 : kPicture),
        words_(whole_ - number_ - picture_ - day_ * static_cast<double>(table.days.size())) {}

  std::vector<Block> sheets(double highest) const {
    std::vector<Block> sheets;
    const Block closing = closing_rows();
    for (std::size_t next = 0; next < table_.rows.size();) {
      Column sheet, table;
      const bool first = next == 0;
      sheet.add(opening(), first ? Role::none : Role::artifact);
      sheet.gap(kGap);
      table.add(header(), first ? Role::table_row : Role::artifact);
      for (; next < table_.rows.size(); ++next) {
        Block row = exercise_row(table_.rows[next]);
        if (sheet.height() + kGap + table.height() + row.height + closing.height > highest) break;
        table.add(std::move(row), Role::table_row);
      }
      if (next == table_.rows.size()) add_closing_rows(table);
      sheet.add(std::move(table).block(), Meaning{Role::table, "", "", !first});
      if (next == table_.rows.size()) add_extras(sheet, highest);
      sheets.push_back(std::move(sheet).block());
    }
    return sheets;
  }

 private:
  // Of the days' names: a "dom" is wider than a "Sun".
  double widest_day() const {
    TextStyle style = body_;
    style.goes_on = true;
    double widest = 0;
    for (const DiaryDay& day : table_.days)
      widest = std::max(widest, set_line(setter_, bold(day.letter), style).width);
    return widest;
  }

  Block opening() const {
    Column column;
    column.add(set_text(setter_, bold(table_.heading), {st_.title, st_.title_leading}, whole_),
               Role::heading1);
    column.gap(4);
    column.add(set_text(setter_, regular(diary_.lead), body_, whole_), Role::paragraph);
    return std::move(column).block();
  }

  double day_x(std::size_t day) const { return whole_ - day_ * rest_of(day); }
  double rest_of(std::size_t day) const { return static_cast<double>(table_.days.size() - day); }

  static Block centred(Block text, double width) {
    Block cell{width, text.height, {}};
    const double x = (width - text.width) / 2;
    place(cell.drawing, std::move(text), x, 0);
    return cell;
  }

  Block header() const {
    TextStyle style = body_;
    style.goes_on = true;
    Block row{whole_, 2 * body_.pitch() + kPadding, {}};
    place(row.drawing, set_line(setter_, bold(diary_.exercise), style), 0, body_.pitch(),
          {Role::table_header});
    for (std::size_t i = 0; i < table_.days.size(); ++i) {
      Column day;
      day.add(centred(set_line(setter_, bold(table_.days[i].letter), style), day_));
      day.add(centred(set_line(setter_, regular(table_.days[i].number), body_), day_));
      place(row.drawing, std::move(day).block(), day_x(i), 0, {Role::table_header});
    }
    return row;
  }

  Drawing thumbnail(const FigurePanel& panel, double width, double height) const {
    const double scale =
        std::min({width / panel.bounds.width(), height / panel.bounds.height(), 1.0});
    const double x = (width - panel.bounds.width() * scale) / 2 - panel.bounds.left * scale;
    const double y = (height - panel.bounds.height() * scale) / 2 - panel.bounds.top * scale;
    return {group(panel.drawing, Matrix::translate(x, y) * Matrix::scale(scale, scale))};
  }

  double box_height() const { return picture_ > 0 ? kBox : kWideBox; }

  Block exercise_row(const DiaryRow& exercise) const {
    const int most = *std::max_element(exercise.boxes.begin(), exercise.boxes.end());
    TextStyle style = body_;
    style.goes_on = true;
    Column words;
    words.add(set_text(setter_, bold(exercise.name), style, words_ - kPadding));
    const std::string dose =
        exercise.side_tag.empty() ? exercise.dose : exercise.side_tag + ", " + exercise.dose;
    words.add(set_text(setter_, regular(dose), body_, words_ - kPadding));
    const double height = std::max({kLeastRow, most * box_height(), words.height() + 2 * kPadding});
    Block head{number_ + picture_ + words_, height, {}};
    Block number = set_line(setter_, bold(std::to_string(exercise.number)), style);
    const double number_y = (height - number.height) / 2, words_y = (height - words.height()) / 2;
    place(head.drawing, std::move(number), 0, number_y);
    place(head.drawing, std::move(words).block(), number_ + picture_, words_y);
    if (picture_ > 0 && !exercise.picture.drawing.empty())
      place(head.drawing, {0, 0, thumbnail(exercise.picture, picture_ - 4, height - 4)}, number_, 2,
            {Role::artifact});
    Block row = ruled(height);
    place(row.drawing, std::move(head), 0, 0, {Role::table_header});
    for (std::size_t i = 0; i < exercise.boxes.size(); ++i)
      place(row.drawing, boxes(exercise.boxes[i], height), day_x(i), 0, {Role::table_cell});
    return row;
  }

  // A row with its rule below, and the thick one between the weeks.
  Block ruled(double height) const {
    Block row{whole_, height, {}};
    Block lines{
        whole_,
        height,
        {Fill{rectangle(0, height - st_.thin_line, whole_, st_.thin_line), Colour::black()}}};
    if (table_.weeks > 1)
      lines.drawing.emplace_back(
          Fill{rectangle(day_x(table_.days.size() / 2) - kWeekRule / 2, 0, kWeekRule, height),
               Colour::black()});
    place(row.drawing, std::move(lines), 0, 0, {Role::artifact});
    return row;
  }

  // So many boxes to tick, one below the other; a dash where nothing is due, so that the space
  // between two boxes is not taken for a box.
  Block boxes(int count, double height) const {
    Drawing drawing;
    if (count == 0)
      drawing.emplace_back(Fill{rectangle((day_ - kDash) / 2, (height - st_.box_line) / 2, kDash,
                                          st_.box_line),
                                Colour::black()});
    const double line = st_.thin_line, each = height / std::max(count, 1);
    for (int i = 0; i < count; ++i)
      drawing.emplace_back(
          Stroke{rectangle(line / 2, i * each, day_ - line, each), Colour::black(), line});
    Block cell{day_, height, {}};
    place(cell.drawing, {day_, height, std::move(drawing)}, 0, 0, {Role::artifact});
    return cell;
  }

  bool is_due(std::size_t day) const {
    return std::any_of(table_.rows.begin(), table_.rows.end(),
                       [day](const DiaryRow& row) { return row.boxes[day] > 0; });
  }

  Block closing_row(const std::string& label) const {
    Block text = set_text(setter_, bold(label), body_, number_ + picture_ + words_ - kPadding);
    const double height = std::max(kLeastRow, text.height + 2 * kPadding);
    Block row = ruled(height);
    const double y = (height - text.height) / 2;
    place(row.drawing, std::move(text), 0, y, {Role::table_header});
    for (std::size_t i = 0; i < table_.days.size(); ++i)
      place(row.drawing, boxes(is_due(i) ? 1 : 0, height), day_x(i), 0, {Role::table_cell});
    return row;
  }
  void add_closing_rows(Column& table) const {
    table.add(closing_row(diary_.pain), Role::table_row);
    table.add(closing_row(diary_.felt), Role::table_row);
  }
  Block closing_rows() const {
    Column rows;
    add_closing_rows(rows);
    return std::move(rows).block();
  }

  // What helps to fill it in, as far as the sheet has room; what the letters mean comes first.
  void add_extras(Column& sheet, double highest) const {
    const auto add = [&](Block block, Role role) {
      if (sheet.height() + kGap + block.height > highest) return;
      sheet.gap(kGap);
      sheet.add(std::move(block), role);
    };
    add(set_text(setter_, regular(diary_.felt_key), body_, whole_), Role::paragraph);
    add(high_pain(), Role::none);
    add(scale(), Role::none);
    add(notes(), Role::none);
  }

  Block high_pain() const {
    const double padding = st_.box_padding;
    Column column;
    for (const std::string& line : diary_.high_pain)
      column.add(set_text(setter_, bold(line), body_, whole_ - 2 * padding), Role::paragraph);
    return framed(std::move(column).block(), {st_.stop_line, padding, st_.box_radius, whole_});
  }

  Block scale() const {
    const double step = whole_ / (kWorstPain + 1), line = st_.box_line;
    Block bar{whole_, kScale, {}};
    Drawing lines, numbers;
    TextStyle style{st_.box_heading, 1};
    style.goes_on = true;
    for (int i = 0; i <= kWorstPain; ++i) {
      lines.emplace_back(
          Stroke{rectangle(i * step + line / 2, line / 2, step - line, kScale - line),
                 Colour::black(), line});
      Block number = centred(set_line(setter_, bold(std::to_string(i)), style), step);
      const double y = (kScale - number.height) / 2;
      place(numbers, std::move(number), i * step, y);
    }
    place(bar.drawing, {0, 0, std::move(lines)}, 0, 0, {Role::artifact});
    place(bar.drawing, {0, 0, std::move(numbers)}, 0, 0, {Role::paragraph});
    Column column;
    column.add(std::move(bar));
    column.gap(2);
    column.add(scale_words());
    return std::move(column).block();
  }
  Block scale_words() const {
    Block row{whole_, 0, {}};
    for (std::size_t i = 0; i < diary_.scale.size(); ++i) {
      Block text = set_text(setter_, regular(diary_.scale[i]), body_, whole_ / 3 - kPadding);
      row.height = std::max(row.height, text.height);
      const double x = (whole_ - text.width) * static_cast<double>(i) / 2;
      place(row.drawing, std::move(text), x, 0, {Role::paragraph});
    }
    return row;
  }

  Block notes() const {
    Column column;
    column.add(set_text(setter_, bold(diary_.notes), {st_.box_heading, st_.leading}, whole_),
               Role::heading2);
    for (int i = 0; i < kNoteLines; ++i) {
      column.gap(kNoteLine);
      column.add(rule(whole_, st_.thin_line), Role::artifact);
    }
    return std::move(column).block();
  }

  const Setter& setter_;
  const Stationery& st_;
  const Diary& diary_;
  const DiaryTable& table_;
  TextStyle body_;
  double whole_, day_, number_, picture_, words_;
};

}  // namespace

std::vector<Block> diary_sheets(const Setter& setter, const Stationery& stationery, Paper paper,
                                const Diary& diary, double highest) {
  std::vector<Block> sheets;
  for (const DiaryTable& table : diary.tables)
    for (Block& sheet : DiaryBuilder(setter, stationery, paper, diary, table).sheets(highest))
      sheets.push_back(std::move(sheet));
  return sheets;
}

}  // namespace kinescript
