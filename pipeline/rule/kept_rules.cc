#include "rule/kept_rules.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace panchina {

namespace {

// By index of a rule before: its index now. Those that are new, or not the same, go to `others`.
template <typename Rule>
std::vector<Index> places_now(const std::vector<Rule>& before, const std::vector<Rule>& now,
                              std::vector<Rule>& others) {
  std::unordered_map<std::string_view, Index> known;
  for (Index i = 0; i < before.size(); ++i) known.emplace(before[i].info.id, i);
  std::vector<Index> places(before.size(), kNoIndex);
  Index next = 0;  // the place before of what follows the last kept one
  for (Index i = 0; i < now.size(); ++i) {
    const auto found = known.find(now[i].info.id);
    if (found != known.end() && found->second >= next &&
        before[found->second].info.fingerprint == now[i].info.fingerprint) {
      places[found->second] = i;
      next = found->second + 1;
    } else {
      others.push_back(now[i]);
    }
  }
  return places;
}

}  // namespace

KeptRules::KeptRules(const RuleSet& before, const RuleSet& now)
    : events_(places_now(before.events, now.events, others_.events)),
      tables_(places_now(before.tables, now.tables, others_.tables)) {
  others_.word_sets = now.word_sets;
  others_.verb_sets = now.verb_sets;
  others_.particles = now.particles;
  others_.element_texts = now.element_texts;
  others_.joiners = now.joiners;
  others_.prepositions = now.prepositions;
}

bool KeptRules::renumber(std::vector<Hit>& hits) const {
  const auto today = [&](const Hit& hit) { return (hit.table ? tables_ : events_)[hit.rule]; };
  if (std::any_of(hits.begin(), hits.end(),
                  [&](const Hit& hit) { return today(hit) == kNoIndex; })) {
    return false;
  }
  for (Hit& hit : hits) hit.rule = today(hit);
  return true;
}

}  // namespace panchina
