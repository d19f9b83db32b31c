// A TOML file as a plain tree, with the lines of its parts; keeps toml++ out of all other files.
// Thread rule: plain values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon_builder.h"

namespace panchina {

struct TomlField;

struct TomlNode {
  enum class Kind : std::uint8_t { kText, kNumber, kFlag, kArray, kTable, kOther };
  Kind kind = Kind::kOther;
  std::string text;         // kText
  std::int64_t number = 0;  // kNumber; kFlag: 0 or 1
  std::vector<TomlNode> items;
  std::vector<TomlField> fields;  // in file order
  std::uint32_t line = 0;

  // The field of that name, or nullptr.
  const TomlNode* field(std::string_view name) const;
  // Its texts: of an array of texts, or of one text.
  std::vector<std::string> texts() const;
  std::vector<std::string> texts(std::string_view name) const;
};

struct TomlField {
  std::string name;
  TomlNode value;
};

// The file's tree; what is wrong is reported to the builder, with its place.
std::optional<TomlNode> read_toml(const std::filesystem::path& path, LexiconBuilder& builder);

}  // namespace panchina
