// SPDX-License-Identifier: MIT
// Safety and history as a clinician meets them at the command line.
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "base/files.h"
#include "helpers/desk.h"
#include "helpers/tool.h"

using namespace kinescript;
using Json = nlohmann::json;

namespace {

std::string pdf_text(const std::filesystem::path& file) {
  return run_tool("pdftotext -layout " + file.string() + " -").out;
}

std::vector<std::string> exercises_of(const Json& plan) {
  std::vector<std::string> names;
  for (const Json& item : plan["items"]) names.push_back(item["exercise"]);
  return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_safety_test)

BOOST_AUTO_TEST_CASE(substitutes_are_three_and_all_on_request) {
  Desk desk("substitutes");
  const std::string plan =
      desk.done({"plan", "new", desk.add_patient({"--precaution", "ext_intol"})});
  const std::string item = desk.done({"plan", "add", plan, "superman"});
  const Json three = desk.json({"plan", "substitutes", plan, item});
  BOOST_REQUIRE(three.size() == 3u);
  BOOST_TEST(three[0]["id"] == "bird-dog");
  const Json all = desk.json({"plan", "substitutes", plan, item, "--all"});
  BOOST_TEST(all.size() >= 3u);
  for (std::size_t i = 0; i < 3; ++i) BOOST_TEST(all[i]["id"] == three[i]["id"]);
}

BOOST_AUTO_TEST_CASE(
    a_step_worded_for_one_patient_is_printed_and_asked_about_when_it_names_the_other_side) {
  Desk desk("worded_step");
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  const std::string item = desk.done({"plan", "add", plan, "leg-swings", "--side", "left"});
  const auto asked = [&] {
    std::string steps;
    const Json checked = desk.json({"plan", "check", plan});
    for (const Json& finding : checked["findings"])
      if (finding["code"] == "step_names_other_side")
        steps += finding["reason"].get<std::string>() + ";";
    return steps;
  };
  const auto printed = [&] {
    const auto file = desk.folder / "worded.pdf";
    desk.done({"handout", plan, "-o", file.string()});
    return join(split_words(pdf_text(file)), " ");
  };
  desk.done({"plan", "set", plan, item, "--step", "4=Swing your right leg a little."});
  BOOST_TEST(asked().starts_with("Step 4 of "), asked());
  desk.done({"plan", "set", plan, item, "--step", "4=Swing your {side} leg just a little."});
  BOOST_TEST(asked() == "");
  BOOST_TEST(printed().find("Swing your left leg just a little.") != std::string::npos, printed());
  desk.done({"plan", "set", plan, item, "--step", "4="});
  BOOST_TEST(printed().find("just a little") == std::string::npos);
  desk.fails(2, {"plan", "set", plan, item, "--step", "2=Let go."}, {"Step 2", "note"});
  desk.fails(2, {"plan", "set", plan, item, "--step", "40=Let go."}, {"has no step 40"});
  desk.fails(2, {"plan", "set", plan, item, "--step", "Let go."}, {"NUMBER=TEXT"});
}

BOOST_AUTO_TEST_CASE(what_the_clinic_has_given_before_comes_first_of_equals) {
  Desk desk("uses");
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  const std::string item = desk.done({"plan", "add", plan, "side-plank"});
  const auto names = [&] {
    std::vector<std::string> all;
    const Json found = desk.json({"plan", "substitutes", plan, item, "--all"});
    for (const Json& one : found) all.push_back(one["id"]);
    return all;
  };
  const auto before = names();
  const auto at = [](const std::vector<std::string>& all, const std::string& name) {
    return std::find(all.begin(), all.end(), name) - all.begin();
  };
  BOOST_TEST_REQUIRE(before.size() >= 2u);
  const std::string other = desk.done({"plan", "new", desk.add_patient()});
  for (const auto& name : before)
    if (name != before.front()) desk.done({"plan", "add", other, name});
  desk.done({"plan", "issue", other});
  const auto after = names();
  BOOST_TEST(after.size() == before.size());
  for (const auto& name : before)
    if (name != before.front()) BOOST_TEST(at(after, name) <= at(before, name), name);
}

BOOST_AUTO_TEST_CASE(a_swap_keeps_side_note_and_place_and_takes_the_substitutes_usual_dose) {
  Desk desk("swap");
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  desk.done({"plan", "add", plan, "walk-easy"});
  const std::string item = desk.done({"plan", "add", plan, "knee-to-chest", "--side", "left",
                                      "--note", "Before bed.", "--count", "9"});
  desk.done({"plan", "add", plan, "cat-camel"});
  desk.done({"plan", "swap", plan, item, "seated-rotation"});
  const Json shown = desk.json({"plan", "show", plan});
  BOOST_TEST(join(exercises_of(shown), " ") == "walk-easy seated-rotation cat-camel");
  BOOST_TEST(shown["items"][1]["side"] == "left");
  BOOST_TEST(shown["items"][1]["note"] == "Before bed.");
  BOOST_TEST(shown["items"][1]["dose"]["count"]["min"] == 3);
}

BOOST_AUTO_TEST_CASE(a_yes_in_the_screening_blocks_until_reviewed_or_referred_with_name_and_date) {
  Desk desk("screening");
  const std::string record = desk.add_patient();
  const std::string plan = desk.done({"plan", "new", record});
  const std::string item = desk.done({"plan", "add", plan, "bridge"});
  desk.done({"patient", "screen", record, "chest_pain=yes", "breath=no"});
  const std::string listed = desk.done({"patient", "screen", record});
  BOOST_TEST(contains(listed, "chest_pain  yes, 2026-11-23"));
  BOOST_TEST(contains(listed, "breath  no, 2026-11-23"));
  BOOST_TEST(contains(listed, "not asked"));
  desk.fails(3, {"plan", "issue", plan}, {"plan clear"});
  desk.fails(3,
             {"plan", "keep", plan, item, "--rule", "plan:red_flag", "--because",
              "A reason that is long enough."},
             {"plan clear"});
  desk.fails(2,
             {"plan", "clear", plan, "--rule", "plan:red_flag", "--because", "Seen by a doctor.",
              "--outcome", "fine"},
             {"reviewed or referred"});
  desk.done({"plan", "clear", plan, "--rule", "plan:red_flag", "--because",
             "Doctor has seen her today.", "--outcome", "referred"});
  desk.done({"plan", "issue", plan});
  const Json decision = desk.json({"plan", "history", record})[0]["decisions"][0];
  BOOST_TEST(decision["rule"] == "plan:red_flag");
  BOOST_TEST(decision["outcome"] == "referred");
  BOOST_TEST(!decision["by"].get<std::string>().empty());
  BOOST_TEST(decision["at"] == "2026-11-23T09:00:00Z");
}

BOOST_AUTO_TEST_CASE(a_detail_that_changes_much_is_asked_for_when_the_precaution_is_entered) {
  Desk desk("asked");
  const std::string record = desk.add_patient();
  const auto says = [&](const char* precaution) {
    return desk.type({"patient", "set", record, "--precaution", precaution}).err;
  };
  BOOST_TEST(contains(says("limb_fx:left"), "which site, arm or leg?"));
  BOOST_TEST(contains(says("wb_limit:left"), "which weight bearing, none, partial or full?"));
  BOOST_TEST(contains(says("tha:right"), "--precaution tha:right:approach="));
  desk.done({"patient", "set", record, "--end-precaution", "limb_fx", "--end-precaution",
             "wb_limit", "--precaution", "tha:right:approach=anterior"});
  desk.done({"patient", "set", record, "--precaution", "knee:left"});
}

BOOST_AUTO_TEST_CASE(an_own_precaution_has_side_start_and_end_and_its_line_is_printed) {
  Desk desk("own");
  const std::string record = desk.add_patient(
      {"--own-precaution", "Sore heel after a fall", "--tell", "Do wear soft shoes.", "--own-side",
       "left", "--own-from", "2026-11-02", "--own-until", "2026-11-20"});
  const Json own = desk.json({"patient", "show", record})["precautions"][0];
  BOOST_TEST(own["side"] == "left");
  BOOST_TEST(own["date"] == "2026-11-02");
  BOOST_TEST(own["end"] == "2026-11-20");
  desk.fails(2, {"patient", "set", record, "--own-side", "left"}, {"--own-precaution"});
  const std::string plan = desk.done({"plan", "new", record});
  desk.done({"plan", "add", plan, "bridge"});
  const std::string said = desk.done({"plan", "check", plan});
  BOOST_TEST(contains(said, "NOT CHECKED"));
  BOOST_TEST(contains(said, "Sore heel after a fall"));
  BOOST_TEST(contains(said, "Keep it or end it?"));
  const auto pdf = desk.folder / "own.pdf";
  desk.done({"handout", plan, "-o", pdf.string()});
  BOOST_TEST(contains(pdf_text(pdf), "Do wear soft shoes."));
}

BOOST_AUTO_TEST_CASE(history_tells_an_override_with_reason_who_and_when_while_it_counts) {
  Desk desk("overrides");
  const std::string record = desk.add_patient({"--precaution", "ext_intol"});
  const std::string plan = desk.done({"plan", "new", record});
  const std::string item = desk.done({"plan", "add", plan, "superman"});
  desk.done({"plan", "keep", plan, item, "--rule", "superman/ext_intol", "--because",
             "Tried in clinic, no pain for two weeks."});
  const Json decision = desk.json({"plan", "history", record})[0]["decisions"][0];
  BOOST_TEST(decision["exercise"] == "superman");
  BOOST_TEST(decision["because"] == "Tried in clinic, no pain for two weeks.");
  BOOST_TEST(contains(desk.done({"plan", "history", record}), "Tried in clinic"));
  desk.done({"plan", "set", plan, item, "--sets", "3"});
  BOOST_TEST(desk.json({"plan", "history", record})[0]["decisions"].empty());
  desk.fails(3, {"plan", "issue", plan}, {"superman/ext_intol"});
}

BOOST_AUTO_TEST_CASE(reprinting_what_now_conflicts_says_so_names_it_and_is_journalled) {
  Desk desk("reprint");
  const std::string record = desk.add_patient();
  const std::string plan = desk.done({"plan", "new", record});
  desk.done({"plan", "add", plan, "superman"});
  desk.done({"plan", "issue", plan});
  const auto first = desk.folder / "first.pdf", again = desk.folder / "again.pdf";
  desk.done({"handout", record + "/1", "-o", first.string()});
  desk.done({"patient", "set", record, "--precaution", "ext_intol"});
  const auto entries = [&] {
    const std::string said = desk.done({"verify"});
    return parse_int(split_words(said.substr(said.find("journal:") + 8)).front()).value();
  };
  const int before = entries();
  const Outcome outcome = desk.type({"handout", record + "/1", "-o", again.string()});
  BOOST_TEST(outcome.status == 0);
  BOOST_TEST(contains(outcome.err, "issued before"));
  BOOST_TEST(contains(outcome.err, "superman/ext_intol"));
  BOOST_CHECK(read_file(first) == read_file(again));
  const int after = entries();
  desk.done({"patient", "set", record, "--end-precaution", "ext_intol"});
  const int between = entries();
  desk.done({"handout", record + "/1", "-o", again.string()});
  BOOST_TEST(after - before == entries() - between + 1, "one entry more than a plain reprint");
}

BOOST_AUTO_TEST_CASE(a_void_plan_stays_in_history_and_its_reprint_says_void) {
  Desk desk("void");
  const std::string record = desk.add_patient();
  const std::string plan = desk.done({"plan", "new", record, "--title", "Strong back"});
  desk.done({"plan", "add", plan, "bridge"});
  desk.done({"plan", "issue", plan});
  const auto pdf = desk.folder / "a.pdf";
  desk.done({"handout", record + "/1", "-o", pdf.string()});
  BOOST_TEST(!contains(pdf_text(pdf), "VOID"));
  desk.done({"plan", "void", record + "/1", "--because", "wrong side on every page"});
  desk.done({"handout", record + "/1", "-o", pdf.string()});
  const auto text = pdf_text(pdf);
  BOOST_TEST(contains(text, "VOID: Strong back"));
  BOOST_TEST(contains(text, "Do not use this sheet."));
  BOOST_TEST(contains(text, "VOID: J. Roe"));
  const Json history = desk.json({"plan", "history", record});
  BOOST_TEST(history[0]["state"] == "void");
  BOOST_TEST(history[0]["void_because"] == "wrong side on every page");
}

BOOST_AUTO_TEST_CASE(two_problems_run_side_by_side) {
  Desk desk("problems");
  const std::string record = desk.add_patient();
  for (const char* problem : {"knee", "back"}) {
    const std::string plan = desk.done({"plan", "new", record, "--problem", problem});
    desk.done({"plan", "add", plan, "bridge"});
    desk.done({"plan", "issue", plan});
  }
  const std::string next = desk.done({"plan", "new", record, "--from-last", "--problem", "knee"});
  desk.done({"plan", "add", next, "squat-mini"});
  desk.done({"plan", "issue", next});
  const Json history = desk.json({"plan", "history", record});
  BOOST_REQUIRE(history.size() == 3u);
  BOOST_TEST(history[0]["state"] == "replaced");
  BOOST_TEST(history[1]["state"] == "issued");
  BOOST_TEST(history[1]["changes"]["added"].empty());
  BOOST_TEST(history[2]["changes"]["added"][0] == "squat-mini");
  const Json diff = desk.json({"plan", "diff", record + "/3"});
  BOOST_TEST(diff["added"][0] == "squat-mini");
}

BOOST_AUTO_TEST_CASE(changes_are_told_by_kind_in_words_and_as_json) {
  Desk desk("kinds");
  const std::string record = desk.add_patient();
  const std::string first = desk.done({"plan", "new", record});
  const std::string bridge = desk.done({"plan", "add", first, "bridge", "--note", "Go slowly."});
  const std::string dog = desk.done({"plan", "add", first, "superman"});
  desk.done({"plan", "issue", first});
  const std::string second = desk.done({"plan", "new", record, "--from-last", "--per-day", "2"});
  desk.done({"plan", "set", second, bridge, "--sets", "2", "--note", "Go very slowly."});
  desk.done({"plan", "swap", second, dog, "bird-dog"});
  const Json diff = desk.json({"plan", "diff", second});
  BOOST_TEST(diff["progressed"][0]["exercise"] == "bridge");
  BOOST_TEST(diff["swapped"][0]["exercise"] == "bird-dog");
  BOOST_TEST(diff["swapped"][0]["was"] == "superman");
  BOOST_TEST(diff["settings"][0]["field"] == "per_day");
  BOOST_TEST(diff["notes"][0]["words"][1]["text"] == "very");
  BOOST_TEST(diff["notes"][0]["words"][1]["change"] == "added");
  const std::string words = desk.done({"plan", "diff", second});
  BOOST_TEST(contains(words, "note Go {very} slowly."));
  BOOST_TEST(contains(words, "plan: per day 1 -> 2"));
}

BOOST_AUTO_TEST_CASE(ordered_by_position_the_patient_gets_down_once) {
  Desk desk("position");
  const std::string plan =
      desk.done({"plan", "new", desk.add_patient(), "--template", "low-back-mini"});
  const auto codes = [&] {
    std::vector<std::string> all;
    const Json check = desk.json({"plan", "check", plan});
    for (const Json& finding : check["findings"]) all.push_back(finding["code"]);
    return join(all, " ");
  };
  BOOST_TEST(contains(codes(), "floor_twice"));
  const auto before = exercises_of(desk.json({"plan", "show", plan}));
  desk.done({"plan", "order", plan, "--by", "position"});
  BOOST_TEST(!contains(codes(), "floor_twice"));
  BOOST_TEST(!contains(codes(), "stretch_first"));
  BOOST_TEST(join(exercises_of(desk.json({"plan", "show", plan})), " ") ==
             "walk-easy bodyweight-squat drawing-in dead-bug bridge bird-dog knee-to-chest "
             "floor-rotation cat-camel");
  desk.done({"plan", "order", plan, "--by", "section"});
  auto after = exercises_of(desk.json({"plan", "show", plan}));
  BOOST_TEST(after.size() == before.size());
  BOOST_TEST(after[1] == "drawing-in");
}

BOOST_AUTO_TEST_CASE(a_template_swaps_what_conflicts_and_says_so) {
  Desk desk("fill");
  const std::string record = desk.add_patient({"--precaution", "lumbar_fusion@2026-10-26"});
  const Outcome made =
      desk.type({"plan", "new", record, "--template", "low-back-mini", "--side", "left"});
  BOOST_TEST_REQUIRE(made.status == 0, made.err);
  BOOST_TEST(contains(made.err, "left out"));
  const Json check =
      Json::parse(desk.type({"plan", "check", std::string(trim(made.out)), "--json"}).out);
  BOOST_TEST(check["open"] == 1, "the question that a fresh fusion asks of the whole plan");
  for (const Json& finding : check["findings"])
    BOOST_TEST((finding["level"] != "avoid"), finding["rule"]);
}

BOOST_AUTO_TEST_CASE(a_saved_template_has_nothing_of_the_patient_and_tells_what_it_left_out) {
  Desk desk("save");
  const std::string record = desk.add_patient();
  const std::string plan =
      desk.done({"plan", "new", record, "--title", "For Jane", "--days", "mon,wed"});
  desk.done({"plan", "add", plan, "bridge", "--note", "Jane: on the bed.", "--count", "7-9",
             "--hold", "none"});
  desk.done({"plan", "add", plan, "knee-to-chest", "--side", "left", "--note", "Slowly."});
  const Outcome saved = desk.type({"template", "save", plan, "Bed \"start\"", "--keep-notes"});
  BOOST_TEST_REQUIRE(saved.status == 0, saved.err);
  BOOST_TEST(trim(saved.out) == "bed-start");
  for (const char* told : {"the patient", "the title", "1 note", "1 side"})
    BOOST_TEST(contains(saved.err, told), saved.err);
  for (const auto& file : std::filesystem::directory_iterator(desk.folder / "clinic.templates")) {
    const auto text = read_file(file.path());
    for (const char* word : {"Jane", "Roe", "2026", "left"})
      BOOST_TEST(!contains(text, word), word);
  }
  desk.fails(1, {"template", "save", plan, "Bed start"}, {"already"});
  for (const char* name : {"Jane's plan", "J\u00C1NE"})
    desk.fails(2, {"template", "save", plan, name}, {"tells of the patient"});
  const std::string again =
      desk.done({"plan", "new", desk.add_patient(), "--template", "bed-start", "--side", "right"});
  const Json shown = desk.json({"plan", "show", again});
  BOOST_TEST(shown["title"] == "Bed \"start\"");
  BOOST_TEST(shown["items"][0]["dose"]["count"]["max"] == 9);
  BOOST_TEST(!shown["items"][0]["dose"].contains("hold"));
  BOOST_TEST(shown["items"][0]["note"] == "");
  BOOST_TEST(shown["items"][1]["side"] == "right");
  BOOST_TEST(shown["items"][1]["note"] == "Slowly.");
  BOOST_TEST(shown["weekdays"].size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_plain_record_of_a_plan_fits_its_columns_and_names_what_was_decided) {
  Desk desk("record");
  const std::string record =
      desk.add_patient({"--precaution", "ext_intol", "--precaution", "knee:right"});
  const std::string plan = desk.done({"plan", "new", record, "--problem", "low back pain"});
  const std::string item = desk.done({"plan", "add", plan, "superman"});
  desk.done({"plan", "add", plan, "bird-dog", "--note", "Use the thick blue mat at home."});
  desk.done({"plan", "keep", plan, item, "--rule", "superman/ext_intol", "--because",
             "Tried in clinic, no pain for two weeks."});
  desk.done({"plan", "issue", plan});
  const std::string text = desk.done({"plan", "show", record + "/1", "--text"});
  for (const char* part : {"Home exercise program 1, 2026-11-23", "Roe, Jane", "low back pain",
                           "Precaution: ext_intol", "1. Superman", "Note: Use the thick blue mat",
                           "Tried in clinic", "knee"})
    BOOST_TEST(contains(text, part), std::string(part) + " is missing in " + text);
  for (const auto& line : split(text, "\n")) BOOST_TEST(code_points(line) <= 72u, line);
}

BOOST_AUTO_TEST_SUITE_END()
