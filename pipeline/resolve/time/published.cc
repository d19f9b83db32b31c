#include "resolve/time/published.h"

#include <algorithm>
#include <span>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/fact/civil.h"
#include "resolve/time/calendar.h"
#include "resolve/time/date_form.h"
#include "resolve/time/dateline.h"
#include "resolve/time/section_days.h"

namespace panchina {

namespace {

constexpr Index kTailSentences = 2;  // a signed date among the last
constexpr Index kHeadMatter = 6;     // sentences before the text: titles, mastheads
constexpr Index kTailMatter = 4;     // ... and behind it
constexpr int kYearsAfterMatter = 1;
constexpr int kYearsByWeekday = 5;
constexpr int kYearsAhead = 5;
constexpr Index kHeadLines = 3;
constexpr int kLastMonth = 12;

// The last calendar year that the article names, seasons and contracts yet to come apart.
int latest_year_of(const Document& document) {
  int latest = 0;
  for (const DateExpression& date : document.dates) {
    if ((date.features & (kDateRelative | kDateUntil)) != 0) continue;
    const auto is_short = [](const CalendarStep& step) { return has_year(step) && step.a < 100; };
    if (std::ranges::any_of(steps_of(document, date), is_short)) continue;
    const std::optional<DateValue> value = evaluate(document, date, CalendarContext{});
    if (!value || value->earliest == kNoDay) continue;
    const Day told = is_football_season(*value) ? value->latest : value->earliest;
    latest = std::max(latest, year_of(told));
  }
  return latest;
}

// A date that the article's own dates leave far behind is somebody's birth, no publication.
bool plausible(int latest_year, const DateValue& value, int years_ahead = kYearsAhead) {
  return latest_year <= year_of(value.earliest) + years_ahead;
}

// `oggi, lunedì 3 aprile`: a shift by no day says so.
bool is_apposed_today(const Document& document, const DateExpression& date) {
  const CalendarStep& last = document.calendar_steps[date.end - 1];
  return last.op == CalendarOp::kShift && last.a == 0 && last.c == 1;
}

// `ieri, 20 marzo 2022`, `domani, 5 marzo 2019`: a day on and back, or back and on, says so. The
// days from the one that is written on; nothing where it is not such a date.
std::optional<Day> days_from_today(const Document& document, const DateExpression& date) {
  const std::span<const CalendarStep> steps = steps_of(document, date);
  if (steps.size() < 2) return std::nullopt;
  const CalendarStep& last = steps.back();
  const CalendarStep& before = steps[steps.size() - 2];
  const bool turns = last.op == CalendarOp::kShift && before.op == CalendarOp::kShift &&
                     last.c == 1 && before.c == 1 && last.b == before.b && last.a == -before.a;
  return turns ? std::optional(static_cast<Day>(last.a)) : std::nullopt;
}

// `oggi, giovedì 9 giugno 2022`, `oggi è giovedì 9 giugno 2022`: today stands right before the day,
// or a word before it.
std::optional<DateValue> said_today(const Document& document, int latest_year) {
  for (std::size_t i = 0; i < document.dates.size(); ++i) {
    if (const std::optional<Day> off = days_from_today(document, document.dates[i])) {
      const auto value = evaluate(document, document.dates[i], CalendarContext{});
      if (value && is_day(*value) && plausible(latest_year, *value)) {
        return day_value(value->earliest - *off);
      }
    }
    if (is_apposed_today(document, document.dates[i])) {
      std::optional<DateValue> value = evaluate(document, document.dates[i], CalendarContext{});
      if (value && is_day(*value) && plausible(latest_year, *value)) return value;
    }
    if (i == 0) continue;
    const DateExpression& before = document.dates[i - 1];
    const CalendarStep* step = only_step(document, before);
    const bool today = step != nullptr && step->op == CalendarOp::kThis &&
                       static_cast<CalendarUnit>(step->b) == CalendarUnit::kDay;
    constexpr Index kGap = 2;  // a verb, an article
    if (!today || document.dates[i].first_token - before.end_token > kGap) continue;
    std::optional<DateValue> value = whole_day(document, document.dates[i]);
    if (value && plausible(latest_year, *value)) return value;
  }
  return std::nullopt;
}

// The only day of a line without a verb above or below the text: `Periodico dei tifosi - sabato 12
// marzo 1994 - lire 500`, `Trascrizione della diretta di domenica 20 novembre 1983, girone A`.
std::optional<DateValue> in_matter_around(const Document& document, int latest_year) {
  const auto count = static_cast<Index>(document.sentences.size());
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_with(document, date);
    if (sentence == nullptr) continue;
    const auto at = index_of(document, *sentence);
    const BlockLabel label = document.blocks[sentence->block].label;
    const bool matter = at < kHeadMatter || at + kTailMatter >= count;
    if (!matter || label == BlockLabel::kTable || sentence->row ||
        sentence->tokens.size() > kHeadLineTokens || has_verb(document, *sentence) ||
        document.tokens[sentence->tokens.begin].letters == LetterCase::kLower) {
      continue;
    }
    std::optional<DateValue> value = whole_day(document, date);
    if (!value || (date.features & (kDateFrom | kDateUntil)) != 0 ||
        !plausible(latest_year, *value, kYearsAfterMatter)) {
      continue;
    }
    const bool detail =  // `Aldo Rossi (Como, 1926`, `Nato: Como, 1926`
        std::any_of(document.tokens.begin() + sentence->tokens.begin,
                    document.tokens.begin() + date.first_token,
                    [](const Token& token) { return token.mark == '(' || token.mark == ':'; });
    if (!detail && !holds_days(document, *sentence)) return value;
  }
  return std::nullopt;
}

// `nato a Lodi il 3 marzo 1950`, `data di nascita: 3/3/1950`. The units of a bracket stand behind
// those of its sentence.
bool is_of_birth(const Document& document, const DateExpression& date) {
  const Index sentence = sentence_at(document, date.first_token);
  auto clause = std::ranges::lower_bound(document.clauses, sentence, {}, &Clause::sentence);
  for (; clause != document.clauses.end() && clause->sentence == sentence; ++clause) {
    const auto units = std::span(document.units).subspan(clause->units.begin, clause->units.size());
    const auto behind = std::ranges::upper_bound(
        units, date.first_token, {}, [](const Unit& unit) { return unit.tokens.begin; });
    if (behind != units.begin() && (behind - 1)->of_birth &&
        (behind - 1)->tokens.contains(date.first_token)) {
      return true;
    }
  }
  return false;
}

// A whole day that nothing reaches to or begins on: no `fino al 30 giugno 2014`, no `domani, 5
// marzo 2019`; nor a day of birth.
std::optional<DateValue> day_told(const Document& document, const DateExpression& date) {
  if (is_of_birth(document, date)) return std::nullopt;
  if ((date.features & (kDateFrom | kDateUntil)) != 0) return std::nullopt;
  if (days_from_today(document, date)) return std::nullopt;
  return whole_day(document, date);
}

std::optional<DateValue> in_blocks(const Document& document, int latest_year, BlockLabel label) {
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_with(document, date);
    if (sentence == nullptr || document.blocks[sentence->block].label != label) continue;
    std::optional<DateValue> value = day_told(document, date);
    if (value && plausible(latest_year, *value)) return value;
  }
  return std::nullopt;
}

std::optional<DateValue> at_the_edges(const Document& document, int latest_year) {
  const auto count = static_cast<Index>(document.sentences.size());
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_with(document, date);
    if (sentence == nullptr || !is_article(document.blocks[sentence->block].label)) continue;
    if (sentence->row) continue;  // `21/9/75 Lecco-Como 1-1`: of what its row tells
    const auto at = index_of(document, *sentence);
    const bool head = at < kHeadSentences && opens_sentence(document, date, *sentence);
    const bool tail = at + kTailSentences >= count && (fills_sentence(date, *sentence) ||
                                                       signs_sentence(document, date, *sentence));
    if (!head && !tail) continue;
    std::optional<DateValue> value = day_told(document, date);
    if (value && plausible(latest_year, *value)) return value;
  }
  return std::nullopt;
}

// `oggi 20 giugno` on a page of `n. 41 - giugno 2011`: the year of the issue that comes out in that
// month or in the next.
std::optional<DateValue> today_of_issue(const Document& document, const CalendarStep& day) {
  const std::optional<DateValue> issue = month_of_issue(document);
  if (!issue || issue->earliest == kNoDay) return std::nullopt;
  for (const Day within : {issue->earliest, issue->earliest - 1}) {
    const int year = year_of(within);
    if (month_of(within) != day.b || !is_calendar_day(year, day.b, day.c)) continue;
    return day_value(to_day({year, day.b, day.c}));
  }
  return std::nullopt;
}

// `mercoledì 19 giugno, 00:32` in a dateline: the first year from the last one named on whose 19
// June is a Wednesday.
// A day given beside the text says near which year.
std::optional<DateValue> year_by_weekday(const Document& document, int latest_year,
                                         const std::optional<DateValue>& given) {
  if (given) latest_year = std::max(latest_year, year_of(given->earliest) - 1);
  for (const DateExpression& date : document.dates) {
    const CalendarStep* day = nullptr;
    for (const CalendarStep& step : steps_of(document, date)) {
      if (step.op == CalendarOp::kPoint && step.a == 0 && step.b > 0 && step.c > 0) day = &step;
    }
    const Sentence* sentence = day == nullptr ? nullptr : sentence_with(document, date);
    if (sentence == nullptr) continue;
    if (day->weekday == 0) {
      if (!is_apposed_today(document, date)) continue;
      if (const auto value = today_of_issue(document, *day)) return value;
      continue;
    }
    const auto at = index_of(document, *sentence);
    const BlockLabel label = document.blocks[sentence->block].label;
    const bool dateline = is_apposed_today(document, date) || label == BlockLabel::kDateline ||
                          label == BlockLabel::kPageDate ||
                          (at < kHeadSentences && opens_sentence(document, date, *sentence));
    const int from = dateline ? latest_year : 0;
    for (int year = from; from > 0 && year < from + kYearsByWeekday; ++year) {
      if (!is_calendar_day(year, day->b, day->c)) continue;
      const Day found = to_day({year, day->b, day->c});
      if (weekday_of(found) == day->weekday) return day_value(found);
    }
  }
  return std::nullopt;
}

// `(ANSA) LECCE, 6 OTT -`: a name in brackets.
bool names_agency(const Document& document, const Sentence& sentence) {
  for (Index i = sentence.tokens.begin; i + 2 < sentence.tokens.end; ++i) {
    if (document.tokens[i].mark == '(' && document.tokens[i + 2].mark == ')') return true;
  }
  return false;
}

// `(ANSA) LECCE, 6 OTT - …` in a dateline, without year and weekday: the first such day behind the
// last year or season that the article names, since what is of this year is told without it.
std::optional<DateValue> year_by_text(const Document& document, int latest_year) {
  if (latest_year == 0) return std::nullopt;
  Day behind = to_day({latest_year, kLastMonth, 1});  // whose year ends may name it
  for (const DateExpression& date : document.dates) {
    const std::optional<DateValue> value = evaluate(document, date, CalendarContext{});
    const bool last = value && is_football_season(*value) && year_of(value->latest) == latest_year;
    if (last) behind = value->latest;
  }
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_with(document, date);
    const CalendarStep* day = point_of(document, date);
    const bool bare = day != nullptr && day->a == 0 && day->b > 0 && day->c > 0;
    if (sentence == nullptr || !bare || day->direction != 0) continue;
    if (document.blocks[sentence->block].label != BlockLabel::kDateline) continue;
    if (!names_agency(document, *sentence)) continue;
    for (const int year : {latest_year, latest_year + 1}) {
      if (!is_calendar_day(year, day->b, day->c)) continue;
      const Day found = to_day({year, day->b, day->c});
      if (found > behind) return day_value(found);
    }
  }
  return std::nullopt;
}

// `Aldo Rossi (Lodi, 12 marzo 1968) è un allenatore`: a bracket with a place before the day.
bool opens_life(const Document& document, const DateExpression& date, const Sentence& sentence) {
  for (Index i = sentence.tokens.begin + 1; i + 2 < date.first_token; ++i) {
    if (document.tokens[i].mark == '(') return date.end_token < sentence.tokens.end;
  }
  return false;
}

// A short line above the text that holds a day: `Mercato, il tabellone al 12 luglio 2014`.
std::optional<DateValue> in_head_lines(const Document& document, int latest_year) {
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_with(document, date);
    if (sentence == nullptr || index_of(document, *sentence) >= kHeadLines) break;
    const BlockLabel label = document.blocks[sentence->block].label;
    if (label == BlockLabel::kBody || label == BlockLabel::kTable || !is_article(label)) continue;
    if (sentence->tokens.size() > kHeadLineTokens || opens_life(document, date, *sentence))
      continue;
    std::optional<DateValue> value = day_told(document, date);
    if (value && plausible(latest_year, *value) && !holds_days(document, *sentence)) return value;
  }
  return std::nullopt;
}

// A day that was given beside the text; nothing where none was.
std::optional<DateValue> given_day(const std::string& edtf) {
  if (edtf.empty()) return std::nullopt;
  std::optional<DateValue> value = parse_edtf(edtf);
  if (!value || !is_day(*value)) return std::nullopt;
  return day_value(value->earliest);
}

void find_of_article(Document& document) {
  document.published = DateValue{};
  document.published_from = PublishedFrom::kNone;
  const PublishedFrom from = document.info.given_from;
  const std::optional<DateValue> given = given_day(document.info.given_published);
  const bool strong = from == PublishedFrom::kRecord || from == PublishedFrom::kMetadata ||
                      from == PublishedFrom::kHtml;
  if (given && strong) {
    document.published = *given;
    document.published_from = from;
    return;
  }
  const int latest = latest_year_of(document);
  std::optional<DateValue> found = in_blocks(document, latest, BlockLabel::kDateline);
  if (!found) found = at_the_edges(document, latest);
  if (!found) found = in_blocks(document, latest, BlockLabel::kPageDate);
  if (!found) found = in_head_lines(document, latest);
  if (!found) found = said_today(document, latest);
  if (!found) found = in_matter_around(document, latest);
  if (found) {
    document.published = *found;
    document.published_from = PublishedFrom::kDateline;
    return;
  }
  const std::optional<DateValue> fallback = given_day(document.info.fallback_published);
  const PublishedFrom fallback_from = document.info.fallback_from;
  if (given) {
    document.published = *given;
    document.published_from = from;
  } else if (fallback && fallback_from == PublishedFrom::kUrl) {
    document.published = *fallback;
    document.published_from = fallback_from;
  } else if (const std::optional<DateValue> guess = year_by_weekday(document, latest, fallback)) {
    document.published = *guess;
    document.published_from = PublishedFrom::kDateline;
  } else if (fallback) {
    document.published = *fallback;
    document.published_from = fallback_from;
  } else if (const std::optional<DateValue> year = year_by_text(document, latest)) {
    document.published = *year;
    document.published_from = PublishedFrom::kDateline;
  }
}

}  // namespace

void find_published(Document& document) {
  find_of_article(document);
  find_section_days(document);
}

bool is_to_come(const Document& document, Index section, const DateValue& value, Day margin) {
  const Day published = document.published_of(section).latest;
  return published != kNoDay && value.earliest != kNoDay && value.earliest > published + margin;
}

bool is_today(const Document& document, Index date_unit) {
  const Unit& unit = document.units[date_unit];
  const Reading* date = reading_of(document, date_unit, UnitKind::kDate);
  if (unit.tokens.size() != 1 || document.tokens[unit.tokens.begin].kind != TokenKind::kWord)
    return false;
  if (date == nullptr || (date->features & kDateFrom) != 0) return false;
  const DateValue& value = document.date_values[date->value];
  return is_day(value) && value.earliest == document.published.earliest;
}

// `n. 6, giugno 2008 - pag. 34`: the month of an issue, in a dateline or a short line above all.
std::optional<DateValue> month_of_issue(const Document& document) {
  for (const DateExpression& date : document.dates) {
    const Sentence* sentence = sentence_with(document, date);
    if (sentence == nullptr || (date.features & (kDateMonth | kDateYear)) == 0) continue;
    const BlockLabel label = document.blocks[sentence->block].label;
    const bool head = index_of(document, *sentence) < kHeadLines &&
                      sentence->tokens.size() <= kHeadLineTokens && label != BlockLabel::kBody &&
                      label != BlockLabel::kTable && is_article(label);
    if (!head && label != BlockLabel::kDateline && label != BlockLabel::kPageDate) continue;
    const CalendarStep* point = point_of(document, date);
    if (point == nullptr || point->a < 100 || point->b == 0 || point->c != 0) continue;
    std::optional<DateValue> value = evaluate(document, date, CalendarContext{});
    if (value && plausible(latest_year_of(document), *value)) return value;
  }
  return std::nullopt;
}

}  // namespace panchina
