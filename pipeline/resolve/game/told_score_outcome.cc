// Who won, by the words around a score: verbs and nouns of victory and defeat, the mood of a
// sentence.
#include <algorithm>

#include "resolve/game/told_score.h"
#include "resolve/game/told_score_view.h"

namespace panchina {

namespace {

constexpr Index kSentence = 64;  // units of a sentence whose mood is read

}  // namespace

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

bool ToldScore::takes_club(const VerbGroup& verb) const {
  return lexicon_.in_list(verb.lemma, beats_) || lexicon_.in_list(verb.lemma, holds_) ||
         lexicon_.in_list(verb.lemma, meets_);
}

bool ToldScore::is_drawn(Index unit) const {
  const Reading* score = reading_of(document_, unit, UnitKind::kScore);
  return score != nullptr &&
         document_.scores[score->value].first == document_.scores[score->value].second;
}

ToldScore::Outcome ToldScore::outcome_at(Index unit) const {
  if (is_counted(unit)) return Outcome::kOpen;
  // `la beffa di Budoni`: no verb.
  const IndexRange tokens = document_.units[unit].tokens;
  const bool article =
      tokens.size() == 2 && lexicon_.in_list(document_.tokens[tokens.begin].word, article_);
  const VerbGroup* verb = verb_of(document_, unit);
  if (verb != nullptr && !(article && is_outcome_noun(word_of(unit)))) {
    // `che non vinceva da un mese`
    if (verb->polarity == Polarity::kNegative && verb->tense == Tense::kImperfect)
      return Outcome::kOpen;
    if (lexicon_.in_list(verb->lemma, loses_) || takes_goals(unit)) return Outcome::kLost;
    if (lexicon_.in_list(verb->lemma, beats_))
      return verb->voice == Voice::kPassive || is_let(unit) ? Outcome::kLost : Outcome::kWon;
    if (lexicon_.in_list(verb->lemma, wins_)) return Outcome::kWon;
    if (lexicon_.in_list(verb->lemma, draws_)) return Outcome::kDrawn;
    if (const Outcome stake = stake_of(unit); stake != Outcome::kOpen) return stake;
  }
  const Index word = word_of(unit);
  // `sotto i colpi del Como`
  if (lexicon_.in_list(word, by_) && unit + 1 < document_.units.size() &&
      lexicon_.in_list(document_.units[unit + 1].word, of_)) {
    return Outcome::kOpen;
  }
  if (lexicon_.in_list(word, won_)) return is_winner_apposed(unit) ? Outcome::kLost : Outcome::kWon;
  if (lexicon_.in_list(word, lost_)) return is_dealt(unit) ? Outcome::kWon : Outcome::kLost;
  if (lexicon_.in_list(word, drawn_)) return Outcome::kDrawn;
  return Outcome::kOpen;
}

// `infligge la prima sconfitta al Como`, `condanna alla sconfitta il Como`: a defeat of another.
bool ToldScore::is_dealt(Index defeat) const {
  constexpr Index kReach = 5;
  for (Index n = 1; n <= kReach && n <= defeat; ++n) {
    const Index unit = defeat - n;
    if (entity_at(unit) != kNoIndex || is_stop(unit, false)) return false;
    // `ha dato le dimissioni dopo la sconfitta`
    if (lexicon_.in_list(document_.units[unit].word, after_)) return false;
    const VerbGroup* verb = verb_of(document_, unit);
    if (verb == nullptr) continue;
    return verb->voice == Voice::kActive && lexicon_.in_list(verb->lemma, deals_);
  }
  return false;
}

// `ad opera del Como, vittorioso per 2-0`: who beat the subject.
bool ToldScore::is_winner_apposed(Index unit) const {
  constexpr Index kReach = 4;
  if (unit < kReach || !is_mark(unit - 1, ',') || entity_at(unit - 2) == kNoIndex) return false;
  for (Index n = 3; n <= kReach; ++n) {
    if (lexicon_.in_list(document_.units[unit - n].word, by_)) return true;
  }
  return false;
}

// `torna a vincere dopo lo 0-3 con il Lecco`: what stands before tells what came after.
bool ToldScore::is_earlier(const View& view) const {
  return view.score > view.begin &&
         lexicon_.in_list(document_.units[view.units[view.score - 1]].word, after_);
}

// `terza sconfitta dopo lo 0-3 con il Lecco`: all of them were so.
bool ToldScore::is_of_series(Index unit) const {
  constexpr Index kReach = 2;
  for (Index n = 1; n <= kReach && n <= unit; ++n) {
    if ((document_.units[unit - n].kinds & kind_bit(UnitKind::kOrdinal)) != 0) return true;
  }
  return false;
}

// `dal Como, che aveva soltanto perso: 1-5`: what came before the match, whose score a colon opens.
bool ToldScore::is_background(const View& view, Index at) const {
  const VerbGroup* verb = verb_of(document_, view.units[at]);
  if (verb == nullptr || !verb->anterior) return false;
  for (Index next = at + 1; next < view.score; ++next)
    if (is_mark(view.units[next], ':')) return true;
  return false;
}

// Right behind the score (`rimediato`, `subito`), else the nearest word before it, else behind it.
ToldScore::Outcome ToldScore::outcome_of(const View& view) const {
  constexpr Index kBeside = 3;
  if (const Outcome ours = told_by_us(view); ours != Outcome::kOpen) return ours;
  for (Index at = view.score; at > view.begin && at + kBeside > view.score; --at) {
    const Index unit = view.units[at - 1];
    // `l'abbiamo battuta 2-0`
    const VerbGroup* verb = verb_of(document_, unit);
    if (verb != nullptr && verb->voice == Voice::kActive) continue;
    if (lexicon_.in_list(document_.units[unit].word, lost_) && !is_counted(unit))
      return is_dealt(unit) ? Outcome::kWon : Outcome::kLost;
  }
  Outcome before = Outcome::kOpen;
  Index from = view.score;
  const bool earlier = is_earlier(view);
  while (from > view.begin && before == Outcome::kOpen) {
    --from;
    if (is_background(view, from)) continue;
    if (!earlier || is_of_series(view.units[from])) before = outcome_at(view.units[from]);
  }
  // `ha avuto la meglio per 2-1, sconfitta anche per il Como`: of the next match.
  const bool apart = before != Outcome::kOpen && from >= view.own && view.score + 1 < view.end &&
                     is_mark(view.units[view.score + 1], ',');
  for (Index at = view.score + 1; !apart && at < std::min(view.score + kBeside, view.end); ++at) {
    if (lexicon_.in_list(document_.units[view.units[at]].word, suffered_)) return Outcome::kLost;
    const Outcome outcome = outcome_at(view.units[at]);
    if (outcome != Outcome::kOpen) return outcome;
  }
  if (before != Outcome::kOpen) return before;
  for (Index at = view.score + kBeside; at < view.end; ++at) {
    const Outcome outcome = outcome_at(view.units[at]);
    if (outcome != Outcome::kOpen) return outcome;
  }
  return Outcome::kOpen;
}

// `contro il Cosenza, battuto 3-2`, `ne ha fatto le spese il Cosenza, regolato 3-2`: whom the
// subject met was beaten.
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
    return link == Link::kWith || link == Link::kTo || link == Link::kOn || link == Link::kObject;
  }
  return false;
}

// Whether a sentence tells of a sacking and the like, or of joy: the word nearest to the score.
ToldScore::Outcome ToldScore::mood(Index sentence, Index score) const {
  const IndexRange units = document_.clauses[main_clause_[sentence]].units;
  Outcome best = Outcome::kOpen;
  Index nearest = kNoIndex;
  for (Index unit = units.begin; unit < std::min(units.end, units.begin + kSentence); ++unit) {
    if ((document_.units[unit].kinds & kind_bit(UnitKind::kBreak)) != 0) {
      if (unit > score) break;
      best = Outcome::kOpen;
      nearest = kNoIndex;
    }
    // `lo 0-1 di Vittoria`: a town, or a club, of such a name tells no mood.
    constexpr auto kNames = kind_bit(UnitKind::kPlace) | kind_bit(UnitKind::kClub);
    if ((document_.units[unit].kinds & kNames) != 0) continue;
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

// `l'unica vittoria degli ospiti è lo 0-3 del 1954`, `l'ultimo successo ospite`
ToldScore::Called ToldScore::victor_of_noun(const View& view, Index at) const {
  constexpr Index kReach = 3;  // units behind the noun
  if (!lexicon_.in_list(word_of(view.units[at]), won_)) return Called::kNobody;
  bool of = false;
  for (Index next = at + 1; next <= at + kReach && next < view.score; ++next) {
    const Index unit = view.units[next];
    if (lexicon_.in_list(document_.units[unit].word, of_)) {
      of = true;
      continue;
    }
    if ((of || next == at + 1) && has_token(unit, guest_)) return Called::kGuest;
    if (of && has_token(unit, host_)) return Called::kHost;
    if (of) break;
  }
  return Called::kNobody;
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
      // `per gli uomini di Rossi`: nobody knows whose they are.
      if (next + 2 < view.end &&
          lexicon_.in_list(document_.units[view.units[next + 1]].word, of_) &&
          (document_.units[view.units[next + 2]].kinds & kind_bit(UnitKind::kPerson)) != 0) {
        return Called::kNobody;
      }
      // `per gli etnei`; not `per i gol di Rossi`
      const bool many = one.tokens.begin > 0 &&
                        lexicon_.in_list(document_.tokens[one.tokens.begin - 1].word, many_);
      if (many && one.readings.empty() && !lexicon_.in_list(one.word, goals_))
        return Called::kOther;
    }
  }
  // `gli ospiti si imposero con un 1-8`, `si erano imposti gli ospiti per 2 a 1`
  constexpr Index kBefore = 8;
  Called called = Called::kNobody;
  bool won = false;
  for (Index n = 1; n <= kBefore && view.score >= view.own + n; ++n) {
    const Index unit = view.units[view.score - n];
    if (n == 1 && is_mark(unit, ':')) continue;  // `hanno vinto gli ospiti: 1-0`
    if (is_stop(unit, true) || entity_at(unit) != kNoIndex) break;
    const Index first = document_.units[unit].tokens.begin;
    const bool many = lexicon_.in_list(document_.tokens[first].word, many_) ||
                      (first > 0 && lexicon_.in_list(document_.tokens[first - 1].word, many_));
    if (many && has_token(unit, host_)) called = Called::kHost;
    if (many && has_token(unit, guest_)) called = Called::kGuest;
    if (won && called != Called::kNobody) return called;
    if (many && called != Called::kNobody) continue;
    const VerbGroup* verb = verb_of(document_, unit);
    if (const Called of_noun = victor_of_noun(view, view.score - n); of_noun != Called::kNobody)
      return of_noun;
    if (verb == nullptr || verb->form == Form::kParticiple || lexicon_.in_list(verb->lemma, is_) ||
        lexicon_.in_list(verb->lemma, dates_)) {
      continue;
    }
    if (won || !lexicon_.in_list(verb->lemma, wins_) || verb->voice == Voice::kPassive ||
        verb->polarity == Polarity::kNegative) {
      break;
    }
    won = true;
    if (called != Called::kNobody) return called;
  }
  return Called::kNobody;
}

}  // namespace panchina
