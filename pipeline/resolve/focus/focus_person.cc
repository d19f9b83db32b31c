// Which person a hole of a passage stands for.
#include <algorithm>
#include <utility>

#include "document/features.h"
#include "document/phrase.h"
#include "resolve/focus/focus.h"
#include "resolve/time/tense.h"

namespace panchina {

Asked asked_by(const Hole& hole) {
  if (hole.birth) return Asked::kBirth;
  if (hole.speaker) return Asked::kSpeaker;
  if (hole.clitic) return Asked::kClitic;
  if (hole.nominal) return Asked::kNominal;
  return hole.subject_follows && !hole.gerund ? Asked::kParticiple : Asked::kVerb;
}

// `rilevò Verdi, rassegnando`: whom a verb has as its object is not the subject of the next.
bool Focus::is_other_object(const Seen& seen, const Hole& hole) const {
  const bool subject = asked_by(hole) == Asked::kVerb || asked_by(hole) == Asked::kSpeaker;
  return subject && seen.clause == hole.clause && seen.unit < hole.unit &&
         person_case(seen, hole) == PersonCase::kObject;
}

// `andò via quando Rossi fu esonerato`; `quando Rossi fu esonerato, Neri salì`: the sentence is
// about somebody else. `Quando Rossi arrivò, la squadra era ultima` is about him.
bool Focus::is_told_by_the_way(const Seen& seen) const {
  if (!seen.subordinate) return false;
  const Index begin = document_.units[document_.clauses[seen.clause].units.begin].tokens.begin;
  if (!verbs_in(document_, {begin, seen.at}).empty()) return true;
  const IndexRange range = persons_in_[sentence_of(seen)];
  for (Index i = range.begin; i < range.end; ++i) {
    const Seen& other = persons_[i];
    if (other.entity != seen.entity && !other.governed && !other.subordinate) return true;
  }
  return false;
}

PersonCase Focus::person_case(const Seen& seen, const Hole& hole) const {
  if (seen.replaced) return PersonCase::kReplaced;
  if (opens_speech(seen)) return PersonCase::kSpeech;
  if (seen.antecedent && seen.clause == hole.clause) return PersonCase::kAntecedent;
  if (seen.genitive || seen.bare) return seen.post ? PersonCase::kRoleOf : PersonCase::kOf;
  if (!seen.governed) return PersonCase::kFree;
  return seen.preposition ? PersonCase::kGoverned : PersonCase::kObject;
}

Candidates& Focus::person_candidates(const Hole& hole) const {
  Candidates& found = candidates_;
  found.clear();
  if (section_ == kNoIndex) return found;
  const SectionFocus& section = sections_[section_];
  const Index sentence = document_.clauses[hole.clause].sentence;
  for (const Naming& naming : namings_around(hole, persons_, found)) {
    const Seen& seen = *naming.seen;
    Candidate& out = candidate_of(found, seen.entity);
    out.signs.set(sign_of(naming.place, person_case(seen, hole)));
    if (!naming.here) {
      if (is_told_by_the_way(seen)) out.add(PersonSign::kSubordinate);
      continue;
    }
    if (seen.unit > 0 && (document_.units[seen.unit - 1].kinds & kind_bit(UnitKind::kRole)) != 0)
      out.add(PersonSign::kRole);
    const IndexRange clubs = clubs_in_[sentence];
    for (Index i = clubs.begin; i < clubs.end; ++i) {
      const auto& bound = hole.clubs;
      if (std::find(bound.begin(), bound.end(), clubs_[i].entity) != bound.end() &&
          beside(seen, clubs_[i])) {
        out.add(PersonSign::kBesideClub);
      }
    }
  }
  const auto sign = [&](Index person, auto what) {
    if (person != kNoIndex && !hole.takes(person)) candidate_of(found, person).add(what);
  };
  sign(subject_, PersonSign::kFocus);
  sign(section.person, section.clear_person ? Sign::kClearMain : Sign::kMain);
  sign(newcomer_, Sign::kNewcomer);
  sign(heading_person(sentence), Sign::kHeaded);
  sign(portrait_, PersonSign::kPortrait);
  // No coach's fact is of a president or referee of whom no bench was told.
  if (!hole.birth && !hole.speaker) {
    std::erase_if(found, [&](const Candidate& one) {
      return officer_[one.entity] && last_club_of(one.entity) == kNoIndex;
    });
  }
  for (Candidate& one : found) {
    if (last_club_of(one.entity) != kNoIndex) one.add(PersonSign::kTied);
    for (const Index club : hole.clubs) {
      if (is_at(one.entity, club)) one.add(PersonSign::kTiedThere);
    }
    if (other_post_[one.entity]) one.add(PersonSign::kOtherPost);
    section.persons.add_share(one);
  }
  return found;
}

// `ALDO ROSSI`, a line of its own right above the paragraph, that has named nobody before the hole:
// on a page that goes through a staff each is told of under his name.
Index Focus::named_above(const Hole& hole) const {
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index block = document_.sentences[sentence].block;
  const Index heading = document_.blocks[block].heading;
  if (heading == kNoIndex || heading + 1 != block) return kNoIndex;
  const IndexRange lines = document_.blocks[heading].sentences;
  if (lines.empty()) return kNoIndex;
  const IndexRange named = persons_in_[lines.end - 1];
  if (named.size() != 1) return kNoIndex;
  const Seen& seen = persons_[named.begin];
  const IndexRange line = document_.sentences[lines.end - 1].tokens;
  const Index first =
      phrase_begin(document_, seen.unit, document_.clauses[seen.clause].units.begin);
  if (document_.units[first].tokens.begin != line.begin ||
      document_.units[seen.unit].tokens.end != line.end) {
    return kNoIndex;
  }
  constexpr Index kFar = 20;  // sentences: so long a text is no entry of a list
  const Index begin = document_.blocks[block].sentences.begin;
  if (sentence - begin > kFar) return kNoIndex;
  const Index place = document_.units[hole.unit].tokens.begin;
  for (Index s = begin; s <= sentence; ++s) {
    if (!persons_in_[s].empty() && persons_[persons_in_[s].begin].at < place) return kNoIndex;
  }
  return hole.takes(seen.entity) ? kNoIndex : seen.entity;
}

Index Focus::just_parted(const Hole& hole) const {
  if (parted_ == kNoIndex || hole.takes(parted_)) return kNoIndex;
  const Index sentence = document_.clauses[hole.clause].sentence;
  if (sentence == parted_sentence_) return parted_;
  const Index block = document_.sentences[sentence].block;
  if (sentence != parted_sentence_ + 1 || document_.sentences[parted_sentence_].block != block)
    return kNoIndex;
  const Index at = document_.units[hole.unit].tokens.begin;
  const IndexRange here = persons_in_[sentence];
  return !here.empty() && persons_[here.begin].at < at ? kNoIndex : parted_;
}

Index Focus::who_signs(Index person) const {
  if (person == kNoIndex || person != parted_ || newcomer_ == kNoIndex) return person;
  const auto tied = tie_sentence_.find(newcomer_);
  return tied != tie_sentence_.end() && tied->second >= parted_sentence_ ? newcomer_ : person;
}

// Who is the subject of the hole's sentence, named before it.
Index Focus::subject_before(const Hole& hole) const {
  IndexRange persons = persons_in_[document_.clauses[hole.clause].sentence];
  while (persons.end > persons.begin && persons_[persons.end - 1].unit >= hole.unit) --persons.end;
  for (Index i = persons.begin; i < persons.end; ++i) {
    const Seen& seen = persons_[i];
    if (!seen.inner && !seen.governed && seen.at <= first_verb_[now_]) return seen.entity;
  }
  return subject_behind_verb(persons);
}

// `il Lecco ha preso Rossi e lo ha esonerato`, `Neri ha incontrato Rossi e gli ha comunicato`: the
// object of the verb before, where the sentence names nobody else before the hole but the subject.
Index Focus::object_before(const Hole& hole) const {
  const IndexRange persons = persons_in_[document_.clauses[hole.clause].sentence];
  Index object = kNoIndex;
  for (Index i = persons.begin; i < persons.end && persons_[i].unit < hole.unit; ++i) {
    const Seen& seen = persons_[i];
    if (object != kNoIndex || seen.clause != hole.clause) return kNoIndex;
    const PersonCase its = person_case(seen, hole);
    if (its == PersonCase::kFree && i == persons.begin) continue;
    if (its != PersonCase::kObject) return kNoIndex;
    object = seen.entity;
  }
  return object == kNoIndex || hole.takes(object) ? kNoIndex : object;
}

// `Il club saluta Rossi. Sotto la sua guida 12 punti`: a sentence that opens with a pronoun is
// about whom alone the one before it names, but for whom others are said to have followed.
Index Focus::pointed_back(const Hole& hole) const {
  constexpr Index kOpening = 3;  // tokens
  // `Con lui ha lavorato`: no subject.
  if (!hole.nominal && !hole.subject_club) return kNoIndex;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Sentence& own = document_.sentences[sentence];
  if (sentence == document_.blocks[own.block].sentences.begin) return kNoIndex;
  const Index place = document_.units[hole.unit].tokens.begin;
  const IndexRange here = persons_in_[sentence];
  if (!here.empty() && persons_[here.begin].at < place) return kNoIndex;
  bool points = false;
  for (Index t = own.tokens.begin; t < std::min(own.tokens.begin + kOpening, own.tokens.end); ++t)
    points = points || lexicon_.in_list(document_.tokens[t].word, person_back_);
  if (!points) return kNoIndex;
  Index one = kNoIndex;
  const IndexRange before = persons_in_[sentence - 1];
  for (Index i = before.begin; i < before.end; ++i) {
    const Seen& seen = persons_[i];
    if (seen.replaced || seen.preposition || seen.genitive || seen.bare) continue;
    if (one != kNoIndex && one != seen.entity) return kNoIndex;
    one = seen.entity;
  }
  return one == kNoIndex || hole.takes(one) ? kNoIndex : one;
}

// `il Lecco ha preso Rossi al posto di Neri. Il tecnico, che sarà affiancato da Verdi, ha firmato`:
// the newcomer of the sentence before, where this one opens with the head coach and names nobody
// else as its subject.
Index Focus::just_arrived(const Hole& hole) const {
  if (hole.birth || hole.speaker || arrived_ == kNoIndex || hole.takes(arrived_)) return kNoIndex;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const auto told = tie_sentence_.find(arrived_);
  if (told == tie_sentence_.end() || told->second + 1 != sentence) return kNoIndex;
  const IndexRange persons = persons_in_[sentence];
  for (Index i = persons.begin; i < persons.end && persons_[i].unit < hole.unit; ++i) {
    if (!persons_[i].governed && !persons_[i].inner) return kNoIndex;
  }
  const IndexRange units = document_.clauses[hole.clause].units;
  if (document_.units[units.begin].tokens.begin != document_.sentences[sentence].tokens.begin)
    return kNoIndex;
  Index first = units.begin;
  while (first < units.end && document_.units[first].transparent) ++first;
  if (first + 1 >= units.end || first > hole.unit) return kNoIndex;
  const Unit& opening = document_.units[first];
  bool coach = false;
  for (Index i = opening.readings.begin; i < opening.readings.end; ++i) {
    const Reading& reading = document_.readings[i];
    coach = coach || (reading.kind == UnitKind::kRole && (reading.features & kRoleVacant) == 0 &&
                      lexicon_.roles()[reading.value].id == "head_coach");
  }
  // `il tecnico esonerato`, `il tecnico del Lecco`: another, perhaps.
  const VerbGroup* verb = verb_of(document_, first + 1);
  const bool other = (verb != nullptr && verb->form == Form::kParticiple) ||
                     lexicon_.preposition(document_.units[first + 1].word) != kNoIndex;
  return coach && !other ? arrived_ : kNoIndex;
}

// `il posto di Rossi, che ha vinto uno scudetto e due coppe`: a title, a balance, a place told by
// the verb behind `che` is of whom stands before it, nobody else between.
Index Focus::antecedent_before(const Hole& hole) const {
  if (!hole.subject_club || hole.clitic) return kNoIndex;
  const IndexRange persons = persons_in_[document_.clauses[hole.clause].sentence];
  for (Index i = persons.end; i > persons.begin; --i) {
    const Seen& seen = persons_[i - 1];
    if (seen.unit >= hole.unit) continue;
    if (!seen.antecedent || seen.clause != hole.clause || hole.takes(seen.entity)) return kNoIndex;
    const bool noun = verb_of(document_, hole.unit) == nullptr;
    const bool told = finite_between(seen.unit, hole.unit, noun ? 1 : 0);
    return told ? kNoIndex : seen.entity;
  }
  return kNoIndex;
}

}  // namespace panchina
