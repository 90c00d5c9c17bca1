// SPDX-License-Identifier: MIT
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>

#include "base/process.h"
#include "cli/run.h"

namespace {

// The day of the clinic's own time zone, so that a plan issued in the evening bears that evening's
// date.
kinescript::Clock system_clock() {
  using namespace std::chrono;
  const auto now = floor<seconds>(std::chrono::system_clock::now());
  const std::time_t moment = std::chrono::system_clock::to_time_t(now);
  const std::tm local = *std::localtime(&moment);
  const auto day = year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday;
  return {sys_days{day}, now};
}

kinescript::Passphrase ask(const std::string& prompt) {
  return kinescript::ask_passphrase(kinescript::terminal_input(), kinescript::terminal_output(),
                                    prompt);
}

}  // namespace

int main(int argc, char** argv) {
  kinescript::forbid_core_dumps();
  std::error_code failed;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
  kinescript::Surroundings surroundings{
      failed ? std::filesystem::path() : program.parent_path(),
      [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value ? value : "");
      },
      {"/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto", "/usr/share/fonts",
       "/usr/local/share/fonts"},
      system_clock(),
      kinescript::system_randomness(),
      {}};
  if (kinescript::has_terminal()) surroundings.ask_passphrase = ask;
  return kinescript::run(argc, argv, {std::cout, std::cerr}, std::move(surroundings));
}
