// SPDX-License-Identifier: MIT
// What every command is given: the options before it, the streams, and what it can open. A group of
// commands adds its words to the command line; the one that was typed leaves its action here, and
// run() carries it out.
//
//   void add_catalog_commands(CLI::App& app, Context& context);
//
// An action returns the exit status (0, 1 or 3) or throws Error.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "app/print_job.h"
#include "app/session.h"
#include "app/workspace.h"
#include "cli/run.h"

namespace CLI {
class App;
}

namespace kinescript {

inline constexpr int kDone = 0, kFailed = 1, kUsage = 2, kRefused = 3;

struct Context {
  Workspace workspace;
  std::ostream& out;
  std::ostream& err;
  std::string clinic_file, login, today;  // "" = not given
  int passphrase_fd = -1;                 // -1 = not given
  std::function<int()> action = {};

  std::filesystem::path clinic_path() const;
  // Refused at once when the clinician's role does not reach as far as `right`.
  Session open_session(Right right = Right::look) const;
  Session open_session_at(const std::filesystem::path& file) const;
  Session begin_session(Store store) const;
  // A new passphrase: of the descriptor when one is given, else asked twice at the terminal, else
  // nothing.
  std::optional<Passphrase> new_passphrase(int descriptor, const std::string& whose) const;
};

// A draft that is being edited: read, changed by `edit` as a value, saved when the value is another
// one.
Plan edit_draft(Session& session, const std::string& plan,
                const std::function<Plan(const Plan&)>& edit);

void add_setup_command(CLI::App& app, Context& context);
void add_clinic_commands(CLI::App& app, Context& context);
void add_clinician_commands(CLI::App& app, Context& context);
void add_verify_command(CLI::App& app, Context& context);
void add_backup_commands(CLI::App& app, Context& context);
void add_recovery_command(CLI::App& app, Context& context);
void add_catalog_commands(CLI::App& app, Context& context);
void add_precaution_commands(CLI::App& app, Context& context);
void add_patient_commands(CLI::App& app, Context& context);
void add_patient_screen_command(CLI::App& patient, Context& context);
void add_patient_move_commands(CLI::App& patient,
                               Context& context);  // export, import, archive, merge, delete
void add_patient_csv_command(CLI::App& patient, Context& context);
void add_plan_commands(CLI::App& plan, Context& context);          // new, show
void add_plan_history_commands(CLI::App& plan, Context& context);  // history, diff, substitutes
void add_plan_edit_commands(CLI::App& plan,
                            Context& context);  // add, set, remove, move, order, swap
void add_plan_issue_commands(CLI::App& plan, Context& context);  // check, keep, clear, issue, void
void add_plan_next_command(CLI::App& plan, Context& context);
void add_handout_command(CLI::App& app, Context& context);
void add_figure_command(CLI::App& app, Context& context);
void add_exercise_commands(CLI::App& app, Context& context);
void add_template_commands(CLI::App& app, Context& context);

}  // namespace kinescript
