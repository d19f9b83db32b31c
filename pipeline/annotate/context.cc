#include "annotate/context.h"

#include <algorithm>

#include "text/fold.h"

namespace panchina {
namespace {

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 1469598103934665603u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash == 0 ? 1 : hash;
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

std::uint64_t Context::name_hash(std::string_view word) { return hash_of(folded(word)); }

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
  std::size_t words = 0, capitals = 0;
  for (Index i = range.tokens.begin; i < range.tokens.end; ++i) {
    const Token& token = document_->tokens[i];
    // A letter alone, as in `D'ALTRI`, is of neither case.
    const bool letter = token.letters == LetterCase::kTitle && token.span.size() <= 2;
    if (token.kind != TokenKind::kWord || token.span.size() < 2 || letter) continue;
    ++words;
    capitals += token.letters == LetterCase::kUpper;
  }
  const bool caps_sentence = words >= 2 && capitals * 10 >= words * 7;
  bool start = true, soft = false;
  for (Index i = range.tokens.begin; i < range.tokens.end; ++i) {
    const Token& token = document_->tokens[i];
    TokenFacts& facts = facts_[i];
    facts.sentence = sentence;
    if (token.kind == TokenKind::kNumber) numbers_.push_back(i);
    if (token.masked) continue;
    facts.flags = flags;
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
        folded_.clear();
        append_folded(document_->text.norm(token.span), folded_);
        facts.name = hash_of(folded_);
        const bool beside =
            (i > range.tokens.begin && document_->tokens[i - 1].letters == LetterCase::kUpper) ||
            (i + 1 < range.tokens.end && document_->tokens[i + 1].letters == LetterCase::kUpper);
        if (token.letters == LetterCase::kUpper && (caps_sentence || beside)) {
          facts.flags |= kCapsContext;
        }
      }
      std::uint32_t verbs = 0, others = 0;
      for (const WordReading& reading : lexicon_.readings(token.word)) {
        if (reading.pos == PartOfSpeech::kVerb) ++verbs;
        if (reading.pos == PartOfSpeech::kNoun || reading.pos == PartOfSpeech::kAdjective ||
            reading.pos == PartOfSpeech::kDemonym) {
          ++others;
        }
      }
      if (verbs + others > 0) facts.flags |= kCommonWord;
      if (verbs > 0 && others == 0) facts.flags |= kVerbWord;
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
          break;
        case FormKind::kPlace:
          facts.flags |= form.weak ? kPlaceForm : (kPlaceForm | kTown);
          if (!form.weak) facts.town_end = std::max(facts.town_end, hit.tokens.end);
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
