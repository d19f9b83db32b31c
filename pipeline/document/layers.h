// The layers that stages add to a document, oldest first. Plain data, no behaviour; layers point at
// each other by index; all spans are byte spans of the matching copy (NormSpan). Index ranges are
// half-open.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "text/span.h"

namespace panchina {

using Index = std::uint32_t;
inline constexpr Index kNoIndex = std::numeric_limits<Index>::max();

struct IndexRange {
  Index begin = 0;
  Index end = 0;
  bool empty() const { return begin == end; }
  Index size() const { return end - begin; }
  bool contains(Index i) const { return begin <= i && i < end; }
  friend bool operator==(const IndexRange&, const IndexRange&) = default;
};

// ---- scan

enum class TokenKind : std::uint8_t {
  kWord,  // letters with inner letters only; an elision is a token of its own with its apostrophe:
          // `dell'` `Ascoli`
  kNumber,  // ASCII digits only: `2012-13` is three tokens, `59enne` is the number 59 and the word
            // `enne`, no space between
  kPunct,   // one punctuation mark or symbol (one code point); `...` is three tokens
};

enum class LetterCase : std::uint8_t {
  kNone,
  kLower,
  kTitle,
  kUpper,  // two letters or more; `F` is kTitle
  kMixed
};

struct Token {
  NormSpan span;
  Index word = 0;            // id in the Vocabulary of the folded form; 0: not in the vocabulary
  std::uint32_t number = 0;  // kNumber: its value, capped at 999,999,999
  TokenKind kind = TokenKind::kPunct;
  LetterCase letters = LetterCase::kNone;
  char mark = 0;              // kPunct: the ASCII mark, or 1 where it is not ASCII
  bool space_before = false;  // blank, tab or line end before it
  bool line_before = false;   // it is the first token of its line
  bool masked = false;        // page mess inside a block of the article (`(CLICCA QUI)`, a tag):
                              // set by segment, no unit is made of it, the sentence goes on
};

// A form of the lexicon found at tokens; several may overlap. Sorted by (first token, longest
// first).
struct LexiconHit {
  IndexRange tokens;
  Index form = 0;  // index in the Lexicon's forms
};

// ---- segment

enum class BlockLabel : std::uint8_t {
  // of the article
  kTitle,
  kDateline,
  kBody,
  kHeading,
  kCaption,
  kList,
  kTable,
  kLineup,
  kQuote,
  // not of it: nothing is extracted there
  kByline,
  kPageDate,
  kComments,
  kNavigation,
  kRelated,
  kBoilerplate,
};
constexpr bool is_article(BlockLabel label) { return label <= BlockLabel::kQuote; }

// A stretch of lines with one label: a paragraph, a heading, a list. Paragraphs of one sentence
// that follow each other are one block: many pages go to a new line with every sentence. Blocks
// cover all tokens, in text order.
struct Block {
  NormSpan span;
  IndexRange tokens;
  IndexRange sentences;
  BlockLabel label = BlockLabel::kBody;
  Index section = 0;
  Index heading = kNoIndex;  // the heading block it stands under, in its section
};

// A page may hold several articles (tag pages, newsletters, agency takes): focus, calendar and
// merging start afresh in each.
struct Section {
  NormSpan span;
  IndexRange blocks;
};

// A sentence, or a row: in tables, lists and line-ups each line is a sentence. Never crosses a
// block.
struct Sentence {
  NormSpan span;
  IndexRange tokens;
  Index block = 0;
  bool row = false;  // a line of a table, list or line-up
};

// ---- annotate

enum class UnitKind : std::uint8_t {
  kWord,
  kPunct,
  kBreak,  // kBreak: `;` or a mark that ends a clause
  kNumber,
  kOrdinal,
  kDate,
  kScore,
  kRecord,
  kAge,
  kMinute,
  kLineupShape,
  kMoney,
  kRound,
  kClub,
  kNation,
  kPerson,
  kPronoun,
  kRole,
  kCompetition,
  kStadium,
  kPlace,
  kVerb,
  kBracket,
};
constexpr std::uint32_t kind_bit(UnitKind kind) { return 1u << static_cast<unsigned>(kind); }

enum class How : std::uint8_t { kName, kAlias, kNickname, kEpithet, kDescriptor, kWeak };

// One way to read a unit. What `value` is depends on the kind:
//   kClub, kNation: a club of the Lexicon; unknown (features.h): an index in
//     Document::unknown_clubs; kEpithet: one of the Lexicon's epithets
//   kPerson: an index in Document::names
//   kClub, kPerson by kDescriptor: an index in Document::descriptors
//   kRole, kCompetition, kStadium, kPlace: an index in the Lexicon's own table; an unknown
//     competition (features.h): an index in Document::unknown_cups
//   kDate, kScore, kRecord, kVerb: an index in Document::dates, ::scores, ::balances, ::verbs
//   kNumber, kOrdinal, kAge: the number itself
//   kBracket: its inside, an index in Document::clauses
struct Reading {
  UnitKind kind = UnitKind::kWord;
  How how = How::kName;
  Index value = 0;
  std::uint32_t features = 0;  // kind-specific bits, see features.h
};

// What the matcher sees: a stretch of tokens read as one thing. The units of a clause are disjoint,
// in text order; a bracketed passage is one unit, and its inside a clause of its own.
struct Unit {
  NormSpan span;
  IndexRange tokens;
  IndexRange readings;  // in Document::readings; first is the preferred one; a plain word has none
  std::uint32_t kinds = 0;  // kind_bit() of all readings, and of kWord / kPunct / kBreak
  Index word = 0;  // vocabulary id of its only token, or of its head (`allenatore in seconda`:
                   // allenatore); 0: none
  bool line_before = false;
  bool transparent = false;  // bare articles, `nuovo`, `neo`, titles, ages before a name, brackets:
                             // rules see past them
  bool of_birth = false;     // a date: somebody's birth, `nato a Lodi il 3 marzo 1950`
};

// A run of units that rules are matched in: a sentence, a row, or the inside of a bracket.
struct Clause {
  IndexRange units;
  Index sentence = 0;
  Index parent = kNoIndex;  // the bracket unit whose inside it is
};

// A person's name as it stands at one place. Token indices; empty where a part is missing.
struct Name {
  IndexRange given;
  IndexRange surname;
  bool initial_only = false;  // `F. Rossi`, `Rossi F.`
};

// A noun phrase that stands for a person or a club without naming it: `il 59enne tecnico lombardo`,
// `il club torinese`.
struct Descriptor {
  Index head = 0;        // vocabulary id of the noun: tecnico, club
  Index adjective = 0;   // vocabulary id of its demonym or other adjective; 0: none
  std::uint8_t age = 0;  // 0: none
  bool former = false;   // l'ex tecnico
};

struct Score {
  std::uint8_t first = 0;
  std::uint8_t second = 0;
  bool half_time = false;   // (1-0) in brackets after a score
  bool penalties = false;   // d.c.r., ai rigori
  bool extra_time = false;  // d.t.s.
};

// A balance of games written as digits, `28-17-16`: won, drawn, lost. Also two numbers `(140-2)` of
// a playing career: appearances and goals, then `lost` is 0 and `two` is true.
struct Balance {
  std::uint16_t won = 0;
  std::uint16_t drawn = 0;
  std::uint16_t lost = 0;
  bool two = false;
};

}  // namespace panchina
