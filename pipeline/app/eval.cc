// `panchina eval`: extracts articles that have gold, or takes a run's events, and scores them.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/extract.h"
#include "app/score_read.h"
#include "app/score_report.h"
#include "app/temporary_file.h"
#include "app/terminal.h"
#include "app/write_output.h"

namespace panchina {
namespace {

namespace fs = std::filesystem;

struct EvalOptions {
  std::string gold;
  std::string texts;
  std::string events;  // a run's output in the place of PATH
  ExtractOptions extract;
  bool errors = false;
  bool json = false;
};

// The folder of the articles: as given, or PATH, or `articles` (`texts`) beside the gold.
fs::path texts_folder(const EvalOptions& options) {
  if (!options.texts.empty()) return options.texts;
  const std::vector<std::string>& paths = options.extract.read.paths;
  if (paths.size() == 1 && fs::is_directory(paths[0])) return paths[0];
  fs::path gold = fs::path(options.gold).lexically_normal();
  if (!gold.has_filename()) gold = gold.parent_path();
  const fs::path articles = gold.parent_path() / "articles";
  return fs::is_directory(articles) ? articles : gold.parent_path() / "texts";
}

int evaluate(const EvalOptions& options, const std::string& events_path) {
  auto gold = read_gold(options.gold, texts_folder(options));
  if (!gold) return print_diagnostics({gold.error()}), kExitFatal;
  const auto events = read_events(events_path);
  if (!events) {
    return print_diagnostics({const_cast<Result<EventsByDocument, Diagnostic>&>(events).error()}),
           kExitFatal;
  }
  static const std::vector<ScoredEvent> kNothing;
  Evaluation evaluation;
  for (const GoldArticle& article : *gold) {
    const auto found = events->find(article.doc);
    evaluation.articles.push_back(score_article(
        article, found == events->end() ? kNothing : found->second, evaluation.errors));
  }
  if (options.json) return write_output("-", score_json(evaluation));
  std::string text;
  if (options.errors) text += error_lines(evaluation) + "\n";
  text += score_table(evaluation) + "\n" + slot_table(evaluation) + "\n" + rule_table(evaluation) +
          "\n" + confidence_table(evaluation);
  return write_output("-", text);
}

int run_eval(const EvalOptions& options) {
  if (!options.events.empty()) return evaluate(options, options.events);
  const TemporaryFile events("eval");
  if (events.path().empty()) {
    print_error("cannot make a temporary file");
    return kExitFatal;
  }
  ExtractOptions extract = options.extract;
  extract.output = events.path();
  extract.force = true;
  extract.write.assertions = Assertions::kAll;
  if (extract.read.paths.empty()) extract.read.paths = {texts_folder(options).string()};
  const bool was_quiet = quiet();
  set_quiet(true);
  const int code = run_extract(extract);
  set_quiet(was_quiet);
  if (code != kExitDone && code != kExitSomeFailed) return code;
  return evaluate(options, events.path());
}

}  // namespace

void add_eval(CLI::App& program, Action& action) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command =
      program.add_subcommand("eval", "Score the events of articles against hand-made gold");
  command->add_option("path", options->extract.read.paths, "Articles; none: those beside the gold")
      ->type_name("PATH");
  command->add_option("--gold", options->gold, "Folder of gold files, NAME.json an article")
      ->required()
      ->type_name("DIR");
  command->add_option("--events", options->events, "Score a run's output, - for standard input")
      ->type_name("FILE")
      ->excludes("path");
  command->add_option("--texts", options->texts, "The articles' folder, where it is not PATH")
      ->type_name("DIR");
  command
      ->add_option("--metadata", options->extract.metadata,
                   "CSV or JSON lines: doc, published, title, url")
      ->type_name("FILE");
  command->add_option("--rules", options->extract.rules, "Rules folder")->type_name("DIR");
  command->add_option("-j,--workers", options->extract.workers, "Workers; 0: one a processor")
      ->type_name("N")
      ->check(CLI::Range(0, 1024).description(""));
  command->add_flag("--errors", options->errors, "Name each error, its rule and its passage");
  command->add_flag("--json", options->json, "All figures as JSON");
  command->callback([&action, options] { action = [options] { return run_eval(*options); }; });
}

}  // namespace panchina
