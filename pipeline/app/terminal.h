// What the program says beside its data: always on standard error. Thread rule: call from one
// thread at a time.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace panchina {

enum class ColorChoice : unsigned char { kAuto, kAlways, kNever };
enum class Style : unsigned char { kPlain, kError, kWarning, kGood, kDim, kBold };

// Set once from --color and --quiet before a command runs. kAuto: only on a terminal, never where
// NO_COLOR is set or TERM is dumb.
void set_color(ColorChoice choice);
void set_quiet(bool quiet);
bool quiet();
bool error_output_has_color();

// `text` in a colour where standard error shows colours.
std::string styled(Style style, std::string_view text);

// `panchina: error: ...` with a line end. Controls and escapes in `message` become visible.
void print_error(std::string_view message);
// The same as a warning, and plain words; both only where not --quiet.
void print_warning(std::string_view message);
void print_note(std::string_view message);
// Text for a program that reads standard error: as it is, also with --quiet.
void print_raw(std::string_view text);
// All of them, with place, line and caret, and at the end how many.
void print_diagnostics(const Diagnostics& diagnostics);

// `text` with controls (and so terminal escapes) written as `\x1b`. Line ends stay where
// `keep_lines`.
std::string visible(std::string_view text, bool keep_lines = false);

}  // namespace panchina
