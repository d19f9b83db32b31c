// `panchina report`: a run's events or a database as one HTML page.
#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/load_summary.h"
#include "app/report_data.h"
#include "app/report_page.h"
#include "app/score_read.h"
#include "app/temporary_file.h"
#include "app/terminal.h"
#include "app/write_output.h"
#include "store/loader.h"

namespace panchina {
namespace {

struct ReportOptions {
  std::string events;
  std::string database;
  std::string texts;
  std::string gold;
  std::string output;
};

int failed(const Diagnostic& diagnostic) {
  print_error(load_problem(diagnostic));
  return kExitFatal;
}

// Loads the file into a database of its own, so that there is one way to read what it says across
// articles. Documents that are not whole are left out, and told.
Status<Diagnostic> load_events(const std::string& path, const std::string& database) {
  auto loader = Loader::open(database, LoadMode::kKeep);
  if (!loader) return Unexpected(std::move(loader.error()));
  auto bytes = path == "-" ? read_standard_input(std::size_t{1} << 31) : read_file(path);
  if (!bytes) {
    Diagnostic diagnostic;
    diagnostic.code = bytes.error().code;
    diagnostic.message = bytes.error().message;
    return Unexpected(std::move(diagnostic));
  }
  std::string_view rest = *bytes;
  const auto read = [&rest](char* buffer, std::size_t size) {
    const std::size_t count = rest.copy(buffer, size);
    rest.remove_prefix(count);
    return static_cast<long>(count);
  };
  const auto refused = [](const Diagnostic& d) { print_warning(load_problem(d)); };
  auto done = load_stream(*loader, path, read, refused);
  return done ? loader->finish() : done;
}

int run_report(const ReportOptions& options) {
  ReportSources sources;
  sources.texts = options.texts;
  std::string database = options.database;
  const TemporaryFile place("report");
  if (database.empty()) {
    database = "sqlite:" + place.path();
    if (auto done = load_events(options.events, database); !done) return failed(done.error());
  }
  if (!options.gold.empty()) {
    auto gold = read_gold(options.gold, options.texts);
    if (!gold) return failed(gold.error());
    auto events = read_events(options.events);
    if (!events) return failed(events.error());
    sources.gold = true;
    for (const GoldArticle& article : *gold)
      score_article(article, (*events)[article.doc], sources.errors);
  }
  auto reader = FactReader::open(database);
  if (!reader) return failed(reader.error());
  auto data = report_data(*reader, sources);
  if (!data) return failed(data.error());
  return write_output(options.output, report_page(*data));
}

}  // namespace

void add_report(CLI::App& program, Action& action) {
  auto options = std::make_shared<ReportOptions>();
  CLI::App* command =
      program.add_subcommand("report", "Write one HTML page of events, articles and careers");
  CLI::Option* events = command->add_option("events", options->events, "A file that extract wrote")
                            ->type_name("EVENTS");
  CLI::Option* database =
      command
          ->add_option("--db", options->database,
                       "A database of events instead: a file for SQLite, postgresql://…")
          ->type_name("URL");
  CLI::Option* texts =
      command
          ->add_option("--texts", options->texts, "The articles' folder, to show them with marks")
          ->type_name("DIR")
          ->check(CLI::ExistingDirectory.description(""));
  command->add_option("--gold", options->gold, "Show what gold says was missed or wrong")
      ->type_name("DIR")
      ->needs(texts)
      ->needs(events);
  command->add_option("-o,--output", options->output, "The page; - is standard output")
      ->required()
      ->type_name("FILE");
  events->excludes(database);
  command->callback([&action, options, events, database] {
    if (events->count() + database->count() == 0) {
      throw CLI::RequiredError("EVENTS or --db");
    }
    action = [options] { return run_report(*options); };
  });
}

}  // namespace panchina
