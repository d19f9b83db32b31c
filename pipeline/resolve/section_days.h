// The days at the head of the sections of a page: of its items, and of the dispatches that a paper
// prints days later. Thread rule: free functions.
#pragma once

#include "document/document.h"

namespace panchina {

// Fills Document::section_published; needs `published`. Time: linear in the dates.
void find_section_days(Document& document);

}  // namespace panchina
