#include "annotate/verb_groups.h"

#include <algorithm>

#include "document/features.h"
#include "lexicon/word_features.h"

namespace panchina {
namespace {

constexpr Index kDenierReach = 3;  // tokens between `nessuno` and the verb
constexpr Index kLongestClitics = 4;

// The lemma that a list holds under a value, or 0.
Index lemma_of(const WordList* list, std::string_view value) {
  if (list == nullptr) return 0;
  for (const WordListEntry& entry : list->entries) {
    if (entry.value == value && entry.words.size() == 1) return entry.words[0];
  }
  return 0;
}

std::vector<Index> lemmas_of(const WordList* list, std::string_view value) {
  std::vector<Index> out;
  if (list == nullptr) return out;
  for (const WordListEntry& entry : list->entries) {
    if (entry.value == value && entry.words.size() == 1) out.push_back(entry.words[0]);
  }
  return out;
}

bool ends_negation_scan(const Token& token) { return token.kind == TokenKind::kPunct; }

}  // namespace

VerbGroups::VerbGroups(const Vocabulary& vocabulary, const Lexicon& lexicon)
    : lexicon_(lexicon), words_(vocabulary, lexicon) {
  not_even_ = lexicon.find_list("verb_not_even");
  measure_ = lexicon.find_list("verb_measure");
  const WordList* auxiliaries = lexicon.word_list("verb_auxiliary");
  be_ = lemma_of(auxiliaries, "be");
  have_ = lemma_of(auxiliaries, "have");
  passive_ = lemma_of(auxiliaries, "passive");
  progressive_ = lemma_of(auxiliaries, "progressive");
  possible_ = lemmas_of(auxiliaries, "possible");
  stated_ = lemmas_of(auxiliaries, "stated");
  ability_ = lemmas_of(auxiliaries, "ability");
  copula_ = lemmas_of(auxiliaries, "copula");
  const auto preposition_of = [&](std::string_view word) {
    return word == "-" ? kNoIndex : lexicon.preposition(vocabulary.find(word));
  };
  if (const WordList* list = lexicon.word_list("verb_governor")) {
    static constexpr std::pair<std::string_view, Effect> kEffects[] = {
        {"report", Effect::kReport},     {"decide", Effect::kDecide},
        {"possible", Effect::kPossible}, {"negative", Effect::kNegative},
        {"aspect", Effect::kAspect},     {"prospect", Effect::kProspect}};
    for (const WordListEntry& entry : list->entries) {
      const std::size_t blank = entry.value.find(' ');
      if (blank == std::string::npos || entry.words.size() != 1) continue;
      for (const auto& [name, effect] : kEffects) {
        if (entry.value.compare(0, blank, name) != 0) continue;
        governors_.push_back({entry.words[0],
                              preposition_of(std::string_view(entry.value).substr(blank + 1)),
                              effect});
      }
    }
  }
  std::stable_sort(governors_.begin(), governors_.end());
  if (const WordList* list = lexicon.word_list("verb_prospect")) {
    for (const WordListEntry& entry : list->entries) {
      if (entry.words.size() != 1) continue;
      prospects_.push_back({entry.words[0], preposition_of(entry.value), Effect::kPossible});
    }
  }
  std::stable_sort(prospects_.begin(), prospects_.end());
}

// ---- from a chain to a group

bool VerbGroups::subjunctive_of_be_counts(Index at, const WordReading& reading) const {
  // `sia come giocatore sia come allenatore` is no verb.
  if (reading.lemma != be_ || (reading.features & kWordSubjunctive) == 0) return true;
  if (at > words_.range().begin &&
      (words_.is(at - 1, VerbWordClass::kBeforeVerb) || words_.is(at - 1, VerbWordClass::kNot) ||
       words_.clitic(at - 1) != CliticKind::kNone)) {
    return true;
  }
  const Index next = words_.skip_adverbs(at + 1);
  return words_.inside(next) && words_.at(next).participle != nullptr;
}

// `nemmeno un mese fa esonerava Rossi`: how long, no denial.
bool VerbGroups::measures_time(Index denier, Index verb) const {
  constexpr Index kReach = 3;  // words from it to the measure
  if (!lexicon_.in_list(words_.token(denier).word, not_even_)) return false;
  for (Index n = 1; n <= kReach && denier + n < verb; ++n) {
    if (lexicon_.in_list(words_.token(denier + n).word, measure_)) return true;
  }
  return false;
}

bool VerbGroups::denied_before(Index first) const {
  const Index begin = words_.range().begin;
  bool joined = false;
  for (Index i = first; i > begin && i > floor_ && first - i <= kDenierReach; --i) {
    const Token& token = words_.token(i - 1);
    if (ends_negation_scan(token)) return false;
    joined = joined || words_.is(i - 1, VerbWordClass::kJoin);
    if (!words_.is(i - 1, VerbWordClass::kDenier) || measures_time(i - 1, first)) continue;
    // `non tocca niente e va avanti`: the other verb's.
    if (joined && floor_ > begin) return false;
    // `né` has its accent; `ne` is a pronoun.
    return words_.clitic(i - 1) == CliticKind::kNone;
  }
  return false;
}

// `comunica di aver sollevato Rossi e di aver affidato la squadra`: the second infinitive is
// governed as the first, where it follows with the same preposition.
void VerbGroups::join_infinitive(const VerbGroup* above, Index at, bool perfect,
                                 VerbGroup& group) const {
  const Index begin = words_.range().begin;
  if (above == nullptr || above->governor == 0 || above->form != Form::kFinite) return;
  if (at < begin + 2 || words_.preposition(at - 1) == kNoIndex) return;
  Index join = at - 2;
  if (words_.is(join, VerbWordClass::kNot) && join > begin) --join;
  const Token& token = words_.token(join);
  const bool comma = token.kind == TokenKind::kPunct && token.mark == ',';
  if (!comma && (!words_.is(join, VerbWordClass::kJoin) || token.span.size() > 7)) return;
  bool governed = false;
  for (auto g = std::lower_bound(governors_.begin(), governors_.end(), Governor{above->governor});
       g != governors_.end() && g->lemma == above->governor; ++g) {
    governed = governed || g->preposition == words_.preposition(at - 1);
  }
  if (!governed) return;
  group.form = Form::kFinite;
  group.tense = perfect ? Tense::kPast : above->tense;
  group.person = above->person;
  group.plural = above->plural;
  group.modality = above->modality == Modality::kPossible ? Modality::kPossible : group.modality;
  group.reported = above->reported;
  group.governor = above->governor;
}

void VerbGroups::add_clitics(VerbGroup& group, Index first, std::uint32_t top, const Chain& chain) {
  Index at = first;
  const Index floor = std::max(floor_, words_.range().begin);
  bool reflexive = (chain.enclitic & kWordEncliticReflexive) != 0;
  group.clitic_object = (chain.enclitic & kWordEncliticObject) != 0;
  group.clitic_dative = (chain.enclitic & kWordEncliticDative) != 0;
  while (at > floor && first - at < kLongestClitics) {
    const CliticKind kind = words_.clitic(at - 1);
    if (kind == CliticKind::kNone || words_.token(at - 1).masked) break;
    // A pronoun needs a finite verb; `l'aver affidato` has an article.
    if ((top & kWordFinite) == 0) break;
    if (kind == CliticKind::kReflexive) reflexive = true;
    // `ci siamo affidati`, where `ci sono stato` is a place.
    constexpr std::uint32_t kWeOrYou = kWordFirst | kWordSecond;
    if (kind == CliticKind::kThere) group.there = true;
    if (kind == CliticKind::kThere && chain.auxiliary_be && (top & kWeOrYou) != 0 &&
        (top & kWordPlural) != 0 && chain.participle != 0 && !chain.takes_essere) {
      reflexive = true;
      group.there = false;
    }
    if (kind == CliticKind::kDative) group.clitic_dative = true;
    if (kind == CliticKind::kObject || kind == CliticKind::kSpeaker) {
      // `mi sono dimesso`, `mi dimisi`
      const bool speaker = kind == CliticKind::kSpeaker && (top & kWordFirst) != 0 &&
                           (top & (kWordThird | kWordPlural)) == 0;
      const bool self = speaker || ((top & (kWordFirst | kWordSecond)) != 0 && chain.auxiliary_be);
      if (self) {
        reflexive = true;
      } else {
        group.clitic_object = true;
      }
    }
    --at;
  }
  if (reflexive && !(group.voice == Voice::kPassive && chain.perfect && !chain.auxiliary_be)) {
    // `si è dimesso`: essere stands for avere.
    if (group.voice == Voice::kPassive && group.tense == Tense::kPresent)
      group.tense = Tense::kPast;
    if (group.voice == Voice::kPassive && group.tense == Tense::kConditional) {
      group.tense = Tense::kPastConditional;
    }
    if (group.voice == Voice::kPassive && group.tense == Tense::kImperfect) {
      group.tense = Tense::kPast;
      group.anterior = true;
    }
    group.voice = Voice::kReflexive;
  }
  if (at > floor && words_.is(at - 1, VerbWordClass::kNot)) {
    --at;
    const bool expletive = at > floor && words_.is(at - 1, VerbWordClass::kExpletiveBefore);
    bool only = false;
    for (Index i = first; i < group.tokens.end; ++i)
      only = only || words_.is(i, VerbWordClass::kOnly);
    if (!expletive && !only) {
      group.polarity =
          group.polarity == Polarity::kNegative ? Polarity::kPositive : Polarity::kNegative;
    }
  } else if (denied_before(at)) {
    group.polarity = Polarity::kNegative;
  } else if ((top & kWordInfinitive) != 0 && at > floor &&
             (words_.is(at - 1, VerbWordClass::kWithout) ||
              (at > floor + 1 && words_.preposition(at - 1) != kNoIndex &&
               words_.is(at - 2, VerbWordClass::kWithout)))) {
    group.polarity = Polarity::kNegative;
  }
  if (group.auxiliary.empty()) {
    group.tokens.begin = at;
  } else {
    group.auxiliary.begin = at;
  }
}

VerbGroup VerbGroups::finish(const Chain& chain, Index first, const WordReading& top, Form form) {
  VerbGroup group;
  group.lemma = chain.lemma;
  group.head = chain.head;
  group.governor = chain.governor;
  group.tokens = {chain.begin, chain.end};
  group.auxiliary = chain.apart;
  group.voice = chain.voice;
  group.form = form;
  group.reported = chain.reported;
  group.polarity = chain.negative ? Polarity::kNegative : Polarity::kPositive;
  group.modality = chain.possible ? Modality::kPossible : Modality::kAsserted;
  std::uint32_t bits = top.features;
  if (form == Form::kFinite && chain.auxiliary_be && (bits & kWordPlural) != 0 &&
      (chain.participle & kWordSingular) != 0) {
    // `sono` is io or loro: the participle tells.
    for (const WordReading& other : lexicon_.readings(words_.token(first).word)) {
      if (other.lemma == top.lemma && (other.features & kWordFirst) != 0 &&
          (other.features & kWordSingular) != 0) {
        bits = other.features;
      }
    }
  }
  if (form == Form::kFinite) {
    group.person = (bits & kWordThird) ? 3 : (bits & kWordFirst) ? 1 : 2;
    group.plural = (bits & kWordPlural) != 0;
    if (bits & kWordConditional) {
      group.tense = chain.perfect ? Tense::kPastConditional : Tense::kConditional;
      group.modality = Modality::kPossible;
    } else if (bits & (kWordSubjunctive | kWordPastSubjunctive)) {
      group.tense = Tense::kSubjunctive;
      group.anterior = chain.perfect;  // `se avesse vinto`
    } else if (bits & kWordFuture) {
      group.tense = Tense::kFuture;
    } else if (chain.perfect || (bits & kWordPast) != 0) {
      group.tense = Tense::kPast;
      group.anterior = chain.perfect && (bits & kWordImperfect) != 0;
    } else {
      group.tense = (bits & kWordImperfect) ? Tense::kImperfect : Tense::kPresent;
    }
    // `poté vincere`, `dovette lasciare`, `volle tornare`: it came so.
    if (contains(possible_, top.lemma) && (bits & kWordPast) != 0)
      group.modality = Modality::kAsserted;
  } else if (chain.perfect || form == Form::kParticiple) {
    group.tense = Tense::kPast;
  }
  add_clitics(group, first, bits, chain);
  for (Index i = first; i < chain.end; ++i) {
    if (!chain.apart.empty() && i >= chain.apart.end && i < chain.begin) continue;
    if (words_.is(i, VerbWordClass::kDenier) && words_.clitic(i) == CliticKind::kNone &&
        i != first) {
      group.polarity = Polarity::kNegative;  // `è mai stato`
    }
  }
  return group;
}

void VerbGroups::find(const Document& document, IndexRange range, std::vector<VerbGroup>& out) {
  find(document.text.norm(), document.tokens, range, out);
}

void VerbGroups::find(std::string_view text, std::span<const Token> tokens, IndexRange range,
                      std::vector<VerbGroup>& out) {
  words_.read(text, tokens, range);
  floor_ = range.begin;
  const std::size_t first_group = out.size();
  for (Index at = range.begin; at < range.end;) {
    const VerbWord& word = words_.at(at);
    if (!word.any()) {
      ++at;
      continue;
    }
    const WordReading* reading = nullptr;
    Form form = Form::kFinite;
    VerbCertainty certainty = VerbCertainty::kNo;
    const auto try_form = [&](const WordReading* candidate, Form as, VerbCertainty how) {
      if (candidate == nullptr || how == VerbCertainty::kNo || certainty == VerbCertainty::kSure) {
        return;
      }
      if (reading != nullptr && how != VerbCertainty::kSure) return;
      reading = candidate;
      form = as;
      certainty = how;
    };
    if (word.finite != nullptr && subjunctive_of_be_counts(at, *word.finite)) {
      try_form(word.finite, Form::kFinite, words_.finite_here(at));
    }
    if (words_.own_here(at)) try_form(word.own, Form::kFinite, VerbCertainty::kSure);
    if (word.gerund != nullptr) try_form(word.gerund, Form::kGerund, VerbCertainty::kSure);
    if (word.infinitive != nullptr) {
      try_form(word.infinitive, Form::kInfinitive, words_.infinitive_here(at));
    }
    if (word.participle != nullptr && word.participle->lemma != be_) {
      try_form(word.participle, Form::kParticiple, words_.participle_here(at));
    }
    if (reading == nullptr) {
      ++at;
      continue;
    }
    depth_ = 0;
    const Chain chain = parse(at, *reading);
    VerbGroup group = finish(chain, at, *reading, form);
    group.unsure = certainty == VerbCertainty::kUnsure;
    if (form == Form::kInfinitive) {
      if (prospect_before(at)) group.modality = Modality::kPossible;
      join_infinitive(out.size() > first_group ? &out.back() : nullptr, at, chain.perfect, group);
    }
    govern_subjunctive(out.size() > first_group ? &out.back() : nullptr, group);
    out.push_back(group);
    floor_ = at = chain.end;
  }
}

std::uint32_t verb_features(const VerbGroup& group) {
  std::uint32_t bits = 0;
  switch (group.voice) {
    case Voice::kActive:
      bits |= kVerbActive;
      break;
    case Voice::kPassive:
      bits |= kVerbPassive;
      break;
    case Voice::kReflexive:
      bits |= kVerbReflexive;
      break;
  }
  switch (group.form) {
    case Form::kFinite:
      break;
    case Form::kParticiple:
      bits |= kVerbParticiple;
      break;
    case Form::kInfinitive:
      bits |= kVerbInfinitive;
      break;
    case Form::kGerund:
      bits |= kVerbGerund;
      break;
  }
  switch (group.tense) {
    case Tense::kPresent:
      bits |= kVerbPresent;
      break;
    case Tense::kPast:
      bits |= kVerbPast | kVerbPerfect;
      break;
    case Tense::kImperfect:
      bits |= kVerbPast | kVerbImperfect;
      break;
    case Tense::kPastConditional:
      bits |= kVerbPast;
      break;
    case Tense::kFuture:
    case Tense::kConditional:
      bits |= kVerbFuture;
      break;
    case Tense::kSubjunctive:
    case Tense::kNone:
      break;
  }
  if (group.polarity == Polarity::kNegative) bits |= kVerbNegative;
  if (group.modality == Modality::kPossible) bits |= kVerbPossible;
  if (group.clitic_object) bits |= kVerbCliticObject;
  if (group.clitic_dative) bits |= kVerbCliticDative;
  if (group.there) bits |= kVerbThere;
  return bits;
}

}  // namespace panchina
