// Diaries: lines or paragraphs that open with a day or month, one after the other in time (`12
// settembre. …`, `3 ottobre: …`). Their years follow from each other, not from what is told between
// them. Thread rule: free function; linear in the dates.
#pragma once

#include <vector>

#include "document/document.h"

namespace panchina {

struct DiaryDate {
  Index date = 0;  // of Document::dates
  DateValue value;
};

// The opening dates that say no year, in text order. `season`: the one that the title names, or
// null; `published` may hold no day. Without a year, season or publication date, or where fewer
// than `least` lines open so: none.
std::vector<DiaryDate> find_diary(const Document& document, const DateValue* season, Day published,
                                  std::size_t least);

// The days without a year that stand alone above what was written on them, where two or more do
// (`8 marzo`, and below it `Ieri zero a zero`): in Document::dates, in text order. With a year they
// are more often the headings of a chronicle, or of items: find_item_days(). Below the first of
// them so do weekdays that open a line, if several do (`Martedì.`, `Domenica 4.`).
std::vector<Index> find_entry_days(const Document& document);

}  // namespace panchina
