// What ties the clubs around a score to it: which of them is a side of its match, which is no more
// than the ground.
#include <algorithm>

#include "document/phrase.h"
#include "document/readings.h"
#include "resolve/game/told_score.h"
#include "resolve/game/told_score_view.h"

namespace panchina {

namespace {

constexpr Index kFormer = 4;  // units from `ex` to the club

}  // namespace

// Takes up the club, or the ground, at a place of the view, by what ties it to the score.
void ToldScore::take(Sides& s, Index at, bool behind) const {
  const auto oppose = [&](std::optional<ToldTeam>& team, Link link) {
    if (s.opponent) return;
    s.opponent = std::move(team);
    s.tie = link;
  };
  const Index unit = s.view.units[at];
  if (!behind && !s.subject && !s.opponent && s.outcome == Outcome::kDrawn) {
    std::optional<ToldTeam> behind_it = club_at(unit);
    std::optional<ToldTeam> before_it = joined_before(s.view, at);
    if (behind_it && before_it) {
      s.subject = std::move(before_it);
      oppose(behind_it, Link::kWith);
      return;
    }
  }
  if (!s.ground && at >= s.view.own) {
    s.ground = ground_at(s.view, at);
    s.ground_at = at;
    s.of_ground = s.ground && (document_.units[unit].kinds & kind_bit(UnitKind::kStadium)) != 0;
    s.strange_ground = s.ground && s.ground->unit == kNoIndex && s.ground->id.starts_with('?');
    s.near_ground = s.ground && !behind && !s.of_ground && !s.opponent && !s.strange_ground;
    s.tight_ground = s.ground && is_tight(s.view, at);
    s.own_words = s.ground && link_of(s.view, at) == Link::kGround;
    if (s.ground) return;
  }
  std::optional<ToldTeam> team = club_at(unit);
  // `sbanca Cesena`
  if (!team && !s.ground && !behind && at > s.view.begin) {
    const VerbGroup* verb = verb_of(document_, s.view.units[at - 1]);
    if (verb != nullptr && lexicon_.in_list(verb->lemma, storms_)) {
      s.ground = of_town(unit);
      if (!s.ground) s.ground = of_strange_town(unit);
      s.tight_ground = true;
      return;
    }
  }
  if (!team) return;
  if (!s.host && is_called_host(unit)) s.host = team;
  if (!behind && !s.subject && !s.opponent && is_given_to(s.view, at)) {
    s.outcome = Outcome::kWon;
    s.subject = std::move(team);
    s.given = true;
    return;
  }
  if (!behind && !s.subject &&
      (at == s.patient || is_antecedent(s.view, at) || is_apposed_held(s, at))) {
    s.subject = std::move(team);
    return;
  }
  if (!behind && !s.subject && !s.opponent && is_paying(s.view, at)) {
    oppose(team, Link::kTo);
    s.outcome = Outcome::kWon;
    return;
  }
  if (s.bracket && !behind && continues_list(s, unit)) {
    oppose(team, Link::kWith);
    return;
  }
  if (!behind && !s.subject && !s.opponent && is_cleft_winner(s.view, at)) {
    s.subject = std::move(team);
    s.outcome = Outcome::kWon;
    s.cleft = true;
    return;
  }
  const Link link = link_of(s.view, at);
  if (link == Link::kBetween || link == Link::kFree || link == Link::kBehind) {
    std::optional<ToldTeam> joined = joined_to(s.view, at);
    if (same(joined, s.subject) && link == Link::kBetween) {
      oppose(team, Link::kWith);
      return;
    }
    if (joined && (link == Link::kBetween || s.outcome == Outcome::kDrawn) && !s.opponent) {
      s.subject = std::move(team);
      oppose(joined, Link::kWith);
      return;
    }
  }
  // `nove gol presi tra Spal (0-4), Carpi (0-2) e Massese (0-3)`: the first of a list.
  if (s.bracket && !behind && !s.opponent && link == Link::kBetween &&
      document_.clauses[s.hit.clause].parent == unit + 1) {
    oppose(team, Link::kWith);
    return;
  }
  switch (link) {
    case Link::kFrom:
      if (!behind && !s.subject && is_scored_neighbour(s, at)) {
        s.subject = std::move(team);
        break;
      }
      // `la sconfitta riportata dai lariani`
      if (is_theirs(s.view, at)) {
        s.theirs = s.theirs || (behind && !s.subject);
        if (!s.subject) s.subject = std::move(team);
        break;
      }
      [[fallthrough]];
    case Link::kWith:
      if (behind && link == Link::kWith && !s.subject && is_with_beaten(s.view, at)) {
        s.subject = std::move(team);
        s.outcome = Outcome::kLost;
        break;
      }
      oppose(team, link);
      break;
    case Link::kTo:
    case Link::kOn:
      if (!behind && !s.subject && is_awarded_to(s.view, at)) {
        s.subject = std::move(team);
        break;
      }
      if (!behind && link == Link::kTo && s.outcome == Outcome::kOpen && counts_goals(s, at)) {
        oppose(team, link);
        s.outcome = Outcome::kWon;
        break;
      }
      if (behind || (s.told && !s.near_ground && follows_outcome(s.view, at)))
        oppose(team, link);
      else if (link == Link::kTo && !s.loose && opens_sentence(s.view, at))
        s.loose = std::move(team);  // `Al Como sono stati fatali i ko con Lecco (2-0) e Bari (1-0)`
      break;
    case Link::kFor:
      if (!behind) {
        if (!s.loose) s.loose = std::move(team);
      } else if (is_loser_for(s, at)) {
        s.subject = std::move(team);
      } else if (!s.winner && s.score.first != s.score.second && !is_next_told(s.view, at)) {
        s.winner = std::move(team);
      }
      break;
    case Link::kOf:
      if (!behind && !s.subject && is_owner_of_bracket(s, at)) {
        s.subject = std::move(team);
      } else if (!behind) {
        if (!s.loose && !is_town(s.view, at) && !is_former(s.view, at)) s.loose = std::move(team);
      } else if (!s.subject) {
        s.subject = std::move(team);
        s.owner = !s.opponent;
      }
      break;
    case Link::kObject:
    case Link::kBehind:
      // `battono i lariani a Lecco per 3-1`; not `battuto il Como, perde a Lecco`
      if (!s.near_ground || behind || !has_verb_between(s.view, at))
        take_object(s, at, std::move(team));
      break;
    case Link::kFree:
      // `persa la finale (Gela, 0-1 in casa)`
      if (s.bracket && document_.clauses[s.hit.clause].units.contains(unit) &&
          !entities_.indirect[unit] && entities_.folk_of_unit[unit] == kNoIndex &&
          focus_.protagonist() != kNoIndex && team->entity != focus_.protagonist()) {
        oppose(team, Link::kWith);
        break;
      }
      if (!behind && s.given) oppose(team, Link::kTo);
      if (!behind && s.subject && !s.second && team->id != s.subject->id) s.second = team;
      if (!behind && !s.subject && !s.played[unit] && !is_called_former(unit) &&
          (!s.near || team->entity != s.last.opponent || has_verb_behind(s.view, at))) {
        s.subject = std::move(team);
      }
      break;
    default:
      break;
  }
}

// `ne ha fatto le spese il Como, regolato 3-1`: it was beaten, and nobody says by whom.
bool ToldScore::is_paying(const View& view, Index at) const {
  constexpr Index kReach = 2;
  bool paid = false;
  for (Index n = 1; n <= kReach && at >= view.begin + n; ++n)
    paid = paid || lexicon_.in_list(document_.units[view.units[at - n]].word, over_);
  if (!paid || lexicon_.in_list(document_.units[view.units[at - 1]].word, of_)) return false;
  for (Index next = at + 1; next + 1 < view.end; ++next) {
    if (lexicon_.in_list(document_.units[view.units[next]].word, from_)) return false;
  }
  return true;
}

// `il Lecco perde 2-0 a Como, il Varese 3-1 a Pisa`: what the verb before told, once more.
bool ToldScore::is_elliptic(const Sides& s, Index score) const {
  if (s.subject->unit == kNoIndex || s.subject->unit + 1 != score || s.told) return false;
  const Index first = phrase_begin(document_, s.subject->unit, 0);
  if (first <= document_.clauses[s.hit.clause].units.begin) return false;
  return is_mark(first - 1, ',') || lexicon_.in_list(document_.units[first - 1].word, joint_);
}

// `quelle con il Como (1-2), il Lecco (0-1) e il Bari (2-0)`: one more of whom the subject met.
bool ToldScore::continues_list(const Sides& s, Index unit) const {
  if (!s.near || s.last.opponent == kNoIndex || unit < 3) return false;
  const Index at = phrase_begin(document_, unit, 3) - 1;
  if (!is_mark(at, ',') && !lexicon_.in_list(document_.units[at].word, and_)) return false;
  // Not `(1-1), il Bari batte il Pisa (2-0)`.
  return is_scored_bracket(at - 1) && is_scored_bracket(unit + 1) &&
         entity_at(at - 2) == s.last.opponent;
}

// `approfitta dello stop del Como (1-1 a Lecco)`: whose defeat, draw or victory the bracket tells.
bool ToldScore::is_owner_of_bracket(const Sides& s, Index at) const {
  if (!s.bracket || at < s.view.begin + 2) return false;
  return document_.clauses[s.hit.clause].units.contains(s.view.units[at + 1]) &&
         lexicon_.in_list(document_.units[s.view.units[at - 1]].word, of_) &&
         is_outcome_noun(document_.units[s.view.units[at - 2]].word);
}

// `; il Como si prese la rivincita, 2-0`
bool ToldScore::has_verb_behind(const View& view, Index at) const {
  if (at + 1 >= view.end) return false;
  const VerbGroup* verb = verb_of(document_, view.units[at + 1]);
  return verb != nullptr && verb->form == Form::kFinite && verb->voice != Voice::kPassive;
}

// Whether the preposition before a club is the first word of its sentence.
bool ToldScore::opens_sentence(const View& view, Index at) const {
  const Index clause = main_clause_[document_.clauses[view.clause].sentence];
  return clause != kNoIndex && at > view.begin &&
         view.units[at - 1] == document_.clauses[clause].units.begin;
}

// Whether a verb stands between a club and the score behind it.
bool ToldScore::has_verb_between(const View& view, Index at) const {
  for (Index next = at + 1; next < view.score; ++next) {
    if (verb_of(document_, view.units[next]) != nullptr) return true;
  }
  return false;
}

// `ne fa quattro al Como: 4-1`, `tre gol al Como (3-0)`: as many as the winner scored.
bool ToldScore::counts_goals(const Sides& s, Index at) const {
  constexpr Index kReach = 4;
  for (Index n = 1; n <= kReach && at >= s.view.begin + n; ++n) {
    const Index unit = s.view.units[at - n];
    if (is_stop(unit, true) || entity_at(unit) != kNoIndex) return false;
    const Reading* number = reading_of(document_, unit, UnitKind::kNumber);
    if (number != nullptr)
      return static_cast<int>(number->value) == std::max(s.score.first, s.score.second);
  }
  return false;
}

// `per 2-1, sconfitta anche per il Como`: what the comma parts from the score is of another match.
bool ToldScore::is_next_told(const View& view, Index at) const {
  bool apart = false;
  for (Index n = view.score + 1; n < at; ++n) {
    if (is_mark(view.units[n], ',')) apart = true;
    if (apart && outcome_at(view.units[n]) != Outcome::kOpen) return true;
  }
  return false;
}

// `seguito dal Como (3-0 a Lecco)`: the bracket tells whom the club before it met, and no verb says
// that it was that club who beat or held somebody.
bool ToldScore::is_scored_neighbour(const Sides& s, Index at) const {
  constexpr Index kReach = 5;
  if (!s.bracket || at + 1 >= s.view.units.size() || (!s.opponent && !s.ground)) return false;
  if (!document_.clauses[s.hit.clause].units.contains(s.view.units[at + 1])) return false;
  for (Index n = 1; n <= kReach && at >= s.view.begin + n; ++n) {
    const Index unit = s.view.units[at - n];
    const VerbGroup* verb = verb_of(document_, unit);
    if (lexicon_.in_list(document_.units[unit].word, by_)) return false;
    if (outcome_at(unit) != Outcome::kOpen || (verb != nullptr && takes_club(*verb))) return false;
    if (verb != nullptr) break;
  }
  return true;
}

// `sconfitta 2-0 a Lecco per il Como`, `quella di Lecco (2-0) per il Como`: whose defeat it was;
// but `la batosta di Lecco, 2-0 per il Como`.
bool ToldScore::is_loser_for(const Sides& s, Index at) const {
  constexpr Index kBeside = 3;  // units from the score to the club of its winner
  if (s.subject || s.outcome != Outcome::kLost || !s.told) return false;
  const bool inside = document_.clauses[s.hit.clause].units.contains(s.view.units[at]);
  return s.bracket ? !inside : s.ground && at > s.view.score + kBeside;
}

// `riportata dai lariani`, `vinta per 3-1 dai lariani`, `inflitto dai lariani`: whose defeat or
// victory it was, not who gave it.
bool ToldScore::is_theirs(const View& view, Index at) const {
  constexpr Index kReach = 5, kNear = 3;
  for (Index n = 1; n <= kReach && at >= view.begin + n; ++n) {
    const Index unit = view.units[at - n];
    const VerbGroup* verb = verb_of(document_, unit);
    if (verb == nullptr) {
      if (entity_at(unit) != kNoIndex || (is_stop(unit, true) && at - n != view.score))
        return false;
      continue;
    }
    if (n <= kNear && verb->form == Form::kParticiple && lexicon_.in_list(verb->lemma, gets_)) {
      // `il 4-0 incassato dal Como`: who gave it, where the passage is about another.
      const bool of_score = at - n == view.score + 1 && lexicon_.in_list(verb->lemma, takes_);
      const Index topic = focus_.topic(document_.clauses[view.clause].sentence);
      const Index hero = topic != kNoIndex ? topic : focus_.protagonist();
      return !of_score || hero == kNoIndex || hero == entity_at(view.units[at]);
    }
    return verb->voice == Voice::kPassive && !lexicon_.in_list(verb->lemma, beats_) &&
           lexicon_.in_list(verb->lemma, wins_);
  }
  return false;
}

// A club by an epithet that it is not plain whose: `ha travolto i rossocrociati`.
bool ToldScore::has_unresolved(const View& view) const {
  for (Index at = view.own; at < view.end; ++at) {
    const Unit& one = document_.units[view.units[at]];
    if (entity_at(view.units[at]) != kNoIndex) continue;
    if ((one.kinds & kind_bit(UnitKind::kClub)) == 0 ||
        (one.kinds & (kind_bit(UnitKind::kPlace) | kind_bit(UnitKind::kPerson))) != 0) {
      continue;
    }
    const Link link = link_of(view, at);
    if (link == Link::kFree || link == Link::kOf || link == Link::kNone ||
        (link == Link::kTo && at < view.score)) {
      continue;  // `fatale al friulano`: a person
    }
    for (const Reading& reading : readings_of(document_, one)) {
      if (reading.kind == UnitKind::kClub && reading.how == How::kEpithet) return true;
    }
  }
  return false;
}

// `ko 1-0 a Cava`: a ground whose club is not known.
bool ToldScore::has_strange_place(const Sides& s) const {
  if (s.ground) return false;
  for (Index at = s.view.own; at + 1 < s.view.end; ++at) {
    if (lexicon_.in_list(document_.units[s.view.units[at]].word, at_) &&
        (document_.units[s.view.units[at + 1]].kinds & kind_bit(UnitKind::kPlace)) != 0) {
      return true;
    }
  }
  return false;
}

// `il tecnico di Altamura`
bool ToldScore::is_town(const View& view, Index at) const {
  return at > view.begin && lexicon_.in_list(document_.units[view.units[at - 1]].word, bare_of_) &&
         (document_.units[view.units[at]].kinds & kind_bit(UnitKind::kPlace)) != 0;
}

// `ex terzino del Savoia`
bool ToldScore::is_former(const View& view, Index at) const {
  for (Index n = 2; n <= kFormer && at >= view.begin + n; ++n) {
    const Unit& one = document_.units[view.units[at - n]];
    if ((one.kinds & kind_bit(UnitKind::kPunct)) != 0) return false;
    if (lexicon_.in_list(one.word, former_)) return true;
    const Index before = one.tokens.begin;
    if (before > 0 && lexicon_.in_list(document_.tokens[before - 1].word, former_)) return true;
  }
  return false;
}

// `l'ex Savoia`: somebody who was there.
bool ToldScore::is_called_former(Index unit) const {
  const Index first = document_.units[unit].tokens.begin;
  return first > 0 && lexicon_.in_list(document_.tokens[first - 1].word, former_);
}

// `ad avere la meglio è stato il Como`, `a spuntarla è il Como`: the club behind `to be`, whose
// predicate is an infinitive of victory.
bool ToldScore::is_cleft_winner(const View& view, Index at) const {
  constexpr Index kReach = 7;
  Index be = kNoIndex;
  for (Index n = 1; n <= 2 && be == kNoIndex && at >= view.begin + n; ++n) {
    const VerbGroup* verb = verb_of(document_, view.units[at - n]);
    if (verb != nullptr && lexicon_.in_list(verb->lemma, is_)) be = at - n;
  }
  if (be == kNoIndex) return false;
  bool won = false;
  for (Index n = 1; n <= kReach && be >= view.begin + n; ++n) {
    const Index unit = view.units[be - n];
    if (is_stop(unit, true) || is_mark(unit, ',') || entity_at(unit) != kNoIndex) break;
    won = won || outcome_at(unit) == Outcome::kWon;
    const VerbGroup* verb = verb_of(document_, unit);
    if (verb != nullptr) return verb->form == Form::kInfinitive && won;
  }
  return false;
}

// A club behind a verb: whom its subject beat, held, met, or the subject itself.
void ToldScore::take_object(Sides& s, Index at, std::optional<ToldTeam> team) const {
  const VerbGroup* verb = nullptr;
  for (Index u = at; verb == nullptr && u > s.view.begin; --u)
    verb = verb_of(document_, s.view.units[u - 1]);
  if (verb == nullptr) return;
  const bool passive = verb->voice == Voice::kPassive && verb->form != Form::kParticiple;
  const auto oppose = [&](Link link) {
    if (s.opponent) return false;
    s.opponent = team;
    s.tie = link;
    return true;
  };
  if (lexicon_.in_list(verb->lemma, beats_) && !passive) {
    if (oppose(Link::kTo)) s.outcome = Outcome::kWon;
  } else if (lexicon_.in_list(verb->lemma, storms_) && !passive) {
    if (!s.ground) s.ground = team;
    oppose(Link::kTo);
  } else if (lexicon_.in_list(verb->lemma, holds_) && s.outcome == Outcome::kDrawn && !passive) {
    oppose(Link::kWith);
  } else if (lexicon_.in_list(verb->lemma, meets_)) {
    s.hosts = s.hosts || lexicon_.in_list(verb->lemma, hosts_);
    oppose(Link::kWith);
  } else if (!s.subject && !s.loose && verb->form == Form::kFinite && !verb->clitic_object &&
             !passive && verb_of(document_, s.view.units[at - 1]) == verb &&
             (lexicon_.in_list(verb->lemma, wins_) || lexicon_.in_list(verb->lemma, loses_))) {
    // `al Bentegodi passa il Como per 1-0`
    s.subject = std::move(team);
    s.outcome = lexicon_.in_list(verb->lemma, wins_) ? Outcome::kWon : Outcome::kLost;
  } else if (!s.loose) {
    s.loose = std::move(team);
    s.inverted = verb->clitic_object && lexicon_.in_list(verb->lemma, wins_);
  }
}

}  // namespace panchina
