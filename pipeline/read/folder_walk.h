// The files below a folder, one at a time, in the byte order of their whole paths, whatever order
// the system lists them in and whatever the locale is. Only one listing per level is held. Thread
// rule: belongs to one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/article.h"
#include "read/glob.h"

namespace panchina {

struct WalkedFile {
  std::string path;                     // relative to the folder; bytes as the system has them
  std::optional<ArticleError> problem;  // a folder that cannot be read, a loop of links
};

// Hidden files and folders (`.name`) are left out, and so is what is no regular file. Links are
// followed only with kFollow; then a link to a folder that it lies in is a problem, "link-loop".
class FolderWalk {
 public:
  // `folder` exists. `exclude` leaves out files, and folders with all below them.
  FolderWalk(std::string folder, LinkPolicy links, const GlobList& exclude);
  std::optional<WalkedFile> next();

 private:
  struct Entry {
    std::uint32_t begin = 0;  // of its name in Level::names; folders end in '/'
    std::uint32_t end = 0;
  };
  struct Level {
    std::string names;
    std::vector<Entry> entries;
    std::size_t next = 0;
    std::size_t path_size = 0;  // of the relative path of this folder, with its '/'
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
  };
  // Lists the folder at relative_ and makes it the innermost level; a problem where it cannot be.
  std::optional<ArticleError> enter();
  std::optional<ArticleError> list(int descriptor, Level& level) const;

  std::string folder_;
  LinkPolicy links_;
  const GlobList& exclude_;
  std::string relative_;  // path of the innermost level, empty or ending in '/'
  std::vector<Level> levels_;
  std::optional<ArticleError> first_problem_;
};

}  // namespace panchina
