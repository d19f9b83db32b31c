#include "resolve/game/match_day.h"

#include <algorithm>

#include "document/features.h"
#include "document/phrase.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/focus/slot_reader.h"
#include "resolve/time/published.h"

namespace panchina {

namespace {

using arg::Match;

constexpr int kMonday = 1, kWednesday = 3, kFriday = 5;
constexpr Index kPair = 3;  // units: club, dash, club

// A point of time no longer than a month.
bool is_near(const DateValue& value) {
  constexpr int kMonth = 31;
  return !value.edtf.empty() && value.earliest != kNoDay && value.latest != kNoDay &&
         value.latest - value.earliest <= kMonth;
}

}  // namespace

MatchDay::MatchDay(const Document& document, const EntityView& entities, const Lexicon& lexicon)
    : document_(document),
      entities_(entities),
      lexicon_(lexicon),
      genitive_(lexicon.find_list("genitive")),
      indefinite_(lexicon.find_list("indefinite")),
      after_(lexicon.find_list("governor")),
      day_after_(lexicon.find_list("day_after")),
      birth_(lexicon.find_list("birth")),
      joint_(lexicon.find_list("joint")),
      competition_(lexicon.find_list("competition_word")),
      cup_(lexicon.find_list("cup_word")),
      goes_up_(lexicon.find_list("verb_goes_up")),
      plays_(lexicon.find_list("verb_plays_round")),
      round_(lexicon.find_list("round_word")),
      stage_(lexicon.find_list("match_cue")),
      result_(lexicon.find_list("match_result")),
      posts_(lexicon.find_list("verb_changes_post")),
      now_(lexicon.find_list("auxiliary_of_news")),
      first_leg_(lexicon.find_list("first_leg")),
      games_(lexicon.find_list("games_word")),
      stages_(lexicon.find_list("stage_word")),
      game_(lexicon.find_list("one_game")),
      takes_place_(lexicon.find_list("verb_takes_place")),
      rounds_(document.scratch()),
      leads_(document.scratch()),
      has_stages_(document.scratch()) {
  rounds_.reserve(document.sections.size());
  leads_.reserve(document.sections.size());
  has_stages_.reserve(document.sections.size());
  for (Index section = 0; section < document.sections.size(); ++section) see_section(section);
}

bool MatchDay::names(IndexRange tokens, Index words) const {
  for (Index token = tokens.begin; token < tokens.end; ++token) {
    if (lexicon_.in_list(document_.tokens[token].word, words)) return true;
  }
  return false;
}

// The day told last in the block is long gone: the match is no news of the week.
bool MatchDay::is_of_old(const Hit& hit) const {
  const Sentence& sentence = document_.sentences[document_.clauses[hit.clause].sentence];
  const Block& block = document_.blocks[sentence.block];
  const DateValue& published = document_.published_of(block.section);
  if (published.edtf.empty()) return false;
  const IndexRange dates =
      dates_in(document_, {block.tokens.begin, document_.units[hit.units.begin].tokens.begin});
  for (Index i = dates.end; i > dates.begin; --i) {
    const DateValue& value = document_.date_values[i - 1];
    if (value.edtf.empty() || value.latest == kNoDay) continue;
    return published.earliest - value.latest > kLongAgo;
  }
  return false;
}

// Whether a verb tells the match as past, not as the news of the day (`hanno superato`).
bool MatchDay::is_past(const Hit& hit) const {
  const VerbGroup* verb = verb_of(document_, hit.trigger);
  if (verb == nullptr) verb = verb_of(document_, hit.governor);
  if (verb == nullptr || verb->form != Form::kFinite || verb->tense == Tense::kPresent)
    return false;
  const IndexRange auxiliary = verb->auxiliary.empty() ? verb->tokens : verb->auxiliary;
  return verb->tense != Tense::kPast || verb->anterior || !names(auxiliary, now_);
}

// `LE ALTRE DI IERI. Soffre il Torino, 2-0 al Como.`, `Le partite di sabato` in a line of its own:
// the one day in what heads a block, there beside a word for matches.
ArgValue MatchDay::of_run_in(Index sentence) const {
  constexpr Index kShort = 8;  // tokens
  const Index own = document_.sentences[sentence].block;
  const Block& block = document_.blocks[own];
  if (block.heading == kNoIndex) return {};
  const IndexRange head = document_.blocks[block.heading].tokens;
  const bool run_in = block.heading + 1 == own && !document_.tokens[block.tokens.begin].line_before;
  if (head.size() > kShort || !(run_in || names(head, games_))) return {};
  const IndexRange dates = dates_in(document_, head);
  if (dates.size() != 1) return {};
  const DateValue& day = document_.date_values[dates.begin];
  const bool played = is_day(day) && (run_in || !is_to_come(document_, block.section, day));
  return played ? ArgValue(day) : ArgValue();
}

ArgValue MatchDay::told_before(const Hit& hit) const {
  const Sentence& sentence = document_.sentences[document_.clauses[hit.clause].sentence];
  if (sentence.row) return {};
  const Index token =
      document_.units[hit.trigger == kNoIndex ? hit.units.begin : hit.trigger].tokens.begin;
  ArgValue out;
  const IndexRange dates = dates_in(document_, {sentence.tokens.begin, token});
  for (Index i = dates.begin; i < dates.end; ++i) {
    const DateExpression& date = document_.dates[i];
    if (date.kind == DateKind::kDuration || (date.features & kDateUntil) != 0) continue;
    if ((date.features & kDateFrom) != 0 &&
        !(is_day(document_.date_values[i]) &&
          is_since_denied(unit_of(date, document_.clauses[hit.clause].units)))) {
      continue;
    }
    if (is_bracketed(hit, date.span)) continue;
    // `risale alla stagione 1953/54: terminò 0-0`
    const bool headed = is_football_season(document_.date_values[i]) &&
                        date.end_token < document_.tokens.size() &&
                        document_.tokens[date.end_token].mark == ':';
    if (headed || is_near(document_.date_values[i]) || is_taking_place(i))
      out = document_.date_values[i];
  }
  if (!is_null(out)) return out;
  if (out = of_run_in(document_.clauses[hit.clause].sentence); !is_null(out)) return out;
  out = of_sentence_before(document_.clauses[hit.clause].sentence, token);
  return is_null(out) ? of_game_before(hit) : out;
}

// `Ieri. Il Gozzano ne becca quattro`: a sentence of its own.
ArgValue MatchDay::of_sentence_before(Index at, Index token) const {
  constexpr Index kShort = 4;  // tokens
  const Sentence& sentence = document_.sentences[at];
  ArgValue out;
  if (at == document_.blocks[sentence.block].sentences.begin) return out;
  const IndexRange before = document_.sentences[at - 1].tokens;
  // `Tutto cominciò l'11 settembre 1994. Ascoli-Treviso 3-1`: the match opens its sentence.
  const bool opens = token <= sentence.tokens.begin + kShort;
  if (before.size() > kShort && !opens) return out;
  const IndexRange short_ones = dates_in(document_, before);
  constexpr Day kNews = 14;
  const Day published = document_.published_of(document_.blocks[sentence.block].section).earliest;
  for (Index i = short_ones.begin; i < short_ones.end; ++i) {
    const DateValue& value = document_.date_values[i];
    const bool news = published != kNoDay && value.latest + kNews > published;
    if (is_near(value) && (before.size() <= kShort || !news)) out = value;
  }
  return out;
}

void MatchDay::step_back(const Hit& hit, Statement& match) const {
  const IndexRange clause = document_.clauses[hit.clause].units;
  if (hit.trigger == kNoIndex) return;
  const Unit& score = document_.units[hit.trigger];
  if ((score.kinds & kind_bit(UnitKind::kScore)) == 0) return;
  Index unit = hit.trigger;
  while (unit > clause.begin && (document_.units[unit - 1].transparent ||
                                 lexicon_.in_list(document_.units[unit - 1].word, genitive_) ||
                                 lexicon_.in_list(document_.units[unit - 1].word, indefinite_))) {
    --unit;
  }
  // `il giorno dopo un rovinoso 6-0`
  if (unit == hit.trigger && unit > clause.begin + 1 &&
      document_.units[unit - 1].readings.empty() &&
      lexicon_.in_list(document_.units[unit - 2].word, indefinite_)) {
    unit -= 2;
  }
  // `dopo Lecco-Como 0-2`
  const auto club = [&](Index at) { return entities_.club_of_unit[at] != kNoIndex; };
  if (unit >= clause.begin + kPair && club(unit - 1) && club(unit - kPair)) unit -= kPair;
  if (unit == clause.begin) return;
  const Unit& before = document_.units[--unit];
  const Index word = document_.tokens[before.tokens.end - 1].word;
  const bool day_after = lexicon_.in_list(word, day_after_);
  const bool counted = (before.kinds & kind_bit(UnitKind::kDate)) != 0;
  const bool after = lexicon_.in_list(word, after_);
  if (!day_after && !after) return;
  auto& slots = match.evidence.slots;
  const auto slot = slot_of(slots, Match::kDate);
  if (after && !counted) {
    // `licenziato lunedì 25 marzo, dopo lo 0-2`: no day of matches; on a Monday, the Sunday's.
    const DateValue* day = date_of(match.args[Match::kDate]);
    if (slot == slots.end() || slot->span.begin >= score.span.begin || day == nullptr ||
        !is_day(*day)) {
      return;
    }
    const int weekday = weekday_of(day->earliest);
    if (weekday > kFriday || weekday == kWednesday) return;
    const Day sunday = day->earliest - 1;
    slots.erase(slot);
    match.args[Match::kDate] = weekday == kMonday ? ArgValue(day_value(sunday)) : ArgValue();
    if (weekday == kMonday) match.evidence.inferred.push_back({Match::kDate, Source::kStory});
    return;
  }
  if (slot != slots.end() && slot->span.begin >= score.span.end) return;
  // The day told last before it.
  const Index sentence = document_.clauses[hit.clause].sentence;
  const DateValue* told = nullptr;
  const DateValue* own = nullptr;
  const IndexRange dates =
      dates_in(document_, {document_.sentences[sentence].tokens.begin, before.tokens.end});
  for (Index i = dates.begin; i < dates.end; ++i) {
    const Index token = document_.dates[i].first_token;
    if (!is_day(document_.date_values[i])) continue;
    (token >= before.tokens.begin ? own : told) = &document_.date_values[i];
  }
  match.args[Match::kDate] = {};
  if (slot != slots.end()) slots.erase(slot);
  std::erase_if(match.evidence.inferred,
                [](const InferredSlot& one) { return one.arg == Match::kDate; });
  constexpr Day kLongest = 7;
  if (told == nullptr) return;
  const Day days = day_after ? 1 : own != nullptr ? own->earliest - told->earliest : 0;
  if (days < 1 || days > kLongest) return;
  match.args[Match::kDate] = day_value(told->earliest - days);
  match.evidence.inferred.push_back({Match::kDate, Source::kStory});
}

namespace {

// A date that may be that of a match.
bool is_of_match(const DateExpression& date, const DateValue& value) {
  return date.kind != DateKind::kDuration && !value.edtf.empty() && value.edtf.front() != 'P' &&
         (date.features & (kDateFrom | kDateUntil)) == 0;
}

}  // namespace

// Whether a calendar day is all that follows in the clause.
bool MatchDay::ends_behind(Index unit) const {
  const Index date = unit + 1, next = unit + 2;
  if (date >= document_.units.size()) return false;
  const Reading* reading = reading_of(document_, date, UnitKind::kDate);
  if (reading == nullptr || !is_day(document_.date_values[reading->value])) return false;
  return next >= document_.units.size() ||
         (document_.units[next].kinds & kind_bit(UnitKind::kBreak)) != 0 ||
         document_.tokens[document_.units[next].tokens.begin].line_before;
}

// The date (a unit) right behind a score: `4-1 nel 1958-59`, `2-0 del 3 maggio`; kNoIndex: none.
Index MatchDay::date_behind(Index score) const {
  constexpr Index kReach = 3;
  const auto size = static_cast<Index>(document_.units.size());
  for (Index unit = score + 1; unit < std::min(score + 1 + kReach, size); ++unit) {
    const Reading* reading = reading_of(document_, unit, UnitKind::kDate);
    if (reading != nullptr && !document_.tokens[document_.units[unit].tokens.begin].line_before) {
      return is_of_match(document_.dates[reading->value], document_.date_values[reading->value])
                 ? unit
                 : kNoIndex;
    }
    const Unit& one = document_.units[unit];
    if (document_.tokens[one.tokens.begin].line_before) return kNoIndex;
    // `Lecco-Como 2-2, 16/9/1951`
    if (unit == score + 1 && document_.tokens[one.tokens.begin].mark == ',' && ends_behind(unit))
      return unit + 1;
    if (!one.transparent && lexicon_.preposition(one.word) == kNoIndex) return kNoIndex;
  }
  return kNoIndex;
}

// The unit that a date is; kNoIndex: none of these.
Index MatchDay::unit_of(const DateExpression& date, IndexRange units) const {
  for (Index unit = units.begin; unit < units.end; ++unit) {
    if (document_.units[unit].tokens.contains(date.first_token)) return unit;
  }
  return kNoIndex;
}

// A day since which something did not happen: then it did.
bool MatchDay::is_since_denied(Index date) const {
  constexpr Index kReach = 6;
  if (date == kNoIndex) return false;
  for (Index n = 1; n <= std::min(kReach, date); ++n) {
    if (const VerbGroup* verb = verb_of(document_, date - n); verb != nullptr)
      return verb->polarity == Polarity::kNegative;
  }
  return false;
}

// Whether two sides with a dash between them, and their score, open a bracket.
bool MatchDay::is_pair_of_bracket(const Hit& hit) const {
  const Index first = document_.clauses[hit.clause].units.begin;
  return hit.trigger >= first + kPair && entities_.club_of_unit[first] != kNoIndex &&
         entities_.club_of_unit[first + 2] != kNoIndex && hit.trigger <= first + kPair + 1;
}

// The date right before it, parted by a colon, comma or bracket: `6 marzo 1983: 0-1`, `non vince
// dal 6 marzo (2-0 al Como)`, of a row `31.10.1926, Lecco-Como 4-1`.
Index MatchDay::date_before(const Hit& hit) const {
  const Index unit = phrase_begin(document_, hit.trigger, 0);
  if (unit < 2) return kNoIndex;
  const Clause& clause = document_.clauses[hit.clause];
  // `(2-0 al Como)`, `(Lecco-Como 2-0)`, `(persa 2-0 con il Como)`
  const bool first = unit <= clause.units.begin || is_pair_of_bracket(hit) ||
                     (unit == clause.units.begin + 1 && verb_of(document_, unit - 1) != nullptr);
  if (clause.parent != kNoIndex && first) {
    const Index date = unit_before(document_, clause.parent, 0);
    const Reading* day = reading_of(document_, date, UnitKind::kDate);
    if (day == nullptr || document_.dates[day->value].kind == DateKind::kDuration ||
        document_.date_values[day->value].edtf.empty() ||
        (document_.dates[day->value].features & kDateUntil) != 0) {
      return kNoIndex;
    }
    const bool since = (document_.dates[day->value].features & kDateFrom) != 0;
    return !since || is_since_denied(date) ? date : kNoIndex;
  }
  const char mark = document_.tokens[document_.units[unit - 1].tokens.begin].mark;
  if (mark != ':' && mark != ',') return kNoIndex;
  const Reading* reading = reading_of(document_, unit - 2, UnitKind::kDate);
  if (reading == nullptr) return kNoIndex;
  if (!is_of_match(document_.dates[reading->value], document_.date_values[reading->value]))
    return kNoIndex;
  // `3-0 nel 1957, 4-1`: of the score before.
  return mark == ',' && is_stated_behind(unit - 2, clause.units.begin) ? kNoIndex : unit - 2;
}

// Whether a date stands behind another score: `1-0 a Cava il 14 marzo`.
bool MatchDay::is_stated_behind(Index date, Index from) const {
  constexpr Index kReach = 8;
  constexpr std::uint32_t kMarks = kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak);
  for (Index n = 1; n <= kReach && date >= from + n; ++n) {
    const Unit& one = document_.units[date - n];
    if (is_final_score(document_, date - n)) return true;
    if ((one.kinds & kMarks) != 0 || lexicon_.in_list(one.word, joint_)) return false;
  }
  return false;
}

void MatchDay::take_adjacent(const Hit& hit, Statement& match) const {
  if (hit.trigger == kNoIndex) return;
  const bool row = !is_final_score(document_, hit.trigger);
  if (row && !hit.table) return;
  auto& slots = match.evidence.slots;
  if (hit.table) take_row_above(hit, match);
  if (row) {  // `2-1 (12 maggio)`: it has a day of its own
    const auto own = slot_of(slots, Match::kDate);
    const auto from = document_.tokens[document_.units[hit.trigger].tokens.begin].span.begin;
    if (own != slots.end() && own->span.begin >= from) return;
  }
  Index date = row ? kNoIndex : date_behind(hit.trigger);
  if (date == kNoIndex) date = date_before(hit);
  if (date == kNoIndex) return;
  const Unit& unit = document_.units[date];
  const auto slot = slot_of(slots, Match::kDate);
  if (slot != slots.end() && slot->span.begin == unit.span.begin) return;
  if (slot != slots.end()) slots.erase(slot);
  std::erase_if(match.evidence.inferred,
                [](const InferredSlot& one) { return one.arg == Match::kDate; });
  match.args[Match::kDate] =
      document_.date_values[reading_of(document_, date, UnitKind::kDate)->value];
  slots.push_back({Match::kDate, unit.span});
}

}  // namespace panchina
