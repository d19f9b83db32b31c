// The publication date of a document. Thread rule: free function.
#pragma once

#include <optional>

#include "document/document.h"

namespace panchina {

// Fills Document::published and published_from: a given date (record, metadata), else a dateline or
// dated header of the article, else the URL, else the option. Dates under comments never count.
void find_published(Document& document);

// The month of an issue (`n. 6, giugno 2008`), in a dateline or a short line above all; nothing
// where there is none.
std::optional<DateValue> month_of_issue(const Document& document);

}  // namespace panchina
