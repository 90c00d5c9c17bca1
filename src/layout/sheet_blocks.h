// SPDX-License-Identifier: MIT
// Everything of a handout that is not a card and not page furniture, as blocks of the page's width.
//
//   SheetBuilder builder(setter, stationery, Paper::a4);
//   Block top = builder.opening(handout);
//   Block stop = builder.stop_box(handout);       // the emergency tier, with its sign
#pragma once
#include <vector>

#include "handout/stationery.h"
#include "layout/paragraph.h"

namespace kinescript {

class SheetBuilder {
 public:
  SheetBuilder(const Setter& setter, const Stationery& stationery, Paper paper);

  // Title, main message, how long and what is needed.
  Block opening(const Handout& handout) const;
  // The emergency tier of the STOP box: for page 1.
  Block stop_box(const Handout& handout) const;
  // Its other tiers: when to call the clinic, and when to see a doctor.
  Block call_box(const Handout& handout) const;
  Block doctor_box(const Handout& handout) const;
  Block precautions(const TextBox& box) const;
  Block pain_rule(const TextBox& box) const;
  Block reminders(const TextBox& box) const;
  // The easier versions with their pictures, a few in each box, each box at most that high unless a
  // single row of them is higher.
  std::vector<Block> easier_ways(const Handout& handout, double highest) const;
  // The table in pieces of at most that height, to stand on as many pages; the column headings head
  // each.
  std::vector<Block> glance(const Glance& glance, double highest) const;

 private:
  Block heading(const std::string& text) const;
  Block heading_and_lead(const TextBox& box, bool first) const;
  Block message(const Handout& handout, double width) const;
  Block stop_groups(const Handout& handout, Tier from, Tier to) const;
  Block inner_list(const std::vector<std::string>& items) const;
  Block with_sign(Block sign, const std::string& title) const;
  Block in_frame(Block content, double line) const;
  Block easier_picture(const EasierWay& way, double width) const;
  Block easier_halves(const EasierWay& way, double width) const;
  Block easier_way(const EasierWay& way, double width) const;
  Block easier_row(const Handout& handout, std::size_t first) const;
  Block table_header(const Glance& glance) const;
  Block table_row(const GlanceRow& row) const;
  Block table_cells(std::vector<Block> cells, bool is_header) const;

  const Setter& setter_;
  const Stationery& st_;
  Paper paper_;
  double width_, inner_;
  TextStyle body_;
};

}  // namespace kinescript
