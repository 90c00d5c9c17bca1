// SPDX-License-Identifier: MIT
// Finding a patient by a few letters, the archive, and two records of one person.
#include "app/patient_list.h"

#include <boost/test/unit_test.hpp>

using namespace kinescript;

namespace {

PatientHead person(const char* id, const char* family, const char* given, const char* born,
                   bool archived = false) {
  PatientHead made;
  made.id = PatientId{id};
  made.record_number = std::string("R-") + id;
  made.family = family;
  made.given = given;
  made.born = *parse_date(born);
  made.archived = archived;
  return made;
}

Patient whole(const char* id, const char* family, const char* given, const char* born) {
  const PatientHead head = person(id, family, given, born);
  Patient made;
  made.id = head.id, made.family = head.family, made.given = head.given, made.born = head.born;
  return made;
}

std::string found(const std::vector<PatientHead>& all, std::string_view typed) {
  std::string ids;
  for (const PatientHead* each : find_patients(all, typed)) ids += each->id.text;
  return ids;
}

const std::vector<PatientHead> kAll = {person("a", "Whitfield", "Anna", "1948-03-14", true),
                                       person("b", "Whitfield", "Margaret", "1948-09-02"),
                                       person("c", "Whittaker", "Ronald", "1951-09-02")};

}  // namespace

BOOST_AUTO_TEST_SUITE(patient_list_test)

BOOST_AUTO_TEST_CASE(every_typed_word_begins_something_of_the_patient_and_archived_ones_come_last) {
  BOOST_TEST(found(kAll, "") == "bca");
  BOOST_TEST(found(kAll, "whi 48") == "ba");
  BOOST_TEST(found(kAll, "1951") == "c");
  BOOST_TEST(found(kAll, "r-b") == "b");
  BOOST_TEST(found(kAll, "whi marga x") == "");
}

BOOST_AUTO_TEST_CASE(letters_with_marks_are_found_without_them_and_the_other_way_round) {
  const std::vector<PatientHead> all = {
      person("a", "Müller", "Jürgen", "1948-03-14"), person("b", "Sørensen", "Łucja", "1948-09-02"),
      person("c", "de la Peña", "Íñigo", "1951-09-02"), person("d", "Muller", "Ann", "1951-09-02")};
  for (const char* typed : {"muller jurgen", "MÜLLER", "müll jür", "Mu\u0308ller J"})
    BOOST_TEST(found(all, typed).starts_with("a"), typed);
  BOOST_TEST(found(all, "mull") == "ad");
  BOOST_TEST(found(all, "sor luc") == "b");
  BOOST_TEST(found(all, "SØREN") == "b");
  BOOST_TEST(found(all, "pena in") == "c");
  BOOST_TEST(found(all, "eña") == "");  // within a word
  BOOST_TEST(double_of(all, whole("", "MULLER", "jurgen", "1948-03-14")) == &all[0]);
}

BOOST_AUTO_TEST_CASE(a_double_has_the_name_and_the_birth_date_whatever_the_letters_size) {
  const Patient twin = whole("", "WHITFIELD", "margaret", "1948-09-02");
  const PatientHead* other = double_of(kAll, twin);
  BOOST_TEST_REQUIRE(other);
  BOOST_TEST(other->id.text == "b");
  BOOST_TEST(!double_of(kAll, whole("", "Whitfield", "Margaret", "1948-09-03")));
  BOOST_TEST(
      !double_of(kAll, whole("b", "Whitfield", "Margaret", "1948-09-02")));  // oneself is none
}

BOOST_AUTO_TEST_CASE(an_archived_double_is_found_and_a_listed_one_comes_before_it) {
  const Patient twin = whole("", "Whitfield", "Anna", "1948-03-14");
  const PatientHead* other = double_of(kAll, twin);
  BOOST_TEST_REQUIRE(other);
  BOOST_TEST(other->archived);
  std::vector<PatientHead> more = kAll;
  more.push_back(person("d", "Whitfield", "Anna", "1948-03-14"));
  BOOST_TEST(double_of(more, twin)->id.text == "d");
}

BOOST_AUTO_TEST_SUITE_END()
