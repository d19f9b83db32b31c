// Section edges: where another article of the page begins. An edge costs what one article says of
// another's persons, a missing one lets facts bleed; so each kind needs to be seen more than once.
#include <algorithm>

#include "segment/layout.h"
#include "segment/line_shape.h"

namespace panchina {
namespace {

bool all_capitals(const Line& line) {
  return line.at(LineFeature::kUpper) >= 1 && line.at(LineFeature::kLower) == 0 &&
         line.at(LineFeature::kTitle) <= line.at(LineFeature::kUpper);
}

}  // namespace

void Layout::find_edges() {
  edge_numbered_headings();
  edge_entries();
  edge_two_line_headings();
  edge_dated_items();
  edge_datelines();
  for (Labelled& line : lines_) {  // a page begins with no edge
    if (is_article(line.label)) {
      line.edge = false;
      break;
    }
  }
}

// `1. PISTOIESE, IL TERZO UOMO` ... `2. CHIETI, ...`: a newsletter. What has a heading in capitals
// after the last of them is another item.
void Layout::edge_numbered_headings() {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const Line& line = lines_[i].line;
    const bool heading =
        lines_[i].label == BlockLabel::kHeading || lines_[i].label == BlockLabel::kTitle;
    if (!heading || line.tokens.size() < 3) continue;
    const Token& first = tokens_[line.tokens.begin];
    const char mark = tokens_[line.tokens.begin + 1].mark;
    if (first.kind != TokenKind::kNumber || first.number != found.size() + 1) continue;
    if (mark != '.' && mark != ')' && mark != '-') continue;
    if (!tokens_[line.tokens.begin + 2].space_before || line.at(LineFeature::kLower) > 6) continue;
    found.push_back(i);
  }
  if (found.size() < 2) return;
  for (const std::size_t i : found) lines_[i].edge = true;
  for (std::size_t i = found.back() + 1; i < lines_.size(); ++i) {
    const bool heading = lines_[i].label == BlockLabel::kHeading;
    if (heading && all_capitals(lines_[i].line) && lines_[i].line.blank_before)
      lines_[i].edge = true;
  }
}

// The capitals that open an entry of a dictionary or column: `TARABOTTO Michele`, `A SCUOLA Dopo`.
Index Layout::entry_head_end(const Line& line) const {
  Index letters = 0, at = line.tokens.begin;
  while (at < line.tokens.end && tokens_[at].kind == TokenKind::kWord &&
         (tokens_[at].letters == LetterCase::kUpper || tokens_[at].span.size() <= 2) &&
         tokens_[at].letters != LetterCase::kLower) {
    const bool next_capital =
        at + 1 < line.tokens.end && tokens_[at + 1].letters == LetterCase::kUpper;
    if (tokens_[at].span.size() <= 2 && !next_capital) break;  // `BARI A Palazzo`
    letters += tokens_[at].span.size();
    ++at;
  }
  const bool follows = at < line.tokens.end && at > line.tokens.begin &&
                       tokens_[at].kind == TokenKind::kWord && tokens_[at].space_before &&
                       tokens_[at].letters == LetterCase::kTitle;
  return follows && letters >= 4 ? at : kNoIndex;
}

void Layout::edge_entries() {
  std::vector<std::size_t> entries;
  std::size_t paragraphs = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].label != BlockLabel::kBody || lines_[i].line.at(LineFeature::kWords) < 12)
      continue;
    ++paragraphs;
    if (entry_head_end(lines_[i].line) != kNoIndex) entries.push_back(i);
  }
  if (entries.size() < 3 || entries.size() * 5 < paragraphs * 4) return;
  for (const std::size_t i : entries) {
    Labelled& line = lines_[i];
    line.edge = true;
    const Index end = entry_head_end(line.line);
    if (line.prefix_end != kNoIndex || has_form(end, FormKind::kGivenName)) continue;
    line.prefix_end = end;
    line.prefix =
        is_place({line.line.tokens.begin, end}) ? BlockLabel::kDateline : BlockLabel::kHeading;
  }
}

// A whole day at the head of a line: `22/01/2025`, `22 gennaio 2025`. The token behind it and its
// year; kNoIndex: none.
std::pair<Index, std::uint32_t> Layout::day_at_head(IndexRange tokens) const {
  constexpr Index kDay = 5;  // tokens of `22/01/2025`; `22 gennaio 2025` has 3
  constexpr std::uint32_t kFirstYear = 1900, kLastYear = 2100;
  const auto number = [&](Index at, std::uint32_t least, std::uint32_t most) {
    if (at >= tokens.size()) return false;
    const Token& token = tokens_[tokens.begin + at];
    return token.kind == TokenKind::kNumber && token.number >= least && token.number <= most;
  };
  if (!number(0, 1, 31)) return {kNoIndex, 0};
  if (number(4, kFirstYear, kLastYear) && number(2, 1, 12) &&
      tokens_[tokens.begin + 1].mark == tokens_[tokens.begin + 3].mark) {
    return {tokens.begin + kDay, tokens_[tokens.begin + 4].number};
  }
  if (number(2, kFirstYear, kLastYear) && tokens_[tokens.begin + 1].kind == TokenKind::kWord)
    return {tokens.begin + 3, tokens_[tokens.begin + 2].number};
  return {kNoIndex, 0};
}

// `22/01/2025 - Rossi guida`, `22 gennaio 2025 | Rossi`: a whole day and a mark open the text.
bool Layout::opens_with_day(const Labelled& line) const {
  constexpr Index kLeast = 10;  // tokens
  const IndexRange tokens = line.line.tokens;
  if (line.label != BlockLabel::kBody || tokens.size() < kLeast) return false;
  const Index end = day_at_head(tokens).first;
  if (end == kNoIndex) return false;
  const char mark = tokens_[end].mark;
  return mark == '-' || mark == '|' || mark == ':';
}

// Lines that open with days of different years, and a colon, are a chronicle, no page of news.
bool Layout::is_chronicle() const {
  std::uint32_t first = 0, last = 0;
  for (const Labelled& line : lines_) {
    const auto [end, year] = day_at_head(line.line.tokens);
    if (end == kNoIndex || end == line.line.tokens.end || tokens_[end].mark != ':') continue;
    if (first == 0 || year < first) first = year;
    last = std::max(last, year);
  }
  return last > first + 1;
}

// `16 ottobre 2018` on a line of its own, a heading below it, then text, more than once.
void Layout::edge_dated_items() {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i + 2 < lines_.size(); ++i) {
    const IndexRange tokens = lines_[i].line.tokens;
    if (tokens.empty() || day_at_head(tokens).first != tokens.end) continue;
    const bool heads =
        lines_[i + 1].label == BlockLabel::kHeading || lines_[i + 1].label == BlockLabel::kTitle;
    if (heads && lines_[i + 2].label == BlockLabel::kBody) found.push_back(i);
  }
  if (found.size() < 2) return;
  for (const std::size_t i : found) {
    lines_[i].edge = i > first_body_;
    lines_[i].label = BlockLabel::kDateline;
  }
}

// A rubric in capitals, a title below it, then text, more than once down the page.
void Layout::edge_two_line_headings() {
  const auto is_rubric = [&](std::size_t i) {
    return i > first_body_ && lines_[i].label == BlockLabel::kHeading &&
           lines_[i].line.blank_before && all_capitals(lines_[i].line);
  };
  std::size_t found = 0;
  for (std::size_t i = first_body_; i + 2 < lines_.size(); ++i) {
    const Line& title = lines_[i + 1].line;
    if (is_rubric(i) && lines_[i + 1].label == BlockLabel::kHeading && !title.blank_before &&
        title.at(LineFeature::kLower) >= 3 && lines_[i + 2].label == BlockLabel::kBody)
      ++found;
  }
  if (found == 0) return;
  for (std::size_t i = first_body_; i < lines_.size(); ++i) {
    if (is_rubric(i)) lines_[i].edge = true;
  }
}

// A tag page: heading, then text after a place and dash (`COSENZA -`) or a line with the date;
// again and again. Agency takes, whose dateline names the agency, go on with one story.
void Layout::edge_datelines() {
  std::vector<std::size_t> starts;  // the line where an article begins
  const bool chronicle = is_chronicle();
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const Labelled& line = lines_[i];
    bool opens = false;
    if (line.label == BlockLabel::kBody && line.prefix_end == kNoIndex &&
        line.line.at(LineFeature::kWords) >= 12) {
      const Index end = inline_heading_end(line.line.tokens);
      opens = (end != kNoIndex && is_place({line.line.tokens.begin, end})) ||
              place_before_dash(line.line.tokens) != kNoIndex;
    }
    const bool date_line = line.label == BlockLabel::kDateline && i + 1 < lines_.size() &&
                           lines_[i + 1].label == BlockLabel::kBody && i > first_body_;
    if (!opens && !date_line && (chronicle || i < first_body_ || !opens_with_day(line))) continue;
    std::size_t start = i;
    while (start > 0 && i - start < 3 &&
           (lines_[start - 1].label == BlockLabel::kHeading ||
            lines_[start - 1].label == BlockLabel::kTitle ||
            lines_[start - 1].label == BlockLabel::kByline ||
            lines_[start - 1].label == BlockLabel::kDateline) &&
           !(start < i && lines_[start].line.blank_before &&
             lines_[start].label == BlockLabel::kTitle))
      --start;
    if (date_line && start == i) continue;
    if (starts.empty() || starts.back() != start) starts.push_back(start);
  }
  if (starts.size() < 2) return;
  for (std::size_t i = 1; i < starts.size(); ++i) lines_[starts[i]].edge = true;
}

}  // namespace panchina
