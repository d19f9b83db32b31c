// [[rule]] tables.
#include <algorithm>
#include <charconv>

#include "rule/compiler.h"
#include "rule/rule_keys.h"
#include "rule/rule_loader.h"

namespace panchina {

const std::vector<std::string>& event_rule_keys() {
  static const std::vector<std::string> keys = {
      "id",   "note",    "when",     "with",       "any",   "unless", "where",
      "emit", "missing", "priority", "confidence", "since", "tests"};
  return keys;
}

std::vector<Bag> load_bags(RuleTable& table, std::vector<SlotSpec>& slots) {
  std::vector<Bag> bags;
  LoadContext& context = table.context();
  const TomlEntry* any = table.entry("any");
  if (any == nullptr) return bags;
  if (!any->value.is_table()) {
    context.reporter.at_key(table.file(), *any, "wrong-type", "a bag is written any.N = ['''…''']");
    return bags;
  }
  for (const TomlEntry& entry : any->value.entries) {
    Bag bag;
    const auto [end, error] =
        std::from_chars(entry.key.data(), entry.key.data() + entry.key.size(), bag.least);
    if (error != std::errc() || end != entry.key.data() + entry.key.size() || bag.least == 0) {
      context.reporter.at_key(table.file(), entry, "bag-count",
                              "a bag is written any.N with a number N from 1");
      continue;
    }
    if (!entry.value.is_array()) {
      context.reporter.at(table.file(), entry.value, "wrong-type", "a bag is a list of patterns");
      continue;
    }
    for (const TomlValue& item : entry.value.items) {
      if (!item.is_string()) {
        context.reporter.at(table.file(), item, "wrong-type", "a string should stand here");
        continue;
      }
      const RuleString string{&table.file(), &item};
      const Pattern pattern = parse_pattern(context.patterns, string, slots);
      bag.needs.push_back(needed_kinds(compile_variants(pattern, context.rules)));
      bag.items.push_back(compile_program(pattern, Direction::kRight, context.rules));
      bag.triggers.push_back(compile_variants(pattern, context.rules));
    }
    if (bag.items.size() < bag.least) {
      context.reporter.at(table.file(), entry.value, "bag-count",
                          "the bag has fewer patterns than it must match");
    }
    bags.push_back(std::move(bag));
  }
  return bags;
}

void load_event_rules(LoadContext& context, const TomlFile& file) {
  const TomlEntry* rules = file.root().find("rule");
  if (rules == nullptr) return;
  if (!rules->value.is_array()) {
    context.reporter.at_key(file, *rules, "wrong-type", "a rule begins with [[rule]]");
    return;
  }
  for (const TomlValue& one : rules->value.items) {
    RuleTable table(context, file, one, "rule");
    table.report_unknown(event_rule_keys());
    EventRule rule;
    rule.info = load_info(table);
    const auto when = table.string("when");
    rule.bags = load_bags(table, rule.slots);
    if (when) {
      const std::size_t before = context.reporter.count();
      const Pattern pattern = parse_pattern(context.patterns, *when, rule.slots);
      rule.text = std::string(when->text());
      rule.variants = compile_variants(pattern, context.rules);
      if (rule.variants.empty() && context.reporter.count() == before) {
        context.reporter.at(
            *when, 0, when->text().size(), "no-trigger",
            "nothing in this pattern must be there: it needs a word, a verb or a slot");
      }
      report_repeated_slots(context, *when, pattern);
    } else if (rule.bags.empty() && table.entry("when") == nullptr) {
      context.reporter.at(file, one, "no-when", "the rule has neither «when» nor «any.N»");
    }
    load_rest(table, false, rule);
    if (rule.tells_career()) admit_towns(rule.variants);
    context.rules.events.push_back(std::move(rule));
  }
}

namespace {

// Slots of a pattern that every way through it binds, or may bind.
void collect(LoadContext& context, const RuleString& string, const Pattern& pattern,
             std::vector<bool>& bound) {
  for (const PatternNode& node : pattern) {
    if (node.kind == PatternKind::kSlot) {
      if (bound.size() <= node.slot) bound.resize(node.slot + 1);
      if (bound[node.slot]) {
        context.reporter.at(string, node.begin, node.end - node.begin, "repeated-slot",
                            "the slot is bound twice on one way through the pattern",
                            "two things that must be one are written with «where»");
      }
      bound[node.slot] = true;
    }
    std::vector<bool> after = bound;
    for (const Pattern& branch : node.branches) {
      std::vector<bool> one = bound;
      collect(context, string, branch, one);
      if (after.size() < one.size()) after.resize(one.size());
      for (std::size_t i = 0; i < one.size(); ++i) after[i] = after[i] || one[i];
    }
    bound = after;
  }
}

}  // namespace

void report_repeated_slots(LoadContext& context, const RuleString& string, const Pattern& pattern) {
  std::vector<bool> bound;
  collect(context, string, pattern, bound);
}

}  // namespace panchina
