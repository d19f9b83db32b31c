// Where the rules are, and what is kept of them between runs. Thread rule: free functions.
#pragma once

#include <filesystem>
#include <string>

namespace panchina {

// The first of: `given` (--rules), the environment's PANCHINA_RULES, `../share/panchina/rules`
// beside the program's folder (installed), `rules` in a folder above the program that also holds
// `pipeline` (a build tree). Empty where none is there.
std::filesystem::path rules_folder(const std::string& given);

// The file for the lexicon of a rules folder (lexicon/lexicon_cache.h): in its `.cache`, or, where
// nothing may be written there, below the user's cache folder ($XDG_CACHE_HOME, else ~/.cache).
// Empty: there is none.
std::filesystem::path lexicon_cache(const std::filesystem::path& rules);

}  // namespace panchina
