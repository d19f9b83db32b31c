// TextPattern: a regular expression over the folded line of a mention rule, compiled when it is
// first asked: a run over a few texts needs few of those that the rules hold. Thread rule: const
// and shared; the first thread that asks compiles, others wait for it.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace re2 {
class RE2;
}

namespace panchina {

class TextPattern {
 public:
  explicit TextPattern(std::string regex);
  ~TextPattern();

  // Leftmost-longest. Where the program is too large, an RE2 that is not ok() and matches nothing.
  const re2::RE2& re2() const;

 private:
  std::string regex_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const re2::RE2> compiled_;
  mutable std::atomic<const re2::RE2*> ready_{nullptr};  // asked first: a flag costs more
};

}  // namespace panchina
