// SPDX-License-Identifier: MIT
// A 32-byte secret key in memory that is locked (never swapped out where the system allows it),
// guarded (an overrun stops the program), left out of core dumps, readable only while in use, and
// wiped when the object goes. It moves and is never copied; a moved-from key is empty.
//
//   SecretKey key = SecretKey::random();
//   Digest d = keyed_hash(key, "text");              // BLAKE2b-256 under that key
//   SecretKey journal = key.derive(Purpose::journal);  // does not give the first away
//
// Randomness of keys, salts and nonces is libsodium's own and is not handed in: a source that
// repeats itself, harmless everywhere else, would open every seal.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kinescript {

inline constexpr std::size_t kKeyBytes = 32;
using Digest = std::array<unsigned char, 32>;

// What a derived key is for. On disk through everything that was made with it: the numbers are
// FROZEN, a retired one is never used again.
enum class Purpose : std::uint64_t {
  fields = 1,   // sealing of fields (store/vault.h)
  journal = 2,  // the journal's chain (store/journal.h)
  index = 3,    // fingerprints that keep sealed values unique and findable without opening them
  pieces = 4,   // names of stored pieces of PDFs
};

class SecretKey {
 public:
  static SecretKey random();
  // REQUIRES exactly kKeyBytes. The caller wipes its own copy.
  static SecretKey from_bytes(const unsigned char* bytes, std::size_t n);
  SecretKey(SecretKey&& other) noexcept;
  SecretKey& operator=(SecretKey&& other) noexcept;
  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;
  ~SecretKey();

  const unsigned char* data() const {
    return bytes_;
  }  // kKeyBytes, read only; nullptr once moved from
  SecretKey derive(Purpose purpose) const;
  // Compares in constant time.
  bool operator==(const SecretKey& other) const;

 private:
  SecretKey();
  unsigned char* bytes_ = nullptr;  // of sodium_malloc
};

// BLAKE2b-256 of `bytes` under `key`.
Digest keyed_hash(const SecretKey& key, std::string_view bytes);
// The same comparison time whatever differs.
bool same(const Digest& a, const Digest& b);
// Lower-case hexadecimal.
std::string hex(const Digest& digest);
void wipe(std::string& text);

// Has libsodium ready before the first use; throws Error{io} when the system has no randomness.
void require_sodium();

}  // namespace kinescript
