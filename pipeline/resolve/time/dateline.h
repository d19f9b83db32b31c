// Datelines: what the lines look like that date what stands around them, and how a date stands in
// one. Thread rule: free functions.
#pragma once

#include <optional>

#include "document/document.h"

namespace panchina {

inline constexpr Index kHeadSentences = 4;    // an agency line stands among the first sentences
inline constexpr Index kHeadLineTokens = 24;  // of a line above or below a text
inline constexpr Index kPlaceTokens = 6;      // a place, an agency before the date

// The whole day that a date says, or an hour of which, without any anchor; nothing for all else.
std::optional<DateValue> whole_day(const Document& document, const DateExpression& date);
// The sentence that holds a date; null: none.
const Sentence* sentence_with(const Document& document, const DateExpression& date);
// Its index in Document::sentences.
inline Index index_of(const Document& document, const Sentence& sentence) {
  return static_cast<Index>(&sentence - document.sentences.data());
}

// `MANTOVA, 7 novembre 2016 -`, `Pesaro, 7 febbraio 2022 -`, `17 ottobre 2023 | Area
// Comunicazione`: the date opens the sentence, after at most a place.
bool opens_sentence(const Document& document, const DateExpression& date, const Sentence& sentence);
// The date is all that the sentence holds, some marks and words apart.
bool fills_sentence(const DateExpression& date, const Sentence& sentence);
// `(Testo di Rossi - domenica 3 marzo 2024)`: the date ends a short line, behind a mark.
bool signs_sentence(const Document& document, const DateExpression& date, const Sentence& sentence);
// `Como, 1 marzo 1926 - Lecco, 3 maggio 1980`: a life.
bool holds_days(const Document& document, const Sentence& sentence);
bool has_verb(const Document& document, const Sentence& sentence);

}  // namespace panchina
