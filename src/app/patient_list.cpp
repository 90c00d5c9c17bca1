// SPDX-License-Identifier: MIT
#include "app/patient_list.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"

namespace kinescript {
namespace {

// What has no mark to take away.
constexpr std::pair<char32_t, const char*> kLetters[] = {{U'ø', "o"},  {U'ł', "l"},  {U'đ', "d"},
                                                         {U'æ', "ae"}, {U'œ', "oe"}, {U'ı', "i"}};

// Big or small, with or without marks: "Müller" and "MULLER" are found by the same letters.
std::string folded(std::string_view text) {
  const bool ascii = std::none_of(text.begin(), text.end(), [](char c) { return c & 0x80; });
  if (ascii) return lower_ascii(text);
  UErrorCode failed = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKDInstance(failed);
  if (U_FAILURE(failed)) return lower_ascii(text);
  const icu::UnicodeString apart = form->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())}).foldCase(),
      failed);
  std::string made;
  for (int at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const auto letter = static_cast<char32_t>(apart.char32At(at));
    const auto* plain = std::find_if(std::begin(kLetters), std::end(kLetters),
                                     [&](const auto& each) { return each.first == letter; });
    if (plain != std::end(kLetters))
      made += plain->second;
    else if (u_charType(static_cast<UChar32>(letter)) != U_NON_SPACING_MARK)
      append_utf8(made, letter);
  }
  return made;
}

bool begins_a_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1))
    if (at == 0 || text[at - 1] == ' ') return true;
  return false;
}

bool matches(const PatientHead& patient, const std::vector<std::string>& typed) {
  const std::string text =
      folded(patient.family + " " + patient.given + " " + patient.record_number);
  return std::all_of(typed.begin(), typed.end(), [&](const std::string& word) {
    if (begins_a_word(text, word)) return true;
    if (word[0] < '0' || word[0] > '9') return false;
    const std::string born = iso(patient.born);
    return born.starts_with(word) || std::string_view(born).substr(2, 2).starts_with(word);
  });
}

}  // namespace

std::vector<const PatientHead*> find_patients(const std::vector<PatientHead>& all,
                                              std::string_view typed) {
  const auto asked = split_words(folded(typed));
  std::vector<const PatientHead*> found;
  for (const PatientHead& patient : all)
    if (matches(patient, asked)) found.push_back(&patient);
  std::stable_partition(found.begin(), found.end(),
                        [](const PatientHead* each) { return !each->archived; });
  return found;
}

const PatientHead* double_of(const std::vector<PatientHead>& all, const Patient& patient) {
  const PatientHead* found = nullptr;
  for (const PatientHead& other : all) {
    if (other.id == patient.id || other.born != patient.born ||
        folded(other.family) != folded(patient.family) ||
        folded(other.given) != folded(patient.given))
      continue;
    if (!found || (found->archived && !other.archived)) found = &other;
  }
  return found;
}

void take_from_archive(Editor& editor, const PatientId& id) {
  editor.open(id);
  Patient patient = editor.patient();
  patient.archived = false;
  editor.set_patient(patient);
}

}  // namespace kinescript
