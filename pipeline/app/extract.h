// `panchina extract`: articles in, events out. See interfaces.md for every option.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "output/event_writer.h"

namespace panchina {

enum class OutputFormat : std::uint8_t { kJsonLines, kJson, kCsv };

struct ExtractOptions {
  std::vector<std::string> paths;
  std::string output;  // empty: standard output, or nothing where `database` is given
  std::string database;
  std::string rules;
  std::string published;
  std::string metadata;
  unsigned workers = 0;  // 0: as many as processors
  std::string root;
  OutputFormat format = OutputFormat::kJsonLines;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  WriteOptions write;
  std::string stdin_format = "text";
  std::string files_from;
  bool nul_separated = false;
  bool follow_links = false;
  std::string save_text;
  bool force = false;
  bool binary_as_text = false;
  std::string on_duplicate = "error";
  std::uint64_t max_article_size = 64ull << 20;
  bool csv_safe = false;
  bool json_summary = false;
};

int run_extract(const ExtractOptions& options);

}  // namespace panchina
