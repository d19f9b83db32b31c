// TitleLists: titles that a list goes on with behind one that is told: `vinse lo scudetto nel 1991,
// due Coppe Italia e la Supercoppa`. Who won them, and in what capacity, they take from that one;
// its club too, where the list does not go from club to club. Thread rule: belongs to one
// document's pass. Time: linear in the document, but for sorting by place.
#pragma once

#include <memory_resource>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"
#include "rule/rule_set.h"

namespace panchina {

// A title of a list, and what it takes from the statement that the list begins with.
struct ListedTitle {
  const Hit* hit = nullptr;
  const EmitSpec* emit = nullptr;
  Index first = 0;    // the statement
  bool club = false;  // its club is this one's too
  bool date = false;  // ... its date: `nel 1999 vinse la Coppa Italia e la Coppa UEFA`
};

class TitleLists {
 public:
  // All must outlive it.
  TitleLists(const Document& document, const Lexicon& lexicon, const EntityView& entities);

  // A rule with `emit.beside` binds a competition.
  void offer(const Hit& hit, const EmitSpec& emit);
  // A hit told the statement of that index.
  void tell(Index index, const Hit& hit, const Statement& statement);
  // The titles that go on lists. Call once.
  std::vector<ListedTitle> decide(const std::vector<Statement>& statements);

 private:
  // A competition of a sentence: of a title that is told, or offered.
  struct Title {
    Index unit = kNoIndex;  // of the competition
    Index sentence = 0;
    Index told = kNoIndex;  // the statement
    const Hit* hit = nullptr;
    const EmitSpec* emit = nullptr;
  };
  // The list at work.
  struct List {
    const Title* last = nullptr;  // told or taken
    Index told = kNoIndex;        // the statement told last in it
    Index begin = kNoIndex;       // the unit that it begins with
    Index head = kNoIndex;        // ... and its statement
  };
  Index competition_of(const Hit& hit) const;
  bool is_word(Index unit, Index list) const;
  bool leads(Index unit, Index first) const;
  bool joins(Index before, Index behind) const;
  bool ends_well(const Hit& hit) const;
  bool has_date(const Hit& hit, Index behind) const;
  int clubs_between(Index first, Index last) const;
  bool completes(const List& list, const Title& title, const std::vector<Statement>& statements,
                 ListedTitle& listed) const;

  const Document& document_;
  const EntityView& entities_;
  const Lexicon& lexicon_;
  Index joint_, filler_, noun_, preposition_;  // word lists
  std::pmr::vector<Title> titles_;
};

}  // namespace panchina
