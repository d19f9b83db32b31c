// Scoring of events against gold, the algorithm of tests/score/score.py (see there for what counts
// as right): mentions and facts are paired one to one so that the most agrees, slots are counted in
// the pairs, what gold only denies or rumours is counted apart. Thread rule: free functions and
// plain values.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/score_values.h"

namespace panchina {

struct GoldMention {
  std::string type;  // date, club
  std::string text;
  std::size_t start = 0, end = 0;  // code points
  ScoreSlots slots;
  bool optional = false;
};

struct GoldFact {
  std::string type;
  ScoreSlots slots;
  bool optional = false;
};

struct GoldArticle {
  std::string doc;
  std::vector<GoldMention> mentions;
  std::vector<GoldFact> facts;
  std::vector<GoldFact> traps;
};

// An event as scored: of its evidence the first entry.
struct ScoredEvent {
  std::string type;
  bool asserted = true;
  double confidence = 0;
  ScoreSlots args;
  std::size_t start = 0, end = 0;  // code points
  std::string text;
  std::string rule;
};

struct Counts {
  double right = 0, found = 0, gold = 0;

  Counts& operator+=(const Counts& other) {
    right += other.right, found += other.found, gold += other.gold;
    return *this;
  }
  double precision() const { return found > 0 ? right / found : (gold > 0 ? 0.0 : 1.0); }
  double recall() const { return gold > 0 ? right / gold : 1.0; }
  double f1() const;
};

// Counts by label, in the order in which the labels first came up.
class Tally {
 public:
  Counts& operator[](std::string_view label);
  const Counts* find(std::string_view label) const;
  Tally& operator+=(const Tally& other);
  auto begin() const { return counts_.begin(); }
  auto end() const { return counts_.end(); }

 private:
  std::vector<std::pair<std::string, Counts>> counts_;
};

struct ScoreError {
  std::string doc;
  std::string type;
  std::string label;  // value, spurious, missed, slots, false assertion
  std::string what;
  std::string rule;     // of the event, where there is one
  std::string passage;  // its evidence
};

// What became of one event; skipped: neither rewarded nor punished.
enum class Verdict : unsigned char { kRight, kWrong, kSkipped };
struct EventVerdict {
  const ScoredEvent* event;
  Verdict verdict;
};

struct ArticleScore {
  std::string doc;
  Tally counts;  // score.py's labels
  Tally slots;   // `tenure.start`, ...
  std::vector<EventVerdict> verdicts;
  std::size_t traps = 0;
  std::size_t traps_seen = 0;  // found as possible or negated
};

// Scores an article's events, asserted and others (which only count for traps_seen). The verdicts
// point into `events`.
ArticleScore score_article(const GoldArticle& gold, const std::vector<ScoredEvent>& events,
                           std::vector<ScoreError>& errors);

// The one number: the mean of date, club and fact-slot F1.
double headline(const Tally& counts);
// Its 95% interval, articles drawn with replacement 500 times; the draws of score.py.
std::pair<double, double> headline_interval(const std::vector<ArticleScore>& articles);

}  // namespace panchina
