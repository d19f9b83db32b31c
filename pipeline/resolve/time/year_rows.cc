#include "resolve/time/year_rows.h"

#include <algorithm>
#include <span>
#include <utility>

#include "resolve/fact/civil.h"

namespace panchina {

YearRows::YearRows(const Document& document)
    : document_(document), years_(document.dates.size(), false, document.scratch()) {
  std::pmr::vector<bool> columns(document.sections.size(), false, document.scratch());
  std::pmr::vector<std::pair<Index, Index>> seasons(document.scratch());  // date, section
  for (Index d = 0; d < document.dates.size() && d < document.date_values.size(); ++d) {
    if (!opens_row(document.dates[d])) continue;
    const auto block = std::upper_bound(
        document.blocks.begin(), document.blocks.end(), document.dates[d].first_token,
        [](Index at, const Block& one) { return at < one.tokens.begin; });
    if (block == document.blocks.begin()) continue;
    const Index section = (block - 1)->section;
    if (is_football_season(document.date_values[d])) {
      seasons.emplace_back(d, section);
    } else {
      columns[section] = true;
    }
  }
  for (const auto& [date, section] : seasons) years_[date] = columns[section];
}

// `1996-1999` at the head of a line.
bool YearRows::opens_row(const DateExpression& date) const {
  constexpr Index kSpan = 3, kYear = 4;  // tokens, digits
  const Index first = date.first_token;
  if (date.end_token - first != kSpan) return false;
  const std::span<const Token> tokens = document_.tokens;
  if (first > 0 && !tokens[first].line_before) return false;
  const auto is_year = [&](Index t) {
    return tokens[t].kind == TokenKind::kNumber && tokens[t].span.size() == kYear;
  };
  return is_year(first) && (tokens[first + 1].mark == '-' || tokens[first + 1].mark == '\1') &&
         is_year(first + 2);
}

}  // namespace panchina
