// What must stand around a form of the lexicon that does not count alone: `nel Franchi`, `in
// Eccellenza`, `PROMOZIONE gir. D` at the head of a page. Thread rule: free function.
#pragma once

#include "annotate/context.h"

namespace panchina {

// Whether a form of a stadium or competition counts at a hit; all others do. Looks at a few tokens
// around it (eight at most behind a heading).
bool form_counts(const Context& context, const LexiconHit& hit, const LexiconForm& form);

}  // namespace panchina
