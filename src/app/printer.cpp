// SPDX-License-Identifier: MIT
#include "app/printer.h"

#include "base/command.h"
#include "base/error.h"
#include "base/translate.h"

namespace kinescript {
namespace {

class Lp : public Printer {
 public:
  void print(const std::string& pdf, int copies) override {
    try {
      feed_command({"lp", "-s", "-n", std::to_string(copies), "-t", tr("Kinescript handout"), "-"},
                   pdf);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::not_found)
        throw Error(ErrorKind::not_found, "",
                    tr("This computer has no printer set up. Save the PDF instead (Ctrl+E)."));
      throw Error(ErrorKind::io, "",
                  tr("The printer did not answer. Try again, or save the PDF (Ctrl+E)."));
    }
  }
};

}  // namespace

std::unique_ptr<Printer> system_printer() { return std::make_unique<Lp>(); }

}  // namespace kinescript
