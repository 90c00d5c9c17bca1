// SPDX-License-Identifier: MIT
#include "catalog/condition.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "catalog/catalog.h"

using namespace kinescript;
using Op = ConditionTerm::Op;

namespace {

std::string refusal(std::string_view text) {
  try {
    parse_condition(text, "tags.toml:31");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(condition_test)

BOOST_AUTO_TEST_CASE(terms_are_joined_by_semicolons_and_values_by_bars) {
  const Condition condition = parse_condition("approach=posterior|lateral; weeks<12", "here");
  BOOST_REQUIRE(condition.terms.size() == 2u);
  BOOST_CHECK(
      (condition.terms[0] == ConditionTerm{Op::is, "approach", {"posterior", "lateral"}, 0}));
  BOOST_CHECK((condition.terms[1] == ConditionTerm{Op::less, "weeks", {}, 12}));
}

BOOST_AUTO_TEST_CASE(every_sign_is_read_and_written_back) {
  for (const char* text : {"kneel=yes|unknown", "site!=arm", "weeks>=6", "weeks<12", "support=none",
                           "grade=3|4; weeks>=0"})
    BOOST_TEST(to_text(parse_condition(text, "here")) == text);
  BOOST_TEST(parse_condition("", "here").empty());
  BOOST_TEST(to_text(parse_condition(" weeks < 12 ;approach = anterior", "here")) ==
             "weeks<12; approach=anterior");
}

BOOST_AUTO_TEST_CASE(what_is_outside_the_grammar_is_refused_with_its_place) {
  for (const char* wrong :
       {"weeks", "weeks=6", "weeks<six", "weeks<-1", "weeks<9999", "approach>=2", "a<b", "=yes",
        "kneel=", "kneel=yes|", "kneel=Yes", "support=yes", "kneel==yes", "kneel=yes; nonsense"})
    BOOST_TEST(refusal(wrong).starts_with("tags.toml:31: The condition \""), wrong);
}

BOOST_AUTO_TEST_CASE(a_condition_is_checked_against_the_details_of_its_precaution) {
  Precaution hip;
  hip.code = PrecautionCode{"tha"};
  DetailField approach;
  approach.type = DetailField::Type::choice;
  approach.name = "approach";
  approach.choices = {"posterior", "anterior"};
  hip.details = {approach};
  const auto says = [&](const char* text) { return problem(parse_condition(text, "here"), hip); };
  BOOST_TEST(says("approach=posterior") == "");
  BOOST_TEST(says("approach=unknown") == "");
  BOOST_TEST(says("support=held") == "");
  BOOST_TEST(says("aproach=posterior") ==
             "tha has no detail \"aproach\". Did you mean \"approach\"?");
  BOOST_TEST(says("approach=posteror") ==
             "tha: approach cannot be \"posteror\". Did you mean \"posterior\"?");
  BOOST_TEST(says("weeks<12") == "tha has no date, so it cannot have weeks.");
  hip.dating = Dating::date;
  BOOST_TEST(says("weeks<12") == "");
}

BOOST_AUTO_TEST_SUITE_END()
