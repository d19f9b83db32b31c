#include "resolve/entity/named_clubs.h"

#include <algorithm>
#include <unordered_set>

#include "document/features.h"
#include "resolve/fact/each_section.h"
#include "text/fold.h"

namespace panchina {

NamedClubs::NamedClubs(const Document& document, const Lexicon& lexicon, EntityView& view)
    : document_(document),
      lexicon_(lexicon),
      view_(view),
      at_town_(lexicon.find_list("town_at")),
      folk_article_(lexicon.find_list("folk_article")),
      seen_(document.scratch()),
      club_of_town_(document.scratch()),
      club_ids_(document.scratch()) {
  find_towns();
}

void NamedClubs::add(Index unit, Index reading, Index section) {
  const Reading& read = document_.readings[reading];
  Seen seen{unit, document_.units[unit].tokens.begin, section, kNoIndex, kNoIndex, reading};
  if (read.how != How::kEpithet && read.how != How::kDescriptor) {
    if ((read.features & kClubUnknown) != 0) {
      seen.entity = club_entity(id_of_unknown(document_.unknown_clubs[read.value]));
    } else {
      seen.club = read.value;
      seen.entity = entity_of(seen.club);
    }
    view_.club_of_unit[unit] = seen.entity;
  }
  seen_.push_back(seen);
}

void NamedClubs::settle() {
  add_folk();
  std::sort(seen_.begin(), seen_.end(),
            [](const Seen& a, const Seen& b) { return a.token < b.token; });
  each_section(seen_, [this](std::size_t from, std::size_t to) { settle_section(from, to); });
}

Index NamedClubs::club_entity(std::string_view id) {
  const auto [at, fresh] = club_ids_.try_emplace(id, static_cast<Index>(view_.clubs.size()));
  if (fresh) {
    const Index known = lexicon_.find_club(id);
    view_.clubs.emplace_back(id);
    view_.nation.push_back(known != kNoIndex && lexicon_.clubs()[known].nation);
  }
  return at->second;
}

Index NamedClubs::entity_of(Index club) {
  return club == kNoIndex ? kNoIndex : club_entity(lexicon_.clubs()[club].id);
}

// The towns of the clubs that the article names, for clubs that no list holds.
void NamedClubs::find_towns() {
  if (document_.unknown_clubs.empty()) return;
  std::pmr::unordered_set<Index> named(document_.scratch());
  for (const Reading& reading : document_.readings) {
    const bool known = reading.kind == UnitKind::kClub && (reading.features & kClubUnknown) == 0 &&
                       reading.how != How::kEpithet && reading.how != How::kDescriptor;
    if (!known || !named.insert(reading.value).second) continue;
    const auto [at, first] =
        club_of_town_.emplace(slug(lexicon_.clubs()[reading.value].city), reading.value);
    if (!first) at->second = kNoIndex;
  }
}

// `AGRIGENTO. …` over what is told of the Akragas: the one club of that town that the article
// names.
std::string_view NamedClubs::id_of_unknown(std::string_view id) const {
  const auto own = club_of_town_.find(std::string(id.substr(1)));  // behind `?`
  const bool found = own != club_of_town_.end() && own->second != kNoIndex;
  return found ? std::string_view(lexicon_.clubs()[own->second].id) : id;
}

// `gli emiliani`, alone behind its article: not `i tifosi emiliani`, nor `gli emiliani Rossi e`.
void NamedClubs::add_folk() {
  for (const Clause& clause : document_.clauses) {
    const Index section = document_.blocks[document_.sentences[clause.sentence].block].section;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Unit& unit = document_.units[u];
      const Index at = unit.tokens.begin;
      if (unit.tokens.size() != 1 || at == 0 || (unit.kinds & kind_bit(UnitKind::kClub)) != 0)
        continue;
      const Token& token = document_.tokens[at];
      if (token.letters != LetterCase::kLower || lexicon_.demonyms(token.word).empty() ||
          !lexicon_.in_list(document_.tokens[at - 1].word, folk_article_)) {
        continue;
      }
      const bool name = at + 1 < document_.tokens.size() &&
                        document_.tokens[at + 1].letters == LetterCase::kTitle;
      if (!name) seen_.push_back({u, at, section, kNoIndex, kNoIndex, kNoIndex});
    }
  }
}

Index NamedClubs::block_of(std::size_t i) const {
  const auto behind =
      std::upper_bound(document_.blocks.begin(), document_.blocks.end(), seen_[i].token,
                       [](Index token, const Block& block) { return token < block.tokens.begin; });
  return static_cast<Index>(behind - document_.blocks.begin()) - 1;
}

bool NamedClubs::is_titled(std::size_t i) const {
  return document_.blocks[block_of(i)].label == BlockLabel::kTitle;
}

// Epithets and descriptors with an adjective: the one club of the section that they fit; of several
// the last that the paragraph named before, else that of the title, else the last named.
void NamedClubs::settle_section(std::size_t from, std::size_t to) {
  // The section's clubs and nations, each once.
  std::pmr::vector<Index> distinct(document_.scratch()), nations(document_.scratch());
  for (std::size_t i = from; i < to; ++i) {
    if (seen_[i].club == kNoIndex) continue;
    (lexicon_.clubs()[seen_[i].club].nation ? nations : distinct).push_back(seen_[i].club);
  }
  for (std::pmr::vector<Index>* all : {&distinct, &nations}) {
    std::sort(all->begin(), all->end());
    all->erase(std::unique(all->begin(), all->end()), all->end());
  }
  titled_ = kNoIndex;
  for (std::size_t i = from; i < to && is_titled(i); ++i) {
    const Index club = seen_[i].club;
    const Index first = seen_[i].token;
    const bool at_town =  // `colpaccio a Padova`: where, not of whom
        first > 0 && lexicon_.in_list(document_.tokens[first - 1].word, at_town_);
    if (club == kNoIndex || club == titled_ || at_town) continue;
    if (titled_ != kNoIndex) {
      titled_ = kNoIndex;
      break;
    }
    titled_ = club;
  }
  LastAt last_at(document_.scratch());
  bool unknown = false;  // one of no list was named
  for (std::size_t i = from; i < to; ++i) {
    const Seen& seen = seen_[i];
    if (seen.entity != kNoIndex) {
      unknown = unknown || seen.club == kNoIndex;
      if (seen.club != kNoIndex) last_at[seen.club] = i;
      continue;
    }
    const Index word = document_.tokens[document_.units[seen.unit].tokens.end - 1].word;
    const auto from_there = [&](Index club) { return is_from(word, club); };
    if (seen.reading == kNoIndex) {
      Index folk = chosen_of(distinct, last_at, i, from_there);
      if (folk == kNoIndex) folk = chosen_of(nations, last_at, i, from_there);
      view_.folk_of_unit[seen.unit] = entity_of(folk);
      continue;
    }
    view_.indirect[seen.unit] = true;
    const Reading& reading = document_.readings[seen.reading];
    if (reading.how == How::kDescriptor && document_.descriptors[reading.value].adjective == 0) {
      continue;
    }
    // `la squadra capitolina`: also of a smaller club of that town.
    const bool of_town =
        reading.how == How::kEpithet && lexicon_.epithets()[reading.value].kind == "demonym";
    const auto fit = [&](Index club) {
      return fits(reading, club) || (of_town && is_from_town(word, club));
    };
    if (const Index club = chosen_of(distinct, last_at, i, fit); club != kNoIndex) {
      // Of one of no list, whose colours nothing tells; not `i biancazzurri del Cartigliano`.
      if (unknown && last_at.find(club) == last_at.end() && !is_named_behind(i, to, club)) continue;
      view_.club_of_unit[seen.unit] = entity_of(club);
    } else if (reading.how == How::kEpithet) {
      // `gli umbri`, of no club of the article by its epithets, `gli azzurri`, of a nation.
      Index folk = chosen_of(distinct, last_at, i, from_there);
      if (folk == kNoIndex) folk = chosen_of(nations, last_at, i, fit);
      view_.folk_of_unit[seen.unit] = entity_of(folk);
    }
  }
}

// Whether the club is named right behind that one.
bool NamedClubs::is_named_behind(std::size_t i, std::size_t to, Index club) const {
  constexpr Index kReach = 5;  // tokens
  return i + 1 < to && seen_[i + 1].club == club && seen_[i + 1].token - seen_[i].token <= kReach;
}

// Whether an epithet or a descriptor's adjective may mean the club.
bool NamedClubs::fits(const Reading& reading, Index club) const {
  if (reading.how == How::kEpithet) {
    const auto& clubs = lexicon_.epithets()[reading.value].clubs;
    return std::find(clubs.begin(), clubs.end(), club) != clubs.end();
  }
  return is_from(document_.descriptors[reading.value].adjective, club);
}

// Whether a word says where the club is from.
bool NamedClubs::is_from(Index demonym, Index club) const {
  const Club& known = lexicon_.clubs()[club];
  for (const Demonym& place : lexicon_.demonyms(demonym)) {
    switch (place.kind) {
      case Demonym::Kind::kCity:
        if (place.place == known.city) return true;
        break;
      case Demonym::Kind::kRegion:
        if (place.place == known.region) return true;
        break;
      case Demonym::Kind::kCountry:
        // All clubs of a text are Italian.
        if (place.place == known.country && (known.nation || place.place != "IT")) return true;
        break;
    }
  }
  return false;
}

// Whether a word says that the club is of the town.
bool NamedClubs::is_from_town(Index demonym, Index club) const {
  const Club& known = lexicon_.clubs()[club];
  const auto& places = lexicon_.demonyms(demonym);
  return !known.nation && std::any_of(places.begin(), places.end(), [&](const Demonym& place) {
    return place.kind == Demonym::Kind::kCity && place.place == known.city;
  });
}

// The only one of several that fits, else the one of those that the paragraph of `at` named last,
// else that of the title, else the one that was named last.
Index NamedClubs::chosen_of(std::span<const Index> clubs, const LastAt& last_at, std::size_t at,
                            const std::function<bool(Index club)>& fits) const {
  std::size_t fitting = 0, latest = 0;
  Index only = kNoIndex, last = kNoIndex;
  bool titled = false;
  for (const Index club : clubs) {
    if (!fits(club)) continue;
    ++fitting;
    only = club;
    titled = titled || club == titled_;
    const auto named = last_at.find(club);
    if (named != last_at.end() && (last == kNoIndex || named->second > latest)) {
      last = club;
      latest = named->second;
    }
  }
  if (fitting == 1) return only;
  return titled && (last == kNoIndex || block_of(latest) != block_of(at)) ? titled_ : last;
}

}  // namespace panchina
