// SPDX-License-Identifier: MIT
// Small pictures of exercises for lists: the finish pose, as a Standard handout in black and white
// prints it, so that figures.pack has it already. A list keeps its own bitmaps; the last
// drawings are kept for the other sizes in which they are wanted at once. Bounded: it starts anew
// when full (a hundred drawings take 10 MB).
//
//   Pictures pictures(workspace);
//   const Picture& picture = pictures.of(ExerciseId{"bridge"});   // fit picture.bounds into a cell
//
// The answer is valid until the next call.
// An exercise without a scene, or whose scene cannot be read, has an empty drawing: a list must
// show its row all the same. The workspace must outlive it, and
// its catalog not be read again.
#pragma once
#include <map>

#include "app/workspace.h"
#include "draw/drawing.h"

namespace kinescript {

struct Picture {
  Drawing drawing;
  Box bounds;  // points; empty when there is nothing to see
};

class Pictures {
 public:
  explicit Pictures(const Workspace& workspace);
  const Picture& of(const ExerciseId& exercise);

 private:
  Picture finish_pose(const Exercise& exercise) const;
  const Catalog& catalog_;
  const DrawnFigures& drawn_;
  const Stationery stationery_;
  std::map<ExerciseId, Picture> kept_;
};

}  // namespace kinescript
