// Whom a heading or a line above names what follows under.
#include "document/phrase.h"
#include "resolve/focus/focus.h"
#include "resolve/focus/posts.h"

namespace panchina {

// `ALDO ROSSI`, a line of its own right above the paragraph, that has named nobody before the hole:
// on a page that goes through a staff each is told of under his name. One in capitals stands over
// the next paragraphs too.
Index Focus::named_above(const Hole& hole) const {
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index block = document_.sentences[sentence].block;
  const Index heading = document_.blocks[block].heading;
  constexpr Index kNext = 3;  // blocks
  if (heading == kNoIndex || block > heading + kNext) return kNoIndex;
  const IndexRange lines = document_.blocks[heading].sentences;
  if (lines.empty()) return kNoIndex;
  const IndexRange named = persons_in_[lines.end - 1];
  if (named.size() != 1) return kNoIndex;
  const Seen& seen = persons_[named.begin];
  IndexRange line = document_.sentences[lines.end - 1].tokens;
  while (line.end > line.begin && document_.tokens[line.end - 1].kind == TokenKind::kPunct)
    --line.end;  // `ALDO ROSSI.`, `Aldo Rossi –`
  const Index first =
      phrase_begin(document_, seen.unit, document_.clauses[seen.clause].units.begin);
  if (document_.units[first].tokens.begin != line.begin ||
      document_.units[seen.unit].tokens.end != line.end) {
    return kNoIndex;
  }
  for (Index t = line.begin; t < line.end && heading + 1 != block; ++t) {
    if (document_.tokens[t].letters != LetterCase::kUpper) return kNoIndex;
  }
  constexpr Index kFar = 20;  // sentences: so long a text is no entry of a list
  const Index begin = document_.blocks[block].sentences.begin;
  if (sentence - begin > kFar) return kNoIndex;
  const Index place = document_.units[hole.unit].tokens.begin;
  for (Index s = begin; s <= sentence; ++s) {
    if (!persons_in_[s].empty() && persons_[persons_in_[s].begin].at < place) return kNoIndex;
  }
  return hole.takes(seen.entity) ? kNoIndex : seen.entity;
}

// Whether a word of a clause names a post on a bench or a youth side, and no verb stands there.
bool Focus::names_post(IndexRange units) const {
  bool post = false;
  for (Index u = units.begin; u < units.end; ++u) {
    if (verb_of(document_, u) != nullptr) return false;
    post = post || !coaching_role(lexicon_, document_, u).empty() ||
           lexicon_.in_list(document_.units[u].word, young_) ||
           (document_.units[u].kinds & kind_bit(UnitKind::kNation)) != 0;
  }
  return post;
}

// Whom a line that files him under his post names at its end, no verb in it: `PREPARATORE DEI
// PORTIERI - Aldo Rossi`, `Under 19: prof. Rossi`, or the name alone below a line with the post.
const Focus::Seen* Focus::filed_in(Index line) const {
  constexpr Index kMost = 4;  // units before the name, those that patterns see past left out
  const IndexRange named = persons_in_[line];
  const IndexRange tokens = document_.sentences[line].tokens;
  if (named.size() != 1 || !document_.tokens[tokens.begin].line_before) return nullptr;
  const Seen& seen = persons_[named.begin];
  if (document_.units[seen.unit].tokens.end != tokens.end) return nullptr;
  const IndexRange units = document_.clauses[seen.clause].units;
  if (document_.units[units.begin].tokens.begin != tokens.begin) return nullptr;
  const Index name = phrase_begin(document_, seen.unit, units.begin);
  if (name == units.begin) {
    const Clause* above = seen.clause == 0 ? nullptr : &document_.clauses[seen.clause - 1];
    const bool post = above != nullptr && above->sentence + 1 == line &&
                      above->units.size() <= kMost && persons_in_[above->sentence].empty() &&
                      names_post(above->units);
    return post ? &seen : nullptr;
  }
  if (name - units.begin > kMost) return nullptr;
  const char mark = document_.tokens[document_.units[name - 1].tokens.begin].mark;
  return (mark == '-' || mark == ':') && names_post({units.begin, name}) ? &seen : nullptr;
}

// ... and the lines right under it tell of, up to the hole, naming nobody. (What a side won and
// where it stands may follow the list of a staff as well.)
Index Focus::filed_above(const Hole& hole) const {
  constexpr Index kFar = 6;  // sentences
  if (hole.subject_club) return kNoIndex;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index place = document_.units[hole.unit].tokens.begin;
  for (Index s = sentence; s > 0 && sentence - s < kFar; --s) {
    if (!persons_in_[s].empty() && persons_[persons_in_[s].begin].at < place) return kNoIndex;
    if (!document_.tokens[document_.sentences[s].tokens.begin].line_before) continue;
    const auto section = [&](Index of) {
      return document_.blocks[document_.sentences[of].block].section;
    };
    const Seen* filed = section(s - 1) == section(s) ? filed_in(s - 1) : nullptr;
    return filed == nullptr || hole.takes(filed->entity) ? kNoIndex : filed->entity;
  }
  return kNoIndex;
}

}  // namespace panchina
