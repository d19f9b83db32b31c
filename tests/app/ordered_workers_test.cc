#include "app/ordered_workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>

namespace panchina {
namespace {

// Squares of 0, 1, ... in the order in which they were taken.
std::vector<int> squares(unsigned workers, int jobs, int stop_after) {
  std::vector<int> taken;
  int next = 0;
  work_in_order<int, int>(
      workers, 64, [&](int& job) { return next < jobs ? (job = next++, true) : false; },
      [](int job, unsigned) {
        // Later jobs are done sooner.
        std::this_thread::sleep_for(std::chrono::microseconds(job % 7 == 0 ? 300 : 0));
        return job * job;
      },
      [&](int outcome) {
        taken.push_back(outcome);
        return static_cast<int>(taken.size()) != stop_after;
      });
  return taken;
}

TEST(OrderedWorkers, OutcomesComeInTheOrderOfTheJobs) {
  for (const unsigned workers : {1u, 2u, 3u, 8u}) {
    const std::vector<int> taken = squares(workers, 1000, -1);
    ASSERT_EQ(taken.size(), 1000u) << workers;
    for (int i = 0; i < 1000; ++i) ASSERT_EQ(taken[static_cast<std::size_t>(i)], i * i);
  }
}

TEST(OrderedWorkers, NothingIsTakenAfterAStop) {
  for (const unsigned workers : {1u, 2u, 8u}) {
    EXPECT_EQ(squares(workers, 1000, 10).size(), 10u) << workers;
  }
}

TEST(OrderedWorkers, NoJobsAreNoWork) {
  for (const unsigned workers : {1u, 4u}) EXPECT_TRUE(squares(workers, 0, -1).empty());
}

TEST(OrderedWorkers, EachThreadKeepsItsNumber) {
  constexpr unsigned kWorkers = 4;
  std::vector<std::thread::id> threads(kWorkers);
  std::atomic<int> mistakes{0};
  int next = 0;
  work_in_order<int, int>(
      kWorkers, 64, [&](int& job) { return next < 400 ? (job = next++, true) : false; },
      [&](int job, unsigned worker) {
        if (worker >= kWorkers) return ++mistakes, job;
        if (threads[worker] == std::thread::id()) threads[worker] = std::this_thread::get_id();
        if (threads[worker] != std::this_thread::get_id()) ++mistakes;
        return job;
      },
      [](int) { return true; });
  EXPECT_EQ(mistakes, 0);
}

TEST(OrderedWorkers, WaitingOutcomesAreBounded) {
  // The first job blocks until far more jobs than the bound could have begun.
  std::atomic<int> begun{0};
  int next = 0;
  work_in_order<int, int>(
      2, 64, [&](int& job) { return next < 5000 ? (job = next++, true) : false; },
      [&](int job, unsigned) {
        ++begun;
        if (job == 0) {
          std::this_thread::sleep_for(std::chrono::milliseconds(200));
          EXPECT_LE(begun, 64 * 2 + 2);
        }
        return job;
      },
      [](int) { return true; });
  EXPECT_EQ(begun, 5000);
}

}  // namespace
}  // namespace panchina
