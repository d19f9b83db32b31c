// Sentences that turn: what a verb says of one club, and what the words behind it say of the other.
#include <algorithm>

#include "document/phrase.h"
#include "resolve/game/told_score.h"
#include "resolve/game/told_score_view.h"

namespace panchina {

bool ToldScore::is_apposed_winner(const View& view, Index at) const {
  if (at + 2 >= view.score || !is_mark(view.units[at + 1], ',')) return false;
  constexpr Index kReach = 4;  // units from the word of victory to the score
  return at + 2 + kReach >= view.score &&
         lexicon_.in_list(document_.units[view.units[at + 2]].word, victor_);
}

bool ToldScore::is_given_to(const View& view, Index at) const {
  if (is_drawn(view.units[view.score])) return false;
  const bool apposed = is_apposed_winner(view, at);
  if (!apposed && !is_antecedent(view, at)) return false;
  const Link link = link_of(view, at);
  if (link != Link::kTo && link != Link::kFrom && link != Link::kWith) return false;
  // What happens in the relative clause says who won: a defeat is no gift.
  for (Index n = at + 1; n < view.score; ++n) {
    if (is_background(view, n)) continue;
    const Outcome outcome = outcome_at(view.units[n]);
    if (outcome != Outcome::kOpen && outcome != Outcome::kWon) return false;
  }
  constexpr Index kReach = 6;  // units from the verb to the club
  for (Index n = 1; n <= kReach && at >= view.begin + n; ++n) {
    const Index unit = view.units[at - n];
    if (is_stop(unit, true) || is_mark(unit, ',')) return false;
    const VerbGroup* verb = verb_of(document_, unit);
    if (verb == nullptr) continue;
    if (verb->polarity == Polarity::kNegative) return false;
    if (link == Link::kFrom) {
      return (verb->voice == Voice::kPassive || is_let(unit)) &&
             lexicon_.in_list(verb->lemma, beats_);
    }
    return lexicon_.in_list(verb->lemma, loses_);
  }
  return false;
}

bool ToldScore::has_own_verb(const Sides& s) const {
  for (Index at = s.view.score; at > s.view.own; --at) {
    const Index unit = s.view.units[at - 1];
    if (is_stop(unit, true) || unit == s.subject->unit) return false;
    const VerbGroup* verb = verb_of(document_, unit);
    if (verb != nullptr && verb->form == Form::kFinite && outcome_at(unit) != Outcome::kOpen)
      return true;
  }
  return false;
}

ToldScore::Outcome ToldScore::stake_of(Index verb) const {
  constexpr Index kReach = 4;  // units from the verb to what was at stake
  const VerbGroup* group = verb_of(document_, verb);
  const bool leaves = lexicon_.in_list(group->lemma, leaves_);
  if ((!leaves && !lexicon_.in_list(group->lemma, takes_)) || group->voice == Voice::kPassive)
    return Outcome::kOpen;
  for (Index unit = verb + 1;
       unit < std::min<std::size_t>(verb + kReach + 1, document_.units.size()); ++unit) {
    if (is_stop(unit, true) || is_mark(unit, ',')) break;
    if (lexicon_.in_list(document_.units[unit].word, stake_))
      return leaves ? Outcome::kLost : Outcome::kWon;
  }
  return Outcome::kOpen;
}

ToldScore::Outcome ToldScore::told_by_us(const View& view) const {
  if (view.score + 2 >= view.end || is_drawn(view.units[view.score])) return Outcome::kOpen;
  const Index to = document_.units[view.units[view.score + 1]].word;
  const Index whom = document_.units[view.units[view.score + 2]].word;
  const bool whose = lexicon_.in_list(to, for_);
  if (whose && lexicon_.in_list(whom, us_)) return Outcome::kWon;
  const bool theirs = whose || lexicon_.in_list(to, from_);
  return theirs && lexicon_.in_list(whom, them_) ? Outcome::kLost : Outcome::kOpen;
}

bool ToldScore::is_let(Index verb) const {
  if (verb == 0 || verb_of(document_, verb)->form != Form::kInfinitive) return false;
  const VerbGroup* let = verb_of(document_, verb - 1);
  // `si fece rimontare e poi superare`
  constexpr Index kReach = 4;
  for (Index n = 2; n <= kReach && n <= verb && let == nullptr; ++n) {
    if (is_stop(verb - n, true) || is_mark(verb - n, ',')) break;
    const VerbGroup* before = verb_of(document_, verb - n);
    if (before == nullptr) continue;
    if (before->form != Form::kInfinitive) break;
    if (verb > n) let = verb_of(document_, verb - n - 1);
    break;
  }
  return let != nullptr && let->voice == Voice::kReflexive && lexicon_.in_list(let->lemma, gives_);
}

bool ToldScore::is_at_ours(const View& view) const {
  for (Index at = view.own; at + 1 < view.end; ++at) {
    if (!lexicon_.in_list(document_.units[view.units[at + 1]].word, us_)) continue;
    const Index word = document_.units[view.units[at]].word;
    if (lexicon_.in_list(word, at_home_) || lexicon_.in_list(word, ground_)) return true;
  }
  return false;
}

std::optional<ToldTeam> ToldScore::opponent_ahead(const Sides& s) const {
  constexpr Index kReach = 24;  // units behind the score
  const IndexRange units = document_.clauses[s.hit.clause].units;
  for (Index u = s.score_unit + 1; u < std::min(units.end, s.score_unit + kReach); ++u) {
    if (is_stop(u, true)) break;
    const Index entity = entity_at(u);
    if (entity == kNoIndex || entity == s.subject->entity) continue;
    const Index word = document_.units[phrase_begin(document_, u, units.begin + 1) - 1].word;
    for (const Index list : {with_, to_, on_, of_}) {
      if (lexicon_.in_list(word, list)) return club_at(u);
    }
    break;
  }
  return std::nullopt;
}

bool ToldScore::takes_goals(Index verb) const {
  const VerbGroup* group = verb_of(document_, verb);
  return group->voice != Voice::kPassive && lexicon_.in_list(group->lemma, counts_) &&
         has_token(verb, of_them_);
}

bool ToldScore::is_apposed_held(const Sides& s, Index at) const {
  // Units from the participle to the score; `costretto al pari interno dal Como (1-1)`.
  const Index reach = s.bracket && s.outcome == Outcome::kDrawn ? 7 : 3;
  if (!s.opponent || s.tie != Link::kFrom || at + 2 >= s.view.score) return false;
  if (at + 2 + reach < s.view.score || !is_mark(s.view.units[at + 1], ',')) return false;
  const VerbGroup* verb = verb_of(document_, s.view.units[at + 2]);
  return verb != nullptr && verb->form == Form::kParticiple &&
         (lexicon_.in_list(verb->lemma, beats_) || lexicon_.in_list(verb->lemma, holds_));
}

Index ToldScore::apposed_patient(const View& view) const {
  constexpr Index kReach = 7;    // units from the participle to the score
  constexpr Index kBetween = 2;  // from the comma to the participle: `, ieri battuto`
  Index at = view.score;
  const VerbGroup* verb = nullptr;
  while (verb == nullptr && at > view.own && view.score - at < kReach)
    verb = verb_of(document_, view.units[--at]);
  if (verb == nullptr || verb->form != Form::kParticiple || verb->unsure) return kNoIndex;
  if (!lexicon_.in_list(verb->lemma, beats_) && !lexicon_.in_list(verb->lemma, holds_) &&
      !lexicon_.in_list(verb->lemma, loses_)) {
    return kNoIndex;
  }
  Index patient = at;
  while (patient > view.begin && at - patient < kBetween &&
         (document_.units[view.units[patient - 1]].kinds & kind_bit(UnitKind::kDate)) != 0) {
    --patient;
  }
  if (patient > view.begin && is_mark(view.units[patient - 1], ',')) --patient;
  if (patient == view.begin) return kNoIndex;
  --patient;
  std::optional<ToldTeam> team = club_at(view.units[patient]);
  if (!team && patient > view.begin && is_plain(view, patient)) {
    // `sul Como capolista, fermato a Lecco`
    --patient;
    team = club_at(view.units[patient]);
  }
  if (!team) return kNoIndex;
  const Link link = link_of(view, patient);
  bool met = link == Link::kWith || follows_outcome(view, patient);
  for (Index n = 1; link == Link::kObject && !met && patient >= view.begin + n; ++n) {
    const VerbGroup* before = verb_of(document_, view.units[patient - n]);
    if (before == nullptr) continue;
    met = takes_club(*before) || lexicon_.in_list(before->lemma, storms_);
    break;
  }
  for (Index next = at + 1; next < view.end; ++next) {
    if (next == view.score) continue;
    const std::optional<ToldTeam> by = club_at(view.units[next]);
    if (by && link_of(view, next) == Link::kFrom) return by->id == team->id ? kNoIndex : patient;
    const std::optional<ToldTeam> ground = met ? std::nullopt : ground_at(view, next);
    if (ground && ground->id != team->id) return patient;
  }
  return kNoIndex;
}

bool ToldScore::is_with_beaten(const View& view, Index at) const {
  if (at + 1 >= view.end) return false;
  const VerbGroup* verb = verb_of(document_, view.units[at + 1]);
  return verb != nullptr && verb->form == Form::kParticiple &&
         lexicon_.in_list(verb->lemma, beats_);
}

bool ToldScore::is_called_host(Index unit) const {
  if (unit < 2 || !lexicon_.in_list(document_.units[unit - 1].word, of_)) return false;
  const Unit& name = document_.units[unit - 2];
  return name.transparent && !name.tokens.empty() &&
         lexicon_.in_list(document_.tokens[name.tokens.end - 1].word, host_);
}

bool ToldScore::is_host(const View& view, Index at) const {
  if (at < view.begin + 3 || !lexicon_.in_list(document_.units[view.units[at - 1]].word, of_))
    return false;
  const Unit& guest = document_.units[view.units[at - 2]];
  if (!lexicon_.in_list(guest.word, guest_)) return false;
  const Index first = guest.tokens.begin;
  // `gli ospiti del Como` are Como.
  return first > 0 && !lexicon_.in_list(document_.tokens[first - 1].word, article_);
}

std::optional<ToldTeam> ToldScore::host_or_guest(Sides& s, bool host) const {
  if (!s.subject && !s.opponent) {
    if (s.ground && host) return s.ground;
    const auto [home, away] = fixture_of(s);
    if (home == kNoIndex || s.ground || has_stranger(s.view)) return std::nullopt;
    // `Como-Lecco … all'andata 2-1 per gli ospiti`: then the other one was the host.
    const bool first_leg = has_word(s.view, first_leg_);
    s.subject = of_entity(first_leg ? away : home);
    s.opponent = of_entity(first_leg ? home : away);
    return host ? s.subject : s.opponent;
  }
  const std::optional<ToldTeam>& one = s.subject ? s.subject : s.opponent;
  if (!s.ground) return std::nullopt;
  if (host) return s.ground;
  // The guest: whichever of the two the ground is not of.
  if (same(one, s.ground)) return s.subject ? s.opponent : std::nullopt;
  return one;
}

std::optional<ToldTeam> ToldScore::unnamed_winner(Sides& s, Called called) const {
  if (called != Called::kOther) {
    std::optional<ToldTeam> winner = host_or_guest(s, called == Called::kHost);
    if (winner) s.winner_home = called == Called::kHost;
    return winner;
  }
  if (s.ground && !same(s.ground, s.subject)) return s.ground;
  std::optional<ToldTeam> one = s.subject, two = s.opponent;
  if (!one && !two) {
    if (two_of(s).first == kNoIndex) return std::nullopt;
    one = of_entity(two_of(s).first);
    two = of_entity(two_of(s).second);
  }
  if (!one || !two) return std::nullopt;
  // What is known of a club would have said that it is meant.
  const bool strange_one = one->id.starts_with('?');
  if (strange_one == two->id.starts_with('?')) return std::nullopt;
  return strange_one ? one : two;
}

bool ToldScore::is_other_opponent(const Sides& s, Index club) const {
  constexpr Index kReach = 24;  // units on either side of the score that are looked at
  constexpr Index kTie = 6;     // units between a club and its score
  const IndexRange units = document_.clauses[s.hit.clause].units;
  const Index from = std::max(units.begin, s.score_unit > kReach ? s.score_unit - kReach : 0);
  const Index to = std::min<Index>(units.end, s.score_unit + kReach);
  for (Index u = from + 1; u < to; ++u) {
    if (entity_at(u) != club) continue;
    const Index before = phrase_begin(document_, u, from + 1) - 1;
    const Index word = document_.units[before].word;
    if (!lexicon_.in_list(word, with_) && !lexicon_.in_list(word, to_) &&
        !lexicon_.in_list(word, on_) && !lexicon_.in_list(word, from_)) {
      continue;
    }
    for (Index n = 0; n < kTie && before > from + n; ++n) {
      const Index at = before - n - 1;
      if (is_stop(at, true) || entity_at(at) != kNoIndex) break;
      if (is_final_score(document_, at)) {
        if (at != s.score_unit) return true;
        break;
      }
    }
    // `con il Como (1-2)`
    if (u + 1 < to && s.score_unit != u + 1 && is_scored_bracket(document_, u + 1)) return true;
  }
  return false;
}

void ToldScore::take_visitor(Sides& s) const {
  const Index hero = focus_.protagonist();
  if (!s.subject || s.opponent || hero == kNoIndex || s.subject->entity == hero) return;
  if (!has_word(s.view, here_) || !has_verb(s.view, visits_)) return;
  s.opponent = std::move(s.subject);
  s.subject = of_entity(hero);
  s.tie = Link::kWith;
  s.hosts = true;
}

bool ToldScore::is_awarded_to(const View& view, Index at) const {
  constexpr Index kNear = 2, kReach = 5;  // units from the club to the outcome, to who gave it
  bool given = false;
  for (Index n = 1; n <= kReach && at >= view.begin + n; ++n) {
    const Index unit = view.units[at - n];
    if (is_stop(unit, true)) return false;
    const VerbGroup* verb = verb_of(document_, unit);
    if (n <= kNear) given = given || lexicon_.in_list(word_of(unit), given_);
    if (given && verb != nullptr && lexicon_.in_list(verb->lemma, gives_)) return true;
  }
  return false;
}

bool ToldScore::is_second_of_bracket(const Hit& hit, Index score) const {
  const Clause& clause = document_.clauses[hit.clause];
  constexpr Index kReach = 3;  // units between the two
  if (clause.parent == kNoIndex) return false;
  for (Index n = 1; n <= kReach && score >= clause.units.begin + n; ++n) {
    if (is_final_score(document_, score - n)) return true;
    if (entity_at(score - n) != kNoIndex) return false;
  }
  return false;
}

bool ToldScore::is_counted(Index unit) const {
  constexpr Index kReach = 4;  // units between two parts of one balance
  const auto is_part = [&](Index at) {
    const Index word = word_of(at);
    return at > 0 && (is_outcome_noun(word)) &&
           (document_.units[at - 1].kinds & kind_bit(UnitKind::kNumber)) != 0;
  };
  if (!is_part(unit)) return false;
  for (Index n = 2; n <= kReach; ++n) {
    if (unit >= n && is_part(unit - n)) return true;
    if (unit + n < document_.units.size() && is_part(unit + n)) return true;
  }
  return false;
}

}  // namespace panchina
