#include "match/table_matcher.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "match/where_value.h"

namespace panchina {

namespace {

constexpr Index kShortBlock = 24;  // units of a line that may head the next block

bool is_mark(const Document& document, Index unit, char mark) {
  const Unit& one = document.units[unit];
  return (one.kinds & (kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak))) != 0 &&
         document.tokens[one.tokens.begin].mark == mark;
}

// Rows that follow each other in prose, from a heading to what ends it: a story.
bool reaches_on(const TableRule& rule) {
  return rule.by_nothing && !rule.heading.empty() && !rule.until.empty();
}

// A row's place is counted from those above.
bool counts_places(const TableRule& rule) {
  for (const EmitSpec& emit : rule.emits) {
    for (const EmitArg& arg : emit.args) {
      if (arg.function == ArgFunction::kRank) return true;
    }
  }
  return false;
}

// A row begins where a clause does.
bool begins_clause(const TableRule& rule) {
  return rule.row.nodes[rule.row.start].first.edge == First::Edge::kStart;
}

bool has_kinds(const Needs& needs, std::uint32_t kinds) {
  return (needs.kinds & ~kinds) == 0 && (needs.one_of == 0 || (needs.one_of & kinds) != 0);
}

// Numbers are a row's own: none of a heading's is meant.
bool is_rows_own(const Adjunct& adjunct) {
  constexpr std::uint32_t kCounts = kind_bit(UnitKind::kNumber) | kind_bit(UnitKind::kRecord);
  return (adjunct.needs & kCounts) != 0;
}

}  // namespace

TableMatcher::TableMatcher(const RuleSet& rules, const HeadingIndex& headings, const SetIndex& sets,
                           Runner& runner)
    : rules_(rules), headings_(headings), runner_(runner), content_(sets) {
  for (const TableRule& rule : rules.tables) {
    facts_.push_back({rule.blocks, !rule.heading.empty(), reaches_on(rule), counts_places(rule)});
  }
  may_.resize(rules.tables.size());
  outer_turns_.chains.resize(headings.size());
  turns_.chains.resize(headings.size());
}

void TableMatcher::Turns::add(Index number, Index unit, Index stretch) {
  const auto at = static_cast<Index>(all.size());
  Chain& chain = chains[number];
  if (chain.stamp != stamp) {
    chain = {stamp, at, at};
  } else if (all[chain.last].unit == unit) {
    return;
  } else {
    all[chain.last].next = at;
    chain.last = at;
  }
  all.push_back({unit, stretch, kNoIndex, false, {}});
}

void TableMatcher::match(Document& document) {
  if (rules_.tables.empty()) return;
  document_ = &document;
  rows_.clear();
  pool_.clear();
  outer_.clear();
  outer_turns_.clear();
  rows_above_.assign(rules_.tables.size(), {});
  places_before_ = places_here_ = {};
  read_blocks();
  read_row_starts();
  for (Index block = 0; block < document.blocks.size(); ++block) {
    if (block == 0 || document.blocks[block].section != document.blocks[block - 1].section) {
      open_.assign(rules_.tables.size(), 0);
    }
    if (is_article(document.blocks[block].label)) match_block(block);
  }
  emit();
}

void TableMatcher::read_blocks() {
  const Document& document = *document_;
  main_clauses_.clear();
  clause_kinds_.clear();
  clauses_of_block_.assign(document.blocks.size(), {});
  for (Index i = 0; i < document.clauses.size(); ++i) {
    const Clause& clause = document.clauses[i];
    if (clause.parent != kNoIndex) continue;
    const Index block = document.sentences[clause.sentence].block;
    IndexRange& range = clauses_of_block_[block];
    const auto at = static_cast<Index>(main_clauses_.size());
    if (range.empty()) range.begin = at;
    range.end = at + 1;
    main_clauses_.push_back(i);
    std::uint32_t kinds = 0;
    for (Index unit = clause.units.begin; unit < clause.units.end; ++unit) {
      kinds |= document.units[unit].kinds;
    }
    clause_kinds_.push_back(kinds);
  }
}

void TableMatcher::read_row_starts() {
  row_starts_.clear();
  char mark = 0;
  for (Index unit = 0; unit < document_->units.size(); ++unit) {
    const Unit& one = document_->units[unit];
    const bool separated = mark == ';' || mark == ',' || mark == '-';
    if (one.line_before || separated) row_starts_.push_back({unit, one.line_before, mark});
    const bool is_mark =
        (one.kinds & (kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak))) != 0;
    mark = is_mark ? document_->tokens[one.tokens.begin].mark : '\0';
  }
}

void TableMatcher::match_block(Index block) {
  const std::uint32_t label = 1u << static_cast<unsigned>(document_->blocks[block].label);
  content_.clear();
  places_before_ = std::exchange(places_here_, {});
  const IndexRange clauses = clauses_of_block_[block];
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    content_.add(*document_, document_->clauses[main_clauses_[i]].units);
  }
  for (Index rule = 0; rule < facts_.size(); ++rule) {
    const bool labelled = (facts_[rule].blocks & label) != 0;
    may_[rule] = labelled ? May::kUnasked : facts_[rule].reaches_on ? May::kReach : May::kNothing;
  }
  read_surroundings(block);
  for (Index rule = 0; rule < facts_.size(); ++rule) {
    if (may_[rule] == May::kNothing) continue;
    if (facts_[rule].headed && open_[rule] == 0) {
      const Index heading = headings_.heading(rule);
      if (turns_.first_of(heading) == kNoIndex && outer_turns_.first_of(heading) == kNoIndex)
        continue;
    }
    const May may = ask(rule);
    if (may == May::kNothing) continue;
    find_reaches(rule, block);
    if (may == May::kRows && !reaches_.empty()) match_rows(rule, block);
  }
}

// What the block holds decides, by the needs of a row.
TableMatcher::May TableMatcher::ask(Index rule) {
  May& may = may_[rule];
  if (may != May::kUnasked) return may;
  const std::vector<Needs>& needs = rules_.tables[rule].needs;
  const auto allowed = [this](const Needs& one) { return content_.allows(one); };
  const bool rows = needs.empty() || std::any_of(needs.begin(), needs.end(), allowed);
  may = rows ? May::kRows : facts_[rule].reaches_on ? May::kReach : May::kNothing;
  return may;
}

// The units outside the block that may hold its heading, and the rules whose heading may begin in
// them or in the block: few blocks have one.
void TableMatcher::read_surroundings(Index block) {
  const Document& document = *document_;
  std::swap(outer_, outer_before_);
  outer_.clear();
  const auto units_of = [&](Index i) { return document.clauses[main_clauses_[i]].units; };
  const Index heading = document.blocks[block].heading;
  const auto push = [&](Index of) {
    for (Index i = clauses_of_block_[of].begin; i < clauses_of_block_[of].end; ++i)
      outer_.push_back(units_of(i));
  };
  if (heading != kNoIndex) {
    // `GLI ALLENATORI`, and below it `U.S. Lecco - dal dopoguerra a oggi`: a title of two lines.
    // ... `GIOCATORE`, and below it `(stagione - squadra - presenze)`.
    const auto heads = [&](BlockLabel label) {
      return label == BlockLabel::kTitle || label == BlockLabel::kHeading;
    };
    if (heading > 0 && heads(document.blocks[heading - 1].label) &&
        document.blocks[heading - 1].section == document.blocks[heading].section) {
      push(heading - 1);
    }
    push(heading);
  }
  if (block > 0 && block - 1 != heading && is_article(document.blocks[block - 1].label) &&
      document.blocks[block - 1].section == document.blocks[block].section) {
    const IndexRange before = clauses_of_block_[block - 1];
    if (before.size() == 1 && units_of(before.begin).size() <= kShortBlock) {
      outer_.push_back(units_of(before.begin));
    } else if (!before.empty()) {  // `… Dal 1990 gli allenatori sono stati cinque:` before a list
      const IndexRange last = units_of(before.end - 1);
      const bool list = document.blocks[block].label == BlockLabel::kList;
      if (list && !last.empty() && is_mark(document, last.end - 1, ':')) outer_.push_back(last);
    }
  }
  stretches_ = outer_;
  turns_.clear();
  if (outer_ != outer_before_) {
    outer_turns_.clear();
    for (Index i = 0; i < outer_.size(); ++i) note_turns(outer_[i], i);
  }
  const IndexRange own = clauses_of_block_[block];
  for (Index i = own.begin; i < own.end; ++i) note_turns(units_of(i), kNoIndex);
}

void TableMatcher::note_turns(IndexRange units, Index stretch) {
  Turns& turns = stretch == kNoIndex ? turns_ : outer_turns_;
  for (Index unit = units.begin; unit < units.end; ++unit) {
    headings_.lists().each(*document_, document_->units[unit], [&](std::span<const Index> numbers) {
      for (const Index number : numbers) turns.add(number, unit, stretch);
    });
  }
}

// Whether what may begin there does, in these units.
bool TableMatcher::stands(Turn& turn, Index number, IndexRange units) {
  if (turn.tried) return !turn.cover.empty();
  turn.tried = true;
  for (const Variant& variant : headings_.variants(number)) {
    runner_.clear();
    if (!runner_.run_variant(variant, turn.unit, units, {})) continue;
    turn.cover = runner_.cover();
    return true;
  }
  return false;
}

bool TableMatcher::find_in(const std::vector<Variant>& variants, IndexRange units,
                           IndexRange& cover) {
  for (const Variant& variant : variants) {
    for (Index unit = units.begin; unit < units.end; ++unit) {
      runner_.clear();
      if (!runner_.run_variant(variant, unit, units, {})) continue;
      cover = runner_.cover();
      return true;
    }
  }
  return false;
}

// The heading in the block's heading, or in a short block right before it.
bool TableMatcher::find_outer_heading(Index rule) {
  const Index heading = headings_.heading(rule);
  for (Index at = outer_turns_.first_of(heading); at != kNoIndex; at = outer_turns_.all[at].next) {
    Turn& turn = outer_turns_.all[at];
    if (stands(turn, heading, outer_[turn.stretch])) return true;
  }
  return false;
}

// Rows follow the colon that ends a heading, where there is one.
Index TableMatcher::behind_colon(IndexRange units, Index at) const {
  for (Index unit = at; unit < std::min(units.end, at + 12); ++unit) {
    if (document_->units[unit].line_before && unit > at) break;
    if (is_mark(*document_, unit, ':')) return unit + 1;
  }
  return at;
}

// The rows' places in a block. A heading outside it reaches over all of it; one inside it
// (`CLASSIFICA: Verona 36; …`) from there on. `until` ends a reach, a further heading opens
// another.
void TableMatcher::find_reaches(Index index, Index block) {
  const TableRule& rule = rules_.tables[index];
  reaches_.clear();
  const IndexRange clauses = clauses_of_block_[block];
  if (clauses.empty()) return;
  const auto units_of = [&](Index i) { return document_->clauses[main_clauses_[i]].units; };
  const Index last = units_of(clauses.end - 1).end;
  const std::size_t outer = outer_.size();
  stretches_.resize(outer);
  bool open = rule.heading.empty();
  if (reaches_on(rule)) {
    open = open_[index] != 0;
  } else if (!open) {
    open = find_outer_heading(index);
  }
  if (open) reaches_.push_back({{units_of(clauses.begin).begin, last}, outer});
  if (rule.heading.empty() || (open && rule.until.empty())) return;
  Index i = clauses.begin;  // clause of the turn
  Index next = 0;           // the first unit that no heading or end covers
  const Index heading = headings_.heading(index), until = headings_.until(index);
  Index begins = turns_.first_of(heading), ends = turns_.first_of(until);
  while (begins != kNoIndex || ends != kNoIndex) {
    const bool end_next =
        begins == kNoIndex || (ends != kNoIndex && turns_.all[ends].unit < turns_.all[begins].unit);
    Turn& turn = turns_.all[end_next ? ends : begins];
    (end_next ? ends : begins) = turn.next;
    if (turn.unit < next) continue;
    while (units_of(i).end <= turn.unit) ++i;
    if (open && turn.unit >= reaches_.back().units.end) open = false;
    const IndexRange& cover = turn.cover;
    if (!open && !end_next && stands(turn, heading, units_of(i))) {
      const Index from = behind_colon(units_of(i), cover.end);
      const bool whole = rule.until.empty();
      stretches_.push_back({whole ? units_of(i).begin : cover.begin, from});
      const Index end = rule.by_sentence && i + 1 < clauses.end ? units_of(i + 1).begin : last;
      reaches_.push_back({{from, end}, stretches_.size()});
      open = true;
      if (whole && !rule.by_sentence) return;
      next = std::max(turn.unit + 1, cover.end);
    } else if (open && end_next && stands(turn, until, units_of(i)) &&
               cover.begin >= reaches_.back().units.begin) {
      reaches_.back().units.end = cover.begin;
      open = false;
      next = turn.unit + 1;
    }
  }
  if (reaches_on(rule)) open_[index] = open ? 1 : 0;
}

std::span<const IndexRange> TableMatcher::heading_of(const Reach& reach) const {
  return std::span(stretches_).first(reach.stretches);
}

bool TableMatcher::vetoed(const TableRule& rule, const Reach& reach, IndexRange row) {
  if (rule.unless.empty()) return false;
  std::vector<Bind> kept = runner_.binds();
  bool veto = false;
  IndexRange cover;
  for (const Unless& unless : rule.unless) {
    if (unless.where != UnlessWhere::kAfter) {
      for (const IndexRange stretch : heading_of(reach)) {
        veto = veto || find_in(unless.variants, stretch, cover);
      }
    }
    if (unless.where != UnlessWhere::kBefore) veto = veto || find_in(unless.variants, row, cover);
  }
  runner_.clear();
  runner_.binds() = std::move(kept);
  return veto;
}

void TableMatcher::match_rows(Index index, Index block) {
  const TableRule& rule = rules_.tables[index];
  const Document& document = *document_;
  std::uint32_t above = 0;       // clubs in the rows above
  std::uint32_t rank = 0;        // of the last row
  Index last_points = kNoIndex;  // value of the last row
  Index last_end = kNoIndex;     // where it ends
  const bool counts = facts_[index].counts_places;
  const std::size_t first_row = rows_.size();
  std::vector<std::size_t> reach_of_row;
  is_mark_.assign(rule.slots.size(), 0);
  for (const Adjunct& adjunct : rule.adjuncts) {
    if (adjunct.mark != kNoIndex) is_mark_[adjunct.mark] = 1;
  }
  RowEnds ends{rule.by_line, rule.by_semicolon, rule.by_comma, rule.by_dash, rule.by_nothing};
  runner_.set_row_ends(ends);
  const IndexRange clauses = clauses_of_block_[block];
  const auto before = [](const RowStart& start, Index unit) { return start.unit < unit; };
  next_start_ = static_cast<std::size_t>(std::lower_bound(row_starts_.begin(), row_starts_.end(),
                                                          reaches_.front().units.begin, before) -
                                         row_starts_.begin());
  std::size_t reach_at = 0;
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const auto may_hold = [&](const Needs& needs) { return has_kinds(needs, clause_kinds_[i]); };
    if (!rule.needs.empty() && std::none_of(rule.needs.begin(), rule.needs.end(), may_hold)) {
      continue;
    }
    const Index clause = main_clauses_[i];
    const IndexRange whole = document.clauses[clause].units;
    while (reach_at < reaches_.size() && reaches_[reach_at].units.end <= whole.begin) ++reach_at;
    for (std::size_t r = reach_at; r < reaches_.size(); ++r) {
      const Reach& reach = reaches_[r];
      if (reach.units.begin >= whole.end) break;
      const IndexRange units{std::max(whole.begin, reach.units.begin),
                             std::min(whole.end, reach.units.end)};
      for (Index at = units.begin; at < units.end;) {
        runner_.clear();
        const bool matched = runner_.run(rule.row, at, units, {}) && runner_.end() > at;
        if (!matched) {
          at = next_row(rule, at, units, ends);
          continue;
        }
        const IndexRange row{at, with_brackets(runner_.end(), units)};
        at = next_row(rule, std::max(row.end - 1, at), units, ends);
        if (vetoed(rule, reach, row)) continue;
        add_adjuncts(index, reach, row);
        bool good = true;
        for (const WhereExpression& where : rule.where) {
          good = good && holds(where, runner_.binds(), document);
        }
        if (!good) continue;
        std::uint32_t clubs = 0, printed_place = 0;
        Index these_points = kNoIndex;
        for (const Bind& bind : runner_.binds()) {
          if (bind.slot == rule.club) ++clubs;
          if (bind.reading == kNoIndex) continue;
          if (bind.slot == rule.points) these_points = document.readings[bind.reading].value;
          if (bind.slot == rule.printed) printed_place = document.readings[bind.reading].value;
        }
        if (counts && rows_.size() == first_row && goes_on(block, these_points)) {
          above = places_before_.above;
          rank = places_before_.rank;
          last_points = places_before_.last_points;
          last_end = row.begin;
        }
        if (counts && printed_place == 0 && last_points != kNoIndex && these_points != kNoIndex) {
          above += unknown_clubs({last_end, row.begin}, clauses, these_points, last_points);
        }
        const bool tie = these_points != kNoIndex && these_points == last_points;
        rank = printed_place != 0 ? printed_place : tie ? rank : above + 1;
        above += std::max(1u, clubs);
        last_points = these_points;
        last_end = row.end;
        add_row(index, clause, row, rank);
        reach_of_row.push_back(r);
      }
    }
  }
  runner_.set_row_ends({});
  if (rule.falling != 0) {
    keep_falling(rule, first_row, reach_of_row);
  } else if (counts && rule.by_nothing && !rule.by_sentence) {
    drop_lone_rows(first_row, reach_of_row);
  }
  if (counts && rows_.size() > first_row && above > places_here_.above)
    places_here_ = {block, above, rank, last_points};
  if (rows_.size() > first_row) {
    rows_above_[index] = {rows_[first_row].cover.begin, rows_.back().cover.end};
  }
}

// Whether a first row with these points goes on with the table of the block above it, which was cut
// in two where a line ended.
bool TableMatcher::goes_on(Index block, Index points) const {
  const Places& before = places_before_;
  return before.block != kNoIndex && before.block + 1 == block && points != kNoIndex &&
         before.last_points != kNoIndex && points <= before.last_points &&
         document_->blocks[before.block].heading == document_->blocks[block].heading;
}

// Where the next row may begin: behind the next separator.
Index TableMatcher::next_row(const TableRule& rule, Index at, IndexRange units,
                             const RowEnds& ends) {
  if (ends.any) {
    return begins_clause(rule) && runner_.rejects(rule.row, at + 1, units, {}) ? units.end : at + 1;
  }
  while (next_start_ < row_starts_.size() && row_starts_[next_start_].unit <= at) ++next_start_;
  for (std::size_t i = next_start_; i < row_starts_.size(); ++i) {
    const RowStart& start = row_starts_[i];
    if (start.unit >= units.end) break;
    if (ends.line && start.line) return start.unit;
    if (start.unit == at + 1) continue;  // what separates it is the unit here
    if ((ends.semicolon && start.mark == ';') || (ends.comma && start.mark == ',') ||
        (ends.dash && start.mark == '-')) {
      return start.unit;
    }
  }
  return units.end;
}

// The first place of the units where the adjunct fits, inside of brackets included.
bool TableMatcher::seek(const Adjunct& adjunct, IndexRange units) {
  const auto taken = [&](Index unit) {
    return std::any_of(runner_.binds().begin(), runner_.binds().end(), [&](const Bind& bind) {
      return bind.unit == unit && is_mark_[bind.slot] == 0;
    });
  };
  for (Index unit = units.begin; unit < units.end; ++unit) {
    const Unit& one = document_->units[unit];
    for (Index i = one.readings.begin; i < one.readings.end; ++i) {
      const Reading& reading = document_->readings[i];
      if (reading.kind != UnitKind::kBracket) continue;
      if (seek(adjunct, document_->clauses[reading.value].units)) return true;
    }
    if (adjunct.mark == kNoIndex && taken(unit)) continue;
    for (const Variant& variant : adjunct.variants) {
      if (!runner_.run_variant(variant, unit, units, {})) continue;
      if (adjunct.mark != kNoIndex) {
        runner_.binds().push_back({adjunct.mark, unit, kNoIndex, Bound::kMention});
      }
      return true;
    }
  }
  return false;
}

// An adjunct of a table stands in the row, else in its heading. A block that holds rows of the
// table itself heads none.
void TableMatcher::add_adjuncts(Index index, const Reach& reach, IndexRange row) {
  const TableRule& rule = rules_.tables[index];
  const IndexRange above = rows_above_[index];
  const std::span<const IndexRange> heading = heading_of(reach);
  for (const Adjunct& adjunct : rule.adjuncts) {
    bool done = false;
    for (const Bind& bind : runner_.binds()) {
      done = done || rule.slots[bind.slot].name == adjunct.name;
    }
    done = done || seek(adjunct, row) || is_rows_own(adjunct);
    for (auto it = heading.rbegin(); !done && it != heading.rend(); ++it) {
      const bool row_above = it->begin < above.end && above.begin < it->end;
      done = !row_above && seek(adjunct, *it);
    }
  }
}

void TableMatcher::add_row(Index rule, Index clause, IndexRange cover, std::uint32_t rank) {
  Row row{rule, clause, cover, rank, {static_cast<Index>(pool_.size()), 0}};
  pool_.insert(pool_.end(), runner_.binds().begin(), runner_.binds().end());
  row.binds.end = static_cast<Index>(pool_.size());
  rows_.push_back(row);
}

// Of rows that overlap and say the same type, the best: priority, units, file order.
void TableMatcher::emit() {
  const auto key = [&](const Row& row) {
    return std::tuple(row.cover.begin, -rules_.tables[row.rule].info.priority, ~row.cover.size(),
                      row.rule);
  };
  std::sort(rows_.begin(), rows_.end(),
            [&](const Row& a, const Row& b) { return key(a) < key(b); });
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const std::vector<EmitSpec>& emits = rules_.tables[rows_[i].rule].emits;
    bool beaten = false;
    for (std::size_t back = 1; !beaten && back <= 8 && back <= i; ++back) {
      const Row& other = rows_[i - back];
      const std::vector<EmitSpec>& others = rules_.tables[other.rule].emits;
      if (other.clause == kNoIndex || emits.empty() || others.empty()) continue;
      beaten = others[0].type == emits[0].type && other.cover.end > rows_[i].cover.begin;
    }
    beaten = beaten || yields(i);
    if (beaten) {
      rows_[i].clause = kNoIndex;
    } else {
      emit_row(rows_[i]);
    }
  }
}

void TableMatcher::emit_row(const Row& row) {
  const TableRule& rule = rules_.tables[row.rule];
  const auto group = static_cast<Index>(document_->hits.size());
  std::size_t members = 1;
  for (Index slot = 0; slot < rule.slots.size(); ++slot) {
    if (!rule.slots[slot].list) continue;
    std::size_t count = 0;
    for (Index i = row.binds.begin; i < row.binds.end; ++i) count += pool_[i].slot == slot;
    members = std::max(members, count);
  }
  for (std::size_t n = 0; n < members; ++n) {
    Hit hit;
    hit.rule = row.rule;
    hit.table = true;
    hit.clause = row.clause;
    hit.units = row.cover;
    hit.trigger = row.cover.begin;
    hit.rank = row.rank;
    hit.group = group;
    hit.bindings.begin = static_cast<Index>(document_->bindings.size());
    for (Index slot = 0; slot < rule.slots.size(); ++slot) {
      std::size_t seen = 0, count = 0;
      for (Index i = row.binds.begin; i < row.binds.end; ++i) count += pool_[i].slot == slot;
      for (Index i = row.binds.begin; i < row.binds.end; ++i) {
        if (pool_[i].slot != slot) continue;
        const bool wanted = !rule.slots[slot].list || count == 1 || seen == n;
        ++seen;
        if (!wanted) continue;
        const Bind& bind = pool_[i];
        document_->bindings.push_back({bind.slot, bind.unit, bind.reading, bind.bound});
        if (!rule.slots[slot].list) break;
      }
    }
    hit.bindings.end = static_cast<Index>(document_->bindings.size());
    document_->hits.push_back(hit);
  }
}

}  // namespace panchina
