// SPDX-License-Identifier: MIT
// The one place that knows libharu: a document of objects and pages. libharu numbers and writes the
// objects, the cross reference table, the page tree, the bookmarks and the trailer; what it would
// get wrong (fonts, texts beyond its encodings, tags, compressed streams) is given to it as
// finished bytes.
//
// Objects are numbered in the order of their making, so equal calls give equal bytes. All failures
// of libharu become Error{io}. The objects' bytes are shared with the caches of the process and not
// copied.
//
// libharu's structures are those of 2.3.0 to 2.4.6; the texts name the version only in what we
// overwrite.
//
//   PdfObjects pdf;
//   const int page = pdf.add_page(595.28, 841.89);
//   pdf.set_content(page, {deflated("0 0 10 10 re f")});
//   std::string bytes = pdf.save(kQuickDeflate);
#pragma once
#include <memory>
#include <string>
#include <vector>

namespace kinescript {

class PdfObjects {
 public:
  using Bytes = std::shared_ptr<const std::string>;
  struct Ref {
    void* object = nullptr;  // libharu's
    std::string text;        // "12 0 R"
  };

  PdfObjects();
  ~PdfObjects();
  PdfObjects(const PdfObjects&) = delete;
  PdfObjects& operator=(const PdfObjects&) = delete;

  // An object whose dictionary is `body` (keys and values, without << >>); set_body may give it
  // later.
  Ref dictionary(std::string body = {});
  void set_body(const Ref& object, std::string body);
  // A stream with already deflated data, or as it is.
  Ref deflated_stream(std::string body, Bytes data);
  Ref plain_stream(std::string body, std::string data);

  // The document's own entries. `key` without the slash.
  void set_catalog(const char* key, const Ref& value);
  void set_catalog_text(const char* key, const std::string& utf8);
  void set_information(const char* key, const std::string& utf8);

  // Pages are counted from 0. Sizes in points, 3 to 14400 each, else Error{invalid}.
  int add_page(double width, double height);
  int page_count() const;
  std::string page_ref(int page) const;
  // In parts, each a stream of its own. REQUIRES one at least.
  void set_content(int page, const std::vector<std::string>& deflated_parts);
  void set_structure(
      int page);  // StructParents is the page's number; tab order follows the structure
  // The name by which the page's operators call a font, form or image: "F1", "X1".
  std::string font_name(int page, const Ref& font);
  std::string xobject_name(int page, const Ref& form_or_image);
  // A bookmark to the point `up` above the page's lower edge. Throws Error{invalid} when that is no
  // number.
  void add_bookmark(const std::string& title, int page, double up);

  std::string save(int deflate_level);

 private:
  struct Document;
  std::unique_ptr<Document> document_;
};

}  // namespace kinescript
