// SPDX-License-Identifier: MIT
#include "store/migrate.h"

#include <fstream>
#include <string>
#include <system_error>

#include "base/error.h"

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
              "The clinic file was written by a newer Kinescript. It was left as it is; install "
              "the newer version.");
}

std::string read_header(const fs::path& path) {
  std::error_code failed;
  const auto status = fs::status(path, failed);
  if (!fs::exists(status))
    throw Error(ErrorKind::not_found, path.string(),
                "There is no clinic file here. Make one with \"kinescript-cli setup\", or name "
                "another with --clinic.");
  if (!fs::is_regular_file(status))
    throw Error(ErrorKind::damaged, path.string(),
                "This is not a clinic file. Name the file itself with --clinic.");
  std::ifstream in(path, std::ios::binary);
  if (!in)
    throw Error(ErrorKind::io, path.string(), "The clinic file cannot be read. Ask who owns it.");
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

}  // namespace

void look_at(const fs::path& path, int newest) {
  const std::string header = read_header(path);
  const std::string where = path.string();
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  if (header.substr(0, kMagic.size()) != kMagic)
    throw Error(ErrorKind::damaged, where,
                "This is not a clinic file, or it is damaged. It was left as it is.");
  if (header.size() < kHeaderSize)
    throw Error(
        ErrorKind::damaged, where,
        "The clinic file is cut off. It was left as it is; restore a backup under another name.");
  if (number_at(header, kApplication) != kApplicationId)
    throw Error(ErrorKind::damaged, where,
                "This is a file of another program, not a clinic file. It was left as it is; name "
                "another with --clinic.");
  if (number_at(header, kUserVersion) > static_cast<std::uint32_t>(newest)) refuse_newer(where);
  if (cut_off(path, header))
    throw Error(
        ErrorKind::damaged, where,
        "The clinic file is cut off. It was left as it is; restore a backup under another name.");
}

void migrate(Database& database, const std::vector<Migration>& migrations) {
  const auto newest = migrations.back().number;
  if (database.integer("PRAGMA user_version") == newest) return;
  Transaction change(database);
  const auto stands_at =
      database.integer("PRAGMA user_version");  // again: another program may have been quicker
  if (stands_at > newest) refuse_newer(database.where());
  for (const Migration& migration : migrations) {
    if (migration.number <= stands_at) continue;
    database.execute(migration.sql);
    database.execute("PRAGMA user_version=" + std::to_string(migration.number));
  }
  if (stands_at == 0) database.execute("PRAGMA application_id=" + std::to_string(kApplicationId));
  change.commit();
  // From the log into the file, so that look_at reads there what the file is.
  database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace kinescript
