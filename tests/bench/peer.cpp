// SPDX-License-Identifier: MIT
#include "bench/peer.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "base/files.h"
#include "base/text.h"
#include "bench/measure.h"
#include "helpers/tool.h"

namespace kinescript::bench {
namespace {

constexpr double kMostPixels = 0.01;
constexpr int kDots = 100;
constexpr int kOtherGrey = 64;  // of 255

struct Ran {
  double drawing = 0, reading = 0;  // milliseconds, by its own clock
};

Ran run(const std::string& drawing, const std::string& pdf) {
  const ToolResult ran = run_tool("python3 " + std::string(KINESCRIPT_SOURCE_DIR) +
                                  "/tests/bench/peers/reportlab_peer.py " + drawing + " " + pdf);
  if (ran.status != 0) throw std::runtime_error("ReportLab is needed: python3-reportlab");
  return {std::stod(ran.out), std::stod(ran.err)};
}

// As each one's manual has it. The superuser, who may run the bench, gets no sandbox from Chromium.
std::string printing(const std::string& program, const std::string& html, const std::string& pdf) {
  if (program == "weasyprint") return "weasyprint -q " + html + " " + pdf;
  return "chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=" +
         pdf + " " + html;
}

int pages_of(const std::string& pdf) {
  const std::string said = run_tool("pdfinfo " + pdf).out;
  const auto at = said.find("Pages:");
  return at == std::string::npos ? 0 : std::atoi(said.c_str() + at + 6);
}

}  // namespace

ReportLab::ReportLab(const std::string& drawing)
    : drawing_(scratch_path("bench_drawing.json")), pdf_(scratch_path("bench_peer.pdf")) {
  write_atomically(drawing_, drawing);
  run(drawing_, pdf_);
}

ReportLab::~ReportLab() {
  std::error_code ignored;
  for (const std::string& file : {drawing_, pdf_}) std::filesystem::remove(file, ignored);
}

double ReportLab::milliseconds() const { return run(drawing_, pdf_).drawing; }

double ReportLab::process() const {
  double reading = 0;
  const double all = bench::milliseconds([&] { reading = run(drawing_, pdf_).reading; });
  return all - reading;
}

bool HtmlPrinter::is_installed(const std::string& program) {
  return run_tool("command -v " + program).status == 0;
}

HtmlPrinter::HtmlPrinter(std::string program, const std::string& drawing)
    : program_(std::move(program)),
      html_(scratch_path("bench_" + program_ + ".html")),
      pdf_(scratch_path("bench_" + program_ + ".pdf")) {
  const ScratchFile commands("bench_" + program_ + ".json", drawing);
  const ToolResult ran =
      run_tool("python3 " + std::string(KINESCRIPT_SOURCE_DIR) +
               "/tests/bench/peers/html_pages.py " + commands.path() + " " + html_);
  if (ran.status != 0) throw std::runtime_error(ran.err);
  process();
}

HtmlPrinter::~HtmlPrinter() {
  std::error_code ignored;
  for (const std::string& file : {html_, pdf_}) std::filesystem::remove(file, ignored);
}

double HtmlPrinter::process() const {
  ToolResult ran;
  const double all = bench::milliseconds([&] { ran = run_tool(printing(program_, html_, pdf_)); });
  if (ran.status != 0) throw std::runtime_error(program_ + " printed nothing: " + ran.err);
  return all;
}

std::string unlike(const std::string& our_pdf, const std::string& their_pdf) {
  const int pages = pages_of(our_pdf);
  if (pages == 0 || pages != pages_of(their_pdf)) return "not the same number of pages";
  long differ = 0, all = 0;
  for (int page = 1; page <= pages; ++page) {
    const GreyPicture a = draw_page(our_pdf, page, kDots),
                      b = draw_page(their_pdf, page, kDots, Warnings::taken);
    if (a.width != b.width || a.height != b.height) return "pages of other sizes";
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
      differ += std::abs(static_cast<unsigned char>(a.pixels[i]) -
                         static_cast<unsigned char>(b.pixels[i])) > kOtherGrey;
    all += static_cast<long>(a.pixels.size());
  }
  const double share = static_cast<double>(differ) / static_cast<double>(all);
  const std::string said =
      fmt::format("{} pages, {:.2f} % of the pixels differ (goal 1 %)", pages, 100 * share);
  std::cout << said << '\n';
  return share <= kMostPixels ? "" : said;
}

}  // namespace kinescript::bench
