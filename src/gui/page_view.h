// SPDX-License-Identifier: MIT
// Pages under each other on a desk, scrolled; each is drawn once a size and kept. For the preview
// beside the program and the one in the print form.
//
//   auto* view = new PageView(parent, workspace, PageView::Fit::width, "Preview of the handout");
//   view->show(pages);                     // screen readers: "Preview of the handout, 2 pages"
//   view->tell("The handout appears here");   // instead of pages
#pragma once
#include <wx/scrolwin.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "layout/pages.h"

using cairo_surface_t = struct _cairo_surface;

namespace kinescript {

class PageView : public wxScrolledCanvas {
 public:
  enum class Fit : unsigned char { width, page };  // as wide as the view, or a page seen whole
  PageView(wxWindow* parent, const Workspace& workspace, Fit fit, std::string name);

  void show(Pages pages);
  void tell(const std::string& message);
  const Pages& pages() const { return pages_; }
  // Scrolls until that place is seen, and no further than needed.
  void reveal(std::size_t page, double y);
  // Which page, and how far down in points.
  std::function<void(std::size_t page, double y)> on_click;

 private:
  struct Release {
    void operator()(cairo_surface_t* surface) const;
  };
  using Surface = std::unique_ptr<cairo_surface_t, Release>;

  double scale() const;
  void measure();
  const Surface& drawn(std::size_t at);
  void draw();
  void click(const wxPoint& at);

  const Workspace& workspace_;
  Fit fit_;
  std::string name_, message_;
  Pages pages_;
  std::vector<Surface> drawn_;
};

}  // namespace kinescript
