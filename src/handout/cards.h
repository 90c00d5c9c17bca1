// SPDX-License-Identifier: MIT
// One card for each item of a plan: name, side, picture, dose, steps, lines. Picture, tag, steps
// and dose take the side from the item and from nowhere else.
//
//   const std::vector<DoseWords> doses = word_doses(dossier, english);
//   std::vector<Card> cards = make_cards(dossier, doses, stationery, english, options);
//   Glance glance = make_glance(dossier, doses, english);
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "handout/compose.h"
#include "handout/dose_words.h"

namespace kinescript {

// Lines that a patient must read because of a fired Modify, a ticked Caution or the clinician's own
// change, by item, in the findings' order, each once an item. `shared` are those that several items
// have: they print once, in the box.
struct PatientLines {
  std::map<std::string, std::vector<std::string>> of_item;  // by the item's id
  std::vector<std::string> shared;
};
PatientLines patient_lines(const Dossier& dossier);

// Of each item of the plan, in its order: what cards and table both tell.
std::vector<DoseWords> word_doses(const Dossier& dossier, const Phrasebook& phrasebook);

std::vector<Card> make_cards(const Dossier& dossier, const std::vector<DoseWords>& doses,
                             const Stationery& stationery, const Phrasebook& phrasebook,
                             const HandoutOptions& options);

// The steps and pictures of the easier versions that may be taken instead, in the cards' order.
// None asks for more times or sets than the exercise it stands for.
std::vector<EasierWay> make_easier_ways(const Dossier& dossier, const Stationery& stationery,
                                        const Phrasebook& phrasebook,
                                        const HandoutOptions& options);
// What changed since the handout before; empty when there was none.
TextBox make_news(const Dossier& dossier, const Phrasebook& phrasebook);

// The table of what, how many and how often; no rows for fewer than three exercises.
Glance make_glance(const Dossier& dossier, const std::vector<DoseWords>& doses,
                   const Phrasebook& phrasebook);

}  // namespace kinescript
