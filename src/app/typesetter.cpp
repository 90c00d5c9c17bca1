// SPDX-License-Identifier: MIT
#include "app/typesetter.h"

#include <algorithm>

#include "base/error.h"

namespace kinescript {

PagesOrWhy try_pages(const Workspace& own, const Dossier& dossier, const PrintOptions& options) {
  try {
    return {std::make_shared<const Pages>(pages_of(own, dossier, options)), {}};
  } catch (const Error& error) {
    return {nullptr, error.what()};
  }
}

Typesetter::Typesetter(const Workspace& workspace, std::function<void(Answer)> to_window)
    : own_(workspace.beside()), to_window_(std::move(to_window)), thread_([this] { work(); }) {}

Typesetter::~Typesetter() {
  {
    const std::lock_guard held(mutex_);
    ended_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Typesetter::ask(const void* place, Job job) {
  {
    const std::lock_guard held(mutex_);
    std::erase_if(waiting_, [place](const auto& each) { return each.first == place; });
    waiting_.emplace_back(place, std::move(job));
  }
  changed_.notify_one();
}

bool Typesetter::idle() const {
  const std::lock_guard held(mutex_);
  return waiting_.empty() && !busy_;
}

void Typesetter::work() {
  std::unique_lock held(mutex_);
  while (true) {
    busy_ = false;
    changed_.wait(held, [this] { return ended_ || !waiting_.empty(); });
    if (ended_) return;
    busy_ = true;
    const Job job = std::move(waiting_.front().second);
    waiting_.erase(waiting_.begin());
    held.unlock();
    Answer answer = job(own_);
    held.lock();
    // With the lock held, so that none is handed out once the end has begun.
    if (!ended_) to_window_(std::move(answer));
  }
}

}  // namespace kinescript
