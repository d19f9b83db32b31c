// The program's name and version, as in the `run` line.
#pragma once

#include <string_view>

namespace panchina {

inline constexpr std::string_view program_name_and_version() {
  return "panchina " PANCHINA_VERSION;
}

}  // namespace panchina
