// `panchina schema`: the contract of events.md for machines, made from the table of event types.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/rules_schema.h"
#include "app/schema_text.h"
#include "app/write_output.h"

namespace panchina {
namespace {

struct SchemaOptions {
  bool duckdb = false;
  bool rules = false;
  std::string output = "-";
};

int run_schema(const SchemaOptions& options) {
  if (options.rules) return write_output(options.output, rules_schema());
  return write_output(options.output, options.duckdb ? duckdb_views() : events_schema());
}

}  // namespace

void add_schema(CLI::App& program, Action& action) {
  auto options = std::make_shared<SchemaOptions>();
  CLI::App* command =
      program.add_subcommand("schema", "Write the JSON Schema of event lines (2020-12)");
  command->add_flag("--rules", options->rules, "Write the JSON Schema of rule files instead");
  command->add_flag("--duckdb", options->duckdb, "Write DuckDB views with column types instead");
  command->add_option("-o,--output", options->output, "File to write; - is standard output")
      ->type_name("FILE");
  command->callback([&action, options] { action = [options] { return run_schema(*options); }; });
}

}  // namespace panchina
