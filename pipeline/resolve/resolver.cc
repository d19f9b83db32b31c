#include "resolve/resolver.h"

#include <algorithm>
#include <iterator>
#include <memory_resource>
#include <string_view>
#include <unordered_map>

#include "resolve/career/completion.h"
#include "resolve/career/elsewhere.h"
#include "resolve/career/end_cause.h"
#include "resolve/career/parallels.h"
#include "resolve/career/planned_end.h"
#include "resolve/career/reciprocal.h"
#include "resolve/career/round_up.h"
#include "resolve/career/shared_years.h"
#include "resolve/career/succession.h"
#include "resolve/confidence.h"
#include "resolve/entity/club_mentions.h"
#include "resolve/entity/entities.h"
#include "resolve/merge.h"
#include "resolve/statements.h"
#include "resolve/time/date_mentions.h"
#include "resolve/time/published.h"
#include "resolve/time/story.h"

namespace panchina {

namespace {

// A flag that is set stands in the evidence, if only as the rules' own inference.
void name_flags(Event& event) {
  const auto& spec = event_spec(event.type).args;
  for (Index arg = 0; arg < spec.size(); ++arg) {
    if (spec[arg].kind != ArgKind::kFlag || !flag_of(event.args[arg])) continue;
    const auto told = [arg](const Evidence& evidence) { return tells(evidence, arg); };
    if (std::none_of(event.evidence.begin(), event.evidence.end(), told)) {
      event.evidence.front().inferred.push_back({arg, Source::kRule});
    }
  }
}

}  // namespace

Resolver::Resolver(const RuleSet& rules, const Vocabulary& /*vocabulary*/, const Lexicon& lexicon)
    : rules_(rules), lexicon_(lexicon) {}

namespace {

// What statements are read with: the dates evaluated, the entities found.
EntityView prepare(Document& document, const Lexicon& lexicon, const RuleSet& rules) {
  find_published(document);
  evaluate_dates(document, lexicon);
  add_parallels(document, rules, lexicon);
  // What is only weighed makes no name of a word.
  return find_entities(document, lexicon, [&](const Hit& hit) {
    const std::vector<EmitSpec>& emits = rules.emits(hit);
    return emits.empty() || !(emits.front().weighed || emits.front().beside);
  });
}

}  // namespace

std::vector<Statement> Resolver::statements(Document& document, std::vector<Choice>* choices,
                                            SignChoices* sign_choices) const {
  return StatementReader(rules_, lexicon_)
      .read(document, prepare(document, lexicon_, rules_), choices, sign_choices);
}

void Resolver::resolve(Document& document) const {
  add_events(document);
  document.stage_memory.reset();
}

void Resolver::add_events(Document& document) const {
  const EntityView entities = prepare(document, lexicon_, rules_);
  std::vector<Event> facts = merge(StatementReader(rules_, lexicon_).read(document, entities),
                                   document.memory(), document.scratch());
  // Made when it is first asked for: few articles tell of a successor.
  std::pmr::unordered_map<std::string_view, std::string_view> keys(document.scratch());
  const auto key_of = [&](const std::string& name) {
    if (keys.empty()) {
      for (const PersonEntity& person : entities.persons) keys.emplace(person.name, person.key);
    }
    const auto found = keys.find(name);
    return found == keys.end() ? std::string() : std::string(found->second);
  };
  for (Event& fact : facts) {
    if (fact.type != EventType::kTenure) continue;
    part_equal_days(fact);
    drop_planned_end(document, fact);
  }
  drop_shared_years(document, facts);
  drop_posts_elsewhere(facts);
  drop_round_up_days(facts, document.scratch());
  add_succession(facts, document.scratch());
  add_reciprocal(facts, key_of, document.scratch());
  add_end_causes(facts, document, lexicon_, entities);
  document.events.reserve(document.dates.size() + facts.size());
  add_date_mentions(document, rules_);
  add_club_mentions(document, entities, lexicon_);
  document.events.insert(document.events.end(), std::make_move_iterator(facts.begin()),
                         std::make_move_iterator(facts.end()));
  for (Event& event : document.events) {
    name_flags(event);
    event.confidence = confidence_of(event);
  }
}

}  // namespace panchina
