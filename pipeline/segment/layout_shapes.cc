// Labels from the form of lines, their place in the page and their neighbours.
#include <algorithm>

#include "segment/layout.h"
#include "segment/line_shape.h"

namespace panchina {
namespace {

constexpr std::uint32_t kBulletHeading = 6;  // words

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
  std::size_t results = 0;
  std::vector<LineShape> shapes(lines_.size(), LineShape::kText);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].decided == Decided::kNo) shapes[i] = shape_of(tokens_, lines_[i].line);
    if (shapes[i] == LineShape::kResult) ++results;
  }
  const auto is_table = [&](std::size_t i) {
    return i < lines_.size() &&
           (shapes[i] == LineShape::kResult || shapes[i] == LineShape::kRow ||
            (lines_[i].decided != Decided::kNo && lines_[i].label == BlockLabel::kTable));
  };
  // Whether a row follows, with no more than other short lines that hold numbers between.
  const auto leads_to_row = [&](std::size_t i) {
    constexpr std::size_t kFarthest = 3;
    for (std::size_t next = i + 1; next <= i + kFarthest && next < lines_.size(); ++next) {
      if (lines_[next].line.blank_before) return false;
      if (is_table(next)) return true;
      if (shapes[next] != LineShape::kHeading || lines_[next].line.at(LineFeature::kNumbers) == 0) {
        return false;
      }
    }
    return false;
  };
  const auto is_list = [&](std::size_t i) {
    return i < lines_.size() && (shapes[i] == LineShape::kBullet || shapes[i] == LineShape::kEntry);
  };
  bool table_seen = false;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    Labelled& at = lines_[i];
    if (at.decided != Decided::kNo) continue;
    const std::size_t before = i == 0 ? lines_.size() : i - 1;
    const bool continues_table = is_table(before) && !at.line.blank_before;
    BlockLabel label = BlockLabel::kBody;
    switch (shapes[i]) {
      case LineShape::kRule:
        label = BlockLabel::kBoilerplate;
        break;
      case LineShape::kRow:
        // A date between results (`SABATO 24`) is their heading.
        if (at.line.at(LineFeature::kTabs) == 0 && at.line.at(LineFeature::kUpper) > 0 &&
            at.line.at(LineFeature::kUpper) == at.line.at(LineFeature::kWords) &&
            i + 1 < lines_.size() && shapes[i + 1] == LineShape::kResult) {
          shapes[i] = LineShape::kHeading;
          label = BlockLabel::kHeading;
          break;
        }
        [[fallthrough]];
      case LineShape::kResult:
        if (is_table(before) || is_table(i + 1) || leads_to_row(i) ||
            (shapes[i] == LineShape::kResult && (table_seen || (results >= 2 && i > 1)))) {
          label = BlockLabel::kTable;
        } else if (i < first_body_) {
          continue;
        } else {
          label = BlockLabel::kHeading;
        }
        break;
      case LineShape::kStanding:
        if (i < first_body_ && i < 2) continue;
        label = BlockLabel::kTable;
        break;
      case LineShape::kBullet: {
        // `► 30 ottobre | FLAMINIA` over a paragraph.
        const bool heads = at.line.at(LineFeature::kWords) <= kBulletHeading &&
                           at.line.at(LineFeature::kStop) == 0 && !is_list(before) &&
                           i + 1 < lines_.size() && is_paragraph(lines_[i + 1].line);
        label = heads ? BlockLabel::kHeading : BlockLabel::kList;
        break;
      }
      case LineShape::kEntry:
        if (is_list(before) || is_list(i + 1)) {
          label = BlockLabel::kList;
        } else if (at.line.at(LineFeature::kStop) == 0 && i + 1 < lines_.size() &&
                   is_paragraph(lines_[i + 1].line) && at.line.at(LineFeature::kNumbers) == 0) {
          label = BlockLabel::kHeading;
        } else {
          continue;
        }
        break;
      case LineShape::kHeading: {
        // `gen.-giu. '99 Fermana 13/0` among rows that open with a year.
        // Two or three of them may follow each other.
        const bool leads_on = leads_to_row(i) && at.line.at(LineFeature::kNumbers) > 0;
        if (leads_on &&
            (continues_table || tokens_[at.line.tokens.begin].letters == LetterCase::kLower)) {
          label = BlockLabel::kTable;
          shapes[i] = LineShape::kRow;
          break;
        }
        if (continues_table &&
            (has_pairing(tokens_, at.line) || opens_with_mark(tokens_, at.line) ||
             shape_within_table(tokens_, at.line) == LineShape::kRow)) {
          label = BlockLabel::kTable;  // a row without its number: `rinviata`; a note: `(*) ...`
          shapes[i] = LineShape::kRow;
          break;
        }
        if (i + 1 == lines_.size() && first_body_ < lines_.size()) continue;
        label = BlockLabel::kHeading;
        break;
      }
      case LineShape::kText:
      case LineShape::kLineup:
        if (!continues_table || at.line.at(LineFeature::kWords) > 8 ||
            !has_pairing(tokens_, at.line))
          continue;
        label = BlockLabel::kTable;
        shapes[i] = LineShape::kRow;
        break;
    }
    table_seen = table_seen || label == BlockLabel::kTable;
    at.label = label;
    at.decided = Decided::kByForm;
  }
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
