// SPDX-License-Identifier: MIT
// Sets pages on a thread of its own, so that the window goes on with the next key meanwhile. A job
// gets a workspace that is that thread's (the drawn figures it shares); what it gives back, its
// answer, runs in the window's thread.
//
//   Typesetter typesetter(workspace, [](auto answer) { wxTheApp->CallAfter(answer); });
//   typesetter.ask(this, [dossier](const Workspace& own) {
//     return [made = try_pages(own, dossier, {})] { show(made); };
//   });
//
// Jobs are done one after another. One that still waits gives way to a newer one of the same place:
// of ten edits in a moment the first and the last are set. An Error in a job is the job's own to
// catch: what leaves it ends the program. Whether the one who asked is still there, the answer sees
// to. The end waits for the job at hand, drops those that wait, and hands out no answer any more.
#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "app/print_job.h"
#include "app/workspace.h"

namespace kinescript {

// The pages, or why there are none.
struct PagesOrWhy {
  std::shared_ptr<const Pages> pages;
  std::string why;
};
PagesOrWhy try_pages(const Workspace& own, const Dossier& dossier, const PrintOptions& options);

class Typesetter {
 public:
  using Answer = std::function<void()>;
  using Job = std::function<Answer(const Workspace& own)>;
  // `to_window`: runs an answer in the window's thread, later. Called on the other thread.
  Typesetter(const Workspace& workspace, std::function<void(Answer)> to_window);
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  // `place` is compared, never looked into.
  void ask(const void* place, Job job);
  // Nothing waits or is being done; answers may still be on their way.
  bool idle() const;

 private:
  void work();

  const Workspace own_;
  const std::function<void(Answer)> to_window_;
  mutable std::mutex mutex_;  // of what follows
  std::condition_variable changed_;
  std::vector<std::pair<const void*, Job>> waiting_;
  bool busy_ = false, ended_ = false;
  std::thread thread_;  // last: it begins when all else is there
};

}  // namespace kinescript
