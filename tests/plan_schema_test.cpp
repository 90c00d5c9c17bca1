// SPDX-License-Identifier: MIT
// The published schema of a plan and what the product reads are the same: every place of a full plan
// is taken away, emptied and turned into each other kind of value, and read by both.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/error.h"
#include "helpers/plans.h"
#include "helpers/tool.h"
#include "plan/codec.h"

using namespace kinescript;
using Json = nlohmann::json;

namespace {

Plan full_plan() {
  auto plan =
      fill_from_program(empty_plan(), shipped_program("low-back-mini"), shipped_catalog(), {});
  ItemChange change;
  change.note = "Take the blue mat.";
  change.rest = exactly(60);
  plan = set_item(plan, shipped_catalog(), ItemId{"a4"}, change);
  const auto at = *parse_moment("2026-11-23T20:49:07Z");
  plan.overrides.push_back(
      {ItemId{"a7"}, "knee-to-chest/tha/1", "Tried here today.", "Elena Sorin", at, "00ff"});
  plan.schedule = parse_days("mon,wed,fri", 2);
  plan.items.resize(4);
  return plan;
}

// Every place in it, as JSON pointers.
void places(const Json& json, const Json::json_pointer& at, std::vector<Json::json_pointer>& all) {
  if (!at.empty()) all.push_back(at);
  if (json.is_object())
    for (const auto& [key, value] : json.items()) places(value, at / key, all);
  if (json.is_array())
    for (std::size_t i = 0; i < json.size(); ++i) places(json[i], at / i, all);
}

std::vector<Json> changed_plans() {
  const Json good = Json::parse(encode(full_plan()));
  std::vector<Json::json_pointer> all;
  places(good, Json::json_pointer(), all);
  std::vector<Json> plans = {good};
  for (const auto& at : all) {
    Json without = good;
    auto& parent = without[at.parent_pointer()];
    if (parent.is_object()) parent.erase(at.back());
    plans.push_back(std::move(without));
    for (const Json& other : {Json(7), Json(7.5), Json(true), Json("words"), Json::array(),
                              Json::object(), Json(nullptr), Json(99999999999LL)}) {
      Json with = good;
      with[at] = other;
      plans.push_back(std::move(with));
    }
  }
  return plans;
}

std::string complaint(const std::string& json) {
  try {
    plan_from_json(json, "plan.json");
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plan_schema_test)

BOOST_AUTO_TEST_CASE(the_schema_takes_and_refuses_what_the_product_takes_and_refuses) {
  const std::string folder = std::string(KINESCRIPT_TEST_SCRATCH) + "/plan_schema_test";
  std::filesystem::create_directories(folder);
  const auto plans = changed_plans();
  std::ofstream(folder + "/schema.json") << plan_schema();
  {
    std::ofstream lines(folder + "/plans.jsonl");
    for (const Json& plan : plans) lines << plan.dump() << '\n';
  }
  const auto theirs =
      run_tool("python3 " + std::string(KINESCRIPT_SOURCE_DIR) + "/tests/schema_reading.py " +
               folder + "/schema.json " + folder + "/plans.jsonl");
  BOOST_REQUIRE(theirs.status == 0);
  std::istringstream answers(theirs.out);
  std::string answer;
  std::size_t taken = 0;
  for (const Json& plan : plans) {
    BOOST_REQUIRE(std::getline(answers, answer));
    const std::string no = complaint(plan.dump());
    BOOST_TEST((answer == "yes") == no.empty(), no << " " << plan.dump());
    taken += no.empty() ? 1 : 0;
  }
  BOOST_TEST_MESSAGE(plans.size() << " plans read twice, " << taken << " taken");
  BOOST_TEST(taken > 50u);
  BOOST_TEST(plans.size() - taken > 500u);
}

BOOST_AUTO_TEST_CASE(a_fault_names_its_place_and_the_way_out) {
  Json plan = Json::parse(encode(full_plan()));
  plan["items"][1]["dose"]["count"].erase("min");
  BOOST_TEST(complaint(plan.dump()) ==
             "plan.json: \"items/1/dose/count/min\" is missing. Write it as \"plan show --json\" "
             "does; \"plan schema\" has every key.");
  BOOST_TEST(complaint("{").find("plan.json: The file is no JSON.") == 0u);
  plan = Json::parse(encode(full_plan()));
  plan["items"][0]["section"] = "kore";
  BOOST_TEST(complaint(plan.dump()).find(
                 "\"items/0/section\" is none of the words it may be.") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
