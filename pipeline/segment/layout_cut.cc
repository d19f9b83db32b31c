// Cutting a line that holds several things: a dateline, an inline heading, a line-up.
#include <algorithm>

#include "segment/layout.h"
#include "segment/line_shape.h"

namespace panchina {
namespace {

constexpr std::size_t kHeadLines = 12;  // lines of the head whose repetition is sought in the text

}  // namespace

void Layout::cut(const Labelled& labelled, std::vector<Piece>& pieces) const {
  IndexRange tokens = labelled.line.tokens;
  Piece piece;
  piece.label = labelled.label;
  piece.edge = labelled.edge;
  const auto push = [&](IndexRange range, BlockLabel label) {
    if (range.empty()) return;
    piece.tokens = range;
    piece.label = label;
    piece.row =
        label == BlockLabel::kTable || label == BlockLabel::kList || label == BlockLabel::kLineup;
    piece.own_block = label == BlockLabel::kBody || label == BlockLabel::kQuote;
    pieces.push_back(piece);
    piece.edge = false;
  };
  if (labelled.prefix_end != kNoIndex && is_article(labelled.label)) {
    push({tokens.begin, labelled.prefix_end}, labelled.prefix);
    tokens.begin = labelled.prefix_end;
  }
  IndexRange rest{tokens.end, tokens.end};
  if (labelled.rest != kNoIndex && labelled.rest > tokens.begin && is_article(labelled.label)) {
    rest = {labelled.rest, tokens.end};
    tokens.end = labelled.rest;
  }
  if (labelled.label == BlockLabel::kTable && labelled.decided != Decided::kByRule) {
    // `CLASSIFICA: Verona 36; Treviso 33`: its heading first.
    for (Index i = tokens.begin + 1; i + 1 < tokens.end && i < tokens.begin + 12; ++i) {
      if (tokens_[i].kind == TokenKind::kNumber && tokens_[i - 1].mark != '(') break;
      if (tokens_[i].mark != ':' || !tokens_[i + 1].space_before) continue;
      push({tokens.begin, i + 1}, BlockLabel::kHeading);
      tokens.begin = i + 1;
      piece.own_block = true;
      break;
    }
  }
  if (labelled.label == BlockLabel::kBody) {
    const std::size_t before = pieces.size();
    cut_body(tokens, labelled.prefix_end == kNoIndex, pieces);
    if (before < pieces.size() && piece.edge) pieces[before].edge = true;
    piece.edge = false;
  } else {
    push(tokens, labelled.label);
  }
  push(rest, labelled.rest_label);
}

// A title that the text repeats at its start, with the dashes before it.
Index Layout::repeated_title_end(IndexRange range) const {
  Index at = range.begin;
  while (at < range.end && tokens_[at].kind == TokenKind::kPunct) ++at;
  Index end = range.begin;
  for (std::size_t i = 0; i < first_body_ && i < lines_.size() && i < kHeadLines; ++i) {
    const Line& line = lines_[i].line;
    if (line.tokens.begin >= range.begin) break;
    if (line.at(LineFeature::kWords) < 4) continue;
    Index a = at, b = line.tokens.begin;
    Index words = 0;
    while (a < range.end && b < line.tokens.end && bytes(a) == bytes(b)) {
      if (tokens_[a].kind == TokenKind::kWord) ++words;
      ++a;
      ++b;
    }
    if (words >= 6 || (b == line.tokens.end && words >= 4)) at = end = a;
  }
  return end;
}

// `LA CRONACA. Pronti via`, `GLI ALTRI - Ivano`: capitals and a stop, dash, colon or gap after
// them. The token behind the mark, or kNoIndex.
Index Layout::inline_heading_end(IndexRange range) const {
  Index letters = 0, capitals = 0;
  std::uint32_t longest = 0;  // of its words
  if (range.empty() || tokens_[range.begin].kind == TokenKind::kNumber) return kNoIndex;
  for (Index i = range.begin; i < range.end && i < range.begin + 28; ++i) {
    const Token& token = tokens_[i];
    if (token.masked) continue;
    const bool gap = i > range.begin && token.span.begin - tokens_[i - 1].span.end >= 2;
    if (gap && capitals >= 1 && letters >= 4) return i;
    if (token.kind == TokenKind::kWord) {
      const bool capital = token.letters == LetterCase::kUpper ||
                           (token.letters == LetterCase::kTitle && token.span.size() <= 2);
      if (!capital) return kNoIndex;
      ++capitals;
      letters += token.span.size();
      longest = std::max(longest, token.span.size());
      continue;
    }
    if (token.kind == TokenKind::kNumber || token.mark == ',' || token.mark == '\'' ||
        token.mark == '"' || token.mark == '/')
      continue;
    if (i + 1 >= range.end || (!tokens_[i + 1].space_before && token.mark != '(')) {
      if (token.mark == '.') continue;  // C.U. and the like
      return kNoIndex;
    }
    if (token.mark == '.' && tokens_[i + 1].letters == LetterCase::kLower) {
      // `SECONDA CAT. gir. Q: la copertina`
      for (Index j = i + 1; j < range.end && j < i + 7; ++j) {
        if (tokens_[j].mark == ':') return j + 1;
      }
      return kNoIndex;
    }
    if (token.mark == '(' && capitals >= 1) {  // `PROSSIMO TURNO (domenica 13):`
      Index close = i;
      while (close < range.end && close < i + 16 && tokens_[close].mark != ')') ++close;
      if (close + 1 < range.end &&
          (tokens_[close + 1].mark == ':' || tokens_[close + 1].mark == '.'))
        return close + 2;
      return kNoIndex;
    }
    const bool ends = token.mark == '.' || token.mark == ':' ||
                      (token.mark == '-' && token.space_before) || token.mark == '?';
    // `L'U.S. Castelvetro`: nothing but initials.
    if (!ends || letters < 3 || (token.mark == '.' && longest < 3)) return kNoIndex;
    // `FERENTINO - ANAGNI 1-1. Ero al campo`: the two of a match.
    if (const Index score = token.mark == '-' ? score_behind(i + 1, range.end) : kNoIndex;
        score != kNoIndex) {
      i = score - 1;
      continue;
    }
    return i + 1;
  }
  return kNoIndex;
}

// `ANAGNI 1-1`: capitals and a score begin there. The token behind the score, or kNoIndex.
Index Layout::score_behind(Index at, Index end) const {
  constexpr Index kName = 4, kScore = 3;  // tokens
  const Index first = at;
  while (at < end && at < first + kName && tokens_[at].letters == LetterCase::kUpper) ++at;
  if (at == first || at + kScore > end) return kNoIndex;
  const bool score = tokens_[at].kind == TokenKind::kNumber && tokens_[at + 1].mark == '-' &&
                     tokens_[at + 2].kind == TokenKind::kNumber;
  return score ? at + kScore : kNoIndex;
}

// A form of that kind in the lexicon begins at the token.
bool Layout::has_form(Index token, FormKind kind) const {
  return has_form_to(token, kNoIndex, kind);
}

// `Massimo Neri, le esperienze da allenatore — Appesi gli scarpini`: a few words, a long dash, a
// capital. A second long dash nearby makes it an insertion. The token behind the dash, or kNoIndex.
Index Layout::long_dash_heading_end(IndexRange range) const {
  Index end = kNoIndex;
  for (Index i = range.begin + 1; i + 1 < range.end && i < range.begin + 40; ++i) {
    const Token& token = tokens_[i];
    if (end == kNoIndex && (token.mark == '.' || token.mark == ':' || token.mark == ';' ||
                            token.mark == '"' || i > range.begin + 12))
      return kNoIndex;
    if (token.mark != '-' || !token.space_before) continue;
    if (document_.text.raw(document_.text.to_raw(token.span)) != "\xE2\x80\x94") continue;
    if (end != kNoIndex) return kNoIndex;
    const LetterCase next = tokens_[i + 1].letters;
    if (next != LetterCase::kTitle && next != LetterCase::kUpper) return kNoIndex;
    end = i + 1;
  }
  return end != kNoIndex && range.end - end >= 12 ? end : kNoIndex;
}

// The words of `range` are one place of the lexicon.
bool Layout::is_place(IndexRange range) const {
  while (!range.empty() &&
         (tokens_[range.end - 1].kind == TokenKind::kPunct || tokens_[range.end - 1].masked))
    --range.end;
  while (!range.empty() && tokens_[range.begin].masked) ++range.begin;
  return !range.empty() && has_form_to(range.begin, range.end, FormKind::kPlace);
}

// The dash between spaces behind the few words that a line begins with, or kNoIndex.
Index Layout::dash_of_label(IndexRange range) const {
  constexpr Index kMost = 5;  // tokens
  Index dash = range.begin + 1;
  while (dash < range.end && dash < range.begin + kMost && tokens_[dash].mark != '-') ++dash;
  const bool labels = dash + 1 < range.end && tokens_[dash].mark == '-' &&
                      tokens_[dash].space_before && tokens_[dash + 1].space_before;
  return labels ? dash : kNoIndex;
}

// `Pistoiese - Penultima e sconfitta`: a line that a club, or its town, labels.
bool Layout::club_before_dash(IndexRange range) const {
  const Index dash = dash_of_label(range);
  return dash != kNoIndex && has_form_to(range.begin, dash, FormKind::kClub);
}

// `Ascoli Piceno - L'Ascoli batte`: the token behind the dash, or kNoIndex.
Index Layout::place_before_dash(IndexRange range) const {
  constexpr Index kLeastBehind = 12;  // tokens
  const Index dash = dash_of_label(range);
  if (dash == kNoIndex || dash + kLeastBehind > range.end ||
      tokens_[range.begin].letters != LetterCase::kTitle)
    return kNoIndex;
  const bool another_club =
      has_form(dash + 1, FormKind::kClub) || has_form(dash + 1, FormKind::kPlace);
  return is_place({range.begin, dash}) && !another_club ? dash + 1 : kNoIndex;
}

bool Layout::has_form_to(Index begin, Index end, FormKind kind) const {
  const auto& hits = document_.lexicon_hits;
  auto hit = std::lower_bound(hits.begin(), hits.end(), begin,
                              [](const LexiconHit& a, Index at) { return a.tokens.begin < at; });
  for (; hit != hits.end() && hit->tokens.begin == begin; ++hit) {
    if (end != kNoIndex && hit->tokens.end != end) continue;
    for (Index form = hit->form;; ++form) {
      if (lexicon_.forms()[form].kind == kind) return true;
      if (!lexicon_.forms()[form].more) break;
    }
  }
  return false;
}

void Layout::cut_body(IndexRange range, bool first, std::vector<Piece>& pieces) const {
  const auto push = [&](IndexRange part, BlockLabel label) {
    if (part.empty()) return;
    Piece piece;
    piece.tokens = part;
    piece.label = label;
    piece.row = label == BlockLabel::kLineup || label == BlockLabel::kTable;
    piece.own_block = label == BlockLabel::kBody || label == BlockLabel::kTable;
    pieces.push_back(piece);
  };
  const Index repeated = repeated_title_end(range);
  push({range.begin, repeated}, BlockLabel::kHeading);
  range.begin = repeated;
  if (first) {
    // A town before the first paragraph, or under a title, is where it was written; further on, and
    // where the line below begins so too or the next two with clubs, a matter.
    const auto below = std::lower_bound(
        lines_.begin(), lines_.end(), range.end,
        [](const Labelled& line, Index token) { return line.line.tokens.begin < token; });
    const auto names_club = [&](auto line) {
      return line != lines_.end() && club_before_dash(line->line.tokens);
    };
    const bool listed =
        below != lines_.end() && (place_before_dash(below->line.tokens) != kNoIndex ||
                                  (names_club(below) && names_club(std::next(below))));
    const bool opens =
        !listed &&
        ((first_body_ < lines_.size() && range.begin < lines_[first_body_].line.tokens.end) ||
         (!pieces.empty() && pieces.back().label == BlockLabel::kHeading));
    const Index place = place_before_dash(range);
    if (place != kNoIndex) {
      push({range.begin, place}, opens ? BlockLabel::kDateline : BlockLabel::kHeading);
      range.begin = place;
    }
    Index heading = inline_heading_end(range);
    if (heading == kNoIndex) heading = long_dash_heading_end(range);
    if (heading != kNoIndex) {
      const IndexRange name{range.begin, heading};
      push(name, opens && is_place(name) ? BlockLabel::kDateline : BlockLabel::kHeading);
      range.begin = heading;
      if (is_standing(tokens_, range)) return push(range, BlockLabel::kTable);
    }
  }
  const Index lineup = find_lineup(tokens_, range);
  if (lineup != kNoIndex && lineup > range.begin) {
    push({range.begin, lineup}, BlockLabel::kBody);
    push({lineup, range.end}, BlockLabel::kLineup);
    return;
  }
  push(range, BlockLabel::kBody);
}

}  // namespace panchina
