// SPDX-License-Identifier: MIT
#include "app/own_exercises.h"

#include <algorithm>
#include <system_error>

#include "app/clinic_templates.h"
#include "app/patient_text.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "base/translate.h"
#include "draw/decode.h"
#include "draw/encode.h"
#include "plan/plan.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

// A panel is 45 mm wide at most (92 mm in large print for a single one): 300 dots an inch there.
constexpr int kPhotoSide = 1080;
constexpr std::size_t kMostPhotoBytes = 32u << 20;

std::string read_photo(const fs::path& file) {
  std::error_code failed;
  const auto size = fs::file_size(file, failed);
  if (!failed && size > kMostPhotoBytes)
    throw Error(ErrorKind::usage, file.string(),
                tr("The photo has more than 32 MB. Choose a smaller one."));
  const std::string bytes = read_file(file);
  try {
    return encode_jpeg(decode_image(bytes, kPhotoSide));
  } catch (const Error& refused) {
    throw Error(ErrorKind::usage, file.string(), refused.message());
  }
}

void check(const OwnExercise& own) {
  if (own.steps.empty() || own.steps.size() > kMostOwnSteps)
    throw Error(ErrorKind::usage, "",
                trf("The exercise has {} steps. Write 1 to {}, each with --step.", own.steps.size(), kMostOwnSteps));
  if (own.photo.empty() && !own.photo_finish.empty())
    throw Error(ErrorKind::usage, "",
                tr("There is a photo of the finish and none of the start. Give both, or one as the "
                   "photo."));
  const std::string fault = problem(own.dose);
  if (!fault.empty()) throw Error(ErrorKind::usage, "", fault);
}

std::size_t drafts_with(const ExerciseId& exercise, const Store& store) {
  std::size_t drafts = 0;
  for (const Patient& patient : store.patients(true))
    for (const PlanHead& head : store.history(patient.id)) {
      if (head.state != PlanState::draft) continue;
      const auto items = store.draft(head.id).plan.items;
      drafts += std::any_of(items.begin(), items.end(),
                            [&exercise](const PlanItem& item) { return item.exercise == exercise; })
                    ? 1
                    : 0;
    }
  return drafts;
}

void refuse_while_used(const ExerciseId& exercise, const Session& session,
                       const fs::path& clinic_file) {
  if (const auto drafts = drafts_with(exercise, session.store); drafts > 0)
    throw Error(ErrorKind::conflict, "",
                trn("{} draft has this exercise. Issue or change it first.",
                    "{} drafts have this exercise. Issue or change them first.", drafts));
  for (const Program& program : all_programs(session.workspace, clinic_file))
    for (const Slot& slot : program.slots)
      if (std::find(slot.one_of.begin(), slot.one_of.end(), exercise) != slot.one_of.end())
        throw Error(ErrorKind::conflict, "",
                    trf("The template \"{}\" has this exercise. Remove {} first.", program.name,
                        (template_folder(clinic_file) / (program.id + ".toml")).string()));
}

}  // namespace

Dose OwnExercise::usual_own_dose() {
  Dose dose;
  dose.count = exactly(10);
  return dose;
}

fs::path own_exercise_folder(const fs::path& clinic_file) {
  return fs::path(clinic_file).replace_extension(".exercises");
}

ExerciseId add_own_exercise(const OwnExercise& own, const Workspace& workspace,
                            const fs::path& clinic_file) {
  check(own);
  Exercise exercise;
  exercise.name_clinician = read_name(own.title, tr("The exercise's title"), 60);
  exercise.id.text = "own-" + id_from(exercise.name_clinician, tr("The exercise's title"));
  for (const Exercise& known : workspace.catalog().exercises)
    if (known.id == exercise.id ||
        lower_ascii(known.name_patient) == lower_ascii(exercise.name_clinician))
      throw Error(
          ErrorKind::conflict, "",
          trf("There is an exercise \"{}\" already. Choose another title.", known.name_patient));
  exercise.section = own.section;
  exercise.dose = own.dose;
  if (own.each_side) exercise.side_mode = SideMode::each;
  for (const std::string& step : own.steps)
    exercise.steps.push_back({read_line(step, tr("A step"), kNoteLength)});
  const std::string photo = own.photo.empty() ? "" : read_photo(own.photo),
                    finish = own.photo_finish.empty() ? "" : read_photo(own.photo_finish);

  const fs::path folder = own_exercise_folder(clinic_file);
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed)
    throw Error(ErrorKind::io, folder.string(), tr("The folder of own exercises cannot be made."));
  const std::string& id = exercise.id.text;
  // The text last: photos that nothing names do no harm.
  const std::string photo_name = photo.empty() ? "" : id + ".jpg",
                    finish_name = finish.empty() ? "" : id + "_finish.jpg";
  if (!photo.empty()) write_atomically(folder / photo_name, photo);
  if (!finish.empty()) write_atomically(folder / finish_name, finish);
  write_atomically(folder / (id + ".toml"), own_exercise_text(exercise, photo_name, finish_name));
  workspace.use_clinic(clinic_file);
  return exercise.id;
}

void remove_own_exercise(const ExerciseId& exercise, const Session& session,
                         const fs::path& clinic_file) {
  session.require(Right::write);
  if (!session.workspace.catalog().exercise(exercise).own())
    throw Error(
        ErrorKind::usage, "",
        trf("\"{}\" came with Kinescript: only own exercises are taken out.", exercise.text));
  refuse_while_used(exercise, session, clinic_file);
  // The text first: photos that nothing names do no harm.
  const fs::path folder = own_exercise_folder(clinic_file);
  for (const char* ending : {".toml", ".jpg", "_finish.jpg"}) {
    std::error_code failed;
    fs::remove(folder / (exercise.text + ending), failed);
    if (failed)
      throw Error(ErrorKind::io, folder.string(), tr("The exercise's file cannot be removed."));
  }
  session.workspace.use_clinic(clinic_file);
}

}  // namespace kinescript
