// What ties the clubs around a score to it: which of them is a side of its match, which is no more
// than the ground.
#include <optional>
#include <utility>

#include "resolve/game/told_score.h"
#include "resolve/game/told_score_view.h"

namespace panchina {

void ToldScore::take(Sides& s, Index at, bool behind) const {
  if (!behind && take_joined_draw(s, at)) return;
  if (!s.ground && at >= s.view.own && take_ground(s, at, behind)) return;
  const Index unit = s.view.units[at];
  std::optional<ToldTeam> team = club_at(unit);
  const bool folk = is_folk_of(s.view, at);
  if (!team && folk) team = of_town(unit);
  if (!team) {
    if (!behind) take_stormed(s, at);
    return;
  }
  if (!s.host && is_called_host(unit)) s.host = team;
  if (!behind && take_turned(s, at, *team)) return;
  const Link link = link_of(s.view, folk ? at - 2 : at);
  if (!behind && !s.subject && is_served_before_bracket(s, unit, link)) {
    s.subject = std::move(team);
    return;
  }
  if (take_joined(s, at, link, *team)) return;
  // `nove gol presi tra Spal (0-4), Carpi (0-2) e Massese (0-3)`: the first of a list.
  if (s.bracket && !behind && !s.opponent && link == Link::kBetween &&
      document_.clauses[s.hit.clause].parent == unit + 1) {
    oppose(s, std::move(*team), Link::kWith);
    return;
  }
  take_linked(s, at, behind, link, std::move(*team));
}

// `Como e Lecco pareggiano 1-1`
bool ToldScore::take_joined_draw(Sides& s, Index at) const {
  if (s.subject || s.opponent || s.outcome != Outcome::kDrawn) return false;
  std::optional<ToldTeam> behind_it = club_at(s.view.units[at]);
  std::optional<ToldTeam> before_it = joined_before(s.view, at);
  if (!behind_it || !before_it) return false;
  s.subject = std::move(before_it);
  oppose(s, std::move(*behind_it), Link::kWith);
  return true;
}

bool ToldScore::take_ground(Sides& s, Index at, bool behind) const {
  s.ground = ground_at(s.view, at);
  s.ground_at = at;
  if (!s.ground) return false;
  s.of_ground = (document_.units[s.view.units[at]].kinds & kind_bit(UnitKind::kStadium)) != 0;
  s.strange_ground = s.ground->unit == kNoIndex && s.ground->id.starts_with('?');
  s.near_ground = !behind && !s.of_ground && !s.opponent && !s.strange_ground;
  s.tight_ground = is_tight(s.view, at);
  s.own_words = link_of(s.view, at) == Link::kGround;
  return true;
}

// `sbanca Cesena`
void ToldScore::take_stormed(Sides& s, Index at) const {
  if (s.ground || at <= s.view.begin) return;
  const VerbGroup* verb = verb_of(document_, s.view.units[at - 1]);
  if (verb == nullptr || !lexicon_.in_list(verb->lemma, storms_)) return;
  const Index unit = s.view.units[at];
  s.ground = of_town(unit);
  if (!s.ground) s.ground = of_strange_town(unit);
  s.tight_ground = s.ground.has_value();
}

// A club before the score of which more than its preposition says whether it won.
bool ToldScore::take_turned(Sides& s, Index at, const ToldTeam& team) const {
  const bool open = !s.subject && !s.opponent;
  if (open && is_given_to(s.view, at)) {
    s.outcome = Outcome::kWon;
    s.subject = team;
    s.given = true;
    return true;
  }
  if (!s.subject && (at == s.patient || is_antecedent(s.view, at) || is_apposed_held(s, at))) {
    s.subject = team;
    return true;
  }
  if (open && is_paying(s.view, at)) {
    s.outcome = Outcome::kWon;
    return oppose(s, team, Link::kTo);
  }
  if (s.bracket && continues_list(s, s.view.units[at])) {
    oppose(s, team, Link::kWith);
    return true;
  }
  if (!open || !is_cleft_winner(s.view, at)) return false;
  s.subject = team;
  s.outcome = Outcome::kWon;
  s.cleft = true;
  return true;
}

// `tra Como e Lecco`, `Como e Lecco 1-1`: the first of two.
bool ToldScore::take_joined(Sides& s, Index at, Link link, const ToldTeam& team) const {
  if (link != Link::kBetween && link != Link::kFree && link != Link::kBehind) return false;
  std::optional<ToldTeam> joined = joined_to(s.view, at);
  if (!joined) return false;
  if (link == Link::kBetween && same(joined, s.subject)) {
    oppose(s, team, Link::kWith);
    return true;
  }
  if (s.opponent || (link != Link::kBetween && s.outcome != Outcome::kDrawn)) return false;
  s.subject = team;
  return oppose(s, std::move(*joined), Link::kWith);
}

void ToldScore::take_linked(Sides& s, Index at, bool behind, Link link, ToldTeam team) const {
  switch (link) {
    case Link::kFrom:
      return take_from(s, at, behind, std::move(team));
    case Link::kWith:
      return take_with(s, at, behind, std::move(team));
    case Link::kTo:
    case Link::kOn:
      return take_to(s, at, behind, link, std::move(team));
    case Link::kFor:
      return take_for(s, at, behind, std::move(team));
    case Link::kOf:
      return take_of(s, at, behind, std::move(team));
    case Link::kObject:
    case Link::kBehind:
      // `battono i lariani a Lecco per 3-1`; not `battuto il Como, perde a Lecco`
      if (!s.near_ground || behind || !has_verb_between(s.view, at))
        take_object(s, at, std::move(team));
      return;
    case Link::kFree:
      return take_free(s, at, behind, std::move(team));
    default:
      return;
  }
}

void ToldScore::take_from(Sides& s, Index at, bool behind, ToldTeam team) const {
  if (!behind && !s.subject && is_scored_neighbour(s, at)) {
    s.subject = std::move(team);
    return;
  }
  // `la sconfitta riportata dai lariani`
  if (!is_theirs(s.view, at)) {
    oppose(s, std::move(team), Link::kFrom);
    return;
  }
  if (s.subject) return;
  s.theirs = s.theirs || behind;
  s.dealt = s.dealt || (behind && is_dealt_by(s.view, at));
  s.subject = std::move(team);
}

void ToldScore::take_with(Sides& s, Index at, bool behind, ToldTeam team) const {
  if (!behind || s.subject || !is_with_beaten(s.view, at)) {
    oppose(s, std::move(team), Link::kWith);
    return;
  }
  s.subject = std::move(team);
  s.outcome = Outcome::kLost;
}

void ToldScore::take_to(Sides& s, Index at, bool behind, Link link, ToldTeam team) const {
  if (!behind && !s.subject && is_awarded_to(s.view, at)) {
    s.subject = std::move(team);
    return;
  }
  if (!behind && link == Link::kTo && s.outcome != Outcome::kLost && counts_goals(s, at)) {
    oppose(s, std::move(team), link);
    s.outcome = Outcome::kWon;
    return;
  }
  if (behind || (s.told && !s.near_ground && follows_outcome(s.view, at)))
    oppose(s, std::move(team), link);
  else if (link == Link::kTo && !s.loose && opens_sentence(s.view, at))
    s.loose = std::move(team);  // `Al Como sono stati fatali i ko con Lecco (2-0) e Bari (1-0)`
}

void ToldScore::take_for(Sides& s, Index at, bool behind, ToldTeam team) const {
  if (!behind) {
    if (!s.loose) s.loose = std::move(team);
  } else if (is_loser_for(s, at)) {
    s.subject = std::move(team);
  } else if (!s.winner && s.score.first != s.score.second && !is_next_told(s.view, at)) {
    s.winner = std::move(team);
  }
}

void ToldScore::take_of(Sides& s, Index at, bool behind, ToldTeam team) const {
  if (!behind && !s.subject && is_owner_of_bracket(s, at)) {
    s.subject = std::move(team);
  } else if (!behind) {
    if (!s.loose && !is_town(s.view, at) && !is_former(s.view, at)) s.loose = std::move(team);
  } else if (!s.subject) {
    s.subject = std::move(team);
    s.owner = !s.opponent;
  }
}

void ToldScore::take_free(Sides& s, Index at, bool behind, ToldTeam team) const {
  const Index unit = s.view.units[at];
  // `persa la finale (Gela, 0-1 in casa)`
  if (s.bracket && document_.clauses[s.hit.clause].units.contains(unit) &&
      !entities_.indirect[unit] && entities_.folk_of_unit[unit] == kNoIndex &&
      focus_.protagonist() != kNoIndex && team.entity != focus_.protagonist()) {
    oppose(s, std::move(team), Link::kWith);
    return;
  }
  if (behind) return;
  if (s.given) oppose(s, team, Link::kTo);
  if (s.subject && !s.second && team.id != s.subject->id) s.second = team;
  if (!s.subject && !s.played[unit] && !is_called_former(unit) &&
      (!s.near || team.entity != s.last.opponent || has_verb_behind(s.view, at))) {
    s.subject = std::move(team);
  }
}

// `spenna il Como per 3-1`: whatever the verb is, its subject won.
bool ToldScore::is_done_by_score(const Sides& s, Index at, const VerbGroup& verb) const {
  constexpr Index kReach = 4;  // units from the club to the score
  const View& view = s.view;
  if (at + 1 >= view.score || at + kReach < view.score || s.score.first <= s.score.second)
    return false;
  const bool deed = verb.voice == Voice::kActive && verb.form == Form::kFinite &&
                    verb.polarity != Polarity::kNegative && !verb.clitic_object;
  return deed && s.word == Outcome::kOpen && verb_of(document_, view.units[at - 1]) == &verb &&
         lexicon_.in_list(document_.units[view.units[view.score - 1]].word, for_) &&
         !lexicon_.in_list(verb.lemma, loses_) && !lexicon_.in_list(verb.lemma, draws_);
}

// A club behind a verb: whom its subject beat, held, met, or the subject itself.
void ToldScore::take_object(Sides& s, Index at, ToldTeam team) const {
  const VerbGroup* verb = nullptr;
  for (Index u = at; verb == nullptr && u > s.view.begin; --u)
    verb = verb_of(document_, s.view.units[u - 1]);
  if (verb == nullptr) return;
  const bool passive = verb->voice == Voice::kPassive && verb->form != Form::kParticiple;
  if (lexicon_.in_list(verb->lemma, beats_) && !passive) {
    if (oppose(s, team, Link::kTo)) s.outcome = Outcome::kWon;
  } else if (lexicon_.in_list(verb->lemma, storms_) && !passive) {
    if (!s.ground) s.ground = team;
    oppose(s, std::move(team), Link::kTo);
  } else if (lexicon_.in_list(verb->lemma, holds_) && s.outcome == Outcome::kDrawn && !passive) {
    oppose(s, std::move(team), Link::kWith);
  } else if (lexicon_.in_list(verb->lemma, meets_)) {
    s.hosts = s.hosts || lexicon_.in_list(verb->lemma, hosts_);
    oppose(s, std::move(team), Link::kWith);
  } else if (!s.subject && !s.loose && verb->form == Form::kFinite && !verb->clitic_object &&
             !passive && verb_of(document_, s.view.units[at - 1]) == verb &&
             (lexicon_.in_list(verb->lemma, wins_) || lexicon_.in_list(verb->lemma, loses_))) {
    // `al Bentegodi passa il Como per 1-0`
    s.subject = std::move(team);
    s.outcome = lexicon_.in_list(verb->lemma, wins_) ? Outcome::kWon : Outcome::kLost;
  } else if (is_done_by_score(s, at, *verb)) {
    if (oppose(s, team, Link::kTo)) s.outcome = Outcome::kWon;
  } else if (!s.loose) {
    s.loose = std::move(team);
    s.inverted = verb->clitic_object && lexicon_.in_list(verb->lemma, wins_);
  }
}

}  // namespace panchina
