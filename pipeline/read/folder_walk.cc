#include "read/folder_walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include "base/file.h"

namespace panchina {

namespace {

ArticleError error_of(int number, const std::string& path) {
  FileError error = file_error(number, "cannot read folder", path);
  return {std::move(error.code), std::move(error.message)};
}

// What an entry is, its link followed where links are.
enum class EntryKind { kFile, kFolder, kOther };
EntryKind kind_of(int folder, const dirent& entry, LinkPolicy links) {
  if (entry.d_type == DT_REG) return EntryKind::kFile;
  if (entry.d_type == DT_DIR) return EntryKind::kFolder;
  if (entry.d_type == DT_LNK && links == LinkPolicy::kSkip) return EntryKind::kOther;
  if (entry.d_type != DT_LNK && entry.d_type != DT_UNKNOWN) return EntryKind::kOther;
  struct stat status {};
  const int flags = links == LinkPolicy::kSkip ? AT_SYMLINK_NOFOLLOW : 0;
  if (::fstatat(folder, entry.d_name, &status, flags) != 0) {
    // A link to nothing: listed as a file, so that reading it says so.
    return links == LinkPolicy::kFollow ? EntryKind::kFile : EntryKind::kOther;
  }
  if (S_ISREG(status.st_mode)) return EntryKind::kFile;
  return S_ISDIR(status.st_mode) ? EntryKind::kFolder : EntryKind::kOther;
}

}  // namespace

FolderWalk::FolderWalk(std::string folder, LinkPolicy links, const GlobList& exclude)
    : folder_(std::move(folder)), links_(links), exclude_(exclude) {
  first_problem_ = enter();
}

std::optional<WalkedFile> FolderWalk::next() {
  if (first_problem_) return WalkedFile{"", std::exchange(first_problem_, std::nullopt)};
  while (!levels_.empty()) {
    Level& level = levels_.back();
    relative_.resize(level.path_size);
    if (level.next == level.entries.size()) {
      levels_.pop_back();
      continue;
    }
    const Entry entry = level.entries[level.next++];
    relative_.append(level.names, entry.begin, entry.end - entry.begin);
    if (!relative_.ends_with('/')) return WalkedFile{relative_, std::nullopt};
    if (std::optional<ArticleError> problem = enter()) {
      return WalkedFile{relative_.substr(0, relative_.size() - 1), std::move(problem)};
    }
  }
  return std::nullopt;
}

std::optional<ArticleError> FolderWalk::enter() {
  const std::string path = folder_ + "/" + relative_;
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return error_of(errno, path);
  Level level;
  level.path_size = relative_.size();
  struct stat status {};
  if (::fstat(descriptor, &status) == 0) {
    level.device = status.st_dev;
    level.inode = status.st_ino;
  }
  for (const Level& above : levels_) {
    if (above.device == level.device && above.inode == level.inode) {
      ::close(descriptor);
      return ArticleError{"link-loop", path + " is a link to a folder that it lies in"};
    }
  }
  if (auto problem = list(descriptor, level)) return problem;
  levels_.push_back(std::move(level));
  return std::nullopt;
}

std::optional<ArticleError> FolderWalk::list(int descriptor, Level& level) const {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::fdopendir(descriptor), ::closedir);
  if (folder == nullptr) {
    const int number = errno;
    ::close(descriptor);
    return error_of(number, folder_ + "/" + relative_);
  }
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(folder.get());  // NOLINT: safe on a stream of one thread
    if (entry == nullptr) {
      if (errno != 0) return error_of(errno, folder_ + "/" + relative_);
      break;
    }
    const std::string_view name = entry->d_name;
    if (name.starts_with('.')) continue;
    const EntryKind kind = kind_of(descriptor, *entry, links_);
    if (kind == EntryKind::kOther) continue;
    const bool is_folder = kind == EntryKind::kFolder;
    if (!exclude_.empty() && exclude_.matches(relative_ + std::string(name),
                                              is_folder ? PathKind::kFolder : PathKind::kFile)) {
      continue;
    }
    Entry placed;
    placed.begin = static_cast<std::uint32_t>(level.names.size());
    level.names += name;
    if (is_folder) level.names += '/';
    placed.end = static_cast<std::uint32_t>(level.names.size());
    level.entries.push_back(placed);
  }
  // A folder is compared with its '/', which gives the byte order of whole paths.
  const std::string_view names = level.names;
  const auto name_of = [names](Entry entry) {
    return names.substr(entry.begin, entry.end - entry.begin);
  };
  std::sort(level.entries.begin(), level.entries.end(),
            [&](Entry one, Entry two) { return name_of(one) < name_of(two); });
  return std::nullopt;
}

}  // namespace panchina
