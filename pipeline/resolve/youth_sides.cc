#include "resolve/youth_sides.h"

#include "document/features.h"

namespace panchina {

// `UNDER 17`, `PRIMAVERA 2`, `LA JUNIORES`: few words, and one of the first names the side.
bool YouthSides::is_heading(const Document& document, const Lexicon& lexicon,
                            const Block& block) const {
  constexpr Index kMost = 7, kFirst = 3;  // tokens
  if (block.tokens.size() > kMost) return false;
  const Index side = lexicon.find_list("youth_heading");
  for (Index t = block.tokens.begin; t < block.tokens.end && t < block.tokens.begin + kFirst; ++t) {
    if (lexicon.in_list(document.tokens[t].word, side)) return true;
  }
  return false;
}

YouthSides::YouthSides(const Document& document, const Lexicon& lexicon)
    : bare_(document.units.size(), false, document.scratch()),
      headed_(document.blocks.size(), false, document.scratch()) {
  constexpr Index kShort = 12;  // tokens: a row may begin with a name in capitals
  const Index nations = lexicon.find_list("nations_side");
  const Index names = lexicon.find_list("nations_name");
  std::pmr::vector<bool> national(document.blocks.size(), false, document.scratch());
  std::pmr::vector<Index> sides(document.scratch());
  std::pmr::vector<Index> blocks(document.scratch());
  for (const Clause& clause : document.clauses) {
    const Index block = document.sentences[clause.sentence].block;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Unit& unit = document.units[u];
      bool nation = false, side = false;
      for (Index r = unit.readings.begin; r < unit.readings.end; ++r) {
        const Reading& reading = document.readings[r];
        if (reading.kind != UnitKind::kNation || (reading.features & kClubUnknown) != 0) continue;
        // No club has an Under 21.
        side = side || ((reading.features & kClubYouthSide) != 0 &&
                        !lexicon.clubs()[reading.value].id.ends_with("-u21"));
        nation = nation || reading.how != How::kWeak;
      }
      bool named = lexicon.in_list(unit.word, nations);
      bool own = false;
      for (Index t = unit.tokens.begin; t < unit.tokens.end; ++t) {
        named = named || lexicon.in_list(document.tokens[t].word, nations);
        own = own || lexicon.in_list(document.tokens[t].word, names);
      }
      if (side && !named && !own) {
        sides.push_back(u);
        blocks.push_back(block);
      } else if (nation || named) {
        national[block] = true;
      }
    }
  }
  for (std::size_t i = 0; i < sides.size(); ++i) bare_[sides[i]] = !national[blocks[i]];
  for (Index b = 0; b < document.blocks.size(); ++b) {
    const Index heading = document.blocks[b].heading;
    if (heading == kNoIndex) continue;
    // `PANCHINE Al Lecco …`: a topic of its own.
    const IndexRange own = document.blocks[b].tokens;
    const bool topic = !own.empty() && own.size() > kShort &&
                       document.tokens[own.begin].letters == LetterCase::kUpper;
    headed_[b] = !topic && is_heading(document, lexicon, document.blocks[heading]);
  }
}

}  // namespace panchina
