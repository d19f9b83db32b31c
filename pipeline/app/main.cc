// The program: options that all commands share, then the command's own (commands.h).
#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/help.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "app/version.h"

// Read by jemalloc, where the program is linked with it. Loading makes half a million small blocks
// and a run few: large pages cost far fewer page faults at the start. What is free for five
// seconds goes back, so that one long article does not keep what it took.
extern "C" {
extern const char* const malloc_conf;
const char* const malloc_conf = "thp:always,metadata_thp:always,dirty_decay_ms:5000,narenas:4";
}

namespace panchina {
namespace {

void add_commands(CLI::App& program, Action& action) {
  add_extract(program, action);
  add_load(program, action);
  add_eval(program, action);
  add_report(program, action);
  add_schema(program, action);
  add_sentences(program, action);
  add_check(program, action);
  add_test(program, action);
  add_units(program, action);
  add_why(program, action);
  add_why_not(program, action);
  add_near(program, action);
  add_diff(program, action);
  add_watch(program, action);
  add_coverage(program, action);
  add_profile(program, action);
  add_rules(program, action);
  add_completion(program, action);
  add_manual(program, action);
}

int run(int argc, char** argv) {
  CLI::App program("Reads Italian football articles and writes what they state as events.",
                   "panchina");
  Action action;
  ColorChoice color = ColorChoice::kAuto;
  bool quiet_run = false;
  const std::map<std::string, ColorChoice> colors = {{"auto", ColorChoice::kAuto},
                                                     {"always", ColorChoice::kAlways},
                                                     {"never", ColorChoice::kNever}};
  program.add_option("--color", color, "Colours on standard error: auto, always, never")
      ->transform(CLI::CheckedTransformer(colors).description(""))
      ->type_name("WHEN");
  program.add_flag("-q,--quiet", quiet_run, "Say nothing but errors");
  program.set_version_flag("--version", std::string(program_name_and_version()));
  program.require_subcommand(1);
  add_commands(program, action);
  set_help(program);
  for (CLI::App* command : program.get_subcommands({})) command->fallthrough();

  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& success) {  // --help, --version
    program.exit(success);
    if (std::cout.flush()) return kExitDone;
    print_error("cannot write standard output");
    return kExitFatal;
  } catch (const CLI::ParseError& error) {
    set_color(color);
    print_error(error.what());
    const auto chosen = program.get_subcommands();
    const std::string name = chosen.empty() ? "" : " " + chosen.front()->get_name();
    std::fprintf(stderr, "Try `panchina%s --help`.\n", name.c_str());
    return kExitUsage;
  }
  set_color(color);
  set_quiet(quiet_run);
  install_signal_handlers();
  return action ? action() : kExitUsage;
}

}  // namespace
}  // namespace panchina

int main(int argc, char** argv) { return panchina::run(argc, argv); }
