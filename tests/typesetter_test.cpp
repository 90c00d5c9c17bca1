// SPDX-License-Identifier: MIT
#include "app/typesetter.h"

#include <boost/test/unit_test.hpp>
#include <future>
#include <string>
#include <vector>

#include "app/print_job.h"
#include "helpers/sheet.h"
#include "helpers/surroundings.h"

using namespace kinescript;

namespace {

// Answers as the window gets them: in a row, for its own thread.
class Row {
 public:
  std::function<void(Typesetter::Answer)> taking() {
    return [this](Typesetter::Answer answer) {
      const std::lock_guard held(mutex_);
      answers_.push_back(std::move(answer));
      came_.notify_one();
    };
  }
  // Waits for the next one.
  void run_next() {
    std::unique_lock held(mutex_);
    came_.wait(held, [this] { return !answers_.empty(); });
    const Typesetter::Answer answer = std::move(answers_.front());
    answers_.erase(answers_.begin());
    held.unlock();
    answer();
  }
  std::size_t size() {
    const std::lock_guard held(mutex_);
    return answers_.size();
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<Typesetter::Answer> answers_;
};

// A job that does not end before it is let.
struct Gate {
  std::promise<void> begun, open;
  Typesetter::Job job(Typesetter::Answer answer) {
    return [this, answer](const Workspace&) {
      begun.set_value();
      open.get_future().wait();
      return answer;
    };
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(typesetter_test)

BOOST_AUTO_TEST_CASE(a_job_runs_on_another_thread_and_its_answer_on_the_window_s) {
  const Workspace workspace(surroundings());
  Row row;
  Typesetter typesetter(workspace, row.taking());
  std::thread::id job, answer;
  typesetter.ask(&row, [&](const Workspace& own) {
    job = std::this_thread::get_id();
    BOOST_TEST((&own != &workspace));
    return [&] { answer = std::this_thread::get_id(); };
  });
  row.run_next();
  BOOST_TEST((job != std::this_thread::get_id()));
  BOOST_TEST((answer == std::this_thread::get_id()));
}

BOOST_AUTO_TEST_CASE(of_many_jobs_of_one_place_the_first_and_the_last_are_done_and_others_stay) {
  const Workspace workspace(surroundings());
  Row row;
  Typesetter typesetter(workspace, row.taking());
  const int edits = 0, other = 0;  // places
  std::string done;
  Gate gate;
  typesetter.ask(&edits, gate.job([&] { done += "first "; }));
  gate.begun.get_future().wait();
  BOOST_TEST(!typesetter.idle());
  for (int i = 1; i <= 9; ++i) {
    if (i == 5) typesetter.ask(&other, [&](const Workspace&) { return [&] { done += "other "; }; });
    typesetter.ask(
        &edits, [&, i](const Workspace&) { return [&, i] { done += std::to_string(i) + " "; }; });
  }
  gate.open.set_value();
  for (int i = 0; i < 3; ++i) row.run_next();
  BOOST_TEST(done == "first other 9 ");
  BOOST_TEST(row.size() == 0u);
}

BOOST_AUTO_TEST_CASE(the_end_waits_for_the_job_at_hand_and_then_nothing_runs) {
  const Workspace workspace(surroundings());
  Row row;
  int begun = 0, ended = 0;
  const int places[50] = {};
  {
    Typesetter typesetter(workspace, row.taking());
    for (const int& place : places)
      typesetter.ask(&place, [&](const Workspace& own) {
        ++begun;
        BOOST_TEST(own.phrasebook("en").language() == "en");
        ++ended;
        return [] {};
      });
  }
  BOOST_TEST(begun == ended);
  BOOST_TEST(row.size() <= static_cast<std::size_t>(ended));
}

// Both draw the same figures into what they share, and each page is set by both.
BOOST_AUTO_TEST_CASE(pages_set_beside_the_window_are_those_set_in_it_also_at_the_same_time) {
  const Workspace workspace(surroundings());
  const Dossier dossier = routine_dossier();
  const auto written = [&](const Workspace& with, const char* layout) {
    PrintOptions options;
    options.layout = layout;
    return render(with, dossier, options);
  };
  Row row;
  Typesetter typesetter(workspace, row.taking());
  const char* const layouts[] = {"standard", "large", "standard"};
  std::vector<std::string> beside, here;
  for (const char* const& layout : layouts)
    typesetter.ask(&layout, [&, layout](const Workspace& own) {
      return [&, bytes = written(own, layout)] { beside.push_back(bytes); };
    });
  for (const char* layout : layouts) here.push_back(written(workspace, layout));
  for (std::size_t i = 0; i < here.size(); ++i) row.run_next();
  BOOST_TEST((beside == here));
}

BOOST_AUTO_TEST_SUITE_END()
