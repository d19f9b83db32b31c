#include "rule/compiler.h"

#include <algorithm>
#include <bit>
#include <span>

#include "document/features.h"

namespace panchina {

namespace {

constexpr std::size_t kMaxVariants = 64;
constexpr std::uint32_t kListReach = 256;

// How good a trigger the element makes; 0: none.
int trigger_score(const PatternNode& node) {
  switch (node.kind) {
    case PatternKind::kVerb:
      return 100;
    case PatternKind::kNoun:
      return 90;
    case PatternKind::kWord:
      return 80;
    case PatternKind::kSlot: {
      if (node.hole) return 0;
      // Rarest first.
      constexpr UnitKind kByRarity[] = {
          UnitKind::kRecord, UnitKind::kScore,  UnitKind::kLineupShape, UnitKind::kMoney,
          UnitKind::kAge,    UnitKind::kRound,  UnitKind::kStadium,     UnitKind::kOrdinal,
          UnitKind::kMinute, UnitKind::kRole,   UnitKind::kCompetition, UnitKind::kNation,
          UnitKind::kDate,   UnitKind::kNumber, UnitKind::kPlace,       UnitKind::kClub,
          UnitKind::kPerson};
      int score = 60;
      for (const UnitKind kind : kByRarity) {
        if (node.demand.kinds == kind_bit(kind)) return score;
        --score;
      }
      return 30;
    }
    case PatternKind::kNumber:
      return 25;
    case PatternKind::kBracket:
      return 20;
    case PatternKind::kPreposition:
      return 10;
    case PatternKind::kChoice: {
      int least = 100;
      for (const Pattern& branch : node.branches) {
        int best = 0;
        for (const PatternNode& one : branch) best = std::max(best, trigger_score(one));
        least = std::min(least, best);
      }
      return least;
    }
    case PatternKind::kMark:
    case PatternKind::kGap:
    case PatternKind::kStart:
    case PatternKind::kEnd:
      return 0;
  }
  return 0;
}

// The elements of a pattern whose choices were taken: each stands in the tree of a rule.
using Elements = std::vector<const PatternNode*>;

const PatternNode& element(const PatternNode& node) { return node; }
const PatternNode& element(const PatternNode* node) { return *node; }

Elements elements_of(const Pattern& pattern) {
  Elements out;
  out.reserve(pattern.size());
  for (const PatternNode& node : pattern) out.push_back(&node);
  return out;
}

// A stretch of elements is one of PatternNode, or of pointers to such.
class ProgramBuilder {
 public:
  ProgramBuilder(RuleSet& rules, Direction direction) : rules_(rules) {
    program_.direction = direction;
    program_.nodes.emplace_back();  // kAccept
  }

  // The pattern must end where a row ends.
  void end_with_row() {
    Node end;
    end.op = Op::kRowEnd;
    end.next = 0;
    last_ = add(end);
  }

  template <typename Iterator>
  Program build(Iterator begin, Iterator end) {
    program_.nodes.reserve(program_.nodes.size() + static_cast<std::size_t>(end - begin));
    program_.start = sequence(begin, end, last_, program_.direction);
    program_.reach = reach(begin, end);
    return std::move(program_);
  }

  Node node_of(const PatternNode& from) {
    Node node;
    node.element = static_cast<Index>(rules_.element_texts.size());
    rules_.element_texts.push_back(from.text);
    switch (from.kind) {
      case PatternKind::kSlot:
        node.op = from.list ? Op::kList : Op::kSlot;
        node.slot = from.slot;
        node.demand = from.demand;
        node.hole = from.hole;
        break;
      case PatternKind::kVerb:
        node.op = Op::kVerb;
        node.verbs = from.verbs;
        node.features = from.features;
        break;
      case PatternKind::kNoun:
      case PatternKind::kWord:
      case PatternKind::kPreposition:
        node.op = Op::kWords;
        node.words = from.words;
        node.absorbed = from.kind == PatternKind::kPreposition;
        node.nominal = from.kind == PatternKind::kNoun;
        break;
      case PatternKind::kMark:
        node.op = Op::kMark;
        node.count = from.count;
        break;
      case PatternKind::kNumber:
        node.op = Op::kNumber;
        node.number = from.number;
        break;
      case PatternKind::kGap:
        node.op = Op::kGap;
        node.count = from.count;
        node.cross = from.cross;
        break;
      case PatternKind::kStart:
        node.op = Op::kStart;
        break;
      case PatternKind::kEnd:
        node.op = Op::kEnd;
        break;
      case PatternKind::kChoice:
        node.op = Op::kSplit;
        break;
      case PatternKind::kBracket:
        node.op = Op::kBracket;
        break;
    }
    return node;
  }

  // Adds what stands inside a node: alternatives, a bracket's inside.
  void fill(Node& node, const PatternNode& from, Index next, Direction direction) {
    if (from.kind == PatternKind::kChoice) {
      std::vector<Index> starts;
      for (const Pattern& branch : from.branches) {
        starts.push_back(sequence(branch.data(), branch.data() + branch.size(), next, direction));
      }
      node.branches.begin = static_cast<Index>(program_.branches.size());
      program_.branches.insert(program_.branches.end(), starts.begin(), starts.end());
      node.branches.end = static_cast<Index>(program_.branches.size());
    } else if (from.kind == PatternKind::kBracket) {
      Node end;
      end.op = Op::kEnd;
      end.next = 0;
      const Index last = add(end);
      const Pattern& inside = from.branches[0];
      node.inside = sequence(inside.data(), inside.data() + inside.size(), last, Direction::kRight);
    }
  }

  // What follows the node, and its branches, are there already.
  First first_of(const Node& node) const {
    First out;
    out.any = false;
    const auto behind = [&] { return program_.nodes[node.next].first; };
    switch (node.op) {
      case Op::kSlot:
      case Op::kList:
        out.any = node.hole;
        out.kinds = node.demand.kinds;
        break;
      case Op::kVerb:
        out.kinds = kind_bit(UnitKind::kVerb);
        break;
      case Op::kWords:
        if (node.absorbed) out = behind();  // it may be the first token of the unit behind it
        out.edge = First::Edge::kNone;
        out.words |= std::uint64_t{1} << (node.words % 64);
        break;
      case Op::kMark:
        out.kinds = kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak);
        break;
      case Op::kBracket:
        out.kinds = kind_bit(UnitKind::kBracket);
        break;
      case Op::kSplit:
        for (Index i = node.branches.begin; i < node.branches.end; ++i) {
          const First& branch = program_.nodes[program_.branches[i]].first;
          out.any = out.any || branch.any;
          out.gap = std::max(out.gap, branch.gap);
          out.kinds |= branch.kinds;
          out.words |= branch.words;
        }
        break;
      case Op::kStart:
      case Op::kEnd:
        out = behind();
        out.edge = node.op == Op::kStart ? First::Edge::kStart : First::Edge::kEnd;
        break;
      case Op::kGap:
        out = behind();
        out.edge = First::Edge::kNone;
        out.any = out.any || node.count + out.gap > First::kWidestGap;
        if (!out.any) out.gap = static_cast<std::uint8_t>(node.count + out.gap);
        break;
      case Op::kAccept:
      case Op::kNumber:
      case Op::kRowEnd:
        out.any = true;
        break;
    }
    return out;
  }

  Program take() { return std::move(program_); }

 private:
  Index add(Node node) {
    node.first = first_of(node);
    program_.nodes.push_back(node);
    return static_cast<Index>(program_.nodes.size() - 1);
  }

  template <typename Iterator>
  Index sequence(Iterator begin, Iterator end, Index next, Direction direction) {
    const bool right = direction == Direction::kRight;
    for (Iterator at = right ? end : begin; at != (right ? begin : end);) {
      const PatternNode& from = element(right ? *--at : *at++);
      Node node = node_of(from);
      node.next = next;
      fill(node, from, next, direction);
      next = add(node);
    }
    return next;
  }

  template <typename Iterator>
  static std::uint32_t reach(Iterator begin, Iterator end) {
    std::uint32_t sum = 0;
    for (; begin != end; ++begin) {
      const PatternNode& node = element(*begin);
      if (node.kind == PatternKind::kGap) {
        sum += node.count;
      } else if (node.kind == PatternKind::kChoice) {
        std::uint32_t most = 0;
        for (const Pattern& branch : node.branches) {
          most = std::max(most, reach(branch.data(), branch.data() + branch.size()));
        }
        sum += most;
      } else {
        sum += node.list ? kListReach : 1;
      }
    }
    return sum;
  }

  RuleSet& rules_;
  Program program_;
  Index last_ = 0;
};

void add_variants(const Elements& pattern, RuleSet& rules, std::vector<Variant>& out) {
  std::size_t best = pattern.size();
  int most = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const int score = trigger_score(*pattern[i]);
    if (score > most) most = score, best = i;
  }
  if (best == pattern.size() || out.size() >= kMaxVariants) return;
  const PatternNode& trigger = *pattern[best];
  if (trigger.kind == PatternKind::kChoice) {
    const auto at = pattern.begin() + static_cast<std::ptrdiff_t>(best);
    for (const Pattern& branch : trigger.branches) {
      Elements spliced(pattern.begin(), at);
      for (const PatternNode& node : branch) spliced.push_back(&node);
      spliced.insert(spliced.end(), at + 1, pattern.end());
      add_variants(spliced, rules, out);
    }
    return;
  }
  Variant variant;
  const PatternNode* const* begin = pattern.data();
  variant.left = ProgramBuilder(rules, Direction::kLeft).build(begin, begin + best);
  // The trigger's own inside (a bracket) is kept in the right program's nodes.
  ProgramBuilder right(rules, Direction::kRight);
  variant.right = right.build(begin + best + 1, begin + pattern.size());
  variant.trigger = right.node_of(trigger);
  variant.trigger.absorbed = false;  // it takes a unit of its own
  variant.trigger.first = right.first_of(variant.trigger);
  if (trigger.kind == PatternKind::kBracket) {
    ProgramBuilder inside(rules, Direction::kRight);
    const Pattern& pattern_inside = trigger.branches[0];
    variant.inside =
        inside.build(pattern_inside.data(), pattern_inside.data() + pattern_inside.size());
    for (Node& node : variant.inside.nodes) {
      if (node.op == Op::kAccept) node.op = Op::kEnd, node.next = kNoIndex;
    }
    Node accept;
    const auto last = static_cast<Index>(variant.inside.nodes.size());
    variant.inside.nodes.push_back(accept);
    variant.inside.nodes[0].next = last;
  }
  const std::span all(pattern);
  variant.needs = needs_of(all);
  variant.needs_left = needs_of(all.first(best));
  variant.needs_right = needs_of(all.subspan(best + 1));
  for (const Program* program : {&variant.left, &variant.right}) {
    for (const Node& node : program->nodes) variant.has_holes = variant.has_holes || node.hole;
  }
  out.push_back(std::move(variant));
}

}  // namespace

std::vector<Variant> compile_variants(const Pattern& pattern, RuleSet& rules) {
  std::vector<Variant> out;
  add_variants(elements_of(pattern), rules, out);
  return out;
}

Program compile_program(const Pattern& pattern, Direction direction, RuleSet& rules) {
  return ProgramBuilder(rules, direction).build(pattern.data(), pattern.data() + pattern.size());
}

Program compile_row(const Pattern& pattern, RuleSet& rules) {
  ProgramBuilder builder(rules, Direction::kRight);
  builder.end_with_row();
  return builder.build(pattern.data(), pattern.data() + pattern.size());
}

std::uint32_t needed_kinds(const std::vector<Variant>& variants) {
  std::uint32_t kinds = 0;
  for (const Variant& variant : variants) {
    const Needs& needs = variant.needs;
    const std::uint32_t one = needs.kinds != 0 ? (needs.kinds & (~needs.kinds + 1)) : needs.one_of;
    if (one == 0) return 0;
    kinds |= one;
  }
  return kinds;
}

void admit_towns(std::vector<Variant>& variants) {
  const auto admit = [](Node& node) { node.demand.none_of &= ~kClubTown; };
  for (Variant& variant : variants) {
    admit(variant.trigger);
    for (Program* side : {&variant.left, &variant.right, &variant.inside})
      std::ranges::for_each(side->nodes, admit);
  }
}

}  // namespace panchina
