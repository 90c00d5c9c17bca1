// SPDX-License-Identifier: MIT
#include "layout/placed.h"

#include <algorithm>

#include "base/text.h"
#include "text/faces.h"
#include "text/measure.h"

namespace kinescript {
namespace {

struct State {
  Matrix at;
  Role role = Role::none;
  int element = 0;
  bool furniture = false, in_figure = false;
};

State inside(const State& outer, const Group& group, int& elements) {
  State state = outer;
  state.at = outer.at * group.transform;
  if (group.meaning.role == Role::none) return state;
  state.role = group.meaning.role;
  state.element = ++elements;
  state.furniture |= group.meaning.role == Role::artifact;
  state.in_figure |= group.meaning.role == Role::figure;
  return state;
}

template <class See>
void walk(const Drawing& drawing, const State& state, int& elements, const See& see) {
  for (const Node& node : drawing) {
    if (const auto* nested = std::get_if<std::shared_ptr<const Group>>(&node)) {
      const State below = inside(state, **nested, elements);
      see(node, below);
      walk((*nested)->children, below, elements, see);
    } else {
      see(node, state);
    }
  }
}

template <class See>
void walk(const Page& page, const See& see) {
  int elements = 0;
  walk(page.drawing, State{}, elements, see);
}

// A blank at a line's end takes no room.
double width_of(const GlyphRun& run, const Face& face) {
  double units = 0;
  for (const Glyph& glyph : run.glyphs) units += glyph.advance;
  if (!run.text.empty() && run.text.back() == ' ' && !run.glyphs.empty())
    units -= (run.right_to_left ? run.glyphs.front() : run.glyphs.back()).advance;
  return units * run.size / face.units_per_em();
}

}  // namespace

std::vector<PlacedText> placed_text(const Page& page, const Faces& faces) {
  std::vector<PlacedText> texts;
  walk(page, [&](const Node& node, const State& state) {
    const auto* run = std::get_if<GlyphRun>(&node);
    if (run == nullptr) return;
    const Face& face = faces.face(run->face);
    const Point from = state.at(run->origin);
    const double scale = state.at.a, top = faces.metrics(Weight::regular, run->size).cap_height;
    PlacedText text;
    text.text = run->text;
    text.font = face.name();
    text.size = run->size * scale;
    text.colour = run->colour;
    text.box = {from.x, from.y - top * scale, from.x + width_of(*run, face) * scale, from.y};
    text.role = state.role;
    text.element = state.element;
    text.furniture = state.furniture;
    text.in_figure = state.in_figure;
    texts.push_back(std::move(text));
  });
  return texts;
}

std::vector<Box> placed_figures(const Page& page) {
  std::vector<Box> boxes;
  walk(page, [&](const Node& node, const State& state) {
    const auto* nested = std::get_if<std::shared_ptr<const Group>>(&node);
    if (nested == nullptr || (*nested)->meaning.role != Role::figure) return;
    const auto own = extent((*nested)->children);
    if (!own) return;
    const Point from = state.at({own->left, own->top}), to = state.at({own->right, own->bottom});
    boxes.push_back({from.x, from.y, to.x, to.y});
  });
  return boxes;
}

std::vector<PlacedLine> placed_lines(const Page& page) {
  std::vector<PlacedLine> lines;
  walk(page, [&](const Node& node, const State& state) {
    const auto* stroke = std::get_if<Stroke>(&node);
    if (stroke != nullptr && !state.in_figure)
      lines.push_back({stroke->colour, stroke->width * state.at.a});
  });
  return lines;
}

std::string squeezed(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || text[i] == '\n') continue;
    if (text.compare(i, 2, "\xC2\xA0") == 0) {  // no-break blank
      ++i;
      continue;
    }
    out += text[i];
  }
  return out;
}

std::string squeezed_text(const Page& page) {
  std::string text;
  walk(page, [&](const Node& node, const State&) {
    if (const auto* run = std::get_if<GlyphRun>(&node)) text += squeezed(run->text);
  });
  return text;
}

std::string as_set(const std::string& text, const Faces& faces) {
  const auto missing = unprintable(faces, Weight::regular, text);
  if (missing.empty()) return text;
  std::string set;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = next_code_point(text, at);
    const bool lost = std::find(missing.begin(), missing.end(), letter) != missing.end();
    append_utf8(set, lost ? 0xFFFD : letter);
  }
  return set;
}

std::vector<std::string> letters_without_font(const Handout& handout, const Faces& faces) {
  std::vector<std::string> texts = all_words(handout);
  const HandoutHeader& header = handout.header;
  texts.insert(texts.end(), {header.clinic, header.contact, header.patient, header.plan_line,
                             handout.footer.owner, handout.footer.content});
  for (const Paragraph* paragraph : {&handout.footer.questions, &handout.footer.next_visit})
    for (const Span& span : *paragraph) texts.push_back(span.text);
  std::vector<std::string> found;
  for (const std::string& text : texts)
    for (const char32_t letter : unprintable(faces, Weight::regular, text)) {
      std::string name = letter_name(letter);
      if (std::find(found.begin(), found.end(), name) == found.end())
        found.push_back(std::move(name));
    }
  return found;
}

}  // namespace kinescript
