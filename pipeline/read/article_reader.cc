#include "read/article_reader.h"

#include <utility>

#include "base/hash.h"
#include "read/byte_stream.h"
#include "read/decode.h"
#include "read/html_page.h"
#include "read/json_record.h"
#include "read/published.h"

namespace panchina {

namespace {

void give_published(ArticleInfo& info, const std::string& date, PublishedFrom from) {
  if (!info.given_published.empty()) return;
  info.given_published = day_of(date);
  if (!info.given_published.empty()) info.given_from = from;
}

// The sum of a record: of its text where it says nothing else, so that the same text has the same
// sum as a file and as a record; with what else it says behind, so that a change shows.
std::string sum_of(std::string_view text, const ArticleInfo& info, std::string_view date) {
  Sha256 sum;
  sum.update(text);
  if (!info.title.empty() || !info.url.empty() || !date.empty()) {
    for (const std::string_view part :
         {std::string_view(info.title), std::string_view(info.url), date}) {
      sum.update(std::string_view("\0", 1));
      sum.update(part);
    }
  }
  return sum.hex();
}

// Text of a record: valid UTF-8 already, but for NUL.
void take_text(std::string text, Article& article) {
  Decoded decoded = decode_utf8(text);
  article.info.encoding = decoded.encoding;
  article.info.replaced += decoded.replaced;
  article.text = std::move(decoded.text);
}

}  // namespace

Article ArticleReader::read(const ArticleInput& input) {
  Article article;
  if (input.problem) {
    article.error = input.problem;
  } else if (input.kind == InputKind::kJsonLine) {
    article = read_json(input);
  } else if (input.kind == InputKind::kCsvRow) {
    article = read_csv(input);
  } else {
    article = read_file(input);
  }
  article.info.doc = input.doc;
  article.info.path_bytes = input.path_bytes;
  add_metadata(article);
  if (!article.error && article.text.size() > options_.max_article_size) {
    article.error = ArticleError{"too-large", input.where + " has more than " +
                                                  std::to_string(options_.max_article_size) +
                                                  " bytes, the limit for one article"};
  }
  if (article.error) article.text.clear();
  return article;
}

Article ArticleReader::read_file(const ArticleInput& input) {
  Article article;
  std::string_view bytes = input.record;
  if (input.path != "-") {
    const auto read = files_.read(input.path, options_.max_article_size);
    if (!read) {
      article.error = ArticleError{read.error().code, read.error().message};
      return article;
    }
    bytes = *read;
  }
  std::string unpacked;
  if (input.compression != Compression::kNone) {
    auto done = decompressed(bytes, input.compression, options_.max_article_size, input.where);
    if (!done) {
      article.error = done.error();
      return article;
    }
    unpacked = *std::move(done);
    bytes = unpacked;
  }
  article.info.sha256 = sha256_hex(bytes);
  if (options_.binary == BinaryPolicy::kRefuse && looks_binary(bytes)) {
    article.error = ArticleError{
        "binary", input.where + " is no text: a NUL stands in its first 8 KiB (see --text)"};
    return article;
  }
  if (input.kind == InputKind::kHtml) {
    decode_html(bytes, input, article);
  } else {
    decode_text(bytes, input, article);
  }
  return article;
}

void ArticleReader::decode_text(std::string_view bytes, const ArticleInput&,
                                Article& article) const {
  Decoded decoded = decode(bytes);
  article.info.encoding = std::move(decoded.encoding);
  article.info.replaced = decoded.replaced;
  article.text = std::move(decoded.text);
}

void ArticleReader::decode_html(std::string_view bytes, const ArticleInput& input,
                                Article& article) const {
  auto page = read_html_page(bytes);
  if (!page) {
    article.error = ArticleError{page.error(), input.where + " holds no readable main text"};
    return;
  }
  article.info.encoding = std::move(page->encoding);
  article.info.replaced = page->replaced;
  article.info.title = std::move(page->title);
  article.info.url = std::move(page->url);
  article.info.given_published = std::move(page->published);
  if (!article.info.given_published.empty()) article.info.given_from = PublishedFrom::kHtml;
  article.text = std::move(page->text);
}

Article ArticleReader::read_json(const ArticleInput& input) {
  Article article;
  Decoded line = decode_utf8(input.record);
  auto record = parse_json_record(line.text);
  if (!record) {
    article.error = ArticleError{"bad-record", input.where + " is no record: " + record.error()};
    return article;
  }
  if (!record->text) {
    article.error = ArticleError{"no-text", input.where + " has no \"text\""};
    return article;
  }
  article.info.replaced = line.replaced;
  article.info.url = std::move(record->url);
  article.info.title = std::move(record->title);
  article.info.sha256 = sum_of(*record->text, article.info, record->date);
  give_published(article.info, record->date, PublishedFrom::kRecord);
  take_text(*std::move(record->text), article);
  return article;
}

Article ArticleReader::read_csv(const ArticleInput& input) {
  Article article;
  const Decoded decoded = decode(input.record);
  const std::vector<std::string> fields = csv_fields(decoded.text, input.columns->separator);
  const auto field = [&](std::initializer_list<std::string_view> names) {
    const auto place = input.columns->find(names);
    return place && *place < fields.size() ? fields[*place] : std::string();
  };
  if (fields.size() <= *input.columns->find({"text"})) {
    article.error = ArticleError{"bad-record", input.where + " has fewer fields than columns"};
    return article;
  }
  article.info.replaced = decoded.replaced;
  article.info.url = field({"url"});
  article.info.title = field({"title"});
  const std::string date = field({"date", "published"});
  give_published(article.info, date, PublishedFrom::kRecord);
  std::string text = field({"text"});
  article.info.sha256 = sum_of(text, article.info, date);
  take_text(std::move(text), article);
  article.info.encoding = decoded.encoding;
  return article;
}

void ArticleReader::add_metadata(Article& article) const {
  ArticleInfo& info = article.info;
  if (const Metadata::Row* row = metadata_.find(info.doc)) {
    // Stronger than what a page says of itself, weaker than the record that holds the article.
    if (info.given_from == PublishedFrom::kHtml && !row->published.empty()) {
      info.given_published.clear();
    }
    give_published(info, row->published, PublishedFrom::kMetadata);
    if (info.url.empty()) info.url = row->url;
    if (info.title.empty()) info.title = row->title;
  }
  info.fallback_published = day_in_url(info.url);
  info.fallback_from = PublishedFrom::kUrl;
  if (info.fallback_published.empty()) {
    info.fallback_published = options_.published;
    info.fallback_from = options_.published.empty() ? PublishedFrom::kNone : PublishedFrom::kOption;
  }
}

}  // namespace panchina
