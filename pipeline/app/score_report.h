// What `panchina eval` prints. Thread rule: free functions.
#pragma once

#include <string>
#include <vector>

#include "app/score.h"

namespace panchina {

struct Evaluation {
  std::vector<ArticleScore> articles;
  std::vector<ScoreError> errors;
};

// The table of score.py: a line for each label, false assertions, the headline with its interval.
std::string score_table(const Evaluation& evaluation);
// A line for each slot, and for each rule the events that it gave first: right, wrong, neither.
std::string slot_table(const Evaluation& evaluation);
std::string rule_table(const Evaluation& evaluation);
// For each type and each confidence given: events, how many were right, Wilson's interval, and what
// the other articles would have predicted for each article, one article left out at a time. Where a
// type has fewer than 30 events, the prediction is its family's (mentions, facts).
std::string confidence_table(const Evaluation& evaluation);
// A line for each error, with rule and passage.
std::string error_lines(const Evaluation& evaluation);
// All figures as one JSON object with a line end: score.py's keys, and `slots`, `rules`,
// `confidence`, `traps`.
std::string score_json(const Evaluation& evaluation);

// The 95% interval of a share (E. B. Wilson, 1927).
std::pair<double, double> wilson(double right, double all);

}  // namespace panchina
