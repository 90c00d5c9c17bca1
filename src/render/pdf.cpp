// SPDX-License-Identifier: MIT
#include "render/pdf.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/error.h"
#include "base/text.h"
#include "render/pdf_caches.h"
#include "render/pdf_font.h"
#include "render/pdf_objects.h"
#include "render/pdf_page.h"
#include "render/pdf_syntax.h"
#include "render/pdf_tags.h"
#include "render/pdf_text.h"
#include "text/clean.h"

namespace kinescript {
namespace {

constexpr const char* kProgram = "Kinescript";

// The five signs that XML keeps for itself.
std::string xml(const std::string& text) {
  std::string out = replace_all(text, "&", "&amp;");
  out = replace_all(replace_all(out, "<", "&lt;"), ">", "&gt;");
  return replace_all(replace_all(out, "\"", "&quot;"), "'", "&apos;");
}

std::string metadata(const std::string& title, const std::string& author,
                     const std::string& language) {
  std::string text =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">";
  text += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml(title) +
          "</rdf:li></rdf:Alt></dc:title>";
  if (!author.empty())
    text += "<dc:creator><rdf:Seq><rdf:li>" + xml(author) + "</rdf:li></rdf:Seq></dc:creator>";
  if (!language.empty())
    text += "<dc:language><rdf:Bag><rdf:li>" + xml(language) + "</rdf:li></rdf:Bag></dc:language>";
  return text + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

class Document : public PdfDocument {
 public:
  Document(const Faces& faces, PdfCaches& caches, int level)
      : faces_(faces), caches_(caches), level_(level) {}

  void text(PdfPaint& paint, const GlyphRun& run, int page) override {
    if (run.face < 0 || run.face >= faces_.size())
      throw Error(ErrorKind::invalid, "",
                  "Letters were set in a font that is not there. Please report this.");
    auto& font = fonts_[run.face];
    if (!font) font = std::make_unique<PdfFont>(pdf_, faces_.face(run.face), run.face);
    paint.begin_text(pdf_.font_name(page, font->ref()), run.size, run.origin);
    append_text(paint.operators, run, *font);
  }

  std::string form(const Group& group, int page) override {
    auto& form = forms_[group.cache_key];
    if (form.object == nullptr) {
      const PdfObjects::Bytes bytes = caches_.form(group, level_);
      if (!bytes) return {};
      std::string body = "/Type/XObject/Subtype/Form/BBox[";
      append_point(body, {group.bounds.left, group.bounds.top});
      append_point(body, {group.bounds.right, group.bounds.bottom});
      form = pdf_.deflated_stream(body + "]/Resources<<>>", bytes);
    }
    return pdf_.xobject_name(page, form);
  }

  std::string image(const Image& image, int page) override {
    const PdfImagePart& part = caches_.image(image);
    auto& object = images_[image.pixels.get()];
    if (object.object == nullptr) {
      const std::string size = "/Type/XObject/Subtype/Image/Width " + std::to_string(image.width) +
                               "/Height " + std::to_string(image.height) + "/BitsPerComponent 8";
      std::string colours = size + "/ColorSpace/DeviceRGB";
      if (part.alpha)
        colours +=
            "/SMask " + pdf_.deflated_stream(size + "/ColorSpace/DeviceGray", part.alpha).text;
      object = pdf_.deflated_stream(colours, part.colours);
    }
    return pdf_.xobject_name(page, object);
  }

  PdfTags& tags() override { return tags_; }

  std::string write(const Pages& pages) {
    for (const Page& page : pages.pages) {
      const int number = pdf_.add_page(page.width, page.height);
      std::vector<std::string> parts = page_operators(page.drawing, page.height, number, *this);
      for (std::string& part : parts) part = deflated(part, level_);
      pdf_.set_content(number, parts.empty() ? std::vector{deflated("", level_)} : parts);
    }
    for (const auto& entry : fonts_) entry.second->finish(caches_.subsets);
    tags_.finish(pdf_, pages.language);
    describe(pages);
    add_bookmarks(pages);
    return pdf_.save(level_);
  }

 private:
  void describe(const Pages& pages) {
    const std::string title = clean_text(pages.title), author = clean_text(pages.author);
    pdf_.set_catalog("ViewerPreferences", pdf_.dictionary("/DisplayDocTitle true"));
    pdf_.set_catalog("Metadata", pdf_.plain_stream("/Type/Metadata/Subtype/XML",
                                                   metadata(title, author, pages.language)));
    pdf_.set_information("Title", title);
    if (!author.empty()) pdf_.set_information("Author", author);
    pdf_.set_information("Creator", kProgram);
    pdf_.set_information("Producer", kProgram);  // libharu's own text would name its version
  }

  void add_bookmarks(const Pages& pages) {
    for (const OutlineEntry& entry : pages.outline) {
      if (entry.page < 0 || entry.page >= pdf_.page_count())
        throw Error(ErrorKind::invalid, "",
                    "A bookmark leads to a page that is not there. Please report this.");
      const double height = pages.pages[static_cast<std::size_t>(entry.page)].height;
      pdf_.add_bookmark(clean_text(entry.title), entry.page, height - entry.y);
    }
  }

  const Faces& faces_;
  PdfCaches& caches_;
  int level_;  // of the pages' deflating
  PdfObjects pdf_;
  PdfTags tags_;
  std::map<int, std::unique_ptr<PdfFont>> fonts_;  // by face
  std::unordered_map<std::string, PdfObjects::Ref> forms_;
  std::unordered_map<const void*, PdfObjects::Ref> images_;
};

}  // namespace

PdfWriter::PdfWriter(const Faces& faces) : faces_(&faces), caches_(std::make_unique<PdfCaches>()) {}
PdfWriter::~PdfWriter() = default;
PdfWriter::PdfWriter(PdfWriter&&) noexcept = default;
PdfWriter& PdfWriter::operator=(PdfWriter&&) noexcept = default;

std::string PdfWriter::write(const Pages& pages, Effort effort) {
  if (pages.pages.empty())
    throw Error(ErrorKind::invalid, "", "The document has no pages. Add an exercise to the plan.");
  return Document(*faces_, *caches_, effort == Effort::small ? kSmallDeflate : kQuickDeflate)
      .write(pages);
}

void PdfWriter::clear() { *caches_ = PdfCaches{}; }

}  // namespace kinescript
