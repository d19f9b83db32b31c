// The stretch of text that ToldScore reads. Thread rule: a plain value.
#pragma once

#include <vector>

#include "resolve/told_score.h"

namespace panchina {

// The units around a score, those that rules see past left out; of a score in a bracket also those
// before and behind the bracket.
struct ToldScore::View {
  std::vector<Index> units;
  Index score = 0;  // position of the score
  Index begin = 0;  // of the stretch that belongs to it
  Index end = 0;
  Index own = 0;                // behind the score before, also of one list
  Index last_score = kNoIndex;  // position of the one before, in the same stretch
};

}  // namespace panchina
