#include "segment/wrapped_lines.h"

#include <algorithm>

#include "text/utf8.h"

namespace panchina {
namespace {

constexpr std::uint32_t kNarrowest = 40;   // bytes of a line that may be wrapped
constexpr std::uint32_t kWidest = 140;     // a page with longer lines in its text is not wrapped
constexpr std::uint32_t kLeastBroken = 3;  // lines that end in mid-sentence
// A narrow column of an old paper: shorter lines, where more of them are broken.
constexpr std::uint32_t kNarrowestColumn = 26;
constexpr std::uint32_t kLeastBrokenColumn = 6;

bool starts_lower(std::span<const Token> tokens, const Line& line) {
  const Token& first = tokens[line.tokens.begin];
  return first.kind == TokenKind::kWord && first.letters == LetterCase::kLower;
}

// Characters, not bytes: by these pages are wrapped.
std::uint32_t width_of(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

// A line as the page has it.
struct PhysicalLine {
  std::uint32_t width = 0;  // with its indent and what it has of a word divided before
  std::uint32_t chunk = 0;  // what stands before its first blank
  bool divided = false;     // its last word goes on in the next line
};

// In the copy, a word that was divided stands whole in the line in which it begins.
std::vector<PhysicalLine> physical_lines(const Text& text, const std::vector<Line>& lines) {
  std::vector<PhysicalLine> all;
  all.reserve(lines.size());
  std::uint32_t carried = 0;
  for (const Line& line : lines) {
    const std::string_view raw = text.raw(text.to_raw(line.span));
    const auto ends = [](char c) { return c == '\r' || c == '\n'; };
    const std::string_view own(raw.begin(), std::find_if(raw.begin(), raw.end(), ends));
    PhysicalLine& at = all.emplace_back();
    at.chunk = width_of(own.substr(0, own.find(' ')));
    at.width = line.indent + width_of(own) + (carried > 0 ? carried + 1 : 0);
    at.divided = own.size() < raw.size();
    carried = 0;
    if (!at.divided) continue;
    const std::string_view rest = raw.substr(own.size());
    const std::size_t first = rest.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos) carried = width_of(rest.substr(first));
  }
  return all;
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

// `'53 reggeva`, `(5 a 1)`: goes on with a year or a bracket.
bool starts_aside(std::span<const Token> tokens, const Line& line) {
  constexpr Index kYear = 2;
  const Token& first = tokens[line.tokens.begin];
  if (line.tokens.size() < 2) return false;
  const Token& second = tokens[line.tokens.begin + 1];
  return first.mark == '(' ||
         (first.mark == '\'' && second.kind == TokenKind::kNumber && second.span.size() == kYear);
}

// Ends in a word in small letters.
bool ends_lower(std::span<const Token> tokens, const Line& line) {
  const Token& last = tokens[line.tokens.end - 1];
  return last.kind == TokenKind::kWord && last.letters == LetterCase::kLower;
}

// Ends in an article or a preposition (`a`, `di`, `dal`), by its length: no heading does.
bool ends_open(std::span<const Token> tokens, const Line& line) {
  constexpr std::uint32_t kLongest = 3;  // bytes
  return ends_lower(tokens, line) && tokens[line.tokens.end - 1].span.size() <= kLongest;
}

// Ends in mid-sentence, and the next line goes on with a small letter or a number.
bool is_broken(std::span<const Token> tokens, const Line& line, const Line& next,
               std::uint32_t narrowest) {
  return !next.blank_before && line.span.size() >= narrowest && line.at(LineFeature::kStop) == 0 &&
         line.at(LineFeature::kLower) >= 3 &&
         (starts_lower(tokens, next) || ends_open(tokens, line) ||
          ((starts_number(tokens, next) || starts_aside(tokens, next)) &&
           ends_lower(tokens, line))) &&
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

// Whether so many lines, none shorter than `narrowest`, end in mid-sentence: few pages have them.
bool are_broken(std::span<const Token> tokens, const std::vector<Line>& lines,
                std::uint32_t narrowest, std::uint32_t least_broken) {
  std::uint32_t broken = 0;
  for (std::size_t i = 0; i + 1 < lines.size() && broken < least_broken; ++i) {
    broken += is_broken(tokens, lines[i], lines[i + 1], narrowest) ? 1 : 0;
  }
  return broken >= least_broken;
}

// The width at which the page was wrapped, its lines no shorter than `narrowest`; 0: it was not.
std::uint32_t wrap_width(std::span<const PhysicalLine> physical, std::span<const Token> tokens,
                         const std::vector<Line>& lines, std::uint32_t narrowest,
                         std::uint32_t least_broken) {
  std::uint32_t width = 0;
  std::uint32_t broken = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!is_broken(tokens, lines[i], lines[i + 1], narrowest)) continue;
    ++broken;
    width = std::max(width, physical[i].width);
  }
  if (broken < least_broken || width > kWidest) return 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].at(LineFeature::kLower) >= 10 && physical[i].width > kWidest) return 0;
  }
  return width;
}

constexpr std::uint32_t kMostGoals = 15;

bool is_goals(const Token& token) {
  return token.kind == TokenKind::kNumber && token.number <= kMostGoals && token.span.size() <= 2;
}

// `IGLESIAS 1`: a name and a few goals.
bool is_side(std::span<const Token> tokens, const Line& line) {
  constexpr Index kWords = 4;
  const IndexRange all = line.tokens;
  if (all.size() < 2 || all.size() > kWords + 1) return false;
  const Token& goals = tokens[all.end - 1];
  if (!is_goals(goals)) return false;
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

// What a line of a scoreboard holds: `N` a name, `G` the goals of one side, `T` both, `S` the goals
// of two, `P` two names with a hyphen between; ' ' anything else.
char scoreboard_part(std::span<const Token> tokens, const Line& line) {
  constexpr Index kWords = 4;
  const IndexRange all = line.tokens;
  if (all.size() == 1 && is_goals(tokens[all.begin])) return 'G';
  if (is_side(tokens, line)) return 'T';
  const auto joins = [](const Token& token) { return token.mark == '-' || token.mark == ':'; };
  if (all.size() == 3 && is_goals(tokens[all.begin]) && joins(tokens[all.begin + 1]) &&
      is_goals(tokens[all.begin + 2])) {
    return 'S';
  }
  Index words = 0, hyphens = 0;
  for (Index i = all.begin; i < all.end; ++i) {
    if (tokens[i].mark == '-' && words > 0 && i + 1 < all.end) {
      ++hyphens;
      words = 0;
    } else if (tokens[i].kind == TokenKind::kWord && words < kWords) {
      if (words == 0 && tokens[i].letters == LetterCase::kLower) return ' ';
      ++words;
    } else if (tokens[i].mark != '.' || words == 0 || i + 1 == all.end) {
      return ' ';
    }
  }
  if (words == 0 || hyphens > 1) return ' ';
  return hyphens == 1 ? 'P' : 'N';
}

// So many lines each result of a scoreboard takes: one whole number of results, a heading before
// them or none. 0: it is none; `head` is set where one line stands before them.
std::size_t lines_of_result(std::string_view parts, std::size_t& head) {
  for (head = 0; head < 2 && head < parts.size(); ++head) {
    if (head == 1 && parts[0] != 'N') break;
    const std::string_view rest = parts.substr(head);
    for (const std::string_view result : {"NSN", "NNS", "PS", "NGNG", "TT"}) {
      if (rest.size() % result.size() != 0) continue;
      // `Bari / 9 / Lecce / 7 / …` is a table.
      if ((result == "NGNG" || result == "TT") && rest.size() > result.size()) continue;
      bool all = true;
      for (std::size_t i = 0; i < rest.size(); ++i)
        all = all && rest[i] == result[i % result.size()];
      if (all) return result.size();
    }
  }
  return 0;
}

// Joins the lines of each result of the scoreboard that begins at line `begin`; the line behind it,
// or `begin` where there is none.
std::size_t join_scoreboard(std::span<const Token> tokens, const std::vector<Line>& lines,
                            std::size_t begin, std::vector<Line>& joined) {
  constexpr std::size_t kMostLines = 64;
  std::string parts;
  std::size_t end = begin;
  while (end < lines.size() && parts.size() < kMostLines &&
         (end == begin || !lines[end].blank_before)) {
    const char part = scoreboard_part(tokens, lines[end]);
    if (part == ' ') break;
    parts += part;
    ++end;
  }
  std::size_t head = 0;
  const std::size_t each = lines_of_result(parts, head);
  if (each == 0) return begin;
  // `Lecce 12 / Como 10 / …`: the head of a table.
  const bool alone =
      end == lines.size() || lines[end].blank_before || heads_report(tokens, lines[end]);
  if (parts.back() == 'T' && !alone) return begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (i < begin + head || (i - begin - head) % each == 0) {
      joined.push_back(lines[i]);
    } else {
      joined.back().tokens.end = lines[i].tokens.end;
      joined.back().span.end = lines[i].span.end;
    }
  }
  return end;
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
  char before = ' ';  // what the line before holds, of those that a scoreboard consists of
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const char part = scoreboard_part(tokens, lines[i]);
    if (part != ' ' && (before == ' ' || lines[i].blank_before)) {
      if (const std::size_t end = join_scoreboard(tokens, lines, i, joined); end > i) {
        i = end - 1;
        before = ' ';
        continue;
      }
    }
    before = part;
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

std::vector<Line> join_wrapped_lines(const Text& text, std::span<const Token> tokens,
                                     std::vector<Line> lines, const BlockRules& rules) {
  if (!are_broken(tokens, lines, kNarrowest, kLeastBroken) &&
      !are_broken(tokens, lines, kNarrowestColumn, kLeastBrokenColumn)) {
    return lines;
  }
  const std::vector<PhysicalLine> physical = physical_lines(text, lines);
  std::uint32_t width = wrap_width(physical, tokens, lines, kNarrowest, kLeastBroken);
  if (width == 0) width = wrap_width(physical, tokens, lines, kNarrowestColumn, kLeastBrokenColumn);
  if (width == 0) return lines;
  const std::uint32_t narrowest = std::max(kNarrowestColumn, std::min(kNarrowest, width * 3 / 4));
  // Where nothing else tells that the next line goes on.
  const std::uint32_t fullest = std::max(narrowest, std::min(kNarrowest, width * 17 / 20));
  std::vector<Line> joined;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (joined.empty() || line.blank_before) {
      joined.push_back(line);
      continue;
    }
    Line& last = joined.back();
    const PhysicalLine& before = physical[i - 1];
    const bool broken = before.divided || is_broken(tokens, last, line, narrowest);
    const bool fitted = before.width + 1 + physical[i].chunk <= width;
    const bool full = before.width >= fullest && !fitted;
    const bool joins = (broken || full) && before.width >= narrowest &&
                       line.indent <= last.indent && !opens_with_cue(tokens, line) &&
                       line.at(LineFeature::kTabs) == 0 && line.at(LineFeature::kGaps) < 2;
    if (joins) {
      last.tokens.end = line.tokens.end;
      last.span.end = line.span.end;
    } else {
      joined.push_back(line);
    }
  }
  number_lines(text.norm(), tokens, rules, joined);
  return joined;
}

}  // namespace panchina
