// each_article: the main loop of the programs that print what fits are made of. Reads
// `path<TAB>published` lines (the day may be empty) from standard input; each article is read,
// normalized and matched with the rules of a folder.
#pragma once

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>

#include "app/engine.h"
#include "base/file.h"
#include "read/decode.h"

namespace panchina {

// Calls `use(engine, document)` for each article; one that cannot be read is told on standard
// error. Returns 2 where the rules do not load, with their mistakes on standard error; else 0.
template <typename Use>
int each_article(const char* rules_dir, Use use) {
  const auto engine = Engine::load(rules_dir);
  if (!engine) {
    for (const Diagnostic& diagnostic : engine.error())
      std::fputs(to_text(diagnostic).c_str(), stderr);
    return 2;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    const std::string path = line.substr(0, tab);
    const auto bytes = read_file(path);
    if (!bytes) {
      std::fprintf(stderr, "cannot read %s\n", path.c_str());
      continue;
    }
    Document document;
    document.info.doc = std::filesystem::path(path).filename().string();
    if (tab != std::string::npos) document.info.given_published = line.substr(tab + 1);
    document.info.given_from =
        document.info.given_published.empty() ? PublishedFrom::kNone : PublishedFrom::kMetadata;
    document.text = (*engine)->normalize(decode(*bytes).text);
    (*engine)->match(document);
    use(**engine, document);
  }
  return 0;
}

}  // namespace panchina
