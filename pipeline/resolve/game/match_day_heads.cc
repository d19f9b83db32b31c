// What stands above results: the day that a heading, a line of its own or a row of a table gives.
#include <algorithm>

#include "document/features.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/hit_place.h"
#include "resolve/game/match_day.h"
#include "resolve/time/published.h"
#include "resolve/time/tense.h"

namespace panchina {

namespace {

constexpr Index kHeadingReach = 12;    // blocks
constexpr Index kRoundLineReach = 60;  // blocks: two a match, its line and its scorers
constexpr Index kRowReach = 60;        // sentences
constexpr Index kShort = 12;           // tokens

}  // namespace

// `Gare del 16 dicembre 2007 - 5ª giornata di ritorno`, `1ª GIORNATA: domenica 8 settembre 1957`:
// a line of a day that heads results.
bool MatchDay::is_round_line(const Block& block) const {
  if (!names(block.tokens, round_)) return false;
  if (block.label == BlockLabel::kDateline) return true;
  return block.label == BlockLabel::kBody && block.tokens.size() <= kShort &&
         !tells_anything(block.tokens);
}

// `Sabato 4 ottobre ore 15:30` in a line of its own below the article's first paragraph: of the
// games that follow.
bool MatchDay::is_day_line(Index block) const {
  const Block& one = document_.blocks[block];
  if (one.label == BlockLabel::kTitle || one.tokens.size() > kShort) return false;
  const IndexRange dates = dates_in(document_, one.tokens);
  if (dates.size() != 1 || document_.dates[dates.begin].first_token != one.tokens.begin ||
      document_.dates[dates.begin].end_token + 1 < one.tokens.end) {
    return false;
  }
  return leads_[one.section] < block;
}

// Whether a finite verb stands there.
bool MatchDay::tells_anything(IndexRange tokens) const {
  return std::ranges::any_of(verbs_in(document_, tokens),
                             [](const VerbGroup& verb) { return verb.form == Form::kFinite; });
}

IndexRange MatchDay::blocks_above(Index block) const {
  const Index first = document_.sections[document_.blocks[block].section].blocks.begin;
  return {std::max(first, block - std::min(block, kHeadingReach)), block};
}

// `Domenica 16 novembre` in a row of its own between results: of those below it.
ArgValue MatchDay::of_row_above(const Hit& hit) const {
  const Index own = document_.clauses[hit.clause].sentence;
  const Block& block = document_.blocks[document_.sentences[own].block];
  const Index first = std::max(block.sentences.begin, own - std::min(own, kRowReach));
  for (Index s = own; s > first; --s) {
    const IndexRange tokens = document_.sentences[s - 1].tokens;
    if (tokens.size() > kShort) continue;
    const IndexRange dates = dates_in(document_, tokens);
    if (dates.size() != 1 || document_.dates[dates.begin].first_token != tokens.begin) continue;
    const DateValue& value = document_.date_values[dates.begin];
    const bool day = is_day(value) || document_.dates[dates.begin].kind == DateKind::kTime;
    if (day && value.earliest != kNoDay) return day_value(value.earliest);
  }
  return {};
}

// ... not of the heading's day.
void MatchDay::take_row_above(const Hit& hit, Statement& match) const {
  const Index block = document_.sentences[document_.clauses[hit.clause].sentence].block;
  auto& slots = match.evidence.slots;
  const auto slot = slot_of(slots, arg::Match::kDate);
  const Token& first = document_.tokens[document_.blocks[block].tokens.begin];
  if (slot == slots.end() || slot->span.begin >= first.span.begin) return;
  ArgValue row = of_row_above(hit);
  if (is_null(row)) return;
  slots.erase(slot);
  match.args[arg::Match::kDate] = std::move(row);
  match.evidence.inferred.push_back({arg::Match::kDate, Source::kHeading});
}

// A short heading that names a stage of a cup.
bool MatchDay::is_stage(const Block& block) const {
  return is_head(block) && block.tokens.size() <= kShort / 2 && names(block.tokens, stages_) &&
         dates_in(document_, block.tokens).empty() && !tells_anything(block.tokens);
}

// What is asked of a section more than once.
void MatchDay::see_section(Index section) {
  rounds_.push_back(of_round(section));
  Index lead = kNoIndex;
  Index stages = 0;
  const IndexRange blocks = document_.sections[section].blocks;
  for (Index b = blocks.begin; b < blocks.end; ++b) {
    const Block& block = document_.blocks[b];
    if (lead == kNoIndex && block.label == BlockLabel::kBody) lead = b;
    if (is_stage(block)) ++stages;
  }
  leads_.push_back(lead);
  has_stages_.push_back(stages > 1);
}

// Below a stage of several in the section: the day of the lead is not that of all of them.
bool MatchDay::is_under_stage(Index block) const {
  if (!has_stages_[document_.blocks[block].section]) return false;
  Index above = block;
  const IndexRange reach = blocks_above(block);
  while (above > reach.begin && !is_head(document_.blocks[above - 1])) --above;
  return above > reach.begin && is_stage(document_.blocks[above - 1]);
}

ArgValue MatchDay::above(const Hit& hit) const {
  const Index block = document_.sentences[document_.clauses[hit.clause].sentence].block;
  const Block& own = document_.blocks[block];
  const bool opens = document_.units[hit.units.begin].tokens.begin == own.tokens.begin;
  if (ArgValue entry = of_entry(hit); !is_null(entry)) return entry;
  if (hit.table) {
    if (ArgValue row = of_row_above(hit); !is_null(row)) return row;
  }
  if (hit.table) {
    if (ArgValue season = of_season_row(hit); !is_null(season)) return season;
  }
  if (is_of_old(hit)) return {};
  if (own.label == BlockLabel::kBody && !opens)
    return is_past(hit) ? ArgValue{} : of_lead(own.section);
  const bool staged = hit.table && is_under_stage(block);
  const Index near = blocks_above(block).begin;
  const Index first = document_.sections[own.section].blocks.begin;
  for (Index b = block; b > std::max(first, block - std::min(block, kRoundLineReach)); --b) {
    const Block& above = document_.blocks[b - 1];
    const bool round_line = is_round_line(above) || is_day_line(b - 1);
    if (!round_line && (b <= near || !is_head(above))) {
      // Far up a line of a round counts only above results, not above paragraphs.
      if (b <= near && above.label == BlockLabel::kBody && tells_anything(above.tokens)) break;
      continue;
    }
    // `Ieri si è giocata la finale` above `Semifinali`, `Quarti`.
    if (staged && tells_anything(above.tokens)) continue;
    const IndexRange dates = dates_in(document_, above.tokens);
    for (Index i = dates.begin; i < dates.end; ++i) {
      const DateValue& value = document_.date_values[i];
      // `Mercoledì il giorno della verità`: no day of what was played.
      if (is_birth(i, above.tokens.begin) || is_to_come(document_, own.section, value)) continue;
      // `Sabato 4 ottobre ore 15:30`: the day.
      if (is_day(value)) return day_value(value.earliest);
    }
  }
  return staged ? ArgValue{} : of_lead(own.section);
}

// `Stagione 1946/47 (Serie C)` over results: of the nearest row above that is none, else of the
// heading.
ArgValue MatchDay::of_season_row(const Hit& hit) const {
  constexpr Index kMost = 24;  // rows
  const Index sentence = document_.clauses[hit.clause].sentence;
  const Block& own = document_.blocks[document_.sentences[sentence].block];
  Index clause = hit.clause;
  for (Index s = sentence; s > own.sentences.begin && sentence - s < kMost; --s) {
    const Sentence& above = document_.sentences[s - 1];
    bool score = false;
    while (clause > 0 && document_.clauses[clause - 1].sentence + 1 >= s) {
      --clause;
      if (document_.clauses[clause].sentence != s - 1) continue;
      const IndexRange units = document_.clauses[clause].units;
      for (Index u = units.begin; u < units.end; ++u)
        score = score || (document_.units[u].kinds & kind_bit(UnitKind::kScore)) != 0;
    }
    if (score) continue;
    const IndexRange dates = dates_in(document_, above.tokens);
    if (dates.size() != 1 || !is_football_season(document_.date_values[dates.begin])) return {};
    return document_.date_values[dates.begin];
  }
  if (own.heading == kNoIndex || own.heading + 1 != document_.sentences[sentence].block) return {};
  return season_above(hit);
}

}  // namespace panchina
