// SPDX-License-Identifier: MIT
// How easy a text is to read. Pooled over a whole handout: short texts make every score unstable.
//
//   FKGL     0.39 words/sentences + 11.8 syllables/words - 15.59             (Kincaid 1975)
//   SMOG     1.0430 sqrt(words of 3 or more syllables x 30 / sentences) + 3.1291   (McLaughlin
//   1969) INFLESZ  206.835 - 62.3 syllables/words - words/sentences                (Barrio
//   Cantalejo 2008)
//
// Each string given is one sentence at least; a full stop, question or exclamation mark inside ends
// one. Numbers and signs are not words.
//
//   Reading reading = measure_reading({"Lie on your back.", "Bend your knees."}, "en");
//   fkgl(reading)        // -0.6
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kinescript {

struct Reading {
  int sentences = 0, words = 0, syllables = 0;
  int long_words = 0;        // of 3 or more syllables
  int very_long_words = 0;   // of 4 or more
  int longest_sentence = 0;  // words
};

// The language decides how syllables are counted: English, Spanish, else a syllable a group of
// vowels.
int syllables(std::string_view word, std::string_view language);
Reading measure_reading(const std::vector<std::string>& texts, std::string_view language);

double fkgl(const Reading& reading);
double smog(const Reading& reading);
double inflesz(const Reading& reading);
double words_a_sentence(const Reading& reading);

std::vector<std::string> sentences_of(const std::string& text);
std::vector<std::string> words_of(const std::string& sentence);  // small letters

}  // namespace kinescript
