#include "resolve/time/calendar_years.h"

#include "resolve/fact/civil.h"

namespace panchina {
namespace {

constexpr Day kSoon = 45;
constexpr Day kYearOrSeason = 400;  // what is longer counts from its end
constexpr Day kMonthDays = 31;
constexpr int kLastOfSeason = 7;  // July

using Maybe = std::optional<DateValue>;

// Before a day or month that was told last.
bool behind_story(const Anchors& anchors, const DateValue& value) {
  const CalendarContext& context = anchors.context();
  return anchors.has_story() && !context.anterior && !context.whole_year &&
         anchors.story().latest - anchors.story().earliest <= 31 &&
         is_inside(anchors.story(), *context.season) && value.latest < anchors.story().earliest;
}

Maybe after_story(const Anchors& anchors, const CalendarStep& step, const InYear& make) {
  const DateValue& told = anchors.story();
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
  if (anchors.context().entered && is_year(told)) {  // `nel 2003 passa al Lecce; a marzo lascia`
    const Maybe value = make(year_of(told.earliest) + 1);
    if (value && month_of(value->latest) < kLastOfSeason) return value;
  }
  const Day length = told.latest - told.earliest;
  const bool long_story = length > 300 && length <= kYearOrSeason;
  for (int year = year_of(told.earliest); long_story && year <= year_of(told.latest); ++year) {
    const Maybe value = make(year);
    if (value && is_inside(*value, told)) return value;
  }
  const Day anchor = length > kYearOrSeason ? end_of_play(told) : told.latest;
  Maybe best;
  if (anchors.context().anterior) {  // `a luglio aveva firmato`
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

}  // namespace

std::optional<DateValue> in_some_year(const Anchors& anchors, const CalendarStep& step,
                                      const InYear& make) {
  const CalendarContext& context = anchors.context();
  if (step.direction == 0 && step.anchor == CalendarAnchor::kEither && context.season) {
    for (const int year : {year_of(context.season->earliest), year_of(context.season->latest)}) {
      const Maybe value = make(year);
      if (value && is_inside(*value, *context.season) && !behind_story(anchors, *value))
        return value;
    }
  }
  if (anchors.from_story(step) && anchors.has_story()) {
    const Maybe value = after_story(anchors, step, make);
    const bool ahead = value && anchors.has_published() && value->earliest > anchors.published() &&
                       step.direction == 0 && context.direction != Direction::kFuture;
    if (ahead) return beside_published(anchors, step, make, Direction::kPast);
    // `promosso il 29 aprile 2018. A marzo il cambio di proprietà.`: it goes not back.
    const bool back = value && anchors.has_published() && context.news && step.direction == 0 &&
                      !context.anterior && value->latest < anchors.story().earliest;
    return back ? beside_published(anchors, step, make, context.direction) : value;
  }
  if (!anchors.has_published())
    return anchors.has_story() ? after_story(anchors, step, make) : std::nullopt;
  return beside_published(anchors, step, make, context.direction);
}

std::optional<DateValue> beside_published(const Anchors& anchors, const CalendarStep& step,
                                          const InYear& make, Direction tense) {
  const Day now = anchors.published();
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
    // In June `il prossimo giugno` is that of the next year.
    const bool begun = step.direction > 0 && value->earliest <= now && !is_day(*value) &&
                       value->latest - value->earliest < kMonthDays;
    if (!after && value->latest >= now && !same_day && !begun) after = value;
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

}  // namespace panchina
