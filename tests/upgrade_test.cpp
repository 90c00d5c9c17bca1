// SPDX-License-Identifier: MIT
// Clinic files of earlier versions, kept in tests/data, are opened, brought up to date and compared
// with a fresh one.
//
// clinic_0001.ksc: the first version; clinician "elena", passphrase kPassphrase, one patient, one
// draft. A change of 0001_clinic.sql, of a wrap or of a sealed value's form turns this red: write a
// new migration instead.
#include <boost/test/unit_test.hpp>

#include "base/files.h"
#include "helpers/clinic_file.h"
#include "store/database.h"
#include "store/schema.h"

namespace fs = std::filesystem;
using namespace kinescript;
using namespace kinescript::testing;

namespace {

std::vector<std::string> structure_of(const fs::path& path) {
  Database database(path);
  std::vector<std::string> lines;
  for (Statement row =
           database.query("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name");
       row.step();)
    lines.push_back(row.text(0) + " " + row.text(1) + " " + row.text(2));
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(upgrade_test)

BOOST_AUTO_TEST_CASE(a_file_of_the_first_version_opens_and_becomes_what_a_fresh_one_is) {
  const fs::path path = fresh_folder("upgrade_test", "first") / "clinic.ksc";
  write_atomically(
      path, read_file(fs::path(KINESCRIPT_SOURCE_DIR) / "tests" / "data" / "clinic_0001.ksc"));
  Store store = Store::open(path, system_randomness());
  BOOST_REQUIRE(store.clinicians().size() == 1u);
  store.unlock(store.clinicians().front().id, kPassphrase, kMonday);
  BOOST_TEST(store.patients().size() == 1u);
  BOOST_TEST(store.find_patient("P-0001").family == "Okafor");
  BOOST_TEST(store.history(store.find_patient("P-0001").id).size() == 1u);
  BOOST_TEST(store.verify().empty());
  const ClinicFile fresh("upgrade_test", "fresh");
  BOOST_TEST(structure_of(path) == structure_of(fresh.path), boost::test_tools::per_element());
  Database database(path);
  BOOST_TEST(database.integer("PRAGMA user_version") == schema_migrations().back().number);
}

BOOST_AUTO_TEST_SUITE_END()
