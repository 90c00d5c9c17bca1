// SPDX-License-Identifier: MIT
// The catalog's texts in another language: templates/languages/<xx>/texts/*.toml. A language is a
// folder of texts, no code.
//
//   [exercise.bridge]                     # by id, with the content version it translates
//   content_version = 1
//   name = "Levantar la cadera"
//   why = "…"
//   steps = ["…", "…"]                    # as many as the record has, {side} and {other_side} as
//   there breathing = "…" stop_cue = "…"
//
//   [line]                                # everything else, by the English text itself; rules'
//                                         # lines may stand sentence by sentence
//   "Do not cross your legs." = "No cruce las piernas."
//
// A record of another content version, another number of steps, or a line whose English has changed
// is outdated: it counts as missing.
//
//   const Translated spanish = translate(dossier, read_translation("templates/languages/es"),
//   book); spanish.missing       // what is printed in English, marked: exercise ids and lines
//
// Throws Error{invalid} "hip.toml:12: …" for a damaged file.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "handout/phrasebook.h"
#include "plan/dossier.h"

namespace kinescript {

struct ExerciseText {
  int content_version = 0;
  std::string name, why, breathing, stop_cue;
  std::vector<std::string> steps;
};

struct Translation {
  std::map<std::string, ExerciseText> exercises;  // by id
  std::map<std::string, std::string> lines;       // by the English text
};
// Empty when the language has no folder "texts" (the catalog's own language).
Translation read_translation(const std::filesystem::path& language_folder);

struct Translated {
  Dossier dossier;
  std::vector<std::string> missing;  // each once
};
// The book words the mark of what stays in English ("mark.untranslated").
Translated translate(Dossier dossier, const Translation& translation, const Phrasebook& book);

}  // namespace kinescript
