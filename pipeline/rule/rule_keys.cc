// The keys that rules of all kinds share: info, with.*, unless, where, tests.
#include <algorithm>

#include "rule/compiler.h"
#include "rule/rule_loader.h"
#include "rule/test_parser.h"
#include "rule/where_parser.h"

namespace panchina {

RuleTable::RuleTable(LoadContext& context, const TomlFile& file, const TomlValue& table,
                     std::string kind)
    : context_(context), file_(file), table_(table), kind_(std::move(kind)) {}

const TomlEntry* RuleTable::entry(std::string_view key) { return table_.find(key); }

std::optional<RuleString> RuleTable::string(std::string_view key) {
  const TomlEntry* found = table_.find(key);
  if (found == nullptr) return std::nullopt;
  if (!found->value.is_string()) {
    context_.reporter.at(file_, found->value, "wrong-type",
                         "«" + std::string(key) + "» must be a string");
    return std::nullopt;
  }
  return RuleString{&file_, &found->value};
}

std::vector<RuleString> RuleTable::strings(std::string_view key) {
  std::vector<RuleString> out;
  const TomlEntry* found = table_.find(key);
  if (found == nullptr) return out;
  if (found->value.is_string()) return {RuleString{&file_, &found->value}};
  if (found->value.is_array()) {
    for (const TomlValue& item : found->value.items) {
      if (item.is_string()) {
        out.push_back({&file_, &item});
      } else {
        context_.reporter.at(file_, item, "wrong-type", "a string should stand here");
      }
    }
    return out;
  }
  context_.reporter.at(file_, found->value, "wrong-type",
                       "«" + std::string(key) + "» must be a string or a list of strings");
  return out;
}

void RuleTable::report_unknown(const std::vector<std::string>& known) const {
  for (const TomlEntry& entry : table_.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    context_.reporter.at_key(file_, entry, "unknown-key",
                             "a " + kind_ + " has no key «" + entry.key + "»",
                             did_you_mean(entry.key, known));
  }
}

std::string LoadContext::claim_id(const std::string& id, const Place& place) {
  const auto [known, added] = ids.emplace(id, place);
  if (added) return "";
  return "the id «" + id + "» stands at " + known->second.file + ":" +
         std::to_string(known->second.line) + " already";
}

RuleInfo load_info(RuleTable& table) {
  Reporter& reporter = table.context().reporter;
  const auto id = table.string("id");
  if (!id || id->text().empty()) {
    reporter.at(table.file(), table.table(), "no-id", "the " + table.kind() + " has no id");
  } else if (std::string known = table.context().claim_id(std::string(id->text()), id->place());
             !known.empty()) {
    reporter.at(*id, 0, id->text().size(), "duplicate-id", std::move(known));
  }
  return load_info(table, id ? std::string(id->text()) : "",
                   table.file().source()->place(table.table().offset));
}

RuleInfo load_info(RuleTable& table, const std::string& id, const Place& place) {
  LoadContext& context = table.context();
  RuleInfo info;
  info.id = id;
  info.place = place;
  info.fingerprint = table.table().fingerprint("tests");
  if (const auto note = table.string("note")) info.note = std::string(note->text());
  if (const TomlEntry* priority = table.entry("priority")) {
    if (priority->value.kind == TomlValue::Kind::kInteger) {
      info.priority =
          static_cast<int>(std::clamp<std::int64_t>(priority->value.integer, -1000000, 1000000));
    } else {
      context.reporter.at(table.file(), priority->value, "wrong-type",
                          "«priority» must be a whole number");
    }
  }
  if (const TomlEntry* confidence = table.entry("confidence")) {
    const double value = confidence->value.number;
    if (value > 0 && value <= 1) {
      info.confidence = static_cast<float>(value);
    } else {
      context.reporter.at(table.file(), confidence->value, "wrong-value",
                          "«confidence» must lie in (0,1]");
    }
  }
  return info;
}

namespace {

// The word sets of a pattern of words alone; empty: it has more than words.
std::vector<Index> only_words(const Pattern& pattern) {
  std::vector<Index> sets;
  for (const PatternNode& node : pattern) {
    if (node.kind != PatternKind::kWord && node.kind != PatternKind::kNoun) return {};
    sets.push_back(node.words);
  }
  return sets;
}

struct Compiled {
  Pattern pattern;
  std::vector<Variant> variants;
};

Compiled compiled(RuleTable& table, const RuleString& string, std::vector<SlotSpec>& slots) {
  LoadContext& context = table.context();
  const std::size_t before = context.reporter.count();
  Pattern pattern = parse_pattern(context.patterns, string, slots);
  std::vector<Variant> variants = compile_variants(pattern, context.rules);
  if (variants.empty() && context.reporter.count() == before) {
    context.reporter.at(string, 0, string.text().size(), "no-trigger",
                        "nothing in this pattern must be there: it needs a word, a verb or a slot");
  }
  return {std::move(pattern), std::move(variants)};
}

// Appends the slots that the pattern binds.
void add_slots(const Pattern& pattern, std::vector<Index>& slots) {
  for (const PatternNode& node : pattern) {
    if (node.slot != kNoIndex) slots.push_back(node.slot);
    for (const Pattern& branch : node.branches) add_slots(branch, slots);
  }
}

std::vector<RuleString> strings_of(const TomlFile& file, const TomlValue& value) {
  std::vector<RuleString> strings;
  if (value.is_string()) strings.push_back({&file, &value});
  for (const TomlValue& item : value.items) {
    if (item.is_string()) strings.push_back({&file, &item});
  }
  return strings;
}

// `@name`: the pattern of that name in classes.toml, which several rules share; nothing (and a
// report) where there is none. Any other string is the pattern itself.
std::optional<RuleString> shared_adjunct(LoadContext& context, const RuleString& string) {
  if (!string.text().starts_with('@')) return string;
  const std::string_view name = string.text().substr(1);
  const WordClasses& classes = context.patterns.classes;
  if (const auto found = classes.adjuncts.find(name); found != classes.adjuncts.end())
    return found->second;
  context.reporter.at(string, 1, name.size(), "unknown-adjunct",
                      "classes.toml has no adjunct «" + std::string(name) + "»",
                      did_you_mean(name, classes.adjunct_names()));
  return std::nullopt;
}

// `with.SLOT.VALUE`: patterns that bind nothing, each with a slot of its own that says it was
// there.
void load_marks(RuleTable& table, const TomlEntry& entry, std::vector<SlotSpec>& slots,
                CommonKeys& out) {
  Reporter& reporter = table.context().reporter;
  for (const TomlEntry& one : entry.value.entries) {
    const std::vector<RuleString> strings = strings_of(table.file(), one.value);
    if (strings.empty()) {
      reporter.at(table.file(), one.value, "wrong-type", "with.SLOT.VALUE is a string");
      continue;
    }
    const auto slot = static_cast<Index>(slots.size());
    slots.push_back({entry.key + "." + one.key, 0, false, false, true});
    out.marks.push_back({entry.key, one.key, slot, strings[0]});
    for (const RuleString& written : strings) {
      const std::optional<RuleString> string = shared_adjunct(table.context(), written);
      if (!string) continue;
      Adjunct adjunct;
      adjunct.name = slots[slot].name;
      adjunct.mark = slot;
      std::vector<SlotSpec> own;
      adjunct.variants = compiled(table, *string, own).variants;
      if (!own.empty()) {
        reporter.at(written, 0, written.text().size(), "adjunct-slot",
                    "with.SLOT.VALUE binds no slots");
      }
      adjunct.needs = needed_kinds(adjunct.variants);
      out.adjuncts.push_back(std::move(adjunct));
    }
  }
}

void load_adjuncts(RuleTable& table, std::vector<SlotSpec>& slots, CommonKeys& out) {
  const TomlEntry* with = table.entry("with");
  if (with == nullptr) return;
  Reporter& reporter = table.context().reporter;
  if (!with->value.is_table()) {
    reporter.at_key(table.file(), *with, "wrong-type", "an adjunct is written with.SLOT = '''…'''");
    return;
  }
  for (const TomlEntry& entry : with->value.entries) {
    if (entry.value.is_table()) {
      load_marks(table, entry, slots, out);
      continue;
    }
    const std::vector<RuleString> strings = strings_of(table.file(), entry.value);
    if (strings.empty()) {
      reporter.at(table.file(), entry.value, "wrong-type", "with.SLOT is a string");
    }
    for (const RuleString& written : strings) {
      const std::optional<RuleString> string = shared_adjunct(table.context(), written);
      if (!string) continue;
      Adjunct adjunct;
      adjunct.name = entry.key;
      adjunct.text = std::string(string->text());
      const std::size_t before = reporter.count();
      Compiled adjunct_pattern = compiled(table, *string, slots);
      adjunct.variants = std::move(adjunct_pattern.variants);
      if (reporter.count() == before) {
        std::vector<Index> own;
        add_slots(adjunct_pattern.pattern, own);
        std::vector<std::string> names;
        for (const Index slot : own) {
          slots[slot].adjunct = true;
          names.push_back(slots[slot].name);
        }
        if (std::find(names.begin(), names.end(), entry.key) == names.end()) {
          reporter.at(written, 0, written.text().size(), "adjunct-slot",
                      "with." + entry.key + " binds no slot «" + entry.key + "»",
                      did_you_mean(entry.key, names));
        }
      }
      adjunct.needs = needed_kinds(adjunct.variants);
      out.adjuncts.push_back(std::move(adjunct));
    }
  }
}

void load_unless(RuleTable& table, CommonKeys& out) {
  const TomlEntry* unless = table.entry("unless");
  if (unless == nullptr) return;
  Reporter& reporter = table.context().reporter;
  const auto add = [&](UnlessWhere where, const TomlValue& value) {
    const std::vector<RuleString> strings = strings_of(table.file(), value);
    if (strings.empty()) {
      reporter.at(table.file(), value, "wrong-type", "«unless» must be a string");
    }
    for (const RuleString& string : strings) {
      Unless one;
      one.where = where;
      one.text = std::string(string.text());
      one.place = string.place();
      std::vector<SlotSpec> unbound;
      Compiled veto = compiled(table, string, unbound);
      one.variants = std::move(veto.variants);
      if (!one.variants.empty()) one.words = only_words(veto.pattern);
      out.unless.push_back(std::move(one));
    }
  };
  if (!unless->value.is_table()) {
    add(UnlessWhere::kAnywhere, unless->value);
    return;
  }
  for (const TomlEntry& entry : unless->value.entries) {
    if (entry.key == "before") {
      add(UnlessWhere::kBefore, entry.value);
    } else if (entry.key == "after") {
      add(UnlessWhere::kAfter, entry.value);
    } else if (entry.key == "clause") {
      add(UnlessWhere::kAnywhere, entry.value);
    } else {
      reporter.at_key(table.file(), entry, "unknown-key", "«unless» has no «" + entry.key + "»",
                      did_you_mean(entry.key, {"before", "after", "clause"}));
    }
  }
}

}  // namespace

void load_common(RuleTable& table, std::vector<SlotSpec>& slots, CommonKeys& out) {
  load_adjuncts(table, slots, out);
  load_unless(table, out);
  for (const RuleString& where : table.strings("where")) {
    out.where.push_back(parse_where(where, slots, table.context().reporter));
  }
  if (const auto tests = table.string("tests")) {
    out.tests = parse_tests(*tests, table.context().reporter);
  }
}

void check_tests(RuleTable& table, const CommonKeys& common, const Place& place) {
  static_cast<void>(place);
  Reporter& reporter = table.context().reporter;
  bool fires = false, silent = false;
  for (const RuleTest& test : common.tests) {
    fires = fires || test.sign == TestSign::kFires;
    silent = silent || test.sign == TestSign::kSilent;
    for (const std::vector<Expected>& event : test.events) {
      for (const Expected& one : event) {
        if (one.slot == "factuality" || one.slot == "cue" || common.emits.empty()) continue;
        if (std::any_of(common.emits.begin(), common.emits.end(), [&one](const EmitSpec& emit) {
              return arg_index(emit.type, one.slot) != kNoIndex;
            })) {
          continue;
        }
        std::vector<std::string> names{"factuality", "cue"};
        for (const EmitSpec& emit : common.emits) {
          for (const ArgSpec& arg : event_spec(emit.type).args) names.emplace_back(arg.name);
        }
        const TomlEntry* tests = table.entry("tests");
        const RuleString string{&table.file(), &tests->value};
        // Its place: in the test's line.
        const std::string_view text = string.text();
        const std::size_t line = text.find(test.text.substr(0, 20));
        const std::size_t at = text.find(one.slot + "=", line == text.npos ? 0 : line);
        reporter.at(string, at == text.npos ? 0 : at, one.slot.size(), "test-slot",
                    "no event of this rule has «" + one.slot + "»", did_you_mean(one.slot, names));
      }
    }
  }
  if (fires && silent) return;
  const TomlEntry* tests = table.entry("tests");
  const std::string what = fires ? "a - test" : silent ? "a + test" : "tests";
  const std::string message = "the " + table.kind() + " has no " +
                              (what == "tests" ? std::string("tests") : what.substr(2)) +
                              ": it needs a + and a -";
  if (tests != nullptr) {
    reporter.at_key(table.file(), *tests, "missing-test", message);
  } else {
    reporter.at(table.file(), table.table(), "missing-test", message);
  }
}

}  // namespace panchina
