// SPDX-License-Identifier: MIT
// The structure of a document (tagged PDF, ISO 32000-1 14.7 and 14.8): what is a heading, a
// paragraph, a list, a figure with its text, in reading order over all pages. Elements are gathered
// while pages are written and become objects at the end.
//
//   PdfTags tags;
//   const int heading = tags.element(PdfTags::kDocument, {Role::heading1});
//   const int mark = tags.mark(heading, 0);      // /H1 <</MCID mark>> BDC ... EMC on page 0
//   tags.finish(pdf, "en-GB");
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "draw/drawing.h"
#include "render/pdf_objects.h"

namespace kinescript {

class PdfTags {
 public:
  static constexpr int kDocument = 0;  // the element that holds all others

  PdfTags();
  // A new element under `parent`; or the parent's last one, when the meaning continues it. REQUIRES
  // a role other than none and artifact. Role::document is kDocument itself.
  int element(int parent, const Meaning& meaning);
  // The number of the next marked content on a page, which becomes part of the element. Pages
  // ascend.
  int mark(int element, int page);
  // Where a figure is, in points from the page's lower left corner. The first box counts.
  void place(int element, const Box& box);

  const char* name(int element) const;
  // Sections, lists and tables: what is painted there and is not text only decorates.
  bool holds_elements_only(int element) const;

  void finish(PdfObjects& pdf, const std::string& language);

 private:
  struct Part {
    int element = -1;        // a child, or
    int page = 0, mark = 0;  // marked content
  };
  struct Element {
    Meaning meaning;
    int parent = -1;
    std::vector<Part> parts;
    std::optional<Box> box;
    PdfObjects::Ref ref;
  };
  Element& at(int element) { return elements_[static_cast<std::size_t>(element)]; }
  const Element& at(int element) const { return elements_[static_cast<std::size_t>(element)]; }
  std::string body(const Element& element, const PdfObjects& pdf, const std::string& root) const;
  std::string attributes(const Element& element) const;
  bool in_first_row(const Element& cell) const;

  std::vector<Element> elements_;
  std::vector<std::vector<int>> marks_;  // per page: the element of each marked content
};

}  // namespace kinescript
