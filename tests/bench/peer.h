// SPDX-License-Identifier: MIT
// ReportLab drawing our pages from their exported commands (peers/reportlab_peer.py), and whether
// what it drew are the same pages.
//
//   const ReportLab peer(drawing_json(pages, noto()));
//   peer.milliseconds()         // of drawing, once commands and fonts are read
//   peer.process()              // of the whole process, without reading the commands
//   unlike(ours, peer.pdf())    // "" = both PDFs, drawn at 100 dpi, differ in at most 1 % of
//   pixels
//
// Throws std::runtime_error when ReportLab is not there.
#pragma once
#include <string>

namespace kinescript::bench {

class ReportLab {
 public:
  explicit ReportLab(const std::string& drawing);
  ~ReportLab();
  ReportLab(const ReportLab&) = delete;
  ReportLab& operator=(const ReportLab&) = delete;

  double milliseconds() const;
  double process() const;
  const std::string& pdf() const { return pdf_; }

 private:
  std::string drawing_, pdf_;
};

std::string unlike(const std::string& our_pdf, const std::string& their_pdf);

}  // namespace kinescript::bench
