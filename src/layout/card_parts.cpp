// SPDX-License-Identifier: MIT
#include "layout/card_parts.h"

#include <algorithm>

#include "base/text.h"
#include "layout/elements.h"
#include "layout/figure_box.h"

namespace kinescript {
namespace {

constexpr Colour kAccent = Colour::rgb(0x0B6468);
constexpr double kParagraphGap = 0.6;   // of a line, between paragraphs; large print takes a line
constexpr double kMostLines = 4;        // of a paragraph (the handout's design, check 37)
constexpr double kTagPadding = 0.4;     // of the type size, left and right in the side tag
constexpr double kSentencePadding = 5;  // points, in the box of a dose sentence

}  // namespace

CardParts::CardParts(const Setter& setter, const Stationery& stationery, Paper paper,
                     const Card& card, Palette palette)
    : setter_(setter),
      st_(stationery),
      card_(card),
      paper_(paper),
      ink_(palette == Palette::colour ? kAccent : Colour::black()),
      body_{st_.body, st_.leading},
      whole_(st_.content_width(paper)) {}

double CardParts::name_x() const { return st_.disc * 1.4; }

double CardParts::paragraph_gap() const { return kParagraphGap * body_.pitch(); }

Block CardParts::top_rule() const {
  Block line = rule(whole_, card_.starts_section ? st_.section_line : st_.thin_line);
  if (card_.starts_section) std::get<Fill>(line.drawing.front()).colour = ink_;
  return line;
}

Block CardParts::side_tag() const {
  if (card_.side_tag.empty()) return {};
  Block text = set_line(setter_, bold(card_.side_tag), {st_.side_tag, 1});
  const double padding = kTagPadding * st_.side_tag, half = st_.side_tag_line / 2;
  Block tag{text.width + 2 * (padding + half), st_.disc, {}};
  const Path outline =
      rounded_rectangle(half, half, tag.width - 2 * half, tag.height - 2 * half, st_.figure_radius);
  place(tag.drawing, {tag.width, tag.height, {Stroke{outline, Colour::black(), st_.side_tag_line}}},
        0, 0, {Role::artifact});
  const double y = (tag.height - text.height) / 2;
  place(tag.drawing, std::move(text), padding + half, y);
  return tag;
}

Block CardParts::section_label() const {
  return card_.starts_section ? set_line(setter_, bold(card_.section), {st_.section, st_.leading})
                              : Block{};
}

// A name of more than two lines is set smaller.
CardParts::Heading CardParts::make_heading(double width) const {
  const double gap = name_x() - st_.disc;
  Block tag = side_tag(), section = section_label();
  const double beside =
      (tag.empty() ? 0 : tag.width + gap) + (section.empty() ? 0 : section.width + 2 * gap);
  const double room = width - st_.disc - gap - beside;
  TextStyle style{st_.card_name, st_.leading};
  style.goes_on = !tag.empty();
  Block name = set_text(setter_, bold(card_.name), style, room);
  if (name.height > 2.5 * style.pitch()) {
    style.size = st_.card_name_least;
    name = set_text(setter_, bold(card_.name), style, room);
  }
  const double name_y = (st_.disc - style.pitch()) / 2;
  Block heading{width, std::max(st_.disc, name_y + name.height), {}};
  place(heading.drawing, disc(setter_, card_.number, st_.disc, st_.disc_number, ink_), 0, 0);
  const double tag_x = st_.disc + 2 * gap + name.width;
  const double section_width = section.empty() ? 0 : section.width + gap;
  Heading made{{width, heading.height, {}}, tag_x, width - section_width};
  if (!tag.empty()) made.from += tag.width + gap;
  place(heading.drawing, std::move(name), st_.disc + gap, name_y);
  if (!tag.empty()) place(heading.drawing, std::move(tag), tag_x, 0);
  if (!section.empty()) {
    const double x = width - section.width, y = (st_.disc - section.height) / 2;
    place(made.block.drawing, std::move(section), x, y, {Role::heading2});
  }
  place(made.block.drawing, std::move(heading), 0, 0, {Role::heading2});
  return made;
}

Block CardParts::heading(double width) const { return make_heading(width).block; }

Block CardParts::heading_and_why(double width) const {
  Heading made = make_heading(width);
  Block line = set_line(setter_, regular(card_.why), body_);
  if (made.from + line.width <= made.to && line.height <= made.block.height) {
    const double y = (st_.disc - line.height) / 2;
    place(made.block.drawing, std::move(line), made.from, y, {Role::paragraph});
    return std::move(made.block);
  }
  Column column;
  column.add(std::move(made.block));
  column.add(why(width - name_x()), {Role::paragraph}, name_x());
  return std::move(column).block();
}

Block CardParts::picture() const {
  if (card_.panels.empty()) return {};
  Block box = figure_box(setter_, st_, paper_, card_.panels);
  Block picture{box.width, box.height, {}};
  place(picture.drawing, std::move(box), 0, 0, {Role::figure, card_.alternative});
  return picture;
}

Block CardParts::dose(double width) const {
  Block block;
  if (card_.dose_sentence.empty()) {
    Block box = dose_box(setter_, st_, card_.dose, width);
    block = {box.width, box.height, {}};
    place(block.drawing, std::move(box), 0, 0, {Role::paragraph});
    return block;
  }
  const TextStyle style{st_.dose_number, st_.leading};
  const double inner = width - 2 * kSentencePadding;
  Column words;
  std::string paragraph;
  const auto end_paragraph = [&] {
    words.gap(kParagraphGap / 2 * style.pitch());
    words.add(set_text(setter_, bold(paragraph), style, inner), Role::paragraph);
    paragraph.clear();
  };
  for (const std::string& sentence : split(card_.dose_sentence, ". ")) {
    // The split took the stop of all but the last.
    const std::string next = sentence + (sentence.ends_with('.') ? "" : ".");
    const std::string longer = paragraph.empty() ? next : paragraph + " " + next;
    if (set_text(setter_, bold(longer), style, inner).height > (kMostLines + 0.5) * style.pitch() &&
        !paragraph.empty()) {
      end_paragraph();
      paragraph = next;
    } else {
      paragraph = longer;
    }
  }
  end_paragraph();
  return framed(std::move(words).block(),
                {st_.dose_line, kSentencePadding, st_.figure_radius, width});
}

Block CardParts::dose_lines(double width) const {
  return bulleted_list(setter_, card_.dose_lines, body_, width, st_.hang * 0.75);
}

Block CardParts::why(double width) const {
  return set_text(setter_, regular(card_.why), body_, width);
}

Block CardParts::step_list(double width) const {
  Column list;
  list.add(numbered_list(setter_, card_.steps, body_, width, st_.hang));
  list.add(set_text(setter_, bold(card_.then), body_, width - st_.hang), Meaning{Role::paragraph},
           st_.hang);
  return std::move(list).block();
}

Block CardParts::steps_run_on(double width) const {
  Block text = set_text(setter_, numbered_sentences(card_.steps, card_.then), body_, width);
  Block body{text.width, text.height, {}}, item = body, block = body;
  place(body.drawing, std::move(text), 0, 0, {Role::list_body});
  place(item.drawing, std::move(body), 0, 0, {Role::list_item});
  place(block.drawing, std::move(item), 0, 0, {Role::list});
  return block;
}

void CardParts::add_breathing(Column& column, double width) const {
  column.gap(paragraph_gap());
  column.add(set_text(setter_, regular(card_.breathing), body_, width), Role::paragraph);
}

void CardParts::add_stop_cue(Column& column, double width) const {
  if (card_.stop_cue.empty()) return;
  column.gap(paragraph_gap());
  column.add(
      set_text(setter_, {{card_.stop_label, true}, {" " + card_.stop_cue, false}}, body_, width),
      Role::paragraph);
}

void CardParts::add_barred(Column& column, const Paragraph& text, double width) const {
  column.gap(paragraph_gap());
  column.add(barred(setter_, text, {st_.note, st_.leading}, width, st_.note_bar, st_.note_gap));
}

void CardParts::add_barred_lines(Column& column, double width) const {
  for (const std::string& caution : card_.cautions) add_barred(column, bold(caution), width);
  if (!card_.note.empty()) add_barred(column, bold(card_.note_label + " " + card_.note), width);
}

void CardParts::add_easier(Column& column, double width) const {
  if (card_.easier.empty()) return;
  column.gap(paragraph_gap());
  column.add(
      set_text(setter_, {{card_.easier_label, true}, {" " + card_.easier, false}}, body_, width),
      Role::paragraph);
}

Block CardParts::advice_run_on(double width) const {
  Paragraph doses, rest;
  const auto add = [](Paragraph& run, const std::string& label, const std::string& text) {
    if (text.empty()) return;
    const std::string blank = run.empty() ? "" : " ";
    if (!label.empty()) run.push_back({blank + label, true});
    run.push_back({(label.empty() ? blank : " ") + text, false});
  };
  add(doses, "", sentences(card_.dose_lines));
  add(rest, "", card_.breathing);
  add(rest, card_.stop_label, card_.stop_cue);
  add(rest, card_.easier_label, card_.easier);
  Paragraph all = doses;
  if (!all.empty() && !rest.empty()) all.push_back({" ", false});
  all.insert(all.end(), rest.begin(), rest.end());
  Block whole = set_text(setter_, all, body_, width);
  Column column;
  if (whole.height <= (kMostLines + 0.5) * body_.pitch()) {
    column.add(std::move(whole), Role::paragraph);
  } else {
    column.add(set_text(setter_, doses, body_, width), Role::paragraph);
    column.gap(paragraph_gap());
    column.add(set_text(setter_, rest, body_, width), Role::paragraph);
  }
  return std::move(column).block();
}

}  // namespace kinescript
