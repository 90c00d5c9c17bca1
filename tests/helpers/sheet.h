// SPDX-License-Identifier: MIT
// An invented patient with a plan out of the real catalog, and the handout that comes of it.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "handout/compose.h"
#include "helpers/plans.h"
#include "plan/dossier.h"

namespace kinescript {

inline const Phrasebook& english() {
  static const Phrasebook book =
      read_phrasebook(std::string(KINESCRIPT_SOURCE_DIR) + "/templates/languages/en");
  return book;
}

inline const Stationery& standard_stationery() {
  static const Stationery standard =
      read_stationery(std::string(KINESCRIPT_SOURCE_DIR) + "/templates/layouts/standard.toml");
  return standard;
}

// Each figure is drawn once in a suite, whatever number of handouts shows it.
inline HandoutOptions sheet_options(Paper paper, Palette palette = Palette::black_and_white,
                                    int weeks = 0) {
  static DrawnFigures drawn;
  HandoutOptions options{paper, palette, weeks};
  options.drawn = &drawn;
  return options;
}

inline Clinic sheet_clinic() {
  Clinic clinic;
  clinic.name = "Riverside Physiotherapy";
  clinic.address = "14 Mill Lane, Ashbourne";
  clinic.phone = "01632 960 145";
  clinic.emergency_number = "999";
  return clinic;
}

inline Patient sheet_patient(const std::vector<std::string>& precautions = {}) {
  Patient patient;
  patient.family = "Whitfield";
  patient.given = "Margaret";
  patient.born = parse_date("1948-02-17").value();
  patient.diagnosis = "L4/5 disc protrusion";
  for (const std::string& code : precautions) {
    PatientPrecaution precaution;
    precaution.id = code;
    precaution.code = PrecautionCode{code};
    patient.precautions.push_back(precaution);
  }
  return patient;
}

struct SheetItem {
  std::string exercise;
  BodySide side = BodySide::none;
};

// Each side where an exercise has sides and none is asked for.
inline Plan sheet_plan(const std::vector<SheetItem>& items) {
  Plan plan;
  plan.title = "Strong back, short session";
  plan.problem = "low back pain";
  plan.schedule.days_per_week = 3;
  plan.start = parse_date("2026-11-23").value();
  plan.review = parse_date("2026-11-30");
  plan.next_visit = "2026-11-30 10:40";
  for (const SheetItem& wanted : items) {
    const Exercise& exercise = shipped_catalog().exercise(ExerciseId{wanted.exercise});
    PlanItem item;
    item.id = ItemId{"a" + std::to_string(plan.next_item++)};
    item.exercise = exercise.id;
    item.section = exercise.section;
    item.dose = exercise.dose;
    item.side = wanted.side;
    if (exercise.side_mode != SideMode::none && item.side == BodySide::none)
      item.side = BodySide::both;
    plan.items.push_back(std::move(item));
  }
  return plan;
}

inline Dossier sheet_dossier(const Plan& plan, const Patient& patient = sheet_patient()) {
  return make_dossier(plan, 4, parse_date("2026-11-23").value(), patient, sheet_clinic(),
                      "Elena Sorin, PT", shipped_catalog(), {});
}

inline Dossier routine_dossier(const Patient& patient = sheet_patient({"ext_intol"})) {
  return sheet_dossier(sheet_plan({{"walk-easy"},
                                   {"drawing-in"},
                                   {"dead-bug"},
                                   {"bridge"},
                                   {"bird-dog"},
                                   {"bodyweight-squat"},
                                   {"knee-to-chest"},
                                   {"floor-rotation"},
                                   {"cat-camel"}}),
                       patient);
}

inline Handout composed(const Dossier& dossier, Paper paper = Paper::a4) {
  return compose(dossier, standard_stationery(), english(),
                 sheet_options(paper, Palette::black_and_white));
}

}  // namespace kinescript
