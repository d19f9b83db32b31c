#include "resolve/time/date_lists.h"

#include <cstdlib>

#include "document/features.h"
#include "resolve/fact/civil.h"
#include "resolve/time/calendar_anchors.h"
#include "resolve/time/date_form.h"

namespace panchina {
namespace {

constexpr Day kMonth = 31;

}  // namespace

std::optional<DateValue> years_after(const Document& document, Index index, Day published) {
  const DateExpression& date = document.dates[index];
  const CalendarStep* step = only_step(document, date);
  if (index == 0 || step == nullptr || step->op != CalendarOp::kShift ||
      !counts_years_on(document, date)) {
    return {};
  }
  const DateExpression& day = document.dates[index - 1];
  const bool apposed =
      date.first_token <= day.end_token + 2 && document.tokens[day.end_token].mark == ',';
  const Day told = document.date_values[index - 1].latest;
  if (!apposed || (day.features & kDateRelative) == 0 || published == kNoDay || told == kNoDay ||
      std::abs(told - published) > kMonth) {
    return {};
  }
  return year_value(year_of(told));
}

std::optional<DateValue> in_year_of_list(const Document& document, const Lexicon& lexicon,
                                         const CalendarContext& context, Index index) {
  constexpr Index kList = 6, kJoint = 2;
  const CalendarStep* own = point_of(document, document.dates[index]);
  if (own == nullptr || own->a != 0 || own->b == 0) return std::nullopt;
  const Index joints = lexicon.find_list("match_and");
  for (Index i = index; i + 1 < document.dates.size() && i < index + kList; ++i) {
    const DateExpression& next = document.dates[i + 1];
    const Index end = document.dates[i].end_token;
    // `il 3 aprile e il 10 maggio 1985`
    if (next.first_token <= end || next.first_token > end + kJoint) return std::nullopt;
    const Token& joint = document.tokens[end];
    if (joint.mark != ',' && !lexicon.in_list(joint.word, joints)) return std::nullopt;
    const CalendarStep* last = point_of(document, next);
    if (last == nullptr || last->b == 0 || (own->c > 0) != (last->c > 0)) return std::nullopt;
    if (last->a == 0) continue;
    const int year = Anchors(context).year_of_point(*last);
    return month_or_day(own->b > last->b ? year - 1 : year, own->b, own->c);
  }
  return std::nullopt;
}

}  // namespace panchina
