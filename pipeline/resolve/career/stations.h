// Stations: the clubs of a career that a passage goes through, whose they are and what tells that
// they are no more than clubs named: years, their row, the verb of the first of them. Thread rule:
// of one document; reads hits in text order, sentence by sentence.
#pragma once

#include <functional>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/career/career.h"
#include "resolve/career/hit_survey.h"
#include "resolve/career/walk.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"
#include "resolve/focus/focus.h"
#include "resolve/focus/slot_reader.h"
#include "resolve/time/passage.h"

namespace panchina {

// A station and whose it is.
struct TakenStation {
  Station station;
  Index person = kNoIndex;  // entity
  Index club = kNoIndex;    // entity, of a station that no club of the text is
  std::string_view role{};  // of words that name no post; empty: none
};

class Stations {
 public:
  // All must outlive it.
  Stations(const Document& document, const Lexicon& lexicon, const EntityView& entities,
           const Focus& focus, const Passage& around, const Careers& careers,
           const HitSurvey& survey);

  // A bare club in a career is a station where nothing else in its sentence tells what it is: add()
  // keeps it until the sentence is read.
  bool is_bare(const Hit& hit, const EmitSpec& emit) const;
  void add(const Hit& hit, const EmitSpec& emit) { walk_.add(hit, emit, bare_); }
  // A station of a career that its rule tells: the passage tells of such years, the club is plain,
  // and no row of a table tells it better.
  bool is_told(const Hit& hit, const EmitSpec& emit) const;

  // The hit tells this, a statement about the person.
  void tell(const Hit& hit, const EmitSpec& emit, const Statement& statement, Index person);
  // By unit: somebody's post, spell or title binds it.
  bool is_claimed(Index unit) const { return claimed_[unit]; }

  // After all else that a sentence tells: `take` each bare club that is a station; it returns
  // whether a statement came of it.
  using Take = std::function<bool(const Hit&, const EmitSpec&, const TakenStation&)>;
  void close_sentence(const Take& take);

  // What a station gives an arg of a tenure or a spell.
  Filled value_of(const TakenStation& taken, std::string_view arg) const;
  // What its stretch of the clause says of a club that is a station for other reasons.
  TakenStation around(Index unit, Index clause, Index holder, Index person) const {
    return {walk_.around(unit, clause, holder), person};
  }

 private:
  Index walker(const Hit& hit) const;
  DateValue time_of(const Hit& hit) const;
  bool is_told_here(Index club) const;
  bool plays_there(const Hit& hit) const;
  std::optional<TakenStation> taken(const Hit& hit, const EmitSpec& emit,
                                    const Station& station) const;

  const Document& document_;
  const Lexicon& lexicon_;
  Index games_;  // word list
  const EntityView& entities_;
  const Focus& focus_;
  const Passage& around_;
  const Careers& careers_;
  const HitSurvey& survey_;
  Walk walk_;
  std::pmr::vector<bool> claimed_;
  // Of the sentence:
  std::pmr::vector<Index> told_clubs_;  // entities
  std::pmr::vector<BareClub> bare_;
  bool told_span_ = false;  // a spell of the walker with its years was told
  bool told_post_ = false;  // ... a post that he took
};

}  // namespace panchina
