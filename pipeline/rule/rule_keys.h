// The keys that rules may have, for the loader and for the JSON Schema. Thread rule: const.
#pragma once

#include <string>
#include <vector>

namespace panchina {

const std::vector<std::string>& event_rule_keys();
const std::vector<std::string>& frame_keys();
const std::vector<std::string>& frame_forms();
const std::vector<std::string>& table_rule_keys();

}  // namespace panchina
