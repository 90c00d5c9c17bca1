// SPDX-License-Identifier: MIT
#include "render/pdf_tags.h"

#include <cassert>

#include "base/text.h"
#include "render/pdf_syntax.h"

namespace kinescript {
namespace {

const char* structure_type(Role role) {
  switch (role) {
    case Role::document:
      return "Document";
    case Role::section:
      return "Sect";
    case Role::heading1:
      return "H1";
    case Role::heading2:
      return "H2";
    case Role::heading3:
      return "H3";
    case Role::paragraph:
      return "P";
    case Role::list:
      return "L";
    case Role::list_item:
      return "LI";
    case Role::label:
      return "Lbl";
    case Role::list_body:
      return "LBody";
    case Role::figure:
      return "Figure";
    case Role::caption:
      return "Caption";
    case Role::table:
      return "Table";
    case Role::table_row:
      return "TR";
    case Role::table_header:
      return "TH";
    case Role::table_cell:
      return "TD";
    case Role::none:
    case Role::artifact:
      break;
  }
  return "NonStruct";
}

}  // namespace

PdfTags::PdfTags() {
  Element document;
  document.meaning.role = Role::document;
  elements_.push_back(std::move(document));
}

int PdfTags::element(int parent, const Meaning& meaning) {
  assert(meaning.role != Role::none && meaning.role != Role::artifact);
  if (meaning.role == Role::document) return kDocument;
  if (meaning.continues) {
    const std::vector<Part>& parts = at(parent).parts;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      if (part->element < 0) continue;
      if (at(part->element).meaning.role == meaning.role) return part->element;
      break;
    }
  }
  const int made = static_cast<int>(elements_.size());
  Element element;
  element.meaning = meaning;
  element.parent = parent;
  elements_.push_back(std::move(element));
  at(parent).parts.push_back({made, 0, 0});
  return made;
}

int PdfTags::mark(int element, int page) {
  if (marks_.size() <= static_cast<std::size_t>(page))
    marks_.resize(static_cast<std::size_t>(page) + 1);
  auto& marks = marks_[static_cast<std::size_t>(page)];
  const int mark = static_cast<int>(marks.size());
  marks.push_back(element);
  at(element).parts.push_back({-1, page, mark});
  return mark;
}

void PdfTags::place(int element, const Box& box) {
  if (!at(element).box) at(element).box = box;
}

const char* PdfTags::name(int element) const { return structure_type(at(element).meaning.role); }

bool PdfTags::holds_elements_only(int element) const {
  switch (at(element).meaning.role) {
    case Role::document:
    case Role::section:
    case Role::list:
    case Role::list_item:
    case Role::table:
    case Role::table_row:
      return true;
    default:
      return false;
  }
}

// A header cell of a table's first row heads its column, any other its row.
bool PdfTags::in_first_row(const Element& cell) const {
  if (cell.parent < 0) return false;
  const Element& row = at(cell.parent);
  if (row.parent < 0) return false;
  for (const Part& part : at(row.parent).parts)
    if (part.element >= 0) return part.element == cell.parent;
  return false;
}

std::string PdfTags::attributes(const Element& element) const {
  if (element.meaning.role == Role::table_header)
    return in_first_row(element) ? "/A<</O/Table/Scope/Column>>" : "/A<</O/Table/Scope/Row>>";
  if (element.meaning.role != Role::figure || !element.box) return {};
  std::string text = "/A<</O/Layout/Placement/Block/BBox[";
  append_point(text, {element.box->left, element.box->top});
  append_point(text, {element.box->right, element.box->bottom});
  return text + "]>>";
}

std::string PdfTags::body(const Element& element, const PdfObjects& pdf,
                          const std::string& root) const {
  std::string text = "/S/";  // a document of some pages has hundreds of these: no key that may go
  text += structure_type(element.meaning.role);
  text += "/P " + (element.parent < 0 ? root : at(element.parent).ref.text);
  if (!element.meaning.alternative.empty()) text += "/Alt" + pdf_text(element.meaning.alternative);
  if (!element.meaning.language.empty()) text += "/Lang" + pdf_text(element.meaning.language);
  text += attributes(element);
  int own_page =
      -1;  // the page of the first marked content is the element's; the others name theirs
  for (const Part& part : element.parts)
    if (part.element < 0 && own_page < 0) own_page = part.page;
  if (own_page >= 0) text += "/Pg " + pdf.page_ref(own_page);
  std::vector<std::string> kids;
  for (const Part& part : element.parts) {
    if (part.element >= 0)
      kids.push_back(at(part.element).ref.text);
    else if (part.page == own_page)
      kids.push_back(std::to_string(part.mark));
    else
      kids.push_back("<</Type/MCR/Pg " + pdf.page_ref(part.page) + "/MCID " +
                     std::to_string(part.mark) + ">>");
  }
  return text + (kids.size() == 1 ? "/K " + kids[0] : "/K[" + join(kids, " ") + "]");
}

void PdfTags::finish(PdfObjects& pdf, const std::string& language) {
  const auto root = pdf.dictionary();
  for (Element& element : elements_) element.ref = pdf.dictionary();
  for (const Element& element : elements_) pdf.set_body(element.ref, body(element, pdf, root.text));

  std::string numbers = "/Nums[";
  marks_.resize(static_cast<std::size_t>(pdf.page_count()));
  for (std::size_t page = 0; page < marks_.size(); ++page) {
    numbers += std::to_string(page) + "[";
    for (const int element : marks_[page]) numbers += at(element).ref.text + " ";
    numbers += "]";
    pdf.set_structure(static_cast<int>(page));
  }
  const auto parents = pdf.dictionary(numbers + "]");
  pdf.set_body(root, "/Type/StructTreeRoot/K " + at(kDocument).ref.text + "/ParentTree " +
                         parents.text + "/ParentTreeNextKey " + std::to_string(marks_.size()));
  pdf.set_catalog("StructTreeRoot", root);
  pdf.set_catalog("MarkInfo", pdf.dictionary("/Marked true"));
  if (!language.empty()) pdf.set_catalog_text("Lang", language);
}

}  // namespace kinescript
