// Labels from the form of lines, their place in the page and their neighbours.
#include <algorithm>
#include <limits>

#include "segment/layout.h"
#include "segment/line_shape.h"

namespace panchina {
namespace {

// Words of a line, at most.
constexpr std::uint32_t kBulletHeading = 6;
constexpr std::uint32_t kRow = 8;
constexpr std::uint32_t kAny = std::numeric_limits<std::uint32_t>::max();

// Bullets and other marks before the first word of a line.
bool opens_with_mark(std::span<const Token> tokens, const Line& line) {
  return tokens[line.tokens.begin].kind == TokenKind::kPunct;
}

// `1. PISTOIESE`: an item, not the title of the page.
bool is_numbered(std::span<const Token> tokens, const Line& line) {
  return line.tokens.size() >= 3 && tokens[line.tokens.begin].kind == TokenKind::kNumber &&
         tokens[line.tokens.begin + 1].kind == TokenKind::kPunct &&
         tokens[line.tokens.begin + 2].space_before && tokens[line.tokens.begin].number < 100;
}

bool has_colon(std::span<const Token> tokens, const Line& line) {
  for (Index i = line.tokens.begin; i < line.tokens.end; ++i) {
    if (tokens[i].mark == ':') return true;
  }
  return false;
}

}  // namespace

// A sentence as title: the first line of a page, without a stop, with an empty line or a dateline
// below.
bool Layout::is_long_title(std::size_t at) const {
  const Labelled& line = lines_[at];
  if (line.line.at(LineFeature::kStop) == 1 || line.line.at(LineFeature::kWords) > 50) return false;
  for (std::size_t i = 0; i < at; ++i) {
    if (is_article(lines_[i].label) || lines_[i].decided == Decided::kNo) return false;
  }
  return at + 1 < lines_.size() &&
         (lines_[at + 1].line.blank_before || lines_[at + 1].label == BlockLabel::kDateline);
}

void Layout::label_shapes() {
  shapes_.assign(lines_.size(), LineShape::kText);
  std::size_t results = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].decided == Decided::kNo) shapes_[i] = shape_of(tokens_, lines_[i].line);
    if (shapes_[i] == LineShape::kResult) ++results;
  }
  bool table_seen = false;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    Labelled& at = lines_[i];
    if (at.decided != Decided::kNo) continue;
    const bool among_results = table_seen || (results >= 2 && i > 1);
    const std::optional<BlockLabel> label = label_of_shape(i, among_results);
    if (!label) continue;
    table_seen = table_seen || *label == BlockLabel::kTable;
    at.label = *label;
    at.decided = Decided::kByForm;
  }
}

// The label of a line that no rule labelled; nothing: its form says none. A line that turns out to
// be another shape among its neighbours is one from then on. `among_results`: the page has others.
std::optional<BlockLabel> Layout::label_of_shape(std::size_t i, bool among_results) {
  switch (shapes_[i]) {
    case LineShape::kRule:
      return BlockLabel::kBoilerplate;
    case LineShape::kRow:
      // A date between results (`SABATO 24`) is their heading.
      if (is_heading_of_results(i)) {
        shapes_[i] = LineShape::kHeading;
        return BlockLabel::kHeading;
      }
      [[fallthrough]];
    case LineShape::kResult:
      if (is_table(i - 1) || is_table(i + 1) || leads_to_row(i) || is_second_of_season(i + 1) ||
          (shapes_[i] == LineShape::kResult && among_results)) {
        return BlockLabel::kTable;
      }
      if (i < first_body_) return std::nullopt;
      return BlockLabel::kHeading;
    case LineShape::kStanding:
      if (i < first_body_ && i < 2) return std::nullopt;
      return BlockLabel::kTable;
    case LineShape::kBullet:
      return heads_paragraph(i, kBulletHeading) && !is_list(i - 1) ? BlockLabel::kHeading
                                                                   : BlockLabel::kList;
    case LineShape::kEntry:
      if (is_list(i - 1) || is_list(i + 1)) return BlockLabel::kList;
      if (!heads_paragraph(i, kAny) || lines_[i].line.at(LineFeature::kNumbers) > 0)
        return std::nullopt;
      return BlockLabel::kHeading;
    case LineShape::kHeading:
      if (is_row_among_rows(i)) {
        shapes_[i] = LineShape::kRow;
        return BlockLabel::kTable;
      }
      if (i + 1 == lines_.size() && first_body_ < lines_.size()) return std::nullopt;
      return BlockLabel::kHeading;
    case LineShape::kText:
    case LineShape::kLineup:
      if (!continues_table(i) || lines_[i].line.at(LineFeature::kWords) > kRow ||
          !has_pairing(tokens_, lines_[i].line)) {
        return std::nullopt;
      }
      shapes_[i] = LineShape::kRow;
      return BlockLabel::kTable;
  }
  return std::nullopt;
}

bool Layout::is_table(std::size_t i) const {
  return i < lines_.size() &&
         (shapes_[i] == LineShape::kResult || shapes_[i] == LineShape::kRow ||
          (lines_[i].decided != Decided::kNo && lines_[i].label == BlockLabel::kTable));
}

bool Layout::is_list(std::size_t i) const {
  return i < lines_.size() && (shapes_[i] == LineShape::kBullet || shapes_[i] == LineShape::kEntry);
}

bool Layout::continues_table(std::size_t i) const {
  return i > 0 && is_table(i - 1) && !lines_[i].line.blank_before;
}

// Whether a row follows, with no more than other short lines that hold numbers between.
bool Layout::leads_to_row(std::size_t i) const {
  constexpr std::size_t kFarthest = 3;
  for (std::size_t next = i + 1; next <= i + kFarthest && next < lines_.size(); ++next) {
    if (lines_[next].line.blank_before) return false;
    if (is_table(next)) return true;
    if (shapes_[next] != LineShape::kHeading || lines_[next].line.at(LineFeature::kNumbers) == 0) {
      return false;
    }
  }
  return false;
}

bool Layout::is_heading_of_results(std::size_t i) const {
  const Line& line = lines_[i].line;
  return line.at(LineFeature::kTabs) == 0 && line.at(LineFeature::kUpper) > 0 &&
         line.at(LineFeature::kUpper) == line.at(LineFeature::kWords) && i + 1 < lines_.size() &&
         shapes_[i + 1] == LineShape::kResult;
}

// `► 30 ottobre | FLAMINIA` over a paragraph; of so many words at most.
bool Layout::heads_paragraph(std::size_t i, std::uint32_t words) const {
  const Line& line = lines_[i].line;
  return line.at(LineFeature::kWords) <= words && line.at(LineFeature::kStop) == 0 &&
         i + 1 < lines_.size() && is_paragraph(lines_[i + 1].line);
}

// `gen.-giu. '99 Fermana 13/0` among rows that open with a year, two or three of which may follow
// each other; a row without its number: `rinviata`; a note: `(*) ...`.
bool Layout::is_row_among_rows(std::size_t i) const {
  const Line& line = lines_[i].line;
  const bool after_table = continues_table(i);
  const bool leads_on = leads_to_row(i) && line.at(LineFeature::kNumbers) > 0;
  if (leads_on && (after_table || tokens_[line.tokens.begin].letters == LetterCase::kLower))
    return true;
  return after_table &&
         (has_pairing(tokens_, line) || opens_with_mark(tokens_, line) ||
          shape_within_table(tokens_, line) == LineShape::kRow || is_second_of_season(i));
}

// `1978-79: Aldo Rossi`: years, and behind them a person.
bool Layout::is_name_row(std::size_t i) const {
  if (i >= lines_.size()) return false;
  const Index name = behind_years(tokens_, lines_[i].line);
  return name != kNoIndex && !has_form(name, FormKind::kClub) &&
         (has_form(name, FormKind::kGivenName) || has_form(name, FormKind::kSurname));
}

// `Ugo Verdi`, `poi Verdi`: right below a season and its name, and another season further below:
// who came after him in that season.
bool Layout::is_second_of_season(std::size_t i) const {
  constexpr std::size_t kMost = 3;       // names of a season
  constexpr std::uint32_t kLongest = 5;  // words
  const auto may_be = [&](std::size_t at) {
    const Line& line = lines_[at].line;
    const Index first = line.tokens.begin;
    if (line.blank_before || line.at(LineFeature::kWords) > kLongest) return false;
    if (tokens_[first].letters == LetterCase::kLower) return true;
    return line.at(LineFeature::kTitle) == line.at(LineFeature::kWords) &&
           (has_form(first, FormKind::kGivenName) || has_form(first, FormKind::kSurname));
  };
  if (i >= lines_.size()) return false;
  std::size_t above = i, below = i;
  while (i - above < kMost && above > 0 && may_be(above)) --above;
  if (above == i || !is_name_row(above)) return false;
  while (below - i < kMost && below < lines_.size() && may_be(below)) ++below;
  return is_name_row(below) && !lines_[below].line.blank_before;
}

// The title: in the head of the page the first heading of four words and more, else the first. What
// else stands there is heading, unless it ends as a sentence does.
void Layout::label_head() {
  std::size_t title = lines_.size();
  bool found = false;
  for (std::size_t i = 0; i < first_body_ && i < lines_.size(); ++i) {
    Labelled& at = lines_[i];
    const std::uint32_t words = at.line.at(LineFeature::kWords);
    if (at.decided == Decided::kNo) {
      if (at.prefix_end != kNoIndex || (title < lines_.size() && is_sentence(at.line))) continue;
      at.label = BlockLabel::kHeading;
      at.decided = Decided::kByForm;
    }
    if (at.label != BlockLabel::kHeading || at.decided == Decided::kByRule || found) continue;
    const Token& first = tokens_[at.line.tokens.begin];
    const bool starts = first.letters != LetterCase::kLower &&
                        tokens_[at.line.tokens.end - 1].mark != ',' && at.prefix_end == kNoIndex &&
                        !is_numbered(tokens_, at.line);
    if (!starts) continue;
    const bool longer =
        words >= 4 && title < lines_.size() && lines_[title].line.at(LineFeature::kWords) < 4;
    if (title == lines_.size() || longer) title = i;
    // A rubric of a few words in capitals gives way to a title in small letters.
    const bool rubric =
        at.line.at(LineFeature::kLower) == 0 && words < 6 && !has_colon(tokens_, at.line);
    if (words >= 4 && !rubric) {
      title = i;
      found = true;
    }
  }
  if (title < lines_.size()) lines_[title].label = BlockLabel::kTitle;
}

// The page's first line is that one.
void Layout::number_from(std::size_t first) {
  for (std::size_t i = first; i < lines_.size(); ++i) {
    lines_[i].line.form[static_cast<std::size_t>(LineFeature::kFirst)] -=
        static_cast<std::uint32_t>(first);
  }
}

// A menu with an item a line: short lines above or below the text, most of them of words of menus.
void Layout::label_menus() {
  constexpr std::uint32_t kLongest = 3;  // words
  constexpr std::uint32_t kHalf = 50;    // percent
  constexpr std::size_t kLeast = 4;      // lines
  const auto is_item = [&](std::size_t i) {
    const Line& line = lines_[i].line;
    const std::uint32_t words = line.at(LineFeature::kWords);
    return (i < first_body_ || i > last_body_) && words > 0 && words <= kLongest &&
           line.at(LineFeature::kStop) == 0 && line.at(LineFeature::kNumbers) == 0;
  };
  for (std::size_t begin = 0; begin < lines_.size(); ++begin) {
    std::size_t end = begin, last = begin, menu = 0;
    for (; end < lines_.size() && is_item(end); ++end) {
      if (lines_[end].line.at(LineFeature::kMenu) < kHalf) continue;
      if (menu++ == 0) begin = end;
      last = end;
    }
    if (menu >= kLeast && menu * 3 >= (last + 1 - begin) * 2) {
      for (std::size_t i = begin; i <= last; ++i) {
        lines_[i].label = BlockLabel::kNavigation;
        lines_[i].decided = Decided::kByForm;
      }
      if (begin == 0) number_from(last + 1);
    }
    begin = std::max(begin, end);
  }
}

// Bullets beside a bullet that repeats the title are a trail.
void Layout::label_trail_bullets() {
  for (std::size_t i = 0; i < first_body_ && i < lines_.size(); ++i) {
    if (lines_[i].label != BlockLabel::kNavigation || !opens_with_mark(tokens_, lines_[i].line))
      continue;
    // Rows of a table and lines that another mark opens are none.
    const char bullet = tokens_[lines_[i].line.tokens.begin].mark;
    if (bullet == '|') continue;
    for (std::size_t back = i; back > 0; --back) {
      Labelled& before = lines_[back - 1];
      if (!opens_with_mark(tokens_, before.line) ||
          tokens_[before.line.tokens.begin].mark != bullet) {
        break;
      }
      before.label = BlockLabel::kNavigation;
      before.decided = Decided::kByForm;
    }
  }
}

// The name alone under the text: of its writer, who may tell of himself.
void Layout::label_signatures() {
  for (std::size_t i = last_body_ + 1; i < lines_.size(); ++i) {
    Labelled& at = lines_[i];
    if (at.decided == Decided::kByRule || is_paragraph(at.line)) continue;
    const std::uint32_t words = at.line.at(LineFeature::kWords);
    if (words < 2 || words > 4 || at.line.at(LineFeature::kTitle) != words) continue;
    if (at.line.tokens.size() != words) continue;
    at.label = BlockLabel::kCaption;
    at.decided = Decided::kByForm;
  }
}

}  // namespace panchina
