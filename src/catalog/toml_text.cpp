// SPDX-License-Identifier: MIT
#include "catalog/toml_text.h"

#include "base/text.h"

namespace kinescript {

std::string toml_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string toml_list(const std::vector<std::string>& texts) {
  std::vector<std::string> all;
  for (const auto& text : texts) all.push_back(toml_quoted(text));
  return "[" + join(all, ", ") + "]";
}

std::string toml_key(const char* name, const std::string& value) {
  return std::string(name) + " = " + value + "\n";
}

std::string toml_amount(const Amount& a) {
  return a.is_range() ? toml_quoted(to_text(a)) : std::to_string(a.min);
}

}  // namespace kinescript
