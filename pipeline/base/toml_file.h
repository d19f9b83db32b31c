// TomlFile: a TOML file as a light tree in which everything knows its place, so that a mistake is
// reported at its own line and column, also inside a multi-line string. A file with a syntax error
// is read table by table: every table that is well formed still counts, every broken one gives its
// own diagnostic. toml++ does the parsing and is seen by toml_file.cc alone.
// Thread rule: const after reading.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_file.h"

namespace panchina {

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
  // The value of that entry, or nullptr; where it is a string, or empty; and its strings.
  const TomlValue* value_of(std::string_view key) const;
  std::string string_of(std::string_view key) const;
  std::vector<std::string> strings_of(std::string_view key) const;
  // Those of an array of strings, or the one string that it is itself.
  std::vector<std::string> strings() const;
  // The same for two values that say the same, wherever they stand. Entries with that key say
  // nothing here.
  std::uint64_t fingerprint(std::string_view except = {}) const;
};

struct TomlEntry {
  std::string key;
  std::uint32_t offset = 0;  // of the key
  TomlValue value;
};

class TomlFile {
 public:
  // Reads and parses; what cannot be read or parsed is told in `diagnostics()` and left out.
  static TomlFile read(const std::filesystem::path& path, const std::string& shown_name);
  static TomlFile parse(std::string name, std::string text);

  const std::shared_ptr<const SourceFile>& source() const { return source_; }
  const TomlValue& root() const { return root_; }
  const Diagnostics& diagnostics() const { return diagnostics_; }

  // A diagnostic at a value, or at the first line of one that has many; at an entry's key.
  Diagnostic diagnose(const TomlValue& value, std::string code, std::string message,
                      std::string hint = "") const;
  Diagnostic diagnose_key(const TomlEntry& entry, std::string code, std::string message,
                          std::string hint = "") const;
  // The file offset of byte `at` of a string value (escapes of basic strings are counted).
  std::uint32_t string_offset(const TomlValue& node, std::uint32_t at) const;

 private:
  std::shared_ptr<const SourceFile> source_;
  TomlValue root_;
  Diagnostics diagnostics_;
};

// All *.toml files below a folder, for several threads to parse: each takes the next one until none
// is left. Thread rule: work() on any number of threads, take() on one of them, once.
class TomlFolder {
 public:
  // Lists the files below `folder`, sorted by path, with names relative to `base`; none where there
  // is no such folder.
  TomlFolder(const std::filesystem::path& folder, const std::filesystem::path& base);

  // Parses files until no more are to be begun; others may still be at theirs.
  void work();
  // Waits until all are parsed, and hands them over in their order.
  std::vector<TomlFile> take();

 private:
  std::filesystem::path base_;
  std::vector<std::filesystem::path> paths_;
  std::vector<std::optional<TomlFile>> files_;  // by path
  std::atomic<std::size_t> next_ = 0;           // to be begun
  std::atomic<std::size_t> parsed_ = 0;
  std::promise<void> done_;
};

// The same on this thread alone.
std::vector<TomlFile> read_toml_folder(const std::filesystem::path& folder,
                                       const std::filesystem::path& base);

}  // namespace panchina
