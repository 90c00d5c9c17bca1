// SPDX-License-Identifier: MIT
// patient screen
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "app/screening.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/context.h"

namespace kinescript {
namespace {

int list(Context& context, const Patient& patient) {
  for (const StopEntry* question : screening_questions(context.workspace.catalog())) {
    if (!is_asked(*question, patient)) continue;
    const ScreeningAnswer* answer = answer_to(*question, patient);
    context.out << question->id << "  "
                << (answer == nullptr ? std::string("not asked")
                                      : (answer->yes ? "yes, " : "no, ") + iso(answer->on))
                << "  " << question->text << '\n';
  }
  return kDone;
}

ScreeningAnswer read_answer(const std::string& text, const std::vector<std::string>& questions,
                            Date today) {
  const auto equals = text.find('=');
  const std::string question(trim(text.substr(0, equals)));
  const std::string said =
      equals == std::string::npos ? "" : lower_ascii(trim(text.substr(equals + 1)));
  if (std::find(questions.begin(), questions.end(), question) == questions.end())
    throw Error(ErrorKind::not_found, "",
                "There is no screening question \"" + question + "\"." +
                    did_you_mean(question, questions) + " There is: " + join(questions, ", ") +
                    ".");
  if (said != "yes" && said != "no")
    throw Error(ErrorKind::usage, "",
                "Answer " + question + " with yes or no: " + question + "=no.");
  return {question, said == "yes", today};
}

int screen(Context& context, const std::string& text, const std::vector<std::string>& answers) {
  Session session = context.open_session();
  Patient patient = session.store.find_patient(text);
  if (answers.empty()) return list(context, patient);
  std::vector<std::string> questions;
  for (const StopEntry* question : screening_questions(context.workspace.catalog()))
    questions.push_back(question->id);
  for (const std::string& answer : answers)
    put_answer(patient, read_answer(answer, questions, context.workspace.clock().today));
  session.store.set_patient(session.actor, patient, context.workspace.clock());
  return kDone;
}

}  // namespace

void add_patient_screen_command(CLI::App& patient, Context& context) {
  CLI::App* command = patient.add_subcommand(
      "screen", "Record answers to the screening questions; without answers, list them");
  auto who = std::make_shared<std::string>();
  auto answers = std::make_shared<std::vector<std::string>>();
  command->add_option("PATIENT", *who, "Id or record number")->required();
  command->add_option("ANSWERS", *answers, "QUESTION=yes|no ...");
  command->callback([&context, who, answers] {
    context.action = [&context, who, answers] { return screen(context, *who, *answers); };
  });
}

}  // namespace kinescript
