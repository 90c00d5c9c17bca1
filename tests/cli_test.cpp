// SPDX-License-Identifier: MIT
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/files.h"
#include "base/text.h"
#include "helpers/desk.h"
#include "store/database.h"

namespace fs = std::filesystem;
using namespace kinescript;
using Json = nlohmann::json;

BOOST_AUTO_TEST_SUITE(cli_test)

BOOST_AUTO_TEST_CASE(the_whole_way_from_setup_to_the_history) {
  Desk desk("whole_way");
  const std::string record =
      desk.add_patient({"--precaution", "ext_intol", "--diagnosis", "Spondylarthrosis"});
  BOOST_TEST(record == "P-0001");
  const std::string plan = desk.done(
      {"plan", "new", record, "--template", "low-back-mini", "--choose", "strength_2=superman"});
  const Outcome refused = desk.fails(3, {"plan", "issue", plan}, {"not issued", "bird-dog"});
  const Json check = Json::parse(desk.type({"plan", "check", plan, "--json"}).out);
  BOOST_TEST(check["open"] == 1);
  const Json avoid = finding_of(check, "superman");
  BOOST_TEST_REQUIRE(!avoid.is_null());
  BOOST_TEST(avoid["level"] == "avoid");
  BOOST_TEST(avoid["exercise"] == "superman");
  BOOST_TEST(avoid["precaution"] == "ext_intol");
  BOOST_TEST(avoid["substitutes"][0] == "bird-dog");
  BOOST_TEST(avoid["overridden"] == false);
  BOOST_TEST(contains(refused.out, avoid["reason"].get<std::string>()));

  desk.done({"plan", "swap", plan, avoid["item"], "bird-dog"});
  BOOST_TEST(contains(desk.done({"plan", "issue", plan}), record + "/1"));
  const Json history = desk.json({"plan", "history", record});
  BOOST_REQUIRE(history.size() == 1u);
  BOOST_TEST(history[0]["number"] == 1);
  BOOST_TEST(history[0]["state"] == "issued");
  BOOST_TEST(history[0]["date"] == "2026-11-23");

  const fs::path pdf = desk.folder / "handout.pdf";
  desk.done({"handout", record + "/1", "-o", pdf.string()});
  const std::string bytes = read_file(pdf);
  BOOST_TEST(bytes.starts_with("%PDF-1."));
  for (const char* secret : {"Spondyl", "spondyl", "1961-04-12", "12/04/1961"})
    BOOST_TEST(!contains(bytes, secret), secret);
  desk.done({"handout", plan, "-o", (desk.folder / "again.pdf").string()});
  BOOST_CHECK(read_file(desk.folder / "again.pdf") == bytes);
}

BOOST_AUTO_TEST_CASE(a_modify_reaches_the_page_in_plain_words) {
  Desk desk("modify");
  const std::string record = desk.add_patient({"--precaution", "ext_intol"});
  const std::string plan = desk.done({"plan", "new", record});
  const std::string item = desk.done({"plan", "add", plan, "bird-dog"});
  const Json check = desk.json({"plan", "check", plan});
  BOOST_REQUIRE(!check["findings"].empty());
  const Json modify = finding_of(check, "bird-dog");
  BOOST_TEST(modify["item"] == item);
  BOOST_TEST(modify["level"] == "modify");
  BOOST_TEST(contains(modify["patient_line"].get<std::string>(), "no higher than your hip"));
  BOOST_TEST(check["open"] == 0);
}

BOOST_AUTO_TEST_CASE(an_override_needs_a_reason_and_lets_the_plan_be_issued) {
  Desk desk("keep");
  const std::string record = desk.add_patient({"--precaution", "ext_intol"});
  const std::string plan = desk.done({"plan", "new", record});
  const std::string item = desk.done({"plan", "add", plan, "superman"});
  const Json check = Json::parse(desk.type({"plan", "check", plan, "--json"}).out);
  const std::string rule = finding_of(check, "superman")["rule"];
  desk.fails(2, {"plan", "keep", plan, item, "--rule", rule, "--because", "because"}, {"10"});
  desk.fails(1,
             {"plan", "keep", plan, item, "--rule", "superman/knee", "--because",
              "tried under supervision"},
             {});
  desk.done({"plan", "keep", plan, item, "--rule", rule, "--because",
             "Tried in clinic, no pain for two weeks."});
  const Json after = desk.json({"plan", "check", plan});
  BOOST_TEST(after["open"] == 0);
  BOOST_TEST(finding_of(after, "superman")["overridden"] == true);
  desk.done({"plan", "issue", plan});
}

BOOST_AUTO_TEST_CASE(without_numbers_to_call_nothing_is_issued) {
  Desk desk("numbers", {});
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  desk.done({"plan", "add", plan, "bridge"});
  desk.fails(3, {"plan", "issue", plan}, {"clinic set --emergency", "--phone"});
  BOOST_TEST(desk.json({"plan", "show", plan})["state"] == "draft");
  desk.done({"clinic", "set", "--emergency", "112", "--phone", "+44 1632 960 100"});
  desk.done({"plan", "issue", plan});
}

BOOST_AUTO_TEST_CASE(edits_change_the_draft_and_keep_the_ids_of_its_items) {
  Desk desk("edits");
  const std::string plan =
      desk.done({"plan", "new", desk.add_patient(), "--days", "mon,wed,fri", "--per-day", "2"});
  const std::string bridge =
      desk.done({"plan", "add", plan, "bridge", "--count", "8-12", "--hold", "3-5breaths"});
  const std::string dog = desk.done({"plan", "add", plan, "bird-dog", "--note", "Slowly."});
  desk.done({"plan", "set", plan, bridge, "--sets", "3", "--rest", "60s", "--goal", "20"});
  desk.done({"plan", "set", plan, "--title", "Back", "--review", "2026-12-07"});
  desk.done({"plan", "move", plan, dog, "1"});
  Json shown = desk.json({"plan", "show", plan});
  BOOST_TEST(shown["id"] == plan);
  BOOST_TEST(shown["number"].is_null());
  BOOST_TEST(shown["state"] == "draft");
  BOOST_TEST(shown["title"] == "Back");
  BOOST_TEST(shown["days_per_week"] == 3);
  BOOST_TEST(shown["minutes"].get<int>() >= 5);
  BOOST_REQUIRE(shown["items"].size() == 2u);
  BOOST_TEST(shown["items"][0]["id"] == dog);
  BOOST_TEST(shown["items"][0]["note"] == "Slowly.");
  const Json dose = shown["items"][1]["dose"];
  BOOST_TEST(dose["sets"]["min"] == 3);
  BOOST_TEST(dose["count"]["goal"] == 20);
  BOOST_TEST(dose["hold_unit"] == "breaths");
  BOOST_TEST(dose["rest"]["min"] == 60);
  desk.done({"plan", "remove", plan, dog});
  BOOST_TEST(desk.json({"plan", "show", plan})["items"].size() == 1u);
  BOOST_TEST(desk.done({"plan", "add", plan, "bird-dog"}) != dog);
}

BOOST_AUTO_TEST_CASE(the_next_plan_goes_on_from_the_last_and_the_history_says_what_changed) {
  Desk desk("next");
  const std::string record = desk.add_patient();
  const std::string first = desk.done({"plan", "new", record, "--problem", "back"});
  const std::string bridge = desk.done({"plan", "add", first, "bridge"});
  desk.done({"plan", "issue", first});
  desk.fails(1, {"plan", "set", first, bridge, "--count", "5"}, {"never changes"});
  const std::string second = desk.done({"plan", "new", record, "--from-last"});
  desk.done({"plan", "set", second, item_of(desk.json({"plan", "show", second}), "bridge"),
             "--count", "12-15"});
  desk.done({"plan", "add", second, "bird-dog"});
  desk.done({"plan", "issue", record + "/draft"});
  const Json history = desk.json({"plan", "history", record});
  BOOST_REQUIRE(history.size() == 2u);
  BOOST_TEST(history[0]["state"] == "replaced");
  BOOST_TEST(history[1]["changes"]["added"][0] == "bird-dog");
  BOOST_TEST(history[1]["changes"]["changed"][0]["exercise"] == "bridge");
  BOOST_TEST(desk.json({"plan", "diff", record + "/1", record + "/2"})["added"][0] == "bird-dog");
  desk.done({"plan", "void", record + "/2", "--because", "given to the wrong patient"});
  BOOST_TEST(desk.json({"plan", "show", record + "/2"})["state"] == "void");
}

BOOST_AUTO_TEST_CASE(a_draft_has_a_handout_that_says_so) {
  Desk desk("draft");
  const std::string plan =
      desk.done({"plan", "new", desk.add_patient(), "--template", "low-back-starter"});
  const fs::path pdf = desk.folder / "draft.pdf";
  desk.done({"handout", plan, "--paper", "letter", "-o", pdf.string()});
  BOOST_TEST(read_file(pdf).starts_with("%PDF-1."));
  desk.fails(1, {"handout", plan, "--layout", "huge", "-o", pdf.string()},
             {"no layout", "standard"});
  desk.fails(1, {"handout", plan, "-o", "/dev/full"}, {"disk is full"});
  desk.fails(2, {"handout", plan, "-o", desk.file.string()}, {"clinic file itself"});
  desk.fails(1, {"handout", plan, "-o", (desk.folder / "missing" / "x.pdf").string()},
             {"folder does not exist"});
}

BOOST_AUTO_TEST_CASE(the_example_clinic_has_patients_history_and_a_plan_that_can_be_issued) {
  Desk desk("example", {"--example"});
  const Json patients = desk.json({"patient", "list"});
  BOOST_TEST(patients.size() >= 3u);
  BOOST_TEST(contains(desk.json({"clinic", "show"})["name"].get<std::string>(), "(example)"));
  BOOST_TEST(desk.json({"plan", "history", "EX-0002"})[0]["state"] == "issued");
  const std::string plan = desk.done({"plan", "new", "EX-0001", "--template", "low-back-mini",
                                      "--problem", "Low back, new start", "--days", "mon,wed,fri"});
  desk.done({"plan", "check", plan});
  desk.done({"plan", "issue", plan});
}

BOOST_AUTO_TEST_CASE(the_catalog_is_listed_searched_and_without_fault) {
  Desk desk("catalog");
  const Json all = desk.json({"catalog", "list"});
  BOOST_TEST(all.size() >= 27u);
  for (const char* key : {"id", "variant_of", "name", "section", "region", "position"})
    BOOST_TEST(all[0].contains(key), key);
  BOOST_TEST(desk.json({"catalog", "list", "--search", "bridge"})[0]["id"] == "bridge");
  BOOST_TEST(desk.json({"catalog", "show", "bridge"})["id"] == "bridge");
  BOOST_TEST(desk.json({"precaution", "list"}).size() == 39u);
  BOOST_TEST(desk.json({"template", "list"}).size() >= 2u);
  BOOST_TEST(desk.json({"template", "show", "low-back-mini"})["slots"].size() == 9u);
  BOOST_TEST(contains(desk.done({"catalog", "check"}), "0 faults"));
}

BOOST_AUTO_TEST_CASE(figures_are_written_for_both_sides_and_each_pose) {
  Desk desk("figures");
  const fs::path svg = desk.folder / "f.svg";
  desk.done({"figure", "bird-dog", "--side", "left", "-o", svg.string()});
  const std::string left = read_file(svg);
  BOOST_TEST(contains(left, "<svg"));
  desk.done({"figure", "bird-dog", "--side", "right", "-o", svg.string()});
  BOOST_CHECK(read_file(svg) != left);
  desk.done({"figure", "bird-dog", "--pose", "1", "--colour", "-o", svg.string()});
  desk.fails(2, {"figure", "bird-dog", "--pose", "9", "-o", svg.string()}, {"no pose 9"});
  desk.fails(2, {"figure", "-o", svg.string()}, {"--all"});
  desk.fails(2, {"figure", "bridge", "--skin", "9", "-o", svg.string()}, {"lightest"});
}

BOOST_AUTO_TEST_CASE(handouts_show_whom_the_clinic_chose) {
  Desk desk("clinic_look");
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  desk.done({"plan", "add", plan, "bridge"});
  const fs::path pdf = desk.folder / "f.pdf";
  const auto printed = [&] {
    desk.done({"handout", plan, "-o", pdf.string()});
    return read_file(pdf);
  };
  const std::string usual = printed();
  desk.done(
      {"clinic", "set", "--figure-person", "woman", "--figure-age", "older", "--figure-skin", "4"});
  BOOST_TEST(desk.json({"clinic", "show"})["figure_skin"] == "4");
  const std::string chosen = printed();
  BOOST_CHECK(chosen != usual);
  BOOST_CHECK(chosen == printed());
  desk.done({"clinic", "set", "--figure-person", "", "--figure-age", "", "--figure-skin", ""});
  BOOST_CHECK(printed() == usual);
  desk.fails(2, {"clinic", "set", "--figure-skin", "9"}, {"lightest"});
}

BOOST_AUTO_TEST_CASE(the_sheet_of_all_figures_shows_whom_it_is_told) {
  Desk desk("sheet_look");
  const fs::path usual = desk.folder / "usual.pdf", older = desk.folder / "older.pdf";
  desk.done({"figure", "--all", "-o", usual.string()});
  desk.done({"figure", "--all", "--person", "man", "--age", "older", "--skin", "5", "-o",
             older.string()});
  BOOST_CHECK(read_file(usual) != read_file(older));
}

BOOST_AUTO_TEST_CASE(a_slip_of_the_finger_is_answered_with_what_was_meant) {
  Desk desk("slips");
  const std::string record = desk.add_patient();
  const std::string plan = desk.done({"plan", "new", record});
  desk.fails(1, {"plan", "add", plan, "brigde"}, {"Did you mean \"bridge\"?"});
  desk.fails(1, {"catalog", "show", "superman2"}, {"Did you mean \"superman\"?"});
  desk.fails(1, {"patient", "set", record, "--precaution", "ext_intoll"},
             {"Did you mean \"ext_intol\"?"});
  desk.fails(1, {"plan", "new", record, "--problem", "x", "--template", "low-back-mine"},
             {"Did you mean \"low-back-mini\"?"});
  desk.fails(2, {"paln", "new", record}, {"Did you mean \"plan\"?"});
  desk.fails(2, {"plan", "ad", plan, "bridge"}, {"\"add\""});
  desk.fails(2, {"plan", "add", plan, "bridge", "--cuont", "8"}, {"Did you mean \"--count\"?"});
  desk.fails(1, {"catalog", "list", "--region", "low_bak"}, {"Did you mean \"low_back\"?"});
}

BOOST_AUTO_TEST_CASE(doses_out_of_range_and_reversed_ranges_change_nothing) {
  Desk desk("doses");
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  const std::string item = desk.done({"plan", "add", plan, "bridge"});
  const Json before = desk.json({"plan", "show", plan});
  for (const auto& [option, value] :
       std::vector<std::pair<const char*, const char*>>{{"--count", "12-8"},
                                                        {"--count", "300"},
                                                        {"--count", "0"},
                                                        {"--count", "eight"},
                                                        {"--sets", "99"},
                                                        {"--hold", "5000s"},
                                                        {"--hold", "5 parsecs"},
                                                        {"--rest", "-1"},
                                                        {"--goal", "2"},
                                                        {"--side", "up"},
                                                        {"--section", "legs"}})
    desk.fails(2, {"plan", "set", plan, item, std::string(option) + "=" + value}, {});
  BOOST_CHECK(desk.json({"plan", "show", plan}) == before);
}

BOOST_AUTO_TEST_CASE(impossible_and_future_dates_are_refused) {
  Desk desk("dates");
  const std::string record = desk.add_patient();
  for (const char* born : {"1961-02-30", "2027-01-01", "1880-01-01", "12/04/1961", ""})
    desk.fails(2, {"patient", "set", record, "--born", born}, {"birth date"});
  desk.fails(2,
             {"patient", "set", record, "--precaution", "tha:left:approach=posterior@2027-01-01"},
             {"future"});
  desk.fails(2,
             {"patient", "set", record, "--precaution", "tha:left:approach=posterior@1950-01-01"},
             {"before the patient's birth"});
  desk.fails(2, {"patient", "set", record, "--precaution", "tha:left:approach=sideways@2026-10-01"},
             {"posterior"});
  desk.fails(2, {"patient", "set", record, "--precaution", "ext_intol:left"}, {"no side"});
  desk.fails(2, {"plan", "new", record, "--start", "2026-02-30"}, {"calendar"});
  desk.fails(2, {"plan", "new", record, "--start", "1999-01-01"}, {"year"});
  desk.fails(2, {"plan", "new", record, "--review", "2026-11-01"}, {"before the start"});
  desk.fails(2, {"plan", "new", record, "--next-visit", "2026-11-30 25:00"}, {"2026-11-30 10:40"});
  desk.fails(2, {"--today", "2026-13-01", "patient", "list"}, {"calendar"});
  BOOST_TEST(desk.json({"patient", "show", record})["precautions"].empty());
}

BOOST_AUTO_TEST_CASE(names_with_quotes_accents_and_two_hundred_letters_are_kept) {
  Desk desk("names");
  std::string long_name;
  for (int i = 0; i < 200; ++i) long_name += "\xC3\xA9";
  for (const std::string& name : {std::string("O'Brien \"Zo\xC3\xAB\""), long_name}) {
    const std::string record =
        desk.done({"patient", "add", "--family", name, "--given", "A", "--born", "1970-01-01"});
    BOOST_TEST(desk.json({"patient", "show", record})["family"] == name);
  }
  desk.fails(
      2, {"patient", "add", "--family", long_name + "x", "--given", "A", "--born", "1970-01-01"},
      {"200"});
  desk.fails(2, {"patient", "add", "--family", "caf\xE9", "--given", "A", "--born", "1970-01-01"},
             {"UTF-8"});
  desk.fails(2, {"patient", "add", "--family", "a\nb", "--given", "A", "--born", "1970-01-01"},
             {"one line"});
  desk.fails(2, {"patient", "add", "--family", " ", "--given", "A", "--born", "1970-01-01"},
             {"empty"});
}

BOOST_AUTO_TEST_CASE(precautions_keep_side_date_details_and_own_words) {
  Desk desk("precautions");
  const std::string record =
      desk.add_patient({"--precaution", "tha_post:left@2026-09-01..2026-12-24", "--own-precaution",
                        "Lifting limit 5 kg", "--tell", "Do not lift more than 5 kg."});
  const Json precautions = desk.json({"patient", "show", record})["precautions"];
  BOOST_REQUIRE(precautions.size() == 2u);
  BOOST_TEST(precautions[0]["code"] == "tha");
  BOOST_TEST(precautions[0]["side"] == "left");
  BOOST_TEST(precautions[0]["date"] == "2026-09-01");
  BOOST_TEST(precautions[0]["end"] == "2026-12-24");
  BOOST_TEST(precautions[0]["details"]["approach"] == "posterior");
  BOOST_TEST(precautions[1]["code"] == "own");
  desk.done({"patient", "set", record, "--end-precaution", "tha"});
  BOOST_TEST(desk.json({"patient", "show", record})["precautions"].size() == 1u);
  desk.fails(2, {"patient", "set", record, "--own-precaution", "alone"}, {"--tell"});
}

BOOST_AUTO_TEST_CASE(a_yes_to_a_screening_question_blocks_the_plan) {
  Desk desk("screen");
  const std::string record = desk.add_patient();
  const std::string plan = desk.done({"plan", "new", record});
  desk.done({"plan", "add", plan, "bridge"});
  desk.done({"patient", "screen", record, "chest_pain=yes", "breath=no"});
  const Outcome outcome = desk.type({"plan", "check", plan, "--json"});
  BOOST_TEST(outcome.status == 3);
  BOOST_TEST(contains(outcome.out, "\"block\""));
  desk.fails(3, {"plan", "issue", plan}, {});
  desk.fails(1, {"patient", "screen", record, "chest_pian=yes"}, {"Did you mean \"chest_pain\"?"});
  desk.done({"patient", "screen", record, "chest_pain=no"});
  desk.done({"plan", "issue", plan});
}

BOOST_AUTO_TEST_CASE(a_clinic_file_that_is_cut_held_or_missing_is_said_in_one_line) {
  Desk desk("files");
  desk.add_patient();
  desk.fails(1, {"setup"}, {"already"});
  {
    Database other(desk.file);
    other.execute("BEGIN EXCLUSIVE");
    desk.fails(1, {"patient", "add", "--family", "A", "--given", "B", "--born", "1970-01-01"},
               {"in use by another program"});
  }
  const std::string whole = read_file(desk.file);
  write_atomically(desk.file, whole.substr(0, whole.size() / 2));
  desk.fails(1, {"patient", "list"}, {"cut off"});
  BOOST_CHECK(read_file(desk.file) == whole.substr(0, whole.size() / 2));
  fs::remove(desk.file);
  desk.fails(1, {"patient", "list"}, {"kinescript-cli setup"});
}

BOOST_AUTO_TEST_CASE(missing_fonts_and_data_folders_are_said) {
  Desk desk("surroundings");
  const std::string plan = desk.done({"plan", "new", desk.add_patient()});
  desk.done({"plan", "add", plan, "bridge"});
  desk.fonts = {desk.folder};
  desk.fails(1, {"handout", plan, "-o", (desk.folder / "x.pdf").string()}, {"Noto Sans"});
  desk.environment["KINESCRIPT_DATA"] = desk.folder.string();
  desk.fails(1, {"catalog", "list"}, {"KINESCRIPT_DATA"});
}

BOOST_AUTO_TEST_CASE(damaged_toml_is_said_with_file_and_line) {
  Desk desk("toml");
  const fs::path data = desk.folder / "data";
  fs::create_directories(data);
  fs::copy(fs::path(KINESCRIPT_SOURCE_DIR) / "db", data / "db", fs::copy_options::recursive);
  fs::copy(fs::path(KINESCRIPT_SOURCE_DIR) / "templates", data / "templates",
           fs::copy_options::recursive);
  const fs::path bridge = data / "db" / "catalog" / "low_back" / "bridge.toml";
  write_atomically(bridge, "\n\nid = \n" + read_file(bridge));
  desk.environment["KINESCRIPT_DATA"] = data.string();
  desk.fails(1, {"catalog", "list"}, {"bridge.toml:3"});
}

BOOST_AUTO_TEST_CASE(usage_is_refused_with_status_2_and_help_is_not) {
  Desk desk("usage");
  desk.fails(2, {}, {});
  desk.fails(2, {"plan"}, {});
  desk.fails(2, {"plan", "new"}, {});
  desk.fails(2, {"clinic", "set", "--emergency", "help!"}, {"telephone"});
  desk.fails(2, {"clinic", "set", "--country", "XX"}, {"two letters"});
  desk.fails(
      1,
      {"--as", "nobody", "patient", "add", "--family", "A", "--given", "B", "--born", "1970-01-01"},
      {"nobody"});
  BOOST_TEST(contains(desk.done({"plan", "--help"}), "issue"));
  BOOST_TEST(desk.done({"patient", "list", "--as", "clinician", "--today", "2026-12-01"}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
