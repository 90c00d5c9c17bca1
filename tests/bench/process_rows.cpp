// SPDX-License-Identifier: MIT
// A handout as a process of its own: open a clinic file (without a passphrase: the half second of
// Argon2id is by design and not in this row), check, compose, lay out, write; against ReportLab
// started to draw the finished pages, the time in which it reads their commands taken off; and
// against WeasyPrint and Chromium printing them, where these are installed.
#include <filesystem>
#include <iostream>

#include "app/example.h"
#include "base/files.h"
#include "bench/measure.h"
#include "bench/peer.h"
#include "helpers/sheet.h"
#include "helpers/tool.h"
#include "store/store.h"

namespace kinescript::bench {
namespace {

namespace fs = std::filesystem;

// A clinic file with the article's routine as a draft, and the command that prints it.
class Desk {
 public:
  Desk() : file_(scratch_path("bench_desk.ksc")), pdf_(scratch_path("bench_desk.pdf")) {
    const Clock clock{kToday, *parse_moment("2026-11-23T09:00:00Z")};
    Store store = Store::create(file_, example_clinic(), example_clinician(),
                                {.for_tests = true, .passphrase = {}}, clock, system_randomness());
    const Clinician clinician = store.clinicians().front();
    const Actor actor{clinician.id, clinician.name, clinician.role};
    Plan plan = routine_dossier().plan;
    plan.patient = store.add_patient(actor, sheet_patient({"ext_intol"}), clock).id;
    plan_ = store.add_draft(actor, plan, clock).plan.id;
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  ~Desk() {
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(file_ + ending);
    fs::remove(pdf_);
  }

  void handout(const std::string& more = "") const {
    const ToolResult ran =
        run_tool("KINESCRIPT_DATA=" + std::string(KINESCRIPT_SOURCE_DIR) + " " + KINESCRIPT_CLI +
                 " --clinic " + file_ + " handout " + plan_.text + " -o " + pdf_ +
                 " --layout standard --paper a4 --diary 2 " + more);
    if (ran.status != 0) throw std::runtime_error(ran.err);
  }
  std::string drawing() const {
    const std::string file = scratch_path("bench_desk.json");
    handout("--drawing " + file);
    std::string commands = read_file(file);
    fs::remove(file);
    return commands;
  }
  const std::string& pdf() const { return pdf_; }

 private:
  std::string file_, pdf_;
  PlanId plan_;
};

}  // namespace

std::vector<Row> process_rows(Plots&) {
  const Desk desk;
  const std::string drawing = desk.drawing();
  std::vector<Row> rows;
  const auto row = [&](const std::string& what, double goal, const auto& peer) {
    rows.push_back(in_turn(
        "handout, a process from cold", what, goal,
        [&] { return milliseconds([&] { desk.handout(); }); }, [&] { return peer.process(); }));
    rows.back().fault = unlike(desk.pdf(), peer.pdf());
  };
  row("ReportLab as a process, bare drawing", 1 / 3.0, ReportLab(drawing));
  for (const char* program : {"weasyprint", "chromium"})
    if (HtmlPrinter::is_installed(program))
      row(std::string(program) + " printing the same pages as SVG", 1 / 15.0,
          HtmlPrinter(program, drawing));
    else
      std::cout << program << " is not installed: its row is left out\n";
  return rows;
}

}  // namespace kinescript::bench
