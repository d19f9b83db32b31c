// `panchina diff`: events gained, lost and changed between two runs or two rule sets.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/corpus.h"
#include "app/event_rows.h"
#include "app/exit_codes.h"
#include "app/load_engine.h"
#include "app/terminal.h"
#include "app/write_output.h"

namespace panchina {
namespace {

struct DiffOptions {
  std::vector<std::string> rules;  // two: compare rule sets over `corpus`
  CorpusOptions corpus;            // else paths are two files of events
  std::size_t examples = 1;
  bool mentions = false;
  bool json = false;
};

// The events that a rules folder finds; false: what failed has been said.
bool extract_rows(const std::string& rules, const DiffOptions& options, std::vector<EventRow>& rows,
                  int& code) {
  const std::unique_ptr<Engine> engine = load_engine(rules);
  if (engine == nullptr) return code = kExitUsage, false;
  Document document;
  code = each_article(options.corpus, *engine, [&](Article& article) {
    begin_document(*engine, article, document);
    engine->run(document);
    add_rows(document, engine->rule_names(), options.mentions, rows);
  });
  return code == kExitDone || code == kExitSomeFailed;
}

int run_diff(const DiffOptions& options) {
  std::vector<EventRow> before, after;
  int code = kExitDone;
  if (options.rules.size() == 2) {
    if (!extract_rows(options.rules[0], options, before, code)) return code;
    if (!extract_rows(options.rules[1], options, after, code)) return code;
  } else {
    if (!options.rules.empty() || options.corpus.paths.size() != 2) {
      print_error("diff compares two files of events, or articles under two --rules");
      return kExitUsage;
    }
    auto one = read_rows(options.corpus.paths[0]);
    auto two = read_rows(options.corpus.paths[1]);
    if (!one) return print_diagnostics({one.error()}), kExitFatal;
    if (!two) return print_diagnostics({two.error()}), kExitFatal;
    before = *std::move(one);
    after = *std::move(two);
  }
  const std::vector<RowChange> changes = compare_rows(before, after);
  const int written = write_output(
      "-", options.json ? changes_json(changes) : changes_text(changes, options.examples));
  return written != kExitDone ? written : code;
}

}  // namespace

void add_diff(CLI::App& program, Action& action) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* command =
      program.add_subcommand("diff", "Compare the events of two runs, or of two rule sets");
  command
      ->add_option("path", options->corpus.paths, "Two files of events; with two --rules, articles")
      ->required()
      ->type_name("PATH");
  command->add_option("--rules", options->rules, "Rules folder; give it twice to compare two")
      ->allow_extra_args(false)
      ->type_name("DIR");
  command->add_option("--metadata", options->corpus.metadata, "Publication dates and titles")
      ->type_name("FILE");
  command->add_option("--examples", options->examples, "Examples of each kind and rule");
  command->add_flag("--mentions", options->mentions, "Compare mentions too");
  command->add_flag("--json", options->json, "Write the changes as JSON");
  command->callback([&action, options] { action = [options] { return run_diff(*options); }; });
}

}  // namespace panchina
