// SPDX-License-Identifier: MIT
// The templates of a sitting: those that come with Kinescript, and those that this clinic saved.
//
// A template holds nothing of a patient, so the clinic's own are plain text files (the same TOML)
// in a folder beside the clinic file: "clinic.ksc" has "clinic.templates". They can be read, mended
// and handed to a colleague.
//
//   const std::vector<Program> all = all_programs(workspace, "clinic.ksc");
//   SavedTemplate saved = save_template(plan, patient, "My knees", {}, workspace, "clinic.ksc");
//
// Throws Error{conflict} when the name is taken, Error{usage} for a plan without items or a name
// without letters, and what reading and writing files throw.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "plan/fill.h"

namespace kinescript {

// "My knees" -> "my-knees": an id and the name of a file; `what` names it ("The template's name").
std::string id_from(const std::string& name, const std::string& what);
std::filesystem::path template_folder(const std::filesystem::path& clinic_file);
std::vector<Program> all_programs(const Workspace& workspace,
                                  const std::filesystem::path& clinic_file);
// By its id; Error{not_found} with "did you mean". The id of a protocol gives the phase for this
// patient (plan/fill.h).
Program program_for(const std::vector<Program>& programs, const std::string& id,
                    const Patient& patient, Date today);
Program program_of(const std::vector<Program>& programs, const std::string& id);

struct SaveOptions {
  bool keep_sides = false, keep_notes = false;
};
struct SavedTemplate {
  std::string id;
  std::vector<std::string> left_out;  // what of the plan is not in the template, for the clinician
};
// The same, to be read before it is saved.
std::vector<std::string> left_out_of_template(const Plan& plan, const Patient& patient,
                                              const SaveOptions& options, const Catalog& catalog);
SavedTemplate save_template(const Plan& plan, const Patient& patient, const std::string& name,
                            const SaveOptions& options, const Workspace& workspace,
                            const std::filesystem::path& clinic_file);

}  // namespace kinescript
