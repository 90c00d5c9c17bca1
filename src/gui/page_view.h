// SPDX-License-Identifier: MIT
// Pages under each other on a desk, scrolled; each is drawn once a size and kept. For the preview
// beside the program and the one in the print form. Setting and drawing are done by the Typesetter:
// what was seen before stays until the new is there.
//
//   auto* view = new PageView(parent, typesetter, PageView::Fit::width, "Preview of the handout");
//   view->set(dossier, {});      // screen readers, soon: "Preview of the handout, 2 pages"
//   view->tell("The handout appears here");   // instead of pages
#pragma once
#include <wx/scrolwin.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/print_job.h"
#include "app/typesetter.h"
#include "layout/pages.h"

using cairo_surface_t = struct _cairo_surface;
using cairo_t = struct _cairo;

namespace kinescript {

class PageView : public wxScrolledCanvas {
 public:
  enum class Fit : unsigned char { width, page };  // as wide as the view, or a page seen whole
  PageView(wxWindow* parent, Typesetter& typesetter, Fit fit, std::string name);

  // Shows what this dossier would print; what speaks against it is told instead.
  void set(Dossier dossier, const PrintOptions& options);
  void show(std::shared_ptr<const Pages> pages);
  void tell(const std::string& message);
  const Pages& pages() const { return *pages_; }
  // What was set last is shown, and its pages in sight are drawn.
  bool current() const;
  // Scrolls until that place is seen, and no further than needed.
  void reveal(std::size_t page, double y);
  std::function<void()> on_show;  // other pages are shown
  // Which page, and how far down in points.
  std::function<void(std::size_t page, double y)> on_click;

 private:
  struct Drawn {
    std::shared_ptr<cairo_surface_t> surface;  // null until drawn
    double fineness = 0;                       // device pixels to a point
    bool stale = true;
  };

  void take(std::size_t number, const PagesOrWhy& made);
  void say(const std::string& message);
  double scale() const;
  double fineness() const;
  void measure();
  std::vector<std::size_t> undrawn() const;
  void draw_undrawn();
  void take(std::size_t order, const std::vector<std::size_t>& places,
            const std::vector<Drawn>& made);
  void show_page(cairo_t* cairo, const Drawn& drawn, const Box& place) const;
  void paint_now();
  void click(const wxPoint& at);

  Typesetter& typesetter_;
  Fit fit_;
  std::string name_, message_;
  std::shared_ptr<const Pages> pages_ = std::make_shared<const Pages>();
  std::vector<Drawn> drawn_;
  std::size_t asked_ = 0, shown_ = 0;  // settings, numbered
  std::size_t order_ = 0;              // what is drawn of an older one is of no use
  std::vector<std::size_t> ordered_;   // pages of it that are under way
  std::shared_ptr<PageView*> self_;    // for answers that may come when this is gone
};

}  // namespace kinescript
