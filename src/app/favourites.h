// SPDX-License-Identifier: MIT
// The exercises that a clinician marked with a star, on this desk: a text file beside the clinic
// file ("clinic.ksc" has "clinic.favourites"), one "CLINICIAN EXERCISE" a line. Nothing in it is of
// a patient.
//
//   Favourites mine(favourites_file("clinic.ksc"), session.actor.id);
//   mine.toggle(ExerciseId{"bridge"});        // on the disk when it returns
//   mine.has(ExerciseId{"bridge"})            // true
//
// A file that is missing or cannot be read is as one without favourites. toggle() throws Error{io},
// and nothing has changed then.
#pragma once
#include <filesystem>
#include <set>
#include <utility>

#include "base/id.h"

namespace kinescript {

std::filesystem::path favourites_file(const std::filesystem::path& clinic_file);

class Favourites {
 public:
  Favourites(std::filesystem::path file, ClinicianId clinician);
  bool has(const ExerciseId& exercise) const {
    return all_.count({clinician_.text, exercise.text}) != 0;
  }
  bool empty() const;
  // Returns whether it is one now. What other clinicians wrote meanwhile stays.
  bool toggle(const ExerciseId& exercise);

 private:
  std::filesystem::path file_;
  ClinicianId clinician_;
  std::set<std::pair<std::string, std::string>> all_;  // clinician, exercise
};

}  // namespace kinescript
