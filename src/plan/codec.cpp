// SPDX-License-Identifier: MIT
// Writer and Reader are the two archives that go over the members named in plan/codec_fields.h. So
// what is written and what is read cannot drift apart.
#include "plan/codec.h"

#include <nlohmann/json.hpp>
#include <type_traits>

#include "base/error.h"
#include "plan/codec_fields.h"
#include "plan/codec_words.h"

namespace kinescript {
namespace {

using Json = nlohmann::json;  // keys in a std::map: sorted

[[noreturn]] void damaged() {
  throw Error(ErrorKind::damaged, "",
              "The stored plan is damaged and was not read. Restore it from a backup.");
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
    codec::fields(writer, value);
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
      return std::string(word(value));
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
      value = given(codec::enum_from<T>(json.get<std::string>()));
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
      codec::fields(reader, value);
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
    codec::fields(reader, value);
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
