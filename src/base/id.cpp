// SPDX-License-Identifier: MIT
#include "base/id.h"

#include <random>

namespace kinescript {

std::string new_uuid(const Randomness& randomness) {
  unsigned char bytes[16];
  randomness(bytes, sizeof bytes);
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x40);  // version 4
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);  // RFC 4122 variant
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (int i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += kHex[bytes[i] >> 4];
    text += kHex[bytes[i] & 15];
  }
  return text;
}

Randomness system_randomness() {
  return [](unsigned char* bytes, std::size_t n) {
    std::random_device device;  // getrandom() or the like; never seeded by a clock on our platforms
    for (std::size_t i = 0; i < n; ++i) bytes[i] = static_cast<unsigned char>(device());
  };
}

}  // namespace kinescript
