// `panchina units 'frase'`: how annotation sees a passage.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/load_engine.h"
#include "app/rule_tests.h"
#include "app/unit_text.h"
#include "app/write_output.h"

namespace panchina {
namespace {

struct UnitsOptions {
  std::string text;
  std::string rules;
  bool json = false;
};

int run_units(const UnitsOptions& options) {
  const std::unique_ptr<Engine> engine = load_engine(options.rules);
  if (engine == nullptr) return kExitUsage;
  Document document;
  read_passage(*engine, options.text, "", document);
  return write_output("-", options.json
                               ? units_json(document, engine->vocabulary(), engine->lexicon())
                               : units_table(document, engine->vocabulary(), engine->lexicon()));
}

}  // namespace

void add_units(CLI::App& program, Action& action) {
  auto options = std::make_shared<UnitsOptions>();
  CLI::App* command = program.add_subcommand("units", "Show how annotation sees a passage");
  command->add_option("text", options->text, "The passage")->required()->type_name("TEXT");
  command->add_option("--rules", options->rules, "Rules folder")->type_name("DIR");
  command->add_flag("--json", options->json, "Write the units as JSON");
  command->callback([&action, options] { action = [options] { return run_units(*options); }; });
}

}  // namespace panchina
