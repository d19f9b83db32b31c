// Rounds: the day that the lead of an article tells of is that of its matches, and pages of a
// week's end tell of that week's end.
#include <algorithm>

#include "document/features.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/hit_place.h"
#include "resolve/game/match_day.h"

namespace panchina {

using arg::Match;

namespace {

constexpr Index kLeadBlocks = 4;  // of the body
constexpr Index kAbove = 3;       // blocks above rows that may name their round
constexpr int kWeek = 7;          // days
constexpr int kMonday = 1, kSaturday = 6, kSunday = 7;

}  // namespace

// `Domenica 25 ottobre si è giocata la quinta giornata`: the day of the round that the lead tells
// of.
ArgValue MatchDay::of_round(Index section) const {
  const DateValue& published = document_.published_of(section);
  Index seen = 0;
  const IndexRange blocks = document_.sections[section].blocks;
  for (Index b = blocks.begin; b < blocks.end && seen < kLeadBlocks; ++b) {
    const Block& block = document_.blocks[b];
    if (block.label != BlockLabel::kBody) continue;
    ++seen;
    for (Index s = block.sentences.begin; s < block.sentences.end; ++s) {
      const IndexRange dates = dates_in(document_, document_.sentences[s].tokens);
      if (dates.empty()) continue;
      const bool round = tells_of_round(document_.sentences[s], round_);
      // `il ritorno dei quarti, disputato oggi`: of the week, else it is another leg's.
      if (!round && !tells_of_round(document_.sentences[s], stage_)) continue;
      for (Index i = dates.begin; i < dates.end; ++i) {
        const DateValue& value = document_.date_values[i];
        const bool gone = published.edtf.empty() || value.latest <= published.latest;
        const bool fresh =
            !published.edtf.empty() && is_day(value) && value.earliest + kWeek > published.earliest;
        if (is_day(value) && gone && (round || (fresh && is_told_played(i)))) return value;
      }
    }
  }
  return {};
}

// `disputato oggi pomeriggio`, `mercoledì si è giocato`; not the day of whoever else came.
bool MatchDay::is_told_played(Index date) const {
  constexpr Index kNear = 3;  // tokens
  const DateExpression& one = document_.dates[date];
  const auto& units = document_.units;
  const Index from = one.first_token - std::min(kNear, one.first_token);
  auto unit = std::partition_point(units.begin(), units.end(),
                                   [&](const Unit& each) { return each.tokens.end <= from; });
  for (; unit != units.end() && unit->tokens.begin < one.end_token + kNear; ++unit) {
    const VerbGroup* verb = verb_of(document_, static_cast<Index>(unit - units.begin()));
    if (verb != nullptr && lexicon_.in_list(verb->lemma, plays_)) return true;
  }
  return false;
}

// Whether its verb tells what one of these words names as played: `si è giocata la quinta
// giornata`.
bool MatchDay::tells_of_round(const Sentence& sentence, Index words) const {
  const auto first = std::partition_point(
      document_.units.begin(), document_.units.end(),
      [&](const Unit& one) { return one.tokens.begin < sentence.tokens.begin; });
  bool round = false, played = false;
  for (auto unit = first; unit != document_.units.end() && unit->tokens.begin < sentence.tokens.end;
       ++unit) {
    round = round || lexicon_.in_list(unit->word, words);
    const VerbGroup* verb = verb_of(document_, static_cast<Index>(unit - document_.units.begin()));
    played = played || (verb != nullptr && verb->tense == Tense::kPast &&
                        lexicon_.in_list(verb->lemma, plays_));
  }
  return round && played;
}

// `ieri`, `domenica`: of the week before the article was published.
ArgValue MatchDay::of_lead(Index section) const {
  if (!is_null(rounds_[section])) return rounds_[section];
  const DateValue& published = document_.published_of(section);
  if (published.edtf.empty()) return {};
  Index seen = 0;
  ArgValue saturday;  // `nell'anticipo di sabato`: a round's day is the Sunday, where one is told
  const IndexRange blocks = document_.sections[section].blocks;
  for (Index b = blocks.begin; b < blocks.end && seen < kLeadBlocks; ++b) {
    const Block& block = document_.blocks[b];
    if (block.label != BlockLabel::kBody) continue;
    ++seen;
    const IndexRange dates = dates_in(document_, block.tokens);
    for (Index i = dates.begin; i < dates.end; ++i) {
      const DateExpression& date = document_.dates[i];
      if ((date.features & kDateRelative) == 0) continue;
      if ((date.features & (kDateFrom | kDateUntil)) != 0) continue;
      DateValue value = document_.date_values[i];
      if (date.kind == DateKind::kTime && value.earliest != kNoDay)  // `alle 21 di domenica`
        value = day_value(value.earliest);
      if (!is_day(value) || value.latest > published.latest) continue;
      // Of weekdays those that matches are played on.
      const int weekday = weekday_of(value.earliest);
      const bool weekend = weekday >= kSaturday;
      if (!weekend && value.earliest + 1 < published.earliest) continue;
      if (value.earliest + kWeek <= published.earliest) continue;
      // Who left `ieri`, on a Monday, left behind the Sunday's matches.
      if (weekday == kMonday && value.earliest < published.earliest)
        return day_value(value.earliest - 1);
      if (weekday != kSaturday) return is_null(saturday) || weekday == kSunday ? value : saturday;
      if (is_null(saturday)) saturday = value;
    }
  }
  // On a Monday the round was on the day before; where a head tells of one, no day need be told.
  const bool round = !is_null(saturday) || opens_with_round(section);
  if (round && is_day(published) && weekday_of(published.earliest) == kMonday)
    return day_value(published.earliest - 1);
  return saturday;
}

// `Serie D, il punto sulla giornata`, `Il riepilogo del turno`: what heads the section, or opens
// its body, names a round.
bool MatchDay::opens_with_round(Index section) const {
  const IndexRange blocks = document_.sections[section].blocks;
  for (Index b = blocks.begin; b < blocks.end; ++b) {
    const Block& block = document_.blocks[b];
    const bool lead = block.label == BlockLabel::kBody;
    const Index end =
        lead ? document_.sentences[block.sentences.begin].tokens.end : block.tokens.end;
    if ((lead || is_head(block)) && names({block.tokens.begin, end}, round_)) return true;
    if (lead) return false;
  }
  return false;
}

// Whether a sentence in running text says that results follow: `si sono avuti i seguenti risultati:
// Lecco-Como 2-0; …`; asked for match after match of one sentence.
bool MatchDay::is_of_results(const Hit& hit) const {
  const Index own = document_.clauses[hit.clause].sentence;
  if (own != results_sentence_) {
    results_sentence_ = own;
    const IndexRange tokens = document_.sentences[own].tokens;
    bool named = false;
    results_from_ = tokens.begin;
    while (results_from_ < tokens.end && !(named && document_.tokens[results_from_].mark == ':')) {
      named = named || lexicon_.in_list(document_.tokens[results_from_].word, round_);
      ++results_from_;
    }
  }
  return results_from_ < document_.units[hit.units.begin].tokens.begin;
}

// Whether a slot holds a date seen from the page's day: `oggi`.
bool MatchDay::is_relative(NormSpan said) const {
  const auto& dates = document_.dates;
  const auto behind = std::partition_point(
      dates.begin(), dates.end(), [&](const auto& date) { return date.span.begin < said.end; });
  return behind != dates.begin() && (std::prev(behind)->features & kDateRelative) != 0;
}

// Whether a block, or what stands above it, names a round; asked for row after row of one block.
bool MatchDay::is_under_round(const Hit& hit) const {
  const Index own = block_of(document_, hit);
  if (own == rows_) return rows_under_round_;
  rows_ = own;
  rows_under_round_ = false;
  const Index section = document_.blocks[own].section;
  for (Index n = 0; n <= kAbove && n <= own && !rows_under_round_; ++n) {
    const Block& above = document_.blocks[own - n];
    if (above.section != section) break;
    for (Index token = above.tokens.begin; token < above.tokens.end && !rows_under_round_; ++token)
      rows_under_round_ = lexicon_.in_list(document_.tokens[token].word, round_);
  }
  return rows_under_round_;
}

void MatchDay::date_round(const Hit& hit, Statement& match) const {
  const Block& block = document_.blocks[block_of(document_, hit)];
  const DateValue& published = document_.published_of(block.section);
  if (published.edtf.empty() || published.earliest != published.latest) return;
  const int weekday = weekday_of(published.earliest);
  const DateValue* date = date_of(match.args[Match::kDate]);
  auto& slots = match.evidence.slots;
  const auto slot = slot_of(slots, Match::kDate);
  DateValue day;
  const DateValue& page = document_.published;
  // `(Sabato)` above results: it is over.
  if (date != nullptr && slot != slots.end() && hit.table && is_day(*date) &&
      date->earliest > published.earliest && date->earliest < published.earliest + kWeek &&
      std::ranges::none_of(document_.text.norm(slot->span),
                           [](char c) { return c >= '0' && c <= '9'; })) {
    match.args[Match::kDate] = day_value(date->earliest - kWeek);
    return;
  }
  if (date != nullptr && slot == slots.end() && is_day(*date) && date->earliest == page.earliest &&
      published.earliest < page.earliest && weekday >= kSaturday) {
    day = published;  // the head line's own day, above a dispatch of the Sunday
  } else if (date != nullptr) {
    // The page's own day: matches are played on Sundays, and told on Mondays.
    if (date->earliest != published.earliest || !is_day(*date)) return;
    if (weekday >= kSaturday || (slot != slots.end() && is_relative(slot->span))) return;
    const DateValue* round = date_of(rounds_[block.section]);
    if (round != nullptr && round->earliest == date->earliest) return;
    if (weekday == kMonday) day = day_value(published.earliest - 1);
  } else if (weekday == kMonday && (hit.table || is_line(hit) || is_of_results(hit))) {
    day = day_value(published.earliest - 1);
  } else if (weekday == kSunday && !is_of_old(hit) &&
             (hit.table || block.label == BlockLabel::kTitle ||
              block.label == BlockLabel::kHeading || is_line(hit) || is_of_results(hit))) {
    day = published;
  } else if (weekday == kSaturday && hit.table && is_under_round(hit)) {
    day = published;
  } else {
    return;
  }
  if (slot != slots.end()) slots.erase(slot);
  std::erase_if(match.evidence.inferred,
                [](const InferredSlot& one) { return one.arg == Match::kDate; });
  match.args[Match::kDate] = day.edtf.empty() ? ArgValue() : ArgValue(day);
  if (!day.edtf.empty()) match.evidence.inferred.push_back({Match::kDate, Source::kPublished});
}

}  // namespace panchina
