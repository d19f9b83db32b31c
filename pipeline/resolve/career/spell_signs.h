// SpellSigns: what speaks for and against a club of running text being where a person had a post,
// or played: what stands before and behind it, the verbs around it, dates and posts of its clause,
// where the person is named. Thread rule: const; reads one document. Time: linear in the clause for
// each club, in the sentence for each person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/choice/sign_sum.h"
#include "resolve/entity/entity_view.h"

namespace panchina {

// A club of a sentence, and a person that it may be told of.
struct SpellPair {
  Index unit = kNoIndex;    // of the club
  Index clause = kNoIndex;  // that the unit stands in
  Index person = kNoIndex;  // entity
  Index holder = kNoIndex;  // unit that names the person in the sentence; kNoIndex: none does
  bool focus = false;       // whom the passage is about
  bool alone = false;       // nobody else may be meant
};

class SpellSigns {
 public:
  // All must outlive the signs.
  SpellSigns(const Document& document, const Lexicon& lexicon, const EntityView& entities)
      : document_(document), lexicon_(lexicon), entities_(entities) {}

  // The units of the clause that count: sentences may have no end.
  IndexRange around(Index unit, Index clause) const;
  // Those of a club in its clause, whoever is meant; or of a person, whichever club.
  void add_naming(Index unit, Index clause, SignSum& out) const;
  // ... of where the sentence names the person.
  void add_person(const SpellPair& pair, SignSum& out) const;

 private:
  void add_before(Index unit, IndexRange units, SignSum& out) const;
  void add_verbs(Index unit, IndexRange units, SignSum& out) const;
  void add_verb_before(Index unit, Index verb, SignSum& out) const;
  void add_clause(Index unit, IndexRange units, SignSum& out) const;
  Index head_before(Index unit, Index begin) const;
  bool has(Index unit, UnitKind kind) const {
    return (document_.units[unit].kinds & kind_bit(kind)) != 0;
  }
  bool names_club(Index unit) const { return entities_.club_of_unit[unit] != kNoIndex; }
  char mark_of(Index unit) const {
    return document_.tokens[document_.units[unit].tokens.begin].mark;
  }
  SignName kind_of(Index unit) const;

  const Document& document_;
  const Lexicon& lexicon_;
  const EntityView& entities_;
};

}  // namespace panchina
