#include "resolve/time/calendar_days.h"

#include <cstdlib>

#include "document/edtf.h"
#include "resolve/fact/civil.h"

namespace panchina {

namespace {

using Maybe = std::optional<DateValue>;

constexpr Day kDaysAhead = 45;  // `mercoledì 19`, as its tense says
constexpr Day kHalfYear = 214;
constexpr Day kMonthAhead = 20;  // from a late day into the next month
constexpr Day kListStep = 16;

// `ha lasciato il 3`, in news where no month was told: -1 the last 3rd, 1 the next one, 0
// neither.
int beside_news(const Anchors& anchors) {
  const CalendarContext& context = anchors.context();
  if (!anchors.has_day() || context.narrative) return 0;
  // `Il mercato si chiude il 31.`
  const bool present = context.direction == Direction::kFutureIfNear && context.news;
  return context.direction == Direction::kPast                ? -1
         : context.direction == Direction::kFuture || present ? 1
                                                              : 0;
}

// `sabato 25` that lies at least `from` and at most `to` days after the anchor.
Maybe nearest_weekday_day(const CalendarStep& step, Day anchor, Day from, Day to) {
  const CivilDate first = to_civil(anchor);
  Maybe best;
  for (int months = -6; months <= 6; ++months) {
    const int month = first.year * 12 + first.month - 1 + months;
    const Maybe value = calendar_day(month / 12, month % 12 + 1, step.b);
    if (!value || weekday_of(value->earliest) != step.a) continue;
    const Day gap = value->earliest - anchor;
    if (gap < from || gap > to) continue;
    if (!best || std::abs(gap) < std::abs(best->earliest - anchor)) best = value;
  }
  return best;
}

}  // namespace

Maybe day_only(const Anchors& anchors, const CalendarStep& step) {
  const CalendarContext& context = anchors.context();
  if (context.recent && step.direction >= 0) {
    const Maybe first = in_month_of(day_value(context.recent->earliest), step.c);
    // `Ritiro dal 18 luglio al 5 agosto, prima gara il 24`: within the stretch.
    const bool days = context.recent->latest - context.recent->earliest < kDaysAhead;
    const bool within = days && first && first->earliest >= context.recent->earliest &&
                        first->latest <= context.recent->latest;
    const Maybe value = within ? first : in_month_of(*context.recent, step.c);
    const bool ahead = step.direction > 0 ||
                       (beside_news(anchors) > 0 && context.recent->latest < anchors.published());
    const bool none = !value && context.news;  // no 31 November
    // `doveva partire il 15 agosto, poi il 22`
    if (context.listed && value && value->latest > context.recent->earliest) return value;
    // `Pari il 15 gennaio, il 29 e il 5`: a list goes on into the next month.
    if (value && is_day(*context.recent) && value->latest < context.recent->earliest &&
        !context.anterior && step.direction == 0) {
      const Maybe next = in_month_of(day_value(context.recent->latest + kMonthAhead), step.c);
      const bool near = next && next->earliest - context.recent->latest < kListStep;
      if (near && anchors.has_published() && next->latest <= anchors.published()) return next;
      // `Si separarono il 23. Il 13 c'è la Lazio.`
      const bool to_come = next && context.direction == Direction::kFutureIfNear &&
                           anchors.has_day() && next->earliest >= anchors.published() &&
                           next->earliest - anchors.published() <= kMonthAhead;
      if (to_come) return next;
    }
    if ((!ahead && !none) || !anchors.has_published()) return value;
    if (value && value->earliest >= anchors.published()) return value;
  }
  const int way = step.direction != 0 ? step.direction : beside_news(anchors);
  if (way == 0 || !anchors.has_published()) return std::nullopt;
  const CivilDate now = to_civil(anchors.published());
  for (int months = 0; months < 3; ++months) {
    const int month = now.year * 12 + now.month - 1 + months * way;
    const Maybe value = calendar_day(month / 12, month % 12 + 1, step.c);
    if (!value) continue;
    const bool own = value->earliest == anchors.published();  // `Torino, 14 sera.`
    if (way > 0 ? value->earliest >= anchors.published()
                : value->earliest < anchors.published() || (own && step.direction < 0)) {
      return value;
    }
  }
  return std::nullopt;
}

Maybe same_month(const Anchors& anchors, int day) {
  const CalendarContext& context = anchors.context();
  if (context.recent) return in_month_of(*context.recent, day);
  return anchors.has_story() ? in_month_of(anchors.story(), day) : std::nullopt;
}

Maybe weekday_day(const Anchors& anchors, const CalendarStep& step) {
  const CalendarContext& context = anchors.context();
  const bool tale = anchors.has_story() &&
                    (context.narrative_days || (context.narrative && context.story_day != nullptr));
  if (!tale && !anchors.has_published()) return std::nullopt;
  if (context.month_heads && context.recent) {  // `FEBBRAIO. Il peggiore, sabato 25, …`
    const Maybe value = in_month_of(*context.recent, step.b);
    if (value && weekday_of(value->earliest) == step.a) return value;
  }
  const Day anchor = tale ? anchors.story().latest : anchors.published();
  Maybe value;
  if (!tale && context.direction == Direction::kFuture) {
    value = nearest_weekday_day(step, anchor, 0, kDaysAhead);
  } else if (!tale && context.direction == Direction::kPast) {
    value = nearest_weekday_day(step, anchor, -kDaysAhead, 0);
  }
  return value ? value : nearest_weekday_day(step, anchor, -kHalfYear, kHalfYear);
}

// Counted from the day told last.
static Maybe weekday_of_story(const Anchors& anchors, const CalendarStep& step) {
  const CalendarContext& context = anchors.context();
  // `Domenica si va a Lecce. Il mercoledì dopo …`
  const bool goes_on = step.op == CalendarOp::kNext && context.last_day != nullptr &&
                       (context.story_day == nullptr ||
                        (anchors.has_day() && context.last_day->latest > anchors.published()));
  if (!goes_on && (!anchors.has_story() || context.story_day == nullptr)) {
    return std::nullopt;
  }
  const Day told = last_point(goes_on ? *context.last_day : *context.story_day).latest;
  const int ahead = days_until(step.c, told);
  if (step.op == CalendarOp::kNext) return day_value(told + (ahead == 0 ? 7 : ahead));
  // `mi chiamò lunedì: la domenica avevano perso`
  const bool before = context.anterior && ahead > 0 && step.op == CalendarOp::kThis;
  if (step.op == CalendarOp::kPrevious || before) return day_value(told + ahead - 7);
  return day_value(told + ahead);
}

Maybe weekday(const Anchors& anchors, const CalendarStep& step) {
  const CalendarContext& context = anchors.context();
  const bool tale = step.anchor == CalendarAnchor::kStory ||
                    (step.anchor == CalendarAnchor::kEither && context.narrative_days &&
                     step.op == CalendarOp::kThis);
  if (tale) return weekday_of_story(anchors, step);
  if (!anchors.has_day()) return std::nullopt;
  const Day now = anchors.published();
  int ahead = days_until(step.c, now);
  const int behind = 7 - ahead;
  if (ahead == 0) ahead = 7;
  const Direction way = step.op == CalendarOp::kPrevious ? Direction::kPast
                        : step.op == CalendarOp::kNext   ? Direction::kFuture
                                                         : context.direction;
  if (step.op == CalendarOp::kNext && step.anchor == CalendarAnchor::kEither && ahead == 1) {
    ahead = 8;  // the day after is `domani`
  }
  if (step.op == CalendarOp::kPrevious && step.anchor == CalendarAnchor::kPublished &&
      context.yesterday && behind == 1) {
    return day_value(now - 8);
  }
  if (way == Direction::kFuture || way == Direction::kFutureIfNear) return day_value(now + ahead);
  if (way == Direction::kPast || way == Direction::kPastUnlessSoon) {
    // `ha detto sì lunedì e martedì era già al campo`, `Martedì 4: … In mattinata, martedì, …`,
    // told on that Tuesday
    const bool told = context.last_day != nullptr &&
                      (context.last_day->latest == now - 1 || context.last_day->latest == now);
    const bool today = behind == 7 && step.op == CalendarOp::kThis && (told || context.noun_day);
    return day_value(today ? now : now - behind);
  }
  return day_value(behind <= 3 ? now - behind : now + ahead);
}

Maybe weekend(const Anchors& anchors) {
  const CalendarContext& context = anchors.context();
  if (!anchors.has_day()) return std::nullopt;
  const Day now = anchors.published();
  const Day saturday = now + (6 - weekday_of(now));
  const Day first =
      context.direction == Direction::kPast && saturday > now ? saturday - 7 : saturday;
  return interval_value(day_value(first), day_value(first + 1));
}

}  // namespace panchina
