// SPDX-License-Identifier: MIT
#include "fuzz/targets.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "catalog/read.h"
#include "draw/decode.h"
#include "exchange/patient_csv.h"
#include "figure/scene.h"
#include "plan/codec.h"
#include "store/bundle.h"
#include "store/store.h"
#include "store/vault.h"

namespace kinescript::testing {
namespace {

void csv(std::string_view bytes) { read_patient_csv(bytes, {}); }

void plan_json(std::string_view bytes) {
  const Plan plan = decode_plan(bytes);
  if (!(decode_plan(encode(plan)) == plan)) std::abort();  // what is read is written again the same
}

void scene(std::string_view bytes) { parse_scene(bytes, "fuzz.toml"); }

void exercise(std::string_view bytes) { read_exercise(bytes, "fuzz.toml", {}, {}); }

void picture(std::string_view bytes) { decode_image(bytes); }

// A sealed value and a wrap, both under a key that the input cannot know: no input opens.
void sealed(std::string_view bytes) {
  const std::array<unsigned char, kKeyBytes> key{};
  const Vault vault(SecretKey::from_bytes(key.data(), key.size()), "file");
  try {
    vault.open({Field::patient, "row", 1}, bytes);
    std::abort();
  } catch (const Error&) {
  }
  describe(bytes);
}

void clinic_file(std::string_view bytes) {
  const auto path = std::filesystem::temp_directory_path() / "kinescript-fuzz.ksc";
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + suffix);
  write_atomically(path, bytes);
  try {
    Store store = Store::open(path, system_randomness());
    for (const Clinician& clinician : store.clinicians())
      if (!store.needs_passphrase(clinician.id)) {
        store.unlock(clinician.id, "", {*parse_date("2026-11-23"), {}});
        store.verify();
      }
  } catch (const std::logic_error&) {  // tables that are not ours
  }
}

constexpr std::array<std::pair<std::string_view, FuzzTarget>, 7> kTargets{{{"csv", csv},
                                                                           {"plan_json", plan_json},
                                                                           {"scene", scene},
                                                                           {"exercise", exercise},
                                                                           {"picture", picture},
                                                                           {"sealed", sealed},
                                                                           {"clinic_file",
                                                                            clinic_file}}};

}  // namespace

FuzzTarget fuzz_target(std::string_view name) {
  for (const auto& [known, target] : kTargets)
    if (known == name) return target;
  return nullptr;
}

std::vector<std::string> fuzz_targets() {
  std::vector<std::string> names;
  for (const auto& entry : kTargets) names.emplace_back(entry.first);
  return names;
}

}  // namespace kinescript::testing
