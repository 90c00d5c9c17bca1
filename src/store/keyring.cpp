// SPDX-License-Identifier: MIT
#include "store/keyring.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "base/error.h"
#include "base/translate.h"

namespace kinescript {
namespace {

// ---- FROZEN: the places of keyring.h ----
constexpr unsigned char kForm = 1;
constexpr std::size_t kPassesAt = 2, kKibibytesAt = 6, kSaltAt = 10, kNonceAt = 26, kSealAt = 50,
                      kChecksumAt = 98;
constexpr std::size_t kWrapBytes = 114, kSaltBytes = 16, kChecksumBytes = 16;
constexpr std::string_view kDomain = "kinescript key wrap";
static_assert(kSaltBytes == crypto_pwhash_argon2id_SALTBYTES);
static_assert(kSealAt - kNonceAt == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(kChecksumAt - kSealAt == kKeyBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES);

// A header that asks for more than this is no wrap of ours; without a limit a damaged one could
// take all memory.
constexpr std::uint32_t kMostPasses = 16, kMostKibibytes = 2U << 20;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void put_u32(std::string& text, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) text[at + i] = static_cast<char>(value >> (8 * i) & 0xFF);
}

std::uint32_t get_u32(std::string_view text, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value |= static_cast<std::uint32_t>(bytes_of(text)[at + i]) << (8 * i);
  return value;
}

std::array<unsigned char, kChecksumBytes> checksum(std::string_view wrapped) {
  std::array<unsigned char, kChecksumBytes> sum{};
  crypto_generichash(sum.data(), sum.size(), bytes_of(wrapped), kChecksumAt, nullptr, 0);
  return sum;
}

// Each variable part with its length before it, so that no two owners give the same bytes.
std::string associated_data(std::string_view wrapped, const WrapOwner& owner) {
  std::string data(kDomain);
  data += wrapped.substr(0, kNonceAt);
  for (const std::string_view part : {owner.file_id, owner.holder}) {
    assert(part.size() < 256);
    data += static_cast<char>(part.size());
    data += part;
  }
  return data;
}

// A 32-byte key on the stack that is wiped when it goes.
struct WrappingKey {
  unsigned char bytes[kKeyBytes] = {};
  WrappingKey() = default;
  WrappingKey(const WrappingKey&) = delete;
  WrappingKey& operator=(const WrappingKey&) = delete;
  ~WrappingKey() { sodium_memzero(bytes, sizeof bytes); }
};

void argon2id(WrappingKey& key, std::string_view passphrase, const unsigned char* salt,
              const WrapInfo& info) {
  if (crypto_pwhash(key.bytes, kKeyBytes, passphrase.data(), passphrase.size(), salt, info.passes,
                    std::size_t{info.kibibytes} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw Error(
        ErrorKind::io, "",
        trf("Opening the clinic file needs {} MB of memory for a moment. Close other programs and "
            "try again.",
            (info.kibibytes + 1023) / 1024));
}

// `secret` is the passphrase, the 20 bytes of a recovery key, or nothing.
void derive(WrappingKey& key, WrapInfo info, std::string_view secret, std::string_view wrapped) {
  const unsigned char* salt = bytes_of(wrapped) + kSaltAt;
  if (info.way == WrapWay::argon2id) return argon2id(key, secret, salt, info);
  crypto_generichash(key.bytes, kKeyBytes, salt, kSaltBytes,
                     secret.empty() ? nullptr : bytes_of(secret), secret.size());
}

std::string make_wrap(const SecretKey& data_key, const WrapInfo& info, std::string_view secret,
                      const WrapOwner& owner) {
  require_sodium();
  std::string wrapped(kWrapBytes, '\0');
  wrapped[0] = static_cast<char>(kForm);
  wrapped[1] = static_cast<char>(info.way);
  put_u32(wrapped, kPassesAt, info.passes);
  put_u32(wrapped, kKibibytesAt, info.kibibytes);
  randombytes_buf(bytes_of(wrapped) + kSaltAt, kSealAt - kSaltAt);
  WrappingKey key;
  derive(key, info, secret, wrapped);
  const std::string data = associated_data(wrapped, owner);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(wrapped) + kSealAt, nullptr, data_key.data(),
                                             kKeyBytes, bytes_of(data), data.size(), nullptr,
                                             bytes_of(wrapped) + kNonceAt, key.bytes);
  const auto sum = checksum(wrapped);
  std::copy(sum.begin(), sum.end(), wrapped.begin() + kChecksumAt);
  return wrapped;
}

// Throws Error{locked} with `wrong` when the secret does not open it.
SecretKey open_wrap(std::string_view wrapped, const WrapInfo& info, std::string_view secret,
                    const WrapOwner& owner, const std::string& wrong) {
  WrappingKey key, plain;
  derive(key, info, secret, wrapped);
  const std::string data = associated_data(wrapped, owner);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          plain.bytes, nullptr, nullptr, bytes_of(wrapped) + kSealAt, kChecksumAt - kSealAt,
          bytes_of(data), data.size(), bytes_of(wrapped) + kNonceAt, key.bytes) != 0)
    throw Error(ErrorKind::locked, "", wrong);
  return SecretKey::from_bytes(plain.bytes, kKeyBytes);
}

// ---- the recovery key's letters ----

// Crockford's base 32: digits and letters without I, L, O and U, which are misread or misspelt.
constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kGroups = 8, kLettersInGroup = 4;  // and a check; 8 × 4 × 5 bits = 160
constexpr std::size_t kRecoveryBytes = 20;

// Weights that differ and a prime: a wrong letter (but Z for 0), two letters changed over and a
// group in another's place each change the check.
char check_letter(std::string_view four, int group) {
  int sum = 5 * group;
  for (int i = 0; i < kLettersInGroup; ++i)
    sum += (i + 2) * static_cast<int>(kLetters.find(four[static_cast<std::size_t>(i)]));
  return kLetters[static_cast<std::size_t>(sum % 31)];
}

// Upper case, look-alikes read as what was printed, separators gone.
std::string plain_letters(std::string_view typed) {
  std::string letters;
  for (char c : typed) {
    if (c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'I' || c == 'L') c = '1';
    if (c == 'O') c = '0';
    letters += c;
  }
  return letters;
}

// The 20 bytes of a printed or typed key, or Error{invalid} that names the group with the slip.
std::string recovery_bytes(std::string_view typed) {
  std::string letters = plain_letters(typed);
  constexpr std::size_t kStep = kLettersInGroup + 1;
  if (letters.size() != kGroups * kStep)
    throw Error(
        ErrorKind::invalid, "",
        fmt::format("A recovery key has 8 groups of 5 letters or digits; this has {} of 40.",
                    letters.size()));
  std::string bytes;
  std::uint64_t bits = 0;
  for (int group = 0; group < kGroups; ++group) {
    const std::string_view five =
        std::string_view(letters).substr(static_cast<std::size_t>(group) * kStep, kStep);
    const bool known = five.find_first_not_of(kLetters) == std::string_view::npos;
    if (!known || check_letter(five.substr(0, kLettersInGroup), group) != five[kLettersInGroup])
      throw Error(
          ErrorKind::invalid, "",
          trf("Group {} of the recovery key is not as printed. Compare it letter by letter.",
              group + 1));
    for (const char c : five.substr(0, kLettersInGroup)) bits = bits << 5 | kLetters.find(c);
    if (group % 2 == 1) {  // two groups are 40 bits, five bytes
      for (int shift = 32; shift >= 0; shift -= 8) bytes += static_cast<char>(bits >> shift & 0xFF);
      bits = 0;
    }
  }
  wipe(letters);
  return bytes;
}

}  // namespace

bool WrapInfo::for_tests() const {
  return way == WrapWay::argon2id && (passes < crypto_pwhash_argon2id_OPSLIMIT_MODERATE ||
                                      kibibytes < crypto_pwhash_argon2id_MEMLIMIT_MODERATE / 1024);
}

WrapInfo describe(std::string_view wrapped) {
  require_sodium();
  const auto damaged = [] {
    return Error(ErrorKind::damaged, "",
                 tr("A clinician's key in the clinic file is damaged. Restore a backup."));
  };
  if (wrapped.empty()) throw damaged();
  if (bytes_of(wrapped)[0] > kForm)
    throw Error(ErrorKind::newer, "",
                tr("The clinic file's keys are of a later version. Update the program."));
  if (wrapped.size() != kWrapBytes) throw damaged();
  const auto sum = checksum(wrapped);
  if (!std::equal(sum.begin(), sum.end(), bytes_of(wrapped) + kChecksumAt)) throw damaged();
  const unsigned char way = bytes_of(wrapped)[1];
  if (bytes_of(wrapped)[0] != kForm || way > static_cast<unsigned char>(WrapWay::recovery))
    throw damaged();
  const WrapInfo info{static_cast<WrapWay>(way), get_u32(wrapped, kPassesAt),
                      get_u32(wrapped, kKibibytesAt)};
  if (info.way == WrapWay::argon2id &&
      (info.passes < crypto_pwhash_argon2id_OPSLIMIT_MIN || info.passes > kMostPasses ||
       info.kibibytes < crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024 ||
       info.kibibytes > kMostKibibytes))
    throw damaged();
  return info;
}

std::string wrap(const SecretKey& data_key, std::string_view passphrase, KeyCost cost,
                 const WrapOwner& owner) {
  WrapInfo info;
  if (!passphrase.empty()) {
    const bool small = cost == KeyCost::for_tests;
    info.way = WrapWay::argon2id;
    info.passes =
        small ? crypto_pwhash_argon2id_OPSLIMIT_MIN : crypto_pwhash_argon2id_OPSLIMIT_MODERATE;
    info.kibibytes =
        (small ? crypto_pwhash_argon2id_MEMLIMIT_MIN : crypto_pwhash_argon2id_MEMLIMIT_MODERATE) /
        1024;
  }
  return make_wrap(data_key, info, passphrase, owner);
}

SecretKey unwrap(std::string_view wrapped, std::string_view passphrase, const WrapOwner& owner) {
  const WrapInfo info = describe(wrapped);
  if (info.way == WrapWay::recovery)
    throw Error(ErrorKind::damaged, "",
                tr("A clinician's key in the clinic file is damaged. Restore a backup."));
  // Without a passphrase there is nothing that a given one could be wrong about.
  const std::string_view secret =
      info.way == WrapWay::no_passphrase ? std::string_view() : passphrase;
  return open_wrap(wrapped, info, secret, owner,
                   info.way == WrapWay::no_passphrase
                       ? tr("This key belongs to another clinician or clinic file.")
                       : tr("The passphrase is wrong. Try again."));
}

std::string new_recovery_key() {
  require_sodium();
  std::string printed;
  for (int group = 0; group < kGroups; ++group) {
    std::string four;
    for (int i = 0; i < kLettersInGroup; ++i) four += kLetters[randombytes_uniform(32)];
    if (group > 0) printed += '-';
    printed += four;
    printed += check_letter(four, group);
    wipe(four);
  }
  return printed;
}

std::string wrap_for_recovery(const SecretKey& data_key, std::string_view recovery_key,
                              const WrapOwner& owner) {
  std::string bytes = recovery_bytes(recovery_key);
  assert(bytes.size() == kRecoveryBytes);
  std::string wrapped = make_wrap(data_key, {WrapWay::recovery, 0, 0}, bytes, owner);
  wipe(bytes);
  return wrapped;
}

SecretKey unwrap_recovery(std::string_view wrapped, std::string_view typed,
                          const WrapOwner& owner) {
  const WrapInfo info = describe(wrapped);
  if (info.way != WrapWay::recovery)
    throw Error(ErrorKind::damaged, "",
                tr("The recovery key in the clinic file is damaged. Restore a backup."));
  const std::string bytes = recovery_bytes(typed);
  return open_wrap(
      wrapped, info, bytes, owner,
      tr("This recovery key belongs to another clinic file, or a newer one was printed since."));
}

}  // namespace kinescript
