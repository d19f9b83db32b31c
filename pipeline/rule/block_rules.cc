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

bool BlockRules::contains(const std::vector<Index>& sorted, Index word) {
  return word != 0 && std::binary_search(sorted.begin(), sorted.end(), word);
}

const std::vector<Index>& BlockRules::phrases_of_word(Index word) const {
  static const std::vector<Index> none;
  return word < by_word_.size() ? by_word_[word] : none;
}

bool BlockRules::in_group(Index group, Index word) const { return contains(groups_[group], word); }

}  // namespace panchina
