// SPDX-License-Identifier: MIT
// Whether a path lies on a folder of another computer, where locks and shared memory, which SQLite's
// log needs, do not hold.
//
//   network_file_system("/mnt/clinic/clinic.ksc")   -> "SMB", "" on a disk of this computer
//
// A FUSE folder is judged by its name in /proc/self/mountinfo (sshfs and the like), since disks of
// this computer are mounted through FUSE too. What cannot be told is "".
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace kinescript {

// Asked for a path (or its folder, when there is no file yet); the name of the network, or "".
using NetworkProbe = std::function<std::string(const std::filesystem::path&)>;
std::string network_file_system(const std::filesystem::path& path);

// The parts, for tests. Source of the numbers: Linux, include/uapi/linux/magic.h, and statfs(2).
std::string network_of_magic(std::uint32_t magic);
// The network of the FUSE mount with this device number ("0:57") in the text of mountinfo.
std::string network_of_fuse(std::string_view mountinfo, std::string_view device);

}  // namespace kinescript
