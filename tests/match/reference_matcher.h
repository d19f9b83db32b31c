// The oracle: an exponential matcher over the pattern tree itself, without programs, triggers or
// memory of failures. Says whether a pattern matches with its trigger at a unit, and what it binds.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "match/runner.h"
#include "rule/pattern.h"

namespace panchina {

class ReferenceMatcher {
 public:
  // Patterns without lists, brackets and holes; those have tests of their own.
  ReferenceMatcher(const RuleSet& rules, const Document& document, Runner& predicates)
      : rules_(rules), document_(document), predicates_(predicates) {}

  // The bindings (slot -> unit) of the first match whose trigger element, `trigger`, takes the
  // unit: elements before it are read leftwards, nearest first, those behind it rightwards.
  std::optional<std::map<Index, Index>> match(const Pattern& pattern, std::size_t trigger,
                                              Index unit, IndexRange bounds) {
    bound_.clear();
    if (!takes(pattern[trigger], unit, bounds)) return std::nullopt;
    if (pattern[trigger].slot != kNoIndex) bound_[pattern[trigger].slot] = unit;
    const Pattern right(pattern.begin() + static_cast<std::ptrdiff_t>(trigger) + 1, pattern.end());
    Pattern left(pattern.begin(), pattern.begin() + static_cast<std::ptrdiff_t>(trigger));
    const auto done = [](Index) { return true; };
    if (!walk(right, 0, unit + 1, bounds, true, done)) return std::nullopt;
    if (!walk(left, 0, unit, bounds, false, done)) return std::nullopt;
    return bound_;
  }

 private:
  using Then = std::function<bool(Index)>;

  bool takes(const PatternNode& node, Index unit, IndexRange bounds) {
    const Unit& one = document_.units[unit];
    switch (node.kind) {
      case PatternKind::kSlot:
        return predicates_.allowed(node.demand, unit) != kNoIndex;
      case PatternKind::kVerb: {
        Node verb;
        verb.op = Op::kVerb;
        verb.verbs = node.verbs;
        verb.features = node.features;
        return predicates_.verb_reading(verb, unit, bounds) != kNoIndex;
      }
      case PatternKind::kNoun:
      case PatternKind::kPreposition:
      case PatternKind::kWord: {
        Node words;
        words.op = Op::kWords;
        words.words = node.words;
        words.nominal = node.kind == PatternKind::kNoun;
        return predicates_.has_word(words, unit);
      }
      case PatternKind::kMark:
        return (one.kinds & (kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak))) != 0 &&
               document_.tokens[one.tokens.begin].mark == static_cast<char>(node.count);
      case PatternKind::kNumber:
        return one.tokens.size() == 1 &&
               document_.tokens[one.tokens.begin].kind == TokenKind::kNumber &&
               document_.tokens[one.tokens.begin].number == node.number;
      default:
        return false;
    }
  }

  // Elements [from, end) of `pattern` in reading order of the direction.
  bool walk(const Pattern& pattern, std::size_t from, Index at, IndexRange bounds, bool right,
            const Then& then) {
    if (from == pattern.size()) return then(at);
    const PatternNode& node = right ? pattern[from] : pattern[pattern.size() - 1 - from];
    const Then next = [&](Index place) {
      return walk(pattern, from + 1, place, bounds, right, then);
    };
    const bool edge = right ? at >= bounds.end : at <= bounds.begin;
    const Index unit = right ? at : at - 1;
    const Index after = right ? at + 1 : at - 1;
    if (node.kind == PatternKind::kGap) {
      Index place = at;
      std::uint32_t counted = 0;
      for (std::uint32_t steps = 0; steps <= 3u * node.count + 12; ++steps) {
        if (next(place)) return true;
        if (right ? place >= bounds.end : place <= bounds.begin) return false;
        const Index crossed = right ? place : place - 1;
        if (!node.cross && is_barrier(document_, crossed)) return false;
        if (!is_light(document_, crossed) && ++counted > node.count) return false;
        right ? ++place : --place;
      }
      return false;
    }
    if (node.kind == PatternKind::kChoice) {
      for (const Pattern& branch : node.branches) {
        if (walk(branch, 0, at, bounds, right, next)) return true;
      }
      return false;
    }
    if (node.kind == PatternKind::kStart || node.kind == PatternKind::kEnd) {
      const bool start = node.kind == PatternKind::kStart;
      for (Index place = at; place != (start ? bounds.begin : bounds.end);) {
        const Unit& one = document_.units[start ? place - 1 : place];
        if (!one.transparent &&
            (one.kinds & (kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak))) == 0) {
          return false;
        }
        start ? --place : ++place;
      }
      return next(at);
    }
    if (edge) return false;
    if (takes(node, unit, bounds)) {
      const auto old = bound_;
      if (node.slot != kNoIndex) bound_[node.slot] = unit;
      if (next(after)) return true;
      bound_ = old;
    }
    // Past what is transparent.
    return document_.units[unit].transparent && walk(pattern, from, after, bounds, right, then);
  }

  const RuleSet& rules_;
  const Document& document_;
  Runner& predicates_;
  std::map<Index, Index> bound_;
};

}  // namespace panchina
