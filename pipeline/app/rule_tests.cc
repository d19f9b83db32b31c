#include "app/rule_tests.h"

#include <algorithm>
#include <set>

#include "document/event.h"
#include "match/matcher.h"
#include "resolve/resolver.h"
#include "text/fold.h"

namespace panchina {

namespace {

std::string value_text(const ArgValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* date = std::get_if<DateValue>(&value)) return date->edtf;
  return "";
}

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
      if (value_text(statement->args[arg]).empty()) continue;
      if (const bool* flag = std::get_if<bool>(&statement->args[arg]); flag != nullptr && !*flag) {
        continue;
      }
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

class TestRun {
 public:
  TestRun(const Engine& engine, const std::string& id) : engine_(engine), id_(id) {}

  RuleTestReport run() {
    const RuleSet& rules = engine_.rules();
    for (Index i = 0; i < rules.events.size(); ++i) {
      const EventRule& rule = rules.events[i];
      const std::string& family = rule.frame.empty() ? rule.info.id : rule.frame;
      if (!id_.empty() && id_ != family && id_ != rule.info.id) continue;
      ++report_.rules;
      if (rule.tests.empty()) continue;
      begin(family, false);
      for (Index j = 0; j < rules.events.size(); ++j) {
        const EventRule& other = rules.events[j];
        if (j == i || (!rule.frame.empty() && other.frame == rule.frame))
          names_.insert(other.info.name);
      }
      vetoes_.assign(rule.unless.size(), false);
      for (const RuleTest& test : rule.tests) run_test(test);
      report_idle(rule);
    }
    for (const TableRule& rule : rules.tables) {
      if (!id_.empty() && id_ != rule.info.id) continue;
      ++report_.rules;
      begin(rule.info.id, true);
      names_.insert(rule.info.name);
      for (const RuleTest& test : rule.tests) run_test(test);
    }
    return std::move(report_);
  }

 private:
  void begin(const std::string& family, bool table) {
    family_ = family;
    table_ = table;
    names_.clear();
    beaten_by_.clear();
    fired_ = false;
  }

  void run_test(const RuleTest& test) {
    ++report_.tests;
    if (test.known_gap) ++report_.known_gaps;
    read_passage(engine_, test.text, test.published, document_);
    attempts_.clear();
    engine_.matcher().match(document_, attempts_);
    for (const Attempt& attempt : attempts_) note(attempt);
    const std::vector<Statement> all = engine_.resolver().statements(document_);
    std::vector<const Statement*> own;
    for (const Statement& statement : all) {
      if (names_.count(statement.evidence.rule) != 0) own.push_back(&statement);
    }
    const bool passes = test.sign == TestSign::kSilent ? own.empty() : meet(own, test.events);
    if (passes != test.known_gap) return;
    report_.failures.push_back({family_, test, shown(own, test.events), passes});
  }

  void note(const Attempt& attempt) {
    const RuleSet& rules = engine_.rules();
    if (names_.count(rules.events[attempt.rule].info.name) == 0) return;
    if (attempt.outcome == Outcome::kVetoed && attempt.by < vetoes_.size()) {
      vetoes_[attempt.by] = true;
    }
    if (attempt.outcome == Outcome::kHit) fired_ = true;
    if (attempt.outcome == Outcome::kBeaten &&
        names_.count(rules.events[attempt.by].info.name) == 0) {
      beaten_by_.insert(rules.events[attempt.by].info.id);
    }
  }

  void report_idle(const EventRule& rule) {
    for (std::size_t i = 0; i < vetoes_.size(); ++i) {
      if (vetoes_[i]) continue;
      report_.idle.push_back({"idle-unless",
                              "this «unless» vetoes nothing in the tests of " + family_ +
                                  ": write the - test that it is for",
                              rule.unless[i].place, "", "", 1});
    }
    if (!fired_ && !beaten_by_.empty()) {
      report_.idle.push_back({"shadowed-rule",
                              family_ + " never fires: " + *beaten_by_.begin() + " beats it",
                              rule.info.place, "", "", 1});
    }
  }

  const Engine& engine_;
  const std::string id_;
  RuleTestReport report_;
  Document document_;
  std::vector<Attempt> attempts_;
  std::string family_;
  bool table_ = false;
  std::set<Index> names_;
  std::vector<bool> vetoes_;
  std::set<std::string> beaten_by_;
  bool fired_ = false;
};

}  // namespace

void read_passage(const Engine& engine, const std::string& text, const std::string& published,
                  Document& document) {
  document.clear();
  document.info = {};
  if (!published.empty()) {
    document.info.given_published = published;
    document.info.given_from = PublishedFrom::kMetadata;
  }
  document.text = engine.normalize(text);
  engine.segment(document);
  // A passage is article text, whatever it would be alone on a page; nothing stands under its end.
  for (Block& block : document.blocks) {
    const bool heads = block.label == BlockLabel::kTitle || block.label == BlockLabel::kHeading;
    if (!is_article(block.label) || (heads && &block == &document.blocks.back())) {
      block.label = BlockLabel::kBody;
    }
  }
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

RuleTestReport run_rule_tests(const Engine& engine, const std::string& id) {
  return TestRun(engine, id).run();
}

}  // namespace panchina
