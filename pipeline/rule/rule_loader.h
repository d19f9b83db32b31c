// The parts of RuleSet::load that read event rules, frames and table rules. Thread rule: used by
// one loader.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rule/pattern_parser.h"
#include "rule/report.h"
#include "rule/rule_set.h"

namespace panchina {

struct LoadContext {
  PatternContext& patterns;
  const Lexicon& lexicon;
  RuleSet& rules;
  Reporter& reporter;
  std::unordered_map<std::string, Place> ids;  // of all rules so far

  // Notes whose id it is; what to say where it is another rule's, or "".
  std::string claim_id(const std::string& id, const Place& place);
};

// What event rules, frames and table rules have in common.
// `with.end_cause.dismissed = '''…'''`: the arg has this value where the pattern is found.
struct MarkedValue {
  std::string arg;
  std::string value;
  Index slot = kNoIndex;
  RuleString place;
};

struct CommonKeys {
  RuleInfo info;
  std::vector<EmitSpec> emits;
  std::vector<Adjunct> adjuncts;
  std::vector<MarkedValue> marks;
  std::vector<Unless> unless;
  std::vector<WhereExpression> where;
  std::vector<RuleTest> tests;
};

// A key of a rule with its place, read once.
class RuleTable {
 public:
  RuleTable(LoadContext& context, const TomlFile& file, const TomlValue& table, std::string kind);
  // The string under a key; nothing (and a report, where it is of another type) if there is none.
  std::optional<RuleString> string(std::string_view key);
  // Strings under a key that holds one or an array of them.
  std::vector<RuleString> strings(std::string_view key);
  const TomlEntry* entry(std::string_view key);
  // Reports the keys that nobody asked for.
  void report_unknown(const std::vector<std::string>& known) const;
  const TomlFile& file() const { return file_; }
  const TomlValue& table() const { return table_; }
  LoadContext& context() { return context_; }
  const std::string& kind() const { return kind_; }

 private:
  LoadContext& context_;
  const TomlFile& file_;
  const TomlValue& table_;
  std::string kind_;
};

// id, note, priority, confidence. An id that is missing or stands already is reported.
RuleInfo load_info(RuleTable& table);
// The same of a table that is named by its own key, with an id that was claimed.
RuleInfo load_info(RuleTable& table, const std::string& id, const Place& place);
// with.*, unless*, where and tests; slots grow.
void load_common(RuleTable& table, std::vector<SlotSpec>& slots, CommonKeys& out);
// missing.*, into the emits that have the arg.
void load_missing(RuleTable& table, const TomlEntry& missing, std::vector<EmitSpec>& emits);
// emit.*, [[rule.emit]] and missing.*: after all slots are known.
void load_emits(RuleTable& table, const std::vector<SlotSpec>& slots, bool table_rule,
                CommonKeys& out);
// Slots that bind nothing in any event: a mistake.
void report_unused_slots(RuleTable& table, const std::vector<SlotSpec>& slots,
                         const CommonKeys& common);
// Tests that name args no event has, or that lack a + or a -.
void check_tests(RuleTable& table, const CommonKeys& common, const Place& place);

// What stands behind a rule's own keys, read into the rule.
template <typename Rule>
void load_rest(RuleTable& table, bool table_rule, Rule& rule) {
  CommonKeys common;
  load_common(table, rule.slots, common);
  load_emits(table, rule.slots, table_rule, common);
  report_unused_slots(table, rule.slots, common);
  check_tests(table, common, rule.info.place);
  rule.emits = std::move(common.emits);
  rule.adjuncts = std::move(common.adjuncts);
  rule.unless = std::move(common.unless);
  rule.where = std::move(common.where);
  rule.tests = std::move(common.tests);
}

// any.N; slots grow.
std::vector<Bag> load_bags(RuleTable& table, std::vector<SlotSpec>& slots);
// A slot that stands twice on one way through a pattern.
void report_repeated_slots(LoadContext& context, const RuleString& string, const Pattern& pattern);

// RuleSet::load with the block and mention rules of `old`, whose words the vocabulary holds: what
// is annotated already stays good, but for words that were in no list and are now.
Result<RuleSet, Diagnostics> reload_match_rules(const std::filesystem::path& rules_dir,
                                                const RuleSet& old, Vocabulary& vocabulary,
                                                const Lexicon& lexicon);

// What loads, but never does what it says: `~word` of a word that no list inflects. For check.
Diagnostics remarks_on_rules(const std::filesystem::path& rules_dir, Vocabulary vocabulary,
                             const Lexicon& lexicon);

void load_event_rules(LoadContext& context, const TomlFile& file);
void load_frames(LoadContext& context, const TomlFile& file);
void load_table_rules(LoadContext& context, const TomlFile& file);

}  // namespace panchina
