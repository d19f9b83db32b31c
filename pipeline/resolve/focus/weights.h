// Weights: how much each person or club of a section counts. Thread rule: of one document.
#pragma once

#include <algorithm>
#include <vector>

#include "document/document.h"

namespace panchina {

// Weights of persons or clubs, of one section after the other. Time of clear(): of those weighed.
class Weights {
 public:
  Weights(std::size_t entities, Memory* memory) : weight_(entities, kNone, memory), all_(memory) {}
  void add(Index entity, int weight) {
    if (weight_[entity] == kNone) {
      weight_[entity] = 0;
      all_.push_back(entity);
    }
    weight_[entity] += weight;
  }
  int operator[](Index entity) const { return weight_[entity]; }
  const std::pmr::vector<Index>& weighed() const { return all_; }
  void clear() {
    for (const Index entity : all_) weight_[entity] = kNone;
    all_.clear();
  }
  // The one with the most weight, of equals the first of the text; kNoIndex: none has any.
  Index heaviest() const {
    Index best = kNoIndex;
    int most = 0;
    for (const Index entity : all_) {
      const int weight = weight_[entity];
      if (weight > most || (weight == most && entity < best)) {
        most = weight;
        best = entity;
      }
    }
    return best;
  }
  // Whether it weighs twice as much as any other.
  bool is_clear(Index best) const {
    int own = 0, rival = 0;
    for (const Index entity : all_) {
      int& side = entity == best ? own : rival;
      side = std::max(side, weight_[entity]);
    }
    return own > 0 && own >= rival * 2;
  }
  // Whether it is but one of many.
  bool is_crowd(Index best) const {
    constexpr std::size_t kMany = 5;
    constexpr int kShare = 4;
    int all = 0;
    for (const Index entity : all_) all += weight_[entity];
    return all_.size() >= kMany && weight_[best] * kShare <= all;
  }

 private:
  static constexpr int kNone = -1;  // no weight is negative
  std::pmr::vector<int> weight_;    // by entity
  std::pmr::vector<Index> all_;     // those with a weight, each once
};

}  // namespace panchina
