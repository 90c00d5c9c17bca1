// SPDX-License-Identifier: MIT
// Bad news of the first kind: the world failed (a file, a disk, a word that does not exist). Bad news of the second
// kind, what a clinic must decide, is never thrown: it is a Finding (plan/safety.h).
//
// An Error is one line for a person: what is wrong, where (file:line for text files), and the way out. It never
// carries a patient's data: name records by id, files by the folder a person chose.
//
//   throw Error(ErrorKind::not_found, "", "There is no exercise \"brigde\". Did you mean \"bridge\"?");
//   throw Error(ErrorKind::invalid, "bridge.toml:12", "count is reversed (10 to 5). Write the smaller number first.");
#pragma once
#include <exception>
#include <string>

namespace kinescript {

enum class ErrorKind {
  usage,      // the command was written wrongly: exit status 2
  not_found,  // a named thing does not exist
  invalid,    // a value or a text file says something impossible
  conflict,   // somebody else changed or holds it
  refused,    // refused for safety: exit status 3
  locked,     // a passphrase is missing, wrong, or to be tried again later
  forbidden,  // the clinician's role does not reach that far
  damaged,    // a file is not what it should be
  newer,      // a file of a later version
  io,         // disk, permission, missing file
};

class Error : public std::exception {
 public:
  Error(ErrorKind kind, std::string where, std::string what);
  ErrorKind kind() const { return kind_; }
  const std::string& where() const { return where_; }
  const std::string& message() const { return message_; }   // without the place
  const char* what() const noexcept override { return line_.c_str(); }  // "where: message"

 private:
  ErrorKind kind_;
  std::string where_, message_, line_;
};

}  // namespace kinescript
