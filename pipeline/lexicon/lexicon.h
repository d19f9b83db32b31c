// Lexicon: clubs, national teams, competitions, stadiums, places, names, roles and inflected words,
// with all their written forms. Read once from rules/lexicon/*.jsonl and rules/words/*.toml; const
// and shared by all workers afterwards.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "document/layers.h"
#include "lexicon/vocabulary.h"

namespace panchina {

enum class FormKind : std::uint8_t {
  kClub,
  kNation,
  kCompetition,
  kStadium,
  kPlace,
  kEpithet,
  kRole,
  kGivenName,
  kSurname
};

// A written form. One form may stand several times in a row in the table, once for each thing it
// may mean (`shared`).
struct LexiconForm {
  FormKind kind = FormKind::kClub;
  How how = How::kName;
  Index entry = 0;  // index in clubs(), competitions() ...; for kEpithet in epithets(); kGivenName,
                    // kSurname: unused
  bool weak = false;  // must not count alone: a city, a person's name, a common word, three letters
                      // or fewer
  bool needs_capital = true;
  bool more = false;  // the next form of the table has the same words
};

struct Club {
  std::string id;  // `juventus`, `naz-italia`
  std::string name;
  std::string city, province, region, country;  // city folded
  bool nation = false;
  bool ambiguous = false;
  char best_level = 0;  // A B C D, 0: not Italian or not known
  std::vector<Index> epithets;
};
struct Competition {
  std::string id, name, country, kind;
  int level = 0;
};
struct Stadium {
  std::string id, name, city;
  std::vector<Index> clubs;
};
struct Epithet {
  std::string form, kind;
  std::vector<Index> clubs;
};
struct Role {
  std::string id;  // `head_coach`, ... or `player`, `president` for competitors that are no coaches
  bool vacant = false;  // panchina, timone: the post itself
};

// One reading of a word form: `esonerato` -> {esonerare, verb, participle, singular, masculine}.
enum class PartOfSpeech : std::uint8_t {
  kNoun,
  kAdjective,
  kVerb,
  kAdverb,
  kPreposition,
  kArticle,
  kPronoun,
  kConjunction,
  kNumber,
  kMonth,
  kWeekday,
  kDemonym,
  kOther,
};
struct WordReading {
  Index lemma = 0;  // vocabulary id
  PartOfSpeech pos = PartOfSpeech::kOther;
  std::uint32_t features = 0;  // word_features.h
};

class Lexicon {
 public:
  // Reads everything below `rules_dir`/lexicon and `rules_dir`/words; adds all its words to
  // `vocabulary`. All mistakes at once.
  static Result<Lexicon, Diagnostics> load(const std::filesystem::path& rules_dir,
                                           Vocabulary& vocabulary);

  std::span<const LexiconForm> forms() const { return forms_; }
  std::span<const Club> clubs() const { return clubs_; }
  std::span<const Competition> competitions() const { return competitions_; }
  std::span<const Stadium> stadiums() const { return stadiums_; }
  std::span<const std::string> places() const { return places_; }
  std::span<const Epithet> epithets() const { return epithets_; }
  std::span<const Role> roles() const { return roles_; }

  // Index of the entry with that id, or kNoIndex.
  Index find_club(std::string_view id) const;
  Index find_competition(std::string_view id) const;
  Index find_stadium(std::string_view id) const;
  Index find_role(std::string_view id) const;

  // All forms that start at token `at` of `tokens`, longest first, appended to `out` (dots,
  // apostrophes and hyphens inside a name may be there or not; capitals are demanded where the form
  // says so). Costs one look-up where no form starts.
  void find_forms(std::span<const Token> tokens, Index at, std::vector<LexiconHit>& out) const;

  // How a word may be read; empty where the vocabulary id has no inflection entry. Noun, adjective
  // and verb forms are generated.
  std::span<const WordReading> readings(Index word) const;
  // Whether the word has a reading of that lemma.
  bool inflects(Index word, Index lemma) const;

 private:
  friend class LexiconBuilder;
  std::vector<LexiconForm> forms_;
  std::vector<Club> clubs_;
  std::vector<Competition> competitions_;
  std::vector<Stadium> stadiums_;
  std::vector<std::string> places_;
  std::vector<Epithet> epithets_;
  std::vector<Role> roles_;
  std::vector<WordReading> word_readings_;
  std::vector<IndexRange> readings_of_word_;
  // Trie over vocabulary ids.
  struct TrieEdge {
    Index node = 0, word = 0, child = 0;
  };
  std::vector<TrieEdge> edges_;    // open addressing on (node, word)
  std::vector<Index> node_form_;   // first form that ends at a node, or kNoIndex
  std::vector<bool> starts_form_;  // by word id
};

}  // namespace panchina
