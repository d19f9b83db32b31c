// The stretch of text that ToldScore reads, and what it has found there. Thread rule: plain values.
#pragma once

#include <utility>
#include <vector>

#include "resolve/game/told_score.h"

namespace panchina {

// The units around a score, those that rules see past left out; of a score in a bracket also those
// before and behind the bracket.
struct ToldScore::View {
  explicit View(Memory* memory) : units(memory) {}
  std::pmr::vector<Index> units;
  Index clause = 0;
  Index score = 0;  // position of the score
  Index begin = 0;  // of the stretch that belongs to it
  Index end = 0;
  Index own = 0;                // behind the score before, also of one list
  Index last_score = kNoIndex;  // position of the one before, in the same stretch
};

// The sides of a match on their way out.
struct ToldScore::Sides {
  const Hit& hit;
  Index score_unit;
  Index sentence;  // that the score stands in
  const Score& score;
  const View& view;
  const std::vector<bool>& played;
  LastMatch last;          // of the same paragraph
  bool near;               // ... of the same sentence
  bool bracket;            // the score stands in a bracket
  Outcome word{};          // what a word says
  Outcome outcome{};       // for the subject
  bool told = false;       // a word says the outcome
  bool inherited = false;  // it is that of the match told before
  bool away = false;       // the ground is the opponent's
  std::optional<ToldTeam> subject{}, opponent{};
  std::optional<ToldTeam> winner{};   // whom `per` names behind the score
  std::optional<ToldTeam> ground{};   // whose it is
  Index ground_at = 0;                // its position in the view
  std::optional<ToldTeam> loose{};    // tied to the score by nothing plain
  std::optional<ToldTeam> second{};   // before the subject
  Link tie = Link::kNone;             // of the opponent
  bool of_ground = false;             // the ground is a stadium
  bool near_ground = false;           // it stands nearer to the score than any opponent
  bool tight_ground = false;          // ... beside the score, or the word that says its outcome
  bool own_words = false;             // the ground is called the other's: `in casa del Como`
  bool inverted = false;              // `la finale la vince il Como`: the loose one is the subject
  bool written = false;               // home side first
  bool by_winner = false;             // `2-0 per gli ospiti`
  bool defeat_told = false;           // ... and a word told the defeat of the other
  bool strange_ground = false;        // a town that no club of the lexicon plays in
  std::optional<ToldTeam> host{};     // `i padroni di casa del Como`
  bool given = false;                 // `si arrende al Como, che vince`: the subject is the winner
  std::optional<bool> winner_home{};  // `2-0 per gli ospiti`
  bool cleft = false;                 // `a spuntarla è stato il Como`: the subject won
  bool hosts = false;                 // the subject was at home: `ospitava il Como`
  Index patient = kNoIndex;           // ToldScore::apposed_patient()
  bool owner = false;                 // `3-2 del Como`: the score is the subject's
  bool theirs = false;                // `vinta 2-1 dai lariani`: the subject is called so behind it
  bool dealt = false;                 // `il 2-1 rifilatogli dai lariani`: ... as who gave it
};

// Takes a club as the opponent where none is known yet; whether it did.
inline bool ToldScore::oppose(Sides& s, ToldTeam team, Link tie) {
  if (s.opponent) return false;
  s.opponent = std::move(team);
  s.tie = tie;
  return true;
}

inline bool same(const std::optional<ToldTeam>& a, const std::optional<ToldTeam>& b) {
  return a && b && a->id == b->id;
}

}  // namespace panchina
