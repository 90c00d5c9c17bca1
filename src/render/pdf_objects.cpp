// SPDX-License-Identifier: MIT
#include "render/pdf_objects.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <new>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "render/pdf_pack.h"

namespace kinescript {
namespace {

// What hangs on each of our objects, as libharu's `attr`. Freed by free_attributes.
struct Attributes {
  std::string body;
  PdfObjects::Bytes data;
  std::size_t position = 0;
};

Attributes& attributes(HPDF_Dict object) { return *static_cast<Attributes*>(object->attr); }
Attributes& attributes(HPDF_Stream stream) { return *static_cast<Attributes*>(stream->attr); }

HPDF_STATUS write_body(HPDF_Dict object, HPDF_Stream out) {
  const std::string& body = attributes(object).body;
  return HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(body.data()),
                           static_cast<HPDF_UINT>(body.size()));
}

void free_attributes(HPDF_Dict object) {
  delete static_cast<Attributes*>(object->attr);
  object->attr = nullptr;
}

// A stream of libharu's over shared bytes.
HPDF_STATUS read_data(HPDF_Stream stream, HPDF_BYTE* to, HPDF_UINT* size) {
  Attributes& from = attributes(stream);
  const std::size_t count = std::min<std::size_t>(*size, from.data->size() - from.position);
  const bool end = count < *size;
  std::memcpy(to, from.data->data() + from.position, count);
  from.position += count;
  *size = static_cast<HPDF_UINT>(count);
  return end ? HPDF_STREAM_EOF : HPDF_OK;
}
HPDF_STATUS seek_data(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode mode) {
  if (mode != HPDF_SEEK_SET) return HPDF_INVALID_OPERATION;
  attributes(stream).position = static_cast<std::size_t>(position);
  return HPDF_OK;
}
HPDF_INT32 tell_data(HPDF_Stream stream) {
  return static_cast<HPDF_INT32>(attributes(stream).position);
}
HPDF_UINT32 size_of_data(HPDF_Stream stream) {
  return static_cast<HPDF_UINT32>(attributes(stream).data->size());
}

HPDF_STATUS append_to_string(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  try {
    static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  } catch (const std::bad_alloc&) {
    return HPDF_FAILD_TO_ALLOC_MEM;
  }
  return HPDF_OK;
}

HPDF_STATUS write_flate_filter(HPDF_Dict, HPDF_Stream out) {
  return HPDF_Stream_WriteStr(out, "/Filter /FlateDecode\n");
}

[[noreturn]] void fail(HPDF_STATUS status) {
  if (status == HPDF_FAILD_TO_ALLOC_MEM) throw std::bad_alloc();
  throw Error(ErrorKind::io, "",
              "The PDF could not be put together (libharu error " + std::to_string(status) +
                  "). Close other programs and try again.");
}
void check(HPDF_STATUS status) {
  if (status != HPDF_OK) fail(status);
}
template <class T>
T* made(T* object) {
  if (object == nullptr) throw std::bad_alloc();
  return object;
}

HPDF_Dict dict_of(const PdfObjects::Ref& ref) { return static_cast<HPDF_Dict>(ref.object); }

PdfObjects::Ref ref_to(HPDF_Dict object) {
  return {object, std::to_string(object->header.obj_id & 0x00FFFFFF) + " 0 R"};
}

// A text of any language: libharu's own texts know only what its encodings know.
HPDF_Binary binary_text(HPDF_MMgr memory, const std::string& utf8) {
  std::vector<HPDF_BYTE> bytes = {0xFE, 0xFF};
  const auto put = [&](unsigned unit) {
    bytes.push_back(static_cast<HPDF_BYTE>(unit >> 8));
    bytes.push_back(static_cast<HPDF_BYTE>(unit & 0xFF));
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const auto c = static_cast<unsigned>(next_code_point(utf8, at));
    if (c > 0xFFFF) {
      put(0xD800 | (c - 0x10000) >> 10);
      put(0xDC00 | ((c - 0x10000) & 0x3FF));
    } else {
      put(c);
    }
  }
  return made(HPDF_Binary_New(memory, bytes.data(), static_cast<HPDF_UINT>(bytes.size())));
}

}  // namespace

struct PdfObjects::Document {
  HPDF_Doc pdf;
  std::vector<HPDF_Page> pages;
  // No error handler: libharu returns what went wrong and check() sees it.
  Document() : pdf(made(HPDF_New(nullptr, nullptr))) {}
  ~Document() { HPDF_Free(pdf); }
  HPDF_Page page(int index) const { return pages[static_cast<std::size_t>(index)]; }
};

PdfObjects::PdfObjects() : document_(std::make_unique<Document>()) {
  HPDF_Doc pdf = document_->pdf;
  check(HPDF_SetCompressionMode(pdf, HPDF_COMP_NONE));
  pdf->pdf_version = HPDF_VER_17;
}
PdfObjects::~PdfObjects() = default;

PdfObjects::Ref PdfObjects::dictionary(std::string body) {
  HPDF_Dict object = made(HPDF_Dict_New(document_->pdf->mmgr));
  object->attr = new Attributes;
  object->write_fn = write_body;
  object->free_fn = free_attributes;
  check(HPDF_Xref_Add(document_->pdf->xref, object));
  const Ref ref = ref_to(object);
  set_body(ref, std::move(body));
  return ref;
}

void PdfObjects::set_body(const Ref& object, std::string body) {
  attributes(dict_of(object)).body = std::move(body);
}

PdfObjects::Ref PdfObjects::deflated_stream(std::string body, Bytes data) {
  const HPDF_Doc pdf = document_->pdf;
  HPDF_Dict object = made(HPDF_DictStream_New(pdf->mmgr, pdf->xref));
  // With a filter of its own libharu would deflate again; the dictionary says it instead.
  object->filter = HPDF_STREAM_FILTER_NONE;
  object->attr = new Attributes{std::move(body) + "/Filter/FlateDecode\n", std::move(data), 0};
  object->write_fn = write_body;
  object->free_fn = free_attributes;
  HPDF_Stream reader = made(HPDF_CallbackReader_New(pdf->mmgr, read_data, seek_data, tell_data,
                                                    size_of_data, object->attr));
  HPDF_Stream_Free(object->stream);
  object->stream = reader;
  return ref_to(object);
}

PdfObjects::Ref PdfObjects::plain_stream(std::string body, std::string data) {
  const Ref ref = deflated_stream({}, std::make_shared<const std::string>(std::move(data)));
  set_body(ref, std::move(body));
  return ref;
}

void PdfObjects::set_catalog(const char* key, const Ref& value) {
  check(HPDF_Dict_Add(document_->pdf->catalog, key, value.object));
}

void PdfObjects::set_catalog_text(const char* key, const std::string& utf8) {
  check(HPDF_Dict_Add(document_->pdf->catalog, key, binary_text(document_->pdf->mmgr, utf8)));
}

void PdfObjects::set_information(const char* key, const std::string& utf8) {
  // The document names its information only once libharu has set a text of it (Producer, at its
  // making).
  check(HPDF_Dict_Add(made(document_->pdf->info), key, binary_text(document_->pdf->mmgr, utf8)));
}

int PdfObjects::add_page(double width, double height) {
  if (!(width >= 3 && width <= 14400 && height >= 3 && height <= 14400))
    throw Error(ErrorKind::invalid, "",
                "A page has an impossible size. Choose A4 or letter paper.");
  HPDF_Page page = made(HPDF_AddPage(document_->pdf));
  check(HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(width)));
  check(HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(height)));
  document_->pages.push_back(page);
  return page_count() - 1;
}

int PdfObjects::page_count() const { return static_cast<int>(document_->pages.size()); }

std::string PdfObjects::page_ref(int page) const { return ref_to(document_->page(page)).text; }

void PdfObjects::set_content(int page, const std::vector<std::string>& deflated_parts) {
  const HPDF_Page object = document_->page(page);
  auto* attr = static_cast<HPDF_PageAttr>(object->attr);
  const std::string& first = deflated_parts.front();
  HPDF_MemStream_FreeData(attr->stream);
  check(HPDF_Stream_Write(attr->stream, reinterpret_cast<const HPDF_BYTE*>(first.data()),
                          static_cast<HPDF_UINT>(first.size())));
  attr->contents->filter = HPDF_STREAM_FILTER_NONE;
  attr->contents->write_fn = write_flate_filter;
  if (deflated_parts.size() == 1) return;
  HPDF_Array parts = made(HPDF_Array_New(document_->pdf->mmgr));
  check(HPDF_Array_Add(parts, attr->contents));
  for (std::size_t i = 1; i < deflated_parts.size(); ++i)
    check(HPDF_Array_Add(
        parts, deflated_stream({}, std::make_shared<const std::string>(deflated_parts[i])).object));
  check(HPDF_Dict_Add(object, "Contents", parts));
}

void PdfObjects::set_structure(int page) {
  check(HPDF_Dict_AddNumber(document_->page(page), "StructParents", page));
  check(HPDF_Dict_AddName(document_->page(page), "Tabs", "S"));
}

std::string PdfObjects::font_name(int page, const Ref& font) {
  return made(HPDF_Page_GetLocalFontName(document_->page(page), dict_of(font)));
}

std::string PdfObjects::xobject_name(int page, const Ref& form_or_image) {
  return made(HPDF_Page_GetXObjectName(document_->page(page), dict_of(form_or_image)));
}

void PdfObjects::add_bookmark(const std::string& title, int page, double up) {
  if (!std::isfinite(up))
    throw Error(ErrorKind::invalid, "",
                "A bookmark leads to a place that is no number. Please report this.");
  HPDF_Outline entry = made(HPDF_CreateOutline(document_->pdf, nullptr, "", nullptr));
  check(HPDF_Dict_Add(entry, "Title", binary_text(document_->pdf->mmgr, title)));
  // libharu's own XYZ destinations refuse a zoom of 0, which is to leave the reader's zoom alone.
  HPDF_Array target = made(HPDF_Array_New(document_->pdf->mmgr));
  check(HPDF_Array_Add(target, document_->page(page)));
  check(HPDF_Array_AddName(target, "XYZ"));
  check(HPDF_Array_AddReal(target, 0));
  check(HPDF_Array_AddReal(target, static_cast<HPDF_REAL>(up)));
  check(HPDF_Array_AddReal(target, 0));
  check(HPDF_Dict_Add(entry, "Dest", target));
}

std::string PdfObjects::save(int deflate_level) {
  const HPDF_Doc pdf = document_->pdf;
  std::string bytes;
  if (pdf->stream == nullptr)
    pdf->stream = made(HPDF_CallbackWriter_New(pdf->mmgr, append_to_string, nullptr));
  pdf->stream->attr = &bytes;
  pdf->stream->size = 0;
  const HPDF_STATUS status = HPDF_SaveToStream(pdf);
  pdf->stream->attr = nullptr;
  check(status);
  return packed(bytes, deflate_level);
}

}  // namespace kinescript
