// SPDX-License-Identifier: MIT
#include "store/bundle.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "base/error.h"
#include "plan/codec.h"
#include "store/vault.h"

namespace kinescript {
namespace {

using nlohmann::json;

// ---- FROZEN: the form of bundle.h ----
constexpr std::string_view kMagic = "KSPATIENT1", kAnyMagic = "KSPATIENT";
constexpr std::size_t kIdBytes = 36, kWrapBytes = 114;
constexpr std::string_view kHolder = "bundle";

[[noreturn]] void damaged() {
  throw Error(ErrorKind::damaged, "",
              "This is no whole file of \"patient export\". Nothing was imported; have it exported "
              "again.");
}

json::binary_t binary(const std::string& text) { return {{text.begin(), text.end()}}; }
std::string text_of(const json& value) {
  const auto& bytes = value.get_binary();
  return {bytes.begin(), bytes.end()};
}

json json_of(const IssuedCopy& plan) {
  json facts = json::array();
  for (const IssuedFact& fact : plan.facts)
    facts.push_back({{"kind", fact.kind},
                     {"at", fact.at},
                     {"by", fact.by},
                     {"replaced_by", fact.replaced_by},
                     {"because", fact.because}});
  return {{"id", plan.id},
          {"number", plan.number},
          {"issued_on", plan.issued_on},
          {"issued_at", plan.issued_at},
          {"issued_by", plan.issued_by},
          {"summary", encode(plan.summary)},
          {"snapshot", json::binary(binary(plan.snapshot))},
          {"pdf", json::binary(binary(plan.pdf))},
          {"facts", std::move(facts)}};
}

IssuedCopy plan_of(const json& value) {
  IssuedCopy plan;
  plan.id = value.at("id").get<std::string>();
  plan.number = value.at("number").get<int>();
  plan.issued_on = value.at("issued_on").get<std::string>();
  plan.issued_at = value.at("issued_at").get<std::string>();
  plan.issued_by = value.at("issued_by").get<std::string>();
  plan.summary = decode_summary(value.at("summary").get<std::string>());
  plan.snapshot = text_of(value.at("snapshot"));
  plan.pdf = text_of(value.at("pdf"));
  for (const json& fact : value.at("facts"))
    plan.facts.push_back({fact.at("kind").get<std::string>(), fact.at("at").get<std::string>(),
                          fact.at("by").get<std::string>(),
                          fact.at("replaced_by").get<std::string>(),
                          fact.at("because").get<std::string>()});
  if (plan.number < 1 || !parse_date(plan.issued_on) || !parse_moment(plan.issued_at)) damaged();
  decode_dossier(plan.snapshot);  // what is taken in opens later
  return plan;
}

Bundle bundle_of(const json& value) {
  Bundle bundle;
  bundle.patient = decode_patient(value.at("patient").get<std::string>());
  bundle.changed = parse_moment(value.at("changed").get<std::string>()).value_or(Moment{});
  for (const json& draft : value.at("drafts"))
    bundle.drafts.push_back(decode_plan(draft.get<std::string>()));
  for (const json& plan : value.at("plans")) bundle.plans.push_back(plan_of(plan));
  return bundle;
}

}  // namespace

std::string seal_bundle(const Bundle& bundle, std::string_view passphrase, KeyCost cost,
                        const Randomness& randomness) {
  json value{{"patient", encode(bundle.patient)},
             {"changed", iso(bundle.changed)},
             {"drafts", json::array()},
             {"plans", json::array()}};
  for (const Plan& draft : bundle.drafts) value["drafts"].push_back(encode(draft));
  for (const IssuedCopy& plan : bundle.plans) value["plans"].push_back(json_of(plan));
  std::string plain;
  json::to_cbor(value, plain);
  const std::string id = new_uuid(randomness);
  const SecretKey key = SecretKey::random();
  std::string file(kMagic);
  file += id;
  file += wrap(key, passphrase, cost, {id, kHolder});
  file += Vault(key, id).seal({Field::bundle, kHolder}, plain);
  wipe(plain);
  return file;
}

Bundle open_bundle(std::string_view file, std::string_view passphrase) {
  if (!file.starts_with(kAnyMagic)) damaged();
  if (!file.starts_with(kMagic))
    throw Error(ErrorKind::newer, "",
                "This file was exported by a newer Kinescript. Update the program.");
  file.remove_prefix(kMagic.size());
  if (file.size() < kIdBytes + kWrapBytes) damaged();
  const std::string id(file.substr(0, kIdBytes));
  const SecretKey key =
      unwrap(file.substr(kIdBytes, kWrapBytes), passphrase, {id, kHolder});
  std::string plain = Vault(key, id).open({Field::bundle, kHolder},
                                          file.substr(kIdBytes + kWrapBytes));
  try {
    Bundle bundle = bundle_of(json::from_cbor(plain));
    wipe(plain);
    return bundle;
  } catch (const json::exception&) {
    wipe(plain);
    damaged();
  }
}

}  // namespace kinescript
