// `panchina completion`: scripts for shells, made from the commands and options that exist.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "app/command_list.h"
#include "app/commands.h"
#include "app/write_output.h"

namespace panchina {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Inside '…' of a shell.
std::string shell_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out;
}

std::string bash(const CLI::App& program) {
  std::vector<std::string> names;
  std::string cases;
  std::string values;
  for (const CLI::App* command : commands_of(program)) {
    names.push_back(command->get_name());
    std::vector<std::string> words;
    for (const Flag& flag : flags_of(*command)) {
      words.insert(words.end(), flag.names.begin(), flag.names.end());
      if (flag.values.empty()) continue;
      for (const std::string& name : flag.names) {
        values += "    " + command->get_name() + ":" + name + ") COMPREPLY=($(compgen -W '" +
                  joined(flag.values) + "' -- \"$word\")); return;;\n";
      }
    }
    cases += "    " + command->get_name() + ") options='" + joined(words) + "';;\n";
  }
  std::vector<std::string> general;
  for (const Flag& flag : flags_of(program)) {
    general.insert(general.end(), flag.names.begin(), flag.names.end());
  }
  return "# bash completion of panchina\n"
         "_panchina() {\n"
         "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
         "  local command='' options='' i\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case \"${COMP_WORDS[i]}\" in -*) ;; *) command=\"${COMP_WORDS[i]}\"; break;; esac\n"
         "  done\n"
         "  if [[ -z $command ]]; then\n"
         "    COMPREPLY=($(compgen -W '" +
         joined(names) + " " + joined(general) +
         "' -- \"$word\")); return\n"
         "  fi\n"
         "  case \"$command:$before\" in\n" +
         values +
         "  esac\n"
         "  case \"$command\" in\n" +
         cases +
         "  esac\n"
         "  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$word\")); "
         "return; "
         "fi\n"
         "  compopt -o filenames 2>/dev/null\n"
         "  COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "}\n"
         "complete -F _panchina panchina\n";
}

// In zsh's _arguments, brackets and colons of a description are escaped.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : shell_text(text)) {
    if (c == '[' || c == ']' || c == ':') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh(const CLI::App& program) {
  std::string list;
  std::string cases;
  for (const CLI::App* command : commands_of(program)) {
    list += "    '" + command->get_name() + ":" + zsh_text(command->get_description()) + "'\n";
    cases += "    " + command->get_name() + ")\n      _arguments";
    for (const Flag& flag : flags_of(*command)) {
      for (const std::string& name : flag.names) {
        cases += " \\\n        '" + name + "[" + zsh_text(flag.description) + "]";
        if (!flag.values.empty()) {
          cases += ":value:(" + joined(flag.values) + ")";
        } else if (flag.takes_value) {
          cases += ":value:_files";
        }
        cases += "'";
      }
    }
    cases += " \\\n        '*:file:_files';;\n";
  }
  return "#compdef panchina\n"
         "_panchina() {\n"
         "  local -a commands\n"
         "  commands=(\n" +
         list +
         "  )\n"
         "  if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
         "  local command=$words[2]\n"
         "  shift words; (( CURRENT-- ))\n"
         "  case $command in\n" +
         cases +
         "  esac\n"
         "}\n"
         "compdef _panchina panchina\n";
}

std::string fish(const CLI::App& program) {
  std::string out = "# fish completion of panchina\n";
  for (const CLI::App* command : commands_of(program)) {
    const std::string name = command->get_name();
    out += "complete -c panchina -n __fish_use_subcommand -f -a " + name + " -d '" +
           shell_text(command->get_description()) + "'\n";
    for (const Flag& flag : flags_of(*command)) {
      out += "complete -c panchina -n '__fish_seen_subcommand_from " + name + "'";
      for (const std::string& word : flag.names) {
        out += word.starts_with("--") ? " -l " + word.substr(2) : " -s " + word.substr(1);
      }
      if (!flag.values.empty()) {
        out += " -x -a '" + joined(flag.values) + "'";
      } else if (flag.takes_value) {
        out += " -r";
      }
      out += " -d '" + shell_text(flag.description) + "'\n";
    }
  }
  return out;
}

int run_completion(const CLI::App& program, const std::string& shell) {
  return write_output("-", shell == "bash"  ? bash(program)
                           : shell == "zsh" ? zsh(program)
                                            : fish(program));
}

}  // namespace

void add_completion(CLI::App& program, Action& action) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("completion", "Write a completion script for a shell");
  command->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->type_name("bash|zsh|fish")
      ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""));
  command->callback([&program, &action, shell] {
    action = [&program, shell] { return run_completion(program, *shell); };
  });
}

}  // namespace panchina
