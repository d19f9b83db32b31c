// What a load says of itself, for `load` and for `extract --db`. Thread rule: free functions.
#pragma once

#include <string>

#include "store/loader.h"

namespace panchina {

// A diagnostic in one line: `events.jsonl:12: missing-events: ...`.
std::string load_problem(const Diagnostic& diagnostic);
// `changed  bari.txt  +3 ~1 -2` with a line end; empty for a document that stays as it is.
std::string change_line(const DocumentChange& change);
// `3 documents new, 1 changed, 40 unchanged; 120 events added, ... in 0.2 s`
std::string load_summary(const LoadReport& report, double seconds, bool trial);
std::string load_summary_json(const LoadReport& report, double seconds, int exit_code);

}  // namespace panchina
