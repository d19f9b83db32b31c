// Dates that take their year from those beside them. Thread rule: free functions.
#pragma once

#include <optional>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace panchina {

// `ieri, vent'anni dopo`: the year of the day right before; nothing where the date, by its index in
// Document::dates, counts no years from it.
std::optional<DateValue> years_after(const Document& document, Index index, Day published);

// `luglio, agosto e settembre 2014`: the last of a list gives the others its year; nothing where
// the date is in no such list.
std::optional<DateValue> in_year_of_list(const Document& document, const Lexicon& lexicon,
                                         Index index);

}  // namespace panchina
