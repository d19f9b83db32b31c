// Which person a hole of a passage stands for.
#include <algorithm>
#include <utility>

#include "document/features.h"
#include "resolve/focus.h"

namespace panchina {

namespace {

// Namings of persons that a hole looks at, before it and behind it: enough for any passage, and a
// bound on what one hole costs.
constexpr Index kBack = 40;
constexpr Index kAhead = 6;

}  // namespace

Asked asked_by(const Hole& hole) {
  if (hole.birth) return Asked::kBirth;
  if (hole.speaker) return Asked::kSpeaker;
  if (hole.clitic) return Asked::kClitic;
  if (hole.nominal) return Asked::kNominal;
  return hole.subject_follows && !hole.gerund ? Asked::kParticiple : Asked::kVerb;
}

PersonCase Focus::person_case(const Seen& seen, const Hole& hole) const {
  if (opens_speech(seen)) return PersonCase::kSpeech;
  if (seen.antecedent && seen.clause == hole.clause) return PersonCase::kAntecedent;
  if (seen.genitive || seen.bare) return PersonCase::kOf;
  if (!seen.governed) return PersonCase::kFree;
  return seen.preposition ? PersonCase::kGoverned : PersonCase::kObject;
}

// What a naming in the sentence of the hole says. `next`: no other stands between.
void Focus::add_near(const Seen& seen, const Hole& hole, bool next, PersonCandidate& out) const {
  const bool same = seen.clause == hole.clause;
  const bool behind = seen.unit > hole.unit;
  const bool verb =
      behind ? finite_between(hole.unit, seen.unit) : finite_between(seen.unit, hole.unit);
  PersonPlace place = PersonPlace::kBefore;
  if (behind) {
    place = next ? PersonPlace::kAfter : PersonPlace::kLater;
    if (next) out.add(verb ? PersonSign::kAfterVerb : PersonSign::kAfterPlain);
  } else if (same) {
    place = next ? PersonPlace::kNear : PersonPlace::kClause;
    if (next) out.add(verb ? PersonSign::kNearVerb : PersonSign::kNearPlain);
  } else if (next) {
    place = PersonPlace::kSide;
  }
  if (seen.inner && !same) place = PersonPlace::kAside;
  out.add(place, person_case(seen, hole));
  if (seen.indirect) out.add(PersonSign::kEpithetHere);
  if (seen.unit > 0 && (document_.units[seen.unit - 1].kinds & kind_bit(UnitKind::kRole)) != 0)
    out.add(PersonSign::kRole);
  const VerbGroup* told =
      seen.unit + 1 < document_.units.size() ? verb_of(document_, seen.unit + 1) : nullptr;
  if (!seen.governed && told != nullptr && told->form == Form::kFinite)
    out.add(PersonSign::kSubject);
}

// What a naming before the sentence of the hole says.
void Focus::add_back(const Seen& seen, const Hole& hole, PersonCandidate& out) const {
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index block = document_.sentences[sentence].block;
  const Index there = document_.sentences[sentence_of(seen)].block;
  if (seen.indirect) out.add(PersonSign::kEpithetBack);
  if (there == block) {
    const Index gap = sentence - sentence_of(seen);
    out.add(seen.inner ? PersonPlace::kAside
            : gap == 1 ? PersonPlace::kLast
            : gap == 2 ? PersonPlace::kTwoBack
                       : PersonPlace::kParagraph,
            person_case(seen, hole));
    return;
  }
  const BlockLabel label = document_.blocks[there].label;
  if (label == BlockLabel::kTitle || label == BlockLabel::kHeading) {
    out.add(label == BlockLabel::kTitle ? PersonPlace::kTitle : PersonPlace::kHeading,
            person_case(seen, hole));
    return;
  }
  out.add(there + 1 == block ? PersonSign::kParagraphAgo : PersonSign::kEarlier);
}

std::vector<PersonCandidate> Focus::person_candidates(const Hole& hole) const {
  std::vector<PersonCandidate> found;
  if (section_ == kNoIndex) return found;
  const SectionFocus& section = sections_[section_];
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index at = document_.units[hole.unit].tokens.begin;
  const Index first = document_.blocks[document_.sections[section_].blocks.begin].tokens.begin;
  const auto behind =
      std::lower_bound(persons_.begin(), persons_.end(), std::pair{sentence, at},
                       [&](const Seen& one, const std::pair<Index, Index>& hole_at) {
                         return std::pair{sentence_of(one), one.at} < hole_at;
                       });
  const bool subject = asked_by(hole) == Asked::kVerb || asked_by(hole) == Asked::kSpeaker;
  bool next = true;
  Index back = 0;
  for (auto one = behind; one != persons_.begin() && back < kBack; ++back) {
    --one;
    if (one->at < first) break;
    if (hole.takes(one->entity)) continue;
    // `rilevò Verdi, rassegnando`: whom a verb has as its object is not the subject of the next.
    if (subject && one->clause == hole.clause && person_case(*one, hole) == PersonCase::kObject)
      continue;
    PersonCandidate& out = candidate_of(found, one->entity);
    if (sentence_of(*one) == sentence) {
      const bool open = !one->inner || one->clause == hole.clause;
      add_near(*one, hole, next && open, out);
      next = next && !open;
    } else {
      add_back(*one, hole, out);
    }
  }
  next = true;
  Index ahead = 0;
  for (auto one = behind; one != persons_.end() && ahead < kAhead; ++one, ++ahead) {
    if (sentence_of(*one) != sentence) break;
    if (hole.takes(one->entity)) continue;
    add_near(*one, hole, next, candidate_of(found, one->entity));
    next = false;
  }
  const auto sign = [&](Index person, PersonSign what) {
    if (person != kNoIndex && !hole.takes(person)) candidate_of(found, person).add(what);
  };
  sign(subject_, PersonSign::kFocus);
  sign(section.person, section.clear_person ? PersonSign::kClearMain : PersonSign::kMain);
  sign(newcomer_, PersonSign::kNewcomer);
  sign(heading_person(sentence), PersonSign::kHeaded);
  sign(portrait_, PersonSign::kPortrait);
  for (PersonCandidate& one : found) {
    if (last_club_of(one.entity) != kNoIndex) one.add(PersonSign::kTied);
    for (const Index club : hole.clubs) {
      if (is_at(one.entity, club)) one.add(PersonSign::kTiedThere);
    }
    if (other_post_[one.entity]) one.add(PersonSign::kOtherPost);
    add_share<PersonSign>(section.persons, one);
  }
  return found;
}

void Focus::note(const Hole& hole, const std::vector<PersonCandidate>& candidates) const {
  if (log_ == nullptr) return;
  Choice choice;
  choice.kind = Choice::Kind::kPerson;
  choice.matter = static_cast<std::size_t>(asked_by(hole));
  for (const PersonCandidate& one : candidates)
    choice.candidates.push_back({entities_.persons[one.entity].name, set_bits(one.signs)});
  log_->push_back(std::move(choice));
}

}  // namespace panchina
