// Which of the rows that table rules bound stand, by their points and against each other, and the
// hits that they make.
#include <algorithm>
#include <array>
#include <tuple>

#include "match/table_matcher.h"

namespace panchina {

namespace {

constexpr std::uint32_t kMarks = kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak);

}  // namespace

// Clubs between two rows that no unit tells, by their points: fewer than those above, more than
// those below.
std::uint32_t TableMatcher::unknown_clubs(IndexRange units, IndexRange clauses, Index low,
                                          Index high) const {
  std::uint32_t found = 0;
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const IndexRange whole = clauses_.units(i);
    for (Index unit = std::max(whole.begin, units.begin); unit < std::min(whole.end, units.end);
         ++unit) {
      const Unit& one = document_->units[unit];
      for (Index r = one.readings.begin; r < one.readings.end; ++r) {
        const Reading& reading = document_->readings[r];
        if (reading.kind != UnitKind::kNumber) continue;
        found += reading.value >= low && reading.value <= high ? 1 : 0;
        break;
      }
    }
  }
  return found;
}

// One club and a number in running text are no standing: a printed one has rows.
void TableMatcher::drop_lone_rows(std::size_t first, std::span<const std::size_t> reach_of_row) {
  std::size_t kept = first;
  for (std::size_t i = 0; i < reach_of_row.size(); ++i) {
    const bool lone = (i == 0 || reach_of_row[i - 1] != reach_of_row[i]) &&
                      (i + 1 == reach_of_row.size() || reach_of_row[i + 1] != reach_of_row[i]);
    if (!lone) rows_[kept++] = rows_[first + i];
  }
  rows_.resize(kept);
}

// Brackets behind a row's last unit are its notes.
Index TableMatcher::with_brackets(Index end, IndexRange units) const {
  const auto is_note = [&](Index unit) {
    return document_->units[unit].transparent && !document_->units[unit].line_before;
  };
  while (end < units.end && is_note(end)) ++end;
  return end;
}

// Only marks between them.
bool TableMatcher::are_light(Index begin, Index end) const {
  for (Index unit = begin; unit < end; ++unit) {
    const Unit& one = document_->units[unit];
    if (!one.transparent && (one.kinds & kMarks) == 0) return false;
  }
  return true;
}

// The last value of a slot in a row, or 0.
Index TableMatcher::value_in(const Row& row, Index slot) const {
  Index value = 0;
  for (Index i = row.binds.begin; i < row.binds.end; ++i) {
    if (pool_[i].slot != slot || pool_[i].reading == kNoIndex) continue;
    value = document_->readings[pool_[i].reading].value;
  }
  return value;
}

// A row with no more points right behind another.
bool TableMatcher::follows(const TableRule& rule, const Row& row, const Row& next) const {
  if (value_in(next, rule.points) > value_in(row, rule.points)) return false;
  const Clause& here = document_->clauses[row.clause];
  const Clause& there = document_->clauses[next.clause];
  if (row.clause == next.clause) return are_light(row.cover.end, next.cover.begin);
  return there.sentence == here.sentence + 1 && are_light(row.cover.end, here.units.end) &&
         are_light(there.units.begin, next.cover.begin);
}

// A table is told from its top: at the begin of a reach or of a line, or behind a colon.
bool TableMatcher::opens(const Row& row, const Reach& reach) const {
  constexpr std::uint32_t kTop =
      kind_bit(UnitKind::kClub) | kind_bit(UnitKind::kNumber) | kind_bit(UnitKind::kOrdinal);
  const Unit& first = document_->units[row.cover.begin];
  if ((first.kinds & kTop) == 0 && !first.transparent) return false;
  if (first.line_before || are_light(reach.units.begin, row.cover.begin)) return true;
  const Unit& before = document_->units[row.cover.begin - 1];
  return (before.kinds & kMarks) != 0 && document_->tokens[before.tokens.begin].mark == ':';
}

// Whether the block holds enough for a run of so many rows as the rule asks for, see
// keep_falling(): few sentences on end name three clubs and three numbers.
bool TableMatcher::may_fall(Index rule, Index block) const {
  const Facts& facts = facts_[rule];
  const TableRule& of = rules_.tables[rule];
  constexpr std::size_t kMost = 4;
  const std::size_t rows = std::min<std::size_t>(of.falling, kMost);
  if (rows == 0) return true;
  std::array<std::uint32_t, kMost> kinds{};  // that one unit of the run holds, that two do, ...
  std::size_t more = 0;
  Index last = kNoIndex;  // sentence
  for (Index i = clauses_.of_block[block].begin; i < clauses_.of_block[block].end; ++i) {
    if (!may_be_row(of, clauses_.kinds[i])) continue;
    const Clause& clause = document_->clauses[clauses_.all[i]];
    if (last != kNoIndex && clause.sentence > last + 1) {
      kinds = {};
      more = 0;
    }
    last = clause.sentence;
    for (Index unit = clause.units.begin; unit < clause.units.end; ++unit) {
      const std::uint32_t own = document_->units[unit].kinds;
      for (std::size_t k = kMost - 1; k > 0; --k) kinds[k] |= kinds[k - 1] & own;
      kinds[0] |= own;
      more += (own & facts.one_more) != 0 ? 1 : 0;
    }
    const bool enough = facts.one_more == 0 || more >= rows;
    if (enough && (facts.row_kinds & ~kinds[rows - 1]) == 0) return true;
  }
  return false;
}

// Rows that nothing but their points makes a table stand in runs of so many, one right behind the
// other, the first with the most points. Their places are counted in the run.
void TableMatcher::keep_falling(const TableRule& rule, std::size_t first,
                                std::span<const Reach> reaches,
                                std::span<const std::size_t> reach_of_row) {
  std::size_t kept = first;
  for (std::size_t begin = first, end = first; begin < rows_.size(); begin = end) {
    for (++end; end < rows_.size() && follows(rule, rows_[end - 1], rows_[end]);) ++end;
    const bool falls = value_in(rows_[begin], rule.points) > value_in(rows_[end - 1], rule.points);
    const Reach& reach = reaches[reach_of_row[begin - first]];
    if (end - begin < rule.falling || !falls || !opens(rows_[begin], reach)) continue;
    std::uint32_t above = 0, rank = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Index points = value_in(rows_[i], rule.points);
      const Index printed = rule.printed == kNoIndex ? 0 : value_in(rows_[i], rule.printed);
      const bool tie = i > begin && points == value_in(rows_[i - 1], rule.points);
      rank = printed != 0 ? printed : tie ? rank : above + 1;
      for (Index bind = rows_[i].binds.begin; bind < rows_[i].binds.end; ++bind) {
        above += pool_[bind].slot == rule.club ? 1 : 0;
      }
      rows_[i].rank = rank;
      rows_[kept++] = rows_[i];
    }
  }
  rows_.resize(kept);
}

// What nothing but points makes a row yields to one that a heading makes such.
bool TableMatcher::yields(std::size_t row) const {
  constexpr std::size_t kAhead = 8;
  const TableRule& rule = rules_.tables[rows_[row].rule];
  if (rule.falling == 0 || rule.emits.empty()) return false;
  for (std::size_t i = row + 1; i < rows_.size() && i <= row + kAhead; ++i) {
    const TableRule& other = rules_.tables[rows_[i].rule];
    if (rows_[i].cover.begin >= rows_[row].cover.end) break;
    if (other.info.priority > rule.info.priority && !other.emits.empty() &&
        other.emits[0].type == rule.emits[0].type) {
      return true;
    }
  }
  return false;
}

// `Giocatore ¶ Serie C2: 1 ¶ Lecco: 1989-1990`: a row of titles is none of a career.
bool TableMatcher::is_title(std::size_t row) const {
  constexpr std::size_t kNear = 8;
  const auto type_of = [&](std::size_t i) { return rules_.tables[rows_[i].rule].emits[0].type; };
  const auto is_career = [](EventType type) {
    return type == EventType::kTenure || type == EventType::kPlayingSpell;
  };
  if (rules_.tables[rows_[row].rule].emits.empty() || !is_career(type_of(row))) return false;
  const std::size_t end = std::min(rows_.size(), row + kNear + 1);
  for (std::size_t i = row - std::min(row, kNear); i < end; ++i) {
    if (rules_.tables[rows_[i].rule].emits.empty() || type_of(i) != EventType::kHonour) continue;
    const IndexRange title = rows_[i].cover, own = rows_[row].cover;
    if (title.begin <= own.begin && own.end <= title.end) return true;
  }
  return false;
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
    beaten = beaten || yields(i) || is_title(i);
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
