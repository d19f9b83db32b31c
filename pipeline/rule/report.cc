#include "rule/report.h"

namespace panchina {

void Reporter::at(const RuleString& string, std::size_t at, std::size_t length, std::string code,
                  std::string message, std::string hint) {
  const std::uint32_t begin =
      string.file->string_offset(*string.value, static_cast<std::uint32_t>(at));
  diagnostics_.push_back(string.file->source()->diagnose(begin, static_cast<std::uint32_t>(length),
                                                         std::move(code), std::move(message),
                                                         std::move(hint)));
}

void Reporter::at(const TomlFile& file, const TomlValue& value, std::string code,
                  std::string message, std::string hint) {
  diagnostics_.push_back(
      file.diagnose(value, std::move(code), std::move(message), std::move(hint)));
}

void Reporter::at_key(const TomlFile& file, const TomlEntry& entry, std::string code,
                      std::string message, std::string hint) {
  diagnostics_.push_back(
      file.diagnose_key(entry, std::move(code), std::move(message), std::move(hint)));
}

}  // namespace panchina
