// SPDX-License-Identifier: MIT
// What a screen reader finds: every state of the window is walked through the AT-SPI bus by another
// program, as Orca does. Needs a bus and GTK's bridge to it (ctest's window_test_spoken), so it
// runs only where it is asked for:
//   dbus-run-session -- … window_test --run_test=spoken_test
#include <gio/gio.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <set>
#include <sstream>

#include "base/text.h"
#include "gui/screens.h"
#include "window/sitting.h"

using namespace kinescript;

namespace {

struct Spoken {
  std::string role, name, states;
  bool focusable() const { return states.find("focusable") != std::string::npos; }
};

// The other program asks this one, so the event loop runs meanwhile.
std::string answer_of(const std::vector<std::string>& command) {
  std::vector<const char*> words;
  for (const std::string& word : command) words.push_back(word.c_str());
  words.push_back(nullptr);
  GSubprocess* child = g_subprocess_newv(words.data(), G_SUBPROCESS_FLAGS_STDOUT_PIPE, nullptr);
  BOOST_TEST_REQUIRE(child);
  struct Answer {
    bool there = false;
    std::string text;
  } answer;
  const auto take = [](GObject* source, GAsyncResult* result, gpointer to) {
    char* text = nullptr;
    g_subprocess_communicate_utf8_finish(G_SUBPROCESS(source), result, &text, nullptr, nullptr);
    auto* taken = static_cast<Answer*>(to);
    taken->text = text ? text : "";
    taken->there = true;
    g_free(text);
  };
  g_subprocess_communicate_utf8_async(child, nullptr, nullptr, take, &answer);
  // Asked for all it has, the bridge (libatk-bridge 2.46) says of objects in its own store that
  // they have no states: nothing that the window does.
  const GLogFunc heard = g_log_set_default_handler(g_log_default_handler, nullptr);
  const bool told = until([&] { return answer.there; });
  g_log_set_default_handler(heard, nullptr);
  BOOST_TEST_REQUIRE(told);
  BOOST_TEST(g_subprocess_get_successful(child));
  g_object_unref(child);
  return answer.text;
}

std::vector<Spoken> tree() {
  std::vector<Spoken> found;
  std::istringstream lines(
      answer_of({"/usr/bin/python3", KINESCRIPT_SOURCE_DIR "/tests/window/spoken_tree.py",
                 std::to_string(getpid())}));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find('\t'), last = line.rfind('\t');
    BOOST_TEST_REQUIRE(first < last, line);
    found.push_back(
        {line.substr(0, first), line.substr(first + 1, last - first - 1), line.substr(last + 1)});
  }
  return found;
}

// Roles that say nothing: a person hears a name and does not know what can be done with it.
const std::set<std::string> kMute = {"filler", "unknown", "invalid", "redundant object", ""};

}  // namespace

BOOST_AUTO_TEST_SUITE(spoken_test, *boost::unit_test::disabled())

BOOST_AUTO_TEST_CASE(whatever_takes_the_focus_in_any_state_has_a_name_and_a_role) {
  const Workspace workspace(surroundings());
  std::size_t all = 0, focusable = 0;
  write_screens(workspace, fresh_folder("spoken"), {1366, 768},
                [&](const std::string& state, wxWindow*) {
                  const std::vector<Spoken> nodes = tree();
                  std::size_t here = 0;
                  for (const Spoken& node : nodes) {
                    if (!node.focusable()) continue;
                    ++here;
                    BOOST_TEST(!trim(node.name).empty(), state << ": a nameless " << node.role);
                    BOOST_TEST(!kMute.contains(node.role),
                               state << ": \"" << node.name << "\" is a " << node.role);
                  }
                  BOOST_TEST(here > 2, state);
                  all += nodes.size();
                  focusable += here;
                });
  BOOST_TEST_MESSAGE(all << " accessibles in " << screen_states().size() << " states, " << focusable
                         << " of them take the focus");
}

BOOST_AUTO_TEST_SUITE_END()
