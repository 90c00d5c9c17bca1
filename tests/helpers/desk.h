// SPDX-License-Identifier: MIT
// The command line as a person types it, on a clinic file of its own, in process.
//
//   Desk desk("name");                                    // a scratch folder, setup done
//   const std::string record = desk.add_patient();
//   desk.fails(2, {"catalog", "shw"}, {"Did you mean"});
#pragma once
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "cli/run.h"

namespace kinescript {

struct Outcome {
  int status = 0;
  std::string out, err;
};

// A folder with a clinic file, and the command line as a person types it.
struct Desk {
  explicit Desk(const std::string& name,
                std::vector<std::string> setup = {"--country", "GB", "--phone", "01632 960 100"})
      : folder(std::filesystem::path(KINESCRIPT_TEST_SCRATCH) / "desk" / name),
        file(folder / "clinic.ksc") {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    setup.insert(setup.begin(), {"setup", "--for-tests"});
    done(setup);
  }
  Surroundings surroundings() const {
    return {{},
            [this](const char* name) {
              return environment.count(name) ? environment.at(name) : std::string();
            },
            fonts,
            {*parse_date("2026-11-23"), *parse_moment("2026-11-23T09:00:00Z")},
            system_randomness()};
  }
  Outcome type(std::vector<std::string> words) const {
    words.insert(words.begin(), {"kinescript-cli", "--clinic", file.string()});
    std::vector<const char*> arguments;
    for (const std::string& word : words) arguments.push_back(word.c_str());
    std::ostringstream out, err;
    const int status =
        run(static_cast<int>(arguments.size()), arguments.data(), {out, err}, surroundings());
    return {status, out.str(), err.str()};
  }
  // It must succeed; what it printed, without the line's end.
  std::string done(const std::vector<std::string>& words) const {
    const Outcome outcome = type(words);
    BOOST_TEST_REQUIRE(outcome.status == 0, words[0] + ": " + outcome.err + outcome.out);
    BOOST_TEST(outcome.err == "");
    return std::string(trim(outcome.out));
  }
  nlohmann::json json(std::vector<std::string> words) const {
    words.push_back("--json");
    return nlohmann::json::parse(done(words));
  }
  // It must fail with this status and one line that has all of these words.
  Outcome fails(int status, const std::vector<std::string>& words,
                const std::vector<std::string>& says) const {
    const Outcome outcome = type(words);
    BOOST_TEST(outcome.status == status,
               join(words, " ") + ": " + std::to_string(outcome.status) + " " + outcome.err);
    BOOST_TEST(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1, outcome.err);
    for (const std::string& word : says)
      BOOST_TEST(outcome.err.find(word) != std::string::npos, word + ": " + outcome.err);
    return outcome;
  }
  std::string add_patient(std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"patient", "add",  "--family", "Roe",
                                      "--given", "Jane", "--born",   "1961-04-12"};
    words.insert(words.end(), more.begin(), more.end());
    return done(words);
  }

  std::filesystem::path folder, file;
  std::map<std::string, std::string> environment;
  std::vector<std::filesystem::path> fonts = {"/usr/share/fonts/truetype/noto"};
};

inline std::string item_of(const nlohmann::json& plan, const std::string& exercise) {
  for (const nlohmann::json& item : plan["items"])
    if (item["exercise"] == exercise) return item["id"];
  return {};
}

// The first finding of an exercise; its rule and level are the test's to ask.
inline nlohmann::json finding_of(const nlohmann::json& check, const std::string& exercise) {
  for (const nlohmann::json& finding : check["findings"])
    if (finding["exercise"] == exercise) return finding;
  return {};
}

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace kinescript
