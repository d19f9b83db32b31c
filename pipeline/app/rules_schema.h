// The JSON Schema (2020-12) of event and table rule files, for editors. Thread rule: free function.
#pragma once

#include <string>

namespace panchina {

std::string rules_schema();

}  // namespace panchina
