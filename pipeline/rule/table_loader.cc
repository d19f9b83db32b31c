// [[table]] tables.
#include <algorithm>

#include "rule/compiler.h"
#include "rule/rule_keys.h"
#include "rule/rule_loader.h"

namespace panchina {

const std::vector<std::string>& table_rule_keys() {
  static const std::vector<std::string> keys = {
      "id",        "note",    "block",    "heading",    "until",  "reach",
      "separator", "falling", "row",      "with",       "unless", "where",
      "emit",      "missing", "priority", "confidence", "since",  "tests"};
  return keys;
}

namespace {

struct LabelName {
  std::string_view name;
  BlockLabel label;
};
constexpr LabelName kLabels[] = {
    {"title", BlockLabel::kTitle},     {"dateline", BlockLabel::kDateline},
    {"body", BlockLabel::kBody},       {"heading", BlockLabel::kHeading},
    {"caption", BlockLabel::kCaption}, {"list", BlockLabel::kList},
    {"table", BlockLabel::kTable},     {"lineup", BlockLabel::kLineup},
    {"quote", BlockLabel::kQuote}};

std::uint32_t load_blocks(RuleTable& table) {
  std::uint32_t blocks = 0;
  std::vector<std::string> names;
  for (const LabelName& one : kLabels) names.emplace_back(one.name);
  for (const RuleString& string : table.strings("block")) {
    std::uint32_t bit = 0;
    for (const LabelName& one : kLabels) {
      if (one.name == string.text()) bit = 1u << static_cast<unsigned>(one.label);
    }
    if (bit == 0) {
      table.context().reporter.at(string, 0, std::max<std::size_t>(1, string.text().size()),
                                  "unknown-block",
                                  "there is no block «" + std::string(string.text()) + "»",
                                  did_you_mean(string.text(), names));
    }
    blocks |= bit;
  }
  if (blocks == 0) {
    blocks = 1u << static_cast<unsigned>(BlockLabel::kList) |
             1u << static_cast<unsigned>(BlockLabel::kTable);
  }
  return blocks;
}

void load_separators(RuleTable& table, TableRule& rule) {
  const auto string = table.string("separator");
  if (!string) return;
  rule.by_line = false;
  const std::string_view text = string->text();
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t bar = std::min(text.find('|', from), text.size());
    const std::string_view one = text.substr(from, bar - from);
    if (one == "line") {
      rule.by_line = true;
    } else if (one == ";") {
      rule.by_semicolon = true;
    } else if (one == ",") {
      rule.by_comma = true;
    } else if (one == "-") {
      rule.by_dash = true;
    } else if (one == "none") {
      rule.by_nothing = true;
    } else {
      table.context().reporter.at(*string, from, std::max<std::size_t>(1, one.size()),
                                  "unknown-separator",
                                  "rows are separated by «line», «;», «,», «-» or «none»",
                                  did_you_mean(one, {"line", "none"}));
    }
    from = bar + 1;
  }
}

// `falling = 3`: rows count in runs of three or more, of which each has no more points than the one
// above.
void load_falling(RuleTable& table, TableRule& rule) {
  const TomlEntry* falling = table.entry("falling");
  if (falling == nullptr) return;
  const TomlValue& value = falling->value;
  if (value.kind != TomlValue::Kind::kInteger || value.integer < 2 || value.integer > 99) {
    table.context().reporter.at(table.file(), value, "wrong-type",
                                "«falling» is the number of rows that a run has at least, from 2");
    return;
  }
  rule.falling = static_cast<Index>(value.integer);
}

// `heading`: one of the patterns must stand in the heading; `until`: what ends its reach.
void load_headings(RuleTable& table, std::string_view key, std::vector<Variant>& out) {
  LoadContext& context = table.context();
  for (const RuleString& string : table.strings(key)) {
    std::vector<SlotSpec> unbound;
    const std::size_t before = context.reporter.count();
    std::vector<Variant> variants =
        compile_variants(parse_pattern(context.patterns, string, unbound), context.rules);
    if (variants.empty() && context.reporter.count() == before) {
      context.reporter.at(string, 0, string.text().size(), "no-trigger",
                          "nothing in this pattern must be there");
    }
    std::move(variants.begin(), variants.end(), std::back_inserter(out));
  }
}

}  // namespace

void load_table_rules(LoadContext& context, const TomlFile& file) {
  const TomlEntry* rules = file.root().find("table");
  if (rules == nullptr) return;
  if (!rules->value.is_array()) {
    context.reporter.at_key(file, *rules, "wrong-type", "a table rule begins with [[table]]");
    return;
  }
  for (const TomlValue& one : rules->value.items) {
    RuleTable table(context, file, one, "table rule");
    table.report_unknown(table_rule_keys());
    TableRule rule;
    rule.info = load_info(table);
    rule.blocks = load_blocks(table);
    load_separators(table, rule);
    load_falling(table, rule);
    load_headings(table, "heading", rule.heading);
    load_headings(table, "until", rule.until);
    if (const auto reach = table.string("reach")) {
      rule.by_sentence = reach->text() == "sentence";
      if (!rule.by_sentence && reach->text() != "block") {
        context.reporter.at(*reach, 0, reach->text().size(), "unknown-reach",
                            "a heading reaches to the end of its «sentence» or of the «block»",
                            did_you_mean(reach->text(), {"sentence", "block"}));
      }
    }
    if (const auto row = table.string("row")) {
      const Pattern pattern = parse_pattern(context.patterns, *row, rule.slots);
      rule.text = std::string(row->text());
      rule.row = compile_row(pattern, context.rules);
      for (Variant& variant : compile_variants(pattern, context.rules)) {
        rule.needs.push_back(std::move(variant.needs));
      }
      report_repeated_slots(context, *row, pattern);
    } else if (table.entry("row") == nullptr) {
      context.reporter.at(file, one, "no-when", "the table rule has no «row»");
    }
    load_rest(table, true, rule);
    rule.printed = find_slot(rule.slots, "printed");
    rule.points = find_slot(rule.slots, "points");
    rule.club = find_slot(rule.slots, "club");
    context.rules.tables.push_back(std::move(rule));
  }
}

}  // namespace panchina
