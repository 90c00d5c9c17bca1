// SPDX-License-Identifier: MIT
#include "helpers/fault_vfs.h"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <new>
#include <optional>
#include <random>
#include <sstream>
#include <vector>

namespace kinescript::testing {
namespace {

namespace fs = std::filesystem;
using Operation = FaultDisk::Operation;
using Way = FaultDisk::Way;

// One write or, with `bytes` absent, one cut to the length `at`.
struct Change {
  sqlite3_int64 at = 0;
  std::optional<std::string> bytes;
};
struct Unsynced {
  std::string base;  // the file as it was synced last
  std::vector<Change> changes;
};

struct Disk {
  sqlite3_vfs* below = nullptr;
  sqlite3_vfs shim{};
  std::size_t calls = 0, fails_at = 0;
  Way way = Way::never;
  bool stopped = false;
  std::optional<Operation> fired;
  std::map<std::string, Unsynced> unsynced;
} disk;

// SQLite's file begins with its methods; ours is followed by the one below.
struct File {
  sqlite3_file base;
  std::string* path;  // nullptr: not watched (memory shared between connections, temporary)
};
File* ours(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
sqlite3_file* below(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
}

// SQLITE_OK, or what this call fails with.
int fault(Operation operation, int error) {
  if (disk.stopped) return error;
  if (++disk.calls != disk.fails_at || disk.way == Way::never) return SQLITE_OK;
  disk.fired = operation;
  disk.stopped = disk.way == Way::stop;
  return disk.way == Way::full && operation == Operation::write ? SQLITE_FULL : error;
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

void remember(sqlite3_file* file, Change change) {
  const std::string* path = ours(file)->path;
  if (!path) return;
  auto found = disk.unsynced.find(*path);
  if (found == disk.unsynced.end())
    found = disk.unsynced.emplace(*path, Unsynced{bytes_of(*path), {}}).first;
  found->second.changes.push_back(std::move(change));
}

void put_into(std::string& bytes, const Change& change) {
  const auto at = static_cast<std::size_t>(change.at);
  if (!change.bytes) return bytes.resize(at);
  if (bytes.size() < at + change.bytes->size()) bytes.resize(at + change.bytes->size());
  bytes.replace(at, change.bytes->size(), *change.bytes);
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
  const bool before = disk.stopped;
  const int code = fault(Operation::write, SQLITE_IOERR_WRITE);
  Change change{at, std::string(static_cast<const char*>(data), static_cast<std::size_t>(size))};
  // The write in which the power goes may reach the disk too.
  if (code != SQLITE_OK) {
    if (disk.stopped && !before) remember(file, std::move(change));
    return code;
  }
  remember(file, std::move(change));
  return below(file)->pMethods->xWrite(below(file), data, size, at);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (const int code = fault(Operation::cut, SQLITE_IOERR_TRUNCATE)) return code;
  remember(file, {size, {}});
  return below(file)->pMethods->xTruncate(below(file), size);
}

int sync(sqlite3_file* file, int) {
  if (const int code = fault(Operation::sync, SQLITE_IOERR_FSYNC)) return code;
  if (ours(file)->path) disk.unsynced.erase(*ours(file)->path);
  return SQLITE_OK;
}

int close(sqlite3_file* file) {
  const int code = below(file)->pMethods->xClose(below(file));
  delete ours(file)->path;
  return code;
}

template <auto Method, class... Arguments>
int forward(sqlite3_file* file, Arguments... arguments) {
  return (below(file)->pMethods->*Method)(below(file), arguments...);
}
void barrier(sqlite3_file* file) { below(file)->pMethods->xShmBarrier(below(file)); }

using M = sqlite3_io_methods;
const M kMethods{3,
                 close,
                 forward<&M::xRead, void*, int, sqlite3_int64>,
                 write,
                 truncate,
                 sync,
                 forward<&M::xFileSize, sqlite3_int64*>,
                 forward<&M::xLock, int>,
                 forward<&M::xUnlock, int>,
                 forward<&M::xCheckReservedLock, int*>,
                 forward<&M::xFileControl, int, void*>,
                 forward<&M::xSectorSize>,
                 forward<&M::xDeviceCharacteristics>,
                 forward<&M::xShmMap, int, int, int, void volatile**>,
                 forward<&M::xShmLock, int, int, int>,
                 barrier,
                 forward<&M::xShmUnmap, int>,
                 forward<&M::xFetch, sqlite3_int64, int, void**>,
                 forward<&M::xUnfetch, sqlite3_int64, void*>};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  const int code = disk.below->xOpen(disk.below, name, below(file), flags, out_flags);
  if (code != SQLITE_OK) return code;
  constexpr int kWatched = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
  ours(file)->path = name && (flags & kWatched) ? new std::string(name) : nullptr;
  file->pMethods = &kMethods;
  return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* name, int) {
  if (const int code = fault(Operation::remove, SQLITE_IOERR_DELETE)) return code;
  disk.unsynced.erase(name);
  return disk.below->xDelete(disk.below, name, 0);
}

}  // namespace

FaultDisk::FaultDisk() {
  disk = {};
  disk.below = sqlite3_vfs_find(nullptr);
  disk.shim = *disk.below;
  disk.shim.zName = "fault";
  disk.shim.szOsFile = static_cast<int>(sizeof(File)) + disk.below->szOsFile;
  disk.shim.xOpen = open;
  disk.shim.xDelete = remove;
  sqlite3_vfs_register(&disk.shim, 1);
}

FaultDisk::~FaultDisk() {
  sqlite3_vfs_unregister(&disk.shim);
  sqlite3_vfs_register(disk.below, 1);
}

void FaultDisk::fail_at(std::size_t call, Way way) {
  disk.calls = 0;
  disk.fails_at = call;
  disk.way = way;
  disk.stopped = false;
  disk.fired.reset();
  disk.unsynced.clear();
}

std::size_t FaultDisk::calls() const { return disk.calls; }
bool FaultDisk::fired() const { return disk.fired.has_value(); }
Operation FaultDisk::fired_in() const { return *disk.fired; }

void FaultDisk::lose_unsynced(unsigned seed) {
  std::mt19937 random(seed);
  const unsigned likely = random() % 5;  // 0: nothing of it stays; 4: all
  for (auto& [path, unsynced] : disk.unsynced) {
    std::string bytes = unsynced.base;
    for (Change& change : unsynced.changes) {
      if (random() % 4 >= likely) continue;
      if (change.bytes && &change == &unsynced.changes.back() && random() % 2 == 0)
        change.bytes->resize(random() % (change.bytes->size() + 1));
      put_into(bytes, change);
    }
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  }
  fail_at(0, Way::never);
}

}  // namespace kinescript::testing
