// What the words of a hit leave open: filled by the policies of its rule.
#include <algorithm>

#include "document/phrase.h"
#include "resolve/fact/args.h"
#include "resolve/fact/hit_place.h"
#include "resolve/statement_pass.h"

namespace panchina {

// `resiste sulla panchina del Lecco prima di lasciare il posto a Rossi`: who comes in another
// clause.
bool StatementPass::is_infinitive_between(Index from, Index to) const {
  for (Index u = from; u < to; ++u) {
    const VerbGroup* verb = verb_of(document_, u);
    if (verb != nullptr && verb->form == Form::kInfinitive) return true;
  }
  return false;
}

// `sulla panchina del Lecco arriva Rossi`: of a bench that names its club alone, whom other words
// put there.
void StatementPass::take_seated(Draft& draft) {
  using arg::Tenure;
  if (!draft.is(EventType::kTenure) || !draft.lacks(Tenure::kPerson)) return;
  if (verb_of(document_, draft.hit.trigger) != nullptr) return;  // it has a subject of its own
  const std::string* role = text_of(draft.statement.args[Tenure::kRole]);
  if (role == nullptr || *role != "head_coach") return;
  const Index club = unit_of(document_, draft.hit, draft.emit, Tenure::kClub);
  const auto found = survey_.seated.find(club);
  if (found == survey_.seated.end() || found->second == kNoIndex) return;
  Filled filled{.source = Source::kFocus, .person = entities_.person_of_unit[found->second]};
  if (filled.person == kNoIndex || is_infinitive_between(club, found->second)) return;
  filled.value = entities_.persons[filled.person].name;
  take(draft, Tenure::kPerson, std::move(filled));
}

// What they leave open, by the policies of the rule; false: it drops the statement.
bool StatementPass::fill_holes(Draft& draft) {
  const auto& missing = draft.emit.missing;
  bool dropped = false;
  take_seated(draft);
  holes_.clear();
  for (Index arg = 0; arg < draft.size(); ++arg) {
    if (!draft.lacks(arg) || missing[arg].empty()) continue;
    dropped = dropped || missing[arg].front() == Missing::kDrop;
    holes_.push_back(arg);
  }
  // Nothing else is asked for; but the rows of a list tell of its club all the same.
  if (dropped && !is_list_row(draft)) return false;
  // The person first: the club may depend on who it is.
  const auto whose =
      std::ranges::find_if(holes_, [&](Index arg) { return draft.name_of(arg) == "person"; });
  if (whose != holes_.end()) std::rotate(holes_.begin(), whose, whose + 1);
  for (const Index arg : holes_) {
    const bool club = draft.name_of(arg) == "club";
    if (club && goes_on_list(draft)) take(draft, arg, list_club_);
    if (!draft.lacks(arg)) continue;
    for (const Missing policy : missing[arg]) {
      if (policy == Missing::kDrop) {
        dropped = true;
        break;
      }
      choices_.ask();
      Filled filled =
          inference_.infer(draft.hit, draft.emit, policy, arg, draft.person, draft.club);
      choices_.answer(arg);
      if (is_null(filled.value)) continue;
      if (club && is_list_row(draft)) {
        list_club_ = filled;
        list_block_ = block_of(document_, draft.hit);
      }
      take(draft, arg, std::move(filled));
      break;
    }
  }
  return !dropped;
}

// Rows of seasons that name no club: one list is of one club, whatever is told inside its rows.
bool StatementPass::is_list_row(const Draft& draft) {
  return draft.hit.table && (draft.is(EventType::kTenure) || draft.is(EventType::kStanding));
}

bool StatementPass::goes_on_list(const Draft& draft) {
  if (!is_list_row(draft) || list_block_ == kNoIndex) return false;
  const Index block = block_of(document_, draft.hit);
  if (block < list_block_ || block > list_block_ + 1) return false;
  list_block_ = block;
  return true;
}

}  // namespace panchina
