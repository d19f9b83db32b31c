#include "resolve/entity/club_mentions.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "document/readings.h"

namespace panchina {
namespace {

std::string_view how_name(How how) {
  switch (how) {
    case How::kName:
      return "name";
    case How::kAlias:
      return "alias";
    case How::kNickname:
      return "nickname";
    case How::kEpithet:
      return "epithet";
    case How::kDescriptor:
      return "descriptor";
    case How::kWeak:
      return "name";
  }
  return "name";
}

// The reading that makes the unit a club's, or nullptr.
const Reading* club_reading(const Document& document, const Unit& unit) {
  for (const Reading& reading : readings_of(document, unit)) {
    if (reading.kind == UnitKind::kClub || reading.kind == UnitKind::kNation) return &reading;
  }
  return nullptr;
}

}  // namespace

void add_club_mentions(Document& document, const EntityView& entities, const Lexicon& lexicon) {
  const Index club_arg = arg_index(EventType::kClub, "club");
  const Index name_arg = arg_index(EventType::kClub, "name");
  const Index how_arg = arg_index(EventType::kClub, "how");
  const Index articles = lexicon.find_list("symbol_article");
  const std::size_t first = document.events.size();
  for (const Clause& clause : document.clauses) {
    const Index section = document.blocks[document.sentences[clause.sentence].block].section;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Index entity = entities.club_of_unit[u];
      if (entity == kNoIndex) continue;
      const Unit& unit = document.units[u];
      const Reading* reading = club_reading(document, unit);
      if (reading == nullptr || reading->how == How::kWeak) continue;
      if (entities.indirect[u]) {
        // An epithet that is a demonym may be a person's too (`il trainer bresciano`).
        const std::string_view kind =
            reading->how == How::kEpithet
                ? std::string_view(lexicon.epithets()[reading->value].kind)
                : std::string_view("colour");
        // `il Marzocco`: a beast with a capital is the club's name.
        const Index at = unit.tokens.begin;
        const bool named = kind == "symbol" && at > 0 &&
                           document.tokens[at].letters == LetterCase::kTitle &&
                           lexicon.in_list(document.tokens[at - 1].word, articles);
        if (kind != "colour" && !named) continue;
      }
      Event event = event_in(document.memory(), EventType::kClub);
      event.section = section;
      event.confidence = entities.indirect[u] ? 0.8f : 0.97f;
      event.args[club_arg] = entities.clubs[entity];
      event.args[name_arg].emplace<std::string>(document.text.norm(unit.span));
      event.args[how_arg].emplace<std::string>(how_name(reading->how));
      Evidence evidence = evidence_in(document.memory());
      evidence.span = unit.span;
      evidence.sentence = clause.sentence;
      evidence.rule = kNoIndex;
      evidence.slots.reserve(2);
      evidence.slots.push_back({club_arg, unit.span});
      evidence.slots.push_back({name_arg, unit.span});
      event.evidence.push_back(std::move(evidence));
      document.events.push_back(std::move(event));
    }
  }
  std::sort(document.events.begin() + static_cast<std::ptrdiff_t>(first), document.events.end(),
            [](const Event& a, const Event& b) {
              return a.evidence.front().span.begin < b.evidence.front().span.begin;
            });
}

}  // namespace panchina
