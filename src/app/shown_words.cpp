// SPDX-License-Identifier: MIT
#include "app/shown_words.h"

#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

constexpr const char* kWords[] = {
    // sections
    to_translate("warm up"), to_translate("mobility"), to_translate("core"),
    to_translate("strength"), to_translate("balance"), to_translate("aerobic"),
    to_translate("stretch"), to_translate("breathing"), to_translate("rest"),
    // columns of a list of patients
    to_translate("family"), to_translate("given"), to_translate("born"), to_translate("record"),
    to_translate("phone"), to_translate("diagnosis"),
    // regions
    to_translate("ankle foot"), to_translate("elbow"), to_translate("hip"), to_translate("knee"),
    to_translate("low back"), to_translate("neck"), to_translate("pelvis"),
    to_translate("shoulder"), to_translate("trunk"), to_translate("upper back"),
    to_translate("vestibular"), to_translate("whole body"), to_translate("wrist hand"),
    // positions
    to_translate("half kneeling"), to_translate("hands knees"), to_translate("kneeling"),
    to_translate("lean wall"), to_translate("lying back"), to_translate("lying face down"),
    to_translate("lying side"), to_translate("seated"), to_translate("split stance"),
    to_translate("standing"), to_translate("walking"), to_translate("water"),
    // equipment
    to_translate("none"), to_translate("ankle weight"), to_translate("ankle weight optional"),
    to_translate("armless chair or bench"), to_translate("ball or pillow"),
    to_translate("ball or putty"), to_translate("band"), to_translate("band optional"),
    to_translate("band or weight"), to_translate("bike"), to_translate("broom stick"),
    to_translate("chair"), to_translate("chair back"), to_translate("chair behind optional"),
    to_translate("chair optional"), to_translate("chair or arm ergometer"), to_translate("counter"),
    to_translate("counter optional"), to_translate("counter or wall"), to_translate("door pulley"),
    to_translate("doorway"), to_translate("exercise bike or bike"), to_translate("firm chair"),
    to_translate("knee pad"), to_translate("light object"), to_translate("light weight"),
    to_translate("loop band"), to_translate("mat"), to_translate("mat or bed"),
    to_translate("none or hammer"), to_translate("pad"), to_translate("pillow"),
    to_translate("pool"), to_translate("rail"), to_translate("rolled towel"), to_translate("shoes"),
    to_translate("small towel"), to_translate("stairs"), to_translate("step"),
    to_translate("stick"), to_translate("strap"), to_translate("table"),
    to_translate("target card"), to_translate("timer"), to_translate("towel"),
    to_translate("towel optional"), to_translate("towel roll"), to_translate("two markers"),
    to_translate("very light weight"), to_translate("wall"), to_translate("weight"),
    to_translate("weight or band"),
    // doses
    to_translate("times"), to_translate("cycles"), to_translate("steps"), to_translate("breaths"),
    to_translate("swings"), to_translate("minutes"), to_translate("metres"),
    to_translate("seconds"),
    // fields of a change
    to_translate("section"), to_translate("side"), to_translate("sets"), to_translate("count"),
    to_translate("goal"), to_translate("hold"), to_translate("load"), to_translate("support"),
    to_translate("note"), to_translate("change"), to_translate("place"), to_translate("per day"),
    to_translate("days"), to_translate("title"), to_translate("problem"), to_translate("held"),
    to_translate("daily"), to_translate("mon"), to_translate("tue"), to_translate("wed"),
    to_translate("thu"), to_translate("fri"), to_translate("sat"), to_translate("sun"),
    // sides and roles
    to_translate("left"), to_translate("right"), to_translate("both"),
    to_translate("administrator"), to_translate("clinician"), to_translate("reader")};

std::string shown_days(const std::string& value) {
  constexpr std::string_view kAWeek = " days a week";
  if (value.ends_with(kAWeek)) {
    const auto days = parse_int(value.substr(0, value.size() - kAWeek.size()));
    if (days) return trn("{} days a week", "{} days a week", static_cast<std::size_t>(*days));
  }
  std::vector<std::string> days;
  for (const std::string& day : split(value, ",")) days.push_back(shown(day));
  return join(days, ",");
}

}  // namespace

std::string shown(std::string_view word) {
  return word.empty() ? std::string() : tr(replace_all(std::string(word), "_", " ").c_str());
}

std::string shown_value(std::string_view field, const std::string& value) {
  if (value.empty()) return tr("none");
  for (const char* own : {"variant", "load", "note", "change", "steps", "title", "problem"})
    if (field == own) return value;
  if (field == "days") return shown_days(value);
  if (field == "section") return shown(value);
  std::vector<std::string> words;
  for (const std::string& word : split_words(value)) words.push_back(shown(word));
  return join(words, " ");
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::vector<std::string> shown_words() { return {std::begin(kWords), std::end(kWords)}; }

}  // namespace kinescript
