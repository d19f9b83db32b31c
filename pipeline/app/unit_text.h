// How annotation sees a passage, for people: `units`, `why`, `why-not`. Thread rule: free
// functions.
#pragma once

#include <string>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"

namespace panchina {

std::string_view to_string(UnitKind kind);

// The unit's words: `è stato esonerato`.
std::string unit_words(const Document& document, Index unit);

// What a unit is read as: `verb esonerare passive past`, `club roma`, `person Rossi`, `word`.
std::string unit_reading(const Document& document, Index unit, Index reading,
                         const Vocabulary& vocabulary, const Lexicon& lexicon);

// All clauses with their units, a unit a line; what is transparent stands in brackets.
std::string units_table(const Document& document, const Vocabulary& vocabulary,
                        const Lexicon& lexicon);
std::string units_json(const Document& document, const Vocabulary& vocabulary,
                       const Lexicon& lexicon);

}  // namespace panchina
