// SPDX-License-Identifier: MIT
#include "store/migrate.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <system_error>

#include "base/error.h"
#include "base/files.h"
#include "base/translate.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeaderSize = 100;
// Offsets in the header, big-endian numbers.
constexpr std::size_t kPageSize = 16, kChangeCounter = 24, kPageCount = 28, kUserVersion = 60,
                      kApplication = 68, kValidFor = 92;

std::uint32_t number_at(const std::string& header, std::size_t at, int bytes = 4) {
  std::uint32_t value = 0;
  for (int i = 0; i < bytes; ++i)
    value = value << 8 | static_cast<unsigned char>(header[at + static_cast<std::size_t>(i)]);
  return value;
}

[[noreturn]] void refuse_newer(const std::string& where) {
  throw Error(ErrorKind::newer, where,
              tr("The clinic file was written by a newer Kinescript. It was left as it is; install "
                 "the newer version."));
}

std::string read_header(const fs::path& path) {
  std::error_code failed;
  const auto status = fs::status(path, failed);
  if (!fs::exists(status))
    throw Error(ErrorKind::not_found, path.string(),
                tr("There is no clinic file here. Make one with \"kinescript-cli setup\", or name "
                   "another with --clinic."));
  if (!fs::is_regular_file(status))
    throw Error(ErrorKind::damaged, path.string(),
                tr("This is not a clinic file. Name the file itself with --clinic."));
  std::ifstream in(path, std::ios::binary);
  if (!in)
    throw Error(ErrorKind::io, path.string(),
                tr("The clinic file cannot be read. Ask who owns it."));
  std::string header(kHeaderSize, '\0');
  in.read(header.data(), static_cast<std::streamsize>(header.size()));
  header.resize(static_cast<std::size_t>(in.gcount()));
  return header;
}

// True when the last writer left a log that may hold the newest pages: then the file alone says
// nothing of its length.
bool has_log(const fs::path& path) {
  std::error_code failed;
  fs::path log = path;
  log += "-wal";
  const auto size = fs::file_size(log, failed);
  return !failed && size > 0;
}

bool cut_off(const fs::path& path, const std::string& header) {
  const std::uint32_t stored = number_at(header, kPageSize, 2);
  const std::uint64_t page_size = stored == 1 ? 65536 : stored;
  const std::uint64_t pages = number_at(header, kPageCount);
  const bool count_counts = number_at(header, kChangeCounter) == number_at(header, kValidFor);
  std::error_code failed;
  const auto size = fs::file_size(path, failed);
  return !failed && count_counts && !has_log(path) && size < pages * page_size;
}

std::int64_t version(Database& database) { return database.integer("PRAGMA user_version"); }

auto first_missing(const std::vector<Migration>& migrations, std::int64_t stands_at) {
  return std::find_if(migrations.begin(), migrations.end(),
                      [stands_at](const Migration& m) { return m.number > stands_at; });
}

bool has_code(const Migration& migration) { return migration.code != nullptr; }

// The file as it stands, beside it, readable by its owner only. A copy of the same step that is
// there already came from a try that failed: the newer one takes its place.
void keep_copy(Database& database, int before) {
  const fs::path copy = database.where() + ".before-" + std::to_string(before);
  fs::path unfinished = copy;
  unfinished += ".tmp";
  write_atomically(unfinished, "");
  database.run("VACUUM INTO ?", unfinished.string());
  std::error_code failed;
  fs::rename(unfinished, copy, failed);
  if (failed)
    throw Error(
        ErrorKind::io, copy.string(),
        tr("No copy of the clinic file could be kept before it is brought up to date. Check "
           "the folder and try again; nothing was changed."));
}

// Runs these steps in one transaction, after a copy was kept. REQUIRES a vault when a step has
// code.
void advance(Database& database, const std::vector<Migration>& steps, std::int64_t stands_at,
             const Vault* vault) {
  if (stands_at > 0) keep_copy(database, steps.front().number);
  Transaction change(database);
  // Again: another program may have been quicker.
  if (const auto now = version(database); now != stands_at) {
    if (now >= steps.back().number) return;
    throw Error(ErrorKind::conflict, database.where(),
                tr("Another program is bringing the clinic file up to date. Try again."));
  }
  for (const Migration& step : steps) {
    database.execute(step.sql);
    if (vault && step.code) step.code(database, *vault);
    database.execute("PRAGMA user_version=" + std::to_string(step.number));
  }
  if (stands_at == 0) database.execute("PRAGMA application_id=" + std::to_string(kApplicationId));
  change.commit();
  // From the log into the file, so that look_at reads there what the file is.
  database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace

void look_at(const fs::path& path, int newest) {
  const std::string header = read_header(path);
  const std::string where = path.string();
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  if (header.substr(0, kMagic.size()) != kMagic)
    throw Error(ErrorKind::damaged, where,
                tr("This is not a clinic file, or it is damaged. It was left as it is."));
  if (header.size() < kHeaderSize)
    throw Error(ErrorKind::damaged, where,
                tr("The clinic file is cut off. It was left as it is; restore a backup under "
                   "another name."));
  // Both are written in the transaction that makes the tables: one without the other is not ours.
  if (number_at(header, kApplication) != kApplicationId || number_at(header, kUserVersion) == 0)
    throw Error(
        ErrorKind::damaged, where,
        tr("This is a file of another program, not a clinic file. It was left as it is; name "
           "another with --clinic."));
  if (number_at(header, kUserVersion) > static_cast<std::uint32_t>(newest)) refuse_newer(where);
  if (cut_off(path, header))
    throw Error(ErrorKind::damaged, where,
                tr("The clinic file is cut off. It was left as it is; restore a backup under "
                   "another name."));
}

bool migrate(Database& database, const std::vector<Migration>& migrations) {
  const auto newest = migrations.back().number;
  const auto stands_at = version(database);
  if (stands_at > newest) refuse_newer(database.where());
  const auto first = first_missing(migrations, stands_at);
  // A new file holds nothing yet that a code step could change.
  const auto last =
      stands_at == 0 ? migrations.end() : std::find_if(first, migrations.end(), has_code);
  if (first != last) advance(database, {first, last}, stands_at, nullptr);
  return version(database) == newest;
}

void migrate_unlocked(Database& database, const Vault& vault,
                      const std::vector<Migration>& migrations) {
  const auto stands_at = version(database);
  const auto first = first_missing(migrations, stands_at);
  if (first != migrations.end()) advance(database, {first, migrations.end()}, stands_at, &vault);
}

}  // namespace kinescript
