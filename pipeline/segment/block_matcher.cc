#include "segment/block_matcher.h"

#include <re2/re2.h>

#include <algorithm>

#include "text/fold.h"

namespace panchina {
namespace {

constexpr Index kLongestPattern = 80;  // tokens of a line that a pattern sees
constexpr Index kLongestOpening = 30;  // and of a longer line

bool in_bounds(const Line& line, const std::vector<FormBound>& form) {
  return std::all_of(form.begin(), form.end(), [&](const FormBound& bound) {
    const std::uint32_t value = line.at(bound.feature);
    return bound.least <= value && value <= bound.most;
  });
}

// A line as patterns see it: folded, one blank where tokens have a blank between them.
struct FoldedLine {
  std::string text;
  std::vector<std::uint32_t> ends;  // of its tokens, in `text`
};

FoldedLine fold_line(std::string_view norm, std::span<const Token> tokens, IndexRange range) {
  FoldedLine line;
  const Index end = range.size() <= kLongestPattern ? range.end : range.begin + kLongestOpening;
  for (Index i = range.begin; i < end; ++i) {
    if (i > range.begin && tokens[i].space_before) line.text += ' ';
    append_folded(norm.substr(tokens[i].span.begin, tokens[i].span.size()), line.text);
    line.ends.push_back(static_cast<std::uint32_t>(line.text.size()));
  }
  return line;
}

}  // namespace

bool BlockMatcher::applies(const BlockRule& rule, const Line& line,
                           const LineContext& context) const {
  switch (rule.part) {
    case PagePart::kHead:
      if (!context.head) return false;
      break;
    case PagePart::kAfter:
      if (!context.after) return false;
      break;
    case PagePart::kTail:
      if (!context.tail) return false;
      break;
    case PagePart::kAny:
      break;
  }
  if (rule.after != 0 && (rule.after & (1u << static_cast<unsigned>(context.previous))) == 0)
    return false;
  return in_bounds(line, rule.form);
}

Index BlockMatcher::match_phrase(const Phrase& phrase, Index at, Index end) const {
  for (const PhraseElement& element : phrase.elements) {
    bool fits = false;
    if (at < end) {
      const Token& token = tokens_[at];
      switch (element.kind) {
        case PhraseElement::Kind::kWord:
          fits = token.word == element.value && token.word != 0;
          break;
        case PhraseElement::Kind::kNumber:
          fits = token.kind == TokenKind::kNumber;
          break;
        case PhraseElement::Kind::kMark:
          fits = token.mark == element.mark;
          break;
        case PhraseElement::Kind::kGroup:
          fits = rules_.in_group(element.value, token.word);
          break;
        case PhraseElement::Kind::kAny:
          fits = true;
          break;
      }
    }
    if (fits) {
      ++at;
    } else if (!element.optional) {
      return kNoIndex;
    }
  }
  return at;
}

void BlockMatcher::try_phrases(std::span<const Index> phrases, Index at, const Line& line,
                               const LineContext& context, std::vector<BlockMatch>& matches) const {
  for (const Index index : phrases) {
    const Phrase& phrase = rules_.phrases()[index];
    const Index end = match_phrase(phrase, at, line.tokens.end);
    if (end == kNoIndex) continue;
    if (phrase.place == PhrasePlace::kEnds || phrase.place == PhrasePlace::kIs) {
      Index rest = end;
      while (rest < line.tokens.end && tokens_[rest].kind == TokenKind::kPunct) ++rest;
      if (rest != line.tokens.end) continue;
    }
    if (applies(rules_.rules()[phrase.rule], line, context))
      matches.push_back({phrase.rule, {at, end}});
  }
}

std::vector<BlockMatch> BlockMatcher::match(const Line& line, const LineContext& context) const {
  std::vector<BlockMatch> matches;
  Index first_word = line.tokens.begin;
  while (first_word < line.tokens.end && tokens_[first_word].kind == TokenKind::kPunct)
    ++first_word;
  const auto at_start = [&](Index i) {
    try_phrases(rules_.phrases_from(tokens_[i], BlockRules::At::kLineStart), i, line, context,
                matches);
  };
  at_start(line.tokens.begin);
  if (first_word > line.tokens.begin && first_word < line.tokens.end) at_start(first_word);
  for (Index i = line.tokens.begin; i < line.tokens.end; ++i)
    try_phrases(rules_.phrases_from(tokens_[i], BlockRules::At::kAnywhere), i, line, context,
                matches);
  for (const Index rule : rules_.form_rules()) {
    if (applies(rules_.rules()[rule], line, context)) matches.push_back({rule, line.tokens});
  }
  FoldedLine folded_line;
  const auto fails_pattern = [&](BlockMatch& match) {
    const BlockRule& rule = rules_.rules()[match.rule];
    if (!rule.match) return false;
    if (folded_line.ends.empty()) folded_line = fold_line(norm_, tokens_, line.tokens);
    re2::StringPiece covered;
    if (!rule.match->Match(folded_line.text, 0, folded_line.text.size(), re2::RE2::ANCHOR_START,
                           &covered, 1))
      return true;
    if (!rule.phrases) {
      while (!covered.empty() && covered[covered.size() - 1] == ' ') covered.remove_suffix(1);
      const auto end = std::lower_bound(folded_line.ends.begin(), folded_line.ends.end(),
                                        static_cast<std::uint32_t>(covered.size()));
      const auto count = static_cast<Index>(end - folded_line.ends.begin()) + 1;
      match.tokens = {line.tokens.begin, std::min(line.tokens.begin + count, line.tokens.end)};
    }
    return false;
  };
  matches.erase(std::remove_if(matches.begin(), matches.end(), fails_pattern), matches.end());
  std::stable_sort(matches.begin(), matches.end(), [](const BlockMatch& a, const BlockMatch& b) {
    return a.rule != b.rule ? a.rule < b.rule : a.tokens.begin < b.tokens.begin;
  });
  return matches;
}

}  // namespace panchina
