// SPDX-License-Identifier: MIT
// A disk that fails. While it lives it stands before SQLite's own VFS, counts writes, syncs, cuts
// and deletions, and at the n-th of them fails once or stops for good, like a power cut. What was
// written and not synced when the power went is then lost in part: a seeded subset of those writes
// stays, and the last may be torn.
//
//   FaultDisk disk;
//   disk.fail_at(117, FaultDisk::Way::stop);
//   …                                       // a Store at work; close it
//   disk.lose_unsynced(seed);               // then look at what is left
//
// Syncs reach no disk here: they are remembered. One at a time in a process.
#pragma once
#include <array>
#include <cstddef>
#include <string>

namespace kinescript::testing {

class FaultDisk {
 public:
  enum class Operation : unsigned char { write, sync, cut, remove };
  static constexpr std::array<const char*, 4> kNames{"write", "sync", "cut", "delete"};
  enum class Way : unsigned char { never, error, full, stop };

  FaultDisk();
  FaultDisk(const FaultDisk&) = delete;
  FaultDisk& operator=(const FaultDisk&) = delete;
  ~FaultDisk();

  // Counts from 1 again; what was written so far counts as synced.
  void fail_at(std::size_t call, Way way);
  std::size_t calls() const;
  bool fired() const;
  Operation fired_in() const;  // REQUIRES fired()
  // REQUIRES that no database is open. The disk works again.
  void lose_unsynced(unsigned seed);
};

}  // namespace kinescript::testing
