// SPDX-License-Identifier: MIT
// The command line in process: what main() calls and what tests call, with buffers for the streams.
//
//   std::ostringstream out, err;
//   int status = run(argc, argv, {out, err}, surroundings);
//
// Exit status: 0 done, 1 the thing asked for failed or a fault was found, 2 wrong usage, 3 refused
// for safety. Errors are one line on `err`, what is wrong and the way out. Never throws.
#pragma once
#include <iosfwd>

#include "app/workspace.h"

namespace kinescript {

struct Streams {
  std::ostream& out;
  std::ostream& err;
};

int run(int argc, const char* const* argv, Streams streams, Surroundings surroundings);

}  // namespace kinescript
