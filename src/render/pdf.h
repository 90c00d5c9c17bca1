// SPDX-License-Identifier: MIT
// Pages as a PDF file's bytes: fonts inside and cut to what was drawn, text that can be copied,
// searched and read aloud, tagged in reading order, with the document's language, title and
// bookmarks. PDF 1.7; no dates, no ids, so that equal pages give equal bytes.
//
// A writer keeps what documents share (deflated figures by their cache key, font files by their
// glyphs, pictures), in bounded caches: keep one for a sitting. clear() forgets them. One writer is
// for one thread; `faces` must outlive it. Figures drawn by cache key are shared between documents:
// equal keys REQUIRE equal contents.
//
// Throws Error{invalid} for numbers that are not numbers, impossible paper, pictures whose pixels
// are not all there, and a document without pages; Error{io} when libharu fails. No message carries
// a text of the document.
//
//   PdfWriter writer(faces);
//   write_atomically("handout.pdf", writer.write(pages));
#pragma once
#include <memory>
#include <string>

#include "layout/pages.h"
#include "text/faces.h"

namespace kinescript {

class PdfCaches;

class PdfWriter {
 public:
  explicit PdfWriter(const Faces& faces);
  ~PdfWriter();
  PdfWriter(PdfWriter&&) noexcept;
  PdfWriter& operator=(PdfWriter&&) noexcept;

  // `effort` is for the deflating: small takes some milliseconds more and is for what is kept.
  enum class Effort : unsigned char { quick, small };
  std::string write(const Pages& pages, Effort effort = Effort::quick);
  void clear();

 private:
  const Faces* faces_;
  std::unique_ptr<PdfCaches> caches_;
};

}  // namespace kinescript
