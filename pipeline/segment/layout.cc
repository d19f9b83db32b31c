#include "segment/layout.h"

#include <algorithm>

#include "segment/line_shape.h"
#include "segment/wrapped_lines.h"

namespace panchina {
namespace {

constexpr std::uint32_t kParagraphWords = 16;

}  // namespace

std::vector<Piece> Layout::run() {
  std::vector<Line> lines =
      join_wrapped_lines(norm_, tokens_, measure_lines(norm_, tokens_, rules_), rules_);
  lines_.reserve(lines.size());
  for (Line& line : lines) {
    Labelled labelled;
    labelled.line = line;
    lines_.push_back(labelled);
  }
  find_body();
  apply_rules();
  label_repeated();
  label_shapes();
  label_head();
  label_signatures();
  std::vector<Piece> pieces;
  for (const Labelled& labelled : lines_) cut(labelled, pieces);
  return pieces;
}

// Running text: many words in small letters, and a stop.
bool Layout::is_paragraph(const Line& line) const {
  const std::uint32_t lower = line.at(LineFeature::kLower);
  return line.at(LineFeature::kWords) >= kParagraphWords && lower >= 8 &&
         (line.at(LineFeature::kStop) == 1 || lower >= 25);
}

void Layout::find_body() {
  first_body_ = last_body_ = lines_.size();
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (!is_paragraph(lines_[i].line)) continue;
    if (first_body_ == lines_.size()) first_body_ = i;
    last_body_ = i;
  }
}

void Layout::apply_rules() {
  BlockLabel previous = BlockLabel::kBody;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    Labelled& at = lines_[i];
    if (at.decided == Decided::kNo) {
      const LineContext context{
          i<first_body_, i> first_body_ && first_body_<lines_.size(), i> last_body_ ||
              first_body_ == lines_.size(),
          previous};
      for (const BlockMatch& match : matcher_.match(at.line, context)) apply(match, i);
      if (at.decided == Decided::kNo &&
          find_lineup(tokens_, at.line.tokens) == at.line.tokens.begin) {
        at.label = BlockLabel::kLineup;
        at.decided = Decided::kByForm;
      }
    }
    previous = at.label;
  }
}

void Layout::apply(const BlockMatch& match, std::size_t at) {
  const BlockRule& rule = rules_.rules()[match.rule];
  Labelled& line = lines_[at];
  if (rule.mask) {
    fired_.push_back(match.rule);
    switch (rule.scope) {
      case BlockScope::kBracket:
        return mask_bracket(match.tokens, line.line);
      case BlockScope::kRest:
        return mask({match.tokens.begin, line.line.tokens.end});
      default:
        return mask(match.tokens);
    }
  }
  if (rule.edge) line.edge = true;
  if (rule.scope == BlockScope::kPhrase) {
    if (match.tokens.begin != line.line.tokens.begin || line.prefix_end != kNoIndex) return;
    fired_.push_back(match.rule);
    line.prefix = rule.label;
    line.prefix_end = match.tokens.end;
    return;
  }
  if (rule.scope == BlockScope::kRest && match.tokens.begin != line.line.tokens.begin) {
    if (line.rest != kNoIndex) return;
    fired_.push_back(match.rule);
    line.rest = match.tokens.begin;
    line.rest_label = rule.label;
    return;
  }
  if (line.decided != Decided::kNo) {
    const bool agrees =
        line.label == rule.label || (!is_article(line.label) && !is_article(rule.label));
    if (line.decided == Decided::kByRule && agrees) fired_.push_back(match.rule);
    return;
  }
  fired_.push_back(match.rule);
  line.label = rule.label;
  line.decided = Decided::kByRule;
  if (rule.scope == BlockScope::kToEnd || rule.scope == BlockScope::kParagraph) {
    for (std::size_t i = at + 1; i < lines_.size(); ++i) {
      if (rule.scope == BlockScope::kParagraph && lines_[i].line.blank_before) break;
      lines_[i].label = rule.label;
      lines_[i].decided = Decided::kByRule;
    }
  }
}

void Layout::mask(IndexRange range) {
  for (Index i = range.begin; i < range.end; ++i) tokens_[i].masked = true;
}

void Layout::mask_bracket(IndexRange phrase, const Line& line) {
  Index begin = phrase.begin, end = phrase.end;
  while (begin > line.tokens.begin && tokens_[begin - 1].mark != '(' &&
         tokens_[begin - 1].mark != '[')
    --begin;
  while (end < line.tokens.end && tokens_[end].mark != ')' && tokens_[end].mark != ']') ++end;
  if (begin == line.tokens.begin || end == line.tokens.end) return;
  mask({begin - 1, end + 1});
}

bool Layout::same_words(IndexRange a, IndexRange b) const {
  while (true) {
    while (a.begin < a.end && tokens_[a.begin].kind == TokenKind::kPunct) ++a.begin;
    while (b.begin < b.end && tokens_[b.begin].kind == TokenKind::kPunct) ++b.begin;
    if (a.empty() || b.empty()) return a.empty() && b.empty();
    if (bytes(a.begin) != bytes(b.begin)) return false;
    ++a.begin;
    ++b.begin;
  }
}

// A line that stands once more: the first is kept, in the head of the page the last, where the
// others are bullets of a trail.
void Layout::label_repeated() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    Labelled& at = lines_[i];
    if (at.decided != Decided::kNo || is_paragraph(at.line)) continue;
    const std::uint32_t words = at.line.at(LineFeature::kWords);
    if (words < 2 || at.line.at(LineFeature::kNumbers) > 1) continue;
    const std::size_t most = std::min(i, std::size_t{40});
    for (std::size_t back = 1; back <= most; ++back) {
      Labelled& before = lines_[i - back];
      if (!same_words(before.line.tokens, at.line.tokens)) continue;
      const bool trail =
          i < first_body_ && tokens_[before.line.tokens.begin].kind == TokenKind::kPunct;
      Labelled& masked = trail ? before : at;
      if (masked.decided == Decided::kNo || trail) {
        masked.label = trail       ? BlockLabel::kNavigation
                       : words < 5 ? BlockLabel::kBoilerplate
                                   : BlockLabel::kHeading;
        masked.decided = Decided::kByForm;
      }
      break;
    }
  }
}

void Layout::label_shapes() {
  std::vector<LineShape> shapes(lines_.size(), LineShape::kText);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].decided == Decided::kNo) shapes[i] = shape_of(norm_, tokens_, lines_[i].line);
  }
  const auto is_table = [&](std::size_t i) {
    return i < lines_.size() &&
           (shapes[i] == LineShape::kResult || shapes[i] == LineShape::kRow ||
            (lines_[i].decided != Decided::kNo && lines_[i].label == BlockLabel::kTable));
  };
  const auto is_list = [&](std::size_t i) {
    return i < lines_.size() && (shapes[i] == LineShape::kBullet || shapes[i] == LineShape::kEntry);
  };
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    Labelled& at = lines_[i];
    if (at.decided != Decided::kNo) continue;
    const std::size_t before = i == 0 ? lines_.size() : i - 1;
    BlockLabel label = BlockLabel::kBody;
    switch (shapes[i]) {
      case LineShape::kRule:
        label = BlockLabel::kBoilerplate;
        break;
      case LineShape::kResult:
      case LineShape::kRow:
        if (is_table(before) || is_table(i + 1)) {
          label = BlockLabel::kTable;
        } else if (i < first_body_) {
          continue;
        } else {
          label = BlockLabel::kHeading;
        }
        break;
      case LineShape::kBullet:
        label = BlockLabel::kList;
        break;
      case LineShape::kEntry:
        if (!is_list(before) && !is_list(i + 1)) continue;
        label = BlockLabel::kList;
        break;
      case LineShape::kHeading:
        // A row between rows (`Sasso Marconi-Ghiviborgo n.d.`).
        if (is_table(before) && !at.line.blank_before &&
            at.line.at(LineFeature::kUpper) < at.line.at(LineFeature::kWords)) {
          label = BlockLabel::kTable;
          shapes[i] = LineShape::kRow;
          break;
        }
        if (i + 1 == lines_.size() && first_body_ < lines_.size()) continue;
        label = BlockLabel::kHeading;
        break;
      default:
        continue;
    }
    at.label = label;
    at.decided = Decided::kByForm;
  }
}

// The title: the first heading of the head in mixed letters, else the first.
void Layout::label_head() {
  std::size_t title = lines_.size();
  for (std::size_t i = 0; i < first_body_ && i < lines_.size(); ++i) {
    Labelled& at = lines_[i];
    if (at.decided == Decided::kNo) {
      at.label = BlockLabel::kHeading;
      at.decided = Decided::kByForm;
    }
    if (at.label != BlockLabel::kHeading) continue;
    const bool words = at.line.at(LineFeature::kWords) >= 4 &&
                       at.line.at(LineFeature::kUpper) < at.line.at(LineFeature::kWords);
    if (title == lines_.size() || (words && lines_[title].line.at(LineFeature::kLower) == 0))
      title = i;
    if (words) break;
  }
  if (title < lines_.size()) lines_[title].label = BlockLabel::kTitle;
}

// The writer's name alone under the text.
void Layout::label_signatures() {
  for (std::size_t i = last_body_ + 1; i < lines_.size(); ++i) {
    Labelled& at = lines_[i];
    if (at.decided == Decided::kByRule || is_paragraph(at.line)) continue;
    const std::uint32_t words = at.line.at(LineFeature::kWords);
    if (words < 2 || words > 4 || at.line.at(LineFeature::kTitle) != words) continue;
    if (at.line.tokens.size() != words) continue;
    at.label = BlockLabel::kByline;
    at.decided = Decided::kByForm;
  }
}

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
  for (std::size_t i = 0; i < first_body_ && i < lines_.size(); ++i) {
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
  for (Index i = range.begin; i < range.end && i < range.begin + 16; ++i) {
    const Token& token = tokens_[i];
    const bool gap = i > range.begin && token.span.begin - tokens_[i - 1].span.end >= 2;
    if (gap && capitals >= 1 && letters >= 4) return i;
    if (token.kind == TokenKind::kWord) {
      const bool capital = token.letters == LetterCase::kUpper ||
                           (token.letters == LetterCase::kTitle && token.span.size() <= 2);
      if (!capital) return kNoIndex;
      ++capitals;
      letters += token.span.size();
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
    if (!ends || letters < 3) return kNoIndex;
    return i + 1;
  }
  return kNoIndex;
}

void Layout::cut_body(IndexRange range, bool first, std::vector<Piece>& pieces) const {
  const auto push = [&](IndexRange part, BlockLabel label) {
    if (part.empty()) return;
    Piece piece;
    piece.tokens = part;
    piece.label = label;
    piece.row = label == BlockLabel::kLineup;
    piece.own_block = label == BlockLabel::kBody;
    pieces.push_back(piece);
  };
  const Index repeated = repeated_title_end(range);
  push({range.begin, repeated}, BlockLabel::kHeading);
  range.begin = repeated;
  const bool opens = std::none_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
    return piece.label == BlockLabel::kBody;
  });
  if (first) {
    const Index heading = inline_heading_end(range);
    if (heading != kNoIndex) {
      push({range.begin, heading},
           opens && heading - range.begin <= 6 ? BlockLabel::kDateline : BlockLabel::kHeading);
      range.begin = heading;
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
