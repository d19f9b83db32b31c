#include "rule/text_pattern.h"

#include <re2/re2.h>

namespace panchina {

namespace {
constexpr std::int64_t kProgramBudget = 1 << 20;  // bytes
}

TextPattern::TextPattern(std::string regex) : regex_(std::move(regex)) {}
TextPattern::~TextPattern() = default;

const re2::RE2& TextPattern::re2() const {
  if (const re2::RE2* const ready = ready_.load(std::memory_order_acquire)) return *ready;
  std::call_once(once_, [this] {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_longest_match(true);
    options.set_max_mem(kProgramBudget);
    compiled_ = std::make_unique<const re2::RE2>(regex_, options);
    ready_.store(compiled_.get(), std::memory_order_release);
  });
  return *compiled_;
}

}  // namespace panchina
