// SourceFile: the text of a file that a person wrote, and the places in it. Thread rule: const.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace panchina {

// Offsets are bytes from the start of the file.
class SourceFile {
 public:
  SourceFile(std::string name, std::string text);
  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }
  // Line and column (code points, from 1) of an offset.
  Place place(std::uint32_t offset) const;
  // Offset of a line and column, both from 1; the end of the file where there is no such place.
  std::uint32_t offset(std::uint32_t line, std::uint32_t column) const;
  // The offset `points` code points behind another, at most its line's end.
  std::uint32_t skip(std::uint32_t offset, std::uint32_t points) const;
  // A diagnostic at bytes [offset, offset + length), with the source line and a caret.
  Diagnostic diagnose(std::uint32_t offset, std::uint32_t length, std::string code,
                      std::string message, std::string hint = "") const;

 private:
  std::string name_;
  std::string text_;
  std::vector<std::uint32_t> lines_;  // offset of each line's start
};

}  // namespace panchina
