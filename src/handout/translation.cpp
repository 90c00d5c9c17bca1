// SPDX-License-Identifier: MIT
#include "handout/translation.h"

#include <toml++/toml.h>

#include <algorithm>

#include "base/error.h"
#include "base/files.h"

namespace kinescript {
namespace {

std::string text_at(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string());
}

ExerciseText read_exercise(const toml::table& table) {
  ExerciseText text;
  text.content_version = table["content_version"].value_or(0);
  text.name = text_at(table, "name");
  text.why = text_at(table, "why");
  text.breathing = text_at(table, "breathing");
  text.stop_cue = text_at(table, "stop_cue");
  if (const toml::array* steps = table["steps"].as_array())
    for (const toml::node& step : *steps) text.steps.push_back(step.value_or(std::string()));
  return text;
}

void read_file_into(Translation& translation, const std::filesystem::path& file) {
  const std::string where = file.filename().string();
  try {
    const toml::table table = toml::parse(read_file(file), where);
    if (const toml::table* exercises = table["exercise"].as_table())
      for (const auto& [id, content] : *exercises)
        if (const toml::table* inner = content.as_table())
          translation.exercises[std::string(id.str())] = read_exercise(*inner);
    if (const toml::table* lines = table["line"].as_table())
      for (const auto& [english, own] : *lines)
        translation.lines[std::string(english.str())] = own.value_or(std::string());
  } catch (const toml::parse_error& broken) {
    throw Error(ErrorKind::invalid, where + ":" + std::to_string(broken.source().begin.line),
                std::string(broken.description()) + ".");
  }
}

class Translator {
 public:
  Translator(Dossier& dossier, const Translation& translation, const Phrasebook& book)
      : dossier_(dossier), translation_(translation), book_(book) {}

  std::vector<std::string> run() {
    for (Exercise& exercise : dossier_.exercises) exercise_texts(exercise);
    for (Finding& finding : dossier_.findings) line(finding.patient_line);
    for (std::string& text : dossier_.precaution_lines) line(text);
    for (StopEntry& entry : dossier_.stop_box) line(entry.text);
    for (PainLine& pain : dossier_.pain_rule) line(pain.text);
    for (SessionRule& rule : dossier_.session_rules) line(rule.text);
    line(dossier_.reviewed);
    line(dossier_.plan.title);
    return std::move(missing_);
  }

 private:
  std::string marked(const std::string& text) const {
    return book_.say("mark.untranslated", {{"text", text}});
  }
  void miss(const std::string& what) {
    if (std::find(missing_.begin(), missing_.end(), what) == missing_.end())
      missing_.push_back(what);
  }

  // The whole line, or its sentences one by one when each has a text.
  std::optional<std::string> line_of(const std::string& text) const {
    const auto whole = translation_.lines.find(text);
    if (whole != translation_.lines.end()) return whole->second;
    std::string own;
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t stop = text.find(". ", from);
      const std::size_t end = stop == std::string::npos ? text.size() : stop + 1;
      const auto sentence = translation_.lines.find(text.substr(from, end - from));
      if (sentence == translation_.lines.end()) return std::nullopt;
      own += (own.empty() ? "" : " ") + sentence->second;
      from = end + 1;
    }
    return own;
  }

  void line(std::string& text) {
    if (text.empty()) return;
    if (const auto own = line_of(text)) {
      text = *own;
      return;
    }
    miss(text);
    text = marked(text);
  }

  // Steps of a Modify's form are looked up by their English text, as its line for the patient is.
  void exercise_texts(Exercise& exercise) {
    for (ModifiedForm& form : exercise.forms) {
      for (std::string& step : form.steps) line(step);
      line(form.breathing);
      line(form.stop_cue);
    }
    const auto found = translation_.exercises.find(exercise.id.text);
    const bool current = found != translation_.exercises.end() &&
                         found->second.content_version == exercise.content_version &&
                         found->second.steps.size() == exercise.steps.size();
    if (!current) {
      miss(exercise.id.text);
      for (std::string* text :
           {&exercise.name_patient, &exercise.why, &exercise.breathing, &exercise.stop_cue})
        if (!text->empty()) *text = marked(*text);
      for (Step& step : exercise.steps) step.text = marked(step.text);
      return;
    }
    const ExerciseText& own = found->second;
    exercise.name_patient = own.name;
    exercise.why = own.why;
    exercise.breathing = own.breathing;
    exercise.stop_cue = own.stop_cue;
    for (std::size_t i = 0; i < own.steps.size(); ++i) exercise.steps[i].text = own.steps[i];
  }

  Dossier& dossier_;
  const Translation& translation_;
  const Phrasebook& book_;
  std::vector<std::string> missing_;
};

}  // namespace

Translation read_translation(const std::filesystem::path& language_folder) {
  Translation translation;
  const std::filesystem::path folder = language_folder / "texts";
  if (!std::filesystem::is_directory(folder)) return translation;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& file : files) read_file_into(translation, file);
  return translation;
}

Translated translate(Dossier dossier, const Translation& translation, const Phrasebook& book) {
  Translated result{std::move(dossier), {}};
  result.missing = Translator(result.dossier, translation, book).run();
  return result;
}

}  // namespace kinescript
