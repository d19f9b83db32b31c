// BirthPlace: where somebody was born, where the words name a place that no list holds (`nato a
// Capodistria`) or put it before the verb (`nella casa di Osimo dove è nato`). Thread rule: const,
// of one document. Linear in a few units beside the verb.
#pragma once

#include <optional>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace panchina {

class BirthPlace {
 public:
  BirthPlace(const Document& document, const Lexicon& lexicon)
      : document_(document),
        lexicon_(lexicon),
        births_(lexicon.find_list("date_birth")),
        at_(lexicon.find_list("town_at")),
        where_(lexicon.find_list("relative_place")) {}

  // The name's span; none where the passage does not give it.
  std::optional<NormSpan> find(const Hit& hit) const;

 private:
  bool is_born(Index unit) const;
  bool is_name(Index unit) const;
  std::optional<NormSpan> behind(Index born, IndexRange clause) const;
  std::optional<NormSpan> before(Index born, IndexRange clause) const;

  const Document& document_;
  const Lexicon& lexicon_;
  Index births_, at_, where_;
};

}  // namespace panchina
