// SPDX-License-Identifier: MIT
#include "plan/codec.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/text.h"
#include "helpers/plans.h"

using namespace kinescript;

namespace {

Patient full_patient() {
  auto anna = patient(
      {with("tha", {.side = BodySide::right,
                    .date = weeks_ago(5),
                    .end = weeks_ago(-7),
                    .details = {{"approach", "posterior"}, {"limits", "\"no\" \\ caf\xC3\xA9"}}}),
       own("Sore left heel", "Do wear your soft shoes.")});
  anna.screening = {{"chest_pain", true, kToday}};
  anna.usual_pain = 5;
  anna.large_print = true;
  anna.diagnosis = "Low back pain";
  return anna;
}

Clinic full_clinic() {
  Clinic clinic;
  clinic.name = "Example clinic";
  clinic.phone = "020 7946 0000";
  clinic.emergency_number = "999";
  clinic.country = "GB";
  return clinic;
}

Plan full_plan() {
  auto plan =
      fill_from_program(empty_plan(), shipped_program("low-back-mini"), shipped_catalog(), {});
  ItemChange change;
  change.note = "Take the blue mat \xE2\x80\x94 \"slowly\".";
  change.rest = exactly(60);
  change.modification = "Half the height.";
  plan = set_item(plan, shipped_catalog(), ItemId{"a4"}, change);
  const auto at = *parse_moment("2026-11-23T20:49:07Z");
  plan.overrides.push_back(
      {ItemId{"a7"}, "knee-to-chest/tha/1", "Tried here today.", "Elena Sorin", at, "00ff"});
  plan.clearances.push_back(
      {"plan:red_flag", "Seen by the doctor.", "Elena Sorin", at, "00fe", "referred"});
  plan.next_visit = "2026-11-30 10:40";
  plan.feedback.emplace();
  plan.feedback->remark = "Easier every day.";
  plan.feedback->by = "Elena Sorin";
  plan.feedback->at = at;
  plan.schedule = parse_days("mon,wed,fri", 2);
  return plan;
}

Dossier full_dossier() {
  return make_dossier(full_plan(), 3, kToday, full_patient(), full_clinic(), "Elena Sorin, PT",
                      shipped_catalog(), plan_of({"bridge"}));
}

ErrorKind refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    BOOST_TEST(error.message().find("Harlow") == std::string::npos);
    return error.kind();
  }
  BOOST_ERROR("nothing was refused");
  return ErrorKind::usage;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_test)

BOOST_AUTO_TEST_CASE(a_plan_a_patient_and_a_clinic_survive_their_text) {
  BOOST_TEST((decode_plan(encode(full_plan())) == full_plan()));
  BOOST_TEST((decode_plan(encode(Plan{})) == Plan{}));
  BOOST_TEST((decode_patient(encode(full_patient())) == full_patient()));
  BOOST_TEST((decode_clinic(encode(full_clinic())) == full_clinic()));
}

BOOST_AUTO_TEST_CASE(a_logo_of_any_bytes_and_any_length_survives) {
  auto clinic = full_clinic();
  for (int length = 0; length < 300; ++length) {
    BOOST_TEST((decode_clinic(encode(clinic)) == clinic), length);
    clinic.logo += static_cast<char>(255 - length % 256);
  }
}

BOOST_AUTO_TEST_CASE(a_dossier_survives_its_text_with_everything_the_handout_needs) {
  const auto dossier = full_dossier();
  const auto bytes = encode(dossier);
  const auto same = decode_dossier(bytes);
  BOOST_TEST(encode(same) == bytes);
  BOOST_TEST((same.plan == dossier.plan));
  BOOST_TEST((same.patient == dossier.patient));
  BOOST_TEST((same.clinic == dossier.clinic));
  BOOST_TEST((same.previous == dossier.previous));
  BOOST_REQUIRE(same.exercises.size() == dossier.exercises.size());
  for (std::size_t i = 0; i < same.exercises.size(); ++i) {
    BOOST_TEST((same.exercises[i].steps == dossier.exercises[i].steps));
    BOOST_TEST(same.exercises[i].scene == dossier.exercises[i].scene);
    BOOST_TEST(same.exercises[i].rules.size() == dossier.exercises[i].rules.size());
  }
  BOOST_TEST(same.findings.size() == dossier.findings.size());
  BOOST_TEST(same.stop_box.size() == dossier.stop_box.size());
  BOOST_TEST((same.precaution_lines == dossier.precaution_lines));
}

BOOST_AUTO_TEST_CASE(every_exercise_of_the_catalog_survives) {
  Dossier dossier;
  dossier.exercises = shipped_catalog().exercises;
  BOOST_TEST(encode(decode_dossier(encode(dossier))) == encode(dossier));
}

BOOST_AUTO_TEST_CASE(the_text_is_canonical) {
  const auto text = encode(full_plan());
  BOOST_TEST(text.find('\n') == std::string::npos);
  BOOST_TEST(text.starts_with("{\"clearances\":"));
  BOOST_TEST(text.find("\"format\":1") != std::string::npos);
  BOOST_TEST(text == encode(full_plan()));
}

// As another writer of JSON puts it: sorted keys, the same escapes, no blanks.
BOOST_AUTO_TEST_CASE(the_text_is_what_any_canonical_writer_of_json_writes) {
  Plan plan = full_plan();
  plan.items.front().note = "\"Slowly\"\\ \n\t\x01 caf\xC3\xA9 \xE2\x80\x93 no pain";
  Dossier dossier;
  dossier.exercises = shipped_catalog().exercises;
  for (const std::string& text :
       {encode(plan), encode(dossier), encode(full_dossier()), encode(full_patient()),
        encode(full_clinic()), encode(Plan{}), encode(Patient{}), encode(Clinic{})})
    BOOST_TEST(nlohmann::json::parse(text).dump() == text);
  BOOST_TEST((decode_plan(encode(plan)) == plan));
  plan.items.front().note = "caf\xE9";  // not UTF-8: never stored
  BOOST_CHECK_THROW(encode(plan), std::exception);
}

BOOST_AUTO_TEST_CASE(a_newer_format_is_refused_as_newer) {
  const auto newer = replace_all(encode(full_plan()), "\"format\":1", "\"format\":2");
  BOOST_TEST((refusal([&] { decode_plan(newer); }) == ErrorKind::newer));
}

BOOST_AUTO_TEST_CASE(anything_else_is_refused_as_damaged) {
  const auto good = encode(full_plan());
  for (const auto& wrong : {std::string(), std::string("[]"), std::string("{}"),
                            std::string("null"), good.substr(0, good.size() / 2),
                            replace_all(good, "\"kind\":\"plan\"", "\"kind\":\"dossier\""),
                            replace_all(good, "\"next_item\":", "\"n\":"),
                            replace_all(good, "\"min\":2", "\"min\":2.5"),
                            replace_all(good, "\"min\":2", "\"min\":99999999999"),
                            replace_all(good, "\"section\":\"core\"", "\"section\":\"kore\""),
                            replace_all(good, "2026-11-23T20:49:07Z", "2026-11-23T25:49:07Z"),
                            replace_all(good, "\"format\":1", "\"format\":0"),
                            replace_all(good, "\"format\":1", "\"format\":\"1\""),
                            replace_all(good, "\"items\":[{", "\"items\":{\"a\":{"), good + "x"})
    BOOST_TEST((refusal([&] { decode_plan(wrong); }) == ErrorKind::damaged), wrong.substr(0, 60));
}

BOOST_AUTO_TEST_CASE(no_cut_of_a_dossier_is_read_as_one) {
  const auto bytes = encode(full_dossier());
  for (std::size_t length = 0; length < bytes.size(); length += 997)
    BOOST_TEST((refusal([&] { decode_dossier(bytes.substr(0, length)); }) == ErrorKind::damaged),
               length);
}

BOOST_AUTO_TEST_SUITE_END()
