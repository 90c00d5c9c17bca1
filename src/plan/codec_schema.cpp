// SPDX-License-Identifier: MIT
// A third archive over plan/codec_fields.h, beside the writer and the reader: so the schema has the
// keys, kinds and words that are really read.
#include <nlohmann/json.hpp>

#include "plan/codec.h"
#include "plan/codec_fields.h"
#include "plan/codec_words.h"

namespace kinescript {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMostWords = 32;  // of an enum

template <class E>
Json words_of() {
  auto words = Json::array();
  for (int i = 0; i < kMostWords; ++i) {
    const auto value = static_cast<E>(i);
    if (codec::enum_from<E>(word(value)) == value) words.push_back(std::string(word(value)));
  }
  return words;
}

class Schema {
 public:
  template <class T>
  void operator()(codec::Key key, T& value) {
    properties_[key.name()] = of(value);
    if (!codec::may_be_absent<T>()) required_.push_back(key.name());
  }
  void bytes(codec::Key key, std::string&) {
    properties_[key.name()] = {{"type", "string"}, {"contentEncoding", "base64"}};
  }
  template <class T>
  static Json object() {
    T value{};
    Schema schema;
    codec::fields(schema, value);
    Json json = {{"type", "object"}, {"properties", std::move(schema.properties_)}};
    if (!schema.required_.empty()) json["required"] = std::move(schema.required_);
    return json;
  }

 private:
  template <class T>
  static Json of(const T&) {
    if constexpr (std::is_same_v<T, int>)
      return {{"type", "integer"}, {"minimum", -2147483648LL}, {"maximum", 2147483647}};
    else if constexpr (std::is_same_v<T, bool>)
      return {{"type", "boolean"}};
    else if constexpr (std::is_enum_v<T>)
      return {{"enum", words_of<T>()}};
    else if constexpr (std::is_same_v<T, Date>)
      return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
    else if constexpr (std::is_same_v<T, Moment>)
      return {{"type", "string"},
              {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"}};
    else if constexpr (std::is_same_v<T, codec::Details>)
      return {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}};
    else if constexpr (codec::IsOptional<T>::value)
      return of(typename T::value_type{});
    else if constexpr (codec::IsVector<T>::value)
      return {{"type", "array"}, {"items", of(typename T::value_type{})}};
    else if constexpr (std::is_same_v<T, std::string> || codec::IsId<T>::value)
      return {{"type", "string"}};
    else
      return object<T>();
  }
  Json properties_ = Json::object();
  Json required_ = Json::array();
};

}  // namespace

std::string plan_schema() {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"title", "A plan of Kinescript, format " + std::to_string(kPlanFormat)}};
  schema.update(Schema::object<Plan>());
  schema["properties"]["format"] = {{"const", kPlanFormat}};
  schema["properties"]["kind"] = {{"const", "plan"}};
  for (const char* key : {"format", "kind"}) schema["required"].push_back(key);
  return schema.dump(2) + "\n";
}

}  // namespace kinescript
