// SPDX-License-Identifier: MIT
#include "base/process.h"

#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>

#include "base/error.h"
#include "base/text.h"
#include "base/translate.h"

namespace kinescript {
namespace {

// LeakSanitizer looks into its own process with ptrace, which prctl below forbids.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif
#else
constexpr bool kSanitized = false;
#endif

// One byte, or nothing at the end of the file. errno is left for the caller when it fails.
enum class Got : unsigned char { byte, end, failure };
Got read_byte(int descriptor, char& byte) {
  for (;;) {
    const auto n = ::read(descriptor, &byte, 1);
    if (n == 1) return Got::byte;
    if (n == 0) return Got::end;
    if (errno != EINTR) return Got::failure;
  }
}

void write_text(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto n = ::write(descriptor, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0)
      throw Error(ErrorKind::io, "", "The terminal went away. Try again, or give --passphrase-fd.");
    text.remove_prefix(static_cast<std::size_t>(n));
  }
}

void require_room(const Passphrase& passphrase) {
  if (passphrase.text().size() == Passphrase::kLongest)
    throw Error(ErrorKind::invalid, "",
                tr("The passphrase is longer than 1024 bytes. Choose a shorter one."));
}

Passphrase checked(Passphrase passphrase) {
  if (!valid_utf8(passphrase.text()))
    throw Error(ErrorKind::invalid, "",
                "The passphrase is not text in UTF-8. Set the terminal to UTF-8.");
  return passphrase;
}

// Echo, line editing and signals off while it lives. Signals too: Ctrl+C would end the program with
// the echo still off.
class SilentTerminal {
 public:
  explicit SilentTerminal(int descriptor) : descriptor_(descriptor) {
    if (::tcgetattr(descriptor_, &before_) != 0)
      throw Error(ErrorKind::io, "",
                  "There is no terminal to ask for the passphrase. Give --passphrase-fd.");
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL | ICANON | ISIG);
    silent.c_cc[VMIN] = 1;
    silent.c_cc[VTIME] = 0;
    ::tcsetattr(descriptor_, TCSAFLUSH, &silent);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;
  ~SilentTerminal() { ::tcsetattr(descriptor_, TCSANOW, &before_); }

 private:
  int descriptor_;
  termios before_{};
};

constexpr char kCtrlC = 3, kCtrlD = 4, kBackspace = 8, kCtrlU = 21, kDelete = 127;

// A line as typed, corrections applied.
Passphrase typed_line(int input) {
  Passphrase passphrase;
  for (char byte = 0;;) {
    const Got got = read_byte(input, byte);
    if (got == Got::failure) throw Error(ErrorKind::io, "", "The terminal went away. Try again.");
    if (got == Got::end || byte == kCtrlC || (byte == kCtrlD && passphrase.empty()))
      throw Error(ErrorKind::locked, "", "No passphrase was given. Nothing was opened.");
    if (byte == '\n' || byte == '\r' || byte == kCtrlD) return passphrase;
    if (byte == kBackspace || byte == kDelete) {
      passphrase.pop_code_point();
    } else if (byte == kCtrlU) {
      passphrase.clear();
    } else {
      require_room(passphrase);
      passphrase.push_back(byte);
    }
  }
}

}  // namespace

Passphrase::Passphrase() { text_.reserve(kLongest); }

Passphrase::Passphrase(std::string_view text) : Passphrase() {
  assert(text.size() <= kLongest);
  text_ = text;
}

// Room is reserved past any small-string buffer, so that swapping moves the only copy.
Passphrase::Passphrase(Passphrase&& other) noexcept { text_.swap(other.text_); }

Passphrase& Passphrase::operator=(Passphrase&& other) noexcept {
  text_.swap(other.text_);
  return *this;
}

Passphrase::~Passphrase() { clear(); }

void Passphrase::push_back(char byte) {
  assert(text_.size() < kLongest);
  text_ += byte;
}

void Passphrase::pop_code_point() {
  while (!text_.empty()) {
    const auto last = static_cast<unsigned char>(text_.back());
    text_.pop_back();
    if ((last & 0xC0) != 0x80) return;  // not a continuation byte: the character's first
  }
}

void Passphrase::clear() {
  text_.resize(text_.capacity());  // what was popped is wiped too
  ::explicit_bzero(text_.data(), text_.size());
  text_.clear();
}

void forbid_core_dumps() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  if (!kSanitized) ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

Passphrase read_passphrase(int descriptor) {
  Passphrase passphrase;
  for (char byte = 0;;) {
    const Got got = read_byte(descriptor, byte);
    if (got == Got::failure)
      throw Error(ErrorKind::usage, "",
                  "--passphrase-fd names a file descriptor that cannot be read. Open it first, for "
                  "example 3< FILE.");
    if (got == Got::end || byte == '\n') break;
    require_room(passphrase);
    passphrase.push_back(byte);
  }
  if (passphrase.text().ends_with('\r')) passphrase.pop_code_point();
  return checked(std::move(passphrase));
}

bool has_terminal() { return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1; }
int terminal_input() { return STDIN_FILENO; }
int terminal_output() { return STDERR_FILENO; }

Passphrase ask_passphrase(int input, int output, std::string_view prompt) {
  const SilentTerminal silent(input);
  write_text(output, prompt);
  Passphrase passphrase = typed_line(input);
  write_text(output, "\n");
  return checked(std::move(passphrase));
}

}  // namespace kinescript
