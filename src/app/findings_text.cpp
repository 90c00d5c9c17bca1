// SPDX-License-Identifier: MIT
#include "app/findings_text.h"

#include <algorithm>
#include <functional>

#include "app/wording.h"
#include "base/text.h"
#include "plan/safety.h"

namespace kinescript {
namespace {

void add_once(std::vector<std::string>& lines, const std::string& line) {
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
}

std::string name_of(const ExerciseId& id, const Catalog& catalog) {
  const auto* exercise = catalog.find(id);
  return exercise == nullptr ? id.text : exercise->name_clinician;
}

std::string label_of(const PrecautionCode& code, const Catalog& catalog) {
  if (code.text == "own") return "Own precaution";
  const auto* precaution = catalog.find(code);
  return precaution == nullptr ? code.text : precaution->label;
}

std::string item_name(const Finding& finding, const Catalog& catalog) {
  return finding.item->text + " " + name_of(finding.exercise, catalog);
}

using Pick = std::function<bool(const Finding&)>;

// The items of the findings that are picked, each once: "a3 Bridge; a5 Bird dog".
std::string items_of(const std::vector<Finding>& findings, const Catalog& catalog,
                     const Pick& pick) {
  std::vector<std::string> names;
  for (const auto& finding : findings)
    if (pick(finding)) add_once(names, item_name(finding, catalog));
  return join(names, "; ");
}

// The precautions of the findings that are picked, or for those without one what they say.
std::string subjects_of(const std::vector<Finding>& findings, const Catalog& catalog,
                        const Pick& pick) {
  std::vector<std::string> subjects;
  for (const auto& finding : findings)
    if (pick(finding))
      add_once(subjects, finding.precaution.empty() ? reason_of(finding, catalog)
                                                    : label_of(finding.precaution, catalog));
  return join(subjects, "; ");
}

class Summary {
 public:
  Summary(const std::vector<Finding>& findings, const Plan& plan, const Patient& patient,
          const Catalog& catalog)
      : findings_(findings), plan_(plan), patient_(patient), catalog_(catalog) {}

  std::vector<std::string> run() {
    lines_.push_back(outcome());
    of_plan("BLOCK", FindingLevel::block);
    of_items("AVOID", FindingLevel::avoid);
    of_items("MODIFY", FindingLevel::modify);
    cautions();
    of_plan("NOT CHECKED", FindingLevel::not_checked);
    notes();
    of_items("PREFER", FindingLevel::prefer);
    return std::move(lines_);
  }

 private:
  // What stands on an item, a block of its section too.
  bool is_clear(const PlanItem& item) const {
    return std::none_of(findings_.begin(), findings_.end(), [&item](const Finding& f) {
      if (f.code == "block_sections") {
        const auto closed = split_words(f.detail);
        return std::find(closed.begin(), closed.end(), item.id.text) != closed.end();
      }
      return f.item == item.id && f.level != FindingLevel::plan;
    });
  }

  // Rules wait for this detail: nobody may call an item clear.
  bool waits() const {
    return std::any_of(findings_.begin(), findings_.end(), [](const Finding& f) {
      return f.code == "missing_detail" && !f.overridden;
    });
  }

  std::string outcome() const {
    const auto text = word_outcome(findings_);
    if (patient_.precautions.empty()) return text + " No precaution is recorded for this patient.";
    std::vector<std::string> clear;
    for (const auto& item : plan_.items)
      if (is_clear(item)) clear.push_back(item.id.text + " " + name_of(item.exercise, catalog_));
    if (clear.empty()) return text;
    const std::string says =
        waits() ? " Not checked until the detail is recorded" : " No known precaution";
    if (clear.size() == plan_.items.size() && !waits()) return text + says + " for any exercise.";
    return text + says + ": " + join(clear, "; ") + ".";
  }

  void of_items(const char* title, FindingLevel level) {
    const auto open = items_of(findings_, catalog_, [level](const Finding& f) {
      return f.item && f.level == level && !f.overridden;
    });
    const auto kept = items_of(findings_, catalog_, [level](const Finding& f) {
      return f.item && f.level == level && f.overridden;
    });
    std::string text = open;
    if (!kept.empty()) text += std::string(open.empty() ? "" : "; ") + "decided: " + kept;
    if (!text.empty()) lines_.push_back(std::string(title) + ": " + text);
  }

  void of_plan(const char* title, FindingLevel level) {
    const auto text =
        subjects_of(findings_, catalog_, [level](const Finding& f) { return f.level == level; });
    if (!text.empty()) lines_.push_back(std::string(title) + ": " + text);
  }

  void cautions() {
    const auto pick = [](bool of_item) {
      return [of_item](const Finding& f) {
        return f.level == FindingLevel::caution && f.item.has_value() == of_item;
      };
    };
    std::vector<std::string> pieces;
    for (const auto& text :
         {items_of(findings_, catalog_, pick(true)), subjects_of(findings_, catalog_, pick(false))})
      if (!text.empty()) pieces.push_back(text);
    if (!pieces.empty()) lines_.push_back("CAUTION: " + join(pieces, "; "));
  }

  void notes() {
    const auto count = std::count_if(findings_.begin(), findings_.end(), [](const Finding& f) {
      return f.level == FindingLevel::plan;
    });
    if (count > 0)
      lines_.push_back(std::to_string(count) +
                       (count == 1 ? " note on the plan" : " notes on the plan"));
  }

  const std::vector<Finding>& findings_;
  const Plan& plan_;
  const Patient& patient_;
  const Catalog& catalog_;
  std::vector<std::string> lines_;
};

std::string title_of(const Finding& finding, const Catalog& catalog) {
  std::string text = word_level(finding.level);
  if (finding.overridden) text += " (decided)";
  // The catalog's reason says nothing of whom it is about; our own sentences do.
  if (!finding.reason.empty() && !finding.precaution.empty() && finding.code != "ended")
    text += " " + label_of(finding.precaution, catalog);
  text += ": " + reason_of(finding, catalog);
  if (!finding.change.empty()) text += " Change: " + as_sentence(finding.change);
  return text;
}

std::string place_of(const Finding& finding, const Catalog& catalog) {
  std::string text = "    ";
  if (finding.item) text += item_name(finding, catalog) + ", ";
  text += "rule " + finding.rule;
  std::vector<std::string> names;
  for (const auto& id : finding.substitutes) names.push_back(id.text);
  if (!names.empty())
    text += ", instead: " + join(names, " or ");
  else if (finding.level == FindingLevel::avoid)
    text += ", instead: no substitute here";
  return text;
}

}  // namespace

std::vector<std::string> summary_of(const std::vector<Finding>& findings, const Plan& plan,
                                    const Patient& patient, const Catalog& catalog) {
  return Summary(findings, plan, patient, catalog).run();
}

std::vector<std::string> details_of(const std::vector<Finding>& findings, const Catalog& catalog) {
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;  // a title and its places
  std::vector<std::string> read;
  for (const auto& finding : findings) {
    const auto title = title_of(finding, catalog);
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&title](const auto& known) { return known.first == title; });
    if (group == groups.end()) group = groups.insert(groups.end(), {title, {}});
    // A note on the whole plan has no place, and no rule that anybody would type.
    if (finding.item || finding.level == FindingLevel::block)
      group->second.push_back(place_of(finding, catalog));
    const bool printed = finding.level != FindingLevel::caution;
    if (printed && !finding.patient_line.empty()) add_once(read, "    " + finding.patient_line);
  }
  std::vector<std::string> lines;
  for (const auto& [title, places] : groups) {
    lines.push_back(title);
    lines.insert(lines.end(), places.begin(), places.end());
  }
  if (!read.empty()) lines.push_back("The patient reads:");
  lines.insert(lines.end(), read.begin(), read.end());
  return lines;
}

}  // namespace kinescript
