// An engine for a command. Thread rule: free function.
#pragma once

#include <memory>
#include <string>

#include "app/engine.h"

namespace panchina {

// Finds the rules folder (`given`: --rules) and loads it. Null: what is wrong has been printed, and
// the command ends with kExitUsage.
std::unique_ptr<Engine> load_engine(const std::string& given);

// The same, for a command that keeps its engine to the end of the program: it is never taken apart,
// which would take a tenth of the time that loading takes.
const Engine* load_lasting_engine(const std::string& given);

}  // namespace panchina
