// `panchina check`: everything that is wrong with the rules, at once.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <tuple>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/rule_tests.h"
#include "app/rules_folder.h"
#include "app/terminal.h"
#include "app/write_output.h"
#include "base/file.h"
#include "rule/rule_loader.h"

namespace panchina {
namespace {

struct CheckOptions {
  std::string rules;
  bool json = false;
};

std::string report_json(const Diagnostics& diagnostics) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const Diagnostic& one : diagnostics) {
    out.push_back({{"file", one.place.file},
                   {"line", one.place.line},
                   {"column", one.place.column},
                   {"length", one.length},
                   {"code", one.code},
                   {"message", one.message},
                   {"hint", one.hint}});
  }
  return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

// The lines of the files that the diagnostics point at, and their order.
void add_lines(const std::filesystem::path& folder, Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& one, const Diagnostic& two) {
                     return std::tie(one.place.file, one.place.line, one.place.column) <
                            std::tie(two.place.file, two.place.line, two.place.column);
                   });
  std::string file, text;
  for (Diagnostic& one : diagnostics) {
    if (one.place.line == 0) continue;
    if (one.place.file != file) {
      file = one.place.file;
      const Result<std::string, FileError> bytes = read_file((folder / file).string());
      text = bytes ? *bytes : "";
    }
    std::string_view rest = text;
    for (std::uint32_t line = 1; line < one.place.line && !rest.empty(); ++line) {
      rest.remove_prefix(std::min(rest.size(), rest.find('\n') + 1));
    }
    one.source_line = rest.substr(0, rest.find('\n'));
  }
}

int run_check(const CheckOptions& options) {
  const std::filesystem::path folder = rules_folder(options.rules);
  std::error_code error;
  if (folder.empty() || !std::filesystem::is_directory(folder, error)) {
    print_error(folder.empty() ? "no rules found; say where they are with --rules DIR"
                               : folder.string() + ": no such rules folder");
    return kExitUsage;
  }
  Diagnostics diagnostics;
  std::string summary;
  Result<std::unique_ptr<Engine>, Diagnostics> engine = Engine::load(folder);
  if (engine) {
    RuleTestReport report = run_rule_tests(**engine);
    diagnostics = std::move(report.idle);
    const Diagnostics remarks =
        remarks_on_rules(folder, (*engine)->vocabulary(), (*engine)->lexicon());
    diagnostics.insert(diagnostics.end(), remarks.begin(), remarks.end());
    for (const RuleTestFailure& failure : report.failures) {
      diagnostics.push_back({failure.starts_to_pass ? "gap-closed" : "test-failed",
                             failure.starts_to_pass
                                 ? "a known gap of " + failure.rule + " passes now"
                                 : "a test of " + failure.rule + " fails: found " + failure.found,
                             failure.test.place, "", failure.because, 1});
    }
    add_lines(folder, diagnostics);
    summary = std::to_string(report.rules) + " rules, " + std::to_string(report.tests) +
              " tests: all is well\n";
  } else {
    diagnostics = std::move(engine.error());
  }
  if (options.json) {
    const int code = write_output("-", report_json(diagnostics));
    if (code != kExitDone) return code;
  } else if (diagnostics.empty()) {
    return write_output("-", summary);
  } else {
    print_diagnostics(diagnostics);
  }
  return diagnostics.empty() ? kExitDone : kExitUsage;
}

}  // namespace

void add_check(CLI::App& program, Action& action) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      program.add_subcommand("check", "Find everything that is wrong with the rules");
  command->add_option("dir,--rules", options->rules, "Rules folder")->type_name("DIR");
  command->add_flag("--json", options->json, "Write the list as JSON");
  command->callback([&action, options] { action = [options] { return run_check(*options); }; });
}

}  // namespace panchina
