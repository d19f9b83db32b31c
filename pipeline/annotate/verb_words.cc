#include "annotate/verb_words.h"

#include <algorithm>

#include "lexicon/word_features.h"

namespace panchina {
namespace {

constexpr std::string_view kListNames[] = {
    "group_adverb",     "group_aside", "verb_not",         "verb_denier",   "verb_without",
    "expletive_before", "only",        "determiner",       "before_verb",   "never_verb",
    "time_noun",        "time_ago",    "article",          "verb_prospect", "verb_intention",
    "verb_whether",     "verb_join",   "singular_article", "which_word",    "which_lead",
    "set_phrase_noun"};

constexpr Index kYearDigits = 4;

// Third person before the others, singular before plural; indicative before subjunctive.
int rank(std::uint32_t features) {
  int score = 0;
  if (features & kWordThird) score += 8;
  if (features & kWordSingular) score += 1;
  if (features & (kWordPresent | kWordPast | kWordFuture | kWordImperfect)) score += 2;
  return score;
}

bool only_first_or_second(const WordReading& reading) {
  return (reading.features & kWordThird) == 0 && (reading.features & kWordSingular) != 0;
}

}  // namespace

VerbWords::VerbWords(const Vocabulary& vocabulary, const Lexicon& lexicon)
    : vocabulary_(vocabulary), lexicon_(lexicon) {
  for (std::size_t i = 0; i < kClasses; ++i) lists_[i] = lexicon.find_list(kListNames[i]);
  clitic_list_ = lexicon.find_list("clitic");
  if (const WordList* list = lexicon.word_list("clitic")) {
    for (const WordListEntry& entry : list->entries) {
      const CliticKind kind = entry.value == "object"      ? CliticKind::kObject
                              : entry.value == "speaker"   ? CliticKind::kSpeaker
                              : entry.value == "dative"    ? CliticKind::kDative
                              : entry.value == "reflexive" ? CliticKind::kReflexive
                              : entry.value == "there"     ? CliticKind::kThere
                              : entry.value == "joint"     ? CliticKind::kJoint
                                                           : CliticKind::kOther;
      if (entry.words.size() == 1) clitics_.push_back({entry.words[0], kind});
    }
  }
  std::stable_sort(clitics_.begin(), clitics_.end(),
                   [](const CliticWord& a, const CliticWord& b) { return a.word < b.word; });
  if (const WordList* list = lexicon.word_list("verb_auxiliary")) {
    for (const WordListEntry& entry : list->entries) {
      if (entry.words.size() == 1) auxiliaries_.push_back(entry.words[0]);
    }
  }
  narrow_article_ = lexicon.find_list("narrow_article");
  if (const WordList* list = lexicon.word_list("narrow_article_start")) {
    for (const WordListEntry& entry : list->entries) narrow_starts_.push_back(entry.form);
  }
  if (const WordList* list = lexicon.word_list("group_adverb_end")) {
    for (const WordListEntry& entry : list->entries) adverb_ends_.push_back(entry.form);
  }
}

void VerbWords::read(std::string_view text, std::span<const Token> tokens, IndexRange range) {
  text_ = text;
  tokens_ = tokens;
  range_ = range;
  words_.resize(range.size());
  if (known_.size() < vocabulary_.size()) known_.resize(vocabulary_.size());
  for (Index i = range.begin; i < range.end; ++i) {
    const Token& token = tokens[i];
    Index reading = 0;
    if (token.kind == TokenKind::kWord && token.word != 0 && !token.masked) {
      Known& known = known_[token.word];
      if (known.plain == kNoIndex) known = read(token.word);
      reading = token.span.size() > known.size ? known.accented : known.plain;
    }
    words_[i - range.begin] = reading;
  }
}

VerbWords::Known VerbWords::read(Index word) {
  Known known{0, 0, static_cast<std::uint32_t>(vocabulary_.word(word).size())};
  const std::span<const WordReading> readings = lexicon_.readings(word);
  if (readings.empty()) return known;
  known.plain = static_cast<Index>(readings_.size());
  known.accented = known.plain + 1;
  for (const bool accent : {false, true}) readings_.push_back(likeliest(readings, accent));
  return known;
}

VerbWord VerbWords::likeliest(std::span<const WordReading> readings, bool accent) {
  VerbWord out;
  for (const WordReading& reading : readings) {
    const std::uint32_t bits = reading.features;
    if (reading.pos == PartOfSpeech::kNoun) out.noun = true;
    if (reading.pos == PartOfSpeech::kAdjective) out.adjective = true;
    if (reading.pos != PartOfSpeech::kVerb || ((bits & kWordAccent) != 0) != accent) continue;
    if ((bits & kWordFinite) != 0) {
      if (out.finite == nullptr || rank(bits) > rank(out.finite->features)) out.finite = &reading;
    } else if ((bits & kWordParticiple) != 0) {
      if (out.participle == nullptr) out.participle = &reading;
    } else if ((bits & kWordInfinitive) != 0) {
      if (out.infinitive == nullptr) out.infinitive = &reading;
    } else if ((bits & kWordGerund) != 0) {
      if (out.gerund == nullptr) out.gerund = &reading;
    }
  }
  // `rassegnate`, `decisi`, `detto`: sooner the participle than voi or io.
  if (out.participle != nullptr && out.finite != nullptr &&
      (out.finite->features & kWordThird) == 0) {
    if ((out.finite->features & kWordFirst) != 0 && (out.finite->features & kWordPast) != 0)
      out.own = out.finite;
    out.finite = nullptr;
  }
  // `arrivò` is no `arrivo`: the accent tells the verb.
  if (accent && out.finite != nullptr) out.noun = out.adjective = false;
  return out;
}

// `presi il Lecco`, `lo presi`: neither an article of one behind nor a pronoun before it goes with
// a participle of many.
bool VerbWords::own_here(Index i) const {
  if (at(i).own == nullptr) return false;
  if (i > range_.begin && !starts(i)) {
    if (is(i - 1, VerbWordClass::kNot)) return true;
    const CliticKind before = clitic(i - 1);
    if (before == CliticKind::kObject || before == CliticKind::kSpeaker ||
        before == CliticKind::kThere || before == CliticKind::kOther) {
      return true;
    }
    if (is(i - 1, VerbWordClass::kArticle) || is(i - 1, VerbWordClass::kDeterminer)) return false;
  }
  const bool day =
      inside(i + 2) && tokens_[i + 2].kind == TokenKind::kNumber;  // `presi il 3 marzo`
  return inside(i + 1) && is(i + 1, VerbWordClass::kSingularArticle) && !day;
}

CliticKind VerbWords::clitic(Index i) const {
  if (!inside(i) || !lexicon_.in_list(tokens_[i].word, clitic_list_)) return CliticKind::kNone;
  if (Lexicon::accented(tokens_[i], vocabulary_)) return CliticKind::kNone;  // `né`, `là`, `sì`
  const auto at =
      std::lower_bound(clitics_.begin(), clitics_.end(), tokens_[i].word,
                       [](const CliticWord& clitic, Index word) { return clitic.word < word; });
  if (at->kind == CliticKind::kJoint && clitic(i + 1) == CliticKind::kNone) {
    return CliticKind::kNone;
  }
  return at->kind;
}

Index VerbWords::preposition(Index i) const {
  if (!inside(i) || Lexicon::accented(tokens_[i], vocabulary_)) return kNoIndex;
  // `Nel girone A comanda il Bari`, `In Serie A tornò nel 1984`: a letter of its own.
  if (i > range_.begin && tokens_[i].span.size() == 1 && tokens_[i].letters != LetterCase::kLower &&
      !tokens_[i].line_before && tokens_[i - 1].kind == TokenKind::kWord &&
      (tokens_[i - 1].letters == LetterCase::kLower ||
       tokens_[i - 1].letters == LetterCase::kTitle)) {
    return kNoIndex;
  }
  return lexicon_.preposition(tokens_[i].word);
}

bool VerbWords::is_adverb(Index i) const {
  if (!is_word(i)) return false;
  if (is(i, VerbWordClass::kAdverb)) return true;
  const NormSpan span = tokens_[i].span;
  const std::string_view word = text_.substr(span.begin, span.size());
  for (const std::string& end : adverb_ends_) {
    if (word.size() > end.size() + 2 && word.substr(word.size() - end.size()) == end) return true;
  }
  return false;
}

Index VerbWords::skip_adverbs(Index at) const {
  while (is_adverb(at)) ++at;
  return at;
}

bool VerbWords::starts(Index i) const {
  if (i == range_.begin || tokens_[i].line_before) return true;
  const Token& before = tokens_[i - 1];
  if (before.kind != TokenKind::kPunct) return false;
  return before.mark != ',' && before.mark != '\'' && before.mark != '/';
}

// An article that is no pronoun, a preposition, a determiner, a number: no finite verb follows.
bool VerbWords::never_before_finite(Index i) const {
  if (!inside(i)) return false;
  const Token& token = tokens_[i];
  if (token.kind == TokenKind::kNumber)
    return !tokens_[i + 1 < range_.end ? i + 1 : i].space_before;
  if (token.kind != TokenKind::kWord) return false;
  if (preposition(i) != kNoIndex) return true;
  return is(i, VerbWordClass::kArticle) && clitic(i) == CliticKind::kNone;
}

// What follows a verb with an object, not a noun: an article, a name, a number.
bool VerbWords::noun_follows(Index i) const {
  if (!inside(i) || tokens_[i].line_before) return false;
  const Token& next = tokens_[i];
  if (next.kind == TokenKind::kNumber) return true;
  if (next.kind != TokenKind::kWord) return false;
  if (is(i, VerbWordClass::kArticle) || is(i, VerbWordClass::kDeterminer)) return true;
  return next.letters == LetterCase::kTitle;
}

bool VerbWords::is_auxiliary(Index lemma) const {
  return std::find(auxiliaries_.begin(), auxiliaries_.end(), lemma) != auxiliaries_.end();
}

// `lo conferma`, `lo lega`: no noun with such a beginning takes this article.
bool VerbWords::is_sure_pronoun(Index i) const {
  if (!lexicon_.in_list(tokens_[i].word, narrow_article_) || !inside(i + 1)) return false;
  const std::string_view next = vocabulary_.word(tokens_[i + 1].word);
  return std::none_of(narrow_starts_.begin(), narrow_starts_.end(),
                      [&](const std::string& start) { return next.starts_with(start); });
}

// `nel 1984 prese`, `nel '84 prese`, where `2 prese` counts.
bool VerbWords::is_year(Index i) const {
  const Token& token = tokens_[i];
  if (token.kind != TokenKind::kNumber) return false;
  if (token.span.size() == kYearDigits) return true;
  if (token.span.size() != 2 || i == range_.begin) return false;
  const char mark = tokens_[i - 1].mark;
  if (mark == '\'') return true;
  return (mark == '-' || mark == '/') && i > range_.begin + 1 && is_year(i - 2);
}

// `quale squadra`, or a number in words: `ventiquattro punti`.
bool VerbWords::is_determiner(Index i) const {
  return is(i, VerbWordClass::kDeterminer) ||
         (is_word(i) && lexicon_.number_word(tokens_[i].word) > 1);
}

// `porte chiuse`, `a braccia aperte`
bool VerbWords::ends_set_phrase(Index i) const {
  return i > range_.begin && at(i).participle != nullptr && is(i - 1, VerbWordClass::kSetNoun);
}

VerbCertainty VerbWords::finite_here(Index i) const {
  const VerbWord& word = at(i);
  if (word.finite == nullptr || is(i, VerbWordClass::kNeverVerb)) return VerbCertainty::kNo;
  if (ends_set_phrase(i)) return VerbCertainty::kNo;
  const bool begins = starts(i);
  const LetterCase letters = tokens_[i].letters;
  const bool single = tokens_[i].span.size() == 1;
  if ((letters == LetterCase::kTitle || letters == LetterCase::kMixed) && !begins && !single) {
    return VerbCertainty::kNo;  // a name: Conte, Vinci
  }
  const bool has_before = i > range_.begin && !begins;
  if (has_before && never_before_finite(i - 1)) return VerbCertainty::kNo;
  if (is(i, VerbWordClass::kTimeAgo) && has_before && is(i - 1, VerbWordClass::kTimeNoun)) {
    return VerbCertainty::kNo;  // `tre anni fa`
  }
  const bool negated = has_before && is(i - 1, VerbWordClass::kNot);
  const CliticKind pronoun = has_before ? clitic(i - 1) : CliticKind::kNone;
  const bool article_too =
      has_before && is(i - 1, VerbWordClass::kArticle) && !is_sure_pronoun(i - 1);
  // `se lo prese`, `ve la lascia`: two pronouns.
  const bool pair = article_too && i > range_.begin + 1 && clitic(i - 2) == CliticKind::kJoint;
  if (pair) return VerbCertainty::kSure;
  if (negated || (pronoun != CliticKind::kNone && !article_too)) return VerbCertainty::kSure;
  const bool first_person = only_first_or_second(*word.finite);
  const bool auxiliary = is_auxiliary(word.finite->lemma);
  if (first_person && letters == LetterCase::kTitle && !auxiliary && inside(i + 1) &&
      tokens_[i + 1].letters == LetterCase::kTitle) {
    return VerbCertainty::kNo;  // `Guido Rossi`
  }
  if (!word.noun && !word.adjective) {
    if (first_person && !auxiliary) {
      // `suo approdo`, `l'allungo`: nouns that no list holds.
      const bool present = (word.finite->features & kWordPresent) != 0;
      // ... but `la guidai fino al 1990`: no noun ends so behind `la`.
      const bool object = pronoun == CliticKind::kObject && !present;
      const bool noun_place = (article_too && !object) || (has_before && is_determiner(i - 1)) ||
                              (has_before && is_word(i - 1) && at(i - 1).adjective);
      if (noun_place) return VerbCertainty::kNo;
      const bool spoken = has_before && is(i - 1, VerbWordClass::kBeforeVerb);
      return present && !spoken ? VerbCertainty::kUnsure : VerbCertainty::kSure;
    }
    return VerbCertainty::kSure;
  }
  if (first_person) return VerbCertainty::kNo;
  if (article_too) {
    // `la guida dal 2004`: who guides it since then; else a noun.
    const bool since = preposition(i + 1) != kNoIndex && inside(i + 2) &&
                       tokens_[i + 2].kind == TokenKind::kNumber;
    return since && !word.adjective ? VerbCertainty::kUnsure : VerbCertainty::kNo;
  }
  // `con la quale conquista`, where `quale conquista` asks.
  const bool relative = has_before && i > range_.begin + 1 && is(i - 1, VerbWordClass::kRelative) &&
                        is(i - 2, VerbWordClass::kRelativeLead);
  if (relative) return VerbCertainty::kSure;
  if (has_before && is_determiner(i - 1)) return VerbCertainty::kNo;
  if (preposition(i + 1) != kNoIndex && inside(i + 2) && at(i + 2).infinitive != nullptr) {
    return VerbCertainty::kSure;  // `continua a vincere`
  }
  if (has_before && is(i - 1, VerbWordClass::kBeforeVerb)) return VerbCertainty::kSure;
  if (word.adjective) return VerbCertainty::kNo;
  const bool described =
      has_before && tokens_[i - 1].kind == TokenKind::kWord && at(i - 1).adjective;
  // `il Napoli Femminile conferma Neri`: the end of a name.
  const bool named = described && tokens_[i - 1].letters == LetterCase::kTitle && !starts(i - 1);
  if (described && !named) return VerbCertainty::kNo;  // `nuova guida`
  if (has_before && tokens_[i - 1].kind == TokenKind::kNumber && !is_year(i - 1)) {
    return VerbCertainty::kNo;
  }
  if (noun_follows(i + 1)) return VerbCertainty::kSure;
  if ((word.finite->features & (kWordPresent | kWordSubjunctive)) == 0) return VerbCertainty::kSure;
  if (begins) return VerbCertainty::kNo;  // `Conferma per Rossi`
  if (has_before && tokens_[i - 1].kind == TokenKind::kWord &&
      tokens_[i - 1].letters == LetterCase::kTitle) {
    return VerbCertainty::kUnsure;  // `Rossi guida con sicurezza`
  }
  return has_before && tokens_[i - 1].kind == TokenKind::kWord && at(i - 1).noun
             ? VerbCertainty::kUnsure
             : VerbCertainty::kNo;
}

VerbCertainty VerbWords::participle_here(Index i) const {
  const VerbWord& word = at(i);
  if (word.participle == nullptr || is(i, VerbWordClass::kNeverVerb)) return VerbCertainty::kNo;
  if (ends_set_phrase(i)) return VerbCertainty::kNo;
  const bool begins = starts(i);
  const LetterCase letters = tokens_[i].letters;
  if ((letters == LetterCase::kTitle || letters == LetterCase::kMixed) && !begins) {
    return VerbCertainty::kNo;
  }
  const bool enclitic = (word.participle->features & kWordEnclitic) != 0;
  if (!word.noun && !word.adjective) return VerbCertainty::kSure;
  if (enclitic) return VerbCertainty::kSure;
  if (word.adjective) return VerbCertainty::kNo;
  if (i > range_.begin && !begins) {
    if (never_before_finite(i - 1) || is(i - 1, VerbWordClass::kDeterminer) ||
        is(i - 1, VerbWordClass::kArticle)) {
      return VerbCertainty::kNo;
    }
    const Token& before = tokens_[i - 1];
    const bool noun_before = before.kind == TokenKind::kWord && at(i - 1).noun;
    const bool after_comma = before.kind == TokenKind::kPunct && before.mark == ',';
    if (!noun_before && !after_comma && before.letters != LetterCase::kTitle) {
      return VerbCertainty::kNo;
    }
  }
  return VerbCertainty::kUnsure;
}

VerbCertainty VerbWords::infinitive_here(Index i) const {
  const VerbWord& word = at(i);
  if (word.infinitive == nullptr || is(i, VerbWordClass::kNeverVerb)) return VerbCertainty::kNo;
  if (tokens_[i].letters == LetterCase::kTitle && !starts(i)) return VerbCertainty::kNo;
  const bool article = i > range_.begin && !starts(i) && is(i - 1, VerbWordClass::kArticle);
  return (word.noun || article) ? VerbCertainty::kUnsure : VerbCertainty::kSure;
}

}  // namespace panchina
