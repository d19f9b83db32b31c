// RecordReader: the flat fields of a JSON object, without a tree: texts, lists of texts, whole
// numbers and flags. What is nested deeper is passed over. Thread rule: one thread; its memory is
// reused from record to record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace panchina {

class RecordReader {
 public:
  // Reads one line. False where it is no JSON object; then no field is held.
  bool read(std::string_view line);

  // The text of a field, or "". Valid until the next read().
  const std::string& text(std::string_view key) const;
  // The texts of a list, or none.
  const std::vector<std::string>& texts(std::string_view key) const;
  bool flag(std::string_view key) const;
  // A whole number, or `otherwise`.
  std::int64_t number(std::string_view key, std::int64_t otherwise) const;

 private:
  friend class RecordHandler;
  struct Field {
    std::string key;
    std::string text;
    std::vector<std::string> texts;
    std::int64_t number = 0;
    enum class Kind : std::uint8_t { kOther, kText, kTexts, kNumber, kFlag } kind = Kind::kOther;
  };
  const Field* find(std::string_view key, Field::Kind kind) const;

  std::vector<Field> fields_;
  std::size_t size_ = 0;
};

}  // namespace panchina
