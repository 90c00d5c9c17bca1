// SPDX-License-Identifier: MIT
// verify [FILE]
#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.h"
#include "cli/context.h"
#include "store/backup.h"

namespace kinescript {
namespace {

std::string in_words(const WrapInfo& wrap) {
  switch (wrap.way) {
    case WrapWay::no_passphrase:
      return "no passphrase: whoever has the file can read it";
    case WrapWay::recovery:
      return "recovery key";
    case WrapWay::argon2id:
      break;
  }
  const std::string memory = wrap.kibibytes >= 1024 ? std::to_string(wrap.kibibytes / 1024) + " MiB"
                                                    : std::to_string(wrap.kibibytes) + " KiB";
  return "Argon2id, " + std::to_string(wrap.passes) + (wrap.passes == 1 ? " pass" : " passes") +
         " over " + memory + (wrap.for_tests() ? ": for tests, protects nothing" : "");
}

int verify(Context& context, const std::string& file) {
  const auto path = file.empty() ? context.clinic_path() : std::filesystem::path(file);
  const Session session = context.open_session_at(path);
  const auto faults = session.store.verify();
  context.out << "file:     " << path.string() << '\n';
  if (session.store.for_tests()) context.out << "made:     for tests\n";
  for (const KeyReport& key : session.store.keys())
    context.out << "key:      " << key.login << ": "
                << (key.disabled ? "disabled" : in_words(key.wrap)) << '\n';
  try {
    const JournalHead head = session.store.journal_head();
    context.out << "journal:  " << head.count << " entries, head " << hex(head.link) << '\n';
  } catch (const Error& error) {
    context.out << "journal:  " << error.message() << '\n';
  }
  const auto backups = backup_days(path);
  context.out << "backup:   "
              << (backups.empty() ? "none yet; make one with \"backup --rotate\""
                                  : "the newest is " + dated_backup(path, backups.front()).string())
              << '\n';
  for (const std::string& fault : faults) context.out << "fault:    " << fault << '\n';
  if (!faults.empty())
    throw Error(ErrorKind::damaged, path.string(),
                std::to_string(faults.size()) +
                    (faults.size() == 1 ? " fault was" : " faults were") +
                    " found. Keep the file as it is and restore a backup.");
  context.out << "faults:   none\n";
  return kDone;
}

}  // namespace

void add_verify_command(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("verify", "Open and check everything in a clinic file");
  auto file = std::make_shared<std::string>();
  command->add_option("FILE", *file, "Usual: the clinic file");
  command->callback(
      [&context, file] { context.action = [&context, file] { return verify(context, *file); }; });
}

}  // namespace kinescript
