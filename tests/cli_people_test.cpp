// SPDX-License-Identifier: MIT
// Passphrases, clinicians and verify on the command line, in process.
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "base/files.h"
#include "cli/run.h"
#include "store/database.h"
#include "store/store.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

struct Outcome {
  int status = 0;
  std::string out, err;
  bool says(const std::string& text) const { return (out + err).find(text) != std::string::npos; }
};

struct Desk {
  explicit Desk(const std::string& name)
      : folder(fs::path(KINESCRIPT_TEST_SCRATCH) / "cli_people_test" / name),
        file(folder / "clinic.ksc") {
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  Outcome type(std::vector<std::string> words) {
    words.insert(words.begin(), {"kinescript-cli", "--clinic", file.string()});
    std::vector<const char*> arguments;
    for (const std::string& word : words) arguments.push_back(word.c_str());
    std::ostringstream out, err;
    Surroundings surroundings{{},
                              [](const char*) { return std::string(); },
                              {"/usr/share/fonts/truetype/noto"},
                              clock,
                              system_randomness(),
                              {}};
    if (!answers.empty())
      surroundings.ask_passphrase = [this](const std::string& prompt) {
        asked.push_back(prompt);
        BOOST_REQUIRE(!answers.empty());
        const std::string answer = answers.front();
        answers.erase(answers.begin());
        return Passphrase(answer);
      };
    const int status = run(static_cast<int>(arguments.size()), arguments.data(), {out, err},
                           std::move(surroundings));
    return {status, out.str(), err.str()};
  }
  // With `lines` behind a file descriptor; the word FD stands for its number.
  Outcome type_with(const std::string& lines, std::vector<std::string> words) {
    int ends[2];
    BOOST_REQUIRE(::pipe(ends) == 0);
    BOOST_REQUIRE(::write(ends[1], lines.data(), lines.size()) ==
                  static_cast<ssize_t>(lines.size()));
    ::close(ends[1]);
    for (std::string& word : words)
      if (word == "FD") word = std::to_string(ends[0]);
    const Outcome outcome = type(words);
    ::close(ends[0]);
    return outcome;
  }
  fs::path folder, file;
  Clock clock{*parse_date("2026-11-23"), *parse_moment("2026-11-23T09:00:00Z")};
  std::vector<std::string> answers, asked;  // of the person at the terminal
};

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_people_test)

BOOST_AUTO_TEST_CASE(without_a_passphrase_it_is_said_and_nobody_is_asked) {
  Desk desk("none");
  const Outcome setup = desk.type({"setup", "--for-tests"});
  BOOST_TEST(setup.status == 0);
  BOOST_TEST(setup.says("No passphrase is set: whoever has the file can read it."));
  BOOST_TEST(desk.type({"patient", "list"}).status == 0);
  const Outcome verify = desk.type({"verify"});
  BOOST_TEST(verify.status == 0);
  for (const char* text : {"no passphrase: whoever has the file can read it", "made:     for tests",
                           "head ", "faults:   none"})
    BOOST_TEST(verify.says(text), text);
}

BOOST_AUTO_TEST_CASE(a_passphrase_from_a_descriptor_is_asked_for_ever_after) {
  Desk desk("descriptor");
  const Outcome setup =
      desk.type_with("correct horse\n", {"setup", "--for-tests", "--passphrase-fd", "FD"});
  BOOST_TEST(setup.status == 0);
  BOOST_TEST(!setup.says("No passphrase"));
  const Outcome without = desk.type({"patient", "list"});
  BOOST_TEST(without.status == 1);
  BOOST_TEST(without.says("--passphrase-fd"));
  const Outcome wrong = desk.type_with("wrong\n", {"patient", "list", "--passphrase-fd", "FD"});
  BOOST_TEST(wrong.status == 1);
  BOOST_TEST(wrong.err == "kinescript-cli: The passphrase is wrong. Try again.\n");
  BOOST_TEST(
      desk.type_with("correct horse\n", {"patient", "list", "--passphrase-fd", "FD"}).status == 0);
  const Outcome verify = desk.type_with("correct horse\n", {"verify", "--passphrase-fd", "FD"});
  BOOST_TEST(verify.says("Argon2id, 1 pass over 8 KiB: for tests, protects nothing"));
  BOOST_TEST(desk.type({"verify", "--passphrase-fd", "987"}).status == 2);
}

BOOST_AUTO_TEST_CASE(a_person_at_a_terminal_is_asked) {
  Desk desk("terminal");
  desk.answers = {"correct horse", "correct house"};
  BOOST_TEST(desk.type({"setup"}).says("The two passphrases differ."));
  BOOST_TEST(!fs::exists(desk.file));
  desk.answers = {"", ""};
  BOOST_TEST(desk.type({"setup"}).says("No passphrase is set"));
  desk.answers = {"correct horse", "correct horse"};
  BOOST_TEST(desk.type({"clinician", "passphrase"}).status == 0);
  desk.asked.clear();
  desk.answers = {"correct horse"};
  BOOST_TEST(desk.type({"patient", "list"}).status == 0);
  BOOST_TEST(desk.asked.size() == 1u);
  desk.answers = {"not asked"};
  BOOST_TEST(desk.type({"catalog", "list"}).status == 0);
  BOOST_TEST(desk.answers.size() == 1u);
}

BOOST_AUTO_TEST_CASE(wrong_passphrases_slow_down_and_today_does_not_help) {
  Desk desk("slow");
  desk.type_with("correct horse\n", {"setup", "--for-tests", "--passphrase-fd", "FD"});
  for (int i = 0; i < 3; ++i)
    desk.type_with("wrong\n", {"patient", "list", "--passphrase-fd", "FD"});
  for (const char* today : {"2026-11-23", "2027-01-01"}) {
    const Outcome early = desk.type_with(
        "correct horse\n", {"patient", "list", "--passphrase-fd", "FD", "--today", today});
    BOOST_TEST(early.status == 1);
    BOOST_TEST(early.says("Try again in 2 seconds."));
  }
  desk.clock.now += std::chrono::seconds{2};
  BOOST_TEST(
      desk.type_with("correct horse\n", {"patient", "list", "--passphrase-fd", "FD"}).status == 0);
}

BOOST_AUTO_TEST_CASE(clinicians_are_added_listed_changed_and_disabled) {
  Desk desk("people");
  desk.type({"setup", "--for-tests", "--as", "elena"});
  BOOST_TEST(
      desk.type({"clinician", "add", "rita", "--role", "reader", "--name", "Rita Lund"}).status ==
      0);
  BOOST_TEST(desk.type({"clinician", "add", "boss", "--role", "king"}).status == 2);
  BOOST_TEST(desk.type({"patient", "list"}).says("--as: elena, rita"));
  const Outcome refused = desk.type({"--as", "rita", "patient", "add", "--family", "Roe", "--given",
                                     "Jane", "--born", "1961-04-12"});
  BOOST_TEST(refused.status == 1);
  BOOST_TEST(refused.says("A reader may look at plans but not change them."));
  BOOST_TEST(desk.type({"--as", "rita", "clinic", "set", "--phone", "01632 960 101"})
                 .says("Only an administrator"));
  BOOST_TEST(desk.type_with("new\n", {"--as", "rita", "clinician", "passphrase",
                                      "--new-passphrase-fd", "FD"})
                 .status == 0);
  const Outcome list = desk.type({"--as", "elena", "clinician", "list"});
  BOOST_TEST(list.says("elena  administrator  Clinician  no passphrase\n"));
  BOOST_TEST(list.says("rita  reader  Rita Lund\n"));
  BOOST_TEST(desk.type_with("new\nnewer\n", {"--as", "rita", "--passphrase-fd", "FD", "clinician",
                                             "passphrase", "--new-passphrase-fd", "FD"})
                 .status == 0);
  BOOST_TEST(desk.type_with("newer\n", {"--as", "rita", "--passphrase-fd", "FD", "patient", "list"})
                 .status == 0);
  BOOST_TEST(desk.type({"--as", "elena", "clinician", "disable", "rita"}).status == 0);
  BOOST_TEST(
      desk.type({"--as", "rita", "patient", "list"}).says("may not open the clinic file any more"));
  BOOST_TEST(desk.type({"patient", "list"}).status == 0);  // the only one left need not be named
  BOOST_TEST(desk.type({"clinician", "disable", "elena"}).says("last administrator"));
}

BOOST_AUTO_TEST_CASE(a_recovery_sheet_is_written_and_a_typed_key_sets_a_new_passphrase) {
  Desk desk("recovery");
  desk.type_with("forgotten\n", {"setup", "--for-tests", "--passphrase-fd", "FD"});
  const fs::path sheet = desk.folder / "recovery.pdf";
  const Outcome made =
      desk.type_with("forgotten\n", {"recovery", "-o", sheet.string(), "--passphrase-fd", "FD"});
  BOOST_TEST(made.status == 0, made.err);
  BOOST_TEST(read_file(sheet).starts_with("%PDF-1."));
  const Outcome slip = desk.type_with(
      "7K2Q-X\nnew\n",
      {"clinician", "recover", "clinician", "--recovery-fd", "FD", "--new-passphrase-fd", "FD"});
  BOOST_TEST(slip.status == 1);
  BOOST_TEST(slip.says("of 40"));
  const std::string key = new_recovery_key();
  {
    Store store = Store::open(desk.file, system_randomness());
    const Clinician clinician = store.clinicians().front();
    const Actor actor = store.unlock(clinician.id, "forgotten", desk.clock);
    store.set_recovery_key(actor, key, desk.clock);
  }
  const Outcome recovered = desk.type_with(
      key + "\nnew\n",
      {"clinician", "recover", "clinician", "--recovery-fd", "FD", "--new-passphrase-fd", "FD"});
  BOOST_TEST(recovered.status == 0, recovered.err);
  BOOST_TEST(desk.type_with("new\n", {"verify", "--passphrase-fd", "FD"}).status == 0);
}

BOOST_AUTO_TEST_CASE(verify_fails_when_the_journal_was_cut) {
  Desk desk("cut");
  desk.type({"setup", "--for-tests"});
  desk.type({"patient", "list"});
  {
    Database database(desk.file);
    database.execute("DROP TRIGGER journal_is_kept; DELETE FROM journal WHERE number = 2;");
  }
  const Outcome verify = desk.type({"verify", desk.file.string()});
  BOOST_TEST(verify.status == 1);
  BOOST_TEST(verify.says("journal: entry 2 was removed"));
  BOOST_TEST(std::count(verify.err.begin(), verify.err.end(), '\n') == 1);
  BOOST_TEST(desk.type({"verify", "/nowhere/clinic.ksc"}).status == 1);
}

BOOST_AUTO_TEST_SUITE_END()
