// SPDX-License-Identifier: MIT
// Every check of the program passes on shipped handouts and fails when that one thing is broken.
#include <boost/test/unit_test.hpp>
#include <functional>

#include "helpers/fonts.h"
#include "helpers/sheet.h"
#include "layout/layout.h"
#include "standards/checks.h"

using namespace kinescript;

namespace {

struct Made {
  Dossier dossier;
  Stationery stationery = standard_stationery();
  Handout handout;
  Pages pages;
};

Made made(const Dossier& dossier, const std::string& layout = "standard", int weeks = 0) {
  Made it{dossier,
          read_stationery(std::string(KINESCRIPT_SOURCE_DIR) + "/templates/layouts/" + layout +
                          ".toml"),
          {},
          {}};
  it.stationery.most_pages = 0;
  it.handout = compose(dossier, it.stationery, english(),
                       sheet_options(Paper::a4, Palette::black_and_white, weeks));
  it.pages = lay_out(it.handout, it.stationery, Paper::a4, noto());
  return it;
}

std::vector<CheckResult> results(const Made& it) {
  return check_handout(
      {it.dossier, it.handout, it.pages, it.stationery, Paper::a4, english(), noto()});
}

std::string failures(const Made& it) {
  std::string text;
  for (const CheckResult& result : results(it))
    if (result.failed()) text += std::to_string(result.number) + " " + result.measured + "; ";
  return text;
}

using M = Made&;

// One thing that is broken, and the checks that fail of it. The words are then not those of the
// plan, which 63 sees as well wherever a word was changed: it is left out here and has a case of
// its own.
struct Broken {
  std::vector<int> fails;
  std::function<void(Made&)> breaks;
  bool laid_out_again = true;
};

std::vector<int> failed_by(const Broken& broken, const Made& good) {
  Made it = good;
  broken.breaks(it);
  if (broken.laid_out_again) it.pages = lay_out(it.handout, it.stationery, Paper::a4, noto());
  std::vector<int> numbers;
  for (const CheckResult& result : results(it))
    if (result.failed() && result.number != 63) numbers.push_back(result.number);
  return numbers;
}

std::string listed(const std::vector<int>& numbers) {
  std::string text;
  for (const int number : numbers) text += std::to_string(number) + " ";
  return text;
}

// The same drawing with every node seen, and changed where `change` changes it.
Drawing with_nodes(const Drawing& drawing, const std::function<void(Node&)>& change) {
  Drawing out;
  for (const Node& node : drawing) {
    Node copy = node;
    change(copy);
    if (const auto* inner = std::get_if<std::shared_ptr<const Group>>(&copy)) {
      auto group = std::make_shared<Group>(**inner);
      group->children = with_nodes(group->children, change);
      copy = std::shared_ptr<const Group>(std::move(group));
    }
    out.push_back(std::move(copy));
  }
  return out;
}

// Changes the first run of glyphs after page 1 that holds these letters.
void change_run(Made& it, const std::string& letters, const std::function<void(GlyphRun&)>& how) {
  bool done = false;
  for (std::size_t page = 1; page < it.pages.pages.size() && !done; ++page)
    it.pages.pages[page].drawing = with_nodes(it.pages.pages[page].drawing, [&](Node& node) {
      auto* run = std::get_if<GlyphRun>(&node);
      if (done || run == nullptr || run->text.find(letters) == std::string::npos) return;
      how(*run);
      done = true;
    });
  BOOST_REQUIRE(done);
}

// Into the lines of each dose, measured without being set anew: no page would hold them.
void add_lines(Made& it, std::size_t count, const std::string& line) {
  for (Card& card : it.handout.cards) card.dose_lines.insert(card.dose_lines.end(), count, line);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(standards_test)

BOOST_AUTO_TEST_CASE(there_are_64_checks_each_with_what_it_measured) {
  const std::vector<CheckResult> all = results(made(routine_dossier()));
  BOOST_REQUIRE(all.size() == static_cast<std::size_t>(kChecks));
  for (std::size_t i = 0; i < all.size(); ++i) {
    BOOST_TEST(all[i].number == static_cast<int>(i) + 1);
    BOOST_TEST(!all[i].measured.empty(), all[i].number);
  }
}

BOOST_AUTO_TEST_CASE(a_shipped_handout_passes_every_check_in_every_layout) {
  for (const char* layout : {"standard", "compact"})
    BOOST_TEST(failures(made(routine_dossier(), layout, 2)) == "", layout);
  Patient reader = sheet_patient({"ext_intol"});
  reader.large_print = true;
  BOOST_TEST(failures(made(routine_dossier(reader), "large", 2)) == "");
}

// 15 cannot fail: a plan keeps either answer. 40 cannot: the program's fonts are all sans-serif. 13
// is a part of 3, and 49 is 47 and 48 in grey, so neither fails alone. 9 and 39 have cases of their
// own below.
BOOST_AUTO_TEST_CASE(each_broken_thing_fails_its_check_and_no_other) {
  const std::vector<Broken> all = {
      {{2}, [](M m) { m.handout.main_message.insert(m.handout.main_message.begin(), 3, "Go."); }},
      {{3, 13}, [](M m) { m.handout.main_message.pop_back(); }},
      {{4}, [](M m) { m.handout.header.patient = "Someone"; }},
      {{4, 8},
       [](M m) { m.dossier.clinic.phone = "01632 960 199"; },
       false},  // not what is printed
      {{6}, [](M m) { m.handout.cards[0].why = ""; }},
      {{7}, [](M m) { m.handout.glance.rows.pop_back(); }},
      {{8}, [](M m) { m.handout.stop_box.back().items.pop_back(); }},
      {{10}, [](M m) { m.handout.pain_rule.lines.clear(); }},
      {{11}, [](M m) { m.handout.diary.tables[0].rows.pop_back(); }},
      {{12}, [](M m) { m.handout.diary.felt = "Hard"; }, false},
      {{14}, [](M m) { m.handout.footer.content = ""; }},
      {{16},
       [](M m) { add_lines(m, 40, "Open either elbow under cover after every Sunday."); },
       false},
      {{17}, [](M m) { add_lines(m, 100, "Do it on the bed or with the family now."); }, false},
      {{18},
       [](M m) {
         m.handout.reminders.lines.push_back(
             "Sit on the bed and lift one leg and put it down and then lift the next leg up and "
             "hold it.");
       }},
      {{22}, [](M m) { m.handout.cards[0].steps[0] = "Lie supine."; }},
      {{23}, [](M m) { m.handout.cards[0].steps[0] = "Do 8 reps."; }},
      {{24}, [](M m) { add_lines(m, 15, "Do it with everybody in the room."); }, false},
      {{27}, [](M m) { std::swap(m.handout.cards[1].dose[0], m.handout.cards[1].dose[1]); }},
      {{28}, [](M m) { m.handout.cards[0].dose[0].number = "some"; }},
      {{29}, [](M m) { m.handout.cards[2].dose_lines.clear(); }},
      {{30}, [](M m) { m.handout.cards[1].dose[0].number = "8-12"; }},
      {{31}, [](M m) { m.handout.session = {}; }},
      {{32}, [](M m) { m.handout.cards[0].note = "Use the blue mat."; }, false},
      {{33}, [](M m) { m.handout.cards[0].steps.resize(2); }},
      {{34},
       [](M m) {
         std::erase_if(m.dossier.findings,
                       [](const Finding& f) { return f.code.starts_with("more_than"); });
       }},
      {{35}, [](M m) { m.dossier.plan.items.front().section = Section::stretch; }, false},
      {{36}, [](M m) { m.stationery.card_name = m.stationery.body; }},
      {{37},
       [](M m) {
         for (int i = 0; i < 8; ++i) m.handout.pain_rule.lead += " Say how much it hurts you now.";
       }},
      {{38}, [](M m) { m.stationery.footer = 11; }},
      {{41},
       [](M m) { change_run(m, "Warm up", [](GlyphRun& r) { r.text += "\xC2\xAD"; }); },
       false},
      {{42}, [](M m) { m.handout.reminders.lines.push_back("STOP NOW AND REST."); }},
      {{43}, [](M m) { m.stationery.leading = 1.2; }},
      {{44},
       [](M m) { change_run(m, "your ", [](GlyphRun& r) { r.text += std::string(70, 'm'); }); },
       false},
      {{45}, [](M m) { m.stationery.margin_left = 36; }},
      {{46},
       [](M m) {
         m.pages.pages[1].drawing.push_back(
             group({Fill{rectangle(50, 50, 300, 300), {}}}, {}, {Role::figure, "Something"}));
       },
       false},
      {{47, 49},
       [](M m) { change_run(m, "your ", [](GlyphRun& r) { r.colour = Colour::rgb(0x999999); }); },
       false},
      {{48, 49},
       [](M m) {
         m.pages.pages[1].drawing.emplace_back(
             Stroke{rectangle(50, 700, 300, 1), Colour::rgb(0xCCCCCC), 1});
       },
       false},
      {{50},
       [](M m) { change_run(m, "your ", [](GlyphRun& r) { r.text += "\xEF\xBF\xBD"; }); },
       false},
      {{51}, [](M m) { m.pages.title = ""; }, false},
      {{53}, [](M m) { m.handout.cards[1].panels.clear(); }, false},
      {{54}, [](M m) { m.stationery.gutter = 60, m.handout.easier_ways.clear(); }},
      {{55}, [](M m) { m.handout.cards[0].panels[0].label = ""; }},
      {{58}, [](M m) { m.handout.cards[0].pictured = ExerciseId{"superman"}; }},
      {{59}, [](M m) { m.stationery.picture_width = 220; }},
      {{60}, [](M m) { m.handout.cards[0].panels[0].figure.drawing.clear(); }, false},
      {{61}, [](M m) { m.handout.cards[0].easier = ""; }},
      {{62}, [](M m) { m.dossier.patient.large_print = true; }},
      {{62}, [](M m) { m.dossier.patient.language = "es"; }},
  };
  const Made good = made(routine_dossier(), "standard", 2);
  for (const Broken& broken : all)
    BOOST_TEST(listed(failed_by(broken, good)) == listed(broken.fails));
}

BOOST_AUTO_TEST_CASE(another_text_than_the_plans_is_found) {
  Made it = made(routine_dossier());
  it.handout.title = "Another";
  it.pages = lay_out(it.handout, it.stationery, Paper::a4, noto());
  BOOST_TEST(failures(it) == "63 another text; ");
}

BOOST_AUTO_TEST_CASE(a_letter_that_no_font_has_is_named) {
  Patient reader = sheet_patient();
  reader.family =
      "Whit\xEE\x80\x80"
      "field";  // of the private use area
  BOOST_TEST(failures(made(routine_dossier(reader))) ==
             "50 no installed font has U+E000 <private use area-E000>; ");
}

BOOST_AUTO_TEST_CASE(small_letters_in_large_print_are_found) {
  Patient reader = sheet_patient({"ext_intol"});
  reader.large_print = true;
  Made it = made(routine_dossier(reader), "large");
  it.stationery.footer = 14;
  it.pages = lay_out(it.handout, it.stationery, Paper::a4, noto());
  BOOST_TEST(failures(it).starts_with("39 smallest 14.0 pt"), failures(it));
}

BOOST_AUTO_TEST_CASE(a_lost_line_of_a_fired_modify_stops_an_issue) {
  Made it = made(
      sheet_dossier(sheet_plan({{"bridge"}, {"knee-to-chest"}}), sheet_patient({"ext_intol"})));
  bool lost = false;
  for (Card& card : it.handout.cards) {
    lost = lost || !card.cautions.empty();
    card.cautions.clear();
  }
  BOOST_REQUIRE(lost);
  it.pages = lay_out(it.handout, it.stationery, Paper::a4, noto());
  const std::vector<CheckResult> stop = stopping(results(it));
  BOOST_REQUIRE(stop.size() == 1U);
  BOOST_TEST(stop.front().number == 9);
}

BOOST_AUTO_TEST_SUITE_END()
