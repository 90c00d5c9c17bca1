// SPDX-License-Identifier: MIT
// Holds the house to its map: src/README.md says which folder may include which, and who owns a library's headers.
#include <boost/test/unit_test.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/text.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

const fs::path kSource = fs::path(KINESCRIPT_SOURCE_DIR) / "src";

struct Include {
  std::string file;    // "layout/pages.h", relative to src
  std::string target;  // what stands between the quotes or angle brackets
  bool own = false;    // in quotes
  int line = 0;
};

// "key: a b c" lines of the fenced block with this name.
std::map<std::string, std::vector<std::string>> block(const std::string& name) {
  std::map<std::string, std::vector<std::string>> lines;
  std::istringstream map(read_file(kSource / "README.md"));
  bool inside = false;
  for (std::string line; std::getline(map, line);) {
    if (line.starts_with("```")) {
      inside = line == "```" + name;
    } else if (inside) {
      const auto colon = line.find(": ");
      lines[line.substr(0, colon)] = split_words(line.substr(colon + 2));
    }
  }
  return lines;
}

std::vector<std::string> source_files(const fs::path& folder = kSource) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".h" || extension == ".cpp") files.push_back(fs::relative(entry.path(), folder).string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Include> includes_of(const std::string& file) {
  std::vector<Include> found;
  std::istringstream text(read_file(kSource / file));
  int number = 0;
  for (std::string line; std::getline(text, line);) {
    ++number;
    if (!line.starts_with("#include ")) continue;
    const bool own = line[9] == '"';
    const auto end = line.find(own ? '"' : '>', 10);
    found.push_back({file, line.substr(10, end - 10), own, number});
  }
  return found;
}

std::string folder_of(const std::string& file) { return file.substr(0, file.find('/')); }

// True when a circle of includes within one folder starts at `file`; `path` names it.
bool circle(const std::string& file, const std::map<std::string, std::vector<std::string>>& graph,
            std::vector<std::string>& path, std::set<std::string>& done) {
  if (std::find(path.begin(), path.end(), file) != path.end()) {
    path.push_back(file);
    return true;
  }
  if (!done.insert(file).second || !graph.contains(file)) return false;
  path.push_back(file);
  for (const auto& next : graph.at(file))
    if (circle(next, graph, path, done)) return true;
  path.pop_back();
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(house_test)

BOOST_AUTO_TEST_CASE(every_include_follows_an_arrow_of_the_map) {
  const auto arrows = block("arrows");
  BOOST_REQUIRE(arrows.size() >= 15);
  for (const auto& file : source_files()) {
    const auto from = folder_of(file);
    BOOST_TEST_CONTEXT(file) { BOOST_REQUIRE(arrows.contains(from)); }
    for (const auto& include : includes_of(file)) {
      if (!include.own) continue;
      const auto to = folder_of(include.target);
      const auto& allowed = arrows.at(from);
      BOOST_TEST((to == from || std::count(allowed.begin(), allowed.end(), to) == 1),
                 file << ":" << include.line << ": " << from << "/ may not include " << include.target);
      BOOST_TEST(fs::exists(kSource / include.target), file << ":" << include.line << ": " << include.target);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_folder_stands_on_the_map) {
  const auto arrows = block("arrows");
  for (const auto& entry : fs::directory_iterator(kSource))
    if (entry.is_directory()) BOOST_TEST(arrows.contains(entry.path().filename().string()), entry.path().filename());
}

BOOST_AUTO_TEST_CASE(a_library_is_included_only_by_its_owner) {
  const auto owners = block("owners");
  BOOST_REQUIRE(!owners.empty());
  for (const auto& file : source_files()) {
    for (const auto& include : includes_of(file)) {
      if (include.own) continue;
      for (const auto& [library, allowed] : owners) {
        if (!include.target.starts_with(library)) continue;
        const bool mine = std::any_of(allowed.begin(), allowed.end(),
                                      [&file](const std::string& owner) { return file.starts_with(owner); });
        BOOST_TEST(mine, file << ":" << include.line << ": <" << include.target << "> belongs to " << join(allowed, " "));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(heavy_headers_stay_out_of_headers) {
  for (const auto& file : source_files()) {
    if (!file.ends_with(".h")) continue;
    for (const auto& include : includes_of(file))
      for (const char* heavy : {"toml++", "nlohmann", "CLI/"})
        BOOST_TEST(!include.target.starts_with(heavy), file << ":" << include.line << " includes " << include.target);
  }
}

BOOST_AUTO_TEST_CASE(no_folder_has_a_circle_inside) {
  std::map<std::string, std::vector<std::string>> graph;
  for (const auto& file : source_files())
    for (const auto& include : includes_of(file))
      if (include.own && folder_of(include.target) == folder_of(file)) graph[file].push_back(include.target);
  std::set<std::string> done;
  for (const auto& [file, targets] : graph) {
    std::vector<std::string> path;
    BOOST_TEST(!circle(file, graph, path, done), join(path, " -> "));
  }
}

// Two types of one name in one program are undefined, and no compiler sees it unless both are in one file.
BOOST_AUTO_TEST_CASE(no_two_headers_define_a_type_of_the_same_name) {
  std::map<std::string, std::string> header_of;
  for (const std::string& file : source_files()) {
    if (!file.ends_with(".h")) continue;
    std::istringstream text(read_file(kSource / file));
    for (std::string line; std::getline(text, line);) {
      if (line.starts_with(' ') || line.find('{') == line.npos) continue;
      std::vector<std::string> words = split_words(line);
      std::erase(words, "enum");
      if (words[0] != "class" && words[0] != "struct") continue;
      const auto [before, is_new] = header_of.emplace(words[1], file);
      BOOST_CHECK_MESSAGE(is_new, words[1] << " in " << before->second << " and in " << file);
    }
  }
  BOOST_TEST(header_of.size() > 100);
}

BOOST_AUTO_TEST_CASE(no_source_file_and_no_test_passes_500_lines) {
  for (const fs::path& folder : {kSource, kSource.parent_path() / "tests"}) {
    for (const auto& file : source_files(folder)) {
      const auto text = read_file(folder / file);
      BOOST_TEST(std::count(text.begin(), text.end(), '\n') <= 500, file);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_source_file_names_its_licence) {
  for (const auto& file : source_files())
    BOOST_TEST(read_file(kSource / file).starts_with("// SPDX-License-Identifier: MIT\n"), file);
}

BOOST_AUTO_TEST_SUITE_END()
