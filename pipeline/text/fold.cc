#include "text/fold.h"

#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <vector>

#include "text/marks.h"
#include "text/utf8.h"

namespace panchina {

namespace {

// Letters that Unicode does not take apart but a reader without them would write like this.
std::string_view plain_letters(char32_t c) {
  switch (c) {
    case 0xD8:  // Ø
    case 0xF8:
      return "o";
    case 0x110:  // Đ
    case 0x111:
    case 0xD0:  // Ð
    case 0xF0:
      return "d";
    case 0x126:  // Ħ
    case 0x127:
      return "h";
    case 0x131:  // ı
      return "i";
    case 0x141:  // Ł
    case 0x142:
      return "l";
    case 0x166:  // Ŧ
    case 0x167:
      return "t";
    case 0xC6:  // Æ
    case 0xE6:
      return "ae";
    case 0x152:  // Œ
    case 0x153:
      return "oe";
    case 0xDE:  // Þ
    case 0xFE:
      return "th";
    default:
      return {};
  }
}

bool is_mark(utf8proc_int32_t c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return true;
    default:
      return false;
  }
}

// Appends a code point that is fully taken apart.
void append_part(char32_t c, std::string& out) {
  const Mark mark = mark_of(c);
  if (mark == Mark::kInvisible || is_mark(static_cast<utf8proc_int32_t>(c))) return;
  if (mark != Mark::kNone) {
    out += mark_byte(mark);
  } else if (const std::string_view plain = plain_letters(c); !plain.empty()) {
    out += plain;
  } else {
    append_code_point(c, out);
  }
}

void append_folded_slowly(char32_t c, std::string& out) {
  if (mark_of(c) != Mark::kNone) return append_part(c, out);
  // The longest decomposition in Unicode has 18 code points.
  std::array<utf8proc_int32_t, 32> parts{};
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
  int boundary = 0;
  const utf8proc_ssize_t count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(), options, &boundary);
  if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) {
    return append_code_point(c, out);
  }
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    append_part(static_cast<char32_t>(parts[static_cast<std::size_t>(i)]), out);
  }
}

// The folded forms of all code points below U+0800 (two bytes of UTF-8), made once.
class FoldedTable {
 public:
  FoldedTable() {
    starts_.reserve(kSize + 1);
    for (char32_t c = 0; c < kSize; ++c) {
      starts_.push_back(static_cast<std::uint16_t>(bytes_.size()));
      if (c >= 0x80) append_folded_slowly(c, bytes_);
    }
    starts_.push_back(static_cast<std::uint16_t>(bytes_.size()));
  }
  std::string_view at(char32_t c) const {
    return std::string_view(bytes_).substr(starts_[c], starts_[c + 1] - starts_[c]);
  }
  static constexpr char32_t kSize = 0x800;

 private:
  std::string bytes_;
  std::vector<std::uint16_t> starts_;
};

}  // namespace

void append_folded(std::string_view word, std::string& out) {
  static const FoldedTable table;
  std::array<char, 64> ascii;
  for (std::size_t at = 0; at < word.size();) {
    std::size_t count = 0;
    while (at < word.size() && count < ascii.size() && static_cast<signed char>(word[at]) >= 0) {
      ascii[count++] = kFoldedAscii[static_cast<unsigned char>(word[at++])];
    }
    out.append(ascii.data(), count);
    if (at == word.size()) break;
    if (count == ascii.size()) continue;
    const CodePoint c = code_point_at(word, at);
    if (c.value < FoldedTable::kSize) {
      out += table.at(c.value);
    } else {
      append_folded_slowly(c.value, out);
    }
    at += c.size;
  }
}

std::string folded(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  append_folded(word, out);
  return out;
}

std::string slug(std::string_view name) {
  std::string out;
  bool gap = false;
  for (const char c : folded(name)) {
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += '-';
    gap = false;
    out += c;
  }
  return out;
}

std::string titled(std::string_view word) {
  std::string out;
  bool first = true;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    const auto value = static_cast<utf8proc_int32_t>(c.value);
    if (utf8proc_islower(value) != 0) return std::string(word);
    const utf8proc_int32_t lower = utf8proc_tolower(value);
    append_code_point(static_cast<char32_t>(first ? value : lower), out);
    first = lower == value;  // no letter of two cases: a mark
    at += c.size;
  }
  const bool initials = word.size() <= 2 && word.find_first_of("AEIOU") == std::string_view::npos;
  return initials ? std::string(word) : out;
}

}  // namespace panchina
