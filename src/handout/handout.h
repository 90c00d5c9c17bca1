// SPDX-License-Identifier: MIT
// A handout: everything the patient reads, as words and figures in reading order, without
// positions. What is here is printed, all of it and nothing else; layout/ says where.
//
// Every string is in the handout's language and ready to print. There is no diagnosis, no label of
// a precaution and no birth date in it. REQUIRES of whoever lays it out: no item of the STOP box is
// dropped or shortened.
//
//   Handout sheet = compose(dossier, stationery, phrasebook, {});
//   sheet.cards[0].name                 -> "Hip lift"
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "catalog/precaution.h"
#include "figure/figure.h"
#include "plan/people.h"

namespace kinescript {

// A piece of text in one weight; a paragraph is several of them, one after the other with no blank
// added.
struct Span {
  std::string text;
  bool bold = false;
};
using Paragraph = std::vector<Span>;

struct HandoutHeader {
  std::optional<Image> logo;  // the layout says where
  std::string clinic;         // name
  std::string contact;        // "14 Mill Lane, Ashbourne · 01632 960 145"
  std::string patient;        // "Margaret Whitfield"
  std::string plan_line;      // "Plan 4 · Mon 23 Nov 2026 · Elena Sorin, PT"
};

struct HandoutFooter {
  Paragraph questions;   // "Questions? Call 01632 960 145, Mon–Fri 8–18."
  Paragraph next_visit;  // "Next visit: Mon 30 Nov, 10:40", or a line to write on
  std::string owner;     // "M. Whitfield · Plan 4"
  std::string page_of;   // "Page {page} of {pages}", filled by the layout
  std::string content;   // "Content version 1, checked for you by Elena Sorin, PT"
};

// One tier of the STOP box: "Call 999 or go to the emergency department now if:" and its items.
struct StopGroup {
  Tier tier = Tier::emergency;
  std::string heading;
  std::vector<std::string> items;
};

// A heading with lines, boxed. `lead` stands between the two; empty = none.
struct TextBox {
  std::string heading;
  std::string lead;
  std::vector<std::string> lines;
  bool empty() const { return lines.empty(); }
};

// One cell of the dose: "Hold for", "3", "slow breaths". `before` or `after` may be empty.
struct DoseCell {
  std::string before, number, after;
};

struct CardPanel {
  std::string label;  // "Start", "Finish", "2"
  FigurePanel figure;
};

struct Card {
  ItemId item;
  ExerciseId exercise;
  std::string
      section;  // in plain words; printed on every card, with a rule where the section starts
  bool starts_section = false;
  int number = 0;  // runs through the whole handout
  std::string name;
  std::string side_tag;  // "LEFT", "RIGHT", "EACH SIDE", …; "" = none
  std::vector<CardPanel> panels;
  ExerciseId pictured;  // what the panels show, and of which side; the checks compare
  BodySide pictured_side = BodySide::none;
  std::string alternative;  // says the movement to who cannot see the picture
  // The dose: cells (1 to 3), or a sentence, as the layout tells it; never both.
  std::vector<DoseCell> dose;
  std::string dose_sentence;
  std::vector<std::string> dose_lines;  // "Start with 8.", "On a sore day, do 4."
  std::string why;
  std::vector<std::string> steps;
  std::string then;  // "Then change sides."; "" = none
  std::string breathing;
  std::string stop_label, stop_cue;  // "Stop or make it easier if:", "Your back arches, …"
  std::vector<std::string>
      cautions;  // lines of Modify and ticked Caution rules, and the clinician's change
  std::string note_label, note;  // the clinician's own words; "" = none
  // What to do instead when it hurts or is too hard: the name, and where its steps are.
  std::string easier_label, easier;
};

// The steps of an easier version, for the box of them. No panels where a layout has no room for
// them (Compact).
struct EasierWay {
  int number = 0;  // of the card
  std::string name, dose;
  std::vector<std::string> steps;
  std::vector<CardPanel> panels;
  std::string alternative;  // says the movement, as a card's does
};

struct GlanceRow {
  int number = 0;
  std::string exercise, how_many, how_often;
};
struct Glance {
  std::string heading;
  std::string exercise, how_many, how_often;  // column headings
  std::vector<GlanceRow> rows;                // empty = no table (fewer than three exercises)
};

struct DiaryDay {
  std::string letter, number;  // "M", "23"
};
struct DiaryRow {
  int number = 0;
  std::string name, side_tag, dose;
  FigurePanel picture;
  std::vector<int> boxes;  // one a day: how many to tick, 0 = not due
};
struct DiaryTable {
  std::string heading;
  int weeks = 1;
  std::vector<DiaryDay> days;
  std::vector<DiaryRow> rows;
};
struct Diary {
  std::string lead, exercise, pain, felt, felt_key, notes;
  std::vector<std::string> scale;      // words under 0, 5 and 10
  std::vector<std::string> high_pain;  // what to do at 6 to 10, as in the pain rule
  std::vector<DiaryTable> tables;      // empty = no diary
};

struct Handout {
  std::string language;  // BCP 47
  Palette palette = Palette::black_and_white;
  std::string document_title, author;  // metadata: no patient's name, no diagnosis
  HandoutHeader header;
  HandoutFooter footer;
  std::string title;
  std::vector<std::string> main_message;  // three short sentences at most
  Paragraph session;                // "Each time takes about 25 minutes. You need: a mat or a bed."
  std::vector<StopGroup> stop_box;  // emergency groups first; never empty
  std::string stop_word;            // in the octagon: "STOP"
  TextBox precautions;              // the three most severe
  TextBox more_precautions;         // the rest
  TextBox pain_rule;
  TextBox reminders;  // the session's rules
  TextBox news;       // what is new since the last handout
  std::vector<Card> cards;
  TextBox easier;  // heading and lead of the easier ways; no lines of its own
  std::vector<EasierWay> easier_ways;
  Glance glance;
  Diary diary;
};

// Every printed string in reading order, page furniture left out; what a laid-out page must hold.
std::vector<std::string> all_words(const Handout& handout);

}  // namespace kinescript
