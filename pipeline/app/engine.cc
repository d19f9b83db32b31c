#include "app/engine.h"

#include <future>
#include <utility>

#include "annotate/annotator.h"
#include "annotate/cues.h"
#include "app/rules_digest.h"
#include "base/build_id.h"
#include "lexicon/lexicon_builder.h"
#include "lexicon/lexicon_cache.h"
#include "match/matcher.h"
#include "resolve/resolver.h"
#include "rule/rule_loader.h"
#include "scan/scanner.h"
#include "segment/segmenter.h"
#include "text/fold.h"
#include "text/normalization_tables.h"

namespace panchina {

// In the order of construction: a stage holds references to what stands above it.
struct Engine::Stages {
  std::shared_ptr<const NormalizationTables> tables;
  Vocabulary vocabulary;
  std::shared_ptr<const Lexicon> lexicon;
  RuleSet rules;
  Scanner scanner{vocabulary, *lexicon};
  Segmenter segmenter{vocabulary, *lexicon, rules.blocks};
  std::shared_ptr<const Cues> cues;
  Annotator annotator{vocabulary, *lexicon, rules.mentions, *cues};
  Matcher matcher{rules, vocabulary, *lexicon};
  Resolver resolver{rules, vocabulary, *lexicon};

  Stages(std::shared_ptr<const NormalizationTables> normalization, Vocabulary words,
         std::shared_ptr<const Lexicon> entries, RuleSet rule_set,
         std::shared_ptr<const Cues> cue_words)
      : tables(std::move(normalization)),
        vocabulary(std::move(words)),
        lexicon(std::move(entries)),
        rules(std::move(rule_set)),
        cues(std::move(cue_words)) {}
};

namespace {

// Of all that a lexicon is made of: its files and the code that reads them. Empty: no cache.
std::string lexicon_key(const std::filesystem::path& rules_dir) {
  const std::string build = build_id();
  if (build.empty()) return {};
  return build + ' ' + rules_digest(rules_dir / "lexicon") + rules_digest(rules_dir / "words");
}

}  // namespace

Result<std::unique_ptr<Engine>, Diagnostics> Engine::load(const std::filesystem::path& rules_dir,
                                                          const std::filesystem::path& cache) {
  Diagnostics mistakes;
  const auto keep = [&mistakes](Diagnostics& found) {
    mistakes.insert(mistakes.end(), found.begin(), found.end());
  };
  Vocabulary vocabulary;
  Lexicon lexicon;
  // Whether the reading thread may leave the records alone; where the cache then proves to be old,
  // this one reads them.
  std::error_code error;
  const bool kept = !cache.empty() && std::filesystem::exists(cache, error);
  // One other thread reads and parses files, in the order in which this one asks for them: more
  // threads would take turns with this one where there are two cores.
  std::promise<RecordFiles> records;
  TomlFolder events(rules_dir / "events", rules_dir);  // both parse it
  std::promise<RuleFiles> read_files;
  const std::shared_future<RuleFiles> files = read_files.get_future().share();
  std::promise<std::optional<MentionRuleFiles>> mentions;
  std::promise<BlockPatterns> patterns;
  std::promise<std::string> digest;
  const auto reader = std::async(std::launch::async, [&, files] {
    if (!kept) records.set_value(RecordFiles::read(rules_dir / "lexicon"));
    read_files.set_value(RuleFiles::read(rules_dir, events));
    mentions.set_value(MentionRuleFiles::find(rules_dir));
    patterns.set_value(compile_block_patterns(files.get().blocks));
    digest.set_value(panchina::rules_digest(rules_dir));
  });
  Result<NormalizationTables, Diagnostics> tables =
      NormalizationTables::load((rules_dir / "words" / "normalize.toml").string());
  if (!tables) keep(tables.error());
  const std::string key = cache.empty() ? std::string() : lexicon_key(rules_dir);
  if (!kept || key.empty() || !read_lexicon_cache(cache, key, vocabulary, lexicon)) {
    std::future<RecordFiles> read =
        kept ? std::async(std::launch::deferred, RecordFiles::read, rules_dir / "lexicon")
             : records.get_future();
    lexicon = load_lexicon(rules_dir, std::move(read), vocabulary, mistakes);
    if (!key.empty() && mistakes.empty()) write_lexicon_cache(cache, key, vocabulary, lexicon);
  }
  Result<Cues, Diagnostics> cues = Cues::load(rules_dir, vocabulary);
  if (!cues) keep(cues.error());
  events.work();
  Result<RuleSet, Diagnostics> rules =
      RuleSet::load(files.get(), mentions.get_future(), patterns.get_future(), vocabulary, lexicon);
  if (!rules) keep(rules.error());
  if (!mistakes.empty()) return Unexpected(std::move(mistakes));
  auto stages = std::make_unique<Stages>(
      std::make_shared<const NormalizationTables>(*std::move(tables)), std::move(vocabulary),
      std::make_shared<const Lexicon>(std::move(lexicon)), *std::move(rules),
      std::make_shared<const Cues>(*std::move(cues)));
  return std::unique_ptr<Engine>(
      new Engine(rules_dir, digest.get_future().get(), std::move(stages)));
}

Result<std::unique_ptr<Engine>, Diagnostics> Engine::reload_match_rules() const {
  Vocabulary vocabulary = stages_->vocabulary;
  Result<RuleSet, Diagnostics> rules =
      panchina::reload_match_rules(rules_dir_, stages_->rules, vocabulary, *stages_->lexicon);
  if (!rules) return Unexpected(std::move(rules.error()));
  auto stages = std::make_unique<Stages>(stages_->tables, std::move(vocabulary), stages_->lexicon,
                                         *std::move(rules), stages_->cues);
  return std::unique_ptr<Engine>(
      new Engine(rules_dir_, panchina::rules_digest(rules_dir_), std::move(stages)));
}

void Engine::refresh_words(Document& document, std::string& scratch) const {
  for (Unit& unit : document.units) {
    for (Index i = unit.tokens.begin; i < unit.tokens.end; ++i) {
      Token& token = document.tokens[i];
      if (token.word != 0 || token.kind != TokenKind::kWord) continue;
      scratch.clear();
      append_folded(document.text.norm(token.span), scratch);
      token.word = stages_->vocabulary.find(scratch);
      if (unit.tokens.size() == 1) unit.word = token.word;
    }
  }
}

Engine::Engine(std::filesystem::path rules_dir, std::string rules_digest,
               std::unique_ptr<Stages> stages)
    : rules_dir_(std::move(rules_dir)),
      rules_digest_(std::move(rules_digest)),
      stages_(std::move(stages)) {}

Engine::~Engine() = default;

const NormalizationTables& Engine::tables() const { return *stages_->tables; }
const Vocabulary& Engine::vocabulary() const { return stages_->vocabulary; }
const Lexicon& Engine::lexicon() const { return *stages_->lexicon; }
const RuleSet& Engine::rules() const { return stages_->rules; }

Text Engine::normalize(std::string decoded) const {
  return Text::normalize(std::move(decoded), *stages_->tables);
}

void Engine::run_stage(Stage stage, Document& document) const {
  switch (stage) {
    case Stage::kScan:
      return stages_->scanner.scan(document);
    case Stage::kSegment:
      return stages_->segmenter.segment(document);
    case Stage::kAnnotate:
      return stages_->annotator.annotate(document);
    case Stage::kMatch:
      return stages_->matcher.match(document);
    case Stage::kResolve:
      return stages_->resolver.resolve(document);
  }
}

void Engine::run_until(Stage last, Document& document) const {
  for (const Stage stage : kStages) {
    if (stage <= last) run_stage(stage, document);
  }
}

void Engine::scan(Document& document) const { run_until(Stage::kScan, document); }
void Engine::segment(Document& document) const { run_until(Stage::kSegment, document); }
void Engine::annotate(Document& document) const { run_until(Stage::kAnnotate, document); }
void Engine::match(Document& document) const { run_until(Stage::kMatch, document); }
void Engine::run(Document& document) const { run(std::span(&document, 1)); }
void Engine::run(std::span<Document> documents) const {
  for (const Stage stage : kStages) {
    if (stage == Stage::kMatch) {
      stages_->matcher.match(documents);
      continue;
    }
    for (Document& document : documents) {
      // One memory for what a stage needs while it runs: it stays near, and is held once.
      std::swap(document.stage_memory, documents.front().stage_memory);
      run_stage(stage, document);
      std::swap(document.stage_memory, documents.front().stage_memory);
    }
  }
}

const Matcher& Engine::matcher() const { return stages_->matcher; }
const Resolver& Engine::resolver() const { return stages_->resolver; }

}  // namespace panchina
