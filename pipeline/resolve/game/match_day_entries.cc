// Pages that are made of entries: the day that a paragraph opens with is that of the match it
// tells; lines and rows of a round without a day of their own.
#include "document/features.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/hit_place.h"
#include "resolve/game/match_day.h"

namespace panchina {

namespace {

constexpr Index kLead = 2;      // tokens before the day of an entry: a bullet, an article
constexpr Index kLine = 16;     // tokens of a line that tells nothing but a match
constexpr Index kLabelled = 8;  // tokens between `data di nascita` and its date

}  // namespace

// `9 maggio 1993 - … Ascoli-Treviso 2-3`, or the day a line of its own above the paragraph: that of
// its match, where no other date stands between the two.
ArgValue MatchDay::of_entry(const Hit& hit) const {
  const Index own = document_.sentences[document_.clauses[hit.clause].sentence].block;
  const Block& block = document_.blocks[own];
  const Index at = document_.units[hit.units.begin].tokens.begin;
  const IndexRange dates = dates_in(document_, {block.tokens.begin, at});
  const auto opens = [&](Index date, const Block& entry) {
    const DateExpression& one = document_.dates[date];
    if (!is_day(document_.date_values[date]) || one.kind != DateKind::kDate ||
        (one.features & (kDateFrom | kDateUntil | kDateRelative)) != 0) {
      return false;
    }
    for (Index n = 0; n <= kLead && one.first_token >= entry.tokens.begin + n; ++n) {
      const Index first = one.first_token - n;
      if (first == entry.tokens.begin || document_.tokens[first].line_before) return true;
    }
    return false;
  };
  if (!dates.empty()) {
    const Index last = dates.end - 1;
    const Index behind = document_.dates[last].end_token;
    if (!opens(last, block) || behind >= block.tokens.end) return {};
    const Token& next = document_.tokens[behind];
    if ((next.kind != TokenKind::kPunct || next.mark == ',') && !next.line_before) return {};
    return document_.date_values[last];
  }
  if (own == 0 || document_.blocks[own - 1].section != block.section) return {};
  const Block& above = document_.blocks[own - 1];
  if (!is_article(above.label)) return {};
  const IndexRange alone = dates_in(document_, above.tokens);
  if (alone.size() != 1 || !opens(alone.begin, above)) return {};
  const bool whole = document_.dates[alone.begin].end_token + 1 >= above.tokens.end;
  const DateValue& published = document_.published_of(block.section);
  const DateValue& day = document_.date_values[alone.begin];
  // The page's own day is no entry's.
  if (!whole || (!published.edtf.empty() && day.earliest >= published.earliest)) return {};
  return day;
}

// `Luogo e data di nascita: Velletri, 03/05/1979`
bool MatchDay::is_birth(Index date, Index from) const {
  const Index first = document_.dates[date].first_token;
  for (Index token = first; token > from && token + kLabelled > first; --token) {
    if (lexicon_.in_list(document_.tokens[token - 1].word, birth_)) return true;
  }
  return false;
}

// `A Pisa: Pisa batte Spezia 3-1`: a line of the news, no tale of another day.
bool MatchDay::is_line(const Hit& hit) const {
  const Sentence& sentence = document_.sentences[document_.clauses[hit.clause].sentence];
  const Block& block = document_.blocks[sentence.block];
  if (sentence.tokens.size() > kLine || is_of_old(hit) || is_past(hit)) return false;
  if (!dates_in(document_, sentence.tokens).empty()) return false;
  const Index before = sentence.tokens.begin;
  const bool opens = before == block.tokens.begin || document_.tokens[before].line_before;
  const Index behind = sentence.tokens.end;
  const bool ends = behind == block.tokens.end || document_.tokens[behind].line_before;
  return opens && ends;
}

}  // namespace panchina
