#include "resolve/fact/slot_values.h"

#include <algorithm>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/fact/civil.h"

namespace panchina {

namespace {

constexpr Day kSeasonDays = 366;

// The first (0) or a later season of a span of years; nothing where it has no such.
ArgValue season_in(const DateValue& span, int place) {
  if (span.earliest == kNoDay || span.latest == kNoDay) return {};
  if (is_football_season(span)) return place == 0 ? ArgValue(span) : ArgValue();
  const int year = year_of(span.earliest) + place;
  const bool years = span.latest - span.earliest > kSeasonDays;
  return years && year < year_of(span.latest) ? ArgValue(football_season_value(year)) : ArgValue();
}

}  // namespace

ArgValue date_value(const DateValue& value, ArgFunction function) {
  if (value.edtf.empty()) return {};
  if (function == ArgFunction::kFirst) return season_in(value, 0);
  if (function == ArgFunction::kSecond) return season_in(value, 1);
  DateValue point = value;
  if (function == ArgFunction::kStart) point = first_point(value);
  if (function == ArgFunction::kEnd) {
    if (value.edtf.find('/') == std::string::npos) return {};  // a point has no end of its own
    point = last_point(value);
  }
  if (point.edtf.empty()) return {};
  return point;
}

ArgValue score_value(const Score& score, ArgFunction function) {
  switch (function) {
    case ArgFunction::kHigh:
      return std::int64_t{std::max(score.first, score.second)};
    case ArgFunction::kLow:
      return std::int64_t{std::min(score.first, score.second)};
    case ArgFunction::kSecond:
      return std::int64_t{score.second};
    default:
      return std::int64_t{score.first};
  }
}

ArgValue balance_value(const Balance& balance, ArgFunction function) {
  // Of two numbers (appearances and goals) only the first and the second have a meaning.
  if (balance.two && function != ArgFunction::kFirst && function != ArgFunction::kSecond) return {};
  switch (function) {
    case ArgFunction::kSecond:
      return std::int64_t{balance.drawn};
    case ArgFunction::kEnd:
    case ArgFunction::kLow:
      return std::int64_t{balance.lost};
    default:
      return std::int64_t{balance.won};
  }
}

const std::string& competition_id(const Document& document, const Lexicon& lexicon,
                                  const Reading& competition) {
  return (competition.features & kCompetitionUnknown) != 0
             ? document.unknown_cups[competition.value]
             : lexicon.competitions()[competition.value].id;
}

}  // namespace panchina
