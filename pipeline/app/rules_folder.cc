#include "app/rules_folder.h"

#include <cstdlib>

namespace panchina {

std::filesystem::path rules_folder(const std::string& given) {
  namespace fs = std::filesystem;
  if (!given.empty()) return given;
  const char* from_environment = std::getenv("PANCHINA_RULES");
  if (from_environment != nullptr && *from_environment != '\0') return from_environment;
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

}  // namespace panchina
