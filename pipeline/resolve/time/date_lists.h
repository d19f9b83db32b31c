// Dates that take their year from those beside them. Thread rule: free functions.
#pragma once

#include <optional>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/time/calendar.h"

namespace panchina {

// `ieri, vent'anni dopo`: the year of the day right before; nothing where the date, by its index in
// Document::dates, counts no years from it.
std::optional<DateValue> years_after(const Document& document, Index index, Day published);

// `luglio, agosto e settembre 2014`: the last of a list gives the others its year; nothing where
// the date is in no such list. `context`: what two digits of a year are completed by.
std::optional<DateValue> in_year_of_list(const Document& document, const Lexicon& lexicon,
                                         const CalendarContext& context, Index index);

}  // namespace panchina
