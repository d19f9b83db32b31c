// The days at the head of the sections of a page: of its items, and of the dispatches that a paper
// prints days later. Thread rule: free functions.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"

namespace panchina {

// Fills Document::section_published; needs `published`. Time: linear in the dates.
void find_section_days(Document& document);

// The days with a year that head the items of a page, the newest first (`16 febbraio 2010, 13:20`),
// or the posts of a forum, the oldest first and each with its time, unless they tell a `tale` of
// long ago to each other: in Document::dates, in text order. None where fewer than two do, or one
// is two years older than the page: a chronicle. Needs `published`; linear in the dates.
std::vector<Index> find_item_days(const Document& document, bool tale);

// `Vicenza, lunedì sera.`: the day of a weekday that heads a dispatch, which is the section's own;
// nothing for any other date. Needs `section_published`.
std::optional<DateValue> weekday_of_dispatch(const Document& document, const DateExpression& date);

}  // namespace panchina
