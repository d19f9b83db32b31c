#include "match/table_reaches.h"

#include <algorithm>
#include <utility>

#include "document/features.h"

namespace panchina {

namespace {

constexpr Index kShortBlock = 24;  // units of a line that may head the next block
constexpr Index kShortYears = 8;   // ... of a heading that tells no more than some years

bool is_mark(const Document& document, Index unit, char mark) {
  const Unit& one = document.units[unit];
  return (one.kinds & (kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak))) != 0 &&
         document.tokens[one.tokens.begin].mark == mark;
}

// A heading that tells some years and nothing else (`Anni sessanta`, `Dal 1946 al 1960`): it parts
// a list whose heading is the one above it.
bool only_years(const Document& document, IndexRange units) {
  constexpr std::uint32_t kOthers = kind_bit(UnitKind::kClub) | kind_bit(UnitKind::kNation) |
                                    kind_bit(UnitKind::kPerson) | kind_bit(UnitKind::kRole) |
                                    kind_bit(UnitKind::kCompetition) | kind_bit(UnitKind::kVerb);
  if (units.size() > kShortYears) return false;
  bool years = false;
  for (Index unit = units.begin; unit < units.end; ++unit) {
    if ((document.units[unit].kinds & kOthers) != 0) return false;
    const Reading* date = reading_of(document, unit, UnitKind::kDate);
    if (date == nullptr) continue;
    if ((date->features & (kDateDay | kDateMonth | kDateRelative)) != 0) return false;
    years = (date->features & (kDateYear | kDateRange | kDateSeason)) != 0;
  }
  return years;
}

}  // namespace

void MainClauses::read(const Document& of_document) {
  document = &of_document;
  all.clear();
  kinds.clear();
  of_block.assign(document->blocks.size(), {});
  kinds_from.resize(document->units.size());
  for (Index i = 0; i < document->clauses.size(); ++i) {
    const Clause& clause = document->clauses[i];
    if (clause.parent != kNoIndex) continue;
    IndexRange& range = of_block[document->sentences[clause.sentence].block];
    const auto at = static_cast<Index>(all.size());
    if (range.empty()) range.begin = at;
    range.end = at + 1;
    all.push_back(i);
    std::uint32_t held = 0;
    for (Index unit = clause.units.end; unit-- > clause.units.begin;) {
      held |= document->units[unit].kinds;
      kinds_from[unit] = held;
    }
    kinds.push_back(held);
  }
}

bool reaches_on(const TableRule& rule) {
  return rule.by_nothing && !rule.heading.empty() && !rule.until.empty();
}

TableReaches::TableReaches(const RuleSet& rules, const HeadingIndex& headings, Runner& runner)
    : rules_(rules), headings_(headings), runner_(runner) {
  outer_turns_.chains.resize(headings.size());
  turns_.chains.resize(headings.size());
}

void TableReaches::Turns::add(Index number, Index unit, Index stretch) {
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

void TableReaches::enter_document(const Document& document, const MainClauses& clauses) {
  document_ = &document;
  clauses_ = &clauses;
  outer_.clear();
  outer_turns_.clear();
}

void TableReaches::enter_section() { open_.assign(rules_.tables.size(), 0); }

// The heading or title before that one in its section.
Index TableReaches::heading_above(Index heading) const {
  const auto& blocks = document_->blocks;
  for (Index at = heading; at-- > 0 && blocks[at].section == blocks[heading].section;) {
    if (blocks[at].label == BlockLabel::kTitle || blocks[at].label == BlockLabel::kHeading)
      return at;
  }
  return kNoIndex;
}

// The units outside the block that may hold its heading, and the rules whose heading may begin in
// them or in the block: few blocks have one.
void TableReaches::enter_block(Index block) {
  const Document& document = *document_;
  std::swap(outer_, outer_before_);
  outer_.clear();
  const Index heading = document.blocks[block].heading;
  const auto push = [&](Index of) {
    for (Index i = clauses_->of_block[of].begin; i < clauses_->of_block[of].end; ++i)
      outer_.push_back(clauses_->units(i));
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
    // `Allenatori del Lecce`, and below it `Anni sessanta` with its rows, `Anni settanta` with its.
    Index above = heading;
    while (above != kNoIndex && clauses_->of_block[above].size() == 1 &&
           only_years(document, clauses_->units(clauses_->of_block[above].begin))) {
      above = heading_above(above);
    }
    if (above != kNoIndex && above + 1 < heading) push(above);
  }
  if (block > 0 && block - 1 != heading && is_article(document.blocks[block - 1].label) &&
      document.blocks[block - 1].section == document.blocks[block].section) {
    const IndexRange before = clauses_->of_block[block - 1];
    if (before.size() == 1 && clauses_->units(before.begin).size() <= kShortBlock) {
      outer_.push_back(clauses_->units(before.begin));
    } else if (!before.empty()) {  // `… Dal 1990 gli allenatori sono stati cinque:` before a list
      const IndexRange last = clauses_->units(before.end - 1);
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
  const IndexRange own = clauses_->of_block[block];
  for (Index i = own.begin; i < own.end; ++i) note_turns(clauses_->units(i), kNoIndex);
}

void TableReaches::note_turns(IndexRange units, Index stretch) {
  Turns& turns = stretch == kNoIndex ? turns_ : outer_turns_;
  for (Index unit = units.begin; unit < units.end; ++unit) {
    headings_.lists().each(*document_, document_->units[unit], [&](std::span<const Index> numbers) {
      for (const Index number : numbers) turns.add(number, unit, stretch);
    });
  }
}

// Whether what may begin there does, in these units.
bool TableReaches::stands(Turn& turn, Index number, IndexRange units) {
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

// The heading in the block's heading, or in a short block right before it.
bool TableReaches::find_outer_heading(Index rule) {
  const Index heading = headings_.heading(rule);
  for (Index at = outer_turns_.first_of(heading); at != kNoIndex; at = outer_turns_.all[at].next) {
    Turn& turn = outer_turns_.all[at];
    if (stands(turn, heading, outer_[turn.stretch])) return true;
  }
  return false;
}

// Rows follow the colon that ends a heading, where there is one.
Index TableReaches::behind_colon(IndexRange units, Index at) const {
  for (Index unit = at; unit < std::min(units.end, at + 12); ++unit) {
    if (document_->units[unit].line_before && unit > at) break;
    if (is_mark(*document_, unit, ':')) return unit + 1;
  }
  return at;
}

// The rows' places in a block. A heading outside it reaches over all of it; one inside it
// (`CLASSIFICA: Verona 36; …`) from there on. `until` ends a reach, a further heading opens
// another.
std::span<const Reach> TableReaches::find(Index index, Index block) {
  const TableRule& rule = rules_.tables[index];
  reaches_.clear();
  const IndexRange clauses = clauses_->of_block[block];
  if (clauses.empty()) return reaches_;
  const Index last = clauses_->units(clauses.end - 1).end;
  const std::size_t outer = outer_.size();
  stretches_.resize(outer);
  bool open = rule.heading.empty();
  if (reaches_on(rule)) {
    open = open_[index] != 0;
  } else if (!open) {
    open = find_outer_heading(index);
  }
  if (open) reaches_.push_back({{clauses_->units(clauses.begin).begin, last}, outer});
  if (rule.heading.empty() || (open && rule.until.empty())) return reaches_;
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
    while (clauses_->units(i).end <= turn.unit) ++i;
    if (open && turn.unit >= reaches_.back().units.end) open = false;
    const IndexRange& cover = turn.cover;
    if (!open && !end_next && stands(turn, heading, clauses_->units(i))) {
      const Index from = behind_colon(clauses_->units(i), cover.end);
      const bool whole = rule.until.empty();
      stretches_.push_back({whole ? clauses_->units(i).begin : cover.begin, from});
      const Index end =
          rule.by_sentence && i + 1 < clauses.end ? clauses_->units(i + 1).begin : last;
      reaches_.push_back({{from, end}, stretches_.size()});
      open = true;
      if (whole && !rule.by_sentence) return reaches_;
      next = std::max(turn.unit + 1, cover.end);
    } else if (open && end_next && stands(turn, until, clauses_->units(i)) &&
               cover.begin >= reaches_.back().units.begin) {
      reaches_.back().units.end = cover.begin;
      open = false;
      next = turn.unit + 1;
    }
  }
  if (reaches_on(rule)) open_[index] = open ? 1 : 0;
  return reaches_;
}

}  // namespace panchina
