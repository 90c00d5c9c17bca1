// SPDX-License-Identifier: MIT
// Texts of the window in other languages: none is missing, none is left over, none loses a field,
// and no text of src/gui goes past them.
#include "base/translate.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "app/shown_words.h"
#include "base/files.h"
#include "base/text.h"
#include "catalog/catalog.h"
#include "helpers/po.h"
#include "helpers/tool.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

const fs::path kRoot = KINESCRIPT_SOURCE_DIR;

// The whole program speaks English again at the end.
struct Speaking {
  explicit Speaking(TextSource source) { set_translation("xx", std::move(source)); }
  ~Speaking() { set_translation("en", {}); }
};

TextSource always(const std::string& text) {
  return [text](const char*, const std::size_t*) { return text; };
}

using Texts = std::set<std::pair<std::string, std::string>>;

Texts texts_of(const fs::path& file) {
  Texts texts;
  for (const PoEntry& entry : read_po(read_file(file))) texts.emplace(entry.english, entry.plural);
  return texts;
}

void same_texts(const Texts& wanted, const Texts& found, const std::string& way_out) {
  for (const auto& [english, plural] : wanted)
    BOOST_TEST(found.contains({english, plural}), "missing: \"" << english << "\". " << way_out);
  for (const auto& [english, plural] : found)
    BOOST_TEST(wanted.contains({english, plural}), "left over: \"" << english << "\". " << way_out);
}

// Fields by their place: {} {} are {0} {1}.
std::set<std::string> fields_of(const std::string& text) {
  std::set<std::string> fields;
  int next = 0;
  static const std::regex kField(R"(\{([^}]*)\})");
  for (std::sregex_iterator at(text.begin(), text.end(), kField), end; at != end; ++at) {
    const std::string name = (*at)[1];
    fields.insert(name.empty() ? std::to_string(next++) : name);
  }
  return fields;
}

// What stands behind the tab of a menu's entry: its key.
std::string key_of(const std::string& text) {
  const auto tab = text.find('\t');
  return tab == std::string::npos ? "" : text.substr(tab);
}

std::vector<fs::path> translations() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kRoot / "po"))
    if (entry.path().extension() == ".po") files.push_back(entry.path());
  return files;
}

// The literals of a source file, each with the call whose argument it is ("" = none).
struct Literal {
  std::string text, call;
  int line = 0;
};

class Scanner {
 public:
  explicit Scanner(std::string source) : source_(std::move(source)) {}

  std::vector<Literal> run() {
    while (at_ < source_.size()) step();
    return std::move(found_);
  }

 private:
  char now() const { return source_[at_]; }
  bool begins(std::string_view text) const {
    return std::string_view(source_).substr(at_).starts_with(text);
  }
  void skip_past(std::string_view end) {
    const auto found = source_.find(end, at_);
    at_ = found == std::string::npos ? source_.size() : found + end.size();
  }

  void step() {
    if (begins("//") || (now() == '#' && (at_ == 0 || source_[at_ - 1] == '\n'))) {
      skip_past("\n");
    } else if (begins("R\"(")) {
      skip_past(")\"");
      joined_ = false;
    } else if (now() == '"') {
      literal();
    } else if (now() == '\'') {
      at_ += source_[at_ + 1] == '\\' ? 4 : 3;
      joined_ = false;
    } else if (std::isspace(static_cast<unsigned char>(now()))) {
      ++at_;
    } else {
      code();
    }
  }

  void code() {
    joined_ = false;
    std::string word;
    while (at_ < source_.size() &&
           (std::isalnum(static_cast<unsigned char>(now())) || now() == '_'))
      word += source_[at_++];
    if (!word.empty()) {
      word_ = word;
      return;
    }
    if (now() == '(' || now() == '{' || now() == '[') calls_.push_back(now() == '(' ? word_ : "");
    if ((now() == ')' || now() == '}' || now() == ']') && !calls_.empty()) calls_.pop_back();
    word_.clear();
    ++at_;
  }

  void literal() {
    std::string text;
    const auto line =
        1 + std::count(source_.begin(), source_.begin() + static_cast<long>(at_), '\n');
    for (++at_; now() != '"'; ++at_) now() == '\\' ? void(++at_) : void(text += now());
    ++at_;
    if (joined_)
      found_.back().text += text;
    else
      found_.push_back({text, calls_.empty() ? "" : calls_.back(), static_cast<int>(line)});
    joined_ = true;
    word_.clear();
  }

  std::string source_, word_;
  std::size_t at_ = 0;
  std::vector<std::string> calls_;
  std::vector<Literal> found_;
  bool joined_ = false;  // the next literal goes on with the last one
};

// A letter and a blank, or a word with a capital. Not: the program's name, classes of the style
// sheet, keys, the files of a file dialog.
bool is_text(const std::string& text) {
  static const std::regex kWords("[A-Za-z].* |^ .*[A-Za-z]|[A-Z][a-z]"),
      kOther(R"(Kinescript|ks .*|(Ctrl\+|Shift\+|Alt\+)+.|[^|]*\|\*\..*)");
  const std::string plain = replace_all(text, "&", "");  // of a menu
  return std::regex_search(plain, kWords) && !std::regex_match(plain, kOther);
}

std::vector<std::string> texts_past_the_translation(const std::string& source) {
  static const std::set<std::string> kTranslating = {"tr", "trf", "trn", "to_translate"};
  std::vector<std::string> found;
  for (const Literal& each : Scanner(source).run())
    if (is_text(each.text) && !kTranslating.contains(each.call))
      found.push_back(std::to_string(each.line) + ": \"" + each.text + "\"");
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(translate_test)

BOOST_AUTO_TEST_CASE(without_a_language_every_text_is_its_english) {
  BOOST_TEST(tr("Cancel") == "Cancel");
  BOOST_TEST(trf("Plan {}", 3) == "Plan 3");
  BOOST_TEST(trn("{} page", "{} pages", 1) == "1 page");
  BOOST_TEST(trn("{} page of {}", "{} pages of {}", 2, "four") == "2 pages of four");
  BOOST_TEST(text_language() == "en");
}

BOOST_AUTO_TEST_CASE(a_translation_may_change_the_order_of_the_fields) {
  const Speaking speaking(always("{1} antes de {0}"));
  BOOST_TEST(trf("{} after {}", "b", "a") == "a antes de b");
}

BOOST_AUTO_TEST_CASE(a_translation_whose_fields_do_not_fit_is_not_shown) {
  for (const char* wrong : {"{} {} {}", "{", "{0:%Y}", "{name}", ""}) {
    const Speaking speaking(always(wrong));
    BOOST_TEST_CONTEXT(wrong) { BOOST_TEST(trf("Plan {}", 3) == "Plan 3"); }
  }
}

BOOST_AUTO_TEST_CASE(the_number_chooses_the_form_and_fills_the_first_field) {
  const Speaking speaking([](const char* english, const std::size_t* n) {
    BOOST_TEST(english == "{} page");
    return std::string(*n == 1 ? "{} página" : "{} páginas");
  });
  BOOST_TEST(trn("{} page", "{} pages", 1) == "1 página");
  BOOST_TEST(trn("{} page", "{} pages", 0) == "0 páginas");
}

BOOST_AUTO_TEST_CASE(the_template_has_every_text_of_the_sources_and_no_other) {
  const std::string now = scratch_path("kinescript.pot");
  const ToolResult made = run_tool((kRoot / "po/extract.sh").string() + " " + now);
  BOOST_TEST_REQUIRE(made.status == 0, made.err);
  BOOST_TEST(made.err == "");
  same_texts(texts_of(now), texts_of(kRoot / "po/kinescript.pot"), "po/README.md says how.");
  fs::remove(now);
}

BOOST_AUTO_TEST_CASE(a_translation_has_every_text_of_the_template_and_no_other) {
  BOOST_TEST_REQUIRE(translations().size() >= 1);
  for (const fs::path& file : translations()) BOOST_TEST_CONTEXT(file.filename())
  same_texts(texts_of(kRoot / "po/kinescript.pot"), texts_of(file), "po/README.md says how.");
}

BOOST_AUTO_TEST_CASE(no_translation_is_empty_or_doubtful_and_each_has_the_fields_of_its_english) {
  for (const fs::path& file : translations()) {
    const ToolResult checked = run_tool("msgfmt --check -o /dev/null " + file.string());
    BOOST_TEST(checked.status == 0, checked.err);
    for (const PoEntry& entry : read_po(read_file(file))) BOOST_TEST_CONTEXT(entry.english) {
        BOOST_TEST(!entry.fuzzy);
        BOOST_TEST(entry.texts.size() == (entry.plural.empty() ? 1U : 2U));
        for (const std::string& text : entry.texts) {
          BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(!text.empty());
            BOOST_TEST((fields_of(text) == fields_of(entry.english)));
            BOOST_TEST(key_of(text) == key_of(entry.english));
            BOOST_TEST(std::count(text.begin(), text.end(), '&') ==
                       std::count(entry.english.begin(), entry.english.end(), '&'));
          }
        }
      }
  }
}

BOOST_AUTO_TEST_CASE(two_entries_of_a_menu_never_have_one_letter) {
  // The menus, by the text that begins each; their entries in the order of frame_menus.cpp.
  std::map<std::string, std::string> spanish;
  for (const PoEntry& entry : read_po(read_file(kRoot / "po/es.po")))
    spanish[entry.english] = entry.texts.front();
  const std::string source = read_file(kRoot / "src/gui/frame_menus.cpp");
  static const std::regex kEntry(R"re((entry|bar->Append)\((\w+), (?:words\()?tr\("([^"]+)"\))re");
  std::map<std::string, std::set<char>> letters;
  int entries = 0;
  for (std::sregex_iterator at(source.begin(), source.end(), kEntry), end; at != end; ++at) {
    const std::string menu = (*at)[1] == "entry" ? (*at)[2].str() : "bar";
    const std::string text = spanish[replace_all((*at)[3], "\\t", "\t")];
    const auto mark = text.find('&');
    BOOST_TEST_REQUIRE(mark != std::string::npos, (*at)[3]);
    BOOST_TEST(letters[menu].insert(static_cast<char>(std::tolower(text[mark + 1]))).second, text);
    ++entries;
  }
  BOOST_TEST(entries >= 20);
}

BOOST_AUTO_TEST_CASE(every_word_of_the_catalog_that_the_window_shows_can_be_translated) {
  const auto all = shown_words();
  const std::set<std::string> words(all.begin(), all.end());
  const auto known = [&words](std::string_view word) {
    const std::string plain = replace_all(std::string(word), "_", " ");
    BOOST_TEST(words.contains(plain), "\"" << plain << "\" is missing in app/shown_words.cpp");
  };
  for (const Exercise& exercise : read_catalog(kRoot / "db").exercises) {
    for (const auto* list : {&exercise.regions, &exercise.positions, &exercise.equipment})
      for (const std::string& word : *list) known(word);
    known(word(exercise.section));
    known(word(exercise.dose.unit));
    known(word(exercise.dose.hold_unit));
  }
}

BOOST_AUTO_TEST_CASE(no_text_of_the_window_goes_past_the_translation) {
  // The style sheet and the icons; the pictures for the manual; the options of the command line.
  const std::set<std::string> others = {"style.cpp", "screens.cpp", "main.cpp"};
  for (const auto& entry : fs::directory_iterator(kRoot / "src/gui")) {
    if (others.contains(entry.path().filename().string())) continue;
    for (const std::string& each : texts_past_the_translation(read_file(entry.path())))
      BOOST_TEST(false, entry.path().filename().string() << ":" << each);
  }
  BOOST_TEST(texts_past_the_translation("say(\"Plan saved.\");").size() == 1U);
  BOOST_TEST(texts_past_the_translation("say(trf(\"a {}\", name(\"Big \" \"cat\")));").size() ==
             1U);
  BOOST_TEST(texts_past_the_translation("say(tr(\"Plan \"  // why\n \"saved.\"));").empty());
}

BOOST_AUTO_TEST_SUITE_END()
