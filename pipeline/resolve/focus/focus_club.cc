// Which club a hole of a passage stands for, and whose match a sentence tells.
#include <algorithm>
#include <cmath>
#include <utility>

#include "document/features.h"
#include "resolve/focus/focus.h"
#include "resolve/time/tense.h"

namespace panchina {

// `Lecco (2004-05, esonerato a marzo)`: what stands right before the bracket.
Index Focus::club_before_bracket(const Hole& hole) const {
  constexpr Index kReach = 6;  // units
  const Index bracket = document_.clauses[hole.clause].parent;
  if (bracket == kNoIndex) return kNoIndex;
  const Index reach = hole.subject_club ? 1 : kReach;  // `il Lugano (campione nel 1941)`
  for (Index u = bracket; u > 0 && bracket - u < reach; --u) {
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
    // ... `il Lecco, dove arrivò a gennaio per sostituire Rossi`.
    if (seen.where && !hole.takes(seen.entity) && !finite_between(seen.unit, hole.unit, 1))
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

// `si è chiusa la vicenda del Lecco: la squadra va a Rossi`: the club that stands right before the
// colon, where what follows names no other.
Index Focus::club_before_colon(const Hole& hole) const {
  const Index at = document_.units[hole.unit].tokens.begin;
  const IndexRange range = clubs_in_[document_.clauses[hole.clause].sentence];
  for (Index i = range.end; i > range.begin; --i) {
    const Seen& seen = clubs_[i - 1];
    if (seen.at >= at) return kNoIndex;
    if (document_.tokens[document_.units[seen.unit].tokens.end].mark != ':') return kNoIndex;
    const bool foe = seen.rival || seen.paired || seen.ground || seen.opponent || seen.bare;
    return foe || hole.takes(seen.entity) ? kNoIndex : seen.entity;
  }
  return kNoIndex;
}

// `il Lecco ha scelto Rossi, mentre il Como cambia ancora: squadra a Neri`: of the clubs that the
// sentence tells of one after the other the last before the hole, where a post was told of another.
Index Focus::club_next_told(const Hole& hole) const {
  const Index sentence = document_.clauses[hole.clause].sentence;
  if (post_sentence_ != sentence || post_club_ == kNoIndex || hole.own_club) return kNoIndex;
  const Index at = document_.units[hole.unit].tokens.begin;
  const IndexRange range = clubs_in_[sentence];
  for (Index i = range.end; i > range.begin; --i) {
    const Seen& seen = clubs_[i - 1];
    if (seen.at >= at) continue;
    if (seen.entity == post_club_ || hole.takes(seen.entity)) return kNoIndex;
    if (case_of(seen, hole) == ClubCase::kFree && is_local(seen) && !seen.inner && !seen.aside &&
        !seen.rival && finite_between(seen.unit, hole.unit)) {
      return seen.entity;
    }
  }
  return kNoIndex;
}

// `Alla Pianese è arrivato Rossi, che ha preso il posto di Neri`: where a sentence begins, if it
// names no other club before the hole.
Index Focus::club_at_head(const Hole& hole) const {
  constexpr Index kReach = 2;  // units before it: `intanto`, `invece`
  const Index at = document_.units[hole.unit].tokens.begin;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const IndexRange range = clubs_in_[sentence];
  if (range.empty()) return kNoIndex;
  const Seen& head = clubs_[range.begin];
  const Index begin = document_.clauses[head.clause].units.begin;
  if (head.at >= at || head.at > first_verb_[sentence] || head.inner || head.opponent ||
      head.aside || head.unit == begin || hole.takes(head.entity) ||
      !lexicon_.in_list(document_.units[head.unit - 1].word, at_club_) ||
      head.unit - 1 - begin > kReach) {
    return kNoIndex;
  }
  for (Index i = range.begin + 1; i < range.end; ++i) {
    if (clubs_[i].at < at && clubs_[i].entity != head.entity) return kNoIndex;
  }
  return head.entity;
}

// `il Lecco ha cambiato guida e ha esonerato Rossi`, `…, esonerando Rossi`: the subject of the verb
// before, where no other comes between.
Index Focus::club_doing_both(const Hole& hole) const {
  const VerbGroup* verb = verb_of(document_, hole.unit);
  if (hole.unit == 0 || verb == nullptr || verb->voice != Voice::kActive) return kNoIndex;
  const bool third = verb->form == Form::kFinite && verb->person == 3 && !verb->plural;
  if (!third && verb->form != Form::kGerund) return kNoIndex;
  // Behind `e`, a comma, `ma`: nobody else does it.
  Index before = hole.unit - 1;
  while (before > document_.clauses[hole.clause].units.begin && document_.units[before].transparent)
    --before;
  const Unit& joiner = document_.units[before];
  if (!lexicon_.in_list(joiner.word, and_) && !lexicon_.in_list(joiner.word, opener_) &&
      document_.tokens[joiner.tokens.begin].mark != ',') {
    return kNoIndex;
  }
  const Index at = document_.units[hole.unit].tokens.begin;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Seen* subject = nullptr;
  for (Index i = clubs_in_[sentence].begin; i < clubs_in_[sentence].end; ++i) {
    const Seen& seen = clubs_[i];
    if (seen.at >= at) break;
    const bool free = case_of(seen, hole) == ClubCase::kFree && !seen.governed && !seen.inner;
    if (subject == nullptr && free && seen.clause == hole.clause &&
        seen.at < first_verb_[sentence]) {
      subject = &seen;
    } else if (!seen.preposition && !seen.inner) {
      return kNoIndex;
    }
  }
  if (subject == nullptr || hole.takes(subject->entity)) return kNoIndex;
  if (!finite_between(subject->unit, hole.unit)) return kNoIndex;
  for (Index i = persons_in_[sentence].begin; i < persons_in_[sentence].end; ++i) {
    const Seen& seen = persons_[i];
    if (seen.at < at && !seen.governed && !seen.inner) return kNoIndex;
  }
  for (Index u = subject->unit + 1; u < hole.unit; ++u) {
    if (lexicon_.in_list(document_.units[u].word, relative_)) return kNoIndex;
  }
  return subject->entity;
}

Index Focus::seat_club(const Hole& hole, Index person) const {
  auto seat = seats_.find(person);
  for (auto other = hole.persons.begin();
       seat == seats_.end() && !hole.subject_club && other != hole.persons.end(); ++other) {
    seat = seats_.find(*other);
  }
  if (seat == seats_.end() || hole.takes(seat->second)) return kNoIndex;
  const auto plays = [&](Index club) {
    return std::ranges::any_of(seats_, [&](const auto& one) { return one.second == club; });
  };
  const IndexRange range = clubs_in_[document_.clauses[hole.clause].sentence];
  for (Index i = range.begin; i < range.end; ++i) {
    if (!plays(clubs_[i].entity)) return kNoIndex;
  }
  return seat->second;
}

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
    Candidate& out = candidate_of(found, seen.entity);
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
  sign(owner_, ClubSign::kOwner);
  local_.add_around(sentence, hole.taken, found);
  for (Candidate& one : found) {
    if (entities_.nation[one.entity]) one.add(ClubSign::kNation);
    section.clubs.add_share(one);
  }
  return found;
}

// `Rossi si trasferì al Como e il suo posto fu preso da Neri`: where he was before, not where he
// went; kNoIndex: nothing like it.
Index Focus::club_left(const Hole& hole) const {
  const auto moved = arrived_ == kNoIndex ? tied_clubs_.end() : tied_clubs_.find(arrived_);
  if (moved == tied_clubs_.end()) return kNoIndex;
  const auto told = tie_sentence_.find(arrived_);
  if (told == tie_sentence_.end() || told->second != now_) return kNoIndex;
  constexpr Index kReach = 32;  // units
  const IndexRange units = document_.clauses[hole.clause].units;
  const Index at = std::clamp(hole.unit, units.begin, units.end);
  const Index begin = at - std::min(at - units.begin, kReach);
  const Index end = std::min(units.end, at + kReach);
  bool takes_place = false;
  for (Index u = begin; u + 1 < end && !takes_place; ++u) {
    takes_place = lexicon_.in_list(document_.units[u].word, possessive_) &&
                  lexicon_.in_list(document_.units[u + 1].word, place_taken_);
  }
  const auto& clubs = moved->second;
  const auto before =
      std::find_if(clubs.rbegin(), clubs.rend(), [&](Index club) { return club != clubs.back(); });
  return takes_place && before != clubs.rend() && !hole.takes(*before) ? *before : kNoIndex;
}

// `Rossi è il nuovo tecnico del Lecco. L'anno scorso guidava il Como. Prende il posto di Neri.`: at
// the club that he comes to, where the one told since is of the past; kNoIndex: nothing like it.
Index Focus::club_entered(const Hole& hole, Index person) const {
  if (!hole.entering || person == kNoIndex || person != newcomer_ || hole.takes(newcomer_club_))
    return kNoIndex;
  const auto tied = tied_clubs_.find(person);
  if (tied == tied_clubs_.end() || tied->second.back() == newcomer_club_) return kNoIndex;
  const Index told = tie_sentence_.find(person)->second;
  if (told >= document_.clauses[hole.clause].sentence) return kNoIndex;
  for (const VerbGroup& verb : verbs_in(document_, document_.sentences[told].tokens)) {
    if (verb.form == Form::kFinite && verb.tense == Tense::kPresent) return kNoIndex;
  }
  return newcomer_club_;
}

// `Dall'altra Rossi`, `il collega Rossi`: who is at the other of the two sides that play each
// other.
Index Focus::other_side(const Hole& hole, Index person) const {
  constexpr Index kReach = 4;  // units
  const auto [home, away] = fixture().first != kNoIndex ? fixture() : two();
  if (person == kNoIndex || home == kNoIndex || away == kNoIndex) return kNoIndex;
  const IndexRange persons = persons_in_[document_.clauses[hole.clause].sentence];
  for (Index i = persons.begin; i < persons.end; ++i) {
    const Seen& seen = persons_[i];
    if (seen.entity != person || seen.inner) continue;
    const Index begin = document_.clauses[seen.clause].units.begin;
    for (Index u = seen.unit; u > begin && seen.unit - u < kReach; --u) {
      const Unit& before = document_.units[u - 1];
      if ((before.kinds & (kind_bit(UnitKind::kPerson) | kind_bit(UnitKind::kBreak))) != 0) break;
      const bool other = lexicon_.in_list(before.word, other_side_) && u > begin + 1 &&
                         lexicon_.preposition(document_.units[u - 2].word) != kNoIndex;
      if (!other && !lexicon_.in_list(before.word, counterpart_)) continue;
      const Index own = last_club_of(person);
      if (own != kNoIndex) return own == home || own == away ? own : kNoIndex;
      // Whom the paragraph named before is of the one, he is of the other.
      const Index block = document_.sentences[sentence_of(seen)].block;
      for (Index k = i; k > 0; --k) {
        const Seen& first = persons_[k - 1];
        if (document_.sentences[sentence_of(first)].block != block) break;
        const Index side = first.entity == person ? kNoIndex : last_club_of(first.entity);
        if (side == home || side == away) return side == home ? away : home;
      }
      return other ? away : kNoIndex;
    }
  }
  return kNoIndex;
}

Index Focus::club(const Hole& hole, Index person) const {
  if (const Index own = club_entered(hole, person); own != kNoIndex) return own;
  if (const Index left = club_left(hole); left != kNoIndex) return left;
  if (const Index other = other_side(hole, person); other != kNoIndex) return other;
  if (const Index before = club_before_bracket(hole); before != kNoIndex) return before;
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
  if (const Index doing = club_doing_both(hole); doing != kNoIndex) return doing;
  if (hole.house && section_ != kNoIndex && !hole.takes(sections_[section_].club))
    return sections_[section_].club;
  Candidates& candidates = club_candidates(hole, person);
  const Matter matter = matter_of(hole);
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
  if (const Index item = item_club(hole); item != kNoIndex) {
    out.club = item;
    out.share = 1;
    out.headed = true;
    out.main = item == sections_[section_].club;
    out.clear = out.main && sections_[section_].clear_club;
    return out;
  }
  if (const Index seat = seat_club(hole, person); seat != kNoIndex) {
    out.club = seat;
    out.share = 1;
    out.main = seat == sections_[section_].club;
    out.clear = out.main && sections_[section_].clear_club;
    return out;
  }
  const Candidates& candidates = club_candidates(hole, person);
  out.club = other_side(hole, person);
  if (out.club == kNoIndex) out.club = heaviest(candidates, matter_of(hole));
  if (out.club != kNoIndex && !hole.subject_club && !plain_club_[out.club]) out.club = kNoIndex;
  if (out.club == kNoIndex) return out;
  out.share = share_of(out.club, candidates, matter_of(hole));
  const SectionFocus& section = sections_[section_];
  out.main = out.club == section.club;
  out.clear = out.main && section.clear_club;
  out.headed = headed_ && out.club == current_club_;
  return out;
}

Index Focus::match_club(const Hole& hole, const std::vector<bool>& played,
                        const std::function<bool(Index club)>& may_play) const {
  constexpr double kLeastShare = 0.35;  // of a side that nothing near the score names
  Hole who = hole;
  who.taken = {};  // clubs
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
