// SPDX-License-Identifier: MIT
#include "store/summary.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/translate.h"

namespace kinescript {
namespace {

nlohmann::json parse(std::string_view json) {
  nlohmann::json value = nlohmann::json::parse(json, nullptr, false);
  if (!value.is_object())
    throw Error(
        ErrorKind::damaged, "",
        tr("A record of the history is damaged. Keep the clinic file and restore a backup."));
  return value;
}

std::string text_of(const nlohmann::json& value, const char* key) {
  const auto found = value.find(key);
  return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::string encode(const PlanSummary& summary) {
  nlohmann::json value = {{"clinician", summary.clinician},
                          {"format", 1},
                          {"problem", summary.problem},
                          {"title", summary.title}};
  if (!summary.exercises.empty()) value["exercises"] = summary.exercises;
  return value.dump();
}

PlanSummary decode_summary(std::string_view json) {
  const nlohmann::json value = parse(json);
  PlanSummary summary = {text_of(value, "problem"), text_of(value, "title"),
                         text_of(value, "clinician")};
  if (const auto found = value.find("exercises"); found != value.end() && found->is_array())
    for (const nlohmann::json& id : *found)
      if (id.is_string()) summary.exercises.push_back(id.get<std::string>());
  return summary;
}

std::string encode_reason(std::string_view because) {
  return nlohmann::json{{"because", because}, {"format", 1}}.dump();
}

std::string decode_reason(std::string_view json) { return text_of(parse(json), "because"); }

}  // namespace kinescript
