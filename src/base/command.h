// SPDX-License-Identifier: MIT
// Another program of this computer, fed by us.
//
//   feed_command({"lp", "-t", "Kinescript"}, pdf);
//
// It is found on the PATH; what it writes is thrown away. Throws Error{not_found} when there is no
// such program, Error{io} when it ends with a fault.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kinescript {

void feed_command(const std::vector<std::string>& command, std::string_view input);

}  // namespace kinescript
