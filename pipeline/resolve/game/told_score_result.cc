// Whether a score is the result of a match that was played: not the state of play, what somebody
// wishes or expects, nor penalties.
#include <algorithm>

#include "document/document.h"
#include "resolve/game/told_score.h"
#include "resolve/game/told_score_view.h"
#include "resolve/time/published.h"

namespace panchina {

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

bool ToldScore::is_before_the_end(const View& view) const {
  constexpr Index kBeside = 7;
  for (Index at = view.score + 1; at < std::min(view.score + kBeside, view.end); ++at) {
    if (is_mark(view.units[at], ',')) break;
    if (lexicon_.in_list(document_.units[view.units[at]].word, half_)) return true;
  }
  for (Index at = view.score; at > view.own; --at) {
    const VerbGroup* verb = verb_of(document_, view.units[at - 1]);
    if (verb == nullptr) continue;
    return verb->form == Form::kFinite && !verb->unsure && verb->tense != Tense::kPast &&
           lexicon_.in_list(verb->lemma, leads_);
  }
  return false;
}

// `all'intervallo è 1-0`, `il primo tempo si chiude sull'1-0`, `dopo 10' era 2-0`; not `dopo
// l'intervallo vince 2-0`: with no deed in between.
bool ToldScore::is_of_a_part(const View& view) const {
  constexpr Index kReach = 6;
  for (Index n = 1; n <= kReach && view.score >= view.own + n; ++n) {
    const Index unit = view.units[view.score - n];
    const Unit& one = document_.units[unit];
    if (is_stop(unit, false) || entity_at(unit) != kNoIndex) return false;
    const VerbGroup* verb = verb_of(document_, unit);
    if (verb != nullptr && !lexicon_.in_list(verb->lemma, is_) &&
        !lexicon_.in_list(verb->lemma, ends_)) {
      return false;
    }
    if (lexicon_.in_list(one.word, half_)) {
      return view.score < view.own + n + 1 ||
             !lexicon_.in_list(document_.units[view.units[view.score - n - 1]].word, after_);
    }
    const bool ordinal =
        unit > 0 && (document_.units[unit - 1].kinds & kind_bit(UnitKind::kOrdinal)) != 0;
    if (ordinal && lexicon_.in_list(one.word, part_)) return true;
    const bool minute = (one.kinds & kind_bit(UnitKind::kMinute)) != 0;
    if (minute && n > 1 && verb_of(document_, view.units[view.score - 1]) != nullptr) return true;
  }
  return false;
}

// `Rossi di testa firma il 2-1 per il Como`: what his goal made of the score, whoever was played;
// not `firma il 2-1 finale`, `firma il 2-1 al Lecco`.
bool ToldScore::is_made_by_goal(const Sides& s) const {
  constexpr Index kReach = 6;
  const View& view = s.view;
  if (view.score < view.own + 2 || (s.opponent && s.opponent->unit != kNoIndex)) return false;
  const VerbGroup* verb = verb_of(document_, view.units[view.score - 1]);
  if (verb == nullptr || verb->form != Form::kFinite ||
      !lexicon_.in_list(verb->lemma, makes_score_))
    return false;
  if (view.score + 1 < view.end &&
      lexicon_.in_list(document_.units[view.units[view.score + 1]].word, result_)) {
    return false;
  }
  for (Index n = 2; n <= kReach && view.score >= view.own + n; ++n) {
    const Index unit = view.units[view.score - n];
    if (is_stop(unit, true) || entity_at(unit) != kNoIndex) return false;
    if ((document_.units[unit].kinds & kind_bit(UnitKind::kPerson)) != 0) return true;
  }
  return false;
}

// `Como-Lecco 2-3, dal 2-0!`: from which the score right before it turned.
bool ToldScore::is_turned_from(const View& view) const {
  constexpr Index kReach = 3;  // units back to the other score
  const Index score = view.units[view.score];
  if (score < kReach || (view.score + 1 < view.units.size() && view.end > view.score + 1))
    return false;
  const Index before = document_.units[score - 1].word;
  if (!lexicon_.in_list(before, from_) && !lexicon_.in_list(before, bare_from_)) return false;
  for (Index n = 2; n <= kReach; ++n) {
    if (is_final_score(document_, score - n)) return true;
  }
  return false;
}

// `batte 2-1 dopo i supplementari il Como (1-1 al 90')`: a bracket tells with its minute how it
// stood before, where another result stands in front of it.
bool ToldScore::is_at_minute(const View& view) const {
  constexpr Index kReach = 3, kBack = 12;  // units to the minute, back to the result
  const Clause& clause = document_.clauses[view.clause];
  if (clause.parent == kNoIndex) return false;
  const Index score = view.units[view.score];
  bool minute = false;
  for (Index unit = score + 1; unit < std::min(clause.units.end, score + kReach) && !minute; ++unit)
    minute = (document_.units[unit].kinds & kind_bit(UnitKind::kMinute)) != 0;
  if (!minute) return false;
  for (Index n = 1; n <= std::min(kBack, clause.parent); ++n) {
    const Index unit = clause.parent - n;
    if (is_stop(unit, false)) return false;
    const Unit& one = document_.units[unit];
    if ((one.kinds & kind_bit(UnitKind::kScore)) != 0) return is_final_score(document_, unit);
    if (lexicon_.in_list(one.word, shoot_out_)) return false;
  }
  return false;
}

// `23' GOL! Rossi sblocca la gara, 1-0!`: a line of a diary of the match, headed by its minute.
bool ToldScore::is_in_diary(const View& view) const {
  constexpr Index kReach = 40;         // units to the head of the line
  constexpr std::uint32_t kFull = 90;  // minutes
  for (Index unit = view.units[view.score], n = 0; n < kReach; --unit, ++n) {
    const Unit& one = document_.units[unit];
    if (unit != 0 && !one.line_before) continue;
    const Token& first = document_.tokens[one.tokens.begin];
    return (one.kinds & kind_bit(UnitKind::kMinute)) != 0 && first.kind == TokenKind::kNumber &&
           first.number < kFull;
  }
  return false;
}

// `perdevamo 3-0 con il Como, finì 4-3`: the state of play.
bool ToldScore::is_in_play(const View& view) const {
  if (is_at_minute(view) || is_in_diary(view)) return true;
  if (is_before_the_end(view) || is_of_a_part(view) || is_turned_from(view)) return true;
  for (Index at = view.score; at > view.own; --at) {
    const VerbGroup* verb = verb_of(document_, view.units[at - 1]);
    if (verb == nullptr) continue;
    return verb->form == Form::kFinite && verb->tense == Tense::kImperfect && !verb->anterior &&
           !verb->unsure && verb->polarity == Polarity::kPositive &&
           !lexicon_.in_list(verb->lemma, yields_) &&
           (lexicon_.in_list(verb->lemma, loses_) || lexicon_.in_list(verb->lemma, wins_));
  }
  return false;
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
  if (is_earlier(view)) return false;  // `ospiterà il Como dopo il 3-0 al Lecco`
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
  // `la lotteria dei rigori: il Como supera il Lecco 4-2, dopo l'1-1 dei 120 minuti`
  bool drawn = false;
  const IndexRange clause = document_.clauses[view.clause].units;
  const Index last = std::min(clause.end, view.units[view.score] + kBeside + 1);
  for (Index unit = view.units[view.score] + 1; unit < last; ++unit)
    drawn = drawn || is_drawn(unit);
  const Index reach = drawn && !is_drawn(view.units[view.score]) ? 2 * kBeside : kBeside;
  const Index from = view.score > view.own + reach ? view.score - reach : view.own;
  for (Index at = view.score; at > from; --at) {
    if (is_score(at - 1)) break;
    if (lexicon_.in_list(document_.units[view.units[at - 1]].word, shoot_out_)) return true;
  }
  return false;
}

}  // namespace panchina
