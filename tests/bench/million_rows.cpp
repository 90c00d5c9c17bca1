// SPDX-License-Identifier: MIT
// A clinic file of a million issued plans, 20,000 patients, against the same clinic at its
// 10,000th plan. The rows are real ones, sealed; documents are kept once, as the store keeps them
// (a snapshot of 1 KB, one shared PDF). Patients come in turns, so that one patient's plans lie all
// over the file. What is left out: the journal's lines of the issues, which neither row reads.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <numeric>
#include <random>

#include "app/example.h"
#include "app/patient_list.h"
#include "bench/measure.h"
#include "helpers/sheet.h"
#include "plan/codec.h"
#include "store/keyring.h"
#include "store/pieces.h"
#include "store/rows.h"
#include "store/state.h"
#include "store/summary.h"

namespace kinescript::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kPlansEach = 50;
constexpr int kHistories = 20;  // measured together
constexpr std::size_t kSnapshot = 1024;
const Clock kNow{kToday, *parse_moment("2026-11-23T09:00:00Z")};

Patient invented(int number, std::minstd_rand& random) {
  static constexpr const char* kSyllables[] = {"ka",  "ro", "mi",  "ten", "lu",
                                               "sar", "bo", "vin", "de",  "hal"};
  const auto name = [&] {
    std::string word;
    for (int i = 0; i < 3; ++i) word += kSyllables[random() % std::size(kSyllables)];
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
  };
  Patient patient = sheet_patient({"htn"});
  patient.family = name(), patient.given = name();
  patient.born = kToday - std::chrono::days{7000 + number % 23000};
  return patient;
}

// Bytes as a deflated text has them.
std::string noise(std::size_t bytes, std::minstd_rand& random) {
  std::string text(bytes, ' ');
  for (char& c : text) c = static_cast<char>(random() >> 8);
  return text;
}

class ClinicFile {
 public:
  // `treated` of the patients have kPlansEach plans each.
  ClinicFile(const std::string& name, int patients, int treated)
      : file_(fs::path(KINESCRIPT_TEST_SCRATCH) / "million" / (name + ".ksc")), treated_(treated) {
    fs::create_directories(file_.parent_path());
    remove();
    std::minstd_rand random(1);
    Store store = Store::create(file_, example_clinic(), example_clinician(),
                                {.for_tests = true, .passphrase = {}}, kNow, system_randomness());
    clinician_ = store.clinicians().front();
    std::vector<Patient> people;
    for (int i = 0; i < patients; ++i) people.push_back(invented(i, random));
    store.put_patients({clinician_.id, clinician_.name, clinician_.role}, people, kNow);
    for (const Patient& patient : store.patients()) ids_.push_back(patient.id);
    fill(random);
  }
  ClinicFile(const ClinicFile&) = delete;
  ClinicFile& operator=(const ClinicFile&) = delete;
  ~ClinicFile() { remove(); }

  std::int64_t plans() const { return std::int64_t{treated_} * kPlansEach; }

  // Milliseconds; other patients each time, as long as there are. The pages were read before.
  double histories() {
    read_histories();
    next_ -= kHistories;
    return milliseconds([&] { read_histories(); });
  }
  // As after the computer was switched on: nothing of the file is in memory.
  double cold_histories() {
    close_and_forget();
    opened();
    return milliseconds([&] { read_histories(); });
  }

  // From a closed file to the first patients found, as the window does it.
  double unlocked_and_searched() {
    open_.reset();
    std::size_t found = 0;
    const double time = milliseconds([&] {
      const std::vector<PatientHead> all = opened().patient_heads(true);
      found = find_patients(all, "ka").size();
    });
    if (found == 0) throw std::runtime_error("no patient was found");
    return time;
  }

 private:
  void read_histories() {
    std::size_t plans_seen = 0;
    for (int i = 0; i < kHistories; ++i)
      plans_seen += opened().history(ids_[static_cast<std::size_t>(next_++ % treated_)]).size();
    if (plans_seen != std::size_t{kHistories} * kPlansEach)
      throw std::runtime_error("a history is not whole");
  }

  // Linux drops what it holds of a file when its pages are on the disk.
  void close_and_forget() {
    open_.reset();
    const int file = ::open(file_.c_str(), O_RDONLY);
    if (file < 0 || ::fsync(file) != 0 || ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) != 0)
      throw std::runtime_error("the clinic file cannot be read anew");
    ::close(file);
  }

  const Store& opened() {
    if (!open_) {
      open_.emplace(Store::open(file_, system_randomness()));
      open_->unlock(clinician_.id, {}, kNow);
    }
    return *open_;
  }

  SecretKey data_key(Database& database) const {
    Statement row =
        database.query("SELECT wrap FROM key_wrap WHERE holder = ?", clinician_.id.text);
    row.step();
    return unwrap(row.text(0), {}, {file_fact(database, "file_id"), clinician_.id.text});
  }

  void fill(std::minstd_rand& random) {
    Sitting sitting(file_, system_randomness());
    Database& database = sitting.database;
    sitting.unlock(data_key(database), clinician_);
    database.execute(
        "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000");
    std::string pdf_recipe;
    {
      Transaction change(database);
      pdf_recipe = keep_document(database, sitting.vault(),
                                 "%PDF-1.6\n1 0 obj\n<<>>\nstream\n" + noise(60000, random) +
                                     "\nendstream\nendobj\n%%EOF\n");
      change.commit();
    }
    std::vector<PatientId> treated(ids_.begin(), ids_.begin() + treated_);
    std::vector<std::string> before(treated.size());
    std::vector<std::size_t> turn(treated.size());
    std::iota(turn.begin(), turn.end(), 0);
    for (int number = 1; number <= kPlansEach; ++number) {
      std::shuffle(turn.begin(), turn.end(), random);
      Transaction change(database);
      for (const std::size_t i : turn)
        issue(sitting, treated[i], number, pdf_recipe, before[i], random);
      change.commit();
    }
  }

  // As Store::issue() writes it; the plan before becomes replaced.
  void issue(Sitting& sitting, const PatientId& patient, int number, const std::string& pdf_recipe,
             std::string& before, std::minstd_rand& random) const {
    Database& database = sitting.database;
    const Vault& vault = sitting.vault();
    const std::string id = new_uuid(sitting.randomness),
                      day = iso(kToday - std::chrono::days{30 * (kPlansEach - number) + 1});
    const std::string at = day + "T09:00:00Z", place = issued_place(id, patient.text, number, day);
    database.run(
        "INSERT INTO issued_plan (id, patient, number, issued_on, issued_at, issued_by, summary, "
        "snapshot, pdf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, patient.text, number, day, at, clinician_.id.text,
        Blob{vault.seal({Field::summary, place},
                        encode(PlanSummary{"low back pain", "Strong back", clinician_.name}))},
        Blob{vault.seal({Field::snapshot, place}, noise(kSnapshot, random))},
        Blob{vault.seal({Field::pdf_recipe, place}, pdf_recipe)});
    if (!before.empty())
      database.run(
          "INSERT INTO plan_fact (plan, kind, at, by, replaced_by) VALUES (?, 'replaced', ?, ?, ?)",
          before, at, clinician_.id.text, id);
    before = id;
  }

  void remove() const {
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(file_.string() + ending);
  }

  fs::path file_;
  int treated_, next_ = 0;
  Clinician clinician_;
  std::vector<PatientId> ids_;
  std::optional<Store> open_;
};

}  // namespace

std::vector<Row> million_rows(Plots& plots) {
  ClinicFile young("young", 20000, 200), grown("grown", 20000, 2000), old("old", 20000, 20000),
      little("little", 200, 200);
  std::vector<Row> rows;
  const auto row = [&](const char* what, const std::string& peer, double (ClinicFile::*cost)(),
                       ClinicFile& small) {
    rows.push_back(in_turn(
        what, peer, 4, [&] { return (old.*cost)(); }, [&] { return (small.*cost)(); }));
  };
  row("histories of 20 patients with 50 plans, of 1,000,000 plans", "of 10,000 plans",
      &ClinicFile::histories, young);
  row("the same, nothing of the file in memory", "of 10,000 plans", &ClinicFile::cold_histories,
      young);
  row("unlock and first patient search, 1,000,000 plans", "10,000 plans, as many patients",
      &ClinicFile::unlocked_and_searched, young);
  row("the same, 20,000 patients", "200 patients, 10,000 plans", &ClinicFile::unlocked_and_searched,
      little);
  Plot plot{"plans",
            "Clinic file of 20,000 patients",
            "issued plans",
            "ms",
            {{"unlock, first search", {}}, {"history of 50 plans", {}}}};
  for (ClinicFile* clinic : {&young, &grown, &old}) {
    std::vector<double> unlocked, histories;
    for (int i = 0; i < kPairs; ++i) {
      unlocked.push_back(clinic->unlocked_and_searched());
      histories.push_back(clinic->histories() / kHistories);
    }
    plot.series[0].points.emplace_back(clinic->plans(), median(unlocked));
    plot.series[1].points.emplace_back(clinic->plans(), median(histories));
  }
  plots.push_back(std::move(plot));
  return rows;
}

}  // namespace kinescript::bench
