// Articles for the commands that look at rules: read one by one, or kept in memory. Thread rule:
// belongs to one thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/engine.h"
#include "read/article.h"

namespace panchina {

struct CorpusOptions {
  std::vector<std::string> paths;
  std::string root;
  std::string metadata;
  std::string published;
};

// Calls use(article) for each article that can be read, in order; says what cannot be. Returns the
// exit code of the reading: kExitDone, kExitSomeFailed or kExitFatal.
int each_article(const CorpusOptions& options, const Engine& engine,
                 const std::function<void(Article&)>& use);

// The article's document with its text; `run` and the like are the caller's.
void begin_document(const Engine& engine, Article& article, Document& document);

}  // namespace panchina
