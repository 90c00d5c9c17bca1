// SPDX-License-Identifier: MIT
// A thin layer over sqlite3.h: a connection, a statement and a transaction that end by themselves.
// Nothing outside store/ sees it.
//
//   Database db(path);
//   Transaction change(db);                                    // BEGIN IMMEDIATE: waits for the
//   file, not in the middle db.run("UPDATE draft SET plan = ? WHERE id = ?", Blob{bytes}, id.text);
//   change.commit();                                           // else rolled back
//   for (Statement s = db.query("SELECT id FROM patient"); s.step();) use(s.text(0));
//
// Every connection: WAL, synchronous=FULL (what was acknowledged survives a power cut), foreign
// keys on and read back, temporary things in memory, deleted bytes overwritten, no schema tricks
// from a foreign file, kBusyWait for another program. Why not a library: the error texts of SOCI
// carry bound values, and those are patient data. Here an Error names the file and what to do,
// never a value.
//
// Throws Error: conflict (held by another program), damaged, io (full, read-only, unreachable).
// std::logic_error for SQL that is wrong by itself: that is a fault of ours.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/progress.h"

struct sqlite3;
struct sqlite3_stmt;

namespace kinescript {

inline constexpr std::chrono::milliseconds kBusyWait{2000};

// Bytes to bind as a BLOB; the statement copies them.
struct Blob {
  std::string_view bytes;
};

class Database;

class Statement {
 public:
  Statement(Statement&&) noexcept = default;
  // True while there is a row.
  bool step();
  // Columns of the row, from 0. A blob and a text are read the same way.
  std::string text(int column) const;
  std::int64_t integer(int column) const;
  bool null(int column) const;

  void bind(int place, std::string_view text);
  void bind(int place, const char* text) { bind(place, std::string_view(text)); }
  void bind(int place, const std::string& text) { bind(place, std::string_view(text)); }
  void bind(int place, std::int64_t number);
  void bind(int place, int number) { bind(place, static_cast<std::int64_t>(number)); }
  void bind(int place, Blob blob);
  void bind(int place, std::nullptr_t);

 private:
  friend class Database;
  struct GiveBack {
    Database* database;
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3_stmt* statement, Database& database);
  const std::string& where() const;
  std::unique_ptr<sqlite3_stmt, GiveBack> statement_;  // of a database that outlives it
};

class Database {
 public:
  // Opens a file that exists (an empty one is fine).
  explicit Database(const std::filesystem::path& path);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // Several statements without values: migrations, pragmas.
  void execute(const std::string& sql);
  // A statement that ended is kept for the next with the same words: reading the words is a fifth
  // of a draft's edit.
  Statement prepare(std::string_view sql);
  template <class... Values>
  Statement query(std::string_view sql, const Values&... values) {
    Statement statement = prepare(sql);
    int place = 0;
    (statement.bind(++place, values), ...);
    return statement;
  }
  template <class... Values>
  void run(std::string_view sql, const Values&... values) {
    Statement statement = query(sql, values...);
    while (statement.step()) {
    }
  }
  std::int64_t integer(std::string_view sql);  // the first column of the first row; 0 without a row
  std::int64_t changes() const;                // rows that the last statement changed
  bool in_transaction() const;
  // All of this database, as the open transaction sees it, in place of all that `target` holds; in
  // one transaction of the target.
  void copy_into(Database& target, const Progress& progress);
  // PRAGMA integrity_check. It cannot be stopped (SQLite 3.40 asks nobody meanwhile; 300 MB that
  // were just written took 0.2 s).
  bool whole();
  // The log is written into the file and goes, and the file says that it has none. False, and
  // nothing changed, while another connection has it open. The next Database on it uses a log
  // again.
  bool leave_in_one_piece();
  const std::string& where() const { return where_; }

 private:
  friend class Statement;
  friend class Transaction;
  void set_up();
  void close();
  void make_room_in_log();
  void keep(sqlite3_stmt* statement);
  sqlite3* connection_ = nullptr;
  std::string where_;
  int log_pages_ = 0;                                     // after the last commit
  std::unordered_map<std::string, sqlite3_stmt*> ended_;  // by their words
};

// Rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace kinescript
