// SPDX-License-Identifier: MIT
// What is chosen before a handout is printed, what of it is remembered for the patient, and what a
// person should know first. For the window and the command line.
//
//   const std::string why = large_print_note(patient, today);    // "" = nothing suggests it
//   patient = remembering(patient, clinic, {.layout = "compact"}, 1);
//
// What is remembered is part of the patient's sealed record and goes with it; the clinic's usual
// choices are part of the clinic's. Readers throw Error{usage} with the words that may be said.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/print_job.h"
#include "base/translate.h"
#include "handout/diary.h"

namespace kinescript {

inline constexpr std::string_view kColourInk = "colour", kBlackInk = "black_and_white";
inline constexpr int kMostCopies = 20;
// From here on large print is suggested when nothing is remembered. Ours: the sheets for older
// readers that the design went by (ux.md, section 0) name no age.
inline constexpr int kLargePrintAge = 75;  // years

struct LayoutName {
  std::string_view code;
  const char* name;  // tr() shows it
};
inline constexpr std::array<LayoutName, 3> kLayoutNames{{{"standard", to_translate("Standard")},
                                                         {"large", to_translate("Large print")},
                                                         {"compact", to_translate("Compact")}}};

std::string read_layout(const std::string& text);
std::string read_ink(const std::string& text);
int read_diary_weeks(int weeks);  // 0 … kMostDiaryWeeks
int read_copies(const std::string& text);

// The patient with what `options` say remembered, and with what they do not say as it is printed
// today: a later change of the clinic's usual choices does not change it.
Patient remembering(Patient patient, const Clinic& clinic, const PrintOptions& options, int copies);
int copies_of(const Patient& patient);
// Whether the patient needs large letters. What was remembered of the layout gives way.
void need_large_print(Patient& patient, bool needed);

// "Large print suggested: 78 years old." or ""; nothing when a layout was chosen for the patient or
// large print is needed anyhow.
std::string large_print_note(const Patient& patient, Date today);

// "Spanish", as the window's language calls it; of a regional form too.
std::string language_name(const std::string& code);
struct HandoutLanguage {
  std::string code, name;  // "es", "Spanish"
};
std::vector<HandoutLanguage> handout_languages(const Workspace& workspace);
// What the handout's language lacks, before it is printed: "2 of 8 exercises are not in Spanish and
// print in English: Bridge, Clamshell." or "".
std::string untranslated_note(const Session& session, const PlanId& plan,
                              const PrintOptions& options);

}  // namespace kinescript
