// Sentences with their units written by hand, for tests of rules without an annotator:
//
//   person[Rossi] è verb(esonerare,passive,past)[stato esonerato] date(day)[il 3 marzo] .
//
// A word alone is a plain word; a mark alone is a mark (`;` and `.` break clauses); `~il` is a
// transparent word; `kind[text]` is a unit of several tokens; `(` ... `)` is a bracket.
// Blank lines part blocks; a line that begins with `#` is a heading, with `|` a row of a table.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"

namespace panchina {

Document hand_document(std::string_view text, const Vocabulary& vocabulary, const Lexicon& lexicon);

}  // namespace panchina
