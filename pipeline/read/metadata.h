// What `--metadata` says of articles: doc, published, url, title, from CSV or JSON lines. Thread
// rule: const after loading, shared by all workers.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/diagnostic.h"
#include "base/result.h"

namespace panchina {

class Metadata {
 public:
  struct Row {
    std::string published;  // EDTF day; empty: not given
    std::string url;
    std::string title;
  };

  // CSV with a line of column names where the name ends in .csv or .tsv, else JSON lines. All
  // mistakes at once: no `doc`, a date that is none, one doc twice with different values.
  static Result<Metadata, Diagnostics> load(const std::string& path);

  // Null: nothing is known of it. Rows of articles that are never asked for are no mistake.
  const Row* find(const std::string& doc) const;
  std::size_t size() const { return rows_.size(); }

 private:
  std::unordered_map<std::string, Row> rows_;
};

}  // namespace panchina
