#include "app/load_engine.h"

#include <vector>

#include "app/rules_folder.h"
#include "app/terminal.h"

namespace panchina {

std::unique_ptr<Engine> load_engine(const std::string& given) {
  const std::filesystem::path folder = rules_folder(given);
  std::error_code error;
  if (folder.empty() || !std::filesystem::is_directory(folder, error)) {
    print_error(folder.empty() ? "no rules found; say where they are with --rules DIR"
                               : folder.string() + ": no such rules folder");
    return nullptr;
  }
  Result<std::unique_ptr<Engine>, Diagnostics> engine = Engine::load(folder, lexicon_cache(folder));
  if (engine) return *std::move(engine);
  print_diagnostics(engine.error());
  return nullptr;
}

const Engine* load_lasting_engine(const std::string& given) {
  // Leak checkers see that these are reached from here.
  static auto& engines = *new std::vector<const Engine*>;
  engines.push_back(load_engine(given).release());
  return engines.back();
}

}  // namespace panchina
