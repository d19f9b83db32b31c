// The publication date of a document. Thread rule: free function.
#pragma once

#include <optional>

#include "document/document.h"

namespace panchina {

// Fills Document::published and published_from: a given date (record, metadata), else a dateline or
// dated header of the article, else the URL, else the option. Dates under comments never count.
// Fills Document::section_published where a page has several sections.
void find_published(Document& document);

// Whether a value lies more than so many days after the day of publication of what stands in the
// section; no where either is not known.
bool is_to_come(const Document& document, Index section, const DateValue& value, Day margin = 0);

// `oggi`: a word alone for the day of publication; not `da oggi`.
bool is_today(const Document& document, Index date_unit);

// The month of an issue (`n. 6, giugno 2008`), in a dateline or a short line above all; nothing
// where there is none.
std::optional<DateValue> month_of_issue(const Document& document);

}  // namespace panchina
