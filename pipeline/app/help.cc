#include "app/help.h"

#include <CLI/CLI.hpp>
#include <map>
#include <string>

namespace panchina {
namespace {

const std::map<std::string, std::string>& examples() {
  static const std::map<std::string, std::string> table = {
      {"extract",
       "Examples:\n"
       "  panchina extract articles/ -o events.jsonl         a folder, into a file\n"
       "  panchina extract articles/ --db facts.db           the same into SQLite\n"
       "  panchina extract a.txt --published 2021-02-09      one article, to standard output\n"
       "  zcat a.jsonl.gz | panchina extract - --stdin jsonl records from a pipe\n"
       "  panchina extract articles/ --format csv --csv-safe -o events.csv\n"},
      {"load",
       "Examples:\n"
       "  panchina load events.jsonl --db facts.db           into SQLite\n"
       "  panchina load *.jsonl --db postgresql://localhost/football\n"
       "  panchina load events.jsonl --db facts.db --dry-run what would change\n"},
      {"eval",
       "Examples:\n"
       "  panchina eval --gold samples/gold                  the articles beside the gold\n"
       "  panchina eval --gold gold/ articles/ --errors      with every error\n"
       "  panchina eval --gold gold/ --texts articles/ --events events.jsonl\n"},
      {"sentences",
       "Examples:\n"
       "  panchina sentences texts.jsonl > sentences.jsonl   boundaries, in code points\n"
       "  panchina sentences --blocks article.txt            how a page is cut\n"},
      {"report",
       "Examples:\n"
       "  panchina report events.jsonl --texts articles/ -o report.html\n"
       "  panchina report --db facts.db -o report.html\n"},
      {"check",
       "Examples:\n"
       "  panchina check                                     the project's rules\n"
       "  panchina check my-rules/ --json                    another folder, for a machine\n"},
      {"test",
       "Examples:\n"
       "  panchina test                                      every test of every rule\n"
       "  panchina test tenure.dismissed                     of one rule or frame\n"
       "  panchina test --gaps                               and what the known gaps lack\n"},
      {"units",
       "Examples:\n"
       "  panchina units 'Rossi non è stato esonerato.'\n"},
      {"why",
       "Examples:\n"
       "  panchina why 9c1f0a52 articles/                    the event with that id\n"
       "  panchina why all --text 'La Roma ha esonerato Paolo Rossi.'\n"},
      {"why-not",
       "Examples:\n"
       "  panchina why-not tenure.dismissed 'Rossi lascia la Roma.'\n"},
      {"near",
       "Examples:\n"
       "  panchina near articles/ --top 10                   what one more word would catch\n"},
      {"diff",
       "Examples:\n"
       "  panchina diff before.jsonl after.jsonl             two runs\n"
       "  panchina diff --rules rules/ --rules mine/ articles/\n"},
      {"watch",
       "Examples:\n"
       "  panchina watch articles/ --rules rules/            then edit and save\n"},
      {"coverage",
       "Examples:\n"
       "  panchina coverage articles/                        which rules fire, which never do\n"},
      {"profile",
       "Examples:\n"
       "  panchina profile articles/                         the slowest rules first\n"},
      {"rules",
       "Examples:\n"
       "  panchina rules expand tenure.dismissed             what the frame stands for\n"},
      {"schema",
       "Examples:\n"
       "  panchina schema > events.schema.json\n"
       "  panchina schema --duckdb > events.sql && duckdb -init events.sql\n"},
      {"manual", "Example:\n  panchina manual | man -l -\n"},
      {"completion",
       "Examples:\n"
       "  panchina completion bash > ~/.local/share/bash-completion/completions/panchina\n"
       "  panchina completion zsh > ~/.zfunc/_panchina\n"
       "  panchina completion fish > ~/.config/fish/completions/panchina.fish\n"},
  };
  return table;
}

}  // namespace

void set_help(CLI::App& program) {
  program.get_formatter()->column_width(34);
  program.footer(
      "Exit codes: 0 done, 1 input, output or database failed, 2 options or rules wrong,\n"
      "3 finished but some articles could not be read, 130 or 143 stopped by a signal.");
  for (CLI::App* command : program.get_subcommands({})) {
    const auto found = examples().find(command->get_name());
    if (found != examples().end()) command->footer(found->second);
  }
}

}  // namespace panchina
