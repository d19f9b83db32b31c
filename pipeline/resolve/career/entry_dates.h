// Entry dates: a curriculum goes through posts entry by entry, the time of each in a line of its
// own: `07/2021 - 10/2022` over `U.S. Lecco. Allenatore`, or under `Allenatore - U.S. Lecco`.
// Thread rule: free function.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace panchina {

// The time of the entry that a sentence belongs to; null: it belongs to none. Needs `date_values`,
// which own it. Linear in the section.
//   `07/2021 - 10/2022 | Allenatore - U.S. Lecco`  -> `2021-07/2022-10`
//   `2017 | Allenatore - U.S. Lecco`               -> null: a lone year heads other things too
const DateValue* entry_date(const Document& document, const Lexicon& lexicon, Index sentence);

}  // namespace panchina
