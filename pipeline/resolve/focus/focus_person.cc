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

// `rilevò Verdi, rassegnando`, `Con l'arrivo di Verdi diventa vice`: whom a verb has as its object,
// or whose coming is told, is not the subject of the next. `Subentra a Verdi e viene esonerato`: no
// more is he whose place was taken, in the whole sentence, unless a relative clause goes on
// to tell of him.
bool Focus::is_other_object(const Seen& seen, const Hole& hole) const {
  if (seen.finder && hole.playing) return true;
  const bool subject = asked_by(hole) == Asked::kVerb || asked_by(hole) == Asked::kSpeaker;
  // `giocò nel Lecco, dove Verdi curava i ragazzi`: nor whom a clause behind tells of.
  if (seen.unit > hole.unit) return subject && seen.subordinate;
  if (is_gone_from(seen, hole)) return true;
  return subject && seen.clause == hole.clause &&
         (seen.comes || seen.chief || person_case(seen, hole) == PersonCase::kObject);
}

bool Focus::is_gone_from(const Seen& seen, const Hole& hole) const {
  const VerbGroup* verb = verb_of(document_, hole.unit);
  return seen.replaced && !seen.antecedent && !hole.clitic && verb != nullptr &&
         verb->form == Form::kFinite && seen.unit < hole.unit &&
         document_.clauses[hole.clause].sentence == seen.sentence;
}

// `andò via quando Rossi fu esonerato`; `quando Rossi fu esonerato, Neri salì`: the sentence is
// about somebody else. `Quando Rossi arrivò, la squadra era ultima` is about him.
bool Focus::is_told_by_the_way(const Seen& seen) const {
  if (!seen.subordinate) return false;
  const Index begin = document_.units[document_.clauses[seen.clause].units.begin].tokens.begin;
  if (!verbs_in(document_, {begin, seen.at}).empty()) return true;
  const IndexRange range = persons_in_[seen.sentence];
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
    Candidate& out = found[naming.candidate];
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

// `Nato a Como nel 1964, è un tecnico. … Ebbe come maestro Rossi`: whose life the page tells it may
// nowhere name; a few mentions further down make nobody that one.
bool Focus::may_be_meant(Index person, const Hole& hole) const {
  if (hole.own_club && hole.post) return true;  // `la società esonera il mister. Rossi lascia …`
  if (person == sections_[section_].named_last) return true;
  constexpr Index kOften = 4;  // namings: the page is about this person
  const auto& counts = sections_[section_].persons.of;
  const auto count = counts.find(person);
  if (count == counts.end() || count->second >= kOften) return true;
  const Index sentence = document_.clauses[hole.clause].sentence;
  return first_naming_[person] < document_.sentences[sentence].tokens.end;
}

Index Focus::person(const Hole& hole) const {
  const Index found = person_meant(hole);
  return found != kNoIndex && may_be_meant(found, hole) ? found : kNoIndex;
}

// `viene ingaggiato dal presidente Neri`: who did it, right behind the passive verb, is not whom it
// was done to; kNoIndex: nobody is named there.
Index Focus::agent_of(const Hole& hole) const {
  constexpr Index kReach = 4;  // units: a preposition, an office
  const VerbGroup* verb = verb_of(document_, hole.unit);
  if (verb == nullptr || verb->voice != Voice::kPassive) return kNoIndex;
  const Index end = std::min(document_.clauses[hole.clause].units.end, hole.unit + 1 + kReach);
  const Index by = hole.unit + 1;
  if (by >= end || !lexicon_.in_list(document_.units[by].word, agent_)) return kNoIndex;
  for (Index u = by + 1; u < end; ++u) {
    if (entities_.person_of_unit[u] != kNoIndex) return entities_.person_of_unit[u];
    if (entities_.club_of_unit[u] != kNoIndex || verb_of(document_, u) != nullptr) break;
  }
  return kNoIndex;
}

// As club_round_aside() of a club.
Index Focus::person_round_aside(const Hole& hole) const {
  if (hole.clitic || verb_of(document_, hole.unit) == nullptr) return kNoIndex;
  return round_aside(hole, persons_, persons_in_[document_.clauses[hole.clause].sentence]);
}

Index Focus::person_meant(const Hole& hole) const {
  if (tells_of_kin(hole)) return kNoIndex;
  if (hole.speaker) {
    const Index who = speakers_[document_.units[hole.unit].tokens.begin];
    if (who != kNoIndex && !hole.takes(who)) return who;
  }
  if (const Index apposed = apposed_person(hole); apposed != kNoIndex) return apposed;
  if (const Index own = before_bracket(hole); own != kNoIndex) return own;
  if (const Index own = labelled_by(hole); own != kNoIndex) return own;
  if (const Index own = own_subject(hole); own != kNoIndex) return own;
  if (const Index own = walker(hole.clause); own != kNoIndex && !hole.takes(own)) return own;
  if (const Index above = named_above(hole); above != kNoIndex) return above;
  if (const Index filed = filed_above(hole); filed != kNoIndex) return filed;
  if (const Index who = antecedent_before(hole); who != kNoIndex) return who;
  if (const Index head = person_round_aside(hole); head != kNoIndex) return head;
  if (const Index idle = idle_before(hole); idle != kNoIndex) return idle;
  const Latter latter = the_latter(hole);
  if (latter.person != kNoIndex && !latter.object) return latter.person;
  if (const Index back = pointed_back(hole); back != kNoIndex) return back;
  if (const Index newcomer = just_arrived(hole); newcomer != kNoIndex) return newcomer;
  if (const Index newcomer = follower(hole); newcomer != kNoIndex) return newcomer;
  if (hole.clitic) {
    if (const Index object = object_before(hole); object != kNoIndex) return object;
  }
  if (hole.career) {  // the others that his story names are not whom it follows
    const Index main = section_ == kNoIndex ? kNoIndex : sections_[section_].person;
    // ... but an entry is about whom its head names.
    const bool sure = main != kNoIndex && sections_[section_].clear_person && !in_entry_;
    // ... and the newcomer's life is told where the one that he follows is no more named.
    if (portrait_ != kNoIndex) return portrait_;
    if (!sure && hole.playing) {
      if (const Index own = subject_before(hole); own != kNoIndex && !hole.takes(own)) return own;
    }
    if (newcomer_ != kNoIndex && newcomer_ == subject_ && names_newcomer_ && !names_person_)
      return newcomer_;
    return sure || subject_ == kNoIndex ? main : subject_;
  }
  Candidates& candidates = person_candidates(hole);
  const Index gone = tells_of_other(hole) ? parted_ : kNoIndex;
  const Index agent = agent_of(hole);
  std::erase_if(candidates, [&](const Candidate& one) {
    return one.entity == gone || one.entity == agent ||
           (latter.object && one.entity == latter.person) || of_other_item(hole, one.entity);
  });
  note(Choice::Kind::kPerson, static_cast<std::size_t>(asked_by(hole)), candidates);
  return heaviest(candidates, asked_by(hole));
}

}  // namespace panchina
