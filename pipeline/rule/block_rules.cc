#include "rule/block_rules.h"

#include <algorithm>

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
