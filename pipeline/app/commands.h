// The commands: each file registers its own. `add_x` adds a subcommand with its options to the
// program; parsing the command line sets `action` to what the chosen one does, whose result is the
// exit code (exit_codes.h). Options live in a shared_ptr that the action holds:
//
//   void add_schema(CLI::App& program, Action& action) {
//     auto options = std::make_shared<SchemaOptions>();
//     CLI::App* command = program.add_subcommand("schema", "Write the JSON Schema of events.");
//     command->add_flag("--duckdb", options->duckdb, "Write a DuckDB view file instead.");
//     command->callback([&action, options] { action = [options] { return run_schema(*options); };
//     });
//   }
//
// To add one: declare it here, name it in add_commands() of main.cc, its file in CMakeLists.txt.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace panchina {

using Action = std::function<int()>;

void add_extract(CLI::App& program, Action& action);
void add_completion(CLI::App& program, Action& action);
void add_manual(CLI::App& program, Action& action);
void add_schema(CLI::App& program, Action& action);
void add_sentences(CLI::App& program, Action& action);
void add_load(CLI::App& program, Action& action);
void add_eval(CLI::App& program, Action& action);
void add_report(CLI::App& program, Action& action);
void add_check(CLI::App& program, Action& action);
void add_test(CLI::App& program, Action& action);
void add_units(CLI::App& program, Action& action);
void add_why_not(CLI::App& program, Action& action);
void add_rules(CLI::App& program, Action& action);
void add_why(CLI::App& program, Action& action);
void add_near(CLI::App& program, Action& action);
void add_diff(CLI::App& program, Action& action);
void add_watch(CLI::App& program, Action& action);
void add_coverage(CLI::App& program, Action& action);
void add_profile(CLI::App& program, Action& action);

}  // namespace panchina
