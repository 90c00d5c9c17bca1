// SPDX-License-Identifier: MIT
// The journal: who did what to which record and when. Entries are only ever added; each is chained
// to the one before by a hash under a key that only an opened clinic file has. Pure functions;
// rows, sealing and the head are the store's.
//
//   Digest link = chain(key, kChainStart, first);          // then chain(key, link, second), …
//   JournalVerdict verdict = verify_journal(key, entries, head);
//
// What it finds, without trusting the rows: an entry that was removed, changed, put in another
// place, cut off at the end, or added by somebody without the key.
//
// What it cannot do: a clinician who may open the file holds the key, and with a program of their
// own could write a whole new chain. And a file put back to an older state carries an older, whole
// chain. Against both stands only the head kept elsewhere: `verify` prints count and head, each
// backup holds its own; an honest later journal begins with that same chain.
//
// A link is BLAKE2b-256, under the key, of: the link before (32 bytes), number, moment in seconds
// since 1970 (8 bytes each, little-endian), action and record kind (1 byte each), then clinician
// id, record id and detail, each after its length (8 bytes). FROZEN.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "store/secret_key.h"

namespace kinescript {

// On disk: the numbers of both enums are FROZEN; a retired one is never used again.
enum class Action : unsigned char {
  setup = 1,
  open = 2,
  create = 3,
  change = 4,
  issue = 5,
  print = 6,
  void_plan = 7,
  override_finding = 8,
  export_data = 9,
  delete_record = 10,
  add_clinician = 11,
  disable_clinician = 12,
  change_passphrase = 13,
  wrong_passphrase = 14,
  backup = 15,
  restore = 16,
  make_recovery_key = 17,
  use_recovery_key = 18,
  merge = 19,
  import_data = 20,
};
enum class RecordKind : unsigned char {
  clinic_file = 1,
  clinic = 2,
  clinician = 3,
  patient = 4,
  plan = 5,
  item = 6
};
std::string_view word(Action action);      // "issue", "void", "override", …
std::string_view word(RecordKind record);  // "clinic file", "patient", …

struct JournalEntry {
  std::int64_t number = 0;  // 1, 2, 3, …
  Moment at{};
  ClinicianId by;
  Action action = Action::open;
  RecordKind kind = RecordKind::clinic_file;
  std::string record;  // its id; ids name nobody
  std::string detail;  // "" or a few words, sealed at rest
  bool operator==(const JournalEntry&) const = default;
};

inline constexpr Digest kChainStart{};
Digest chain(const SecretKey& key, const Digest& before, const JournalEntry& entry);

struct ChainedEntry {
  JournalEntry entry;
  Digest link{};
};
// Count and last link, kept apart from the rows.
struct JournalHead {
  std::int64_t count = 0;
  Digest link = kChainStart;
};

enum class JournalFault : unsigned char { none, removed, changed, reordered, cut_off, added };
std::string_view word(JournalFault fault);
// The first fault met from the beginning, and the number of the entry where it shows.
struct JournalVerdict {
  JournalFault fault = JournalFault::none;
  std::int64_t number = 0;
  bool whole() const { return fault == JournalFault::none; }
};
// `entries` as they stand, in the order in which they stand.
JournalVerdict verify_journal(const SecretKey& key, const std::vector<ChainedEntry>& entries,
                              const JournalHead& head);

}  // namespace kinescript
