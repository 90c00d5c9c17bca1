// SPDX-License-Identifier: MIT
// Each struct has one function `fields` that names its members once; Writer and Reader are the two
// archives that go over it. So what is written and what is read cannot drift apart.
#include "plan/codec.h"

#include <array>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "base/error.h"

namespace kinescript {
namespace {

using Json = nlohmann::json;  // keys in a std::map: sorted

[[noreturn]] void damaged() {
  throw Error(ErrorKind::damaged, "",
              "The stored plan is damaged and was not read. Restore it from a backup.");
}

// ---- words of enums

template <class E, std::size_t N>
using Words = std::array<std::pair<E, std::string_view>, N>;

constexpr Words<Tier, 4> kTiers = {{{Tier::emergency, "emergency"},
                                    {Tier::doctor_today, "doctor_today"},
                                    {Tier::doctor_soon, "doctor_soon"},
                                    {Tier::call_us, "call_us"}}};
constexpr Words<PainBand, 3> kBands = {
    {{PainBand::go_on, "go_on"}, {PainBand::watch, "watch"}, {PainBand::stop, "stop"}}};
constexpr std::array kFindingLevels = {
    FindingLevel::prefer,      FindingLevel::caution, FindingLevel::plan, FindingLevel::modify,
    FindingLevel::not_checked, FindingLevel::avoid,   FindingLevel::block};

template <class E, std::size_t N>
std::string_view word_in(const Words<E, N>& words, E value) {
  for (const auto& [known, word] : words)
    if (known == value) return word;
  return {};
}

template <class E, std::size_t N>
std::optional<E> value_in(const Words<E, N>& words, std::string_view text) {
  for (const auto& [known, word] : words)
    if (word == text) return known;
  return std::nullopt;
}

template <class E>
std::string word_of(E value) {
  if constexpr (std::is_same_v<E, Tier>)
    return std::string(word_in(kTiers, value));
  else if constexpr (std::is_same_v<E, PainBand>)
    return std::string(word_in(kBands, value));
  else
    return std::string(word(value));
}

std::optional<FindingLevel> finding_level_from(std::string_view text) {
  for (const auto level : kFindingLevels)
    if (word(level) == text) return level;
  return std::nullopt;
}

template <class E>
std::optional<E> enum_from(std::string_view text) {
  if constexpr (std::is_same_v<E, Tier>)
    return value_in(kTiers, text);
  else if constexpr (std::is_same_v<E, PainBand>)
    return value_in(kBands, text);
  else if constexpr (std::is_same_v<E, FindingLevel>)
    return finding_level_from(text);
  else if constexpr (std::is_same_v<E, BodySide>)
    return body_side_from(text);
  else if constexpr (std::is_same_v<E, Section>)
    return section_from(text);
  else if constexpr (std::is_same_v<E, SideMode>)
    return side_mode_from(text);
  else if constexpr (std::is_same_v<E, SideMeans>)
    return side_means_from(text);
  else if constexpr (std::is_same_v<E, Support>)
    return support_from(text);
  else if constexpr (std::is_same_v<E, StepKind>)
    return step_kind_from(text);
  else if constexpr (std::is_same_v<E, DoseSource>)
    return dose_source_from(text);
  else if constexpr (std::is_same_v<E, VariantKind>)
    return variant_kind_from(text);
  else if constexpr (std::is_same_v<E, CountUnit>)
    return count_unit_from(text);
  else if constexpr (std::is_same_v<E, HoldUnit>)
    return hold_unit_from(text);
  else if constexpr (std::is_same_v<E, Timing>)
    return timing_from(text);
  else if constexpr (std::is_same_v<E, Felt>)
    return felt_from(text);
  else if constexpr (std::is_same_v<E, Level>)
    return level_from(text);
  else
    return limb_from(text);
}

// ---- the members of each struct, once. T may be const (writing) or not (reading).

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Amount>
void fields(A& a, T& x) {
  a("min", x.min), a("max", x.max), a("start", x.start), a("goal", x.goal);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Dose>
void fields(A& a, T& x) {
  a("sets", x.sets), a("count", x.count), a("unit", x.unit), a("hold", x.hold),
      a("hold_unit", x.hold_unit);
  a("rest", x.rest), a("load", x.load), a("per_day", x.per_day),
      a("days_per_week", x.days_per_week);
  a("timing", x.timing);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, PlanItem>
void fields(A& a, T& x) {
  a("id", x.id), a("exercise", x.exercise), a("section", x.section), a("side", x.side),
      a("dose", x.dose);
  a("support", x.support), a("note", x.note), a("modification", x.modification);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Schedule>
void fields(A& a, T& x) {
  a("per_day", x.per_day), a("weekdays", x.weekdays), a("days_per_week", x.days_per_week);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Override>
void fields(A& a, T& x) {
  a("item", x.item), a("rule", x.rule), a("because", x.because), a("by", x.by), a("at", x.at);
  a("fingerprint", x.fingerprint);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Clearance>
void fields(A& a, T& x) {
  a("rule", x.rule), a("because", x.because), a("by", x.by), a("at", x.at),
      a("fingerprint", x.fingerprint);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Feedback>
void fields(A& a, T& x) {
  a("about", x.about), a("felt", x.felt), a("pain", x.pain), a("days", x.days);
  a("remark", x.remark), a("by", x.by), a("at", x.at);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Plan>
void fields(A& a, T& x) {
  a("id", x.id), a("patient", x.patient), a("problem", x.problem), a("title", x.title),
      a("regions", x.regions);
  a("schedule", x.schedule), a("start", x.start), a("review", x.review),
      a("next_visit", x.next_visit);
  a("program", x.program), a("ordered_by_hand", x.ordered_by_hand), a("next_item", x.next_item),
      a("items", x.items);
  a("overrides", x.overrides), a("clearances", x.clearances), a("teach_back", x.teach_back);
  a("feedback", x.feedback);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, PatientPrecaution>
void fields(A& a, T& x) {
  a("id", x.id), a("code", x.code), a("side", x.side), a("date", x.date), a("end", x.end),
      a("details", x.details);
  a("own_text", x.own_text), a("own_line", x.own_line), a("recorded_on", x.recorded_on);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, ScreeningAnswer>
void fields(A& a, T& x) { a("question", x.question), a("yes", x.yes), a("on", x.on); }

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Patient>
void fields(A& a, T& x) {
  a("id", x.id), a("record_number", x.record_number), a("family", x.family), a("given", x.given),
      a("born", x.born);
  a("language", x.language), a("large_print", x.large_print), a("phone", x.phone),
      a("diagnosis", x.diagnosis);
  a("precautions", x.precautions), a("screening", x.screening), a("usual_pain", x.usual_pain);
  a("archived", x.archived);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Clinic>
void fields(A& a, T& x) {
  a("name", x.name), a("phone", x.phone), a("hours", x.hours), a("address", x.address);
  a("emergency_number", x.emergency_number), a("country", x.country), a("paper", x.paper),
      a("language", x.language);
  a.bytes("logo", x.logo);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Step>
void fields(A& a, T& x) { a("text", x.text), a("kind", x.kind); }

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Rule>
void fields(A& a, T& x) {
  a("code", x.code), a("precaution", x.precaution), a("level", x.level),
      a("from_week", x.from_week);
  a("to_week", x.to_week), a("until_cleared", x.until_cleared), a("condition", x.condition),
      a("limb", x.limb);
  a("reason", x.reason), a("change", x.change), a("patient_line", x.patient_line),
      a("substitutes", x.substitutes);
  a("source", x.source);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Exercise>
void fields(A& a, T& x) {
  a("id", x.id), a("variant_of", x.variant_of), a("variant_kind", x.variant_kind);
  a("name_clinician", x.name_clinician), a("name_patient", x.name_patient), a("aliases", x.aliases);
  a("regions", x.regions), a("section", x.section), a("positions", x.positions),
      a("equipment", x.equipment);
  a("muscles", x.muscles), a("type", x.type), a("side_mode", x.side_mode),
      a("side_means", x.side_means);
  a("support", x.support), a("tags", x.tags), a("dose", x.dose), a("dose_source", x.dose_source);
  a("proposed_fields", x.proposed_fields), a("progress_to", x.progress_to),
      a("regress_to", x.regress_to);
  a("alternatives", x.alternatives), a("gate", x.gate), a("note", x.note), a("why", x.why),
      a("steps", x.steps);
  a("stop_cue", x.stop_cue), a("breathing", x.breathing), a("source", x.source),
      a("reviewed_by", x.reviewed_by);
  a("content_version", x.content_version), a("rules", x.rules), a("scene", x.scene),
      a("scene_where", x.scene_where);
  a("scene_line", x.scene_line);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Finding>
void fields(A& a, T& x) {
  a("level", x.level), a("item", x.item), a("exercise", x.exercise), a("precaution", x.precaution),
      a("rule", x.rule);
  a("code", x.code), a("reason", x.reason), a("change", x.change),
      a("patient_line", x.patient_line);
  a("detail", x.detail), a("date_missing", x.date_missing), a("substitutes", x.substitutes);
  a("overridden", x.overridden), a("fingerprint", x.fingerprint);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, StopEntry>
void fields(A& a, T& x) {
  a("id", x.id), a("heading", x.heading), a("tier", x.tier), a("under", x.under),
      a("for_all", x.for_all);
  a("regions", x.regions), a("precautions", x.precautions), a("text", x.text);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, PainLine>
void fields(A& a, T& x) {
  a("band", x.band), a("above_usual", x.above_usual), a("from", x.from), a("to", x.to),
      a("text", x.text);
}

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, SessionRule>
void fields(A& a, T& x) { a("id", x.id), a("text", x.text), a("where", x.where); }

template <class A, class T>
requires std::is_same_v<std::remove_const_t<T>, Dossier>
void fields(A& a, T& x) {
  a("plan", x.plan), a("number", x.number), a("date", x.date), a("patient", x.patient),
      a("clinic", x.clinic);
  a("clinician", x.clinician), a("exercises", x.exercises), a("findings", x.findings);
  a("precaution_lines", x.precaution_lines), a("stop_box", x.stop_box), a("pain_rule", x.pain_rule);
  a("session_rules", x.session_rules), a("previous", x.previous), a("minutes", x.minutes);
  a("content_version", x.content_version), a("reviewed", x.reviewed);
}

// ---- base64 for the logo's bytes

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string to_base64(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    const auto used = std::min<std::size_t>(3, bytes.size() - i) + 1;
    for (std::size_t k = 0; k < 4; ++k)
      text += k < used ? kDigits[group >> (18 - 6 * k) & 63U] : '=';
  }
  return text;
}

std::string from_base64(std::string_view text) {
  std::string bytes;
  unsigned group = 0;
  int bits = 0;
  for (const char c : text.substr(0, text.find('='))) {
    const auto digit = kDigits.find(c);
    if (digit == std::string_view::npos) damaged();
    group = (group << 6 | static_cast<unsigned>(digit)) & 0xffffU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(group >> bits & 0xffU);
  }
  return bytes;
}

// ---- archives

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsId : std::false_type {};
template <class T>
struct IsId<Id<T>> : std::true_type {};
using Details = std::map<std::string, std::string>;

class Writer {
 public:
  template <class T>
  void operator()(const char* key, const T& value) {
    auto json = write(value);
    if (!json.is_null()) json_[key] = std::move(json);
  }
  void bytes(const char* key, const std::string& value) { (*this)(key, to_base64(value)); }
  template <class T>
  static Json object(const T& value) {
    Writer writer;
    fields(writer, value);
    return std::move(writer.json_);
  }

 private:
  template <class T>
  static Json write(const T& value) {
    if constexpr (std::is_same_v<T, int> || std::is_same_v<T, bool>)
      return value;
    else if constexpr (std::is_same_v<T, std::string>)
      return value.empty() ? Json() : Json(value);
    else if constexpr (std::is_enum_v<T>)
      return word_of(value);
    else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Moment>)
      return iso(value);
    else if constexpr (std::is_same_v<T, Condition>)
      return write(to_text(value));
    else if constexpr (IsId<T>::value)
      return write(value.text);
    else if constexpr (std::is_same_v<T, Details>)
      return value.empty() ? Json() : Json(value);
    else if constexpr (IsOptional<T>::value)
      return value ? write(*value) : Json();
    else if constexpr (IsVector<T>::value)
      return list(value);
    else
      return object(value);
  }
  // Entries of a list keep their places: an empty text in it is written.
  template <class T>
  static Json list(const std::vector<T>& values) {
    if (values.empty()) return {};
    auto array = Json::array();
    for (const auto& value : values) {
      auto json = write(value);
      array.push_back(json.is_null() ? Json("") : std::move(json));
    }
    return array;
  }
  Json json_ = Json::object();
};

class Reader {
 public:
  explicit Reader(const Json& json) : json_(json) {
    if (!json.is_object()) damaged();
  }
  template <class T>
  void operator()(const char* key, T& value) {
    const auto found = json_.find(key);
    if (found != json_.end())
      read(*found, value);
    else if constexpr (!may_be_absent<T>())
      damaged();
  }
  void bytes(const char* key, std::string& value) {
    (*this)(key, value);
    value = from_base64(value);
  }

 private:
  template <class T>
  static constexpr bool may_be_absent() {
    return std::is_same_v<T, std::string> || IsId<T>::value || IsOptional<T>::value ||
           IsVector<T>::value || std::is_same_v<T, Details> || std::is_same_v<T, Condition>;
  }
  template <class T>
  static T given(const std::optional<T>& value) {
    if (!value) damaged();
    return *value;
  }
  template <class T>
  static void read(const Json& json, T& value) {
    if constexpr (std::is_same_v<T, int>)
      read_number(json, value);
    else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, std::string> ||
                       std::is_same_v<T, Details>)
      value = json.get<T>();
    else if constexpr (std::is_enum_v<T>)
      value = given(enum_from<T>(json.get<std::string>()));
    else if constexpr (std::is_same_v<T, Date>)
      value = given(parse_date(json.get<std::string>()));
    else if constexpr (std::is_same_v<T, Moment>)
      value = given(parse_moment(json.get<std::string>()));
    else if constexpr (std::is_same_v<T, Condition>)
      value = parse_condition(json.get<std::string>(), "");
    else if constexpr (IsId<T>::value)
      read(json, value.text);
    else if constexpr (IsOptional<T>::value)
      read(json, value.emplace());
    else if constexpr (IsVector<T>::value)
      read_list(json, value);
    else {
      Reader reader(json);
      fields(reader, value);
    }
  }
  static void read_number(const Json& json, int& value) {
    if (!json.is_number_integer()) damaged();
    const auto number = json.get<long long>();
    value = static_cast<int>(number);
    if (value != number) damaged();
  }
  template <class T>
  static void read_list(const Json& json, std::vector<T>& values) {
    if (!json.is_array()) damaged();
    for (const auto& one : json) read(one, values.emplace_back());
  }
  const Json& json_;
};

template <class T>
std::string encode_as(const char* kind, const T& value) {
  auto json = Writer::object(value);
  json["format"] = kPlanFormat;
  json["kind"] = kind;
  return json.dump();
}

template <class T>
T decode_as(const char* kind, std::string_view text) {
  try {
    const auto json = Json::parse(text);
    if (!json.is_object() || !json.contains("format") || !json["format"].is_number_integer())
      damaged();
    if (json["format"].get<long long>() > kPlanFormat)
      throw Error(
          ErrorKind::newer, "",
          "The stored plan comes from a newer Kinescript. Install that version to open it.");
    if (json["format"] != kPlanFormat || json.value("kind", "") != kind) damaged();
    T value;
    Reader reader(json);
    fields(reader, value);
    return value;
  } catch (const Json::exception&) {
    damaged();
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::newer) throw;
    damaged();
  }
}

}  // namespace

std::string encode(const Plan& plan) { return encode_as("plan", plan); }
Plan decode_plan(std::string_view json) { return decode_as<Plan>("plan", json); }
std::string encode(const Dossier& dossier) { return encode_as("dossier", dossier); }
Dossier decode_dossier(std::string_view json) { return decode_as<Dossier>("dossier", json); }
std::string encode(const Patient& patient) { return encode_as("patient", patient); }
Patient decode_patient(std::string_view json) { return decode_as<Patient>("patient", json); }
std::string encode(const Clinic& clinic) { return encode_as("clinic", clinic); }
Clinic decode_clinic(std::string_view json) { return decode_as<Clinic>("clinic", json); }

}  // namespace kinescript
