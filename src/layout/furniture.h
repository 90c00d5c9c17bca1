// SPDX-License-Identifier: MIT
// What stands on every page: the header with clinic and patient, the footer with phone, visit and
// page number. Read aloud once (the header with the first page, the footer with the last); on the
// other pages both are artifacts.
//
//   Furniture furniture(setter, stationery, Paper::a4, handout);
//   double top = furniture.header_height();                // of the header with its rule and gap
//   furniture.draw(drawing, page, pages);                  // 0-based page of so many
#pragma once
#include "handout/stationery.h"
#include "layout/paragraph.h"

namespace kinescript {

class Furniture {
 public:
  Furniture(const Setter& setter, const Stationery& stationery, Paper paper,
            const Handout& handout);

  // Between the header and the footer, from the top of the page.
  double content_top() const { return content_top_; }
  double content_bottom() const { return content_bottom_; }
  void draw_header(Drawing& page, std::size_t index) const;
  void draw_footer(Drawing& page, std::size_t index, std::size_t count) const;

 private:
  Block logo() const;
  Block header() const;
  Block footer(std::size_t index, std::size_t count) const;
  Block line_of_two(Block left, Block right) const;

  const Setter& setter_;
  const Stationery& st_;
  const Handout& handout_;
  PaperSize paper_;
  double width_;
  double content_top_, content_bottom_;
};

}  // namespace kinescript
