#include "resolve/focus/posts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/features.h"
#include "document/phrase.h"
#include "document/readings.h"
#include "resolve/fact/args.h"

namespace panchina {

bool is_coaching(const ArgValue& role) {
  static constexpr std::array<std::string_view, 8> kRoles = {
      "head_coach",        "assistant_coach",   "technical_collaborator", "youth_coach",
      "youth_coordinator", "goalkeeping_coach", "fitness_coach",          "other_staff"};
  const std::string* text = text_of(role);
  return text == nullptr || std::find(kRoles.begin(), kRoles.end(), *text) != kRoles.end();
}

std::string_view coaching_role(const Lexicon& lexicon, const Document& document, Index unit) {
  if ((document.units[unit].kinds & kind_bit(UnitKind::kRole)) == 0) return {};
  for (const Reading& reading : readings_of(document, document.units[unit])) {
    if (reading.kind != UnitKind::kRole) continue;
    const std::string& id = lexicon.roles()[reading.value].id;
    if (is_coaching(ArgValue(id))) return id;
  }
  return {};
}

namespace {

// The unit before a name that may tell a post: `il presidente Rossi`, `il presidente del Lecco,
// Rossi`.
Index post_before(const Lexicon& lexicon, const Document& document, Index begin, Index person) {
  const Index next = unit_before(document, person, begin);
  if (next == kNoIndex) return kNoIndex;
  const bool comma = document.tokens[document.units[next].tokens.begin].mark == ',';
  const Index side = comma ? unit_before(document, next, begin) : next;
  constexpr std::uint32_t kSide = kind_bit(UnitKind::kClub) | kind_bit(UnitKind::kNation);
  if (side == kNoIndex || (document.units[side].kinds & kSide) == 0) return next;
  const Index of = unit_before(document, side, begin);
  if (of == kNoIndex || lexicon.preposition(document.units[of].word) == kNoIndex) return next;
  const Index post = unit_before(document, of, begin);
  return post == kNoIndex ? next : post;
}

}  // namespace

Index other_post(const Lexicon& lexicon, const Document& document, const Clause& clause,
                 Index person_unit, Index former_words) {
  Index post = post_before(lexicon, document, clause.units.begin, person_unit);
  // `Presidente: Rossi`, not `è libero: Rossi`
  if (post != kNoIndex && document.tokens[document.units[post].tokens.begin].mark == ':') {
    post = unit_before(document, post, clause.units.begin);
    const Index label = post == kNoIndex ? post : unit_before(document, post, clause.units.begin);
    if (label != kNoIndex && (document.units[label].kinds & kind_bit(UnitKind::kPunct)) == 0)
      return kNoIndex;
  }
  if (post == kNoIndex) return kNoIndex;
  const Unit& unit = document.units[post];
  Index found = kNoIndex;
  for (const Reading& reading : readings_of(document, unit)) {
    if (reading.kind != UnitKind::kRole) continue;
    if ((reading.features & kRoleVacant) != 0 ||
        is_coaching(std::string(lexicon.roles()[reading.value].id))) {
      return kNoIndex;
    }
    if (found == kNoIndex) found = reading.value;
  }
  if (found == kNoIndex) return kNoIndex;
  // `cura i portieri del Lecco Rossi`, `Portieri: Rossi`
  const bool apart = post != unit_before(document, person_unit, clause.units.begin);
  if (apart && lexicon.roles()[found].id == "player") return kNoIndex;
  const Index former = unit_before(document, post, clause.units.begin);
  const bool was = former != kNoIndex && lexicon.in_list(document.units[former].word, former_words);
  return was ? kNoIndex : found;
}

namespace {

// The first role of a unit that is neither a coach's nor a player's; kNoIndex: it has none, or one
// of those.
Index office_of(const Lexicon& lexicon, const Document& document, Index unit) {
  Index found = kNoIndex;
  for (const Reading& reading : readings_of(document, document.units[unit])) {
    if (reading.kind != UnitKind::kRole) continue;
    const std::string& id = lexicon.roles()[reading.value].id;
    if (is_coaching(ArgValue(id)) || id == "player") return kNoIndex;
    if (found == kNoIndex) found = reading.value;
  }
  return found;
}

}  // namespace

Index office_behind(const Lexicon& lexicon, const Document& document, const Clause& clause,
                    Index person_unit) {
  constexpr Index kReach = 4;  // units: `segretario e preparatore dei portieri`
  Index post = person_unit + 1;
  if (post >= clause.units.end) return kNoIndex;
  IndexRange inside = clause.units;
  if (const IndexRange bracket = inside_bracket(document, post); !bracket.empty()) {
    inside = bracket;
    post = inside.begin;
  } else if (document.tokens[document.units[post].tokens.begin].mark == ',') {
    ++post;
  } else {
    return kNoIndex;
  }
  while (post < inside.end && document.units[post].transparent) ++post;
  if (post >= inside.end) return kNoIndex;
  const Index office = office_of(lexicon, document, post);
  if (office == kNoIndex) return kNoIndex;
  for (Index u = post + 1; u < inside.end && u - post <= kReach; ++u) {
    if (u == post + 1 && (document.units[u].kinds & kind_bit(UnitKind::kPerson)) != 0)
      return kNoIndex;  // `Neri, il presidente Rossi`
    if (!coaching_role(lexicon, document, u).empty()) return kNoIndex;
  }
  return office;
}

bool is_of_another_post(const PostWords& words, const Document& document, const Hit& hit,
                        const EmitSpec& emit) {
  const Lexicon& lexicon = words.lexicon;
  bool other = false;
  for (const EmitArg& from : emit.args) {
    const Binding* binding = binding_of(document, hit, from.slot);
    if (binding == nullptr || binding->bound != Bound::kMention || binding->unit == kNoIndex) {
      continue;
    }
    if (from.arg == arg::Tenure::kRole) return false;  // `avrà come vice il capitano Neri`
    if (from.arg != arg::Tenure::kPerson) continue;
    const Clause& clause = document.clauses[hit.clause];
    other = other || other_post(lexicon, document, clause, binding->unit, words.former) != kNoIndex;
  }
  return other;
}

bool is_doers_role(const Document& document, const EntityView& entities, const Hit& hit,
                   const Filled& role) {
  if (hit.trigger == kNoIndex || !role.span || is_coaching(role.value)) return false;
  const VerbGroup* verb = verb_of(document, hit.trigger);
  if (verb == nullptr || verb->voice != Voice::kActive) return false;
  for (const Binding& binding : bindings_of(document, hit)) {
    const Index unit = binding.unit;
    if (unit != kNoIndex && entities.person_of_unit[unit] != kNoIndex) return false;
  }
  return role.span->begin < document.units[hit.trigger].span.begin;
}

NamedPost named_post(const Lexicon& lexicon, const Document& document, const EntityView& entities,
                     const Hit& hit, const EmitSpec& emit) {
  NamedPost post;
  if (emit.type != EventType::kTenure) return post;
  for (const EmitArg& from : emit.args) {
    const Binding* binding = from.slot == kNoIndex ? nullptr : binding_of(document, hit, from.slot);
    const bool mention =
        binding != nullptr && binding->bound == Bound::kMention && binding->unit != kNoIndex;
    if (mention && from.arg == arg::Tenure::kPerson) {
      post.person = entities.person_of_unit[binding->unit];
    } else if (mention && from.arg == arg::Tenure::kRole && binding->reading != kNoIndex) {
      const Reading& reading = document.readings[binding->reading];
      if (reading.kind == UnitKind::kRole) post.role = &lexicon.roles()[reading.value].id;
    } else if (from.arg == arg::Tenure::kRole && emit.cue == Cue::kInPost &&
               from.function == ArgFunction::kConstant) {
      post.role = text_of(from.constant);
    }
  }
  if (post.person == kNoIndex || post.role == nullptr || !is_coaching(*post.role)) return {};
  return post;
}

PostWords::PostWords(const Lexicon& of)
    : lexicon(of),
      young(of.find_list("youth_heading")),
      children(of.find_list("youth_children")),
      genitive(of.find_list("genitive")),
      former(of.find_list("match_former")),
      first(of.find_list("trade_bench_first")),
      past(of.find_list("past_post")),
      past_time(of.find_list("past_time")) {}

namespace {

// `Primavera`, `Under 17`, `le bambine`; not as part of a post.
bool names_young(const PostWords& words, const Document& document, Index unit) {
  if ((document.units[unit].kinds & kind_bit(UnitKind::kRole)) != 0) return false;
  const IndexRange tokens = document.units[unit].tokens;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const Index word = document.tokens[t].word;
    if (words.lexicon.in_list(word, words.young) || words.lexicon.in_list(word, words.children))
      return true;
  }
  return false;
}

// `gli Esordienti del Lecco`, `gli Allievi rossoblù`; `Lecco (juniores)`, `Lecco, Primavera.`: the
// club's young are named beside it.
bool stands_by_young(const PostWords& words, const Document& document, const Hit& hit, Index club) {
  const IndexRange clause = document.clauses[hit.clause].units;
  if (!clause.contains(club)) return false;
  Index before = unit_before(document, club, clause.begin);
  if (before != kNoIndex && words.lexicon.preposition(document.units[before].word) != kNoIndex) {
    const bool whose = words.lexicon.in_list(document.units[before].word, words.genitive);
    before = whose ? unit_before(document, before, clause.begin) : kNoIndex;
  }
  if (before != kNoIndex && names_young(words, document, before)) return true;
  Index behind = document.units[club].tokens.end;  // token
  if (behind < document.tokens.size() &&
      words.lexicon.in_list(document.tokens[behind].word, words.young))
    return true;  // `il Lecco Primavera`
  const char mark = behind < document.tokens.size() ? document.tokens[behind].mark : '\0';
  if (mark != ',' && mark != '(') return false;
  if (++behind >= document.tokens.size() ||
      !words.lexicon.in_list(document.tokens[behind].word, words.young)) {
    return false;
  }
  // Its side is all that stands there: `Lecco, Juniores vittoriosa` tells of a match.
  const char close = behind + 1 < document.tokens.size() ? document.tokens[behind + 1].mark : '.';
  return close == ',' || close == '.' || close == ')' || close == ';';
}

// `Il Lecco Primavera ha un nuovo tecnico: è Rossi`: the naming of the club in the same sentence
// that is nearest before the hit's end, else behind it, is of its young.
bool is_named_young(const PostWords& words, const Document& document, const EntityView& entities,
                    const Hit& hit, std::string_view club) {
  const IndexRange clause = document.clauses[hit.clause].units;
  const auto names = [&](Index unit) {
    const Index named = entities.club_of_unit[unit];
    return named != kNoIndex && entities.clubs[named] == club;
  };
  const Index end = std::clamp(hit.units.end, clause.begin, clause.end);
  Index at = end;
  while (at > clause.begin && !names(at - 1)) --at;
  if (at > clause.begin) return stands_by_young(words, document, hit, at - 1);
  for (at = end; at < clause.end && !names(at);) ++at;
  return at < clause.end && stands_by_young(words, document, hit, at);
}

}  // namespace

bool is_of_the_young(const PostWords& words, const Document& document, const EntityView& entities,
                     const Hit& hit, const EmitSpec& emit, const Statement& statement) {
  const std::string* role = text_of(statement.args[arg::Tenure::kRole]);
  if (role == nullptr || *role != "head_coach") return false;
  const bool told = is_told(statement, arg::Tenure::kClub);
  // `Lecco: Neri; Verdi, … All. Rossi` under `PRIMAVERA 2`.
  const Index block = block_of(document, hit);
  const bool headed = entities.under_youth[block];
  if (headed && document.blocks[block].label == BlockLabel::kLineup) return true;
  for (const EmitArg& from : emit.args) {
    if (from.arg != arg::Tenure::kClub || from.slot == kNoIndex) continue;
    const Binding* team = binding_of(document, hit, from.slot);
    if (told) {
      return team != nullptr && team->bound == Bound::kMention && team->unit != kNoIndex &&
             stands_by_young(words, document, hit, team->unit);
    }
    if (team != nullptr && team->unit != kNoIndex && entities.youth_side[team->unit]) return true;
  }
  if (told) return false;
  if (headed) return true;
  const std::string* club = text_of(statement.args[arg::Tenure::kClub]);
  const auto of_first_team = [&](const EmitArg& from) {  // `in prima squadra`, by rule too
    if (from.arg != arg::Tenure::kRole) return false;
    if (from.function == ArgFunction::kConstant) return true;
    const Binding* post = from.slot == kNoIndex ? nullptr : binding_of(document, hit, from.slot);
    if (post == nullptr || post->unit == kNoIndex) return false;
    const IndexRange tokens = document.units[post->unit].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      if (words.lexicon.in_list(document.tokens[t].word, words.first)) return true;
    }
    return false;
  };
  return club != nullptr && std::ranges::none_of(emit.args, of_first_team) &&
         is_named_young(words, document, entities, hit, *club);
}

bool is_of_the_past(const PostWords& words, const Document& document, const Hit& hit,
                    const EmitSpec& emit) {
  constexpr int kReach = 5;       // units
  constexpr Index kTelling = 32;  // units
  const Index begin = document.clauses[hit.clause].units.begin;
  const Index first = hit.units.begin - std::min(hit.units.begin - begin, kTelling);
  for (Index u = first; u < hit.units.begin; ++u) {
    if (words.lexicon.in_list(document.units[u].word, words.past_time)) return true;
  }
  for (const EmitArg& from : emit.args) {
    if (from.arg != arg::Tenure::kClub || from.slot == kNoIndex) continue;
    const Binding* team = binding_of(document, hit, from.slot);
    if (team == nullptr || team->unit == kNoIndex) continue;
    Index unit = team->unit;
    for (int i = 0; i < kReach && unit > begin; ++i) {
      const Unit& one = document.units[--unit];
      if (words.lexicon.in_list(one.word, words.past)) return true;
      constexpr std::uint32_t kEnds = kind_bit(UnitKind::kPerson) | kind_bit(UnitKind::kVerb) |
                                      kind_bit(UnitKind::kBreak) | kind_bit(UnitKind::kPunct);
      if ((one.kinds & kEnds) != 0) break;
    }
  }
  return false;
}

}  // namespace panchina
