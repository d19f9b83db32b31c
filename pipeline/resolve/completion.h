// What is settled of a statement once its slots are read, by its own args alone. Thread rule: free
// functions.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/statements.h"

namespace panchina {

// The roles of the contract; the lexicon knows others (players, presidents) that no tenure has.
bool is_coaching(const ArgValue& role);

// `il presidente Rossi`, `il portiere Rossi`, but not `l'ex portiere Rossi`: the person's unit has
// a post before it, in the same clause, that no tenure has.
bool has_other_post(const Lexicon& lexicon, const Document& document, const Clause& clause,
                    Index person_unit);

// `dal 2013 al 2016 al Como, con l'Eccellenza vinta al primo colpo`: years of a post, no time of a
// title. The honour loses a date that is longer than a season.
void drop_years_of_post(Statement& honour);

// Of games played, won, drawn and lost any three give the fourth.
void complete_balance(Statement& record);

// `Rossi la prossima stagione sulla panchina del Bari`, but not `in panchina da domani`: the post
// begins more than a month after publication.
bool begins_later(const Document& document, const Statement& post);

// The words of the hit and of all the slots of its evidence.
NormSpan passage(const Document& document, const Hit& hit, const Evidence& evidence);

}  // namespace panchina
