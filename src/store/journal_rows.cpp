// SPDX-License-Identifier: MIT
#include "store/journal_rows.h"

#include <algorithm>

#include "base/error.h"

namespace kinescript {
namespace {

constexpr std::string_view kHeadRow = "head";

void append_number(std::string& bytes, std::uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(value >> shift & 0xFF);
}

void append_text(std::string& bytes, std::string_view text) {
  append_number(bytes, text.size());
  bytes += text;
}

void append_link(std::string& bytes, const Digest& link) {
  bytes.append(reinterpret_cast<const char*>(link.data()), link.size());
}

[[noreturn]] void damaged() {
  throw Error(ErrorKind::damaged, "", "An entry of the journal is damaged. Restore a backup.");
}

// From front to back; what is missing is damage.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  std::string_view take(std::uint64_t n) {
    if (n > bytes_.size()) damaged();
    const auto taken = bytes_.substr(0, static_cast<std::size_t>(n));
    bytes_.remove_prefix(taken.size());
    return taken;
  }
  std::uint64_t number() {
    const auto eight = take(8);
    std::uint64_t value = 0;
    for (int i = 7; i >= 0; --i)
      value = value << 8 | static_cast<unsigned char>(eight[static_cast<std::size_t>(i)]);
    return value;
  }
  unsigned char byte() { return static_cast<unsigned char>(take(1)[0]); }
  std::string text() { return std::string(take(number())); }
  Digest link() {
    const auto bytes = take(Digest{}.size());
    Digest link{};
    std::transform(bytes.begin(), bytes.end(), link.begin(),
                   [](char c) { return static_cast<unsigned char>(c); });
    return link;
  }

 private:
  std::string_view bytes_;
};

// Inside the seal, FROZEN: link, moment, action, kind, clinician, record, detail, written as for
// the chain (store/journal.h). The number is the row's.
std::string encode(const ChainedEntry& chained) {
  std::string bytes;
  append_link(bytes, chained.link);
  append_number(bytes, static_cast<std::uint64_t>(chained.entry.at.time_since_epoch().count()));
  bytes += static_cast<char>(chained.entry.action);
  bytes += static_cast<char>(chained.entry.kind);
  append_text(bytes, chained.entry.by.text);
  append_text(bytes, chained.entry.record);
  append_text(bytes, chained.entry.detail);
  return bytes;
}

ChainedEntry decode(std::string_view bytes, std::int64_t number) {
  Reader reader(bytes);
  ChainedEntry chained;
  chained.link = reader.link();
  chained.entry.number = number;
  chained.entry.at = Moment{std::chrono::seconds{static_cast<std::int64_t>(reader.number())}};
  chained.entry.action = static_cast<Action>(reader.byte());
  chained.entry.kind = static_cast<RecordKind>(reader.byte());
  chained.entry.by = ClinicianId{reader.text()};
  chained.entry.record = reader.text();
  chained.entry.detail = reader.text();
  return chained;
}

void write_head(Database& database, const Vault& vault, const JournalHead& head) {
  std::string bytes;
  append_link(bytes, head.link);
  append_number(bytes, static_cast<std::uint64_t>(head.count));
  database.run("INSERT OR REPLACE INTO journal_head (id, count, head) VALUES (1, ?, ?)", head.count,
               Blob{vault.seal({Field::journal_head, kHeadRow, head.count}, bytes)});
}

}  // namespace

void begin_journal(Database& database, const Vault& vault) { write_head(database, vault, {}); }

void append_entry(Database& database, const Vault& vault, JournalEntry entry) {
  JournalHead head = read_head(database, vault);
  entry.number = ++head.count;
  head.link = chain(vault.journal_key(), head.link, entry);
  database.run("INSERT INTO journal (number, entry) VALUES (?, ?)", entry.number,
               Blob{vault.seal({Field::journal_entry, std::to_string(entry.number)},
                               encode({entry, head.link}))});
  write_head(database, vault, head);
}

std::vector<ChainedEntry> read_journal(Database& database, const Vault& vault) {
  std::vector<ChainedEntry> entries;
  for (Statement row = database.query("SELECT number, entry FROM journal ORDER BY number");
       row.step();) {
    const std::int64_t number = row.integer(0);
    try {
      entries.push_back(
          decode(vault.open({Field::journal_entry, std::to_string(number)}, row.text(1)), number));
    } catch (const Error&) {
      entries.push_back({});
      entries.back().entry.number = number;
    }
  }
  return entries;
}

JournalHead read_head(Database& database, const Vault& vault) {
  Statement row = database.query("SELECT count, head FROM journal_head WHERE id = 1");
  if (!row.step()) damaged();
  const std::string bytes =
      vault.open({Field::journal_head, kHeadRow, row.integer(0)}, row.text(1));
  Reader reader(bytes);
  JournalHead head;
  head.link = reader.link();
  head.count = static_cast<std::int64_t>(reader.number());
  return head;
}

}  // namespace kinescript
