// The club of a hole that who came and who went makes certain; asked for in turn by Focus::club.
#include <algorithm>

#include "resolve/focus/focus.h"
#include "resolve/time/tense.h"

namespace panchina {

// `Rossi allena il Como, Neri il Lecco. … A Rossi è stato fatale il ko con il Bari`: of several who
// have clubs of their own, the only one that a departed, or `mister Rossi`, was told to be at,
// where the sentence names him and not its club.
Index Focus::club_of_his_own(const Hole& hole, Index person) const {
  const auto tied = tied_clubs_.find(person);
  const bool known = hole.own_club || (hole.held && hole.nominal && !hole.career);
  if (!known || tied == tied_clubs_.end()) return kNoIndex;
  const Index club = tied->second.front();
  const auto elsewhere = [&](Index one) { return one != club; };
  if (hole.takes(club) || std::ranges::any_of(tied->second, elsewhere)) return kNoIndex;
  const bool others = std::ranges::any_of(
      tied_clubs_, [&](const auto& one) { return elsewhere(one.second.back()); });
  const IndexRange here = persons_in_[document_.clauses[hole.clause].sentence];
  for (Index i = here.begin; others && i < here.end; ++i) {
    if (persons_[i].entity == person) return club;
  }
  return kNoIndex;
}

// `subentrò a Neri sulla panchina del Como, ma venne esonerato`: where the sentence has just told
// him to be, if it has named no other club since.
Index Focus::club_just_held(const Hole& hole, Index person) const {
  if (!hole.own_club || hole.career || person == kNoIndex) return kNoIndex;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const auto tied = tied_clubs_.find(person);
  if (tied == tied_clubs_.end() || tie_sentence_.find(person)->second != sentence) return kNoIndex;
  const Index club = tied->second.back(), at = document_.units[hole.unit].tokens.begin;
  const Seen* last = nullptr;
  for (Index i = clubs_in_[sentence].begin; i < clubs_in_[sentence].end; ++i) {
    if (clubs_[i].at < at) last = &clubs_[i];
  }
  const bool just = last != nullptr && last->entity == club && !last->inner && !last->opponent;
  return just && !hole.takes(club) ? club : kNoIndex;
}

// `Il Lecco ha esonerato Rossi. Al suo posto Neri`: what the one before has left, told in this
// sentence or the last.
Index Focus::club_parted(const Hole& hole) const {
  if (!hole.replacing) return kNoIndex;
  const Index parted = just_parted(hole.of_person(hole.persons));
  const auto tied = parted == kNoIndex ? tied_clubs_.end() : tied_clubs_.find(parted);
  if (tied == tied_clubs_.end() || tie_sentence_.find(parted)->second + 1 < now_) return kNoIndex;
  const Index club = tied->second.back();
  return hole.takes(club) ? kNoIndex : club;
}

// `Rossi si trasferì al Como e il suo posto fu preso da Neri`: where he was before, not where he
// went; kNoIndex: nothing like it.
Index Focus::club_left(const Hole& hole) const {
  const auto moved = arrived_ == kNoIndex ? tied_clubs_.end() : tied_clubs_.find(arrived_);
  if (moved == tied_clubs_.end()) return kNoIndex;
  const auto told = tie_sentence_.find(arrived_);
  if (told == tie_sentence_.end() || told->second != now_) return kNoIndex;
  constexpr Index kReach = 32;  // units
  const IndexRange units = document_.clauses[hole.clause].units;
  const Index at = std::clamp(hole.unit, units.begin, units.end);
  const Index begin = at - std::min(at - units.begin, kReach);
  const Index end = std::min(units.end, at + kReach);
  bool takes_place = false;
  for (Index u = begin; u + 1 < end && !takes_place; ++u) {
    takes_place = lexicon_.in_list(document_.units[u].word, possessive_) &&
                  lexicon_.in_list(document_.units[u + 1].word, place_taken_);
  }
  const auto& clubs = moved->second;
  const auto before =
      std::find_if(clubs.rbegin(), clubs.rend(), [&](Index club) { return club != clubs.back(); });
  return takes_place && before != clubs.rend() && !hole.takes(*before) ? *before : kNoIndex;
}

// `Rossi è il nuovo tecnico del Lecco. L'anno scorso guidava il Como. Prende il posto di Neri.`: at
// the club that he comes to, where the one told since is of the past, in a sentence before or in a
// relative clause of this one; kNoIndex: nothing like it.
Index Focus::club_entered(const Hole& hole, Index person) const {
  if (!hole.entering || person == kNoIndex || person != newcomer_ || hole.takes(newcomer_club_))
    return kNoIndex;
  const auto tied = tied_clubs_.find(person);
  if (tied == tied_clubs_.end() || tied->second.back() == newcomer_club_) return kNoIndex;
  const Index told = tie_sentence_.find(person)->second;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const IndexRange past =
      told < sentence ? document_.sentences[told].tokens : relative_before(hole, sentence);
  if (past.empty()) return kNoIndex;
  for (const VerbGroup& verb : verbs_in(document_, past)) {
    if (verb.form == Form::kFinite && verb.tense == Tense::kPresent) return kNoIndex;
  }
  return newcomer_club_;
}

// `Rossi è il nuovo tecnico del Lecco. L'anno scorso guidava il Como. Nel suo staff il preparatore
// Neri.`: at the club that was told first of who comes to lead the side; kNoIndex: nothing like it.
Index Focus::club_of_chief(const Hole& hole, Index person) const {
  if (!hole.staff || hole.career || newcomer_ == kNoIndex || person == newcomer_ ||
      tied_clubs_.count(person) != 0) {
    return kNoIndex;
  }
  const auto tied = tied_clubs_.find(newcomer_);
  if (tied == tied_clubs_.end()) return kNoIndex;
  const Index club = tied->second.front();
  if (club != newcomer_club_ || club == tied->second.back() || hole.takes(club)) return kNoIndex;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index told = tie_sentence_.find(newcomer_)->second;
  if (document_.sentences[told].block != document_.sentences[sentence].block) return kNoIndex;
  const IndexRange aside = relative_before(hole, sentence);
  for (Index i = clubs_in_[sentence].begin; i < clubs_in_[sentence].end; ++i) {
    if (!aside.contains(document_.units[clubs_[i].unit].tokens.begin)) return kNoIndex;
  }
  return club;
}

// The tokens of `, che guidava il Como,` before the hole: from the first relative of its sentence
// to the last comma; empty: none, or no club stands there.
IndexRange Focus::relative_before(const Hole& hole, Index sentence) const {
  const Index begin = document_.sentences[sentence].tokens.begin;
  const Index end = document_.units[hole.unit].tokens.begin;
  Index from = begin, close = end;
  while (from < end && !lexicon_.in_list(document_.tokens[from].word, relative_)) ++from;
  while (close > from && document_.tokens[close - 1].mark != ',') --close;
  const IndexRange clubs = clubs_in_[sentence];
  const bool told = std::any_of(clubs_.begin() + clubs.begin, clubs_.begin() + clubs.end,
                                [&](const Seen& one) { return from < one.at && one.at < close; });
  return told ? IndexRange{from, close} : IndexRange{};
}

// `Il Lecco riparte da Rossi. L'ex tecnico di Como e Pisa è arrivato ieri. La società ha esonerato
// Neri.`: who leaves without his club's name leaves the one that a newcomer comes to, not one of
// the newcomer's past, told in the sentence before or the one before that; kNoIndex: nothing like
// it.
Index Focus::club_vacated(const Hole& hole, Index person) const {
  if (!hole.own_club || !hole.post || hole.career || person == kNoIndex || person == newcomer_ ||
      newcomer_ == kNoIndex || hole.takes(newcomer_club_) || tied_clubs_.count(person) != 0) {
    return kNoIndex;
  }
  const auto tied = tied_clubs_.find(newcomer_);
  if (tied == tied_clubs_.end() || tied->second.back() == newcomer_club_) return kNoIndex;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index told = tie_sentence_.find(newcomer_)->second;
  if (told >= sentence || told + 2 < sentence || !clubs_in_[sentence].empty()) return kNoIndex;
  return post_club_ == tied->second.back() ? newcomer_club_ : kNoIndex;
}

}  // namespace panchina
