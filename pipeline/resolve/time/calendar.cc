#include "resolve/time/calendar.h"

#include <cstdlib>

#include "document/edtf.h"
#include "resolve/fact/civil.h"
#include "resolve/time/calendar_anchors.h"
#include "resolve/time/calendar_days.h"
#include "resolve/time/calendar_steps.h"
#include "resolve/time/calendar_years.h"

namespace panchina {

namespace {

constexpr Day kDaysAgo = 2;
constexpr Day kYearOrSeason = 400;  // what is longer counts from its end
constexpr int kLastOfPlay = 6;      // June
constexpr Day kBeforeGames = 46;    // from July on to the middle of August
constexpr Day kLongestMonth = 31;

using Maybe = std::optional<DateValue>;

// Parts that an outer expression or an interval's other side gives.
struct Frame {
  int year = 0;
  int month = 0;
};

class Evaluator {
 public:
  Evaluator(const Document& document, const DateExpression& date, const CalendarContext& context)
      : steps_(document.calendar_steps), begin_(date.begin), context_(context), anchors_(context) {}

  // The same expression, seen from elsewhere.
  Evaluator(const Evaluator& other, const CalendarContext& context)
      : steps_(other.steps_), begin_(other.begin_), context_(context), anchors_(context) {}

  Maybe run(std::uint32_t end) { return end == begin_ ? std::nullopt : at(end - 1, {}); }

 private:
  // First step of the expression whose last step is `last`.
  std::uint32_t first_of(std::uint32_t last) const {
    int wanted = 1;
    std::uint32_t i = last + 1;
    while (wanted > 0 && i > begin_) wanted += operands(steps_[--i]) - 1;
    return i;
  }

  Maybe at(std::uint32_t last, Frame frame) {
    const CalendarStep& step = steps_[last];
    switch (step.op) {
      case CalendarOp::kPoint:
        return point(step, frame);
      case CalendarOp::kYearSeason:
        return year_season(step, frame);
      case CalendarOp::kHoliday:
        return holiday(step, frame);
      case CalendarOp::kDecade:
        return decade_value(step.a >= 100 ? step.a : 1900 + step.a);
      case CalendarOp::kCentury:
        return century_value(step.a);
      case CalendarOp::kSeason:
        return football_season_value(step.a < 100 ? anchors_.complete(step.a) : step.a);
      case CalendarOp::kThis:
      case CalendarOp::kPrevious:
      case CalendarOp::kNext:
        return relative(step, frame);
      case CalendarOp::kShift:
        return shift(step, last, frame);
      case CalendarOp::kSameMonth:
        return same_month(anchors_, step.a);
      case CalendarOp::kWithin:
        return within(last);
      case CalendarOp::kStartOf:
      case CalendarOp::kMiddleOf:
      case CalendarOp::kEndOf:
        return at(last - 1, frame);
      case CalendarOp::kThisSeason:
      case CalendarOp::kFirstSeason:
        return season_near(step, 0);
      case CalendarOp::kNextSeason:
        return season_near(step, 1);
      case CalendarOp::kPreviousSeason:
        return season_near(step, -1);
      case CalendarOp::kInterval:
        return interval(last, frame);
      case CalendarOp::kTimeOfDay:
        return time_of_day(step, last, frame);
      case CalendarOp::kDuration:
        return duration_value(step.a, static_cast<CalendarUnit>(step.b));
      case CalendarOp::kWeekend:
        return weekend(anchors_);
      case CalendarOp::kWeekdayDay:
        return frame.month > 0 ? calendar_day(frame.year, frame.month, step.b)
                               : weekday_day(anchors_, step);
    }
    return std::nullopt;
  }

  Maybe point(const CalendarStep& step, Frame frame) {
    if (step.a > 0) return month_or_day(anchors_.year_of_point(step), step.b, step.c);
    if (step.b == 0) {
      return frame.month > 0 ? calendar_day(frame.year, frame.month, step.c)
                             : day_only(anchors_, step);
    }
    if (frame.year > 0) return month_or_day(frame.year, step.b, step.c);
    const auto make = [&](int year) { return month_or_day(year, step.b, step.c); };
    if (step.weekday == 0 || step.c == 0) return in_some_year(anchors_, step, make);
    const auto on_weekday = [&](int year) {
      Maybe value = make(year);
      return value && weekday_of(value->earliest) == step.weekday ? value : std::nullopt;
    };
    if (anchors_.has_published()) {  // whatever the tense, the nearest year that fits
      CalendarStep nearest = step;
      nearest.anchor = CalendarAnchor::kPublished;
      const Maybe near = beside_published(anchors_, nearest, on_weekday, Direction::kNearest);
      // `si raduneranno lunedì 22 luglio`, whatever the sentence before told of.
      const bool ahead = near && context_.direction == Direction::kFuture &&
                         near->earliest >= anchors_.published() &&
                         near->earliest <= anchors_.published() + kForwardMonths * 31;
      if (ahead) return near;
      const Maybe told =
          context_.narrative ? in_some_year(anchors_, step, on_weekday) : std::nullopt;
      if (told || near) return told ? told : near;
    }
    return in_some_year(anchors_, step, make);
  }

  Maybe year_season(const CalendarStep& step, Frame frame) {
    if (step.a > 0) return year_season_value(anchors_.complete_year(step.a), step.b);
    if (frame.year > 0) return year_season_value(frame.year, step.b);
    return in_some_year(anchors_, step,
                        [&](int year) { return Maybe(year_season_value(year, step.b)); });
  }

  Maybe holiday(const CalendarStep& step, Frame frame) {
    const auto make = [&](int year) -> Maybe {
      const Day day = feast(step.a, year);
      return day == kNoDay ? std::nullopt : Maybe(day_value(day));
    };
    if (step.b > 0) return make(anchors_.complete_year(step.b));
    if (frame.year > 0) return make(frame.year);
    return in_some_year(anchors_, step, make);
  }

  Maybe relative(const CalendarStep& step, Frame frame) {
    const auto unit = static_cast<CalendarUnit>(step.b);
    if (unit == CalendarUnit::kWeekday) {
      return frame.month > 0 ? first_weekday(step.c, frame) : weekday(anchors_, step);
    }
    // `Il 6 febbraio 1994 tornò; a fine mese lasciò.`, `a fine anno`
    const bool this_month = (unit == CalendarUnit::kMonth || unit == CalendarUnit::kYear) &&
                            step.op == CalendarOp::kThis;
    const bool tale = step.anchor == CalendarAnchor::kStory ||
                      (unit == CalendarUnit::kDay && follows_day(step)) ||
                      (this_month && anchors_.from_story(step));
    const bool days = unit == CalendarUnit::kDay || unit == CalendarUnit::kWeek;
    if (tale ? !anchors_.has_story() : !(days ? anchors_.has_day() : anchors_.has_published()))
      return std::nullopt;
    const DateValue& base = tale ? anchors_.story_of(unit) : *context_.published;
    const int by = step.op == CalendarOp::kThis ? 0 : step.op == CalendarOp::kNext ? 1 : -1;
    if (unit == CalendarUnit::kDay && tale && by == 0) {
      return ends_on_day(base) ? Maybe(day_value(base.latest)) : std::nullopt;
    }
    return shifted(base, by, unit, by < 0);
  }

  // `il primo lunedì di marzo`
  static Maybe first_weekday(int wanted, Frame month) {
    const Maybe first = calendar_day(month.year, month.month, 1);
    if (!first) return std::nullopt;
    return day_value(first->earliest + days_until(wanted, first->earliest));
  }

  // `ieri … In serata ha firmato`: the evening of the day told last.
  bool follows_day(const CalendarStep& step) const {
    if (step.anchor != CalendarAnchor::kEither || step.op != CalendarOp::kThis) return false;
    if (context_.story_day == nullptr || context_.direction != Direction::kPast) return false;
    if (!anchors_.has_day() || context_.narrative) return true;
    const Day told = last_point(*context_.story_day).latest;
    return told < anchors_.published() && anchors_.published() - told <= kDaysAgo;
  }

  Maybe shift(const CalendarStep& step, std::uint32_t last, Frame frame) {
    const auto unit = static_cast<CalendarUnit>(step.b);
    if (step.c == 1) {
      const Maybe base = at(last - 1, frame);
      if (!base || base->earliest == kNoDay) return std::nullopt;
      if (unit == CalendarUnit::kYear && is_day(*base)) {
        const CivilDate date = to_civil(base->earliest);
        return calendar_day(date.year + step.a, date.month, date.day);
      }
      if (unit == CalendarUnit::kWeek && is_day(*base)) return day_value(base->latest + 7 * step.a);
      return shifted(*base, step.a, unit, step.a < 0);
    }
    const bool tale = step.anchor == CalendarAnchor::kStory;
    const bool days = unit == CalendarUnit::kDay || unit == CalendarUnit::kWeek;
    const bool by_day = tale && days && context_.last_day != nullptr;
    if (tale ? !by_day && !anchors_.has_story()
             : !(days ? anchors_.has_day() : anchors_.has_published()))
      return std::nullopt;
    const bool counted = unit == CalendarUnit::kWeek || std::abs(step.a) > 1;
    const bool far = days && counted && !context_.story_day && context_.far_day != nullptr;
    const DateValue& base = by_day  ? *context_.last_day
                            : !tale ? *context_.published
                            : far   ? *context_.far_day
                                    : anchors_.story_of(unit);
    if (unit == CalendarUnit::kWeek) {
      return ends_on_day(base) ? Maybe(day_value(base.latest + 7 * step.a)) : std::nullopt;
    }
    if (tale && unit == CalendarUnit::kYear && is_football_season(base)) {
      return football_season_value(season_of(base) + step.a);
    }
    // `nel 2003, dodici mesi dopo`: a year tells no months.
    constexpr int kYear = 12;
    const bool sharp = base.latest - base.earliest <= kLongestMonth;
    if (tale && unit == CalendarUnit::kMonth && !sharp && step.a % kYear == 0) {
      return shifted(base, step.a / kYear, CalendarUnit::kYear, step.a < 0);
    }
    Maybe value = shifted(base, step.a, unit, step.a < 0);
    // `vent'anni dopo`, and nothing told yet from which it counts
    const bool ahead = tale && unit == CalendarUnit::kYear && step.a > 1 && value &&
                       anchors_.has_published() && context_.direction != Direction::kFuture &&
                       value->earliest > anchors_.published() + kYearOrSeason;
    return ahead ? std::nullopt : value;
  }

  Maybe season_near(const CalendarStep& step, int by) {
    const bool tale = step.anchor != CalendarAnchor::kPublished && anchors_.has_story();
    // `promosso al primo anno`, and no year told
    if (step.anchor == CalendarAnchor::kStory && by == 0 && !tale) return std::nullopt;
    // `promosso nel 1998, e nella stagione successiva`: that year ended a season.
    const bool over_told = tale && by != 0 && is_year(anchors_.story()) && context_.won;
    // `nel 1998 chiuse secondo, dopo il sesto posto nel campionato precedente`
    const int year = over_told ? year_of(anchors_.story().earliest) : 0;
    if (over_told) return football_season_value(by > 0 ? year : year - 2);
    if (tale) return football_season_value(season_of(anchors_.story()) + by);
    if (!anchors_.has_published()) return std::nullopt;
    const int now = football_season_of(anchors_.published());
    // In June `the last season` is the one just played; one that is said to be just over, in May.
    const int month = month_of(anchors_.published());
    const bool over = by < 0 && (month == kLastOfPlay || (step.a == 1 && month == kLastOfPlay - 1));
    // Before the first games `the next season` is the one about to begin.
    const bool coming = by > 0 && football_season_of(anchors_.published() - kBeforeGames) < now;
    return football_season_value(over || coming ? now : now + by);
  }

  Maybe within(std::uint32_t last) {
    const Maybe outer = at(last - 1, {});
    if (!outer || outer->earliest == kNoDay) return std::nullopt;
    Frame frame;
    frame.year = year_of(outer->earliest);
    if (outer->latest - outer->earliest < 32) frame.month = month_of(outer->earliest);
    return at(first_of(last - 1) - 1, frame);
  }

  Maybe interval(std::uint32_t last, Frame frame) {
    const std::uint32_t right_first = first_of(last - 1);
    const CalendarStep& left_step = steps_[right_first - 1];
    const CalendarStep& right_step = steps_[last - 1];
    const bool left_open = is_open(left_step), right_open = is_open(right_step);
    Maybe left, right;
    if (left_open && !right_open) {
      right = at(last - 1, frame);
      if (!right || right->latest == kNoDay) return std::nullopt;
      left = earlier(right_first - 1, *right);
    } else {
      left = at(right_first - 1, frame);
      if (!left || left->earliest == kNoDay) return std::nullopt;
      right = later(last - 1, right_step, *left, frame);
      if (left_step.op == CalendarOp::kPoint && left_step.a > 0 && left_step.a < 100 && right &&
          right_step.a >= 100) {  // '84 - 1997
        int year = right_step.a / 100 * 100 + left_step.a;
        if (year > right_step.a) year -= 100;
        left = month_or_day(year, left_step.b, left_step.c);
      }
    }
    if (!left || !right || left->earliest > right->latest) return std::nullopt;
    return interval_value(*left, *right);
  }

  // A step that says neither year nor anchor.
  static bool is_open(const CalendarStep& step) {
    return (step.op == CalendarOp::kPoint || step.op == CalendarOp::kYearSeason) && step.a == 0 &&
           step.direction == 0;
  }

  // The left side of an interval takes year and month from the right side.
  Maybe earlier(std::uint32_t last, const DateValue& right) {
    const CivilDate end = to_civil(right.latest);
    Frame frame{end.year, end.month};
    Maybe value = at(last, frame);
    if (value && value->earliest > right.latest) {
      --frame.year;
      value = at(last, frame);
    }
    return value;
  }

  // `al maggio successivo`, `al dicembre di due anni dopo`
  bool seen_from_story(std::uint32_t last, const CalendarStep& step) const {
    if (step.op == CalendarOp::kWithin) return seen_from_story(last - 1, steps_[last - 1]);
    return step.anchor == CalendarAnchor::kStory;
  }

  Maybe later(std::uint32_t last, const CalendarStep& step, const DateValue& left, Frame frame) {
    const int from = year_of(left.earliest);
    if (step.op == CalendarOp::kPoint && step.a > 0 && step.a < 100) {
      int year = from / 100 * 100 + step.a;
      if (year < from) year += 100;
      return month_or_day(year, step.b, step.c);
    }
    // `dal novembre 1990 al maggio successivo`: seen from the left side.
    const bool sharp = left.latest - left.earliest < kYearOrSeason / 2;
    if (seen_from_story(last, step) || (is_open(step) && sharp && step.b > 0)) {
      CalendarContext context = context_;
      context.story = context.story_day = &left;
      context.season = nullptr;
      context.anterior = false;
      context.narrative = true;
      const Maybe after = Evaluator(*this, context).at(last, {});
      if (after && after->latest >= left.earliest) return after;
    }
    Maybe value = at(last, frame);
    const bool late = value && value->latest != kNoDay && value->latest >= left.earliest;
    if (late || !is_open(step)) return value;
    for (frame.year = from; frame.year <= from + 1; ++frame.year) {
      frame.month = month_of(left.latest);
      value = at(last, frame);
      if (value && value->latest >= left.earliest) return value;
    }
    return std::nullopt;
  }

  Maybe time_of_day(const CalendarStep& step, std::uint32_t last, Frame frame) {
    Maybe base;
    if (step.c == 1) {
      base = at(last - 1, frame);
    } else if (anchors_.has_published()) {
      base = *context_.published;
    }
    if (!base || !is_day(*base) || step.a > 24 || step.b > 59) return base;
    const auto two = [](int number) {
      return std::string(number < 10 ? "0" : "") + std::to_string(number);
    };
    base->edtf = base->edtf.substr(0, 10) + "T" + two(step.a % 24) + ":" + two(step.b);
    return base;
  }

  const std::vector<CalendarStep>& steps_;
  std::uint32_t begin_;
  const CalendarContext& context_;
  Anchors anchors_;
};

}  // namespace

std::optional<DateValue> evaluate(const Document& document, const DateExpression& date,
                                  const CalendarContext& context) {
  Maybe value = Evaluator(document, date, context).run(date.end);
  if (!value || value->edtf.empty()) return std::nullopt;
  return value;
}

}  // namespace panchina
