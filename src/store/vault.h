// SPDX-License-Identifier: MIT
// Sealed fields: whatever names or describes a patient stands in the clinic file only as the output
// of seal().
//
//   Vault vault(data_key, file_id);
//   std::string blob = vault.seal({Field::patient, patient.id.text, 3}, json);
//   vault.open({Field::patient, patient.id.text, 3}, blob)      -> json
//   vault.open({Field::patient, another.id.text, 3}, blob)    -> Error{damaged}: it was moved
//
// XChaCha20-Poly1305 under the key for fields (SecretKey::derive), a random nonce each. Associated
// data: the file's id, the field's number, the row's id and revision, so that a blob cannot be
// moved to another file, column or row, nor an older one of the same row put back, without being
// noticed. (The whole file put back to an older state is not noticed here: the journal's head,
// compared with the one that was noted, tells.)
//
// A sealed blob, FROZEN: form (1 byte, 1), nonce (24), what was sealed (as long as the plain text),
// tag (16). The length is not hidden (store/README.md says what stays visible).
//
// Speed on the machine of the design: 0.9 µs a short field to seal, 0.44 µs to open; all names are
// opened at unlock.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "store/secret_key.h"

namespace kinescript {

// On disk in every blob's associated data: the numbers are FROZEN. A retired field keeps its
// number; a new one takes the next free number.
enum class Field : std::uint16_t {
  patient = 1,        // the record: names, birth date, number, contacts, diagnosis, precautions
  draft = 2,          // a draft's plan
  summary = 3,        // an issued plan as the history list shows it
  snapshot = 4,       // an issued plan's dossier
  pdf_recipe = 5,     // how an issued PDF is put together from its pieces
  piece = 6,          // a piece of PDFs
  void_reason = 7,    // why an issued plan was voided
  journal_entry = 8,  // one line of the journal
  journal_head = 9,   // count and last link of the chain
  clinic = 10,        // the clinic's record: sealed so that nobody changes a phone number unseen
  bundle = 11,        // one patient on the way to another desk (store/bundle.h)
};

// Where a sealed value stands. `row` is at most 255 bytes; the revision counts the row's writes (0
// for rows that are written once).
struct Place {
  Field field{};
  std::string_view row;
  std::int64_t revision = 0;
};

class Vault {
 public:
  Vault(const SecretKey& data_key, std::string file_id);

  std::string seal(const Place& place, std::string_view plain) const;
  // Throws Error{damaged} when the blob was changed or stands in another place; Error{newer} for a
  // later form.
  std::string open(const Place& place, std::string_view sealed) const;

  // A keyed fingerprint of a value that must be unique or found without opening it (a record
  // number). Equal values of one use in one file give equal fingerprints, which is all that it
  // tells.
  std::string fingerprint(std::string_view use, std::string_view value) const;
  // The name of a stored piece: equal pieces have equal names.
  std::string piece_name(std::string_view piece) const;
  const SecretKey& journal_key() const { return journal_; }

 private:
  std::string file_id_;
  SecretKey fields_, journal_, index_, pieces_;
};

}  // namespace kinescript
