// The options of `panchina extract`.
#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "app/commands.h"
#include "app/extract.h"
#include "read/published.h"

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

std::string mistake_in_day(const std::string& date) {
  return day_of(date) == date ? "" : date + " is no day such as 2021-02-09";
}

void add_inputs(CLI::App* command, ReadOptions& options) {
  command->add_option("path", options.paths, "Articles: files, folders, - for standard input")
      ->type_name("PATH");
  command->add_option("--files-from", options.files_from, "Read paths from FILE, one a line")
      ->type_name("FILE");
  command->add_flag(
      "-0,--null", [&options](auto) { options.list_separator = '\0'; },
      "Paths of --files-from end with NUL");
  add_choice<StandardInput>(command, "--stdin", options.standard_input,
                            {{"text", StandardInput::kText}, {"jsonl", StandardInput::kJsonLines}},
                            "text|jsonl", "What standard input holds");
  command->add_option("--root", options.root, "Ids of articles are paths relative to DIR")
      ->type_name("DIR");
  command->add_option("--include", options.include, "Read only files that match (repeatable)")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  command->add_option("--exclude", options.exclude, "Leave out files that match (repeatable)")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  command->add_flag(
      "-L,--follow", [&options](auto) { options.links = LinkPolicy::kFollow; },
      "Follow symbolic links");
  command->add_flag(
      "--text", [&options](auto) { options.binary = BinaryPolicy::kRead; },
      "Read files that look binary as text");
  command->add_option("--max-article-size", options.max_article_size, "Refuse longer articles")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->type_name("BYTES");
  add_choice<OnDuplicate>(command, "--on-duplicate", options.on_duplicate,
                          {{"error", OnDuplicate::kError},
                           {"suffix", OnDuplicate::kSuffix},
                           {"last", OnDuplicate::kLast}},
                          "error|suffix|last", "Two articles with one id");
  command->add_option("--published", options.published, "Publication date where none is found")
      ->check(CLI::Validator(mistake_in_day, ""))
      ->type_name("DATE");
}

void add_outputs(CLI::App* command, ExtractOptions& options) {
  command->add_option("-o,--output", options.output, "Write events to FILE; - is standard output")
      ->type_name("FILE");
  command
      ->add_option("--db", options.database,
                   "Load events into a database: FILE or sqlite:FILE for SQLite, postgresql://…")
      ->type_name("URL");
  add_choice<OutputFormat>(command, "--format", options.format,
                           {{"jsonl", OutputFormat::kJsonLines},
                            {"json", OutputFormat::kJson},
                            {"csv", OutputFormat::kCsv}},
                           "jsonl|json|csv", "Form of the output");
  command->add_flag("--csv-safe", options.csv_safe, "No CSV field begins like a formula");
  add_choice<OffsetUnit>(command, "--offsets", options.write.offsets,
                         {{"codepoint", OffsetUnit::kCodePoint},
                          {"byte", OffsetUnit::kByte},
                          {"utf16", OffsetUnit::kUtf16}},
                         "codepoint|byte|utf16", "Unit of offsets");
  add_choice<Mentions>(command, "--mentions", options.write.mentions,
                       {{"all", Mentions::kAll}, {"none", Mentions::kNone}}, "all|none",
                       "Whether to write mentions of dates and clubs");
  add_choice<Assertions>(command, "--factuality", options.write.assertions,
                         {{"asserted", Assertions::kAsserted}, {"all", Assertions::kAll}},
                         "asserted|all", "Whether to write denials and rumours too");
  command
      ->add_option("--save-text", options.read.save_text,
                   "Write the text that offsets count in below DIR")
      ->type_name("DIR");
  command->add_flag("--force", options.force, "Extract unchanged articles again");
  command->add_flag("--json", options.json_summary, "Write the summary as JSON");
}

}  // namespace

void add_extract(CLI::App& program, Action& action) {
  auto options = std::make_shared<ExtractOptions>();
  CLI::App* command = program.add_subcommand("extract", "Read articles, write events");
  add_inputs(command, options->read);
  command
      ->add_option("--metadata", options->metadata,
                   "CSV or JSON lines with doc, published, title, url")
      ->type_name("FILE");
  add_outputs(command, *options);
  command->add_option("--rules", options->rules, "Rules folder")->type_name("DIR");
  command->add_option("-j,--workers", options->workers, "Workers; 0: one a processor")
      ->check(CLI::Range(0, 1024).description(""))
      ->type_name("N");
  command->callback([&action, options] {
    if (options->read.paths.empty() && options->read.files_from.empty()) {
      throw CLI::RequiredError("PATH or --files-from");
    }
    action = [options] { return run_extract(*options); };
  });
}

}  // namespace panchina
