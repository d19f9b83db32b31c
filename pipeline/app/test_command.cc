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
  bool json = false;
};

std::string sign_of(const RuleTest& test) {
  return std::string(test.known_gap ? "~" : "") + (test.sign == TestSign::kFires ? "+" : "-");
}

std::string expected_of(const RuleTest& test) {
  return test.sign == TestSign::kSilent ? "nothing" : to_text(test.events);
}

std::string failure_text(const RuleTestFailure& failure) {
  const Place& place = failure.test.place;
  std::string out = place.file + ":" + std::to_string(place.line) + ": " + failure.rule + ": ";
  if (failure.starts_to_pass) {
    return out + "known gap passes now, write " + sign_of(failure.test).substr(1) + ": " +
           failure.test.text + "\n";
  }
  out += sign_of(failure.test) + " " + failure.test.text + "\n";
  out += "  expected: " + expected_of(failure.test) + "\n";
  out += "  found:    " + failure.found + "\n";
  return out;
}

std::string report_json(const RuleTestReport& report) {
  nlohmann::ordered_json failures = nlohmann::ordered_json::array();
  for (const RuleTestFailure& failure : report.failures) {
    failures.push_back({{"rule", failure.rule},
                        {"file", failure.test.place.file},
                        {"line", failure.test.place.line},
                        {"sign", sign_of(failure.test)},
                        {"text", failure.test.text},
                        {"expected", expected_of(failure.test)},
                        {"found", failure.found},
                        {"starts_to_pass", failure.starts_to_pass}});
  }
  const nlohmann::ordered_json out = {{"rules", report.rules},
                                      {"tests", report.tests},
                                      {"known_gaps", report.known_gaps},
                                      {"failed", report.failures.size()},
                                      {"failures", failures}};
  return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

int run_test(const TestOptions& options) {
  const std::unique_ptr<Engine> engine = load_engine(options.rules);
  if (engine == nullptr) return kExitUsage;
  const RuleTestReport report = run_rule_tests(*engine, options.id);
  if (report.rules == 0 && !options.id.empty()) {
    print_error("there is no event or table rule «" + options.id + "»");
    return kExitUsage;
  }
  std::string out;
  if (options.json) {
    out = report_json(report);
  } else {
    for (const RuleTestFailure& failure : report.failures) out += failure_text(failure);
    out += std::to_string(report.tests) + " tests of " + std::to_string(report.rules) +
           " rules: " + std::to_string(report.failures.size()) + " failed, " +
           std::to_string(report.known_gaps) + " known gaps\n";
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
  command->add_flag("--json", options->json, "Write the report as JSON");
  command->callback([&action, options] { action = [options] { return run_test(*options); }; });
}

}  // namespace panchina
