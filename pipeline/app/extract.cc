#include "app/extract.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <thread>

#include "app/engine.h"
#include "app/exit_codes.h"
#include "app/ordered_workers.h"
#include "app/progress.h"
#include "app/rules_folder.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "app/version.h"
#include "app/write_output.h"
#include "output/csv_writer.h"

namespace panchina {
namespace {

// To be replaced by the folder read/: .txt files in UTF-8.
struct Article {
  std::string doc;
  std::filesystem::path path;
};

std::vector<Article> articles_of(const ExtractOptions& options, std::string& failure) {
  namespace fs = std::filesystem;
  std::vector<Article> out;
  for (const std::string& path : options.paths) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      for (const auto& entry : fs::recursive_directory_iterator(path, error)) {
        if (entry.is_regular_file() && entry.path().extension() == ".txt") {
          const fs::path base = options.root.empty() ? fs::path(path) : fs::path(options.root);
          out.push_back({entry.path().lexically_relative(base).string(), entry.path()});
        }
      }
    } else if (fs::exists(path, error)) {
      out.push_back({fs::path(path).filename().string(), path});
    } else {
      failure = path + ": no such file or folder";
      return {};
    }
  }
  std::ranges::sort(out, {}, &Article::doc);
  return out;
}

// What a worker hands over for one article.
struct Extracted {
  std::string lines;
  std::uint64_t bytes = 0;
  std::uint64_t events = 0;
  std::optional<Diagnostic> failure;
};

struct Worker {
  Document document;
  EventWriter lines;
  CsvWriter csv;
};

Extracted extract_one(const Engine& engine, const ExtractOptions& options, const Article& article,
                      Worker& worker) {
  Extracted out;
  Document& document = worker.document;
  document.clear();
  document.info.doc = article.doc;
  std::ifstream in(article.path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), {});
  out.bytes = text.size();
  document.info.encoding = "utf-8";
  document.info.given_published = options.published;
  if (!options.published.empty()) document.info.given_from = PublishedFrom::kOption;
  document.text = engine.normalize(std::move(text));
  engine.run(document);
  out.events = options.format == OutputFormat::kCsv
                   ? worker.csv.write_document(document, out.lines)
                   : worker.lines.write_document(document, out.lines);
  return out;
}

}  // namespace

int run_extract(const ExtractOptions& options) {
  std::string failure;
  const std::vector<Article> articles = articles_of(options, failure);
  if (!failure.empty()) return print_error(failure), kExitFatal;
  Result<std::unique_ptr<Engine>, Diagnostics> engine = Engine::load(rules_folder(options.rules));
  if (!engine) return print_diagnostics(engine.error()), kExitUsage;
  Result<AtomicFile, FileError> out = open_output(options.output.empty() ? "-" : options.output);
  if (!out) return output_failed(out.error());

  const unsigned workers =
      options.workers > 0 ? options.workers : std::max(1u, std::thread::hardware_concurrency());
  const std::span<const std::string> names = (*engine)->rule_names();
  std::vector<std::unique_ptr<Worker>> state;
  for (unsigned i = 0; i < workers; ++i) {
    state.push_back(std::unique_ptr<Worker>(new Worker{
        {},
        EventWriter(options.write, names),
        CsvWriter(options.write, options.csv_safe ? CsvFormulas::kSafe : CsvFormulas::kAsWritten,
                  names)}));
  }
  std::string head;
  if (options.format == OutputFormat::kCsv) {
    state[0]->csv.write_header(head);
  } else {
    state[0]->lines.write_run({std::string(program_name_and_version()), (*engine)->rules().digest},
                              head);
  }
  Status<FileError> written = out->write(head);
  RunCounts counts;
  Progress progress(0, options.output.empty() || options.output == "-");
  std::size_t next = 0;
  work_in_order<const Article*, Extracted>(
      workers,
      [&](const Article*& article) {
        if (next == articles.size() || stop_signal() != 0) return false;
        article = &articles[next++];
        return true;
      },
      [&](const Article* article, unsigned worker) {
        return extract_one(**engine, options, *article, *state[worker]);
      },
      [&](Extracted& extracted) {
        ++counts.articles;
        counts.bytes += extracted.bytes;
        counts.events += extracted.events;
        written = out->write(extracted.lines);
        progress.update(counts);
        return written.has_value();
      });
  progress.finish();
  if (written && stop_signal() == 0) written = out->commit();
  if (!written) return output_failed(written.error());
  if (stop_signal() != 0) return kExitSignalBase + stop_signal();
  print_note(summary_text(counts, progress.seconds()));
  return kExitDone;
}

}  // namespace panchina
