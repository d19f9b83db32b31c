// The inline tests of rules, run through the production pipeline. Event and table rules: normalize,
// scan, segment, annotate, match, and resolve up to its statements, before key slots are demanded.
// Block and mention rules: as `segment` and `resolve` run them. Thread rule: free functions over a
// const engine.
#pragma once

#include <string>
#include <vector>

#include "app/engine.h"
#include "rule/rule_test.h"

namespace panchina {

struct RuleTestFailure {
  std::string rule;  // id, of a frame the frame's
  RuleTest test;
  std::string found;  // what came instead: `person=Rossi; club=∅`, or `nothing`
  // What became of an event rule that did not fire: `at «subentra»: matched, but ...`; may be "".
  std::string because;
  bool starts_to_pass = false;  // a known gap that is none any more
};

struct RuleTestReport {
  std::size_t rules = 0;
  std::size_t tests = 0;
  std::vector<RuleTestFailure> failures;
  std::vector<RuleTestFailure> gaps;  // known gaps that still are
  // Event rules that do nothing in the tests of all rules: an `unless` that vetoes nothing, a rule
  // that others always beat. Only where all rules were tested.
  Diagnostics idle;
};

// Which rules are tested: those that watch can change without annotating anew, or all.
enum class TestedRules : std::uint8_t { kEventsAndTables, kAll };

// Tests of these rules, or of the one with that id (a rule's or a frame's; "" for all).
RuleTestReport run_rule_tests(const Engine& engine, const std::string& id = "",
                              TestedRules which = TestedRules::kAll);

// The text as a document of its own, up to its units; `published` may be "".
void read_passage(const Engine& engine, const std::string& text, const std::string& published,
                  Document& document);

// The expectation as written: `person=Rossi; club=∅ | ...`.
std::string to_text(const std::vector<std::vector<Expected>>& events);

// `+`, `-`, `~+` or `~-`.
std::string sign_of(const RuleTest& test);
// The failure as a person reads it: place, rule, sentence; what was expected and what came.
std::string to_text(const RuleTestFailure& failure);

}  // namespace panchina
