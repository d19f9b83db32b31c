// HitSurvey: what the hits of a document bind between them, seen before the first of them is read.
// Thread rule: belongs to one document. Time: O(hits · log hits).
#pragma once

#include <memory_resource>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "rule/rule_set.h"

namespace panchina {

struct HitSurvey {
  HitSurvey(const Document& document, const RuleSet& rules);

  std::vector<bool> played;          // by unit: a match binds it; more as their words are read
  std::pmr::vector<bool> in_rows;    // by unit: a row of a table binds it
  std::pmr::vector<bool> in_spells;  // ... a row of a player's years in prose
  std::pmr::vector<bool> of_player;  // ... a rule of the years and games of a player
  // By the unit of a club: of the one whom words put on its bench (`sulla panchina del Lecco arriva
  // Rossi`); kNoIndex: they put several there.
  std::pmr::unordered_map<Index, Index> seated;
  // The hits to read, by sentence and token, those of one place as they were found. A score is of
  // one match: of several hits that bind it the best one stands here.
  std::pmr::vector<Index> order;
};

}  // namespace panchina
