// SPDX-License-Identifier: MIT
#include "layout/card_block.h"

#include <algorithm>

#include "layout/elements.h"
#include "layout/figure_box.h"

namespace kinescript {
namespace {

constexpr Colour kAccent = Colour::rgb(0x0B6468);
constexpr double kParagraphGap = 0.6;  // of a line, between paragraphs
constexpr double kTagPadding = 0.4;    // of the type size, left and right in the side tag

class CardBuilder {
 public:
  CardBuilder(const Typesetter& setter, const Stationery& stationery, Paper paper, const Card& card,
              Palette palette)
      : setter_(setter),
        st_(stationery),
        card_(card),
        paper_(paper),
        ink_(palette == Palette::colour ? kAccent : Colour::black()),
        body_{st_.body, st_.leading},
        picture_(st_.picture_width),
        words_(st_.words_width(paper)),
        whole_(st_.content_width(paper)) {}

  Block build() {
    Column card;
    card.add(top_rule(), Role::artifact);
    card.gap(4);
    card.add(name_row());
    card.gap(1);
    card.add(set_text(setter_, regular(card_.why), body_, whole_ - name_x()),
             Meaning{Role::paragraph}, name_x());
    card.gap(4);
    Block sides{whole_, 0, {}};
    auto [left, right] = columns();
    sides.height = std::max(left.height, right.height);
    place(sides.drawing, std::move(left), 0, 0);
    place(sides.drawing, std::move(right), whole_ - words_, 0);
    card.add(std::move(sides));
    return std::move(card).block();
  }

 private:
  double paragraph_gap() const { return kParagraphGap * body_.pitch(); }

  double name_x() const { return st_.disc * 1.4; }

  Block top_rule() const {
    Block line = rule(whole_, card_.starts_section ? st_.section_line : st_.thin_line);
    if (card_.starts_section) std::get<Fill>(line.drawing.front()).colour = ink_;
    return line;
  }

  Block side_tag() const {
    if (card_.side_tag.empty()) return {};
    Block text = set_line(setter_, bold(card_.side_tag), {st_.side_tag, 1});
    const double padding = kTagPadding * st_.side_tag, half = st_.side_tag_line / 2;
    Block tag{text.width + 2 * (padding + half), st_.disc, {}};
    const Path outline = rounded_rectangle(half, half, tag.width - 2 * half, tag.height - 2 * half,
                                           st_.figure_radius);
    place(tag.drawing,
          {tag.width, tag.height, {Stroke{outline, Colour::black(), st_.side_tag_line}}}, 0, 0,
          {Role::artifact});
    const double y = (tag.height - text.height) / 2;
    place(tag.drawing, std::move(text), padding + half, y);
    return tag;
  }

  // The section where it starts, then disc, name and side tag as one heading. A name of more than
  // two lines is set smaller.
  Block name_row() const {
    const double gap = name_x() - st_.disc;
    Block tag = side_tag(), section = section_label();
    const double beside =
        (tag.empty() ? 0 : tag.width + gap) + (section.empty() ? 0 : section.width + 2 * gap);
    const double room = whole_ - st_.disc - gap - beside;
    TextStyle style{st_.card_name, st_.leading};
    style.goes_on = !tag.empty();
    Block name = set_text(setter_, bold(card_.name), style, room);
    if (name.height > 2.5 * style.pitch()) {
      style.size = st_.card_name_least;
      name = set_text(setter_, bold(card_.name), style, room);
    }
    Block heading{whole_, std::max(st_.disc, name.height), {}};
    place(heading.drawing, disc(setter_, card_.number, st_.disc, st_.disc_number, ink_), 0, 0);
    const double tag_x = st_.disc + 2 * gap + name.width, name_y = (st_.disc - style.pitch()) / 2;
    place(heading.drawing, std::move(name), st_.disc + gap, name_y);
    if (!tag.empty()) place(heading.drawing, std::move(tag), tag_x, 0);
    Block row{whole_, heading.height, {}};
    if (!section.empty()) {
      const double x = whole_ - section.width, y = (st_.disc - section.height) / 2;
      place(row.drawing, std::move(section), x, y, {Role::heading2});
    }
    place(row.drawing, std::move(heading), 0, 0, {Role::heading2});
    return row;
  }

  Block section_label() const {
    return card_.starts_section ? set_line(setter_, bold(card_.section), {st_.section, st_.leading})
                                : Block{};
  }

  // When to stop stands under the steps, or under the dose where that makes the card shorter.
  std::pair<Block, Block> columns() const {
    Block left = picture_column(false), right = words_column(true);
    Block left_with = picture_column(true), right_without = words_column(false);
    if (std::max(left_with.height, right_without.height) < std::max(left.height, right.height))
      return {std::move(left_with), std::move(right_without)};
    return {std::move(left), std::move(right)};
  }

  Block picture_column(bool with_stop_cue) const {
    Column left;
    left.add(figure_box(setter_, st_, paper_, card_.panels),
             Meaning{Role::figure, card_.alternative});
    left.gap(4);
    left.add(dose_box(setter_, st_, card_.dose, picture_), Role::paragraph);
    left.gap(4);
    left.add(set_text(setter_, regular(sentences(card_.dose_lines)), body_, picture_),
             Role::paragraph);
    if (with_stop_cue) add_stop_cue(left, picture_);
    return std::move(left).block();
  }

  Block words_column(bool with_stop_cue) const {
    Column right;
    right.add(numbered_list(setter_, card_.steps, body_, words_, st_.hang));
    right.add(set_text(setter_, bold(card_.then), body_, words_ - st_.hang),
              Meaning{Role::paragraph}, st_.hang);
    right.gap(paragraph_gap());
    right.add(set_text(setter_, regular(card_.breathing), body_, words_), Role::paragraph);
    if (with_stop_cue) add_stop_cue(right, words_);
    for (const std::string& caution : card_.cautions) add_barred(right, caution);
    if (!card_.note.empty()) add_barred(right, card_.note_label + " " + card_.note);
    return std::move(right).block();
  }

  void add_stop_cue(Column& column, double width) const {
    if (card_.stop_cue.empty()) return;
    column.gap(paragraph_gap());
    column.add(
        set_text(setter_, {{card_.stop_label, true}, {" " + card_.stop_cue, false}}, body_, width),
        Role::paragraph);
  }

  void add_barred(Column& column, const std::string& text) const {
    column.gap(paragraph_gap());
    column.add(
        barred(setter_, bold(text), {st_.note, st_.leading}, words_, st_.note_bar, st_.note_gap));
  }

  const Typesetter& setter_;
  const Stationery& st_;
  const Card& card_;
  Paper paper_;
  Colour ink_;
  TextStyle body_;
  double picture_, words_, whole_;
};

}  // namespace

Block card_block(const Typesetter& setter, const Stationery& stationery, Paper paper,
                 const Card& card, Palette palette) {
  return CardBuilder(setter, stationery, paper, card, palette).build();
}

}  // namespace kinescript
