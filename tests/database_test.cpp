// SPDX-License-Identifier: MIT
#include "store/database.h"

#include <boost/test/unit_test.hpp>
#include <functional>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "store/migrate.h"
#include "store/vault.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

fs::path fresh_file(const std::string& name) {
  const fs::path folder = fs::path(KINESCRIPT_TEST_SCRATCH) / "database_test" / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  write_atomically(folder / "file.ksc", "");
  return folder / "file.ksc";
}

ErrorKind kind_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.kind();
  }
  BOOST_FAIL("nothing was thrown");
  return ErrorKind::usage;
}

const std::vector<Migration> kOne = {
    {1, "0001_one", "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT) STRICT;"}};

// Writes one page of the log.
void add_thing(Database& db) {
  Transaction change(db);
  db.run("INSERT INTO thing (name) VALUES ('x')");
  change.commit();
}

fs::path log_of(const fs::path& path) { return path.string() + "-wal"; }

}  // namespace

BOOST_AUTO_TEST_SUITE(database_test)

BOOST_AUTO_TEST_CASE(what_is_bound_comes_back_byte_for_byte) {
  Database db(fresh_file("bound"));
  db.execute("CREATE TABLE t (a TEXT, b BLOB, c INTEGER) STRICT");
  const std::string bytes("a\0b\xFF", 4);
  db.run("INSERT INTO t VALUES (?, ?, ?)", "O'Brien \"Zo\xC3\xAB\"", Blob{bytes},
         std::int64_t{-7000000000});
  db.run("INSERT INTO t VALUES (?, ?, ?)", "", Blob{""}, nullptr);
  Statement row = db.query("SELECT * FROM t ORDER BY rowid");
  BOOST_TEST(row.step());
  BOOST_TEST(row.text(0) == "O'Brien \"Zo\xC3\xAB\"");
  BOOST_TEST(row.text(1) == bytes);
  BOOST_TEST(row.integer(2) == -7000000000);
  BOOST_TEST(row.step());
  BOOST_TEST(!row.null(1));
  BOOST_TEST(row.null(2));
  BOOST_TEST(!row.step());
}

// Statements are kept for the next of the same words.
BOOST_AUTO_TEST_CASE(statements_of_the_same_words_share_neither_rows_nor_values) {
  Database db(fresh_file("words"));
  db.execute("CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1), (2), (3)");
  const char* const words = "SELECT a FROM t WHERE a <> ifnull(?, 0) ORDER BY a";
  std::string pairs;
  for (Statement outer = db.query(words, 2); outer.step();)
    for (Statement inner = db.query(words, 3); inner.step();)
      pairs += outer.text(0) + inner.text(0) + " ";
  BOOST_TEST(pairs == "11 12 31 32 ");
  Statement unbound = db.prepare(words);
  int rows = 0;
  while (unbound.step()) ++rows;
  BOOST_TEST(rows == 3);
}

BOOST_AUTO_TEST_CASE(a_statement_that_was_left_at_a_row_holds_no_lock) {
  const fs::path file = fresh_file("left");
  Database db(file), other(file);
  db.execute("CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1), (2)");
  { BOOST_TEST(db.query("SELECT a FROM t").step()); }
  other.run("INSERT INTO t VALUES (3)");
  BOOST_TEST(db.integer("SELECT count(*) FROM t") == 3);
}

BOOST_AUTO_TEST_CASE(every_connection_is_durable_and_keeps_foreign_keys) {
  Database db(fresh_file("pragmas"));
  BOOST_TEST(db.integer("PRAGMA synchronous") == 2);
  BOOST_TEST(db.integer("PRAGMA foreign_keys") == 1);
  BOOST_TEST(db.integer("PRAGMA temp_store") == 2);
  BOOST_TEST(db.integer("PRAGMA secure_delete") == 1);
}

BOOST_AUTO_TEST_CASE(a_transaction_that_is_not_committed_leaves_nothing) {
  Database db(fresh_file("rollback"));
  migrate(db, kOne);
  {
    Transaction change(db);
    db.run("INSERT INTO thing (name) VALUES (?)", "x");
  }
  BOOST_TEST(db.integer("SELECT count(*) FROM thing") == 0);
  BOOST_TEST(!db.in_transaction());
}

BOOST_AUTO_TEST_CASE(an_error_never_carries_a_bound_value) {
  Database db(fresh_file("values"));
  db.execute("CREATE TABLE t (name TEXT UNIQUE) STRICT");
  db.run("INSERT INTO t VALUES (?)", "Jane Roe");
  try {
    db.run("INSERT INTO t VALUES (?)", "Jane Roe");
    BOOST_FAIL("the second row was taken");
  } catch (const Error& error) {
    BOOST_CHECK(error.kind() == ErrorKind::conflict);
    BOOST_TEST(std::string(error.what()).find("Jane") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(a_file_that_another_connection_holds_is_a_conflict_with_a_way_out) {
  const fs::path path = fresh_file("busy");
  Database first(path), second(path);
  migrate(first, kOne);
  first.execute("BEGIN EXCLUSIVE");
  try {
    Transaction change(second);
    BOOST_FAIL("two writers at once");
  } catch (const Error& error) {
    BOOST_CHECK(error.kind() == ErrorKind::conflict);
    BOOST_TEST(error.message().find("in use by another program") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(migrations_run_once_and_in_order) {
  const fs::path path = fresh_file("migrate");
  {
    Database db(path);
    migrate(db, kOne);
    migrate(db, kOne);
    BOOST_TEST(db.integer("PRAGMA user_version") == 1);
  }
  look_at(path, 1);
  auto two = kOne;
  two.push_back({2, "0002_two", "INSERT INTO thing (name) VALUES ('added');"});
  Database db(path);
  migrate(db, two);
  BOOST_TEST(db.integer("PRAGMA user_version") == 2);
  BOOST_TEST(db.integer("SELECT count(*) FROM thing") == 1);
}

BOOST_AUTO_TEST_CASE(a_migration_that_fails_leaves_the_version_before) {
  Database db(fresh_file("failed"));
  migrate(db, kOne);
  auto two = kOne;
  two.push_back(
      {2, "0002_two", "CREATE TABLE other (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);"});
  BOOST_CHECK_THROW(migrate(db, two), std::exception);
  BOOST_TEST(db.integer("PRAGMA user_version") == 1);
  BOOST_TEST(db.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'other'") == 0);
}

BOOST_AUTO_TEST_CASE(an_older_file_is_copied_before_it_is_changed) {
  const fs::path path = fresh_file("copied");
  auto two = kOne;
  two.push_back({2, "0002_two", "UPDATE thing SET name = 'new';"});
  Database db(path);
  migrate(db, kOne);
  BOOST_TEST(std::distance(fs::directory_iterator(path.parent_path()), {}) ==
             3);  // file, log, index
  db.run("INSERT INTO thing (name) VALUES ('old')");
  migrate(db, two);
  const fs::path copy = path.string() + ".before-2";
  look_at(copy, 1);
  Database kept(copy);
  BOOST_TEST(kept.integer("PRAGMA user_version") == 1);
  BOOST_TEST(kept.integer("SELECT count(*) FROM thing WHERE name = 'old'") == 1);
  BOOST_CHECK((fs::status(copy).permissions() & fs::perms::all) ==
              (fs::perms::owner_read | fs::perms::owner_write));
}

BOOST_AUTO_TEST_CASE(steps_with_code_wait_for_the_key_and_so_does_what_follows_them) {
  const Vault vault(SecretKey::random(), "file");
  const Place place{Field::patient, "1", 1};
  const CodeStep seal_names = [&](Database& db, const Vault& key) {
    db.run("UPDATE thing SET sealed = ?", Blob{key.seal(place, "Ada")});
  };
  auto list = kOne;
  list.push_back({2, "0002_before", "ALTER TABLE thing ADD COLUMN sealed BLOB;"});
  list.push_back({3, "0003_seal", "", seal_names});
  list.push_back({4, "0004_after", "UPDATE thing SET name = NULL;"});
  const fs::path path = fresh_file("code");
  Database db(path);
  migrate(db, kOne);
  db.run("INSERT INTO thing (name) VALUES ('Ada')");
  BOOST_TEST(!migrate(db, list));
  BOOST_TEST(db.integer("PRAGMA user_version") == 2);
  migrate_unlocked(db, vault, list);
  BOOST_TEST(db.integer("PRAGMA user_version") == 4);
  Statement row = db.query("SELECT name, sealed FROM thing");
  BOOST_REQUIRE(row.step());
  BOOST_TEST(row.null(0));
  BOOST_TEST(vault.open(place, row.text(1)) == "Ada");
  BOOST_TEST(fs::exists(path.string() + ".before-3"));
  migrate_unlocked(db, vault, list);  // nothing is missing
  BOOST_TEST(migrate(db, list));
}

BOOST_AUTO_TEST_CASE(a_code_step_that_fails_leaves_the_version_before) {
  const Vault vault(SecretKey::random(), "file");
  auto list = kOne;
  list.push_back({2, "0002_fails", "CREATE TABLE other (id INTEGER) STRICT;",
                  [](Database&, const Vault&) { throw Error(ErrorKind::damaged, "", "x"); }});
  Database db(fresh_file("code_fails"));
  migrate(db, kOne);
  BOOST_CHECK_THROW(migrate_unlocked(db, vault, list), Error);
  BOOST_TEST(db.integer("PRAGMA user_version") == 1);
  BOOST_TEST(db.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'other'") == 0);
}

BOOST_AUTO_TEST_CASE(a_log_beside_the_file_belongs_to_its_owner_only) {
  const fs::path path = fresh_file("owner");
  Database db(path);
  migrate(db, kOne);
  BOOST_REQUIRE(fs::exists(log_of(path)));
  for (const fs::path& file : {path, log_of(path)})
    BOOST_CHECK((fs::status(file).permissions() & fs::perms::all) ==
                (fs::perms::owner_read | fs::perms::owner_write));
}

BOOST_AUTO_TEST_CASE(the_log_becomes_longer_in_steps_and_not_with_every_commit) {
  const fs::path path = fresh_file("steps");
  Database db(path);
  migrate(db, kOne);
  std::set<std::uintmax_t> lengths;
  for (int i = 0; i < 100; ++i) {
    add_thing(db);
    lengths.insert(fs::file_size(log_of(path)));
  }
  BOOST_TEST(lengths.size() == 2u);  // 100 pages in steps of 64
}

BOOST_AUTO_TEST_CASE(what_two_programs_commit_in_turn_is_there_after_a_power_cut) {
  const fs::path path = fresh_file("in_turn"), after = fresh_file("after_the_cut");
  Database one(path);
  migrate(one, kOne);
  Database other(path);
  for (int i = 0; i < 200; ++i) add_thing(i % 3 == 0 ? one : other);
  fs::copy_file(path, after, fs::copy_options::overwrite_existing);
  fs::copy_file(log_of(path), log_of(after));
  Database found(after);
  BOOST_TEST(found.whole());
  BOOST_TEST(found.integer("SELECT count(*) FROM thing") == 200);
}

BOOST_AUTO_TEST_CASE(a_log_that_is_long_goes_into_the_file_and_is_used_again) {
  const fs::path path = fresh_file("long");
  Database db(path);
  migrate(db, kOne);
  for (int i = 0; i < 1500; ++i) add_thing(db);
  BOOST_TEST(fs::file_size(log_of(path)) < 5'000'000u);  // 1,500 pages are six million bytes
  BOOST_TEST(db.integer("SELECT count(*) FROM thing") == 1500);
}

BOOST_AUTO_TEST_CASE(only_a_clinic_file_of_this_version_is_let_in) {
  const fs::path path = fresh_file("look");
  {
    Database db(path);
    migrate(db, {{7, "0007_later", "CREATE TABLE thing (id INTEGER PRIMARY KEY) STRICT;"}});
  }
  BOOST_CHECK(kind_of([&] { look_at(path, 6); }) == ErrorKind::newer);
  look_at(path, 7);
  const std::string whole = read_file(path);
  write_atomically(path, whole.substr(0, whole.size() / 2));
  BOOST_CHECK(kind_of([&] { look_at(path, 7); }) == ErrorKind::damaged);
  write_atomically(path, whole.substr(0, 40));
  BOOST_CHECK(kind_of([&] { look_at(path, 7); }) == ErrorKind::damaged);
  write_atomically(path, "");
  BOOST_CHECK(kind_of([&] { look_at(path, 7); }) == ErrorKind::damaged);
  write_atomically(path, std::string(5000, 'x'));
  BOOST_CHECK(kind_of([&] { look_at(path, 7); }) == ErrorKind::damaged);
  BOOST_CHECK(kind_of([&] { look_at(path.parent_path() / "missing.ksc", 7); }) ==
              ErrorKind::not_found);
  BOOST_CHECK(kind_of([&] { look_at(path.parent_path(), 7); }) == ErrorKind::damaged);
}

BOOST_AUTO_TEST_SUITE_END()
