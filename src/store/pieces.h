// SPDX-License-Identifier: MIT
// Stored documents (issued PDFs and their snapshots) cut into pieces; equal pieces are kept once.
// Figures and font subsets of a PDF, exercise records of a snapshot and the clinic's logo repeat
// from plan to plan; what remains is small. Reading gives back exactly the bytes that were kept, or
// throws: a recipe holds the hash of the whole.
//
//   const std::string recipe = keep_document(db, vault, pdf);  // within a transaction
//   fetch_document(db, vault, recipe) == pdf
//
// Pieces are sealed, and found by a keyed hash. A recipe is not: the caller seals it with the row
// that it goes into.
//
// Where it is cut: a PDF at its stream objects ("stream" … "endstream"): figures, pictures, font
// files, and what has no name if it is long (the blocks of a page repeat where two plans say the
// same at the same place; header and footer, which are short, name the patient and stay in the
// recipe); a JSON at objects that are elements of a list in the top object, and at long texts. A
// cut in a place that only looks like one costs nothing but space.
//
// A recipe, format 1: byte 1; length of the whole; BLAKE2b-256 of the whole; number of pieces; for
// each piece the length of the text between it and the piece before, and its number in table
// `piece`; length of all text between; that text, deflated. Lengths and numbers are LEB128. Text
// between the pieces is kept together, not piece by piece, because a row for each of a PDF's
// hundred little dictionaries would cost more than they do.
//
// Throws Error{damaged} when a piece is missing or a recipe or the whole is not what was kept.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/database.h"
#include "store/vault.h"

namespace kinescript {

// [begin, end) of the parts worth keeping once, in order, not overlapping.
using Cuts = std::vector<std::pair<std::size_t, std::size_t>>;
Cuts cuts_of(std::string_view document);

std::string keep_document(Database& database, const Vault& vault, std::string_view document);
std::string fetch_document(Database& database, const Vault& vault, std::string_view recipe);
// The numbers of the pieces that a recipe needs.
std::vector<std::int64_t> pieces_in(std::string_view recipe);

}  // namespace kinescript
