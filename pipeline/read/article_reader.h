// ArticleReader: reads and decodes one listed article. Thread rule: one reader a worker; it keeps
// its buffers from article to article. Options and metadata are shared and must outlive it.
#pragma once

#include <string>
#include <string_view>

#include "base/file.h"
#include "read/article.h"
#include "read/metadata.h"

namespace panchina {

class ArticleReader {
 public:
  ArticleReader(const ReadOptions& options, const Metadata& metadata)
      : options_(options), metadata_(metadata) {}

  // Never fails as a whole: what is wrong with the article stands in `error`. Codes: those of
  // FileError, binary, too-large, bad-compression, compression-ratio, bad-record, no-text,
  // no-main-text.
  Article read(const ArticleInput& input);

 private:
  Article read_file(const ArticleInput& input);
  Article read_json(const ArticleInput& input);
  Article read_csv(const ArticleInput& input);
  void decode_text(std::string_view bytes, const ArticleInput& input, Article& article) const;
  void decode_html(std::string_view bytes, const ArticleInput& input, Article& article) const;
  void add_metadata(Article& article) const;

  const ReadOptions& options_;
  const Metadata& metadata_;
  FileReader files_;
};

}  // namespace panchina
