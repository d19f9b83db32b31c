// The days at the head of the sections of a page: of its items, and of the dispatches that a paper
// prints days later. Thread rule: free functions.
#pragma once

#include <optional>

#include "document/document.h"

namespace panchina {

// Fills Document::section_published; needs `published`. Time: linear in the dates.
void find_section_days(Document& document);

// `Vicenza, lunedì sera.`: the day of a weekday that heads a dispatch, which is the section's own;
// nothing for any other date. Needs `section_published`.
std::optional<DateValue> weekday_of_dispatch(const Document& document, const DateExpression& date);

}  // namespace panchina
