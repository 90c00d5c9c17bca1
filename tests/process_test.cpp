// SPDX-License-Identifier: MIT
#include "base/process.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <thread>

#include "base/error.h"

using namespace kinescript;

namespace {

// A pipe that already holds `text` and has been closed at its writing end.
class FullPipe {
 public:
  explicit FullPipe(const std::string& text) {
    int ends[2];
    BOOST_REQUIRE(::pipe(ends) == 0);
    BOOST_REQUIRE(::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    ::close(ends[1]);
    reader_ = ends[0];
  }
  FullPipe(const FullPipe&) = delete;
  FullPipe& operator=(const FullPipe&) = delete;
  ~FullPipe() { ::close(reader_); }
  int fd() const { return reader_; }

 private:
  int reader_;
};

std::string read_as_passphrase(const std::string& text) {
  const FullPipe pipe(text);
  return std::string(read_passphrase(pipe.fd()).text());
}

ErrorKind kind_when_reading(const std::string& text) {
  try {
    read_as_passphrase(text);
  } catch (const Error& error) {
    return error.kind();
  }
  BOOST_FAIL("no error");
  return ErrorKind::io;
}

// A pseudo-terminal with a person at it, who types `keys` when the prompt has come.
struct Person {
  int person = -1, program = -1;
  Person() {
    person = ::posix_openpt(O_RDWR | O_NOCTTY);
    BOOST_REQUIRE(person >= 0);
    BOOST_REQUIRE(::grantpt(person) == 0);
    BOOST_REQUIRE(::unlockpt(person) == 0);
    program = ::open(::ptsname(person), O_RDWR | O_NOCTTY);
    BOOST_REQUIRE(program >= 0);
  }
  Person(const Person&) = delete;
  Person& operator=(const Person&) = delete;
  ~Person() {
    ::close(program);
    ::close(person);
  }
  // What the person sees is kept in `screen`.
  std::string answers(const std::string& keys) {
    screen.clear();
    std::thread typing([&] {
      for (char c = 0; ::read(person, &c, 1) == 1;) {
        screen += c;
        if (screen.ends_with("Passphrase: ")) break;
      }
      BOOST_REQUIRE(::write(person, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
    });
    std::string answer = "gave up";
    try {
      answer = ask_passphrase(program, program, "Passphrase: ").text();
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::locked) answer = error.message();
    }
    typing.join();
    BOOST_REQUIRE(::write(program, "$", 1) == 1);
    for (char c = 0; !screen.ends_with("$") && ::read(person, &c, 1) == 1;) screen += c;
    return answer;
  }
  std::string screen;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(process_test)

BOOST_AUTO_TEST_CASE(a_passphrase_is_the_first_line_of_its_descriptor) {
  BOOST_TEST(read_as_passphrase("correct horse\n") == "correct horse");
  BOOST_TEST(read_as_passphrase("correct horse") == "correct horse");
  BOOST_TEST(read_as_passphrase("correct horse\r\nsecond\n") == "correct horse");
  BOOST_TEST(read_as_passphrase(" caf\xC3\xA9 \n") == " caf\xC3\xA9 ");
  BOOST_TEST(read_as_passphrase("\n") == "");
  BOOST_TEST(read_as_passphrase("") == "");
}

BOOST_AUTO_TEST_CASE(a_second_call_gets_the_second_line) {
  const FullPipe pipe("old one\nnew one\n");
  BOOST_TEST(read_passphrase(pipe.fd()).text() == "old one");
  BOOST_TEST(read_passphrase(pipe.fd()).text() == "new one");
  BOOST_TEST(read_passphrase(pipe.fd()).empty());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_a_passphrase_is_refused) {
  BOOST_TEST((kind_when_reading("caf\xE9\n") == ErrorKind::invalid));
  BOOST_TEST((kind_when_reading(std::string(1025, 'a') + "\n") == ErrorKind::invalid));
  BOOST_TEST(read_as_passphrase(std::string(1024, 'a') + "\n").size() == 1024u);
  BOOST_CHECK_THROW(read_passphrase(987), Error);
}

BOOST_AUTO_TEST_CASE(a_passphrase_moves_and_leaves_nothing_behind) {
  Passphrase one("short");
  const char* where = one.text().data();
  Passphrase two(std::move(one));
  BOOST_TEST(one.empty());
  BOOST_TEST(static_cast<const void*>(two.text().data()) == static_cast<const void*>(where));
  two.clear();
  BOOST_TEST(two.empty());
  BOOST_TEST(std::string(where, 5) ==
             std::string(5, '\0'));  // still its memory: wiped, not only cut
}

BOOST_AUTO_TEST_CASE(a_passphrase_typed_at_a_terminal_is_not_shown) {
  Person person;
  BOOST_TEST(person.answers("correct horse\n") == "correct horse");
  BOOST_TEST(person.screen == "Passphrase: \r\n$");
}

BOOST_AUTO_TEST_CASE(typing_can_be_corrected_and_given_up) {
  Person person;
  BOOST_TEST(person.answers("horsd\x7f"
                            "e\n") == "horse");
  BOOST_TEST(person.answers("caf\xC3\xA9\x7f"
                            "e\n") == "cafe");
  BOOST_TEST(person.answers("nonsense\x15horse\r") == "horse");
  BOOST_TEST(person.answers("\x7f\x7fhorse\n") == "horse");
  BOOST_TEST(person.answers("hor\x03") == "gave up");
  BOOST_TEST(person.answers("\x04") == "gave up");
}

BOOST_AUTO_TEST_CASE(the_terminal_echoes_again_afterwards_also_when_given_up) {
  for (const char* keys : {"horse\n", "\x03"}) {
    Person person;
    person.answers(keys);
    termios now{};
    BOOST_REQUIRE(::tcgetattr(person.program, &now) == 0);
    BOOST_TEST((now.c_lflag & ECHO) != 0u);
    BOOST_TEST((now.c_lflag & ISIG) != 0u);
    BOOST_TEST((now.c_lflag & ICANON) != 0u);
  }
}

BOOST_AUTO_TEST_CASE(asking_without_a_terminal_is_an_error) {
  const FullPipe pipe("correct horse\n");
  BOOST_CHECK_THROW(ask_passphrase(pipe.fd(), pipe.fd(), "Passphrase: "), Error);
}

BOOST_AUTO_TEST_CASE(a_crash_after_core_dumps_are_forbidden_leaves_no_core) {
  const pid_t child = ::fork();
  if (child == 0) {
    forbid_core_dumps();
    rlimit limit{1, 1};
    if (::getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_cur != 0 || limit.rlim_max != 0)
      ::_exit(1);
    ::signal(SIGABRT, SIG_DFL);
    ::abort();
  }
  int status = 0;
  BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
  BOOST_REQUIRE(WIFSIGNALED(status));
  BOOST_TEST(WTERMSIG(status) == SIGABRT);
  BOOST_TEST(!WCOREDUMP(status));
}

BOOST_AUTO_TEST_SUITE_END()
