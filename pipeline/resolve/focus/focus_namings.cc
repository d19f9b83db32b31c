// The namings around a hole: where each stands, and what its neighbours say.
#include <algorithm>
#include <optional>
#include <utility>

#include "document/features.h"
#include "resolve/focus/focus.h"

namespace panchina {

// Whether a finite verb stands between two units.
bool Focus::finite_between(Index from, Index to, Index allowed) const {
  Index verbs = 0;
  for (Index u = from + 1; u < to && verbs <= allowed; ++u) {
    const VerbGroup* verb = verb_of(document_, u);
    if (verb != nullptr && verb->form == Form::kFinite) ++verbs;
  }
  return verbs > allowed;
}

// `Rossi (Lecco)`, `Rossi del Lecco`, `il Lecco di Rossi`.
bool Focus::beside(const Seen& person, const Seen& club) const {
  constexpr Index kReach = 3;  // units
  const Index bracket = document_.clauses[club.clause].parent;
  if (club.inner && bracket == person.unit + 1) return true;
  if (club.clause != person.clause) return false;
  const Seen& first = person.unit < club.unit ? person : club;
  const Seen& second = person.unit < club.unit ? club : person;
  if (!(second.genitive || second.bare) || second.unit - first.unit > kReach) return false;
  for (Index u = first.unit + 1; u + 1 < second.unit; ++u) {
    if (!document_.units[u].transparent) return false;
  }
  return true;
}

// Where a naming in the sentence of the hole stands. `next`: no other stands between.
Where Focus::place_here(const Seen& seen, const Hole& hole, bool next) const {
  const bool same = seen.clause == hole.clause;
  if (seen.inner && !same) return Where::kAside;
  if (seen.unit > hole.unit) return next ? Where::kAfter : Where::kLater;
  if (same) return next ? Where::kNear : Where::kClause;
  return next ? Where::kSide : Where::kBefore;
}

// ... before it; nothing in an earlier paragraph.
std::optional<Where> Focus::place_back(const Seen& seen, const Hole& hole) const {
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index there = document_.sentences[seen.sentence].block;
  if (there == document_.sentences[sentence].block) {
    const Index gap = sentence - seen.sentence;
    return seen.inner ? Where::kAside
           : gap == 1 ? Where::kLast
           : gap == 2 ? Where::kTwoBack
                      : Where::kParagraph;
  }
  const BlockLabel label = document_.blocks[there].label;
  if (label == BlockLabel::kTitle) return Where::kTitle;
  if (label == BlockLabel::kHeading) return Where::kHeading;
  return std::nullopt;
}

void Focus::add_here(const Seen& seen, const Hole& hole, bool next, Candidate& out) const {
  const bool behind = seen.unit > hole.unit;
  const bool verb =
      behind ? finite_between(hole.unit, seen.unit) : finite_between(seen.unit, hole.unit);
  if (next && behind) out.add(verb ? Sign::kAfterVerb : Sign::kAfterPlain);
  if (next && !behind && seen.clause == hole.clause)
    out.add(verb ? Sign::kNearVerb : Sign::kNearPlain);
  if (seen.indirect) out.add(Sign::kEpithetHere);
  const VerbGroup* told =
      seen.unit + 1 < document_.units.size() ? verb_of(document_, seen.unit + 1) : nullptr;
  if (!seen.governed && told != nullptr && told->form == Form::kFinite) out.add(Sign::kSubject);
}

const std::pmr::vector<Focus::Naming>& Focus::namings_around(const Hole& hole,
                                                             const std::pmr::vector<Seen>& all,
                                                             Candidates& found) const {
  // Enough for any passage, and a bound on what one hole costs.
  constexpr Index kBack = 40;
  constexpr Index kAhead = 8;
  std::pmr::vector<Naming>& namings = namings_;
  namings.clear();
  const Index sentence = document_.clauses[hole.clause].sentence;
  const Index block = document_.sentences[sentence].block;
  const Index at = document_.units[hole.unit].tokens.begin;
  const Index first = document_.blocks[document_.sections[section_].blocks.begin].tokens.begin;
  const auto behind =
      std::lower_bound(all.begin(), all.end(), std::pair{sentence, at},
                       [&](const Seen& one, const std::pair<Index, Index>& hole_at) {
                         return std::pair{one.sentence, one.at} < hole_at;
                       });
  found.clear();
  ++asked_;
  bool next = true;  // no other stands between
  const auto look = [&](const Seen& seen) {
    if (hole.takes(seen.entity) || (&all == &persons_ && is_other_object(seen, hole))) return;
    const bool here = seen.sentence == sentence;
    if (here && &all == &persons_ && is_spoken_of(seen, hole)) return;
    auto& [asked, candidate] = candidate_at_[seen.entity];
    if (asked != asked_) {
      asked = asked_;
      candidate = found.size();
      found.push_back({seen.entity, {}});
    }
    Candidate& out = found[candidate];
    if (here) {
      add_here(seen, hole, next, out);
      namings.push_back({&seen, place_here(seen, hole, next), true, candidate});
      next = next && seen.inner && seen.clause != hole.clause;
      return;
    }
    if (seen.indirect) out.add(Sign::kEpithetBack);
    if (const auto place = place_back(seen, hole)) {
      namings.push_back({&seen, *place, false, candidate});
    } else {
      const bool last = document_.sentences[seen.sentence].block + 1 == block;
      out.add(last ? Sign::kParagraphAgo : Sign::kEarlier);
    }
  };
  Index count = 0;
  for (auto one = behind; one != all.begin() && count < kBack; ++count) {
    --one;
    if (one->at < first) break;
    look(*one);
  }
  next = true;
  count = 0;
  for (auto one = behind; one != all.end() && count < kAhead; ++one, ++count) {
    if (one->sentence != sentence) break;
    look(*one);
  }
  return namings;
}

void Focus::note(Choice::Kind kind, std::size_t matter, const Candidates& candidates) const {
  if (log_ == nullptr) return;
  Choice choice;
  choice.kind = kind;
  choice.matter = matter;
  for (const Candidate& one : candidates) {
    choice.candidates.push_back({kind == Choice::Kind::kClub ? entities_.clubs[one.entity]
                                                             : entities_.persons[one.entity].name,
                                 set_bits(one.signs)});
  }
  log_->push_back(std::move(choice));
}

void Focus::Namings::add_share(Candidate& out) const {
  const auto counted = of.find(out.entity);
  if (counted == of.end()) return;
  const Index count = counted->second;
  if (count == most) out.add(Sign::kMost);
  if (count == 1) out.add(Sign::kOnce);
  if (count * 2 > all) {
    out.add(Sign::kHalf);
  } else if (count * 3 > all) {
    out.add(Sign::kThird);
  } else if (count * 6 > all) {
    out.add(Sign::kSixth);
  }
}

// `Barlettano, 51 anni, Rossi era sbarcato`: where he comes from.
bool Focus::describes_person(const Clause& clause, Index u) const {
  const Index first = document_.units[u].tokens.begin;
  return entities_.indirect[u] && first == document_.sentences[clause.sentence].tokens.begin &&
         document_.units[u].tokens.end < document_.tokens.size() &&
         document_.tokens[document_.units[u].tokens.end].mark == ',';
}

// Puts them in text order; `ranges`: those of each sentence.
void Focus::index_by_sentence(std::pmr::vector<Seen>& all, std::pmr::vector<IndexRange>& ranges) {
  std::stable_sort(all.begin(), all.end(), [](const Seen& one, const Seen& two) {
    const Index a = one.sentence, b = two.sentence;
    return a != b ? a < b : one.at < two.at;
  });
  for (Index i = 0; i < all.size(); ++i) {
    IndexRange& range = ranges[all[i].sentence];
    if (range.empty()) range = {i, i};
    range.end = i + 1;
  }
}

// `Neri, che lo rimpiazzò l'indomani, è stato esonerato`: whom the sentence opens with, where the
// hole's verb stands behind a relative clause. `range`: the namings of the sentence, in `seen`.
Index Focus::round_aside(const Hole& hole, const std::pmr::vector<Seen>& seen,
                         IndexRange range) const {
  constexpr Index kJoint = 2;  // units from the comma to the relative: `, con la quale`
  if (range.empty()) return kNoIndex;
  const Seen& head = seen[range.begin];
  const IndexRange units = document_.clauses[head.clause].units;
  const auto is_comma = [&](Index u) {
    return document_.tokens[document_.units[u].tokens.begin].mark == ',';
  };
  for (Index u = units.begin; u < head.unit; ++u) {
    if (!document_.units[u].transparent) return kNoIndex;
  }
  if (head.clause != hole.clause || head.governed || hole.takes(head.entity) ||
      head.unit + kJoint >= hole.unit || !is_comma(head.unit + 1)) {
    return kNoIndex;
  }
  bool relative = false;
  for (Index u = head.unit + 2; u <= head.unit + 2 + kJoint && u < hole.unit; ++u) {
    relative = relative || lexicon_.in_list(document_.units[u].word, relative_) ||
               lexicon_.in_list(document_.units[u].word, relative_place_);
  }
  if (!relative) return kNoIndex;
  // The verb of the hole, and the comma that closes the clause before it.
  const VerbGroup* verb = nullptr;
  Index close = hole.unit + 1;
  while (close > head.unit + 2 && (verb == nullptr || !is_comma(close))) {
    const VerbGroup* here = verb_of(document_, --close);
    if (verb == nullptr && here != nullptr && here->form == Form::kFinite) verb = here;
  }
  if (close == head.unit + 2 || verb->person != 3 || verb->plural) return kNoIndex;
  for (Index i = range.begin + 1; i < range.end; ++i) {
    if (seen[i].unit > close && seen[i].unit <= hole.unit) return kNoIndex;
  }
  return head.entity;
}

}  // namespace panchina
