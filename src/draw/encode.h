// SPDX-License-Identifier: MIT
// Pixels as a JPEG file, without anything beside them: no place, no camera, no time. Transparent
// pixels lie on white.
//
//   write_atomically("photo.jpg", encode_jpeg(decode_image(bytes, 800)));
//
// Throws Error{invalid} for an image without pixels.
#pragma once
#include <string>

#include "draw/drawing.h"

namespace kinescript {

std::string encode_jpeg(const Image& image);

}  // namespace kinescript
