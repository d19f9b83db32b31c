// Which club a hole of a passage stands for, and whose match a sentence tells.
#include <algorithm>
#include <utility>

#include "document/features.h"
#include "resolve/focus.h"

namespace panchina {

// `Lecco (2004-05, esonerato a marzo)`: what stands right before the bracket.
Index Focus::club_before_bracket(const Hole& hole) const {
  constexpr Index kReach = 6;  // units
  const Index bracket = document_.clauses[hole.clause].parent;
  if (bracket == kNoIndex || hole.subject_club) return kNoIndex;
  for (Index u = bracket; u > 0 && bracket - u < kReach; --u) {
    const Index before = u - 1;
    if (verb_of(document_, before) != nullptr || entities_.person_of_unit[before] != kNoIndex ||
        (document_.units[before].kinds & kind_bit(UnitKind::kBreak)) != 0) {
      return kNoIndex;
    }
    const Index club = entities_.club_of_unit[before];
    if (club != kNoIndex) return hole.takes(club) ? kNoIndex : club;
  }
  return kNoIndex;
}

// `viene dal Lecco, dove era approdato`; `poi andai al Lecco: esonerato dopo due mesi`, the station
// that a comma or colon parts from what ended it.
Index Focus::club_just_named(const Hole& hole) const {
  const Index at = document_.units[hole.unit].tokens.begin;
  const IndexRange range = clubs_in_[document_.clauses[hole.clause].sentence];
  for (Index i = range.end; i > range.begin; --i) {
    const Seen& seen = clubs_[i - 1];
    if (seen.at >= at || seen.clause != hole.clause) continue;
    const char mark = document_.tokens[document_.units[seen.unit].tokens.end].mark;
    const bool parted = mark == ':' || mark == ',';
    if (seen.where && !hole.takes(seen.entity) && !finite_between(seen.unit, hole.unit))
      return seen.entity;
    if (!hole.own_club) return kNoIndex;
    if (!parted || !is_local(seen) || seen.rival || seen.paired || seen.genitive || seen.bare ||
        seen.ground || hole.takes(seen.entity) || !seen.governed ||
        finite_between(seen.unit, hole.unit)) {
      return kNoIndex;
    }
    return seen.entity;
  }
  return kNoIndex;
}

namespace {

// Namings of clubs that a hole looks at, before it and behind it: enough for any passage, and a
// bound on what one hole costs.
constexpr Index kBack = 40;
constexpr Index kAhead = 8;

Matter matter_of(const Hole& hole) {
  if (hole.subject_club) return Matter::kDeed;
  return hole.own_club ? Matter::kDeparture : Matter::kPost;
}

}  // namespace

ClubCase Focus::case_of(const Seen& seen, const Hole& hole) const {
  if (seen.paired) return ClubCase::kPair;
  if (seen.opponent || seen.ground) return ClubCase::kOpponent;
  if (seen.post) return ClubCase::kPost;
  if (seen.where && seen.clause == hole.clause) return ClubCase::kWhere;
  if (seen.genitive || seen.bare) return ClubCase::kOf;
  if (!seen.governed) return ClubCase::kFree;
  if (seen.rival) return ClubCase::kWith;
  return seen.preposition ? ClubCase::kGoverned : ClubCase::kFree;
}

// What a naming in the sentence of the hole says. `last`: no other stands between.
void Focus::add_near(const Seen& seen, const Hole& hole, bool last, ClubCandidate& out) const {
  const bool same = seen.clause == hole.clause;
  const bool behind = seen.unit > hole.unit;
  const bool verb = same && (behind ? finite_between(hole.unit, seen.unit)
                                    : finite_between(seen.unit, hole.unit));
  ClubPlace place = ClubPlace::kLater;
  if (behind && same) {
    place = ClubPlace::kAfter;
    out.add(verb ? ClubSign::kAfterVerb : ClubSign::kAfterPlain);
  } else if (!behind && same) {
    place = last ? ClubPlace::kNear : ClubPlace::kClause;
    out.add(last ? (verb ? ClubSign::kNearVerb : ClubSign::kNearPlain)
                 : (verb ? ClubSign::kClauseVerb : ClubSign::kClausePlain));
  } else if (!behind) {
    place = last ? ClubPlace::kSide : ClubPlace::kBefore;
  }
  out.add(place, case_of(seen, hole));
  if (seen.indirect) out.add(ClubSign::kEpithetHere);
  const VerbGroup* told =
      seen.unit + 1 < document_.units.size() ? verb_of(document_, seen.unit + 1) : nullptr;
  if (!seen.governed && told != nullptr && told->form == Form::kFinite) out.add(ClubSign::kSubject);
}

// What a naming before the sentence of the hole says.
void Focus::add_back(const Seen& seen, const Hole& hole, ClubCandidate& out) const {
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index block = document_.sentences[sentence].block;
  const Index there = document_.sentences[sentence_of(seen)].block;
  if (seen.indirect) out.add(ClubSign::kEpithetBack);
  if (there == block) {
    const Index gap = sentence - sentence_of(seen);
    out.add(seen.inner ? ClubPlace::kAside
            : gap == 1 ? ClubPlace::kLast
            : gap == 2 ? ClubPlace::kTwoBack
                       : ClubPlace::kParagraph,
            case_of(seen, hole));
    return;
  }
  const BlockLabel label = document_.blocks[there].label;
  if (label == BlockLabel::kTitle || label == BlockLabel::kHeading) {
    out.add(label == BlockLabel::kTitle ? ClubPlace::kTitle : ClubPlace::kHeading,
            case_of(seen, hole));
    return;
  }
  out.add(there + 1 == block ? ClubSign::kParagraphAgo : ClubSign::kEarlier);
}

std::vector<ClubCandidate> Focus::club_candidates(const Hole& hole, Index person) const {
  std::vector<ClubCandidate> found;
  if (section_ == kNoIndex) return found;
  const SectionFocus& section = sections_[section_];
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index at = document_.units[hole.unit].tokens.begin;
  const auto first = document_.blocks[document_.sections[section_].blocks.begin].tokens.begin;
  const auto behind =
      std::lower_bound(clubs_.begin(), clubs_.end(), std::pair{sentence, at},
                       [&](const Seen& one, const std::pair<Index, Index>& hole_at) {
                         return std::pair{sentence_of(one), one.at} < hole_at;
                       });
  bool last = true;
  Index seen_back = 0;
  for (auto one = behind; one != clubs_.begin() && seen_back < kBack; ++seen_back) {
    --one;
    if (one->at < first) break;
    if (hole.takes(one->entity)) continue;
    ClubCandidate& out = candidate_of(found, one->entity);
    if (sentence_of(*one) == sentence) {
      const bool open = !one->inner || one->clause == hole.clause;
      add_near(*one, hole, last && open, out);
      last = last && !open;
    } else {
      add_back(*one, hole, out);
    }
  }
  Index ahead = 0;
  for (auto one = behind; one != clubs_.end() && ahead < kAhead; ++one, ++ahead) {
    if (sentence_of(*one) != sentence) break;
    if (!hole.takes(one->entity)) {
      add_near(*one, hole, false, candidate_of(found, one->entity));
    }
  }
  const auto sign = [&](Index club, ClubSign what) {
    if (club != kNoIndex && !hole.takes(club)) candidate_of(found, club).add(what);
  };
  if (const auto tied = tied_clubs_.find(person); tied != tied_clubs_.end()) {
    const Index last_club = tied->second.back();
    const Index told = tie_sentence_.find(person)->second;
    const bool here = document_.sentences[told].block == document_.sentences[sentence].block;
    if (told == sentence) sign(last_club, ClubSign::kTiedHere);
    sign(last_club, here ? ClubSign::kTiedParagraph : ClubSign::kTied);
    sign(tied->second.front(), ClubSign::kFirstTied);
  }
  sign(post_club_, ClubSign::kLastPost);
  sign(named_club_, ClubSign::kLastNamed);
  if (headed_) sign(current_club_, ClubSign::kHeaded);
  sign(section.club, section.clear_club ? ClubSign::kClearMain : ClubSign::kMain);
  const auto newcomer = tied_clubs_.find(newcomer_);
  if (newcomer != tied_clubs_.end()) sign(newcomer->second.front(), ClubSign::kNewcomer);
  for (ClubCandidate& one : found) {
    const Index known = lexicon_.find_club(entities_.clubs[one.entity]);
    if (known != kNoIndex && lexicon_.clubs()[known].nation) one.add(ClubSign::kNation);
    add_share<ClubSign>(section.clubs, one);
  }
  return found;
}

void Focus::note(Matter matter, const std::vector<ClubCandidate>& candidates) const {
  if (log_ == nullptr) return;
  Choice choice;
  choice.matter = static_cast<std::size_t>(matter);
  for (const ClubCandidate& one : candidates)
    choice.candidates.push_back({entities_.clubs[one.entity], set_bits(one.signs)});
  log_->push_back(std::move(choice));
}

Index Focus::club(const Hole& hole, Index person) const {
  if (const Index before = club_before_bracket(hole); before != kNoIndex) return before;
  if (const Index just = club_just_named(hole); just != kNoIndex) return just;
  if (hole.house && section_ != kNoIndex && !hole.takes(sections_[section_].club))
    return sections_[section_].club;
  const std::vector<ClubCandidate> candidates = club_candidates(hole, person);
  note(matter_of(hole), candidates);
  return heaviest(candidates, matter_of(hole));
}

Index Focus::team(const Hole& hole, const std::vector<bool>& played) const {
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index at = document_.units[hole.unit].tokens.begin;
  const IndexRange range = clubs_in_[sentence];
  const auto fits = [&](const Seen& seen) {
    return !seen.opponent && !seen.paired && !played[seen.unit] && !hole.takes(seen.entity);
  };
  const auto nearest = [&](auto wanted) {
    for (Index i = range.end; i > range.begin; --i) {
      const Seen& seen = clubs_[i - 1];
      if (seen.at >= at || !fits(seen) || (seen.inner && seen.clause != hole.clause)) continue;
      if (seen.antecedent || wanted(seen)) return seen.entity;
    }
    return kNoIndex;
  };
  // `il tecnico del Como paga lo 0-2`, before the score or behind it.
  const auto of_post = [&] {
    Index found = kNoIndex;
    for (Index i = range.begin; i < range.end; ++i) {
      const Seen& seen = clubs_[i];
      if (!seen.post || !fits(seen) || seen.inner) continue;
      if (found != kNoIndex && found != seen.entity) return kNoIndex;
      found = seen.entity;
    }
    return found;
  };
  // The club of the person that the sentence, or the passage, is about.
  const auto of_person = [&] {
    Index person = subject_;
    const IndexRange persons = persons_in_[sentence];
    for (Index i = persons.begin; i < persons.end && persons_[i].at < at; ++i) {
      if (!persons_[i].governed && !persons_[i].inner) person = persons_[i].entity;
    }
    return last_club_of(person);
  };
  // The one club that the nearest earlier sentence of the paragraph is about; not where this one is
  // about somebody.
  const auto earlier = [&] {
    const IndexRange persons = persons_in_[sentence];
    for (Index i = persons.begin; i < persons.end && persons_[i].at < at; ++i) {
      if (!persons_[i].governed && !persons_[i].inner) return kNoIndex;
    }
    const IndexRange sentences = document_.blocks[document_.sentences[sentence].block].sentences;
    for (Index s = sentence; s > sentences.begin; --s) {
      Index found = kNoIndex;
      for (Index i = clubs_in_[s - 1].begin; i < clubs_in_[s - 1].end; ++i) {
        const Seen& seen = clubs_[i];
        if (seen.inner || (seen.governed && !seen.antecedent) || !fits(seen)) continue;
        if (found == kNoIndex || seen.antecedent) found = seen.entity;
      }
      if (found != kNoIndex) return found;
    }
    return kNoIndex;
  };
  // `dopo il 2-1 di Lecco il Como era secondo`: the subject of what follows.
  const auto behind = [&] {
    for (Index i = range.begin; i < range.end; ++i) {
      const Seen& seen = clubs_[i];
      const bool inner = document_.clauses[hole.clause].parent != kNoIndex;
      if (seen.at < at || (seen.clause != hole.clause && (!inner || seen.inner)) || !fits(seen))
        continue;
      if (seen.governed || finite_between(hole.unit, seen.unit)) return kNoIndex;
      const VerbGroup* verb = verb_of(document_, seen.unit + 1);
      return verb != nullptr && verb->form == Form::kFinite ? seen.entity : kNoIndex;
    }
    return kNoIndex;
  };
  // `il tecnico di Altamura`: a town.
  const auto whose = [&](const Seen& seen) {
    return seen.genitive &&
           !(seen.bare && (document_.units[seen.unit].kinds & kind_bit(UnitKind::kPlace)) != 0);
  };
  const Index main =
      section_ == kNoIndex || !sections_[section_].clear_club ? kNoIndex : sections_[section_].club;
  for (const Index candidate :
       {nearest([](const Seen& seen) { return !seen.governed; }), of_post(), nearest(whose),
        behind(), of_person(), topic(sentence), protagonist(), earlier(), main}) {
    if (candidate != kNoIndex && !hole.takes(candidate)) return candidate;
  }
  return kNoIndex;
}

}  // namespace panchina
