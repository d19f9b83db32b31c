#include "segment/line_shape.h"

#include <algorithm>

namespace panchina {
namespace {

bool is_number(const Token& token) { return token.kind == TokenKind::kNumber; }
bool is_capital(const Token& token) {
  return token.letters == LetterCase::kTitle || token.letters == LetterCase::kUpper ||
         token.letters == LetterCase::kMixed;
}

// Names in series after a line-up's start: many commas, few words in small letters.
struct Names {
  bool found = false;
  std::uint32_t numbers = 0;
  bool marked = false;  // `Rossi 6, Neri 5.5, Verdi 7`: each with his mark; points fall
};
Names find_names(std::span<const Token> tokens, IndexRange range) {
  constexpr std::uint32_t kBestMark = 10, kLeastMarks = 6;
  std::uint32_t commas = 0, lower = 0, capital = 0, numbers = 0;
  std::uint32_t marks = 0, rises = 0, last = kBestMark;
  const Index end = std::min(range.end, range.begin + 80);
  for (Index i = range.begin; i < end; ++i) {
    const Token& token = tokens[i];
    if (token.mark == ',' || token.mark == ';') ++commas;
    if (token.letters == LetterCase::kLower) ++lower;
    if (token.kind == TokenKind::kWord && is_capital(token)) ++capital;
    if (!is_number(token)) continue;
    ++numbers;
    if (i == range.begin || !is_capital(tokens[i - 1]) || token.number > kBestMark) continue;
    if (i + 2 < end && tokens[i + 1].mark == '-' && is_number(tokens[i + 2])) continue;  // a score
    ++marks;
    rises += token.number > last ? 1 : 0;
    last = token.number;
  }
  return {commas >= 6 && capital > 2 * lower, numbers, marks >= kLeastMarks && rises >= 2};
}

// `TEAM Surname, Surname (16' st Surname), ...`: names in series, one of them with who came on for
// him and when.
bool opens_as_changed_side(std::span<const Token> tokens, IndexRange range) {
  constexpr Index kFirstNames = 7;  // tokens
  const Index end = std::min(range.end, range.begin + kFirstNames);
  Index at = range.begin;
  while (at < end && tokens[at].mark != ',' && tokens[at].mark != '(') {
    if (tokens[at].kind != TokenKind::kWord || !is_capital(tokens[at])) return false;
    ++at;
  }
  if (at == end || at < range.begin + 2 || !find_names(tokens, range).found) return false;
  for (Index i = at; i + 2 < range.end; ++i) {
    if (tokens[i].mark == '(' && is_number(tokens[i + 1]) && tokens[i + 2].mark == '\'')
      return true;
  }
  return false;
}

// `2-1`, `2 : 1`, `2 1` at the end, a bracket or a short note after it allowed.
bool ends_in_score(std::span<const Token> tokens, const Line& line) {
  Index end = line.tokens.end;
  if (end > line.tokens.begin && tokens[end - 1].mark == ')') {
    while (end > line.tokens.begin && tokens[end - 1].mark != '(') --end;
    if (end > line.tokens.begin) --end;
  }
  const Index begin = line.tokens.begin;
  if (end < begin + 4 || !is_number(tokens[end - 1])) return false;
  const Token& middle = tokens[end - 2];
  if (is_number(middle)) return true;
  const bool joiner = middle.mark == '-' || middle.mark == ':' || middle.mark == '=' ||
                      middle.mark == '/' ||
                      (middle.kind == TokenKind::kWord && middle.span.size() == 1);
  return joiner && is_number(tokens[end - 3]);
}

// `SPORT / CALCIO: VERONA, VIA` is a heading, not an entry.
bool all_capitals(const Line& line) {
  return line.at(LineFeature::kUpper) >= 3 && line.at(LineFeature::kLower) == 0 &&
         line.at(LineFeature::kTitle) <= 1;
}

bool is_entry(std::span<const Token> tokens, const Line& line) {
  if (line.at(LineFeature::kWords) > 18 || all_capitals(line) ||
      !(is_capital(tokens[line.tokens.begin]) || is_number(tokens[line.tokens.begin])))
    return false;
  const Index end = std::min(line.tokens.end, line.tokens.begin + 6);
  for (Index i = line.tokens.begin + 1; i < end; ++i) {
    if (tokens[i].mark == ':') return i + 1 < line.tokens.end && tokens[i + 1].space_before;
    if (tokens[i].mark == '.' || tokens[i].mark == ',') return false;
  }
  return false;
}

// `1. Verona 36`, `10) Città di Castello 5 (13)`: a place, a name, points and more numbers.
bool is_numbered_row(std::span<const Token> tokens, const Line& line) {
  constexpr std::uint32_t kLastPlace = 40, kMostPoints = 200;
  constexpr int kNameWords = 5;
  Index at = line.tokens.begin;
  const Index end = line.tokens.end;
  if (!is_number(tokens[at]) || tokens[at].number == 0 || tokens[at].number > kLastPlace) {
    return false;
  }
  ++at;
  if (at < end && (tokens[at].mark == '.' || tokens[at].mark == ')')) ++at;
  if (at >= end || !is_capital(tokens[at])) return false;
  int words = 0;
  for (; at < end && !is_number(tokens[at]); ++at) {
    const Token& token = tokens[at];
    const bool inside =
        token.mark == '.' || token.mark == '\'' || token.mark == '-' || token.mark == '*';
    if (token.kind != TokenKind::kWord && !inside) return false;
    words += token.kind == TokenKind::kWord ? 1 : 0;
  }
  if (at >= end || words > kNameWords || !tokens[at].space_before ||
      tokens[at].number >= kMostPoints) {
    return false;
  }
  int others = 0;  // `36 punti`
  for (; at < end; ++at) others += tokens[at].kind == TokenKind::kWord ? 1 : 0;
  return others <= 1;
}

}  // namespace

// A line that opens with years, of a career or a list of coaches: `1999-01 Lanciano (C2)`,
// `'91-'92 Sanvitese (D) 29/3`, `2010-11: Rossi`.
Index behind_years(std::span<const Token> tokens, const Line& line) {
  Index at = line.tokens.begin;
  const Index end = line.tokens.end;
  const bool short_form = tokens[at].mark == '\'';
  if (short_form) ++at;
  if (at + 1 >= end || !is_number(tokens[at])) return kNoIndex;
  const std::uint32_t year = tokens[at].number;
  const bool full = year >= 1880 && year < 2100 && tokens[at].span.size() == 4;
  if (!full && !(short_form && tokens[at].span.size() == 2)) return kNoIndex;
  ++at;
  if (at + 1 < end && (tokens[at].mark == '-' || tokens[at].mark == '/')) {
    ++at;
    if (at < end && tokens[at].mark == '\'') ++at;
    if (at < end && is_number(tokens[at])) ++at;
  }
  while (at < end && tokens[at].kind == TokenKind::kPunct) ++at;
  const bool named = at < end && tokens[at].kind == TokenKind::kWord && is_capital(tokens[at]);
  return named ? at : kNoIndex;
}

// A hyphen between two capitalised words.
bool has_pairing(std::span<const Token> tokens, const Line& line) {
  for (Index i = line.tokens.begin + 1; i + 1 < line.tokens.end; ++i) {
    if (tokens[i].mark != '-') continue;
    const Token& left = tokens[i - 1];
    const Token& right = tokens[i + 1];
    if ((left.kind == TokenKind::kWord || is_number(left) || left.mark == '\'') &&
        right.kind == TokenKind::kWord && is_capital(right))
      return true;
  }
  return false;
}

Index formation_end(std::span<const Token> tokens, Index at, Index end) {
  if (at + 7 > end || tokens[at].mark != '(') return kNoIndex;
  std::uint32_t sum = 0, parts = 0;
  Index i = at + 1;
  while (i + 1 < end && is_number(tokens[i])) {
    sum += tokens[i].number;
    ++parts;
    ++i;
    if (tokens[i].mark != '-') break;
    ++i;
  }
  if (parts < 3 || parts > 5 || sum < 9 || sum > 11 || i >= end || tokens[i].mark != ')')
    return kNoIndex;
  return i + 1;
}

Index find_lineup(std::span<const Token> tokens, IndexRange range) {
  for (Index i = range.begin; i + 7 <= range.end; ++i) {
    if (tokens[i].mark != '(') continue;
    const Index after = formation_end(tokens, i, range.end);
    if (after == kNoIndex || !find_names(tokens, {after, range.end}).found) continue;
    Index begin = i;  // with the team's name before it
    while (begin > range.begin && i - begin < 6 && tokens[begin - 1].kind == TokenKind::kWord &&
           is_capital(tokens[begin - 1]))
      --begin;
    return begin;
  }
  // `TEAM: Surname, Surname, ...`
  const Index end = std::min(range.end, range.begin + 7);
  for (Index i = range.begin; i < end; ++i) {
    if (tokens[i].mark == ':') {
      const Names names = find_names(tokens, {i + 1, range.end});
      const bool few = names.numbers <= 4 || names.marked;
      return i > range.begin && names.found && few ? range.begin : kNoIndex;
    }
    if (tokens[i].letters == LetterCase::kLower) break;
  }
  return opens_as_changed_side(tokens, range) ? range.begin : kNoIndex;
}

bool is_standing(std::span<const Token> tokens, IndexRange range) {
  std::uint32_t names = 0, numbers = 0, lower = 0, after_name = 0;
  for (Index i = range.begin; i < range.end; ++i) {
    const Token& token = tokens[i];
    if (is_number(token)) {
      ++numbers;
      if (i > range.begin && tokens[i - 1].kind == TokenKind::kWord && is_capital(tokens[i - 1]) &&
          tokens[i - 1].span.size() >= 3)
        ++after_name;
    } else if (token.kind == TokenKind::kWord) {
      if (is_capital(token)) {
        ++names;
      } else if (token.span.size() > 1) {
        ++lower;
      }
    }
  }
  return numbers >= 3 && after_name >= 2 && names >= 3 && lower * 3 <= names;
}

LineShape shape_within_table(std::span<const Token> tokens, const Line& line) {
  Index at = line.tokens.begin;
  if (tokens[at].mark == '(') ++at;
  if (at + 2 < line.tokens.end && is_number(tokens[at]) && tokens[at + 1].mark == '\'')
    return LineShape::kRow;
  const bool names = line.at(LineFeature::kWords) >= 2 && line.at(LineFeature::kWords) <= 6 &&
                     line.at(LineFeature::kLower) == 0;
  if (!names || !ends_in_score(tokens, line) || tokens[line.tokens.end - 1].number > 15)
    return LineShape::kText;
  return LineShape::kRow;
}

LineShape shape_of(std::span<const Token> tokens, const Line& line) {
  const std::uint32_t words = line.at(LineFeature::kWords);
  const std::uint32_t numbers = line.at(LineFeature::kNumbers);
  const Token& first = tokens[line.tokens.begin];
  if (words + numbers == 0) return LineShape::kRule;
  if (line.at(LineFeature::kTabs) >= 2) return LineShape::kRow;
  if (words <= 14 && has_pairing(tokens, line) && ends_in_score(tokens, line) &&
      (line.at(LineFeature::kStop) == 0 || tokens[line.tokens.end - 1].mark == ')'))
    return LineShape::kResult;
  if (line.at(LineFeature::kGaps) >= 2 && numbers >= 1 && words <= 12) return LineShape::kRow;
  if (find_lineup(tokens, line.tokens) == line.tokens.begin) return LineShape::kLineup;
  if (words <= 16 && behind_years(tokens, line) != kNoIndex) return LineShape::kRow;
  const bool bullet = first.kind == TokenKind::kPunct && line.tokens.size() > 1 &&
                      tokens[line.tokens.begin + 1].space_before &&
                      (first.mark == '-' || first.mark == '*' ||
                       (first.mark == '\1' && line.at(LineFeature::kBars) >= 1));
  if (bullet) return LineShape::kBullet;
  const bool name_and_number =
      words >= 1 && words <= 5 && is_capital(first) && is_number(tokens[line.tokens.end - 1]) &&
      tokens[line.tokens.end - 1].space_before && tokens[line.tokens.end - 1].number < 200 &&
      line.at(LineFeature::kLower) == 0;
  if (name_and_number || is_numbered_row(tokens, line)) return LineShape::kRow;
  if (numbers >= 4 && is_standing(tokens, line.tokens)) return LineShape::kStanding;
  if (is_entry(tokens, line)) return LineShape::kEntry;
  if (words <= 10 && words >= 1 &&
      line.at(LineFeature::kUpper) + (line.at(LineFeature::kTitle)) == words &&
      line.at(LineFeature::kUpper) * 3 >= words * 2 && numbers <= 3)
    return LineShape::kHeading;
  if (words <= 16 && (line.at(LineFeature::kStop) == 0 || all_capitals(line)) &&
      line.at(LineFeature::kCommas) <= 4)
    return LineShape::kHeading;
  return LineShape::kText;
}

}  // namespace panchina
