// The inline tests of event and table rules, run through the production pipeline: normalize, scan,
// segment, annotate, match, and resolve up to its statements, before key slots are demanded.
// Thread rule: free functions over a const engine.
#pragma once

#include <string>
#include <vector>

#include "app/engine.h"
#include "rule/rule_test.h"

namespace panchina {

struct RuleTestFailure {
  std::string rule;  // id, of a frame the frame's
  RuleTest test;
  std::string found;            // what came instead: `person=Rossi; club=∅`, or `nothing`
  bool starts_to_pass = false;  // a known gap that is none any more
};

struct RuleTestReport {
  std::size_t rules = 0;
  std::size_t tests = 0;
  std::size_t known_gaps = 0;
  std::vector<RuleTestFailure> failures;
  Diagnostics idle;  // `unless` that vetoes in none of its rule's tests, rules that others shadow
};

// Tests of all rules, or of the one with that id (a rule's or a frame's; "" for all).
RuleTestReport run_rule_tests(const Engine& engine, const std::string& id = "");

// The text as a document of its own, up to its units; `published` may be "".
void read_passage(const Engine& engine, const std::string& text, const std::string& published,
                  Document& document);

// The expectation as written: `person=Rossi; club=∅ | ...`.
std::string to_text(const std::vector<std::vector<Expected>>& events);

}  // namespace panchina
