// SPDX-License-Identifier: MIT
#include "handout/handout.h"

namespace kinescript {
namespace {

class Words {
 public:
  void add(const std::string& text) {
    if (!text.empty()) words.push_back(text);
  }
  void add(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) add(text);
  }
  void add(const Paragraph& paragraph) {
    std::string text;
    for (const Span& span : paragraph) text += span.text;
    add(text);
  }
  void add(const TextBox& box) {
    if (box.empty()) return;
    add(box.heading);
    add(box.lead);
    add(box.lines);
  }
  void add(const Card& card) {
    if (card.starts_section) add(card.section);
    add(std::to_string(card.number));
    add(card.name);
    add(card.side_tag);
    for (const CardPanel& panel : card.panels) add(panel.label);
    for (const DoseCell& cell : card.dose) {
      add(cell.before);
      add(cell.number);
      add(cell.after);
    }
    add(card.dose_sentence);
    add(card.dose_lines);
    add(card.why);
    add(card.steps);
    add(card.then);
    add(card.breathing);
    add(card.stop_label);
    add(card.stop_cue);
    add(card.cautions);
    add(card.note_label);
    add(card.note);
    add(card.easier_label);
    add(card.easier);
  }
  void add(const EasierWay& way) {
    add(std::to_string(way.number));
    add(way.name);
    for (const CardPanel& panel : way.panels) add(panel.label);
    add(way.steps);
    add(way.dose);
  }
  void add(const Glance& glance) {
    if (glance.rows.empty()) return;
    add(std::vector<std::string>{glance.heading, glance.exercise, glance.how_many,
                                 glance.how_often});
    for (const GlanceRow& row : glance.rows)
      add(std::vector<std::string>{std::to_string(row.number), row.exercise, row.how_many,
                                   row.how_often});
  }

  void add(const Diary& diary, const DiaryTable& table) {
    add(table.heading);
    add(std::vector<std::string>{diary.lead, diary.exercise});
    for (const DiaryDay& day : table.days) add(std::vector<std::string>{day.letter, day.number});
    for (const DiaryRow& row : table.rows) {
      add(std::vector<std::string>{std::to_string(row.number), row.name});
      add(row.side_tag.empty() ? row.dose : row.side_tag + ", " + row.dose);
    }
    add(std::vector<std::string>{diary.pain, diary.felt});
  }

  std::vector<std::string> words;
};

}  // namespace

std::vector<std::string> all_words(const Handout& handout) {
  Words words;
  words.add(handout.title);
  words.add(handout.main_message);
  words.add(handout.session);
  words.add(handout.stop_word);
  for (const StopGroup& group : handout.stop_box) {
    words.add(group.heading);
    words.add(group.items);
  }
  words.add(handout.precautions);
  words.add(handout.more_precautions);
  words.add(handout.pain_rule);
  words.add(handout.reminders);
  words.add(handout.news);
  for (const Card& card : handout.cards) words.add(card);
  if (!handout.easier_ways.empty()) {
    words.add(handout.easier.heading);
    words.add(handout.easier.lead);
    for (const EasierWay& way : handout.easier_ways) words.add(way);
  }
  words.add(handout.glance);
  for (const DiaryTable& table : handout.diary.tables) words.add(handout.diary, table);
  return words.words;
}

}  // namespace kinescript
