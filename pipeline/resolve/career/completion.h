// What is settled of a statement once its slots are read, by its args and what its hit and document
// say. Thread rule: free functions.
#pragma once

#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/fact/statement.h"
#include "rule/emit.h"

namespace panchina {

// `l'amichevole vinta`: no title.
bool is_friendly(const Lexicon& lexicon, const ArgValue& competition);

// `dal 2013 al 2016 al Como, con l'Eccellenza vinta al primo colpo`: years of a post, no time of a
// title. The honour loses a date that is longer than a season.
void drop_years_of_post(Statement& honour);

// `allo Spartak vince lo scudetto`: a word for the Italian league or cup (no capital, but for its
// first letter) means that of the club's land, where that has one of its kind and level, and is
// inferred then; else `?` and the slug of the word. `?league` and `?cup` of a rule are the first of
// the land of a club that is not Italian, `?top_league` and `?top_cup` of any club: false where
// there is none, and no title is told.
bool settle_land(const Document& document, const Lexicon& lexicon, Statement& honour);

// `nel 1930 vinse la Seconda Divisione`: of a year so long ago a name means the former competition
// of the lexicon (kind `former`) whose name, but for its last word, it ends with.
void settle_age(const Document& document, const Lexicon& lexicon, Index competition, Index date,
                Statement& statement);

// By section: the competition that it names first, in the Lexicon; kNoIndex: none, or one that no
// list holds; of a section about the women's game their league. Linear in the units.
std::vector<Index> first_competitions(const Document& document, const Lexicon& lexicon);
// A section whose first competition is a narrower league of the same level and land, named as the
// wider one and a word more (`Serie A femminile`), means that one by the wider name too.
void settle_league(const Lexicon& lexicon, Index first, Index competition, Statement& statement);

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

// A match or a place of a day after the article is a forecast, so is a post held from a month after
// it: `Rossi la prossima stagione sulla panchina del Bari`, not `in panchina da domani`.
bool lies_ahead(const Document& document, const EmitSpec& emit, const Statement& statement);

// The words of the hit and of all the slots of its evidence.
NormSpan passage(const Document& document, const Hit& hit, const Evidence& evidence);

// `Nel gennaio 2009, cacciato Rossi, gli danno la squadra`: nobody comes and goes on one day, or in
// one month. Takes from an event that says so what was told of another: the day on which he came,
// where the words that end his post name him, or one passage tells both; else the end.
void part_equal_days(Event& tenure);

}  // namespace panchina
