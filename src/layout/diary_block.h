// SPDX-License-Identifier: MIT
// The diary's sheets: a table with a row for each exercise and a column for each day, then the
// worst pain, how hard it was, the scale and room for notes.
//
//   for (Block& sheet : diary_sheets(setter, stationery, Paper::a4, handout.diary, height))
//     flow.put_on_new_page(std::move(sheet));
//
// Each sheet is at most `highest`; a table that is higher goes on, its headings repeated.
#pragma once
#include <vector>

#include "handout/stationery.h"
#include "layout/paragraph.h"

namespace kinescript {

std::vector<Block> diary_sheets(const Setter& setter, const Stationery& stationery, Paper paper,
                                const Diary& diary, double highest);

}  // namespace kinescript
