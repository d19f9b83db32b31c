#include "annotate/context.h"

#include <algorithm>
#include <optional>

#include "text/fold.h"

namespace panchina {
namespace {

constexpr std::uint64_t kHashStart = 1469598103934665603u;
std::uint64_t mixed(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
}

bool opens_sentence(const Token& token) {
  return token.kind == TokenKind::kPunct &&
         (token.mark == '"' || token.mark == '*' || token.mark == '!' || token.mark == '?' ||
          token.mark == '|' || token.mark == 1);
}

}  // namespace

const TokenFacts Context::kNothing{};

void Context::read(const Document& document) {
  document_ = &document;
  tokens_ = {0, static_cast<Index>(document.tokens.size())};
  sentences_ = {0, static_cast<Index>(document.sentences.size())};
  facts_.assign(tokens_.size(), TokenFacts{});
  mention_of_.assign(tokens_.size(), kNoIndex);
  mentions_.clear();
  for (std::vector<Index>* places : {&capitals_, &hyphens_, &numbers_, &sought_}) places->clear();
  for (const Block& block : document.blocks) {
    if (!is_article(block.label)) continue;
    std::uint32_t flags = kInArticle;
    if (block.label == BlockLabel::kLineup) flags |= kInLineup;
    if (block.label == BlockLabel::kTitle || block.label == BlockLabel::kHeading) flags |= kInTitle;
    for (Index s = block.sentences.begin; s < block.sentences.end; ++s) read_sentence(s, flags);
  }
  read_hits();
}

std::uint64_t Context::name_hash(std::string_view word) {
  std::uint64_t hash = kHashStart;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte >= kFoldedAscii.size()) {
      for (const char c : folded(word.substr(at))) hash = mixed(hash, c);
      break;
    }
    hash = mixed(hash, kFoldedAscii[byte]);
  }
  return hash == 0 ? 1 : hash;
}

// Whether most words of a sentence are in capitals.
bool Context::in_capitals(IndexRange sentence) const {
  std::size_t words = 0, capitals = 0;
  for (Index i = sentence.begin; i < sentence.end; ++i) {
    const Token& token = document_->tokens[i];
    // A letter alone, as in `D'ALTRI`, is of neither case.
    const bool letter = token.letters == LetterCase::kTitle && token.span.size() <= 2;
    if (token.kind != TokenKind::kWord || token.span.size() < 2 || letter) continue;
    ++words;
    capitals += token.letters == LetterCase::kUpper;
  }
  return words >= 2 && capitals * 10 >= words * 7;
}

bool Context::is_short_form(Index i) const {
  constexpr std::size_t kLetters = 3;
  return token(i).letters == LetterCase::kUpper && token(i).span.size() == kLetters &&
         at(i).is(CueClass::kSurePrefix) && !is_mark(i + 1, '.');
}

bool Context::bears_mans_name(IndexRange tokens) const {
  const Index article = before(tokens.begin);
  if (tokens.size() != 2 || article == kNoIndex) return false;
  const TokenFacts& given = at(tokens.begin);
  const TokenFacts& surname = at(tokens.begin + 1);
  return at(article).is(CueClass::kFeminineArticle) && given.has(kGiven) && surname.has(kCapital) &&
         token(tokens.begin).letters == LetterCase::kTitle && !surname.has(kClubForm | kTown) &&
         cues().ends_as_man(document().text.norm(token(tokens.begin).span));
}

// kCommonWord and kVerbWord of a word, worked out where a text first has it.
std::uint32_t Context::word_flags(Index word) {
  constexpr std::uint32_t kUnread = ~0u;
  if (word >= word_flags_.size()) word_flags_.resize(std::size_t{word} * 2 + 1, kUnread);
  std::uint32_t& flags = word_flags_[word];
  if (flags != kUnread) return flags;
  bool verb = false, other = false;
  for (const WordReading& reading : lexicon_.readings(word)) {
    verb = verb || reading.pos == PartOfSpeech::kVerb;
    other = other || reading.pos == PartOfSpeech::kNoun ||
            reading.pos == PartOfSpeech::kAdjective || reading.pos == PartOfSpeech::kDemonym;
  }
  flags = 0;
  if (verb || other) flags |= kCommonWord;
  if (verb && !other) flags |= kVerbWord;
  return flags;
}

void Context::take_mentions(const std::vector<Mention>& mentions) {
  mentions_.assign(mentions.begin(), mentions.end());
  for (Index m = 0; m < mentions_.size(); ++m) {
    Index i = mentions_[m].tokens.begin;
    // The elision before `'81` stays a word.
    if (mentions_[m].span.begin > token(i).span.begin && mentions_[m].tokens.size() > 1) ++i;
    for (; i < mentions_[m].tokens.end; ++i) {
      mention_of_[i] = m;
      change(i).flags |= kInMention;
    }
  }
}

bool Context::wide_gap(Index i) const {
  if (i == 0 || i >= document_->tokens.size()) return false;
  const std::string_view gap =
      document_->text.norm({document_->tokens[i - 1].span.end, document_->tokens[i].span.begin});
  return gap.size() >= 2 || gap == "\t";
}

void Context::read_sentence(Index sentence, std::uint32_t flags) {
  const Sentence& range = document_->sentences[sentence];
  if (range.row) flags |= kInRow;
  std::optional<bool> caps_sentence;  // asked only where a word is in capitals
  bool start = true, soft = false;
  for (Index i = range.tokens.begin; i < range.tokens.end; ++i) {
    const Token& token = document_->tokens[i];
    TokenFacts& facts = facts_[i];
    facts.sentence = sentence;
    if (i == range.tokens.begin) facts.flags = kFirstToken;
    if (token.kind == TokenKind::kNumber) numbers_.push_back(i);
    if (token.masked) continue;
    facts.flags |= flags;
    facts.cues = cues_.of(token.word);
    if (facts.any(kSoughtCues)) sought_.push_back(i);
    if (token.kind == TokenKind::kWord) {
      if (start) facts.flags |= kSentenceStart;
      if (soft) facts.flags |= kSoftStart;
      start = soft = false;
      if (token.letters == LetterCase::kTitle || token.letters == LetterCase::kUpper ||
          token.letters == LetterCase::kMixed) {
        facts.flags |= kCapital;
        capitals_.push_back(i);
        facts.name = name_hash(document_->text.norm(token.span));
        if (token.letters == LetterCase::kUpper) {
          if (!caps_sentence) caps_sentence = in_capitals(range.tokens);
          const auto upper = [&](Index beside) {
            return document_->tokens[beside].letters == LetterCase::kUpper;
          };
          if (*caps_sentence || (i > range.tokens.begin && upper(i - 1)) ||
              (i + 1 < range.tokens.end && upper(i + 1))) {
            facts.flags |= kCapsContext;
          }
        }
      }
      facts.flags |= word_flags(token.word);
    } else if (opens_sentence(token)) {
      start = true;
    } else if (token.mark == '.' && i > range.tokens.begin &&
               document_->tokens[i - 1].kind == TokenKind::kNumber) {
      start = true;  // `2. CHIETI, …`
    } else if (token.mark == ':' || token.mark == '(' ||
               (token.mark == '/' && token.space_before)) {
      soft = true;
    } else if (token.kind == TokenKind::kNumber) {
      start = soft = false;
    } else if (token.mark == '-') {
      hyphens_.push_back(i);
    }
  }
}

void Context::read_hits() {
  const auto& hits = document_->lexicon_hits;
  hits_ = {0, static_cast<Index>(hits.size())};
  for (Index h = hits_.begin; h < hits_.end; ++h) {
    const LexiconHit& hit = hits[h];
    TokenFacts& facts = facts_[hit.tokens.begin];
    bool person_only = true;
    for (Index f = hit.form;; ++f) {
      const LexiconForm& form = lexicon_.forms()[f];
      std::uint32_t inside = 0;
      switch (form.kind) {
        case FormKind::kGivenName:
          facts.flags |= kGiven;
          break;
        case FormKind::kSurname:
          facts.flags |= kSurname;
          break;
        case FormKind::kClub:
        case FormKind::kNation:
          facts.flags |= form.weak ? kClubForm : (kClubForm | kStrongClubForm);
          if (hit.tokens.size() > 1) facts.club_end = std::max(facts.club_end, hit.tokens.end);
          break;
        case FormKind::kPlace:
          facts.flags |= form.weak ? kPlaceForm : (kPlaceForm | kTown);
          if (!form.weak) facts.town_end = std::max(facts.town_end, hit.tokens.end);
          break;
        case FormKind::kMinorClub:
          facts.flags |= form.weak ? kMinorClub : (kMinorClub | kSureMinor);
          facts.minor_end = std::max(facts.minor_end, hit.tokens.end);
          break;
        case FormKind::kStadium:
          if (form.weak) {
            facts.flags |= kMaybeStadium;
          } else {
            inside = kOtherForm | kInStadium;
          }
          break;
        case FormKind::kCompetition:
          inside = kOtherForm;
          break;
        case FormKind::kRole:
          inside = kOtherForm | kInRoleForm;
          break;
        case FormKind::kEpithet:
          if (hit.tokens.size() == 1) facts.epithet = form.entry;
          break;
      }
      // A stadium that needs its context bears a person's name.
      if (form.kind != FormKind::kGivenName && form.kind != FormKind::kSurname &&
          !(form.kind == FormKind::kStadium && form.weak)) {
        person_only = false;
      }
      if (inside != 0) {
        for (Index i = hit.tokens.begin; i < hit.tokens.end; ++i) change(i).flags |= inside;
      }
      if (!form.more) break;
    }
    if (hit.tokens.size() > 1 && !person_only) facts.flags |= kLongForm;
  }
}

}  // namespace panchina
