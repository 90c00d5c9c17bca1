// SPDX-License-Identifier: MIT
// How the data key of a clinic file is kept: wrapped, once for each clinician under a passphrase
// and once under a recovery key on paper. A passphrase is changed by wrapping the same data key
// anew; nothing else is re-encrypted.
//
//   SecretKey data = SecretKey::random();
//   std::string wrapped = wrap(data, "correct horse", KeyCost::moderate, {file_id, clinician_id});
//   SecretKey same = unwrap(wrapped, "correct horse", {file_id, clinician_id});
//
// On disk, FROZEN (numbers little-endian; 114 bytes):
//
//   0      1     2        6           10     26      50             98           114
//   +------+-----+--------+-----------+------+-------+--------------+------------+
//   | form | way | passes | kibibytes | salt | nonce | key and seal | checksum   |
//   | 1    | 1   | 4      | 4         | 16   | 24    | 32 + 16      | 16         |
//   +------+-----+--------+-----------+------+-------+--------------+------------+
//
// form 1. way 0: no passphrase (the key is sealed under the salt, which anybody can read: the file
// is open, and `verify` says so); 1: Argon2id 1.3 with these passes and kibibytes; 2: recovery key.
// The seal is XChaCha20-Poly1305; its associated data are a fixed word, bytes 0 to 26, the file's
// id and the holder's, so that a wrap moved to another file or clinician does not open. The
// checksum (BLAKE2b-128 of bytes 0 to 98, no key) tells a damaged wrap from a wrong passphrase; it
// protects nothing.
//
// Argon2id "moderate" is libsodium's: 3 passes over 256 MiB, 0.45 s on the machine of the design.
// Sensitive (1 GiB, 4 s) does not run on a clinic's old desk. `for_tests` is the smallest there is
// and protects nothing.
//
// Throws Error{locked} for a wrong passphrase or recovery key, Error{invalid} for a recovery key
// with a slip in it, Error{damaged} for a wrap that is not whole, Error{newer} for a form of a
// later version, Error{io} without memory.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "store/secret_key.h"

namespace kinescript {

enum class KeyCost : unsigned char { moderate, for_tests };

// Whose wrap in which file.
struct WrapOwner {
  std::string_view file_id, holder;
};

enum class WrapWay : unsigned char { no_passphrase = 0, argon2id = 1, recovery = 2 };
struct WrapInfo {
  WrapWay way = WrapWay::no_passphrase;
  std::uint32_t passes = 0, kibibytes = 0;  // of Argon2id
  bool for_tests() const;                   // weaker than moderate
};

// An empty passphrase gives a wrap without one.
std::string wrap(const SecretKey& data_key, std::string_view passphrase, KeyCost cost,
                 const WrapOwner& owner);
SecretKey unwrap(std::string_view wrapped, std::string_view passphrase, const WrapOwner& owner);
// What a wrap says of itself, without opening it.
WrapInfo describe(std::string_view wrapped);

// A new recovery key as it is printed: 160 random bits in eight groups of five letters and digits,
// the last of each group a check of it and of its place: "7K2QX-…". Neither I, L, O nor U occurs.
// The caller wipes it.
std::string new_recovery_key();
std::string wrap_for_recovery(const SecretKey& data_key, std::string_view recovery_key,
                              const WrapOwner& owner);
// `typed` may have small letters, blanks for hyphens, I and L for 1, O for 0. A slip is told by the
// number of its group.
SecretKey unwrap_recovery(std::string_view wrapped, std::string_view typed, const WrapOwner& owner);

}  // namespace kinescript
