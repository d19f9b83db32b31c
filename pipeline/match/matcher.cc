#include "match/matcher.h"

namespace panchina {

struct Matcher::State {
  const RuleSet& rules;
  const Vocabulary& vocabulary;
  const Lexicon& lexicon;
};

Matcher::Matcher(const RuleSet& rules, const Vocabulary& vocabulary, const Lexicon& lexicon)
    : state_(new State{rules, vocabulary, lexicon}) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

void Matcher::match(Document& document) const {
  document.hits.clear();
  document.bindings.clear();
}

}  // namespace panchina
