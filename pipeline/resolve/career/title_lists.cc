#include "resolve/career/title_lists.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "document/features.h"
#include "document/readings.h"
#include "resolve/fact/args.h"
#include "resolve/fact/hit_place.h"

namespace panchina {
namespace {

using arg::Honour;

// Units between two titles of a list.
constexpr Index kReach = 16;

// What may stand between two titles of a list, beside words: when and where each was won.
constexpr std::uint32_t kBetween = kind_bit(UnitKind::kDate) | kind_bit(UnitKind::kNumber) |
                                   kind_bit(UnitKind::kOrdinal) | kind_bit(UnitKind::kClub) |
                                   kind_bit(UnitKind::kNation) | kind_bit(UnitKind::kPlace) |
                                   kind_bit(UnitKind::kStadium) | kind_bit(UnitKind::kBracket);

}  // namespace

TitleLists::TitleLists(const Document& document, const Lexicon& lexicon, const EntityView& entities)
    : document_(document),
      entities_(entities),
      lexicon_(lexicon),
      joint_(lexicon.find_list("title_joint")),
      filler_(lexicon.find_list("title_filler")),
      noun_(lexicon.find_list("title_noun")),
      preposition_(lexicon.find_list("preposition")),
      titles_(document.scratch()) {}

void TitleLists::offer(const Hit& hit, const EmitSpec& emit) {
  const Index unit = competition_of(hit);
  if (unit == kNoIndex || hit.table || document_.clauses[hit.clause].parent != kNoIndex) return;
  titles_.push_back({unit, sentence_of(document_, hit), kNoIndex, &hit, &emit});
}

void TitleLists::tell(Index index, const Hit& hit, const Statement& statement) {
  if (statement.type != EventType::kHonour) return;
  const auto slot = slot_of(statement.evidence.slots, Honour::kCompetition);
  if (slot == statement.evidence.slots.end()) {  // the rule itself names it: its last word
    if (!hit.table)
      titles_.push_back({hit.units.end - 1, sentence_of(document_, hit), index, &hit, nullptr});
    return;
  }
  for (const Binding& binding : bindings_of(document_, hit)) {
    if (binding.unit == kNoIndex || document_.units[binding.unit].span.begin != slot->span.begin)
      continue;
    titles_.push_back({binding.unit, sentence_of(document_, hit), index, &hit, nullptr});
    return;
  }
}

Index TitleLists::competition_of(const Hit& hit) const {
  for (const Binding& binding : bindings_of(document_, hit)) {
    if (binding.unit != kNoIndex &&
        (document_.units[binding.unit].kinds & kind_bit(UnitKind::kCompetition)) != 0) {
      return binding.unit;
    }
  }
  return kNoIndex;
}

bool TitleLists::is_word(Index unit, Index list) const {
  return lexicon_.in_list(document_.units[unit].word, list);
}

// `un campionato di Serie C`, `oltre alla Coppa Italia`, but not `in Serie C`: whether the words
// before a competition, not before the unit `first`, make it one of a list.
bool TitleLists::leads(Index unit, Index first) const {
  for (Index u = unit; u > first;) {
    const Unit& one = document_.units[--u];
    if (one.transparent ||
        (one.kinds & (kind_bit(UnitKind::kNumber) | kind_bit(UnitKind::kOrdinal))) != 0) {
      continue;
    }
    if (!is_word(u, preposition_)) return true;
    return u > first && (is_word(u - 1, noun_) || is_word(u - 1, joint_) ||
                         (document_.units[u - 1].kinds & kind_bit(UnitKind::kNumber)) != 0);
  }
  return true;
}

// Whether only a list's own words stand between the two competitions.
bool TitleLists::joins(Index before, Index behind) const {
  if (behind - before > kReach) return false;
  bool joint = false;
  for (Index u = before + 1; u < behind; ++u) {
    const Unit& one = document_.units[u];
    if ((one.kinds & (kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak))) != 0) {
      const std::string_view mark = document_.text.norm(one.span);
      if (mark != "," && mark != ";") return false;
      joint = true;
    } else if (is_word(u, joint_)) {
      joint = true;
    } else if (!one.transparent && (one.kinds & kBetween) == 0 && !is_word(u, filler_) &&
               !is_word(u, noun_) && !is_word(u, preposition_)) {
      return false;
    }
  }
  return joint && leads(behind, before + 1);
}

// `, la Coppa Italia persa in finale`, `e la Serie B lo attende`: what is said of it is another
// thing; `la Supercoppa di Serie D` is another competition.
bool TitleLists::ends_well(const Hit& hit) const {
  const IndexRange clause = document_.clauses[hit.clause].units;
  Index next = competition_of(hit) + 1;
  for (const Binding& binding : bindings_of(document_, hit)) {
    if (binding.unit != kNoIndex && clause.contains(binding.unit))
      next = std::max(next, binding.unit + 1);
  }
  while (next < clause.end && document_.units[next].transparent) ++next;
  if (next < clause.end && document_.text.norm(document_.units[next].span) == ",") {
    ++next;
    const Reading* verb =
        next < clause.end ? reading_of(document_, next, UnitKind::kVerb) : nullptr;
    return verb == nullptr || (verb->features & kVerbParticiple) == 0;
  }
  if (next + 1 < clause.end && is_word(next, preposition_) &&
      reading_of(document_, next + 1, UnitKind::kCompetition) != nullptr) {
    return false;
  }
  return next >= clause.end || reading_of(document_, next, UnitKind::kVerb) == nullptr;
}

// Whether it binds a date behind that unit.
bool TitleLists::has_date(const Hit& hit, Index behind) const {
  return std::ranges::any_of(bindings_of(document_, hit), [&](const Binding& one) {
    return one.unit != kNoIndex && one.unit > behind &&
           reading_of(document_, one.unit, UnitKind::kDate) != nullptr;
  });
}

// How many clubs the units behind the first name, at most two.
int TitleLists::clubs_between(Index first, Index last) const {
  Index club = kNoIndex;
  for (Index u = first + 1; u < last; ++u) {
    const Index other = entities_.club_of_unit[u];
    if (other == kNoIndex || other == club) continue;
    if (club != kNoIndex) return 2;
    club = other;
  }
  return club == kNoIndex ? 0 : 1;
}

// `vinse lo scudetto del 1991, la Coppa Italia (1985)`: told without its own year, or without the
// club and the year of the list, which it takes; false: it lacks nothing.
bool TitleLists::completes(const List& list, const Title& title,
                           const std::vector<Statement>& statements, ListedTitle& listed) const {
  const Statement& told = statements[list.told];
  const Statement& top = statements[list.head];
  const bool own = has_date(*title.hit, title.unit);
  const bool undated = is_null(told.args[Honour::kDate]) && (listed.date || own);
  const bool homeless = is_null(told.args[Honour::kClub]) && !is_null(top.args[Honour::kClub]) &&
                        clubs_between(list.begin, title.unit) < 2;
  if (!undated && !homeless) return false;
  listed.first = homeless || !own ? list.head : list.told;
  listed.club = homeless || listed.first == list.told;
  return top.args[Honour::kPerson] == told.args[Honour::kPerson];
}

std::vector<ListedTitle> TitleLists::decide(const std::vector<Statement>& statements) {
  std::vector<ListedTitle> out;
  std::ranges::stable_sort(titles_, [](const Title& a, const Title& b) {
    return std::pair(a.unit, a.told == kNoIndex) < std::pair(b.unit, b.told == kNoIndex);
  });
  List list;
  for (const Title& title : titles_) {
    const Title* const last = list.last;
    const bool again = last != nullptr && last->unit == title.unit;
    const bool goes_on = last != nullptr && last->sentence == title.sentence &&
                         (again || joins(last->unit, title.unit));
    if (title.told != kNoIndex) {
      if (!goes_on) list = {&title, title.told, title.unit, title.told};
      list.last = &title;
      list.told = title.told;
      continue;
    }
    if (!goes_on || statements[list.told].factuality != Factuality::kAsserted) continue;
    ListedTitle listed{title.hit, title.emit, list.told};
    const auto& slots = statements[list.head].evidence.slots;
    const auto when = slot_of(slots, Honour::kDate);
    listed.date = when != slots.end() && when->span.begin < document_.units[list.begin].span.begin;
    if (again && last->told != kNoIndex) {
      if (completes(list, title, statements, listed)) out.push_back(listed);
      continue;
    }
    if (!ends_well(*title.hit)) continue;
    listed.club = clubs_between(list.begin, title.unit) < 2;
    out.push_back(listed);
    list.last = &title;
  }
  return out;
}

}  // namespace panchina
