// The story: walks each section's dates in text order, gives each its value and moves the story
// date on. Thread rule: free function.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace panchina {

// Fills Document::date_values, one for each of Document::dates. Needs units, verbs and `published`.
void evaluate_dates(Document& document, const Lexicon& lexicon);

}  // namespace panchina
