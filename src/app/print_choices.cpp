// SPDX-License-Identifier: MIT
#include "app/print_choices.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <system_error>

#include "app/patient_text.h"
#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
std::string language_name(const std::string& code) {
  icu::UnicodeString name;
  icu::Locale(code.c_str()).getDisplayLanguage(icu::Locale(text_language().c_str()), name);
  std::string text;
  return name.toUTF8String(text);
}

std::string read_layout(const std::string& text) {
  const std::string layout = lower_ascii(trim(text));
  for (const LayoutName& known : kLayoutNames)
    if (layout == known.code) return layout;
  throw Error(ErrorKind::usage, "",
              "The layout is standard, large or compact, not \"" + text + "\".");
}

std::string read_ink(const std::string& text) {
  const std::string ink = lower_ascii(trim(text));
  if (ink == kColourInk || ink == kBlackInk) return ink;
  throw Error(ErrorKind::usage, "", "The ink is black_and_white or colour, not \"" + text + "\".");
}

int read_diary_weeks(int weeks) {
  if (weeks >= 0 && weeks <= kMostDiaryWeeks) return weeks;
  throw Error(ErrorKind::usage, "",
              fmt::format("The diary has 0 (none) to {} weeks, not {}.", kMostDiaryWeeks, weeks));
}

int read_copies(const std::string& text) {
  const auto copies = parse_int(trim(text));
  if (copies && *copies >= 1 && *copies <= kMostCopies) return *copies;
  throw Error(ErrorKind::usage, "", fmt::format("Print 1 to {} copies.", kMostCopies));
}

Patient remembering(Patient patient, const Clinic& clinic, const PrintOptions& options,
                    int copies) {
  const PrintOptions all = settled(patient, clinic, options);
  patient.language = *all.language;
  patient.print =
      PrintChoices{*all.layout, *all.paper == Paper::a4 ? "a4" : "letter",
                   std::string(*all.palette == Palette::colour ? kColourInk : kBlackInk),
                   *all.diary_weeks, copies};
  return patient;
}

int copies_of(const Patient& patient) {
  return patient.print ? patient.print->copies.value_or(1) : 1;
}

void need_large_print(Patient& patient, bool needed) {
  if (patient.large_print == needed) return;
  patient.large_print = needed;
  if (patient.print) patient.print->layout.clear();
}

std::string large_print_note(const Patient& patient, Date today) {
  const bool chosen = patient.print && !patient.print->layout.empty();
  const int age = years_since(patient.born, today);
  if (chosen || patient.large_print || age < kLargePrintAge) return {};
  return trf("Large print suggested: {} years old.", age);
}

std::vector<HandoutLanguage> handout_languages(const Workspace& workspace) {
  std::vector<HandoutLanguage> all;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(
           workspace.data_folder() / "templates" / "languages", failed)) {
    const std::string code = entry.path().filename().string();
    if (entry.is_directory()) all.push_back({code, language_name(code)});
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return all;
}

std::string untranslated_note(const Session& session, const PlanId& plan,
                              const PrintOptions& options) {
  const std::vector<std::string> missing = missing_texts(session, plan, options);
  if (missing.empty()) return {};
  const Dossier dossier = dossier_of(session, plan);
  std::vector<std::string> names;
  for (const PlanItem& item : dossier.plan.items) {
    const std::string& name = dossier.exercise(item.exercise).name_clinician;
    const bool lacking =
        std::find(missing.begin(), missing.end(), item.exercise.text) != missing.end();
    if (lacking && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  }
  const std::size_t lines = missing.size() - names.size();
  const std::string language = language_name(options.language.value_or(dossier.patient.language));
  if (names.empty())
    return trn("{} line is not in {} and printed in English.",
               "{} lines are not in {} and printed in English.", lines, language);
  const std::string exercises = trn("{} exercise", "{} exercises", dossier.plan.items.size());
  const std::string told = trn("{0} of {1} is not in {2} and printed in English: {3}.",
                               "{0} of {1} are not in {2} and printed in English: {3}.",
                               names.size(), exercises, language, join(names, ", "));
  return lines == 0 ? told
                    : told + " " + trn("So is {} other line.", "So are {} other lines.", lines);
}

}  // namespace kinescript
