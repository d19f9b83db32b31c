#include "app/corpus.h"

#include "app/exit_codes.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "read/article_reader.h"
#include "read/article_source.h"
#include "read/metadata.h"

namespace panchina {

int each_article(const CorpusOptions& options, const Engine& engine,
                 const std::function<void(Article&)>& use) {
  Metadata metadata;
  if (!options.metadata.empty()) {
    Result<Metadata, Diagnostics> loaded = Metadata::load(options.metadata);
    if (!loaded) return print_diagnostics(loaded.error()), kExitUsage;
    metadata = *std::move(loaded);
  }
  ReadOptions read;
  read.paths = options.paths;
  read.root = options.root;
  read.published = options.published;
  ArticleSource source(read, {options.metadata, engine.rules_dir().string()});
  ArticleReader reader(read, metadata);
  int code = kExitDone;
  while (stop_signal() == 0) {
    Result<std::optional<ArticleInput>, ArticleError> next = source.next();
    if (!next) return print_error(next.error().message), kExitFatal;
    if (!*next) break;
    Article article = reader.read(**next);
    if (article.error) {
      print_error(article.error->message);
      code = kExitSomeFailed;
      continue;
    }
    use(article);
  }
  return code;
}

void begin_document(const Engine& engine, Article& article, Document& document) {
  document.clear();
  document.info = article.info;
  document.text = engine.normalize(article.text);
}

}  // namespace panchina
