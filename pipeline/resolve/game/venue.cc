#include "resolve/game/venue.h"

#include <algorithm>
#include <string>
#include <utility>

#include "document/readings.h"
#include "resolve/fact/args.h"
#include "resolve/game/leads_out.h"
#include "text/fold.h"

namespace panchina {

namespace {

using arg::Match;

constexpr Index kReach = 7;  // units on either side of a hit

}  // namespace

Venue::Venue(const Document& document, const EntityView& entities, const Lexicon& lexicon)
    : document_(document),
      entities_(entities),
      lexicon_(lexicon),
      at_home_(lexicon.find_list("at_home")),
      on_the_road_(lexicon.find_list("on_the_road")),
      ground_(lexicon.find_list("ground")),
      at_(lexicon.find_list("match_at")),
      against_(lexicon.find_list("against")),
      from_(lexicon.find_list("match_from")) {}

void Venue::settle(const Hit& hit, Statement& match) const {
  auto& args = match.args;
  if (!is_null(args[Match::kOrderKnown])) return;
  const std::string* home = text_of(args[Match::kHome]);
  const std::string* away = text_of(args[Match::kAway]);
  if (home == nullptr || away == nullptr) return;
  const Side side =
      find(hit, {*home, lexicon_.find_club(*home)}, {*away, lexicon_.find_club(*away)});
  args[Match::kOrderKnown] = side != Side::kUnknown;
  if (side != Side::kOpponent) return;
  constexpr std::pair<Index, Index> kTurned[] = {{Match::kHome, Match::kAway},
                                                 {Match::kHomeGoals, Match::kAwayGoals},
                                                 {Match::kHomePenalties, Match::kAwayPenalties}};
  for (const auto& [one, two] : kTurned) {
    std::swap(args[one], args[two]);
    const auto turn = [&, one = one, two = two](Index& slot) {
      slot = slot == one ? two : slot == two ? one : slot;
    };
    for (EvidenceSlot& slot : match.evidence.slots) turn(slot.arg);
    for (InferredSlot& slot : match.evidence.inferred) turn(slot.arg);
  }
}

// The nearest sign, within the hit first, then beside it.
Venue::Side Venue::find(const Hit& hit, const Team& subject, const Team& opponent) const {
  const IndexRange clause = document_.clauses[hit.clause].units;
  const auto ends = [&](Index unit) {
    return (document_.units[unit].kinds & kind_bit(UnitKind::kBreak)) != 0 ||
           (document_.units[unit].kinds & kind_bit(UnitKind::kScore)) != 0;
  };
  IndexRange range = hit.units;
  for (Index n = 0; n < kReach && range.end < clause.end && !ends(range.end); ++n) ++range.end;
  for (Index n = 0; n < kReach && range.begin > clause.begin && !ends(range.begin - 1); ++n) {
    --range.begin;
  }
  // `liquida 3-0 il Pisa, blitz del Novara`: behind the comma is another's match.
  const auto is_other = [&](Index unit) {
    return entities_.club_of_unit[unit] != kNoIndex && !is_team(unit, subject) &&
           !is_team(unit, opponent);
  };
  Index comma = hit.units.end;
  while (comma < range.end && document_.tokens[document_.units[comma].tokens.begin].mark != ',')
    ++comma;
  for (Index unit = comma; unit < range.end; ++unit) {
    if (is_other(unit)) range.end = comma;
  }
  for (Index unit = hit.units.begin; unit < range.end; ++unit) {
    const Side side = read(unit, range, subject, opponent);
    if (side != Side::kUnknown) return side;
  }
  for (Index unit = hit.units.begin; unit > range.begin; --unit) {
    const Side side = read(unit - 1, range, subject, opponent);
    if (side != Side::kUnknown) return side;
  }
  // `Cuneo b. Derthona 1-0 (a Tortona)`
  if (range.end < clause.end) {
    const IndexRange inside = inside_bracket(document_, range.end);
    for (Index unit = inside.begin; unit < inside.end; ++unit) {
      const Side side = read(unit, inside, subject, opponent);
      if (side != Side::kUnknown) return side;
    }
  }
  // `la gara esterna con il Siena (sconfitta per 3-0)`: what stands before the bracket.
  const Index bracket = document_.clauses[hit.clause].parent;
  if (bracket == kNoIndex || range.begin > clause.begin) return Side::kUnknown;
  for (Index n = 1; n <= kReach && bracket >= n && !ends(bracket - n); ++n) {
    const Side side = read(bracket - n, {bracket - n, bracket}, subject, opponent);
    if (side != Side::kUnknown) return side;
  }
  return Side::kUnknown;
}

bool Venue::is_out_of(Index unit, IndexRange range) const {
  return leads_out(lexicon_, from_, at_home_, [&](Index n) {
    return unit + n < range.end ? document_.units[unit + n].word : 0;
  });
}

Venue::Side Venue::read(Index unit, IndexRange range, const Team& subject,
                        const Team& opponent) const {
  const Unit& one = document_.units[unit];
  if (lexicon_.in_list(one.word, ground_)) return ground(unit, range, subject, opponent);
  if (lexicon_.in_list(one.word, at_home_)) return Side::kSubject;
  if (lexicon_.in_list(one.word, on_the_road_) && !is_out_of(unit, range)) return Side::kOpponent;
  for (const Reading& reading : readings_of(document_, one)) {
    if (reading.kind != UnitKind::kStadium) continue;
    const std::vector<Index>& clubs = lexicon_.stadiums()[reading.value].clubs;
    const auto plays = [&](const Team& team) {
      return team.club != kNoIndex &&
             std::find(clubs.begin(), clubs.end(), team.club) != clubs.end();
    };
    if (plays(subject) != plays(opponent)) return plays(subject) ? Side::kSubject : Side::kOpponent;
  }
  // `a Novara`: a bare preposition of place before the town of one of the two.
  if (unit > range.begin && entities_.club_of_unit[unit] == kNoIndex) {
    const Index before = document_.units[unit - 1].word;
    if (lexicon_.in_list(before, at_)) {
      const bool of_subject = is_town_of(unit, subject), of_opponent = is_town_of(unit, opponent);
      if (of_subject != of_opponent) return of_subject ? Side::kSubject : Side::kOpponent;
    }
  }
  return Side::kUnknown;
}

// `sul campo del Como`, `in casa del Como`, `in casa`: whose ground it is.
Venue::Side Venue::ground(Index unit, IndexRange range, const Team& subject,
                          const Team& opponent) const {
  bool against = false;  // `in casa con il Como`: with whom, not whose
  for (Index at = unit + 1; at < std::min(range.end, unit + 5); ++at) {
    against = against || lexicon_.in_list(document_.units[at].word, against_);
    if (is_team(at, opponent)) return against ? Side::kSubject : Side::kOpponent;
    if (is_team(at, subject)) return Side::kSubject;
  }
  return lexicon_.in_list(document_.units[unit].word, at_home_) ? Side::kSubject : Side::kUnknown;
}

bool Venue::is_team(Index unit, const Team& team) const {
  const Index club = entities_.club_of_unit[unit];
  return club != kNoIndex && entities_.clubs[club] == team.id;
}

bool Venue::is_town_of(Index unit, const Team& team) const {
  if (team.club == kNoIndex) return false;
  const std::string& city = lexicon_.clubs()[team.club].city;
  const std::string town = folded(document_.text.norm(document_.units[unit].span));
  if (city.empty() || town.empty()) return false;
  // `Castellammare` for Castellammare di Stabia.
  return city == town || (town.size() > 4 && city.size() > town.size() &&
                          city.compare(0, town.size(), town) == 0 && city[town.size()] == ' ');
}

}  // namespace panchina
