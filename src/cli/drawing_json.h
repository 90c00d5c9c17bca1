// SPDX-License-Identifier: MIT
// Finished pages as a list of drawing commands, so that another program can draw the same pages:
// what tests/bench compares with, and what anyone may check. Points, y down, from the page's top
// left corner; text word by word, each with the start of its baseline.
//
//   {"fonts": {"NotoSans-Regular": "/…/NotoSans-Regular.ttf"},
//    "pages": [{"width": 595.28, "height": 841.89, "commands": [
//      ["fill", "m 10 10 l 20 10 h", [0,0,0], false], ["stroke", path, colour, width, cap, join, dash],
//      ["text", x, y, size, "NotoSans-Regular", colour, "Lie"], ["save"], ["clip", path], ["restore"],
//      ["image", left, top, right, bottom, width, height]]}]}
#pragma once
#include <string>

#include "layout/pages.h"
#include "text/faces.h"

namespace kinescript {

std::string drawing_json(const Pages& pages, const Faces& faces);

}  // namespace kinescript
