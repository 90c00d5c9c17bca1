// SPDX-License-Identifier: MIT
#include "render/pdf.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <regex>

#include "base/error.h"
#include "base/text.h"
#include "helpers/fonts.h"
#include "helpers/tool.h"
#include "text/measure.h"

using namespace kinescript;

namespace {

constexpr double kWidth = 595.28, kHeight = 841.89;
const Box kFigureBox{0, 0, 100, 80};

void add(Drawing& to, std::vector<GlyphRun> runs) {
  for (GlyphRun& run : runs) to.push_back(std::move(run));
}

Drawing line(std::string_view text, double y, double size = 11, Weight weight = Weight::regular,
             std::string_view language = "en", double x = 50) {
  Drawing drawing;
  add(drawing, shape_line(noto(), weight, size, Colour::black(), {x, y}, text, language));
  return drawing;
}

// (A braced list of Nodes makes g++ 12 warn of variables that are not there.)
template <class... Nodes>
Drawing of(Nodes&&... nodes) {
  Drawing drawing;
  (drawing.emplace_back(std::forward<Nodes>(nodes)), ...);
  return drawing;
}

Node meaning(Role role, Drawing children, std::string language = {}, bool continues = false) {
  return group(std::move(children), {}, {role, {}, std::move(language), continues});
}

Node figure(const std::string& key, Point at, const std::string& alternative) {
  auto made = std::make_shared<Group>();
  made->children = of(Fill{ellipse({50, 40}, 40, 30), Colour::rgb(0xE4E9EC)},
                      Stroke{ellipse({50, 40}, 40, 30), Colour::black(), 0.9});
  made->transform = Matrix::translate(at.x, at.y);
  made->cache_key = key;
  made->bounds = kFigureBox;
  made->meaning = {Role::figure, alternative};
  return made;
}

Pages one_page(Drawing drawing) {
  return {{{kWidth, kHeight, std::move(drawing)}}, "Knee program", "Hillside Clinic", "en-GB", {}};
}

std::string write(const Pages& pages) { return PdfWriter(noto()).write(pages); }

// What pdftotext reads from a page, without the page break.
std::string read_back(const std::string& bytes, const std::string& options = "-raw") {
  const ScratchFile file("read.pdf", bytes);
  ToolResult read = run_tool("pdftotext " + options + " " + file.path() + " -");
  BOOST_TEST(read.status == 0);
  BOOST_TEST(read.err == "");
  return replace_all(read.out, "\f", "");
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + part.size()))
    ++found;
  return found;
}

// A document with everything in it: two pages, tags, a figure twice, several scripts, a picture,
// bookmarks.
Pages handout() {
  Drawing first, second;
  first.push_back(
      Fill{rectangle(0, 0, kWidth, 20), Colour::rgb(0x157A7E)});  // furniture: no meaning
  first.push_back(meaning(Role::heading1, line("Knee program – week 1", 70, 22, Weight::bold)));
  Drawing paragraph = line("Do these exercises twice a day. ", 100);
  add(paragraph, shape_line(noto(), Weight::bold, 11, Colour::black(), {50, 115},
                            "Office fjord AVATAR.", "en"));
  first.push_back(meaning(Role::paragraph, paragraph));
  first.push_back(
      meaning(Role::paragraph, line("Zażółć gęślą jaźń", 130, 11, Weight::regular, "pl"), "pl"));
  first.push_back(figure("figure-1", {50, 150}, "Lying on the back, lifting the hips 😀"));
  const auto item = [&](const char* label, const char* text, double y) {
    return meaning(Role::list_item,
                   of(meaning(Role::label, line(label, y)),
                      meaning(Role::list_body, line(text, y, 11, Weight::regular, "en", 70))));
  };
  first.push_back(meaning(
      Role::list, of(item("1.", "Lie on your back.", 260), item("2.", "Bend both knees.", 275))));
  second.push_back(meaning(Role::list, of(item("3.", "Lift your hips.", 60)), {}, true));
  second.push_back(figure("figure-1", {50, 150}, "Lying on the back, hips lifted"));
  second.push_back(meaning(
      Role::table,
      of(meaning(Role::table_row,
                 of(meaning(Role::table_header, line("Day", 300)),
                    meaning(Role::table_header, line("Sets", 300, 11, Weight::bold, "en", 120)))),
         meaning(Role::table_row,
                 of(meaning(Role::table_header, line("Monday", 320)),
                    meaning(Role::table_cell, line("2", 320, 11, Weight::regular, "en", 120)))))));
  second.push_back(meaning(Role::artifact, line("Page 2 of 2", 820, 8)));
  Pages pages = one_page(first);
  pages.pages.push_back({kWidth, kHeight, second});
  pages.outline = {{"Ćwiczenie 1 😀", 0, 150}, {"Diary", 1, 300}};
  return pages;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_test)

BOOST_AUTO_TEST_CASE(a_handout_is_a_sound_pdf_without_a_warning_from_anybody) {
  const ScratchFile file("sound.pdf", write(handout()));
  const ToolResult qpdf = run_tool("qpdf --check " + file.path());
  BOOST_TEST(qpdf.status == 0, qpdf.out + qpdf.err);
  BOOST_TEST(qpdf.out.find("WARNING") == std::string::npos);
  for (const char* tool : {"pdftoppm -r 50 ", "pdftotext ", "pdffonts ", "pdfinfo "}) {
    const ToolResult result =
        run_tool(tool + file.path() + (std::string(tool) == "pdftotext " ? " -" : ""));
    BOOST_TEST(result.status == 0);
    BOOST_TEST(result.err == "", tool + result.err);
  }
}

BOOST_AUTO_TEST_CASE(every_font_is_ours_embedded_cut_and_readable) {
  const ScratchFile file("fonts.pdf", write(handout()));
  const std::string fonts = run_tool("pdffonts " + file.path()).out;
  const std::regex row(
      "[A-Z]{6}\\+NotoSans-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes .*");
  int rows = 0;
  for (const std::string& each : split(fonts, "\n")) {
    if (each.rfind("name ", 0) == 0 || each.rfind("---", 0) == 0) continue;
    BOOST_TEST(std::regex_match(each, row), each);
    ++rows;
  }
  BOOST_TEST(rows == 2);
}

BOOST_AUTO_TEST_CASE(text_comes_back_as_it_was_composed) {
  const std::vector<std::string> lines = {"AVATAR Wolf To. Type fjord office Tea affluent fi fl ﬁ",
                                          "Zażółć gęślą jaźń ŁÓDŹ ĄĘĆŃŚŻ",
                                          "Ελληνικά: άσκηση γόνατος ΐ ΰ ή",
                                          "Русский: упражнение для колена ъёщ",
                                          "đầu gối duỗi thẳng Ấ ỗ ẵ Ữ",
                                          "Ω µ μ - ‐ 3 × 10, 8–12, ½ ✓ → ≥",
                                          "घुटने का व्यायाम: पैर सीधा करें",
                                          "Two faces: knee 膝"};
  Drawing drawing;
  double y = 60;
  std::string composed;
  for (const std::string& text : lines) {
    drawing.push_back(meaning(Role::paragraph, line(text, y += 30, 14)));
    composed += replace_all(text, "膝", "\uFFFD") + "\n";
  }
  BOOST_TEST(read_back(write(one_page(drawing))) == composed);
}

BOOST_AUTO_TEST_CASE(arabic_comes_back_in_reading_order) {
  // Without signs: pdftotext itself puts a sign in right-to-left text after the blank that follows it.
  const std::string text = "تمرين الركبة ابسط الساق لا تتوقف";
  std::string read = read_back(
      write(one_page(of(meaning(Role::paragraph, line(text, 60, 14, Weight::regular, "ar"))))), "");
  for (const char* control : {"\u202A", "\u202B", "\u202C", "\u200E", "\u200F", "\n"})
    read = replace_all(read, control, "");
  BOOST_TEST(read == text);
}

BOOST_AUTO_TEST_CASE(the_letters_on_paper_are_the_letters_of_the_font) {
  // The same lines as glyphs of the cut font and as outlines of the whole font. Vietnamese letters
  // are composites of composites, whose accents libharu's own fonts lose.
  Drawing letters, outlines;
  double y = 10;
  for (const char* text : {"đầu gối duỗi thẳng Ấ ỗ ẵ Ữ", "Zażółć AVATAR office", "تمرين الركبة لا",
                           "पैर सीधा करें कि क्षत्रिय"})
    for (const GlyphRun& run :
         shape_line(noto(), Weight::regular, 20, Colour::black(), {10, y += 30}, text, "en")) {
      letters.push_back(run);
      const Face& face = noto().face(run.face);
      const double k = run.size / face.units_per_em();
      double pen = 0;
      for (const Glyph& glyph : run.glyphs) {
        outlines.push_back(group(of(Fill{face.outline(glyph.id), Colour::black()}),
                                 Matrix::translate(run.origin.x + (pen + glyph.x_offset) * k,
                                                   run.origin.y - glyph.y_offset * k) *
                                     Matrix::scale(k, k)));
        pen += glyph.advance;
      }
    }
  const ScratchFile glyphs("glyphs.pdf", write({{{420, 150, letters}}, "Letters", "", "en", {}}));
  const ScratchFile shapes("shapes.pdf", write({{{420, 150, outlines}}, "Letters", "", "en", {}}));
  const GreyPicture a = draw_page(glyphs.path(), 1, 216), b = draw_page(shapes.path(), 1, 216);
  BOOST_TEST(blocks_that_differ(a, b) == 0);
  BOOST_TEST(std::count_if(a.pixels.begin(), a.pixels.end(),
                           [](char c) { return static_cast<unsigned char>(c) < 128; }) > 5000);
}

BOOST_AUTO_TEST_CASE(words_lie_where_they_were_measured) {
  Drawing drawing;
  const std::vector<std::string> words = {"Bridge", "AVATAR", "hamstrings", "weight-bearing",
                                          "Zażółć"};
  struct Place {
    std::string word;
    double left, right, baseline;
  };
  std::vector<Place> places;
  double y = 50;
  for (const Weight weight : {Weight::regular, Weight::bold})
    for (const double size : {7.5, 11.0, 18.0}) {
      double x = 40;
      y += 40;
      for (const std::string& word : words) {
        add(drawing, shape_line(noto(), weight, size, Colour::black(), {x, y}, word, "en"));
        const double wide = width(noto(), weight, size, word, "en");
        places.push_back({word, x, x + wide, y});
        x += wide + size;
      }
    }
  const std::string boxes =
      read_back(write(one_page(of(meaning(Role::paragraph, drawing)))), "-bbox");
  for (const Place& place : places) {
    const std::regex word(
        "<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">" +
        place.word + "<");
    bool found = false;
    for (std::sregex_iterator at(boxes.begin(), boxes.end(), word), end; at != end; ++at) {
      const std::smatch& box = *at;
      found = found || (std::abs(std::stod(box[1]) - place.left) < 0.1 &&
                        std::abs(std::stod(box[3]) - place.right) < 0.1 &&
                        std::stod(box[2]) < place.baseline && std::stod(box[4]) > place.baseline);
    }
    BOOST_TEST(found, place.word << " at " << place.left << " " << place.baseline);
  }
}

BOOST_AUTO_TEST_CASE(rounded_widths_do_not_add_up_to_a_drift) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "illi";
  Drawing drawing = line(text, 50, 2);
  add(drawing, shape_line(noto(), Weight::regular, 2, Colour::black(), {50, 60}, "x", "en"));
  const std::string boxes =
      read_back(write(one_page(of(meaning(Role::paragraph, drawing)))), "-bbox");
  std::smatch match;
  BOOST_REQUIRE(
      std::regex_search(boxes, match, std::regex("xMax=\"([0-9.]+)\" yMax=\"[0-9.]+\">illi")));
  BOOST_TEST(std::abs(std::stod(match[1]) - 50 - width(noto(), Weight::regular, 2, text, "en")) <
             0.05);
}

BOOST_AUTO_TEST_CASE(equal_pages_give_equal_bytes_warm_and_cold) {
  PdfWriter writer(noto());
  const std::string first = writer.write(handout());
  writer.write(one_page(line("Something else entirely: knee", 60)));
  BOOST_TEST((writer.write(handout()) == first));
  writer.clear();
  BOOST_TEST((writer.write(handout()) == first));
  const Faces fresh = Faces::load(noto_sans_paths(font_folders()));
  BOOST_TEST((PdfWriter(fresh).write(handout()) == first));
  BOOST_TEST(first.find("CreationDate") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_structure_reads_as_the_document) {
  const ScratchFile file("tags.pdf", write(handout()));
  const std::string tree = run_tool("pdfinfo -struct-text " + file.path()).out;
  std::vector<std::string> words = split_words(tree);
  const std::string flat = join(words, " ");
  BOOST_TEST(flat.find("Document H1 (block) \"Knee program – week 1\"") != std::string::npos, tree);
  BOOST_TEST(
      flat.find("\"Do these exercises twice a day. Office fjord AVATAR.\"") != std::string::npos,
      tree);
  BOOST_TEST(
      flat.find("Lbl (block) \"1.\" LBody (block) \"Lie on your back.\"") != std::string::npos,
      tree);
  // The list goes on on the second page: one list with three items, and no second one.
  BOOST_TEST(count(flat, " L (block)") == 1u);
  BOOST_TEST(count(flat, "LI (block)") == 3u);
  BOOST_TEST(flat.find("\"Bend both knees.\" LI (block) Lbl (block) \"3.\"") != std::string::npos,
             tree);
  BOOST_TEST(count(flat, "Figure") == 2u);
  BOOST_TEST(count(flat, "TH: /Scope") == 3u);
  BOOST_TEST(flat.find("Page 2 of 2") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(figures_say_what_they_show_and_where_they_are) {
  const ScratchFile file("alt.pdf", write(handout()));
  const std::string json = run_tool("qpdf --json " + file.path()).out;
  BOOST_TEST(json.find("Lying on the back, lifting the hips 😀") != std::string::npos);
  const std::string structure = run_tool("pdfinfo -struct " + file.path()).out;
  // From the page's lower edge: 841.89 - 150 - 80 = 611.89.
  BOOST_TEST(structure.find("BBox [50 611.89 150 691.89]") != std::string::npos, structure);
  BOOST_TEST(structure.find("Column") != std::string::npos);
  BOOST_TEST(structure.find("Row") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_mark_on_a_page_has_its_element_and_every_element_its_mark) {
  const ScratchFile file("marks.pdf", write(handout()));
  const ScratchFile plain("plain.pdf", "");
  run_tool("qpdf --qdf --object-streams=disable " + file.path() + " " + plain.path());
  const std::string text = run_tool("cat " + plain.path()).out;
  BOOST_TEST(count(text, "BDC\n") + count(text, "BMC\n") == count(text, "EMC\n"));
  BOOST_TEST(count(text, "q\n") >= count(text, " Do\n"));
  BOOST_TEST(text.find("/Artifact BMC") != std::string::npos);
  // Page 1: heading, two paragraphs, figure, two labels, two bodies. Page 2: label, body, figure,
  // four cells.
  BOOST_TEST(count(text, "/MCID ") == 8u + 7u + 0u, text.substr(0, 3000));
}

BOOST_AUTO_TEST_CASE(the_document_tells_its_title_language_and_bookmarks) {
  const std::string bytes = write(handout());
  const ScratchFile file("info.pdf", bytes);
  const std::string info = run_tool("pdfinfo " + file.path()).out;
  BOOST_TEST(std::regex_search(info, std::regex("Title: +Knee program\n")), info);
  BOOST_TEST(std::regex_search(info, std::regex("Author: +Hillside Clinic\n")), info);
  BOOST_TEST(std::regex_search(info, std::regex("Creator: +Kinescript\n")), info);
  BOOST_TEST(std::regex_search(info, std::regex("Producer: +Kinescript\n")), info);
  BOOST_TEST(std::regex_search(info, std::regex("Tagged: +yes\n")), info);
  BOOST_TEST(std::regex_search(info, std::regex("Metadata Stream: +yes\n")), info);
  BOOST_TEST(std::regex_search(info, std::regex("PDF version: +1.7\n")), info);
  const std::string meta = run_tool("pdfinfo -meta " + file.path()).out;
  BOOST_TEST(meta.find("<rdf:li xml:lang=\"x-default\">Knee program</rdf:li>") != std::string::npos,
             meta);
  BOOST_TEST(meta.find("pdfuaid") == std::string::npos);
  const std::string json = run_tool("qpdf --json " + file.path()).out;
  BOOST_TEST(json.find("Ćwiczenie 1 😀") != std::string::npos);
  BOOST_TEST(json.find("\"/DisplayDocTitle\": true") != std::string::npos);
  BOOST_TEST(json.find("en-GB") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_title_with_signs_of_xml_stays_a_title) {
  Pages pages = one_page(line("x", 60));
  pages.title = "Hip <left> & \"knee\"";
  const ScratchFile file("xml.pdf", write(pages));
  BOOST_TEST(run_tool("pdfinfo -meta " + file.path())
                 .out.find("Hip &lt;left&gt; &amp; &quot;knee&quot;") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_figure_drawn_twice_is_written_once) {
  const std::string bytes = write(handout());
  BOOST_TEST(count(bytes, "/Subtype/Form") == 1u);
  const ScratchFile file("twice.pdf", bytes);
  for (const int page : {1, 2}) {
    const GreyPicture picture = draw_page(file.path(), page, 72);
    BOOST_TEST(picture.at(100, 190) == 232,
               boost::test_tools::tolerance(0.02));  // inside the ellipse, grey E4E9EC
  }
}

BOOST_AUTO_TEST_CASE(a_keyed_group_with_text_is_drawn_though_it_cannot_be_a_form) {
  auto labelled = std::make_shared<Group>();
  labelled->children = line("1", 40, 20);
  labelled->cache_key = "with-text";
  labelled->bounds = kFigureBox;
  labelled->meaning = {Role::figure, "A figure with a number"};
  const std::string bytes = write(one_page(of(std::shared_ptr<const Group>(labelled))));
  BOOST_TEST(count(bytes, "/Subtype/Form") == 0u);
  BOOST_TEST(read_back(bytes) == "1\n");
}

BOOST_AUTO_TEST_CASE(what_is_clipped_or_turned_is_drawn_so) {
  auto clipped = std::make_shared<Group>();
  clipped->children = of(Fill{rectangle(0, 0, 50, 50), Colour::black()});
  clipped->transform =
      Matrix::translate(100, 100) * Matrix{0, 1, -1, 0, 0, 0};  // a quarter turn: to the left
  clipped->clip = rectangle(0, 0, 20, 50);
  const ScratchFile file(
      "clip.pdf",
      write(one_page(of(meaning(Role::figure, of(std::shared_ptr<const Group>(clipped)))))));
  const GreyPicture picture = draw_page(file.path(), 1, 72);
  BOOST_TEST(picture.at(75, 110) == 0);
  BOOST_TEST(picture.at(75, 130) == 255);
  BOOST_TEST(picture.at(125, 110) == 255);
}

BOOST_AUTO_TEST_CASE(pictures_lie_right_side_up_with_their_transparency) {
  Image image;
  image.width = 2;
  image.height = 2;
  image.has_alpha = true;
  const std::vector<std::uint8_t> pixels = {0, 0, 0, 255, 255, 255, 255, 255,
                                            0, 0, 0, 0,   0,   0,   0,   255};
  image.pixels = std::make_shared<const std::vector<std::uint8_t>>(pixels);
  image.place = {100, 100, 140, 140};
  const std::string bytes = write(one_page(of(image, image)));
  BOOST_TEST(count(bytes, "/Subtype/Image") == 2u);  // colours and mask, once
  const ScratchFile file("image.pdf", bytes);
  const GreyPicture picture = draw_page(file.path(), 1, 72);
  BOOST_TEST(picture.at(105, 105) == 0);    // first row, left: black
  BOOST_TEST(picture.at(135, 105) == 255);  // first row, right: white
  BOOST_TEST(picture.at(105, 135) == 255);  // second row, left: not there
  BOOST_TEST(picture.at(135, 135) == 0);
}

BOOST_AUTO_TEST_CASE(pictures_with_too_few_pixels_are_refused) {
  Image image;
  image.width = 65536;
  image.height = 65536;
  image.pixels = std::make_shared<const std::vector<std::uint8_t>>();
  image.place = {0, 0, 10, 10};
  BOOST_CHECK_THROW(write(one_page(of(image))), Error);
  image.width = image.height = 2;
  BOOST_CHECK_THROW(write(one_page(of(image))), Error);
}

BOOST_AUTO_TEST_CASE(numbers_that_are_no_numbers_are_refused) {
  const double nan = std::numeric_limits<double>::quiet_NaN(),
               infinite = std::numeric_limits<double>::infinity();
  for (const double wrong : {nan, infinite, 1e9}) {
    BOOST_CHECK_THROW(write(one_page(of(Fill{rectangle(wrong, 0, 1, 1), Colour::black()}))), Error);
    BOOST_CHECK_THROW(write(one_page(of(Stroke{rectangle(0, 0, 1, 1), Colour::black(), wrong}))),
                      Error);
    BOOST_CHECK_THROW(write(one_page(of(group(line("x", 0), Matrix::translate(wrong, 0))))), Error);
    BOOST_CHECK_THROW(write(one_page(line("x", wrong))), Error);
    BOOST_CHECK_THROW(write(one_page(line("x", 10, wrong))), Error);
    Pages pages = one_page(line("x", 10));
    pages.pages[0].height = wrong;
    BOOST_CHECK_THROW(write(pages), Error);
    pages = one_page(line("x", 10));
    pages.outline = {{"x", 0, wrong}};
    BOOST_CHECK_THROW(write(pages), Error);
  }
  auto keyed = std::make_shared<Group>();
  keyed->children = of(Fill{rectangle(nan, 0, 1, 1), Colour::black()});
  keyed->cache_key = "nan";
  BOOST_CHECK_THROW(write(one_page(of(std::shared_ptr<const Group>(keyed)))), Error);
}

BOOST_AUTO_TEST_CASE(a_document_without_pages_or_with_a_lost_bookmark_is_refused) {
  BOOST_CHECK_THROW(write(Pages{}), Error);
  Pages pages = one_page(line("x", 60));
  pages.outline = {{"Nowhere", 1, 0}};
  BOOST_CHECK_THROW(write(pages), Error);
}

BOOST_AUTO_TEST_CASE(an_empty_page_is_a_page) {
  const ScratchFile file("empty.pdf", write(one_page({})));
  BOOST_TEST(run_tool("qpdf --check " + file.path()).status == 0);
}

BOOST_AUTO_TEST_SUITE_END()
