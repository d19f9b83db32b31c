#include "app/rules_digest.h"

#include <algorithm>
#include <vector>

#include "base/file.h"
#include "base/hash.h"

namespace panchina {
namespace {

bool is_hidden(const std::filesystem::path& path) {
  return path.filename().string().starts_with('.');
}

bool is_rule_file(const std::filesystem::path& path) {
  return !is_hidden(path) && path.has_extension() && path.extension() != ".md";
}

}  // namespace

std::string rules_digest(const std::filesystem::path& rules_dir) {
  namespace fs = std::filesystem;
  std::vector<std::string> names;
  std::error_code error;
  fs::recursive_directory_iterator entry(rules_dir, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    // `.cache/`, where another start may be writing
    if (entry->is_directory(ignored) && is_hidden(entry->path())) entry.disable_recursion_pending();
    if (entry->is_regular_file(ignored) && is_rule_file(entry->path())) {
      names.push_back(entry->path().lexically_relative(rules_dir).generic_string());
    }
  }
  std::ranges::sort(names);
  std::string all;
  FileReader reader;
  for (const std::string& name : names) {
    const auto bytes = reader.read((rules_dir / name).string(), std::size_t{1} << 31);
    all += name + '\n' + (bytes ? to_hex(hash128(*bytes)) : "unreadable") + '\n';
  }
  return to_hex(hash128(all));
}

}  // namespace panchina
