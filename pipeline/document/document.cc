#include "document/document.h"

namespace panchina {

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
  calendar_steps.clear();
  dates.clear();
  hits.clear();
  bindings.clear();
  published = DateValue{};
  date_values.clear();
  published_from = PublishedFrom::kNone;
  section_published.clear();
  events.clear();
}

const VerbGroup* verb_of(const Document& document, Index unit) {
  if (unit == kNoIndex) return nullptr;
  const IndexRange readings = document.units[unit].readings;
  for (Index r = readings.begin; r < readings.end; ++r) {
    const Reading& reading = document.readings[r];
    if (reading.kind == UnitKind::kVerb) return &document.verbs[reading.value];
  }
  return nullptr;
}

}  // namespace panchina
