// What the words around a score say: how a club is tied to it, who won, whose ground it was.
#include <algorithm>

#include "resolve/published.h"
#include "resolve/told_score.h"
#include "resolve/told_score_view.h"
#include "text/fold.h"

namespace panchina {

namespace {

constexpr Index kSentence = 64;  // units of a sentence whose mood is read
constexpr Index kTie = 4;        // units between a club and the word that ties it
constexpr Index kFarTie = 8;     // ... and the verb whose object it is

}  // namespace

// `finisce sul 2-1`, `raggiunto sul 2-2`: no state of play but the result.
bool ToldScore::ends_on(Index unit) const {
  constexpr Index kReach = 6;
  if (unit == 0 || !lexicon_.in_list(document_.units[unit - 1].word, on_)) return false;
  for (Index n = 2; n <= kReach && unit >= n && !is_stop(unit - n, true); ++n) {
    const VerbGroup* verb = verb_of(document_, unit - n);
    if (verb == nullptr) continue;
    return lexicon_.in_list(verb->lemma, ends_) ||
           (is_drawn(unit) && lexicon_.in_list(verb->lemma, holds_));
  }
  return false;
}

bool ToldScore::is_drawn(Index unit) const {
  const Reading* score = reading_of(document_, unit, UnitKind::kScore);
  return score != nullptr &&
         document_.scores[score->value].first == document_.scores[score->value].second;
}

bool ToldScore::takes_club(const VerbGroup& verb) const {
  return lexicon_.in_list(verb.lemma, beats_) || lexicon_.in_list(verb.lemma, holds_) ||
         lexicon_.in_list(verb.lemma, meets_);
}

// How a club, or a town, is tied to what stands before it.
ToldScore::Link ToldScore::link_of(const View& view, Index at) const {
  // `nel derby il Como`: a preposition governs what stands right behind it.
  const Index first = document_.units[view.units[at]].tokens.begin;
  const bool article = first > 0 && lexicon_.in_list(document_.tokens[first - 1].word, article_);
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
    if (at - n == view.score) return of && n == near + 1 ? Link::kOf : Link::kBehind;
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
      return parted ? Link::kFree : Link::kFrom;
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

// The word itself, also of a unit that is read as a verb (`successo`).
Index ToldScore::word_of(Index unit) const {
  const Unit& one = document_.units[unit];
  if ((one.kinds & kind_bit(UnitKind::kVerb)) == 0 || one.tokens.empty()) return one.word;
  return document_.tokens[one.tokens.end - 1].word;
}

bool ToldScore::is_outcome_noun(Index word) const {
  return lexicon_.in_list(word, won_) || lexicon_.in_list(word, lost_) ||
         lexicon_.in_list(word, drawn_);
}

// `perdevamo 3-0 con il Como, finì 4-3`: the state of play.
bool ToldScore::is_in_play(const View& view) const {
  if (is_before_the_end(view)) return true;
  for (Index at = view.score; at > view.own; --at) {
    const VerbGroup* verb = verb_of(document_, view.units[at - 1]);
    if (verb == nullptr) continue;
    return verb->form == Form::kFinite && verb->tense == Tense::kImperfect && !verb->anterior &&
           !verb->unsure && verb->polarity == Polarity::kPositive &&
           (lexicon_.in_list(verb->lemma, loses_) || lexicon_.in_list(verb->lemma, wins_));
  }
  return false;
}

ToldScore::Outcome ToldScore::outcome_at(Index unit) const {
  if (is_counted(unit)) return Outcome::kOpen;
  // `la beffa di Budoni`: no verb.
  const IndexRange tokens = document_.units[unit].tokens;
  const bool article =
      tokens.size() == 2 && lexicon_.in_list(document_.tokens[tokens.begin].word, article_);
  const VerbGroup* verb = verb_of(document_, unit);
  if (verb != nullptr && !(article && is_outcome_noun(word_of(unit)))) {
    if (lexicon_.in_list(verb->lemma, loses_) || takes_goals(unit)) return Outcome::kLost;
    if (lexicon_.in_list(verb->lemma, beats_))
      return verb->voice == Voice::kPassive ? Outcome::kLost : Outcome::kWon;
    if (lexicon_.in_list(verb->lemma, wins_)) return Outcome::kWon;
    if (lexicon_.in_list(verb->lemma, draws_)) return Outcome::kDrawn;
    if (const Outcome stake = stake_of(unit); stake != Outcome::kOpen) return stake;
  }
  const Index word = word_of(unit);
  if (lexicon_.in_list(word, won_)) return Outcome::kWon;
  if (lexicon_.in_list(word, lost_)) return Outcome::kLost;
  if (lexicon_.in_list(word, drawn_)) return Outcome::kDrawn;
  return Outcome::kOpen;
}

// Right behind the score (`rimediato`, `subito`), else the nearest word before it, else behind it.
ToldScore::Outcome ToldScore::outcome_of(const View& view) const {
  constexpr Index kBeside = 3;
  if (const Outcome ours = told_by_us(view); ours != Outcome::kOpen) return ours;
  for (Index at = view.score; at > view.begin && at + kBeside > view.score; --at) {
    const Index unit = view.units[at - 1];
    if (lexicon_.in_list(document_.units[unit].word, lost_) && !is_counted(unit))
      return Outcome::kLost;
  }
  for (Index at = view.score + 1; at < std::min(view.score + kBeside, view.end); ++at) {
    if (lexicon_.in_list(document_.units[view.units[at]].word, suffered_)) return Outcome::kLost;
    const Outcome outcome = outcome_at(view.units[at]);
    if (outcome != Outcome::kOpen) return outcome;
  }
  for (Index at = view.score; at > view.begin; --at) {
    const Outcome outcome = outcome_at(view.units[at - 1]);
    if (outcome != Outcome::kOpen) return outcome;
  }
  for (Index at = view.score + kBeside; at < view.end; ++at) {
    const Outcome outcome = outcome_at(view.units[at]);
    if (outcome != Outcome::kOpen) return outcome;
  }
  return Outcome::kOpen;
}

// `contro il Cosenza, battuto 3-2`: whom the subject met was beaten.
bool ToldScore::is_beaten_other(const View& view) const {
  constexpr Index kReach = 3;
  for (Index n = 1; n <= kReach && view.score >= view.own + n + 2; ++n) {
    const Index at = view.score - n;
    const VerbGroup* verb = verb_of(document_, view.units[at]);
    if (verb == nullptr) continue;
    if (verb->form != Form::kParticiple || !lexicon_.in_list(verb->lemma, beats_) ||
        !is_mark(view.units[at - 1], ',') || !club_at(view.units[at - 2])) {
      return false;
    }
    const Link link = link_of(view, at - 2);
    return link == Link::kWith || link == Link::kTo || link == Link::kOn;
  }
  return false;
}

// Words that tell of a match where no outcome is told: its leg, a stadium, whose ground.
bool ToldScore::has_cue(const View& view) const {
  for (Index at = view.begin; at < view.end; ++at) {
    const Unit& one = document_.units[view.units[at]];
    if (lexicon_.in_list(one.word, cue_) || lexicon_.in_list(one.word, at_home_) ||
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
      return verb == nullptr || (verb->person != 1 && !ends);
    }
    if ((next.kinds & kind_bit(UnitKind::kPunct)) == 0) return false;
  }
  return false;
}

// Whether a sentence tells of a sacking and the like, or of joy: the word nearest to the score.
ToldScore::Outcome ToldScore::mood(Index sentence, Index score) const {
  const IndexRange units = document_.clauses[main_clause_[sentence]].units;
  Outcome best = Outcome::kOpen;
  Index nearest = kNoIndex;
  for (Index unit = units.begin; unit < std::min(units.end, units.begin + kSentence); ++unit) {
    const VerbGroup* verb = verb_of(document_, unit);
    const Index word = verb != nullptr ? verb->lemma : document_.units[unit].word;
    // `non vince a Como dallo 0-1 del 2005`: then it did.
    const bool denied = verb != nullptr && verb->polarity == Polarity::kNegative;
    const bool bad = lexicon_.in_list(word, denied ? loses_ : bad_);
    const bool good = lexicon_.in_list(word, good_) || (denied && lexicon_.in_list(word, wins_));
    if (!bad && !good) continue;
    const Index distance = unit < score ? score - unit : unit - score;
    if (distance >= nearest) continue;
    nearest = distance;
    best = bad ? Outcome::kLost : Outcome::kWon;
  }
  return best;
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

ToldScore::Called ToldScore::winner_called(const View& view) const {
  if (is_drawn(view.units[view.score])) return Called::kNobody;
  constexpr Index kBeside = 2;
  constexpr Index kNear = 3;
  for (Index at = view.score + 1; at < std::min(view.score + 1 + kBeside, view.end); ++at) {
    if (!lexicon_.in_list(document_.units[view.units[at]].word, for_)) continue;
    for (Index next = at + 1; next < std::min(at + kNear, view.end); ++next) {
      const Index unit = view.units[next];
      const Unit& one = document_.units[unit];
      if (entity_at(unit) != kNoIndex) return Called::kNobody;
      if (has_token(unit, host_)) return Called::kHost;
      if (has_token(unit, guest_)) return Called::kGuest;
      if ((one.kinds & kind_bit(UnitKind::kClub)) != 0) return Called::kOther;
      // `per gli etnei`; not `per i gol di Rossi`
      const bool many = one.tokens.begin > 0 &&
                        lexicon_.in_list(document_.tokens[one.tokens.begin - 1].word, many_);
      if (many && one.readings.empty() && !lexicon_.in_list(one.word, goals_))
        return Called::kOther;
    }
  }
  return Called::kNobody;
}

// `se finiva 0-6`; but not `se lo prende il Brescia: 1-0 al Trento`.
bool ToldScore::is_condition(const View& view) const {
  for (Index at = view.begin; at < view.score; ++at) {
    if (!lexicon_.in_list(document_.units[view.units[at]].word, condition_)) continue;
    // `se davvero, dopo il 4-2 di Como, dovesse`
    const Index before = document_.units[view.units[view.score - 1]].word;
    if (lexicon_.in_list(before, after_)) return false;
    if (!lexicon_.in_list(document_.units[view.units[at] + 1].word, clitic_)) return true;
  }
  return false;
}

// `firmerei per un 2-0 al Como`, `gli serve un 1-1`: a score that somebody has in mind.
bool ToldScore::is_wished(const View& view) const {
  for (Index at = view.score; at > view.own; --at) {
    const VerbGroup* verb = verb_of(document_, view.units[at - 1]);
    if (verb == nullptr) continue;
    if (lexicon_.in_list(verb->lemma, wish_)) return true;
    if (verb->form == Form::kFinite && !verb->unsure)
      return verb->tense == Tense::kConditional || verb->tense == Tense::kFuture;
  }
  return false;
}

// `domani vincerà 2-1`; not `lo guiderà fino al 2013, vincendo la coppa del 2012, 3-0 al Como`.
bool ToldScore::is_to_come(const View& view) const {
  const Index section =
      document_.blocks[document_.sentences[document_.clauses[view.clause].sentence].block].section;
  constexpr Day kToday = -1;
  for (Index at = view.own; at < view.end; ++at) {
    const Reading* date = reading_of(document_, view.units[at], UnitKind::kDate);
    if (date == nullptr || at == view.score) continue;
    const DateValue& value = document_.date_values[date->value];
    if (value.latest != kNoDay && !panchina::is_to_come(document_, section, value, kToday))
      return false;
  }
  for (Index at = view.score; at > view.own; --at) {
    const VerbGroup* verb = verb_of(document_, view.units[at - 1]);
    if (verb != nullptr && verb->form == Form::kFinite) return verb->tense == Tense::kFuture;
  }
  return false;
}

// `infine 5-3 per noi dal dischetto`
bool ToldScore::is_shoot_out(const View& view) const {
  constexpr Index kBeside = 5;
  const auto is_score = [&](Index at) {
    return (document_.units[view.units[at]].kinds & kind_bit(UnitKind::kScore)) != 0;
  };
  // `1-1 al 90', 5-4 dal dischetto`: of the next score.
  for (Index at = view.score + 1; at < std::min(view.score + kBeside, view.end); ++at) {
    if (is_score(at)) break;
    if (lexicon_.in_list(document_.units[view.units[at]].word, shoot_out_)) return true;
  }
  const Index from = view.score > view.own + kBeside ? view.score - kBeside : view.own;
  for (Index at = view.score; at > from; --at) {
    if (is_score(at - 1)) break;
    if (lexicon_.in_list(document_.units[view.units[at - 1]].word, shoot_out_)) return true;
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
