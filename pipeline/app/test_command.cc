// `panchina test [ID]`: the rules' own tests, through the production pipeline.
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/load_engine.h"
#include "app/rule_tests.h"
#include "app/terminal.h"
#include "app/write_output.h"

namespace panchina {
namespace {

struct TestOptions {
  std::string id;
  std::string rules;
  bool gaps = false;
  bool json = false;
};

nlohmann::ordered_json list_json(const std::vector<RuleTestFailure>& list) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const RuleTestFailure& one : list) {
    out.push_back(
        {{"rule", one.rule},
         {"file", one.test.place.file},
         {"line", one.test.place.line},
         {"sign", sign_of(one.test)},
         {"text", one.test.text},
         {"expected", one.test.sign == TestSign::kSilent ? "nothing" : to_text(one.test.events)},
         {"found", one.found},
         {"because", one.because},
         {"starts_to_pass", one.starts_to_pass}});
  }
  return out;
}

std::string report_json(const RuleTestReport& report, bool gaps) {
  nlohmann::ordered_json out = {{"rules", report.rules},
                                {"tests", report.tests},
                                {"known_gaps", report.gaps.size()},
                                {"failed", report.failures.size()},
                                {"failures", list_json(report.failures)}};
  if (gaps) out["gaps"] = list_json(report.gaps);
  return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

// All ids that have tests.
std::vector<std::string> tested_ids(const RuleSet& rules) {
  std::vector<std::string> ids = rules.names;  // events, tables, mentions
  for (const EventRule& rule : rules.events) {
    if (!rule.frame.empty()) ids.push_back(rule.frame);
  }
  for (const BlockRule& rule : rules.blocks.rules()) ids.push_back(rule.info.id);
  return ids;
}

int run_test(const TestOptions& options) {
  const std::unique_ptr<Engine> engine = load_engine(options.rules);
  if (engine == nullptr) return kExitUsage;
  const RuleTestReport report = run_rule_tests(*engine, options.id);
  if (report.rules == 0 && !options.id.empty()) {
    const std::string hint = did_you_mean(options.id, tested_ids(engine->rules()));
    print_error("there is no rule «" + options.id + "»" + (hint.empty() ? "" : "; " + hint));
    return kExitUsage;
  }
  std::string out;
  if (options.json) {
    out = report_json(report, options.gaps);
  } else {
    if (options.gaps) {
      for (const RuleTestFailure& gap : report.gaps) out += to_text(gap);
    }
    for (const RuleTestFailure& failure : report.failures) out += to_text(failure);
    out += std::to_string(report.tests) + " tests of " + std::to_string(report.rules) +
           " rules: " + std::to_string(report.failures.size()) + " failed, " +
           std::to_string(report.gaps.size()) + " known gaps\n";
  }
  const int code = write_output("-", out);
  if (code != kExitDone) return code;
  return report.failures.empty() ? kExitDone : kExitUsage;
}

}  // namespace

void add_test(CLI::App& program, Action& action) {
  auto options = std::make_shared<TestOptions>();
  CLI::App* command = program.add_subcommand("test", "Run the rules' own tests");
  command->add_option("id", options->id, "One rule or frame; all without it")->type_name("ID");
  command->add_option("--rules", options->rules, "Rules folder")->type_name("DIR");
  command->add_flag("--gaps", options->gaps,
                    "List the known gaps (~) too, with what comes instead");
  command->add_flag("--json", options->json, "Write the report as JSON");
  command->callback([&action, options] { action = [options] { return run_test(*options); }; });
}

}  // namespace panchina
