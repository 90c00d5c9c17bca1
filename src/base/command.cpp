// SPDX-License-Identifier: MIT
#include "base/command.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "base/error.h"

extern char** environ;

namespace kinescript {
namespace {

struct Pipe {
  int ends[2] = {-1, -1};
  Pipe() {
    if (pipe2(ends, O_CLOEXEC) != 0)
      throw Error(ErrorKind::io, "", "No pipe could be opened. Close some programs and try again.");
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  void close_end(int which) {
    if (ends[which] >= 0) close(ends[which]);
    ends[which] = -1;
  }
};

struct Actions {
  posix_spawn_file_actions_t actions;
  Actions() { posix_spawn_file_actions_init(&actions); }
  ~Actions() { posix_spawn_file_actions_destroy(&actions); }
};

// A program that stops reading must not end ours.
bool write_all(int descriptor, std::string_view bytes) {
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  std::signal(SIGPIPE, before);
  return bytes.empty();
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

void feed_command(const std::vector<std::string>& command, std::string_view input) {
  Pipe pipe;
  Actions to;
  posix_spawn_file_actions_adddup2(&to.actions, pipe.ends[0], STDIN_FILENO);
  for (const int output : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&to.actions, output, "/dev/null", O_WRONLY, 0);
  std::vector<char*> arguments;
  for (const std::string& each : command) arguments.push_back(const_cast<char*>(each.c_str()));
  arguments.push_back(nullptr);
  pid_t child = 0;
  if (posix_spawnp(&child, arguments[0], &to.actions, nullptr, arguments.data(), environ) != 0)
    throw Error(ErrorKind::not_found, "", "There is no program \"" + command.front() + "\" here.");
  pipe.close_end(0);
  const bool taken = write_all(pipe.ends[1], input);
  pipe.close_end(1);
  if (wait_for(child) != 0 || !taken)
    throw Error(ErrorKind::io, "", "\"" + command.front() + "\" did not do its work.");
}

}  // namespace kinescript
