// Work on a stream of jobs with several threads, results in the order of the jobs. The number of
// jobs in flight is bounded, so memory does not grow with the number of jobs. Thread rule: next()
// and take() are never called by two threads at once; work() is.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace panchina {

// `next(Job&)` fills the next job, false: no more. `work(Job&, worker)` makes an outcome; `worker`
// is below `workers` and the same for one thread all along. `take(Outcome&)` gets the outcomes in
// the order in which next() gave the jobs; false: stop, no job is begun any more. `window`: jobs in
// flight, for each worker.
template <typename Job, typename Outcome, typename Next, typename Work, typename Take>
void work_in_order(unsigned workers, std::uint64_t window, Next next, Work work, Take take) {
  if (workers <= 1) {
    Job job;
    while (next(job)) {
      Outcome outcome = work(job, 0u);
      if (!take(outcome)) return;
    }
    return;
  }
  window *= workers;
  std::mutex source_mutex;
  std::mutex order_mutex;
  std::condition_variable moved;
  std::uint64_t issued = 0;                  // source_mutex
  std::uint64_t due = 0;                     // order_mutex: the outcome that is taken next
  bool stopped = false;                      // order_mutex
  std::map<std::uint64_t, Outcome> waiting;  // order_mutex

  const auto run = [&](unsigned worker) {
    Job job;
    for (;;) {
      std::uint64_t number = 0;
      {
        const std::lock_guard source(source_mutex);
        {
          std::unique_lock order(order_mutex);
          moved.wait(order, [&] { return stopped || issued - due < window; });
          if (stopped) return;
        }
        if (!next(job)) return;
        number = issued++;
      }
      Outcome outcome = work(job, worker);
      const std::lock_guard order(order_mutex);
      waiting.emplace(number, std::move(outcome));
      for (auto first = waiting.begin(); first != waiting.end() && first->first == due;
           first = waiting.begin()) {
        if (!stopped && !take(first->second)) stopped = true;
        waiting.erase(first);
        ++due;
      }
      moved.notify_all();
    }
  };
  std::vector<std::thread> threads;
  for (unsigned worker = 1; worker < workers; ++worker) threads.emplace_back(run, worker);
  run(0);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace panchina
