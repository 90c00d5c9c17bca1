// SPDX-License-Identifier: MIT
// Paper: hands a finished PDF to the system's printer. Tests hand in one of their own.
//
//   system_printer()->print(editor.pdf(options, Action::print), 1);
//
// Throws Error{io} "The printer did not answer. …", Error{not_found} where the computer cannot
// print. The job's name says nothing of the patient.
#pragma once
#include <memory>
#include <string>

namespace kinescript {

class Printer {
 public:
  virtual ~Printer() = default;
  virtual void print(const std::string& pdf, int copies) = 0;
};

// `lp`, the print command of CUPS and of every Unix.
std::unique_ptr<Printer> system_printer();

}  // namespace kinescript
