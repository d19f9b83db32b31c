// What forbids a matched pattern: the vetoes of its rule, in its clause or its bracket.
#include <algorithm>

#include "match/clause_matcher.h"

namespace panchina {

void ClauseMatcher::read_words() {
  any_signature_ = 0;
  const Index end = document_->units[units_.end - 1].tokens.end;
  for (Index token = document_->units[units_.begin].tokens.begin; token < end; ++token) {
    signatures_.push_back(runner_.signature_of(document_->tokens[token].word));
    any_signature_ |= signatures_.back();
  }
}

// Whether the words stand one after the other among the tokens of these units.
bool ClauseMatcher::has_words(const std::vector<Index>& sets, IndexRange units) {
  if (units.empty()) return false;
  if (signatures_.empty()) read_words();
  const auto may_be_in = [](std::uint64_t signature, Index set) {
    return (signature >> set % 64 & 1) != 0;
  };
  for (const Index set : sets) {
    if (!may_be_in(any_signature_, set)) return false;
  }
  const Index first = document_->units[units_.begin].tokens.begin;
  const Index begin = document_->units[units.begin].tokens.begin;
  const Index end = document_->units[units.end - 1].tokens.end;
  for (Index at = begin; at + sets.size() <= end; ++at) {
    std::size_t count = 0;
    for (; count < sets.size(); ++count) {
      const Index token = at + static_cast<Index>(count);
      if (!may_be_in(signatures_[token - first], sets[count])) break;
      const std::vector<Index>& words = rules_.word_sets[sets[count]];
      const Index word = document_->tokens[token].word;
      if (word == 0 || !std::binary_search(words.begin(), words.end(), word)) break;
    }
    if (count == sets.size()) return true;
  }
  return false;
}

// `l'ex attaccante Rossi`: what he was vetoes nothing that is told of him now.
bool ClauseMatcher::is_former_player(Index unit) const {
  if (unit == units_.begin || !lexicon_.in_list(document_->units[unit - 1].word, once_))
    return false;
  const Reading* role = reading_of(*document_, unit, UnitKind::kRole);
  return role != nullptr && lexicon_.roles()[role->value].id == "player";
}

// The inside of the bracket in which the pattern has bound a unit; empty: of none.
IndexRange ClauseMatcher::matched_bracket() {
  for (const Bind& bind : runner_.binds()) {
    if (bind.unit == kNoIndex || units_.contains(bind.unit)) continue;
    for (Index unit = cover_.begin; unit < cover_.end; ++unit) {
      const Unit& one = document_->units[unit];
      for (Index i = one.readings.begin; i < one.readings.end; ++i) {
        if (document_->readings[i].kind != UnitKind::kBracket) continue;
        const IndexRange inside = document_->clauses[document_->readings[i].value].units;
        if (inside.contains(bind.unit)) return inside;
      }
    }
  }
  return {};
}

// Index of the first `unless`, from the given one on, that matches in the trigger's clause, or
// kNoIndex.
Index ClauseMatcher::vetoed(Index index, Index trigger, Index first) {
  const EventRule& rule = rules_.events[index];
  const std::span<const SetIndex::Veto> vetoes = sets_.vetoes(index);
  if (first >= vetoes.size()) return kNoIndex;
  const IndexRange around = scope(trigger);
  const std::size_t depth = runner_.binds().size();
  const std::uint32_t gap = runner_.gap();
  Index veto = kNoIndex;
  for (Index i = first; veto == kNoIndex && i < vetoes.size(); ++i) {
    const bool may_veto = content_.may_veto(vetoes[i].list);
    if (!may_veto && !vetoes[i].words && matched_bracket_.empty()) continue;  // most
    const Unless& unless = rule.unless[i];
    const bool in_bracket = unless.where == UnlessWhere::kAnywhere && !matched_bracket_.empty();
    IndexRange bounds = around;
    if (unless.where == UnlessWhere::kBefore) bounds.end = trigger;
    if (unless.where == UnlessWhere::kAfter) bounds.begin = trigger + 1;
    if (!unless.words.empty() && has_words(unless.words, bounds)) veto = i;
    const auto seek = [&](const Variant& variant, IndexRange places, IndexRange range) {
      for (Index unit = places.begin; veto == kNoIndex && unit < places.end; ++unit) {
        if (!runner_.may_begin(variant.trigger.first, unit)) continue;
        if (is_former_player(unit)) continue;
        if (runner_.run_variant(variant, unit, range, {})) veto = i;
        runner_.binds().resize(depth);
      }
    };
    const std::span<const Index> asked = sets_.veto_triggers(vetoes[i].list);
    for (std::size_t v = 0; may_veto && v < asked.size(); ++v) {
      if (!content_.has(asked[v])) continue;
      const Variant& variant = unless.variants[v];
      if (content_.allows(variant.needs)) {
        seek(variant, content_.stretch_of(asked[v], bounds), bounds);
      }
    }
    for (std::size_t v = 0; in_bracket && v < unless.variants.size(); ++v) {
      seek(unless.variants[v], matched_bracket_, matched_bracket_);
    }
  }
  runner_.set_gap(gap);
  return veto;
}

}  // namespace panchina
