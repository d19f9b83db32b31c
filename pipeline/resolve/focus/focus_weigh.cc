// Whom and which club each section is about: by where its mentions stand and what is told of them.
#include "document/readings.h"
#include "resolve/focus/focus.h"
#include "resolve/focus/weights.h"

namespace panchina {

namespace {

constexpr int kImprint = 16;
constexpr int kPortrait = 64;
constexpr int kLead = 6;  // a sentence that the body begins with

// How much a sentence counts by the block it stands in; `opened`: the body has begun.
int weight_of(BlockLabel label, bool opened) {
  switch (label) {
    case BlockLabel::kTitle:
      return 12;
    case BlockLabel::kHeading:
      return opened ? 3 : 8;
    case BlockLabel::kTable:
    case BlockLabel::kLineup:
      return 1;
    default:
      return 2;
  }
}

}  // namespace

void Focus::weigh() {
  constexpr int kSigner = 64;
  constexpr int kOwnVerbs = 3;  // of the first person: who signs tells of himself
  const std::pmr::vector<int> told_by_self = own_verbs(Self::kOne);
  owner_ = find_owner();
  Memory* const memory = document_.scratch();
  sections_.reserve(document_.sections.size());
  for (std::size_t s = 0; s < document_.sections.size(); ++s) sections_.emplace_back(memory);
  Weights persons(entities_.persons.size(), memory);
  Weights clubs(entities_.clubs.size(), memory);
  const std::pmr::vector<bool> told_of = units_told_of();
  for (Index s = 0; s < document_.sections.size(); ++s) {
    persons.clear();
    clubs.clear();
    weigh_mentions(s, told_of, persons, clubs);
    if (owner_ != kNoIndex) clubs.add(owner_, kImprint);
    if (const Index who = portrayed(document_.sections[s]); who != kNoIndex)
      persons.add(who, kPortrait);
    sections_[s].named_last = named_last(document_.sections[s]);
    if (sections_[s].named_last == kNoIndex)
      sections_[s].named_last = named_at_the_end(document_.sections[s]);
    if (sections_[s].named_last != kNoIndex) persons.add(sections_[s].named_last, kPortrait);
    if (s == 0 && tradesman_ != kNoIndex) persons.add(tradesman_, kImprint);
    if (told_by_self[s] >= kOwnVerbs) {
      if (const Index who = signer(document_.sections[s]); who != kNoIndex)
        persons.add(who, kSigner);
    }
    SectionFocus& section = sections_[s];
    section.person = persons.heaviest();
    section.club = clubs.heaviest();
    section.clear_person = persons.is_clear(section.person);
    section.clear_club = clubs.is_clear(section.club);
    // `Il Lecco ha scelto Rossi. Poi tocca al Como …`: many clubs and persons, none of whom it is
    // about.
    section.crowd = owner_ == kNoIndex && section.person != kNoIndex && section.club != kNoIndex &&
                    clubs.is_crowd(section.club) && persons.is_crowd(section.person);
  }
}

// By unit: whether it takes part in a fact that prose tells; rows list many.
std::pmr::vector<bool> Focus::units_told_of() const {
  std::pmr::vector<bool> told_of(document_.units.size(), false, document_.scratch());
  for (const Hit& hit : document_.hits) {
    if (hit.table) continue;
    for (const Binding& binding : bindings_of(document_, hit)) {
      if (binding.unit != kNoIndex) told_of[binding.unit] = true;
    }
  }
  return told_of;
}

// How much each mention of a section counts for whom it is about: by the label of its block, its
// place and what is told of it. Counts the names too, and finds where the body begins.
void Focus::weigh_mentions(Index section, const std::pmr::vector<bool>& told_of, Weights& persons,
                           Weights& clubs) {
  SectionFocus& out = sections_[section];
  int lead = 2;         // sentences of the body that count more
  bool opened = false;  // the body has begun: the headings before it are titles
  const IndexRange blocks = document_.sections[section].blocks;
  for (Index b = blocks.begin; b < blocks.end; ++b) {
    const Block& block = document_.blocks[b];
    if (!is_article(block.label)) continue;
    const bool body = block.label == BlockLabel::kBody;
    for (Index i = block.sentences.begin; i < block.sentences.end; ++i) {
      const int weight = body && lead > 0 ? kLead : weight_of(block.label, opened);
      if (body && lead > 0) --lead;
      for (Index at = persons_in_[i].begin; at < persons_in_[i].end; ++at) {
        const Seen& one = persons_[at];
        out.persons.count(one.entity);
        if (one.indirect) continue;
        if (is_labelled(one)) persons.add(one.entity, kImprint);
        if (!opened && opens_life(one)) persons.add(one.entity, kPortrait);
        persons.add(one.entity, mention_weight(one, weight, told_of[one.unit]));
      }
      constexpr Index kList = 4;  // so many clubs are a list: it is about none of them
      const bool list = clubs_in_[i].size() >= kList;
      for (Index at = clubs_in_[i].begin; at < clubs_in_[i].end; ++at) {
        const Seen& one = clubs_[at];
        out.clubs.count(one.entity);
        if (one.indirect) continue;
        clubs.add(one.entity, list ? 1 : mention_weight(one, weight, told_of[one.unit]));
      }
      if (!opened && body) {
        opened = true;
        out.first_body = b;
      }
    }
  }
}

// The weight of a mention in a sentence of that weight.
int Focus::mention_weight(const Seen& one, int sentence, bool told) {
  constexpr int kTold = 2;
  const bool aside = one.opponent || one.inner || one.station || one.chief;
  return (aside ? 1 : sentence) + (told && !one.station ? kTold : 0);
}

}  // namespace panchina
