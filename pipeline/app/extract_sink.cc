#include "app/extract_sink.h"

#include <utility>

#include "app/load_summary.h"
#include "app/terminal.h"
#include "app/write_output.h"
#include "output/csv_writer.h"

namespace panchina {
namespace {

Diagnostic diagnostic_of(FileError error) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(error.code);
  diagnostic.message = std::move(error.message);
  return diagnostic;
}

std::string csv_header() {
  std::string out;
  CsvWriter({}, CsvFormulas::kAsWritten, {}).write_header(out);
  return out;
}

}  // namespace

Result<ExtractSink, Diagnostic> ExtractSink::open(const ExtractOptions& options) {
  ExtractSink sink;
  sink.format_ = options.format;
  sink.output_ = options.output;
  sink.database_ = options.database;
  if (options.output.empty() && options.database.empty()) sink.output_ = "-";
  if (!sink.output_.empty()) {
    Result<AtomicFile, FileError> file = open_output(sink.output_);
    if (!file) return Unexpected(diagnostic_of(std::move(file.error())));
    sink.file_ = *std::move(file);
  }
  if (!options.database.empty()) {
    Result<Loader, Diagnostic> loader = Loader::open(options.database, LoadMode::kKeep);
    if (!loader) return Unexpected(std::move(loader.error()));
    sink.loader_ = *std::move(loader);
  }
  return sink;
}

SinkStatus ExtractSink::begin(std::string_view run_line, std::span<const Club> clubs) {
  if (file_) {
    SinkStatus written =
        format_ == OutputFormat::kCsv ? write(csv_header()) : write_lines(run_line);
    if (!written) return written;
  }
  if (!loader_) return Done{};
  if (SinkStatus put = loader_->put_clubs(clubs); !put) return put;
  return loader_->begin_run(run_line);
}

bool ExtractSink::holds(std::string_view doc, std::string_view input_key) {
  if (file_ || !loader_) return false;
  const std::lock_guard lock(*loader_mutex_);
  const Result<bool, Diagnostic> unchanged = loader_->unchanged(doc, input_key);
  return unchanged && *unchanged;
}

SinkStatus ExtractSink::add(const ExtractedArticle& article) {
  if (loader_ && !article.lines.empty()) {
    const std::lock_guard lock(*loader_mutex_);
    SinkStatus added = loader_->add(article.lines, article.input_key);
    if (!added && !Loader::concerns_document(added.error())) return added;
    if (!added) {
      ++refused_;
      print_error(load_problem(added.error()));
    }
  }
  if (!file_) return Done{};
  return format_ == OutputFormat::kCsv ? write(article.rows) : write_lines(article.lines);
}

SinkStatus ExtractSink::commit() {
  if (loader_) {
    if (SinkStatus finished = loader_->finish(); !finished) return finished;
  }
  if (!file_) return Done{};
  if (format_ == OutputFormat::kJson) {
    if (SinkStatus written = write("\n]\n"); !written) return written;
  }
  Status<FileError> done = file_->commit();
  if (!done) return Unexpected(diagnostic_of(done.error()));
  return Done{};
}

std::string ExtractSink::keep_whole() {
  std::string told;
  if (loader_) {
    const SinkStatus finished = loader_->finish();
    told = finished ? database_ + " holds the articles done so far" : finished.error().message;
  }
  if (file_ && output_ == "-") {
    static_cast<void>(file_->flush());
  } else if (file_) {
    file_->discard();
    told += (told.empty() ? "" : "; ") + output_ + " is as it was";
  }
  return told + (told.empty() ? "" : "; ") + "run the same command again to do the rest";
}

SinkStatus ExtractSink::write(std::string_view bytes) {
  Status<FileError> written = file_->write(bytes);
  if (!written) return Unexpected(diagnostic_of(written.error()));
  return Done{};
}

SinkStatus ExtractSink::write_lines(std::string_view lines) {
  if (format_ != OutputFormat::kJson) return write(lines);
  std::string out;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    out += std::exchange(first_line_, false) ? "[\n" : ",\n";
    out += lines.substr(0, end);
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  }
  return write(out);
}

}  // namespace panchina
