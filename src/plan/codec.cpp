// SPDX-License-Identifier: MIT
// Writer and Reader are the two archives that go over the members named in plan/codec_fields.h. So
// what is written and what is read cannot drift apart.
#include "plan/codec.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "base/error.h"
#include "plan/codec_fields.h"
#include "plan/codec_words.h"

namespace kinescript {
namespace {

using Json = nlohmann::json;  // keys in a std::map: sorted

// What is not as the format wants it: `at` names the place by keys and numbers alone, as
// "items/0/dose/count".
struct Unreadable {
  std::string at, fault;
};

[[noreturn]] void damaged(const std::string& at, const std::string& fault) {
  throw Unreadable{at, fault};
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

std::string from_base64(const std::string& at, std::string_view text) {
  std::string bytes;
  unsigned group = 0;
  int bits = 0;
  for (const char c : text.substr(0, text.find('='))) {
    const auto digit = kDigits.find(c);
    if (digit == std::string_view::npos) damaged(at, "is no base64");
    group = (group << 6 | static_cast<unsigned>(digit)) & 0xffffU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(group >> bits & 0xffU);
  }
  return bytes;
}

// ---- archives

void put_quoted(std::string& out, std::string_view plain) {
  out += '"';
  out += plain;
  out += '"';
}

// nlohmann-json sees to signs and letters that need it, and refuses what is no UTF-8.
void put_text(std::string& out, std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
  });
  if (plain)
    put_quoted(out, text);
  else
    out += Json(text).dump();
}

// Writes text at once, since the fields come in the order of their keys (codec_test). A tree of
// Json values that is dumped at the end took two fifths of a durable edit's time.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) { out_ += '{'; }
  template <class T>
  void operator()(codec::Key key, const T& value) {
    if (is_nothing(value)) return;
    out_ += key.with_comma().substr(first_ ? 1 : 0);
    first_ = false;
    write(out_, value);
  }
  void bytes(codec::Key key, const std::string& value) { (*this)(key, to_base64(value)); }
  void close() { out_ += '}'; }

 private:
  // What reading takes an absent key for.
  template <class T>
  static bool is_nothing(const T& value) {
    if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, codec::Details> ||
                  codec::IsVector<T>::value)
      return value.empty();
    else if constexpr (std::is_same_v<T, Condition>)
      return to_text(value).empty();
    else if constexpr (codec::IsId<T>::value)
      return value.text.empty();
    else if constexpr (codec::IsOptional<T>::value)
      return !value || is_nothing(*value);
    else
      return false;
  }
  template <class T>
  static void write(std::string& out, const T& value) {
    if constexpr (std::is_same_v<T, bool>)
      out += value ? "true" : "false";
    else if constexpr (std::is_same_v<T, int>)
      out += std::to_string(value);
    else if constexpr (std::is_same_v<T, std::string>)
      put_text(out, value);
    else if constexpr (std::is_enum_v<T>)
      put_quoted(out, word(value));
    else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Moment>)
      put_quoted(out, iso(value));
    else if constexpr (std::is_same_v<T, Condition>)
      put_text(out, to_text(value));
    else if constexpr (codec::IsId<T>::value)
      put_text(out, value.text);
    else if constexpr (std::is_same_v<T, codec::Details>)
      out += Json(value).dump();
    else if constexpr (codec::IsOptional<T>::value)
      write(out, *value);
    else if constexpr (codec::IsVector<T>::value)
      put_list(out, value);
    else {
      Writer writer(out);
      codec::fields(writer, value);
      writer.close();
    }
  }
  template <class T>
  static void put_list(std::string& out, const std::vector<T>& values) {
    char before = '[';
    for (const auto& value : values) {
      out += before;
      write(out, value);
      before = ',';
    }
    out += ']';
  }

  std::string& out_;
  bool first_ = true;
};

// A value as a text of its own: says also which format and kind it is, in the order of the keys.
class TextWriter {
 public:
  TextWriter(std::string& out, const char* kind) : writer_(out), kind_(kind) {}
  template <class T>
  void operator()(codec::Key key, const T& value) {
    say_own_before(key);
    writer_(key, value);
  }
  void bytes(codec::Key key, const std::string& value) {
    say_own_before(key);
    writer_.bytes(key, value);
  }
  void close() {
    say_own_before("~");
    writer_.close();
  }

 private:
  void say_own_before(codec::Key key) {
    if (said_ == 0 && key.name() > "format") writer_("format", kPlanFormat), ++said_;
    if (said_ == 1 && key.name() > "kind") writer_("kind", kind_), ++said_;
  }
  Writer writer_;
  const std::string kind_;
  int said_ = 0;
};

class Reader {
 public:
  Reader(const Json& json, std::string at) : json_(json), at_(std::move(at)) {
    if (!json.is_object()) damaged(at_, "is no object");
  }
  template <class T>
  void operator()(codec::Key key, T& value) {
    const auto found = json_.find(key.name());
    if (found != json_.end())
      read(*found, value, below(key));
    else if constexpr (!codec::may_be_absent<T>())
      damaged(below(key), "is missing");
  }
  void bytes(codec::Key key, std::string& value) {
    (*this)(key, value);
    value = from_base64(below(key), value);
  }

 private:
  std::string below(codec::Key key) const {
    const std::string name(key.name());
    return at_.empty() ? name : at_ + "/" + name;
  }

  template <class T>
  static T given(const std::optional<T>& value, const std::string& at, const char* fault) {
    if (!value) damaged(at, fault);
    return *value;
  }
  static std::string text(const Json& json, const std::string& at) {
    if (!json.is_string()) damaged(at, "is no text");
    return json.get<std::string>();
  }
  static bool truth(const Json& json, const std::string& at) {
    if (!json.is_boolean()) damaged(at, "is neither true nor false");
    return json.get<bool>();
  }
  template <class T>
  static void read(const Json& json, T& value, const std::string& at) {
    if constexpr (std::is_same_v<T, int>)
      read_number(json, value, at);
    else if constexpr (std::is_same_v<T, bool>)
      value = truth(json, at);
    else if constexpr (std::is_same_v<T, std::string>)
      value = text(json, at);
    else if constexpr (std::is_same_v<T, codec::Details>)
      read_details(json, value, at);
    else if constexpr (std::is_enum_v<T>)
      value = given(codec::enum_from<T>(text(json, at)), at, "is none of the words it may be");
    else if constexpr (std::is_same_v<T, Date>)
      value = given(parse_date(text(json, at)), at, "is no day (2026-11-30)");
    else if constexpr (std::is_same_v<T, Moment>)
      value = given(parse_moment(text(json, at)), at, "is no moment (2026-11-30T10:40:00Z)");
    else if constexpr (std::is_same_v<T, Condition>)
      value = parse_condition(text(json, at), "");
    else if constexpr (codec::IsId<T>::value)
      read(json, value.text, at);
    else if constexpr (codec::IsOptional<T>::value)
      read(json, value.emplace(), at);
    else if constexpr (codec::IsVector<T>::value)
      read_list(json, value, at);
    else {
      Reader reader(json, at);
      codec::fields(reader, value);
    }
  }
  static void read_number(const Json& json, int& value, const std::string& at) {
    constexpr const char* kFault = "is no whole number";
    if (!json.is_number_integer()) damaged(at, kFault);
    const auto number = json.get<long long>();
    value = static_cast<int>(number);
    if (value != number) damaged(at, kFault);
  }
  static void read_details(const Json& json, codec::Details& details, const std::string& at) {
    if (!json.is_object()) damaged(at, "is no object");
    for (const auto& [key, value] : json.items()) details[key] = text(value, at);
  }
  template <class T>
  static void read_list(const Json& json, std::vector<T>& values, const std::string& at) {
    if (!json.is_array()) damaged(at, "is no list");
    for (std::size_t i = 0; i < json.size(); ++i)
      read(json[i], values.emplace_back(), at + "/" + std::to_string(i));
  }
  const Json& json_;
  std::string at_;
};

constexpr std::size_t kUsualBytes = 4096;  // a plan of seven exercises: 3 KB

template <class T>
std::string encode_as(const char* kind, const T& value) {
  std::string text;
  text.reserve(kUsualBytes);
  TextWriter writer(text, kind);
  codec::fields(writer, value);
  writer.close();
  return text;
}

template <class T>
T read_as(const char* kind, std::string_view text) {
  const auto json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) damaged("", "is no JSON");
  if (!json.is_object()) damaged("", "is no object");
  if (!json.contains("format") || !json["format"].is_number_integer())
    damaged("format", "is missing");
  if (json["format"].get<long long>() > kPlanFormat)
    throw Error(ErrorKind::newer, "",
                "The stored plan comes from a newer Kinescript. Install that version to open it.");
  if (json["format"] != kPlanFormat) damaged("format", "is not 1");
  if (!json.contains("kind") || json["kind"] != kind) damaged("kind", "is not the one wanted");
  T value;
  Reader reader(json, "");
  codec::fields(reader, value);
  return value;
}

template <class T>
T decode_as(const char* kind, std::string_view text) {
  const Error kDamaged(ErrorKind::damaged, "",
                       "The stored plan is damaged and was not read. Restore it from a backup.");
  try {
    return read_as<T>(kind, text);
  } catch (const Unreadable&) {
    throw kDamaged;
  } catch (const Json::exception&) {
    throw kDamaged;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::newer) throw;
    throw kDamaged;
  }
}

}  // namespace

std::string encode(const Plan& plan) { return encode_as("plan", plan); }
Plan decode_plan(std::string_view json) { return decode_as<Plan>("plan", json); }
Plan plan_from_json(std::string_view json, const std::string& where) {
  try {
    return read_as<Plan>("plan", json);
  } catch (const Unreadable& no) {
    throw Error(ErrorKind::invalid, where,
                (no.at.empty() ? "The file" : "\"" + no.at + "\"") + " " + no.fault +
                    ". Write it as \"plan show --json\" does; \"plan schema\" has every key.");
  } catch (const Error& error) {
    throw Error(error.kind(), where, error.message());
  }
}
std::string encode(const Dossier& dossier) { return encode_as("dossier", dossier); }
Dossier decode_dossier(std::string_view json) { return decode_as<Dossier>("dossier", json); }
std::string encode(const Patient& patient) { return encode_as("patient", patient); }
Patient decode_patient(std::string_view json) { return decode_as<Patient>("patient", json); }
std::string encode(const Clinic& clinic) { return encode_as("clinic", clinic); }
Clinic decode_clinic(std::string_view json) { return decode_as<Clinic>("clinic", json); }

}  // namespace kinescript
