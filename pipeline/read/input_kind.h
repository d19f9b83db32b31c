// What a file holds, by its name. Thread rule: free functions.
#pragma once

#include <optional>
#include <string_view>

#include "read/article.h"

namespace panchina {

struct FileKind {
  InputKind kind = InputKind::kText;
  Compression compression = Compression::kNone;
  // Holds many articles, a record each.
  bool holds_records() const { return kind == InputKind::kJsonLine || kind == InputKind::kCsvRow; }
};

// .txt .html .htm .jsonl .ndjson .csv .tsv in any case, each also with .gz or .zst behind; none:
// another ending.
std::optional<FileKind> kind_of_file(std::string_view name);

}  // namespace panchina
