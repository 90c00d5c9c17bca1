// SPDX-License-Identifier: MIT
#include "app/contact_sheet.h"

#include <algorithm>

#include "figure/scene.h"
#include "layout/pages.h"
#include "text/measure.h"

namespace kinescript {
namespace {

constexpr double kPanelGap = 12;  // points, as everything here
// A4 upright, two columns of six.
constexpr double kWidth = 595.28, kHeight = 841.89, kMargin = 36, kName = 9;
constexpr int kColumns = 2, kRows = 6;
constexpr double kCellWidth = (kWidth - 2 * kMargin) / kColumns,
                 kCellHeight = (kHeight - 2 * kMargin) / kRows;

void place(const Workspace& workspace, const Exercise& exercise, Palette palette, const Look& look,
           int cell, Drawing& page) {
  const double left = kMargin + kCellWidth * (cell % kColumns);
  const double top = kMargin + kCellHeight * (cell / kColumns);
  FigureOptions options;
  options.palette = palette;
  options.look = look;
  options.panel_width = (kCellWidth - 2 * kPanelGap) / 2;
  const PanelRow row = side_by_side(
      draw_figure(parse_scene(exercise.scene, exercise.scene_where, exercise.scene_line), options));
  const double room = kCellHeight - 3 * kName;
  const double scale =
      std::min({1.0, (kCellWidth - kPanelGap) / row.bounds.width(), room / row.bounds.height()});
  const Matrix at =
      Matrix::translate(left - scale * row.bounds.left, top + 2 * kName - scale * row.bounds.top) *
      Matrix::scale(scale, scale);
  page.push_back(group(row.drawing, at, {Role::figure, exercise.name_patient}));
  Drawing name;
  for (GlyphRun& run : shape_line(workspace.faces(), Weight::regular, kName, Colour::black(),
                                  {left, top + kName}, exercise.id.text, "en"))
    name.push_back(std::move(run));
  page.push_back(group(std::move(name), {}, {Role::paragraph}));
}

}  // namespace

PanelRow side_by_side(const Figure& figure) {
  PanelRow row;
  double x = 0;
  for (const FigurePanel& panel : figure.panels) {
    const double shift = x - panel.bounds.left;
    row.drawing.push_back(group(panel.drawing, Matrix::translate(shift, 0)));
    const Box placed{x, panel.bounds.top, x + panel.bounds.width(), panel.bounds.bottom};
    row.bounds = x == 0 ? placed : unite(row.bounds, placed);
    x = placed.right + kPanelGap;
  }
  return row;
}

std::string contact_sheet(const Workspace& workspace, Palette palette, const Look& look) {
  Pages sheet;
  sheet.title = "Figures";
  sheet.language = "en";
  int cell = kColumns * kRows;
  for (const Exercise& exercise : workspace.catalog().exercises) {
    if (cell == kColumns * kRows) {
      sheet.pages.push_back({kWidth, kHeight, {}});
      cell = 0;
    }
    place(workspace, exercise, palette, look, cell++, sheet.pages.back().drawing);
  }
  return workspace.pdf_writer().write(sheet);
}

}  // namespace kinescript
