// SPDX-License-Identifier: MIT
// The article's routine, Standard, with a diary of two weeks, against ReportLab drawing the same
// pages. A row counts only while both PDFs, drawn at 100 dpi, are the same but for 1 % of the
// pixels.
#include <sys/resource.h>

#include <filesystem>
#include <iostream>

#include "base/files.h"
#include "bench/measure.h"
#include "bench/peer.h"
#include "bench/stock_libharu.h"
#include "cli/drawing_json.h"
#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "helpers/tool.h"
#include "layout/layout.h"
#include "layout/set_texts.h"
#include "render/pdf.h"

namespace kinescript::bench {
namespace {

namespace fs = std::filesystem;

HandoutOptions options_with(DrawnFigures* drawn) {
  HandoutOptions options{Paper::a4, Palette::black_and_white, 2};
  options.drawn = drawn;
  return options;
}

// What is kept from one document to the next; nothing when all is to be made anew.
struct Kept {
  DrawnFigures drawn;
  SetTexts texts;
};

// As a program that has just begun: it has the figures that its build drew, and has read none.
Kept nothing_read() {
  return {DrawnFigures(FigurePack(fs::path(KINESCRIPT_CLI).parent_path() / "figures.pack")), {}};
}

Pages pages_of(const Dossier& dossier, Kept* kept) {
  const Handout handout = compose(dossier, standard_stationery(), english(),
                                  options_with(kept ? &kept->drawn : nullptr));
  return lay_out(handout, standard_stationery(), Paper::a4, noto(), kept ? &kept->texts : nullptr);
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

// Another patient each time, as at a desk: only what documents share is kept. After each hundred
// ReportLab's turn comes, once for a hundred.
std::vector<Row> a_thousand(const Dossier& dossier, const ReportLab& peer, Plot& plot) {
  Kept kept;
  PdfWriter writer(noto());
  double hundred = 0, memory_at_hundred = 0, ours = 0, theirs = 0;
  for (int i = 1; i <= 1000; ++i) {
    const double begin = processor_seconds();
    Dossier other = dossier;
    other.patient.given = "Patient " + std::to_string(i);
    writer.write(pages_of(other, &kept));
    ours += processor_seconds() - begin;
    if (i == 1 || i == 10 || i == 100 || i == 1000) plot.series[0].points.emplace_back(i, ours);
    if (i == 100) hundred = ours, memory_at_hundred = most_memory();
    if (i % 100 == 0) theirs += 100 * peer.milliseconds() / 1000;
  }
  for (const int i : {1, 10, 100, 1000}) plot.series[1].points.emplace_back(i, i * theirs / 1000);
  return {once("1,000 handouts of different patients, processor time", "ReportLab, as many",
               1 / 30.0, ours, theirs, "s"),
          once("1,000 handouts, processor time", "100 handouts", 11, ours, hundred, "s"),
          once("memory at its most after 1,000 handouts", "4 MiB more than after 100", 1,
               most_memory(), memory_at_hundred + 4, "MiB")};
}

}  // namespace

std::vector<Row> handout_rows(Plots& plots) {
  const Dossier dossier = routine_dossier();
  Kept kept;
  PdfWriter writer(noto());
  const Pages pages = pages_of(dossier, &kept);
  const std::string drawing = drawing_json(pages, noto());
  const ReportLab peer(drawing);
  const ScratchFile ours("bench_ours.pdf", writer.write(pages, PdfWriter::Effort::small));
  const std::string fault = unlike(ours.path(), peer.pdf());

  std::vector<Row> rows;
  rows.push_back(in_turn(
      "handout, caches warm", "ReportLab", 1 / 30.0,
      [&] { return milliseconds([&] { writer.write(pages_of(dossier, &kept)); }); },
      [&] { return peer.milliseconds(); }));
  // ReportLab is given the figures as finished paths: here Kinescript is too, and all that it makes
  // of them is made anew.
  rows.push_back(in_turn(
      "handout, forms and subsets anew, figures given as paths", "ReportLab", 1 / 4.0,
      [&] { return milliseconds([&] { PdfWriter(noto()).write(pages_of(dossier, &kept)); }); },
      [&] { return peer.milliseconds(); }));
  rows.push_back(in_turn(
      "handout, the first of a program: figures of its pack", "ReportLab", 1 / 4.0,
      [&] {
        return milliseconds([&] {
          Kept begun = nothing_read();
          PdfWriter(noto()).write(pages_of(dossier, &begun));
        });
      },
      [&] { return peer.milliseconds(); }));
  rows.push_back(in_turn(
      "handout, figures (from their scenes) and subsets anew", "ReportLab", 1 / 4.0,
      [&] { return milliseconds([&] { PdfWriter(noto()).write(pages_of(dossier, nullptr)); }); },
      [&] { return peer.milliseconds(); }));
  rows.push_back(once("its file", "ReportLab's", 0.7,
                      static_cast<double>(read_file(ours.path()).size()) / 1024,
                      static_cast<double>(read_file(peer.pdf()).size()) / 1024, "KiB"));
  Plot plot{"handouts",
            "Handouts of different patients",
            "handouts",
            "s of processor",
            {{"Kinescript", {}}, {"ReportLab", {}}}};
  for (Row& row : a_thousand(dossier, peer, plot)) rows.push_back(std::move(row));
  for (Row& row : rows) row.fault = fault;
  const ScratchFile stock("bench_stock.pdf", stock_libharu(drawing));
  rows.push_back(once("its file", "stock libharu's", 0.5,
                      static_cast<double>(read_file(ours.path()).size()) / 1024,
                      static_cast<double>(read_file(stock.path()).size()) / 1024, "KiB"));
  rows.back().fault = unlike(ours.path(), stock.path());
  plots.push_back(std::move(plot));
  return rows;
}

}  // namespace kinescript::bench
