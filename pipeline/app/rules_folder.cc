#include "app/rules_folder.h"

#include <unistd.h>

#include <cstdlib>

#include "base/hash.h"

namespace panchina {
namespace {

// What a variable of the environment holds; empty: nothing.
std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

std::filesystem::path rules_folder(const std::string& given) {
  namespace fs = std::filesystem;
  if (!given.empty()) return given;
  if (const std::string rules = environment("PANCHINA_RULES"); !rules.empty()) return rules;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  fs::path installed = program.parent_path().parent_path() / "share" / "panchina" / "rules";
  if (fs::is_directory(installed, error)) return installed;
  for (fs::path above = program.parent_path(); above.has_relative_path();
       above = above.parent_path()) {
    if (fs::is_directory(above / "rules", error) && fs::is_directory(above / "pipeline", error)) {
      // A build tree has a `pipeline` folder of its own, but no rules.
      return above / "rules";
    }
  }
  return {};
}

std::filesystem::path lexicon_cache(const std::filesystem::path& rules) {
  namespace fs = std::filesystem;
  if (::access(rules.c_str(), W_OK) == 0) return rules / ".cache" / "lexicon";
  const std::string cache = environment("XDG_CACHE_HOME"), home = environment("HOME");
  if (cache.empty() && home.empty()) return {};
  std::error_code error;
  const std::string whole = fs::absolute(rules, error).string();
  return (cache.empty() ? fs::path(home) / ".cache" : fs::path(cache)) / "panchina" /
         ("lexicon-" + to_hex(hash64(whole)));
}

}  // namespace panchina
