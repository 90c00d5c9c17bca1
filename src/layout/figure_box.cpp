// SPDX-License-Identifier: MIT
#include "layout/figure_box.h"

#include <algorithm>

#include "layout/elements.h"

namespace kinescript {
namespace {

constexpr double kCellPadding = 5;  // points, left and right in a dose cell
constexpr double kWordGap = 3.4;    // points, between number and words (a blank at 12 points)

Path straight(Point from, Point to) {
  Path path;
  path.move_to(from);
  path.line_to(to);
  return path;
}

// Where the figures of all panels lie: one scale and one floor for all, x for each.
struct FigurePlaces {
  double scale = 1, floor = 0;
  std::vector<double> left;
};

// The room of one panel: the figure may not touch the label at its top left.
struct PanelRoom {
  double width, height, inset_x, inset_y;
  std::vector<Block> labels;

  double label_bottom(std::size_t i) const { return inset_y + labels[i].height; }
  double label_right(std::size_t i) const { return inset_x + labels[i].width + inset_x; }

  // x of the figure's left edge at that scale, or nullopt when it does not fit beside its label.
  std::optional<double> left_of(std::size_t i, const Box& bounds, double lowest,
                                double scale) const {
    const double figure_width = bounds.width() * scale;
    const double top = height - inset_y - (lowest - bounds.top) * scale;
    const double centred = (width - figure_width) / 2;
    if (top < inset_y || centred < 0) return std::nullopt;
    if (top >= label_bottom(i) || centred >= label_right(i)) return centred;
    const double beside = label_right(i);
    if (beside + figure_width > width - inset_x) return std::nullopt;
    return beside;
  }

  FigurePlaces fit(const std::vector<CardPanel>& panels) const {
    FigurePlaces places;
    double lowest = panels.front().figure.bounds.bottom;
    for (const CardPanel& panel : panels) lowest = std::max(lowest, panel.figure.bounds.bottom);
    for (double scale = 1; scale > 0.3; scale -= 0.02) {
      places = {scale, height - inset_y - lowest * scale, {}};
      for (std::size_t i = 0; i < panels.size(); ++i) {
        const auto left = left_of(i, panels[i].figure.bounds, lowest, scale);
        if (left) places.left.push_back(*left);
      }
      if (places.left.size() == panels.size()) break;
    }
    places.left.resize(panels.size());
    return places;
  }
};

struct Cell {
  Block before, number, after;
  double first_line(bool stacked) const {
    double total = number.width + (before.empty() ? 0 : before.width + kWordGap);
    if (!stacked && !after.empty()) total += kWordGap + after.width;
    return total;
  }
  double width(bool stacked) const {
    return std::max(first_line(stacked), stacked ? after.width : 0) + 2 * kCellPadding;
  }
};

class DoseBox {
 public:
  DoseBox(const Setter& setter, const Stationery& stationery, double width)
      : st_(stationery), width_(width) {
    number_ = {st_.dose_number, st_.leading};
    unit_ = {st_.dose_unit, st_.leading};
    number_.goes_on = unit_.goes_on = true;
    setter_ = &setter;
  }

  Block build(const std::vector<DoseCell>& dose) const {
    std::vector<Cell> cells;
    for (const DoseCell& cell : dose) cells.push_back(set_cell(cell));
    return rows(std::move(cells));
  }

 private:
  // All in one row where they fit, its words in two lines if need be; else the last cell, how long
  // it is held, stands in a row of its own below the others.
  Block rows(std::vector<Cell> cells) const {
    if (fits(cells, false)) return row(std::move(cells), false);
    if (fits(cells, true) || cells.size() < 2) return row(std::move(cells), true);
    std::vector<Cell> last;
    last.push_back(std::move(cells.back()));
    cells.pop_back();
    Column column;
    column.add(rows(std::move(cells)));
    column.add(rows(std::move(last)));
    return std::move(column).block();
  }

  Cell set_cell(const DoseCell& cell) const {
    return {set_line(*setter_, regular(cell.before), unit_),
            set_line(*setter_, bold(cell.number), number_),
            set_line(*setter_, regular(cell.after), unit_)};
  }
  double total(const std::vector<Cell>& cells, bool stacked) const {
    double sum = 0;
    for (const Cell& cell : cells) sum += cell.width(stacked);
    return sum;
  }
  bool fits(const std::vector<Cell>& cells, bool stacked) const {
    return total(cells, stacked) <= width_;
  }

  Block row(std::vector<Cell> cells, bool stacked) const {
    Block box{width_, stacked ? 2 * number_.pitch() : st_.dose_height, {}};
    const double slack = (width_ - total(cells, stacked)) / static_cast<double>(cells.size());
    Drawing lines, words;
    lines.emplace_back(
        Stroke{rounded_rectangle(st_.dose_line / 2, st_.dose_line / 2, box.width - st_.dose_line,
                                 box.height - st_.dose_line, st_.figure_radius),
               Colour::black(), st_.dose_line});
    double x = 0;
    for (Cell& cell : cells) {
      if (x > 0)
        lines.emplace_back(
            Stroke{straight({x, 0}, {x, box.height}), Colour::black(), st_.dose_line});
      const double cell_width = cell.width(stacked) + slack;
      put_words(words, std::move(cell), x, cell_width, box.height, stacked);
      x += cell_width;
    }
    place(box.drawing, {0, 0, std::move(lines)}, 0, 0, {Role::artifact});
    place(box.drawing, {0, 0, std::move(words)}, 0, 0);
    return box;
  }

  void put_words(Drawing& words, Cell cell, double x, double cell_width, double height,
                 bool stacked) const {
    double at = x + (cell_width - cell.first_line(stacked)) / 2;
    const double line_height = stacked ? height / 2 - 1 : height;
    const double number_y = (line_height - cell.number.height) / 2 + (stacked ? 1.5 : 0);
    // One baseline for both sizes: the words' capitals are lower by half the difference.
    const double unit_y = number_y + baseline(number_) - baseline(unit_);
    if (!cell.before.empty()) {
      const double width = cell.before.width;
      place(words, std::move(cell.before), at, unit_y);
      at += width + kWordGap;
    }
    const double number_width = cell.number.width, after_width = cell.after.width;
    place(words, std::move(cell.number), at, number_y);
    if (cell.after.empty()) return;
    if (stacked) {
      const double y = height / 2 + (height / 2 - cell.after.height) / 2 - 1;
      place(words, std::move(cell.after), x + (cell_width - after_width) / 2, y);
    } else {
      place(words, std::move(cell.after), at + number_width + kWordGap, unit_y);
    }
  }
  double baseline(const TextStyle& style) const {
    return (style.pitch() + setter_->faces.metrics(Weight::regular, style.size).cap_height) / 2;
  }

  const Stationery& st_;
  double width_;
  TextStyle number_, unit_;
  const Setter* setter_ = nullptr;
};

}  // namespace

Block figure_box(const Setter& setter, const Stationery& stationery, Paper paper,
                 const std::vector<CardPanel>& panels) {
  if (panels.empty()) return {};
  const double width = stationery.picture_width, height = stationery.figure_height(paper);
  const double panel_width = width / static_cast<double>(panels.size());
  Block box{width, height, {}};
  Drawing lines;
  const double line = stationery.thin_line;
  lines.emplace_back(Stroke{
      rounded_rectangle(line / 2, line / 2, width - line, height - line, stationery.figure_radius),
      Colour::black(), line});
  for (std::size_t i = 1; i < panels.size(); ++i) {
    const double x = panel_width * static_cast<double>(i);
    lines.emplace_back(Stroke{
        straight({x, 0}, {x, height}), Colour::black(), line, Cap::butt, Join::miter, {2.5, 2}});
  }
  PanelRoom room{panel_width, height, stationery.label_inset_x, stationery.label_inset_y, {}};
  for (const CardPanel& panel : panels)
    room.labels.push_back(set_line(setter, bold(panel.label), {stationery.panel_label, 1.1}));
  const FigurePlaces places = room.fit(panels);
  place(box.drawing, {0, 0, std::move(lines)}, 0, 0);
  for (std::size_t i = 0; i < panels.size(); ++i) {
    const double x = panel_width * static_cast<double>(i);
    const Matrix at =
        Matrix::translate(x + places.left[i] - panels[i].figure.bounds.left * places.scale,
                          places.floor) *
        Matrix::scale(places.scale, places.scale);
    box.drawing.push_back(group(panels[i].figure.drawing, at));
    place(box.drawing, std::move(room.labels[i]), x + stationery.label_inset_x,
          stationery.label_inset_y);
  }
  return box;
}

Block dose_box(const Setter& setter, const Stationery& stationery,
               const std::vector<DoseCell>& cells, double width) {
  return DoseBox(setter, stationery, width).build(cells);
}

}  // namespace kinescript
