// SPDX-License-Identifier: MIT
#include "store/database.h"

#include <sqlite3.h>

#include <new>
#include <stdexcept>

#include "base/error.h"
#include "base/translate.h"

namespace kinescript {
namespace {

constexpr int kCopyPages = 2048;     // at a time: 8 MB
constexpr int kMostLogPages = 1000;  // then they go into the file: SQLite's own figure
constexpr int kFrame = 24 + 4096;    // of the log, with one page
constexpr int kPagesAhead = 4;       // nearly every change writes fewer
constexpr int kLogStep = 256 * 1024;
constexpr std::size_t kMostStatements = 200;  // kept; the store's files have some hundred

// What SQLite reports, in a person's words. Extended codes carry the primary one in their low byte.
[[noreturn]] void fail(const std::string& where, int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(
          ErrorKind::conflict, where,
          tr("The clinic file is in use by another program. Close it there, or wait a moment "
             "and try again."));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw Error(ErrorKind::damaged, where,
                  tr("The clinic file is damaged. Keep it as it is and restore a backup."));
    case SQLITE_FULL:
      throw Error(ErrorKind::io, where,
                  tr("The disk is full; nothing was changed. Free some space and try again."));
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw Error(
          ErrorKind::io, where,
          tr("The clinic file or its folder cannot be written. Ask who owns it, or move it to "
             "a folder of yours."));
    case SQLITE_CANTOPEN:
      throw Error(
          ErrorKind::io, where,
          tr("The clinic file cannot be opened. Check that you may read and write its folder."));
    case SQLITE_IOERR:
      throw Error(
          ErrorKind::io, where,
          tr("The disk reported an error; nothing was changed. Check the disk and try again."));
    case SQLITE_CONSTRAINT:
      throw Error(
          ErrorKind::conflict, where,
          tr("The clinic file refused the change, because something it belongs to is missing "
             "or taken."));
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    default:
      throw std::logic_error("SQLite refused a statement, code " + std::to_string(code));
  }
}

void check(sqlite3* connection, const std::string& where, int code) {
  if (code != SQLITE_OK) fail(where, connection ? sqlite3_extended_errcode(connection) : code);
}

}  // namespace

Statement::Statement(sqlite3_stmt* statement, Database& database)
    : statement_(statement, GiveBack{&database}) {}

void Statement::GiveBack::operator()(sqlite3_stmt* statement) const { database->keep(statement); }

const std::string& Statement::where() const { return statement_.get_deleter().database->where_; }

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  fail(where(), sqlite3_extended_errcode(sqlite3_db_handle(statement_.get())));
}

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes ? std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size))
               : std::string();
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

bool Statement::null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Statement::bind(int place, std::string_view text) {
  check(nullptr, where(),
        sqlite3_bind_text64(statement_.get(), place, text.data() ? text.data() : "", text.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int place, std::int64_t number) {
  check(nullptr, where(), sqlite3_bind_int64(statement_.get(), place, number));
}

void Statement::bind(int place, Blob blob) {
  const char* bytes = blob.bytes.data() ? blob.bytes.data() : "";  // a null pointer would bind NULL
  check(nullptr, where(),
        sqlite3_bind_blob64(statement_.get(), place, bytes, blob.bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind(int place, std::nullptr_t) {
  check(nullptr, where(), sqlite3_bind_null(statement_.get(), place));
}

Database::Database(const std::filesystem::path& path) : where_(path.string()) {
  const int code = sqlite3_open_v2(
      where_.c_str(), &connection_,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE, nullptr);
  try {
    if (code != SQLITE_OK) fail(where_, code);
    set_up();
  } catch (...) {
    close();
    throw;
  }
}

Database::~Database() { close(); }

void Database::close() {
  for (const auto& [words, statement] : ended_) sqlite3_finalize(statement);
  sqlite3_close_v2(connection_);
}

// Has the disk give the log its next pages in steps. A commit that overwrites bytes of a file took
// three fifths of one that makes the file longer, since ext4 then writes the file's length and
// place as well. Only for who may write: nobody else may lengthen the log meanwhile. What fails
// here costs time alone.
void Database::make_room_in_log() {
  sqlite3_file* log = nullptr;
  sqlite3_file_control(connection_, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  if (!log || !log->pMethods) return;
  sqlite3_int64 size = 0, wanted = static_cast<sqlite3_int64>(log_pages_ + kPagesAhead) * kFrame;
  if (log->pMethods->xFileSize(log, &size) != SQLITE_OK || size >= wanted) return;
  int step = kLogStep;
  log->pMethods->xFileControl(log, SQLITE_FCNTL_CHUNK_SIZE, &step);
  log->pMethods->xFileControl(log, SQLITE_FCNTL_SIZE_HINT, &wanted);
}

// Nothing of what was bound stays, and no lock.
void Database::keep(sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  if (ended_.size() >= kMostStatements || !ended_.emplace(sqlite3_sql(statement), statement).second)
    sqlite3_finalize(statement);
}

void Database::set_up() {
  sqlite3_busy_timeout(connection_, static_cast<int>(kBusyWait.count()));
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  if (sqlite3_db_readonly(connection_, "main") == 1) fail(where_, SQLITE_READONLY);
  execute(
      "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY; PRAGMA "
      "secure_delete=ON;");
  execute("PRAGMA foreign_keys=ON;");
  Statement journal = query("PRAGMA journal_mode=WAL");
  if (!journal.step() || journal.text(0) != "wal")
    throw Error(
        ErrorKind::io, where_,
        tr("This folder cannot hold a clinic file safely. Choose a folder on a disk of this "
           "computer."));
  execute("PRAGMA synchronous=FULL;");
  // In place of SQLite's own hook, which does no more than the checkpoint.
  sqlite3_wal_hook(
      connection_,
      [](void* self, sqlite3* connection, const char* name, int pages) {
        static_cast<Database*>(self)->log_pages_ = pages;
        if (pages >= kMostLogPages) sqlite3_wal_checkpoint(connection, name);
        return SQLITE_OK;
      },
      this);
  if (integer("PRAGMA foreign_keys") != 1 || integer("PRAGMA synchronous") != 2)
    throw std::logic_error("this SQLite does not keep foreign keys or synchronous=FULL");
}

void Database::execute(const std::string& sql) {
  check(connection_, where_, sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr));
}

Statement Database::prepare(std::string_view sql) {
  if (auto ended = ended_.extract(std::string(sql))) return Statement(ended.mapped(), *this);
  sqlite3_stmt* statement = nullptr;
  check(connection_, where_,
        sqlite3_prepare_v2(connection_, sql.data(), static_cast<int>(sql.size()), &statement,
                           nullptr));
  return Statement(statement, *this);
}

std::int64_t Database::integer(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::changes() const { return sqlite3_changes64(connection_); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(connection_) == 0; }

void Database::copy_into(Database& target, const Progress& progress) {
  std::unique_ptr<sqlite3_backup, int (*)(sqlite3_backup*)> copying(
      sqlite3_backup_init(target.connection_, "main", connection_, "main"), sqlite3_backup_finish);
  if (!copying) fail(target.where_, sqlite3_extended_errcode(target.connection_));
  go_on(progress, 0);
  while (sqlite3_backup_step(copying.get(), kCopyPages) == SQLITE_OK) {
    const double all = sqlite3_backup_pagecount(copying.get());
    go_on(progress, 1 - sqlite3_backup_remaining(copying.get()) / all);
  }
  const int code = sqlite3_backup_finish(copying.release());  // says how it went
  if (code != SQLITE_OK) fail(target.where_, code);
}

bool Database::whole() {
  Statement check = query("PRAGMA integrity_check");
  return check.step() && check.text(0) == "ok" && !check.step();
}

bool Database::leave_in_one_piece() {
  try {
    Statement mode = query("PRAGMA journal_mode=DELETE");
    return mode.step() && mode.text(0) == "delete";
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::conflict) throw;
    return false;
  }
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
  database_.make_room_in_log();
}

Transaction::~Transaction() {
  if (!open_ || !database_.in_transaction()) return;
  try {
    database_.execute("ROLLBACK");
  } catch (...) {  // the connection is gone; SQLite rolls back when the file is opened again
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace kinescript
