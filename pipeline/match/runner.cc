#include "match/runner.h"

#include <algorithm>

#include "document/features.h"

namespace panchina {

namespace {

constexpr std::uint32_t kMarkBits = kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak);

UnitKind preferred_kind(const Document& document, const Unit& unit) {
  return unit.readings.empty() ? UnitKind::kWord : document.readings[unit.readings.begin].kind;
}

}  // namespace

bool is_barrier(const Document& document, Index index) {
  const Unit& unit = document.units[index];
  if ((unit.kinds & kind_bit(UnitKind::kBreak)) != 0) return true;
  if (unit.transparent) return false;
  const UnitKind kind = preferred_kind(document, unit);
  return kind == UnitKind::kVerb || kind == UnitKind::kPerson || kind == UnitKind::kClub ||
         kind == UnitKind::kNation;
}

bool is_light(const Document& document, Index index) {
  const Unit& unit = document.units[index];
  return unit.transparent ||
         (unit.kinds & (kMarkBits | kind_bit(UnitKind::kBracket))) == kind_bit(UnitKind::kPunct) ||
         (unit.kinds & kind_bit(UnitKind::kBracket)) != 0;
}

bool is_verb(const Document& document, Index index) {
  return preferred_kind(document, document.units[index]) == UnitKind::kVerb;
}

Runner::Runner(const RuleSet& rules, const WordSignatures& signatures, const Lexicon& lexicon)
    : rules_(rules), signatures_(signatures), governors_(lexicon), memo_(kMemo) {}

void Runner::set_document(const Document& document) {
  document_ = &document;
  glances_.resize(document.units.size());
  std::ranges::transform(document.units, glances_.begin(), [this](const Unit& unit) {
    return Glance{unit.kinds, unit.transparent, signatures_.of(unit.word)};
  });
}

bool Runner::rejects_beyond(const First& first, bool right, Index at, IndexRange bounds) const {
  Index gap = first.gap;
  for (Index steps = 0; steps <= kMaxSkips; ++steps) {
    if (right ? at >= bounds.end : at <= bounds.begin) return true;
    const Index unit = right ? at++ : --at;
    if (may_begin(first, unit)) return false;
    const Glance& glance = glances_[unit];
    const bool passed = first.gap == 0 ? glance.transparent : is_light(glance) || gap-- > 0;
    if (!passed) return true;
  }
  return first.gap == 0;  // a gap may cross more
}

bool Runner::binds_unit(Index unit) const {
  return std::any_of(binds_.begin(), binds_.end(),
                     [&](const Bind& bind) { return bind.unit == unit; });
}

Index Runner::allowed(const SlotDemand& demand, Index unit) const {
  const Unit& one = document_->units[unit];
  if ((one.kinds & demand.kinds) == 0) return kNoIndex;
  for (Index i = one.readings.begin; i < one.readings.end; ++i) {
    const Reading& reading = document_->readings[i];
    if ((kind_bit(reading.kind) & demand.kinds) == 0) continue;
    if (demand.any_of != 0 && (reading.features & demand.any_of) == 0) continue;
    if ((reading.features & demand.none_of) != 0) continue;
    return i;
  }
  return kNoIndex;
}

bool Runner::has_word(const Node& node, Index unit) const {
  const Unit& one = document_->units[unit];
  if ((glances_[unit].words >> (node.words % 64) & 1) == 0) return false;
  const std::vector<Index>& words = rules_.word_sets[node.words];
  if (!std::binary_search(words.begin(), words.end(), one.word)) return false;
  if (!node.nominal || one.readings.empty()) return true;
  const Reading& reading = document_->readings[one.readings.begin];
  return reading.kind != UnitKind::kVerb || (reading.features & kVerbParticiple) != 0;
}

Index Runner::verb_reading(const Node& node, Index unit, IndexRange bounds) {
  const Unit& one = document_->units[unit];
  if ((one.kinds & kind_bit(UnitKind::kVerb)) == 0) return kNoIndex;
  const std::vector<VerbMember>& members = rules_.verb_sets[node.verbs];
  for (Index i = one.readings.begin; i < one.readings.end; ++i) {
    const Reading& reading = document_->readings[i];
    if (reading.kind != UnitKind::kVerb) continue;
    const Index lemma = document_->verbs[reading.value].lemma;
    auto member =
        std::lower_bound(members.begin(), members.end(), lemma,
                         [](const VerbMember& entry, Index value) { return entry.lemma < value; });
    for (; member != members.end() && member->lemma == lemma; ++member) {
      const std::uint32_t wanted = node.features | member->features;
      if ((reading.features & wanted) != wanted) continue;
      if (member->particle != kNoIndex &&
          !has_particle(rules_.particles[member->particle], unit, bounds)) {
        continue;
      }
      return i;
    }
  }
  return kNoIndex;
}

// A class member's particles: in the verb's clause, behind it or before it, up to the next verb.
bool Runner::has_particle(const Variant& particle, Index verb, IndexRange bounds) {
  constexpr Index kWindow = 24;
  const auto stops = [&](Index unit) {
    const Unit& one = document_->units[unit];
    const char mark = document_->tokens[one.tokens.begin].mark;
    return (one.kinds & kind_bit(UnitKind::kBreak)) != 0 || mark == '"' ||
           preferred_kind(*document_, one) == UnitKind::kVerb;
  };
  const std::uint32_t gap = gap_;
  const IndexRange cover = cover_;
  const Index end = end_;
  const Index skipped = skipped_;
  const std::uint32_t matched = matched_;
  Furthest* const furthest = furthest_;
  furthest_ = nullptr;
  bool found = false;
  for (Index unit = verb + 1; !found && unit < std::min(bounds.end, verb + kWindow); ++unit) {
    if (stops(unit)) break;
    found = run_variant(particle, unit, {verb + 1, bounds.end}, {});
  }
  for (Index unit = verb; !found && unit > bounds.begin && verb - unit < kWindow; --unit) {
    if (stops(unit - 1)) break;
    found = run_variant(particle, unit - 1, {bounds.begin, verb}, {});
  }
  gap_ = gap;
  cover_ = cover;
  end_ = end;
  skipped_ = skipped;
  matched_ = matched;
  furthest_ = furthest;
  return found;
}

bool Runner::known_failure(const Scope& scope, Index node, Index at) const {
  const Memo& memo = memo_[(node * 131u + at) % kMemo];
  return memo.run == scope.run && memo.node == node && memo.at == at;
}

void Runner::remember_failure(const Scope& scope, Index node, Index at) {
  memo_[(node * 131u + at) % kMemo] = {scope.run, node, at};
}

void Runner::note(const Scope& scope, const Node& node, Index at) {
  if (furthest_ == nullptr) return;
  if (furthest_->any && matched_ < furthest_->matched) return;
  if (furthest_->any && matched_ == furthest_->matched) return;  // the first, nearest one
  const bool right = scope.direction == Direction::kRight;
  // What stood there: the next unit that is not transparent.
  Index unit = kNoIndex;
  for (Index place = at; right ? place < scope.bounds.end : place > scope.bounds.begin;
       right ? ++place : --place) {
    unit = right ? place : place - 1;
    if (!document_->units[unit].transparent) break;
  }
  *furthest_ = {matched_, node.element, unit, true};
}

// Whether only light units stand between the place and the edge of the clause.
bool Runner::at_edge(const Scope& scope, bool start, Index at) const {
  const Index far = start ? scope.bounds.begin : scope.bounds.end;
  for (Index steps = 0; at != far; ++steps) {
    if (steps > kMaxSkips) return false;
    const Unit& unit = document_->units[start ? at - 1 : at];
    if (!unit.transparent && (unit.kinds & kMarkBits) == 0) return false;
    start ? --at : ++at;
  }
  return true;
}

// Whether a row ends here: at the clause's edge, a separator, or a mark that ends the sentence.
bool Runner::at_row_end(const Scope& scope, Index at) const {
  if (row_ends_.any) return true;
  for (; at < scope.bounds.end; ++at) {
    const Unit& unit = document_->units[at];
    if (row_ends_.line && unit.line_before) return true;
    if ((unit.kinds & kMarkBits) != 0) {
      const char mark = document_->tokens[unit.tokens.begin].mark;
      if (mark == '|') continue;  // between the cells of a row, or behind the last one
      // A full stop inside a clause belongs to an abbreviation: `es. 12/10/09`.
      if (mark == '.' && at + 1 < scope.bounds.end && !document_->units[at + 1].line_before) {
        return false;
      }
      return (row_ends_.semicolon && mark == ';') || (row_ends_.comma && mark == ',') ||
             (row_ends_.dash && mark == '-') || (mark != ',' && mark != ':' && mark != '-');
    }
    if (!unit.transparent) return false;
  }
  return true;
}

// `DA {date:start}`, where the date's own unit begins with `dal`.
bool Runner::absorbed(const Scope& scope, const Node& node, Index at) const {
  if (!node.absorbed || at >= scope.bounds.end) return false;
  const Unit& unit = document_->units[at];
  if (unit.tokens.size() < 2 || unit.readings.empty()) return false;
  const std::vector<Index>& words = rules_.word_sets[node.words];
  return std::binary_search(words.begin(), words.end(), document_->tokens[unit.tokens.begin].word);
}

bool Runner::run_inside(const Program& program, Index at, IndexRange bounds, RunOptions options) {
  Scope scope{program, bounds, program.direction, options, ++runs_};
  const std::size_t depth = binds_.size();
  const std::uint32_t matched = matched_;
  const std::uint32_t gap = gap_;
  if (walk(scope, program.start, at)) return true;
  binds_.resize(depth);
  matched_ = matched;
  gap_ = gap;
  return false;
}

bool Runner::walk(Scope& scope, Index index, Index at) {
  const Node& node = scope.program.nodes[index];
  switch (node.op) {
    case Op::kAccept:
      end_ = at;
      return true;
    case Op::kStart:
    case Op::kEnd:
      if (at_edge(scope, node.op == Op::kStart, at)) return step(scope, node.next, at);
      note(scope, node, at);
      return false;
    case Op::kRowEnd:
      if (at_row_end(scope, at)) return step(scope, node.next, at);
      note(scope, node, at);
      return false;
    case Op::kSplit: {
      if (known_failure(scope, index, at)) return false;
      for (Index i = node.branches.begin; i < node.branches.end; ++i) {
        if (step(scope, scope.program.branches[i], at)) return true;
      }
      break;
    }
    case Op::kGap:
      if (known_failure(scope, index, at)) return false;
      if (cross_gap(scope, node, at)) return true;
      break;
    default: {
      if (known_failure(scope, index, at)) return false;
      if (consume(scope, node, at)) return true;
      if (scope.options.skip > 0) {
        --scope.options.skip;
        const Index before = skipped_;
        skipped_ = node.element;
        if (step(scope, node.next, at)) return true;
        skipped_ = before;
        ++scope.options.skip;
        return false;  // what fails now may not fail with another budget: not remembered
      }
      note(scope, node, at);
      break;
    }
  }
  if (scope.options.skip == 0 && skipped_ == kNoIndex) remember_failure(scope, index, at);
  return false;
}

bool Runner::cross_gap(Scope& scope, const Node& node, Index at) {
  const bool right = scope.direction == Direction::kRight;
  std::uint32_t counted = 0;
  for (Index steps = 0;; ++steps) {
    const std::uint32_t gap = gap_;
    gap_ += counted;
    scope.gap_end = at;
    if (step(scope, node.next, at)) return true;
    gap_ = gap;
    if (right ? at >= scope.bounds.end : at <= scope.bounds.begin) return false;
    const Index unit = right ? at : at - 1;
    if (!node.cross && is_barrier(*document_, unit)) return false;
    if (!is_light(glances_[unit]) && ++counted > node.count) return false;
    if (steps > 3u * node.count + kMaxSkips) return false;
    right ? ++at : --at;
  }
}

bool Runner::inside_matches(const Scope& scope, const Node& node, Index unit) {
  const Unit& one = document_->units[unit];
  for (Index i = one.readings.begin; i < one.readings.end; ++i) {
    const Reading& reading = document_->readings[i];
    if (reading.kind != UnitKind::kBracket) continue;
    const IndexRange inside = document_->clauses[reading.value].units;
    Scope inner{scope.program, inside, Direction::kRight, scope.options, ++runs_};
    const Index end = end_;
    const bool matches = step(inner, node.inside, inside.begin);
    end_ = end;
    if (matches) return true;
  }
  return false;
}

// Whether what matches here is the subject of the verb on its right: `{person?:x}`, and a club that
// begins the pattern before a gap.
bool Runner::is_subject(const Scope& scope, const Node& node, Index at) const {
  if (node.hole) return true;
  constexpr std::uint32_t kClubs = kind_bit(UnitKind::kClub) | kind_bit(UnitKind::kNation);
  return (node.demand.kinds & ~kClubs) == 0 && scope.gap_end == at &&
         scope.program.nodes[node.next].op == Op::kAccept;
}

// Whether a preposition stands before the unit, articles and titles apart: then it is no subject.
bool Runner::is_governed(Index unit, IndexRange bounds) const {
  while (unit > bounds.begin) {
    const Unit& before = document_->units[--unit];
    if (governors_.contain(before.word)) return true;
    if (!before.transparent) return false;
  }
  return false;
}

bool Runner::consume(Scope& scope, const Node& node, Index at) {
  const bool right = scope.direction == Direction::kRight;
  if (absorbed(scope, node, at) && step(scope, node.next, at)) return true;
  const Index from = at;
  for (Index skips = 0; skips <= kMaxSkips; ++skips) {
    if (right ? at >= scope.bounds.end : at <= scope.bounds.begin) break;
    const Index unit = right ? at : at - 1;
    const Index after = right ? at + 1 : at - 1;
    const std::size_t depth = binds_.size();
    bool taken = false;
    ++matched_;
    switch (node.op) {
      case Op::kSlot: {
        Index reading = allowed(node.demand, unit);
        Bound bound = Bound::kMention;
        if (reading == kNoIndex && node.hole) {
          reading = allowed({kind_bit(UnitKind::kPronoun), 0, 0}, unit);
          bound = Bound::kPronoun;
        }
        if (reading == kNoIndex) break;
        if (!right && is_subject(scope, node, from) && is_governed(unit, scope.bounds)) break;
        binds_.push_back({node.slot, unit, reading, bound});
        taken = true;
        break;
      }
      case Op::kList:
        if (allowed(node.demand, unit) != kNoIndex && consume_list(scope, node, unit, after)) {
          return true;
        }
        break;
      case Op::kVerb: {
        const std::uint32_t gap = gap_;
        taken = verb_reading(node, unit, scope.bounds) != kNoIndex;
        gap_ = gap;
        break;
      }
      case Op::kWords:
        taken = has_word(node, unit);
        break;
      case Op::kMark: {
        const Unit& one = document_->units[unit];
        const Token& token = document_->tokens[one.tokens.begin];
        const bool bullet = token.line_before && (token.mark == '\1' || token.mark == '*');
        taken = (one.kinds & kMarkBits) != 0 &&
                (bullet ? '-' : token.mark) == static_cast<char>(node.count);
        break;
      }
      case Op::kNumber: {
        const Unit& one = document_->units[unit];
        const Token& token = document_->tokens[one.tokens.begin];
        taken = one.tokens.size() == 1 && token.kind == TokenKind::kNumber &&
                token.number == node.number;
        break;
      }
      case Op::kBracket:
        taken = inside_matches(scope, node, unit);
        break;
      default:
        break;
    }
    if (taken && step(scope, node.next, after)) return true;
    binds_.resize(depth);
    --matched_;
    if (!document_->units[unit].transparent) break;
    at = after;
  }
  if (!node.hole || !scope.options.holes) return false;
  binds_.push_back({node.slot, kNoIndex, kNoIndex, Bound::kHole});
  if (step(scope, node.next, from)) return true;
  binds_.pop_back();
  return false;
}

// The next member of a list: behind commas, conjunctions and prepositions; brackets and articles
// are passed, and where clubs are told of a bracket may stand for the comma: `Como (due volte)
// Bari`.
Index Runner::next_member(const SlotDemand& demand, Index at, IndexRange bounds,
                          Direction direction) const {
  const bool right = direction == Direction::kRight;
  const auto holds = [](const std::vector<Index>& words, Index word) {
    return word != 0 && std::binary_search(words.begin(), words.end(), word);
  };
  const bool clubs = right && (demand.kinds & kind_bit(UnitKind::kClub)) != 0;
  bool joined = false;
  for (Index steps = 0; steps < 8; ++steps) {
    if (right ? at >= bounds.end : at <= bounds.begin) return kNoIndex;
    const Index unit = right ? at : at - 1;
    const Unit& one = document_->units[unit];
    right ? ++at : --at;
    if (joined && allowed(demand, unit) != kNoIndex) return unit;
    if (one.transparent) {
      joined = joined || (clubs && (one.kinds & kind_bit(UnitKind::kBracket)) != 0);
      continue;
    }
    if ((one.kinds & kMarkBits) != 0) {
      if (document_->tokens[one.tokens.begin].mark != ',') return kNoIndex;
      joined = true;
    } else if (holds(rules_.joiners, one.word)) {
      joined = true;
    } else if (!holds(rules_.prepositions, one.word) || right != joined) {
      return kNoIndex;
    }
  }
  return kNoIndex;
}

// `vinse la Coppa nel 1997 e nel 2001 tornò in A`: what stands right behind a date, articles apart,
// says that the date belongs to it, not to the list before.
bool Runner::opens_another(Index date, IndexRange bounds) const {
  constexpr std::uint32_t kOpened = kind_bit(UnitKind::kVerb) | kind_bit(UnitKind::kClub) |
                                    kind_bit(UnitKind::kNation) | kind_bit(UnitKind::kPerson) |
                                    kind_bit(UnitKind::kCompetition);
  Index behind = date + 1;
  while (behind < bounds.end && document_->units[behind].transparent) ++behind;
  return behind < bounds.end && (document_->units[behind].kinds & kOpened) != 0;
}

bool Runner::consume_list(Scope& scope, const Node& node, Index first, Index after) {
  const bool right = scope.direction == Direction::kRight;
  std::array<Index, kMaxList> members{};
  std::size_t count = 0;
  members[count++] = first;
  for (Index at = after; count < kMaxList;) {
    const Index member = next_member(node.demand, at, scope.bounds, scope.direction);
    if (member == kNoIndex) break;
    members[count++] = member;
    at = right ? member + 1 : member;
  }
  if (right && node.demand.kinds == kind_bit(UnitKind::kDate) &&
      scope.program.nodes[node.next].op == Op::kAccept) {
    while (count > 1 && opens_another(members[count - 1], scope.bounds)) --count;
  }
  const std::size_t depth = binds_.size();
  for (std::size_t taken = count; taken > 0; --taken) {
    for (std::size_t i = 0; i < taken; ++i) {
      const Index member = members[right ? i : taken - 1 - i];
      binds_.push_back({node.slot, member, allowed(node.demand, member), Bound::kMention});
    }
    const Index last = members[taken - 1];
    if (step(scope, node.next, right ? last + 1 : last)) return true;
    binds_.resize(depth);
  }
  return false;
}

bool Runner::begin(const Variant& variant, Index unit, IndexRange bounds) {
  const Node& node = variant.trigger;
  cover_ = {unit, unit + 1};
  switch (node.op) {
    case Op::kVerb:
      return verb_reading(node, unit, bounds) != kNoIndex;
    case Op::kWords:
      return has_word(node, unit);
    case Op::kNumber: {
      const Unit& one = document_->units[unit];
      const Token& token = document_->tokens[one.tokens.begin];
      return one.tokens.size() == 1 && token.kind == TokenKind::kNumber &&
             token.number == node.number;
    }
    case Op::kSlot: {
      const Index reading = allowed(node.demand, unit);
      if (reading == kNoIndex) return false;
      binds_.push_back({node.slot, unit, reading, Bound::kMention});
      return true;
    }
    case Op::kList: {
      const Index reading = allowed(node.demand, unit);
      if (reading == kNoIndex) return false;
      if (next_member(node.demand, unit, bounds, Direction::kLeft) != kNoIndex) return false;
      binds_.push_back({node.slot, unit, reading, Bound::kMention});
      for (std::size_t count = 1; count < kMaxList; ++count) {
        const Index member = next_member(node.demand, cover_.end, bounds, Direction::kRight);
        if (member == kNoIndex) break;
        binds_.push_back({node.slot, member, allowed(node.demand, member), Bound::kMention});
        cover_.end = member + 1;
      }
      return true;
    }
    case Op::kBracket: {
      const Unit& one = document_->units[unit];
      for (Index i = one.readings.begin; i < one.readings.end; ++i) {
        const Reading& reading = document_->readings[i];
        if (reading.kind != UnitKind::kBracket) continue;
        const IndexRange inside = document_->clauses[reading.value].units;
        if (run(variant.inside, inside.begin, inside, {})) return true;
      }
      return false;
    }
    default:
      return false;
  }
}

bool Runner::run_begun(const Variant& variant, Index unit, IndexRange bounds, RunOptions options) {
  const bool list = variant.trigger.op == Op::kList;  // may take more than the unit
  return !rejects(variant.left, unit, bounds, options) &&
         (list || !rejects(variant.right, unit + 1, bounds, options)) &&
         run_glanced(variant, unit, bounds, options);
}

bool Runner::run_from(const Variant& variant, Index unit, IndexRange bounds, RunOptions options) {
  const std::size_t depth = binds_.size();
  const std::uint32_t gap = gap_;
  if (!begin(variant, unit, bounds)) {
    binds_.resize(depth);
    return false;
  }
  IndexRange cover = cover_;
  matched_ = 1;
  bool good = run(variant.right, cover.end, bounds, options);
  if (good) {
    cover.end = end_;
    if (skipped_ != kNoIndex) options.skip = 0;
    good = run(variant.left, cover.begin, bounds, options);
    cover.begin = good ? end_ : cover.begin;
  }
  if (!good) {
    binds_.resize(depth);
    gap_ = gap;
    return false;
  }
  cover_ = cover;
  return true;
}

}  // namespace panchina
