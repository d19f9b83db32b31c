// What reading deals in: options, inputs (an article that is listed but not yet read) and articles.
// Listing is cheap and done by one thread (article_source.h); reading and decoding one article is
// the work of any worker (article_reader.h). Plain data.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "read/csv.h"

namespace panchina {

// What two inputs with one id are.
enum class OnDuplicate : std::uint8_t {
  kError,   // the run fails and names both
  kSuffix,  // the second is `id#2`, the third `id#3`
  kLast,    // only the last is read
};

enum class LinkPolicy : std::uint8_t { kSkip, kFollow };
enum class BinaryPolicy : std::uint8_t { kRefuse, kRead };
enum class StandardInput : std::uint8_t { kText, kJsonLines };

struct ReadOptions {
  std::vector<std::string> paths;    // files and folders; "-": standard input
  std::string files_from;            // a list of more paths; "-": standard input; empty: none
  char list_separator = '\n';        // '\0' with -0
  std::string root;                  // ids are relative to it; empty: the folder given
  std::vector<std::string> include;  // globs as in .gitignore; empty: all known kinds of file
  std::vector<std::string> exclude;
  LinkPolicy links = LinkPolicy::kSkip;
  OnDuplicate on_duplicate = OnDuplicate::kError;
  BinaryPolicy binary = BinaryPolicy::kRefuse;
  StandardInput standard_input = StandardInput::kText;
  std::string published;  // EDTF day for articles without any other; empty: none
  std::string save_text;  // folder that the text of each article is written to; empty: none
  std::size_t max_article_size = std::size_t{64} << 20;  // bytes, after decompression
};

struct ArticleError {
  std::string code;     // "not-found", "binary", "too-large", "bad-record", ...
  std::string message;  // one sentence for a person, with the place
};

enum class InputKind : std::uint8_t { kText, kHtml, kJsonLine, kCsvRow };
enum class Compression : std::uint8_t { kNone, kGzip, kZstd };

// An article as listed.
struct ArticleInput {
  std::string doc;   // id; empty where `problem` concerns no article (a folder that cannot be read)
  std::string path;  // to open; "-": its bytes are in `record`
  std::string where;  // for messages: the path, with the line where it is a record
  InputKind kind = InputKind::kText;
  Compression compression = Compression::kNone;
  std::string record;                         // kJsonLine, kCsvRow, standard input: its bytes
  std::shared_ptr<const CsvColumns> columns;  // kCsvRow
  std::string path_bytes;                     // hex of the path where it is no UTF-8
  std::optional<ArticleError> problem;        // known before reading
};

// An article as read. With an error, the text is empty and `info` holds what is known all the same.
struct Article {
  ArticleInfo info;
  std::string text;  // valid UTF-8 without NUL
  std::optional<ArticleError> error;
};

}  // namespace panchina
