// Conjugation: all forms of a verb from its infinitive, by the classes of words/conjugation.toml
// and the irregular stems of words/verbs.toml. Thread rule: const after construction.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/toml_file.h"
#include "lexicon/lexicon_builder.h"

namespace panchina {

// Six persons, each with its alternative forms or endings.
using Persons = std::array<std::vector<std::string>, 6>;

// What is irregular in a verb; empty where it follows its class.
struct IrregularVerb {
  std::string class_name, stem, past, subjunctive, gerund;
  std::vector<std::string> future, participle;
  bool pairs = false;  // takes two pronouns: affidargliela
  Persons present, imperfect, past_forms, subjunctive_forms, past_subjunctive;
};

class Conjugation {
 public:
  // Reads conjugation.toml; what is wrong is reported to the builder.
  Conjugation(const TomlFile& file, LexiconBuilder& builder);

  // Called with each form (as written, with its accents) and its features (word_features.h).
  using Use = std::function<void(std::string_view form, std::uint32_t features)>;
  // False where the class is unknown or the infinitive does not end as the class says.
  bool conjugate(std::string_view infinitive, const IrregularVerb& irregular, const Use& use) const;

  // The class that the infinitive's ending asks for, first in the file; empty: none.
  std::string_view class_of(std::string_view infinitive) const;

 private:
  struct Class {
    std::string name, infinitive, participle, gerund;
    Persons present, imperfect, past, future, conditional, subjunctive, past_subjunctive;
    std::vector<std::array<std::string, 3>> joins;  // end of the stem, begin of the ending, both
  };
  class Joiner;
  const Class* find(std::string_view name) const;
  void use_tenses(const Class& cls, const IrregularVerb& irregular, Joiner& join,
                  const Use& use) const;
  void use_enclitics(std::string_view infinitive, const std::string& gerund, bool pairs,
                     const Use& use) const;
  void use_participle(std::string_view masculine, const Use& use) const;

  std::vector<Class> classes_;
  std::array<std::string, 6> strong_past_, irregular_future_, irregular_conditional_,
      irregular_subjunctive_;
  std::vector<std::pair<std::string, std::string>> cuts_;  // of the infinitive before a pronoun
  std::vector<std::pair<std::string, std::uint32_t>> enclitics_;
  std::vector<std::pair<std::string, std::uint32_t>> pairs_;
  std::string participle_endings_;  // masculine, feminine singular; masculine, feminine plural
  struct ParticipleEnclitic {
    char ending = 0;  // of the participle
    std::string pronoun;
    std::uint32_t feature = 0;
  };
  std::vector<ParticipleEnclitic> participle_enclitics_;
};

}  // namespace panchina
