// Which values the args of an event may have: what kinds of slots give one, which words stand for
// one. Thread rule: free functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/event.h"
#include "document/layers.h"
#include "lexicon/lexicon.h"

namespace panchina {

// The names of the args of a type.
std::vector<std::string> arg_names(EventType type);
// Kinds of slots that may give an arg its value.
std::uint32_t kinds_for(const ArgSpec& arg);
// The values that a text arg may have as a constant; empty: any.
std::vector<std::string> constants_for(std::string_view arg);
// Whether the lexicon has what an id arg names; of others, and of a competition with `?`, true.
bool is_known_id(const Lexicon& lexicon, const ArgSpec& arg, const std::string& id);

}  // namespace panchina
