// SPDX-License-Identifier: MIT
#include "layout/card_block.h"

#include <algorithm>

#include "layout/card_parts.h"

namespace kinescript {
namespace {

constexpr double kRowGap = 4;         // points, between heading, picture and dose
constexpr double kLeastColumn = 25;   // letters; a narrower column is not read with ease (RNIB)
constexpr double kLetterWidth = 0.5;  // of the type size, the mean of running text in Noto Sans

// Picture and dose at the left, words at the right.
class TwoColumnCard {
 public:
  TwoColumnCard(const CardParts& parts, const Stationery& stationery, double words_width)
      : parts_(parts),
        st_(stationery),
        picture_(st_.picture_width),
        words_(words_width),
        whole_(parts.whole()) {}

  Block build() const {
    Column card;
    card.add(parts_.top_rule(), Role::artifact);
    card.gap(kRowGap);
    card.add(parts_.heading(whole_));
    card.gap(1);
    card.add(parts_.why(whole_ - parts_.name_x()), Meaning{Role::paragraph}, parts_.name_x());
    card.gap(kRowGap);
    if (st_.hang + kLeastColumn * kLetterWidth * st_.body > words_) {
      add_stacked(card);
    } else {
      auto [left, right] = columns();
      card.add(side_by_side(std::move(left), std::move(right)));
    }
    return std::move(card).block();
  }

 private:
  Block side_by_side(Block left, Block right) const {
    Block sides{whole_, std::max(left.height, right.height), {}};
    place(sides.drawing, std::move(left), 0, 0);
    place(sides.drawing, std::move(right), whole_ - words_, 0);
    return sides;
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
    left.add(parts_.picture());
    left.gap(kRowGap);
    left.add(parts_.dose(picture_));
    left.gap(kRowGap);
    left.add(parts_.dose_lines(picture_));
    if (with_stop_cue) parts_.add_stop_cue(left, picture_);
    return std::move(left).block();
  }

  Block words_column(bool with_stop_cue) const {
    Column right;
    right.add(parts_.step_list(words_));
    parts_.add_breathing(right, words_);
    if (with_stop_cue) parts_.add_stop_cue(right, words_);
    parts_.add_barred_lines(right, words_);
    parts_.add_easier(right, words_);
    return std::move(right).block();
  }

  // Letters so large that a column beside the picture would be too narrow: the dose stands there,
  // the words over the whole width.
  void add_stacked(Column& card) const {
    Column dose;
    dose.add(parts_.dose(words_));
    card.add(side_by_side(parts_.picture(), std::move(dose).block()));
    card.gap(kRowGap);
    card.add(parts_.dose_lines(whole_));
    card.gap(parts_.paragraph_gap());
    card.add(parts_.step_list(whole_));
    parts_.add_breathing(card, whole_);
    parts_.add_stop_cue(card, whole_);
    parts_.add_barred_lines(card, whole_);
    parts_.add_easier(card, whole_);
  }

  const CardParts& parts_;
  const Stationery& st_;
  double picture_, words_, whole_;
};

// Picture with the dose under it, words with the steps run on, all under the heading.
Block row_card(const CardParts& parts, const Stationery& st, double words_width) {
  const double indent = st.disc + st.gutter, words_x = parts.whole() - words_width;
  Column card, words, picture;
  card.add(parts.top_rule(), Role::artifact);
  card.gap(kRowGap / 2);
  card.add(parts.heading_and_why(parts.whole()));
  picture.add(parts.picture());
  picture.gap(kRowGap / 2);
  picture.add(parts.dose(st.picture_width));
  words.add(parts.steps_run_on(words_width));
  words.gap(parts.paragraph_gap());
  words.add(parts.advice_run_on(words_width));
  parts.add_barred_lines(words, words_width);
  Block row{parts.whole(), std::max(picture.height(), words.height()), {}};
  place(row.drawing, std::move(picture).block(), indent, 0);
  place(row.drawing, std::move(words).block(), words_x, 0);
  card.add(std::move(row));
  return std::move(card).block();
}

}  // namespace

Block card_block(const Setter& setter, const Stationery& stationery, Paper paper,
                 const Card& card, Palette palette) {
  const CardParts parts(setter, stationery, paper, card, palette);
  const double words = stationery.words_width(paper);
  return stationery.card == CardForm::row ? row_card(parts, stationery, words)
                                          : TwoColumnCard(parts, stationery, words).build();
}

}  // namespace kinescript
