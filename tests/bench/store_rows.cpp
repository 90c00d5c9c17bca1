// SPDX-License-Identifier: MIT
// A durable edit of a draft, sealing and the coded plan included, against appending as many bytes
// as the edit adds to the write-ahead log and syncing them.
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "app/example.h"
#include "base/files.h"
#include "bench/measure.h"
#include "helpers/sheet.h"
#include "helpers/tool.h"
#include "store/store.h"

namespace kinescript::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kEdits = 40;

class Draft {
 public:
  Draft()
      : file_(scratch_path("bench.ksc")),
        clock_{kToday, *parse_moment("2026-11-23T09:00:00Z")},
        store_(Store::create(file_, example_clinic(), example_clinician(),
                             {.for_tests = true, .passphrase = {}}, clock_, system_randomness())) {
    const Clinician clinician = store_.clinicians().front();
    actor_ = {clinician.id, clinician.name, clinician.role};
    Plan plan = routine_dossier().plan;
    plan.patient = store_.add_patient(actor_, sheet_patient(), clock_).id;
    draft_ = store_.add_draft(actor_, plan, clock_);
  }
  ~Draft() {
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(file_ + ending);
  }
  void edit() {
    Plan plan = draft_.plan;
    plan.items.front().note = std::to_string(++edits_);
    draft_ = store_.save_draft(actor_, plan, draft_.revision, clock_);
  }
  // Of the log's frames; more of its file may be the disk's already. A frame that counts bears the
  // log's salts (SQLite, "Database File Format", 4).
  std::size_t log_bytes() const {
    const std::string log = read_file(file_ + "-wal");
    constexpr std::size_t kHeader = 32, kFrame = 24 + 4096;
    std::size_t end = kHeader;
    while (end + kFrame <= log.size() && log.compare(end + 8, 8, log, 16, 8) == 0) end += kFrame;
    return end;
  }

 private:
  std::string file_;
  Clock clock_;
  Store store_;
  Actor actor_;
  StoredDraft draft_;
  int edits_ = 0;
};

void append_and_sync(const std::string& path, std::size_t bytes) {
  const std::string content(bytes, 'k');
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) throw std::runtime_error("no scratch file");
  for (int i = 0; i < kEdits; ++i)
    if (::write(file, content.data(), content.size()) != static_cast<ssize_t>(content.size()) ||
        ::fdatasync(file) != 0)
      throw std::runtime_error("the scratch file cannot be written");
  ::close(file);
  fs::remove(path);
}

}  // namespace

std::vector<Row> store_rows(Plots&) {
  Draft draft;
  draft.edit();
  const std::size_t before = draft.log_bytes();
  draft.edit();
  const std::size_t bytes = draft.log_bytes() - before;
  return {in_turn(
      "durable edit of a draft, sealed (40 at a time)",
      "append of " + std::to_string(bytes) + " bytes, synced", 1.5,
      [&] {
        return milliseconds([&] {
          for (int i = 0; i < kEdits; ++i) draft.edit();
        });
      },
      [&] { return milliseconds([&] { append_and_sync(scratch_path("bench_raw"), bytes); }); })};
}

}  // namespace kinescript::bench
