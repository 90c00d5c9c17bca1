// SPDX-License-Identifier: MIT
// Files: whole reads, atomic owner-only writes. The only folder that may know POSIX is base/, and of it this file.
//
// write_atomically: a temporary file beside the target (mode 0600), written, synced, renamed over the target, folder
// synced. Whatever fails, the old file is intact and no temporary file is left; the Error says the folder's way out.
// Special files (/dev/full, a pipe, a terminal) are written in place.
//
//   write_atomically("handout.pdf", bytes);
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "base/progress.h"

namespace kinescript {

// Throws Error{io} when the file cannot be read, Error{not_found} when it is not there.
std::string read_file(const std::filesystem::path& path);
// Renames a finished file over another one of the same disk, and syncs it and the folder.
void replace_file(const std::filesystem::path& from, const std::filesystem::path& to);
void write_atomically(const std::filesystem::path& path, std::string_view bytes);
// A copy of a file of any size (mode 0600, synced) under a name that is free; none is left when it throws.
void copy_bytes(const std::filesystem::path& from, const std::filesystem::path& to, const Progress& progress = {});

}  // namespace kinescript
