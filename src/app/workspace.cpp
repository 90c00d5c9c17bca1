// SPDX-License-Identifier: MIT
#include "app/workspace.h"

#include <algorithm>
#include <future>
#include <map>
#include <system_error>

#include "app/own_exercises.h"
#include "base/error.h"
#include "base/text.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFigures = "figures.pack";

bool is_data_folder(const fs::path& folder) {
  std::error_code failed;
  return fs::is_directory(folder / "db", failed) && fs::is_directory(folder / "templates", failed);
}

// The names that a folder offers, without their endings.
std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed))
    names.push_back(entry->path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

// A plain name: nothing that leaves the folder.
bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
                              std::string_view::npos;
}

}  // namespace

std::string program_version() { return KINESCRIPT_VERSION; }

struct Workspace::Read {
  fs::path own_exercises;  // their folder; "" = none
  std::future<Catalog> ahead;
  std::optional<Catalog> shipped;
  bool own_are_read = false;       // looked for once, not at each call
  std::optional<Catalog> catalog;  // only where the clinic has exercises of its own
  std::optional<std::vector<Program>> programs;
  std::map<std::string, Phrasebook> phrasebooks;
  std::map<std::string, Translation> translations;
  std::shared_ptr<DrawnFigures> drawn;
  std::optional<Faces> faces;
  SetTexts set_texts;
  std::optional<PdfWriter> pdf_writer;  // after faces: it holds on to them
};

Workspace::Workspace(Surroundings surroundings)
    : surroundings_(std::move(surroundings)),
      real_clock_(surroundings_.clock),
      read_(std::make_unique<Read>()) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

Workspace Workspace::beside() const {
  drawn();
  Workspace made(surroundings_);
  made.read_->drawn = read_->drawn;
  return made;
}

void Workspace::set_today(Date today) {
  const auto day = std::chrono::floor<std::chrono::days>(surroundings_.clock.now);
  surroundings_.clock.now = Moment{today} + (surroundings_.clock.now - day);
  surroundings_.clock.today = today;
}

fs::path Workspace::data_folder() const {
  const std::string named = surroundings_.environment("KINESCRIPT_DATA");
  if (!named.empty()) {
    if (is_data_folder(named)) return named;
    throw Error(ErrorKind::not_found, named,
                "KINESCRIPT_DATA names a folder without db and templates. Correct it, or unset it "
                "to use the usual one.");
  }
  const fs::path installed = surroundings_.program_folder / ".." / "share" / "kinescript";
  if (!surroundings_.program_folder.empty() && is_data_folder(installed))
    return installed.lexically_normal();
  const fs::path source = KINESCRIPT_SOURCE_DATA;
  if (is_data_folder(source)) return source;
  throw Error(ErrorKind::not_found, "",
              "The catalog is missing. Install Kinescript again, or name the folder that has db "
              "and templates in "
              "KINESCRIPT_DATA.");
}

fs::path Workspace::usual_clinic_file() const {
  const std::string data = surroundings_.environment("XDG_DATA_HOME"),
                    home = surroundings_.environment("HOME");
  if (!data.empty()) return fs::path(data) / "kinescript" / "clinic.ksc";
  if (!home.empty()) return fs::path(home) / ".local" / "share" / "kinescript" / "clinic.ksc";
  throw Error(ErrorKind::usage, "",
              "There is no home folder to look in. Name the clinic file with --clinic FILE.");
}

const Catalog& Workspace::shipped() const {
  if (!read_->shipped)
    read_->shipped = read_->ahead.valid() ? read_->ahead.get() : read_catalog(data_folder() / "db");
  return *read_->shipped;
}

void Workspace::read_ahead() const {
  if (!read_->shipped && !read_->ahead.valid())
    read_->ahead = std::async(std::launch::async, read_catalog, data_folder() / "db");
}

const Catalog& Workspace::catalog() const {
  if (!read_->own_are_read) {
    const auto own = read_own_exercises(read_->own_exercises);
    if (!own.empty()) {
      read_->catalog = shipped();
      read_->catalog->exercises.insert(read_->catalog->exercises.end(), own.begin(), own.end());
    }
    read_->own_are_read = true;
  }
  return read_->catalog ? *read_->catalog : shipped();
}

void Workspace::use_clinic(const fs::path& clinic_file) const {
  read_->own_exercises = own_exercise_folder(clinic_file);
  read_->catalog.reset();
  read_->own_are_read = false;
}

const std::vector<Program>& Workspace::programs() const {
  if (!read_->programs)
    read_->programs = read_programs(data_folder() / "templates" / "programs", catalog());
  return *read_->programs;
}

const Program& Workspace::program(const std::string& id) const {
  std::vector<std::string> ids;
  for (const Program& program : programs()) {
    if (program.id == id) return program;
    ids.push_back(program.id);
  }
  throw Error(ErrorKind::not_found, "",
              "There is no template \"" + id + "\"." + did_you_mean(id, ids) +
                  " Look with \"kinescript-cli template list\".");
}

const Faces& Workspace::faces() const {
  if (!read_->faces) {
    const std::string named = surroundings_.environment("KINESCRIPT_FONTS");
    read_->faces = Faces::load(noto_sans_paths(
        named.empty() ? surroundings_.font_folders : std::vector<fs::path>{fs::path(named)}));
  }
  return *read_->faces;
}

void Workspace::forget_words() const {
  if (read_->faces) read_->faces->forget_words();
  read_->set_texts.clear();
}

SetTexts& Workspace::set_texts() const { return read_->set_texts; }

DrawnFigures& Workspace::drawn() const {
  if (!read_->drawn) {
    // Beside the program where it was built, among the data where it is installed.
    const fs::path built = surroundings_.program_folder / kFigures;
    std::error_code failed;
    const bool is_built = !surroundings_.program_folder.empty() && fs::exists(built, failed);
    read_->drawn =
        std::make_shared<DrawnFigures>(FigurePack(is_built ? built : data_folder() / kFigures));
  }
  return *read_->drawn;
}

PdfWriter& Workspace::pdf_writer() const {
  if (!read_->pdf_writer) read_->pdf_writer.emplace(faces());
  return *read_->pdf_writer;
}

Stationery Workspace::stationery(const std::string& layout) const {
  const fs::path folder = data_folder() / "templates" / "layouts";
  const auto names = names_in(folder);
  if (!is_name(layout) || std::find(names.begin(), names.end(), layout) == names.end())
    throw Error(ErrorKind::not_found, "",
                "There is no layout \"" + layout + "\". There is: " + join(names, ", ") + ".");
  return read_stationery(folder / (layout + ".toml"));
}

fs::path Workspace::language_folder(const std::string& language) const {
  const fs::path folder = data_folder() / "templates" / "languages";
  const auto names = names_in(folder);
  for (const std::string& wanted : {language, language.substr(0, language.find('-'))})
    if (is_name(wanted) && std::find(names.begin(), names.end(), wanted) != names.end())
      return folder / wanted;
  throw Error(ErrorKind::not_found, "",
              "Handouts cannot be written in \"" + language +
                  "\" yet. There is: " + join(names, ", ") + ".");
}

Phrasebook Workspace::phrasebook(const std::string& language) const {
  auto& known = read_->phrasebooks;
  const auto found = known.find(language);
  if (found != known.end()) return found->second;
  return known.emplace(language, read_phrasebook(language_folder(language))).first->second;
}

const Translation& Workspace::translation(const std::string& language) const {
  auto& known = read_->translations;
  const auto found = known.find(language);
  if (found != known.end()) return found->second;
  return known.emplace(language, read_translation(language_folder(language))).first->second;
}

}  // namespace kinescript
