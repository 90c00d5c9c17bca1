// SPDX-License-Identifier: MIT
// backup FILE | backup --rotate | restore FILE [--show]
#include <CLI/CLI.hpp>
#include <memory>

#include "app/backup_now.h"
#include "app/restore.h"
#include "base/error.h"
#include "cli/context.h"
#include "store/backup.h"

namespace kinescript {
namespace {

std::string in_words(const BackupFacts& facts) {
  return std::to_string(facts.patients) + (facts.patients == 1 ? " patient, " : " patients, ") +
         std::to_string(facts.plans) + (facts.plans == 1 ? " issued plan, " : " issued plans, ") +
         std::to_string(facts.drafts) + (facts.drafts == 1 ? " draft, " : " drafts, ") +
         std::to_string(facts.journal.count) + " journal entries, head " + hex(facts.journal.link);
}

int back_up(Context& context, const std::string& file, bool rotate) {
  if (file.empty() != rotate)
    throw Error(ErrorKind::usage, "",
                "Say where the backup goes, or --rotate for the folder beside the clinic file.");
  Session session = context.open_session(Right::write);
  const Clock& clock = context.workspace.clock();
  BackupFacts facts;
  std::filesystem::path made = file;
  if (rotate) {
    const MadeBackup rotated = back_up_now(session, context.clinic_path());
    made = rotated.file;
    facts = rotated.facts;
  } else {
    facts = session.store.back_up(session.actor, made, clock);
  }
  context.out << "backup:   " << made.string() << '\n' << "inside:   " << in_words(facts) << '\n';
  return kDone;
}

int restore(Context& context, const std::string& file, bool show_only) {
  const RestoreCopy copy(file, context.clinic_path(), context.workspace.randomness());
  const BackupFacts facts =
      check_backup(copy, file, show_only ? BackupUse::look : BackupUse::restore,
                   [&](Store store) { return context.begin_session(std::move(store)); });
  context.out << "made:     " << (facts.backed_up ? iso(*facts.backed_up) : "not as a backup")
              << '\n'
              << "inside:   " << in_words(facts) << '\n';
  if (show_only) return kDone;
  const auto kept = copy.put_in_place(context.workspace.real_clock());
  if (kept) context.out << "before:   kept as " << kept->string() << '\n';
  context.out << "restored: " << context.clinic_path().string() << '\n';
  return kDone;
}

}  // namespace

void add_backup_commands(CLI::App& app, Context& context) {
  struct Typed {
    std::string backup_file, restore_file;
    bool rotate = false, show = false;
  };
  auto typed = std::make_shared<Typed>();
  CLI::App* backup = app.add_subcommand("backup", "A whole, sealed copy of the clinic file");
  backup->add_option("FILE", typed->backup_file, "Where it goes");
  backup->add_flag("--rotate", typed->rotate,
                   "Today's, in the folder \"backups\" beside the clinic file; 3 days, 4 weeks and "
                   "5 months are kept");
  backup->callback([&context, typed] {
    context.action = [&context, typed] {
      return back_up(context, typed->backup_file, typed->rotate);
    };
  });
  CLI::App* command = app.add_subcommand("restore", "Back to a backup; the present file is kept");
  command->add_option("FILE", typed->restore_file, "The backup")->required();
  command->add_flag("--show", typed->show, "Only say what is inside");
  command->callback([&context, typed] {
    context.action = [&context, typed] {
      return restore(context, typed->restore_file, typed->show);
    };
  });
}

}  // namespace kinescript
