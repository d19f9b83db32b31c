// Careers: whether a passage tells of somebody's years as a player or on the bench. Words of the
// field settle it (`da giocatore`, `presenze`, `in panchina`): the last of them before a place, in
// its paragraph; else the heading above it, if short; else how the paragraph before it ended; else
// the first word of playing behind it in its sentence (`vinse due coppe, 98 presenze`). A heading
// of titles won holds for all that stands under it. Thread rule: const once made.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/fact/statement.h"
#include "rule/emit.h"

namespace panchina {

// `player`, `coach`, `honours`, `any`.
std::string_view career_name(Career career);

class Careers {
 public:
  Careers(const Document& document, const Lexicon& lexicon);

  // Of what is told at this token.
  Career at(Index token) const;
  // Of what is told of a person and a time at this token: where the sentence itself does not say,
  // by what was told of the person (an age, the first post, the last spell), then by the passage.
  Career of(Index person, Index token, const DateValue& time) const;
  // ... by what was told of the person alone; kAny where the sentence itself says.
  Career by_life(Index person, Index token, const DateValue& time) const;
  // ... by the token's sentence alone, up to the token.
  Career in_sentence(Index token) const;
  // ... by the headings above it: its own, else the last short one that says (`Giocatore`, `Club`).
  Career headed(Index token) const;
  // Whether the page has a word of a coach's career at all.
  bool tells_of_benches() const { return tells_of_benches_; }
  // Whether a person's birth is told with a trade that is neither of the field nor of the bench
  // (`presidente`, `giornalista`), and no post of his was told.
  bool has_other_trade(Index person) const;
  // A statement about a person was read.
  void tell(const Statement& statement, Index person);

 private:
  struct Words;
  void find_squads();
  void find_marks();
  void find_mark(const Words& words, Index t, bool starts);
  void find_parts();
  struct Mark {
    Index token = 0;
    Career career = Career::kAny;
    Career before = Career::kAny;  // of what is told in front of it: `appese gli scarpini`
  };
  struct Life {
    Day born = kNoDay;
    Day first_post = kNoDay;
    Day last_spell = kNoDay;
    bool has_post = false;     // with or without a day
    bool other_trade = false;  // see has_other_trade
  };
  bool begins_life(Index person) const;
  bool tells_trade(Index sentence) const;
  Career up_to(Index token) const;
  Career last_in(IndexRange tokens) const;
  Career first_in(IndexRange tokens) const;
  IndexRange sentence_of(Index token) const;  // its tokens; none behind the last sentence
  bool marked_in_block(Index token) const;

  const Document& document_;
  const Lexicon& lexicon_;
  Index trade_;  // lists
  Index post_;
  Index kin_;
  std::pmr::vector<Mark> marks_;                // in text order
  bool tells_of_benches_ = false;               // one of them is a coach's
  std::pmr::vector<Career> opening_;            // by block
  std::pmr::vector<Career> headed_;             // by block
  std::pmr::unordered_map<Index, Life> lives_;  // by person
  std::pmr::vector<bool> of_a_squad_;           // by token: its sentence names a squad
};

}  // namespace panchina
