// SPDX-License-Identifier: MIT
// A handout in at most so many pages: the layout that was asked for first, then smaller sizes and
// Compact, never below what can be read (large print 16 points, Compact 10). Who needs large print
// gets large print or nothing.
//
//   pages_of(workspace, dossier, fitted(workspace, dossier, {.fit = 4}));
//
// The diary does not count. Throws Error{invalid} saying how many pages it takes at the least, and
// how many exercises would fit.
#pragma once
#include "app/print_job.h"

namespace kinescript {

// REQUIRES options.fit; the result has none.
PrintOptions fitted(const Workspace& workspace, const Dossier& dossier, PrintOptions options);

}  // namespace kinescript
