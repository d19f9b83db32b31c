// NamedClubs: which club or nation each name means; of epithets, descriptors with an adjective and
// the people of a place (`gli emiliani`) the one of the section that they fit. Thread rule: belongs
// to one document. Time: linear in the document, but for sorting; for each epithet, descriptor or
// people the clubs of its section.
#pragma once

#include <functional>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"

namespace panchina {

class NamedClubs {
 public:
  // All must outlive it.
  NamedClubs(const Document& document, const Lexicon& lexicon, EntityView& view);

  // A unit of the section that one of its readings makes a club or nation.
  void add(Index unit, Index reading, Index section);
  // Fills `clubs`, `nation`, `club_of_unit`, `folk_of_unit` and `indirect` of the view, once all
  // are added.
  void settle();

 private:
  struct Seen {
    Index unit = kNoIndex;
    Index token = 0;
    Index section = 0;
    Index entity = kNoIndex;   // in view_.clubs; none for what is still to be settled
    Index club = kNoIndex;     // in the lexicon; none for unknown clubs
    Index reading = kNoIndex;  // none: the people of a place
  };
  using LastAt = std::pmr::unordered_map<Index, std::size_t>;  // by club: in seen_

  Index club_entity(std::string_view id);
  Index entity_of(Index club);
  void find_towns();
  std::string_view id_of_unknown(std::string_view id) const;
  void add_folk();
  void settle_section(std::size_t from, std::size_t to);
  bool is_named_behind(std::size_t i, std::size_t to, Index club) const;
  bool fits(const Reading& reading, Index club) const;
  bool is_from(Index demonym, Index club) const;
  bool is_from_town(Index demonym, Index club) const;
  bool is_titled(std::size_t i) const;
  Index block_of(std::size_t i) const;
  Index chosen_of(std::span<const Index> clubs, const LastAt& last_at, std::size_t at,
                  const std::function<bool(Index club)>& fits) const;

  const Document& document_;
  const Lexicon& lexicon_;
  EntityView& view_;
  Index at_town_;                // word list: `a`
  Index folk_article_;           // word list
  Index titled_ = kNoIndex;      // the one club that the section's titles name
  std::pmr::vector<Seen> seen_;  // in text order, once all are added
  std::pmr::unordered_map<std::string, Index> club_of_town_;   // kNoIndex: of several
  std::pmr::unordered_map<std::string_view, Index> club_ids_;  // of the lexicon and the document
};

}  // namespace panchina
