// The person of a hole who is certain by form. Focus::person asks for these in turn before it
// weighs.
#include <algorithm>
#include <utility>

#include "document/features.h"
#include "document/phrase.h"
#include "resolve/focus/focus.h"

namespace panchina {

// `l'eredità di Rossi, nel frattempo accasatosi a Lecco`: whose name and a comma stand before the
// participle, whatever case he stands in. `Neri per Verdi (esonerato)`: a few words in a bracket
// tell of whom stands right before it.
Index Focus::apposed_person(const Hole& hole) const {
  constexpr Index kReach = 4;     // units
  constexpr Index kBracket = 12;  // units: `Rossi (il Lecco è quarto e lui ha firmato)`
  constexpr Index kPost = 8;      // units: `Rossi (il vice di Ugo Neri nella Primavera)`
  const Clause& own = document_.clauses[hole.clause];
  const bool told = !hole.subject_follows && !hole.nominal;  // by a finite verb
  // `Rossi (a sua volta arrivato lo scorso novembre al posto di Neri)`
  const bool opens = own.parent != kNoIndex && hole.subject_follows &&
                     hole.unit >= own.units.begin && hole.unit - own.units.begin <= kReach;
  if (own.parent != kNoIndex && own.parent > 0 &&
      (opens || own.units.size() <= (told                        ? kBracket
                                     : hole.nominal && hole.post ? kPost
                                                                 : kReach))) {
    const Index before = entities_.person_of_unit[own.parent - 1];
    bool alone = true;
    for (Index u = own.units.begin; told && u < own.units.end; ++u) {
      alone = alone && entities_.person_of_unit[u] == kNoIndex;
    }
    if (before != kNoIndex && alone && !hole.takes(before)) return before;
  }
  if (!hole.subject_follows) return kNoIndex;
  const IndexRange range = persons_in_[document_.clauses[hole.clause].sentence];
  for (Index i = range.end; i > range.begin; --i) {
    const Seen& seen = persons_[i - 1];
    if (seen.unit >= hole.unit || seen.clause != hole.clause) continue;
    if (hole.unit - seen.unit > kReach || hole.takes(seen.entity)) return kNoIndex;
    if (is_gone_from(seen, hole)) return kNoIndex;
    const Index behind = document_.units[seen.unit].tokens.end;
    const Index before = document_.units[hole.unit - 1].word;  // `Rossi, e vinto tre partite`
    if (document_.tokens[behind].mark != ',' || lexicon_.in_list(before, and_)) return kNoIndex;
    for (Index u = seen.unit + 1; u < hole.unit; ++u) {
      if (verb_of(document_, u) != nullptr || entities_.club_of_unit[u] != kNoIndex)
        return kNoIndex;
    }
    return seen.entity;
  }
  return kNoIndex;
}

// `Rossi, bandiera granata (2001-09, 211 presenze)`: whose playing days a bracket tells stands
// before it, with nothing between but what he is, and whose second: `Rossi, vice di Neri e
// bandiera`.
Index Focus::before_bracket(const Hole& hole) const {
  constexpr Index kReach = 12;  // units
  const Index bracket = document_.clauses[hole.clause].parent;
  if (!hole.playing || bracket == kNoIndex) return kNoIndex;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index first = document_.sentences[sentence].tokens.begin;
  const auto is_chief = [&](Index unit) {
    const IndexRange named = persons_in_[sentence];
    for (Index i = named.begin; i < named.end; ++i) {
      if (persons_[i].unit == unit) return persons_[i].chief;
    }
    return false;
  };
  for (Index u = bracket; u > 0 && bracket - u < kReach; --u) {
    const Unit& unit = document_.units[u - 1];
    if (unit.tokens.begin < first || verb_of(document_, u - 1) != nullptr) return kNoIndex;
    const Index person = entities_.person_of_unit[u - 1];
    if (person != kNoIndex && is_chief(u - 1)) continue;
    if (person != kNoIndex) return hole.takes(person) ? kNoIndex : person;
    if ((unit.kinds & kind_bit(UnitKind::kDate)) != 0) return kNoIndex;
    const char mark = document_.tokens[unit.tokens.begin].mark;
    if (mark == ':' || mark == ';' || mark == '-') return kNoIndex;
  }
  return kNoIndex;
}

Index Focus::walker(Index clause) const {
  const Clause& own = document_.clauses[clause];
  if (own.parent == kNoIndex || own.parent == 0) return kNoIndex;
  bool club = false, date = false;
  for (Index u = own.units.begin; u < own.units.end; ++u) {
    if (entities_.person_of_unit[u] != kNoIndex) return kNoIndex;
    club = club || entities_.club_of_unit[u] != kNoIndex;
    date = date || (document_.units[u].kinds & kind_bit(UnitKind::kDate)) != 0;
  }
  return club && date ? entities_.person_of_unit[own.parent - 1] : kNoIndex;
}

// `19. Rossi (Lecco): 0,80 punti a gara (9 vittorie, 14 pareggi)`: what no verb tells behind a
// name, with a bracket perhaps, and a colon that open the sentence or row, nobody else named nor
// quoted.
Index Focus::labelled_by(const Hole& hole) const {
  constexpr Index kBracket = 8, kReach = 60;  // tokens
  if (!hole.nominal || hole.speaker) return kNoIndex;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const IndexRange persons = persons_in_[sentence];
  const IndexRange tokens = document_.sentences[sentence].tokens;
  if (persons.empty()) return kNoIndex;
  const Seen& seen = persons_[persons.begin];
  if (seen.unit >= hole.unit || seen.inner || hole.takes(seen.entity)) return kNoIndex;
  for (Index t = tokens.begin; t < seen.at; ++t) {
    if (document_.tokens[t].kind == TokenKind::kWord) return kNoIndex;
  }
  const Index place = document_.units[hole.unit].tokens.begin;
  Index behind = document_.units[seen.unit].tokens.end;
  if (behind < place && document_.tokens[behind].mark == '(') {
    const Index last = std::min(place, behind + kBracket);
    while (behind < last && document_.tokens[behind].mark != ')') ++behind;
    ++behind;
  }
  if (behind >= place || document_.tokens[behind].mark != ':' || place - behind > kReach)
    return kNoIndex;
  for (Index i = persons.begin + 1; i < persons.end; ++i) {
    if (persons_[i].unit < hole.unit && persons_[i].entity != seen.entity) return kNoIndex;
  }
  for (Index t = behind; t < place; ++t) {
    if (document_.tokens[t].mark == '"') return kNoIndex;
  }
  return seen.entity;
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

// `il difensore Rossi passa al Lecco`: the subject right before an active verb of a player's move.
Index Focus::own_subject(const Hole& hole) const {
  const VerbGroup* verb = hole.playing ? verb_of(document_, hole.unit) : nullptr;
  if (verb == nullptr || verb->form != Form::kFinite || verb->voice != Voice::kActive)
    return kNoIndex;
  const Index before =
      unit_before(document_, hole.unit, document_.clauses[hole.clause].units.begin);
  if (before == kNoIndex) return kNoIndex;
  const IndexRange persons = persons_in_[document_.clauses[hole.clause].sentence];
  for (Index i = persons.begin; i < persons.end; ++i) {
    const Seen& seen = persons_[i];
    if (seen.unit != before || seen.governed) continue;
    const Reading* person = reading_of(document_, before, UnitKind::kPerson);  // `in Guerra era`
    const bool weak = person == nullptr || person->how == How::kWeak;
    return weak || hole.takes(seen.entity) ? kNoIndex : seen.entity;
  }
  return kNoIndex;
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

// `Rossi restò finché il Lecco non prese Verdi. Quest'ultimo fu esonerato`: the last person named
// before that word, in its sentence or in the one before; kNoIndex: no such word stands before the
// hole, or somebody is named since. `segue quest'ultimo in Nazionale`: what the verb before that
// word tells, it tells of somebody else.
Focus::Latter Focus::the_latter(const Hole& hole) const {
  constexpr Index kReach = 12;  // tokens
  if (hole.clitic || hole.birth) return {};
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Sentence& own = document_.sentences[sentence];
  const auto names_latter = [&](Index word) {
    return lexicon_.in_list(document_.tokens[word - 1].word, latter_) &&
           lexicon_.in_list(document_.tokens[word - 2].word, this_);
  };
  Index end = document_.units[hole.unit].tokens.begin;
  const Index behind = document_.units[hole.unit].tokens.end + 2;  // `segue quest'ultimo`
  if (behind <= own.tokens.end && names_latter(behind)) end = behind;
  Index word = end;
  while (word > own.tokens.begin + 1 && end - word < kReach && !names_latter(word)) --word;
  if (word <= own.tokens.begin + 1 || end - word >= kReach) return {};
  const bool opens = sentence == document_.blocks[own.block].sentences.begin;
  Index last = kNoIndex;
  for (Index told = opens ? sentence : sentence - 1; told <= sentence; ++told) {
    const IndexRange named = persons_in_[told];
    for (Index i = named.begin; i < named.end && persons_[i].unit < hole.unit; ++i) {
      if (persons_[i].at > word) return {};
      last = persons_[i].entity;
    }
  }
  if (last == kNoIndex || hole.takes(last)) return {};
  const auto before = std::ranges::lower_bound(document_.units, word - 2, {},
                                               [](const Unit& unit) { return unit.tokens.end; });
  const Index unit = static_cast<Index>(before - document_.units.begin());
  const bool object =
      unit <= hole.unit && before->tokens.end == word - 2 && verb_of(document_, unit) != nullptr;
  return {last, object};
}

// `esonerato Neri, al suo posto Rossi. Nel suo curriculum anche il Como`: the life that is told
// next is that of who came, not of who went.
Index Focus::follower(const Hole& hole) const {
  constexpr Index kNear = 5, kOpening = 4;  // sentences, tokens
  if (hole.speaker || hole.clitic || newcomer_ == kNoIndex || parted_ == kNoIndex ||
      newcomer_ == parted_ || hole.takes(newcomer_)) {
    return kNoIndex;
  }
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index came = newcomer_sentence_;
  if (parted_sentence_ > came || came - parted_sentence_ > 1 || sentence <= came ||
      sentence - came > kNear) {
    return kNoIndex;
  }
  for (Index s = came + 1; s <= sentence; ++s) {
    for (Index i = persons_in_[s].begin; i < persons_in_[s].end; ++i) {
      if (persons_[i].entity != newcomer_) return kNoIndex;
    }
  }
  if (hole.playing) return newcomer_;
  const Index begin = document_.sentences[sentence].tokens.begin;
  for (Index t = begin; t < begin + kOpening && t < document_.tokens.size(); ++t) {
    const Index word = document_.tokens[t].word;
    if (lexicon_.in_list(word, career_noun_)) return newcomer_;
    if (t == begin + 1 && lexicon_.in_list(document_.tokens[begin].word, as_post_) &&
        lexicon_.in_list(word, playing_)) {
      return newcomer_;  // `da giocatore ha vestito …`
    }
  }
  return kNoIndex;
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

// `il posto di Rossi, che ha vinto uno scudetto e due coppe`: a post, a spell, a title, a balance,
// a place told by the verb behind `che` is of whom stands before it, nobody else between.
Index Focus::antecedent_before(const Hole& hole) const {
  if (!(hole.subject_club || hole.post || hole.playing) || hole.clitic) return kNoIndex;
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

// `Rossi, libero da giugno, quando il Lecco non gli rinnovò il contratto`: what the rest of the
// sentence tells is of the one who is said to be free, nobody else named between.
Index Focus::idle_before(const Hole& hole) const {
  const Index place = document_.units[hole.unit].tokens.begin;
  const IndexRange persons = persons_in_[document_.clauses[hole.clause].sentence];
  for (Index i = persons.end; i > persons.begin; --i) {
    const Seen& seen = persons_[i - 1];
    if (seen.at >= place) continue;
    const Index behind = document_.units[seen.unit].tokens.end;
    const bool idle = behind < place && document_.tokens[behind].mark == ',' &&
                      lexicon_.in_list(document_.tokens[behind + 1].word, idle_);
    return idle && !hole.takes(seen.entity) ? seen.entity : kNoIndex;
  }
  return kNoIndex;
}

// `Liquidato Rossi, torna in sella l'allenatore cacciato a dicembre`: a post with a participle of
// its own is not of whom the sentence has told to be gone.
bool Focus::tells_of_other(const Hole& hole) const {
  if (parted_ == kNoIndex || document_.clauses[hole.clause].sentence != parted_sentence_)
    return false;
  constexpr Index kReach = 2;  // units from the trigger to the post
  const IndexRange units = document_.clauses[hole.clause].units;
  const Index first = hole.unit > units.begin ? hole.unit - 1 : hole.unit;
  for (Index u = first; u <= hole.unit + kReach && u + 1 < units.end; ++u) {
    const VerbGroup* verb = verb_of(document_, u + 1);
    if (reading_of(document_, u, UnitKind::kRole) != nullptr && verb != nullptr &&
        verb->form == Form::kParticiple)
      return true;
  }
  return false;
}

// `Il figlio allena il Lecco`, `suo fratello giocò nel Bari`: the subject is somebody without a
// name.
bool Focus::tells_of_kin(const Hole& hole) const {
  constexpr Index kReach = 16;  // units
  if (hole.clitic) return false;
  const Index begin = document_.clauses[hole.clause].units.begin;
  for (Index u = hole.unit; u > begin + 1 && hole.unit - u < kReach;) {
    const Unit& unit = document_.units[--u];
    const char mark = document_.tokens[unit.tokens.begin].mark;
    if (entities_.person_of_unit[u] != kNoIndex || mark == ':' || mark == ';') return false;
    if (!lexicon_.in_list(unit.word, kin_)) continue;
    const Unit& before = document_.units[u - 1];
    const bool noun = verb_of(document_, hole.unit) == nullptr;
    return (before.transparent || lexicon_.in_list(before.word, possessive_)) &&
           !finite_between(u, hole.unit, noun ? 1 : 0);
  }
  return false;
}

}  // namespace panchina
