// SPDX-License-Identifier: MIT
#include "gui/preview_panel.h"

#include <cairo.h>
#include <fmt/format.h>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>
#include <wx/scrolwin.h>
#include <wx/timer.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kPause = 120;  // milliseconds from an edit to the new page
constexpr int kMargin = 14;

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release>;

class Preview : public wxScrolledCanvas {
 public:
  Preview(wxWindow* parent, Desk& desk) : wxScrolledCanvas(parent), desk_(desk) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(0, px(16));
    name_it(this, "Preview of the handout");
    pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { renew(); });
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { draw(); });
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) { click(event.GetPosition()); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
      drawn_.clear();
      measure();
      event.Skip();
    });
  }

  void refresh() { pause_.StartOnce(kPause); }

 private:
  void renew() {
    pages_ = {};
    message_.clear();
    drawn_.clear();
    if (desk_.editor.has_patient() && !desk_.editor.plan().items.empty()) {
      try {
        pages_ = desk_.editor.pages();
      } catch (const Error& error) {
        message_ = error.what();
      }
    }
    name_it(this, fmt::format("Preview of the handout, {} pages", pages_.pages.size()));
    measure();
    Refresh();
  }

  double scale() const {
    const double room = std::max(40, GetClientSize().x - 2 * px(kMargin));
    return pages_.pages.empty() ? 1 : room / pages_.pages.front().width;
  }

  void measure() {
    double height = px(kMargin);
    for (const Page& page : pages_.pages) height += page.height * scale() + px(kMargin);
    const wxSize size(-1, static_cast<int>(height));
    if (GetVirtualSize().y != size.y) SetVirtualSize(size);
  }

  const Surface& drawn(std::size_t at) {
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
    paint(cairo, page.drawing, &desk_.editor.session().workspace.faces());
    cairo_destroy(cairo);
    cairo_surface_set_device_scale(surface.get(), device, device);
    return surface;
  }

  void draw() {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(tokens().desk);
    dc.Clear();
    if (pages_.pages.empty()) return draw_message(dc);
    const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::CreateFromUnknownDC(dc));
    auto* cairo = static_cast<cairo_t*>(graphics->GetNativeContext());
    double y = px(kMargin) - CalcUnscrolledPosition(wxPoint(0, 0)).y;
    for (std::size_t at = 0; at < pages_.pages.size(); ++at) {
      const double height = pages_.pages[at].height * scale();
      if (y < GetClientSize().y && y + height > 0) {
        cairo_set_source_surface(cairo, drawn(at).get(), px(kMargin), y);
        cairo_paint(cairo);
      }
      y += height + px(kMargin);
    }
  }

  // To the dose of the exercise whose card was clicked: the last bookmark above the pointer. The
  // bookmarks are numbered as the plan's items are.
  void click(const wxPoint& at) {
    double top = px(kMargin) - CalcUnscrolledPosition(wxPoint(0, 0)).y;
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
      const double y = (at.y - top) / scale();
      top += pages_.pages[page].height * scale() + px(kMargin);
      if (y < 0 || y > pages_.pages[page].height) continue;
      const OutlineEntry* card = nullptr;
      for (const OutlineEntry& entry : pages_.outline)
        if (entry.page == static_cast<int>(page) && entry.y <= y) card = &entry;
      const auto& items = desk_.editor.plan().items;
      const auto number =
          card ? parse_int(card->title.substr(0, card->title.find('.'))) : std::optional<int>();
      if (number && *number >= 1 && *number <= static_cast<int>(items.size()))
        desk_.dose(items[static_cast<std::size_t>(*number - 1)].id);
    }
  }

  void draw_message(wxDC& dc) {
    dc.SetFont(font(14));
    dc.SetTextForeground(tokens().text2);
    const wxRect room = wxRect(GetClientSize()).Deflate(px(24));
    const wxString text =
        words(message_.empty() ? "The handout appears here\nas you build it." : message_);
    dc.DrawLabel(text, room, wxALIGN_CENTRE);
  }

  Desk& desk_;
  wxTimer pause_;
  Pages pages_;
  std::string message_;
  std::vector<Surface> drawn_;
};

}  // namespace

View make_preview(wxWindow* parent, Desk& desk) {
  auto* preview = new Preview(parent, desk);
  return {preview, [preview] { preview->refresh(); }};
}

}  // namespace kinescript
