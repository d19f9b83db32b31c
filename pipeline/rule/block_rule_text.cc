#include "rule/block_rule_text.h"

#include <charconv>

namespace panchina {

bool parse_range(std::string_view text, FormBound& bound) {
  const auto number = [](std::string_view part, std::uint32_t& value) {
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    return error == std::errc() && end == part.data() + part.size();
  };
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    if (!number(text, bound.least)) return false;
    bound.most = bound.least;
    return true;
  }
  const std::string_view low = text.substr(0, dots), high = text.substr(dots + 2);
  if (low.empty() && high.empty()) return false;
  return (low.empty() || number(low, bound.least)) && (high.empty() || number(high, bound.most));
}

std::string block_test_text(std::string_view text, std::string_view paragraph) {
  constexpr std::string_view kLineEnd = "\xC2\xB6";  // ¶
  std::string out;
  while (true) {
    const std::size_t at = text.find(kLineEnd);
    std::string_view line = text.substr(0, at);
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    if (!out.empty() && !line.empty() && line.front() == ' ') line.remove_prefix(1);
    out += line == "..." ? paragraph : line;
    if (at == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(at + kLineEnd.size());
  }
}

}  // namespace panchina
