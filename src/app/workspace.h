// SPDX-License-Identifier: MIT
// What a sitting works with: the catalog, the templates, the fonts, and the clock and randomness
// that were handed in. Things are read when first asked for and then kept.
//
//   Workspace workspace(surroundings);
//   workspace.catalog().exercise(ExerciseId{"bridge"});
//
// The data folder (with db/ and templates/ in it) is $KINESCRIPT_DATA, else
// <program>/../share/kinescript, else the source tree that this was built from. Fonts are looked
// for in $KINESCRIPT_FONTS, else in Surroundings::font_folders. The usual clinic file is
// $XDG_DATA_HOME/kinescript/clinic.ksc, else ~/.local/share/kinescript/clinic.ksc.
//
// One workspace is for one thread.
//
// Throws Error{not_found} with the way out when a folder, language or layout is not there, and what
// the readers throw.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/process.h"
#include "catalog/catalog.h"
#include "catalog/program.h"
#include "figure/drawn.h"
#include "handout/phrasebook.h"
#include "handout/stationery.h"
#include "handout/translation.h"
#include "layout/set_texts.h"
#include "render/pdf.h"
#include "text/faces.h"

namespace kinescript {

std::string program_version();

struct Surroundings {
  std::filesystem::path program_folder;  // where the running program lies; "" = unknown
  std::function<std::string(const char* name)> environment;  // "" = not set
  std::vector<std::filesystem::path> font_folders;
  Clock clock;
  Randomness randomness;
  // Asks a person at the terminal for a passphrase; empty = nobody is there.
  std::function<Passphrase(const std::string& prompt)> ask_passphrase = {};
};

class Workspace {
 public:
  explicit Workspace(Surroundings surroundings);
  // One on the same surroundings, for another thread: it reads for itself; the drawn figures both
  // share.
  Workspace beside() const;
  Workspace(Workspace&&) noexcept;
  ~Workspace();

  const Clock& clock() const { return surroundings_.clock; }
  // For a sitting that lasts: the window hands in the time again and again.
  void set_clock(const Clock& clock) { surroundings_.clock = real_clock_ = clock; }
  // --today: the day changes, the time of day stays.
  void set_today(Date today);
  // The clock as it was handed in: what waiting after wrong passphrases goes by.
  const Clock& real_clock() const { return real_clock_; }
  bool has_person() const { return surroundings_.ask_passphrase != nullptr; }
  // REQUIRES has_person().
  Passphrase ask_passphrase(const std::string& prompt) const {
    return surroundings_.ask_passphrase(prompt);
  }
  const Randomness& randomness() const { return surroundings_.randomness; }

  std::filesystem::path data_folder() const;
  std::filesystem::path usual_clinic_file() const;

  // The shipped exercises, then the clinic's own.
  const Catalog& catalog() const;
  // Begins to read what is shipped, on another thread, for who will soon ask for it.
  void read_ahead() const;
  // The clinic's own exercises are looked for beside this clinic file from now on, and read again.
  void use_clinic(const std::filesystem::path& clinic_file) const;
  const std::vector<Program>& programs() const;
  const Program& program(const std::string& id) const;  // "did you mean"
  const Faces& faces() const;
  // Texts that were set with these faces.
  SetTexts& set_texts() const;
  // When the clinic file is locked: shaped words and set texts may hold patients' names.
  void forget_words() const;
  // Figures that were drawn already: in the sitting, or (figures.pack) when the program was built.
  DrawnFigures& drawn() const;
  // Keeps what documents share; one for the sitting.
  PdfWriter& pdf_writer() const;
  Stationery stationery(const std::string& layout) const;
  // The handout's language; a regional form falls back to its base ("en-GB" to "en").
  Phrasebook phrasebook(const std::string& language) const;
  const Translation& translation(const std::string& language) const;

 private:
  const Catalog& shipped() const;
  std::filesystem::path language_folder(const std::string& language) const;
  Surroundings surroundings_;
  Clock real_clock_;
  struct Read;
  std::unique_ptr<Read> read_;
};

}  // namespace kinescript
