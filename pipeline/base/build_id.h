// Which build of the program runs. Thread rule: free function.
#pragma once

#include <string>

namespace panchina {

// The build id that the linker wrote into the running program (an ELF note, NT_GNU_BUILD_ID), as
// lower-case hex digits: another after every change of its code. Empty: it has none.
std::string build_id();

}  // namespace panchina
