// SlotReader: what the slots of a hit give for the args of an event. Thread rule: const; lives as
// long as the document and the focus that it looks at.
#pragma once

#include <optional>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"
#include "resolve/fact/hit_place.h"
#include "resolve/focus/focus.h"
#include "resolve/time/passage.h"
#include "resolve/time/year_rows.h"
#include "rule/rule_set.h"

namespace panchina {

// What a hit gives for one arg: a value with its span, or with the source that it was inferred
// from.
struct Filled {
  ArgValue value{};
  std::optional<NormSpan> span{};
  Source source = Source::kRule;
  Index person = kNoIndex;  // entity, where the value is a person
  Index club = kNoIndex;    // entity, where it is a club
};

class SlotReader {
 public:
  SlotReader(const RuleSet& rules, const Lexicon& lexicon, const Document& document,
             const EntityView& entities, const Focus& focus, const Passage& around);

  // The arg's constant, rank or slot; null where the passage does not give it.
  Filled read(const Hit& hit, const EmitSpec& emit, const EmitArg& from) const;
  // `battuto a Novara`: the town where a match is lost or won stands for its club.
  Filled town_club(const Hit& hit, const EmitArg& from) const;
  // Whether some slot of the rule that feeds this arg was a clitic of the trigger's verb.
  bool is_clitic(const Hit& hit, const EmitSpec& emit, Index arg) const;

 private:
  Filled constant(const Hit& hit, const EmitArg& from) const;
  Index next_to(const Hit& hit, Index unit) const;
  Filled bound(const Hit& hit, const EmitSpec& emit, const EmitArg& from) const;
  bool is_by_the_way(const EmitSpec& emit, const EmitArg& from, Index at) const;
  bool begins_until(const EmitSpec& emit, const EmitArg& from, Index date) const;
  bool ends_since(const Hit& hit, const EmitSpec& emit, const EmitArg& from, Index date) const;
  bool is_of_contract(const EmitSpec& emit, const EmitArg& from, Index date) const;
  bool is_nowadays(const EmitSpec& emit, const EmitArg& from, Index date) const;
  bool is_of_next_club(const Hit& hit, const EmitSpec& emit, Index date) const;
  bool is_of_player(const Hit& hit, const EmitSpec& emit, Index date) const;
  ArgValue described(const Hit& hit, const Binding& binding, Filled& out) const;
  ArgValue date_of(const Hit& hit, Index date, ArgFunction function) const;
  ArgValue value_of(const Hit& hit, Index unit, const Reading& reading, ArgFunction function,
                    Filled& out) const;
  bool names_national_post(const Hit& hit) const;

  const RuleSet& rules_;
  const Lexicon& lexicon_;
  const Document& document_;
  const EntityView& entities_;
  const Focus& focus_;
  const Passage& around_;
  YearRows year_rows_;
  Index national_post_, contract_terms_, and_, pitch_, former_;  // word lists
};

}  // namespace panchina
