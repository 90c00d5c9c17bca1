// SPDX-License-Identifier: MIT
// Exercises that a clinic writes itself, in a minute: a title, steps, a photo, a section and a
// dose. They hold nothing of a patient, so they are plain text files with their photos in a folder
// beside the clinic file ("clinic.ksc" has "clinic.exercises"), as its templates are. A photo is
// turned upright, made smaller and stripped of what the camera wrote into it. No rule knows such an
// exercise: wherever it stands it is "not checked for safety".
//
//   OwnExercise squeeze{.title = "Towel squeeze", .steps = {"Sit.", "Squeeze the towel."}};
//   const ExerciseId id = add_own_exercise(squeeze, workspace, "clinic.ksc");     //
//   own-towel-squeeze
//
// Throws Error{usage} for a title without letters, no step or too many, a photo that is no picture
// or too large, Error{conflict} when the title is taken, and what writing files throws. Nothing is
// left behind then.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"

namespace kinescript {

struct OwnExercise {
  std::string title;
  std::vector<std::string> steps;  // 1 to 9
  Section section = Section::strength;
  Dose dose = usual_own_dose();
  bool each_side = false;
  std::filesystem::path photo = {}, photo_finish = {};  // "" = none

  static Dose usual_own_dose();  // once, 10 times
};

std::filesystem::path own_exercise_folder(const std::filesystem::path& clinic_file);
ExerciseId add_own_exercise(const OwnExercise& own, const Workspace& workspace,
                            const std::filesystem::path& clinic_file);

// Takes it out, photos and all. Issued plans keep what they were issued with. Throws
// Error{conflict} while a draft or a template of the clinic has it, Error{not_found} for one that
// is not there, Error{usage} for one that came with Kinescript.
void remove_own_exercise(const ExerciseId& exercise, const Session& session,
                         const std::filesystem::path& clinic_file);

}  // namespace kinescript
