#include "match/table_matcher.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "match/where_value.h"

namespace panchina {

namespace {

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

// The kinds of units that every row of the rule holds.
std::uint32_t kinds_of_rows(const TableRule& rule) {
  if (rule.needs.empty()) return 0;
  std::uint32_t kinds = ~0u;
  for (const Needs& needs : rule.needs) kinds &= needs.kinds;
  return kinds;
}

// Kinds of which every row holds one more; 0: of none.
std::uint32_t more_kinds_of_rows(const TableRule& rule) {
  const std::uint32_t all = kinds_of_rows(rule);
  std::uint32_t more = 0;
  for (const Needs& needs : rule.needs) {
    if ((needs.kinds & ~all) == 0) return 0;
    more |= needs.kinds & ~all;
  }
  return more;
}

// Numbers are a row's own: none of a heading's is meant.
bool is_rows_own(const Adjunct& adjunct) {
  constexpr std::uint32_t kCounts = kind_bit(UnitKind::kNumber) | kind_bit(UnitKind::kRecord);
  return (adjunct.needs & kCounts) != 0;
}

}  // namespace

bool may_be_row(const TableRule& rule, std::uint32_t kinds) {
  const auto allowed = [kinds](const Needs& needs) { return has_kinds(needs, kinds); };
  return rule.needs.empty() || std::any_of(rule.needs.begin(), rule.needs.end(), allowed);
}

TableMatcher::TableMatcher(const RuleSet& rules, const HeadingIndex& headings, const SetIndex& sets,
                           Runner& runner)
    : rules_(rules), runner_(runner), content_(sets), reaches_(rules, headings, runner) {
  for (const TableRule& rule : rules.tables) {
    facts_.push_back({rule.blocks, !rule.heading.empty(), reaches_on(rule), counts_places(rule),
                      kinds_of_rows(rule), more_kinds_of_rows(rule)});
  }
  index_rules();
}

void TableMatcher::index_rules() {
  constexpr std::size_t kLabels = 32;  // bits of TableRule::blocks
  rules_of_label_.resize(kLabels);
  for (Index rule = 0; rule < facts_.size(); ++rule) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      const bool rows = (facts_[rule].blocks >> label & 1) != 0;
      if (rows || facts_[rule].reaches_on) rules_of_label_[label].push_back(rule);
    }
  }
}

void TableMatcher::match(Document& document) {
  if (rules_.tables.empty()) return;
  document_ = &document;
  rows_.clear();
  pool_.clear();
  rows_above_.assign(rules_.tables.size(), {});
  places_before_ = places_here_ = {};
  block_start_ = 0;
  clauses_.read(document);
  reaches_.enter_document(document, clauses_);
  read_row_starts();
  for (Index block = 0; block < document.blocks.size(); ++block) {
    if (block == 0 || document.blocks[block].section != document.blocks[block - 1].section) {
      reaches_.enter_section();
    }
    if (is_article(document.blocks[block].label)) match_block(block);
  }
  emit();
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
  const auto label = static_cast<unsigned>(document_->blocks[block].label);
  content_.clear();
  places_before_ = std::exchange(places_here_, {});
  const IndexRange clauses = clauses_.of_block[block];
  for (Index i = clauses.begin; i < clauses.end; ++i) content_.add(*document_, clauses_.units(i));
  reaches_.enter_block(block);
  const Index first = clauses.empty() ? 0 : clauses_.units(clauses.begin).begin;
  while (block_start_ < row_starts_.size() && row_starts_[block_start_].unit < first) {
    ++block_start_;
  }
  for (const Index rule : rules_of_label_[label]) {
    const Facts& facts = facts_[rule];
    bool rows = (facts.blocks >> label & 1) != 0 && (facts.row_kinds & ~content_.kinds()) == 0;
    if (!rows && !facts.reaches_on) continue;
    if (facts.headed && !reaches_.may_be_headed(rule)) continue;
    rows = rows && may_hold_rows(rule) && may_fall(rule, block);
    if (!rows && !facts.reaches_on) continue;
    const std::span<const Reach> reaches = reaches_.find(rule, block);
    if (rows && !reaches.empty()) match_rows(rule, block, reaches);
  }
}

// What the block holds decides, by the needs of a row.
bool TableMatcher::may_hold_rows(Index rule) const {
  const std::vector<Needs>& needs = rules_.tables[rule].needs;
  const auto allowed = [this](const Needs& one) { return content_.allows(one); };
  return needs.empty() || std::any_of(needs.begin(), needs.end(), allowed);
}

// Whether one of the variants matches somewhere in the units; `all`: what a glance at them tells.
bool TableMatcher::stands_in(const std::vector<Variant>& variants, IndexRange units,
                             const Runner::Glance& all) {
  for (const Variant& variant : variants) {
    if (!Runner::may_begin(variant.trigger.first, all)) continue;  // most
    for (Index unit = units.begin; unit < units.end; ++unit) {
      runner_.clear();
      if (runner_.run_variant(variant, unit, units, {})) return true;
    }
  }
  return false;
}

bool TableMatcher::vetoed(const TableRule& rule, const Reach& reach, IndexRange row) {
  if (rule.unless.empty()) return false;
  std::vector<Bind> kept = runner_.binds();
  const auto holds_one = [&](IndexRange units, UnlessWhere elsewhere) {
    const Runner::Glance all = runner_.glance_over(units);
    return std::ranges::any_of(rule.unless, [&](const Unless& unless) {
      return unless.where != elsewhere && stands_in(unless.variants, units, all);
    });
  };
  const std::span<const IndexRange> heading = reaches_.heading_of(reach);
  const bool veto =
      holds_one(row, UnlessWhere::kBefore) || std::ranges::any_of(heading, [&](IndexRange stretch) {
        return holds_one(stretch, UnlessWhere::kAfter);
      });
  runner_.clear();
  runner_.binds() = std::move(kept);
  return veto;
}

void TableMatcher::match_rows(Index index, Index block, std::span<const Reach> reaches) {
  const TableRule& rule = rules_.tables[index];
  const Document& document = *document_;
  std::uint32_t above = 0;       // clubs in the rows above
  std::uint32_t rank = 0;        // of the last row
  Index last_points = kNoIndex;  // value of the last row
  Index last_end = kNoIndex;     // where it ends
  const bool counts = facts_[index].counts_places;
  const std::size_t first_row = rows_.size();
  std::vector<std::size_t> reach_of_row;
  RowEnds ends{rule.by_line, rule.by_semicolon, rule.by_comma, rule.by_dash, rule.by_nothing};
  runner_.set_row_ends(ends);
  const IndexRange clauses = clauses_.of_block[block];
  next_start_ = block_start_;
  std::size_t reach_at = 0;
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    if (!may_be_row(rule, clauses_.kinds[i])) continue;
    const Index clause = clauses_.all[i];
    const IndexRange whole = document.clauses[clause].units;
    while (reach_at < reaches.size() && reaches[reach_at].units.end <= whole.begin) ++reach_at;
    for (std::size_t r = reach_at; r < reaches.size(); ++r) {
      const Reach& reach = reaches[r];
      if (reach.units.begin >= whole.end) break;
      const IndexRange units{std::max(whole.begin, reach.units.begin),
                             std::min(whole.end, reach.units.end)};
      for (Index at = units.begin; at < units.end;) {
        if (!may_be_row(rule, clauses_.kinds_from[at])) break;  // nor does a row begin behind it
        runner_.clear();
        if (!runner_.run(rule.row, at, units, {}) || runner_.end() <= at) {
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
    keep_falling(rule, first_row, reaches, reach_of_row);
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

void TableMatcher::mark_slots(const TableRule& rule) {
  is_mark_.assign(rule.slots.size(), 0);
  for (const Adjunct& adjunct : rule.adjuncts) {
    if (adjunct.mark != kNoIndex) is_mark_[adjunct.mark] = 1;
  }
}

// An adjunct of a table stands in the row, else in its heading. A block that holds rows of the
// table itself heads none.
void TableMatcher::add_adjuncts(Index index, const Reach& reach, IndexRange row) {
  const TableRule& rule = rules_.tables[index];
  mark_slots(rule);
  const IndexRange above = rows_above_[index];
  const std::span<const IndexRange> heading = reaches_.heading_of(reach);
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

}  // namespace panchina
