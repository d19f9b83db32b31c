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

// The name of a site, paper, station or book in the first line of a page: of which club the page is
// may be known by it, but it mentions none.
struct Nameplate {
  Index end = 0;       // its tokens stand before this one
  bool names = false;  // names of clubs in it, too, not only their colours
};

constexpr Index kLongestLine = 32;  // tokens of a first line that holds such a name
constexpr Index kOpening = 3;       // ... up to a word that opens it
constexpr Index kLongestName = 5;   // ... up to a word that closes it

Nameplate nameplate_of(const Document& document, const Lexicon& lexicon) {
  const Index openers = lexicon.find_list("nameplate_opener");
  const Index closers = lexicon.find_list("nameplate_closer");
  const Index tails = lexicon.find_list("nameplate_tail");
  const Index signs = lexicon.find_list("nameplate_sign");
  const auto& tokens = document.tokens;
  const auto most = static_cast<Index>(std::min<std::size_t>(tokens.size(), kLongestLine));
  Index end = 0, part = kNoIndex;
  for (; end < most && (end == 0 || !tokens[end].line_before); ++end) {
    const Token& token = tokens[end];
    const bool parts = token.kind == TokenKind::kPunct && token.mark != '.' && token.mark != '\'' &&
                       token.mark != '&' && token.mark != '!';
    if (parts && end > 0 && part == kNoIndex) part = end;
  }
  if (end == most) return {};  // a paragraph
  part = std::min(part, end);
  for (Index i = 0; i < std::min(part, kOpening); ++i) {
    if (lexicon.in_list(tokens[i].word, openers)) return {part, true};
  }
  // `Lecco Today Sport`, `LECCO NEWS CALCIO`; not `Lecco, oggi la firma`
  for (Index i = 1; i < std::min(part, kLongestName); ++i) {
    if (!lexicon.in_list(tokens[i].word, closers)) continue;
    Index last = i + 1;
    while (last < part &&
           (lexicon.in_list(tokens[last].word, closers) ||
            lexicon.in_list(tokens[last].word, tails) || tokens[last].kind == TokenKind::kNumber)) {
      ++last;
    }
    if (last == part) return {i, true};
  }
  for (Index i = 1; i < end; ++i) {
    if (lexicon.in_list(tokens[i].word, signs)) return {i, false};
  }
  return {};
}

}  // namespace

void add_club_mentions(Document& document, const EntityView& entities, const Lexicon& lexicon) {
  const Index club_arg = arg_index(EventType::kClub, "club");
  const Index name_arg = arg_index(EventType::kClub, "name");
  const Index how_arg = arg_index(EventType::kClub, "how");
  const Index articles = lexicon.find_list("symbol_article");
  const Nameplate nameplate = nameplate_of(document, lexicon);
  const std::size_t first = document.events.size();
  for (const Clause& clause : document.clauses) {
    const Index section = document.blocks[document.sentences[clause.sentence].block].section;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Index entity = entities.club_of_unit[u];
      if (entity == kNoIndex) continue;
      const Unit& unit = document.units[u];
      const Reading* reading = club_reading(document, unit);
      if (reading == nullptr || reading->how == How::kWeak) continue;
      const bool coloured = reading->how == How::kEpithet || reading->how == How::kDescriptor;
      if (unit.tokens.begin < nameplate.end && (nameplate.names || coloured)) continue;
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
