#include "read/input_kind.h"

#include <string>

#include "base/ascii.h"

namespace panchina {

std::optional<FileKind> kind_of_file(std::string_view name) {
  const std::string lower = ascii_lower(name.substr(name.rfind('/') + 1));
  std::string_view rest = lower;
  FileKind out;
  for (const auto& [ending, compression] :
       {std::pair{".gz", Compression::kGzip}, std::pair{".zst", Compression::kZstd}}) {
    if (rest.ends_with(ending)) {
      out.compression = compression;
      rest.remove_suffix(std::string_view(ending).size());
      break;
    }
  }
  for (const auto& [ending, kind] :
       {std::pair{".txt", InputKind::kText}, std::pair{".html", InputKind::kHtml},
        std::pair{".htm", InputKind::kHtml}, std::pair{".jsonl", InputKind::kJsonLine},
        std::pair{".ndjson", InputKind::kJsonLine}, std::pair{".csv", InputKind::kCsvRow},
        std::pair{".tsv", InputKind::kCsvRow}}) {
    if (!rest.ends_with(ending)) continue;
    out.kind = kind;
    return out;
  }
  return std::nullopt;
}

}  // namespace panchina
