// What a sentence tells of one coach and club it tells of those listed behind them, verb and noun
// left out: `esonerati Rossi dal Bari, Verdi dal Lecco e Neri dal Pisa`, `il Bari ha preso Rossi,
// il Lecco Verdi`. Of two lists that are as long each coach has his own club. Thread rule: free
// functions. Time: linear in the
// hits, times the length of the lists that they stand in.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "rule/rule_set.h"

namespace panchina {

// Adds a hit of the same rule for each further pair; a pair that a hit binds already is left out. A
// hit that binds a coach and another one's club in two such lists gets his.
void add_parallels(Document& document, const RuleSet& rules, const Lexicon& lexicon);

}  // namespace panchina
