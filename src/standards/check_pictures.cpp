// SPDX-License-Identifier: MIT
// Every exercise has its picture, the right one, beside its words.
#include <algorithm>

#include "handout/dose_words.h"
#include "standards/check_parts.h"

namespace kinescript {
namespace {

constexpr double kMillimetre = 72 / 25.4;
constexpr double kWidest = 10 * kMillimetre;  // the gap between picture and steps
constexpr double kLeastWidth = 80 * kMillimetre, kCompactWidth = 50 * kMillimetre;
constexpr double kLeastDots = 200, kVector = 1e9;  // an inch

// The picture that stands beside or above that text, and how far.
double gap_to_picture(const std::vector<Box>& figures, const Box& text) {
  double nearest = 1e9;
  for (const Box& figure : figures) {
    const double across = std::max({0.0, text.left - figure.right, figure.left - text.right});
    const double down = std::max({0.0, text.top - figure.bottom, figure.top - text.bottom});
    nearest = std::min(nearest, std::max(across, down));
  }
  return nearest;
}

void check_beside(const CheckContext& context, CheckList& list) {
  double widest = 0;
  for (std::size_t i = 0; i < context.on.handout.cards.size(); ++i) {
    const Card& card = context.on.handout.cards[i];
    if (i >= context.on.pages.outline.size() || card.steps.empty()) continue;
    const auto page = static_cast<std::size_t>(context.on.pages.outline[i].page);
    const std::vector<Box> figures = placed_figures(context.on.pages.pages[page]);
    double nearest = 1e9;
    for (const PlacedText& run : context.placed[page])
      if (!squeezed(run.text).empty() && squeezed(card.steps.front()).find(squeezed(run.text)) == 0)
        nearest = std::min(nearest, gap_to_picture(figures, run.box));
    widest = std::max(widest, nearest);
  }
  // To the number of the step, which hangs left of its words.
  if (!context.compact) widest -= context.on.stationery.hang;
  list.decide(54, widest <= kWidest, "at most " + in_millimetres(widest));
}

// A movement from one place to another needs its start and its finish. What is held or kept for
// minutes or breaths has one place, and a path that comes back to where it began (letters drawn
// with the foot, a walk round two cups) has no finish: its arrow shows the way.
bool needs_two_frames(const Exercise& exercise) {
  switch (exercise.dose.unit) {
    case CountUnit::minutes:
    case CountUnit::breaths:
    case CountUnit::cycles:
      return false;
    case CountUnit::times:
    case CountUnit::steps:
    case CountUnit::swings:
    case CountUnit::metres:
      break;
  }
  return !exercise.dose.hold;
}

void check_frames(const CheckContext& context, CheckList& list) {
  std::size_t without = 0, one_frame = 0, uncaptioned = 0, empty = 0;
  for (const Card& card : context.on.handout.cards) {
    without += card.panels.empty();
    one_frame +=
        card.panels.size() == 1 && needs_two_frames(context.on.dossier.exercise(card.exercise));
    for (const CardPanel& panel : card.panels) {
      uncaptioned += panel.label.empty() || !context.on_any_page(panel.label);
      empty += panel.figure.drawing.empty() || panel.figure.bounds.width() <= 0;
    }
  }
  list.decide(53, without == 0 && one_frame == 0,
              std::to_string(without) + " without a picture, " + std::to_string(one_frame) +
                  " movements with one frame");
  list.decide(55, uncaptioned == 0, std::to_string(uncaptioned) + " without a caption");
  list.decide(60, empty == 0, std::to_string(empty) + " empty");
}

// Dots an inch of the coarsest photo on the cards; kVector where all is drawn.
double coarsest(const Handout& handout) {
  double dots = kVector;
  for (const Card& card : handout.cards)
    for (const CardPanel& panel : card.panels)
      for (const Node& node : panel.figure.drawing)
        if (const auto* photo = std::get_if<Image>(&node))
          dots = std::min(dots, photo->width / photo->place.width() * 72);
  return dots;
}

void check_what_is_shown(const CheckContext& context, CheckList& list) {
  std::size_t wrong = 0;
  const std::vector<PlanItem>& items = context.on.dossier.plan.items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i >= context.on.handout.cards.size()) break;
    const Card& card = context.on.handout.cards[i];
    const Exercise& exercise = context.on.dossier.exercise(items[i].exercise);
    const bool one = sides_of(items[i], exercise) == Sides::one;
    wrong += card.pictured != items[i].exercise || (one && card.pictured_side != items[i].side);
  }
  wrong += context.on.handout.cards.size() != items.size();
  list.decide(58, wrong == 0, std::to_string(wrong) + " of another exercise or side");
}

}  // namespace

void check_pictures(const CheckContext& context, CheckList& list) {
  check_frames(context, list);
  check_beside(context, list);
  check_what_is_shown(context, list);
  list.flag(56, true, "drawn from each scene's arrows");
  list.leave(57, "a person looks: one figure, plain ground");
  const double dots = coarsest(context.on.handout);
  double narrowest = 1e9;
  for (const Page& page : context.on.pages.pages)
    for (const Box& figure : placed_figures(page)) narrowest = std::min(narrowest, figure.width());
  list.decide(
      59, narrowest >= (context.compact ? kCompactWidth : kLeastWidth) - 0.1 && dots >= kLeastDots,
      "narrowest " + in_millimetres(narrowest) +
          (dots < kVector ? ", photos of " + std::to_string(static_cast<int>(dots)) + " dpi"
                          : ", vector"));
  list.leave(64, "two readers score each shipped template");
}

}  // namespace kinescript
