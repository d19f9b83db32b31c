// Needs: what a stretch of text must hold for a pattern to match in it, told without matching
// anything. A clause or block that lacks it is not looked at. Thread rule: plain values.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "document/layers.h"
#include "rule/pattern.h"

namespace panchina {

// A question about a stretch of text, and which one is asked next: an index in Needs::tests, or
// kMet or kLacking.
struct NeedTest {
  static constexpr std::uint16_t kMet = 0xFFFF, kLacking = 0xFFFE;
  static constexpr Index kKinds = 32;  // numbers below it are kinds of units

  Index what = 0;
  std::uint16_t yes = kMet;
  std::uint16_t no = kLacking;

  // What may be asked for, as numbers.
  static constexpr Index of_kind(Index kind) { return kind; }
  static constexpr Index of_words(Index set) { return kKinds + 2 * set; }
  static constexpr Index of_verbs(Index set) { return kKinds + 2 * set + 1; }
};

struct Needs {
  std::uint32_t kinds = 0;   // of units, all of them
  std::uint32_t one_of = 0;  // and one of these; 0: no demand
  // And what the elements and alternatives ask for beyond that. The last one is asked first; empty:
  // no demand.
  std::vector<NeedTest> tests;
};

// The needs of these elements together.
Needs needs_of(std::span<const PatternNode* const> elements);

}  // namespace panchina
