#include "read/save_text.h"

#include <filesystem>

#include "base/file.h"

namespace panchina {

namespace {

std::string safe_path(std::string_view doc) {
  std::string out;
  for (std::size_t begin = 0; begin <= doc.size();) {
    const std::size_t end = std::min(doc.find('/', begin), doc.size());
    const std::string_view part = doc.substr(begin, end - begin);
    if (!out.empty()) out += '/';
    out += part.empty() || part == "." || part == ".." ? std::string_view("_") : part;
    begin = end + 1;
  }
  if (!out.ends_with(".txt")) out += ".txt";
  return out;
}

}  // namespace

std::optional<ArticleError> save_text(const std::string& folder, const std::string& doc,
                                      std::string_view text) {
  const std::filesystem::path path = std::filesystem::path(folder) / safe_path(doc);
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  if (failed) {
    const FileError error =
        file_error(failed.value(), "cannot make folder", path.parent_path().string());
    return ArticleError{error.code, error.message};
  }
  auto file = AtomicFile::create(path.string());
  if (!file) return ArticleError{file.error().code, file.error().message};
  if (const auto done = file->write(text); !done) {
    return ArticleError{done.error().code, done.error().message};
  }
  if (const auto done = file->commit(); !done) {
    return ArticleError{done.error().code, done.error().message};
  }
  return std::nullopt;
}

}  // namespace panchina
