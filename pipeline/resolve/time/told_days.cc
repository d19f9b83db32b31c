#include "resolve/time/told_days.h"

#include <algorithm>
#include <vector>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/fact/civil.h"
#include "resolve/time/date_form.h"

namespace panchina {
namespace {

// A bare weekday that opens its sentence.
bool opens_bare(const Document& document, const DateExpression& date, Index sentence) {
  const CalendarStep* step = only_step(document, date);
  return step != nullptr && is_bare_weekday(*step) &&
         document.sentences[sentence].tokens.begin == date.first_token;
}

bool is_present(const DateTense& tense) {
  return tense.present && tense.direction == Direction::kFutureIfNear;
}

bool is_whole_season(const DateValue& value) {
  constexpr Day kSeason = 366;
  constexpr int kJuly = 7, kJune = 6;
  return value.earliest != kNoDay && month_of(value.earliest) == kJuly &&
         month_of(value.latest) == kJune && value.latest - value.earliest < kSeason;
}

// The clubs that sentences name before a token, in text order. Time: linear in their units.
std::vector<Index> clubs_named(const Document& document, Index first_sentence, Index last_sentence,
                               Index end_token) {
  std::vector<Index> clubs;
  auto clause = std::ranges::lower_bound(document.clauses, first_sentence, {}, &Clause::sentence);
  for (; clause != document.clauses.end() && clause->sentence <= last_sentence; ++clause) {
    for (Index u = clause->units.begin; u < clause->units.end; ++u) {
      const Unit& unit = document.units[u];
      if ((unit.kinds & kind_bit(UnitKind::kClub)) == 0 || unit.tokens.begin >= end_token) continue;
      const Reading& club = document.readings[unit.readings.begin];
      const bool named = club.how != How::kEpithet && club.how != How::kDescriptor;
      if (club.kind == UnitKind::kClub && named && (club.features & kClubUnknown) == 0) {
        clubs.push_back(club.value);
      }
    }
  }
  return clubs;
}

}  // namespace

bool leads_to_past(const Document& document, const TenseReader& tenses, Index date,
                   Index sentence) {
  constexpr Index kFarthest = 3;  // sentences to the next of them
  constexpr int kWeek = 7;
  int days = 0;
  if (sentence >= document.sentences.size() ||
      !opens_bare(document, document.dates[date], sentence) ||
      !is_present(tenses.read(document.dates[date], sentence))) {
    return false;
  }
  Index last = sentence;
  for (Index i = date + 1; i < document.dates.size(); ++i) {
    const DateExpression& next = document.dates[i];
    const Index at = sentence_at(document, next.first_token);
    if (at >= document.sentences.size() || at > last + kFarthest ||
        document.sentences[at].block != document.sentences[sentence].block) {
      return false;
    }
    if (!opens_bare(document, next, at)) continue;
    const DateTense then = tenses.read(next, at);
    if (then.direction == Direction::kPast) return true;
    if (!is_present(then) || ++days == kWeek) return false;
    last = at;
  }
  return false;
}

bool is_page_of_this_day(const Document& document, const Lexicon& lexicon) {
  constexpr std::size_t kHead = 3;  // sentences
  const Index words = lexicon.find_list("date_this_day_page");
  for (std::size_t i = 0; i < kHead && i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    if (document.blocks[sentence.block].label == BlockLabel::kBody) break;
    for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (lexicon.in_list(document.tokens[t].word, words)) return true;
    }
  }
  return false;
}

std::optional<DateValue> on_this_day(const Document& document, const DateExpression& date,
                                     Index sentence, Day published) {
  const CalendarStep* point = point_of(document, date);
  const bool year = point != nullptr && point->a >= 100 && point->b == 0;
  if (!year || published == kNoDay || sentence >= document.sentences.size()) return {};
  const IndexRange own = document.sentences[sentence].tokens;  // not the year in its own line
  const bool opens = own.begin == date.first_token && own.end > date.end_token + 1 &&
                     (sentence == 0 || document.tokens[date.first_token].line_before ||
                      document.sentences[sentence - 1].block != document.sentences[sentence].block);
  const CivilDate now = to_civil(published);
  return opens ? calendar_day(point->a, now.month, now.day) : std::nullopt;
}

std::optional<DateValue> first_season_of_years(const Document& document, Index date,
                                               Index sentence) {
  constexpr Day kTwoYears = 730;
  constexpr Day kCareer = 12 * 366;
  const CalendarStep* step = only_step(document, document.dates[date]);
  if (step == nullptr || step->op != CalendarOp::kFirstSeason || date == 0) return {};
  const DateValue& years = document.date_values[date - 1];
  const Index told = sentence_at(document, document.dates[date - 1].first_token);
  if (years.earliest == kNoDay || years.latest == kNoDay || told + 1 < sentence) return {};
  const Day length = years.latest - years.earliest;
  if (length < kTwoYears || length > kCareer) return {};
  return football_season_value(year_of(years.earliest));
}

std::optional<DateValue> first_season_elsewhere(const Document& document, Index date,
                                                Index sentence, const ToldDate& told) {
  constexpr Index kBehind = 3;  // tokens: `al primo anno in bianconero`, `al Lecce`
  const CalendarStep* step = only_step(document, document.dates[date]);
  if (step == nullptr || step->op != CalendarOp::kFirstSeason || !told.known ||
      told.sentence >= sentence || !is_whole_season(told.value)) {
    return {};
  }
  const Index end = document.dates[date].end_token + kBehind;
  const std::vector<Index> then = clubs_named(document, told.sentence, told.sentence, end);
  const std::vector<Index> since = clubs_named(document, told.sentence + 1, sentence, end);
  if (since.empty() || std::ranges::find(then, since.back()) != then.end()) return {};
  return football_season_value(year_of(told.value.latest));
}

}  // namespace panchina
