// The form of a line without a look at its words: line-ups, results, table rows, list entries,
// headings. Thread rule: free functions.
#pragma once

#include <span>

#include "document/layers.h"
#include "segment/line.h"

namespace panchina {

enum class LineShape : std::uint8_t {
  kText,      // none of the others
  kHeading,   // short, no stop
  kLineup,    // names in series, with a formation or a team before a colon
  kResult,    // `Ascoli-Treviso 2-1`
  kRow,       // columns, or a name and a number: `Rimini 52`
  kStanding,  // names and numbers in one line: `Verona 36; Treviso e Torino 33; Reggina 30`
  kBullet,    // a list entry by its mark
  kEntry,     // `Allenatore: Mario Rossi`: a short name, a colon, a short value
  kRule,      // marks only: `----`
};

LineShape shape_of(std::span<const Token> tokens, const Line& line);

// What a line may be between the rows of a table and nowhere else: kRow for scorers (`12' Conti
// (M)`) and results without a dash between the teams (`Padova Lumezzane 1-1`); else kText.
LineShape shape_within_table(std::span<const Token> tokens, const Line& line);

// Of a line that opens with years and goes on with a name (`1999-01 Lanciano`, `2010-11: Rossi`)
// the token where that begins, or kNoIndex.
Index behind_years(std::span<const Token> tokens, const Line& line);

// Two capitalised words joined by a hyphen: `Sasso Marconi-Ghiviborgo`.
bool has_pairing(std::span<const Token> tokens, const Line& line);

// The token where a line-up begins inside `range` (`(4-3-3)` with names after it, and the short
// team name before it where there is one), or kNoIndex.
Index find_lineup(std::span<const Token> tokens, IndexRange range);

// Whether `range` is a row of names and numbers: a standing or results in one line.
bool is_standing(std::span<const Token> tokens, IndexRange range);

// A formation in brackets at token `at`: the token behind it, or kNoIndex.
Index formation_end(std::span<const Token> tokens, Index at, Index end);

}  // namespace panchina
