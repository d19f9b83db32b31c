#include "segment/line.h"

#include <algorithm>

namespace panchina {
namespace {

constexpr std::string_view kBarMarks[] = {"\xC2\xBB",     "\xC2\xAB",    "\xE2\x86\x90",
                                          "\xE2\x86\x92", "\xC2\xB7",    "\xE2\x80\xA2",
                                          "\xE2\x80\xBA", "\xE2\x80\xB9"};
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

std::string_view bytes(std::string_view norm, const Token& token) {
  return norm.substr(token.span.begin, token.span.size());
}

// A mark that parts the entries of a menu or a trail.
bool is_bar(std::string_view norm, std::span<const Token> tokens, Index i, IndexRange range) {
  const Token& token = tokens[i];
  if (token.mark == '|' || token.mark == '>' || token.mark == '<') return true;
  if (token.mark == '/' || token.mark == '"' || token.mark == '\'')  // » and › were made quotes
    return token.space_before && i + 1 < range.end && tokens[i + 1].space_before;
  if (token.mark != '\1') return false;
  const std::string_view mark = bytes(norm, token);
  return std::find(std::begin(kBarMarks), std::end(kBarMarks), mark) != std::end(kBarMarks);
}

bool is_lower_ascii(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper_ascii(char c) { return c >= 'A' && c <= 'Z'; }

// Small letters followed by a capital.
std::uint32_t count_glued(std::string_view word) {
  std::uint32_t count = 0;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (is_upper_ascii(word[i]) && (is_lower_ascii(word[i - 1]) || word[i - 1] < 0)) ++count;
  }
  return count;
}

bool ends_with_stop(std::string_view norm, std::span<const Token> tokens, IndexRange range) {
  for (Index i = range.end; i > range.begin; --i) {
    const Token& token = tokens[i - 1];
    if (token.mark == '.' || token.mark == '!' || token.mark == '?') return true;
    if (token.mark == '\1' && bytes(norm, token) == kEllipsis) return true;
    if (token.mark != '"' && token.mark != ')' && token.mark != '\'') return false;
  }
  return false;
}

// Two blanks behind a mark are a typist's habit, no column.
void measure_gaps(std::string_view gap, char mark_before, std::uint32_t& gaps,
                  std::uint32_t& tabs) {
  constexpr std::string_view kTypists = ".,;:!?";
  const auto tab_count = static_cast<std::uint32_t>(std::count(gap.begin(), gap.end(), '\t'));
  tabs += tab_count;
  if (tab_count > 0 || gap.size() < 2) return;
  const bool habit =
      gap.size() == 2 && mark_before != '\0' && kTypists.find(mark_before) != kTypists.npos;
  if (!habit) ++gaps;
}

// Whether a day may be told at the number: `12 marzo`, `1° mar.`, `12-mar-12`, `12/3/2012`. A word
// that no list knows may be a month with something glued to it: `12 marzoCronaca`.
bool may_be_day(std::span<const Token> tokens, Index number, Index end, const BlockRules& rules) {
  const auto is_month = [&](Index at) {
    return at < end && tokens[at].kind == TokenKind::kWord &&
           (tokens[at].word == 0 || rules.words().has(tokens[at].word, kWordMonth));
  };
  const auto parts = [&](Index at) {
    const char mark = at < end ? tokens[at].mark : '\0';
    return mark == '-' || mark == '/' || mark == '.' || mark == '\1';
  };
  const auto is_number = [&](Index at) {
    return at < end && tokens[at].kind == TokenKind::kNumber;
  };
  const bool ordinal =
      number + 1 < end && tokens[number + 1].span.size() <= 2;  // `1°`, `1o`, `12-`
  return is_month(number + 1) || (ordinal && is_month(number + 2)) ||
         (parts(number + 1) && is_number(number + 2) && parts(number + 3) && is_number(number + 4));
}

}  // namespace

LineForm measure(std::string_view norm, std::span<const Token> tokens, IndexRange range,
                 const BlockRules& rules) {
  LineForm form{};
  const auto at = [&form](LineFeature feature) -> std::uint32_t& {
    return form[static_cast<std::size_t>(feature)];
  };
  std::uint32_t menu = 0;
  for (Index i = range.begin; i < range.end; ++i) {
    const Token& token = tokens[i];
    if (i > range.begin) {
      const std::uint32_t end = tokens[i - 1].span.end;
      if (token.span.begin - end > 1 || (token.span.begin > end && norm[end] == '\t'))
        measure_gaps(norm.substr(end, token.span.begin - end), tokens[i - 1].mark,
                     at(LineFeature::kGaps), at(LineFeature::kTabs));
    }
    if (token.kind == TokenKind::kNumber) {
      ++at(LineFeature::kNumbers);
      if (may_be_day(tokens, i, range.end, rules)) ++at(LineFeature::kDays);
    } else if (token.kind == TokenKind::kPunct) {
      if (token.mark == ',' || token.mark == ';') ++at(LineFeature::kCommas);
      if (is_bar(norm, tokens, i, range)) ++at(LineFeature::kBars);
      if (token.mark == '-' && token.space_before && at(LineFeature::kDash) == 0 && i > range.begin)
        at(LineFeature::kDash) = i - range.begin + 1;
    } else {
      ++at(LineFeature::kWords);
      if (rules.words().has(token.word, kWordMenu)) ++menu;
      at(LineFeature::kLongest) = std::max(at(LineFeature::kLongest), token.span.size());
      switch (token.letters) {
        case LetterCase::kLower:
          ++at(LineFeature::kLower);
          break;
        case LetterCase::kUpper:
          ++at(LineFeature::kUpper);
          break;
        case LetterCase::kMixed:
          at(LineFeature::kGlued) += count_glued(bytes(norm, token));
          [[fallthrough]];
        default:
          ++at(LineFeature::kTitle);
      }
    }
  }
  at(LineFeature::kStop) = ends_with_stop(norm, tokens, range) ? 1 : 0;
  at(LineFeature::kColon) = tokens[range.end - 1].mark == ':' ? 1 : 0;
  const std::uint32_t words = at(LineFeature::kWords);
  at(LineFeature::kMenu) = words == 0 ? 0 : menu * 100 / words;
  return form;
}

std::vector<Line> measure_lines(std::string_view norm, std::span<const Token> tokens,
                                const BlockRules& rules) {
  std::vector<Line> lines;
  const auto count = static_cast<Index>(tokens.size());
  std::uint32_t end = 0;  // of the line before
  for (Index begin = 0; begin < count;) {
    Index next = begin + 1;
    while (next < count && !tokens[next].line_before) ++next;
    Line line;
    line.tokens = {begin, next};
    line.span = {tokens[begin].span.begin, tokens[next - 1].span.end};
    const std::string_view gap = norm.substr(end, line.span.begin - end);
    line.blank_before = begin == 0 || std::count(gap.begin(), gap.end(), '\n') > 1;
    const std::size_t newline = gap.rfind('\n');
    line.indent = static_cast<std::uint32_t>(
        newline == std::string_view::npos ? gap.size() : gap.size() - newline - 1);
    line.form = measure(norm, tokens, line.tokens, rules);
    lines.push_back(line);
    end = line.span.end;
    begin = next;
  }
  const auto total = static_cast<std::uint32_t>(lines.size());
  for (std::uint32_t i = 0; i < total; ++i) {
    lines[i].form[static_cast<std::size_t>(LineFeature::kFirst)] = i + 1;
    lines[i].form[static_cast<std::size_t>(LineFeature::kLast)] = total - i;
    lines[i].form[static_cast<std::size_t>(LineFeature::kBlankBefore)] =
        lines[i].blank_before ? 1 : 0;
  }
  return lines;
}

}  // namespace panchina
