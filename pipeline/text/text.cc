#include "text/text.h"

#include <algorithm>

namespace panchina {

RawSpan Text::to_raw(NormSpan span) const {
  // The last run that begins at or before the span does.
  const auto after_begin =
      std::upper_bound(runs_.begin(), runs_.end(), span.begin,
                       [](std::uint32_t at, const ChangedRun& run) { return at < run.norm.begin; });
  std::uint32_t begin = span.begin;
  if (after_begin != runs_.begin()) {
    const ChangedRun& run = *(after_begin - 1);
    begin = span.begin < run.norm.end ? run.raw.begin : run.raw.end + (span.begin - run.norm.end);
  }
  if (span.empty()) return {begin, begin};
  // The first run that ends at or after the span does.
  const auto at_end =
      std::lower_bound(runs_.begin(), runs_.end(), span.end,
                       [](const ChangedRun& run, std::uint32_t at) { return run.norm.end < at; });
  std::uint32_t end = span.end;
  if (at_end == runs_.end()) {
    if (!runs_.empty()) end = runs_.back().raw.end + (span.end - runs_.back().norm.end);
  } else if (at_end->norm.begin < span.end) {
    end = at_end->raw.end;
  } else {
    end = at_end->raw.begin - (at_end->norm.begin - span.end);
  }
  return {begin, end};
}

}  // namespace panchina
