// What a pair of dashes adds of somebody: `il vice di Rossi - che giocò nel Lecco nel 1998 - al
// Como`. Thread rule: free function. Time: linear in
// the tokens between.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace panchina {

// The tokens between the dash at a token and the next one before `end`, where a relative pronoun
// (of the word list) opens them; empty: no such pair. Both dashes have a blank before them.
IndexRange dashed_relative(const Document& document, const Lexicon& lexicon, Index relative,
                           Index dash, Index end);

}  // namespace panchina
