// SPDX-License-Identifier: MIT
// The words of the core and of the catalog's vocabulary as a person reads them: plain, and in the
// window's language. Stored texts, JSON and what is typed on the command line keep the words as
// they are.
//
//   shown("lying_face_down")              -> "lying face down"; "boca abajo"
//   shown_value("count", "8-12 times")    -> "8-12 times"; "8-12 veces"
//   capital(shown("chair"))               -> "Chair"
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kinescript {

std::string shown(std::string_view word);
// A field of plan/changes.h, before or after; "none" where there is nothing. What a clinician wrote
// stays as written.
std::string shown_value(std::string_view field, const std::string& value);
// ASCII only: what begins with another letter stays.
std::string capital(std::string text);

// All that have a translation, with blanks.
std::vector<std::string> shown_words();

}  // namespace kinescript
