// SPDX-License-Identifier: MIT
#include "app/wording.h"

#include "app/shown_words.h"
#include "base/text.h"
#include "base/translate.h"
#include "plan/safety.h"

namespace kinescript {
namespace {

std::string name_of(const ExerciseId& id, const Catalog& catalog) {
  const Exercise* exercise = catalog.find(id);
  return exercise ? exercise->name_clinician : id.text;
}

std::string label_of(const PrecautionCode& code, const Catalog& catalog) {
  if (code.text == "own") return tr("Own precaution");
  const Precaution* precaution = catalog.find(code);
  return precaution ? precaution->label : code.text;
}

std::string reason_of_session(const Finding& f, const std::string& name) {
  if (f.code == "more_than_4")
    return trf("{} exercises: people do more of what is short. Four or fewer are kept up best.",
               f.detail);
  if (f.code == "more_than_6")
    return trf("{} exercises are more than most people do. Choose the most important ones.",
               f.detail);
  if (f.code == "stretch_first")
    return tr("A stretch stands before strength or core work; it is better after it.");
  if (f.code == "same_exercise") return trf("{} stands in the plan twice.", name);
  if (f.code == "dose_outside")
    return trf("The dose of {} is outside its usual range ({}).", name, f.detail);
  if (f.code == "big_jump")
    return trf("{} is more than twice as much work as in the last plan.", name);
  if (f.code == "more_often") {
    const auto times = split_words(f.detail);
    return trf("The plan is done {} times a week, after {} times a week in the last one.",
               times.back(), times.front());
  }
  if (f.code == "long_session")
    return trf("A session takes about {} minutes. Up to 20 are kept up best.", f.detail);
  if (f.code == "floor_twice")
    return trf(
        "The patient gets down to the floor {} times. \"plan order --by position\" makes it "
        "fewer.",
        f.detail);
  if (f.code == "no_paired_stretch")
    return tr(
        "Strength for the low back goes with a stretch of the hips or the backs of the legs.");
  if (f.code == "early_bending")
    return trf("Stretches that bend the back ({}) are not for the first 2 hours after getting up.",
               f.detail);
  if (f.code == "step_names_other_side")
    return trf("Step {} of {} names the other side. Word it again, or choose that side.", f.detail,
               name);
  if (f.code == "no_warm_up") return tr("The plan has no warm-up.");
  if (f.code == "no_review") return tr("The plan has no review date.");
  return {};
}

std::string reason_of_plan(const Finding& f, const Catalog& catalog) {
  const std::string label = label_of(f.precaution, catalog), name = name_of(f.exercise, catalog);
  if (f.code == "unknown_tag")
    return trf("{} has the demand tag {}, which no rule knows: not checked.", name, f.detail);
  if (f.code == "own_exercise") return trf("{} is the clinic's own: not checked for safety.", name);
  if (f.code == "unknown_exercise")
    return trf("{} is not in the catalog any more: not checked.", f.exercise.text);
  if (f.code == "own") return tr("An own precaution is not checked against exercises.");
  if (f.code == "unknown_precaution")
    return trf("{} is not on the list any more: not checked.", f.precaution.text);
  if (f.code == "red_flag")
    return trf("A screening question was answered with yes ({}). No plan until it is reviewed.",
               f.detail);
  if (f.code == "block_plan") return trf("{}: no plan until this is decided.", label);
  if (f.code == "confirm")
    return trf("{}: confirm that exercise is right for this patient now.", label);
  if (f.code == "block_sections")
    return trf("{} closes the sections of these items: {}.", label, f.detail);
  if (f.code == "missing_detail") return word_question(f.precaution, f.detail, catalog);
  if (f.code == "side_missing") return trf("{} needs a side: left or right.", name);
  if (f.code == "windows_over")
    return trf("{} lies outside every time window of its rules.", label);
  if (f.code == "ask_cleared")
    return trf("{}: its weeks are over, and its limits stay until you record \"cleared\".", label);
  if (f.code == "ended") return trf("{} ended on {}. Keep it or end it?", label, f.detail);
  if (f.code == "review_due") return trf("{} was recorded long ago. Ask again.", label);
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
  const std::string what = shown(detail);
  if (field == nullptr || field->choices.empty())
    return trf("{}: which {}? Rules wait for the answer.", label_of(code, catalog), what);
  std::vector<std::string> choices = field->choices;
  const std::string last = choices.back();
  choices.pop_back();
  return trf("{}: which {}, {}? Rules wait for the answer.", label_of(code, catalog), what,
             choices.empty() ? last : trf("{} or {}", join(choices, ", "), last));
}

std::string section_title(Section section) {
  switch (section) {
    case Section::warm_up:
      return tr("Warm-up");
    case Section::mobility:
      return tr("Mobility");
    case Section::core:
      return tr("Core activation");
    case Section::strength:
      return tr("Strength");
    case Section::balance:
      return tr("Balance");
    case Section::aerobic:
      return tr("Aerobic");
    case Section::stretch:
      return tr("Stretches");
    case Section::breathing:
      return tr("Breathing");
    case Section::rest:
      return tr("Rest");
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
      to_text(dose.sets) + " x " + to_text(dose.count) + " " + shown(word(dose.unit));
  if (dose.hold)
    text = trf("{}, hold {} {}", text, to_text(*dose.hold), shown(word(dose.hold_unit)));
  if (!dose.load.empty()) text += ", " + dose.load;
  return text;
}

std::string reason_of(const Finding& finding, const Catalog& catalog) {
  std::string reason = as_sentence(finding.reason);
  if (reason.empty() || finding.code == "ended") {
    const auto said = reason_of_plan(finding, catalog);
    reason = reason.empty() ? said : said + " " + reason;
  }
  if (finding.date_missing) reason += " " + tr("No date is recorded, so it counts as week 0.");
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
  if (!outcome.item)
    return trf("{}: {} left out, nothing fits here (rule {}).", outcome.slot, wanted, outcome.rule);
  return trf("{}: {} swapped in for {} (rule {}).", outcome.slot,
             name_of(outcome.swapped_in, catalog), wanted, outcome.rule);
}

namespace {

std::string word_felt(Felt felt) {
  switch (felt) {
    case Felt::hard:
      return tr("felt hard");
    case Felt::easy:
      return tr("felt easy");
    case Felt::right:
      break;
  }
  return tr("felt right");
}

std::string word_pain(const Feedback& feedback) {
  if (!feedback.pain) return tr("pain not asked");
  return feedback.pain_most ? trf("pain {} to {} of 10", *feedback.pain, *feedback.pain_most)
                            : trf("pain {} of 10", *feedback.pain);
}

}  // namespace

std::string word_feedback(const Feedback& feedback) {
  std::string text = word_felt(feedback.felt) + ", " + word_pain(feedback);
  if (feedback.days)
    text = trn("{1}, done on {0} days", "{1}, done on {0} days",
               static_cast<std::size_t>(*feedback.days), text);
  return feedback.remark.empty() ? text : text + ": " + feedback.remark;
}

}  // namespace kinescript
