// `panchina why-not RULE 'frase'`: how far a rule came, what it wanted, and what stood there.
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "app/attempt_text.h"
#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/load_engine.h"
#include "app/rule_tests.h"
#include "app/terminal.h"
#include "app/unit_text.h"
#include "app/write_output.h"
#include "base/diagnostic.h"
#include "match/matcher.h"

namespace panchina {
namespace {

struct WhyNotOptions {
  std::string rule;
  std::string text;
  std::string rules;
  bool json = false;
};

int run_why_not(const WhyNotOptions& options) {
  const std::unique_ptr<Engine> engine = load_engine(options.rules);
  if (engine == nullptr) return kExitUsage;
  std::vector<Index> family;
  std::vector<std::string> ids;
  for (Index i = 0; i < engine->rules().events.size(); ++i) {
    const EventRule& rule = engine->rules().events[i];
    ids.push_back(rule.info.id);
    if (rule.info.id == options.rule || rule.frame == options.rule) family.push_back(i);
  }
  for (const TableRule& table : engine->rules().tables) {
    if (table.info.id != options.rule) continue;
    print_error("«" + options.rule + "» is a table rule, and why-not knows event rules; see its " +
                "blocks with `panchina sentences --blocks FILE`, its rows with `panchina units`");
    return kExitUsage;
  }
  if (family.empty()) {
    const std::string hint = did_you_mean(options.rule, ids);
    print_error("there is no event rule «" + options.rule + "»" +
                (hint.empty() ? "" : "; " + hint));
    return kExitUsage;
  }
  Document document;
  read_passage(*engine, options.text, "", document);
  std::string out;
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const Index rule : family) {
    const std::optional<Attempt> best = furthest_attempt(*engine, document, rule);
    if (!best) continue;
    out += engine->rules().events[rule].info.id + ": ";
    if (best->trigger != kNoIndex) out += "at «" + unit_words(document, best->trigger) + "»: ";
    out += attempt_text(*engine, document, *best) + "\n";
    json.push_back(attempt_json(*engine, document, *best));
  }
  if (options.json) out = json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  return write_output("-", out);
}

}  // namespace

void add_why_not(CLI::App& program, Action& action) {
  auto options = std::make_shared<WhyNotOptions>();
  CLI::App* command =
      program.add_subcommand("why-not", "Say why a rule does not fire in a passage");
  command->add_option("rule", options->rule, "Its id, or a frame's")->required()->type_name("RULE");
  command->add_option("text", options->text, "The passage")->required()->type_name("TEXT");
  command->add_option("--rules", options->rules, "Rules folder")->type_name("DIR");
  command->add_flag("--json", options->json, "Write the answer as JSON");
  command->callback([&action, options] { action = [options] { return run_why_not(*options); }; });
}

}  // namespace panchina
