#include "store/copy_text.h"

#include <array>
#include <charconv>

namespace panchina {

void append_copy(std::span<const Cell> row, std::string& out) {
  std::array<char, 32> digits{};
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += '\t';
    if (is_null(row[i])) {
      out += "\\N";
    } else if (const auto* whole = std::get_if<std::int64_t>(&row[i])) {
      out.append(digits.data(),
                 std::to_chars(digits.data(), digits.data() + digits.size(), *whole).ptr);
    } else if (const auto* real = std::get_if<double>(&row[i])) {
      out.append(digits.data(),
                 std::to_chars(digits.data(), digits.data() + digits.size(), *real).ptr);
    } else {
      const std::string_view text = text_of(row[i]);
      std::size_t from = 0;
      for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c != '\\' && static_cast<unsigned char>(c) >= 0x20) continue;
        const char escape = c == '\\'   ? '\\'
                            : c == '\t' ? 't'
                            : c == '\n' ? 'n'
                            : c == '\r' ? 'r'
                                        : '\0';
        if (escape == '\0') continue;
        out.append(text.substr(from, at - from));
        out += '\\';
        out += escape;
        from = at + 1;
      }
      out.append(text.substr(from));
    }
  }
  out += '\n';
}

}  // namespace panchina
