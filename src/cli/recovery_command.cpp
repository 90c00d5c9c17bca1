// SPDX-License-Identifier: MIT
// recovery -o FILE.pdf
#include <CLI/CLI.hpp>
#include <memory>
#include <system_error>

#include "app/recovery_sheet.h"
#include "base/error.h"
#include "base/files.h"
#include "cli/context.h"

namespace kinescript {
namespace {

int make_recovery_sheet(Context& context, const std::string& file) {
  Session session = context.open_session(Right::administer);
  std::error_code failed;
  if (std::filesystem::equivalent(file, context.clinic_path(), failed))
    throw Error(ErrorKind::usage, file,
                "This is the clinic file itself. Give the sheet another name.");
  std::string key = new_recovery_key();
  // Written first: a key that opens the file and stands nowhere would shut the older sheet out.
  write_atomically(file, recovery_sheet(context.workspace, session.store.clinic(), key));
  session.store.set_recovery_key(session.actor, key, context.workspace.clock());
  wipe(key);
  context.out
      << "Print " << file
      << ", lock the sheet away and delete the file: whoever has it and the clinic file can "
         "read everything.\n";
  return kDone;
}

}  // namespace

void add_recovery_command(CLI::App& app, Context& context) {
  CLI::App* command =
      app.add_subcommand("recovery", "A sheet with a key for a forgotten passphrase");
  auto file = std::make_shared<std::string>();
  command->add_option("-o,--output", *file, "The PDF file")->required();
  command->callback([&context, file] {
    context.action = [&context, file] { return make_recovery_sheet(context, *file); };
  });
}

}  // namespace kinescript
