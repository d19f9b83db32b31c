#include "resolve/focus/local_signs.h"

#include <algorithm>
#include <string>

#include "resolve/focus/club_signs.h"
#include "text/fold.h"

namespace panchina {

LocalSigns::LocalSigns(const Document& document, const EntityView& entities, const Lexicon& lexicon)
    : document_(document),
      of_lexicon_(document.scratch()),
      at_home_(document.scratch()),
      named_(document.scratch()),
      on_page_(document.scratch()),
      times_(entities.clubs.size(), 0, document.scratch()) {
  find_clubs(entities, lexicon);
  std::pmr::vector<bool> of_club(document.tokens.size(), false, document.scratch());
  for (Index u = 0; u < document.units.size(); ++u) {
    if (entities.club_of_unit[u] == kNoIndex) continue;
    const IndexRange tokens = document.units[u].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) of_club[t] = true;
  }
  Index block = 0;
  for (const LexiconHit& hit : document.lexicon_hits) {
    const Index at = hit.tokens.begin;
    if (of_club[at] || document.tokens[at].letters == LetterCase::kLower) continue;
    while (block + 1 < document.blocks.size() && document.blocks[block].tokens.end <= at) ++block;
    look_at(hit, is_edge(document.blocks[block], hit), lexicon);
  }
  if (several_) on_page_.clear();
  std::ranges::sort(on_page_);
  on_page_.erase(std::unique(on_page_.begin(), on_page_.end()), on_page_.end());
  find_most();
}

void LocalSigns::find_clubs(const EntityView& entities, const Lexicon& lexicon) {
  for (Index entity = 0; entity < entities.clubs.size(); ++entity) {
    const Index club = lexicon.find_club(entities.clubs[entity]);
    if (club == kNoIndex || lexicon.clubs()[club].nation) continue;
    const bool first = of_lexicon_.emplace(club, entity).second;
    const std::string_view town = lexicon.clubs()[club].city;
    if (first && !town.empty()) at_home_.push_back({town, club, entity});
  }
  std::ranges::sort(at_home_);
}

// What a page says of itself rather than of its matter.
bool LocalSigns::is_edge(const Block& block, const LexiconHit& hit) const {
  switch (block.label) {
    case BlockLabel::kTitle:
    case BlockLabel::kDateline:
    case BlockLabel::kByline:
    case BlockLabel::kPageDate:
    case BlockLabel::kNavigation:
    case BlockLabel::kBoilerplate:
      return true;
    default:
      break;
  }
  // `Chiavari, 18 luglio`, `FILOTTRANO (1 aprile)` at a paragraph's start.
  if (block.tokens.begin != hit.tokens.begin || hit.tokens.end >= block.tokens.end) return false;
  const char mark = document_.tokens[hit.tokens.end].mark;
  return mark == ',' || mark == '(' || mark == '-';
}

void LocalSigns::look_at(const LexiconHit& hit, bool edge, const Lexicon& lexicon) {
  for (Index form = hit.form;; ++form) {
    const LexiconForm& one = lexicon.forms()[form];
    if (one.kind == FormKind::kPlace) {
      const std::string town = folded(lexicon.places()[one.entry]);
      auto club = std::ranges::lower_bound(at_home_, std::string_view(town), {}, &AtHome::town);
      for (; club != at_home_.end() && club->town == town; ++club) {
        named_.push_back({hit.tokens.begin, club->entity, false});
        ++times_[club->entity];
        if (!edge) continue;
        on_page_.push_back(club->entity);
        if (page_town_.empty()) page_town_ = club->town;
        several_ = several_ || page_town_ != club->town;
      }
    }
    if (one.kind == FormKind::kStadium) {
      for (const Index club : lexicon.stadiums()[one.entry].clubs) {
        const auto known = of_lexicon_.find(club);
        if (known != of_lexicon_.end()) named_.push_back({hit.tokens.begin, known->second, true});
      }
    }
    if (!one.more) break;
  }
}

void LocalSigns::find_most() {
  constexpr Index kLeast = 2;
  const auto most = std::ranges::max_element(times_);
  if (most == times_.end() || *most < kLeast || std::ranges::count(times_, *most) > 1) return;
  most_ = static_cast<Index>(most - times_.begin());
}

void LocalSigns::add_around(Index sentence, Candidates& found) const {
  const auto add = [&](Index club, ClubSign sign) {
    if (club != kNoIndex) candidate_of(found, club).add(sign);
  };
  constexpr std::ptrdiff_t kBack = 16;  // names before the sentence, in its paragraph
  const IndexRange own = document_.sentences[sentence].tokens;
  const Index begin = document_.blocks[document_.sentences[sentence].block].tokens.begin;
  const auto here = std::ranges::lower_bound(named_, own.begin, {}, &Named::at);
  Index last = kNoIndex;
  for (auto one = here - std::min(kBack, here - named_.begin());
       one != named_.end() && one->at < own.end; ++one) {
    if (one->at < begin) continue;
    if (one->ground) {
      add(one->club, ClubSign::kGround);
    } else if (one->at >= own.begin) {
      add(one->club, ClubSign::kTownHere);
    } else {
      last = one->club;
    }
  }
  add(last, ClubSign::kTownLast);
  for (const Index club : on_page_) add(club, ClubSign::kTownPage);
  add(most_, ClubSign::kTownMost);
}

}  // namespace panchina
