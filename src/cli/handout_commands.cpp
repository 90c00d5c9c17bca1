// SPDX-License-Identifier: MIT
// handout, figure
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <system_error>

#include "app/contact_sheet.h"
#include "app/findings_text.h"
#include "app/plan_check.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/drawing_json.h"
#include "figure/figure.h"
#include "handout/diary.h"
#include "handout/usual_figures.h"
#include "render/svg.h"

namespace kinescript {
namespace {

struct HandoutWords {
  std::string plan, file;
  std::optional<std::string> layout, paper, language;
  std::optional<double> size;
  std::optional<int> fit;
  std::optional<int> diary_weeks;
  std::string drawing;  // also as drawing commands
  bool colour = false, black_and_white = false, json = false;
};

// Writing the pages over the clinic file would lose everything in it.
void check_target(const Context& context, const std::string& file) {
  std::error_code failed;
  if (std::filesystem::equivalent(file, context.clinic_path(), failed))
    throw Error(ErrorKind::usage, file,
                "This is the clinic file itself. Give the handout another name.");
}

// What came after the plan was issued: said, and journalled as a reprint in spite of it.
void tell_conflicts(Context& context, Session& session, const PlanId& plan) {
  const auto conflicts = conflicts_now(session, plan);
  if (conflicts.empty()) return;
  context.err << "This plan was issued before these findings:\n";
  for (const std::string& line : details_of(conflicts, context.workspace.catalog()))
    context.err << line << '\n';
  session.store.note(session.actor, Action::override_finding, RecordKind::plan, plan.text,
                     context.workspace.clock());
}

PrintOptions options_of(const HandoutWords& words) {
  PrintOptions options;
  options.size = words.size;
  options.fit = words.fit;
  options.diary_weeks = words.diary_weeks;
  options.layout = words.layout;
  options.language = words.language;
  if (words.colour) options.palette = Palette::colour;
  if (words.black_and_white) options.palette = Palette::black_and_white;
  if (words.paper) {
    options.paper = paper_from(*words.paper);
    if (!options.paper)
      throw Error(ErrorKind::usage, "", "The paper is a4 or letter, not \"" + *words.paper + "\".");
  }
  if (words.size && (*words.size < kSmallestBody || *words.size > kLargestBody))
    throw Error(ErrorKind::usage, "", "The size is 13 to 24 points.");
  return options;
}

int write_handout(Context& context, const HandoutWords& words) {
  const PrintOptions options = options_of(words);
  Session session = context.open_session();
  check_target(context, words.file);
  const PlanId plan = session.store.find_plan(words.plan);
  for (const std::string& text : missing_texts(session, plan, options))
    context.err << "Not in this language yet, printed in English: " << text << "\n";
  write_atomically(words.file, handout_bytes(session, plan, options));
  if (!words.drawing.empty()) {
    check_target(context, words.drawing);
    const Dossier dossier = dossier_of(session, plan);
    write_atomically(words.drawing, drawing_json(pages_of(context.workspace, dossier, options),
                                                 context.workspace.faces()));
  }
  const std::vector<std::string> lost = letters_lost(session, plan, options);
  if (!lost.empty())
    context.err << "Printed as a question mark in a diamond: no installed font has "
                << join(lost, ", ") << "\n";
  tell_conflicts(context, session, plan);
  session.store.note(session.actor, Action::print, RecordKind::plan, plan.text,
                     context.workspace.clock());
  return kDone;
}

const char* word_of(CheckBy by) {
  return by == CheckBy::program   ? ""
         : by == CheckBy::flagged ? "a person decides"
                                  : "a person only";
}

// Exit 1 when a check that the program decides has failed.
int check_handout_command(Context& context, const HandoutWords& words) {
  Session session = context.open_session();
  const std::vector<CheckResult> results =
      check_of(session, session.store.find_plan(words.plan), options_of(words));
  nlohmann::json checks = nlohmann::json::array(), failed = nlohmann::json::array();
  for (const CheckResult& result : results) {
    checks.push_back(
        {{"number", result.number}, {"passed", result.passed}, {"measured", result.measured}});
    if (result.failed()) failed.push_back(result.number);
    if (words.json) continue;
    const std::string person = word_of(result.by);
    context.out << (result.failed() ? "FAILED "
                    : result.passed ? "ok     "
                                    : "look   ")
                << result.number << "  " << result.measured
                << (person.empty() ? "" : " (" + person + ")") << "\n";
  }
  const bool good = failed.empty();
  if (words.json)
    context.out
        << nlohmann::json{{"checks", std::move(checks)}, {"failed", std::move(failed)}}.dump(1)
        << "\n";
  return good ? kDone : kFailed;
}

struct FigureWords {
  std::string exercise, file, form;
  std::optional<std::string> side;
  std::optional<int> pose;
  bool all = false, pack = false, colour = false;
  std::string person, age, skin;
};

Scene scene_of(const Exercise& exercise, const std::string& name) {
  if (name.empty()) return parse_scene(exercise.scene, exercise.scene_where, exercise.scene_line);
  const ModifiedForm* form = exercise.form(name);
  if (form == nullptr || form->scene.empty())
    throw Error(ErrorKind::usage, "",
                exercise.id.text + " has no picture of a form \"" + name +
                    "\". Look at the [[form]] tables of " + exercise.scene_where + ".");
  return parse_scene(form->scene, exercise.scene_where, form->scene_line);
}

// The program's figures.pack.
int write_pack(const Workspace& workspace, const std::string& file) {
  constexpr std::size_t kAll = 100'000;  // more than a catalog has
  DrawnFigures drawn(kAll);
  draw_usual(workspace.catalog().exercises, workspace.stationery("standard"), drawn);
  write_atomically(file, drawn.packed());
  return kDone;
}

int draw(Context& context, const FigureWords& words) {
  const Palette palette = words.colour ? Palette::colour : Palette::black_and_white;
  const Look look = look_from(words.person, words.age, words.skin);
  if (words.pack) return write_pack(context.workspace, words.file);
  if (words.all == !words.exercise.empty())
    throw Error(ErrorKind::usage, "",
                "Name one exercise, or write --all for a sheet of all figures.");
  if (words.all) {
    if (words.side || words.pose || !words.form.empty())
      throw Error(ErrorKind::usage, "", "--all takes no --side, --pose or --form.");
    write_atomically(words.file, contact_sheet(context.workspace, palette, look));
    return kDone;
  }
  FigureOptions options;
  options.palette = palette;
  options.look = look;
  if (words.side) {
    if (*words.side != "left" && *words.side != "right")
      throw Error(ErrorKind::usage, "", "The side is left or right, not \"" + *words.side + "\".");
    options.side = *words.side == "left" ? Side::left : Side::right;
  }
  const Exercise& exercise = context.workspace.catalog().exercise(ExerciseId{words.exercise});
  Figure figure = draw_figure(scene_of(exercise, words.form), options);
  const int count = static_cast<int>(figure.panels.size());
  if (words.pose) {
    if (*words.pose < 1 || *words.pose > count)
      throw Error(ErrorKind::usage, "",
                  exercise.id.text + " has " + std::to_string(count) +
                      (count == 1 ? " pose" : " poses") + "; there is no pose " +
                      std::to_string(*words.pose) + ".");
    figure.panels = {figure.panels[static_cast<std::size_t>(*words.pose - 1)]};
  }
  const PanelRow row = side_by_side(figure);
  write_atomically(words.file, to_svg(row.drawing, row.bounds));
  return kDone;
}

void add_page_options(CLI::App& command, const std::shared_ptr<HandoutWords>& words) {
  command.add_option("PLAN", words->plan, "Id, RECORD/3 or RECORD/draft")->required();
  command.add_option(
      "--layout", words->layout,
      "standard, large or compact; usual: what is remembered for the patient or needed");
  command.add_option("--size", words->size, "Points of the body's letters, 13 to 24");
  command.add_option("--paper", words->paper, "a4 or letter; usual: the clinic's");
  command.add_option("--language", words->language, "Usual: the patient's");
  command
      .add_option("--diary", words->diary_weeks, "A diary for so many weeks, 1 to 6; 0 for none")
      ->check(CLI::Range(0, kMostDiaryWeeks));
  command.add_option("--fit", words->fit, "Try layouts and sizes for at most so many pages")
      ->check(CLI::Range(1, 99));
  CLI::Option* colour = command.add_flag("--colour", words->colour, "Figures in colour");
  command.add_flag("--black-and-white", words->black_and_white, "Whatever is remembered")
      ->excludes(colour);
}

}  // namespace

void add_handout_command(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("handout", "Write a plan's pages as PDF");
  auto words = std::make_shared<HandoutWords>();
  add_page_options(*command, words);
  command->add_option("-o,--output", words->file, "FILE.pdf")->required();
  command->add_option("--drawing", words->drawing,
                      "FILE.json: the same pages as drawing commands, for another program");
  command->callback([&context, words] {
    context.action = [&context, words] { return write_handout(context, *words); };
  });
  CLI::App* check =
      app.add_subcommand("handout-check", "Measure a plan's pages by the checks of a handout");
  auto asked = std::make_shared<HandoutWords>();
  add_page_options(*check, asked);
  check->add_flag("--json", asked->json, "One JSON document");
  check->callback([&context, asked] {
    context.action = [&context, asked] { return check_handout_command(context, *asked); };
  });
}

void add_figure_command(CLI::App& app, Context& context) {
  CLI::App* command =
      app.add_subcommand("figure", "Write an exercise's figure as SVG, or all as a PDF");
  auto words = std::make_shared<FigureWords>();
  command->add_option("EXERCISE", words->exercise, "Its id");
  command->add_option("--side", words->side, "left or right");
  command->add_option("--pose", words->pose, "1 is the first");
  command->add_option("--form", words->form, "As a Modify draws it: a name of its [[form]] tables");
  command->add_flag("--colour", words->colour, "In colour");
  command->add_option("--person", words->person, "woman or man; usual: as the scene has it");
  command->add_option("--age", words->age, "younger or older");
  command->add_option("--skin", words->skin, "1 (lightest) to 5 (darkest)");
  CLI::Option* all = command->add_flag("--all", words->all, "A sheet of all figures");
  command
      ->add_flag("--pack", words->pack,
                 "Those that handouts usually show, drawn beforehand: FILE is the program's "
                 "figures.pack")
      ->excludes(all);
  command->add_option("-o,--output", words->file, "FILE.svg, or FILE.pdf with --all")->required();
  command->callback(
      [&context, words] { context.action = [&context, words] { return draw(context, *words); }; });
}

}  // namespace kinescript
