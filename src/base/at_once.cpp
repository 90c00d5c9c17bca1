// SPDX-License-Identifier: MIT
#include "base/at_once.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace kinescript {

void at_once(std::size_t n, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> thrown(n);
  const auto take_turns = [&] {
    for (std::size_t i = next++; i < n; i = next++) {
      try {
        work(i);
      } catch (...) {
        thrown[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::future<void>> others;  // each is waited for where this ends
    const std::size_t threads = std::min<std::size_t>(n, std::thread::hardware_concurrency());
    try {
      while (others.size() + 1 < threads)
        others.push_back(std::async(std::launch::async, take_turns));
    } catch (const std::system_error&) {
      // No more threads: those that there are do it all.
    }
    take_turns();
  }
  for (const std::exception_ptr& exception : thrown)
    if (exception) std::rethrow_exception(exception);
}

}  // namespace kinescript
