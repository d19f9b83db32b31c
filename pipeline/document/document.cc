#include "document/document.h"

#include <algorithm>
#include <utility>

namespace panchina {

void Document::release_layers() {
  const auto release = [](auto&... layers) { (std::exchange(layers, {}), ...); };
  release(tokens, lexicon_hits, units, readings, verbs, names, descriptors, scores, balances,
          calendar_steps, hits, bindings);
}

void Document::clear() {
  info = ArticleInfo{};
  text = Text{};
  tokens.clear();
  lexicon_hits.clear();
  sections.clear();
  blocks.clear();
  sentences.clear();
  units.clear();
  readings.clear();
  clauses.clear();
  verbs.clear();
  names.clear();
  descriptors.clear();
  scores.clear();
  balances.clear();
  unknown_clubs.clear();
  unknown_cups.clear();
  calendar_steps.clear();
  dates.clear();
  hits.clear();
  bindings.clear();
  published = DateValue{};
  date_values.clear();
  published_from = PublishedFrom::kNone;
  section_published.clear();
  events.clear();
  event_memory.reset();
  stage_memory.reset();
}

IndexRange dates_in(const Document& document, IndexRange tokens) {
  const auto first_behind = [&](Index token) {
    const auto at = std::partition_point(
        document.dates.begin(), document.dates.end(),
        [token](const DateExpression& one) { return one.first_token < token; });
    return static_cast<Index>(at - document.dates.begin());
  };
  return {first_behind(tokens.begin), first_behind(tokens.end)};
}

Index sentence_at(const Document& document, Index token) {
  const auto at =
      std::partition_point(document.sentences.begin(), document.sentences.end(),
                           [token](const Sentence& one) { return one.tokens.end <= token; });
  return static_cast<Index>(at - document.sentences.begin());
}

bool is_final_score(const Document& document, Index unit) {
  const Reading* reading = reading_of(document, unit, UnitKind::kScore);
  if (reading == nullptr) return false;
  const Score& score = document.scores[reading->value];
  return !score.half_time && !score.penalties;
}

bool is_scored_bracket(const Document& document, Index unit) {
  const Reading* bracket = reading_of(document, unit, UnitKind::kBracket);
  if (bracket == nullptr) return false;
  const IndexRange inside = document.clauses[bracket->value].units;
  for (Index u = inside.begin; u < inside.end; ++u) {
    if (is_final_score(document, u)) return true;
  }
  return false;
}

}  // namespace panchina
