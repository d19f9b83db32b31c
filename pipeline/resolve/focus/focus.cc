#include "resolve/focus/focus.h"

#include <algorithm>

#include "document/features.h"

namespace panchina {

namespace {

constexpr std::size_t kEntryTokens = 10;  // `3) ALDO ROSSI.`

}  // namespace

Focus::Focus(const Document& document, const EntityView& entities, const Lexicon& lexicon,
             Index tradesman)
    : document_(document),
      entities_(entities),
      lexicon_(lexicon),
      local_(document, entities, lexicon),
      aside_(document, lexicon),
      and_(lexicon.find_list("match_and")),
      name_label_(lexicon.find_list("name_label")),
      possessive_(lexicon.find_list("possessive")),
      place_taken_(lexicon.find_list("place_taken")),
      relative_(lexicon.find_list("relative")),
      opener_(lexicon.find_list("clause_opener")),
      person_back_(lexicon.find_list("person_back")),
      latter_(lexicon.find_list("latter")),
      this_(lexicon.find_list("latter_this")),
      idle_(lexicon.find_list("idle")),
      kin_(lexicon.find_list("kin")),
      into_(lexicon.find_list("inside")),
      goes_up_(lexicon.find_list("verb_goes_up")),
      at_club_(lexicon.find_list("at_club")),
      bench_deed_(lexicon.find_list("bench_deed")),
      other_side_(lexicon.find_list("other_side")),
      counterpart_(lexicon.find_list("counterpart")),
      relative_place_(lexicon.find_list("relative_place")),
      contrast_(lexicon.find_list("contrast")),
      young_(lexicon.find_list("staff_youth")),
      of_it_(lexicon.find_list("date_of_it")),
      life_opener_(lexicon.find_list("life_opener")),
      as_post_(lexicon.find_list("as_post")),
      playing_(lexicon.find_list("playing_career")),
      bench_(lexicon.find_list("bench_career")),
      career_noun_(lexicon.find_list("career_noun")),
      agent_(lexicon.find_list("agent")),
      persons_(document.scratch()),
      clubs_(document.scratch()),
      speakers_(document.scratch()),
      first_naming_(document.scratch()),
      first_club_naming_(document.scratch()),
      other_post_(document.scratch()),
      officer_(document.scratch()),
      persons_in_(document.scratch()),
      clubs_in_(document.scratch()),
      lands_(document.scratch()),
      line_club_(document.scratch()),
      item_clubs_(document.scratch()),
      round_up_(document.scratch()),
      first_verb_(document.scratch()),
      competitions_(document.scratch()),
      competition_above_(document.scratch()),
      sections_(document.scratch()),
      namings_(document.scratch()),
      candidates_(document.scratch()),
      candidate_at_(std::max(entities.persons.size(), entities.clubs.size()), document.scratch()),
      tie_sentence_(document.scratch()),
      tied_clubs_(document.scratch()),
      seats_(document.scratch()),
      sent_out_(entities.clubs.size(), false, document.scratch()),
      tradesman_(tradesman),
      quoted_(quoted_tokens()) {
  collect();
  label_lines();
  weigh();
  find_speakers();
  find_heroes();
  find_ourselves();
}

Index Focus::protagonist() const {
  return section_ == kNoIndex ? kNoIndex : sections_[section_].hero;
}

Index Focus::partner(Index club) const {
  if (section_ == kNoIndex || club == kNoIndex) return kNoIndex;
  const auto& [one, two] = sections_[section_].two;
  return club == one ? two : club == two ? one : kNoIndex;
}

Index Focus::topic(Index sentence) const {
  constexpr Index kShort = 8;  // tokens
  const Index block = document_.sentences[sentence].block;
  if (line_club_[sentence] != kNoIndex) return line_club_[sentence];
  const Index first = document_.blocks[block].sentences.begin;
  const IndexRange clubs = clubs_in_[first];
  if (clubs.empty()) return kNoIndex;
  const bool alone = clubs.size() == 1 && document_.sentences[first].tokens.size() <= kShort;
  return alone ? clubs_[clubs.begin].entity : kNoIndex;
}

Index Focus::fielded(Index sentence, Index at) const {
  Index last = kNoIndex;
  for (Index i = clubs_in_[sentence].begin; i < clubs_in_[sentence].end; ++i) {
    if (clubs_[i].at >= at) break;
    const Index behind = document_.units[clubs_[i].unit].tokens.end;
    const char mark = behind < at ? document_.tokens[behind].mark : '\0';
    if (mark == ':' || mark == '(') last = clubs_[i].entity;
  }
  return last == kNoIndex ? topic(sentence) : last;
}

Index Focus::last_other(Index sentence, Index at, Index club) const {
  const IndexRange sentences = document_.blocks[document_.sentences[sentence].block].sentences;
  Index last = kNoIndex;
  const Index from = std::max(sentences.begin, sentence > 2 ? sentence - 2 : 0);
  for (Index s = from; s <= sentence; ++s) {
    for (Index i = clubs_in_[s].begin; i < clubs_in_[s].end; ++i) {
      if (clubs_[i].at < at && clubs_[i].entity != club) last = clubs_[i].entity;
    }
  }
  return last;
}

Index Focus::first_in(const std::pmr::vector<Seen>& seen, Index sentence) const {
  const IndexRange range = &seen == &persons_ ? persons_in_[sentence] : clubs_in_[sentence];
  for (Index i = range.begin; i < range.end; ++i) {
    if (!seen[i].inner) return seen[i].entity;
  }
  return kNoIndex;
}

void Focus::enter_sentence(Index sentence) {
  now_ = sentence;
  const Index block = document_.sentences[sentence].block;
  if (block == block_) {
    enter_line(sentence);
    return;
  }
  block_ = block;
  const Index section = document_.blocks[block].section;
  // Whose life the section tells, whoever else it names.
  const Index told_of =
      section == 0 && tradesman_ != kNoIndex ? tradesman_ : sections_[section].named_last;
  if (section != section_) {
    section_ = section;
    newcomer_ = newcomer_club_ = arrived_ = parted_ = kNoIndex;
    portrait_ = told_of;
    entry_ = kNoIndex;
    tied_clubs_.clear();
  }
  // A new paragraph begins with whom the heading above it or the section is about; where the
  // section is about several, with the last of whom a new post was told.
  const Index heading = document_.blocks[block].heading;
  const bool title = heading != kNoIndex && heading < sections_[section].first_body;
  subject_ = title && sections_[section].clear_person ? kNoIndex : heading_person(sentence);
  if (entry_ != kNoIndex && entry_heading_ == heading) subject_ = entry_;
  in_entry_ = subject_ != kNoIndex;
  Index under = heading_club(sentence);
  if (const Index own = topic(sentence); own != kNoIndex) under = own;
  headed_ = under != kNoIndex;
  if (heading != newcomer_heading_ && headed_ && !title) newcomer_ = kNoIndex;  // of another matter
  // `Palmarès`: still about whose birth began the page.
  const bool same = portrait_ == sections_[section].person && heading_person(sentence) == kNoIndex;
  if (heading != newcomer_heading_ && !same) portrait_ = told_of;
  newcomer_heading_ = heading;
  if (subject_ == kNoIndex && !sections_[section].clear_person) subject_ = newcomer_;
  current_club_ = headed_ ? under : sections_[section].club;
  if (document_.blocks[block].label == BlockLabel::kHeading) {
    const Index person = first_in(persons_, sentence);
    const Index club = first_in(clubs_, sentence);
    subject_ = person;  // none: back to whom the section is about
    if (club != kNoIndex) current_club_ = club;
  }
  post_club_ = post_sentence_ = kNoIndex;
  named_club_ = kNoIndex;
  names_person_ = names_newcomer_ = false;
  const IndexRange sentences = document_.blocks[block].sentences;
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    for (Index i = persons_in_[s].begin; i < persons_in_[s].end; ++i) {
      names_person_ = names_person_ || persons_[i].entity == sections_[section].person;
      names_newcomer_ = names_newcomer_ || persons_[i].entity == newcomer_;
    }
  }
}

// Whether a paragraph that names this club may be about it.
bool Focus::is_local(const Seen& seen) const {
  return !seen.opponent && !seen.aside && !seen.inner && !(seen.rival && seen.governed);
}

// `Domenica si è spento Aldo Rossi.`, `in panchina Rossi`; not `dovrebbe firmare Rossi`: the first
// who stands behind the verb as its subject, where the verb before him in his clause says what is
// so; not whom a participle tells of by the way, `il Lecco lo ha preso, esonerato Rossi`.
Index Focus::subject_behind_verb(IndexRange persons) const {
  Index clause = kNoIndex, from = 0;  // units before it have been looked at
  const VerbGroup* verb = nullptr;
  for (Index i = persons.begin; i < persons.end; ++i) {
    const Seen& seen = persons_[i];
    if (seen.inner) continue;
    if (seen.clause != clause) {
      clause = seen.clause;
      from = document_.clauses[clause].units.begin;
      verb = nullptr;
    }
    for (; from < seen.unit; ++from) {
      if (const VerbGroup* one = verb_of(document_, from)) verb = one;
    }
    const bool plain = verb == nullptr || (verb->modality == Modality::kAsserted &&
                                           verb->polarity == Polarity::kPositive);
    const Index at = verb == nullptr ? 0 : verb->tokens.begin;
    const bool by_the_way = verb != nullptr && verb->form == Form::kParticiple && at > 0 &&
                            document_.tokens[at - 1].mark == ',' && first_verb_[seen.sentence] < at;
    if (!seen.governed && plain && !by_the_way) return seen.entity;
  }
  return kNoIndex;
}

void Focus::leave_sentence(Index sentence) {
  // Of the subjects of the sentence whom the section is about, else the first.
  const IndexRange persons = persons_in_[sentence];
  Index first = kNoIndex;
  for (Index i = persons.begin; i < persons.end; ++i) {
    const Seen& seen = persons_[i];
    if (seen.inner || seen.governed || seen.at > first_verb_[sentence]) continue;
    if (first == kNoIndex || seen.entity == sections_[section_].person) first = seen.entity;
  }
  // `di altro tenore le parole di Rossi: «…»`: who speaks, whatever case he stands in.
  for (Index i = persons.begin; first == kNoIndex && i < persons.end; ++i) {
    const Seen& seen = persons_[i];
    const Index quote = document_.units[seen.unit].tokens.end + 1;
    if (!seen.inner && before_colon(seen) && quote < document_.tokens.size() &&
        document_.tokens[quote].mark == '"') {
      first = seen.entity;
    }
  }
  if (first == kNoIndex) first = subject_behind_verb(persons);
  // ... but the rows of a page about somebody are his, whom else they may name.
  const bool row = document_.sentences[sentence].row && sections_[section_].clear_person;
  if (first != kNoIndex && !row) subject_ = first;
  // `3) ALDO ROSSI.` before a paragraph: the next ones are about him too.
  const Sentence& whole = document_.sentences[sentence];
  const Block& block = document_.blocks[whole.block];
  if (first != kNoIndex && block.sentences.begin == sentence &&
      whole.tokens.size() <= kEntryTokens && first_verb_[sentence] == kNoIndex &&
      persons_[persons.begin].entity == first &&
      persons_[persons.begin].at <= whole.tokens.begin + 2) {
    entry_ = first;
    entry_heading_ = block.heading;
  }
  const IndexRange clubs = clubs_in_[sentence];
  for (Index i = clubs.begin; i < clubs.end; ++i) {
    if (is_local(clubs_[i])) named_club_ = clubs_[i].entity;
  }
}

// `Rossi:` at the sentence's start.
bool Focus::opens_speech(const Seen& seen) const { return !seen.governed && before_colon(seen); }

bool Focus::before_colon(const Seen& seen) const {
  const Index next = document_.units[seen.unit].tokens.end;
  return next < document_.tokens.size() && document_.tokens[next].mark == ':';
}

Index Focus::heading_person(Index sentence) const {
  const Index heading = document_.blocks[document_.sentences[sentence].block].heading;
  if (heading == kNoIndex) return kNoIndex;
  const IndexRange sentences = document_.blocks[heading].sentences;
  for (Index i = sentences.begin; i < sentences.end; ++i) {
    const Index found = first_in(persons_, i);
    if (found != kNoIndex) return found;
  }
  return kNoIndex;
}

// The first club that a heading names outright: neither an opponent nor by an epithet.
Index Focus::heading_club(Index sentence) const {
  const Index heading = document_.blocks[document_.sentences[sentence].block].heading;
  if (heading == kNoIndex) return kNoIndex;
  const IndexRange sentences = document_.blocks[heading].sentences;
  for (Index s = sentences.begin; s < sentences.end; ++s) {
    for (Index i = clubs_in_[s].begin; i < clubs_in_[s].end; ++i) {
      const Seen& seen = clubs_[i];
      if (!seen.inner && !seen.indirect && !(seen.governed && (seen.opponent || seen.rival)))
        return seen.entity;
    }
  }
  return kNoIndex;
}

Index Focus::heading_competition(Index sentence) const {
  return competition_above_[document_.sentences[sentence].block];
}

Index Focus::competition(Index unit, const std::function<bool(Index)>& may_be) const {
  const Index token = document_.units[unit].tokens.begin;
  const auto behind = std::upper_bound(
      competitions_.begin(), competitions_.end(), token,
      [&](Index at, Index other) { return at < document_.units[other].tokens.begin; });
  const auto section_of = [&](Index u) {
    const Index first = document_.units[u].tokens.begin;
    const auto section = std::upper_bound(
        document_.sections.begin(), document_.sections.end(), document_.tokens[first].span.begin,
        [](std::uint32_t at, const Section& one) { return at < one.span.begin; });
    return section - document_.sections.begin();
  };
  for (auto found = behind; found != competitions_.begin();) {
    --found;
    if (section_of(*found) != section_of(unit)) return kNoIndex;
    if (may_be(*found)) return *found;
  }
  return kNoIndex;
}

// `l'eredità di Rossi, nel frattempo accasatosi a Lecco`: the sentence names him only as whose
// something is.
bool Focus::is_named_aside(Index person) const {
  const IndexRange range = persons_in_[now_];
  bool aside = false;
  for (Index i = range.begin; i < range.end; ++i) {
    if (persons_[i].entity != person) continue;
    if (!persons_[i].genitive) return false;
    aside = true;
  }
  return aside && person != subject_;
}

void Focus::tie(Index person, Index club, bool newcomer) {
  if (club != kNoIndex && !is_named_aside(person)) {
    post_club_ = club;
    post_sentence_ = now_;
  }
  if (person == kNoIndex || club == kNoIndex) return;
  tied_clubs_[person].push_back(club);
  tie_sentence_[person] = now_;
  if (newcomer) {
    arrived_ = person;
  } else if (arrived_ == person) {
    arrived_ = kNoIndex;
  }
  // The rows of a career name others beside whom it is of.
  if (newcomer && !document_.sentences[now_].row) {
    newcomer_ = subject_ = person;
    newcomer_club_ = club;
    newcomer_sentence_ = now_;
  }
}

Index Focus::last_club_of(Index person) const {
  const auto tied = tied_clubs_.find(person);
  return tied == tied_clubs_.end() ? kNoIndex : tied->second.back();
}

bool Focus::is_at(Index person, Index club) const {
  const auto tied = tied_clubs_.find(person);
  return tied != tied_clubs_.end() &&
         std::find(tied->second.begin(), tied->second.end(), club) != tied->second.end();
}

bool Focus::is_main(Index person) const {
  return section_ != kNoIndex && person != kNoIndex && sections_[section_].person == person;
}

}  // namespace panchina
