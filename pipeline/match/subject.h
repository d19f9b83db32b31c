// Subjects: whether a verb whose pattern leaves its subject out (`{person?:x}`) has another one.
// Thread rule: const and shared.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "match/governors.h"

namespace panchina {

class SubjectFinder {
 public:
  explicit SubjectFinder(const Lexicon& lexicon);

  // The unit right behind the verb where it may be its subject (`è stato esonerato Rossi`), behind
  // a passive also one that words of its phrase or a date part from it (`è stato messo alla porta
  // Rossi`): no preposition governs it; kNoIndex: none.
  Index following(const Document& document, Index verb, IndexRange bounds, bool passive) const;

  // Head of a noun phrase before the verb, in its clause, that no preposition governs: kNoIndex:
  // none, the subject is left out.
  Index preceding(const Document& document, Index verb, IndexRange bounds) const;

 private:
  Index before_aside(const Document& document, Index verb, IndexRange bounds) const;
  Index antecedent(const Document& document, Index verb, IndexRange bounds) const;
  bool is_complement(const Document& document, Index unit, IndexRange bounds) const;
  bool is_object(const Document& document, Index unit, Index next, IndexRange bounds) const;
  Index verb_over(const Document& document, Index unit, IndexRange bounds) const;
  bool is_object_aside(const Document& document, Index verb, Index unit, Index next,
                       IndexRange bounds) const;
  bool is_attribute(const Document& document, Index unit, IndexRange bounds) const;
  bool is_joined(const Document& document, Index unit, Index next) const;
  bool is_apposed(const Document& document, Index unit, IndexRange bounds) const;
  bool is_capacity(const Document& document, Index unit, IndexRange bounds) const;
  bool is_by_town(const Document& document, Index unit, IndexRange bounds) const;
  bool is_label(const Document& document, Index unit, Index next, IndexRange bounds) const;
  bool leads_from(const Document& document, Index unit, IndexRange bounds) const;
  bool is_club_beside_act(const Document& document, Index unit, const VerbGroup& verb) const;
  bool describes(const Document& document, Index unit, Index verb, IndexRange bounds) const;
  bool is_head(const Document& document, Index unit) const;
  bool is_governed(const Document& document, Index unit, IndexRange bounds, bool& article) const;
  bool stands_for_many(const Document& document, Index unit, IndexRange bounds) const;

  const Lexicon& lexicon_;
  Index articles_, plural_, possessives_, relatives_, places_, goes_on_, as_, follows_, of_things_,
      adverbial_, adverbs_, personal_, genitives_, kin_;  // word lists
  Governors governors_;
};

}  // namespace panchina
