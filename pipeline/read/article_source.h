// ArticleSource: all articles that the options name, one at a time, in the same order everywhere:
// paths sorted by their bytes, records in the order of their file. Lists only; an ArticleReader
// reads. Thread rule: belongs to one thread.
//
//   ArticleSource source(options);
//   while (true) {
//     auto input = source.next();
//     if (!input) return fatal(input.error());  // a path that is not there, two inputs with one id
//     if (!*input) break;                       // the end
//     pool.add(**input);                        // reader.read(input) in a worker
//   }
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "read/article.h"
#include "read/folder_walk.h"
#include "read/input_kind.h"
#include "read/record_stream.h"

namespace panchina {

class ArticleSource {
 public:
  // Files named here, and those below folders named here, are no articles and are left out of
  // walks: the metadata file, the rules.
  explicit ArticleSource(ReadOptions options, std::vector<std::string> not_articles = {});
  ~ArticleSource();
  ArticleSource(const ArticleSource&) = delete;
  ArticleSource& operator=(const ArticleSource&) = delete;

  // The next input, none at the end. An error is fatal for the run: not-found, not-a-file,
  // outside-root, duplicate-id (names both places).
  Result<std::optional<ArticleInput>, ArticleError> next();

  // Whether next() may wait for whoever writes the records that are being read.
  bool may_wait() const { return open_.records != nullptr && open_.records->may_wait(); }

 private:
  struct Open {  // a file of records that is being read
    std::unique_ptr<RecordStream> records;
    ArticleInput base;  // what all of its inputs have in common
  };
  enum class Origin { kArgument, kList };
  struct Path {
    std::string path;
    Origin origin = Origin::kArgument;
  };

  std::optional<ArticleError> collect_paths();
  Result<std::optional<ArticleInput>, ArticleError> next_listed();
  Result<std::optional<ArticleInput>, ArticleError> begin_path(const Path& path);
  std::optional<ArticleInput> next_walked();
  std::optional<ArticleInput> next_record();
  Result<std::optional<ArticleInput>, ArticleError> begin_standard_input();
  // Begins the file; its only input, or none where it holds records or is no article.
  std::optional<ArticleInput> begin_file(const std::string& path, const std::string& doc,
                                         FileKind kind);
  std::optional<ArticleInput> open_records(ArticleInput base);
  Result<std::string, ArticleError> doc_of(const std::string& path, Origin origin) const;
  bool is_left_out(const std::string& path) const;

  // Ids: false where this input is passed over.
  Result<bool, ArticleError> settle_id(ArticleInput& input);
  ArticleError duplicate(const ArticleInput& second) const;
  std::optional<ArticleError> find_last_ones();

  ReadOptions options_;
  std::vector<std::string> not_articles_;
  GlobList include_;
  GlobList exclude_;
  std::vector<Path> paths_;
  std::size_t next_path_ = 0;
  bool collected_ = false;
  std::unique_ptr<FolderWalk> walk_;
  std::string walked_folder_;  // as it is opened
  std::string walked_prefix_;  // of ids
  Open open_;
  std::unordered_map<std::uint64_t, std::uint32_t> seen_;  // hash of id -> how often, or last place
  std::uint32_t listed_ = 0;
  bool check_ids_ = true;
};

}  // namespace panchina
