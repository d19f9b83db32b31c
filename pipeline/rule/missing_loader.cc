// missing.* of rules: where a slot gets its value from that the passage does not tell.
#include <algorithm>

#include "rule/arg_values.h"
#include "rule/rule_loader.h"

namespace panchina {

namespace {

struct Way {
  std::string_view name;
  Missing missing;
};
constexpr Way kWays[] = {{"focus", Missing::kFocus},     {"previous", Missing::kPrevious},
                         {"heading", Missing::kHeading}, {"published", Missing::kPublished},
                         {"story", Missing::kStory},     {"above", Missing::kAbove},
                         {"drop", Missing::kDrop}};

}  // namespace

void load_missing(RuleTable& table, const TomlEntry& missing, std::vector<EmitSpec>& emits) {
  Reporter& reporter = table.context().reporter;
  if (!missing.value.is_table()) {
    reporter.at_key(table.file(), missing, "wrong-type", "missing is written missing.SLOT = \"…\"");
    return;
  }
  for (const TomlEntry& entry : missing.value.entries) {
    const RuleString string{&table.file(), &entry.value};
    if (!entry.value.is_string()) {
      reporter.at(table.file(), entry.value, "wrong-type", "missing.SLOT is a string");
      continue;
    }
    std::vector<Missing> ways;
    const std::string& text = entry.value.string;
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t bar = std::min(text.find('|', from), text.size());
      const std::string way = text.substr(from, bar - from);
      const auto* known = std::ranges::find(kWays, way, &Way::name);
      if (known != std::end(kWays)) {
        ways.push_back(known->missing);
      } else if (way != "none" || text != "none") {
        reporter.at(string, from, std::max<std::size_t>(1, way.size()), "unknown-missing",
                    "a missing slot is «focus», «previous», «above», «heading», «published», "
                    "«story», «drop» "
                    "or «none»",
                    did_you_mean(way, {"focus", "previous", "above", "heading", "published",
                                       "story", "drop", "none"}));
      }
      from = bar + 1;
    }
    bool used = false;
    for (EmitSpec& emit : emits) {
      const Index arg = arg_index(emit.type, entry.key);
      if (arg == kNoIndex) continue;
      emit.missing[arg] = ways;
      used = true;
    }
    if (!used && !emits.empty()) {
      reporter.at_key(table.file(), entry, "unknown-arg",
                      "no event of this rule has «" + entry.key + "»",
                      did_you_mean(entry.key, arg_names(emits[0].type)));
    }
  }
}

}  // namespace panchina
