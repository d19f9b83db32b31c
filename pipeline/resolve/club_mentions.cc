#include "resolve/club_mentions.h"

#include <algorithm>
#include <string>

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
  for (Index r = unit.readings.begin; r < unit.readings.end; ++r) {
    const Reading& reading = document.readings[r];
    if (reading.kind == UnitKind::kClub || reading.kind == UnitKind::kNation) return &reading;
  }
  return nullptr;
}

}  // namespace

void add_club_mentions(Document& document, const EntityView& entities, const Lexicon& lexicon) {
  const Index club_arg = arg_index(EventType::kClub, "club");
  const Index name_arg = arg_index(EventType::kClub, "name");
  const Index how_arg = arg_index(EventType::kClub, "how");
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
        if (reading->how == How::kEpithet && lexicon.epithets()[reading->value].kind != "colour") {
          continue;
        }
      }
      Event event;
      event.type = EventType::kClub;
      event.section = section;
      event.confidence = entities.indirect[u] ? 0.8f : 0.97f;
      event.args.resize(event_spec(EventType::kClub).args.size());
      event.args[club_arg] = entities.clubs[entity];
      event.args[name_arg] = std::string(document.text.norm(unit.span));
      event.args[how_arg] = std::string(how_name(reading->how));
      Evidence evidence;
      evidence.span = unit.span;
      evidence.sentence = clause.sentence;
      evidence.rule = kNoIndex;
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
