// SPDX-License-Identifier: MIT
#include "standards/reading.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace kinescript {
namespace {

bool one_of(char32_t letter, std::u32string_view letters) {
  return letters.find(letter) != std::u32string_view::npos;
}

std::u32string code_points_of(std::string_view text) {
  std::u32string all;
  for (std::size_t at = 0; at < text.size();) all += next_code_point(text, at);
  return all;
}

bool ends_with(const std::u32string& word, std::u32string_view ending) {
  return word.size() >= ending.size() &&
         word.compare(word.size() - ending.size(), ending.size(), ending) == 0;
}

constexpr std::u32string_view kVowels = U"aeiouy";

// English: groups of vowels, less the endings that are silent, and the pairs that are two.
int english(const std::u32string& word) {
  int groups = 0;
  bool in_group = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool vowel = one_of(word[i], kVowels) && !(word[i] == U'y' && i == 0);
    if (vowel && !in_group) ++groups;
    in_group = vowel;
  }
  // Two vowels that are said apart: "area", "being", "quiet", "lion", "video", "usual".
  for (std::size_t i = 1; i + 1 <= word.size() && i < word.size(); ++i) {
    const std::u32string pair = word.substr(i - 1, 2);
    const bool soft = i >= 2 && one_of(word[i - 2], U"tscg");  // "nation", "special", "region"
    if (pair == U"eo" || pair == U"ua" || (pair == U"ia" && !soft) || (pair == U"io" && !soft) ||
        (pair == U"ie" && i + 1 < word.size() && word[i + 1] == U't') ||
        (pair == U"ei" && i + 1 < word.size() && word.substr(i + 1) == U"ng") ||
        ((pair == U"yi" || pair == U"oi") && word.substr(i + 1) == U"ng") ||
        (pair == U"ea" && i + 1 == word.size() && word.size() > 3))
      ++groups;
  }
  if (word.find(U"qua") != std::u32string::npos || word.find(U"gua") != std::u32string::npos)
    --groups;
  const bool e = ends_with(word, U"e") && !ends_with(word, U"ee") && !ends_with(word, U"ye") &&
                 !ends_with(word, U"oe") && !ends_with(word, U"ue") && !ends_with(word, U"ie");
  const bool le =
      ends_with(word, U"le") && word.size() > 2 && !one_of(word[word.size() - 3], kVowels);
  if (e && !le) --groups;
  if (ends_with(word, U"es") && word.size() > 3 && !ends_with(word, U"ies")) {
    const char32_t before = word[word.size() - 3];
    const bool hiss =
        one_of(before, U"sxzcg") || ends_with(word, U"ches") || ends_with(word, U"shes");
    const bool les = before == U'l' && !one_of(word[word.size() - 4], kVowels);
    if (!hiss && !les && !one_of(before, kVowels)) --groups;
  }
  if (ends_with(word, U"ed") && word.size() > 3) {
    const char32_t before = word[word.size() - 3];
    if (!one_of(before, U"td") && !one_of(before, kVowels) &&
        !(before == U'l' && !one_of(word[word.size() - 4], kVowels)))
      --groups;
  }
  // A silent e inside: "someone", "careful", "safely", "movement".
  for (const std::u32string_view inner :
       {U"eful", U"ely", U"ement", U"eless", U"ething", U"etime", U"eback", U"ehouse", U"eness"}) {
    const auto at = word.find(inner);
    if (at != std::u32string::npos && at > 1 && !one_of(word[at - 1], kVowels) &&
        one_of(word[at - 2], kVowels))
      --groups;
  }
  return std::max(groups, 1);
}

// Spanish: a weak vowel (i, u without accent) joins its neighbour; two strong ones are two.
int spanish(const std::u32string& word) {
  constexpr std::u32string_view kStrong = U"aeoáéóíú", kWeak = U"iuüy";
  int count = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool silent_u = word[i] == U'u' && i > 0 && one_of(word[i - 1], U"qg") &&
                          i + 1 < word.size() && one_of(word[i + 1], U"eiéí");
    if (silent_u) continue;
    const bool strong = one_of(word[i], kStrong);
    const bool weak = one_of(word[i], kWeak) && !(word[i] == U'y' && i + 1 < word.size());
    if (!strong && !weak) continue;
    const bool after_strong = i > 0 && one_of(word[i - 1], kStrong);
    const bool after_weak =
        i > 0 && one_of(word[i - 1], U"iuü") &&
        !(word[i - 1] == U'u' && i > 1 && one_of(word[i - 2], U"qg") && one_of(word[i], U"eiéí"));
    const bool joins = strong ? after_weak && !one_of(word[i], U"íú") : after_strong || after_weak;
    if (!joins) ++count;
  }
  return std::max(count, 1);
}

int by_vowel_groups(const std::u32string& word) {
  int groups = 0;
  bool in_group = false;
  for (const char32_t letter : word) {
    const bool vowel = one_of(letter, U"aeiouyáéíóúüąęóàèìòùâêîôûäöå");
    if (vowel && !in_group) ++groups;
    in_group = vowel;
  }
  return std::max(groups, 1);
}

bool is_letter(char32_t point) {
  return (point >= U'a' && point <= U'z') ||
         (point >= 0xC0 && point != 0xD7 && point != 0xF7 && point < 0x2000);
}

double per(int a, int b) { return b == 0 ? 0 : static_cast<double>(a) / b; }

}  // namespace

int syllables(std::string_view word, std::string_view language) {
  const std::u32string letters = code_points_of(word);
  const std::string_view base = language.substr(0, 2);
  if (base == "en") return english(letters);
  return base == "es" ? spanish(letters) : by_vowel_groups(letters);
}

std::vector<std::string> sentences_of(const std::string& text) {
  std::vector<std::string> all;
  std::string sentence;
  const auto end = [&] {
    if (!words_of(sentence).empty()) all.push_back(sentence);
    sentence.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    sentence += text[i];
    const bool mark = text[i] == '.' || text[i] == '?' || text[i] == '!' || text[i] == ':';
    if (mark && (i + 1 == text.size() || text[i + 1] == ' ')) end();
  }
  end();
  return all;
}

std::vector<std::string> words_of(const std::string& sentence) {
  std::vector<std::string> words;
  const std::string small = lower_ascii(sentence);
  std::string word;
  for (std::size_t at = 0; at <= small.size();) {
    const std::size_t from = at;
    const char32_t point = at < small.size() ? next_code_point(small, at) : (++at, U' ');
    if (is_letter(point)) {
      word += small.substr(from, at - from);
    } else if ((point == U'\'' || point == 0x2019) && !word.empty()) {
      continue;  // "don't" is one word
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

Reading measure_reading(const std::vector<std::string>& texts, std::string_view language) {
  Reading reading;
  for (const std::string& text : texts)
    for (const std::string& sentence : sentences_of(text)) {
      const std::vector<std::string> words = words_of(sentence);
      ++reading.sentences;
      reading.longest_sentence = std::max(reading.longest_sentence, static_cast<int>(words.size()));
      for (const std::string& word : words) {
        const int count = syllables(word, language);
        ++reading.words;
        reading.syllables += count;
        reading.long_words += count >= 3;
        reading.very_long_words += count >= 4;
      }
    }
  return reading;
}

double words_a_sentence(const Reading& r) { return per(r.words, r.sentences); }

double fkgl(const Reading& r) {
  return 0.39 * words_a_sentence(r) + 11.8 * per(r.syllables, r.words) - 15.59;
}

double smog(const Reading& r) {
  return 1.0430 * std::sqrt(per(r.long_words * 30, r.sentences)) + 3.1291;
}

double inflesz(const Reading& r) {
  return 206.835 - 62.3 * per(r.syllables, r.words) - words_a_sentence(r);
}

}  // namespace kinescript
