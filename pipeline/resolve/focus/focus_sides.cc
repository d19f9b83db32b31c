// The other of two sides, of which a passage tells only whose coach somebody is. Focus::club asks
// for these among the forms of focus_club_forms.cc.
#include <utility>

#include "document/features.h"
#include "resolve/focus/focus.h"

namespace panchina {

// `Dall'altra Rossi`, `il collega Rossi`: who is at the other of the two sides that play each
// other.
Index Focus::other_side(const Hole& hole, Index person) const {
  constexpr Index kReach = 4;  // units
  const auto [home, away] = fixture().first != kNoIndex ? fixture() : two();
  if (person == kNoIndex || home == kNoIndex || away == kNoIndex) return kNoIndex;
  const IndexRange persons = persons_in_[document_.clauses[hole.clause].sentence];
  for (Index i = persons.begin; i < persons.end; ++i) {
    const Seen& seen = persons_[i];
    if (seen.entity != person || seen.inner) continue;
    const Index begin = document_.clauses[seen.clause].units.begin;
    for (Index u = seen.unit; u > begin && seen.unit - u < kReach; --u) {
      const Unit& before = document_.units[u - 1];
      if ((before.kinds & (kind_bit(UnitKind::kPerson) | kind_bit(UnitKind::kBreak))) != 0) break;
      const bool other = lexicon_.in_list(before.word, other_side_) && u > begin + 1 &&
                         lexicon_.preposition(document_.units[u - 2].word) != kNoIndex;
      if (!other && !lexicon_.in_list(before.word, counterpart_)) continue;
      const Index own = last_club_of(person);
      if (own != kNoIndex) return own == home || own == away ? own : kNoIndex;
      // Whom the paragraph named before is of the one, he is of the other.
      const Index block = document_.sentences[seen.sentence].block;
      for (Index k = i; k > 0; --k) {
        const Seen& first = persons_[k - 1];
        if (document_.sentences[first.sentence].block != block) break;
        const Index side = first.entity == person ? kNoIndex : last_club_of(first.entity);
        if (side == home || side == away) return side == home ? away : home;
      }
      return other ? away : kNoIndex;
    }
  }
  return kNoIndex;
}

// The two clubs that the heading of a block pairs, else the two that its section is about, else the
// only two that the block names before a token; kNoIndex twice: none are plain.
std::pair<Index, Index> Focus::sides_around(Index sentence, Index token) const {
  const Index block = document_.sentences[sentence].block;
  const auto only_two = [&](IndexRange sentences, Index end) {
    std::pair<Index, Index> out{kNoIndex, kNoIndex};
    for (Index s = sentences.begin; s < sentences.end; ++s) {
      for (Index i = clubs_in_[s].begin; i < clubs_in_[s].end; ++i) {
        const Index club = clubs_[i].entity;
        if (clubs_[i].at >= end || club == out.first || club == out.second) continue;
        if (out.second != kNoIndex) return std::pair{kNoIndex, kNoIndex};
        (out.first == kNoIndex ? out.first : out.second) = club;
      }
    }
    return out.second == kNoIndex ? std::pair{kNoIndex, kNoIndex} : out;
  };
  if (const Index heading = document_.blocks[block].heading; heading != kNoIndex) {
    const auto headed = only_two(document_.blocks[heading].sentences, token);
    if (headed.first != kNoIndex) return headed;
  }
  if (fixture().first != kNoIndex) return fixture();
  if (two().second != kNoIndex) return two();
  return only_two(document_.blocks[block].sentences, token);
}

// `la formazione di Neri non perde, mentre l'undici di Rossi`: who is set against one of the two
// sides is at the other.
Index Focus::contrasted_side(const Hole& hole, Index person) const {
  constexpr Index kReach = 6;  // units
  if (person == kNoIndex || last_club_of(person) != kNoIndex) return kNoIndex;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const IndexRange persons = persons_in_[sentence];
  for (Index i = persons.begin; i < persons.end; ++i) {
    const Seen& seen = persons_[i];
    if (seen.entity != person || seen.inner || !seen.bare || seen.post) continue;
    const Index begin = document_.clauses[seen.clause].units.begin;
    for (Index u = seen.unit; u > begin && seen.unit - u < kReach; --u) {
      const Unit& before = document_.units[u - 1];
      if ((before.kinds & (kind_bit(UnitKind::kPerson) | kind_bit(UnitKind::kVerb))) != 0) break;
      if (entities_.club_of_unit[u - 1] != kNoIndex) break;
      if (!lexicon_.in_list(before.word, contrast_)) continue;
      const Index at = before.tokens.begin;
      const auto [one, two] = sides_around(sentence, at);
      if (one == kNoIndex) return kNoIndex;
      // The side that the sentence has told of so far, by its name or its coach's.
      Index told = kNoIndex;
      for (Index c = clubs_in_[sentence].begin; c < clubs_in_[sentence].end; ++c) {
        const Seen& club = clubs_[c];
        if (club.at < at && !club.inner && !club.governed) told = club.entity;
      }
      for (Index k = persons.begin; k < i && told == kNoIndex; ++k)
        told = last_club_of(persons_[k].entity);
      return told == one ? two : told == two ? one : kNoIndex;
    }
  }
  return kNoIndex;
}

}  // namespace panchina
