#include "segment/layout.h"

#include <algorithm>
#include <utility>

#include "segment/line_shape.h"
#include "segment/wrapped_lines.h"

namespace panchina {
namespace {

constexpr std::uint32_t kParagraphWords = 16;
constexpr Index kWidestBracket = 40;  // tokens of a bracket that is masked

}  // namespace

std::vector<Piece> Layout::run() {
  std::vector<Line> lines =
      join_wrapped_lines(document_.text, tokens_, measure_lines(norm_, tokens_, rules_), rules_);
  for (const Line& line : lines) {  // no name ends where a line was merely wrapped
    for (Index i = line.tokens.begin + 1; i < line.tokens.end; ++i) {
      tokens_[i].line_before = false;
    }
  }
  lines = join_result_lines(norm_, tokens_, std::move(lines), rules_);
  lines_.reserve(lines.size());
  for (Line& line : lines) {
    Labelled labelled;
    labelled.line = line;
    lines_.push_back(labelled);
  }
  find_body();
  label_menus();
  apply_rules();
  // A sentence as title was taken for text.
  if (first_body_ < lines_.size() && is_long_title(first_body_)) {
    std::size_t next = first_body_ + 1;
    while (next < lines_.size() && !is_paragraph(lines_[next].line)) ++next;
    if (next < lines_.size()) {
      first_body_ = next;
      apply_rules();
    }
  }
  last_body_ = first_body_;
  for (std::size_t i = first_body_; i < lines_.size(); ++i) {
    if (is_article(lines_[i].label) && is_paragraph(lines_[i].line)) last_body_ = i;
  }
  label_repeated();
  label_trail_bullets();
  label_shapes();
  label_head();
  label_signatures();
  find_edges();
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

// A short line of running text.
bool Layout::is_sentence(const Line& line) const {
  return line.at(LineFeature::kWords) >= 5 && line.at(LineFeature::kLower) >= 3 &&
         tokens_[line.tokens.end - 1].mark == '.';
}

// The body: from the first paragraph to the last; on a page without any, of its sentences.
void Layout::find_body() {
  first_body_ = last_body_ = lines_.size();
  const auto add = [&](std::size_t i) {
    if (first_body_ == lines_.size()) first_body_ = i;
    last_body_ = i;
  };
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (is_paragraph(lines_[i].line)) add(i);
  }
  if (first_body_ < lines_.size()) return;
  for (std::size_t i = 1; i < lines_.size(); ++i) {
    if (is_sentence(lines_[i].line)) add(i);
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
      if (rule.scope == BlockScope::kParagraph &&
          (lines_[i].line.blank_before || is_paragraph(lines_[i].line)))
        break;
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
  const Index first =
      std::max(line.tokens.begin, begin > kWidestBracket ? begin - kWidestBracket : 0);
  const Index last = std::min(line.tokens.end, end + kWidestBracket);
  while (begin > first && tokens_[begin - 1].mark != '(' && tokens_[begin - 1].mark != '[') --begin;
  while (end < last && tokens_[end].mark != ')' && tokens_[end].mark != ']') ++end;
  if (begin == first || end == last) return;
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

// `before` is `line` with the page's name glued to it.
bool Layout::repeats_glued(const Line& before, const Line& line) const {
  if (line.at(LineFeature::kWords) < 4 || before.span.size() <= line.span.size() ||
      before.span.size() > line.span.size() + 80)
    return false;
  const std::string_view longer = norm_.substr(before.span.begin, before.span.size());
  return longer.find(norm_.substr(line.span.begin, line.span.size())) != std::string_view::npos;
}

// A line that stands once more: the first is kept, in the head of the page the last, where the
// others are bullets of a trail.
void Layout::label_repeated() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    Labelled& at = lines_[i];
    if (at.decided != Decided::kNo || is_paragraph(at.line)) continue;
    const std::uint32_t words = at.line.at(LineFeature::kWords);
    const std::uint32_t numbers = at.line.at(LineFeature::kNumbers);
    if (words < 2 || numbers > 1) continue;
    const std::size_t most = std::min(i, std::size_t{40});
    for (std::size_t back = 1; back <= most; ++back) {
      Labelled& before = lines_[i - back];
      const bool as_long = before.line.at(LineFeature::kWords) == words &&
                           before.line.at(LineFeature::kNumbers) == numbers;
      if (i < first_body_ && repeats_glued(before.line, at.line)) {
        before.label = BlockLabel::kNavigation;
        before.decided = Decided::kByForm;
        break;
      }
      if (!as_long || !same_words(before.line.tokens, at.line.tokens)) continue;
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

}  // namespace panchina
