// SPDX-License-Identifier: MIT
// A handout as a process of its own: open a clinic file (without a passphrase: the half second of
// Argon2id is by design and not in this row), check, compose, lay out, write; against ReportLab
// started to draw the finished pages, the time in which it reads their commands taken off.
#include <filesystem>

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
  const ReportLab peer(desk.drawing());
  Row row = in_turn(
      "handout, a process from cold", "ReportLab as a process, bare drawing", 1 / 3.0,
      [&] { return milliseconds([&] { desk.handout(); }); }, [&] { return peer.process(); });
  row.fault = unlike(desk.pdf(), peer.pdf());
  return {row};
}

}  // namespace kinescript::bench
