// SPDX-License-Identifier: MIT
#include "store/secret_key.h"

#include <sodium.h>

#include <cassert>
#include <utility>

#include "base/error.h"
#include "base/translate.h"

namespace kinescript {
namespace {

// Of every key derivation in a clinic file. FROZEN.
constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "kinescrp";

static_assert(kKeyBytes == crypto_kdf_KEYBYTES && kKeyBytes >= crypto_generichash_KEYBYTES_MIN);

}  // namespace

void require_sodium() {
  if (sodium_init() < 0)
    throw Error(ErrorKind::io, "",
                tr("The system gives no secure randomness. Restart the computer and try again."));
}

SecretKey::SecretKey() {
  require_sodium();
  bytes_ = static_cast<unsigned char*>(sodium_malloc(kKeyBytes));
  if (bytes_ == nullptr)
    throw Error(ErrorKind::io, "",
                tr("There is no memory left for a key. Close other programs and try again."));
}

SecretKey SecretKey::random() {
  SecretKey key;
  randombytes_buf(key.bytes_, kKeyBytes);
  sodium_mprotect_readonly(key.bytes_);
  return key;
}

SecretKey SecretKey::from_bytes(const unsigned char* bytes, [[maybe_unused]] std::size_t n) {
  assert(n == kKeyBytes);
  SecretKey key;
  std::copy(bytes, bytes + kKeyBytes, key.bytes_);
  sodium_mprotect_readonly(key.bytes_);
  return key;
}

SecretKey::SecretKey(SecretKey&& other) noexcept : bytes_(std::exchange(other.bytes_, nullptr)) {}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

SecretKey::~SecretKey() { sodium_free(bytes_); }  // wipes first

SecretKey SecretKey::derive(Purpose purpose) const {
  assert(bytes_ != nullptr);
  SecretKey key;
  crypto_kdf_derive_from_key(key.bytes_, kKeyBytes, static_cast<std::uint64_t>(purpose), kContext,
                             bytes_);
  sodium_mprotect_readonly(key.bytes_);
  return key;
}

bool SecretKey::operator==(const SecretKey& other) const {
  assert(bytes_ != nullptr && other.bytes_ != nullptr);
  return sodium_memcmp(bytes_, other.bytes_, kKeyBytes) == 0;
}

Digest keyed_hash(const SecretKey& key, std::string_view bytes) {
  Digest digest{};
  crypto_generichash(digest.data(), digest.size(),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), key.data(),
                     kKeyBytes);
  return digest;
}

bool same(const Digest& a, const Digest& b) {
  return sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string hex(const Digest& digest) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += kHex[byte >> 4];
    text += kHex[byte & 15];
  }
  return text;
}

void wipe(std::string& text) {
  sodium_memzero(text.data(), text.size());
  text.clear();
}

}  // namespace kinescript
