// SPDX-License-Identifier: MIT
#include "layout/elements.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kinescript {
namespace {

constexpr double kBulletRadius = 0.16;  // of the type size
constexpr double kBulletIndent =
    0.25;  // of the type size, from the list's edge to the bullet's left

TextStyle continuing(TextStyle style) {
  style.goes_on = true;
  return style;
}

struct Item {
  Block label;
  Block body;
  double height() const { return std::max(label.height, body.height); }
};

Block bullet(const TextStyle& style) {
  const double radius = kBulletRadius * style.size;
  Block block{2 * radius, style.pitch(), {}};
  block.drawing.emplace_back(
      Fill{ellipse({kBulletIndent * style.size + radius, style.pitch() / 2}, radius, radius),
           style.colour});
  return block;
}

// A list element from items one below the other, split into columns that begin at `starts`.
Block list_of(std::vector<Item> items, double hang, const std::vector<std::size_t>& starts,
              double column_step) {
  Block list;
  double x = 0, y = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && std::find(starts.begin(), starts.end(), i) != starts.end())
      x += column_step, y = 0;
    const double height = items[i].height();
    Drawing item;
    // A bullet says nothing that the list does not say; a number is part of the text.
    const bool is_text =
        std::holds_alternative<std::shared_ptr<const Group>>(items[i].label.drawing.front());
    place(item, std::move(items[i].label), 0, 0, {is_text ? Role::label : Role::artifact});
    list.width = std::max(list.width, x + hang + items[i].body.width);
    place(item, std::move(items[i].body), hang, 0, {Role::list_body});
    place(list.drawing, {0, 0, std::move(item)}, x, y, {Role::list_item});
    y += height;
    list.height = std::max(list.height, y);
  }
  Block block{list.width, list.height, {}};
  place(block.drawing, std::move(list), 0, 0, {Role::list});
  return block;
}

std::vector<Item> bulleted_items(const Setter& setter, const std::vector<std::string>& items,
                                 const TextStyle& style, double width) {
  std::vector<Item> made;
  for (const std::string& item : items)
    made.push_back({bullet(style), set_text(setter, regular(item), style, width)});
  return made;
}

// Where the second column begins so that the longer one is as short as can be.
std::size_t even_split(const std::vector<Item>& items) {
  double left = 0, right = 0;
  for (const Item& item : items) right += item.height();
  std::size_t split = 0;
  while (split < items.size() && std::max(left + items[split].height(),
                                          right - items[split].height()) <= std::max(left, right)) {
    left += items[split].height();
    right -= items[split++].height();
  }
  return split;
}

}  // namespace

Block numbered_list(const Setter& setter, const std::vector<std::string>& items,
                    const TextStyle& style, double width, double hang) {
  if (items.empty()) return {};
  std::vector<Item> made;
  for (std::size_t i = 0; i < items.size(); ++i) {
    Block label;
    place(label.drawing, set_line(setter, bold(std::to_string(i + 1) + "."), style), 0, 0);
    made.push_back({std::move(label), set_text(setter, regular(items[i]), style, width - hang)});
  }
  return list_of(std::move(made), hang, {}, 0);
}

Block bulleted_list(const Setter& setter, const std::vector<std::string>& items,
                    const TextStyle& style, double width, double hang) {
  if (items.empty()) return {};
  return list_of(bulleted_items(setter, items, style, width - hang), hang, {}, 0);
}

Block two_column_list(const Setter& setter, const std::vector<std::string>& items,
                      const TextStyle& style, double width, double gutter, double hang) {
  if (items.empty()) return {};
  const double column = (width - gutter) / 2;
  std::vector<Item> made = bulleted_items(setter, items, style, column - hang);
  const std::size_t split = even_split(made);
  return list_of(std::move(made), hang, {split}, column + gutter);
}

Block barred(const Setter& setter, const Paragraph& text, const TextStyle& style, double width,
             double bar, double gap) {
  Block words = set_text(setter, text, style, width - bar - gap);
  Block block{width, words.height, {}};
  Block line{bar, words.height, {Fill{rectangle(0, 1, bar, words.height - 2), style.colour}}};
  place(block.drawing, std::move(line), 0, 0, {Role::artifact});
  place(block.drawing, std::move(words), bar + gap, 0, {Role::paragraph});
  return block;
}

Block framed(Block content, const FrameStyle& frame) {
  Block block{frame.width, content.height + 2 * frame.padding, {}};
  const double half = frame.line / 2;
  const Path outline = rounded_rectangle(half, half, block.width - frame.line,
                                         block.height - frame.line, frame.radius);
  place(block.drawing, {block.width, block.height, {Stroke{outline, Colour::black(), frame.line}}},
        0, 0, {Role::artifact});
  place(block.drawing, std::move(content), frame.padding, frame.padding);
  return block;
}

Block rule(double width, double thickness) {
  return {width, thickness, {Fill{rectangle(0, 0, width, thickness), Colour::black()}}};
}

Block stop_sign(const Setter& setter, const std::string& word, double size, double type_size) {
  Path octagon;
  for (int corner = 0; corner < 8; ++corner) {
    const double angle = (corner + 0.5) * std::numbers::pi / 4;
    const double radius = size / 2 / std::cos(std::numbers::pi / 8);
    const Point at{size / 2 + radius * std::cos(angle), size / 2 + radius * std::sin(angle)};
    corner == 0 ? octagon.move_to(at) : octagon.line_to(at);
  }
  octagon.close();
  Block block{size, size, {Fill{octagon, Colour::black()}}};
  Block text = set_line(setter, bold(word), continuing({type_size, 1, Colour::white()}));
  const double x = (size - text.width) / 2, y = (size - text.height) / 2;
  place(block.drawing, std::move(text), x, y);
  return block;
}

Block warning_sign(double size) {
  const double line = size / 14;
  Path triangle;
  triangle.move_to({size / 2, size * 0.08});
  triangle.line_to({size * 0.97, size * 0.9});
  triangle.line_to({size * 0.03, size * 0.9});
  triangle.close();
  Path stem;
  stem.move_to({size / 2, size * 0.36});
  stem.line_to({size / 2, size * 0.62});
  return {size,
          size,
          {Stroke{triangle, Colour::black(), line, Cap::round, Join::round},
           Stroke{stem, Colour::black(), line * 1.6, Cap::round},
           Fill{ellipse({size / 2, size * 0.77}, line, line), Colour::black()}}};
}

Block disc(const Setter& setter, int number, double diameter, double type_size, Colour colour) {
  Block block{diameter,
              diameter,
              {Fill{ellipse({diameter / 2, diameter / 2}, diameter / 2, diameter / 2), colour}}};
  Block text =
      set_line(setter, bold(std::to_string(number)), continuing({type_size, 1, Colour::white()}));
  const double x = (diameter - text.width) / 2, y = (diameter - text.height) / 2;
  place(block.drawing, std::move(text), x, y);
  return block;
}

}  // namespace kinescript
