// SPDX-License-Identifier: MIT
// Small pictures of exercises for lists: the finish pose. A list keeps its own bitmaps; the last
// drawings are kept for the other sizes in which they are wanted at once. Bounded: it starts anew
// when full (a hundred drawings take 10 MB).
//
//   Pictures pictures(workspace.catalog(), workspace.drawn());
//   const Picture& picture = pictures.of(ExerciseId{"bridge"});   // fit picture.bounds into a cell
//
// The answer is valid until the next call.
// An exercise without a scene, or whose scene cannot be read, has an empty drawing: a list must
// show its row all the same. Catalog and figures must outlive it.
#pragma once
#include <map>

#include "catalog/catalog.h"
#include "draw/drawing.h"
#include "figure/drawn.h"

namespace kinescript {

struct Picture {
  Drawing drawing;
  Box bounds;  // points; empty when there is nothing to see
};

class Pictures {
 public:
  Pictures(const Catalog& catalog, const DrawnFigures& drawn) : catalog_(catalog), drawn_(drawn) {}
  const Picture& of(const ExerciseId& exercise);

 private:
  const Catalog& catalog_;
  const DrawnFigures& drawn_;
  std::map<ExerciseId, Picture> kept_;
};

}  // namespace kinescript
