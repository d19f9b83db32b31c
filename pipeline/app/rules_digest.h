// A hash over everything below a rules folder. Thread rule: free function.
#pragma once

#include <filesystem>
#include <string>

namespace panchina {

// A hash of 128 bits, hex, of the names and bytes of all rule and lexicon files, in the order of
// their names; notes for readers (.md, NOTICE), hidden files and what hidden folders hold apart.
// The same in every place that the folder is copied to.
std::string rules_digest(const std::filesystem::path& rules_dir);

}  // namespace panchina
