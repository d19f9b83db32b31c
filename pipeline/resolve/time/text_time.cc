#include "resolve/time/text_time.h"

#include <algorithm>
#include <cstdlib>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/fact/civil.h"
#include "resolve/time/calendar.h"
#include "resolve/time/date_form.h"
#include "resolve/time/published.h"

namespace panchina {

namespace {

constexpr Index kTitleReach = 6;  // sentences above the text
constexpr int kOldDates = 3;      // so many years long gone make a tale
constexpr int kOldYears = 2;
constexpr int kLongAgo = 10;  // years
constexpr int kFourDigits = 1000;

// `era domenica`: no weekday of the news.
bool in_description(const Document& document, const TenseReader& tenses,
                    const DateExpression& date) {
  return tenses.read(date, sentence_at(document, date.first_token)).description;
}

// `ieri`, `domenica`, `sabato scorso`, `sabato 25`
int deixis(const Document& document, const TenseReader& tenses, const DateExpression& date,
           const CalendarStep& step) {
  const auto unit = static_cast<CalendarUnit>(step.b);
  if (step.op == CalendarOp::kShift && days_off_page(step)) return 2;
  if (is_bare_weekday(step)) {
    return in_description(document, tenses, date) ? 0 : 1;
  }
  if ((step.op == CalendarOp::kPrevious || step.op == CalendarOp::kNext) &&
      unit == CalendarUnit::kWeekday && step.anchor != CalendarAnchor::kStory) {
    return 1;
  }
  if (step.op == CalendarOp::kWeekdayDay) return 1;
  return step.op == CalendarOp::kPoint && step.weekday > 0 && step.a == 0 ? 1 : 0;
}

}  // namespace

int deixis_of(const Document& document, const TenseReader& tenses) {
  int out = 0;
  for (const DateExpression& date : document.dates) {
    for (const CalendarStep& step : steps_of(document, date)) {
      out += deixis(document, tenses, date, step);
    }
  }
  return out;
}

bool is_tale(const Document& document, Day published, int deixis) {
  if (published == kNoDay) return false;
  const int recent = year_of(published) - kOldYears;
  int old = 0;
  for (const DateExpression& date : document.dates) {
    for (const CalendarStep& step : steps_of(document, date)) {
      if (has_year(step) && step.a > 0 && (step.a < 100 || step.a <= recent)) ++old;
      // `ottant'anni fa`
      if (step.op == CalendarOp::kShift && step.anchor == CalendarAnchor::kPublished &&
          static_cast<CalendarUnit>(step.b) == CalendarUnit::kYear && step.a <= -kLongAgo) {
        ++old;
      }
    }
  }
  return old >= kOldDates && old > 2 * deixis;
}

bool says_yesterday(const Document& document) {
  return std::ranges::any_of(document.dates, [&](const DateExpression& date) {
    const CalendarStep* step = only_step(document, date);
    return step != nullptr && days_off_page(*step) == -1;
  });
}

int last_written_year(const Document& document) {
  int last = 0;
  for (const CalendarStep& step : document.calendar_steps) {
    if (has_year(step) && step.a >= kFourDigits) last = std::max(last, step.a);
  }
  return last;
}

std::optional<DateValue> season_of_titles(const Document& document, Day published) {
  std::optional<DateValue> out;
  for (const DateExpression& date : document.dates) {
    const Index sentence = sentence_at(document, date.first_token);
    if (sentence >= document.sentences.size() || sentence >= kTitleReach) break;
    const BlockLabel label = document.blocks[document.sentences[sentence].block].label;
    if (label == BlockLabel::kBody) break;
    if (label != BlockLabel::kTitle && label != BlockLabel::kHeading) continue;
    const CalendarStep* step = only_step(document, date);
    if (step == nullptr || step->op != CalendarOp::kSeason) continue;
    std::optional<DateValue> value = evaluate(document, date, CalendarContext{});
    if (!value || value->earliest == kNoDay) continue;
    if (published != kNoDay && value->earliest > published) continue;
    if (out && out->earliest != value->earliest) return std::nullopt;
    out = std::move(value);
  }
  return out;
}

std::optional<DateValue> anniversary_of(const Document& document, Day published) {
  constexpr int kLeastYears = 10;
  constexpr Day kAround = 10;
  if (published == kNoDay) return std::nullopt;
  std::optional<DateValue> out;
  for (const DateExpression& date : document.dates) {
    const CalendarStep* point = point_of(document, date);
    if (point == nullptr || point->a < kFourDigits || point->c == 0) continue;
    if (point->a > year_of(published) - kLeastYears) continue;
    const std::optional<DateValue> day = calendar_day(point->a, point->b, point->c);
    const std::optional<DateValue> now = calendar_day(year_of(published), point->b, point->c);
    if (!day || !now || std::abs(now->earliest - published) > kAround) continue;
    if (out && out->earliest != day->earliest) return std::nullopt;
    out = day;
  }
  return out;
}

}  // namespace panchina
