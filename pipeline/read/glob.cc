#include "read/glob.h"

#include <utility>

namespace panchina {

namespace {

// The character class at the beginning of `pattern` ("[...]"): whether `c` is in it, and its size
// (0: it is no class, the bracket stands for itself).
std::pair<bool, std::size_t> match_class(std::string_view pattern, char c) {
  std::size_t at = 1;
  const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (negated) ++at;
  const auto code = [](char byte) { return static_cast<unsigned char>(byte); };
  bool inside = false;
  for (const std::size_t first = at; at < pattern.size(); ++at) {
    if (pattern[at] == ']' && at > first) return {inside != negated && c != '/', at + 1};
    if (at + 2 < pattern.size() && pattern[at + 1] == '-' && pattern[at + 2] != ']') {
      inside |= code(pattern[at]) <= code(c) && code(c) <= code(pattern[at + 2]);
      at += 2;
    } else {
      inside |= pattern[at] == c;
    }
  }
  return {false, 0};
}

// One step of the pattern against one character: the size of the step, 0 where it does not match.
std::size_t match_one(std::string_view pattern, char c) {
  switch (pattern[0]) {
    case '?':
      return c == '/' ? 0 : 1;
    case '[': {
      const auto [inside, size] = match_class(pattern, c);
      if (size == 0) return c == '[' ? 1 : 0;
      return inside ? size : 0;
    }
    case '\\':
      return pattern.size() > 1 && pattern[1] == c ? 2 : 0;
    default:
      return pattern[0] == c ? 1 : 0;
  }
}

// Greedy with one step back to the last `*` and one to the last `**`: never exponential.
bool match(std::string_view pattern, std::string_view path) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t p = 0, s = 0;
  std::size_t star = kNone, star_path = 0;  // after the last `*`, and what it has eaten up to
  std::size_t double_star = kNone, double_path = 0;
  while (true) {
    if (p < pattern.size() && pattern[p] == '*') {
      const bool twice = p + 1 < pattern.size() && pattern[p + 1] == '*';
      if (twice) {
        p += 2;
        // `**/` also stands for no folder at all.
        const bool slash = p < pattern.size() && pattern[p] == '/';
        if (slash && (s == 0 || path[s - 1] == '/')) {
          double_star = p + 1;
          double_path = s;
          p = double_star;
        } else {
          double_star = p;
          double_path = s;
        }
        star = kNone;
      } else {
        star = ++p;
        star_path = s;
      }
      continue;
    }
    if (s == path.size() && p == pattern.size()) return true;
    if (s < path.size() && p < pattern.size()) {
      if (const std::size_t size = match_one(pattern.substr(p), path[s]); size > 0) {
        p += size;
        ++s;
        continue;
      }
    }
    if (star != kNone && star_path < path.size() && path[star_path] != '/') {
      s = ++star_path;
      p = star;
    } else if (double_star != kNone && double_path < path.size()) {
      s = ++double_path;
      p = double_star;
      // After `**/` a match begins at a part of the path.
      const bool at_part = double_star > 0 && pattern[double_star - 1] == '/';
      while (at_part && s < path.size() && path[s - 1] != '/') s = ++double_path;
      star = kNone;
    } else {
      return false;
    }
  }
}

}  // namespace

GlobList::GlobList(const std::vector<std::string>& patterns) {
  for (std::string_view pattern : patterns) {
    Glob glob;
    if (pattern.starts_with('!')) {
      glob.negated = true;
      pattern.remove_prefix(1);
    }
    if (pattern.ends_with('/')) {
      glob.folders_only = true;
      pattern.remove_suffix(1);
    }
    glob.whole_path = pattern.find('/') != std::string_view::npos;
    if (pattern.starts_with('/')) pattern.remove_prefix(1);
    if (pattern.empty()) continue;
    glob.pattern = pattern;
    globs_.push_back(std::move(glob));
  }
}

bool GlobList::matches(std::string_view path, PathKind kind) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (auto glob = globs_.rbegin(); glob != globs_.rend(); ++glob) {
    if (glob->folders_only && kind == PathKind::kFile) continue;
    if (match(glob->pattern, glob->whole_path ? path : name)) return !glob->negated;
  }
  return false;
}

}  // namespace panchina
