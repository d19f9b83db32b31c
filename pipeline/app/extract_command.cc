// The options of `panchina extract`.
#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "app/commands.h"
#include "app/extract.h"

namespace panchina {
namespace {

// An option with a closed list of values, which its type name shows.
template <typename T>
void add_choice(CLI::App* command, const std::string& name, T& value,
                std::map<std::string, T> choices, const std::string& values,
                const std::string& description) {
  const CLI::IsMember known(choices);
  const auto set = [&value, choices = std::move(choices)](const std::string& word) {
    value = choices.at(word);
  };
  command->add_option_function<std::string>(name, set, description)
      ->check(CLI::IsMember(known).description(""))
      ->type_name(values);
}

void add_inputs(CLI::App* command, ExtractOptions& options) {
  command->add_option("path", options.paths, "Articles: files, folders, - for standard input")
      ->type_name("PATH");
  command->add_option("--files-from", options.files_from, "Read paths from FILE, one a line")
      ->type_name("FILE");
  command->add_flag("-0,--null", options.nul_separated, "Paths of --files-from end with NUL");
  command->add_option("--stdin", options.stdin_format, "What standard input holds")
      ->check(CLI::IsMember({"text", "html", "jsonl", "csv"}).description(""))
      ->type_name("text|html|jsonl|csv");
  command->add_option("--root", options.root, "Ids of articles are paths relative to DIR")
      ->type_name("DIR");
  command->add_option("--include", options.include, "Read only files that match (repeatable)")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  command->add_option("--exclude", options.exclude, "Leave out files that match (repeatable)")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  command->add_flag("-L,--follow", options.follow_links, "Follow symbolic links");
  command->add_flag("--text", options.binary_as_text, "Read files that look binary as text");
  command->add_option("--max-article-size", options.max_article_size, "Refuse longer articles")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->type_name("BYTES");
  command->add_option("--on-duplicate", options.on_duplicate, "Two articles with one id")
      ->check(CLI::IsMember({"error", "suffix", "last"}).description(""))
      ->type_name("error|suffix|last");
  command->add_option("--published", options.published, "Publication date where none is found")
      ->type_name("DATE");
  command
      ->add_option("--metadata", options.metadata, "CSV or JSON lines: doc, published, title, url")
      ->type_name("FILE");
}

void add_outputs(CLI::App* command, ExtractOptions& options) {
  command->add_option("-o,--output", options.output, "Write events to FILE; - is standard output")
      ->type_name("FILE");
  command
      ->add_option("--db", options.database,
                   "Load events into a database: a file for SQLite, sqlite:FILE, postgresql://…")
      ->type_name("URL");
  add_choice<OutputFormat>(command, "--format", options.format,
                           {{"jsonl", OutputFormat::kJsonLines},
                            {"json", OutputFormat::kJson},
                            {"csv", OutputFormat::kCsv}},
                           "jsonl|json|csv", "Form of the output");
  command->add_flag("--csv-safe", options.csv_safe, "No CSV field starts like a formula");
  add_choice<OffsetUnit>(command, "--offsets", options.write.offsets,
                         {{"codepoint", OffsetUnit::kCodePoint},
                          {"byte", OffsetUnit::kByte},
                          {"utf16", OffsetUnit::kUtf16}},
                         "codepoint|byte|utf16", "Unit of offsets");
  add_choice<Mentions>(command, "--mentions", options.write.mentions,
                       {{"all", Mentions::kAll}, {"none", Mentions::kNone}}, "all|none",
                       "Dates and clubs mentioned");
  add_choice<Assertions>(command, "--factuality", options.write.assertions,
                         {{"asserted", Assertions::kAsserted}, {"all", Assertions::kAll}},
                         "asserted|all", "Only what is asserted, or denials and rumours too");
  command
      ->add_option("--save-text", options.save_text,
                   "Write the text that offsets refer to below DIR")
      ->type_name("DIR");
  command->add_flag("--force", options.force, "Extract unchanged articles again");
  command->add_flag("--json", options.json_summary, "Summary on standard error as JSON");
}

}  // namespace

void add_extract(CLI::App& program, Action& action) {
  auto options = std::make_shared<ExtractOptions>();
  CLI::App* command = program.add_subcommand("extract", "Read articles, write events");
  add_inputs(command, *options);
  add_outputs(command, *options);
  command->add_option("--rules", options->rules, "Rules folder")->type_name("DIR");
  command->add_option("-j,--workers", options->workers, "Workers; 0: one a processor")
      ->type_name("N")
      ->check(CLI::Range(0, 1024).description(""));
  command->callback([&action, options] { action = [options] { return run_extract(*options); }; });
}

}  // namespace panchina
