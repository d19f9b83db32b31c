// Runner: matches one program outward from a place in a clause. Bindings are a stack; what failed
// is remembered by (node, place), so that time is at most pattern x reach. The depth of a run is
// bounded by the pattern, never by the text. Thread rule: scratch memory of one worker.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "match/governors.h"
#include "match/trigger_index.h"
#include "rule/rule_set.h"

namespace panchina {

struct Bind {
  Index slot = 0;
  Index unit = kNoIndex;
  Index reading = kNoIndex;
  Bound bound = Bound::kMention;
};

// What a run may use beside the pattern itself.
struct RunOptions {
  bool holes = false;     // `{person?:x}` may bind nothing
  std::uint8_t skip = 0;  // elements that may be missing (near)
};

// What ends a row of a table rule, beside the clause's end.
struct RowEnds {
  bool line = false, semicolon = false, comma = false, dash = false;
  bool any = false;  // wherever the pattern ends
};

// How far the longest failing run came, for why-not.
struct Furthest {
  std::uint32_t matched = 0;  // elements
  Index element = kNoIndex;   // in RuleSet::element_texts: the first that failed
  Index unit = kNoIndex;      // what stood there; kNoIndex: the clause's edge
  bool any = false;
};

class Runner {
 public:
  // What a glance at a unit tells, beside each other in memory: most tries end with one.
  struct Glance {
    std::uint32_t kinds = 0;
    bool transparent = false;
    std::uint64_t words = 0;  // as in First
  };

  Runner(const RuleSet& rules, const WordSignatures& signatures, const Lexicon& lexicon);

  void set_document(const Document& document);

  // Whether a glance at what stands at the boundary tells that the program cannot match.
  bool rejects(const Program& program, Index at, IndexRange bounds, RunOptions options) const {
    return rejects(program.nodes[program.start].first, program.direction, at, bounds, options);
  }
  // Whether the program matches from boundary `at` (right: units[at] is next; left: units[at - 1]),
  // staying in `bounds`. On success binds() has grown and end() is the boundary reached.
  bool run(const Program& program, Index at, IndexRange bounds, RunOptions options) {
    if (program.start == 0) {
      end_ = at;
      return true;
    }
    return !rejects(program, at, bounds, options) && run_inside(program, at, bounds, options);
  }
  // Whether the trigger accepts the unit; binds its slot. A list trigger takes the whole list.
  bool begin(const Variant& variant, Index unit, IndexRange bounds);
  // begin(), then right and left; cover() is what they took. On failure binds() is as before.
  bool run_variant(const Variant& variant, Index unit, IndexRange bounds, RunOptions options) {
    return may_begin(variant.trigger.first, unit) && run_begun(variant, unit, bounds, options);
  }
  // The same where may_match() has been asked.
  bool run_glanced(const Variant& variant, Index unit, IndexRange bounds, RunOptions options) {
    skipped_ = kNoIndex;
    matched_ = 0;
    return run_from(variant, unit, bounds, options);
  }
  // Whether a glance beside the unit, which triggers it, leaves it open that the variant matches.
  bool may_match(const VariantTrial& trial, Index unit, IndexRange bounds) const {
    return !rejects(trial.left, Direction::kLeft, unit, bounds, {}) &&
           !rejects(trial.right, Direction::kRight, unit + 1, bounds, {});
  }

  // Whether a glance at the unit leaves it open that what is told of begins there.
  bool may_begin(const First& first, Index unit) const { return may_begin(first, glances_[unit]); }
  static bool may_begin(const First& first, const Glance& glance) {
    return first.any || (glance.kinds & first.kinds) != 0 || (glance.words & first.words) != 0;
  }
  // Of all these units together.
  Glance glance_over(IndexRange units) const {
    Glance all;
    for (Index unit = units.begin; unit < units.end; ++unit) {
      all.kinds |= glances_[unit].kinds;
      all.words |= glances_[unit].words;
    }
    return all;
  }

  std::vector<Bind>& binds() { return binds_; }
  Index end() const { return end_; }
  IndexRange cover() const { return cover_; }
  std::uint32_t gap() const { return gap_; }
  void set_gap(std::uint32_t gap) { gap_ = gap; }
  void clear() { binds_.clear(), gap_ = 0; }
  bool binds_unit(Index unit) const;
  void set_row_ends(RowEnds ends) { row_ends_ = ends; }

  // Tracing, off unless asked for.
  void trace(Furthest* furthest) { furthest_ = furthest; }
  Index skipped() const { return skipped_; }  // element left out by RunOptions::skip

  // The reading of the unit that a demand allows, or kNoIndex.
  Index allowed(const SlotDemand& demand, Index unit) const;
  // The reading of the unit that a verb element allows (particles included), or kNoIndex.
  Index verb_reading(const Node& node, Index unit, IndexRange bounds);
  bool has_word(const Node& node, Index unit) const;
  // Bits of the word sets that the word may be in, see WordSignatures.
  std::uint64_t signature_of(Index word) const { return signatures_.of(word); }

 private:
  static constexpr std::size_t kMemo = 2048;
  static constexpr Index kMaxSkips = 12;  // transparent units in a row
  static constexpr std::size_t kMaxList = 64;
  struct Memo {
    std::uint32_t run = 0;
    std::uint32_t node = 0;
    Index at = 0;
  };
  struct Scope {
    const Program& program;
    IndexRange bounds;
    Direction direction;
    RunOptions options;
    std::uint32_t run;
    Index gap_end = kNoIndex;  // where the gap crossed last ends
  };

  // Whether the program matches from the node on, at the boundary.
  [[gnu::always_inline]] bool step(Scope& scope, Index node, Index at) {
    const First& first = scope.program.nodes[node].first;
    return !rejects(first, scope.direction, at, scope.bounds, scope.options) &&
           walk(scope, node, at);
  }
  bool walk(Scope& scope, Index node, Index at);
  // run_variant() where the trigger may begin.
  bool run_begun(const Variant& variant, Index unit, IndexRange bounds, RunOptions options);
  bool run_inside(const Program& program, Index at, IndexRange bounds, RunOptions options);
  bool run_from(const Variant& variant, Index unit, IndexRange bounds, RunOptions options);
  // Whether a glance at the next units tells that the node leads nowhere: most tries end here.
  bool rejects(const First& first, Direction direction, Index at, IndexRange bounds,
               RunOptions options) const {
    if (furthest_ != nullptr || options.skip > 0) return false;
    if (first.edge != First::Edge::kNone && off_edge(first.edge, at, bounds)) return true;
    if (first.any) return false;
    const bool right = direction == Direction::kRight;
    if (right ? at >= bounds.end : at <= bounds.begin) return true;
    const Index unit = right ? at : at - 1;
    if (may_begin(first, unit)) return false;
    if (first.gap == 0 && !glances_[unit].transparent) return true;
    return rejects_beyond(first, right, at, bounds);
  }
  // The same where what stands next may be passed.
  bool rejects_beyond(const First& first, bool right, Index at, IndexRange bounds) const;
  static bool is_light(const Glance& glance) {
    constexpr std::uint32_t kBracket = kind_bit(UnitKind::kBracket);
    constexpr std::uint32_t kMarks = kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak);
    return glance.transparent || (glance.kinds & kBracket) != 0 ||
           (glance.kinds & kMarks) == kind_bit(UnitKind::kPunct);
  }
  bool off_edge(First::Edge edge, Index at, IndexRange bounds) const {
    constexpr std::uint32_t kMarks = kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak);
    const bool start = edge == First::Edge::kStart;
    if (start ? at <= bounds.begin : at >= bounds.end) return false;
    const Glance& glance = glances_[start ? at - 1 : at];
    return !glance.transparent && (glance.kinds & kMarks) == 0;
  }
  bool is_subject(const Scope& scope, const Node& node, Index at) const;
  bool is_governed(Index unit, IndexRange bounds) const;
  bool consume(Scope& scope, const Node& node, Index at);
  bool opens_another(Index date, IndexRange bounds) const;
  bool consume_list(Scope& scope, const Node& node, Index first, Index after);
  bool cross_gap(Scope& scope, const Node& node, Index at);
  bool at_edge(const Scope& scope, bool start, Index at) const;
  bool at_row_end(const Scope& scope, Index at) const;
  bool absorbed(const Scope& scope, const Node& node, Index at) const;
  Index next_member(const SlotDemand& demand, Index at, IndexRange bounds,
                    Direction direction) const;
  bool inside_matches(const Scope& scope, const Node& node, Index unit);
  bool has_particle(const Variant& particle, Index verb, IndexRange bounds);
  bool known_failure(const Scope& scope, Index node, Index at) const;
  void remember_failure(const Scope& scope, Index node, Index at);
  void note(const Scope& scope, const Node& node, Index at);

  const RuleSet& rules_;
  const WordSignatures& signatures_;
  Governors governors_;
  const Document* document_ = nullptr;
  std::vector<Glance> glances_;  // by unit
  std::vector<Bind> binds_;
  std::vector<Memo> memo_;
  std::uint32_t runs_ = 0;
  Index end_ = 0;
  IndexRange cover_;
  std::uint32_t gap_ = 0;
  std::uint32_t matched_ = 0;
  Furthest* furthest_ = nullptr;
  Index skipped_ = kNoIndex;
  RowEnds row_ends_;
};

// Whether a unit ends what a gap may cross: a verb group, a person, a club, a break.
bool is_barrier(const Document& document, Index unit);
// Articles, titles, brackets, and marks that no one counts.
bool is_light(const Document& document, Index unit);
// Its first reading is a verb.
bool is_verb(const Document& document, Index unit);

}  // namespace panchina
