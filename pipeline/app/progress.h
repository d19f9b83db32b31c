// Progress of a run over articles: a bar while it runs where both outputs are terminals, and one
// line at its end. Thread rule: one thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace panchina {

struct RunCounts {
  std::uint64_t articles = 0;
  std::uint64_t failed = 0;
  std::uint64_t unchanged = 0;  // taken over from an earlier run
  std::uint64_t bytes = 0;      // of articles, as read
  std::uint64_t events = 0;
};

class Progress {
 public:
  // `paths`: what the run reads; their size is only looked up where a bar is shown.
  // `data_on_stdout`: no bar, it would run through the data.
  Progress(const std::vector<std::string>& paths, bool data_on_stdout);
  void update(const RunCounts& counts);
  // Takes the bar away. Idempotent.
  void finish();
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_;
  std::uint64_t total_bytes_ = 0;  // 0: not known
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_ = start_;
};

// `118 articles (1 failed), 0.9 MB, 4,210 events in 0.1 s (12.5 MB/s)`
std::string summary_text(const RunCounts& counts, double seconds);
// `{"articles":118,...}` with a line end.
std::string summary_json(const RunCounts& counts, double seconds, int exit_code);
// `1234567` -> `1,234,567`.
std::string grouped(std::uint64_t number);

}  // namespace panchina
