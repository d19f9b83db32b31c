#include "resolve/career/parallels.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "document/readings.h"
#include "resolve/fact/args.h"

namespace panchina {
namespace {

struct Pair {
  Index person = kNoIndex, club = kNoIndex;  // units
};

class Parallels {
 public:
  Parallels(Document& document, const RuleSet& rules, const Lexicon& lexicon)
      : document_(document),
        rules_(rules),
        lexicon_(lexicon),
        joint_(lexicon.find_list("parallel_joint")) {}

  void add() {
    const std::size_t told = document_.hits.size();
    std::vector<std::pair<std::size_t, Pair>> pairs;  // of hits, few of which tell one
    for (std::size_t h = 0; h < told; ++h) {
      const auto told_pair = pair_of(document_.hits[h]);
      if (!told_pair) continue;
      const Pair pair = part(h, *told_pair);
      told_.insert(key(pair));
      pairs.emplace_back(h, pair);
    }
    for (const auto& [hit, pair] : parted_) {
      if (told_.insert(key(pair)).second) add_hit(document_.hits[hit], pair);
    }
    for (const auto& [h, pair] : pairs) {
      const Hit hit = document_.hits[h];
      follow(hit, pair);
    }
  }

 private:
  static std::pair<Index, Index> key(Pair pair) { return {pair.person, pair.club}; }

  // The slot that gives an arg of the only event that a hit tells; kNoIndex: none does.
  static Index slot_of(const EmitSpec& emit, Index which) {
    for (const EmitArg& value : emit.args) {
      if (value.arg == which && value.function == ArgFunction::kSlot) return value.slot;
    }
    return kNoIndex;
  }

  // The coach and the club of a hit that tells of one post, both named.
  std::optional<Pair> pair_of(const Hit& hit) const {
    if (hit.table) return std::nullopt;
    const std::vector<EmitSpec>& emits = rules_.emits(hit);
    if (emits.size() != 1 || emits[0].type != EventType::kTenure || emits[0].weighed) {
      return std::nullopt;
    }
    const Index who = slot_of(emits[0], arg::Tenure::kPerson);
    const Index where = slot_of(emits[0], arg::Tenure::kClub);
    Pair pair;
    for (const Binding& binding : bindings_of(document_, hit)) {
      if (binding.bound != Bound::kMention) continue;
      if (binding.slot == who) pair.person = binding.unit;
      if (binding.slot == where) pair.club = binding.unit;
    }
    if (pair.person == kNoIndex || pair.club == kNoIndex) return std::nullopt;
    return pair;
  }

  const Unit& unit(Index u) const { return document_.units[u]; }
  bool is(Index u, UnitKind kind) const { return (unit(u).kinds & kind_bit(kind)) != 0; }

  // The next unit that rules see from `u` on; units().end: none.
  Index seen(Index u, IndexRange units) const {
    while (u < units.end && unit(u).transparent && !is(u, UnitKind::kPerson)) ++u;
    return u;
  }

  // The preposition right before a unit, else kNoIndex.
  Index preposition_before(Index u, IndexRange units) const {
    while (u > units.begin) {
      --u;
      if (unit(u).word != 0 && lexicon_.preposition(unit(u).word) != kNoIndex) {
        return lexicon_.preposition(unit(u).word);
      }
      if (!unit(u).transparent) break;
    }
    return kNoIndex;
  }

  bool joins(Index u) const {
    if (is(u, UnitKind::kPunct)) {
      const char mark = document_.tokens[unit(u).tokens.begin].mark;
      return mark == ',' || mark == ';';
    }
    return unit(u).word != 0 && lexicon_.in_list(unit(u).word, joint_);
  }

  // Passes a unit that is this preposition; none: passes nothing.
  bool pass(Index preposition, Index& u, IndexRange units) const {
    if (preposition == kNoIndex) return true;
    if (u >= units.end || unit(u).word == 0 || lexicon_.preposition(unit(u).word) != preposition) {
      return false;
    }
    u = seen(u + 1, units);
    return true;
  }

  std::optional<Index> reading(Index u, bool person) const {
    const IndexRange readings = unit(u).readings;
    for (Index r = readings.begin; r < readings.end; ++r) {
      const Reading& one = document_.readings[r];
      if (one.how == How::kDescriptor || one.how == How::kEpithet) continue;
      if (person ? one.kind == UnitKind::kPerson
                 : one.kind == UnitKind::kClub || one.kind == UnitKind::kNation) {
        return r;
      }
    }
    return std::nullopt;
  }

  void follow(const Hit& hit, Pair first) {
    constexpr int kMostJoints = 3;
    const IndexRange units = document_.clauses[hit.clause].units;
    const bool person_first = first.person < first.club;
    const Index one = person_first ? first.person : first.club;
    const Index two = person_first ? first.club : first.person;
    if (one < units.begin || two >= units.end) return;
    const Index before_one = preposition_before(one, units);
    const Index before_two = preposition_before(two, units);
    // `il Bari ha preso Rossi`: where the club acts, its article is all that stands before it.
    for (Index u = seen(two + 1, units); u < units.end;) {
      int joints = 0;
      while (u < units.end && joints < kMostJoints && joins(u)) u = seen(u + 1, units), ++joints;
      if (joints == 0 || u >= units.end) return;
      // `la favola di Rossi al Lecco e di Verdi al Pisa`; the preposition may be left out.
      if (person_first && before_one != kNoIndex && unit(u).word != 0 &&
          lexicon_.preposition(unit(u).word) == before_one) {
        u = seen(u + 1, units);
      } else if (!person_first && !pass(before_one, u, units)) {
        return;
      }
      if (u >= units.end) return;
      const Index head = u;
      if (!reading(head, person_first)) return;
      u = seen(u + 1, units);
      if (!pass(before_two, u, units) || u >= units.end) return;
      const Index tail = u;
      if (!reading(tail, !person_first)) return;
      u = seen(u + 1, units);
      if (u < units.end && !joins(u) && !is(u, UnitKind::kPunct)) return;
      const Pair pair = person_first ? Pair{head, tail} : Pair{tail, head};
      if (told_.insert(key(pair)).second) add_hit(hit, pair);
    }
  }

  // The units of a list that holds `u`: `Rossi, Verdi e Neri`; alone where it stands in none.
  std::vector<Index> list_around(Index u, IndexRange units, bool person) const {
    const auto member = [&](Index at) { return reading(at, person).has_value(); };
    const auto small = [&](Index at) {
      return unit(at).transparent || joins(at) ||
             (unit(at).word != 0 && lexicon_.preposition(unit(at).word) != kNoIndex);
    };
    std::vector<Index> list{u};
    const auto walk = [&](auto step, Index edge) {
      bool joint = false;
      for (Index at = u; at != edge;) {
        at = step(at);
        if (member(at)) {
          if (!joint) return;
          list.push_back(at);
          joint = false;
        } else if (!small(at)) {
          return;
        }
        joint = joint || joins(at);
      }
    };
    walk([](Index at) { return at - 1; }, units.begin);
    walk([](Index at) { return at + 1; }, units.end - 1);
    std::sort(list.begin(), list.end());
    return list;
  }

  // `Rossi, Verdi e Neri allenano Bari, Lecco e Pisa`: each his own, where the lists are as long.
  // The pair that is left to the hit.
  Pair part(std::size_t at, Pair pair) {
    const IndexRange units = document_.clauses[document_.hits[at].clause].units;
    if (!units.contains(pair.person) || !units.contains(pair.club)) return pair;
    const std::vector<Index> persons = list_around(pair.person, units, true);
    const std::vector<Index> clubs = list_around(pair.club, units, false);
    if (persons.size() < 2 || persons.size() != clubs.size()) return pair;
    Pair own = pair;
    for (std::size_t n = 0; n < persons.size(); ++n) {
      if (persons[n] == pair.person) {
        own.club = clubs[n];
        bind_club(document_.hits[at], own.club);
      }
      parted_.push_back({at, {persons[n], clubs[n]}});
    }
    return own;
  }

  // Another club for a hit, all else as it was.
  void bind_club(Hit& hit, Index club) {
    const Index slot = slot_of(rules_.emits(hit)[0], arg::Tenure::kClub);
    const auto begin = static_cast<Index>(document_.bindings.size());
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      Binding binding = document_.bindings[b];
      if (binding.slot == slot) binding.unit = club, binding.reading = *reading(club, false);
      document_.bindings.push_back(binding);
    }
    hit.bindings = {begin, static_cast<Index>(document_.bindings.size())};
  }

  // ... of the same rule, of another pair. A copy: the hits move as they grow.
  void add_hit(Hit hit, Pair pair) {
    const EmitSpec& emit = rules_.emits(hit)[0];
    hit.units = {std::min(pair.person, pair.club), std::max(pair.person, pair.club) + 1};
    const auto begin = static_cast<Index>(document_.bindings.size());
    document_.bindings.push_back({slot_of(emit, arg::Tenure::kPerson), pair.person,
                                  *reading(pair.person, true), Bound::kMention});
    document_.bindings.push_back({slot_of(emit, arg::Tenure::kClub), pair.club,
                                  *reading(pair.club, false), Bound::kMention});
    hit.bindings = {begin, begin + 2};
    document_.hits.push_back(hit);
  }

  Document& document_;
  const RuleSet& rules_;
  const Lexicon& lexicon_;
  Index joint_;
  std::vector<std::pair<std::size_t, Pair>> parted_;  // of two lists: by hit
  std::set<std::pair<Index, Index>> told_;            // person and club
};

}  // namespace

void add_parallels(Document& document, const RuleSet& rules, const Lexicon& lexicon) {
  Parallels(document, rules, lexicon).add();
}

}  // namespace panchina
