// TemporaryFile: an empty file of a command's own. Thread rule: belongs to one thread.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace panchina {

// A file that is gone with the object.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& name)
      : path_(
            (std::filesystem::temp_directory_path() / ("panchina-" + name + "-XXXXXX")).string()) {
    const int file = ::mkstemp(path_.data());
    if (file < 0) {
      path_.clear();
    } else {
      ::close(file);
    }
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
  }
  // Empty where none could be made.
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace panchina
