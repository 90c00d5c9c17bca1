// SPDX-License-Identifier: MIT
// A finished PDF file made smaller without changing what it says: every object that is not a
// stream goes into deflated object streams, the cross reference table becomes a cross reference
// stream, and lengths of streams stand in their dictionaries (ISO 32000-1, 7.5.7 and 7.5.8; PDF 1.5
// and later). Object numbers stay. Structure trees, of many small objects, gain most.
//
// Reads what libharu writes and nothing else: one cross reference table behind the objects, which
// stand in the order of their numbers, generation 0, not encrypted. Throws Error{io} otherwise.
//
//   std::string small = packed(bytes, kQuickDeflate);
#pragma once
#include <string>
#include <string_view>

namespace kinescript {

std::string packed(std::string_view pdf, int deflate_level);

}  // namespace kinescript
