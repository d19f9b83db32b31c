#include "read/article_source.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "base/file.h"
#include "base/hash.h"
#include "read/decode.h"
#include "read/json_record.h"

namespace panchina {

namespace {

namespace fs = std::filesystem;

using Next = Result<std::optional<ArticleInput>, ArticleError>;

// The path as an id: bytes that are no UTF-8 become `%E8`.
std::string as_id(const std::string& path) {
  if (decode_utf8(path).replaced == 0) return path;
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    std::size_t size = 1;
    while (size < 4 && at + size < path.size() && (path[at + size] & 0xC0) == 0x80) ++size;
    const std::string_view character = std::string_view(path).substr(at, size);
    if (decode_utf8(character).replaced == 0) {
      out += character;
    } else {
      for (const char& c : character) {
        out += '%';
        out += bytes_to_hex(std::string_view(&c, 1));
      }
    }
    at += size;
  }
  return out;
}

ArticleError to_article_error(FileError error) {
  return {std::move(error.code), std::move(error.message)};
}

std::string normal(const std::string& path) { return fs::path(path).lexically_normal().string(); }

}  // namespace

ArticleSource::ArticleSource(ReadOptions options, std::vector<std::string> not_articles)
    : options_(std::move(options)), include_(options_.include), exclude_(options_.exclude) {
  for (const std::string& path : not_articles) {
    std::error_code ignored;
    if (path.empty()) continue;
    not_articles_.push_back(normal(fs::absolute(path, ignored).string()));
  }
}

ArticleSource::~ArticleSource() = default;

Next ArticleSource::next() {
  if (!std::exchange(collected_, true)) {
    if (auto problem = collect_paths()) return Unexpected(*std::move(problem));
    if (check_ids_ && options_.on_duplicate == OnDuplicate::kLast) {
      if (auto problem = find_last_ones()) return Unexpected(*std::move(problem));
    }
  }
  while (true) {
    auto input = next_listed();
    if (!input || !*input) return input;
    if ((*input)->doc.empty()) return input;
    ++listed_;
    auto taken = settle_id(**input);
    if (!taken) return Unexpected(taken.error());
    if (*taken) return input;
  }
}

std::optional<ArticleError> ArticleSource::collect_paths() {
  for (const std::string& path : options_.paths) paths_.push_back({path, Origin::kArgument});
  if (!options_.files_from.empty()) {
    constexpr std::size_t kLongestList = std::size_t{1} << 30;
    auto list = options_.files_from == "-" ? read_standard_input(kLongestList)
                                           : read_file(options_.files_from, kLongestList);
    if (!list) return to_article_error(list.error());
    for (std::size_t begin = 0; begin < list->size();) {
      const std::size_t end = std::min(list->find(options_.list_separator, begin), list->size());
      std::string path = list->substr(begin, end - begin);
      if (options_.list_separator == '\n' && path.ends_with('\r')) path.pop_back();
      if (!path.empty()) paths_.push_back({std::move(path), Origin::kList});
      begin = end + 1;
    }
  }
  std::stable_sort(paths_.begin(), paths_.end(),
                   [](const Path& one, const Path& two) { return one.path < two.path; });
  for (const Path& path : paths_) {
    struct stat status {};
    if (path.origin == Origin::kList || path.path == "-") continue;
    if (::stat(path.path.c_str(), &status) != 0) {
      return to_article_error(file_error(errno, "cannot read", path.path));
    }
  }
  return std::nullopt;
}

Next ArticleSource::next_listed() {
  while (true) {
    if (open_.records != nullptr) {
      if (auto input = next_record()) return input;
      continue;
    }
    if (walk_ != nullptr) {
      if (auto input = next_walked()) return input;
      continue;
    }
    if (next_path_ == paths_.size()) return std::optional<ArticleInput>();
    auto input = begin_path(paths_[next_path_++]);
    if (!input || *input) return input;
  }
}

Result<std::string, ArticleError> ArticleSource::doc_of(const std::string& path,
                                                        Origin origin) const {
  if (options_.root.empty()) {
    const fs::path written(path);
    if (origin == Origin::kArgument) return as_id(written.filename().string());
    return as_id(normal(path));
  }
  std::error_code failed;
  const fs::path root = fs::absolute(options_.root, failed).lexically_normal();
  const fs::path whole = fs::absolute(path, failed).lexically_normal();
  const std::string relative = whole.lexically_relative(root / "").string();
  if (relative.empty() || relative == ".." || relative.starts_with("../")) {
    return Unexpected(ArticleError{"outside-root", path + " is not below " + options_.root});
  }
  return as_id(relative == "." ? std::string() : relative);
}

Next ArticleSource::begin_path(const Path& path) {
  if (path.path == "-") return begin_standard_input();
  struct stat status {};
  const bool there = ::stat(path.path.c_str(), &status) == 0;
  const int number = errno;
  if (there && S_ISDIR(status.st_mode)) {
    walked_prefix_.clear();
    if (!options_.root.empty() || path.origin == Origin::kList) {
      auto prefix = doc_of(path.path, path.origin);
      if (!prefix) return Unexpected(prefix.error());
      walked_prefix_ = *std::move(prefix);
      if (walked_prefix_ == ".") walked_prefix_.clear();
      if (!walked_prefix_.empty() && !walked_prefix_.ends_with('/')) walked_prefix_ += '/';
    }
    walked_folder_ = path.path;
    while (walked_folder_.size() > 1 && walked_folder_.ends_with('/')) walked_folder_.pop_back();
    walk_ = std::make_unique<FolderWalk>(walked_folder_, options_.links, exclude_);
    return std::optional<ArticleInput>();
  }
  auto doc = doc_of(path.path, path.origin);
  if (!doc) return Unexpected(doc.error());
  if (!there) {
    ArticleInput input;
    input.doc = *std::move(doc);
    input.path = input.where = path.path;
    input.problem = to_article_error(file_error(number, "cannot read", path.path));
    return std::optional<ArticleInput>(std::move(input));
  }
  return begin_file(path.path, *doc, kind_of_file(path.path).value_or(FileKind{}));
}

Next ArticleSource::begin_standard_input() {
  ArticleInput input;
  input.path = "-";
  input.where = "standard input";
  if (options_.standard_input == StandardInput::kJsonLines) {
    input.doc = "stdin";
    input.kind = InputKind::kJsonLine;
    return open_records(std::move(input));
  }
  input.doc = "stdin";
  auto bytes = read_standard_input(options_.max_article_size);
  if (bytes) {
    input.record = *std::move(bytes);
  } else {
    input.problem = to_article_error(bytes.error());
  }
  return std::optional<ArticleInput>(std::move(input));
}

bool ArticleSource::is_left_out(const std::string& path) const {
  if (not_articles_.empty()) return false;
  std::error_code ignored;
  const std::string whole = normal(fs::absolute(path, ignored).string());
  return std::any_of(not_articles_.begin(), not_articles_.end(), [&](const std::string& one) {
    return whole == one || whole.starts_with(one + "/");
  });
}

std::optional<ArticleInput> ArticleSource::next_walked() {
  while (auto file = walk_->next()) {
    const std::string path = walked_folder_ + "/" + file->path;
    if (file->problem) {
      ArticleInput input;
      input.path = input.where = path;
      input.problem = std::move(file->problem);
      return input;
    }
    const auto kind = kind_of_file(file->path);
    if (include_.empty() ? !kind : !include_.matches(file->path, PathKind::kFile)) continue;
    if (is_left_out(path)) continue;
    return begin_file(path, walked_prefix_ + as_id(file->path), kind.value_or(FileKind{}));
  }
  walk_.reset();
  return std::nullopt;
}

std::optional<ArticleInput> ArticleSource::begin_file(const std::string& path,
                                                      const std::string& doc, FileKind kind) {
  ArticleInput input;
  input.doc = doc;
  input.path = input.where = path;
  input.kind = kind.kind;
  input.compression = kind.compression;
  if (decode_utf8(path).replaced > 0) input.path_bytes = bytes_to_hex(path);
  if (kind.holds_records()) return open_records(std::move(input));
  return input;
}

std::optional<ArticleInput> ArticleSource::open_records(ArticleInput base) {
  auto bytes = ByteStream::open(base.path, base.compression);
  if (!bytes) {
    base.problem = bytes.error();
    return base;
  }
  const auto shape =
      base.kind == InputKind::kCsvRow ? RecordStream::Shape::kCsv : RecordStream::Shape::kLines;
  // A record holds more than its text.
  const std::size_t limit = options_.max_article_size + options_.max_article_size / 4 + 65536;
  open_.records = std::make_unique<RecordStream>(*std::move(bytes), shape, limit);
  open_.base = std::move(base);
  if (shape != RecordStream::Shape::kCsv) return std::nullopt;
  auto first = open_.records->next();
  bool is_metadata = false;
  if (first && *first) {
    open_.base.columns = std::make_shared<const CsvColumns>(csv_columns((*first)->bytes));
    if (open_.base.columns->find({"text"})) return std::nullopt;
    is_metadata = open_.base.columns->find({"doc"}).has_value();
  }
  open_.records.reset();
  // A table that lies among articles is none of them. One of metadata belongs there.
  if (walk_ != nullptr && is_metadata) return std::nullopt;
  ArticleInput input = std::move(open_.base);
  input.problem =
      first ? ArticleError{"no-text-column", input.path + " has no column `text` in its first line"}
            : first.error();
  if (first && walk_ != nullptr) input.doc.clear();
  return input;
}

std::optional<ArticleInput> ArticleSource::next_record() {
  auto record = open_.records->next();
  ArticleInput input = open_.base;
  if (!record) {
    open_.records.reset();
    input.problem = record.error();
    return input;
  }
  if (!*record) {
    open_.records.reset();
    return std::nullopt;
  }
  const std::string line = std::to_string((*record)->line);
  input.where += ":" + line;
  std::optional<std::string> id;
  if (input.kind == InputKind::kJsonLine) {
    id = quick_field((*record)->bytes, "id");
    if (!id) id = quick_field((*record)->bytes, "doc");
  } else if (const auto place = input.columns->find({"id", "doc"})) {
    auto fields = csv_fields((*record)->bytes, input.columns->separator);
    if (*place < fields.size()) id = decode(fields[*place]).text;
  }
  input.doc = id && !id->empty() ? decode_utf8(*id).text : input.doc + "#" + line;
  input.record = std::move((*record)->bytes);
  if ((*record)->too_large) {
    input.record.clear();
    input.problem = ArticleError{"too-large", input.where + " is larger than " +
                                                  std::to_string(options_.max_article_size) +
                                                  " bytes, the limit for one article"};
  }
  return input;
}

}  // namespace panchina
