// SPDX-License-Identifier: MIT
// What reads bytes that others wrote, as functions of those bytes. libFuzzer makes up inputs for them
// (fuzzer.cpp, in `packaging/test.sh --long`); fuzz_test replays corpus/<target>/ in every run. Each
// may throw Error, and nothing else may happen.
//
//   fuzz_target("csv")(bytes);
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kinescript::testing {

using FuzzTarget = void (*)(std::string_view bytes);
FuzzTarget fuzz_target(std::string_view name);  // nullptr when there is none of this name
std::vector<std::string> fuzz_targets();

}  // namespace kinescript::testing
