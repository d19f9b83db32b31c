#include "app/engine.h"

#include <utility>

#include "annotate/annotator.h"
#include "annotate/cues.h"
#include "scan/scanner.h"
#include "text/normalization_tables.h"
// Stages that are being built; PANCHINA_HAS_x comes from CMakeLists.txt.
#ifdef PANCHINA_HAS_SEGMENT
#include "segment/segmenter.h"
#endif
#ifdef PANCHINA_HAS_MATCH
#include "match/matcher.h"
#endif
#ifdef PANCHINA_HAS_RESOLVE
#include "resolve/resolver.h"
#endif

namespace panchina {

// In the order of construction: a stage holds references to what stands above it.
struct Engine::Stages {
  NormalizationTables tables;
  Vocabulary vocabulary;
  Lexicon lexicon;
  RuleSet rules;
  Scanner scanner{vocabulary, lexicon};
#ifdef PANCHINA_HAS_SEGMENT
  Segmenter segmenter{vocabulary, lexicon, rules.blocks};
#endif
  Cues cues;
  Annotator annotator{vocabulary, lexicon, rules.mentions, cues};
#ifdef PANCHINA_HAS_MATCH
  Matcher matcher{rules, vocabulary, lexicon};
#endif
#ifdef PANCHINA_HAS_RESOLVE
  Resolver resolver{rules, vocabulary, lexicon};
#endif

  Stages(NormalizationTables normalization, Vocabulary words, Lexicon entries, RuleSet rule_set,
         Cues cue_words)
      : tables(std::move(normalization)),
        vocabulary(std::move(words)),
        lexicon(std::move(entries)),
        rules(std::move(rule_set)),
        cues(std::move(cue_words)) {}
};

Result<std::unique_ptr<Engine>, Diagnostics> Engine::load(const std::filesystem::path& rules_dir) {
  Diagnostics mistakes;
  const auto keep = [&mistakes](Diagnostics& found) {
    mistakes.insert(mistakes.end(), found.begin(), found.end());
  };
  Result<NormalizationTables, Diagnostics> tables =
      NormalizationTables::load((rules_dir / "words" / "normalize.toml").string());
  if (!tables) keep(tables.error());
  Vocabulary vocabulary;
  Result<Lexicon, Diagnostics> lexicon = Lexicon::load(rules_dir, vocabulary);
  if (!lexicon) keep(lexicon.error());
  Result<Cues, Diagnostics> cues = Cues::load(rules_dir, vocabulary);
  if (!cues) keep(cues.error());
  const Lexicon no_lexicon;
  Result<RuleSet, Diagnostics> rules =
      RuleSet::load(rules_dir, vocabulary, lexicon ? *lexicon : no_lexicon);
  if (!rules && lexicon) keep(rules.error());
  if (!mistakes.empty()) return Unexpected(std::move(mistakes));
  auto stages = std::make_unique<Stages>(*std::move(tables), std::move(vocabulary),
                                         *std::move(lexicon), *std::move(rules), *std::move(cues));
  return std::unique_ptr<Engine>(new Engine(rules_dir, std::move(stages)));
}

Engine::Engine(std::filesystem::path rules_dir, std::unique_ptr<Stages> stages)
    : rules_dir_(std::move(rules_dir)), stages_(std::move(stages)) {}

Engine::~Engine() = default;

const Vocabulary& Engine::vocabulary() const { return stages_->vocabulary; }
const Lexicon& Engine::lexicon() const { return stages_->lexicon; }
const RuleSet& Engine::rules() const { return stages_->rules; }

Text Engine::normalize(std::string decoded) const {
  return Text::normalize(std::move(decoded), stages_->tables);
}

void Engine::scan(Document& document) const { stages_->scanner.scan(document); }

void Engine::segment(Document& document) const {
  scan(document);
#ifdef PANCHINA_HAS_SEGMENT
  stages_->segmenter.segment(document);
#endif
}

void Engine::annotate(Document& document) const {
  segment(document);
  stages_->annotator.annotate(document);
}

void Engine::match(Document& document) const {
  annotate(document);
#ifdef PANCHINA_HAS_MATCH
  stages_->matcher.match(document);
#endif
}

void Engine::run(Document& document) const {
  match(document);
#ifdef PANCHINA_HAS_RESOLVE
  stages_->resolver.resolve(document);
#endif
}

}  // namespace panchina
