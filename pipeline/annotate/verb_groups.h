// VerbGroups: the verbs of a sentence with their auxiliaries, clitics, negation and the verbs above
// them, as one group each: `non è stato ancora ufficialmente esonerato` (esonerare, passive, past,
// negative), `comunica di aver affidato` (affidare, active, past, reported), `potrebbe lasciare`
// (lasciare, possible). What the words are is said by rules/words/verb_groups.toml.
// Thread rule: one worker; its memory is reused.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "annotate/verb_words.h"
#include "document/document.h"
#include "document/verb_group.h"
#include "lexicon/lexicon.h"

namespace panchina {

class VerbGroups {
 public:
  VerbGroups(const Vocabulary& vocabulary, const Lexicon& lexicon);

  // Appends the groups of the tokens in `range` (a sentence or a part of it), disjoint and in text
  // order. A form that is a verb and a noun has a group where it is a verb, one with `unsure` where
  // it may be either. Linear in the range.
  void find(const Document& document, IndexRange range, std::vector<VerbGroup>& out);
  void find(std::string_view text, std::span<const Token> tokens, IndexRange range,
            std::vector<VerbGroup>& out);

 private:
  enum class Effect : std::uint8_t { kReport, kDecide, kPossible, kNegative, kAspect, kProspect };
  struct Governor {
    Index lemma = 0;
    Index preposition = kNoIndex;  // kNoIndex: none stands between
    Effect effect = Effect::kDecide;
    friend bool operator<(const Governor& a, const Governor& b) { return a.lemma < b.lemma; }
  };
  // A verb with all that it governs.
  struct Chain {
    Index lemma = 0;
    Index head = 0;  // token of the lemma
    Index end = 0;   // past its last token
    Voice voice = Voice::kActive;
    bool perfect = false;
    bool possible = false;
    bool negative = false;
    bool reported = false;
    bool takes_essere = false;  // of the lemma, where its participle stands
    bool auxiliary_be = false;  // the outermost auxiliary is essere
    Index governor = 0;
    std::uint32_t participle = 0;  // features of the last participle: number
    std::uint32_t enclitic = 0;
    IndexRange apart;  // an auxiliary that other words part from the rest
    Index begin = 0;   // where the group begins: the first token, or the participle after `apart`
  };

  static bool contains(const std::vector<Index>& lemmas, Index lemma) {
    return std::find(lemmas.begin(), lemmas.end(), lemma) != lemmas.end();
  }

  // The group whose first verb stands at `at`; end 0: none.
  Chain parse(Index at, const WordReading& reading);
  void parse_be(Index at, Chain& chain);
  void parse_have(Index at, Chain& chain);
  bool take_participle(Index at, Chain& chain, bool passive);
  bool take_parted_participle(Index at, Chain& chain, bool passive);
  void parse_governed(Chain& chain);
  bool take_infinitive(Index at, Effect effect, Chain& chain);
  bool take_prospect(Index at, Chain& chain);
  bool prospect_before(Index infinitive) const;
  void join_infinitive(const VerbGroup* above, Index at, bool perfect, VerbGroup& group) const;
  void govern_subjunctive(const VerbGroup* above, VerbGroup& group) const;
  bool subjunctive_of_be_counts(Index at, const WordReading& reading) const;
  VerbGroup finish(const Chain& chain, Index first, const WordReading& top, Form form);
  void add_clitics(VerbGroup& group, Index first, std::uint32_t top, const Chain& chain);
  bool denied_before(Index first) const;
  bool measures_time(Index denier, Index verb) const;

  const Lexicon& lexicon_;
  VerbWords words_;
  Index be_ = 0, have_ = 0, passive_ = 0, progressive_ = 0;
  Index not_even_ = kNoIndex, measure_ = kNoIndex;  // word lists
  std::vector<Index> possible_, stated_, ability_, copula_;
  std::vector<Governor> governors_;  // sorted by lemma
  std::vector<Governor> prospects_;  // by word
  Index floor_ = 0;                  // no group begins before this token: end of the last one
  int depth_ = 0;
};

// Bits of Reading::features (document/features.h) for a group.
std::uint32_t verb_features(const VerbGroup& group);

}  // namespace panchina
