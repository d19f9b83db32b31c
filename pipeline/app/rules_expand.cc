// `panchina rules expand [ID]`: the rules that frames stand for.
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/load_engine.h"
#include "app/terminal.h"
#include "app/write_output.h"

namespace panchina {
namespace {

struct ExpandOptions {
  std::string id;
  std::string rules;
  bool json = false;
};

int run_expand(const ExpandOptions& options) {
  const std::unique_ptr<Engine> engine = load_engine(options.rules);
  if (engine == nullptr) return kExitUsage;
  std::string out;
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const EventRule& rule : engine->rules().events) {
    if (rule.frame.empty()) continue;
    if (!options.id.empty() && options.id != rule.frame && options.id != rule.info.id) continue;
    out += "[[rule]]  # frame " + rule.frame + ", " + rule.form + "\nid = \"" + rule.info.id +
           "\"\nwhen = '''" + rule.text + "'''\n";
    nlohmann::ordered_json adjuncts = nlohmann::ordered_json::array();
    for (const Adjunct& adjunct : rule.adjuncts) {
      out += "with." + adjunct.name + " = '''" + adjunct.text + "'''\n";
      adjuncts.push_back({{"slot", adjunct.name}, {"pattern", adjunct.text}});
    }
    for (const Unless& unless : rule.unless) {
      out += "unless = '''" + unless.text + "'''\n";
    }
    if (rule.info.priority != 0) out += "priority = " + std::to_string(rule.info.priority) + "\n";
    json.push_back({{"id", rule.info.id},
                    {"frame", rule.frame},
                    {"form", rule.form},
                    {"when", rule.text},
                    {"with", adjuncts}});
    out += "\n";
  }
  if (json.empty() && !options.id.empty()) {
    std::vector<std::string> ids;
    bool plain = false;  // a rule that no frame stands for
    for (const EventRule& rule : engine->rules().events) {
      ids.push_back(rule.frame.empty() ? rule.info.id : rule.frame);
      plain = plain || rule.info.id == options.id;
    }
    const std::string hint = did_you_mean(options.id, ids);
    print_error(plain
                    ? "«" + options.id + "» is no frame: it stands for itself"
                    : "there is no frame «" + options.id + "»" + (hint.empty() ? "" : "; " + hint));
    return kExitUsage;
  }
  if (options.json) out = json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  return write_output("-", out);
}

}  // namespace

void add_rules(CLI::App& program, Action& action) {
  CLI::App* rules = program.add_subcommand("rules", "Look at the rules");
  rules->require_subcommand(1);
  auto options = std::make_shared<ExpandOptions>();
  CLI::App* command = rules->add_subcommand("expand", "Print the rules that frames stand for");
  command->add_option("id", options->id, "One frame; all without it")->type_name("ID");
  command->add_option("--rules", options->rules, "Rules folder")->type_name("DIR");
  command->add_flag("--json", options->json, "Write them as JSON");
  command->callback([&action, options] { action = [options] { return run_expand(*options); }; });
}

}  // namespace panchina
