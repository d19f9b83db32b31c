// `panchina extract`: articles in, events out. See `panchina extract --help` for every option.
#pragma once

#include <cstdint>
#include <string>

#include "output/event_writer.h"
#include "read/article.h"

namespace panchina {

enum class OutputFormat : std::uint8_t { kJsonLines, kJson, kCsv };

struct ExtractOptions {
  ReadOptions read;
  WriteOptions write;
  OutputFormat format = OutputFormat::kJsonLines;
  std::string output;    // empty: standard output, or none where `database` is given
  std::string database;  // empty: none
  std::string rules;
  std::string metadata;
  unsigned workers = 0;  // 0: one a processor
  bool force = false;
  bool csv_safe = false;
  bool json_summary = false;
};

// Returns the exit code.
int run_extract(const ExtractOptions& options);

}  // namespace panchina
