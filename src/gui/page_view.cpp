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

std::shared_ptr<cairo_surface_t> drawing_of(const Page& page, double size, double device,
                                            const Faces& faces) {
  const std::shared_ptr<cairo_surface_t> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(page.width * size + 0.5),
                                 static_cast<int>(page.height * size + 0.5)),
      cairo_surface_destroy);
  cairo_t* cairo = cairo_create(surface.get());
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_scale(cairo, size, size);
  paint(cairo, page.drawing, &faces);
  cairo_destroy(cairo);
  cairo_surface_set_device_scale(surface.get(), device, device);
  return surface;
}

}  // namespace

PageView::PageView(wxWindow* parent, Typesetter& typesetter, Fit fit, std::string name)
    : wxScrolledCanvas(parent),
      typesetter_(typesetter),
      fit_(fit),
      name_(std::move(name)),
      self_(std::make_shared<PageView*>(this)) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetScrollRate(0, px(16));
  name_it(this, name_);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint_now(); });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) { click(event.GetPosition()); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    measure();
    event.Skip();
  });
}

void PageView::set(Dossier dossier, const PrintOptions& options) {
  const auto number = ++asked_;
  typesetter_.ask(&asked_,
                  [self = std::weak_ptr<PageView*>(self_), number, options,
                   shared = std::make_shared<const Dossier>(std::move(dossier))](
                      const Workspace& own) -> Typesetter::Answer {
                    return [self, number, made = try_pages(own, *shared, options)] {
                      if (const auto view = self.lock()) (*view)->take(number, made);
                    };
                  });
}

// Later ones may be under way: each newer than what is shown is better than that.
void PageView::take(std::size_t number, const PagesOrWhy& made) {
  if (shown_ >= number) return;
  shown_ = number;
  made.pages ? show(made.pages) : say(made.why);
}

// An edit changes a page or two of a handout: what was drawn of the others is kept.
void PageView::show(std::shared_ptr<const Pages> pages) {
  const std::shared_ptr<const Pages> before = std::exchange(pages_, std::move(pages));
  const std::size_t count = pages_->pages.size();
  drawn_.resize(count);
  for (std::size_t at = 0; at < std::min(count, before->pages.size()); ++at) {
    const Page &old = before->pages[at], &now = pages_->pages[at];
    if (old.width != now.width || old.height != now.height || !looks_same(old.drawing, now.drawing))
      drawn_[at].stale = true;
  }
  ++order_;  // what is being drawn is of other pages
  ordered_.clear();
  message_.clear();
  name_it(this, name_ + ", " + trn("{} page", "{} pages", count));
  measure();
  draw_undrawn();
  Refresh();
  if (on_show) on_show();
}

void PageView::tell(const std::string& message) {
  shown_ = ++asked_;
  say(message);
}

void PageView::say(const std::string& message) {
  show(std::make_shared<const Pages>());
  message_ = message;
}

double PageView::scale() const {
  if (pages_->pages.empty()) return 1;
  const Page& first = pages_->pages.front();
  const auto room = [](int pixels) { return std::max(40, pixels - 2 * px(kMargin)); };
  const double wide = room(GetClientSize().x) / first.width;
  return fit_ == Fit::width ? wide : std::min(wide, room(GetClientSize().y) / first.height);
}

void PageView::measure() {
  double height = px(kMargin);
  for (const Page& page : pages_->pages) height += page.height * scale() + px(kMargin);
  const wxSize size(-1, static_cast<int>(height));
  if (GetVirtualSize().y != size.y) SetVirtualSize(size);
}

// Device pixels to a point.
double PageView::fineness() const { return scale() * GetContentScaleFactor(); }

// The pages in sight that are not drawn as they are now.
std::vector<std::size_t> PageView::undrawn() const {
  std::vector<std::size_t> found;
  const double fine = fineness();
  double y = px(kMargin) - CalcUnscrolledPosition(wxPoint(0, 0)).y;
  for (std::size_t at = 0; at < drawn_.size(); ++at) {
    const double height = pages_->pages[at].height * scale();
    const bool in_sight = y < GetClientSize().y && y + height > 0;
    if (in_sight && (drawn_[at].stale || drawn_[at].fineness != fine)) found.push_back(at);
    y += height + px(kMargin);
  }
  return found;
}

bool PageView::current() const { return shown_ == asked_ && undrawn().empty(); }

void PageView::draw_undrawn() {
  const auto places = undrawn();
  const auto is_ordered = [this](std::size_t at) {
    return std::find(ordered_.begin(), ordered_.end(), at) != ordered_.end();
  };
  if (std::all_of(places.begin(), places.end(), is_ordered)) return;
  ordered_ = places;
  const std::weak_ptr<PageView*> self = self_;
  const auto order = ++order_;
  const double fine = fineness(), device = GetContentScaleFactor();
  typesetter_.ask(&order_, [=, pages = pages_](const Workspace& own) -> Typesetter::Answer {
    std::vector<Drawn> made;
    for (const std::size_t at : places)
      made.push_back({drawing_of(pages->pages[at], fine, device, own.faces()), fine, false});
    return [=] {
      if (const auto view = self.lock()) (*view)->take(order, places, made);
    };
  });
}

void PageView::take(std::size_t order, const std::vector<std::size_t>& places,
                    const std::vector<Drawn>& made) {
  if (order != order_) return;
  for (std::size_t i = 0; i < places.size(); ++i) drawn_[places[i]] = made[i];
  ordered_.clear();
  Refresh();
}

// As it was drawn last, in the size that it has now; blank until it was drawn once.
void PageView::show_page(cairo_t* cairo, const Drawn& drawn, const Box& place) const {
  cairo_save(cairo);
  cairo_rectangle(cairo, place.left, place.top, place.width(), place.height());
  cairo_clip(cairo);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  if (drawn.surface) {
    const double by = fineness() / drawn.fineness;
    cairo_translate(cairo, place.left, place.top);
    cairo_scale(cairo, by, by);
    cairo_set_source_surface(cairo, drawn.surface.get(), 0, 0);
    cairo_paint(cairo);
  }
  cairo_restore(cairo);
}

void PageView::paint_now() {
  wxAutoBufferedPaintDC dc(this);
  dc.SetBackground(tokens().desk);
  dc.Clear();
  if (pages_->pages.empty()) {
    dc.SetFont(font(14));
    dc.SetTextForeground(tokens().text2);
    dc.DrawLabel(words(message_), wxRect(GetClientSize()).Deflate(px(24)), wxALIGN_CENTRE);
    return;
  }
  draw_undrawn();
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::CreateFromUnknownDC(dc));
  auto* cairo = static_cast<cairo_t*>(graphics->GetNativeContext());
  double top = px(kMargin) - CalcUnscrolledPosition(wxPoint(0, 0)).y;
  for (std::size_t at = 0; at < drawn_.size(); ++at) {
    const Page& page = pages_->pages[at];
    const double width = page.width * scale(), height = page.height * scale();
    const double left = static_cast<int>((GetClientSize().x - width) / 2);
    if (top < GetClientSize().y && top + height > 0)
      show_page(cairo, drawn_[at], {left, top, left + width, top + height});
    top += height + px(kMargin);
  }
}

void PageView::reveal(std::size_t page, double y) {
  double at = px(kMargin) + y * scale();
  for (std::size_t before = 0; before < page && before < pages_->pages.size(); ++before)
    at += pages_->pages[before].height * scale() + px(kMargin);
  const int top = CalcUnscrolledPosition(wxPoint(0, 0)).y, height = GetClientSize().y;
  const int place = static_cast<int>(at), room = height / 4;  // what stands below the place
  int unit = 0;
  GetScrollPixelsPerUnit(nullptr, &unit);
  if (unit <= 0 || (place >= top && place + room <= top + height)) return;
  Scroll(-1, std::max(0, place - px(kMargin)) / unit);
}

void PageView::click(const wxPoint& at) {
  double top = px(kMargin) - CalcUnscrolledPosition(wxPoint(0, 0)).y;
  for (std::size_t page = 0; page < pages_->pages.size(); ++page) {
    const double y = (at.y - top) / scale();
    top += pages_->pages[page].height * scale() + px(kMargin);
    if (y >= 0 && y <= pages_->pages[page].height && on_click) return on_click(page, y);
  }
}

}  // namespace kinescript
