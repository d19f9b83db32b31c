// File patterns as in .gitignore. Thread rule: const after construction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace panchina {

enum class PathKind { kFile, kFolder };

// A list of patterns; the last one that matches decides. `*` and `?` stop at `/`, `**` does not;
// `[a-z]`, `[!a-z]`; a pattern with `/` before its end is held against the whole path, one without
// against the last part; a `/` at its end: folders only; `!` before it takes the match back.
//   GlobList({"*.bak", "drafts/", "!keep.bak"}).matches("a/x.bak", PathKind::kFile)  // true
class GlobList {
 public:
  explicit GlobList(const std::vector<std::string>& patterns);
  // `path` is relative to the folder that is walked, without a `/` at its ends.
  bool matches(std::string_view path, PathKind kind) const;
  bool empty() const { return globs_.empty(); }

 private:
  struct Glob {
    std::string pattern;
    bool whole_path = false;
    bool folders_only = false;
    bool negated = false;
  };
  std::vector<Glob> globs_;
};

}  // namespace panchina
