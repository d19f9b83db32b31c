// The publication date of a document. Thread rule: free function.
#pragma once

#include "document/document.h"

namespace panchina {

// Fills Document::published and published_from: a given date (record, metadata), else a dateline or
// dated header of the article, else the URL, else the option. Dates under comments never count.
void find_published(Document& document);

}  // namespace panchina
