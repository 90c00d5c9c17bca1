// SPDX-License-Identifier: MIT
#include "base/network.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

#include <array>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

namespace kinescript {
namespace {

constexpr std::uint32_t kFuse = 0x65735546;

constexpr std::array<std::pair<std::uint32_t, const char*>, 9> kNetworks{
    {{0x6969, "NFS"},
     {0x517B, "SMB"},
     {0xFF534D42, "SMB"},
     {0xFE534D42, "SMB"},
     {0x01021997, "9P"},
     {0x5346414F, "AFS"},
     {0x73757245, "Coda"},
     {0x00C36400, "Ceph"},
     {0x0BD00BD0, "Lustre"}}};

}  // namespace

std::string network_of_magic(std::uint32_t magic) {
  for (const auto& [number, name] : kNetworks)
    if (number == magic) return name;
  return {};
}

std::string network_of_fuse(std::string_view mountinfo, std::string_view device) {
  constexpr std::string_view kNames[] = {"sshfs", "gvfsd", "rclone", "davfs", "s3fs", "glusterfs",
                                         "smbnetfs", "curlftpfs"};
  for (const std::string& line : split(mountinfo, "\n")) {
    const auto words = split_words(line);
    if (words.size() < 3 || words[2] != device) continue;
    const auto type = line.find(" - ");
    for (const std::string_view name : kNames)
      if (type != std::string::npos && line.find(name, type) != std::string::npos)
        return std::string(name);
  }
  return {};
}

std::string network_file_system(const std::filesystem::path& path) {
  const auto folder = std::filesystem::absolute(path).parent_path();
  struct statfs system {};
  if (::statfs(path.c_str(), &system) != 0 && ::statfs(folder.c_str(), &system) != 0) return {};
  const auto magic = static_cast<std::uint32_t>(system.f_type);
  if (magic != kFuse) return network_of_magic(magic);
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) return {};
  try {
    return network_of_fuse(read_file("/proc/self/mountinfo"),
                           std::to_string(major(status.st_dev)) + ":" +
                               std::to_string(minor(status.st_dev)));
  } catch (const Error&) {
    return {};  // no /proc: it cannot be told
  }
}

}  // namespace kinescript
