// Words of rules: classes of verbs and nouns, joiners and frame patterns of
// rules/words/classes.toml, and the inflected forms of a lemma. Thread rule: used by the loader,
// then dropped.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"
#include "rule/report.h"

namespace panchina {

// All inflected forms of each lemma.
class LemmaForms {
 public:
  LemmaForms(const Vocabulary& vocabulary, const Lexicon& lexicon);
  // The forms of a noun, adjective or participle that has `word` among them, `word` included;
  // sorted.
  std::vector<Index> nominal_forms(Index word) const;
  // Whether it is a form of any.
  bool is_nominal_form(Index word) const;
  // Nouns and adjectives that are known, for «did you mean».
  std::vector<std::string> nominals() const;
  bool is_verb(Index lemma) const;
  bool empty() const { return !has_verbs_; }  // the lexicon inflects no verbs: any may be one
  // Infinitives that are known, for «did you mean».
  std::vector<std::string> verbs() const;

 private:
  const Vocabulary& vocabulary_;
  const Lexicon& lexicon_;
  struct Form {
    Index lemma;
    PartOfSpeech pos;
    Index word;
    bool nominal;  // no verb form but a participle
    auto operator<=>(const Form&) const = default;
  };
  std::vector<Form> forms_;  // sorted
  bool has_verbs_ = false;
};

// A line of a verb class: `sollevare ~ DA incarico`.
struct ClassLine {
  std::string lemma;
  RuleString string;                  // the whole list
  std::size_t begin = 0;              // of the line in it
  std::size_t particle = 0, end = 0;  // bytes behind `~`; empty: none
};

struct WordClasses {
  std::map<std::string, std::vector<ClassLine>, std::less<>> verbs;
  std::map<std::string, std::vector<std::string>, std::less<>> nouns;
  std::vector<std::string> joiners;  // e, ed, o ...

  std::map<std::string, RuleString, std::less<>> frames;    // agent, of, relative
  std::map<std::string, RuleString, std::less<>> adjuncts;  // `with.SLOT = "@name"`

  // Reads the tree of classes.toml, which must outlive the result.
  static WordClasses read(const TomlFile& file, Reporter& reporter);
  std::vector<std::string> verb_names() const;
  std::vector<std::string> noun_names() const;
  std::vector<std::string> adjunct_names() const;
};

}  // namespace panchina
