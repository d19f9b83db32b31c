// What is settled of a statement once its slots are read, by its args and what its hit and document
// say. Thread rule: free functions.
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

// `l'amichevole vinta`: no title.
bool is_friendly(const Lexicon& lexicon, const ArgValue& competition);

// `dal 2013 al 2016 al Como, con l'Eccellenza vinta al primo colpo`: years of a post, no time of a
// title. The honour loses a date that is longer than a season.
void drop_years_of_post(Statement& honour);

// Of games played, won, drawn and lost any three give the fourth.
void complete_balance(Statement& record);

// `300 panchine: 118 vittorie, …`, `contro il Bari 2 vittorie e 9 sconfitte`: so many games, and
// those against one club, are of a whole career; the club that the passage speaks of is not meant.
void drop_career_club(Statement& record);

// Whom articles of football are about was born years before they were written: a younger birth is a
// dateline, a foundation.
bool is_grown_up(const Document& document, const Statement& birth);

// `SULMONA, 16 marzo`: a day whose year nothing tells is no birth.
bool lacks_year(const Document& document, const Hit& hit, const Statement& birth);

// The words of the hit and of all the slots of its evidence.
NormSpan passage(const Document& document, const Hit& hit, const Evidence& evidence);

}  // namespace panchina
