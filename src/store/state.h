// SPDX-License-Identifier: MIT
// What a Store holds, shared by its .cpp files and by nothing else: the database, and while it is
// unlocked the keys, who opened it, and the names for the search.
//
// Everything sealed goes through vault(), which throws Error{locked} while there is no key. lock()
// drops keys and names. Every write is a Writing:
//
//   Writing change(state, actor, Right::write, clock);     // in a transaction, by one who may
//   state.database.run("UPDATE …");
//   change.note(Action::change, RecordKind::patient, id); // a line of the journal
//   change.commit();                                      // else nothing of it happened
#pragma once
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/database.h"
#include "store/journal.h"
#include "store/store.h"
#include "store/vault.h"

namespace kinescript {

struct Sitting {
  Sitting(const std::filesystem::path& path, Randomness random)
      : database(path), randomness(std::move(random)) {}
  Sitting(const Sitting&) = delete;
  Sitting& operator=(const Sitting&) = delete;
  ~Sitting() { lock(); }

  const Vault& vault() const;
  void unlock(SecretKey key, const Clinician& clinician);
  void lock();
  void forget_names();

  Database database;
  Randomness randomness;
  std::optional<SecretKey> data_key;
  std::optional<Vault> keys;
  ClinicianId who;
  // A record that was changed is noted once a sitting.
  std::set<std::pair<RecordKind, std::string>> noted_changes;
  // The names as they stood at `heads_version` of the file; absent until they are asked for.
  std::optional<std::vector<PatientHead>> heads;
  std::int64_t heads_version = 0;
  // As it was saved last in this sitting: the next edit starts from it and need not open it again.
  std::optional<StoredDraft> last_saved;
};

struct Store::State : Sitting {
  using Sitting::Sitting;
};

class Writing {
 public:
  // Throws Error{forbidden} when the actor is not who opened the file or may not do this. The clock
  // must outlive the change.
  Writing(Sitting& sitting, const Actor& actor, Right right, const Clock& clock);
  void note(Action action, RecordKind kind, const std::string& record,
            const std::string& detail = "");
  void commit();

 private:
  Sitting& sitting_;
  const Clock& clock_;
  ClinicianId by_;
  Transaction transaction_;
  std::set<std::pair<RecordKind, std::string>> new_changes_;
};

// Rows of clinicians (store_people.cpp).
std::optional<Clinician> clinician_of(Database& database, const ClinicianId& id);
// Throws Error{damaged} when the row is not as this program wrote it.
void require_proof(Database& database, const Vault& vault, const Clinician& clinician);
void insert_clinician(Database& database, const Vault& vault, const Clinician& clinician);
void store_wrap(Database& database, const std::string& holder, const std::string& wrapped);
std::string file_fact(Database& database, const char* name);

// Puts the precautions, answers and texts of `from` into `into` where they are missing: none is
// ever dropped or changed. True when something was.
bool unite(Patient& into, const Patient& from);
// Drops what an issued plan's documents needed and no other needs (store_moves.cpp).
void drop_unused_pieces(Sitting& sitting);
bool has_draft_of_problem(Sitting& sitting, const Plan& plan);  // store_plans.cpp

// Rows of patients (store_patients.cpp), within a change. Ids and record numbers that are missing
// are given.
void insert_patient(Sitting& sitting, Writing& change, const Actor& actor, Patient& patient,
                    const Clock& clock);
void update_patient(Sitting& sitting, Writing& change, const Actor& actor, const Patient& patient,
                    const Clock& clock);

}  // namespace kinescript
