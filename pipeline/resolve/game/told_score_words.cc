// What the words around a score say: how a club is tied to it, what cues of a match stand there.
#include <algorithm>

#include "resolve/game/told_score.h"
#include "resolve/game/told_score_view.h"
#include "text/fold.h"

namespace panchina {

namespace {

constexpr Index kTie = 4;     // units between a club and the word that ties it
constexpr Index kFarTie = 8;  // ... and the verb whose object it is

}  // namespace

// How a club, or a town, is tied to what stands before it.
ToldScore::Link ToldScore::link_of(const View& view, Index at) const {
  // `nel derby il Como`: a preposition governs what stands right behind it.
  const Index first = document_.units[view.units[at]].tokens.begin;
  const bool article = first > 0 && lexicon_.in_list(document_.tokens[first - 1].word, article_);
  if (is_described_host(view, at)) return Link::kGround;
  bool of = false;
  Index near = 1;
  const Index reach = article ? kFarTie : kTie;
  for (Index n = 1; n <= reach && at >= view.begin + n; ++n) {
    const Index unit = view.units[at - n];
    const Unit& one = document_.units[unit];
    // `ha regolato con due gol per tempo il Como`
    if (n > kTie) {
      const VerbGroup* far = verb_of(document_, unit);
      if (at - n == view.score || entity_at(unit) != kNoIndex) break;
      if ((one.kinds & kind_bit(UnitKind::kPunct)) != 0) break;
      if (far == nullptr) continue;
      const bool beats = lexicon_.in_list(far->lemma, beats_) && far->voice == Voice::kActive;
      if (!beats || of) break;
      return Link::kObject;
    }
    // `il 2-0 del Como`; but `piega 2-0 i ragazzi del Como`
    if (at - n == view.score) {
      const bool adjective = n == near + 2 && is_plain(view, view.score + 1);
      if (of && n == near + 1 && rids_before(view, view.score)) return Link::kObject;
      return of && (n == near + 1 || adjective) ? Link::kOf : Link::kBehind;
    }
    if (one.kinds & (kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak))) break;
    if (const VerbGroup* verb = verb_of(document_, unit); verb != nullptr && !verb->unsure) {
      // `si è sbarazzato del Como`
      if (of && n == near + 1 && lexicon_.in_list(verb->lemma, rids_)) return Link::kObject;
      if (of && (n <= 2 || !takes_club(*verb))) return Link::kOf;
      const bool patient = verb->voice == Voice::kActive || verb->form == Form::kParticiple;
      return patient ? Link::kObject : Link::kFree;
    }
    const Index word = one.word;
    // `il campo del suo Prato`
    if (n == near && lexicon_.in_list(word, possessive_)) {
      ++near;
      continue;
    }
    // `il 3-4 con cui l'Empoli`: its subject.
    if (lexicon_.in_list(word, oblique_)) return Link::kFree;
    if (n == near && lexicon_.in_list(word, guest_)) return Link::kWith;  // `ospite il Como`
    if (n > 1 && article) continue;
    if (lexicon_.in_list(word, with_)) return Link::kWith;
    if (lexicon_.in_list(word, from_)) {
      // `licenziato dal Como dopo il 4-0 di Pavia`: no victory of Como's.
      const VerbGroup* verb =
          n == near && at > view.begin + n ? verb_of(document_, view.units[at - n - 1]) : nullptr;
      const bool parted = verb != nullptr && verb->voice == Voice::kPassive &&
                          lexicon_.in_list(verb->lemma, bad_) &&
                          !lexicon_.in_list(verb->lemma, beats_);
      return parted ? Link::kOf : Link::kFrom;
    }
    if (of && lexicon_.in_list(word, by_)) return Link::kFrom;
    if (of && lexicon_.in_list(word, over_)) return Link::kTo;
    if (lexicon_.in_list(word, ground_) && (of || !article))
      return of ? Link::kGround : Link::kFree;
    if (of && n == 2 && (outcome_at(unit) != Outcome::kOpen || lexicon_.in_list(word, occasion_))) {
      return Link::kOf;
    }
    if (lexicon_.in_list(word, bare_from_)) {
      const bool town = (document_.units[view.units[at]].kinds & kind_bit(UnitKind::kPlace)) != 0;
      return town && n == 1 ? Link::kAt : Link::kFrom;
    }
    if (lexicon_.in_list(word, to_)) return Link::kTo;
    if (lexicon_.in_list(word, on_)) return Link::kOn;
    if (lexicon_.in_list(word, for_)) return Link::kFor;
    // `in quel di Lecco`
    if (of && n == near + 1 && lexicon_.in_list(word, parts_)) return Link::kAt;
    if (lexicon_.in_list(word, at_)) return n == 1 ? Link::kAt : Link::kFree;
    if (lexicon_.in_list(word, between_)) return Link::kBetween;
    if (lexicon_.in_list(word, relative_)) break;
    if (lexicon_.in_list(word, of_)) {
      of = of || n == near;
      continue;
    }
    if (entity_at(unit) != kNoIndex || entities_.person_of_unit[unit] != kNoIndex) break;
    if (lexicon_.preposition(word) != kNoIndex) return Link::kNone;
  }
  return of ? Link::kOf : Link::kFree;
}

// `sul campo di un Como in crisi`, `in casa di un ottimo Como`, `sul campo del già salvo Como`
bool ToldScore::is_described_host(const View& view, Index at) const {
  constexpr Index kReach = 4;  // units from the club to whose it is
  bool described = false;
  for (Index n = 1; n <= kReach && at >= view.begin + n + 1; ++n) {
    const Index unit = view.units[at - n];
    const Index word = document_.units[unit].word;
    if (lexicon_.in_list(word, of_)) {
      return described && lexicon_.in_list(document_.units[view.units[at - n - 1]].word, ground_);
    }
    if (at - n == view.score) return false;
    const VerbGroup* verb = verb_of(document_, unit);
    const bool participle = verb != nullptr && verb->form == Form::kParticiple;
    if (!lexicon_.in_list(word, indefinite_) && !participle && !is_plain(view, at - n))
      return false;
    described = true;
  }
  return false;
}

// `si sbarazza per 4-1 del Como`
bool ToldScore::rids_before(const View& view, Index at) const {
  constexpr Index kReach = 3;
  for (Index n = 1; n <= kReach && at >= view.begin + n; ++n) {
    const VerbGroup* verb = verb_of(document_, view.units[at - n]);
    if (verb != nullptr) return lexicon_.in_list(verb->lemma, rids_);
  }
  return false;
}

// Words that tell of a match where no outcome is told: its leg, a stadium, whose ground.
bool ToldScore::has_cue(const View& view) const {
  for (Index at = view.begin; at < view.end; ++at) {
    const Unit& one = document_.units[view.units[at]];
    // not `la prima volta che lo vidi`
    const bool governs =
        at + 1 < view.end && lexicon_.in_list(word_of(view.units[at + 1]), relative_);
    if ((lexicon_.in_list(one.word, cue_) && !governs) || lexicon_.in_list(one.word, at_home_) ||
        lexicon_.in_list(one.word, here_) || lexicon_.in_list(one.word, on_the_road_) ||
        (one.kinds & kind_bit(UnitKind::kStadium)) != 0)
      return true;
  }
  return false;
}

bool ToldScore::has_date(const View& view) const {
  for (Index at = view.begin; at < view.end; ++at) {
    if ((document_.units[view.units[at]].kinds & kind_bit(UnitKind::kDate)) != 0) return true;
  }
  return false;
}

// `al 31' raddoppia, 2-0`: the state of play.
bool ToldScore::has_minute(const View& view) const {
  for (Index at = view.begin; at < view.end; ++at) {
    if ((document_.units[view.units[at]].kinds & kind_bit(UnitKind::kMinute)) != 0) return true;
  }
  return false;
}

// A judge's word.
bool ToldScore::has_award(const View& view) const {
  return has_word(view, awarding_) || has_verb(view, awards_);
}

// `il Borgo, che ha vinto`: the subject of what follows; not `contro il Borgo, che vincemmo`.
bool ToldScore::is_antecedent(const View& view, Index at) const {
  for (Index n = 1; n <= 2 && at + n < view.score; ++n) {
    const Unit& next = document_.units[view.units[at + n]];
    if (lexicon_.in_list(next.word, relative_)) {
      const VerbGroup* verb = verb_of(document_, view.units[at + n + 1]);
      // `la gara contro il Borgo, che finisce 1-1`
      const bool ends = verb != nullptr && lexicon_.in_list(verb->lemma, ends_) &&
                        link_of(view, at) == Link::kWith;
      // `perde con il Borgo, che non vinceva da un mese: 1-3`
      const bool denied = verb != nullptr && verb->polarity == Polarity::kNegative &&
                          verb->tense == Tense::kImperfect;
      return verb == nullptr || (verb->person != 1 && !ends && !denied);
    }
    if ((next.kinds & kind_bit(UnitKind::kPunct)) == 0) return false;
  }
  return false;
}

bool ToldScore::is_tight(const View& view, Index at) const {
  constexpr Index kReach = 4;
  if (link_of(view, at) == Link::kGround) return true;
  for (Index n = 1; n <= kReach && at >= view.begin + n && at < view.score; ++n) {
    if (outcome_at(view.units[at - n]) != Outcome::kOpen) return true;
  }
  const auto [from, to] = std::minmax(at, view.score);
  // `a Viareggio, perde 2-0`
  for (Index u = from + 1; u < std::min(from + 3, to) && at < view.score; ++u) {
    if (outcome_at(view.units[u]) != Outcome::kOpen) return true;
  }
  for (Index u = from; u < to; ++u) {
    if (is_mark(view.units[u], ',')) return false;
  }
  return true;
}

bool ToldScore::follows_outcome(const View& view, Index at) const {
  constexpr Index kReach = 5;
  for (Index n = 1; n <= kReach && at >= view.begin + n; ++n) {
    const Index unit = view.units[at - n];
    if (outcome_at(unit) != Outcome::kOpen) return true;
    if ((document_.units[unit].kinds & kind_bit(UnitKind::kPunct)) != 0) return false;
    if (verb_of(document_, unit) != nullptr) return false;
  }
  return false;
}

bool ToldScore::has_verb(const View& view, Index list) const {
  for (Index at = view.begin; at < view.end; ++at) {
    const VerbGroup* verb = verb_of(document_, view.units[at]);
    if (verb != nullptr && lexicon_.in_list(verb->lemma, list)) return true;
  }
  return false;
}

// `finì 2-3`; not `un'avventura chiusa con l'esonero dopo un 2-3`
bool ToldScore::ends_near(const View& view) const {
  constexpr Index kReach = 7;
  for (Index at = std::max(view.begin, view.score > kReach ? view.score - kReach : 0);
       at < view.end; ++at) {
    const VerbGroup* verb = verb_of(document_, view.units[at]);
    if (verb == nullptr || !lexicon_.in_list(verb->lemma, ends_)) continue;
    bool after = false;
    for (Index next = at + 1; next < view.score; ++next)
      after = after || lexicon_.in_list(document_.units[view.units[next]].word, after_);
    if (!after) return true;
  }
  return false;
}

bool ToldScore::has_word(const View& view, Index list) const {
  for (Index at = view.begin; at < view.end; ++at) {
    if (lexicon_.in_list(document_.units[view.units[at]].word, list)) return true;
  }
  return false;
}

bool ToldScore::has_stranger(const View& view) const {
  for (Index at = view.own; at + 1 < view.score; ++at) {
    const Index word = document_.units[view.units[at]].word;
    if (!lexicon_.in_list(word, to_) && !lexicon_.in_list(word, with_) &&
        !lexicon_.in_list(word, from_) && !lexicon_.in_list(word, on_)) {
      continue;
    }
    const Index next = view.units[at + 1];
    const Unit& one = document_.units[next];
    const Token& first = document_.tokens[one.tokens.begin];
    if (entity_at(next) == kNoIndex && first.letters == LetterCase::kTitle &&
        (one.kinds & (kind_bit(UnitKind::kStadium) | kind_bit(UnitKind::kDate))) == 0) {
      return true;
    }
  }
  return false;
}

bool ToldScore::has_token(Index unit, Index list) const {
  const IndexRange tokens = document_.units[unit].tokens;
  for (Index token = tokens.begin; token < tokens.end; ++token) {
    if (lexicon_.in_list(document_.tokens[token].word, list)) return true;
  }
  return false;
}

Index ToldScore::paired(const View& view) const {
  for (Index at = view.own; at + 3 < view.score; ++at) {
    if (!is_mark(view.units[at + 1], '-')) continue;
    const std::optional<ToldTeam> one = club_at(view.units[at]);
    const std::optional<ToldTeam> two = club_at(view.units[at + 2]);
    if (one && two && one->id != two->id) return at;  // not `COMO - Il Como vince 3-2`
  }
  return kNoIndex;
}

}  // namespace panchina
