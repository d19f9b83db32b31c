// An engine for a command. Thread rule: free function.
#pragma once

#include <memory>
#include <string>

#include "app/engine.h"

namespace panchina {

// Finds the rules folder (`given`: --rules) and loads it. Null: what is wrong has been printed, and
// the command ends with kExitUsage.
std::unique_ptr<Engine> load_engine(const std::string& given);

}  // namespace panchina
