#include "resolve/career/hit_survey.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "document/readings.h"
#include "resolve/fact/args.h"
#include "resolve/fact/hit_place.h"
#include "resolve/game/match_reader.h"

namespace panchina {
namespace {

// Of rows before running text, by priority, by the units bound.
std::array<std::int64_t, 3> rank(const RuleSet& rules, const Hit& hit) {
  return {hit.table ? 1 : 0, rules.info(hit).priority, hit.bindings.size()};
}

void mark_bound(const Document& document, const Hit& hit, auto& units) {
  for (const Binding& binding : bindings_of(document, hit)) {
    const Index unit = binding.unit;
    if (unit != kNoIndex) units[unit] = true;
  }
}

// Who comes or is there, by words that name him and the club.
void note_seat(const Document& document, const Hit& hit, const EmitSpec& emit,
               std::pmr::unordered_map<Index, Index>& seated) {
  if (emit.type != EventType::kTenure || emit.weighed || emit.cue == Cue::kDeparture) return;
  if (emit.career != Career::kAny || emit.factuality != Factuality::kAsserted) return;
  const Index club = unit_of(document, hit, emit, arg::Tenure::kClub);
  const Index person = unit_of(document, hit, emit, arg::Tenure::kPerson);
  if (club == kNoIndex || person == kNoIndex) return;
  const auto [known, added] = seated.emplace(club, person);
  if (!added && known->second != person) known->second = kNoIndex;
}

}  // namespace

HitSurvey::HitSurvey(const Document& document, const RuleSet& rules)
    : played(document.units.size(), false),
      in_rows(document.units.size(), false, document.scratch()),
      in_spells(document.units.size(), false, document.scratch()),
      of_player(document.units.size(), false, document.scratch()),
      seated(document.scratch()),
      order(document.scratch()) {
  std::pmr::vector<bool> beaten(document.hits.size(), false, document.scratch());
  std::pmr::unordered_map<Index, Index> hit_of_score(document.scratch());
  for (Index h = 0; h < document.hits.size(); ++h) {
    const Hit& hit = document.hits[h];
    const std::vector<EmitSpec>& emits = rules.emits(hit);
    if (hit.table) {
      // Rows that follow each other in prose tell of a spell no better than its sentence does.
      const bool spells = rules.tables[hit.rule].by_nothing && !emits.empty() &&
                          emits.front().type == EventType::kPlayingSpell;
      mark_bound(document, hit, spells ? in_spells : in_rows);
    }
    if (emits.empty()) continue;
    const bool parts = std::ranges::find(emits, Cue::kDeparture, &EmitSpec::cue) != emits.end();
    if (!hit.table && !parts) note_seat(document, hit, emits.front(), seated);
    if (emits.front().type == EventType::kPlayingSpell && !emits.front().weighed &&
        !emits.front().beside) {
      for (const Binding& binding : bindings_of(document, hit)) {
        const bool adjunct = rules.slots(hit)[binding.slot].adjunct;
        if (binding.unit != kNoIndex && !adjunct) of_player[binding.unit] = true;
      }
    }
    if (emits.front().type != EventType::kMatch || emits.front().beside) continue;
    mark_bound(document, hit, played);
    const Index score = final_score_of(document, hit);
    if (score == kNoIndex) continue;
    const auto [best, first] = hit_of_score.emplace(score, h);
    if (first) continue;
    const bool better = rank(rules, hit) > rank(rules, document.hits[best->second]);
    beaten[better ? best->second : h] = true;
    if (better) best->second = h;
  }
  std::pmr::vector<std::tuple<Index, Index, Index>> places(document.scratch());
  places.reserve(document.hits.size());
  for (Index h = 0; h < document.hits.size(); ++h) {
    if (beaten[h]) continue;
    const Hit& hit = document.hits[h];
    places.emplace_back(sentence_of(document, hit), token_of(document, hit), h);
  }
  std::ranges::sort(places);
  order.reserve(places.size());
  for (const auto& [sentence, token, hit] : places) order.push_back(hit);
}

}  // namespace panchina
