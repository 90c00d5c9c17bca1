// SPDX-License-Identifier: MIT
// One program a target (KINESCRIPT_FUZZ_TARGET), driven by libFuzzer.
#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto target = kinescript::testing::fuzz_target(KINESCRIPT_FUZZ_TARGET);
  try {
    target({reinterpret_cast<const char*>(data), size});
  } catch (const kinescript::Error&) {  // said in one line: that is what should happen
  }
  return 0;
}
