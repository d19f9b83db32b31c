// `panchina watch DIR`: on every save of the rules: what is wrong, which tests fail, which events
// of the corpus changed. Units stay in memory: a change of event or table rules runs matching and
// resolving only.
#include <CLI/CLI.hpp>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <future>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/corpus.h"
#include "app/event_rows.h"
#include "app/exit_codes.h"
#include "app/load_engine.h"
#include "app/rule_tests.h"
#include "app/rules_folder.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "app/write_output.h"
#include "base/file.h"
#include "base/hash.h"
#include "match/matcher.h"
#include "resolve/resolver.h"
#include "rule/kept_rules.h"

namespace panchina {
namespace {

struct WatchOptions {
  CorpusOptions corpus;
  std::string rules;
  std::size_t examples = 3;
  std::size_t changes = 0;  // stop after so many; 0: never
};

constexpr std::chrono::milliseconds kPoll{20};

// Hash of each rule file, by path.
using Snapshot = std::map<std::string, std::string>;

Snapshot snapshot(const std::filesystem::path& folder, const Snapshot& last,
                  std::map<std::string, std::filesystem::file_time_type>& times) {
  Snapshot out;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator it(folder, error), end; it != end;
       it.increment(error)) {
    if (error) break;
    std::error_code ignored;
    if (!it->is_regular_file(ignored) || it->path().extension() != ".toml") continue;
    const std::string path = it->path().string();
    const auto time = it->last_write_time(ignored);
    const auto known = last.find(path);
    if (known != last.end() && times[path] == time) {
      out.emplace(*known);
      continue;
    }
    times[path] = time;
    const Result<std::string, FileError> bytes = read_file(path);
    out.emplace(path, bytes ? sha256_hex(*bytes) : "");
  }
  return out;
}

// What the files that differ can change.
enum class Changed : std::uint8_t {
  kRules,       // event and table rules alone
  kMatchWords,  // their word classes or weights too
  kAll
};
Changed what_changed(const Snapshot& before, const Snapshot& after,
                     const std::filesystem::path& folder) {
  Snapshot all = before;
  all.insert(after.begin(), after.end());
  Changed changed = Changed::kRules;
  for (const auto& [path, hash] : all) {
    const auto one = before.find(path), two = after.find(path);
    if (one != before.end() && two != after.end() && one->second == two->second) continue;
    const std::string name = std::filesystem::path(path).lexically_relative(folder).string();
    if (name.starts_with("events/") || name.starts_with("tables/")) continue;
    const bool match_words = name == "words/classes.toml" ||
                             (name.starts_with("words/") && name.ends_with("_signs.toml"));
    if (!match_words) return Changed::kAll;
    changed = Changed::kMatchWords;
  }
  return changed;
}

class Watch {
 public:
  explicit Watch(const WatchOptions& options)
      : options_(options), folder_(rules_folder(options.rules)) {}

  int run() {
    engine_ = load_engine(options_.rules);
    if (engine_ == nullptr) return kExitUsage;
    seen_ = last_ = good_ = snapshot(folder_, {}, times_);
    const int code = each_article(options_.corpus, *engine_, [&](Article& article) {
      articles_.push_back(std::move(article));
    });
    if (code != kExitDone && code != kExitSomeFailed) return code;
    documents_.resize(articles_.size());
    rows_.resize(articles_.size());
    annotate();
    read_facts(nullptr);
    std::size_t facts = 0;
    for (const std::vector<EventRow>& rows : rows_) facts += rows.size();
    print_note("watching " + folder_.string() + ": " + std::to_string(articles_.size()) +
               " articles, " + std::to_string(facts) + " facts");
    std::size_t changes = 0;
    while (stop_signal() == 0 && (options_.changes == 0 || changes < options_.changes)) {
      std::this_thread::sleep_for(kPoll);
      Snapshot now = snapshot(folder_, seen_, times_);
      const bool still = now == seen_;  // a save may take several writes
      seen_ = std::move(now);
      if (!still || seen_ == last_) continue;
      last_ = seen_;
      const int written = on_save();
      if (written != kExitDone) return written;
      ++changes;
    }
    return kExitDone;
  }

 private:
  // use(document index) for all of them, by as many threads as there are cores.
  template <typename Use>
  void each_document(Use use) {
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
      for (std::size_t i = next++; i < documents_.size(); i = next++) use(i);
    };
    std::vector<std::thread> threads;
    for (unsigned n = 1; n < std::thread::hardware_concurrency(); ++n) threads.emplace_back(run);
    run();
    for (std::thread& thread : threads) thread.join();
  }

  void annotate() {
    each_document([&](std::size_t i) {
      begin_document(*engine_, articles_[i], documents_[i]);
      engine_->annotate(documents_[i]);
    });
  }

  void refresh_words() {
    each_document([&](std::size_t i) {
      thread_local std::string scratch;
      engine_->refresh_words(documents_[i], scratch);
    });
  }

  struct Rows {
    std::vector<EventRow> before, now;
  };

  // Reads all documents anew, with `kept` only those that rules which are not kept can change;
  // gives the rows of what it read, in order.
  Rows read_facts(const KeptRules* kept) {
    std::vector<char> stays(documents_.size());
    if (kept != nullptr) {
      const Matcher others(kept->others(), engine_->vocabulary(), engine_->lexicon());
      each_document([&](std::size_t i) {
        Document& document = documents_[i];
        stays[i] = !fires(others, document) && kept->renumber(document.hits);
      });
    }
    std::vector<std::optional<std::vector<EventRow>>> replaced(documents_.size());
    each_document([&](std::size_t i) {
      if (stays[i] != 0) return;
      Document& document = documents_[i];
      document.events.clear();
      engine_->matcher().match(document);
      engine_->resolver().resolve(document);
      std::vector<EventRow> rows;
      add_rows(document, engine_->rule_names(), false, rows);
      replaced[i] = std::exchange(rows_[i], std::move(rows));
    });
    Rows out;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (!replaced[i]) continue;
      out.before.insert(out.before.end(), std::make_move_iterator(replaced[i]->begin()),
                        std::make_move_iterator(replaced[i]->end()));
      out.now.insert(out.now.end(), rows_[i].begin(), rows_[i].end());
    }
    return out;
  }

  // Whether one of its rules does. The hits of the document stay.
  static bool fires(const Matcher& matcher, Document& document) {
    std::vector<Hit> hits = std::exchange(document.hits, {});
    std::vector<Binding> bindings = std::exchange(document.bindings, {});
    matcher.match(document);
    hits.swap(document.hits);
    bindings.swap(document.bindings);
    return !hits.empty();
  }

  int on_save() {
    const auto begin = std::chrono::steady_clock::now();
    const Changed changed = what_changed(good_, last_, folder_);
    Result<std::unique_ptr<Engine>, Diagnostics> loaded =
        changed != Changed::kAll ? engine_->reload_match_rules() : Engine::load(folder_);
    if (!loaded) {  // the last good rules stay
      print_diagnostics(loaded.error());
      return kExitDone;
    }
    const std::unique_ptr<Engine> before = std::exchange(engine_, *std::move(loaded));
    const bool more_words = engine_->vocabulary().size() != before->vocabulary().size();
    std::string out;
    if (changed == Changed::kAll) {
      annotate();
    } else if (more_words) {
      refresh_words();
    }
    std::optional<KeptRules> kept;
    if (changed == Changed::kRules && !more_words) kept.emplace(before->rules(), engine_->rules());
    good_ = last_;
    auto tests = std::async(std::launch::async, [this] {
      return run_rule_tests(*engine_, "", TestedRules::kEventsAndTables);
    });
    const Rows rows = read_facts(kept ? &*kept : nullptr);
    for (const RuleTestFailure& failure : tests.get().failures) out += to_text(failure);
    out += changes_text(compare_rows(rows.before, rows.now), options_.examples);
    const auto took = std::chrono::steady_clock::now() - begin;
    out += "(" +
           std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()) +
           " ms)\n";
    return write_output("-", out);
  }

  const WatchOptions& options_;
  std::filesystem::path folder_;
  std::unique_ptr<Engine> engine_;
  std::vector<Article> articles_;
  std::vector<Document> documents_;
  std::vector<std::vector<EventRow>> rows_;  // of each document
  Snapshot seen_;                            // by the last look
  Snapshot last_;                            // that was loaded, or tried
  Snapshot good_;                            // whose rules stand
  std::map<std::string, std::filesystem::file_time_type> times_;
};

int run_watch(const WatchOptions& options) { return Watch(options).run(); }

}  // namespace

void add_watch(CLI::App& program, Action& action) {
  auto options = std::make_shared<WatchOptions>();
  CLI::App* command =
      program.add_subcommand("watch", "Show what every save of the rules changes in a corpus");
  command->add_option("path", options->corpus.paths, "Articles")->required()->type_name("PATH");
  command->add_option("--metadata", options->corpus.metadata, "Publication dates and titles")
      ->type_name("FILE");
  command->add_option("--rules", options->rules, "Rules folder")->type_name("DIR");
  command->add_option("--examples", options->examples, "Examples of each kind and rule")
      ->capture_default_str();
  command->add_option("--changes", options->changes, "Stop after so many saves");
  command->callback([&action, options] { action = [options] { return run_watch(*options); }; });
}

}  // namespace panchina
