// SPDX-License-Identifier: MIT
// Lines of the TOML files that Kinescript writes itself. REQUIRES texts without control characters,
// as the readers see to.
//
//   toml_key("name", toml_quoted("Say \"ah\""))     // name = "Say \"ah\""
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalog/dose.h"

namespace kinescript {

std::string toml_quoted(std::string_view text);
std::string toml_list(const std::vector<std::string>& texts);
std::string toml_key(const char* name, const std::string& value);
std::string toml_amount(const Amount& amount);

}  // namespace kinescript
