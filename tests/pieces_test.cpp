// SPDX-License-Identifier: MIT
#include "store/pieces.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "base/error.h"
#include "base/files.h"
#include "store/migrate.h"

namespace fs = std::filesystem;
using namespace kinescript;

namespace {

struct File {
  explicit File(const std::string& name) : path(make(name)), db(path) {
    migrate(db, schema_migrations());
  }
  static fs::path make(const std::string& name) {
    const fs::path folder = fs::path(KINESCRIPT_TEST_SCRATCH) / "pieces_test" / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    write_atomically(folder / "clinic.ksc", "");
    return folder / "clinic.ksc";
  }
  fs::path path;
  Database db;
  Vault vault{SecretKey::random(), "file"};
};

std::string noise(unsigned seed, std::size_t size) {
  std::mt19937 random(seed);
  std::string bytes;
  while (bytes.size() < size) bytes += static_cast<char>(random() & 0xFF);
  return bytes;
}

std::string stream_object(int number, const std::string& kind, const std::string& content) {
  return std::to_string(number) + " 0 obj\n<< " + kind + "/Length " +
         std::to_string(content.size()) + " >>\nstream\r\n" + content + "\r\nendstream\nendobj\n";
}

// A document of `figures` figures of 12 KB, the same for every seed, and a page of 4 KB that is its
// own.
std::string pdf_like(unsigned own, int figures) {
  std::string pdf = "%PDF-1.7\n";
  for (int i = 0; i < figures; ++i)
    pdf += stream_object(i, "/Subtype /Form ", noise(static_cast<unsigned>(1000 + i), 12000));
  // A block of a page that all of them have, and a footer of its own.
  pdf += stream_object(98, "", noise(7, 900));
  return pdf + stream_object(99, "", noise(own, 250)) + "trailer\n%%EOF\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pieces_test)

BOOST_AUTO_TEST_CASE(every_document_comes_back_exactly) {
  File file("exact");
  for (const std::string& document :
       {std::string(), std::string("{}"), pdf_like(1, 3), std::string("%PDF-1.7\nstream\nno end"),
        "%PDF-1.7\n" + noise(5, 50000),
        std::string("%PDF-1.7\nstream\nendstream stream\nendstreamstream\n"),
        R"({"exercises":[{"a":")" + std::string(400, 'x') + R"("},{"b":"}]\"{"}],"logo":")" +
            std::string(3000, 'y') + "\"}",
        std::string("{\"a\":[{\"b\":\"unfinished \\")})
    BOOST_TEST(fetch_document(file.db, file.vault, keep_document(file.db, file.vault, document)) ==
               document);
}

BOOST_AUTO_TEST_CASE(equal_figures_and_blocks_are_kept_once_and_short_parts_in_the_recipe) {
  File file("once");
  const std::string first = pdf_like(1, 5), second = pdf_like(2, 5);
  keep_document(file.db, file.vault, first);
  const auto rows = file.db.integer("SELECT count(*) FROM piece");
  BOOST_TEST(rows == 6);
  const std::string recipe = keep_document(file.db, file.vault, second);
  BOOST_TEST(file.db.integer("SELECT count(*) FROM piece") == rows);
  BOOST_TEST(recipe.size() < 850);
  BOOST_TEST(fetch_document(file.db, file.vault, recipe) == second);
}

BOOST_AUTO_TEST_CASE(a_thousand_plans_cost_what_is_their_own_and_little_more) {
  File file("thousand");
  {
    Transaction change(file.db);
    for (unsigned own = 0; own < 1000; ++own) keep_document(file.db, file.vault, pdf_like(own, 9));
    change.commit();
  }
  file.db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  BOOST_TEST(fs::file_size(file.path) < 1000 * 6000 + 200000);
}

BOOST_AUTO_TEST_CASE(exercise_records_of_snapshots_are_kept_once) {
  File file("json");
  const std::string record = R"({"id":"bridge","steps":")" + std::string(900, 's') + "\"}";
  const auto snapshot = [&](const std::string& name) {
    return R"({"exercises":[)" + record + R"(],"patient":{"given":")" + name + R"("}})";
  };
  keep_document(file.db, file.vault, snapshot("Ann"));
  keep_document(file.db, file.vault, snapshot("Ben"));
  BOOST_TEST(file.db.integer("SELECT count(*) FROM piece") == 1);
}

BOOST_AUTO_TEST_CASE(a_damaged_recipe_or_piece_is_said_and_never_given_out) {
  File file("damaged");
  const std::string recipe = keep_document(file.db, file.vault, pdf_like(1, 2));
  for (std::size_t at = 0; at < recipe.size(); ++at) {
    std::string wrong = recipe;
    wrong[at] = static_cast<char>(wrong[at] ^ 0x55);
    BOOST_CHECK_THROW(fetch_document(file.db, file.vault, wrong), Error);
    BOOST_CHECK_THROW(fetch_document(file.db, file.vault, recipe.substr(0, at)), Error);
  }
  file.db.execute("UPDATE piece SET bytes = zeroblob(12000) WHERE id = 1");
  BOOST_CHECK_THROW(fetch_document(file.db, file.vault, recipe), Error);
  file.db.execute("DELETE FROM piece WHERE id = 2");
  BOOST_CHECK_THROW(fetch_document(file.db, file.vault, recipe), Error);
}

BOOST_AUTO_TEST_SUITE_END()
