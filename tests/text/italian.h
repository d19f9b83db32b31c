// The project's own normalization tables, for tests.
#pragma once

#include <gtest/gtest.h>

#include "text/normalization_tables.h"

namespace panchina {

inline const NormalizationTables& italian() {
  static const NormalizationTables tables = [] {
    auto loaded = NormalizationTables::load(PANCHINA_SOURCE_DIR "/rules/words/normalize.toml");
    if (!loaded) {
      for (const Diagnostic& problem : loaded.error()) ADD_FAILURE() << to_text(problem);
      return NormalizationTables{};
    }
    return std::move(loaded).value();
  }();
  return tables;
}

}  // namespace panchina
