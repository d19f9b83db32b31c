// What ties the clubs around a score to it: which of them is a side of its match, which is no more
// than the ground.
#include <optional>
#include <utility>

#include "resolve/game/told_score.h"
#include "resolve/game/told_score_view.h"

namespace panchina {

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
  if (!team && is_folk_of(s.view, at)) team = of_town(unit);
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
  const Link link = link_of(s.view, is_folk_of(s.view, at) ? at - 2 : at);
  if (!behind && !s.subject && is_served_before_bracket(s, unit, link)) {
    s.subject = std::move(team);
    return;
  }
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
        s.dealt = s.dealt || (behind && !s.subject && is_dealt_by(s.view, at));
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
