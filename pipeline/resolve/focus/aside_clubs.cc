#include "resolve/focus/aside_clubs.h"

#include <algorithm>

#include "document/features.h"
#include "document/phrase.h"

namespace panchina {

AsideClubs::AsideClubs(const Document& document, const Lexicon& lexicon)
    : document_(document),
      lexicon_(lexicon),
      bare_(lexicon.find_list("bare_genitive")),
      genitive_(lexicon.find_list("genitive")),
      occasion_(lexicon.find_list("occasion")),
      outcome_(lexicon.find_list("match_outcome")),
      former_(lexicon.find_list("former_post")),
      near_(lexicon.find_list("near_bench")),
      life_verb_(lexicon.find_list("life_verb")),
      stay_(lexicon.find_list("past_stay")),
      after_(lexicon.find_list("past_after")),
      and_(lexicon.find_list("match_and")),
      once_(lexicon.find_list("match_former")),
      suffered_(lexicon.find_list("match_suffered")),
      with_(lexicon.find_list("rival")),
      at_home_(lexicon.find_list("at_home")),
      on_the_road_(lexicon.find_list("on_the_road")),
      ground_(lexicon.find_list("ground")) {}

bool AsideClubs::contain(Index clause, Index unit) const {
  if (is_paired(clause, unit)) return true;
  const Index begin = document_.clauses[clause].units.begin;
  const Index governor = governor_of(clause, unit);
  if (governor == kNoIndex) return false;
  const Index before = unit_before(document_, governor, begin);
  // `il tecnico di Siderno`: where he comes from; a club has its article.
  return (before != kNoIndex && lexicon_.in_list(document_.units[governor].word, bare_) &&
          has(before, UnitKind::kRole) && has(unit, UnitKind::kPlace)) ||
         near_bench(governor, begin) ||
         (has(unit, UnitKind::kPlace) && follows_life(governor, begin)) ||
         contain_match(clause, unit);
}

// `il Lecco con Rossi, il Como con Neri`: a surname that is told of nowhere else.
bool AsideClubs::is_paired(Index clause, Index unit) const {
  const Index end = document_.clauses[clause].units.end;
  if (unit + 2 >= end || !lexicon_.in_list(document_.units[unit + 1].word, with_)) return false;
  const Reading* person = reading_of(document_, unit + 2, UnitKind::kPerson);
  return person != nullptr && person->how == How::kWeak;
}

// `è morto nella notte a Rimini`: a verb of life stands before it, no other name between.
bool AsideClubs::follows_life(Index unit, Index begin) const {
  constexpr int kReach = 4;  // units
  for (int i = 0; i < kReach; ++i) {
    unit = unit_before(document_, unit, begin);
    if (unit == kNoIndex || has(unit, UnitKind::kPerson) || has(unit, UnitKind::kClub))
      return false;
    if (const VerbGroup* verb = verb_of(document_, unit))
      return lexicon_.in_list(verb->lemma, life_verb_);
  }
  return false;
}

// `accostato alla panchina del Bari`, `in corsa per la panchina`: whose bench somebody nearly had.
bool AsideClubs::near_bench(Index governor, Index begin) const {
  const Index bench = unit_before(document_, governor, begin);
  if (bench == kNoIndex || !has(bench, UnitKind::kRole)) return false;
  const Index to = unit_before(document_, bench, begin);
  if (to == kNoIndex || lexicon_.preposition(document_.units[to].word) == kNoIndex) return false;
  const Index near = unit_before(document_, to, begin);
  if (near == kNoIndex) return false;
  const VerbGroup* verb = verb_of(document_, near);
  return lexicon_.in_list(verb != nullptr ? verb->lemma : document_.units[near].word, near_);
}

bool AsideClubs::contain_match(Index clause, Index unit) const {
  const Index begin = document_.clauses[clause].units.begin;
  const Index governor = governor_of(clause, unit);
  if (governor == kNoIndex) return false;
  if (!lexicon_.in_list(document_.units[governor].word, genitive_))
    return follows_match(governor, begin);
  const Index before = unit_before(document_, governor, begin);
  if (before == kNoIndex) return false;
  // `la sconfitta di Ragusa`: where it was.
  const bool there = lexicon_.in_list(document_.units[governor].word, bare_) &&
                     has(unit, UnitKind::kPlace) &&
                     lexicon_.in_list(document_.units[before].word, outcome_);
  if (there || has(before, UnitKind::kScore)) return true;
  // `il 5-0 rimediato sul campo del Lecco`: on whose ground they met.
  if (!lexicon_.in_list(document_.units[before].word, ground_)) return false;
  Index from = unit_before(document_, before, begin);
  if (from == kNoIndex || lexicon_.preposition(document_.units[from].word) == kNoIndex)
    return false;
  const Index suffered = unit_before(document_, from, begin);
  const VerbGroup* verb = suffered == kNoIndex ? nullptr : verb_of(document_, suffered);
  if (verb != nullptr && verb->form == Form::kParticiple) from = suffered;
  return follows_match(from, begin);
}

bool AsideClubs::contain_former(Index clause, Index unit) const {
  constexpr Index kReach = 7;  // units
  const IndexRange units = document_.clauses[clause].units;
  const auto comma = [&](Index u) {
    return document_.tokens[document_.units[u].tokens.begin].mark == ',';
  };
  const auto tells = [&](Index u) {
    return verb_of(document_, u) != nullptr || has(u, UnitKind::kPerson);
  };
  bool former = false, club = false;
  const auto look = [&](Index u) {
    club = club || has(u, UnitKind::kClub);
    former = former || lexicon_.in_list(document_.units[u].word, former_);
    const Reading* date = reading_of(document_, u, UnitKind::kDate);
    if (date == nullptr || (date->features & (kDateYear | kDateSeason)) == 0) return;
    // `nella passata stagione`
    former = former || (date->features & (kDateRelative | kDateFrom)) == kDateRelative;
  };
  const Index end = std::min(units.end, unit + kReach);
  Index last = unit;
  for (; last < end && !comma(last) && !tells(last); ++last) look(last);
  if (last == end || !comma(last)) return false;
  for (Index u = unit; u > units.begin && unit - u < kReach;) {
    --u;
    if (comma(u)) return former && club;
    if (tells(u)) return false;
    look(u);
    if (u == units.begin) return former && club;  // `Reduce da un anno al Lecco, Rossi rileva`
  }
  return false;
}

bool AsideClubs::contain_past(Index clause, Index unit) const {
  constexpr Index kReach = 12;     // units back to the noun
  constexpr Index kDescribed = 4;  // ... and from it to `dopo`: `dopo le due brevi esperienze`
  const Index begin = document_.clauses[clause].units.begin;
  Index noun = unit;
  for (; noun > begin && unit - noun < kReach;) {
    const Unit& one = document_.units[--noun];
    if (lexicon_.in_list(one.word, stay_)) break;
    if (has(noun, UnitKind::kRole)) {
      // `l'ex tecnico di Lecce e Bari`
      const Index before = unit_before(document_, noun, begin);
      return before != kNoIndex && lexicon_.in_list(document_.units[before].word, once_);
    }
    const bool joint = document_.tokens[one.tokens.begin].mark == ',' ||
                       lexicon_.in_list(one.word, and_) ||
                       lexicon_.preposition(one.word) != kNoIndex;
    if (!joint && !one.transparent && !has(noun, UnitKind::kClub)) return false;
  }
  if (!lexicon_.in_list(document_.units[noun].word, stay_)) return false;
  for (Index u = noun; u > begin && noun - u < kDescribed;) {
    if (lexicon_.in_list(document_.units[--u].word, after_)) return true;
    if (verb_of(document_, u) != nullptr || has(u, UnitKind::kPunct)) return false;
  }
  return false;
}

// The preposition before it; kNoIndex: none.
Index AsideClubs::governor_of(Index clause, Index unit) const {
  const Index governor = unit_before(document_, unit, document_.clauses[clause].units.begin);
  const bool governs =
      governor != kNoIndex && lexicon_.preposition(document_.units[governor].word) != kNoIndex;
  return governs ? governor : kNoIndex;
}

bool AsideClubs::is_match(Index unit) const {
  const Index word = document_.units[unit].word;
  return has(unit, UnitKind::kScore) || lexicon_.in_list(word, occasion_) ||
         lexicon_.in_list(word, outcome_);
}

// Whether a score or one match stands before it, and neither somebody nor an act between.
bool AsideClubs::follows_match(Index unit, Index begin) const {
  constexpr int kReach = 6;  // units
  for (int i = 0; i < kReach; ++i) {
    unit = unit_before(document_, unit, begin);
    if (unit == kNoIndex) return false;
    if (is_match(unit)) return true;
    const VerbGroup* verb = verb_of(document_, unit);
    // `la sconfitta rimediata dal Lecco`: who suffered it.
    const bool act = verb != nullptr && (verb->form != Form::kParticiple ||
                                         (i == 0 && lexicon_.in_list(verb->lemma, suffered_)));
    // `il ko interno con il Lecco` names no player.
    const Index word = document_.units[unit].word;
    const bool role = has(unit, UnitKind::kRole) && !lexicon_.in_list(word, at_home_) &&
                      !lexicon_.in_list(word, on_the_road_);
    if (act || role || has(unit, UnitKind::kPerson) || has(unit, UnitKind::kClub) ||
        has(unit, UnitKind::kBreak)) {
      return false;
    }
  }
  return false;
}

}  // namespace panchina
