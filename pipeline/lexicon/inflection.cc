#include "lexicon/inflection.h"

#include "text/fold.h"

namespace panchina {

std::vector<std::string> Inflection::inflect(std::string_view lemma, const Endings& endings) {
  const std::string word(lemma);
  std::vector<std::string> out{folded(word)};
  for (const auto& [end, others] : endings) {
    if (word.size() < end.size() || word.compare(word.size() - end.size(), end.size(), end) != 0) {
      continue;
    }
    for (const std::string& other : others) {
      std::string form = folded(word.substr(0, word.size() - end.size()) + other);
      if (form != out.front()) out.push_back(std::move(form));
    }
    break;
  }
  return out;
}

}  // namespace panchina
