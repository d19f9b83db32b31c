#include "app/rule_tests.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "app/attempt_text.h"
#include "app/event_rows.h"
#include "app/unit_text.h"
#include "document/event.h"
#include "match/matcher.h"
#include "resolve/mention_rule_tests.h"
#include "resolve/resolver.h"
#include "segment/block_rule_tests.h"
#include "text/fold.h"

namespace panchina {

namespace {

// The value of a slot that a test names; factuality and cue count as slots.
std::string slot_value(const Statement& statement, const std::string& slot) {
  if (slot == "factuality") return std::string(to_string(statement.factuality));
  if (slot == "cue") return std::string(to_string(statement.evidence.cue));
  const Index arg = arg_index(statement.type, slot);
  return arg == kNoIndex ? "" : value_text(statement.args[arg]);
}

bool meets(const Statement& statement, const std::vector<Expected>& expected) {
  return std::all_of(expected.begin(), expected.end(), [&](const Expected& one) {
    return folded(slot_value(statement, one.slot)) == folded(one.value);
  });
}

// Each expected event is met by a statement of its own.
bool meet(const std::vector<const Statement*>& statements,
          const std::vector<std::vector<Expected>>& events) {
  if (statements.empty()) return false;
  std::vector<bool> used(statements.size());
  for (const std::vector<Expected>& expected : events) {
    bool found = false;
    for (std::size_t i = 0; !found && i < statements.size(); ++i) {
      if (used[i] || !meets(*statements[i], expected)) continue;
      used[i] = found = true;
    }
    if (!found) return false;
  }
  return true;
}

std::string shown(const std::vector<const Statement*>& statements,
                  const std::vector<std::vector<Expected>>& events) {
  if (statements.empty()) return "nothing";
  std::string out;
  for (const Statement* statement : statements) {
    if (!out.empty()) out += " | ";
    std::set<std::string> slots;
    for (const std::vector<Expected>& event : events) {
      for (const Expected& one : event) slots.insert(one.slot);
    }
    for (Index arg = 0; arg < statement->args.size(); ++arg) {
      if (arg_text(statement->args[arg]).empty()) continue;
      slots.insert(std::string(event_spec(statement->type).args[arg].name));
    }
    bool first = true;
    for (const std::string& slot : slots) {
      if (slot == "person_key") continue;
      const std::string value = slot_value(*statement, slot);
      out += (first ? "" : "; ") + slot + "=" + (value.empty() ? "∅" : value);
      first = false;
    }
  }
  return out;
}

// The passage up to its blocks, which are article text whatever they would be alone on a page;
// nothing stands under its end.
void read_blocks(const Engine& engine, const std::string& text, const std::string& published,
                 Document& document) {
  document.clear();
  document.info = {};
  if (!published.empty()) {
    document.info.given_published = published;
    document.info.given_from = PublishedFrom::kMetadata;
  }
  document.text = engine.normalize(text);
  engine.segment(document);
  for (Block& block : document.blocks) {
    const bool heads = block.label == BlockLabel::kTitle || block.label == BlockLabel::kHeading;
    if (!is_article(block.label) || (heads && &block == &document.blocks.back())) {
      block.label = BlockLabel::kBody;
    }
  }
}

// What the tests of all rules showed of one event rule or frame.
struct Family {
  std::string id;
  std::set<Index> names;  // of its rules, in RuleSet::names
  bool fired = false;
  Index beaten_by = kNoIndex;
};

class TestRun {
 public:
  TestRun(const Engine& engine, const std::string& id) : engine_(engine), id_(id) {
    const RuleSet& rules = engine.rules();
    std::map<std::string, Index> known;
    for (const EventRule& rule : rules.events) {
      const std::string& family = rule.frame.empty() ? rule.info.id : rule.frame;
      const auto [at, added] = known.emplace(family, static_cast<Index>(families_.size()));
      if (added) families_.push_back({family, {}, false, kNoIndex});
      family_of_.push_back(at->second);
      families_[at->second].names.insert(rule.info.name);
    }
  }

  RuleTestReport run() {
    const RuleSet& rules = engine_.rules();
    for (Index i = 0; i < rules.events.size(); ++i) {
      const EventRule& rule = rules.events[i];
      const Family& family = families_[family_of_[i]];
      if (!id_.empty() && id_ != family.id && id_ != rule.info.id) continue;
      ++report_.rules;
      for (const RuleTest& test : tests_of(i)) run_test(family.id, family.names, test, i);
    }
    for (const TableRule& rule : rules.tables) {
      if (!id_.empty() && id_ != rule.info.id) continue;
      ++report_.rules;
      for (const RuleTest& test : rule.tests) {
        run_test(rule.info.id, {rule.info.name}, test, kNoIndex, rule.blocks);
      }
    }
    if (id_.empty()) report_idle();
    return std::move(report_);
  }

 private:
  // Those of a frame stand at its first rule; asked for by its own id, any rule has them.
  std::span<const RuleTest> tests_of(Index index) const {
    const std::vector<EventRule>& events = engine_.rules().events;
    if (events[index].frame.empty() || id_ != events[index].info.id) return events[index].tests;
    for (Index i = 0; i < events.size(); ++i) {
      if (family_of_[i] == family_of_[index] && !events[i].tests.empty()) return events[i].tests;
    }
    return {};
  }

  void run_test(const std::string& id, const std::set<Index>& names, const RuleTest& test,
                Index rule, std::uint32_t row_blocks = 0) {
    ++report_.tests;
    read_blocks(engine_, test.text, test.published, document_);
    if (row_blocks != 0 && test.marked_end > 0) label_rows(test, row_blocks);
    engine_.run_stage(Stage::kAnnotate, document_);
    attempts_.clear();
    engine_.matcher().match(document_, attempts_);
    for (const Attempt& attempt : attempts_) note(attempt);
    const std::vector<Statement> all = engine_.resolver().statements(document_);
    std::vector<const Statement*> own, others;
    for (const Statement& statement : all) {
      (names.count(statement.evidence.rule) != 0 ? own : others).push_back(&statement);
    }
    const bool passes = test.sign == TestSign::kSilent ? own.empty() : meet(own, test.events);
    if (passes && !test.known_gap) return;
    RuleTestFailure told{id, test, shown(own, test.events), "", passes};
    if (!passes && test.sign == TestSign::kFires && own.empty() && rule != kNoIndex) {
      told.because = why_silent(rule);
      if (!test.events.empty() && meet(others, test.events)) {
        told.because += (told.because.empty() ? "" : "; ") + std::string("other rules say it all");
      }
    }
    (passes == test.known_gap ? report_.failures : report_.gaps).push_back(std::move(told));
  }

  // What a test of a table marks are rows, whatever a page of two lines would make of them.
  void label_rows(const RuleTest& test, std::uint32_t row_blocks) {
    const auto takes = [&](BlockLabel label) {
      return (row_blocks >> static_cast<unsigned>(label) & 1u) != 0;
    };
    for (Block& block : document_.blocks) {
      const RawSpan raw = document_.text.to_raw(block.span);
      if (raw.begin >= test.marked_end || raw.end <= test.marked_begin || takes(block.label)) {
        continue;
      }
      unsigned label = static_cast<unsigned>(BlockLabel::kBody);
      if (!takes(BlockLabel::kBody)) label = static_cast<unsigned>(std::countr_zero(row_blocks));
      block.label = static_cast<BlockLabel>(label);
    }
  }

  // What became of the rules of a family, by the one that came furthest.
  std::string why_silent(Index rule) {
    std::optional<Attempt> best;
    for (Index i = 0; i < family_of_.size(); ++i) {
      if (family_of_[i] != family_of_[rule]) continue;
      const std::optional<Attempt> one = furthest_attempt(engine_, document_, i);
      if (one && (!best || progress(*one) > progress(*best))) best = one;
    }
    if (!best) return "";
    if (best->outcome == Outcome::kHit) return "it matches, but no statement comes of it";
    return best->trigger == kNoIndex ? attempt_text(engine_, document_, *best)
                                     : "at «" + unit_words(document_, best->trigger) +
                                           "»: " + attempt_text(engine_, document_, *best);
  }

  void note(const Attempt& attempt) {
    const RuleSet& rules = engine_.rules();
    Family& family = families_[family_of_[attempt.rule]];
    if (attempt.outcome == Outcome::kVetoed) {
      vetoed_.insert(rules.events[attempt.rule].unless[attempt.by].text);
    } else if (attempt.outcome == Outcome::kHit) {
      family.fired = true;
    } else if (attempt.outcome == Outcome::kBeaten &&
               family_of_[attempt.by] != family_of_[attempt.rule]) {
      family.beaten_by = attempt.by;
    }
  }

  void report_idle() {
    const RuleSet& rules = engine_.rules();
    for (Index i = 0; i < rules.events.size(); ++i) {
      const EventRule& rule = rules.events[i];
      if (rule.tests.empty()) continue;
      const Family& family = families_[family_of_[i]];
      for (const Unless& unless : rule.unless) {
        // A list that several rules share is shown by one of them, and told once.
        if (!vetoed_.insert(unless.text).second) continue;
        report_.idle.push_back({"idle-unless", "this «unless» vetoes nothing in any test",
                                unless.place, "",
                                "write the - test of " + family.id + " that it is for",
                                static_cast<std::uint32_t>(code_points(unless.text))});
      }
      if (!family.fired && family.beaten_by != kNoIndex) {
        report_.idle.push_back(
            {"shadowed-rule",
             family.id + " never fires in any test: " + rules.events[family.beaten_by].info.id +
                 " beats it",
             rule.info.place, "", "write a + test that is its own, or a higher priority", 1});
      }
    }
  }

  static std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  }

  const Engine& engine_;
  const std::string id_;
  RuleTestReport report_;
  Document document_;
  std::vector<Attempt> attempts_;
  std::vector<Family> families_;
  std::vector<Index> family_of_;  // by event rule
  std::set<std::string> vetoed_;  // texts of `unless`
};

// ---- block and mention rules

void close_gap(const Place& place, RuleTestReport& report) {
  std::erase_if(report.gaps, [&](const RuleTestFailure& gap) {
    return gap.test.place.file == place.file && gap.test.place.line == place.line;
  });
}

RuleTest test_of(const MentionTest& test) {
  RuleTest out;
  out.sign = test.wanted ? TestSign::kFires : TestSign::kSilent;
  out.known_gap = test.known_gap;
  out.published = test.published;
  out.text = test.text;
  if (!test.value.empty()) out.events = {{{"value", test.value}}};
  out.place = test.place;
  return out;
}

void add_mention_tests(const Engine& engine, const std::string& id, RuleTestReport& report) {
  const std::vector<MentionRule>& rules = engine.rules().mentions.rules();
  for (const MentionRule& rule : rules) {
    if (!id.empty() && id != rule.info.id) continue;
    ++report.rules;
    report.tests += rule.tests.size();
    for (const MentionTest& test : rule.tests) {
      if (test.known_gap) report.gaps.push_back({rule.info.id, test_of(test), "", "", false});
    }
  }
  for (MentionTestFailure& failure : run_mention_tests(engine.rules().mentions, engine.vocabulary(),
                                                       engine.lexicon(), engine.tables())) {
    const MentionRule& rule = rules[failure.rule];
    if (!id.empty() && id != rule.info.id) continue;
    const RuleTest test = test_of(rule.tests[failure.test]);
    if (failure.starts_to_pass) close_gap(test.place, report);
    report.failures.push_back({rule.info.id, test,
                               failure.found.empty() ? "nothing" : std::move(failure.found), "",
                               failure.starts_to_pass});
  }
}

void add_block_tests(const Engine& engine, const std::string& id, RuleTestReport& report) {
  std::map<std::pair<std::string, std::uint32_t>, std::pair<std::string, const RuleTest*>> tests;
  for (const BlockRule& rule : engine.rules().blocks.rules()) {
    if (!id.empty() && id != rule.info.id) continue;
    ++report.rules;
    report.tests += rule.tests.size();
    for (const RuleTest& test : rule.tests) {
      tests[{test.place.file, test.place.line}] = {rule.info.id, &test};
      if (test.known_gap) report.gaps.push_back({rule.info.id, test, "", "", false});
    }
  }
  const BlockTestReport blocks = run_block_tests(engine.rules().blocks, engine.vocabulary(),
                                                 engine.lexicon(), engine.tables());
  for (const Diagnostics* list : {&blocks.failures, &blocks.passing}) {
    for (const Diagnostic& one : *list) {
      const auto at = tests.find({one.place.file, one.place.line});
      if (at == tests.end()) continue;
      const RuleTest& test = *at->second.second;
      if (list == &blocks.passing) close_gap(test.place, report);
      report.failures.push_back({at->second.first, test,
                                 test.sign == TestSign::kFires ? "nothing" : "the rule fires", "",
                                 list == &blocks.passing});
    }
  }
}

}  // namespace

void read_passage(const Engine& engine, const std::string& text, const std::string& published,
                  Document& document) {
  read_blocks(engine, text, published, document);
  engine.run_stage(Stage::kAnnotate, document);
}

std::string to_text(const std::vector<std::vector<Expected>>& events) {
  std::string out;
  for (const std::vector<Expected>& event : events) {
    if (!out.empty()) out += " | ";
    for (std::size_t i = 0; i < event.size(); ++i) {
      out += (i == 0 ? "" : "; ") + event[i].slot + "=" +
             (event[i].value.empty() ? "∅" : event[i].value);
    }
  }
  return out.empty() ? "anything" : out;
}

std::string sign_of(const RuleTest& test) {
  return std::string(test.known_gap ? "~" : "") + (test.sign == TestSign::kFires ? "+" : "-");
}

std::string to_text(const RuleTestFailure& failure) {
  const RuleTest& test = failure.test;
  std::string out =
      test.place.file + ":" + std::to_string(test.place.line) + ": " + failure.rule + ": ";
  if (failure.starts_to_pass) {
    return out + "known gap passes now, write " + sign_of(test).substr(1) + ": " + test.text + "\n";
  }
  out += sign_of(test) + " " + test.text +
         "\n  expected: " + (test.sign == TestSign::kSilent ? "nothing" : to_text(test.events)) +
         "\n";
  if (!failure.found.empty()) out += "  found:    " + failure.found + "\n";
  if (!failure.because.empty()) out += "  because:  " + failure.because + "\n";
  return out;
}

RuleTestReport run_rule_tests(const Engine& engine, const std::string& id, TestedRules which) {
  RuleTestReport report = TestRun(engine, id).run();
  if (which == TestedRules::kAll) {
    add_mention_tests(engine, id, report);
    add_block_tests(engine, id, report);
  }
  return report;
}

}  // namespace panchina
