// SPDX-License-Identifier: MIT
// The sash between catalog and program is never painted over a form that lies above it.
#include <wx/image.h>
#include <wx/splitter.h>
#include <wx/uiaction.h>

#include <boost/test/unit_test.hpp>

#include "gui/frame.h"
#include "gui/screens.h"
#include "window/sitting.h"

using namespace kinescript;

namespace {

wxSplitterWindow* splitter_of(wxWindow* frame) {
  for (wxWindow* child : frame->GetChildren())
    if (auto* found = dynamic_cast<wxSplitterWindow*>(child)) return found;
  return nullptr;
}

// Some turns of the loop: what was done is handled and painted.
void settle() {
  int turns = 0;
  until([&turns] { return ++turns > 40; });
}

// The form's pixels where the sash lies under it.
std::vector<unsigned> pixels_over_sash(const Sitting& sitting, const wxWindow* form, int sash) {
  const wxImage image = picture_of(sitting.frame);
  const int scale = image.GetWidth() / sitting.frame->GetSize().x;
  const int menu = image.GetHeight() / scale - sitting.frame->GetClientSize().y;
  const wxRect rect = form->GetRect();
  std::vector<unsigned> pixels;
  for (int x = sash - 2; x < sash + 8; ++x)
    for (int y = menu + rect.y; y < menu + rect.GetBottom(); ++y)
      pixels.push_back(static_cast<unsigned>(image.GetRed(x * scale, y * scale) << 16 |
                                             image.GetGreen(x * scale, y * scale) << 8 |
                                             image.GetBlue(x * scale, y * scale)));
  return pixels;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sash_test)

BOOST_AUTO_TEST_CASE(the_sash_is_not_painted_over_an_open_form_when_the_pointer_is_on_it) {
  Sitting sitting("sash", "EX-0002");
  sitting.key('O', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Name, birth year"); }));
  wxSplitterWindow* splitter = splitter_of(sitting.frame);
  BOOST_TEST_REQUIRE(splitter);
  const int sash = splitter->GetSashPosition();
  wxWindow* form = wxWindow::FindFocus()->GetParent();
  BOOST_TEST_REQUIRE(form->GetRect().GetRight() > sash + 8);
  settle();
  const auto before = pixels_over_sash(sitting, form, sash);
  const wxRect place = splitter->GetScreenRect();
  const int below = place.GetBottom() - 20;
  wxUIActionSimulator mouse;
  mouse.MouseMove(place.x + sash - 40, below);
  settle();
  mouse.MouseMove(place.x + sash + splitter->GetSashSize() / 2, below);
  settle();
  BOOST_TEST((pixels_over_sash(sitting, form, sash) == before));
  save_picture(sitting, "builder.png");
  mouse.MouseMove(place.x + sash + 60, below);
  settle();
  BOOST_TEST((pixels_over_sash(sitting, form, sash) == before));
}

BOOST_AUTO_TEST_CASE(the_hidden_builders_sash_is_not_painted_over_a_form_in_the_history) {
  Sitting sitting("hidden_sash", "EX-0002");
  wxSplitterWindow* splitter = splitter_of(sitting.frame);
  const int sash = splitter->GetSashPosition();
  const wxRect place = splitter->GetScreenRect();
  wxUIActionSimulator mouse;
  mouse.MouseMove(place.x + sash + splitter->GetSashSize() / 2, place.GetBottom() - 20);
  settle();
  sitting.key('H', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return named(sitting.frame, "Plan history: "); }));
  sitting.key('O', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([&] { return has_focus("Name, birth year"); }));
  wxWindow* form = wxWindow::FindFocus()->GetParent();
  settle();
  const auto before = pixels_over_sash(sitting, form, sash);
  mouse.MouseMove(place.x + sash + 60, place.GetBottom() - 20);
  settle();
  save_picture(sitting, "history.png");
  BOOST_TEST((pixels_over_sash(sitting, form, sash) == before));
}

BOOST_AUTO_TEST_CASE(window_and_sashes_are_as_they_were_left) {
  Sitting sitting("left", "EX-0002");
  wxSplitterWindow* splitter = splitter_of(sitting.frame);
  BOOST_TEST_REQUIRE(splitter);
  const int before = splitter->GetSashPosition();
  splitter->SetSashPosition(before + 60);
  const int after = splitter->GetSashPosition();
  sitting.frame->SetSize(1400, 800);
  BOOST_TEST_REQUIRE(until([&] { return sitting.frame->GetSize() == wxSize(1400, 800); }));
  delete sitting.frame;
  sitting.frame = new Frame(sitting.session, {sitting.folder / "clinic.ksc", {}, nullptr});
  sitting.frame->Show();
  BOOST_TEST(until([&] { return sitting.frame->GetSize() == wxSize(1400, 800); }));
  BOOST_TEST(until([&] { return splitter_of(sitting.frame)->GetSashPosition() == after; }));
}

BOOST_AUTO_TEST_SUITE_END()
