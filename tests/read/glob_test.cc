#include "read/glob.h"

#include <gtest/gtest.h>

namespace panchina {
namespace {

struct Case {
  std::vector<std::string> patterns;
  const char* path;
  bool matches;
  PathKind kind = PathKind::kFile;
};

TEST(GlobList, MatchesAsGitDoes) {
  const Case cases[] = {
      {{"*.txt"}, "a/b/x.txt", true},
      {{"*.txt"}, "x.html", false},
      {{"/x.txt"}, "x.txt", true},
      {{"/x.txt"}, "a/x.txt", false},
      {{"a/*.txt"}, "a/x.txt", true},
      {{"a/*.txt"}, "a/b/x.txt", false},
      {{"a/**/x.txt"}, "a/x.txt", true},
      {{"a/**/x.txt"}, "a/b/c/x.txt", true},
      {{"a/**/x.txt"}, "a/b/yx.txt", false},
      {{"**/x.txt"}, "x.txt", true},
      {{"**/x.txt"}, "a/x.txt", true},
      {{"a/**"}, "a/b/c", true},
      {{"a/**"}, "b/a/c", false},
      {{"?.txt"}, "x.txt", true},
      {{"?.txt"}, "xy.txt", false},
      {{"[a-c].txt"}, "b.txt", true},
      {{"[!a-c].txt"}, "b.txt", false},
      {{"[a-c].txt"}, "d.txt", false},
      {{"a[.txt"}, "a[.txt", true},
      {{"\\*.txt"}, "*.txt", true},
      {{"\\*.txt"}, "a.txt", false},
      {{"drafts/"}, "drafts", true, PathKind::kFolder},
      {{"drafts/"}, "drafts", false},
      {{"drafts/"}, "a/drafts", true, PathKind::kFolder},
      {{"*.txt", "!keep.txt"}, "keep.txt", false},
      {{"!keep.txt", "*.txt"}, "keep.txt", true},
      {{"", "/"}, "x", false},
      {{"*a*b*c"}, "xxaxxbxxc", true},
      {{"*a*b*c"}, "xxaxxbxxd", false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(GlobList(c.patterns).matches(c.path, c.kind), c.matches)
        << c.patterns[0] << " " << c.path;
  }
}

TEST(GlobList, ManyStarsTakeNoExponentialTime) {
  std::string pattern = "/";
  for (int i = 0; i < 50; ++i) pattern += "*a";
  EXPECT_FALSE(GlobList({pattern + "b"}).matches(std::string(5000, 'a'), PathKind::kFile));
}

}  // namespace
}  // namespace panchina
