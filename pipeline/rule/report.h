// Reporting mistakes of rule files at their places. Thread rule: used by one loader.
#pragma once

#include <string>
#include <string_view>

#include "base/toml_file.h"

namespace panchina {

// A string of a rule file that knows where each of its bytes stands.
struct RuleString {
  const TomlFile* file = nullptr;
  const TomlValue* value = nullptr;
  std::string_view text() const { return value->string; }
  Place place(std::size_t at = 0) const {
    return file->source()->place(file->string_offset(*value, static_cast<std::uint32_t>(at)));
  }
};

class Reporter {
 public:
  explicit Reporter(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  // At bytes [at, at + length) of a string.
  void at(const RuleString& string, std::size_t at, std::size_t length, std::string code,
          std::string message, std::string hint = "");
  // At a whole value, or at its first line.
  void at(const TomlFile& file, const TomlValue& value, std::string code, std::string message,
          std::string hint = "");
  void at_key(const TomlFile& file, const TomlEntry& entry, std::string code, std::string message,
              std::string hint = "");
  std::size_t count() const { return diagnostics_.size(); }
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  Diagnostics& diagnostics_;
};

}  // namespace panchina
