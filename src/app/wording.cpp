// SPDX-License-Identifier: MIT
#include "app/wording.h"

#include "base/text.h"
#include "plan/safety.h"

namespace kinescript {
namespace {

std::string name_of(const ExerciseId& id, const Catalog& catalog) {
  const Exercise* exercise = catalog.find(id);
  return exercise ? exercise->name_clinician : id.text;
}

std::string label_of(const PrecautionCode& code, const Catalog& catalog) {
  if (code.text == "own") return "Own precaution";
  const Precaution* precaution = catalog.find(code);
  return precaution ? precaution->label : code.text;
}

std::string reason_of_session(const Finding& f, const std::string& name) {
  if (f.code == "more_than_4")
    return f.detail +
           " exercises: people do more of what is short. Four or fewer are kept up best.";
  if (f.code == "more_than_6")
    return f.detail + " exercises are more than most people do. Choose the most important ones.";
  if (f.code == "stretch_first")
    return "A stretch stands before strength or core work; it is better after it.";
  if (f.code == "same_exercise") return name + " stands in the plan twice.";
  if (f.code == "dose_outside")
    return "The dose of " + name + " is outside its usual range (" + f.detail + ").";
  if (f.code == "big_jump") return name + " is more than twice as much work as in the last plan.";
  if (f.code == "more_often") {
    const auto times = split_words(f.detail);
    return "The plan is done " + times.back() + " times a week, after " + times.front() +
           " times a week in the last one.";
  }
  if (f.code == "long_session")
    return "A session takes about " + f.detail + " minutes. Up to 20 are kept up best.";
  if (f.code == "floor_twice")
    return "The patient gets down to the floor " + f.detail +
           " times. \"plan order --by position\" makes it fewer.";
  if (f.code == "no_paired_stretch")
    return "Strength for the low back goes with a stretch of the hips or the backs of the legs.";
  if (f.code == "early_bending")
    return "Stretches that bend the back (" + f.detail +
           ") are not for the first 2 hours after getting up.";
  if (f.code == "step_names_other_side")
    return "Step " + f.detail + " of " + name +
           " names the other side. Word it again, or choose that side.";
  if (f.code == "no_warm_up") return "The plan has no warm-up.";
  if (f.code == "no_review") return "The plan has no review date.";
  return {};
}

std::string reason_of_plan(const Finding& f, const Catalog& catalog) {
  const std::string label = label_of(f.precaution, catalog), name = name_of(f.exercise, catalog);
  if (f.code == "unknown_tag")
    return name + " has the demand tag " + f.detail + ", which no rule knows: not checked.";
  if (f.code == "own_exercise") return name + " is the clinic's own: not checked for safety.";
  if (f.code == "unknown_exercise")
    return f.exercise.text + " is not in the catalog any more: not checked.";
  if (f.code == "own") return "An own precaution is not checked against exercises.";
  if (f.code == "unknown_precaution")
    return f.precaution.text + " is not on the list any more: not checked.";
  if (f.code == "red_flag")
    return "A screening question was answered with yes (" + f.detail +
           "). No plan until it is reviewed.";
  if (f.code == "block_plan") return label + ": no plan until this is decided.";
  if (f.code == "confirm") return label + ": confirm that exercise is right for this patient now.";
  if (f.code == "block_sections")
    return label + " closes the sections of these items: " + f.detail + ".";
  if (f.code == "missing_detail") return word_question(f.precaution, f.detail, catalog);
  if (f.code == "side_missing") return name + " needs a side: left or right.";
  if (f.code == "windows_over") return label + " lies outside every time window of its rules.";
  if (f.code == "ask_cleared")
    return label + ": its weeks are over, and its limits stay until you record \"cleared\".";
  if (f.code == "ended") return label + " ended on " + f.detail + ". Keep it or end it?";
  if (f.code == "review_due") return label + " was recorded long ago. Ask again.";
  return reason_of_session(f, name);
}

std::string reason_to_stay(const ItemStep& step, const Catalog& catalog) {
  if (step.because == "pain_holds") return "With this pain all stays as it is.";
  if (step.because == "half") return "Half of the exercises progress at most.";
  if (step.because == "top") return "Its ladder has no further step.";
  if (step.because == "bottom") return "Its ladder has no easier step.";
  if (step.because == "conflict")
    return "The next step would conflict with a precaution (rule " + step.rule + ").";
  if (step.because == "gate")
    return "Ask before " + name_of(step.into, catalog) + ": " + step.gate + " If yes: --gate " +
           step.item.text + ", or plan swap.";
  if (step.because == "unknown_exercise") return "It is not in the catalog any more.";
  return {};
}

}  // namespace

std::string word_question(const PrecautionCode& code, const std::string& detail,
                          const Catalog& catalog) {
  const auto* precaution = catalog.find(code);
  const auto* field = precaution == nullptr ? nullptr : precaution->detail(detail);
  std::string choices;
  if (field != nullptr)
    for (std::size_t i = 0; i < field->choices.size(); ++i)
      choices += (i > 0 && i + 1 == field->choices.size() ? " or " : ", ") + field->choices[i];
  return label_of(code, catalog) + ": which " + replace_all(detail, "_", " ") + choices +
         "? Rules wait for the answer.";
}

std::string section_title(Section section) {
  switch (section) {
    case Section::warm_up:
      return "Warm-up";
    case Section::mobility:
      return "Mobility";
    case Section::core:
      return "Core activation";
    case Section::strength:
      return "Strength";
    case Section::balance:
      return "Balance";
    case Section::aerobic:
      return "Aerobic";
    case Section::stretch:
      return "Stretches";
    case Section::breathing:
      return "Breathing";
    case Section::rest:
      return "Rest";
  }
  return "";
}

std::string word_level(FindingLevel level) {
  std::string text(word(level));
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return replace_all(std::move(text), "_", " ");
}

std::string as_sentence(std::string text) {
  if (!text.empty() && std::string_view(".!?:").find(text.back()) == std::string_view::npos)
    text += '.';
  return text;
}

std::string dose_text(const Dose& dose) {
  std::string text =
      to_text(dose.sets) + " x " + to_text(dose.count) + " " + std::string(word(dose.unit));
  if (dose.hold) text += ", hold " + to_text(*dose.hold) + " " + std::string(word(dose.hold_unit));
  if (!dose.load.empty()) text += ", " + dose.load;
  return text;
}

std::string reason_of(const Finding& finding, const Catalog& catalog) {
  std::string reason = as_sentence(finding.reason);
  if (reason.empty() || finding.code == "ended") {
    const auto said = reason_of_plan(finding, catalog);
    reason = reason.empty() ? said : said + " " + reason;
  }
  if (finding.date_missing) reason += " No date is recorded, so it counts as week 0.";
  return reason;
}

std::string way_out_of(const Finding& f, const std::string& plan) {
  if (!f.open()) return {};
  if (f.code == "side_missing")
    return "plan set " + plan + " " + f.item.value_or(ItemId{"ITEM"}).text + " --side left|right";
  if (f.code == "missing_detail")
    return "patient set PATIENT --precaution " + f.precaution.text + ":" + f.detail + "=…";
  if (f.level == FindingLevel::block)
    return "plan clear " + plan + " --rule " + f.rule + " --because \"…\"";
  if (!f.item) return {};
  const std::string item = plan + " " + f.item->text;
  if (f.level == FindingLevel::modify) return "plan set " + item + " --change \"…\"";
  const std::string keep = "plan keep " + item + " --rule " + f.rule + " --because \"…\"";
  if (f.substitutes.empty()) return "plan remove " + item + ", or " + keep;
  return "plan swap " + item + " " + f.substitutes.front().text + ", or " + keep;
}

std::string word_outcome(const std::vector<Finding>& findings) {
  const int open = open_count(findings);
  if (open == 0)
    return findings.empty() ? "Nothing was found."
                            : "Nothing is open. What is not on the list was not checked.";
  return std::to_string(open) + (open == 1 ? " finding is" : " findings are") +
         " open: the plan cannot be issued.";
}

std::string word_step(const ItemStep& step, const Catalog& catalog) {
  std::string text = step.item.text + " " + name_of(step.before.exercise, catalog) + ": ";
  if (step.kind == ItemStep::Kind::same)
    return text + "as before. " + reason_to_stay(step, catalog);
  text += step.kind == ItemStep::Kind::eased ? "easier, " : "harder, ";
  if (step.after.exercise != step.before.exercise)
    return text + name_of(step.after.exercise, catalog) + ", " + dose_text(step.after.dose);
  return text + dose_text(step.before.dose) + " -> " + dose_text(step.after.dose);
}

std::string word_slot(const SlotOutcome& outcome, const Catalog& catalog) {
  const auto wanted = name_of(outcome.wanted, catalog);
  const auto why = " (rule " + outcome.rule + ").";
  if (!outcome.item) return outcome.slot + ": " + wanted + " left out, nothing fits here" + why;
  return outcome.slot + ": " + name_of(outcome.swapped_in, catalog) + " swapped in for " + wanted +
         why;
}

std::string word_feedback(const Feedback& feedback) {
  std::string text = "felt " + std::string(word(feedback.felt)) + ", pain ";
  text += feedback.pain ? std::to_string(*feedback.pain) : "not asked";
  if (feedback.pain_most) text += " to " + std::to_string(*feedback.pain_most);
  if (feedback.pain) text += " of 10";
  if (feedback.days) text += ", done on " + std::to_string(*feedback.days) + " days";
  if (!feedback.remark.empty()) text += ": " + feedback.remark;
  return text;
}

}  // namespace kinescript
