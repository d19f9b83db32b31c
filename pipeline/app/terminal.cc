#include "app/terminal.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace panchina {
namespace {

struct Settings {
  ColorChoice color = ColorChoice::kAuto;
  bool quiet = false;
};
Settings settings;

void write_error_output(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::kError:
      return "\x1b[1;31m";
    case Style::kWarning:
      return "\x1b[1;33m";
    case Style::kGood:
      return "\x1b[32m";
    case Style::kDim:
      return "\x1b[2m";
    case Style::kBold:
      return "\x1b[1m";
    case Style::kPlain:
      break;
  }
  return "";
}

}  // namespace

void set_color(ColorChoice choice) { settings.color = choice; }
void set_quiet(bool quiet_run) { settings.quiet = quiet_run; }
bool quiet() { return settings.quiet; }

bool error_output_has_color() {
  if (settings.color != ColorChoice::kAuto) return settings.color == ColorChoice::kAlways;
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* term = std::getenv("TERM");
  if (term == nullptr || std::string_view(term) == "dumb") return false;
  return isatty(STDERR_FILENO) == 1;
}

std::string styled(Style style, std::string_view text) {
  const std::string_view escape = escape_of(style);
  if (escape.empty() || !error_output_has_color()) return std::string(text);
  return std::string(escape) + std::string(text) + "\x1b[0m";
}

void print_error(std::string_view message) {
  write_error_output("panchina: " + styled(Style::kError, "error:") + " " + visible(message) +
                     "\n");
}

void print_warning(std::string_view message) {
  if (settings.quiet) return;
  write_error_output("panchina: " + styled(Style::kWarning, "warning:") + " " + visible(message) +
                     "\n");
}

void print_note(std::string_view message) {
  if (!settings.quiet) write_error_output("panchina: " + visible(message) + "\n");
}

void print_raw(std::string_view text) { write_error_output(std::string(text)); }

void print_diagnostics(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += visible(to_text(diagnostic), true);
  if (diagnostics.size() > 1) out += std::to_string(diagnostics.size()) + " mistakes\n";
  write_error_output(out);
}

std::string visible(std::string_view text, bool keep_lines) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte >= 0x20 && byte != 0x7F) || (keep_lines && c == '\n') || c == '\t') {
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else {
      out += "\\x";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

}  // namespace panchina
