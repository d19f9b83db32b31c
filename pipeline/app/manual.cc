// `panchina manual`: the manual page, made from the commands and options that exist.
#include <CLI/CLI.hpp>
#include <string>

#include "app/command_list.h"
#include "app/commands.h"
#include "app/version.h"
#include "app/write_output.h"

namespace panchina {
namespace {

// Text in roff: backslashes, hyphens, and dots that begin a line.
std::string roff(const std::string& text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\' || c == '-') out += '\\';
    out += c;
    line_start = c == '\n';
  }
  return out;
}

std::string options_of(const CLI::App& command) {
  std::string out;
  for (const Flag& flag : flags_of(command)) {
    out += ".TP\n";
    for (std::size_t i = 0; i < flag.names.size(); ++i) {
      out += (i > 0 ? ", " : "") + ("\\fB" + roff(flag.names[i]) + "\\fR");
    }
    if (flag.takes_value) out += " \\fI" + roff(flag.type_name) + "\\fR";
    out += "\n" + roff(flag.description) + "\n";
  }
  return out;
}

std::string positionals_of(const CLI::App& command) {
  std::string out;
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional() && option->get_lnames().empty()) {
      out += " \\fI" + roff(option->get_type_name()) + "\\fR" +
             (option->get_items_expected_max() > 1 ? "..." : "");
    }
  }
  return out;
}

std::string manual(const CLI::App& program) {
  std::string out = ".TH PANCHINA 1 \"\" \"" + std::string(program_name_and_version()) +
                    "\" \"User Commands\"\n"
                    ".SH NAME\n"
                    "panchina \\- events out of Italian football articles\n"
                    ".SH SYNOPSIS\n"
                    ".B panchina\n.I COMMAND\n[\\fIOPTION\\fR]...\n"
                    ".SH DESCRIPTION\n" +
                    roff(program.get_description()) +
                    "\nData goes to standard output, all else to standard error.\n"
                    ".SH OPTIONS\nOf all commands:\n" +
                    options_of(program);
  std::string examples;
  for (const CLI::App* command : commands_of(program)) {
    out += ".SH \"panchina " + command->get_name() + "\"\n.B panchina " + command->get_name() +
           "\n[\\fIOPTION\\fR]..." + positionals_of(*command) + "\n.PP\n" +
           roff(command->get_description()) + ".\n" + options_of(*command);
    const std::string footer = command->get_footer();
    const std::size_t first = footer.find('\n');
    if (first != std::string::npos) examples += roff(footer.substr(first + 1));
  }
  return out +
         ".SH ENVIRONMENT\n"
         ".TP\n.B PANCHINA_RULES\nRules folder, where \\fB\\-\\-rules\\fR is not given.\n"
         ".TP\n.B NO_COLOR\nNo colours, where it is set.\n"
         ".SH \"EXIT STATUS\"\n"
         ".TP\n.B 0\nDone.\n"
         ".TP\n.B 1\nInput, output or database failed.\n"
         ".TP\n.B 2\nOptions, rules or word lists are wrong.\n"
         ".TP\n.B 3\nFinished, but some articles could not be read.\n"
         ".TP\n.B 130, 143\nStopped by SIGINT or SIGTERM.\n"
         ".SH EXAMPLES\n.nf\n" +
         examples + ".fi\n";
}

}  // namespace

void add_manual(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("manual", "Write the manual page");
  command->callback(
      [&program, &action] { action = [&program] { return write_output("-", manual(program)); }; });
}

}  // namespace panchina
