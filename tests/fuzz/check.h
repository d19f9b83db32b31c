// What a fuzz target holds to be true: said, and the run stopped, where it is not.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace panchina {

inline void check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace panchina
