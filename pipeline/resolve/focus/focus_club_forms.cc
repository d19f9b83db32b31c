// The club of a hole that is certain by form. Focus::club asks for these in turn before it weighs.
#include <algorithm>

#include "document/features.h"
#include "document/phrase.h"
#include "resolve/focus/focus.h"
#include "resolve/time/tense.h"

namespace panchina {

// `Lecco (2004-05, esonerato a marzo)`: what stands right before the bracket.
Index Focus::club_before_bracket(const Hole& hole) const {
  constexpr Index kReach = 6;  // units
  const Index bracket = document_.clauses[hole.clause].parent;
  if (bracket == kNoIndex) return kNoIndex;
  const Index reach = hole.subject_club ? 1 : kReach;  // `il Lugano (campione nel 1941)`
  for (Index u = bracket; u > 0 && bracket - u < reach; --u) {
    const Index before = u - 1;
    if (verb_of(document_, before) != nullptr || entities_.person_of_unit[before] != kNoIndex ||
        (document_.units[before].kinds & kind_bit(UnitKind::kBreak)) != 0) {
      return kNoIndex;
    }
    const Index club = entities_.club_of_unit[before];
    if (club != kNoIndex) return hole.takes(club) ? kNoIndex : club;
  }
  return kNoIndex;
}

// `viene dal Lecco, dove era approdato`; `poi andai al Lecco: esonerato dopo due mesi`, the station
// that a comma or colon parts from what ended it.
Index Focus::club_just_named(const Hole& hole) const {
  const Index at = document_.units[hole.unit].tokens.begin;
  const IndexRange range = clubs_in_[document_.clauses[hole.clause].sentence];
  const VerbGroup* verb = verb_of(document_, hole.unit);
  for (Index i = range.end; i > range.begin; --i) {
    const Seen& seen = clubs_[i - 1];
    if (seen.at >= at || seen.clause != hole.clause) continue;
    const char mark = document_.tokens[document_.units[seen.unit].tokens.end].mark;
    const bool parted = mark == ':' || mark == ',';
    // ... `il Lecco, dove arrivò a gennaio per sostituire Rossi`.
    if (seen.where && !hole.takes(seen.entity) && !finite_between(seen.unit, hole.unit, 1))
      return seen.entity;
    // `ha guidato il Lecco, subentrando a gennaio`
    const bool gerund = verb != nullptr && verb->form == Form::kGerund;
    if (!hole.own_club && !gerund) return kNoIndex;
    // `2004-05 Lecco (C2), esonerato a gennaio`
    const bool label = !seen.governed && verb != nullptr &&
                       (gerund || (hole.own_club && verb->form == Form::kParticiple));
    if (!(label || (parted && seen.governed && hole.own_club)) || !is_local(seen) || seen.rival ||
        seen.paired || seen.genitive || seen.bare || seen.ground || hole.takes(seen.entity) ||
        finite_between(seen.unit, hole.unit)) {
      return kNoIndex;
    }
    return seen.entity;
  }
  return kNoIndex;
}

// `Svizzera (Sion) e Cina, dove sbarcò a gennaio`: which club of that land is not said.
bool Focus::set_in_land(const Hole& hole) const {
  auto land = std::lower_bound(lands_.begin(), lands_.end(), hole.unit);
  if (land == lands_.begin()) return false;
  --land;
  constexpr Index kJoint = 2;  // units: `, dove`
  if (*land < document_.clauses[hole.clause].units.begin || finite_between(*land, hole.unit, 1))
    return false;
  for (Index u = *land + 1; u <= *land + kJoint && u < hole.unit; ++u) {
    if (lexicon_.in_list(document_.units[u].word, relative_place_)) return true;
  }
  return false;
}

// `si è chiusa la vicenda del Lecco: la squadra va a Rossi`: the club that stands right before the
// colon, where what follows names no other.
Index Focus::club_before_colon(const Hole& hole) const {
  const IndexRange range = clubs_in_[document_.clauses[hole.clause].sentence];
  if (range.empty()) return kNoIndex;
  const auto heads = [&](const Seen& one) {
    return one.at < document_.units[hole.unit].tokens.begin &&
           document_.tokens[document_.units[one.unit].tokens.end].mark == ':';
  };
  // `salta la panchina del Lecco: fatale a Rossi il ko con il Como`: whose bench it is.
  const Seen& first = clubs_[range.begin];
  const Seen& seen = hole.own_club && first.post && heads(first) ? first : clubs_[range.end - 1];
  if (!heads(seen)) return kNoIndex;
  const bool foe = seen.rival || seen.paired || seen.ground || seen.opponent || seen.bare;
  return foe || hole.takes(seen.entity) ? kNoIndex : seen.entity;
}

// `il Lecco ha scelto Rossi, mentre il Como cambia ancora: squadra a Neri`: of the clubs that the
// sentence tells of one after the other the last before the hole, where a post was told of another.
Index Focus::club_next_told(const Hole& hole) const {
  const Index sentence = document_.clauses[hole.clause].sentence;
  if (post_sentence_ != sentence || post_club_ == kNoIndex || hole.own_club) return kNoIndex;
  const Index at = document_.units[hole.unit].tokens.begin;
  const IndexRange range = clubs_in_[sentence];
  for (Index i = range.end; i > range.begin; --i) {
    const Seen& seen = clubs_[i - 1];
    if (seen.at >= at) continue;
    if (seen.entity == post_club_ || hole.takes(seen.entity)) return kNoIndex;
    if (case_of(seen, hole) == ClubCase::kFree && is_local(seen) && !seen.inner && !seen.aside &&
        !seen.rival && finite_between(seen.unit, hole.unit)) {
      return seen.entity;
    }
  }
  return kNoIndex;
}

// `Alla Pianese è arrivato Rossi, che ha preso il posto di Neri`: where a sentence begins, if it
// names no other club before the hole.
Index Focus::club_at_head(const Hole& hole) const {
  constexpr Index kReach = 2;  // units before it: `intanto`, `invece`
  const Index at = document_.units[hole.unit].tokens.begin;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const IndexRange range = clubs_in_[sentence];
  if (range.empty()) return kNoIndex;
  const Seen& head = clubs_[range.begin];
  const Index begin = document_.clauses[head.clause].units.begin;
  if (head.at >= at || head.at > first_verb_[sentence] || head.inner || head.opponent ||
      head.aside || head.unit == begin || hole.takes(head.entity) ||
      !lexicon_.in_list(document_.units[head.unit - 1].word, at_club_) ||
      head.unit - 1 - begin > kReach) {
    return kNoIndex;
  }
  for (Index i = range.begin + 1; i < range.end; ++i) {
    if (clubs_[i].at < at && clubs_[i].entity != head.entity) return kNoIndex;
  }
  return head.entity;
}

// `saltano Gela, con l'esonero di Rossi; Como, dove Neri ha lasciato`: of the items of a list the
// club that heads the hole's own.
Index Focus::club_of_listed(const Hole& hole) const {
  const IndexRange units = document_.clauses[hole.clause].units;
  const auto mark = [&](Index u) { return document_.tokens[document_.units[u].tokens.begin].mark; };
  Index head = std::min(hole.unit, units.end);
  while (head > units.begin && mark(head - 1) != ';') --head;
  if (head == units.begin) return kNoIndex;
  while (head < hole.unit && document_.units[head].transparent) ++head;
  if (head + 1 >= hole.unit || mark(head + 1) != ',') return kNoIndex;
  const Index club = entities_.club_of_unit[head];
  for (Index u = head + 1; u < hole.unit; ++u) {  // `; Lecco, via Rossi, e Como, dove`
    if (entities_.club_of_unit[u] != kNoIndex) return kNoIndex;
  }
  return club == kNoIndex || hole.takes(club) ? kNoIndex : club;
}

// `Aldo Rossi che ha preso il posto di Neri sulla panchina del Como`: whose bench stands behind,
// where no verb and nobody else comes between, nor another club in the sentence.
Index Focus::club_of_bench_behind(const Hole& hole) const {
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index at = document_.units[hole.unit].tokens.begin;
  const IndexRange range = clubs_in_[sentence];
  for (Index i = range.begin; i < range.end; ++i) {
    const Seen& seen = clubs_[i];
    if (seen.inner || seen.former) continue;
    if (seen.at < at || seen.clause != hole.clause) return kNoIndex;
    if (!seen.post || seen.aside || seen.bare || hole.takes(seen.entity) ||
        finite_between(hole.unit, seen.unit, 1))
      return kNoIndex;
    for (Index u = hole.unit + 1; u < seen.unit; ++u) {
      const Index person = entities_.person_of_unit[u];
      const bool other =
          person != kNoIndex && std::ranges::find(hole.persons, person) == hole.persons.end();
      if (other || document_.tokens[document_.units[u].tokens.begin].mark == ',') return kNoIndex;
    }
    return seen.entity;
  }
  return kNoIndex;
}

// `batte 3-0 il Como`: what a verb right before it is done to, no joiner between.
bool Focus::is_object_club(const Seen& seen) const {
  constexpr Index kReach = 4;  // units
  const Index begin = document_.clauses[seen.clause].units.begin;
  for (Index u = seen.unit; u > begin && seen.unit - u < kReach;) {
    const Unit& unit = document_.units[--u];
    if (const VerbGroup* verb = verb_of(document_, u))
      return verb->form == Form::kFinite && verb->voice == Voice::kActive;
    if ((unit.kinds & kind_bit(UnitKind::kPunct)) != 0 || lexicon_.in_list(unit.word, and_))
      return false;
  }
  return false;
}

// `il Lecco ha cambiato guida e ha esonerato Rossi`, `…, esonerando Rossi`, `il Lecco batte il Como
// e resta in vetta`: the subject of the verb before, where no other comes between.
Index Focus::club_doing_both(const Hole& hole) const {
  const VerbGroup* verb = verb_of(document_, hole.unit);
  if (hole.unit == 0 || verb == nullptr || verb->voice != Voice::kActive) return kNoIndex;
  const bool third = verb->form == Form::kFinite && verb->person == 3 && !verb->plural;
  if (!third && verb->form != Form::kGerund) return kNoIndex;
  // Behind `e`, a comma, `ma`: nobody else does it.
  Index before = hole.unit - 1;
  while (before > document_.clauses[hole.clause].units.begin && document_.units[before].transparent)
    --before;
  const Unit& joiner = document_.units[before];
  if (!lexicon_.in_list(joiner.word, and_) && !lexicon_.in_list(joiner.word, opener_) &&
      document_.tokens[joiner.tokens.begin].mark != ',') {
    return kNoIndex;
  }
  const Index at = document_.units[hole.unit].tokens.begin;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Seen* subject = nullptr;
  for (Index i = clubs_in_[sentence].begin; i < clubs_in_[sentence].end; ++i) {
    const Seen& seen = clubs_[i];
    if (seen.at >= at) break;
    const bool free = case_of(seen, hole) == ClubCase::kFree && !seen.governed && !seen.inner;
    if (subject == nullptr && free && seen.clause == hole.clause &&
        seen.at < first_verb_[sentence]) {
      subject = &seen;
    } else if (!seen.preposition && !seen.inner && !(subject != nullptr && is_object_club(seen))) {
      // `il Lecco pareggia, il Como batte il Monza e resta in vetta`
      const Index last = unit_before(document_, seen.unit, 0);
      if (subject == nullptr || !free || seen.clause != hole.clause || last == kNoIndex ||
          document_.tokens[document_.units[last].tokens.begin].mark != ',') {
        return kNoIndex;
      }
      subject = &seen;
    }
  }
  if (subject == nullptr || hole.takes(subject->entity)) return kNoIndex;
  if (!finite_between(subject->unit, hole.unit)) return kNoIndex;
  for (Index i = persons_in_[sentence].begin; i < persons_in_[sentence].end; ++i) {
    const Seen& seen = persons_[i];
    if (seen.at < at && !seen.governed && !seen.inner) return kNoIndex;
  }
  for (Index u = subject->unit + 1; u < hole.unit; ++u) {
    if (lexicon_.in_list(document_.units[u].word, relative_)) return kNoIndex;
  }
  return subject->entity;
}

// `Il Lecco, in cui Rossi giocò prima di andare al Como, è secondo`: the subject that the sentence
// opens with, whose verb stands behind a relative clause and names no other club.
Index Focus::club_round_aside(const Hole& hole) const {
  return round_aside(hole, clubs_, clubs_in_[document_.clauses[hole.clause].sentence]);
}

// `Poi tocca al Como, che saluta Rossi. La squadra va a Neri`: where the section goes through many
// clubs, the one told last, in this sentence or in the one before.
Index Focus::club_of_turn(const Hole& hole, Index person) const {
  constexpr Index kBack = 2;  // sentences
  if (!hole.post || hole.career || section_ == kNoIndex || !sections_[section_].crowd ||
      tied_clubs_.count(person) != 0) {
    return kNoIndex;
  }
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index block = document_.sentences[sentence].block;
  const Index at = document_.units[hole.unit].tokens.begin;
  for (Index back = 0; back <= kBack && back <= sentence; ++back) {
    const Index s = sentence - back;
    if (document_.sentences[s].block != block) return kNoIndex;
    Index last = kNoIndex;
    for (Index i = clubs_in_[s].begin; i < clubs_in_[s].end; ++i) {
      const Seen& seen = clubs_[i];
      if (seen.at >= at) break;
      if (!is_local(seen) || seen.rival || seen.former || seen.paired || seen.ground) continue;
      // `il vice Neri, già a Siena`: where somebody was before.
      if (back == 0 && seen.governed && !seen.post) return kNoIndex;
      // Another sentence's must be the only one.
      if (back > 0 && last != kNoIndex && last != seen.entity) return kNoIndex;
      last = seen.entity;
    }
    if (last != kNoIndex) return hole.takes(last) ? kNoIndex : last;
  }
  return kNoIndex;
}

// `il Lecco, salvo da neopromosso, ha confermato sia il direttore che il tecnico Rossi`: whose
// deed about a bench the first verb tells, where the sentence names no other club before the
// hole.
Index Focus::club_acting(const Hole& hole) const {
  if (!hole.post || hole.career || hole.playing) return kNoIndex;
  const Index at = document_.units[hole.unit].tokens.begin;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index first = first_verb_[sentence];
  if (first == kNoIndex || first > at) return kNoIndex;
  const Seen* subject = nullptr;
  for (Index i = clubs_in_[sentence].begin; i < clubs_in_[sentence].end; ++i) {
    const Seen& seen = clubs_[i];
    if (seen.at >= at) break;
    if (seen.inner) continue;
    if (subject != nullptr) return kNoIndex;
    subject = &seen;
  }
  if (subject == nullptr || subject->at > first || subject->governed || subject->preposition ||
      subject->aside || subject->clause != hole.clause || hole.takes(subject->entity) ||
      case_of(*subject, hole) != ClubCase::kFree) {
    return kNoIndex;
  }
  // Nobody else does it.
  for (Index i = persons_in_[sentence].begin; i < persons_in_[sentence].end; ++i) {
    const Seen& seen = persons_[i];
    if (seen.at < first && !seen.governed && !seen.inner) return kNoIndex;
  }
  for (Index u = subject->unit + 1; u <= hole.unit; ++u) {
    const VerbGroup* verb = verb_of(document_, u);
    if (verb == nullptr || document_.units[u].tokens.begin < first) continue;
    const bool deed = verb->voice == Voice::kActive && verb->form == Form::kFinite &&
                      verb->person == 3 && !verb->plural &&
                      lexicon_.in_list(verb->lemma, bench_deed_);
    return deed ? subject->entity : kNoIndex;
  }
  return kNoIndex;
}

// The side that a line-up sends out under this person, or under another whom the hole's hit names
// (`Rossi, subentrato a Neri`), where the sentence names no third club.
Index Focus::seat_club(const Hole& hole, Index person) const {
  auto seat = seats_.find(person);
  for (auto other = hole.persons.begin();
       seat == seats_.end() && !hole.subject_club && other != hole.persons.end(); ++other) {
    seat = seats_.find(*other);
  }
  if (seat == seats_.end() || hole.takes(seat->second)) return kNoIndex;
  const IndexRange range = clubs_in_[document_.clauses[hole.clause].sentence];
  Index third = kNoIndex;  // unit
  for (Index i = range.begin; i < range.end; ++i) {
    // `la squadra di Rossi ospiterà il Como`: one named behind is whom it plays next.
    if (clubs_[i].unit > hole.unit) break;
    if (!sent_out_[clubs_[i].entity]) third = clubs_[i].unit;
  }
  if (third == kNoIndex) return seat->second;
  // `il Lecco va a Como, mentre la squadra di Rossi`: of the other match.
  for (Index unit = third + 1; unit < hole.unit; ++unit) {
    if (lexicon_.in_list(document_.units[unit].word, contrast_)) return seat->second;
  }
  return kNoIndex;
}

// `Diventa responsabile del Lecco. Nel 2014 ne firma il contratto da allenatore`: the club that the
// sentence before named last.
Index Focus::club_pointed_at(const Hole& hole) const {
  const VerbGroup* verb = verb_of(document_, hole.unit);
  const Index now = document_.clauses[hole.clause].sentence;
  if (!hole.post || verb == nullptr || now == 0) return kNoIndex;
  const Index at = document_.units[hole.unit].tokens.begin;
  if (!lexicon_.in_list(document_.tokens[at].word, of_it_)) return kNoIndex;
  if (document_.sentences[now - 1].block != document_.sentences[now].block) return kNoIndex;
  for (Index i = clubs_in_[now].begin; i < clubs_in_[now].end; ++i)
    if (clubs_[i].at < at) return kNoIndex;
  const IndexRange before = clubs_in_[now - 1];
  if (before.empty()) return kNoIndex;
  const Seen& last = clubs_[before.end - 1];
  return last.opponent || last.aside || hole.takes(last.entity) ? kNoIndex : last.entity;
}

// `E il Lecco?` `«Andò male: mi esonerarono a gennaio»`: the one club that the last question, or a
// short line right before the answer (`Poi Varese.`), names, where the answer, in the first person,
// has named none so far.
Index Focus::club_asked_about(const Hole& hole) const {
  constexpr Index kReach = 5;     // sentences of the answer
  constexpr Index kLongest = 20;  // tokens of a line that asks without a mark
  if (hole.career || section_ == kNoIndex) return kNoIndex;
  const Index own = document_.clauses[hole.clause].sentence;
  // `«Due anni, un terzo e un quinto posto»`: the answer itself, whoever its verbs are of.
  const Block& answer = document_.blocks[document_.sentences[own].block];
  const bool quoted = quoted_[document_.units[hole.unit].tokens.begin] && !answer.tokens.empty() &&
                      document_.tokens[answer.tokens.begin].mark == '"';
  if (!hole.speaker && !quoted) return kNoIndex;
  const IndexRange blocks = document_.sections[section_].blocks;
  if (!clubs_in_[own].empty()) return kNoIndex;
  for (Index s = own; s > 0 && own - s < kReach; --s) {
    const Sentence& before = document_.sentences[s - 1];
    if (!blocks.contains(before.block)) return kNoIndex;
    const IndexRange clubs = clubs_in_[s - 1];
    if (before.tokens.empty()) continue;
    const bool line = before.block + 1 == document_.sentences[own].block &&
                      document_.blocks[before.block].tokens.size() <= kLongest;
    const bool asked = line || document_.tokens[before.tokens.end - 1].mark == '?';
    if (!asked && clubs.empty()) continue;
    const bool one = asked && clubs.size() == 1 && !hole.takes(clubs_[clubs.begin].entity);
    return one ? clubs_[clubs.begin].entity : kNoIndex;
  }
  return kNoIndex;
}

}  // namespace panchina
