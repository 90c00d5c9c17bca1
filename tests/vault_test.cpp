// SPDX-License-Identifier: MIT
// Keys, wraps and sealed fields (store/secret_key, keyring, vault) and the waiting after wrong
// passphrases (throttle).
#include "store/vault.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "base/error.h"
#include "store/keyring.h"
#include "store/throttle.h"

using namespace kinescript;

namespace {

constexpr WrapOwner kElena{"file-1", "elena"};

template <class Call>
std::optional<ErrorKind> kind_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.kind();
  }
  return std::nullopt;
}

SecretKey counted_key(unsigned char first) {
  unsigned char bytes[kKeyBytes];
  for (std::size_t i = 0; i < kKeyBytes; ++i) bytes[i] = static_cast<unsigned char>(first + i);
  return SecretKey::from_bytes(bytes, sizeof bytes);
}

std::string flipped(std::string text, std::size_t at) {
  text[at] = static_cast<char>(text[at] ^ 1);
  return text;
}

}  // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(std::optional<ErrorKind>)

BOOST_AUTO_TEST_SUITE(vault_test)

BOOST_AUTO_TEST_CASE(keys_of_different_purposes_and_sources_differ) {
  const SecretKey one = counted_key(1), two = counted_key(2);
  std::set<std::string> seen;
  for (const SecretKey* key : {&one, &two})
    for (const auto purpose : {Purpose::fields, Purpose::journal, Purpose::index, Purpose::pieces})
      seen.insert(hex(keyed_hash(key->derive(purpose), "")));
  BOOST_TEST(seen.size() == 8u);
  BOOST_TEST((one.derive(Purpose::journal) == counted_key(1).derive(Purpose::journal)));
  BOOST_TEST(!(SecretKey::random() == SecretKey::random()));
}

BOOST_AUTO_TEST_CASE(a_wrapped_key_opens_with_its_passphrase_only) {
  const SecretKey key = SecretKey::random();
  const std::string wrapped = wrap(key, "correct horse", KeyCost::for_tests, kElena);
  BOOST_TEST((unwrap(wrapped, "correct horse", kElena) == key));
  for (const char* wrong : {"correct hors", "Correct horse", "", "correct horse "})
    BOOST_TEST((kind_of([&] { unwrap(wrapped, wrong, kElena); }) == ErrorKind::locked), wrong);
}

BOOST_AUTO_TEST_CASE(a_wrap_moved_to_another_clinician_or_file_does_not_open) {
  const SecretKey key = SecretKey::random();
  for (const char* passphrase : {"correct horse", ""}) {
    const std::string wrapped = wrap(key, passphrase, KeyCost::for_tests, kElena);
    BOOST_TEST((kind_of([&] {
                  unwrap(wrapped, passphrase, {"file-1", "omar"});
                }) == ErrorKind::locked));
    BOOST_TEST((kind_of([&] {
                  unwrap(wrapped, passphrase, {"file-2", "elena"});
                }) == ErrorKind::locked));
    // "file-1" + "elena" and "file-1e" + "lena" are the same letters.
    BOOST_TEST((kind_of([&] {
                  unwrap(wrapped, passphrase, {"file-1e", "lena"});
                }) == ErrorKind::locked));
  }
}

BOOST_AUTO_TEST_CASE(every_damaged_byte_of_a_wrap_is_damage_and_not_a_wrong_passphrase) {
  const SecretKey key = SecretKey::random();
  const std::string wrapped = wrap(key, "correct horse", KeyCost::for_tests, kElena);
  for (std::size_t at = 0; at < wrapped.size(); ++at)
    BOOST_TEST((kind_of([&] { unwrap(flipped(wrapped, at), "correct horse", kElena); }) ==
                ErrorKind::damaged),
               at);
  for (std::size_t n = 0; n < wrapped.size(); ++n)
    BOOST_TEST((kind_of([&] { describe(wrapped.substr(0, n)); }) == ErrorKind::damaged), n);
  std::string later = wrapped;
  later[0] = 2;
  BOOST_TEST((kind_of([&] { describe(later); }) == ErrorKind::newer));
}

BOOST_AUTO_TEST_CASE(a_new_passphrase_wraps_the_same_key_and_opens_what_was_sealed) {
  const SecretKey key = SecretKey::random();
  const std::string sealed = Vault(key, "file-1").seal({Field::patient, "p", 1}, "plain");
  const std::string before = wrap(key, "old", KeyCost::for_tests, kElena);
  const std::string after = wrap(unwrap(before, "old", kElena), "new", KeyCost::for_tests, kElena);
  BOOST_TEST(before != after);
  BOOST_TEST((kind_of([&] { unwrap(after, "old", kElena); }) == ErrorKind::locked));
  BOOST_TEST(Vault(unwrap(after, "new", kElena), "file-1").open({Field::patient, "p", 1}, sealed) ==
             "plain");
}

BOOST_AUTO_TEST_CASE(a_wrap_says_how_it_was_made) {
  const SecretKey key = SecretKey::random();
  const WrapInfo tests = describe(wrap(key, "p", KeyCost::for_tests, kElena));
  BOOST_TEST(tests.for_tests());
  BOOST_TEST(tests.passes == 1u);
  BOOST_TEST(tests.kibibytes == 8u);
  const WrapInfo none = describe(wrap(key, "", KeyCost::moderate, kElena));
  BOOST_TEST((none.way == WrapWay::no_passphrase));
  BOOST_TEST((unwrap(wrap(key, "", KeyCost::moderate, kElena), "", kElena) == key));
}

BOOST_AUTO_TEST_CASE(the_usual_wrap_takes_three_passes_over_256_mebibytes) {
  const SecretKey key = SecretKey::random();
  const std::string wrapped = wrap(key, "correct horse", KeyCost::moderate, kElena);
  const WrapInfo info = describe(wrapped);
  BOOST_TEST(info.passes == 3u);
  BOOST_TEST(info.kibibytes == 256u * 1024);
  BOOST_TEST(!info.for_tests());
  BOOST_TEST((unwrap(wrapped, "correct horse", kElena) == key));
}

BOOST_AUTO_TEST_CASE(a_recovery_key_opens_as_printed_and_as_a_person_types_it) {
  const SecretKey key = SecretKey::random();
  const std::string printed = new_recovery_key();
  BOOST_TEST(printed.size() == 8u * 5 + 7);
  BOOST_TEST(printed.find_first_of("ILOU") == std::string::npos);
  const std::string wrapped = wrap_for_recovery(key, printed, kElena);
  BOOST_TEST((unwrap_recovery(wrapped, printed, kElena) == key));
  std::string typed;
  for (const char c : printed) {
    if (c == '-')
      typed += ' ';
    else if (c == '0')
      typed += 'o';
    else if (c == '1')
      typed += 'l';
    else
      typed += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  BOOST_TEST((unwrap_recovery(wrapped, typed, kElena) == key));
  BOOST_TEST((kind_of([&] { unwrap_recovery(wrapped, new_recovery_key(), kElena); }) ==
              ErrorKind::locked));
  BOOST_TEST((kind_of([&] { unwrap(wrapped, printed, kElena); }) == ErrorKind::damaged));
  BOOST_TEST((kind_of([&] {
                unwrap_recovery(wrap(key, "p", KeyCost::for_tests, kElena), printed, kElena);
              }) == ErrorKind::damaged));
}

BOOST_AUTO_TEST_CASE(a_slip_in_a_recovery_key_is_told_by_its_group) {
  const SecretKey key = SecretKey::random();
  const std::string printed = "00000-" + new_recovery_key().substr(6);
  const std::string wrapped = wrap_for_recovery(key, printed, kElena);
  const auto message_for = [&](const std::string& typed) -> std::string {
    try {
      unwrap_recovery(wrapped, typed, kElena);
    } catch (const Error& error) {
      return error.message();
    }
    return "";
  };
  for (const char letter : std::string("123456789ABCDEFGHJKMNPQRSTVWXY")) {
    std::string typed = printed;
    typed[2] = letter;
    BOOST_TEST(message_for(typed).starts_with("Group 1 "), letter);
  }
  BOOST_TEST(message_for(printed.substr(6) + "-00000").starts_with("Group 1 "));
  BOOST_TEST(message_for(printed.substr(0, 20)).find("of 40") != std::string::npos);
  std::string swapped = "0123" + printed.substr(4);  // any four with a wrong check
  BOOST_TEST(message_for(swapped).starts_with("Group 1 "));
}

BOOST_AUTO_TEST_CASE(a_sealed_field_opens_in_its_own_place_only) {
  const SecretKey key = SecretKey::random();
  const Vault vault(key, "file-1");
  const std::string sealed = vault.seal({Field::patient, "row-1", 3}, "Zofia Wójcik");
  BOOST_TEST(vault.open({Field::patient, "row-1", 3}, sealed) == "Zofia Wójcik");
  BOOST_TEST(sealed.find("Zofia") == std::string::npos);
  BOOST_TEST(sealed.size() == std::string("Zofia Wójcik").size() + 41);
  const auto damaged = [&](const Vault& other, const Place& place) {
    return kind_of([&] { other.open(place, sealed); }) == ErrorKind::damaged;
  };
  BOOST_TEST(damaged(vault, {Field::draft, "row-1", 3}));
  BOOST_TEST(damaged(vault, {Field::patient, "row-2", 3}));
  BOOST_TEST(damaged(vault, {Field::patient, "row-1", 4}));
  BOOST_TEST(damaged(vault, {Field::patient, "row-1", 2}));
  BOOST_TEST(damaged(Vault(key, "file-2"), {Field::patient, "row-1", 3}));
  BOOST_TEST(damaged(Vault(SecretKey::random(), "file-1"), {Field::patient, "row-1", 3}));
}

BOOST_AUTO_TEST_CASE(every_changed_or_missing_byte_of_a_sealed_field_is_seen) {
  const Vault vault(SecretKey::random(), "file-1");
  const Place place{Field::draft, "row", 1};
  const std::string sealed = vault.seal(place, "two words");
  for (std::size_t at = 1; at < sealed.size(); ++at)
    BOOST_TEST((kind_of([&] { vault.open(place, flipped(sealed, at)); }) == ErrorKind::damaged),
               at);
  for (std::size_t n = 0; n < sealed.size(); ++n)
    BOOST_TEST((kind_of([&] { vault.open(place, sealed.substr(0, n)); }) == ErrorKind::damaged), n);
  BOOST_TEST((kind_of([&] { vault.open(place, "\x02" + sealed.substr(1)); }) == ErrorKind::newer));
  BOOST_TEST(vault.open(place, vault.seal(place, "")) == "");
}

BOOST_AUTO_TEST_CASE(the_same_text_sealed_twice_never_looks_the_same) {
  const Vault vault(SecretKey::random(), "file-1");
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) seen.insert(vault.seal({Field::draft, "row", 1}, "same"));
  BOOST_TEST(seen.size() == 100u);
}

BOOST_AUTO_TEST_CASE(a_fingerprint_tells_equal_from_different_in_one_use_and_one_file) {
  const SecretKey key = SecretKey::random();
  const Vault vault(key, "file-1");
  BOOST_TEST(vault.fingerprint("record", "P-0001") == vault.fingerprint("record", "P-0001"));
  BOOST_TEST(vault.fingerprint("record", "P-0001") != vault.fingerprint("record", "P-0002"));
  BOOST_TEST(vault.fingerprint("record", "P-0001") != vault.fingerprint("login", "P-0001"));
  BOOST_TEST(vault.fingerprint("record", "P-0001") !=
             Vault(SecretKey::random(), "file-1").fingerprint("record", "P-0001"));
}

// What stands in clinic files already: form, associated data, derivation. Made once with this key;
// never to be changed.
BOOST_AUTO_TEST_CASE(what_was_sealed_by_the_first_version_still_opens) {
  const SecretKey key = counted_key(1);
  const Vault vault(key, "file-1");
  const auto bytes = [](std::string_view digits) {
    const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string text;
    for (std::size_t i = 0; i < digits.size(); i += 2)
      text += static_cast<char>(value(digits[i]) * 16 + value(digits[i + 1]));
    return text;
  };
  BOOST_TEST(
      vault.open(
          {Field::patient, "row-1", 3},
          bytes("0153f4f6c742b79e57161d404334e8195a5e9e40cf07b29c996dfa08141fa5120eb92fb6923538bb"
                "ee491f1a44aa5b")) == "frozen");
  BOOST_TEST(
      (unwrap(
           bytes("0101010000000800000050340e22ff6ceaf1fa7d87970a99f3081ab5784add38d27c5ba6cbe2efd6"
                 "d62e55e611fc68f5d194031d6ec384b88f7fb36b07013cf4573b1fbac842c735260b8ce808997184"
                 "f0310051450ad869fc7dee8b6c698ae9bcc7914f10d1db8cd0cd5eaa2f34c14daec7"),
           "correct horse", kElena) == key));
}

BOOST_AUTO_TEST_CASE(waiting_doubles_from_the_third_failure_to_a_quarter_of_an_hour) {
  using std::chrono::seconds;
  const std::vector<int> expected = {0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900};
  for (std::size_t n = 0; n < expected.size(); ++n)
    BOOST_TEST(delay_after(static_cast<int>(n)).count() == expected[n]);
  BOOST_TEST(delay_after(1000000).count() == 900);
  const Moment failed = *parse_moment("2026-11-23T20:00:00Z");
  BOOST_TEST(wait_before_next_try(4, failed, failed).count() == 4);
  BOOST_TEST(wait_before_next_try(4, failed, failed + seconds{3}).count() == 1);
  BOOST_TEST(wait_before_next_try(4, failed, failed + seconds{4}).count() == 0);
  BOOST_TEST(wait_before_next_try(4, failed, failed + std::chrono::hours{24 * 365 * 100}).count() ==
             0);
  BOOST_TEST(wait_before_next_try(4, failed, failed - std::chrono::hours{24}).count() == 4);
}

BOOST_AUTO_TEST_SUITE_END()
