#include "resolve/resolver.h"

#include <iterator>

#include "resolve/club_mentions.h"
#include "resolve/confidence.h"
#include "resolve/date_mentions.h"
#include "resolve/entities.h"
#include "resolve/merge.h"
#include "resolve/published.h"
#include "resolve/reciprocal.h"
#include "resolve/statements.h"
#include "resolve/story.h"

namespace panchina {

Resolver::Resolver(const RuleSet& rules, const Vocabulary& /*vocabulary*/, const Lexicon& lexicon)
    : rules_(rules), lexicon_(lexicon) {}

std::vector<Statement> Resolver::statements(Document& document) const {
  find_published(document);
  evaluate_dates(document);
  const EntityView entities = find_entities(document, lexicon_);
  return StatementReader(rules_, lexicon_).read(document, entities);
}

void Resolver::resolve(Document& document) const {
  find_published(document);
  evaluate_dates(document);
  const EntityView entities = find_entities(document, lexicon_);
  std::vector<Event> facts = merge(StatementReader(rules_, lexicon_).read(document, entities));
  add_reciprocal(facts, [&](const std::string& name) {
    for (const PersonEntity& person : entities.persons) {
      if (person.name == name) return person.key;
    }
    return std::string();
  });
  add_date_mentions(document, rules_);
  add_club_mentions(document, entities, lexicon_);
  document.events.insert(document.events.end(), std::make_move_iterator(facts.begin()),
                         std::make_move_iterator(facts.end()));
  for (Event& event : document.events) event.confidence = confidence_of(event);
}

}  // namespace panchina
