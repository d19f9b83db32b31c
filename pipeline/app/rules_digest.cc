#include "app/rules_digest.h"

#include <algorithm>
#include <vector>

#include "base/file.h"
#include "base/hash.h"

namespace panchina {
namespace {

bool is_rule_file(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  return !name.starts_with('.') && path.has_extension() && path.extension() != ".md";
}

}  // namespace

std::string rules_digest(const std::filesystem::path& rules_dir) {
  namespace fs = std::filesystem;
  std::vector<std::string> names;
  std::error_code error;
  fs::recursive_directory_iterator entry(rules_dir, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
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
