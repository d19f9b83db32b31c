// The commands and options that exist, for what is made from them: completion and manual page.
// Thread rule: free functions.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace panchina {

struct Flag {
  std::vector<std::string> names;  // with their dashes
  std::string description;
  std::string type_name;            // `FILE`, `jsonl|json|csv`
  std::vector<std::string> values;  // closed list, where the type name is one
  bool takes_value = false;
};

// Options with a dash, in the order in which they were added.
std::vector<Flag> flags_of(const CLI::App& command);
std::vector<const CLI::App*> commands_of(const CLI::App& program);

}  // namespace panchina
