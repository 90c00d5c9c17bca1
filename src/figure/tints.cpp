// SPDX-License-Identifier: MIT
#include "figure/tints.h"

#include <array>
#include <cmath>

namespace kinescript {
namespace {

struct Row {
  std::uint32_t colour, grey;
};
constexpr std::array<Row, 20> kRows = {{
    {0xF6D2B6, 0xFFFFFF},  // skin
    {0x9ACFCB, 0xD6D6D6},  // shirt
    {0x7592B8, 0x9C9C9C},  // trousers: never darker than half grey, or the lines inside drown
    {0xFFFFFF, 0xFFFFFF},  // shoe
    {0xAEB9C6, 0x8A8A8A},  // sole
    {0x5B4538, 0x3A3A3A},  // hair
    {0x1E2832, 0x000000},  // ink
    {0xD8402B, 0x000000},  // arrow
    {0xFFFFFF, 0xFFFFFF},  // halo
    {0xDDE7D6, 0xF2F2F2},  // mat
    {0x9AA4AE, 0x8A8A8A},  // floor line
    {0xE3E6E9, 0xE4E4E4},  // shadow on white
    {0xBFC9D4, 0xCFCFCF},  // seat
    {0xE3C79B, 0xE2E2E2},  // wood
    {0xE6E8EA, 0xEEEEEE},  // wall
    {0x8D99A6, 0xA8A8A8},  // metal
    {0xE0812F, 0x5A5A5A},  // band
    {0xE9B44C, 0xC8C8C8},  // ball
    {0xF4F1E8, 0xFFFFFF},  // pillow
    {0x2F7FB5, 0x404040},  // water
}};

// From light to dark; on a black-and-white sheet light tints, so that every line stays readable.
constexpr std::array<Row, 5> kSkins = {{{0xFBE4D2, 0xFDFDFD},
                                        {0xF0C9A6, 0xF4F4F4},
                                        {0xD9A67C, 0xEAEAEA},
                                        {0xB27C55, 0xDEDEDE},
                                        {0x86583B, 0xCACACA}}};

}  // namespace

Colour colour_of(Tint tint, Palette palette) {
  const Row& row = kRows[static_cast<std::size_t>(tint)];
  return Colour::rgb(palette == Palette::colour ? row.colour : row.grey);
}

Colour colour_of(Tint tint, const Colours& colours) {
  const bool colour = colours.palette == Palette::colour;
  const Look& look = colours.look;
  if (tint == Tint::hair && look.older) return Colour::rgb(colour ? 0xC4C6CA : 0xC4C4C4);
  if (tint == Tint::skin && look.skin > 0) {
    const Row& row = kSkins.at(static_cast<std::size_t>(look.skin) - 1);
    return Colour::rgb(colour ? row.colour : row.grey);
  }
  return colour_of(tint, colours.palette);
}

Tint tint_of(Garment garment) {
  switch (garment) {
    case Garment::skin:
      return Tint::skin;
    case Garment::shirt:
      return Tint::shirt;
    case Garment::trousers:
      return Tint::trousers;
    case Garment::shoe:
      return Tint::shoe;
    case Garment::sole:
      return Tint::sole;
  }
  return Tint::skin;
}

Colour tone_of(Palette palette) {
  return palette == Palette::colour ? Colour::rgb(0x2a3550) : Colour::black();
}

Colour mix(Colour from, double part, Colour to) {
  const auto channel = [part](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * part));
  };
  return {channel(from.red, to.red), channel(from.green, to.green), channel(from.blue, to.blue)};
}

}  // namespace kinescript
