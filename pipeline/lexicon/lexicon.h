// Lexicon: clubs, national teams, competitions, stadiums, places, names, roles and inflected words,
// with all their written forms. The structs of text hold a list of their members for
// base/archive.h. Read once from rules/lexicon/*.jsonl and rules/words/*.toml; const and shared by
// all workers afterwards.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/hashed_name.h"
#include "base/result.h"
#include "document/layers.h"
#include "lexicon/inflection.h"
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
  kSurname,
  kMinorClub  // a club that has no record: its id is `?` and the slug of how it is written
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
  // What find_forms() demands; bit i stands for the i-th word.
  bool all_upper = false;         // `B`, `CAN`: only in capitals
  bool parted_by_hyphen = false;  // with a hyphen in it, it is two clubs (`Juventus-Torino`)
  std::uint16_t capitals = 0;     // words that need a capital
  std::uint16_t glued = 0;        // words with no blank before them: `C1`
  Index sure = kNoIndex;  // the form that stands for this one with an affix (`Calcio Padova`)
};

struct Club {
  std::string id;  // `juventus`, `naz-italia`
  std::string name;
  std::string city, province, region, country;  // city folded
  bool nation = false;
  bool ambiguous = false;
  char best_level = 0;  // A B C D, 0: not Italian or not known
  std::vector<Index> epithets;
  static void fields(auto& archive, auto& self) {
    archive(self.id, self.name, self.city, self.province, self.region, self.country, self.nation,
            self.ambiguous, self.best_level, self.epithets);
  }
};
struct Competition {
  std::string id, name, country, kind;
  int level = 0;
  static void fields(auto& archive, auto& self) {
    archive(self.id, self.name, self.country, self.kind, self.level);
  }
};
struct Stadium {
  std::string id, name, city;
  std::vector<Index> clubs;
  static void fields(auto& archive, auto& self) {
    archive(self.id, self.name, self.city, self.clubs);
  }
};
struct Epithet {
  std::string form, kind;
  std::vector<Index> clubs;
  static void fields(auto& archive, auto& self) { archive(self.form, self.kind, self.clubs); }
};
struct Role {
  std::string id;  // `head_coach`, ... or `player`, `president` for competitors that are no coaches
  bool vacant = false;  // panchina, timone: the post itself
  static void fields(auto& archive, auto& self) { archive(self.id, self.vacant); }
};

// A town, region or country that an adjective belongs to: `torinese`, `lombardo`, `tedesco`.
struct Demonym {
  std::string place;  // city: folded, as Club::city; region and country: as in Club
  enum class Kind : std::uint8_t { kCity, kRegion, kCountry } kind = Kind::kCity;
  static void fields(auto& archive, auto& self) { archive(self.place, self.kind); }
};

// A list of rules/words: months, numbers in words, negations. An entry may have several words
// (`allenatore in seconda`).
struct WordListEntry {
  std::string form;          // as written in the list
  std::vector<Index> words;  // vocabulary ids
  std::int32_t number = 0;   // its value where the list gives numbers (gennaio: 1)
  std::string value;         // its value where the list gives names (dal: DA)
  static void fields(auto& archive, auto& self) {
    archive(self.form, self.words, self.number, self.value);
  }
};
struct WordList {
  std::string name;
  std::vector<WordListEntry> entries;
  static void fields(auto& archive, auto& self) { archive(self.name, self.entries); }
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

  // Index of the entry with that id, or kNoIndex. One look-up.
  Index find_club(std::string_view id) const;
  Index find_competition(std::string_view id) const;
  Index find_stadium(std::string_view id) const;
  Index find_role(std::string_view id) const;
  // The clubs of a town, folded as in Club::city, by index. O(log clubs).
  std::span<const Index> clubs_of_town(std::string_view town) const;
  // The one that the town stands for, alone in the highest league that any of them has played in;
  // kNoIndex: none, or several.
  Index club_of_town(std::string_view town) const;

  // All forms that start at token `at` of `tokens`, longest first, appended to `out` (dots,
  // apostrophes and hyphens inside a name may be there or not; capitals are demanded where the form
  // says so). Costs one look-up where no form starts.
  void find_forms(std::span<const Token> tokens, Index at, std::vector<LexiconHit>& out) const;

  // How a word may be read; empty where the vocabulary id has no inflection entry. Noun, adjective
  // and verb forms are generated.
  std::span<const WordReading> readings(Index word) const;
  // Whether the word has a reading of that lemma.
  bool inflects(Index word, Index lemma) const;
  // Whether rules may call a word by it: an infinitive, singular or masculine singular that the
  // lexicon inflects as that part of speech.
  bool is_lemma(Index word, PartOfSpeech pos) const;
  // All inflected forms, folded, of what a rule writes as `~lemma`: of a participle
  // (`~esonerato`) or adjective its four, of a noun its two, also where the lexicon does not list
  // it. Never empty.
  std::vector<std::string> inflections(std::string_view lemma, const Vocabulary& vocabulary) const;
  const Inflection& inflection() const { return inflection_; }
  // Whether a word's letters end with an accent that folding took away: tells `è` from `e`,
  // `esonerò` from `esonero`, `né` from `ne`, which have one vocabulary id each. A verb reading
  // with kWordAccent (word_features.h) holds only where this is true, one without it only where it
  // is false.
  static bool accented(const Token& token, const Vocabulary& vocabulary) {
    return token.word != 0 && token.span.size() > vocabulary.word(token.word).size();
  }
  // The verb that a rule means by an infinitive, pronominal ones too (`dimettersi`: dimettere), or
  // 0.
  Index verb_of(Index word) const;

  // The list of that name in rules/words (`month`, `number`, `negation` ...), or nullptr. There are
  // at most kMaxLists lists.
  const WordList* word_list(HashedName name) const;
  // Index of a list for in_list(), or kNoIndex. One look-up.
  Index find_list(HashedName name) const;
  // Whether the word alone is an entry of some list: few words are.
  bool in_some_list(Index word) const {
    return word < list_set_of_word_.size() && list_set_of_word_[word] != 0;
  }
  // Whether the word alone is an entry of that list. One look-up.
  bool in_list(Index word, Index list) const {
    const std::size_t set = word < list_set_of_word_.size() ? list_set_of_word_[word] : 0;
    if (set == 0 || list >= kMaxLists) return false;  // most
    return (list_sets_[set][list / 64] >> list % 64 & 1) != 0;
  }
  // The number that the word has in that list, or -1.
  std::int32_t number_in_list(Index word, Index list) const;
  // Numbers in words (`ventitre`: 23), or -1.
  std::int32_t number_word(Index word) const { return number_in_list(word, number_list_); }
  // Preposition with or without article: index in prepositions() (`dalla`: DA), or kNoIndex.
  Index preposition(Index word) const;
  std::span<const std::string> prepositions() const { return prepositions_; }
  // Whether one may be called by both of two first names (slugs): `giuseppe`, `bepi`.
  bool may_share_bearer(std::string_view one, std::string_view two) const;
  // Places that an adjective or noun belongs to; empty: it is no demonym.
  std::span<const Demonym> demonyms(Index word) const;

  // Every member, for base/archive.h and lexicon_cache.h.
  static void fields(auto& archive, auto& self) {
    archive(self.families_of_name_, self.club_ids_, self.competition_ids_, self.stadium_ids_,
            self.role_ids_, self.lists_by_hash_, self.forms_, self.clubs_, self.clubs_by_town_,
            self.competitions_, self.stadiums_, self.places_, self.epithets_, self.roles_,
            self.word_readings_, self.readings_of_word_, self.inflection_, self.irregular_nouns_,
            self.lists_, self.list_sets_, self.list_set_of_word_, self.list_numbers_,
            self.number_list_, self.prepositions_, self.preposition_of_word_, self.demonyms_,
            self.demonyms_of_word_, self.edges_, self.node_form_, self.starts_form_,
            self.ends_affix_);
  }

 private:
  friend class LexiconBuilder;
  // Index by id or name; of several with one name the first.
  class NameIndex {
   public:
    void add(std::string_view name, Index index) { indices_.emplace(name, index); }
    Index find(std::string_view name) const {
      const auto found = indices_.find(name);
      return found == indices_.end() ? kNoIndex : found->second;
    }
    static void fields(auto& archive, auto& self) { archive(self.indices_); }

   private:
    struct Hash : std::hash<std::string_view> {
      using is_transparent = void;
    };
    std::unordered_map<std::string, Index, Hash, std::equal_to<>> indices_;
  };
  void index_names();
  // First name (slug) -> the families of rules/lexicon/short_names.txt that it stands in.
  std::unordered_map<std::string, std::vector<Index>> families_of_name_;
  NameIndex club_ids_, competition_ids_, stadium_ids_, role_ids_;
  std::unordered_map<std::uint64_t, Index> lists_by_hash_;  // HashedName::hash -> in lists_
  std::vector<LexiconForm> forms_;
  std::vector<Club> clubs_;
  std::vector<Index> clubs_by_town_;  // those with a town, sorted by it
  std::vector<Competition> competitions_;
  std::vector<Stadium> stadiums_;
  std::vector<std::string> places_;
  std::vector<Epithet> epithets_;
  std::vector<Role> roles_;
  Index child(Index node, Index word) const;
  void find_plain(std::span<const Token> tokens, Index at, Index from,
                  std::vector<LexiconHit>& out) const;
  // Calls use(token after the affix) for each affix below `root` that starts at token `at`.
  template <typename Use>
  void for_each_affix(std::span<const Token> tokens, Index at, Index root, Use use) const;
  std::vector<WordReading> word_readings_;
  std::vector<IndexRange> readings_of_word_;
  Inflection inflection_;
  std::unordered_map<std::string, std::vector<std::string>> irregular_nouns_;
  std::vector<WordList> lists_;
  static constexpr Index kMaxLists = 320;
  using ListSet = std::array<std::uint64_t, kMaxLists / 64>;  // a bit a list
  std::vector<ListSet> list_sets_;                            // each once; the first is empty
  std::vector<std::uint16_t> list_set_of_word_;  // in list_sets_: few words stand in a list
  struct ListNumber {
    Index word = 0, list = 0;
    std::int32_t number = 0;
    friend auto operator<=>(const ListNumber&, const ListNumber&) = default;
  };
  std::vector<ListNumber> list_numbers_;  // sorted
  Index number_list_ = kNoIndex;
  std::vector<std::string> prepositions_;
  std::vector<std::uint8_t> preposition_of_word_;  // 1 + index in prepositions_; 0: none
  std::vector<Demonym> demonyms_;
  std::vector<IndexRange> demonyms_of_word_;
  // Trie over vocabulary ids.
  struct TrieEdge {
    Index node = 0, word = 0, child = 0;
  };
  void put_edge(const TrieEdge& edge);
  std::vector<TrieEdge> edges_;    // open addressing on (node, word); child 0: free
  std::vector<Index> node_form_;   // first form that ends at a node, or kNoIndex
  std::vector<bool> starts_form_;  // by word id
  // Affixes of club names stand in the same trie, below roots of their own.
  static constexpr Index kPrefixRoot = 1, kSuffixRoot = 2;
  std::vector<bool> ends_affix_;  // by node
};

}  // namespace panchina
