// SPDX-License-Identifier: MIT
// Whether the words are plain.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "standards/check_parts.h"
#include "standards/reading.h"

namespace kinescript {
namespace {

constexpr double kMostGrade = 6, kMostSmog = 8, kLeastInflesz = 65;
constexpr int kSentencesForSmog = 30;
constexpr double kMostWordsASentence = 12, kMostVeryLong = 0.03, kMostPassive = 0.05;
constexpr int kMostWords = 20, kMostWordsAStep = 15;

std::vector<std::string> listed(const CheckContext& context, std::string_view key) {
  const std::string name = "standards." + std::string(key);
  if (!context.on.phrasebook.has(name)) return {};
  return split(context.on.phrasebook.say(name), "|");
}

// Whole words only: "rep" is not in "repeat".
bool has_word(const std::string& text, const std::string& word) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  };
  const std::string small = lower_ascii(text);
  for (std::size_t at = small.find(word); at != std::string::npos; at = small.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !letter(small[at - 1])) && (end == small.size() || !letter(small[end])))
      return true;
  }
  return false;
}

std::vector<std::string> hits(const CheckContext& context, std::string_view key) {
  std::vector<std::string> found;
  for (const std::string& word : listed(context, key))
    for (const std::string& text : context.patient_text)
      if (has_word(text, word)) {
        found.push_back(word);
        break;
      }
  return found;
}

std::string none_or(const std::vector<std::string>& found) {
  return found.empty() ? "none" : join(found, ", ");
}

void check_grade(const CheckContext& context, const Reading& reading, CheckList& list) {
  const std::string formula = context.on.phrasebook.has("book.readability")
                                  ? context.on.phrasebook.say("book.readability")
                                  : "none";
  const std::string words = ", " + count(static_cast<std::size_t>(reading.words), "word");
  if (formula == "fkgl") {
    list.decide(16, fkgl(reading) <= kMostGrade, "FKGL " + one_decimal(fkgl(reading)) + words);
  } else if (formula == "inflesz") {
    list.decide(16, inflesz(reading) >= kLeastInflesz,
                "INFLESZ " + one_decimal(inflesz(reading)) + words);
  } else {
    list.decide(16, true, "not measured: the language names no formula");
  }
  if (formula != "fkgl" || reading.sentences < kSentencesForSmog) {
    list.decide(17, true, formula == "fkgl" ? "too short to measure" : "SMOG is for English");
    return;
  }
  list.decide(17, smog(reading) <= kMostSmog,
              "SMOG " + one_decimal(smog(reading)) + ", " +
                  count(static_cast<std::size_t>(reading.sentences), "sentence"));
}

void check_length(const CheckContext& context, const Reading& reading, CheckList& list) {
  std::size_t longest_step = 0;
  for (const Card& card : context.on.handout.cards)
    for (const std::string& step : card.steps)
      longest_step = std::max(longest_step, words_of(step).size());
  list.decide(18,
              words_a_sentence(reading) <= kMostWordsASentence &&
                  reading.longest_sentence <= kMostWords && longest_step <= kMostWordsAStep,
              "mean " + one_decimal(words_a_sentence(reading)) + " words, longest sentence " +
                  std::to_string(reading.longest_sentence) + ", longest step " +
                  std::to_string(longest_step));
}

// "is done", "are bent by": a form of be with a participle.
bool looks_passive(const std::string& sentence) {
  const std::vector<std::string> words = words_of(sentence);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool be = words[i] == "is" || words[i] == "are" || words[i] == "was" ||
                    words[i] == "be" || words[i] == "been" || words[i] == "being";
    const std::string& next = words[i + 1];
    if (be && next.size() > 4 && next.compare(next.size() - 2, 2, "ed") == 0) return true;
  }
  return false;
}

void check_style(const CheckContext& context, const Reading& reading, CheckList& list) {
  int passive = 0;
  for (const std::string& text : context.patient_text)
    for (const std::string& sentence : sentences_of(text)) passive += looks_passive(sentence);
  const double share =
      reading.sentences == 0 ? 0 : static_cast<double>(passive) / reading.sentences;
  list.flag(19, share <= kMostPassive, one_decimal(100 * share) + " % passive");
  std::size_t steps = 0, several = 0, small_start = 0;
  for (const Card& card : context.on.handout.cards)
    for (const std::string& step : card.steps) {
      ++steps;
      several +=
          step.find(';') != std::string::npos || std::count(step.begin(), step.end(), ',') > 2;
      const std::vector<std::string> words = words_of(step);
      small_start += !words.empty() && (words[0] == "the" || words[0] == "a" || words[0] == "it");
    }
  list.flag(20, small_start == 0,
            std::to_string(small_start) + " of " + count(steps, "step") + " begin with no action");
  list.flag(21, several == 0, std::to_string(several) + " of " + count(steps, "step"));
}

// From how many syllables on a word is a long one; 0 where the language's syllables are only
// estimated. Spanish says plain things in more of them ("rodilla" three, "ejercicio" four): its
// easy texts have some 2.0 a word where English ones have 1.4 (the norms of INFLESZ and FKGL).
int long_word(const std::string& language) {
  const std::string base = language.substr(0, 2);
  return base == "en" ? 4 : base == "es" ? 5 : 0;
}

// Names of exercises are what they are.
void check_long_words(const CheckContext& context, CheckList& list) {
  const int least = long_word(context.on.handout.language);
  if (least == 0) {
    list.decide(24, true, "not measured: the language's syllables are only estimated");
    return;
  }
  std::vector<std::string> allowed;
  for (const Card& card : context.on.handout.cards)
    for (const std::string& word : words_of(card.name)) allowed.push_back(word);
  int words = 0, very_long = 0;
  for (const std::string& text : context.patient_text)
    for (const std::string& word : words_of(text)) {
      ++words;
      very_long += syllables(word, context.on.handout.language) >= least &&
                   std::find(allowed.begin(), allowed.end(), word) == allowed.end();
    }
  const double share = words == 0 ? 0 : static_cast<double>(very_long) / words;
  list.decide(24, share <= kMostVeryLong,
              one_decimal(100 * share) + " % of " + std::to_string(least) + " or more syllables");
}

}  // namespace

void check_reading(const CheckContext& context, CheckList& list) {
  const Reading reading = measure_reading(context.patient_text, context.on.handout.language);
  check_grade(context, reading, list);
  check_length(context, reading, list);
  check_style(context, reading, list);
  check_long_words(context, list);
  const std::vector<std::string> jargon = hits(context, "jargon");
  list.decide(22, jargon.empty(), none_or(jargon));
  const std::vector<std::string> short_forms = hits(context, "abbreviations");
  list.decide(23, short_forms.empty(), none_or(short_forms));
  const std::vector<std::string> terms = hits(context, "other_terms");
  list.flag(25, terms.empty(), none_or(terms));
  const std::vector<std::string> alarming = hits(context, "alarming");
  list.flag(26, alarming.empty(), none_or(alarming));
}

}  // namespace kinescript
