// SPDX-License-Identifier: MIT
#include "cli/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <new>

#include "app/patient_text.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/context.h"

namespace kinescript {
namespace {

int status_of(const Error& error) {
  switch (error.kind()) {
    case ErrorKind::usage:
      return kUsage;
    case ErrorKind::refused:
      return kRefused;
    default:
      return kFailed;
  }
}

// One line, whatever a path or a library put into it.
std::string one_line(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\r') c = ' ';
  return std::string(trim(text));
}

std::vector<std::string> names_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

bool takes_value(const std::string& option) {
  return option == "--clinic" || option == "--as" || option == "--passphrase-fd" ||
         option == "--today";
}

const CLI::App* command_of(const CLI::App& group, const std::string& name) {
  for (const CLI::App* command : group.get_subcommands([](const CLI::App*) { return true; }))
    if (command->get_name() == name) return command;
  return nullptr;
}

// The first words must be commands: said with what was meant, before the library says it in its own
// way.
void check_commands(const CLI::App& app, const std::vector<std::string>& arguments) {
  const CLI::App* group = &app;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (takes_value(word)) ++i;
    if (takes_value(word) || word.starts_with("-")) continue;
    const auto names = names_of(*group);
    if (names.empty()) return;
    const CLI::App* next = command_of(*group, word);
    if (!next)
      throw Error(ErrorKind::usage, "",
                  "There is no command \"" + word + "\"." + did_you_mean(word, names) +
                      " There is: " + join(names, ", ") + ".");
    group = next;
  }
}

const CLI::App& innermost(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : innermost(*chosen.front());
}

std::string words_of(const CLI::App& app) {
  return app.get_parent() ? words_of(*app.get_parent()) + " " + app.get_name() : app.get_name();
}

// What the library could not take, in our words.
Error usage_error(const CLI::App& app, const CLI::ParseError& fault) {
  const CLI::App& command = innermost(app);
  std::string message = fault.what();
  if (const auto* extras = dynamic_cast<const CLI::ExtrasError*>(&fault); extras) {
    const auto left = app.remaining(true);
    const std::string word = left.empty() ? "" : left.front();
    std::vector<std::string> options;
    for (const CLI::App* level = &command; level; level = level->get_parent())
      for (const CLI::Option* option : level->get_options())
        for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
    message = "\"" + words_of(command) + "\" does not take \"" + word + "\"." +
              did_you_mean(word.substr(0, word.find('=')), options);
  }
  if (dynamic_cast<const CLI::RequiredError*>(&fault) && !names_of(command).empty())
    message = "A command is missing. There is: " + join(names_of(command), ", ");
  if (message.empty() || (message.back() != '.' && message.back() != '?')) message += '.';
  return Error(ErrorKind::usage, "", message + " See \"" + words_of(command) + " --help\".");
}

void check_utf8(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i)
    if (!valid_utf8(arguments[i]))
      throw Error(ErrorKind::usage, "",
                  "Word " + std::to_string(i + 1) +
                      " of the command is not valid UTF-8. Type it again in a UTF-8 terminal.");
}

void add_commands(CLI::App& app, Context& context) {
  app.add_option("--clinic", context.clinic_file, "The clinic file; usual: in your data folder")
      ->type_name("FILE");
  app.add_option("--as", context.login, "The clinician who acts")->type_name("CLINICIAN");
  app.add_option("--passphrase-fd", context.passphrase_fd,
                 "Read the passphrase from this file descriptor")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--today", context.today, "The day to work on")->type_name("YYYY-MM-DD");
  app.require_subcommand(1);
  app.fallthrough();
  add_setup_command(app, context);
  add_clinic_commands(app, context);
  add_clinician_commands(app, context);
  add_catalog_commands(app, context);
  add_precaution_commands(app, context);
  add_patient_commands(app, context);
  CLI::App* plan =
      app.add_subcommand("plan", "Plans: make, check, issue, look back")->require_subcommand(1);
  add_plan_commands(*plan, context);
  add_plan_edit_commands(*plan, context);
  add_plan_issue_commands(*plan, context);
  add_plan_next_command(*plan, context);
  add_plan_history_commands(*plan, context);
  add_handout_command(app, context);
  add_figure_command(app, context);
  add_template_commands(app, context);
  add_exercise_commands(app, context);
  add_verify_command(app, context);
  add_backup_commands(app, context);
  add_recovery_command(app, context);
}

int parse_and_act(std::vector<std::string> arguments, Context& context) {
  CLI::App app{"Home exercise programs: from catalog and patient to a printed, illustrated handout",
               "kinescript-cli"};
  app.set_version_flag("--version", "kinescript-cli " + program_version());
  add_commands(app, context);
  check_utf8(arguments);
  check_commands(app, arguments);
  std::reverse(arguments.begin(), arguments.end());  // the library takes them from the back
  try {
    app.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    context.out << innermost(app).help();
    return kDone;
  } catch (const CLI::CallForVersion& version) {
    context.out << version.what() << '\n';
    return kDone;
  } catch (const CLI::ParseError& fault) {
    throw usage_error(app, fault);
  }
  if (!context.today.empty()) context.workspace.set_today(read_day(context.today, "--today"));
  return context.action();
}

}  // namespace

int run(int argc, const char* const* argv, Streams streams, Surroundings surroundings) {
  int status = kFailed;
  try {
    Context context{Workspace(std::move(surroundings)), streams.out, streams.err, {}, {}, {}};
    status =
        parse_and_act(std::vector<std::string>(argv + std::min(argc, 1), argv + argc), context);
    streams.out.flush();
    if (!streams.out)
      throw Error(ErrorKind::io, "", "The output could not be written. Check where it goes.");
  } catch (const Error& error) {
    streams.err << "kinescript-cli: " << one_line(error.what()) << '\n';
    status = status_of(error);
  } catch (const std::bad_alloc&) {
    streams.err
        << "kinescript-cli: There is not enough memory. Close other programs and try again.\n";
  } catch (const std::exception& fault) {
    streams.err << "kinescript-cli: This is a fault of the program: " << one_line(fault.what())
                << ". Please report it; nothing was changed.\n";
  }
  return status;
}

}  // namespace kinescript
