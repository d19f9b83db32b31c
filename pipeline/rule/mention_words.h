// Reading of rules/words/mentions.toml: named patterns and word lists. Thread rule: free function.
#pragma once

#include "base/diagnostic.h"
#include "base/toml_file.h"
#include "rule/mention_pattern.h"

namespace panchina {

// Adds the file's `[pattern.NAME]` and `[list.NAME]` to the dictionary; mistakes are appended.
//   [pattern.day]                              [list.month]
//   match = '''(?:0?[1-9]|[12][0-9]|3[01])'''  1 = '''gennaio, genn., gen.'''
//   shape = '''(#|##)'''
void read_mention_words(const TomlFile& file, PatternDictionary& dictionary,
                        Diagnostics& diagnostics);

}  // namespace panchina
