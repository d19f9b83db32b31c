// A rules folder of a test's own, and engines made of rules folders.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "app/engine.h"

namespace panchina {

inline const std::filesystem::path& project_rules() {
  static const std::filesystem::path kRules = std::filesystem::path(PANCHINA_SOURCE_DIR) / "rules";
  return kRules;
}

// Null where the folder has mistakes, which are failures of the test.
inline std::unique_ptr<Engine> loaded(const std::filesystem::path& folder) {
  auto engine = Engine::load(folder);
  if (engine) return *std::move(engine);
  for (const Diagnostic& one : engine.error()) ADD_FAILURE() << to_text(one);
  return nullptr;
}

// The project's rules folder with event and table rules of its own; gone with the object.
class RulesCopy {
 public:
  explicit RulesCopy(const std::string& events, const std::string& tables = "")
      : path_(std::filesystem::temp_directory_path() /
              ("panchina_copy_" + std::to_string(::getpid()))) {
    namespace fs = std::filesystem;
    fs::remove_all(path_);
    fs::create_directories(path_);
    for (const auto& entry : fs::directory_iterator(project_rules())) {
      const std::string name = entry.path().filename().string();
      if (name == "events" || name == "tables" || name == ".cache") continue;
      fs::copy(entry.path(), path_ / name, fs::copy_options::recursive);
    }
    fs::create_directories(path_ / "events");
    fs::create_directories(path_ / "tables");
    std::ofstream(path_ / "events/a.toml") << events;
    std::ofstream(path_ / "tables/a.toml") << tables;
  }
  RulesCopy(const RulesCopy&) = delete;
  RulesCopy& operator=(const RulesCopy&) = delete;
  ~RulesCopy() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace panchina
