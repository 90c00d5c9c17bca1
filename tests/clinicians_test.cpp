// SPDX-License-Identifier: MIT
// Who may open the clinic file, as the window's settings ask for it.
#include "app/clinicians.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "helpers/practice.h"

using namespace kinescript;

namespace {

struct Clinicians : Practice {
  explicit Clinicians(const std::string& name) : Practice("clinicians_test", name) {}
  Clinician add(const char* name, ClinicianRole role = ClinicianRole::clinician) {
    return add_clinician(session, {.name = name, .login = "", .role = role},
                         Passphrase("four words put together"),
                         Passphrase("four words put together"));
  }
  std::string refusal(const std::function<void()>& action) const {
    try {
      action();
    } catch (const Error& error) {
      return error.message();
    }
    return "";
  }
  void unlock_as(const Clinician& clinician, const char* passphrase) {
    session.store.lock();
    session.actor = session.store.unlock(clinician.id, passphrase, workspace.clock());
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(clinicians_test)

BOOST_AUTO_TEST_CASE(a_clinician_is_added_with_the_login_of_the_first_name_and_opens_the_file) {
  Clinicians practice("add");
  const Clinician tom = practice.add("Tom Kerr, PT");
  BOOST_TEST(tom.login == "tom");
  BOOST_TEST(clinician_line(practice.session, tom) == "Tom Kerr, PT (tom) · clinician");
  practice.unlock_as(tom, "four words put together");
  BOOST_TEST(practice.session.actor.name == "Tom Kerr, PT");
  BOOST_TEST(practice.refusal([&] { practice.add("Ann Bell"); }) != "");  // no administrator
}

BOOST_AUTO_TEST_CASE(two_passphrases_that_differ_or_none_add_nobody) {
  Clinicians practice("differ");
  const auto add = [&](const char* first, const char* again) {
    return practice.refusal([&] {
      add_clinician(practice.session, {.name = "Tom Kerr", .login = ""}, Passphrase(first),
                    Passphrase(again));
    });
  };
  BOOST_TEST(add("a b c d", "a b c e") == "The two passphrases differ. Write them again.");
  BOOST_TEST(add("", "").starts_with("Choose a passphrase"));
  BOOST_TEST(practice.session.store.clinicians().size() == 1u);
}

BOOST_AUTO_TEST_CASE(one_changes_the_own_passphrase_and_only_an_administrator_anothers) {
  Clinicians practice("change");
  const Clinician first = practice.session.store.clinicians().front();
  const Clinician tom = practice.add("Tom Kerr");
  const auto change = [&](const Clinician& whose, const char* to) {
    change_passphrase(practice.session, whose.id, Passphrase(to), Passphrase(to));
  };
  change(tom, "another one for tom");
  practice.unlock_as(tom, "another one for tom");
  BOOST_TEST(practice.refusal([&] { change(first, "not by tom"); }) != "");
  change(tom, "his own");
  practice.unlock_as(tom, "his own");
  BOOST_CHECK_THROW(practice.unlock_as(tom, "another one for tom"), Error);
}

BOOST_AUTO_TEST_CASE(who_is_disabled_cannot_open_it_and_nobody_disables_oneself) {
  Clinicians practice("disable");
  const Clinician first = practice.session.store.clinicians().front();
  const Clinician tom = practice.add("Tom Kerr");
  BOOST_TEST(practice.refusal([&] { disable_clinician(practice.session, first.id); })
                 .starts_with("You have the clinic file open yourself"));
  disable_clinician(practice.session, tom.id);
  BOOST_TEST(clinician_line(practice.session, practice.session.store.clinicians().back()) ==
             "Tom Kerr (tom) · clinician · disabled");
  BOOST_CHECK_THROW(practice.unlock_as(tom, "four words put together"), Error);
}

BOOST_AUTO_TEST_SUITE_END()
