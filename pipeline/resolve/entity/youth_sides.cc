#include "resolve/entity/youth_sides.h"

#include <algorithm>

#include "document/features.h"
#include "document/readings.h"

namespace panchina {

namespace {

// `UNDER 17`, `PRIMAVERA 2`, `LA JUNIORES`: few words, and one of the first names the side; more
// where the side opens them, `PRIMAVERA 2, GIRONE A (4ª giornata)`.
bool is_heading(const Document& document, const Lexicon& lexicon, Index names, IndexRange tokens) {
  constexpr Index kMost = 7, kFirst = 3, kLong = 12;  // tokens
  if (tokens.size() > kLong) return false;
  const Index first = tokens.size() > kMost ? 1 : kFirst;
  for (Index t = tokens.begin; t < tokens.end && t < tokens.begin + first; ++t) {
    if (lexicon.in_list(document.tokens[t].word, names)) return true;
  }
  return false;
}

// ... of several lines the last, too.
bool is_heading(const Document& document, const Lexicon& lexicon, Index names, const Block& block) {
  if (is_heading(document, lexicon, names, block.tokens)) return true;
  return block.sentences.size() > 1 &&
         is_heading(document, lexicon, names, document.sentences[block.sentences.end - 1].tokens);
}

// `SPEZIA-CREMONESE 2-3`: what stands over that is over the match.
bool names_match(const Document& document, const Block& block) {
  auto clause =
      std::ranges::lower_bound(document.clauses, block.sentences.begin, {}, &Clause::sentence);
  for (; clause != document.clauses.end() && clause->sentence < block.sentences.end; ++clause) {
    for (Index u = clause->units.begin; u < clause->units.end; ++u) {
      if ((document.units[u].kinds & kind_bit(UnitKind::kScore)) != 0) return true;
    }
  }
  return false;
}

// `UNDER 17 - Una vittoria.`, `Primavera 2: pari a Como`: the paragraph begins with its heading.
bool runs_in(const Document& document, const Lexicon& lexicon, Index names, const Block& block) {
  constexpr Index kMost = 5;  // tokens
  Index first = block.tokens.begin;
  const bool listed = first < block.tokens.end && document.tokens[first].kind != TokenKind::kWord &&
                      document.tokens[first].kind != TokenKind::kNumber;
  first += listed;  // `• Under 19: resta Rossi`
  const Index end = std::min(block.tokens.end, first + kMost);
  if (first >= end || !lexicon.in_list(document.tokens[first].word, names) ||
      document.tokens[first].letters == LetterCase::kLower) {
    return false;
  }
  for (Index t = first + 1; t < end; ++t) {
    const char mark = document.tokens[t].mark;
    if (mark == ':' || (mark == '-' && document.tokens[t].space_before)) return true;
  }
  return false;
}

bool has_token(const Document& document, const Lexicon& lexicon, const Unit& unit, Index list) {
  for (Index t = unit.tokens.begin; t < unit.tokens.end; ++t) {
    if (lexicon.in_list(document.tokens[t].word, list)) return true;
  }
  return false;
}

// A side by its age, and no club has an Under 21.
bool is_side(const Document& document, const Lexicon& lexicon, const Unit& unit) {
  for (const Reading& reading : readings_of(document, unit)) {
    if (reading.kind == UnitKind::kNation && (reading.features & kClubUnknown) == 0 &&
        (reading.features & kClubYouthSide) != 0 &&
        !lexicon.clubs()[reading.value].id.ends_with("-u21")) {
      return true;
    }
  }
  return false;
}

bool is_nation(const Document& document, const Unit& unit) {
  for (const Reading& reading : readings_of(document, unit)) {
    if (reading.kind == UnitKind::kNation && (reading.features & kClubUnknown) == 0 &&
        reading.how != How::kWeak) {
      return true;
    }
  }
  return false;
}

}  // namespace

YouthSides::YouthSides(const Document& document, const Lexicon& lexicon)
    : bare_(document.units.size(), false, document.scratch()),
      headed_(document.blocks.size(), false, document.scratch()) {
  const Index nations = lexicon.find_list("nations_side");
  const Index names = lexicon.find_list("nations_name");
  // Few pages tell of such sides: only where one stands is the paragraph asked whether it tells of
  // a nation's.
  std::pmr::vector<bool> asked(document.blocks.size(), false, document.scratch());
  std::pmr::vector<bool> national(document.blocks.size(), false, document.scratch());
  bool any = false;
  const auto block_of = [&](const Clause& clause) {
    return document.sentences[clause.sentence].block;
  };
  for (const Clause& clause : document.clauses) {
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Unit& unit = document.units[u];
      if ((unit.kinds & kind_bit(UnitKind::kNation)) == 0) continue;
      if (!is_side(document, lexicon, unit) || lexicon.in_list(unit.word, nations) ||
          has_token(document, lexicon, unit, nations) ||
          has_token(document, lexicon, unit, names)) {
        continue;
      }
      bare_[u] = asked[block_of(clause)] = any = true;
    }
  }
  for (const Clause& clause : document.clauses) {
    if (!any || !asked[block_of(clause)]) continue;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Unit& unit = document.units[u];
      if (!bare_[u] && (is_nation(document, unit) || lexicon.in_list(unit.word, nations) ||
                        has_token(document, lexicon, unit, nations))) {
        national[block_of(clause)] = true;
      }
    }
  }
  for (const Clause& clause : document.clauses) {
    if (!any || !national[block_of(clause)]) continue;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) bare_[u] = false;
  }
  constexpr Index kShort = 12;  // tokens: a row may begin with a name in capitals
  const Index sides = lexicon.find_list("youth_heading");
  for (Index b = 0; b < document.blocks.size(); ++b) {
    const Index heading = document.blocks[b].heading;
    headed_[b] = runs_in(document, lexicon, sides, document.blocks[b]);
    if (heading == kNoIndex || headed_[b]) continue;
    // `PANCHINE Al Lecco …`: a topic of its own.
    const IndexRange own = document.blocks[b].tokens;
    const bool topic = !own.empty() && own.size() > kShort &&
                       document.tokens[own.begin].letters == LetterCase::kUpper;
    headed_[b] = !topic && (is_heading(document, lexicon, sides, document.blocks[heading]) ||
                            (heading > 0 && names_match(document, document.blocks[heading]) &&
                             is_heading(document, lexicon, sides, document.blocks[heading - 1])));
  }
}

}  // namespace panchina
