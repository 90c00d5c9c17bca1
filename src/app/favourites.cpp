// SPDX-License-Identifier: MIT
#include "app/favourites.h"

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

namespace kinescript {
namespace {

std::set<std::pair<std::string, std::string>> read(const std::filesystem::path& file) {
  std::set<std::pair<std::string, std::string>> all;
  std::string text;
  try {
    text = read_file(file);
  } catch (const Error&) {
    return all;
  }
  for (const std::string& line : split(text, "\n")) {
    const std::vector<std::string> parts = split_words(line);
    if (parts.size() == 2) all.emplace(parts[0], parts[1]);
  }
  return all;
}

}  // namespace

std::filesystem::path favourites_file(const std::filesystem::path& clinic_file) {
  return std::filesystem::path(clinic_file).replace_extension(".favourites");
}

Favourites::Favourites(std::filesystem::path file, ClinicianId clinician)
    : file_(std::move(file)), clinician_(std::move(clinician)), all_(read(file_)) {}

bool Favourites::empty() const {
  return std::none_of(all_.begin(), all_.end(),
                      [this](const auto& each) { return each.first == clinician_.text; });
}

bool Favourites::toggle(const ExerciseId& exercise) {
  auto next = read(file_);
  const std::pair<std::string, std::string> one(clinician_.text, exercise.text);
  const bool added = !has(exercise);
  if (added)
    next.insert(one);
  else
    next.erase(one);
  std::string text;
  for (const auto& [clinician, marked] : next) text += clinician + " " + marked + "\n";
  write_atomically(file_, text);
  all_ = std::move(next);
  return added;
}

}  // namespace kinescript
