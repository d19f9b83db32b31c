#include "base/source_file.h"

#include <algorithm>
#include <utility>

namespace panchina {

namespace {

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

SourceFile::SourceFile(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), lines_{0} {
  for (std::size_t at = text_.find('\n'); at != text_.npos; at = text_.find('\n', at + 1)) {
    lines_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

Place SourceFile::place(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - lines_.begin());
  std::uint32_t column = 1;
  for (std::uint32_t i = lines_[line - 1]; i < offset; ++i) {
    if (!continues_code_point(text_[i])) ++column;
  }
  return {name_, line, column};
}

std::uint32_t SourceFile::offset(std::uint32_t line, std::uint32_t column) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (line == 0 || line > lines_.size()) return size;
  return skip(lines_[line - 1], column == 0 ? 0 : column - 1);
}

std::uint32_t SourceFile::skip(std::uint32_t offset, std::uint32_t points) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  for (; points > 0 && offset < size && text_[offset] != '\n'; --points) {
    ++offset;
    while (offset < size && continues_code_point(text_[offset])) ++offset;
  }
  return offset;
}

Diagnostic SourceFile::diagnose(std::uint32_t offset, std::uint32_t length, std::string code,
                                std::string message, std::string hint) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  Diagnostic out{std::move(code), std::move(message), place(offset), "", std::move(hint), 1};
  const std::uint32_t begin = lines_[out.place.line - 1];
  const std::size_t end = std::min(text_.find('\n', begin), text_.size());
  out.source_line = text_.substr(begin, end - begin);
  if (!out.source_line.empty() && out.source_line.back() == '\r') out.source_line.pop_back();
  std::uint32_t points = 0;
  for (std::size_t i = offset; i < std::min<std::size_t>(end, offset + length); ++i) {
    if (!continues_code_point(text_[i])) ++points;
  }
  out.length = std::max(1u, points);
  return out;
}

}  // namespace panchina
