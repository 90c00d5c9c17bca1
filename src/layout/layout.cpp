// SPDX-License-Identifier: MIT
#include "layout/layout.h"

#include <algorithm>

#include "base/translate.h"
#include "layout/card_block.h"
#include "layout/diary_block.h"
#include "layout/furniture.h"
#include "layout/mirror.h"
#include "layout/sheet_blocks.h"
#include "text/clean.h"

namespace kinescript {
namespace {

// Fills pages from the top. A block that does not fit begins the next page.
class PageFlow {
 public:
  PageFlow(const Stationery& stationery, Paper paper, const Furniture& furniture)
      : st_(stationery), size_(size_of(paper)), furniture_(furniture) {
    begin_page();
  }

  double room(double gap) const { return furniture_.content_bottom() - top_of(gap); }
  bool fits(const Block& block, double gap) const { return block.height <= room(gap); }

  // Returns where the block begins: its page and y. `what` it is, for the clinician, when it is
  // higher than a page: "Exercise 3, “Hip lift”,".
  OutlineEntry put(Block block, double gap, const std::string& what) {
    if (!fits(block, gap)) begin_page();
    if (!fits(block, gap))
      throw Error(
          ErrorKind::invalid, "",
          trf("{} is higher than a page. Choose smaller letters, or shorten its words.", what));
    const double y = top_of(gap);
    y_ = y + block.height;
    page_is_empty_ = false;
    place(pages_.back().drawing, std::move(block), st_.margin_left, y);
    return {"", static_cast<int>(pages_.size()) - 1, y};
  }

  void put_on_new_page(Block block, double gap, const std::string& what) {
    if (!page_is_empty_) begin_page();
    put(std::move(block), gap, what);
  }

  std::size_t pages() const { return pages_.size(); }

  std::vector<Page> finish() && {
    for (std::size_t i = 0; i < pages_.size(); ++i)
      furniture_.draw_footer(pages_[i].drawing, i, pages_.size());
    return std::move(pages_);
  }

 private:
  double top_of(double gap) const { return page_is_empty_ ? y_ : y_ + gap; }
  void begin_page() {
    pages_.push_back({size_.width, size_.height, {}});
    furniture_.draw_header(pages_.back().drawing, pages_.size() - 1);
    y_ = furniture_.content_top();
    page_is_empty_ = true;
  }

  const Stationery& st_;
  PaperSize size_;
  const Furniture& furniture_;
  std::vector<Page> pages_;
  double y_ = 0;
  bool page_is_empty_ = true;
};

std::string quoted(const std::string& heading) {
  return "The box \xE2\x80\x9C" + heading + "\xE2\x80\x9D";
}

double height_of(const Block& block) { return block.height; }
double height_of(const std::vector<Block>& blocks) {
  double highest = 0;
  for (const Block& block : blocks) highest = std::max(highest, block.height);
  return highest;
}

// What must not be split and is too high at the chosen size is set smaller, a point at a time, down
// to the layout's least: readable and whole is better than refused.
template <class Make>
auto no_higher_than(double height, const Stationery& stationery, Make make) {
  auto made = make(stationery);
  for (double size = stationery.body - 1; height_of(made) > height && size >= stationery.least;
       --size)
    made = make(resized(stationery, size));
  return made;
}

std::string sides(int pages) {
  return trn("{} side of paper", "{} sides of paper", static_cast<std::size_t>(pages));
}

}  // namespace

TooManyPages::TooManyPages(int most, int needed)
    : Error(ErrorKind::invalid, "",
            trf("This layout holds {} and the plan needs {}. Use the standard layout, or fewer "
                "exercises.",
                sides(most), sides(needed))) {}

Pages lay_out(const Handout& handout, const Stationery& stationery, Paper paper, const Faces& faces,
              SetTexts* kept) {
  const Setter setter{faces, handout.language, kept};
  const Furniture furniture(setter, stationery, paper, handout);
  const SheetBuilder sheet(setter, stationery, paper);
  PageFlow flow(stationery, paper, furniture);
  const double gap = stationery.block_gap;

  const double page_height = furniture.content_bottom() - furniture.content_top();
  // One box, set smaller where it would be higher than `room`.
  const auto box = [&](double room, auto make) {
    return no_higher_than(room, stationery, [&](const Stationery& sized) {
      return make(SheetBuilder(setter, sized, paper));
    });
  };
  using Sheet = const SheetBuilder&;

  const auto put = [&](const std::string& heading, double room, auto make) {
    Block block = box(room, make);
    if (!block.empty()) flow.put(std::move(block), gap, quoted(heading));
  };

  // What to take care of stands before the first exercise, the most urgent first.
  flow.put(box(page_height, [&](Sheet sized) { return sized.opening(handout); }), gap,
           "The title with the main message");
  put(handout.stop_word, flow.room(gap), [&](Sheet sized) { return sized.stop_box(handout); });
  put(handout.precautions.heading, page_height,
      [&](Sheet sized) { return sized.precautions(handout.precautions); });
  put(handout.stop_word, page_height, [&](Sheet sized) { return sized.call_box(handout); });
  put(handout.stop_word, page_height, [&](Sheet sized) { return sized.doctor_box(handout); });
  put(handout.more_precautions.heading, page_height,
      [&](Sheet sized) { return sized.precautions(handout.more_precautions); });
  put(handout.reminders.heading, page_height,
      [&](Sheet sized) { return sized.reminders(handout.reminders); });
  put(handout.pain_rule.heading, page_height,
      [&](Sheet sized) { return sized.pain_rule(handout.pain_rule); });
  put(handout.news.heading, page_height,
      [&](Sheet sized) { return sized.reminders(handout.news); });

  Pages pages;
  for (const Card& card : handout.cards) {
    Block block = no_higher_than(page_height, stationery, [&](const Stationery& sized) {
      return card_block(setter, sized, paper, card, handout.palette);
    });
    OutlineEntry entry = flow.put(
        std::move(block), gap,
        "Exercise " + std::to_string(card.number) + ", \xE2\x80\x9C" + card.name + "\xE2\x80\x9D,");
    entry.title = std::to_string(card.number) + ". " + card.name;
    pages.outline.push_back(std::move(entry));
  }
  for (Block& table : sheet.glance(handout.glance, page_height))
    flow.put(std::move(table), gap, quoted(handout.glance.heading));
  const auto most_pages = static_cast<std::size_t>(stationery.most_pages);
  const bool is_bounded = most_pages > 0;
  // A single sheet has the steps of as many easier ways as it has room for; the cards name them
  // all.
  for (Block& easier :
       box(page_height, [&](Sheet sized) { return sized.easier_ways(handout, page_height); }))
    if (!is_bounded || flow.pages() < most_pages || flow.fits(easier, gap))
      flow.put(std::move(easier), gap, quoted(handout.easier.heading));
  if (is_bounded && flow.pages() > most_pages)
    throw TooManyPages(stationery.most_pages, static_cast<int>(flow.pages()));
  for (Block& diary : diary_sheets(setter, stationery, paper, handout.diary, page_height))
    flow.put_on_new_page(std::move(diary), gap, "The diary");
  pages.pages = std::move(flow).finish();
  pages.title = handout.document_title;
  pages.author = handout.author;
  pages.language = handout.language;
  if (right_to_left(pages.language)) mirror(pages, faces);
  return pages;
}

}  // namespace kinescript
