// SPDX-License-Identifier: MIT
#include "handout/cards.h"

#include <algorithm>
#include <deque>
#include <set>

#include "base/text.h"
#include "handout/card_pictures.h"
#include "handout/dose_words.h"
#include "plan/changes.h"

namespace kinescript {
namespace {

constexpr std::size_t kLeastForTable = 3;

// Left and right of one item, and the words for them. Both sides are told for the right one first.
struct SideWords {
  Sides sides = Sides::none;
  Side side = Side::right;
  std::string name, other;
  // The second form, where a language's adjective goes with its noun ("brazo izquierdo", "pierna
  // izquierda"): {side_2} and {other_side_2} of its texts. The same as the first elsewhere.
  std::string name_2, other_2;
};

Side told_side(const PlanItem& item) {
  return item.side == BodySide::left ? Side::left : Side::right;
}

SideWords side_words(const PlanItem& item, const Exercise& exercise, const Phrasebook& book) {
  SideWords words;
  words.sides = sides_of(item, exercise);
  words.side = told_side(item);
  const std::string left = book.say("side.left"), right = book.say("side.right");
  words.name = words.side == Side::left ? left : right;
  words.other = words.side == Side::left ? right : left;
  const bool forms = book.has("side.left_2");
  const std::string left_2 = forms ? book.say("side.left_2") : left;
  const std::string right_2 = forms ? book.say("side.right_2") : right;
  words.name_2 = words.side == Side::left ? left_2 : right_2;
  words.other_2 = words.side == Side::left ? right_2 : left_2;
  return words;
}

std::string fill_sides(std::string text, const SideWords& words) {
  text = replace_all(std::move(text), "{side_2}", words.name_2);
  text = replace_all(std::move(text), "{other_side_2}", words.other_2);
  text = replace_all(std::move(text), "{side}", words.name);
  return replace_all(std::move(text), "{other_side}", words.other);
}

std::string side_tag(const SideWords& words, const Phrasebook& book) {
  switch (words.sides) {
    case Sides::none:
      return "";
    case Sides::one:
      return book.say(words.side == Side::left ? "tag.left" : "tag.right");
    case Sides::each_side:
      return book.say("tag.each_side");
    case Sides::each_way:
      return book.say("tag.each_way");
  }
  return "";
}

// "Start" and "Finish" for two panels; the middle ones of more are numbered; a single one needs a
// word of its own.
std::string panel_label(std::size_t index, std::size_t count, const Phrasebook& book) {
  if (count == 1) return book.say("card.only");
  if (index == 0) return book.say("card.start");
  return index + 1 == count ? book.say("card.finish") : std::to_string(index + 1);
}

std::vector<CardPanel> labelled(std::vector<FigurePanel> pictures, const Phrasebook& book) {
  std::vector<CardPanel> panels;
  for (std::size_t i = 0; i < pictures.size(); ++i)
    panels.push_back({panel_label(i, pictures.size(), book), std::move(pictures[i])});
  return panels;
}

// The side that a patient sees an exercise from.
std::optional<Side> shown_side(const PlanItem& item, const Exercise& exercise) {
  if (sides_of(item, exercise) == Sides::none) return {};
  return told_side(item);
}

Look look_of(const Clinic& clinic) {
  return look_from(clinic.figure_person, clinic.figure_age, clinic.figure_skin);
}

// Easier is never more than what one starts with. A dose of one long hold in several sets says
// nothing about how many times.
Dose no_more_than(const Dose& of, Dose easier) {
  const bool comparable = easier.unit == of.unit && of.count.max > 1;
  if (comparable && easier.count.max > of.count.start)
    easier.count = range(std::min(easier.count.min, of.count.start), of.count.start);
  if (comparable && easier.sets.max > of.sets.max) easier.sets = of.sets;
  return easier;
}

bool has_field(const ItemDifference& change, std::string_view name) {
  return std::any_of(change.fields.begin(), change.fields.end(),
                     [name](const FieldChange& field) { return field.field == name; });
}

// Notes, places and holds at the counter stand on the card itself.
bool is_news(const ItemDifference& change) {
  if (change.kind == ItemDifference::Kind::added) return true;
  return std::any_of(change.fields.begin(), change.fields.end(), [](const FieldChange& field) {
    static const std::set<std::string> kQuiet = {"section", "support", "note", "change", "place"};
    return !kQuiet.contains(field.field);
  });
}

// What changed in one exercise, as the patient does it now.
std::string word_change(const ItemDifference& change, const Dossier& dossier,
                        const Phrasebook& book) {
  const Exercise& exercise = dossier.exercise(change.exercise);
  const PhraseArgument name{"name", exercise.name_patient};
  if (change.kind == ItemDifference::Kind::added) return book.say("news.added", {name});
  if (change.exercise != change.was) return book.say("news.another", {name});
  if (has_field(change, "side")) return book.say("news.other_side", {name});
  for (const PlanItem& item : dossier.plan.items)
    if (item.exercise == change.exercise)
      return book.say(
          "news.changed",
          {name, {"how_many", word_dose(item, exercise, dossier.plan.schedule, book).how_many}});
  return "";
}

bool prints_line(const Finding& finding) {
  if (finding.patient_line.empty()) return false;
  if (finding.level == FindingLevel::modify) return !finding.overridden;
  // A caution's line is printed when the clinician has ticked it, that is, decided on it.
  return finding.level == FindingLevel::caution && finding.overridden;
}

// What a Modify of this item asks to be printed in place of the usual words and picture; null where
// none does. The findings are in order of strictness, the first form counts.
const ModifiedForm* form_of(const PlanItem& item, const Exercise& exercise,
                            const Dossier& dossier) {
  for (const Finding& finding : dossier.findings) {
    if (finding.item != item.id || finding.level != FindingLevel::modify || !prints_line(finding))
      continue;
    for (const Rule& rule : exercise.rules)
      if (rule.code == finding.rule)
        if (const ModifiedForm* form = exercise.form(rule.form)) return form;
  }
  return nullptr;
}

Exercise in_form(Exercise exercise, const ModifiedForm& form) {
  for (std::size_t i = 0; i < form.steps.size() && i < exercise.steps.size(); ++i)
    if (!form.steps[i].empty()) exercise.steps[i].text = form.steps[i];
  if (!form.breathing.empty()) exercise.breathing = form.breathing;
  if (!form.stop_cue.empty()) exercise.stop_cue = form.stop_cue;
  if (form.scene.empty()) return exercise;
  exercise.scene = form.scene;
  exercise.scene_line = form.scene_line;
  return exercise;
}

Card make_card(const PlanItem& item, const Exercise& exercise, const DoseWords& dose,
               std::vector<FigurePanel> pictures, const Stationery& stationery,
               const Phrasebook& book) {
  const SideWords sides = side_words(item, exercise, book);
  Card card;
  card.item = item.id;
  card.exercise = item.exercise;
  card.section = book.say("section." + std::string(word(item.section)));
  card.name = exercise.name_patient;
  card.side_tag = side_tag(sides, book);
  card.panels = labelled(std::move(pictures), book);
  if (stationery.card == CardForm::sentences) {
    card.dose_sentence = dose.sentence;
    card.dose_lines = dose.sentence_lines;
  } else {
    card.dose = dose.cells;
    card.dose_lines = dose.lines;
  }
  card.pictured = exercise.id;
  card.pictured_side = sides.sides != Sides::one  ? BodySide::none
                       : sides.side == Side::left ? BodySide::left
                                                  : BodySide::right;
  card.why = exercise.why;
  for (std::size_t i = 0; i < exercise.steps.size(); ++i) {
    const bool own = i < item.steps.size() && !item.steps[i].empty();
    card.steps.push_back(fill_sides(own ? item.steps[i] : exercise.steps[i].text, sides));
  }
  if (exercise.side_mode == SideMode::each && sides.sides == Sides::each_side)
    card.then = book.say("card.change_sides");
  card.alternative =
      book.say("card.picture", {{"name", card.name}, {"steps", join(card.steps, " ")}});
  card.breathing = fill_sides(exercise.breathing, sides);
  if (!exercise.stop_cue.empty()) {
    card.stop_label = book.say("card.stop_label");
    card.stop_cue = fill_sides(exercise.stop_cue, sides);
  }
  if (!item.note.empty()) {
    card.note_label = book.say("card.note_label");
    card.note = item.note;
  }
  return card;
}

}  // namespace

PatientLines patient_lines(const Dossier& dossier) {
  PatientLines lines;
  std::map<std::string, std::set<std::string>> items_of_line;
  std::vector<std::string> order;
  const auto add = [&](const ItemId& item, const std::string& line) {
    std::vector<std::string>& own = lines.of_item[item.text];
    if (std::find(own.begin(), own.end(), line) != own.end()) return;
    own.push_back(line);
    if (items_of_line[line].empty()) order.push_back(line);
    items_of_line[line].insert(item.text);
  };
  for (const Finding& finding : dossier.findings)
    if (finding.item && prints_line(finding)) add(*finding.item, finding.patient_line);
  for (const PlanItem& item : dossier.plan.items)
    if (!item.modification.empty()) add(item.id, item.modification);

  for (const std::string& line : order)
    if (items_of_line[line].size() > 1) lines.shared.push_back(line);
  const std::vector<std::string>& boxed = dossier.precaution_lines;
  for (auto& entry : lines.of_item) {
    std::vector<std::string>& own = entry.second;
    own.erase(std::remove_if(own.begin(), own.end(),
                             [&](const std::string& line) {
                               return items_of_line[line].size() > 1 ||
                                      std::find(boxed.begin(), boxed.end(), line) != boxed.end();
                             }),
              own.end());
  }
  return lines;
}

std::vector<DoseWords> word_doses(const Dossier& dossier, const Phrasebook& phrasebook) {
  std::vector<DoseWords> doses;
  for (const PlanItem& item : dossier.plan.items)
    doses.push_back(
        word_dose(item, dossier.exercise(item.exercise), dossier.plan.schedule, phrasebook));
  return doses;
}

std::vector<Card> make_cards(const Dossier& dossier, const std::vector<DoseWords>& doses,
                             const Stationery& stationery, const Phrasebook& phrasebook,
                             const HandoutOptions& options) {
  PatientLines lines = patient_lines(dossier);
  std::deque<Exercise> reworded;  // pointed at
  std::vector<Pictured> pictured;
  for (const PlanItem& item : dossier.plan.items) {
    const Exercise* told = &dossier.exercise(item.exercise);
    if (const ModifiedForm* form = form_of(item, *told, dossier))
      told = &reworded.emplace_back(in_form(*told, *form));
    pictured.push_back({told, shown_side(item, *told)});
  }
  std::vector<std::vector<FigurePanel>> pictures =
      draw_pictures(pictured, stationery, options, look_of(dossier.clinic));
  std::vector<Card> cards;
  bool set_explained = false;
  for (const PlanItem& item : dossier.plan.items) {
    const std::size_t i = cards.size();
    const DoseWords& dose = doses[i];
    Card card = make_card(item, *pictured[i].exercise, dose, std::move(pictures[i]), stationery,
                          phrasebook);
    card.number = static_cast<int>(cards.size()) + 1;
    card.starts_section = cards.empty() || cards.back().section != card.section;
    card.cautions = lines.of_item[item.id.text];
    if (const Exercise* easier = dossier.easier_of(item.exercise)) {
      card.easier_label = phrasebook.say("card.easier_label");
      // Compact has no room to say where: the box has the same numbers.
      card.easier = phrasebook.say(
          stationery.card == CardForm::row ? "card.easier_name" : "card.easier_see",
          {{"name", easier->name_patient}, {"heading", phrasebook.say("easier.heading")}});
    }
    if (!dose.set_means.empty() && !set_explained && stationery.card != CardForm::sentences) {
      card.dose_lines.push_back(dose.set_means);
      set_explained = true;
    }
    cards.push_back(std::move(card));
  }
  return cards;
}

std::vector<EasierWay> make_easier_ways(const Dossier& dossier, const Stationery& stationery,
                                        const Phrasebook& phrasebook,
                                        const HandoutOptions& options) {
  std::vector<EasierWay> ways;
  std::vector<Pictured> pictured;
  int number = 0;
  for (const PlanItem& item : dossier.plan.items) {
    ++number;
    const Exercise* easier = dossier.easier_of(item.exercise);
    if (easier == nullptr) continue;
    PlanItem instead = item;
    instead.exercise = easier->id;
    instead.dose = no_more_than(item.dose, easier->dose);
    if (easier->side_mode == SideMode::none) instead.side = BodySide::none;
    const SideWords sides = side_words(instead, *easier, phrasebook);
    EasierWay way;
    way.number = number;
    way.name = easier->name_patient;
    way.dose = word_dose(instead, *easier, dossier.plan.schedule, phrasebook).sentence;
    for (const Step& step : easier->steps) way.steps.push_back(fill_sides(step.text, sides));
    way.alternative =
        phrasebook.say("card.picture", {{"name", way.name}, {"steps", join(way.steps, " ")}});
    ways.push_back(std::move(way));
    pictured.push_back({easier, shown_side(instead, *easier)});
  }
  if (stationery.card == CardForm::row) return ways;
  std::vector<std::vector<FigurePanel>> pictures =
      draw_pictures(pictured, stationery, options, look_of(dossier.clinic));
  for (std::size_t i = 0; i < ways.size(); ++i)
    ways[i].panels = labelled(std::move(pictures[i]), phrasebook);
  return ways;
}

TextBox make_news(const Dossier& dossier, const Phrasebook& phrasebook) {
  TextBox box;
  if (!dossier.previous) return box;
  box.heading = phrasebook.say("news.heading");
  int removed = 0;
  bool schedule = false;
  std::set<std::string> told;
  const auto find = [&dossier](const ExerciseId& id) -> const Exercise* {
    for (const Exercise& exercise : dossier.exercises)
      if (exercise.id == id) return &exercise;
    return nullptr;
  };
  const PlanChanges changes = changes_between(*dossier.previous, dossier.plan, find);
  for (const ItemDifference& change : changes.items) {
    if (change.kind == ItemDifference::Kind::removed)
      ++removed;
    else if (is_news(change) && told.insert(change.exercise.text).second)
      box.lines.push_back(word_change(change, dossier, phrasebook));
  }
  for (const FieldChange& setting : changes.settings)
    schedule |= setting.field == "per_day" || setting.field == "days";
  if (removed > 0) box.lines.push_back(phrasebook.say("news.removed", {{"n", removed}}));
  if (schedule) box.lines.push_back(phrasebook.say("news.schedule"));
  return box;
}

Glance make_glance(const Dossier& dossier, const std::vector<DoseWords>& doses,
                   const Phrasebook& phrasebook) {
  Glance glance;
  if (dossier.plan.items.size() < kLeastForTable) return glance;
  glance.heading = phrasebook.say("glance.heading");
  glance.exercise = phrasebook.say("glance.exercise");
  glance.how_many = phrasebook.say("glance.how_many");
  glance.how_often = phrasebook.say("glance.how_often");
  for (const PlanItem& item : dossier.plan.items) {
    const Exercise& exercise = dossier.exercise(item.exercise);
    const DoseWords& dose = doses[glance.rows.size()];
    GlanceRow row;
    row.number = static_cast<int>(glance.rows.size()) + 1;
    row.exercise = exercise.name_patient;
    const SideWords sides = side_words(item, exercise, phrasebook);
    if (sides.sides == Sides::one)
      row.exercise =
          phrasebook.say("limb." + std::string(word(exercise.side_means)),
                         {{"name", row.exercise}, {"side", sides.name}, {"side_2", sides.name_2}});
    row.how_many = dose.how_many;
    row.how_often = dose.how_often;
    glance.rows.push_back(std::move(row));
  }
  return glance;
}

}  // namespace kinescript
