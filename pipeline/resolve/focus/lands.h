// Where a career is told by lands, with the clubs of each in brackets. Thread rule: free function.
#pragma once

#include "document/document.h"

namespace panchina {

// The sentences, in text order, where a bracket behind a land names a club of it: `Svizzera (Sion),
// poi Cina`. The lands of such a sentence are no national sides.
std::pmr::vector<Index> sentences_of_lands(const Document& document);

}  // namespace panchina
