#include "segment/wrapped_lines.h"

#include <algorithm>

#include "text/utf8.h"

namespace panchina {
namespace {

constexpr std::uint32_t kNarrowest = 40;   // bytes of a line that may be wrapped
constexpr std::uint32_t kWidest = 140;     // a page with longer lines in its text is not wrapped
constexpr std::uint32_t kLeastBroken = 3;  // lines that end in mid-sentence

bool starts_lower(std::span<const Token> tokens, const Line& line) {
  const Token& first = tokens[line.tokens.begin];
  return first.kind == TokenKind::kWord && first.letters == LetterCase::kLower;
}

// Characters, not bytes: by these pages are wrapped.
std::uint32_t width_of(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

// Of a line with its indent.
std::uint32_t width_of(std::string_view norm, const Line& line) {
  return line.indent + width_of(norm.substr(line.span.begin, line.span.size()));
}

// What stands before the first blank of a line.
std::string_view first_chunk(std::string_view norm, const Line& line) {
  const std::string_view text = norm.substr(line.span.begin, line.span.size());
  return text.substr(0, text.find(' '));
}

// `1952, il Forlì`, `28 maggio`: a line that opens with a number, but with no numbering (`2.`,
// `13'`) and no span of years (`1994-97 Piovese`).
bool starts_number(std::span<const Token> tokens, const Line& line) {
  constexpr Index kYearDigits = 4;
  const Token& first = tokens[line.tokens.begin];
  if (first.kind != TokenKind::kNumber) return false;
  if (line.tokens.size() == 1) return true;
  const Token& second = tokens[line.tokens.begin + 1];
  if (first.span.size() == kYearDigits) return second.mark != '-' && second.mark != '/';
  return second.kind == TokenKind::kWord && second.letters == LetterCase::kLower;
}

// Ends in a word in small letters.
bool ends_lower(std::span<const Token> tokens, const Line& line) {
  const Token& last = tokens[line.tokens.end - 1];
  return last.kind == TokenKind::kWord && last.letters == LetterCase::kLower;
}

// Ends in mid-sentence, and the next line goes on with a small letter or a number.
bool is_broken(std::span<const Token> tokens, const Line& line, const Line& next) {
  return !next.blank_before && line.span.size() >= kNarrowest && line.at(LineFeature::kStop) == 0 &&
         line.at(LineFeature::kLower) >= 3 &&
         (starts_lower(tokens, next) ||
          (starts_number(tokens, next) && ends_lower(tokens, line))) &&
         line.at(LineFeature::kTabs) == 0;
}

// `NOTE: ...`, `A disp.: ...`: capitals and a colon within a few tokens.
bool opens_with_cue(std::span<const Token> tokens, const Line& line) {
  const Index end = std::min(line.tokens.end, line.tokens.begin + 3);
  for (Index i = line.tokens.begin; i < end; ++i) {
    if (tokens[i].mark == ':') return i > line.tokens.begin;
    if (tokens[i].letters != LetterCase::kUpper) return false;
  }
  return false;
}

// The width at which the page was wrapped; 0: it was not.
std::uint32_t wrap_width(std::string_view norm, std::span<const Token> tokens,
                         const std::vector<Line>& lines) {
  std::uint32_t width = 0;
  std::uint32_t broken = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!is_broken(tokens, lines[i], lines[i + 1])) continue;
    ++broken;
    width = std::max(width, width_of(norm, lines[i]));
  }
  if (broken < kLeastBroken || width > kWidest) return 0;
  for (const Line& line : lines) {
    if (line.at(LineFeature::kLower) >= 10 && width_of(norm, line) > kWidest) return 0;
  }
  return width;
}

// `IGLESIAS 1`: a name and a few goals.
bool is_side(std::span<const Token> tokens, const Line& line) {
  constexpr Index kWords = 4;
  constexpr std::uint32_t kMostGoals = 15;
  const IndexRange all = line.tokens;
  if (all.size() < 2 || all.size() > kWords + 1) return false;
  const Token& goals = tokens[all.end - 1];
  if (goals.kind != TokenKind::kNumber || goals.number > kMostGoals || goals.span.size() > 2)
    return false;
  for (Index i = all.begin; i + 1 < all.end; ++i) {
    if (tokens[i].kind != TokenKind::kWord || tokens[i].letters == LetterCase::kLower) return false;
  }
  return true;
}

// `RETI: …`, `IGLESIAS (4-4-2): …`: what stands under a result.
bool heads_report(std::span<const Token> tokens, const Line& line) {
  constexpr Index kReach = 12;
  if (tokens[line.tokens.begin].letters == LetterCase::kLower) return false;
  const Index end = std::min(line.tokens.end, line.tokens.begin + kReach);
  for (Index i = line.tokens.begin + 1; i < end; ++i) {
    if (tokens[i].mark == ':') return true;
  }
  return false;
}

void number_lines(std::string_view norm, std::span<const Token> tokens, const BlockRules& rules,
                  std::vector<Line>& lines) {
  const auto total = static_cast<std::uint32_t>(lines.size());
  for (std::uint32_t i = 0; i < total; ++i) {
    const bool blank = lines[i].blank_before;
    lines[i].form = measure(norm, tokens, lines[i].tokens, rules);
    lines[i].form[static_cast<std::size_t>(LineFeature::kFirst)] = i + 1;
    lines[i].form[static_cast<std::size_t>(LineFeature::kLast)] = total - i;
    lines[i].form[static_cast<std::size_t>(LineFeature::kBlankBefore)] = blank ? 1 : 0;
  }
}

}  // namespace

std::vector<Line> join_result_lines(std::string_view norm, std::span<const Token> tokens,
                                    std::vector<Line> lines, const BlockRules& rules) {
  std::vector<Line> joined;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    joined.push_back(lines[i]);
    const bool alone =
        lines[i].blank_before && i + 1 < lines.size() && !lines[i + 1].blank_before &&
        (i + 2 == lines.size() || lines[i + 2].blank_before || heads_report(tokens, lines[i + 2]));
    if (!alone || !is_side(tokens, lines[i]) || !is_side(tokens, lines[i + 1])) continue;
    ++i;
    joined.back().tokens.end = lines[i].tokens.end;
    joined.back().span.end = lines[i].span.end;
  }
  if (joined.size() == lines.size()) return lines;
  number_lines(norm, tokens, rules, joined);
  return joined;
}

std::vector<Line> join_wrapped_lines(std::string_view norm, std::span<const Token> tokens,
                                     std::vector<Line> lines, const BlockRules& rules) {
  const std::uint32_t width = wrap_width(norm, tokens, lines);
  if (width == 0) return lines;
  std::vector<Line> joined;
  std::uint32_t last_size = 0;  // of the physical line before, with its indent
  for (const Line& line : lines) {
    // In bytes: each accent of the copy may be one more character of the page (`e'`).
    const bool fitted = last_size + 1 + first_chunk(norm, line).size() <= width &&
                        !(joined.empty() ? false : is_broken(tokens, joined.back(), line));
    const bool joins = !joined.empty() && !line.blank_before && !fitted &&
                       last_size >= kNarrowest && line.indent <= joined.back().indent &&
                       !opens_with_cue(tokens, line) && line.at(LineFeature::kTabs) == 0 &&
                       line.at(LineFeature::kGaps) < 2;
    if (joins) {
      Line& last = joined.back();
      last.tokens.end = line.tokens.end;
      last.span.end = line.span.end;
    } else {
      joined.push_back(line);
    }
    last_size = line.indent + line.span.size();
  }
  number_lines(norm, tokens, rules, joined);
  return joined;
}

}  // namespace panchina
