// SPDX-License-Identifier: MIT
// This process and its terminal, as far as secrets go: no core dumps, passphrases read without
// showing or keeping them. A passphrase never comes from the argument list (every user of the
// machine sees it there) nor from the environment.
//
//   forbid_core_dumps();
//   Passphrase p = fd ? read_passphrase(*fd)
//                     : ask_passphrase(terminal_input(), terminal_output(), "Passphrase: ");
//
// Throws Error{usage} for a descriptor that is not open, Error{invalid} for a passphrase that is
// too long or not UTF-8, Error{io} when the terminal goes away, Error{locked} when the person gives
// up (Ctrl+C, Ctrl+D).
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace kinescript {

// Text that is wiped when it goes. Moves, is never copied; a moved-from one is empty.
class Passphrase {
 public:
  static constexpr std::size_t kLongest = 1024;  // bytes
  Passphrase();
  explicit Passphrase(std::string_view text);  // REQUIRES at most kLongest
  Passphrase(Passphrase&& other) noexcept;
  Passphrase& operator=(Passphrase&& other) noexcept;
  Passphrase(const Passphrase&) = delete;
  Passphrase& operator=(const Passphrase&) = delete;
  ~Passphrase();

  std::string_view text() const { return text_; }
  bool empty() const { return text_.empty(); }
  bool operator==(const Passphrase& other) const { return text_ == other.text_; }
  void push_back(char byte);  // REQUIRES room
  void pop_code_point();      // the last character, whole; nothing when empty
  void clear();

 private:
  std::string text_;  // has kLongest bytes of room, so that growing leaves no copy behind
};

// Keys and names must not land in a core file, nor be read by another program of the same user
// (ptrace, /proc).
void forbid_core_dumps();

// The next line of a file descriptor, without its line end; what follows the line is left unread,
// so that a second call gets the second line. An empty line or the end of the file is an empty
// passphrase.
Passphrase read_passphrase(int descriptor);

// True when a person can be asked: standard input and standard error are a terminal.
bool has_terminal();
int terminal_input();   // standard input
int terminal_output();  // standard error: standard output may be a pipe
// Writes the prompt, reads a line without showing it, leaves the terminal as it was.
Passphrase ask_passphrase(int input, int output, std::string_view prompt);

}  // namespace kinescript
