// SPDX-License-Identifier: MIT
// What every form of a card is put together from: its rule, its heading, and the words of one
// exercise in the order of the handout, each set to a width.
//
//   CardParts parts(setter, stationery, Paper::a4, card, Palette::black_and_white);
//   Block heading = parts.heading(parts.whole());
#pragma once
#include "handout/stationery.h"
#include "layout/paragraph.h"

namespace kinescript {

class CardParts {
 public:
  CardParts(const Setter& setter, const Stationery& stationery, Paper paper, const Card& card,
            Palette palette);

  double whole() const { return whole_; }  // between the margins
  double name_x() const;                   // of the name, beside the disc
  double paragraph_gap() const;            // about half a line; a whole one in large print
  const TextStyle& body() const { return body_; }

  Block top_rule() const;  // thick where a section starts
  // Disc, name and side tag as one heading, the section at the right where it starts.
  Block heading(double width) const;
  // With the why-line on the same line where there is room for it, else below.
  Block heading_and_why(double width) const;
  Block picture() const;
  Block dose(double width) const;  // the cells, or the sentence in a box
  Block dose_lines(double width) const;
  Block why(double width) const;
  Block step_list(double width) const;
  Block steps_run_on(double width) const;  // as one paragraph, numbers in bold
  void add_stop_cue(Column& column, double width) const;
  // Cautions and the clinician's note, each with a bar.
  void add_barred_lines(Column& column, double width) const;
  void add_easier(Column& column, double width) const;
  // How many, breathing, when to stop, what to do instead: one paragraph, or two where one would be
  // long.
  Block advice_run_on(double width) const;
  void add_breathing(Column& column, double width) const;

 private:
  void add_barred(Column& column, const Paragraph& text, double width) const;
  struct Heading {
    Block block;
    double from = 0, to = 0;  // room between the name and the section
  };
  Heading make_heading(double width) const;
  Block side_tag() const;
  Block section_label() const;

  const Setter& setter_;
  const Stationery& st_;
  const Card& card_;
  Paper paper_;
  Colour ink_;
  TextStyle body_;
  double whole_;
};

}  // namespace kinescript
