// SPDX-License-Identifier: MIT
#include "store/vault.h"

#include <sodium.h>

#include <cassert>

#include "base/error.h"
#include "base/translate.h"

namespace kinescript {
namespace {

// ---- FROZEN: the form of vault.h ----
constexpr unsigned char kForm = 1;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kHeaderBytes = 1 + kNonceBytes;
static_assert(kNonceBytes == 24 && kTagBytes == 16);

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string bytes_of(const Digest& digest) {
  return std::string(reinterpret_cast<const char*>(digest.data()), digest.size());
}

void append_part(std::string& data, std::string_view part) {
  assert(part.size() < 256);
  data += static_cast<char>(part.size());
  data += part;
}

// Field number (2 bytes), revision (8 bytes), both little-endian, then file id and row id, each
// after its length. FROZEN.
std::string associated_data(std::string_view file_id, const Place& place) {
  std::string data;
  const auto field = static_cast<std::uint16_t>(place.field);
  const auto revision = static_cast<std::uint64_t>(place.revision);
  for (int shift = 0; shift < 16; shift += 8) data += static_cast<char>(field >> shift & 0xFF);
  for (int shift = 0; shift < 64; shift += 8) data += static_cast<char>(revision >> shift & 0xFF);
  append_part(data, file_id);
  append_part(data, place.row);
  return data;
}

[[noreturn]] void refuse_damaged() {
  throw Error(ErrorKind::damaged, "",
              tr("A record of the clinic file was damaged or moved. Restore a backup."));
}

}  // namespace

Vault::Vault(const SecretKey& data_key, std::string file_id)
    : file_id_(std::move(file_id)),
      fields_(data_key.derive(Purpose::fields)),
      journal_(data_key.derive(Purpose::journal)),
      index_(data_key.derive(Purpose::index)),
      pieces_(data_key.derive(Purpose::pieces)) {}

std::string Vault::seal(const Place& place, std::string_view plain) const {
  std::string sealed(kHeaderBytes + plain.size() + kTagBytes, '\0');
  sealed[0] = static_cast<char>(kForm);
  randombytes_buf(bytes_of(sealed) + 1, kNonceBytes);
  const std::string data = associated_data(file_id_, place);
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      bytes_of(sealed) + kHeaderBytes, nullptr, bytes_of(plain), plain.size(), bytes_of(data),
      data.size(), nullptr, bytes_of(sealed) + 1, fields_.data());
  return sealed;
}

std::string Vault::open(const Place& place, std::string_view sealed) const {
  if (sealed.empty() || sealed[0] == '\0') refuse_damaged();
  if (bytes_of(sealed)[0] > kForm)
    throw Error(ErrorKind::newer, "",
                tr("A record of the clinic file is of a later version. Update the program."));
  if (sealed.size() < kHeaderBytes + kTagBytes) refuse_damaged();
  std::string plain(sealed.size() - kHeaderBytes - kTagBytes, '\0');
  const std::string data = associated_data(file_id_, place);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          bytes_of(plain), nullptr, nullptr, bytes_of(sealed) + kHeaderBytes,
          sealed.size() - kHeaderBytes, bytes_of(data), data.size(), bytes_of(sealed) + 1,
          fields_.data()) != 0)
    refuse_damaged();
  return plain;
}

std::string Vault::fingerprint(std::string_view use, std::string_view value) const {
  std::string text;
  append_part(text, use);
  text += value;
  const Digest digest = keyed_hash(index_, text);
  wipe(text);
  return bytes_of(digest);
}

std::string Vault::piece_name(std::string_view piece) const {
  return bytes_of(keyed_hash(pieces_, piece));
}

}  // namespace kinescript
