// SPDX-License-Identifier: MIT
#include "helpers/tool.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace kinescript {
namespace {

std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

}  // namespace

std::string scratch_path(std::string_view name) {
  // Suites run side by side as processes of their own, in one scratch folder.
  static const std::string mine = std::to_string(std::random_device{}());
  static int count = 0;
  fs::create_directories(KINESCRIPT_TEST_SCRATCH);
  return std::string(KINESCRIPT_TEST_SCRATCH) + "/" + mine + "-" + std::to_string(++count) + "-" +
         std::string(name);
}

ToolResult run_tool(const std::string& command) {
  const std::string out = scratch_path("out"), err = scratch_path("err");
  ToolResult result;
  result.status =
      std::system(("LC_ALL=C.UTF-8 " + command + " >" + out + " 2>" + err + " </dev/null").c_str());
  result.out = slurp(out);
  result.err = slurp(err);
  fs::remove(out);
  fs::remove(err);
  return result;
}

ScratchFile::ScratchFile(std::string_view name, std::string_view bytes)
    : path_(scratch_path(name)) {
  std::ofstream(path_, std::ios::binary) << bytes;
}
ScratchFile::~ScratchFile() {
  std::error_code ignored;
  fs::remove(path_, ignored);
}

GreyPicture draw_page(const std::string& pdf_path, int page, int dots_per_inch, Warnings warnings) {
  const ToolResult drawn =
      run_tool("pdftoppm -gray -r " + std::to_string(dots_per_inch) + " -f " +
               std::to_string(page) + " -l " + std::to_string(page) + " " + pdf_path);
  const bool refused = warnings == Warnings::refused && !drawn.err.empty();
  if (drawn.status != 0 || refused) throw std::runtime_error("pdftoppm: " + drawn.err);
  std::istringstream header(drawn.out);
  std::string magic;
  int most = 0;
  GreyPicture picture;
  header >> magic >> picture.width >> picture.height >> most;
  header.get();
  picture.pixels = drawn.out.substr(static_cast<std::size_t>(header.tellg()));
  if (magic != "P5" ||
      picture.pixels.size() != static_cast<std::size_t>(picture.width * picture.height))
    throw std::runtime_error("pdftoppm: not a grey picture");
  return picture;
}

int blocks_that_differ(const GreyPicture& a, const GreyPicture& b) {
  if (a.width != b.width || a.height != b.height)
    throw std::runtime_error("pictures of different sizes");
  const auto differ = [&](int x, int y) { return std::abs(a.at(x, y) - b.at(x, y)) > 128; };
  int blocks = 0;
  for (int y = 1; y + 1 < a.height; ++y)
    for (int x = 1; x + 1 < a.width; ++x) {
      bool all = true;
      for (int i = 0; i < 9 && all; ++i) all = differ(x - 1 + i % 3, y - 1 + i / 3);
      blocks += all;
    }
  return blocks;
}

}  // namespace kinescript
