// SPDX-License-Identifier: MIT
// The clinic file: patients, drafts, issued plans with snapshot and PDF, in one SQLite database.
// Domain words only; no SQL type leaves this folder. Every write takes the Actor. Nothing issued is
// ever changed. What names or describes a patient is sealed (src/store/README.md).
//
//   Store store = Store::open("clinic.ksc", randomness);         // locked: knows its clinicians
//   Actor actor = store.unlock(clinician, passphrase, clock);
//   Patient stored = store.add_patient(actor, patient, clock);
//   StoredDraft draft = store.add_draft(actor, plan, clock);
//   PlanHead issued = store.issue(actor, draft.plan.id, draft.revision,
//                                 store.next_number(stored.id), snapshot, pdf, clock);
//
// Ids are made here, from the randomness that was handed in: whatever comes with an empty id gets
// one. Keys and nonces are libsodium's own. A method that throws has changed nothing; one that
// returned is on the disk, with its line in the journal.
//
// While it is locked only clinicians(), needs_passphrase(), file_id(), for_tests(), keys() and
// unlock() work; all else throws Error{locked}.
//
// Throws Error: not_found; conflict (held by another program; stale revision; record number taken;
// a file is there already); locked (no or a wrong passphrase, or one that comes too early after
// wrong ones); forbidden (the actor's role, or an actor who is not the one that unlocked it);
// io (a folder of another computer); newer, damaged, foreign files (refused and left untouched,
// byte for byte); io (full disk, read-only folder). No message carries anything about a patient but
// the record number that was asked for.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/network.h"
#include "base/progress.h"
#include "plan/people.h"
#include "plan/plan.h"
#include "store/journal.h"
#include "store/keyring.h"

namespace kinescript {

// What a role may do. A reader looks (and prints); a clinician writes patients and plans too; an
// administrator also keeps the clinic's own record and its clinicians.
enum class Right : unsigned char { look, write, administer };
constexpr bool may(ClinicianRole role, Right right) {
  return right == Right::look || role == ClinicianRole::administrator ||
         (right == Right::write && role == ClinicianRole::clinician);
}
// Throws Error{forbidden} with the way out.
void require_right(ClinicianRole role, Right right);
std::string_view word(ClinicianRole role);  // "clinician", "administrator", "reader"
std::optional<ClinicianRole> clinician_role_from(std::string_view word);

struct Actor {
  ClinicianId id;
  std::string name;
  ClinicianRole role = ClinicianRole::clinician;
};

// A plan as the history list shows it.
struct PlanHead {
  PlanId id;
  PatientId patient;
  int number = 0;  // 0 while a draft; 1, 2, 3 … per patient when issued
  PlanState state = PlanState::draft;
  Date date{};  // of issue, or of the last change
  std::string problem, title, clinician;
  std::string void_because;
  int revision = 0;  // of a draft: grows with every save
};

struct StoredDraft {
  Plan plan;
  int revision = 0;
};

// What one issued plan has in it, for counting.
struct PlanUse {
  ClinicianId by;
  Date on{};
  std::vector<ExerciseId> exercises;  // each once
};

struct SetupOptions {
  bool for_tests = false;            // the smallest key derivation, said by `verify`
  std::string_view passphrase = {};  // of the first clinician; empty: the file opens without one
};

// A patient as a list shows them.
struct PatientHead {
  PatientId id;
  std::string record_number, family, given;
  Date born{};
  bool archived = false;
};

// What stands in a clinic file or a backup of it: numbers, no names.
struct BackupFacts {
  std::int64_t patients = 0, drafts = 0, plans = 0;
  JournalHead journal;
  std::optional<Moment> backed_up;  // when a backup was last made, as the journal says
};

// What an import did: numbers, and in words what a person must look at (no names).
struct ImportReport {
  PatientId patient;
  bool new_patient = false, changed_patient = false;
  int new_plans = 0, new_drafts = 0, known = 0;
  std::vector<std::string> remarks;
  bool changed_nothing() const {
    return !new_patient && !changed_patient && new_plans == 0 && new_drafts == 0;
  }
};

// How one clinician's key is kept, for `verify`.
struct KeyReport {
  std::string login;
  bool disabled = false;
  WrapInfo wrap;
};

class Store {
 public:
  // The first clinician becomes an administrator, and the file comes back unlocked by them.
  static Store create(const std::filesystem::path& path, const Clinic& clinic,
                      const Clinician& first, const SetupOptions& options, const Clock& clock,
                      const Randomness& randomness,
                      const NetworkProbe& probe = network_file_system);
  static Store open(const std::filesystem::path& path, const Randomness& randomness,
                    const NetworkProbe& probe = network_file_system);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  Clinic clinic() const;
  void set_clinic(const Actor& actor, const Clinic& clinic, const Clock& clock);
  std::vector<Clinician> clinicians() const;  // in the order they were added
  std::string file_id() const;
  bool for_tests() const;  // made with SetupOptions::for_tests

  bool needs_passphrase(const ClinicianId& clinician) const;
  // After wrong passphrases the next try must wait (store/throttle.h), across restarts too;
  // `clock.now` is compared with the time of the last failure.
  Actor unlock(const ClinicianId& clinician, std::string_view passphrase, const Clock& clock);
  // Drops keys and names from memory.
  void lock();
  bool locked() const;

  // An empty passphrase lets them open the file without one.
  Clinician add_clinician(const Actor& actor, Clinician clinician, std::string_view passphrase,
                          const Clock& clock);
  // They cannot open the file any more; what they wrote stays theirs. Not the last administrator.
  void disable_clinician(const Actor& actor, const ClinicianId& clinician, const Clock& clock);
  // One's own, or as an administrator anybody's. Wraps the key anew; nothing is re-encrypted.
  void set_passphrase(const Actor& actor, const ClinicianId& clinician, std::string_view passphrase,
                      const Clock& clock);
  // Wraps the key under a recovery key that was just made and printed (new_recovery_key()); one
  // that was set before opens nothing any more.
  void set_recovery_key(const Actor& actor, std::string_view recovery_key, const Clock& clock);
  // With the printed key: gives this clinician a new passphrase and unlocks the file for them.
  Actor recover(std::string_view recovery_key, const ClinicianId& clinician,
                std::string_view new_passphrase, const Clock& clock);
  std::vector<KeyReport> keys() const;

  // A whole, sealed copy, made while the file is in use and opened to see that it is whole before
  // it gets its name (store/backup.h). Error{conflict} when there is a file of this name.
  BackupFacts back_up(const Actor& actor, const std::filesystem::path& file, const Clock& clock,
                      const Progress& progress = {});
  BackupFacts contents() const;

  // What the store does not see by itself: printing, exporting.
  void note(const Actor& actor, Action action, RecordKind kind, const std::string& record,
            const Clock& clock);
  std::vector<JournalEntry> journal() const;  // Error{damaged} when it is not whole
  JournalHead journal_head() const;

  // Gives a record number ("P-0001", counted) when it has none. Returns the stored patient.
  Patient add_patient(const Actor& actor, Patient patient, const Clock& clock);
  void set_patient(const Actor& actor, const Patient& patient, const Clock& clock);
  // Two records of one person become one. Issued plans keep their bytes and get the next numbers of
  // `kept`; precautions and answers are united, none is dropped; what `kept` does not say is taken
  // from `other`, whose record goes.
  Patient merge_patients(const Actor& actor, const PatientId& kept, const PatientId& other,
                         const Clock& clock);
  // For good, with plans and PDFs; an administrator's right. The bytes are overwritten in the
  // clinic file; backups still have them. The journal keeps that it happened, under an id.
  void delete_patient(const Actor& actor, const PatientId& id, const Clock& clock);
  // The day on which the record or a plan of the patient was last written.
  Date last_entry(const PatientId& id) const;

  // One patient with drafts, issued plans, PDFs and history as a sealed file for another desk, and
  // the way in (store/bundle.h). REQUIRES a passphrase that is not empty.
  std::string export_patient(const Actor& actor, const PatientId& id, std::string_view passphrase,
                             const Clock& clock);
  ImportReport import_patient(const Actor& actor, std::string_view bundle,
                              std::string_view passphrase, const std::string& record_number,
                              const Clock& clock);

  // Many at once, all or none: those without an id are added, the others changed.
  void put_patients(const Actor& actor, std::vector<Patient> patients, const Clock& clock);
  Patient patient(const PatientId& id) const;
  // By id or record number; Error{not_found} otherwise.
  Patient find_patient(const std::string& id_or_record) const;
  std::vector<Patient> patients(bool with_archived = false) const;  // by family name, given name
  // The same, as a list shows them; kept in memory until lock() or another program's write.
  std::vector<PatientHead> patient_heads(bool with_archived = false) const;

  // One draft a problem: a second add for the same patient and problem is a conflict that says how
  // to go on.
  StoredDraft add_draft(const Actor& actor, const Plan& plan, const Clock& clock);
  // `revision` must be the one that was read; otherwise Error{conflict}, nothing changed. Durable
  // when it returns.
  StoredDraft save_draft(const Actor& actor, const Plan& plan, int revision, const Clock& clock);
  void delete_draft(const Actor& actor, const PlanId& id, const Clock& clock);
  StoredDraft draft(const PlanId& id) const;

  PlanHead head(const PlanId& id) const;
  // By id, "RECORD/3" or "RECORD/draft".
  PlanId find_plan(const std::string& text) const;
  std::vector<PlanHead> history(const PatientId& patient) const;  // issued by number, then drafts
  // The plans issued on that day or later that are not void, among the last 5,000 that came into
  // the file; none of those that were issued by a Kinescript that did not keep this.
  std::vector<PlanUse> uses_since(Date first) const;

  // The next number of this patient: what an issue would get.
  int next_number(const PatientId& patient) const;
  // Turns a draft into an issued plan: number, snapshot, PDF; an issued plan of the same problem
  // becomes replaced. All in one transaction.
  PlanHead issue(const Actor& actor, const PlanId& draft, int revision, int number,
                 const std::string& snapshot, const std::string& pdf, const Clock& clock);
  std::string snapshot(const PlanId& issued) const;  // canonical JSON of the dossier
  std::string pdf(const PlanId& issued) const;       // the bytes that were written at issue
  void void_plan(const Actor& actor, const PlanId& issued, const std::string& because,
                 const Clock& clock);

  // Runs SQLite's own integrity check, opens every record, snapshot and PDF, and follows the
  // journal's chain. One fault a line, empty = none.
  std::vector<std::string> verify(const Progress& progress = {}) const;

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace kinescript
