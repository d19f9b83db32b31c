#include "rule/block_rules.h"

#include <algorithm>
#include <map>

namespace panchina {
namespace {

struct LabelName {
  std::string_view name;
  BlockLabel label;
};
constexpr LabelName kLabelNames[] = {
    {"title", BlockLabel::kTitle},
    {"dateline", BlockLabel::kDateline},
    {"body", BlockLabel::kBody},
    {"heading", BlockLabel::kHeading},
    {"caption", BlockLabel::kCaption},
    {"list", BlockLabel::kList},
    {"table", BlockLabel::kTable},
    {"lineup", BlockLabel::kLineup},
    {"quote", BlockLabel::kQuote},
    {"byline", BlockLabel::kByline},
    {"page_date", BlockLabel::kPageDate},
    {"comments", BlockLabel::kComments},
    {"navigation", BlockLabel::kNavigation},
    {"related", BlockLabel::kRelated},
    {"boilerplate", BlockLabel::kBoilerplate},
};

}  // namespace

std::string_view to_string(BlockLabel label) {
  for (const LabelName& entry : kLabelNames) {
    if (entry.label == label) return entry.name;
  }
  return "";
}

bool find_block_label(std::string_view name, BlockLabel& label) {
  for (const LabelName& entry : kLabelNames) {
    if (entry.name != name) continue;
    label = entry.label;
    return true;
  }
  return false;
}

Index BlockRules::phrase_key(const Token& token) {
  if (token.kind == TokenKind::kNumber) return kNumberKey;
  if (token.kind == TokenKind::kPunct) return static_cast<Index>(token.mark);
  return kWordKeys + token.word;
}

std::vector<Index> BlockRules::keys_of(const PhraseElement& first) const {
  std::vector<Index> keys;
  switch (first.kind) {
    case PhraseElement::Kind::kWord:
      return {kWordKeys + first.value};
    case PhraseElement::Kind::kNumber:
      return {kNumberKey};
    case PhraseElement::Kind::kMark:
      return {static_cast<Index>(first.mark)};
    case PhraseElement::Kind::kGroup:
      for (const Index word : groups_[first.value]) keys.push_back(kWordKeys + word);
      return keys;
    case PhraseElement::Kind::kAny:
      return {};  // refused when read
  }
  return keys;
}

void BlockRules::index(std::vector<std::vector<Phrase>> phrases) {
  std::vector<Index> order(rules_.size());
  for (Index i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
    return rules_[a].info.priority > rules_[b].info.priority;
  });
  std::vector<BlockRule> sorted;
  for (const Index old : order) {
    const auto rule = static_cast<Index>(sorted.size());
    sorted.push_back(std::move(rules_[old]));
    if (!sorted.back().phrases) form_rules_.push_back(rule);
    for (Phrase& phrase : phrases[old]) {
      phrase.rule = rule;
      phrases_.push_back(std::move(phrase));
    }
  }
  rules_ = std::move(sorted);
  std::map<Index, std::vector<Index>> line_start, anywhere;
  for (Index i = 0; i < phrases_.size(); ++i) {
    const PhrasePlace place = phrases_[i].place;
    const bool starts = place == PhrasePlace::kBegins || place == PhrasePlace::kIs;
    for (const Index key : keys_of(phrases_[i].elements.front()))
      (starts ? line_start : anywhere)[key].push_back(i);
  }
  const auto flat = [](const std::map<Index, std::vector<Index>>& lists) {
    PhraseIndex made;
    for (const auto& [key, list] : lists) {
      made.starts.resize(key + 1, static_cast<std::uint32_t>(made.phrases.size()));
      made.phrases.insert(made.phrases.end(), list.begin(), list.end());
      made.starts.push_back(static_cast<std::uint32_t>(made.phrases.size()));
    }
    return made;
  };
  line_start_ = flat(line_start);
  anywhere_ = flat(anywhere);
}

std::span<const Index> BlockRules::phrases_from(const Token& token, At at) const {
  const PhraseIndex& index = at == At::kLineStart ? line_start_ : anywhere_;
  const Index key = phrase_key(token);
  if (key + 1 >= index.starts.size()) return {};
  return std::span<const Index>(index.phrases)
      .subspan(index.starts[key], index.starts[key + 1] - index.starts[key]);
}

bool BlockRules::in_group(Index group, Index word) const {
  return word != 0 && std::binary_search(groups_[group].begin(), groups_[group].end(), word);
}

}  // namespace panchina
