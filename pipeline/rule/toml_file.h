// TomlFile: a TOML file as a light tree in which everything knows its place, so that a mistake is
// reported at its own line and column, also inside a multi-line string. A file with a syntax error
// is read table by table: every table that is well formed still counts, every broken one gives its
// own diagnostic. toml++ does the parsing and stays out of this header.
// Thread rule: const after reading.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace panchina {

// The text of a file and the places in it. Offsets are bytes from the start of the file.
class SourceFile {
 public:
  SourceFile(std::string name, std::string text);
  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }
  // Line and column (code points, from 1) of an offset.
  Place place(std::uint32_t offset) const;
  // Offset of a line and column, both from 1; the end of the file where there is no such place.
  std::uint32_t offset(std::uint32_t line, std::uint32_t column) const;
  // A diagnostic at bytes [offset, offset + length), with the source line and a caret.
  Diagnostic diagnose(std::uint32_t offset, std::uint32_t length, std::string code,
                      std::string message, std::string hint = "") const;

 private:
  std::string name_;
  std::string text_;
  std::vector<std::uint32_t> lines_;  // offset of each line's start
};

struct TomlEntry;

// A value of the tree. Only the member of its kind is set.
struct TomlValue {
  enum class Kind : std::uint8_t { kString, kInteger, kFloat, kBool, kArray, kTable, kOther };
  Kind kind = Kind::kOther;
  std::uint32_t offset = 0;  // where the value begins in the file (a string: its opening quote)
  std::uint32_t length = 1;
  std::string string;
  std::int64_t integer = 0;
  double number = 0;  // kFloat and kInteger
  bool flag = false;
  std::vector<TomlValue> items;    // kArray; an array of tables too
  std::vector<TomlEntry> entries;  // kTable, in file order

  bool is_string() const { return kind == Kind::kString; }
  bool is_table() const { return kind == Kind::kTable; }
  bool is_array() const { return kind == Kind::kArray; }
  // The entry with that key, or nullptr.
  const TomlEntry* find(std::string_view key) const;
};

struct TomlEntry {
  std::string key;
  std::uint32_t offset = 0;  // of the key
  TomlValue value;
};

using TomlNode = TomlValue;  // the old name, for those who still write it

class TomlFile {
 public:
  // Reads and parses; what cannot be read or parsed is told in `diagnostics()` and left out.
  static TomlFile read(const std::filesystem::path& path, const std::string& shown_name);
  static TomlFile parse(std::string name, std::string text);

  const std::shared_ptr<const SourceFile>& source() const { return source_; }
  const TomlValue& root() const { return root_; }
  const Diagnostics& diagnostics() const { return diagnostics_; }

  // The file offset of byte `at` of a string value (escapes of basic strings are counted).
  std::uint32_t string_offset(const TomlValue& node, std::uint32_t at) const;

 private:
  std::shared_ptr<const SourceFile> source_;
  TomlValue root_;
  Diagnostics diagnostics_;
};

// All *.toml files below a folder, sorted by path, with names relative to `base`; empty where there
// is no such folder.
std::vector<TomlFile> read_toml_folder(const std::filesystem::path& folder,
                                       const std::filesystem::path& base);

}  // namespace panchina
