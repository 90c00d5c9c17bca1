// SPDX-License-Identifier: MIT
// The window as a person uses it: keys and clicks go in through the X server, what comes out is the
// clinic file, the PDF and the screen.
#include <gtk/gtk.h>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/image.h>
#include <wx/textctrl.h>
#include <wx/uiaction.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <functional>
#include <set>

#include "app/example.h"
#include "app/patient_text.h"
#include "base/files.h"
#include "gui/frame.h"
#include "gui/page_view.h"
#include "gui/screens.h"
#include "gui/style.h"
#include "helpers/tool.h"
#include "plan/safety.h"
#include "window/sitting.h"

namespace fs = std::filesystem;
using namespace kinescript;

BOOST_AUTO_TEST_SUITE(window_test)

BOOST_AUTO_TEST_CASE(enter_adds_the_exercise_that_was_typed) {
  Sitting sitting("add", "EX-0001");
  sitting.add("bridge", 1);
  BOOST_TEST(sitting.stored().items.front().exercise.text == "bridge");
  BOOST_TEST(sitting.search()->GetStringSelection() == "bridge");  // the next word replaces it
}

BOOST_AUTO_TEST_CASE(typing_in_the_reps_cell_changes_the_stored_plan) {
  Sitting sitting("reps", "EX-0001");
  sitting.add("bridge", 1);
  named(sitting.frame, "Repetitions of ")->SetFocus();
  BOOST_TEST_REQUIRE(until([&] {
    auto* cell = field(sitting.frame, "Repetitions of ");
    return cell->HasFocus() && cell->GetStringSelection() == cell->GetValue();
  }));
  sitting.type("14");
  sitting.key(WXK_RETURN);
  BOOST_TEST(until([&] { return sitting.stored().items.front().dose.count.max == 14; }));
}

BOOST_AUTO_TEST_CASE(a_dose_out_of_range_stays_typed_and_is_explained) {
  Sitting sitting("range", "EX-0001");
  sitting.add("bridge", 1);
  const Plan before = sitting.stored();
  auto* cell = field(sitting.frame, "Repetitions of ");
  cell->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return cell->GetStringSelection() == cell->GetValue(); }));
  sitting.type("400");
  BOOST_TEST_REQUIRE(until([&] { return cell->GetValue() == "400"; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST(until([&] { return named(sitting.frame, "count 400") != nullptr; }));
  BOOST_TEST(cell->GetValue() == "400");
  BOOST_TEST((sitting.stored() == before));
}

BOOST_AUTO_TEST_CASE(f8_right_after_a_dose_is_typed_stores_it_and_goes_to_the_conflict) {
  Sitting sitting("f8", "EX-0001");
  sitting.add("superman", 1);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "⚠ 1 conflict"); }));
  auto* cell = field(sitting.frame, "Repetitions of ");
  cell->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return cell->GetStringSelection() == cell->GetValue(); }));
  sitting.type("3");
  sitting.key(WXK_F8);
  BOOST_TEST(until([&] { return sitting.stored().items.front().dose.count.max == 3; }));
  BOOST_TEST(sitting.focus_lives());
  BOOST_TEST(until([&] { return has_focus("Swap for "); }));
}

BOOST_AUTO_TEST_CASE(asked_twice_why_it_is_kept_there_is_one_line_and_its_reason_is_kept) {
  Sitting sitting("why", "EX-0001");
  sitting.add("superman", 1);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Keep and record why…"); }));
  for (int press = 0; press < 2; ++press) {
    sitting.press("Keep and record why…");
    BOOST_TEST_REQUIRE(until([&] { return has_focus("Why is it right for Margaret?"); }));
    field(sitting.frame, "Repetitions of ")->SetFocus();
    BOOST_TEST_REQUIRE(until([&] { return has_focus("Repetitions of "); }));
  }
  auto* why = field(sitting.frame, "Why is it right for Margaret?");
  BOOST_TEST_REQUIRE(why);
  int lines = 0;
  for (const wxWindow* child : why->GetParent()->GetChildren())
    lines += accessible_name(child).starts_with("Why is it right") &&
             dynamic_cast<const wxTextCtrl*>(child);
  BOOST_TEST(lines == 1);
  why->SetFocus();
  sitting.type("Tolerated for a year.");
  sitting.key(WXK_RETURN);
  BOOST_TEST(until([&] { return open_count(sitting.editor().findings()) == 0; }));
  BOOST_TEST(sitting.stored().overrides.front().because == "Tolerated for a year.");
}

BOOST_AUTO_TEST_CASE(task_d_an_avoid_is_shown_and_one_key_resolves_it) {
  Sitting sitting("swap", "EX-0001");  // extension is not tolerated
  sitting.add("superman", 1);
  BOOST_TEST_REQUIRE(open_count(sitting.editor().findings()) > 0);
  BOOST_TEST(named(sitting.frame, "⚠ 1 conflict to resolve for Margaret"));
  BOOST_TEST(named(sitting.frame, "Print… 1 to resolve"));
  sitting.keys = 0;
  sitting.key('1', wxMOD_ALT);
  BOOST_TEST(until([&] { return open_count(sitting.editor().findings()) == 0; }));
  BOOST_TEST(sitting.keys == 1);
  BOOST_TEST(sitting.stored().items.front().exercise.text != "superman");
  BOOST_TEST(!named(sitting.frame, "⚠ 1 conflict"));
}

BOOST_AUTO_TEST_CASE(saving_issues_the_plan_and_writes_its_pdf) {
  Sitting sitting("save", "EX-0001");
  sitting.add("bridge", 1);
  sitting.key('E', wxMOD_CONTROL);
  const fs::path pdf = sitting.folder / "handout.pdf";
  BOOST_TEST_REQUIRE(until([&] { return fs::exists(pdf); }));
  BOOST_TEST(until([&] { return sitting.editor().number() == 1; }));
  BOOST_TEST(read_file(pdf) == sitting.session.store.pdf(sitting.editor().plan().id));
  BOOST_TEST(run_tool("pdftotext '" + pdf.string() + "' -").out.find("Whitfield") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(printing_is_refused_while_a_conflict_is_open) {
  Sitting sitting("refused", "EX-0001");
  sitting.add("superman", 1);
  sitting.key('P', wxMOD_CONTROL);
  BOOST_TEST(until([&] { return named(sitting.frame, "Resolve what is open first") != nullptr; }));
  BOOST_TEST(!fs::exists(sitting.folder / "handout.pdf"));
  BOOST_TEST(sitting.editor().number() == 0);
}

// Tasks A to E of ux.md section 12, each from the first key to the PDF on disk.
BOOST_AUTO_TEST_CASE(task_a_a_plan_from_a_template_with_one_dose_changed_takes_19_keys) {
  Sitting sitting("task_a", "");
  sitting.choose("hal", WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->HasFocus(); }));
  sitting.key('T', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Find a template"); }));
  sitting.type("low");
  auto* find = field(sitting.frame, "Find a template");
  BOOST_TEST_REQUIRE(until([&] { return find->GetValue() == "low"; }));
  sitting.key(WXK_DOWN);
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Repetitions of "); }));
  const auto& items = sitting.editor().plan().items;
  BOOST_TEST_REQUIRE(items.size() > 4u);
  for (int i = 0; i < 4; ++i) sitting.key(WXK_DOWN);
  const std::string fifth =
      "Repetitions of " + sitting.editor().catalog().exercise(items[4].exercise).name_clinician;
  BOOST_TEST_REQUIRE(until([&] {
    auto* cell = field(sitting.frame, fifth);
    return cell && cell->HasFocus() && cell->GetStringSelection() == cell->GetValue();
  }));
  sitting.type("10");
  BOOST_TEST_REQUIRE(until([&] { return field(sitting.frame, fifth)->GetValue() == "10"; }));
  sitting.key('P', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Print plan ") != nullptr; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
  BOOST_TEST(sitting.keys <= 19);
  BOOST_TEST(until([&] { return sitting.editor().number() > 0; }));
  BOOST_TEST(plan_of(sitting.session.store, sitting.editor().plan().id).items[4].dose.count.max ==
             10);
  BOOST_TEST(sitting.printed_text().find("Hale") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(task_b_a_reissue_with_two_changes_by_hand_takes_13_keys) {
  Sitting sitting("task_b", "");
  const Plan last = sitting.issue_bridge_and_bird_dog("EX-0001");
  sitting.choose("whi", WXK_RETURN, wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Re-issue plan ") != nullptr; }));
  sitting.key('2');
  sitting.key(WXK_DOWN);
  sitting.key('+', wxMOD_SHIFT);
  sitting.key(WXK_DOWN);
  sitting.key('-');
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "▼ ") != nullptr; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Repetitions of "); }));
  sitting.key('P', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Print plan ") != nullptr; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
  BOOST_TEST(sitting.keys <= 13);
  const Plan now = plan_of(sitting.session.store, sitting.editor().plan().id);
  BOOST_TEST_REQUIRE(now.items.size() == last.items.size());
  BOOST_TEST(now.items[1].dose.count.max > last.items[1].dose.count.max);
  // Its dose has no room: the ladder goes on to the easier exercise.
  BOOST_TEST(last.items[2].exercise.text == "bird-dog");
  BOOST_TEST(now.items[2].exercise.text == "bird-dog-leg-only");
  BOOST_TEST_REQUIRE(now.feedback.has_value());
  BOOST_TEST((now.feedback->felt == Felt::right));
  BOOST_TEST(!now.feedback->pain.has_value());  // it was not asked
}

BOOST_AUTO_TEST_CASE(task_b0_a_reissue_as_suggested_takes_8_keys) {
  Sitting sitting("task_b0", "");
  const Plan last = sitting.issue_bridge_and_bird_dog("EX-0001");
  sitting.choose("whi", WXK_RETURN, wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Re-issue plan ") != nullptr; }));
  sitting.key('2');
  BOOST_TEST_REQUIRE(
      until([&] { return named(sitting.frame, "2 About right, chosen") != nullptr; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Repetitions of "); }));
  sitting.key('P', wxMOD_CONTROL | wxMOD_SHIFT);
  BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
  BOOST_TEST(sitting.keys <= 8);
  BOOST_TEST((plan_of(sitting.session.store, sitting.editor().plan().id).items != last.items));
}

BOOST_AUTO_TEST_CASE(task_c_six_exercises_from_scratch_with_three_doses_take_45_keys) {
  Sitting sitting("task_c", "");
  sitting.choose("hal", WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->HasFocus(); }));
  std::size_t items = 0;
  for (const char* letters : {"brid", "clam", "pelv", "heel", "sit "})
    sitting.add(letters, ++items);
  sitting.type("chin");
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->GetValue() == "chin"; }));
  sitting.key(WXK_RETURN, wxMOD_SHIFT);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Repetitions of Chin tuck"); }));
  const auto dose = [&](const char* digits) {
    BOOST_TEST_REQUIRE(until([&] {
      auto* cell = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus());
      return cell && cell->GetStringSelection() == cell->GetValue();
    }));
    sitting.type(digits);
    BOOST_TEST_REQUIRE(until([&] {
      auto* cell = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus());
      return cell && cell->GetValue() == digits;
    }));
  };
  dose("11");
  for (const char* digits : {"12", "13"}) {
    const wxWindow* before = wxWindow::FindFocus();
    sitting.key(WXK_UP);
    BOOST_TEST_REQUIRE(until([&] { return wxWindow::FindFocus() != before; }));
    dose(digits);
  }
  sitting.key('P', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Print plan ") != nullptr; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
  BOOST_TEST(sitting.keys <= 45);
  std::set<int> counts;
  for (const PlanItem& item : plan_of(sitting.session.store, sitting.editor().plan().id).items)
    counts.insert(item.dose.count.max);
  for (const int count : {11, 12, 13}) BOOST_TEST(counts.count(count) == 1u);
}

BOOST_AUTO_TEST_CASE(task_e_the_last_handout_again_takes_6_keys) {
  Sitting sitting("task_e", "");
  const Plan last = sitting.issue_bridge_and_bird_dog("EX-0001");
  sitting.choose("whi", WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->HasFocus(); }));
  sitting.key('P', wxMOD_CONTROL | wxMOD_SHIFT);
  BOOST_TEST_REQUIRE(until([&] { return sitting.printed(); }));
  BOOST_TEST(sitting.keys <= 6);
  BOOST_TEST(read_file(sitting.printer.file) == sitting.session.store.pdf(last.id));
}

BOOST_AUTO_TEST_CASE(what_was_another_number_in_the_last_plan_says_so) {
  Sitting sitting("was", "");
  const Plan last = sitting.issue_bridge_and_bird_dog("EX-0001");
  sitting.editor().open(sitting.session.store.find_patient("EX-0001").id);
  BOOST_TEST(!field(sitting.frame, "Repetitions of Bridge, two legs, was"));
  sitting.editor().set(last.items[1].id, {.count = "12"});
  BOOST_TEST(field(sitting.frame, "Repetitions of Bridge, two legs, was 5-10"));
  BOOST_TEST(!field(sitting.frame, "Sets of Bridge, two legs, was"));
  save_picture(sitting, "was.png");
}

BOOST_AUTO_TEST_CASE(letters_in_a_row_set_note_variant_and_side) {
  Sitting sitting("letters", "");
  const Plan last = sitting.issue_bridge_and_bird_dog("EX-0001");
  sitting.editor().open(sitting.session.store.find_patient("EX-0001").id);
  field(sitting.frame, "Repetitions of Bird dog")->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Repetitions of Bird dog"); }));
  sitting.key('N');
  BOOST_TEST_REQUIRE(until([&] { return has_focus("It stands on the handout"); }));
  sitting.type("Slowly");
  BOOST_TEST_REQUIRE(until(
      [&] { return field(sitting.frame, "It stands on the handout")->GetValue() == "Slowly"; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return sitting.editor().plan().items[2].note == "Slowly"; }));
  field(sitting.frame, "Repetitions of Bird dog")->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Repetitions of Bird dog"); }));
  sitting.key('L');
  BOOST_TEST(until([&] { return sitting.stored().items[2].side == BodySide::left; }));
  sitting.key('V');
  BOOST_TEST(until([&] { return sitting.stored().items[2].exercise.text != "bird-dog"; }));
  const ExerciseId variant = sitting.stored().items[2].exercise;
  BOOST_TEST(sitting.editor().catalog().exercise(variant).variant_of->text == "bird-dog");
}

BOOST_AUTO_TEST_CASE(the_same_finding_of_the_next_patient_is_told_under_their_name) {
  Sitting sitting("next_finding", "");
  Store& store = sitting.session.store;
  for (const char* record : {"EX-0001", "EX-0002"}) {
    Patient patient = store.find_patient(record);
    PatientPrecaution flag;
    flag.id = "red";
    flag.code = PrecautionCode{"red_flag"};
    flag.recorded_on = sitting.workspace.clock().today;
    patient.precautions = {flag};
    store.set_patient(sitting.session.actor, patient, sitting.workspace.clock());
  }
  sitting.editor().open(store.find_patient("EX-0001").id);
  BOOST_TEST(until([&] { return named(sitting.frame, "⚠ 1 conflict to resolve for Margaret"); }));
  sitting.editor().open(store.find_patient("EX-0002").id);
  BOOST_TEST(until([&] { return named(sitting.frame, "⚠ 1 conflict to resolve for Daniel"); }));
  BOOST_TEST(!named(sitting.frame, "⚠ 1 conflict to resolve for Margaret"));
}

BOOST_AUTO_TEST_CASE(the_pages_of_one_patient_never_stand_under_the_name_of_the_next) {
  Sitting sitting("next_patient", "EX-0001");
  sitting.editor().add(ExerciseId{"bridge"});
  auto* preview = control<PageView>(sitting.frame, "Preview of the handout");
  BOOST_TEST_REQUIRE(preview);
  const auto is_there = [&] { return preview->current() && !preview->pages().pages.empty(); };
  BOOST_TEST_REQUIRE(until(is_there));
  std::vector<std::size_t> shown;
  preview->on_show = [&] { shown.push_back(preview->pages().pages.size()); };
  sitting.editor().open(sitting.session.store.find_patient("EX-0002").id);  // with a draft
  BOOST_TEST_REQUIRE(until([&] { return !shown.empty() && is_there(); }));
  BOOST_TEST(shown.front() == 0u);
}

BOOST_AUTO_TEST_CASE(
    the_row_in_hand_is_seen_in_the_preview_and_a_click_on_a_card_goes_to_its_dose) {
  Sitting sitting("card", "");
  sitting.issue_bridge_and_bird_dog("EX-0001");
  sitting.editor().open(sitting.session.store.find_patient("EX-0001").id);
  PageView* preview = nullptr;
  BOOST_TEST_REQUIRE(until([&] {
    preview = dynamic_cast<PageView*>(named(sitting.frame, "Preview of the handout, "));
    return preview && preview->current() && !preview->pages().pages.empty();
  }));
  const Pages& pages = preview->pages();
  const OutlineEntry card = pages.outline.front();
  const double scale = (preview->GetClientSize().x - 2.0 * px(14)) / pages.pages[0].width;
  const auto place = [&] {  // in the card, below its top edge
    double y = px(14) + (card.y + 20) * scale;
    for (int before = 0; before < card.page; ++before)
      y += pages.pages[static_cast<std::size_t>(before)].height * scale + px(14);
    return preview->CalcScrolledPosition(
        wxPoint(px(14) + static_cast<int>(pages.pages[0].width * scale / 3), static_cast<int>(y)));
  };
  const auto is_seen = [&] { return wxRect(preview->GetClientSize()).Contains(place()); };
  const std::string cell =
      "Repetitions of " +
      sitting.editor().catalog().exercise(sitting.editor().plan().items[0].exercise).name_clinician;
  BOOST_TEST(!is_seen());  // the first page says what to take care of
  field(sitting.frame, cell)->SetFocus();
  BOOST_TEST_REQUIRE(until(is_seen));
  sitting.search()->SetFocus();
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->HasFocus(); }));
  wxUIActionSimulator mouse;
  mouse.MouseMove(preview->ClientToScreen(place()));
  mouse.MouseClick();
  BOOST_TEST(until([&] { return has_focus(cell); }));
}

BOOST_AUTO_TEST_CASE(what_speaks_against_an_exercise_is_known_before_it_is_added) {
  Sitting sitting("unsuitable", "EX-0001");  // extension is not tolerated
  BOOST_TEST(sitting.editor().unsuitable(ExerciseId{"superman"}));
  BOOST_TEST(!sitting.editor().unsuitable(ExerciseId{"clamshell"}));
  sitting.type("superman");
  BOOST_TEST_REQUIRE(until([&] { return sitting.search()->GetValue() == "superman"; }));
  save_picture(sitting, "unsuitable.png");
  auto* hide = control<wxCheckBox>(sitting.frame, "Hide unsuitable");
  hide->SetFocus();
  sitting.key(WXK_SPACE);
  BOOST_TEST(until([&] { return hide->GetValue(); }));
  sitting.search()->SetFocus();
  BOOST_TEST(until([&] { return sitting.search()->HasFocus(); }));
  sitting.key(WXK_RETURN);
  sitting.key('Z', wxMOD_CONTROL);
  for (const PlanItem& item : sitting.editor().plan().items)
    BOOST_TEST(item.exercise.text != "superman");
}

BOOST_AUTO_TEST_CASE(filters_that_leave_nothing_name_the_one_that_costs_most) {
  Sitting sitting("filters", "EX-0002");
  pick(sitting, "Filter by section", "Balance");
  BOOST_TEST(!named(sitting.frame, "No exercise"));
  pick(sitting, "Filter by position", "Lying back");
  BOOST_TEST(named(sitting.frame, "No exercise fits. Without “"));
  save_picture(sitting, "filters.png");
}

BOOST_AUTO_TEST_CASE(an_own_precaution_is_kept_with_what_the_patient_reads) {
  Sitting sitting("own", "EX-0002");
  sitting.press("Add a precaution");
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Which precaution"); }));
  save_picture(sitting, "precaution.png");
  sitting.press("Own words…");
  BOOST_TEST_REQUIRE(until([&] { return has_focus("What limits the patient"); }));
  sitting.type("Sternum");
  sitting.key(WXK_RETURN);  // what the patient reads is missing
  BOOST_TEST_REQUIRE(
      until([&] { return named(sitting.frame, "What the patient reads (--tell)"); }));
  BOOST_TEST(sitting.editor().patient().precautions.empty());
  field(sitting.frame, "What the patient reads")->SetValue("Do not push yourself up.");
  sitting.key(WXK_RETURN);
  BOOST_TEST_REQUIRE(until([&] { return !sitting.editor().patient().precautions.empty(); }));
  const PatientPrecaution own = sitting.session.store.find_patient("EX-0002").precautions.front();
  BOOST_TEST(own.is_own());
  BOOST_TEST(own.own_line == "Do not push yourself up.");
}

BOOST_AUTO_TEST_CASE(a_patient_is_found_by_a_few_letters) {
  Sitting sitting("switch", "EX-0001");
  sitting.key('O', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Name, birth year"); }));
  sitting.type("oka");
  auto* name = field(sitting.frame, "Name, birth year");
  BOOST_TEST_REQUIRE(until([&] { return name->GetValue() == "oka"; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST(until([&] { return sitting.editor().patient().family == "Okafor"; }));
}

BOOST_AUTO_TEST_CASE(a_new_patient_without_a_birth_date_is_asked_for_it) {
  Sitting sitting("new", "EX-0001");
  sitting.key('N', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Family name"); }));
  sitting.type("Hale");
  sitting.key(WXK_TAB);
  sitting.type("Ruth");
  auto* given = field(sitting.frame, "Given name");
  BOOST_TEST_REQUIRE(until([&] { return given->GetValue() == "Ruth"; }));
  sitting.key(WXK_RETURN);
  auto* born = field(sitting.frame, "Birth date");
  BOOST_TEST_REQUIRE(until([&] { return born->HasFocus(); }));
  BOOST_TEST(sitting.session.store.patients().size() == 4u);
  sitting.type("1951-02-03");
  BOOST_TEST_REQUIRE(until([&] { return born->GetValue() == "1951-02-03"; }));
  sitting.key(WXK_RETURN);
  BOOST_TEST(until([&] { return sitting.editor().patient().family == "Hale"; }));
}

BOOST_AUTO_TEST_CASE(undo_takes_back_what_was_added) {
  Sitting sitting("undo", "EX-0001");
  sitting.add("bridge", 1);
  sitting.key('Z', wxMOD_CONTROL);
  BOOST_TEST(until([&] { return sitting.editor().plan().items.empty(); }));
  BOOST_TEST(sitting.stored().items.empty());
}

BOOST_AUTO_TEST_CASE(the_window_is_painted) {
  Sitting sitting("painted", "EX-0002");
  wxWindow* preview = named(sitting.frame, "Preview of the handout, ");
  BOOST_TEST_REQUIRE(until([&] {
    preview = named(sitting.frame, "Preview of the handout, ");
    return preview && accessible_name(preview) != "Preview of the handout, 0 pages";
  }));
  const auto colours = [&] {
    const wxImage image = picture_of(sitting.frame);
    std::set<std::uint32_t> found;
    for (int y = 0; y < image.GetHeight(); y += 3)
      for (int x = 0; x < image.GetWidth(); x += 3)
        found.insert(image.GetRed(x, y) << 16 | image.GetGreen(x, y) << 8 | image.GetBlue(x, y));
    return found.size();
  };
  BOOST_TEST(until([&] { return colours() > 100; }));
  save_picture(sitting, "window.png");
}

BOOST_AUTO_TEST_CASE(whatever_takes_the_focus_has_a_name) {
  Sitting sitting("names", "EX-0002");
  const std::function<void(wxWindow*)> walk = [&](wxWindow* window) {
    if (gtk_widget_get_can_focus(window->GetHandle()) && window->IsShownOnScreen() &&
        window->AcceptsFocus() && window->GetChildren().empty())
      BOOST_TEST(accessible_name(window) != "", utf8(window->GetClassInfo()->GetClassName()));
    for (wxWindow* child : window->GetChildren()) walk(child);
  };
  walk(sitting.frame);
}

BOOST_AUTO_TEST_SUITE_END()
