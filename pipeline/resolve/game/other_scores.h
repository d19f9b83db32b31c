// OtherScores: scores that are no match's result: of half-time, of a lead, of a shoot-out, of a
// match that was broken off, forecast or wished for. They are of the two clubs that the sentence
// names, of the match told nearest, or of the one that the section is about. Thread rule: belongs
// to one document's pass. Time: linear in the document, but for searches in what is sorted.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory_resource>
#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/statement.h"
#include "resolve/focus/focus.h"
#include "rule/emit.h"

namespace panchina {

// Such a score, and whose it is: the host first where that is known.
struct OtherScore {
  const Hit* hit = nullptr;
  const EmitSpec* emit = nullptr;
  std::string home, away;  // ids
  bool turned = false;     // the score's first number is the guests'
};

class OtherScores {
 public:
  // All must outlive it.
  OtherScores(const Document& document, const EntityView& entities, const Focus& focus);

  // A rule with `emit.beside` binds the score of the sentence that is being read.
  void offer(const Hit& hit, const EmitSpec& emit);
  // Those that no statement tells as a result, in text order. Call once.
  std::vector<OtherScore> decide(const std::vector<Statement>& statements);

 private:
  using Sides = std::pair<Index, Index>;  // clubs; kNoIndex: nobody's
  struct Offer {
    const Hit* hit = nullptr;
    const EmitSpec* emit = nullptr;
    std::pair<Index, Index> fixture;  // the section's, entities
    Index protagonist = kNoIndex;
  };
  // A match that a statement tells, two clubs side by side (`Como-Lecco`), or the only two that a
  // sentence names.
  struct Pairing {
    Index token = 0;
    Index sentence = 0;
    Sides sides{kNoIndex, kNoIndex};
    const Statement* told = nullptr;
    bool named = false;
  };
  // The first clubs that a sentence names, each once; `count` 3: three or more.
  struct Named {
    std::array<Index, 3> clubs{};
    std::uint8_t count = 0;
  };
  struct Whose {
    Sides sides{kNoIndex, kNoIndex};
    bool open = false;  // who was at home
  };
  void find_named();
  void find_pairings(const std::vector<Statement>& statements);
  void index_pairings();
  void find_results(const std::vector<Statement>& statements);
  bool is_result(Index unit) const;
  Index section_of(Index sentence) const;
  Whose whose(const Offer& score) const;
  const Pairing* main_match(const Offer& score, Index sentence) const;
  const Pairing* nearest(Index token, Index sentence) const;
  const Pairing* told_nearest(const Sides& sides, Index sentence) const;
  const Statement* told_of(const Whose& whose, Index sentence) const;

  const Document& document_;
  const EntityView& entities_;
  const Focus& focus_;
  std::pmr::vector<Offer> offers_;
  std::pmr::vector<Named> named_;     // by sentence
  std::pmr::vector<NormSpan> goals_;  // the home goals of results, in text order, each once
  std::vector<Pairing> pairings_;     // in text order
  // Into pairings_: the matches told of two clubs, the host first, in text order; the first of a
  // club, by section.
  std::pmr::map<Sides, std::vector<const Pairing*>> told_;
  std::pmr::map<std::pair<Index, Index>, const Pairing*> first_of_;
};

}  // namespace panchina
