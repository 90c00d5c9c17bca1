// SPDX-License-Identifier: MIT
// Pages: a finished document. Everything lies at a fixed place and says what it is; the outputs
// (render/pdf, the page view) only carry it out.
//
// Lengths are points (1/72 inch); a page's origin is its top left corner, y runs down, as in
// Drawing. What a page's drawing means is in its groups (Meaning), in reading order, over all
// pages. A section, list or paragraph that goes on on the next page is a second group there with
// Meaning::continues; the outputs make one element of both. Whatever is drawn outside a meaning is
// page furniture.
//
// INVARIANTS: width and height > 0; every OutlineEntry's page is an index into `pages`; texts are
// well-formed UTF-8.
//
//   Pages document{{Page{595.28, 841.89, drawing}}, "Knee program", "Hillside Clinic", "en-GB",
//   {{"Bridge", 0, 120}}}; write_atomically("handout.pdf", PdfWriter(faces).write(document));
#pragma once
#include <string>
#include <vector>

#include "draw/drawing.h"

namespace kinescript {

struct Page {
  double width = 0, height = 0;
  Drawing drawing;
};

// A bookmark: leads to the point `y` below the page's top.
struct OutlineEntry {
  std::string title;
  int page = 0;
  double y = 0;
};

struct Pages {
  std::vector<Page> pages;
  std::string title;
  std::string author;    // the clinic, or ""
  std::string language;  // BCP 47: "en-GB"
  std::vector<OutlineEntry> outline;
};

}  // namespace kinescript
