// SPDX-License-Identifier: MIT
// Other programs drawing our pages from their exported commands: ReportLab
// (peers/reportlab_peer.py), and those that print HTML, given one SVG a page (peers/html_pages.py);
// and whether what they drew are the same pages.
//
//   const ReportLab peer(drawing_json(pages, noto()));
//   peer.milliseconds()         // of drawing, once commands and fonts are read
//   peer.process()              // of the whole process, without reading the commands
//   const HtmlPrinter printer("weasyprint", drawing_json(pages, noto()));
//   printer.process()
//   unlike(ours, peer.pdf())    // "" = at 100 dpi at most 1 % of the pixels differ
//
// Throws std::runtime_error when the program is not there.
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

class HtmlPrinter {
 public:
  // "weasyprint" or "chromium".
  static bool is_installed(const std::string& program);
  HtmlPrinter(std::string program, const std::string& drawing);
  ~HtmlPrinter();
  HtmlPrinter(const HtmlPrinter&) = delete;
  HtmlPrinter& operator=(const HtmlPrinter&) = delete;

  double process() const;  // milliseconds
  const std::string& pdf() const { return pdf_; }

 private:
  std::string program_, html_, pdf_;
};

std::string unlike(const std::string& our_pdf, const std::string& their_pdf);

}  // namespace kinescript::bench
