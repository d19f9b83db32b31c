// Inflection of nouns and adjectives by their endings (words/conjugation.toml [noun], [adjective]).
// Thread rule: const after construction.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace panchina {

class Inflection {
 public:
  using Endings = std::vector<std::pair<std::string, std::vector<std::string>>>;
  Inflection() = default;
  Inflection(Endings noun, Endings adjective)
      : noun_(std::move(noun)), adjective_(std::move(adjective)) {}

  // The lemma and its other forms, as folded words: `pareggio` -> pareggio pareggi.
  std::vector<std::string> noun(std::string_view lemma) const { return inflect(lemma, noun_); }
  // `storico` -> storico storica storici storiche.
  std::vector<std::string> adjective(std::string_view lemma) const {
    return inflect(lemma, adjective_);
  }
  static void fields(auto& archive, auto& self) { archive(self.noun_, self.adjective_); }

 private:
  static std::vector<std::string> inflect(std::string_view lemma, const Endings& endings);
  Endings noun_, adjective_;
};

}  // namespace panchina
