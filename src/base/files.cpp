// SPDX-License-Identifier: MIT
#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <string>

#include "base/error.h"
#include "base/translate.h"

namespace kinescript {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCopyBlock = std::size_t{4} << 20;

// What a person can do about an errno, in a sentence.
std::string way_out(int code) {
  switch (code) {
    case ENOSPC:
    case EDQUOT:
      return tr("The disk is full. Free some space or choose another folder.");
    case EACCES:
    case EPERM:
    case EROFS:
      return tr("This folder cannot be written. Choose another folder or ask who owns it.");
    case ENOENT:
    case ENOTDIR:
      return tr("The folder does not exist. Make it first or choose another.");
    case EISDIR:
      return tr("This is a folder. Give a file name.");
    case ENAMETOOLONG:
      return tr("The file name is too long. Choose a shorter one.");
    default:
      return tr("The file could not be written. Check the disk and try again.");
  }
}

[[noreturn]] void fail(const fs::path& path, int code) { throw Error(ErrorKind::io, path.string(), way_out(code)); }

// A file descriptor that closes itself; close errors are asked for with close().
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  int close() {
    const int result = ::close(fd_);
    fd_ = -1;
    return result;
  }

 private:
  int fd_;
};

// 0, or the errno of the first write that failed.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

void write_in_place(const fs::path& path, std::string_view bytes) {
  Descriptor out(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (out.get() < 0) fail(path, errno);
  if (const int code = write_all(out.get(), bytes)) fail(path, code);
  if (out.close() != 0) fail(path, errno);
}

int write_and_sync(const fs::path& temporary, std::string_view bytes) {
  Descriptor out(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (out.get() < 0) return errno;
  if (const int code = write_all(out.get(), bytes)) return code;
  if (::fsync(out.get()) != 0) return errno;
  return out.close() == 0 ? 0 : errno;
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

void sync_folder(const fs::path& folder) {
  Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (parent.get() >= 0) ::fsync(parent.get());  // a folder that cannot be synced still has the new file
}

int open_to_read(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd >= 0) return fd;
  const bool missing = errno == ENOENT;
  throw Error(missing ? ErrorKind::not_found : ErrorKind::io, path.string(),
              missing ? tr("There is no such file.") : tr("The file cannot be read."));
}

// 0 at the end.
std::size_t read_block(const Descriptor& in, const fs::path& path, char* block, std::size_t size) {
  for (;;) {
    const auto n = ::read(in.get(), block, size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw Error(ErrorKind::io, path.string(), tr("The file cannot be read."));
    return static_cast<std::size_t>(n);
  }
}

}  // namespace

std::string read_file(const fs::path& path) {
  const Descriptor in(open_to_read(path));
  std::string bytes;
  char block[65536];
  while (const std::size_t n = read_block(in, path, block, sizeof block)) bytes.append(block, n);
  return bytes;
}

void copy_bytes(const fs::path& from, const fs::path& to, const Progress& progress) {
  const Descriptor in(open_to_read(from));
  Descriptor out(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (out.get() < 0) fail(to, errno);
  try {
    const auto size = std::max<std::uintmax_t>(1, fs::file_size(from));
    std::string block(kCopyBlock, '\0');
    std::uintmax_t done = 0;
    while (const std::size_t n = read_block(in, from, block.data(), block.size())) {
      if (const int code = write_all(out.get(), {block.data(), n})) fail(to, code);
      done += n;
      go_on(progress, std::min(1.0, static_cast<double>(done) / static_cast<double>(size)));
    }
    if (::fsync(out.get()) != 0 || out.close() != 0) fail(to, errno);
  } catch (...) {
    ::unlink(to.c_str());
    throw;
  }
}

void write_atomically(const fs::path& path, std::string_view bytes) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    if (S_ISDIR(status.st_mode)) fail(path, EISDIR);
    return write_in_place(path, bytes);
  }
  const fs::path folder = folder_of(path);
  const fs::path temporary = folder / ("." + path.filename().string() + "." + std::to_string(::getpid()) + ".tmp");
  int code = write_and_sync(temporary, bytes);
  if (code == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) code = errno;
  if (code != 0) {
    if (code != EEXIST) ::unlink(temporary.c_str());
    fail(path, code);
  }
  sync_folder(folder);
}

void replace_file(const fs::path& from, const fs::path& to) {
  {
    Descriptor file(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0 || ::fsync(file.get()) != 0) fail(from, errno);
  }
  if (::rename(from.c_str(), to.c_str()) != 0) fail(to, errno);
  sync_folder(folder_of(to));
}

}  // namespace kinescript
