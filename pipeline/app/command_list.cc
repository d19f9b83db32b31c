#include "app/command_list.h"

#include <CLI/CLI.hpp>

namespace panchina {
namespace {

// The values of a type name that is a list: `jsonl|json|csv`.
std::vector<std::string> listed_values(const std::string& type_name) {
  std::vector<std::string> values;
  if (type_name.find('|') == std::string::npos) return values;
  std::string word;
  for (const char c : type_name + "|") {
    if (c != '|') {
      word += c;
      continue;
    }
    values.push_back(word);
    word.clear();
  }
  return values;
}

}  // namespace

std::vector<Flag> flags_of(const CLI::App& command) {
  std::vector<Flag> flags;
  for (const CLI::Option* option : command.get_options()) {
    Flag flag;
    for (const std::string& name : option->get_snames()) flag.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) flag.names.push_back("--" + name);
    if (flag.names.empty()) continue;
    flag.description = option->get_description();
    flag.takes_value = option->get_items_expected_max() > 0;
    if (flag.takes_value) flag.type_name = option->get_type_name();
    flag.values = listed_values(flag.type_name);
    flags.push_back(std::move(flag));
  }
  return flags;
}

std::vector<const CLI::App*> commands_of(const CLI::App& program) {
  return program.get_subcommands([](const CLI::App*) { return true; });
}

}  // namespace panchina
