// Context: what is known of each token of a document before names are sought: cue classes, lexicon
// kinds, case. Scratch memory: made once a worker, refilled for each document. Thread rule: belongs
// to one worker.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/cues.h"
#include "annotate/mention_engine.h"
#include "document/document.h"
#include "lexicon/lexicon.h"

namespace panchina {

// Bits of TokenFacts::flags.
enum TokenFlag : std::uint32_t {
  kInArticle = 1u << 0,  // in a block of the article, not masked
  kSentenceStart =
      1u << 1,             // first word of its sentence, or after a colon, bullet or opening quote
  kCapital = 1u << 2,      // a word that begins with a capital
  kCapsContext = 1u << 3,  // among other words in capitals: its own say nothing
  kGiven = 1u << 4,        // a given name of the lexicon
  kSurname = 1u << 5,
  kClubForm = 1u << 6,        // first token of a club form
  kStrongClubForm = 1u << 7,  // first token of a club form that is not weak
  kLongForm = 1u << 8,     // first token of a form of two tokens or more that is no person's name
  kOtherForm = 1u << 9,    // in a competition's, stadium's, role's form
  kPlaceForm = 1u << 10,   // first token of a place form
  kCommonWord = 1u << 11,  // the lexicon inflects it as a verb, noun or adjective of the field
  kInMention = 1u << 12,   // part of a date, score, number ...
  kInPerson = 1u << 13,    // part of a person's full name
  kInRow = 1u << 14,       // its sentence is a row
  kInLineup = 1u << 15,
  kInTitle = 1u << 16,  // title or heading
  kInRoleForm = 1u << 17,
  kInStadium = 1u << 18,
  kStreetName = 1u << 19,    // a street's or square's
  kVerbWord = 1u << 20,      // the lexicon inflects it as a verb only
  kMaybeStadium = 1u << 21,  // first token of a stadium's form that needs its context
  kTown = 1u << 23,          // first token of an Italian town's name
  kSoftStart = 1u << 22,     // after a colon or bracket: a capital is no matter of course there
  kFirstToken = 1u << 24,    // of a sentence of the article, masked or not
  kMinorClub = 1u << 25,     // first token of the name of a club without a record
  kSureMinor = 1u << 26,     // ... that is nothing else
};

struct TokenFacts {
  CueBits cues = 0;
  std::uint64_t name = 0;  // hash of the folded word where it has a capital; 0: it has none
  std::uint32_t flags = 0;
  Index sentence = kNoIndex;
  Index town_end = 0;        // behind the town that begins here; 0: none
  Index club_end = 0;        // behind the club of several words that begins here; 0: none
  Index minor_end = 0;       // behind the club without a record that begins here; 0: none
  Index epithet = kNoIndex;  // of a club, in the lexicon: a word alone

  bool has(std::uint32_t bits) const { return (flags & bits) != 0; }
  bool is(CueClass c) const { return (cues & cue_bit(c)) != 0; }
  bool any(CueBits bits) const { return (cues & bits) != 0; }
};

class Context {
 public:
  Context(const Lexicon& lexicon, const Cues& cues) : lexicon_(lexicon), cues_(cues) {}

  // Reads the tokens and lexicon hits of a document. Linear in its tokens.
  void read(const Document& document);

  const Document& document() const { return *document_; }
  const Lexicon& lexicon() const { return lexicon_; }
  const Cues& cues() const { return cues_; }
  IndexRange tokens() const { return tokens_; }
  IndexRange sentences() const { return sentences_; }

  // The mentions of the section's sentences (sorted): marks their tokens. Call after read().
  void take_mentions(const std::vector<Mention>& mentions);
  const std::vector<Mention>& mentions() const { return mentions_; }
  // The mention that covers a token, or nullptr.
  const Mention* mention_at(Index token) const {
    if (token >= tokens_.end) return nullptr;
    const Index m = mention_of_[token];
    return m == kNoIndex ? nullptr : &mentions_[m];
  }
  bool is_mention(Index token, UnitKind kind) const {
    const Mention* mention = mention_at(token);
    return mention != nullptr && mention->kind == kind;
  }
  // Whether a tab, or two blanks or more, stands before a token: the cells of a row.
  bool wide_gap(Index token) const;

  // Facts of a token; an empty fact outside the document.
  const TokenFacts& at(Index token) const { return token < tokens_.end ? facts_[token] : kNothing; }
  TokenFacts& change(Index token) { return facts_[token]; }

  // Where in the article something may be found, in text order; gathered once, so that no search
  // looks at every token. The words with a capital (all names begin with one), the hyphens, the
  // numbers, and the words of a class in kSoughtCues.
  const std::vector<Index>& capitals() const { return capitals_; }
  const std::vector<Index>& hyphens() const { return hyphens_; }
  const std::vector<Index>& numbers() const { return numbers_; }
  const std::vector<Index>& sought() const { return sought_; }
  static constexpr CueBits kSoughtCues =
      cue_bits(CueClass::kPronoun, CueClass::kPersonHead, CueClass::kClubNoun, CueClass::kHost,
               CueClass::kGuest, CueClass::kOtherSport, CueClass::kRefereeWord, CueClass::kCupNoun);
  const Token& token(Index i) const { return document_->tokens[i]; }
  bool is_mark(Index i, char mark) const {
    return i < document_->tokens.size() && token(i).kind == TokenKind::kPunct &&
           token(i).mark == mark;
  }
  // `ASD Torneno`: a club's form in three capital letters, without a stop.
  bool is_short_form(Index i) const;
  // `la Aldo Rossi`: a man's name behind a feminine article, which a club bears.
  bool bears_mans_name(IndexRange tokens) const;
  // Whether both stand in the same sentence of the article.
  bool together(Index a, Index b) const {
    return a < tokens_.end && b < tokens_.end && facts_[a].sentence == facts_[b].sentence &&
           facts_[a].sentence != kNoIndex;
  }
  // The token before or after in the same sentence; kNoIndex: none.
  Index before(Index i) const { return follows(i) ? i - 1 : kNoIndex; }
  Index after(Index i) const { return follows(i + 1) ? i + 1 : kNoIndex; }

  // What TokenFacts::name is for a word.
  static std::uint64_t name_hash(std::string_view word);

  // Lexicon hits of the section, in their order.
  IndexRange hits() const { return hits_; }

 private:
  // Whether another token of its sentence stands before it.
  bool follows(Index i) const {
    return i < tokens_.end && facts_[i].sentence != kNoIndex && !facts_[i].has(kFirstToken);
  }
  void read_sentence(Index sentence, std::uint32_t flags);
  bool in_capitals(IndexRange sentence) const;
  std::uint32_t word_flags(Index word);
  void read_hits();

  static const TokenFacts kNothing;
  const Lexicon& lexicon_;
  const Cues& cues_;
  const Document* document_ = nullptr;
  IndexRange tokens_, sentences_, hits_;
  std::vector<TokenFacts> facts_;
  std::vector<Index> capitals_, hyphens_, numbers_, sought_;
  std::vector<Mention> mentions_;
  std::vector<Index> mention_of_;          // by token
  std::vector<std::uint32_t> word_flags_;  // by word
};

}  // namespace panchina
