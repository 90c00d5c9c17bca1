// SPDX-License-Identifier: MIT
#include "gui/page_view.h"

#include <cairo.h>
#include <fmt/format.h>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <algorithm>
#include <utility>

#include "base/translate.h"
#include "draw/same.h"
#include "gui/painter.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kMargin = 14;

}  // namespace

void PageView::Release::operator()(cairo_surface_t* surface) const {
  cairo_surface_destroy(surface);
}

PageView::PageView(wxWindow* parent, const Workspace& workspace, Fit fit, std::string name)
    : wxScrolledCanvas(parent), workspace_(workspace), fit_(fit), name_(std::move(name)) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetScrollRate(0, px(16));
  name_it(this, name_);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { draw(); });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) { click(event.GetPosition()); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    drawn_.clear();
    measure();
    event.Skip();
  });
}

// An edit changes a page or two of a handout: what was drawn of the others is kept.
void PageView::show(Pages pages) {
  drawn_.resize(std::min(drawn_.size(), pages.pages.size()));
  for (std::size_t at = 0; at < drawn_.size(); ++at) {
    const Page &before = pages_.pages[at], &now = pages.pages[at];
    if (before.width != now.width || before.height != now.height ||
        !looks_same(before.drawing, now.drawing))
      drawn_[at].reset();
  }
  const double scale_before = scale();
  pages_ = std::move(pages);
  if (scale() != scale_before) drawn_.clear();  // it is that of the first page
  message_.clear();
  const std::size_t count = pages_.pages.size();
  name_it(this, name_ + ", " + trn("{} page", "{} pages", count));
  measure();
  Refresh();
}

void PageView::tell(const std::string& message) {
  show({});
  message_ = message;
}

double PageView::scale() const {
  if (pages_.pages.empty()) return 1;
  const Page& first = pages_.pages.front();
  const auto room = [](int pixels) { return std::max(40, pixels - 2 * px(kMargin)); };
  const double wide = room(GetClientSize().x) / first.width;
  return fit_ == Fit::width ? wide : std::min(wide, room(GetClientSize().y) / first.height);
}

void PageView::measure() {
  double height = px(kMargin);
  for (const Page& page : pages_.pages) height += page.height * scale() + px(kMargin);
  const wxSize size(-1, static_cast<int>(height));
  if (GetVirtualSize().y != size.y) SetVirtualSize(size);
}

const PageView::Surface& PageView::drawn(std::size_t at) {
  drawn_.resize(pages_.pages.size());
  Surface& surface = drawn_[at];
  if (surface) return surface;
  const Page& page = pages_.pages[at];
  const double device = GetContentScaleFactor(), size = scale() * device;
  surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                           static_cast<int>(page.width * size + 0.5),
                                           static_cast<int>(page.height * size + 0.5)));
  cairo_t* cairo = cairo_create(surface.get());
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_scale(cairo, size, size);
  paint(cairo, page.drawing, &workspace_.faces());
  cairo_destroy(cairo);
  cairo_surface_set_device_scale(surface.get(), device, device);
  return surface;
}

void PageView::draw() {
  wxAutoBufferedPaintDC dc(this);
  dc.SetBackground(tokens().desk);
  dc.Clear();
  if (pages_.pages.empty()) {
    dc.SetFont(font(14));
    dc.SetTextForeground(tokens().text2);
    dc.DrawLabel(words(message_), wxRect(GetClientSize()).Deflate(px(24)), wxALIGN_CENTRE);
    return;
  }
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::CreateFromUnknownDC(dc));
  auto* cairo = static_cast<cairo_t*>(graphics->GetNativeContext());
  double y = px(kMargin) - CalcUnscrolledPosition(wxPoint(0, 0)).y;
  for (std::size_t at = 0; at < pages_.pages.size(); ++at) {
    const Page& page = pages_.pages[at];
    const double height = page.height * scale();
    const double x = static_cast<int>((GetClientSize().x - page.width * scale()) / 2);
    if (y < GetClientSize().y && y + height > 0) {
      cairo_set_source_surface(cairo, drawn(at).get(), x, y);
      cairo_paint(cairo);
    }
    y += height + px(kMargin);
  }
}

void PageView::reveal(std::size_t page, double y) {
  double at = px(kMargin) + y * scale();
  for (std::size_t before = 0; before < page && before < pages_.pages.size(); ++before)
    at += pages_.pages[before].height * scale() + px(kMargin);
  const int top = CalcUnscrolledPosition(wxPoint(0, 0)).y, height = GetClientSize().y;
  const int place = static_cast<int>(at), room = height / 4;  // what stands below the place
  int unit = 0;
  GetScrollPixelsPerUnit(nullptr, &unit);
  if (unit <= 0 || (place >= top && place + room <= top + height)) return;
  Scroll(-1, std::max(0, place - px(kMargin)) / unit);
}

void PageView::click(const wxPoint& at) {
  double top = px(kMargin) - CalcUnscrolledPosition(wxPoint(0, 0)).y;
  for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
    const double y = (at.y - top) / scale();
    top += pages_.pages[page].height * scale() + px(kMargin);
    if (y >= 0 && y <= pages_.pages[page].height && on_click) return on_click(page, y);
  }
}

}  // namespace kinescript
