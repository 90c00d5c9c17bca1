// SPDX-License-Identifier: MIT
// Every state of the window, at the sizes of the design: each is written, and nothing in it is
// clipped.
#include "gui/screens.h"

#include <wx/arrstr.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <functional>
#include <map>
#include <set>

#include "base/files.h"
#include "gui/style.h"
#include "helpers/po.h"
#include "window/sitting.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

const wxSize kSizes[] = {{1366, 768}, {1440, 900}};

// Texts that may end in "…" say so themselves (wxST_ELLIPSIZE_END); what scrolls is cut at the edge
// of what scrolls it.
bool may_be_cut(const wxWindow* window) {
  const auto* text = dynamic_cast<const wxStaticText*>(window);
  return text && text->HasFlag(wxST_ELLIPSIZE_START | wxST_ELLIPSIZE_MIDDLE | wxST_ELLIPSIZE_END);
}

bool scrolls(const wxWindow* window) {
  return window->HasFlag(wxVSCROLL | wxHSCROLL) || dynamic_cast<const wxListBox*>(window);
}

// A text of a given width has that width as its need, whatever its words are; and GTK may have
// measured one before it knew the font.
bool words_are_wider(const wxWindow* window) {
  const auto* text = dynamic_cast<const wxStaticText*>(window);
  if (!text || may_be_cut(text)) return false;
  const wxArrayString lines = wxSplit(text->GetLabel(), '\n', '\0');
  return std::any_of(lines.begin(), lines.end(), [text](const wxString& line) {
    return text->GetTextExtent(line).x > text->GetSize().x;
  });
}

// Controls that are smaller than they need to be, or reach over their panel's edge.
void clipped(wxWindow* window, std::vector<std::string>& faults) {
  for (wxWindow* child : window->GetChildren()) {
    if (!child->IsShown() || child->IsTopLevel()) continue;
    const wxRect rect = child->GetRect();
    const wxSize need = child->GetEffectiveMinSize(), room = window->GetClientSize();
    const bool control = dynamic_cast<wxControl*>(child) && child->GetChildren().empty();
    const std::string name = utf8(child->GetClassInfo()->GetClassName()) +
                             (" \"" + accessible_name(child)) + "\"" +
                             (" " + utf8(child->GetLabel()));
    if (control && !may_be_cut(child) && !scrolls(child) &&
        (rect.width < need.x || rect.height < need.y))
      faults.push_back(name + ": " + std::to_string(rect.width) + "×" +
                       std::to_string(rect.height) + " of " + std::to_string(need.x) + "×" +
                       std::to_string(need.y));
    if (words_are_wider(child)) faults.push_back(name + ": its words are wider than it is");
    if (!scrolls(window) && !window->IsTopLevel() &&
        (rect.GetRight() >= room.x || rect.GetBottom() >= room.y || rect.x < 0 || rect.y < 0))
      faults.push_back(name + " reaches over the edge of its panel");
    clipped(child, faults);
  }
}

// What has a Spanish text and still stands there in English, in a label or for a screen reader.
void not_spanish(wxWindow* window, const std::map<std::string, std::string>& spanish,
                 std::set<std::string>& faults) {
  for (const std::string& text : {accessible_name(window), utf8(window->GetLabel())}) {
    const auto known = spanish.find(text);
    if (known != spanish.end() && known->second != text) faults.insert(text);
  }
  for (wxWindow* child : window->GetChildren())
    if (child->IsShown() && !child->IsTopLevel()) not_spanish(child, spanish, faults);
}

void nothing_is_clipped(const std::string& state, wxWindow* top, const wxSize& size) {
  std::vector<std::string> faults;
  clipped(top, faults);
  for (const std::string& fault : faults)
    BOOST_TEST(false, size.x << "×" << size.y << ", " << state << ": " << fault);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(screens_test)

BOOST_AUTO_TEST_CASE(every_state_is_written_and_nothing_is_clipped) {
  const fs::path folder = fresh_folder("screens");
  const Workspace workspace(surroundings());
  for (const wxSize& size : kSizes) {
    write_screens(workspace, folder, size, [&](const std::string& state, wxWindow* top) {
      nothing_is_clipped(state, top, size);
    });
    for (const std::string& state : screen_states()) {
      const fs::path file =
          folder / (std::to_string(size.x) + "x" + std::to_string(size.y)) / (state + ".png");
      BOOST_TEST_CONTEXT(state) {
        BOOST_TEST_REQUIRE(fs::exists(file));
        const wxImage image(words(file.string()), wxBITMAP_TYPE_PNG);
        if (state == "first-run") continue;           // a dialog, as large as its words
        const int scale = image.GetWidth() / size.x;  // GDK_SCALE
        BOOST_TEST(image.GetWidth() == size.x * scale);
        BOOST_TEST(image.GetHeight() == size.y * scale);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_state_is_whole_in_spanish_too_and_no_english_is_left) {
  const Speaking speaking("es");
  std::map<std::string, std::string> spanish;
  for (const PoEntry& entry : read_po(read_file(KINESCRIPT_SOURCE_DIR "/po/es.po")))
    spanish[entry.english] = entry.texts.front();
  BOOST_TEST(spanish.size() > 500U);
  const Workspace workspace(surroundings());
  write_screens(workspace, fresh_folder("screens_es"), kSizes[0],
                [&](const std::string& state, wxWindow* top) {
                  nothing_is_clipped(state, top, kSizes[0]);
                  std::set<std::string> faults;
                  not_spanish(top, spanish, faults);
                  for (const std::string& text : faults)
                    BOOST_TEST(false, state << ": \"" << text << "\" is English");
                });
}

BOOST_AUTO_TEST_SUITE_END()
