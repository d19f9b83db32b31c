// LocalSigns: where an article is at home by other words than a club's name: the towns and the
// grounds of the clubs that it names (`Chiavari, 18 luglio`, `al Tizian`). Thread rule: belongs to
// one document's pass.
#pragma once

#include <memory_resource>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/choice/candidate.h"
#include "resolve/entity/entity_view.h"

namespace panchina {

class LocalSigns {
 public:
  // Time: linear in the document.
  LocalSigns(const Document& document, const EntityView& entities, const Lexicon& lexicon);

  // Adds to `found` what the towns and grounds around a sentence say of their clubs.
  void add_around(Index sentence, Candidates& found) const;

 private:
  // A token that names the town, or the ground, of a club.
  struct Named {
    Index at = kNoIndex;
    Index club = kNoIndex;  // in EntityView::clubs
    bool ground = false;
  };
  // A club of the article that has a town.
  struct AtHome {
    std::string_view town;
    Index club = kNoIndex;    // in Lexicon::clubs
    Index entity = kNoIndex;  // in EntityView::clubs
    friend auto operator<=>(const AtHome&, const AtHome&) = default;
  };
  void find_clubs(const EntityView& entities, const Lexicon& lexicon);
  bool is_edge(const Block& block, const LexiconHit& hit) const;
  void look_at(const LexiconHit& hit, bool edge, const Lexicon& lexicon);
  void find_most();

  const Document& document_;
  std::pmr::unordered_map<Index, Index> of_lexicon_;  // the article's, by index in Lexicon::clubs
  std::pmr::vector<AtHome> at_home_;                  // sorted
  std::pmr::vector<Named> named_;                     // in text order
  std::pmr::vector<Index> on_page_;                   // clubs whose town an edge of the page names
  std::pmr::vector<Index> times_;                     // by club: how often its town is named
  Index most_ = kNoIndex;
  std::string_view page_town_;  // the first that an edge names
  bool several_ = false;        // the edges name others: `da Sofia a Bucarest`
};

}  // namespace panchina
