#include "base/shortened_toml.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace panchina {

namespace {

// Whether the eight bytes are all ASCII from blank to tilde: none is 0x80 or more, nor becomes it
// by one more (0x7F), nor is below 0x20.
bool is_printed_ascii(const char* eight) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  std::uint64_t bytes;
  std::memcpy(&bytes, eight, 8);
  return ((bytes | (bytes + kOnes) | (bytes - 0x20 * kOnes)) & (0x80 * kOnes)) == 0;
}

// Whether it is UTF-8 as Italian is written in it, of at most three bytes a code point, without
// control characters other than line ends and tabs.
bool is_plain(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
  };
  const auto continues = [&](std::size_t at) { return (byte(at) & 0xC0) == 0x80; };
  for (std::size_t at = 0; at < text.size(); ++at) {
    while (at + 8 <= text.size() && is_printed_ascii(text.data() + at)) at += 8;
    if (at == text.size()) break;
    const unsigned c = byte(at);
    if (c < 0x80) {
      if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return false;
    } else if (c >= 0xC2 && c < 0xE0) {  // two bytes
      if (!continues(at + 1)) return false;
      at += 1;
    } else if (c > 0xE0 && c < 0xF0 && c != 0xED) {  // three; those of 0xE0 and 0xED may be none
      if (!continues(at + 1) || !continues(at + 2)) return false;
      at += 2;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

ShortenedToml::ShortenedToml(std::string_view text) : text_(text) {
  kept_.reserve(text.size() / 2);
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    at = c == '#' || c == '"' || c == '\'' ? behind(at) : at + 1;
  }
  kept_ += text.substr(copied_);
}

std::uint32_t ShortenedToml::whole(std::uint32_t offset) const {
  const auto next = std::upper_bound(cuts_.begin(), cuts_.end(), offset,
                                     [](std::uint32_t at, const Cut& cut) { return at <= cut.at; });
  return next == cuts_.begin() ? offset : offset + std::prev(next)->removed;
}

std::optional<std::string_view> ShortenedToml::inside(std::uint32_t offset) const {
  const std::uint32_t inside_at = offset + (text_.substr(offset).starts_with("'''") ? 3 : 1);
  const auto found =
      std::lower_bound(cuts_.begin(), cuts_.end(), inside_at,
                       [](const Cut& cut, std::uint32_t begin) { return cut.begin < begin; });
  if (found == cuts_.end() || found->begin != inside_at) return std::nullopt;
  std::string_view inside = text_.substr(found->begin, found->size);
  if (inside.starts_with('\n')) inside.remove_prefix(1);
  return inside;
}

// Whether the string of one line with that inside is a value: a key has `=`, `.` or, in the head of
// a table, `]` behind it.
bool ShortenedToml::is_value(std::size_t begin, std::size_t end) const {
  constexpr std::string_view kBlanks = " \t";
  const std::size_t next = std::min(text_.find_first_not_of(kBlanks, end + 1), text_.size() - 1);
  if (text_[next] == ',' || text_[next] == '\n') return true;
  const std::size_t before = text_.find_last_not_of(kBlanks, begin < 2 ? 0 : begin - 2);
  return text_[next] == ']' && before != text_.npos && text_[before] == ',';
}

// Behind the comment or string that begins there; an inside is cut.
std::size_t ShortenedToml::behind(std::size_t at) {
  const auto end_of = [&](std::string_view what, std::size_t from) {
    const std::size_t found = text_.find(what, from);
    return found == text_.npos ? text_.size() : found;
  };
  const std::string_view rest = text_.substr(at);
  if (rest.starts_with('#')) {
    const std::size_t end = end_of("\n", at);
    cut(at + 1, end);
    return end;
  }
  if (rest.starts_with("'''")) {
    const std::size_t begin = at + 3, end = end_of("'''", begin);
    if (end == text_.size() || text_.substr(end + 3).starts_with('\'')) return text_.size();
    cut(begin, end);
    return end + 3;
  }
  if (rest.starts_with('\'')) {
    const std::size_t end = end_of("'", at + 1);
    if (end < text_.size() && is_value(at + 1, end)) cut_line(at + 1, end);
    return end + 1;
  }
  const bool multi_line = rest.starts_with("\"\"\"");
  std::size_t end = at + (multi_line ? 3 : 1);
  while (end < text_.size() && !text_.substr(end).starts_with(multi_line ? "\"\"\"" : "\"")) {
    end += text_[end] == '\\' ? 2 : 1;
  }
  if (!multi_line && end < text_.size() && is_value(at + 1, end)) cut_line(at + 1, end);
  return end + (multi_line ? 3 : 1);
}

void ShortenedToml::cut_line(std::size_t begin, std::size_t end) {
  const std::string_view inside = text_.substr(begin, end - begin);
  if (inside.find_first_of("\\\n") == inside.npos) cut(begin, end);
}

// What toml++ would complain of stays for it to see, or to take its own way.
void ShortenedToml::cut(std::size_t begin, std::size_t end) {
  const std::string_view inside = text_.substr(begin, end - begin);
  if (inside.empty() || !is_plain(inside)) return;
  kept_ += text_.substr(copied_, begin - copied_);
  copied_ = end;
  const std::uint32_t before = cuts_.empty() ? 0 : cuts_.back().removed;
  const auto size = static_cast<std::uint32_t>(inside.size());
  cuts_.push_back({static_cast<std::uint32_t>(begin), size,
                   static_cast<std::uint32_t>(kept_.size()), before + size});
}

}  // namespace panchina
