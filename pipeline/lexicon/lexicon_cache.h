// A file that holds a lexicon and its words as they lie in memory: a start that finds it need
// neither read the files of rules/lexicon and rules/words nor inflect their words. Only the build
// that wrote it can read it. Thread rule: free functions.
#pragma once

#include <filesystem>
#include <string_view>

#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"

namespace panchina {

// Fills both, which are empty, from the file where it is whole and was written with this key (of
// what was read, and by which build); false: it was not, and both are empty.
bool read_lexicon_cache(const std::filesystem::path& file, std::string_view key,
                        Vocabulary& vocabulary, Lexicon& lexicon);

// Writes both; the file appears when it is whole. Where it cannot be written the next start is as
// slow as this one: nothing is told.
void write_lexicon_cache(const std::filesystem::path& file, std::string_view key,
                         const Vocabulary& vocabulary, const Lexicon& lexicon);

}  // namespace panchina
