// Entry dates: a curriculum goes through posts entry by entry, the time of each in a line of its
// own: `07/2021 - 10/2022` over `U.S. Lecco. Allenatore`, or under `Allenatore - U.S. Lecco`.
// Thread rule: const; lives as long as the document.
#pragma once

#include <memory_resource>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace panchina {

class EntryDates {
 public:
  // Needs `date_values`, which own the spans. Linear in the sentences and their dates, once.
  EntryDates(const Document& document, const Lexicon& lexicon);

  // The time of the entry that a sentence belongs to; null: it belongs to none. Constant time.
  //   `07/2021 - 10/2022 | Allenatore - U.S. Lecco`  -> `2021-07/2022-10`
  //   `2017 | Allenatore - U.S. Lecco`               -> null: a lone year heads other things too
  const DateValue* of(Index sentence) const;

 private:
  bool is_line(Index sentence) const;
  const DateValue* lone_span(Index sentence, Index words) const;
  const DateValue* beside(Index sentence, Index other) const;
  bool names_club(Index sentence) const;

  const Document& document_;
  const Lexicon& lexicon_;
  std::pmr::vector<const DateValue*> spans_;  // by sentence: what a line holds and nothing else
  std::pmr::vector<Index> line_above_;        // by sentence: the line that it is, or stands under
  std::pmr::vector<bool> clubs_lead_;  // by section: its first span stands under a line with a club
};

}  // namespace panchina
