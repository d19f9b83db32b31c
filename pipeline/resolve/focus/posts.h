// Posts: which of them a tenure may have, and which stand beside the names of a passage. Thread
// rule: free functions.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"
#include "resolve/focus/slot_reader.h"
#include "rule/emit.h"

namespace panchina {

// The roles of the contract; the lexicon knows others (players, presidents) that no tenure has.
// Also where no role is told.
bool is_coaching(const ArgValue& role);

// The id of the first coaching role that a unit names; empty: none. The lexicon owns it.
std::string_view coaching_role(const Lexicon& lexicon, const Document& document, Index unit);

// `il presidente Rossi`, `il portiere Rossi`, but not `l'ex portiere Rossi`: the person's unit has
// a post before it, in the same clause, that no tenure has. The role's index; kNoIndex: none.
// `former_words`: the word list `match_former`.
Index other_post(const Lexicon& lexicon, const Document& document, const Clause& clause,
                 Index person_unit, Index former_words);

// `il presidente lo ha esonerato`: the post of who did it, before the verb, where no name is told.
bool is_doers_role(const Document& document, const EntityView& entities, const Hit& hit,
                   const Filled& role);

// A coach's post that a tenure's hit binds beside a name, or that its rule gives it: `All. Rossi`.
// No role: there is none.
struct NamedPost {
  Index person = kNoIndex;  // entity
  const std::string* role = nullptr;
};
NamedPost named_post(const Lexicon& lexicon, const Document& document, const EntityView& entities,
                     const Hit& hit, const EmitSpec& emit);

// The words that the functions below ask for, looked up once. It keeps the lexicon by
// reference.
struct PostWords {
  explicit PostWords(const Lexicon& of);

  const Lexicon& lexicon;
  Index young, children, genitive;  // word lists: sides of the young, `del`
  Index former;                     // ... `ex`
  Index first;                      // ... of the first team, in a post's name
  Index past, past_time;            // ... that say of a post, or of what is told, that it is over
};

// `Rossi (team manager)`, `Rossi, fisioterapista`: the office on neither field nor bench that
// stands right behind the name. The role's index; kNoIndex: none.
Index office_behind(const Lexicon& lexicon, const Document& document, const Clause& clause,
                    Index person_unit);

// Whether whom the tenure is told of has a post at his name that is no coach's.
bool is_of_another_post(const PostWords& words, const Document& document, const Hit& hit,
                        const EmitSpec& emit);

// Whether a head coach's post is with the young: the words beside the club say so (`gli Esordienti
// del Lecco`); where no word names the club, the hit (`guida l'Under 17`) or the heading above it.
bool is_of_the_young(const PostWords& words, const Document& document, const EntityView& entities,
                     const Hit& hit, const EmitSpec& emit, const Statement& statement);

// `Rossi, reduce dall'esperienza di Lecco`, `Rossi, ex Lecco`: the words before the club that the
// hit names say that he is there no more.
bool is_of_the_past(const PostWords& words, const Document& document, const Hit& hit,
                    const EmitSpec& emit);

}  // namespace panchina
