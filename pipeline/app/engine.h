// Engine: rules, lexicon and all stages, loaded once; runs one document through them. Thread rule:
// const after loading and shared by all workers; a document belongs to one worker.
//
//   auto engine = Engine::load(rules_dir);
//   if (!engine) print_diagnostics(engine.error());
//   document.text = (*engine)->normalize(std::move(decoded));
//   (*engine)->run(document);
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "base/diagnostic.h"
#include "base/result.h"
#include "document/document.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"
#include "rule/rule_set.h"

namespace panchina {

// In the order in which they run.
enum class Stage : std::uint8_t { kScan, kSegment, kAnnotate, kMatch, kResolve };
inline constexpr std::array kStages = {Stage::kScan, Stage::kSegment, Stage::kAnnotate,
                                       Stage::kMatch, Stage::kResolve};

class Matcher;
class Resolver;
struct NormalizationTables;

class Engine {
 public:
  // All mistakes of lexicon and rules at once. `cache`: the file that keeps the lexicon from one
  // run to the next, read where nothing has changed since, else written; empty: none.
  static Result<std::unique_ptr<Engine>, Diagnostics> load(const std::filesystem::path& rules_dir,
                                                           const std::filesystem::path& cache = {});
  // Another engine with event and table rules read anew, and all else as it is. Documents that this
  // one has annotated can be matched by it once refresh_words() has seen them. All mistakes at
  // once.
  Result<std::unique_ptr<Engine>, Diagnostics> reload_match_rules() const;
  // Words that no list held and the rules have brought.
  void refresh_words(Document& document, std::string& scratch) const;
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  Text normalize(std::string decoded) const;

  // Fills all layers above the text, events included. `document.info` and `document.text` are set
  // by the caller. Linear in the text.
  void run(Document& document) const;
  // The same for many: each stage takes all of them before the next stage begins.
  void run(std::span<Document> documents) const;

  // One stage alone; those before it have run.
  void run_stage(Stage stage, Document& document) const;

  // The same up to a stage, for commands that look at a layer.
  void scan(Document& document) const;
  void segment(Document& document) const;   // and scan
  void annotate(Document& document) const;  // and all before it
  void match(Document& document) const;     // and all before it

  // For commands that ask a stage more than its layer.
  const Matcher& matcher() const;
  const Resolver& resolver() const;

  const NormalizationTables& tables() const;
  const Vocabulary& vocabulary() const;
  const Lexicon& lexicon() const;
  const RuleSet& rules() const;
  // Indexed by Evidence::rule.
  std::span<const std::string> rule_names() const { return rules().names; }
  const std::filesystem::path& rules_dir() const { return rules_dir_; }
  // Hash of all rule and lexicon files, as in the `run` line.
  const std::string& rules_digest() const { return rules_digest_; }

 private:
  struct Stages;
  void run_until(Stage last, Document& document) const;
  Engine(std::filesystem::path rules_dir, std::string rules_digest, std::unique_ptr<Stages> stages);
  std::filesystem::path rules_dir_;
  std::string rules_digest_;
  std::unique_ptr<Stages> stages_;
};

}  // namespace panchina
