// VerbWords: what each token of a sentence may be as a part of a verb group, and whether a form
// that is both verb and noun (`guida`, `esonero`, `sconfitta`) is a verb at its place. Thread rule:
// one worker; its memory is reused from sentence to sentence.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace panchina {

// Classes of words of rules/words/verb_groups.toml.
enum class VerbWordClass : std::uint8_t {
  kAdverb,
  kAside,
  kNot,
  kDenier,
  kWithout,
  kExpletiveBefore,
  kOnly,
  kDeterminer,
  kBeforeVerb,
  kNeverVerb,
  kTimeNoun,
  kTimeAgo,
  kArticle,
  kProspect,
  kIntention,
  kWhether,
  kJoin,
  kSingularArticle,
  kRelative,
  kRelativeLead,
  kSetNoun,
};

// kJoint: only before another one (`se ne va`).
enum class CliticKind : std::uint8_t {
  kNone,
  kObject,
  kSpeaker,
  kDative,
  kReflexive,
  kThere,
  kOther,
  kJoint
};

// How sure a token is a verb where it stands alone.
enum class VerbCertainty : std::uint8_t { kNo, kUnsure, kSure };

// The readings of a token as a verb, the likeliest of each form; nullptr: none.
struct VerbWord {
  const WordReading* finite = nullptr;
  const WordReading* participle = nullptr;
  const WordReading* infinitive = nullptr;
  const WordReading* gerund = nullptr;
  const WordReading* own = nullptr;  // of `io`, long past: set aside for the participle (`presi`)
  bool noun = false;                 // also a noun
  bool adjective = false;            // also an adjective
  bool any() const { return finite || participle || infinitive || gerund; }
};

class VerbWords {
 public:
  VerbWords(const Vocabulary& vocabulary, const Lexicon& lexicon);

  // Reads the tokens of a sentence; all other calls speak of it.
  void read(std::string_view text, std::span<const Token> tokens, IndexRange range);

  const VerbWord& at(Index token) const { return readings_[words_[token - range_.begin]]; }
  const Token& token(Index i) const { return tokens_[i]; }
  IndexRange range() const { return range_; }
  bool inside(Index i) const { return range_.contains(i); }
  bool is(Index token, VerbWordClass cls) const {
    return inside(token) &&
           lexicon_.in_list(tokens_[token].word, lists_[static_cast<std::size_t>(cls)]);
  }
  bool is_word(Index token) const {
    return inside(token) && tokens_[token].kind == TokenKind::kWord;
  }
  CliticKind clitic(Index token) const;
  // Preposition as an index of Lexicon::prepositions(), or kNoIndex.
  Index preposition(Index token) const;
  bool is_adverb(Index token) const;
  // The first token at or after `at` that is no adverb of a group.
  Index skip_adverbs(Index at) const;
  // Whether the sentence, or a part of it after a colon, quote or dash, begins at the token.
  bool starts(Index token) const;

  // Whether a finite form is one here; a participle without auxiliary; an infinitive.
  VerbCertainty finite_here(Index token) const;
  bool own_here(Index token) const;  // the reading that was set aside counts
  VerbCertainty participle_here(Index token) const;
  VerbCertainty infinitive_here(Index token) const;

 private:
  // What a word may be, as places in readings_: as the vocabulary spells it, and with an accent
  // at its end, which makes it longer than those `size` bytes.
  struct Known {
    Index plain = kNoIndex;  // kNoIndex: no text had the word yet
    Index accented = 0;
    std::uint32_t size = 0;
  };
  Known read(Index word);
  static VerbWord likeliest(std::span<const WordReading> readings, bool accent);
  bool never_before_finite(Index token) const;
  bool is_year(Index token) const;
  bool is_determiner(Index i) const;
  bool ends_set_phrase(Index i) const;
  bool noun_follows(Index token) const;
  bool is_sure_pronoun(Index token) const;
  bool is_auxiliary(Index lemma) const;

  const Vocabulary& vocabulary_;
  const Lexicon& lexicon_;
  static constexpr std::size_t kClasses = 21;
  Index lists_[kClasses] = {};
  struct CliticWord {
    Index word = 0;
    CliticKind kind = CliticKind::kNone;
  };
  std::vector<CliticWord> clitics_;  // sorted by word
  Index clitic_list_ = kNoIndex;
  std::vector<std::string> adverb_ends_;
  Index narrow_article_ = kNoIndex;
  std::vector<std::string> narrow_starts_;
  std::vector<Index> auxiliaries_;  // lemmas

  std::string_view text_;
  std::span<const Token> tokens_;
  IndexRange range_;
  std::vector<Index> words_;  // of the sentence, in readings_
  // What the words met so far may be; first that of a word that may be nothing.
  std::vector<VerbWord> readings_ = {VerbWord{}};
  std::vector<Known> known_;  // by word
};

}  // namespace panchina
