// SPDX-License-Identifier: MIT
#include "layout/furniture.h"

#include <algorithm>

#include "base/text.h"
#include "layout/elements.h"

namespace kinescript {
namespace {

constexpr double kMillimetre = 72 / 25.4;
constexpr double kLogoHeight = 12 * kMillimetre, kLogoWidth = 30 * kMillimetre,
                 kLogoGap = 3 * kMillimetre;
constexpr double kFooterLeading = 1.25;
constexpr std::size_t kManyPages = 99;  // room is kept for this page number

}  // namespace

Furniture::Furniture(const Setter& setter, const Stationery& stationery, Paper paper,
                     const Handout& handout)
    : setter_(setter),
      st_(stationery),
      handout_(handout),
      paper_(size_of(paper)),
      width_(stationery.content_width(paper)),
      content_top_(st_.margin_top + header().height),
      content_bottom_(paper_.height - st_.margin_bottom -
                      footer(kManyPages - 1, kManyPages).height - st_.footer_gap) {}

// 12 mm high, or as wide as it may be.
Block Furniture::logo() const {
  if (!handout_.header.logo) return {};
  Image image = *handout_.header.logo;
  const double scale = std::min(kLogoHeight / image.height, kLogoWidth / image.width);
  image.place = {0, 0, image.width * scale, image.height * scale};
  return {image.place.right, image.place.bottom, {image}};
}

Block Furniture::header() const {
  Block picture = logo();
  const double x = picture.empty() ? 0 : picture.width + kLogoGap;
  const double half = (width_ - st_.gutter) / 2;
  const TextStyle small{st_.header, st_.leading}, clinic{st_.clinic_name, st_.leading};
  TextStyle small_right = small, patient{st_.patient_name, st_.leading};
  small_right.to_the_right = patient.to_the_right = true;
  Column left, right;
  left.add(set_text(setter_, bold(handout_.header.clinic), clinic, half - x), Role::paragraph);
  left.add(set_text(setter_, regular(handout_.header.contact), small, half - x), Role::paragraph);
  right.add(set_text(setter_, bold(handout_.header.patient), patient, half), Role::paragraph);
  right.add(set_text(setter_, regular(handout_.header.plan_line), small_right, half),
            Role::paragraph);
  const double height = std::max({left.height(), right.height(), picture.height});
  Block sides{width_, height, {}};
  const double left_y = height - left.height(), right_y = height - right.height();
  if (!picture.empty()) {
    const double y = (height - picture.height) / 2;
    place(sides.drawing, std::move(picture), 0, y, {Role::artifact});
  }
  place(sides.drawing, std::move(left).block(), x, left_y);
  place(sides.drawing, std::move(right).block(), width_ - half, right_y);
  Column header;
  header.add(std::move(sides));
  header.gap(st_.header_gap);
  header.add(rule(width_, st_.header_line), Role::artifact);
  Block block = std::move(header).block();
  block.height += 1.6 * st_.header_gap;
  return block;
}

// Left and right on one line; one below the other when they do not fit.
Block Furniture::line_of_two(Block left, Block right) const {
  const bool together = left.width + right.width + st_.gutter <= width_;
  Block line{
      width_, together ? std::max(left.height, right.height) : left.height + right.height, {}};
  const double x = together ? width_ - right.width : 0, y = together ? 0 : left.height;
  place(line.drawing, std::move(left), 0, 0, {Role::paragraph});
  place(line.drawing, std::move(right), x, y, {Role::paragraph});
  return line;
}

Block Furniture::footer(std::size_t index, std::size_t count) const {
  const TextStyle style{st_.footer, kFooterLeading};
  const HandoutFooter& words = handout_.footer;
  const auto set = [&](const Paragraph& paragraph) {
    return set_text(setter_, paragraph, style, width_);
  };
  std::string page_of = replace_all(words.page_of, "{page}", std::to_string(index + 1));
  page_of = replace_all(std::move(page_of), "{pages}", std::to_string(count));
  Column footer;
  footer.add(rule(width_, st_.thin_line), Role::artifact);
  footer.gap(st_.footer_gap);
  footer.add(line_of_two(set(words.questions),
                         set({{words.owner + " \xC2\xB7 ", false}, {page_of, true}})));
  footer.add(line_of_two(set(words.next_visit), set(regular(words.content))));
  return std::move(footer).block();
}

void Furniture::draw_header(Drawing& page, std::size_t index) const {
  place(page, header(), st_.margin_left, st_.margin_top,
        {index == 0 ? Role::none : Role::artifact});
}

void Furniture::draw_footer(Drawing& page, std::size_t index, std::size_t count) const {
  Block block = footer(index, count);
  const double y = paper_.height - st_.margin_bottom - block.height;
  place(page, std::move(block), st_.margin_left, y,
        {index + 1 == count ? Role::none : Role::artifact});
}

}  // namespace kinescript
