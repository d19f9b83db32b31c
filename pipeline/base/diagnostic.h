// Diagnostic: one thing wrong in a file that a person wrote (a rule, a word list, metadata), or
// with an article. Printed as `file:line:column: code: message`, then the line and a caret. Thread
// rule: a plain value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace panchina {

// A place in a file. Line and column count from 1, the column in code points; 0: not known.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Diagnostic {
  std::string code;     // short and stable, kebab-case: "unknown-slot", "not-found"
  std::string message;  // one sentence without the place, for a person
  Place place;
  std::string source_line;   // the line of the file, without its end; empty: not known
  std::string hint;          // "did you mean «person»?"; empty: none
  std::uint32_t length = 1;  // code points that the caret underlines
};

using Diagnostics = std::vector<Diagnostic>;

// The diagnostic as a person reads it: place, code, message; where known the line with a caret
// below, and the hint. Ends with a newline.
std::string to_text(const Diagnostic& diagnostic);

// The candidate nearest to `word` by edit distance (at most a third of its length), or "".
std::string nearest(const std::string& word, const std::vector<std::string>& candidates);

// "did you mean «person»?" with the nearest candidate, or "".
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace panchina
