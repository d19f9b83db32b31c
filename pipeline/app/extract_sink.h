// ExtractSink: where the lines of an extraction go: a file or standard output in one of three
// forms, a database, or both. Thread rule: holds() from any thread, all else from one at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "app/extract.h"
#include "base/diagnostic.h"
#include "base/file.h"
#include "base/result.h"
#include "store/loader.h"

namespace panchina {

// What a worker has made of one article.
struct ExtractedArticle {
  std::string lines;      // its document line and events as JSON lines; empty: not needed
  std::string rows;       // its events as CSV; empty: not needed
  std::string input_key;  // see ExtractSink::holds()
  std::string error;      // for a person, where it could not be read
  std::uint64_t bytes = 0;
  std::uint64_t events = 0;
  bool unchanged = false;
};

// Code `closed-pipe`: the reader has gone, which is no failure.
using SinkStatus = Status<Diagnostic>;

class ExtractSink {
 public:
  // Opens what the options name.
  static Result<ExtractSink, Diagnostic> open(const ExtractOptions& options);

  // What begins the output: the run line, for CSV the header, in a database the lexicon's clubs.
  SinkStatus begin(std::string_view run_line, std::span<const Club> clubs);
  // Whether the article need not be extracted at all: nothing but a database is written, and it
  // holds what that input gave. `input_key` stands for the article's bytes and all else that its
  // events depend on. A database that fails here shows it in add().
  bool holds(std::string_view doc, std::string_view input_key);
  SinkStatus add(const ExtractedArticle& article);
  // Makes all of it last: commits the database, renames the file.
  SinkStatus commit();
  // Keeps what is whole after a signal: the documents in the database, the lines on standard
  // output. A file that would be incomplete is dropped. Returns what to tell the user.
  std::string keep_whole();

  // Documents that the database refused.
  std::uint64_t refused() const { return refused_; }
  const LoadReport* load_report() const { return loader_ ? &loader_->report() : nullptr; }

 private:
  ExtractSink() = default;
  SinkStatus write(std::string_view bytes);
  SinkStatus write_lines(std::string_view lines);

  OutputFormat format_ = OutputFormat::kJsonLines;
  std::string output_;
  std::string database_;
  std::optional<AtomicFile> file_;
  std::optional<Loader> loader_;
  std::unique_ptr<std::mutex> loader_mutex_ = std::make_unique<std::mutex>();
  bool first_line_ = true;  // kJson: a comma goes between
  std::uint64_t refused_ = 0;
};

}  // namespace panchina
