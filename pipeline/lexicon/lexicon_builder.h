// LexiconBuilder: collects entries and forms while the files of rules/ are read, then makes the
// Lexicon with its trie. Thread rule: one thread; used once.
#pragma once

#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/toml_file.h"
#include "lexicon/form_words.h"
#include "lexicon/lexicon.h"
#include "lexicon/record_reader.h"
#include "lexicon/vocabulary.h"

namespace panchina {

// Keys of the trie above all vocabulary ids: numbers, by their value.
inline constexpr Index kFirstNumberKey = 1u << 31;
constexpr Index number_key(std::uint32_t value) { return kFirstNumberKey | value; }

class LexiconBuilder {
 public:
  explicit LexiconBuilder(Vocabulary& vocabulary);

  // What a form stands for.
  struct Meaning {
    FormKind kind = FormKind::kClub;
    How how = How::kName;
    Index entry = 0;
    bool weak = false;
  };
  // Adds a written form and its variants: `A.S. Roma` also as `AS Roma`, and the other way round.
  void add_form(std::string_view form, const Meaning& meaning);
  // These first names may be one bearer's.
  void add_name_family(const std::vector<std::string_view>& names);
  // Affixes that make any Italian club's name sure: `Calcio Padova`, `Padova Calcio`.
  void add_affix(std::string_view affix, bool prefix);
  // The form, a club's name, may take affixes.
  void take_affixes(std::string_view form, Index club);
  // Whether a form with these words was added for a club or national team.
  bool has_club_form(std::string_view form) const;

  void add_club(Club club) { lexicon_.clubs_.push_back(std::move(club)); }
  void add_competition(Competition competition) {
    lexicon_.competitions_.push_back(std::move(competition));
  }
  void add_stadium(Stadium stadium) { lexicon_.stadiums_.push_back(std::move(stadium)); }
  void add_place(std::string place) { lexicon_.places_.push_back(std::move(place)); }
  void add_epithet(Epithet epithet) { lexicon_.epithets_.push_back(std::move(epithet)); }
  void add_role(Role role) { lexicon_.roles_.push_back(std::move(role)); }
  // Notes, on both sides, that an epithet may mean a club.
  void bind_epithet(Index epithet, Index club);

  void add_reading(std::string_view word, const WordReading& reading);
  void add_list(WordList list, PartOfSpeech pos);
  void add_irregular_noun(const std::string& lemma, std::vector<std::string> forms) {
    lexicon_.irregular_nouns_[lemma] = std::move(forms);
  }
  void set_inflection(Inflection inflection) { lexicon_.inflection_ = std::move(inflection); }
  void add_demonym(std::string_view word, Demonym demonym);

  // A TOML file; nothing where anything in it is wrong, which is reported.
  std::optional<TomlFile> read_toml(const std::filesystem::path& path);
  void report(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }
  void report(std::string code, std::string message, std::string file, std::uint32_t line);

  Lexicon& lexicon() { return lexicon_; }
  Vocabulary& vocabulary() { return vocabulary_; }

  // What could be read; what is wrong is appended to `mistakes`.
  Lexicon finish(Diagnostics& mistakes);

 private:
  struct PendingForm {
    Index node = 0;
    LexiconForm form;
    std::vector<Index> words;
    bool affixes = false;
  };
  void insert(const std::vector<FormWord>& words, const Meaning& meaning);
  Index key_of(const FormWord& word);
  Index make_node(Index root, const std::vector<Index>& keys);
  Index find_node(std::string_view form) const;
  void grow_edges();
  void settle_hyphens();
  void settle_forms();
  void settle_readings();
  void settle_lists();
  void settle_demonyms();

  Vocabulary& vocabulary_;
  Index name_families_ = 0;
  Lexicon lexicon_;
  Diagnostics diagnostics_;
  std::vector<PendingForm> pending_;
  std::vector<std::vector<Index>> pending_of_node_;
  std::vector<Index> first_words_;  // of affixes
  Index edges_used_ = 0;
  struct PendingReading {
    Index word = 0;
    WordReading reading;
  };
  std::vector<PendingReading> readings_;
  std::vector<std::pair<Index, Demonym>> demonyms_;
};

// A file with one record a line, parsed.
struct RecordFile {
  struct Line {
    std::uint32_t number = 0;
    RecordReader record;
  };
  std::vector<Line> lines;
  Diagnostics mistakes;
  static RecordFile read(const std::filesystem::path& path);
};

// The records below rules/lexicon. No vocabulary is needed to read them, so another thread may.
struct RecordFiles {
  RecordFile clubs, nations, epithets, competitions, stadiums;
  static RecordFiles read(const std::filesystem::path& lexicon_dir);
};

// The files below rules/lexicon and rules/words. What is wrong is reported to the builder.
void load_gazetteers(const std::filesystem::path& lexicon_dir, const RecordFiles& files,
                     LexiconBuilder& builder);
void load_words(const std::filesystem::path& words_dir, LexiconBuilder& builder);

// Lexicon::load with what could be read in spite of mistakes, so that rules can be checked against
// it. Mistakes are appended. `records` are asked for after the words have been read.
Lexicon load_lexicon(const std::filesystem::path& rules_dir, std::future<RecordFiles> records,
                     Vocabulary& vocabulary, Diagnostics& mistakes);

}  // namespace panchina
