// SPDX-License-Identifier: MIT
// Whether the letters can be read: sizes, lines, margins, contrast.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.h"
#include "standards/check_parts.h"
#include "standards/reading.h"

namespace kinescript {
namespace {

constexpr double kHeading = 1.15, kPitch = 1.25, kTolerance = 0.05;
constexpr double kClearPrint = 12, kCompactPrint = 10, kLargePrint = 16;
constexpr std::size_t kLongestLine = 70, kMostParagraphWords = 60, kMostParagraphLines = 4;
constexpr double kMillimetre = 72 / 25.4;
constexpr double kSideMargin = 14 * kMillimetre, kCompactMargin = 13 * kMillimetre,
                 kTopMargin = 8 * kMillimetre;

double channel(std::uint8_t value) {
  const double c = value / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double luminance(Colour c) {
  return 0.2126 * channel(c.red) + 0.7152 * channel(c.green) + 0.0722 * channel(c.blue);
}
// Against the white page; white stands on black or on the accent.
double contrast(Colour colour) {
  const Colour other = colour == Colour::white() ? Colour::rgb(0x0B6468) : Colour::white();
  const double a = luminance(colour), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

struct Measured {
  double least = 1e9, left = 1e9, right = 1e9, top = 1e9, bottom = 1e9, contrast = 21;
  std::size_t longest_line = 0, lines_of_paragraph = 0;
  double tightest = 1e9;
  std::size_t missing = 0, hyphens = 0;
  std::vector<std::string> fonts;
};

struct PrintedLine {
  double y = 0, size = 0;
  std::string text;
};

// The runs of one element, put together to lines.
void see_element(const std::vector<const PlacedText*>& runs, Measured& measured) {
  std::vector<PrintedLine> lines;
  for (const PlacedText* run : runs) {
    if (lines.empty() || std::abs(lines.back().y - run->box.bottom) > 1)
      lines.push_back({run->box.bottom, run->size, ""});
    lines.back().text += run->text;
  }
  const Role role = runs.front()->role;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    measured.longest_line =
        std::max(measured.longest_line, code_points(std::string(trim(lines[i].text))));
    measured.hyphens += i + 1 < lines.size() && lines[i].text.find("\xC2\xAD") != std::string::npos;
    if (i > 0 && role != Role::heading1 && lines[i].y > lines[i - 1].y)
      measured.tightest =
          std::min(measured.tightest, (lines[i].y - lines[i - 1].y) / lines[i].size);
  }
  if (role != Role::paragraph) return;
  std::set<long> heights;  // cells of a dose stand side by side on one line
  for (const PrintedLine& line : lines) heights.insert(std::lround(line.y));
  measured.lines_of_paragraph = std::max(measured.lines_of_paragraph, heights.size());
}

bool is_running_text(const PlacedText& run) {
  return !run.furniture && !run.in_figure &&
         (run.role == Role::paragraph || run.role == Role::list_body || run.role == Role::heading1);
}

void see_page(const std::vector<PlacedText>& runs, const Page& page, Measured& measured) {
  std::map<int, std::vector<const PlacedText*>> elements;
  for (const PlacedText& run : runs) {
    measured.least = std::min(measured.least, run.size);
    measured.left = std::min(measured.left, run.box.left);
    measured.right = std::min(measured.right, page.width - run.box.right);
    measured.top = std::min(measured.top, run.box.top);
    measured.bottom = std::min(measured.bottom, page.height - run.box.bottom);
    measured.contrast = std::min(measured.contrast, contrast(run.colour));
    measured.missing += run.text.find("\xEF\xBF\xBD") != std::string::npos;
    if (std::find(measured.fonts.begin(), measured.fonts.end(), run.font) == measured.fonts.end())
      measured.fonts.push_back(run.font);
    if (is_running_text(run)) elements[run.element].push_back(&run);
  }
  for (const auto& entry : elements) see_element(entry.second, measured);
}

bool shouts(const std::string& text) {
  int capitals = 0;
  for (const std::string& word : split_words(text)) {
    const bool capital = word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) {
                           return c >= 'A' && c <= 'Z';
                         });
    capitals = capital ? capitals + 1 : 0;
    if (capitals > 2) return true;
  }
  return false;
}

void check_sizes(const CheckContext& context, const Measured& seen, CheckList& list) {
  const Stationery& st = context.on.stationery;
  const double name = st.card_name / st.body, heading = st.box_heading / st.body;
  const bool sections =
      std::all_of(context.on.handout.cards.begin(), context.on.handout.cards.end(),
                  [](const Card& card) { return !card.section.empty(); });
  list.decide(36, name >= kHeading - 0.001 && heading >= kHeading - 0.001 && sections,
              "names " + one_decimal(100 * name) + " %, box headings " +
                  one_decimal(100 * heading) + " % of the body");
  const double least = context.compact ? kCompactPrint : kClearPrint;
  list.decide(38, seen.least >= least - kTolerance && st.body >= least,
              "smallest " + one_decimal(seen.least) + " pt, body " + one_decimal(st.body) + " pt");
  const bool asked = context.large && st.least >= kLargePrint;
  list.decide(
      39, !asked || seen.least >= kLargePrint - kTolerance,
      asked ? "smallest " + one_decimal(seen.least) + " pt, body " + one_decimal(st.body) + " pt"
            : "not large print");
}

void check_fonts(const CheckContext& context, const Measured& seen, CheckList& list) {
  bool sans = true, upright = true;
  for (const std::string& font : seen.fonts) {
    sans = sans && font.find("Serif") == std::string::npos && font.find("Noto") == 0;
    upright = upright && font.find("Italic") == std::string::npos;
  }
  list.decide(40, sans, join(seen.fonts, ", "));
  list.decide(41, seen.hyphens == 0, std::to_string(seen.hyphens) + " hyphenated lines");
  std::size_t shouted = 0;
  for (const std::string& text : context.patient_text) shouted += shouts(text);
  list.decide(42, upright && shouted == 0, std::to_string(shouted) + " in capitals");
  const std::vector<std::string> without =
      letters_without_font(context.on.handout, context.on.faces);
  list.decide(50, seen.missing == 0 && without.empty(),
              without.empty() ? std::to_string(seen.missing) + " letters without a font"
                              : "no installed font has " + join(without, ", "));
}

void check_lines(const CheckContext& context, const Measured& seen, CheckList& list) {
  std::size_t longest = 0;
  for (const std::string& text : context.patient_text)
    longest = std::max(longest, words_of(text).size());
  list.decide(37, seen.lines_of_paragraph <= kMostParagraphLines && longest <= kMostParagraphWords,
              "at most " + count(seen.lines_of_paragraph, "line") + ", " + count(longest, "word"));
  list.decide(43, seen.tightest >= kPitch - 0.01,
              "pitch " + one_decimal(100 * seen.tightest) + " %");
  const double column = std::min(context.on.stationery.words_width(context.on.paper),
                                 context.on.stationery.picture_width);
  list.decide(44, seen.longest_line <= kLongestLine,
              "longest line " + count(seen.longest_line, "letter") + ", narrowest column " +
                  in_millimetres(column));
  const double side = context.compact ? kCompactMargin : kSideMargin;
  list.decide(45,
              std::min(seen.left, seen.right) >= side - 0.1 &&
                  std::min(seen.top, seen.bottom) >= kTopMargin - 0.1,
              "left " + in_millimetres(seen.left) + ", right " + in_millimetres(seen.right) +
                  ", top " + in_millimetres(seen.top) + ", bottom " + in_millimetres(seen.bottom));
}

void check_over_pictures(const CheckContext& context, CheckList& list) {
  std::size_t over = 0;
  for (std::size_t page = 0; page < context.on.pages.pages.size(); ++page)
    for (const Box& figure : placed_figures(context.on.pages.pages[page]))
      for (const PlacedText& run : context.placed[page])
        over += !run.in_figure && run.box.left < figure.right && run.box.right > figure.left &&
                run.box.top < figure.bottom && run.box.bottom > figure.top;
  list.decide(46, over == 0, std::to_string(over) + " texts over pictures");
}

void check_contrast(const CheckContext& context, const Measured& seen, CheckList& list) {
  double lines = 21;
  for (const Page& page : context.on.pages.pages)
    for (const PlacedLine& line : placed_lines(page))
      lines = std::min(lines, contrast(line.colour));
  list.decide(47, seen.contrast >= 4.5, one_decimal(seen.contrast) + " : 1");
  list.decide(48, lines >= 3, one_decimal(lines) + " : 1");
  // Contrast is of luminance alone, so a grey copy keeps it.
  list.decide(49, seen.contrast >= 4.5 && lines >= 3,
              context.on.handout.palette == Palette::colour ? "colour only for accents"
                                                            : "black and white");
}

}  // namespace

void check_type(const CheckContext& context, CheckList& list) {
  Measured seen;
  for (std::size_t page = 0; page < context.placed.size(); ++page)
    see_page(context.placed[page], context.on.pages.pages[page], seen);
  check_sizes(context, seen, list);
  check_fonts(context, seen, list);
  check_lines(context, seen, list);
  check_over_pictures(context, list);
  check_contrast(context, seen, list);
  const Pages& pages = context.on.pages;
  const PaperSize size = size_of(context.on.paper);
  list.decide(51,
              !pages.title.empty() && !pages.author.empty() && !pages.language.empty() &&
                  pages.outline.size() == context.on.handout.cards.size() &&
                  std::abs(pages.pages.front().width - size.width) < 0.1,
              "title, author, " + pages.language + ", " + count(pages.outline.size(), "bookmark") +
                  ", " + std::string(word(context.on.paper)));
  list.flag(52, true, "tagged; no validator has looked at it");
}

}  // namespace kinescript
