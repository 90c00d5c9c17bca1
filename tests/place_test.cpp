// SPDX-License-Identifier: MIT
// Items put beside another, moved by keys, and whole sections moved.
#include "app/place.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"

using namespace kinescript;

namespace {

// "w1 c1 c2 s1 s2 t1": warm-up, core, strength, stretches, in this order.
Plan sample() {
  Plan plan;
  const auto put = [&plan](const char* id, Section section) {
    PlanItem item;
    item.id = ItemId{id};
    item.section = section;
    plan.items.push_back(item);
  };
  put("w1", Section::warm_up);
  put("c1", Section::core);
  put("c2", Section::core);
  put("s1", Section::strength);
  put("s2", Section::strength);
  put("t1", Section::stretch);
  return plan;
}

// The items in their order, a bar where the section changes.
std::string order(const Plan& plan) {
  std::string all;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    if (i > 0) all += plan.items[i].section == plan.items[i - 1].section ? " " : " | ";
    all += plan.items[i].id.text;
  }
  return all;
}

std::string after(const char* item, const char* beside, bool behind) {
  return order(placed(sample(), ItemId{item}, {ItemId{beside}, behind}));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(place_test)

BOOST_AUTO_TEST_CASE(an_item_is_put_before_or_behind_another_and_takes_its_section) {
  BOOST_TEST(order(sample()) == "w1 | c1 c2 | s1 s2 | t1");
  BOOST_TEST(after("s2", "s1", false) == "w1 | c1 c2 | s2 s1 | t1");
  BOOST_TEST(after("s1", "s2", true) == "w1 | c1 c2 | s2 s1 | t1");
  BOOST_TEST(after("t1", "c1", true) == "w1 | c1 t1 c2 | s1 s2");
  BOOST_TEST(after("w1", "s2", false) == "c1 c2 | s1 w1 s2 | t1");
  BOOST_TEST(after("c1", "c1", true) == order(sample()));
  BOOST_TEST(after("c1", "c2", false) == order(sample()));
  BOOST_TEST(!placed(sample(), ItemId{"t1"}, {ItemId{"c1"}, true}).ordered_by_hand);
  BOOST_CHECK_THROW(placed(sample(), ItemId{"x"}, {ItemId{"c1"}, true}), Error);
  BOOST_CHECK_THROW(placed(sample(), ItemId{"c1"}, {ItemId{"x"}, true}), Error);
}

BOOST_AUTO_TEST_CASE(over_the_edge_of_a_section_an_item_changes_it_first) {
  Plan plan = moved(sample(), ItemId{"c2"}, 1);
  BOOST_TEST(order(plan) == "w1 | c1 | c2 s1 s2 | t1");
  plan = moved(plan, ItemId{"c2"}, 1);
  BOOST_TEST(order(plan) == "w1 | c1 | s1 c2 s2 | t1");
  plan = moved(moved(plan, ItemId{"c2"}, -1), ItemId{"c2"}, -1);
  BOOST_TEST(order(plan) == order(sample()));
  BOOST_TEST(order(moved(plan, ItemId{"w1"}, -1)) == order(sample()));
  BOOST_TEST(order(moved(plan, ItemId{"t1"}, 1)) == order(sample()));
}

BOOST_AUTO_TEST_CASE(a_section_moves_as_a_whole_and_back) {
  const Plan down = section_moved(sample(), ItemId{"c2"}, 1);
  BOOST_TEST(order(down) == "w1 | s1 s2 | c1 c2 | t1");
  BOOST_TEST(down.ordered_by_hand);
  const Plan back = section_moved(down, ItemId{"c1"}, -1);
  BOOST_TEST(order(back) == order(sample()));
  BOOST_TEST(!back.ordered_by_hand);
  BOOST_TEST(order(section_moved(sample(), ItemId{"w1"}, -1)) == order(sample()));
  BOOST_TEST(order(section_moved(sample(), ItemId{"t1"}, 1)) == order(sample()));
}

BOOST_AUTO_TEST_SUITE_END()
