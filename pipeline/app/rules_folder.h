// Where the rules are. Thread rule: free function.
#pragma once

#include <filesystem>
#include <string>

namespace panchina {

// The first of: `given` (--rules), the environment's PANCHINA_RULES, `../share/panchina/rules`
// beside the program's folder (installed), `rules` in a folder above the program that also holds
// `pipeline` (a build tree). Empty where none is there.
std::filesystem::path rules_folder(const std::string& given);

}  // namespace panchina
