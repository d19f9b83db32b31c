#include "segment/block_matcher.h"

#include <re2/re2.h>

#include <algorithm>

#include "text/fold.h"

namespace panchina {
namespace {

constexpr Index kLongestPattern = 80;  // tokens of a line that a pattern sees
constexpr Index kLongestOpening = 30;  // and of a longer line

bool in_bounds(const Line& line, const std::vector<FormBound>& form) {
  for (const FormBound& bound : form) {  // all_of() would unroll it: most end with the first
    const std::uint32_t value = line.at(bound.feature);
    if (value < bound.least || bound.most < value) return false;
  }
  return true;
}

}  // namespace

bool BlockMatcher::applies(const BlockRule& rule, const Line& line,
                           const LineContext& context) const {
  if (!context.holds(rule.part)) return false;
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
                               const LineContext& context) {
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
      matches_.push_back({phrase.rule, {at, end}});
  }
}

// Folds the line from where it stopped until so many bytes of it are folded, or all.
void BlockMatcher::fold(IndexRange line, std::size_t bytes) {
  const Index end = line.size() <= kLongestPattern ? line.end : line.begin + kLongestOpening;
  for (auto i = line.begin + static_cast<Index>(folded_.ends.size());
       i < end && folded_.text.size() < bytes; ++i) {
    if (i > line.begin && tokens_[i].space_before) folded_.text += ' ';
    append_folded(norm_.substr(tokens_[i].span.begin, tokens_[i].span.size()), folded_.text);
    folded_.ends.push_back(static_cast<std::uint32_t>(folded_.text.size()));
  }
}

// Whether the line may begin as the rule's pattern does.
bool BlockMatcher::may_begin(Index rule, IndexRange line) {
  const RuleBeginnings& beginnings = beginnings_[rule];
  if (beginnings.texts.empty()) return true;
  const auto first = static_cast<unsigned char>(norm_[tokens_[line.begin].span.begin]);
  if (first < kFoldedAscii.size() &&
      !beginnings.bytes.test(static_cast<unsigned char>(kFoldedAscii[first]))) {
    return false;  // most, and nothing of the line is folded
  }
  fold(line, kLongestBeginning);
  const std::string_view text = folded_.text;
  return std::ranges::any_of(
      beginnings.texts, [&](const std::string& beginning) { return text.starts_with(beginning); });
}

bool BlockMatcher::meets_pattern(const Line& line, BlockMatch& match) {
  const BlockRule& rule = rules_.rules()[match.rule];
  if (!rule.match) return true;
  if (!may_begin(match.rule, line.tokens)) return false;
  fold(line.tokens, std::string::npos);
  re2::StringPiece covered;
  const int captures = rule.phrases ? 0 : 1;
  if (!rule.match->Match(folded_.text, 0, folded_.text.size(), re2::RE2::ANCHOR_START, &covered,
                         captures)) {
    return false;
  }
  if (rule.phrases) return true;
  while (!covered.empty() && covered[covered.size() - 1] == ' ') covered.remove_suffix(1);
  const auto end = std::lower_bound(folded_.ends.begin(), folded_.ends.end(),
                                    static_cast<std::uint32_t>(covered.size()));
  const auto count = static_cast<Index>(end - folded_.ends.begin()) + 1;
  match.tokens = {line.tokens.begin, std::min(line.tokens.begin + count, line.tokens.end)};
  return true;
}

std::span<const BlockMatch> BlockMatcher::match(const Line& line, const LineContext& context) {
  matches_.clear();
  folded_.text.clear();
  folded_.ends.clear();
  Index first_word = line.tokens.begin;
  while (first_word < line.tokens.end && tokens_[first_word].kind == TokenKind::kPunct)
    ++first_word;
  const auto at_start = [&](Index i) {
    try_phrases(rules_.phrases_from(tokens_[i], BlockRules::At::kLineStart), i, line, context);
  };
  at_start(line.tokens.begin);
  if (first_word > line.tokens.begin && first_word < line.tokens.end) at_start(first_word);
  for (Index i = line.tokens.begin; i < line.tokens.end; ++i) {
    const auto phrases = rules_.phrases_from(tokens_[i], BlockRules::At::kAnywhere);
    if (!phrases.empty()) try_phrases(phrases, i, line, context);
  }
  for (const Index rule : rules_.form_rules()) {
    const BlockRule& one = rules_.rules()[rule];
    if (applies(one, line, context)) matches_.push_back({rule, line.tokens});
  }
  std::size_t kept = 0;
  for (BlockMatch& match : matches_) {
    if (meets_pattern(line, match)) matches_[kept++] = match;
  }
  matches_.resize(kept);
  std::stable_sort(matches_.begin(), matches_.end(), [](const BlockMatch& a, const BlockMatch& b) {
    return a.rule != b.rule ? a.rule < b.rule : a.tokens.begin < b.tokens.begin;
  });
  return matches_;
}

}  // namespace panchina
