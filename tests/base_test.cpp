// SPDX-License-Identifier: MIT
#include <boost/test/unit_test.hpp>

#include "base/date.h"
#include "base/error.h"
#include "base/files.h"
#include "base/fold.h"
#include "base/id.h"
#include "base/text.h"

namespace fs = std::filesystem;
using namespace kinescript;

BOOST_AUTO_TEST_SUITE(base_test)

BOOST_AUTO_TEST_CASE(only_existing_days_in_iso_form_are_dates) {
  BOOST_TEST(iso(parse_date("2024-02-29").value()) == "2024-02-29");
  for (const char* wrong : {"2023-02-29", "2026-13-01", "26-01-01", "2026-1-1", "2026-01-01 ", "1700-01-01", ""})
    BOOST_TEST(!parse_date(wrong).has_value(), wrong);
}

BOOST_AUTO_TEST_CASE(weeks_are_rounded_down_on_both_sides_of_the_date) {
  const Date day = *parse_date("2026-11-23");
  BOOST_TEST(whole_weeks(day, day + std::chrono::days{6}) == 0);
  BOOST_TEST(whole_weeks(day, day + std::chrono::days{7}) == 1);
  BOOST_TEST(whole_weeks(day, day - std::chrono::days{1}) == -1);
  BOOST_TEST(iso_weekday(day) == 1);
}

BOOST_AUTO_TEST_CASE(a_moment_survives_its_text) {
  const Moment moment = *parse_moment("2026-11-23T20:49:07Z");
  BOOST_TEST(iso(moment) == "2026-11-23T20:49:07Z");
  BOOST_TEST(!parse_moment("2026-11-23T24:00:00Z").has_value());
}

BOOST_AUTO_TEST_CASE(ill_formed_utf8_is_seen) {
  BOOST_TEST(valid_utf8("caf\xC3\xA9 \xF0\x9F\x98\x80"));
  for (const char* wrong : {"caf\xE9", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE2\x82"})
    BOOST_TEST(!valid_utf8(wrong), wrong);
}

BOOST_AUTO_TEST_CASE(numbers_are_whole_texts) {
  BOOST_TEST(parse_int("-12").value() == -12);
  BOOST_TEST(!parse_int("12x").has_value());
  BOOST_TEST(!parse_int("").has_value());
  BOOST_TEST(number(-0.001) == "0");
  BOOST_TEST(number(3.10) == "3.1");
  BOOST_TEST(number(100, 0) == "100");
}

BOOST_AUTO_TEST_CASE(a_slip_of_the_finger_is_understood_and_a_different_word_is_not) {
  const std::vector<std::string> names = {"bridge", "bird-dog", "superman"};
  BOOST_TEST(closest("brigde", names) == "bridge");
  BOOST_TEST(closest("Supermann", names) == "superman");
  BOOST_TEST(closest("walking", names) == "");
}

BOOST_AUTO_TEST_CASE(a_failed_write_keeps_the_old_file_and_leaves_nothing_behind) {
  const fs::path folder = fs::path(KINESCRIPT_TEST_SCRATCH) / "base_files";
  fs::remove_all(folder);
  fs::create_directories(folder);
  write_atomically(folder / "a.txt", "old");
  BOOST_TEST(read_file(folder / "a.txt") == "old");
  BOOST_CHECK_THROW(write_atomically(folder / "missing" / "a.txt", "new"), Error);
  BOOST_CHECK_THROW(write_atomically(folder, "new"), Error);
  write_atomically(folder / "a.txt", "new");
  BOOST_TEST(read_file(folder / "a.txt") == "new");
  BOOST_TEST(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}) == 1);
  BOOST_CHECK((fs::status(folder / "a.txt").permissions() & fs::perms::all) ==
              (fs::perms::owner_read | fs::perms::owner_write));
}

BOOST_AUTO_TEST_CASE(a_full_device_is_an_error) {
  BOOST_CHECK_THROW(write_atomically("/dev/full", "text"), Error);
}

BOOST_AUTO_TEST_CASE(uuids_have_version_and_variant) {
  const auto ones = [](unsigned char* bytes, std::size_t n) { std::fill(bytes, bytes + n, 0xFF); };
  BOOST_TEST(new_uuid(ones) == "ffffffff-ffff-4fff-bfff-ffffffffffff");
  BOOST_TEST(new_uuid(system_randomness()) != new_uuid(system_randomness()));
}

BOOST_AUTO_TEST_CASE(a_name_is_folded_to_the_letters_it_is_looked_for_by) {
  BOOST_TEST(folded("M\u00DCLLER-L\u00FCdenscheidt") == "muller-ludenscheidt");
  BOOST_TEST(folded("Mu\u0308ller") == "muller");
  BOOST_TEST(folded("\u0141ukasz S\u00F8ren \u00C6gir") == "lukasz soren aegir");
  BOOST_TEST(folded("Stra\u00DFe") == "strasse");
  BOOST_TEST(folded("\u0391\u03BB\u03AD\u03BE\u03B7\u03C2") == folded("\u03B1\u03BB\u03B5\u03BE\u03B7\u03C3"));
  BOOST_TEST(folded("\u6F22\u5B57 12") == "\u6F22\u5B57 12");
}

BOOST_AUTO_TEST_SUITE_END()
