// Which club a hole of a passage stands for, and whose match a sentence tells.
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

// `poi andai al Lecco: esonerato dopo due mesi`: the station that a comma or colon parts from what
// ended it.
Index Focus::club_just_named(const Hole& hole) const {
  const Index at = document_.units[hole.unit].tokens.begin;
  const IndexRange range = clubs_in_[document_.clauses[hole.clause].sentence];
  for (Index i = range.end; i > range.begin; --i) {
    const Seen& seen = clubs_[i - 1];
    if (seen.at >= at || seen.clause != hole.clause) continue;
    const char mark = document_.tokens[document_.units[seen.unit].tokens.end].mark;
    const bool parted = mark == ':' || mark == ',';
    if (!parted || !is_local(seen) || seen.rival || seen.paired || seen.genitive || seen.bare ||
        seen.ground || hole.takes(seen.entity) || !seen.governed ||
        finite_between(seen.unit, hole.unit)) {
      return kNoIndex;
    }
    return seen.entity;
  }
  return kNoIndex;
}

Index Focus::club(const Hole& hole, Index person) const {
  const Index before = club_before_bracket(hole);
  if (before != kNoIndex) return before;
  const auto tied = last_club_.find(person);
  const bool known = person != kNoIndex && tied != last_club_.end() && !hole.takes(tied->second);
  if (hole.own_club && known) {
    const Index just = club_just_named(hole);
    return just == kNoIndex ? tied->second : just;
  }
  if (hole.house && section_ != kNoIndex && !hole.takes(sections_[section_].club))
    return sections_[section_].club;
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index at = document_.units[hole.unit].tokens.begin;
  const IndexRange range = clubs_in_[sentence];
  for (Index i = range.end; i > range.begin; --i) {
    const Seen& seen = clubs_[i - 1];
    // `viene dal Lecco, dove era arrivato nel 2018`: there.
    if (seen.governed && !(seen.where && seen.clause == hole.clause)) continue;
    if (seen.at < at && !seen.opponent && !hole.takes(seen.entity) &&
        (!seen.inner || seen.clause == hole.clause)) {
      const Index member = seen.paired ? pair_member(seen) : seen.entity;
      if (member != kNoIndex && !hole.takes(member)) return member;
    }
  }
  for (Index i = range.end; i > range.begin; --i) {
    const Seen& seen = clubs_[i - 1];
    if (seen.post && seen.at < at && !seen.inner && !hole.takes(seen.entity) && !hole.subject_club)
      return seen.entity;
  }
  // `costa caro a Rossi: il Bari gli dà il benservito`, in a paragraph about another club.
  if (!known && !hole.subject_club && !names_main_ && post_club_ == kNoIndex &&
      named_club_ == kNoIndex && !headed_) {
    for (Index i = range.begin; i < range.end; ++i) {
      const Seen& seen = clubs_[i];
      if (seen.at > at && !seen.governed && is_local(seen) && !hole.takes(seen.entity))
        return seen.entity;
    }
  }
  // `lo chiama il Lecce. Poi il Bari se lo porta a casa. Un quarto posto, …`: named since.
  if (known && hole.subject_club && free_club_ != kNoIndex && !headed_ &&
      free_sentence_ > tie_sentence_.find(person)->second && !hole.takes(free_club_)) {
    return free_club_;
  }
  if (hole.present && known && post_club_ == kNoIndex) {
    const Index first = first_club_.find(person)->second;
    if (!hole.takes(first)) return first;
  }
  // The balances and places of a page about one club are its own, whoever sat on which bench; those
  // of a paragraph that told of no post are the club's that it named.
  if (known && hole.subject_club && post_club_ == kNoIndex && named_club_ != kNoIndex &&
      !hole.takes(named_club_) &&
      document_.sentences[tie_sentence_.find(person)->second].block !=
          document_.sentences[sentence].block) {
    return named_club_;
  }
  const bool of_club = hole.subject_club && section_ != kNoIndex && sections_[section_].clear_club;
  if (known && !of_club) return tied->second;
  const Index main = section_ == kNoIndex ? kNoIndex : sections_[section_].club;
  // Where one club is plainly what the page is about, the posts of those it names are there.
  if (section_ != kNoIndex && sections_[section_].clear_club && !headed_ && !hole.subject_club &&
      !hole.takes(main)) {
    return main;
  }
  // Whose new post the section told of: his staff is there.
  const auto new_post = first_club_.find(hole.subject_club ? kNoIndex : newcomer_);
  const Index his = new_post == first_club_.end() ? kNoIndex : new_post->second;
  for (const Index candidate : {post_club_, headed_ ? current_club_ : kNoIndex,
                                local_club(sentence, at), his, current_club_, main}) {
    if (candidate != kNoIndex && !hole.takes(candidate)) return candidate;
  }
  return kNoIndex;
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
    const auto tied = last_club_.find(person);
    return person == kNoIndex || tied == last_club_.end() ? kNoIndex : tied->second;
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
      if (seen.governed || verb_between(hole, seen.at)) return kNoIndex;
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

// `Lecco-Bari 0-1, con Rossi squalificato`: of two that played, the one that the section is about.
Index Focus::pair_member(const Seen& seen) const {
  const Index main = section_ == kNoIndex ? kNoIndex : sections_[section_].club;
  if (seen.entity == main) return main;
  const IndexRange range = clubs_in_[sentence_of(seen)];
  for (Index i = range.begin; i < range.end; ++i) {
    if (clubs_[i].paired && clubs_[i].entity == main) return main;
  }
  return seen.entity;
}

// A paragraph that never names the section's own club is about another: the last that it named.
Index Focus::local_club(Index sentence, Index at) const {
  if (names_main_) return kNoIndex;
  Index last = named_club_;
  const IndexRange range = clubs_in_[sentence];
  for (Index i = range.begin; i < range.end && clubs_[i].at < at; ++i) {
    if (is_local(clubs_[i])) last = clubs_[i].entity;
  }
  return last;
}

}  // namespace panchina
