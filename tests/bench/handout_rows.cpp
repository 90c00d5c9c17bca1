// SPDX-License-Identifier: MIT
// The article's routine, Standard, with a diary of two weeks, against ReportLab drawing the same
// pages from their exported commands (peers/reportlab_peer.py). A row counts only while both PDFs,
// drawn at 100 dpi, are the same but for 1 % of the pixels.
#include <sys/resource.h>

#include <filesystem>
#include <iostream>
#include <sstream>

#include "base/files.h"
#include "bench/measure.h"
#include "cli/drawing_json.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "helpers/tool.h"
#include "layout/layout.h"
#include "render/pdf.h"

namespace kinescript::bench {
namespace {

constexpr double kMostPixels = 0.01;
constexpr int kDots = 100;

HandoutOptions options_with(DrawnFigures* drawn) {
  HandoutOptions options{Paper::a4, Palette::black_and_white, 2};
  options.drawn = drawn;
  return options;
}

Pages pages_of(const Dossier& dossier, const Faces& faces, DrawnFigures* drawn) {
  const Handout handout = compose(dossier, standard_stationery(), english(), options_with(drawn));
  return lay_out(handout, standard_stationery(), Paper::a4, faces);
}

double processor_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}
double most_memory() {  // MiB; Linux counts in KiB
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

class Peer {
 public:
  explicit Peer(const Pages& pages) { write_atomically(drawing_, drawing_json(pages, noto())); }
  // Its own clock: reading the commands and the fonts does not count.
  double milliseconds(int rounds = 1) const {
    const ToolResult ran = run_tool("python3 " + std::string(KINESCRIPT_SOURCE_DIR) +
                                    "/tests/bench/peers/reportlab_peer.py " + drawing_ + " " +
                                    pdf_ + " " + std::to_string(rounds));
    if (ran.status != 0) throw std::runtime_error("ReportLab is needed: python3-reportlab");
    std::istringstream lines(ran.out);
    std::vector<double> times;
    for (double time = 0; lines >> time;) times.push_back(time);
    return median(times);
  }
  const std::string& pdf() const { return pdf_; }

 private:
  std::string drawing_ = scratch_path("bench_drawing.json"), pdf_ = scratch_path("bench_peer.pdf");
};

// Share of pixels in which the pages differ.
double difference(const std::string& ours, const std::string& theirs, std::size_t pages) {
  long differ = 0, all = 0;
  for (std::size_t page = 1; page <= pages; ++page) {
    const GreyPicture a = draw_page(ours, static_cast<int>(page), kDots),
                      b = draw_page(theirs, static_cast<int>(page), kDots);
    if (a.width != b.width || a.height != b.height) return 1;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
      differ += std::abs(static_cast<unsigned char>(a.pixels[i]) -
                         static_cast<unsigned char>(b.pixels[i])) > 64;
    all += static_cast<long>(a.pixels.size());
  }
  return static_cast<double>(differ) / static_cast<double>(all);
}

// Another patient each time, as at a desk: only what documents share is kept.
Row a_thousand(const Dossier& dossier, double peer_milliseconds) {
  DrawnFigures drawn;
  PdfWriter writer(noto());
  double hundred = 0, memory_at_hundred = 0;
  const double begin = processor_seconds();
  for (int i = 0; i < 1000; ++i) {
    Dossier other = dossier;
    other.patient.given = "Patient " + std::to_string(i);
    writer.write(pages_of(other, noto(), &drawn));
    if (i == 99) hundred = processor_seconds() - begin, memory_at_hundred = most_memory();
  }
  const double thousand = processor_seconds() - begin;
  std::cout << "1,000 handouts: " << thousand / hundred << " times 100 (goal 11), "
            << most_memory() - memory_at_hundred << " MiB more than after 100 (goal 4)\n";
  return once("1,000 handouts of different patients, processor time", "ReportLab, 1,000 times one",
              1 / 30.0, thousand, peer_milliseconds, "s");
}

}  // namespace

std::vector<Row> handout_rows() {
  const Dossier dossier = routine_dossier();
  DrawnFigures drawn;
  PdfWriter writer(noto());
  const Pages pages = pages_of(dossier, noto(), &drawn);
  const Peer peer(pages);
  const std::string ours = scratch_path("bench_ours.pdf");
  write_atomically(ours, writer.write(pages, PdfWriter::Effort::small));
  const double peer_once = peer.milliseconds();
  const double differs = difference(ours, peer.pdf(), pages.pages.size());
  std::cout << "pages: " << pages.pages.size()
            << ", pixels that differ from ReportLab's: " << 100 * differs << " % (goal 1 %)\n";
  if (differs > kMostPixels) throw std::runtime_error("ReportLab's pages are other pages");

  std::vector<Row> rows;
  rows.push_back(in_turn(
      "handout, caches warm", "ReportLab", 1 / 30.0,
      [&] { return milliseconds([&] { writer.write(pages_of(dossier, noto(), &drawn)); }); },
      [&] { return peer.milliseconds(); }));
  rows.push_back(in_turn(
      "handout, figures and subsets anew", "ReportLab", 1 / 4.0,
      [&] {
        return milliseconds([&] { PdfWriter(noto()).write(pages_of(dossier, noto(), nullptr)); });
      },
      [&] { return peer.milliseconds(); }));
  rows.push_back(once("its file", "ReportLab's", 0.7,
                      static_cast<double>(read_file(ours).size()) / 1024,
                      static_cast<double>(read_file(peer.pdf()).size()) / 1024, "KiB"));
  rows.push_back(a_thousand(dossier, peer_once));
  return rows;
}

}  // namespace kinescript::bench
