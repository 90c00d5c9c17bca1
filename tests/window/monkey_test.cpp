// SPDX-License-Identifier: MIT
// Keys and clicks without sense, the same for the same seed: whatever is done to it, the window
// lives, what the screen shows is what is stored, and the clinic file is whole.
//   KINESCRIPT_MONKEY=EVENTS window_test --run_test=monkey_test      (test.sh --long: an hour)
#include <wx/uiaction.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <random>

#include "window/sitting.h"

using namespace kinescript;

namespace {

constexpr int kEvents = 5000;  // minutes; test.sh --long asks for more
// What a window keeps for good (pictures, fonts, a page or two) is there after the first thousand.
constexpr int kWarm = 1000, kGrown = 5000;
constexpr double kMostGrowth = 20;  // MiB
constexpr std::size_t kTold = 12;   // acts, when something went wrong

int events() {
  const char* asked = std::getenv("KINESCRIPT_MONKEY");
  return asked ? std::atoi(asked) : kEvents;
}

double resident_mib() {
  std::ifstream file("/proc/self/status");
  for (std::string word; file >> word;)
    if (double kib = 0; word == "VmRSS:" && file >> kib) return kib / 1024;
  return 0;
}

struct Key {
  int code;
  int modifiers = 0;
};
// All that the window listens to, but leaving it.
const std::vector<Key> kKeys = {{WXK_RETURN},
                                {WXK_ESCAPE},
                                {WXK_TAB},
                                {WXK_TAB, wxMOD_SHIFT},
                                {WXK_UP},
                                {WXK_DOWN},
                                {WXK_LEFT},
                                {WXK_RIGHT},
                                {WXK_SPACE},
                                {WXK_BACK},
                                {WXK_DELETE},
                                {WXK_F8},
                                {WXK_UP, wxMOD_ALT},
                                {WXK_DOWN, wxMOD_ALT},
                                {'1', wxMOD_ALT},
                                {'2', wxMOD_ALT},
                                {'Z', wxMOD_CONTROL},
                                {'Y', wxMOD_CONTROL},
                                {'O', wxMOD_CONTROL},
                                {'N', wxMOD_CONTROL},
                                {'T', wxMOD_CONTROL},
                                {'R', wxMOD_CONTROL},
                                {'H', wxMOD_CONTROL},
                                {'P', wxMOD_CONTROL},
                                {'P', wxMOD_CONTROL | wxMOD_SHIFT},
                                {'E', wxMOD_CONTROL},
                                {'F', wxMOD_CONTROL}};

class Monkey {
 public:
  Monkey(Sitting& sitting, unsigned seed) : sitting_(sitting), random_(seed) {}

  void act() {
    const int what = below(10);
    if (what < 4)
      press(kKeys[static_cast<std::size_t>(below(static_cast<int>(kKeys.size())))]);
    else if (what < 8)
      press({"abcdeghiklmnoprstuw0123456789 -."[below(32)]});
    else
      click();
    if (done_.size() > kTold) done_.erase(done_.begin());
    // Some turns of the loop: what was done is handled.
    int turns = 0;
    until([&turns] { return ++turns > 3; });
  }

  // What it did, oldest first.
  std::string last() const {
    std::string told;
    for (const std::string& one : done_) told += one + " ";
    return told;
  }

 private:
  int below(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most)); }
  void press(Key key) {
    done_.push_back(std::to_string(key.code) + "/" + std::to_string(key.modifiers));
    mouse_.Char(key.code, key.modifiers);
  }
  void click() {
    const wxRect place = sitting_.frame->GetScreenRect();
    const wxPoint at(place.x + below(place.width), place.y + 30 + below(place.height - 30));
    done_.push_back(std::to_string(at.x) + "," + std::to_string(at.y));
    mouse_.MouseMove(at);
    mouse_.MouseClick();
  }

  Sitting& sitting_;
  std::vector<std::string> done_;
  std::mt19937 random_;
  wxUIActionSimulator mouse_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(monkey_test)

BOOST_AUTO_TEST_CASE(whatever_is_typed_and_clicked_nothing_is_lost_and_memory_stays) {
  Sitting sitting("monkey", "EX-0002");  // a draft from the first key on
  Monkey monkey(sitting, 1);
  int compared = 0;
  double warm = 0;
  for (int i = 1; i <= events(); ++i) {
    monkey.act();
    BOOST_TEST_REQUIRE(sitting.focus_lives(), "event " << i << ": " << monkey.last());
    if (i == kWarm) warm = resident_mib();
    if (i == kGrown) {
      BOOST_TEST_MESSAGE("MiB after " << kWarm << ": " << warm << ", after " << kGrown << ": "
                                      << resident_mib());
      BOOST_TEST(resident_mib() - warm < kMostGrowth);
    }
    if (i % 10 != 0 || !sitting.editor().has_patient()) continue;
    const Plan& shown = sitting.editor().plan();
    if (shown.id.text.empty()) continue;
    BOOST_TEST_REQUIRE((plan_of(sitting.session.store, shown.id) == shown), "event " << i);
    ++compared;
  }
  BOOST_TEST(compared > events() / 100);
  BOOST_TEST_MESSAGE(events() << " events, " << compared << " times the same as stored, "
                              << resident_mib() << " MiB at the end");
  BOOST_TEST(sitting.frame->IsShownOnScreen());
  BOOST_TEST(sitting.session.store.verify().empty());
}

BOOST_AUTO_TEST_SUITE_END()
