// SPDX-License-Identifier: MIT
// Independent pieces of work on all processors.
//
//   std::vector<Figure> figures(scenes.size());
//   at_once(scenes.size(), [&](std::size_t i) { figures[i] = draw_figure(scenes[i], options); });
#pragma once
#include <cstddef>
#include <functional>

namespace kinescript {

// Calls work(0) … work(n - 1), each once, in no order, and returns when all have ended. Where some
// threw, the exception of the lowest number is thrown on: the one that would come in turn.
// REQUIRES that `work` may run on several threads.
void at_once(std::size_t n, const std::function<void(std::size_t)>& work);

}  // namespace kinescript
