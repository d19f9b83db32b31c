#include "app/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

#include "app/terminal.h"

namespace panchina {
namespace {

constexpr std::size_t kMostListed = 200'000;

std::string fixed(double value, int digits) {
  std::array<char, 64> text;
  const int size = std::snprintf(text.data(), text.size(), "%.*f", digits, value);
  return std::string(text.data(), static_cast<std::size_t>(size));
}

std::string megabytes(std::uint64_t bytes) { return fixed(static_cast<double>(bytes) / 1e6, 1); }

std::string rate(std::uint64_t bytes, double seconds) {
  return fixed(static_cast<double>(bytes) / 1e6 / std::max(seconds, 1e-3), 1) + " MB/s";
}

std::size_t terminal_columns() {
  struct winsize size = {};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

// Bytes of all files below the paths, for a guess at the time left; 0 where there are too many to
// list first.
std::uint64_t bytes_below(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::uint64_t bytes = 0;
  std::size_t listed = 0;
  std::error_code error;
  for (const std::string& path : paths) {
    if (fs::is_regular_file(path, error)) bytes += fs::file_size(path, error);
    if (!fs::is_directory(path, error)) continue;
    fs::recursive_directory_iterator entry(path, fs::directory_options::skip_permission_denied,
                                           error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      if (++listed > kMostListed) return 0;
      std::error_code ignored;
      if (entry->is_regular_file(ignored)) bytes += entry->file_size(ignored);
    }
  }
  return bytes;
}

}  // namespace

Progress::Progress(const std::vector<std::string>& paths, bool data_on_stdout)
    : shown_(!quiet() && !data_on_stdout && isatty(STDOUT_FILENO) == 1 &&
             isatty(STDERR_FILENO) == 1) {
  if (shown_) total_bytes_ = bytes_below(paths);
}

void Progress::update(const RunCounts& counts) {
  if (!shown_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  const double elapsed = seconds();
  std::string line;
  if (total_bytes_ > 0) {
    const double done =
        std::min(1.0, static_cast<double>(counts.bytes) / static_cast<double>(total_bytes_));
    const auto filled = static_cast<std::size_t>(done * 20);
    line = "[" + std::string(filled, '#') + std::string(20 - filled, '.') + "] " +
           fixed(done * 100, 0) + "%  ";
    if (done > 0.001) line += fixed(elapsed / done - elapsed, 0) + " s left  ";
  }
  line += grouped(counts.articles) + " articles  " + rate(counts.bytes, elapsed) + "  " +
          grouped(counts.events) + " events";
  line.resize(std::min(line.size(), terminal_columns() - 1));
  std::fprintf(stderr, "\r%s\x1b[K", line.c_str());
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::finish() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

std::string summary_text(const RunCounts& counts, double seconds) {
  std::string out = grouped(counts.articles) + (counts.articles == 1 ? " article" : " articles");
  if (counts.failed > 0) out += " (" + grouped(counts.failed) + " failed)";
  if (counts.unchanged > 0) out += " (" + grouped(counts.unchanged) + " unchanged)";
  out += ", " + megabytes(counts.bytes) + " MB, " + grouped(counts.events) +
         (counts.events == 1 ? " event" : " events") + " in " + fixed(seconds, 1) + " s (" +
         rate(counts.bytes, seconds) + ")";
  return out;
}

std::string summary_json(const RunCounts& counts, double seconds, int exit_code) {
  return "{\"articles\":" + std::to_string(counts.articles) +
         ",\"failed\":" + std::to_string(counts.failed) +
         ",\"unchanged\":" + std::to_string(counts.unchanged) +
         ",\"bytes\":" + std::to_string(counts.bytes) +
         ",\"events\":" + std::to_string(counts.events) + ",\"seconds\":" + fixed(seconds, 3) +
         ",\"exit_code\":" + std::to_string(exit_code) + "}\n";
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

}  // namespace panchina
