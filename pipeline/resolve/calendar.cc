#include "resolve/calendar.h"

#include <algorithm>
#include <cstdlib>

#include "document/edtf.h"
#include "resolve/calendar_steps.h"
#include "resolve/civil.h"

namespace panchina {

namespace {

constexpr int kYearsAhead = 6;     // a two-digit year lies at most so far after publication
constexpr int kLatestYear = 2035;  // where no publication date is known and no year is written
constexpr Day kSoon = 45;
constexpr Day kDaysAgo = 2;
constexpr Day kYearOrSeason = 400;  // what is longer counts from its end
constexpr int kLastOfSeason = 7;    // July
constexpr int kLastOfPlay = 6;      // June
constexpr Day kLongestMonth = 31;
constexpr int kForwardMonths = 9;  // a bare month of a tale lies at most so far after its story

using Maybe = std::optional<DateValue>;

// Parts that an outer expression or an interval's other side gives.
struct Frame {
  int year = 0;
  int month = 0;
};

class Evaluator {
 public:
  Evaluator(const Document& document, const DateExpression& date, const CalendarContext& context)
      : steps_(document.calendar_steps), begin_(date.begin), context_(context) {}

  // The same expression, seen from elsewhere.
  Evaluator(const Evaluator& other, const CalendarContext& context)
      : steps_(other.steps_), begin_(other.begin_), context_(context) {}

  Maybe run(std::uint32_t end) { return end == begin_ ? std::nullopt : at(end - 1, {}); }

 private:
  // First step of the expression whose last step is `last`.
  std::uint32_t first_of(std::uint32_t last) const {
    int wanted = 1;
    std::uint32_t i = last + 1;
    while (wanted > 0 && i > begin_) wanted += operands(steps_[--i]) - 1;
    return i;
  }

  // ---- anchors

  bool has_day() const { return has_published() && !context_.coarse; }
  bool has_published() const { return context_.published && is_day(*context_.published); }
  Day published() const { return context_.published->earliest; }
  bool has_story() const {
    return context_.story && context_.story->earliest != kNoDay && context_.story->latest != kNoDay;
  }
  const DateValue& story() const { return *context_.story; }

  // The anchor of a step that may look either way: the story in a tale, else publication.
  bool from_story(const CalendarStep& step) const {
    if (step.anchor == CalendarAnchor::kStory) return true;
    if (step.anchor == CalendarAnchor::kPublished || step.direction != 0) return false;
    return context_.narrative && has_story();
  }

  int complete_year(int year) const {
    if (year >= 100 || year == 0) return year;
    return complete(year);
  }

  // A whole day in digits is seldom a hundred years old.
  int year_of_point(const CalendarStep& step) const {
    if (step.a >= 100 || step.c == 0) return complete_year(step.a);
    return 2000 + step.a <= latest_year() ? 2000 + step.a : complete(step.a);
  }

  // No two digits mean a later year.
  int latest_year() const {
    if (has_published()) return year_of(published()) + kYearsAhead;
    return context_.last_year > 0 ? context_.last_year + kYearsAhead : kLatestYear;
  }

  // Two digits: the century that is nearest to the story and not too far after publication.
  int complete(int digits) const {
    const int late = 2000 + digits, early = 1900 + digits;
    if (late > latest_year()) return early;
    if (!has_story()) return late;
    const int told = year_of(story().latest);
    return std::abs(told - early) < std::abs(told - late) ? early : late;
  }

  // ---- steps

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
        return football_season_value(step.a < 100 ? complete(step.a) : step.a);
      case CalendarOp::kThis:
      case CalendarOp::kPrevious:
      case CalendarOp::kNext:
        return relative(step, frame);
      case CalendarOp::kShift:
        return shift(step, last, frame);
      case CalendarOp::kSameMonth:
        return same_month(step.a);
      case CalendarOp::kWithin:
        return within(last);
      case CalendarOp::kStartOf:
      case CalendarOp::kMiddleOf:
      case CalendarOp::kEndOf:
        return at(last - 1, frame);
      case CalendarOp::kThisSeason:
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
        return weekend();
      case CalendarOp::kWeekdayDay:
        return weekday_day(step, frame);
    }
    return std::nullopt;
  }

  Maybe point(const CalendarStep& step, Frame frame) {
    if (step.a > 0) return month_or_day(year_of_point(step), step.b, step.c);
    if (step.b == 0) return day_only(step, frame);
    if (frame.year > 0) return month_or_day(frame.year, step.b, step.c);
    const auto make = [&](int year) { return month_or_day(year, step.b, step.c); };
    if (step.weekday == 0 || step.c == 0) return in_some_year(step, make);
    const auto on_weekday = [&](int year) {
      Maybe value = make(year);
      return value && weekday_of(value->earliest) == step.weekday ? value : std::nullopt;
    };
    if (has_published()) {  // whatever the tense, the nearest year that fits
      CalendarStep nearest = step;
      nearest.anchor = CalendarAnchor::kPublished;
      const Maybe near = beside_published(nearest, on_weekday, Direction::kNearest);
      // `si raduneranno lunedì 22 luglio`, whatever the sentence before told of.
      const bool ahead = near && context_.direction == Direction::kFuture &&
                         near->earliest >= published() &&
                         near->earliest <= published() + kForwardMonths * 31;
      if (ahead) return near;
      const Maybe told = context_.narrative ? in_some_year(step, on_weekday) : std::nullopt;
      if (told || near) return told ? told : near;
    }
    return in_some_year(step, make);
  }

  Maybe year_season(const CalendarStep& step, Frame frame) {
    if (step.a > 0) return year_season_value(complete_year(step.a), step.b);
    if (frame.year > 0) return year_season_value(frame.year, step.b);
    return in_some_year(step, [&](int year) { return Maybe(year_season_value(year, step.b)); });
  }

  Maybe holiday(const CalendarStep& step, Frame frame) {
    const auto make = [&](int year) -> Maybe {
      const Day day = feast(step.a, year);
      return day == kNoDay ? std::nullopt : Maybe(day_value(day));
    };
    if (step.b > 0) return make(complete_year(step.b));
    if (frame.year > 0) return make(frame.year);
    return in_some_year(step, make);
  }

  // A day, month or season of the year whose year is not said.
  template <typename Make>
  Maybe in_some_year(const CalendarStep& step, const Make& make) {
    if (step.direction == 0 && step.anchor == CalendarAnchor::kEither && context_.season) {
      for (const int year :
           {year_of(context_.season->earliest), year_of(context_.season->latest)}) {
        const Maybe value = make(year);
        if (value && is_inside(*value, *context_.season) && !behind_story(*value)) return value;
      }
    }
    if (from_story(step) && has_story()) {
      const Maybe value = after_story(step, make);
      const bool ahead = value && has_published() && value->earliest > published() &&
                         step.direction == 0 && context_.direction != Direction::kFuture;
      if (ahead) return beside_published(step, make, Direction::kPast);
      // `promosso il 29 aprile 2018. A marzo il cambio di proprietà.`: it goes not back.
      const bool back = value && has_published() && context_.news && step.direction == 0 &&
                        !context_.anterior && value->latest < story().earliest;
      return back ? beside_published(step, make, context_.direction) : value;
    }
    if (!has_published()) return has_story() ? after_story(step, make) : std::nullopt;
    return beside_published(step, make, context_.direction);
  }

  // Before a day or month that was told last.
  bool behind_story(const DateValue& value) const {
    return has_story() && !context_.anterior && story().latest - story().earliest <= 31 &&
           is_inside(story(), *context_.season) && value.latest < story().earliest;
  }

  template <typename Make>
  Maybe after_story(const CalendarStep& step, const Make& make) {
    const DateValue& told = story();
    if (step.direction > 0) {  // `l'estate seguente`
      const Day end = end_of_play(told);
      for (int year = year_of(end); year <= year_of(end) + 1; ++year) {
        const Maybe value = make(year);
        if (!value) continue;
        const bool opens = value->earliest == told.earliest && value->latest > told.latest;
        // `vinse nell'84; nel novembre successivo`: a year is told up to its summer.
        const bool after_summer = is_year(told) && year == year_of(told.earliest) &&
                                  month_of(value->earliest) > kLastOfSeason &&
                                  value->latest <= told.latest;
        if (opens || after_summer || (value->earliest > told.earliest && value->latest > end))
          return value;
      }
      return std::nullopt;
    }
    if (step.direction < 0) {  // `il gennaio precedente`
      for (int year = year_of(told.earliest); year >= year_of(told.earliest) - 1; --year) {
        const Maybe value = make(year);
        if (value && value->latest < told.earliest) return value;
      }
      return std::nullopt;
    }
    const Day length = told.latest - told.earliest;
    const bool long_story = length > 300 && length <= kYearOrSeason;
    for (int year = year_of(told.earliest); long_story && year <= year_of(told.latest); ++year) {
      const Maybe value = make(year);
      if (value && is_inside(*value, told)) return value;
    }
    const Day anchor = length > kYearOrSeason ? end_of_play(told) : told.latest;
    Maybe best;
    if (context_.anterior) {  // `a luglio aveva firmato`
      for (int year = year_of(anchor); year >= year_of(told.earliest) - 1; --year) {
        const Maybe value = make(year);
        if (value && value->latest < told.earliest) return value;
      }
    }
    for (int year = year_of(told.earliest) - 1; year <= year_of(anchor) + 1; ++year) {
      const Maybe value = make(year);
      if (!value) continue;
      if (length > kYearOrSeason ? value->latest <= anchor : value->latest < told.earliest) {
        best = value;  // behind the story, until one lies after it
      } else if (value->earliest - anchor <= kForwardMonths * 31) {
        return value;
      }
    }
    return best;
  }

  template <typename Make>
  Maybe beside_published(const CalendarStep& step, const Make& make, Direction tense) {
    const Day now = published();
    Maybe before, after;
    for (int year = year_of(now) - 2; year <= year_of(now) + 2; ++year) {
      const Maybe value = make(year);
      if (!value) continue;
      const bool same_day = is_day(*value) && value->earliest == now;
      if (same_day && step.direction == 0) return value;
      if (is_day(*value) ? value->earliest < now
                         : (step.direction < 0 ? value->latest < now : value->earliest <= now)) {
        before = value;
      }
      if (!after && value->latest >= now && !same_day) after = value;
    }
    const Direction way = step.direction < 0   ? Direction::kPast
                          : step.direction > 0 ? Direction::kFuture
                                               : tense;
    if (way == Direction::kPast) return before;
    if (way == Direction::kFuture) return after;
    if (!before || !after) return before ? before : after;
    const Day behind = now - before->latest, ahead = after->earliest - now;
    if (way == Direction::kPastUnlessSoon) return ahead <= kSoon ? after : before;
    // In the present tense a day far ahead is rarer than a month (`il contratto scade a giugno`).
    if (way == Direction::kFutureIfNear) {
      return ahead <= (is_day(*after) ? behind : 2 * behind) ? after : before;
    }
    return behind <= 2 * ahead ? before : after;
  }

  // `il 13`: in the story's month.
  Maybe day_only(const CalendarStep& step, Frame frame) {
    if (frame.month > 0) return calendar_day(frame.year, frame.month, step.c);
    if (context_.recent && step.direction >= 0) {
      const Maybe value = in_month_of(*context_.recent, step.c);
      const bool ahead =
          step.direction > 0 || (beside_news() > 0 && context_.recent->latest < published());
      if (!ahead || !has_published()) return value;
      if (value && value->earliest >= published()) return value;
    }
    const int way = step.direction != 0 ? step.direction : beside_news();
    if (way == 0 || !has_published()) return std::nullopt;
    const CivilDate now = to_civil(published());
    for (int months = 0; months < 3; ++months) {
      const int month = now.year * 12 + now.month - 1 + months * way;
      const Maybe value = calendar_day(month / 12, month % 12 + 1, step.c);
      if (!value) continue;
      if (way > 0 ? value->earliest >= published() : value->earliest < published()) {
        return value;
      }
    }
    return std::nullopt;
  }

  // `ha lasciato il 3`, in news where no month was told: -1 the last 3rd, 1 the next one, 0
  // neither.
  int beside_news() const {
    if (!has_day() || context_.narrative) return 0;
    return context_.direction == Direction::kPast     ? -1
           : context_.direction == Direction::kFuture ? 1
                                                      : 0;
  }

  Maybe same_month(int day) {
    if (context_.recent) return in_month_of(*context_.recent, day);
    return has_story() ? in_month_of(story(), day) : std::nullopt;
  }

  // `sabato 25`: the nearest month where the 25th is a Saturday.
  Maybe weekday_day(const CalendarStep& step, Frame frame) {
    if (frame.month > 0) return calendar_day(frame.year, frame.month, step.b);
    const bool tale = has_story() && (context_.narrative_days ||
                                      (context_.narrative && context_.story_day != nullptr));
    if (!tale && !has_published()) return std::nullopt;
    const Day anchor = tale ? story().latest : published();
    CivilDate first = to_civil(anchor);
    Maybe best;
    for (int months = -6; months <= 6; ++months) {
      const int month = first.year * 12 + first.month - 1 + months;
      const Maybe value = calendar_day(month / 12, month % 12 + 1, step.b);
      if (!value || weekday_of(value->earliest) != step.a) continue;
      if (!best || std::abs(value->earliest - anchor) < std::abs(best->earliest - anchor)) {
        best = value;
      }
    }
    return best;
  }

  Maybe relative(const CalendarStep& step, Frame frame) {
    const auto unit = static_cast<CalendarUnit>(step.b);
    if (unit == CalendarUnit::kWeekday) return weekday(step, frame);
    const bool tale =
        step.anchor == CalendarAnchor::kStory || (unit == CalendarUnit::kDay && follows_day(step));
    const bool days = unit == CalendarUnit::kDay || unit == CalendarUnit::kWeek;
    if (tale ? !has_story() : !(days ? has_day() : has_published())) return std::nullopt;
    const DateValue& base = tale ? story_of(unit) : *context_.published;
    const int by = step.op == CalendarOp::kThis ? 0 : step.op == CalendarOp::kNext ? 1 : -1;
    if (unit == CalendarUnit::kDay && tale && by == 0) {
      return ends_on_day(base) ? Maybe(day_value(base.latest)) : std::nullopt;
    }
    return shifted(base, by, unit, by < 0);
  }

  // `ieri … In serata ha firmato`: the evening of the day told last.
  bool follows_day(const CalendarStep& step) const {
    if (step.anchor != CalendarAnchor::kEither || step.op != CalendarOp::kThis) return false;
    if (context_.story_day == nullptr || context_.direction != Direction::kPast) return false;
    if (!has_day() || context_.narrative) return true;
    const Day told = last_point(*context_.story_day).latest;
    return told < published() && published() - told <= kDaysAgo;
  }

  Maybe weekday(const CalendarStep& step, Frame) {
    const int wanted = step.c;
    const bool tale = step.anchor == CalendarAnchor::kStory ||
                      (step.anchor == CalendarAnchor::kEither && context_.narrative_days &&
                       step.op == CalendarOp::kThis);
    if (tale) {
      if (!has_story() || context_.story_day == nullptr) return std::nullopt;
      const Day told = last_point(*context_.story_day).latest;
      const int ahead = ((wanted - weekday_of(told)) % 7 + 7) % 7;
      if (step.op == CalendarOp::kNext) return day_value(told + (ahead == 0 ? 7 : ahead));
      if (step.op == CalendarOp::kPrevious) return day_value(told + ahead - 7);
      return day_value(told + ahead);
    }
    if (!has_day()) return std::nullopt;
    const Day now = published();
    int ahead = ((wanted - weekday_of(now)) % 7 + 7) % 7;
    if (ahead == 0) ahead = 7;
    int behind = ((weekday_of(now) - wanted) % 7 + 7) % 7;
    if (behind == 0) behind = 7;
    const Direction way = step.op == CalendarOp::kPrevious ? Direction::kPast
                          : step.op == CalendarOp::kNext   ? Direction::kFuture
                                                           : context_.direction;
    if (step.op == CalendarOp::kNext && step.anchor == CalendarAnchor::kEither && ahead == 1) {
      ahead = 8;  // the day after is `domani`
    }
    if (way == Direction::kFuture || way == Direction::kFutureIfNear) return day_value(now + ahead);
    if (way == Direction::kPast || way == Direction::kPastUnlessSoon) {
      return day_value(now - behind);
    }
    return day_value(behind <= 3 ? now - behind : now + ahead);
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
    if (tale ? !by_day && !has_story() : !(days ? has_day() : has_published())) return std::nullopt;
    const bool counted = unit == CalendarUnit::kWeek || std::abs(step.a) > 1;
    const bool far = days && counted && !context_.story_day && context_.far_day != nullptr;
    const DateValue& base = by_day  ? *context_.last_day
                            : !tale ? *context_.published
                            : far   ? *context_.far_day
                                    : story_of(unit);
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
    return shifted(base, step.a, unit, step.a < 0);
  }

  // What a shift by that unit is seen from: by days and weeks, the last day told.
  const DateValue& story_of(CalendarUnit unit) const {
    const bool day = unit == CalendarUnit::kDay || unit == CalendarUnit::kWeek;
    return day && context_.story_day != nullptr ? *context_.story_day : story();
  }

  Maybe season_near(const CalendarStep& step, int by) {
    const bool tale = step.anchor != CalendarAnchor::kPublished && has_story();
    if (tale) return football_season_value(season_of(story()) + by);
    if (!has_published()) return std::nullopt;
    const int now = football_season_of(published());
    // In June `the last season` is the one just played.
    const bool over = by < 0 && month_of(published()) == kLastOfPlay;
    return football_season_value(over ? now : now + by);
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
    } else if (has_published()) {
      base = *context_.published;
    }
    if (!base || !is_day(*base) || step.a > 24 || step.b > 59) return base;
    const auto two = [](int number) {
      return std::string(number < 10 ? "0" : "") + std::to_string(number);
    };
    base->edtf = base->edtf.substr(0, 10) + "T" + two(step.a % 24) + ":" + two(step.b);
    return base;
  }

  Maybe weekend() {
    if (!has_day()) return std::nullopt;
    const Day now = published();
    const Day saturday = now + (6 - weekday_of(now));
    const Day first =
        context_.direction == Direction::kPast && saturday > now ? saturday - 7 : saturday;
    return interval_value(day_value(first), day_value(first + 1));
  }

  const std::vector<CalendarStep>& steps_;
  std::uint32_t begin_;
  const CalendarContext& context_;
};

}  // namespace

std::optional<DateValue> evaluate(const Document& document, const DateExpression& date,
                                  const CalendarContext& context) {
  Maybe value = Evaluator(document, date, context).run(date.end);
  if (!value || value->edtf.empty()) return std::nullopt;
  return value;
}

}  // namespace panchina
