// SPDX-License-Identifier: MIT
// What a surface is made of, and its colour on paper (figure.md 5.6). Black and white is a palette
// of its own, not the colours made grey: greyed skin and shirt come too close, and a darkened far
// arm would equal the shirt.
//
//   Colour far = mix(colour_of(Tint::trousers, palette), .10, tone_of(palette));
#pragma once
#include "draw/drawing.h"
#include "figure/body.h"
#include "figure/figure.h"

namespace kinescript {

enum class Tint : std::uint8_t {
  skin,
  shirt,
  trousers,
  shoe,
  sole,
  hair,
  ink,
  arrow,
  halo,
  mat,
  floor_line,
  shadow,
  seat,
  wood,
  wall,
  metal,
  band,
  ball,
  pillow,
  water
};
Colour colour_of(Tint tint, Palette palette);
// With the skin and hair of whom the figure shows.
struct Colours {
  Palette palette = Palette::black_and_white;
  Look look = {};
};
Colour colour_of(Tint tint, const Colours& colours);
Tint tint_of(Garment garment);
// What shade and far limbs are mixed toward.
Colour tone_of(Palette palette);
// `part` of the way from one colour to another.
Colour mix(Colour from, double part, Colour to);

// Line widths in millimetres on paper, whatever the size of the picture.
constexpr double kOuterLine = .32, kInnerLine = .24, kDetailLine = .16;

}  // namespace kinescript
