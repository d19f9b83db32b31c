#include "segment/literal_beginnings.h"

#include <re2/re2.h>

#include <algorithm>

#include "text/utf8.h"

namespace panchina {
namespace {

bool is_quantifier(std::string_view pattern, std::size_t at) {
  return at < pattern.size() &&
         std::string_view("?*+{").find(pattern[at]) != std::string_view::npos;
}

// The place behind the item of the pattern that begins at `at`: an escape, a class, a character.
std::size_t item_end(std::string_view pattern, std::size_t at) {
  if (pattern[at] == '\\') return at + 1 + code_point_at(pattern, at + 1).size;
  if (pattern[at] != '[') return at + code_point_at(pattern, at).size;
  std::size_t end = at + 1;
  if (end < pattern.size() && pattern[end] == '^') ++end;
  if (end < pattern.size() && pattern[end] == ']') ++end;
  while (end < pattern.size() && pattern[end] != ']') end += pattern[end] == '\\' ? 2 : 1;
  return end + 1;
}

// The alternatives of the group that begins at `at`, and the place of what ends it.
struct Alternatives {
  std::vector<std::string_view> parts;
  std::size_t end = 0;
};
Alternatives split(std::string_view pattern, std::size_t at) {
  Alternatives out;
  std::size_t begin = at;
  int depth = 0;
  while (at < pattern.size()) {
    const char c = pattern[at];
    if (c == ')' && depth-- == 0) break;
    if (c == '(') ++depth;
    if (c == '|' && depth == 0) {
      out.parts.push_back(pattern.substr(begin, at - begin));
      begin = at + 1;
    }
    at = item_end(pattern, at);
  }
  out.end = std::min(at, pattern.size());
  out.parts.push_back(pattern.substr(begin, out.end - begin));
  return out;
}

// The literal characters that an alternative begins with.
std::string literal_prefix(std::string_view part) {
  std::string out;
  for (std::size_t at = 0; at < part.size() && out.size() < kLongestBeginning;) {
    const std::size_t end = item_end(part, at);
    std::string_view item = part.substr(at, end - at);
    if (item[0] == '\\') {
      item.remove_prefix(1);
      const bool mark = item.size() == 1 &&
                        std::string_view("\\.()[]{}|?*+^$").find(item[0]) != std::string_view::npos;
      if (!mark) break;  // `\d`, `\b`
    } else if (std::string_view("().[]^$").find(item[0]) != std::string_view::npos) {
      break;
    }
    if (is_quantifier(part, end) && part[end] != '+') break;
    out += item;
    if (is_quantifier(part, end)) break;
    at = end;
  }
  return out.substr(0, kLongestBeginning);
}

}  // namespace

std::vector<std::string> literal_beginnings(std::string_view pattern) {
  constexpr std::string_view kGroup = "(?:";
  std::vector<std::string> out;
  for (const std::string_view part : split(pattern, 0).parts) {
    if (part.starts_with(kGroup)) {
      const std::size_t end = split(part, kGroup.size()).end;
      const std::string_view behind = part.substr(std::min(end + 1, part.size()));
      const bool may_lack = behind.starts_with('?') || behind.starts_with('*') ||
                            behind.starts_with("{0") || behind.starts_with("{,");
      if (may_lack) return {};
      const std::vector<std::string> inside =
          literal_beginnings(part.substr(kGroup.size(), end - kGroup.size()));
      if (inside.empty()) return {};
      out.insert(out.end(), inside.begin(), inside.end());
      continue;
    }
    out.push_back(literal_prefix(part));
    if (out.back().empty()) return {};
  }
  return out;
}

PatternBeginnings literal_beginnings(const BlockRules& rules) {
  PatternBeginnings out;
  for (const BlockRule& rule : rules.rules()) {
    RuleBeginnings& one = out.emplace_back();
    if (rule.match) one.texts = literal_beginnings(rule.match->pattern());
    for (const std::string& text : one.texts) {
      one.bytes.set(static_cast<unsigned char>(text.front()));
    }
  }
  return out;
}

}  // namespace panchina
