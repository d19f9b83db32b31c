#include "app/extract.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <thread>
#include <utility>
#include <vector>

#include "app/article_batches.h"
#include "app/earlier_output.h"
#include "app/engine.h"
#include "app/exit_codes.h"
#include "app/extract_sink.h"
#include "app/load_engine.h"
#include "app/load_summary.h"
#include "app/ordered_workers.h"
#include "app/progress.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "app/version.h"
#include "base/hash.h"
#include "output/csv_writer.h"
#include "read/article_reader.h"
#include "read/article_source.h"
#include "read/metadata.h"
#include "read/save_text.h"

namespace panchina {
namespace {

constexpr std::uint64_t kWindow = 2;  // batches in flight, for each worker
// Articles up to this many bytes share a batch: what a worker grows for them stays small.
constexpr std::size_t kShort = std::size_t{16} << 10;

// What all workers share.
struct Extraction {
  const ExtractOptions& options;
  const Engine& engine;
  const Metadata& metadata;
  const EarlierOutput& earlier;
  const std::string& run_line;
  ExtractSink& sink;
};

// What one worker reuses from batch to batch.
class Worker {
 public:
  explicit Worker(const Extraction& extraction)
      : extraction_(extraction),
        reader_(extraction.options.read, extraction.metadata),
        lines_(extraction.options.write, extraction.engine.rule_names()),
        rows_(extraction.options.write,
              extraction.options.csv_safe ? CsvFormulas::kSafe : CsvFormulas::kAsWritten,
              extraction.engine.rule_names()) {}

  std::vector<ExtractedArticle> extract(const std::vector<ArticleInput>& batch) {
    std::vector<ExtractedArticle> out(batch.size());
    shared_.clear();
    for (std::size_t i = 0; i < batch.size(); ++i) {
      std::optional<Article> article = read(batch[i], out[i]);
      if (!article) continue;
      if (article->text.size() > kShort) {
        begin(*std::move(article), long_);
        extraction_.engine.run(long_);
        write(long_, out[i]);
        continue;
      }
      if (shared_.size() == documents_.size()) documents_.emplace_back();
      begin(*std::move(article), documents_[shared_.size()]);
      shared_.push_back(i);
    }
    extraction_.engine.run(std::span(documents_).first(shared_.size()));
    for (std::size_t n = 0; n < shared_.size(); ++n) write(documents_[n], out[shared_[n]]);
    return out;
  }

 private:
  // None: nothing is to be extracted, and `out` says what there is instead.
  std::optional<Article> read(const ArticleInput& input, ExtractedArticle& out) {
    if (input.problem && input.doc.empty()) {  // a folder that cannot be read
      out.error = input.problem->message;
      return std::nullopt;
    }
    Article article = reader_.read(input);
    if (!article.error) article.error = save(article);
    if (article.error) {
      out.error = article.error->message;
      lines_.write_failed(article.info, article.error->code, article.error->message, out.lines);
      return std::nullopt;
    }
    out.bytes = article.text.size();
    out.input_key = to_hex(hash128(extraction_.run_line + article.info.sha256));
    if (auto earlier = extraction_.earlier.find(article.info.doc, article.info.sha256)) {
      out.lines = std::move(earlier->text);
      out.events = earlier->events;
      out.unchanged = true;
      return std::nullopt;
    }
    if (!extraction_.options.force && extraction_.sink.holds(article.info.doc, out.input_key)) {
      out.unchanged = true;
      return std::nullopt;
    }
    return article;
  }

  void begin(Article article, Document& document) const {
    document.info = std::move(article.info);
    document.text = extraction_.engine.normalize(std::move(article.text));
  }

  std::optional<ArticleError> save(const Article& article) const {
    const std::string& folder = extraction_.options.read.save_text;
    if (folder.empty()) return std::nullopt;
    return save_text(folder, article.info.doc, article.text);
  }

  void write(Document& document, ExtractedArticle& out) {
    if (document.is_large()) document.release_layers();
    const ExtractOptions& options = extraction_.options;
    const bool csv = options.format == OutputFormat::kCsv;
    if (csv) out.events = rows_.write_document(document, out.rows);
    if (!csv || !options.database.empty()) {
      out.events = lines_.write_document(document, out.lines);
    }
    document.clear();  // while it is still near
  }

  const Extraction& extraction_;
  ArticleReader reader_;
  EventWriter lines_;
  CsvWriter rows_;
  std::vector<Document> documents_;  // short ones, that go through the stages together
  std::vector<std::size_t> shared_;  // their places in the batch
  Document long_;
};

// Only whole lines of the same kind can be taken over, and only from a regular file.
EarlierOutput earlier_output(const ExtractOptions& options, const std::string& run_line) {
  const bool possible = !options.force && options.format == OutputFormat::kJsonLines &&
                        !options.output.empty() && options.output != "-";
  return possible ? EarlierOutput::open(options.output, run_line) : EarlierOutput();
}

// Options beyond those of the writer that the events depend on.
std::optional<RunInfo> run_info(const ExtractOptions& options, const Engine& engine) {
  RunInfo run{std::string(program_name_and_version()), engine.rules_digest(), {}};
  if (!options.read.published.empty()) {
    run.options.emplace_back("published", options.read.published);
  }
  if (!options.metadata.empty()) {
    const Result<std::string, FileError> bytes = read_file(options.metadata);
    if (!bytes) return print_error(bytes.error().message), std::nullopt;
    run.options.emplace_back("metadata", sha256_hex(*bytes));
  }
  return run;
}

std::string first_line(const ExtractOptions& options, const RunInfo& run) {
  std::string out;
  EventWriter(options.write, {}).write_run(run, out);
  return out;
}

int report(const ExtractOptions& options, const RunCounts& counts, const LoadReport* loaded,
           double seconds, int code) {
  if (loaded != nullptr && !options.json_summary) {
    print_note(options.database + ": " + load_summary(*loaded, seconds, false));
  }
  if (options.json_summary) {
    print_raw(summary_json(counts, seconds, code));
  } else {
    print_note(summary_text(counts, seconds));
  }
  return code;
}

int failed(const Diagnostic& diagnostic) {
  if (diagnostic.code == "closed-pipe") return kExitDone;
  print_error(diagnostic.place.file.empty() ? diagnostic.message : load_problem(diagnostic));
  return kExitFatal;
}

}  // namespace

int run_extract(const ExtractOptions& options) {
  Metadata metadata;
  if (!options.metadata.empty()) {
    Result<Metadata, Diagnostics> loaded = Metadata::load(options.metadata);
    if (!loaded) return print_diagnostics(loaded.error()), kExitUsage;
    metadata = *std::move(loaded);
  }
  const Engine* const engine = load_lasting_engine(options.rules);
  if (engine == nullptr) return kExitUsage;
  const std::optional<RunInfo> run = run_info(options, *engine);
  if (!run) return kExitFatal;

  const std::string run_line = first_line(options, *run);
  const EarlierOutput earlier = earlier_output(options, run_line);
  Result<ExtractSink, Diagnostic> sink = ExtractSink::open(options);
  if (!sink) return failed(sink.error());
  SinkStatus status = sink->begin(run_line, engine->lexicon().clubs());
  if (!status) return failed(status.error());

  const Extraction extraction{options, *engine, metadata, earlier, run_line, *sink};
  const unsigned count =
      options.workers > 0 ? options.workers : std::max(1u, std::thread::hardware_concurrency());
  std::vector<Worker> workers;
  for (unsigned i = 0; i < count; ++i) workers.emplace_back(extraction);
  RunCounts counts;
  Progress progress(options.read.paths,
                    options.output == "-" || (options.output.empty() && options.database.empty()));
  ArticleSource source(options.read, {options.metadata, engine->rules_dir().string()});
  ArticleBatches batches(source, count);
  work_in_order<std::vector<ArticleInput>, std::vector<ExtractedArticle>>(
      count, kWindow, [&](std::vector<ArticleInput>& batch) { return batches.next(batch); },
      [&](const std::vector<ArticleInput>& batch, unsigned worker) {
        return workers[worker].extract(batch);
      },
      [&](const std::vector<ExtractedArticle>& batch) {
        for (const ExtractedArticle& article : batch) {
          ++counts.articles;
          counts.failed += !article.error.empty();
          counts.unchanged += article.unchanged;
          counts.bytes += article.bytes;
          counts.events += article.events;
          if (!article.error.empty()) {
            progress.finish();
            print_error(article.error);
          }
          status = sink->add(article);
          progress.update(counts);
          if (!status) return false;
        }
        return true;
      });
  progress.finish();

  if (!status) return failed(status.error());
  if (batches.failed()) return print_error(batches.failed()->message), kExitFatal;
  if (const int signal = stop_signal(); signal != 0) {
    print_note("stopped: " + sink->keep_whole());
    return kExitSignalBase + signal;
  }
  status = sink->commit();
  if (!status) return failed(status.error());
  counts.failed += sink->refused();
  return report(options, counts, sink->load_report(), progress.seconds(),
                counts.failed > 0 ? kExitSomeFailed : kExitDone);
}

}  // namespace panchina
