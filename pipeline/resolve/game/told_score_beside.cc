// What the words beside a club make of it: whose outcome or score they tell, whether it is a side
// of the match at all.
#include <algorithm>

#include "document/phrase.h"
#include "document/readings.h"
#include "resolve/game/told_score.h"
#include "resolve/game/told_score_view.h"

namespace panchina {

namespace {

constexpr Index kFormer = 4;  // units from `ex` to the club

}  // namespace

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
  return is_scored_bracket(document_, at - 1) && is_scored_bracket(document_, unit + 1) &&
         entity_at(at - 2) == s.last.opponent;
}

// `approfitta dello stop del Como (1-1 a Lecco)`: whose defeat, draw or victory the bracket tells.
bool ToldScore::is_owner_of_bracket(const Sides& s, Index at) const {
  if (!s.bracket || at < s.view.begin + 2) return false;
  return document_.clauses[s.hit.clause].units.contains(s.view.units[at + 1]) &&
         lexicon_.in_list(document_.units[s.view.units[at - 1]].word, of_) &&
         is_outcome_noun(document_.units[s.view.units[at - 2]].word);
}

// `passò al Como (memorabile un 4-0 contro il Lecco)`: the bracket names whom the score was
// against.
bool ToldScore::is_served_before_bracket(const Sides& s, Index unit, Link link) const {
  const Clause& clause = document_.clauses[s.hit.clause];
  if (!s.bracket || clause.parent != unit + 1 || !s.opponent || s.tie == Link::kNone) return false;
  if (link != Link::kTo && link != Link::kWith && link != Link::kNone) return false;
  return s.opponent->unit != kNoIndex && clause.units.contains(s.opponent->unit);
}

// Whether a word that says whose ground it was stands behind the score.
bool ToldScore::is_ground_behind(const View& view) const {
  for (Index at = view.score + 1; at < view.end; ++at) {
    const Index word = document_.units[view.units[at]].word;
    if (lexicon_.in_list(word, at_home_) || lexicon_.in_list(word, on_the_road_)) return true;
  }
  return false;
}

// `i cugini di Lecco`: its club.
bool ToldScore::is_folk_of(const View& view, Index at) const {
  return at >= view.begin + 2 &&
         (document_.units[view.units[at]].kinds & kind_bit(UnitKind::kPlace)) != 0 &&
         lexicon_.in_list(document_.units[view.units[at - 1]].word, bare_of_) &&
         lexicon_.in_list(document_.units[view.units[at - 2]].word, folk_);
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

bool ToldScore::is_dealt_by(const View& view, Index at) const {
  if (at < view.begin + 2) return false;
  const VerbGroup* verb = verb_of(document_, view.units[at - 2]);
  return verb != nullptr && lexicon_.in_list(verb->lemma, deals_);
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

}  // namespace panchina
