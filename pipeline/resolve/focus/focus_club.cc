// Which club a hole of a passage stands for, and whose match a sentence tells.
#include <algorithm>
#include <cmath>
#include <utility>

#include "document/features.h"
#include "resolve/focus/focus.h"

namespace panchina {

namespace {

// How likely a candidate is meant, of 1; 0 where it is none of them.
double share_of(Index entity, const Candidates& candidates, Matter matter) {
  constexpr double kLogit = 100;  // weights of signs are hundredths
  double all = 0, own = 0;
  for (const Candidate& one : candidates) {
    const double power = std::exp(weight_of(one, matter) / kLogit);
    all += power;
    if (one.entity == entity) own = power;
  }
  return all > 0 ? own / all : 0;
}

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
  if (seen.aside && !hole.subject_club && !hole.match) return ClubCase::kOpponent;
  if (!seen.governed) return ClubCase::kFree;
  if (seen.rival) return ClubCase::kWith;
  return seen.preposition ? ClubCase::kGoverned : ClubCase::kFree;
}

Candidates& Focus::club_candidates(const Hole& hole, Index person) const {
  Candidates& found = candidates_;
  found.clear();
  if (section_ == kNoIndex) return found;
  const SectionFocus& section = sections_[section_];
  const Index sentence = document_.clauses[hole.clause].sentence;
  for (const Naming& naming : namings_around(hole, clubs_, found)) {
    const Seen& seen = *naming.seen;
    Candidate& out = found[naming.candidate];
    out.signs.set(sign_of(naming.place, case_of(seen, hole)));
    if (!naming.here) continue;
    const IndexRange persons = persons_in_[sentence];
    for (Index i = persons.begin; i < persons.end; ++i) {
      if (persons_[i].entity == person && beside(persons_[i], seen))
        out.add(ClubSign::kBesidePerson);
    }
  }
  const auto sign = [&](Index club, auto what) {
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
  if (post_sentence_ == sentence) sign(post_club_, ClubSign::kPostHere);
  sign(post_club_, ClubSign::kLastPost);
  sign(named_club_, ClubSign::kLastNamed);
  if (headed_) sign(current_club_, Sign::kHeaded);
  sign(section.club, section.clear_club ? Sign::kClearMain : Sign::kMain);
  const auto newcomer = tied_clubs_.find(newcomer_);
  if (newcomer != tied_clubs_.end()) sign(newcomer->second.front(), Sign::kNewcomer);
  sign(hole.subject_club ? ours_ : owner_, ClubSign::kOwner);
  local_.add_around(sentence, found);
  std::erase_if(found, [&](const Candidate& one) { return hole.takes(one.entity); });
  for (Candidate& one : found) {
    if (entities_.nation[one.entity]) one.add(ClubSign::kNation);
    section.clubs.add_share(one);
  }
  return found;
}

// `Con gli esoneri di Rossi e Neri. … Anche il Lecco cambia`: a club that the text names only
// further down is not meant yet, save the one that the section is about, or whose page it is.
bool Focus::is_yet_to_come(Index club, const Hole& hole) const {
  const SectionFocus& section = sections_[section_];
  if (club == owner_ || (club == section.club && (section.clear_club || !section.crowd)))
    return false;
  const Index sentence = document_.clauses[hole.clause].sentence;
  return first_club_naming_[club] != kNoIndex &&
         first_club_naming_[club] >= document_.sentences[sentence].tokens.end;
}

Index Focus::club(const Hole& hole, Index person) const {
  if (hole.post) {
    if (const Index seat = seat_club(hole, person); seat != kNoIndex) return seat;
  }
  if (set_in_land(hole)) return kNoIndex;
  if (const Index own = club_entered(hole, person); own != kNoIndex) return own;
  if (const Index chief = club_of_chief(hole, person); chief != kNoIndex) return chief;
  if (const Index vacated = club_vacated(hole, person); vacated != kNoIndex) return vacated;
  if (const Index left = club_left(hole); left != kNoIndex) return left;
  if (const Index parted = club_parted(hole); parted != kNoIndex) return parted;
  if (const Index held = club_just_held(hole, person); held != kNoIndex) return held;
  if (const Index other = other_side(hole, person); other != kNoIndex) return other;
  if (const Index other = contrasted_side(hole, person); other != kNoIndex) return other;
  if (const Index before = club_before_bracket(hole); before != kNoIndex) return before;
  if (const Index round = club_round_aside(hole); round != kNoIndex) return round;
  if (const Index it = club_pointed_at(hole); it != kNoIndex) return it;
  if (const Index asked = club_asked_about(hole); asked != kNoIndex) return asked;
  if (const Index just = club_just_named(hole); just != kNoIndex) return just;
  if (!hole.subject_club) {
    if (const Index headed = club_before_colon(hole); headed != kNoIndex) return headed;
  }
  if (const Index item = item_club(hole); item != kNoIndex) return item;
  if (!hole.subject_club) {
    if (const Index next = club_next_told(hole); next != kNoIndex) return next;
  }
  if (!hole.subject_club && !hole.career) {
    if (const Index head = club_at_head(hole); head != kNoIndex) return head;
  }
  if (hole.post && !hole.career) {
    if (const Index listed = club_of_listed(hole); listed != kNoIndex) return listed;
    if (const Index bench = club_of_bench_behind(hole); bench != kNoIndex) return bench;
  }
  if (const Index doing = club_doing_both(hole); doing != kNoIndex) return doing;
  if (const Index acting = club_acting(hole); acting != kNoIndex) return acting;
  if (const Index turn = club_of_turn(hole, person); turn != kNoIndex) return turn;
  if (const Index own = club_of_his_own(hole, person); own != kNoIndex) return own;
  if (const Index ours = ourselves(hole); ours != kNoIndex) return ours;
  if (hole.house && section_ != kNoIndex && !hole.takes(sections_[section_].club))
    return sections_[section_].club;
  Candidates& candidates = club_candidates(hole, person);
  const Matter matter = matter_of(hole);
  std::erase_if(candidates, [&](const Candidate& one) { return is_yet_to_come(one.entity, hole); });
  note(Choice::Kind::kClub, static_cast<std::size_t>(matter), candidates);
  // `dopo il ko con il Lecco la società ha esonerato Rossi`: none is told of one named only so.
  if (matter == Matter::kDeparture) {
    std::erase_if(candidates, [&](const Candidate& one) { return !plain_club_[one.entity]; });
  }
  const Index best = heaviest(candidates, matter);
  if (matter == Matter::kPost && best != kNoIndex && !plain_club_[best]) return kNoIndex;
  // Among many clubs of which none is plain a post is as often another's.
  constexpr double kLeastShare = 0.3;
  if (matter != Matter::kDeed && share_of(best, candidates, matter) < kLeastShare) return kNoIndex;
  return best;
}

Focus::Guess Focus::guess_club(const Hole& hole, Index person) const {
  Guess out;
  if (section_ == kNoIndex) return out;
  const SectionFocus& section = sections_[section_];
  const Index item = item_club(hole);
  if (const Index sure = item != kNoIndex ? item : seat_club(hole, person); sure != kNoIndex) {
    out.club = sure;
    out.share = 1;
    out.headed = item != kNoIndex;
    out.main = sure == section.club;
    out.clear = out.main && section.clear_club;
    return out;
  }
  const Candidates& candidates = club_candidates(hole, person);
  out.club = other_side(hole, person);
  if (out.club == kNoIndex) out.club = heaviest(candidates, matter_of(hole));
  if (out.club != kNoIndex && !hole.subject_club && !plain_club_[out.club]) out.club = kNoIndex;
  if (out.club != kNoIndex && is_yet_to_come(out.club, hole)) out.club = kNoIndex;
  if (out.club == kNoIndex) return out;
  out.share = share_of(out.club, candidates, matter_of(hole));
  out.main = out.club == section.club;
  out.clear = out.main && section.clear_club;
  out.headed = headed_ && out.club == current_club_;
  return out;
}

Index Focus::match_club(const Hole& hole, const std::vector<bool>& played,
                        const std::function<bool(Index club)>& may_play) const {
  if (set_in_land(hole)) return kNoIndex;
  constexpr double kLeastShare = 0.35;  // of a side that nothing near the score names
  Hole who = hole.of_person();
  who.any_item = true;
  const Index whose = person(who);
  Hole side = hole;
  side.match = true;
  Candidates& candidates = club_candidates(side, whose);
  const auto sign = [&](Index club, ClubSign what) {
    if (club != kNoIndex && !hole.takes(club)) candidate_of(candidates, club).add(what);
  };
  const Index sentence = document_.clauses[hole.clause].sentence;
  for (Index i = clubs_in_[sentence].begin; i < clubs_in_[sentence].end; ++i) {
    if (played[clubs_[i].unit]) sign(clubs_[i].entity, ClubSign::kPlayed);
  }
  sign(protagonist(), ClubSign::kProtagonist);
  sign(two().first, ClubSign::kOneOfTwo);
  sign(two().second, ClubSign::kOneOfTwo);
  sign(topic(sentence), ClubSign::kTopic);
  std::erase_if(candidates, [&](const Candidate& one) { return !may_play(one.entity); });
  note(Choice::Kind::kClub, static_cast<std::size_t>(Matter::kMatch), candidates);
  const Index best = heaviest(candidates, Matter::kMatch);
  return share_of(best, candidates, Matter::kMatch) < kLeastShare ? kNoIndex : best;
}

}  // namespace panchina
