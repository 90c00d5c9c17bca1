// SPDX-License-Identifier: MIT
#include "store/journal.h"

#include <boost/test/unit_test.hpp>

using namespace kinescript;

namespace {

SecretKey key_of(unsigned char byte) {
  const std::vector<unsigned char> bytes(kKeyBytes, byte);
  return SecretKey::from_bytes(bytes.data(), bytes.size());
}

struct Journal {
  SecretKey key = key_of(7);
  std::vector<ChainedEntry> entries;
  JournalHead head;

  explicit Journal(int count = 0) {
    for (int i = 1; i <= count; ++i)
      add(i % 3 == 0 ? Action::print : Action::change, "plan-" + std::to_string(i));
  }
  void add(Action action, const std::string& record) {
    ++head.count;
    const JournalEntry entry{
        head.count,       *parse_moment("2026-11-23T20:49:00Z") + std::chrono::seconds{head.count},
        ClinicianId{"c"}, action,
        RecordKind::plan, record,
        "detail"};
    head.link = chain(key, head.link, entry);
    entries.push_back({entry, head.link});
  }
  JournalVerdict verdict() const { return verify_journal(key, entries, head); }
  bool says(JournalFault fault, int number) const {
    return verdict().fault == fault && verdict().number == number;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(journal_test)

BOOST_AUTO_TEST_CASE(an_honest_journal_is_whole_at_every_length) {
  for (const int count : {0, 1, 2, 50}) BOOST_TEST(Journal(count).verdict().whole(), count);
}

BOOST_AUTO_TEST_CASE(a_removed_entry_is_found_wherever_it_stood) {
  for (int gone = 0; gone < 9; ++gone) {
    Journal journal(10);
    journal.entries.erase(journal.entries.begin() + gone);
    BOOST_TEST(journal.says(JournalFault::removed, gone + 1), gone);
  }
}

BOOST_AUTO_TEST_CASE(an_entry_removed_and_the_rest_renumbered_is_found) {
  Journal journal(10);
  journal.entries.erase(journal.entries.begin() + 4);
  for (std::size_t i = 4; i < journal.entries.size(); ++i) --journal.entries[i].entry.number;
  BOOST_TEST(journal.says(JournalFault::changed, 5));
}

BOOST_AUTO_TEST_CASE(a_change_of_any_part_of_an_entry_is_found) {
  const std::vector<std::function<void(JournalEntry&)>> changes = {
      [](JournalEntry& e) { e.at += std::chrono::seconds{1}; },
      [](JournalEntry& e) { e.by = ClinicianId{"d"}; },
      [](JournalEntry& e) { e.action = Action::issue; },
      [](JournalEntry& e) { e.kind = RecordKind::patient; },
      [](JournalEntry& e) { e.record = "plan-99"; },
      [](JournalEntry& e) { e.detail = ""; },
      // The same letters, cut elsewhere.
      [](JournalEntry& e) { e.record += "d", e.detail = "etail"; },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    for (const int number : {1, 5, 10}) {
      Journal journal(10);
      changes[i](journal.entries[static_cast<std::size_t>(number) - 1].entry);
      BOOST_TEST(journal.says(JournalFault::changed, number), i << " at " << number);
    }
  }
}

BOOST_AUTO_TEST_CASE(entries_changed_over_are_found_with_their_numbers_and_without) {
  Journal journal(10);
  std::swap(journal.entries[2], journal.entries[6]);
  BOOST_TEST(journal.says(JournalFault::reordered, 3));
  std::swap(journal.entries[2].entry.number, journal.entries[6].entry.number);
  BOOST_TEST(journal.says(JournalFault::changed, 3));
}

BOOST_AUTO_TEST_CASE(a_journal_cut_off_at_the_end_is_found) {
  for (const int left : {0, 1, 9}) {
    Journal journal(10);
    journal.entries.resize(static_cast<std::size_t>(left));
    BOOST_TEST(journal.says(JournalFault::cut_off, left + 1), left);
  }
}

BOOST_AUTO_TEST_CASE(an_entry_added_past_the_head_or_without_the_key_is_found) {
  Journal longer(10);
  longer.head = Journal(9).head;
  BOOST_TEST(longer.says(JournalFault::added, 10));
  Journal forged(10);
  const SecretKey other = key_of(8);
  forged.entries[9].link = forged.head.link =
      chain(other, forged.entries[8].link, forged.entries[9].entry);
  BOOST_TEST(forged.says(JournalFault::changed, 10));
}

BOOST_AUTO_TEST_CASE(a_whole_chain_that_does_not_end_in_its_head_is_found) {
  Journal journal(10);
  journal.head.link[0] ^= 1;
  BOOST_TEST(journal.says(JournalFault::changed, 10));
}

// Links stand in clinic files already: never to be changed. The figure was computed apart, with
// Python's hashlib.
BOOST_AUTO_TEST_CASE(the_first_versions_link_is_still_computed) {
  BOOST_TEST(hex(Journal(2).head.link) ==
             "b4c56ca067a4c62ef22bc1a01ea9ea844e2edb7ee79af75f87dd585bbdbd52c7");
}

BOOST_AUTO_TEST_SUITE_END()
