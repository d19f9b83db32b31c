#include "resolve/time/year_rows.h"

#include <algorithm>
#include <span>

#include "resolve/fact/civil.h"

namespace panchina {

YearRows::YearRows(const Document& document)
    : document_(document), years_(document.dates.size(), false, document.scratch()) {
  std::pmr::vector<bool> columns(document.sections.size(), false, document.scratch());
  std::pmr::vector<Index> rows(document.scratch());
  for (Index d = 0; d < document.dates.size() && d < document.date_values.size(); ++d) {
    if (!opens_row(document.dates[d])) continue;
    rows.push_back(d);
  }
  const auto section_of = [&](Index d) {
    const Index token = document.dates[d].first_token;
    const auto block =
        std::upper_bound(document.blocks.begin(), document.blocks.end(), token,
                         [](Index at, const Block& one) { return at < one.tokens.begin; });
    return block == document.blocks.begin() ? kNoIndex : (block - 1)->section;
  };
  for (const Index d : rows) {
    const Index section = section_of(d);
    if (section != kNoIndex && !is_football_season(document.date_values[d]))
      columns[section] = true;
  }
  for (const Index d : rows) {
    const Index section = section_of(d);
    years_[d] =
        section != kNoIndex && columns[section] && is_football_season(document.date_values[d]);
  }
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
