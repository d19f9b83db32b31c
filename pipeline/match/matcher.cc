#include "match/matcher.h"

#include <atomic>
#include <optional>

#include "match/clause_content.h"
#include "match/clause_matcher.h"
#include "match/runner.h"
#include "match/table_matcher.h"
#include "match/trigger_index.h"

namespace panchina {

namespace {
std::atomic<std::uint64_t> next_state{1};
}

struct Matcher::State {
  State(const RuleSet& set, const Vocabulary& vocabulary, const Lexicon& words)
      : rules(set),
        lexicon(words),
        triggers(set, vocabulary.size()),
        headings(set, vocabulary.size()),
        signatures(set, vocabulary.size()),
        sets(set, vocabulary.size()),
        subjects(words),
        id(next_state++) {}

  const RuleSet& rules;
  const Lexicon& lexicon;
  TriggerIndex triggers;
  HeadingIndex headings;
  WordSignatures signatures;
  SetIndex sets;
  SubjectFinder subjects;
  std::uint64_t id;

  // Scratch of this thread, kept from document to document.
  struct Scratch {
    std::uint64_t owner = 0;
    std::optional<Runner> runner;
    std::optional<ClauseMatcher> clauses;
    std::optional<TableMatcher> tables;

    void set_document(Document& document) {
      runner->set_document(document);
      clauses->set_document(document);
    }
    void forget() {
      owner = 0;
      clauses.reset();
      tables.reset();
      runner.reset();
    }
  };
  Scratch& scratch() const {
    thread_local Scratch mine;
    if (mine.owner != id) {
      mine.owner = id;
      mine.tables.reset();
      mine.clauses.reset();
      mine.runner.emplace(rules, signatures, lexicon);
      mine.clauses.emplace(rules, triggers, sets, subjects, lexicon, *mine.runner);
      mine.tables.emplace(rules, headings, sets, *mine.runner);
    }
    return mine;
  }
};

Matcher::Matcher(const RuleSet& rules, const Vocabulary& vocabulary, const Lexicon& lexicon)
    : state_(new State(rules, vocabulary, lexicon)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

namespace {

bool in_article(const Document& document, const Clause& clause) {
  const Sentence& sentence = document.sentences[clause.sentence];
  return is_article(document.blocks[sentence.block].label);
}

}  // namespace

void Matcher::match(Document& document) const { match(std::span(&document, 1)); }

void Matcher::match(std::span<Document> documents) const {
  for (Document& document : documents) match_clauses(document);
  for (Document& document : documents) match_tables(document);
}

void Matcher::match_clauses(Document& document) const {
  document.hits.clear();
  document.bindings.clear();
  State::Scratch& scratch = state_->scratch();
  scratch.set_document(document);
  scratch.clauses->tell(nullptr, kNoIndex);
  for (Index clause = 0; clause < document.clauses.size(); ++clause) {
    if (in_article(document, document.clauses[clause])) scratch.clauses->match(clause);
  }
}

void Matcher::match_tables(Document& document) const {
  State::Scratch& scratch = state_->scratch();
  scratch.set_document(document);
  scratch.tables->match(document);
  if (document.is_large()) scratch.forget();
}

void Matcher::match(Document& document, std::vector<Attempt>& attempts, Index only) const {
  document.hits.clear();
  document.bindings.clear();
  State::Scratch& scratch = state_->scratch();
  scratch.set_document(document);
  scratch.clauses->tell(&attempts, only);
  for (Index clause = 0; clause < document.clauses.size(); ++clause) {
    if (in_article(document, document.clauses[clause])) scratch.clauses->match(clause);
  }
  scratch.clauses->tell(nullptr, kNoIndex);
  scratch.tables->match(document);
}

void Matcher::near(Document& document, std::vector<Attempt>& attempts) const {
  State::Scratch& scratch = state_->scratch();
  scratch.set_document(document);
  for (Index clause = 0; clause < document.clauses.size(); ++clause) {
    if (in_article(document, document.clauses[clause])) {
      scratch.clauses->near(clause, attempts);
    }
  }
}

}  // namespace panchina
