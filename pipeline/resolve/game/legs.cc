#include "resolve/game/legs.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "document/features.h"
#include "document/readings.h"
#include "resolve/fact/args.h"

namespace panchina {

using arg::Match;

bool names_first_leg(const Document& document, const Lexicon& lexicon, Index first_leg,
                     Index bracket) {
  const IndexRange inside = inside_bracket(document, bracket);
  for (Index unit = inside.begin; unit < inside.end; ++unit) {
    const Index word = document.tokens[document.units[unit].tokens.end - 1].word;
    if (lexicon.in_list(word, first_leg)) return true;
  }
  return false;
}

namespace {

constexpr Index kReach = 80;  // units of a list
constexpr Index kPair = 3;    // units: club, dash, club

}  // namespace

// Whether two sides with a dash between them stand before a bracket.
bool Legs::is_pair(Index bracket) const {
  return bracket >= kPair && entities_.club_of_unit[bracket - 1] != kNoIndex &&
         entities_.club_of_unit[bracket - kPair] != kNoIndex &&
         (document_.units[bracket - 2].kinds & kind_bit(UnitKind::kPunct)) != 0;
}

bool Legs::opens_with_score(Index bracket) const {
  const IndexRange inside = inside_bracket(document_, bracket);
  return !inside.empty() && is_final_score(document_, inside.begin);
}

// Whether it tells the first leg's score.
bool Legs::names_leg(Index bracket) const {
  const IndexRange inside = inside_bracket(document_, bracket);
  return names_first_leg(document_, lexicon_, first_leg_, bracket) &&
         first_score(inside) < inside.end;
}

// The first unit of these that is a score; their end: none is.
Index Legs::first_score(IndexRange units) const {
  while (units.begin < units.end && !is_final_score(document_, units.begin)) ++units.begin;
  return units.begin;
}

bool Legs::is_bracket(Index unit) const {
  return reading_of(document_, unit, UnitKind::kBracket) != nullptr;
}

Index Legs::bracket_of(const Hit& hit) const {
  Index unit = hit.units.begin;
  while (unit < hit.units.end && !is_bracket(unit)) ++unit;
  return unit < hit.units.end ? unit : kNoIndex;
}

// Whether nothing but such pairs stands between the one whose bracket names the leg and this one.
bool Legs::goes_on(const Hit& hit) const {
  const Index own = bracket_of(hit);
  if (own == kNoIndex || !is_pair(own) || !opens_with_score(own) || names_leg(own)) return false;
  const auto block_of_clause = [&](Index clause) {
    return document_.sentences[document_.clauses[clause].sentence].block;
  };
  const Index block = block_of_clause(hit.clause);
  Index seen = 0;
  for (Index c = hit.clause + 1; c-- > 0 && block_of_clause(c) == block;) {
    const Clause& clause = document_.clauses[c];
    if (clause.parent != kNoIndex) continue;
    for (Index unit = std::min(clause.units.end, hit.units.begin); unit-- > clause.units.begin;) {
      if (++seen > kReach || is_final_score(document_, unit)) return false;
      if (!is_bracket(unit)) continue;
      if (names_leg(unit)) return true;
      if (!is_pair(unit)) continue;
      if (!opens_with_score(unit)) return false;
    }
  }
  return false;
}

// `(andata 2-1 per i lariani)`: who won it says whose goals are more.
void Legs::take_winner(const Hit& hit, Statement& match) const {
  const Index bracket = bracket_of(hit);
  if (bracket == kNoIndex || !names_leg(bracket)) return;
  const IndexRange inside = inside_bracket(document_, bracket);
  Index unit = first_score(inside);
  while (unit < inside.end && entities_.club_of_unit[unit] == kNoIndex) ++unit;
  if (unit == inside.end) return;
  const std::string& winner = entities_.clubs[entities_.club_of_unit[unit]];
  const std::string* home = text_of(match.args[Match::kHome]);
  const std::string* away = text_of(match.args[Match::kAway]);
  if (home == nullptr || away == nullptr || (*home != winner && *away != winner)) return;
  auto& args = match.args;
  const auto* home_goals = std::get_if<std::int64_t>(&args[Match::kHomeGoals]);
  const auto* away_goals = std::get_if<std::int64_t>(&args[Match::kAwayGoals]);
  if (home_goals == nullptr || away_goals == nullptr) return;
  const bool more = *home_goals > *away_goals;
  if (more != (*home == winner)) std::swap(args[Match::kHomeGoals], args[Match::kAwayGoals]);
}

void Legs::settle(const Hit& hit, Statement& match) const {
  if (hit.table || hit.units.empty()) return;
  take_winner(hit, match);
  if (!goes_on(hit)) return;
  std::swap(match.args[Match::kHome], match.args[Match::kAway]);
  std::swap(match.args[Match::kHomeGoals], match.args[Match::kAwayGoals]);
  for (EvidenceSlot& slot : match.evidence.slots) {
    if (slot.arg == Match::kHome)
      slot.arg = Match::kAway;
    else if (slot.arg == Match::kAway)
      slot.arg = Match::kHome;
  }
  drop_arg(Match::kDate, match);
}

}  // namespace panchina
