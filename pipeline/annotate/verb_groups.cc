#include "annotate/verb_groups.h"

#include <algorithm>

#include "document/features.h"
#include "lexicon/word_features.h"

namespace panchina {
namespace {

constexpr int kMaxDepth = 4;  // verbs above verbs: `ha deciso di provare a tornare ad allenare`
constexpr Index kLongestAside = 6;  // tokens between auxiliary and participle
constexpr Index kDenierReach = 3;   // tokens between `nessuno` and the verb
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

bool holds(const std::vector<Index>& lemmas, Index lemma) {
  return std::find(lemmas.begin(), lemmas.end(), lemma) != lemmas.end();
}

bool ends_negation_scan(const Token& token) { return token.kind == TokenKind::kPunct; }

}  // namespace

VerbGroups::VerbGroups(const Vocabulary& vocabulary, const Lexicon& lexicon)
    : lexicon_(lexicon), words_(vocabulary, lexicon) {
  const WordList* auxiliaries = lexicon.word_list("verb_auxiliary");
  be_ = lemma_of(auxiliaries, "be");
  have_ = lemma_of(auxiliaries, "have");
  passive_ = lemma_of(auxiliaries, "passive");
  progressive_ = lemma_of(auxiliaries, "progressive");
  possible_ = lemmas_of(auxiliaries, "possible");
  ability_ = lemmas_of(auxiliaries, "ability");
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

// ---- the verb and what it governs

VerbGroups::Chain VerbGroups::parse(Index at, const WordReading& reading) {
  Chain chain;
  chain.lemma = reading.lemma;
  chain.head = chain.begin = at;
  chain.end = at + 1;
  chain.enclitic = reading.features & kWordEnclitic;
  chain.takes_essere = (reading.features & kWordTakesEssere) != 0;
  if ((reading.features & kWordParticiple) != 0) {
    chain.perfect = true;
    chain.participle = reading.features;
    chain.voice = chain.takes_essere ? Voice::kActive : Voice::kPassive;
    if (chain.enclitic & kWordEncliticReflexive) chain.voice = Voice::kReflexive;
    if (chain.voice == Voice::kActive) parse_governed(chain);
    return chain;
  }
  if (reading.lemma == be_) {
    parse_be(at, chain);
  } else if (reading.lemma == have_) {
    parse_have(at, chain);
  } else if (reading.lemma == passive_) {
    const Index next = words_.skip_adverbs(at + 1);
    if (words_.inside(next) && words_.at(next).participle != nullptr &&
        (words_.at(next).participle->features & kWordTakesEssere) == 0 &&
        take_participle(next, chain, true)) {
      return chain;
    }
  } else if (reading.lemma == progressive_) {
    const Index next = words_.skip_adverbs(at + 1);
    if (words_.inside(next) && words_.at(next).gerund != nullptr) {
      const Chain inner = parse(next, *words_.at(next).gerund);
      const std::uint32_t enclitic = chain.enclitic;
      chain = inner;
      chain.begin = at;
      chain.enclitic |= enclitic;
      return chain;
    }
  } else if (holds(possible_, reading.lemma) || holds(ability_, reading.lemma)) {
    Index next = words_.skip_adverbs(at + 1);
    if (words_.inside(next) && words_.at(next).infinitive != nullptr) {
      take_infinitive(next, holds(possible_, reading.lemma) ? Effect::kPossible : Effect::kAspect,
                      chain);
      return chain;
    }
  }
  parse_governed(chain);
  return chain;
}

void VerbGroups::parse_be(Index at, Chain& chain) {
  chain.auxiliary_be = true;
  Index next = words_.skip_adverbs(at + 1);
  const auto participle = [&](Index i) -> const WordReading* {
    return words_.inside(i) && words_.token(i).kind == TokenKind::kWord ? words_.at(i).participle
                                                                        : nullptr;
  };
  const auto is_been = [&](Index i) {
    if (participle(i) == nullptr) return false;
    for (const WordReading& reading : lexicon_.readings(words_.token(i).word)) {
      if (reading.lemma == be_ && (reading.features & kWordParticiple) != 0) return true;
    }
    return false;
  };
  // `stato` may stand among the adverbs that were skipped: `è ancora stato`.
  Index been = kNoIndex;
  for (Index i = at + 1; i <= next && words_.inside(i); ++i) {
    if (is_been(i)) {
      been = i;
      break;
    }
  }
  if (been != kNoIndex) {
    chain.perfect = true;
    chain.participle = participle(been)->features;
    chain.head = been;
    chain.end = been + 1;
    next = words_.skip_adverbs(been + 1);
    if (take_participle(next, chain, true)) return;
    if (take_parted_participle(been + 1, chain, true)) return;
    parse_governed(chain);
    return;
  }
  if (const WordReading* reading = participle(next)) {
    const bool active = (reading->features & kWordTakesEssere) != 0;
    // `è vicino a`: an adjective first of all.
    const bool prospect = words_.is(next, VerbWordClass::kProspect) && !active;
    if (!prospect && (!words_.at(next).adjective || active) &&
        take_participle(next, chain, !active)) {
      if (active) chain.perfect = true;
      if (active) parse_governed(chain);
      return;
    }
  }
  // `è vicino a firmare`, `è in procinto di lasciare`, `è a un passo dal diventare`.
  for (Index i = next; i < std::min(next + 4, words_.range().end); ++i) {
    if (words_.token(i).kind != TokenKind::kWord) break;
    if (!words_.is(i, VerbWordClass::kProspect)) continue;
    const Index word = words_.token(i).word;
    for (auto p = std::lower_bound(prospects_.begin(), prospects_.end(), Governor{word});
         p != prospects_.end() && p->lemma == word; ++p) {
      if (words_.preposition(i + 1) != p->preposition) continue;
      const Index infinitive = words_.skip_adverbs(i + 2);
      if (words_.inside(infinitive) && words_.at(infinitive).infinitive != nullptr &&
          take_infinitive(infinitive, Effect::kPossible, chain)) {
        return;
      }
    }
  }
}

void VerbGroups::parse_have(Index at, Chain& chain) {
  const Index next = words_.skip_adverbs(at + 1);
  if (words_.inside(next) && words_.at(next).participle != nullptr) {
    const VerbWord& word = words_.at(next);
    if (word.participle->lemma != have_ || next == at + 1) {
      if (take_participle(next, chain, false)) {
        chain.perfect = true;
        // `ha potuto lasciare`, `ha dovuto`: a modal below.
        if (holds(possible_, chain.lemma) || holds(ability_, chain.lemma)) {
          const Index infinitive = words_.skip_adverbs(chain.end);
          if (words_.inside(infinitive) && words_.at(infinitive).infinitive != nullptr) {
            take_infinitive(infinitive, Effect::kAspect, chain);
          }
          return;
        }
        parse_governed(chain);
        return;
      }
    }
  }
  if (words_.is(next, VerbWordClass::kIntention) && words_.preposition(next + 1) != kNoIndex) {
    const Index infinitive = words_.skip_adverbs(next + 2);
    if (words_.inside(infinitive) && words_.at(infinitive).infinitive != nullptr) {
      take_infinitive(infinitive, Effect::kPossible, chain);
      return;
    }
  }
  take_parted_participle(at + 1, chain, false);
}

bool VerbGroups::take_participle(Index at, Chain& chain, bool passive) {
  if (!words_.is_word(at)) return false;
  const VerbWord& word = words_.at(at);
  if (word.participle == nullptr) return false;
  if (words_.token(at).letters == LetterCase::kTitle && !words_.starts(at)) return false;
  const WordReading& reading = *word.participle;
  chain.lemma = reading.lemma;
  chain.head = at;
  chain.end = at + 1;
  chain.takes_essere = (reading.features & kWordTakesEssere) != 0;
  chain.participle = reading.features;
  chain.enclitic |= reading.features & kWordEnclitic;
  chain.voice = passive && !chain.takes_essere ? Voice::kPassive : Voice::kActive;
  return true;
}

// `è stato, a sorpresa, esonerato`, `ha nel pomeriggio comunicato`: the group begins at the
// participle, the auxiliary stands apart.
bool VerbGroups::take_parted_participle(Index at, Chain& chain, bool passive) {
  if (!words_.inside(at)) return false;
  const bool comma = words_.token(at).kind == TokenKind::kPunct && words_.token(at).mark == ',';
  if (!comma && !words_.is(at, VerbWordClass::kAside)) return false;
  Index i = at + 1;
  const Index last = std::min(at + kLongestAside + (comma ? 2u : 0u), words_.range().end);
  for (; i < last; ++i) {
    const Token& token = words_.token(i);
    if (token.kind == TokenKind::kPunct) {
      if (!comma || token.mark != ',') return false;
      ++i;
      break;
    }
    const VerbWord& word = words_.at(i);
    if (!comma && word.participle != nullptr && !word.noun && !word.adjective) break;
    if (word.finite != nullptr && !word.noun && words_.finite_here(i) == VerbCertainty::kSure) {
      return false;
    }
  }
  if (i >= last) return false;
  if (comma) i = words_.skip_adverbs(i);
  if (!words_.is_word(i) || words_.at(i).participle == nullptr) return false;
  const WordReading& reading = *words_.at(i).participle;
  // `ha 44 anni, nato a`: no participle of avere.
  if (!passive && (reading.features & kWordTakesEssere) != 0) return false;
  if (words_.at(i).noun && comma) return false;
  const IndexRange apart{chain.begin, chain.end};
  if (!take_participle(i, chain, passive)) return false;
  chain.perfect = true;
  chain.apart = apart;
  chain.begin = i;
  parse_governed(chain);
  return true;
}

void VerbGroups::parse_governed(Chain& chain) {
  auto governor = std::lower_bound(governors_.begin(), governors_.end(), Governor{chain.lemma});
  for (; governor != governors_.end() && governor->lemma == chain.lemma; ++governor) {
    Index at = words_.skip_adverbs(chain.end);
    if (governor->preposition != kNoIndex) {
      if (words_.preposition(at) != governor->preposition) continue;
      ++at;
    } else if (words_.preposition(at) != kNoIndex) {
      continue;
    }
    const Index infinitive = words_.skip_adverbs(at);
    if (!words_.inside(infinitive) || words_.at(infinitive).infinitive == nullptr) continue;
    if (words_.token(infinitive).letters == LetterCase::kTitle) continue;
    bool negated = false;
    for (Index i = at; i < infinitive; ++i) negated = negated || words_.is(i, VerbWordClass::kNot);
    if (!take_infinitive(infinitive, governor->effect, chain)) continue;
    if (negated) chain.negative = !chain.negative;
    return;
  }
}

bool VerbGroups::take_infinitive(Index at, Effect effect, Chain& chain) {
  if (depth_ >= kMaxDepth) return false;
  ++depth_;
  const Chain inner = parse(at, *words_.at(at).infinitive);
  --depth_;
  Chain out = inner;
  out.begin = chain.begin;
  out.apart = inner.apart.empty() ? chain.apart : inner.apart;
  if (!inner.apart.empty()) {  // `deve, a sorpresa, ...`: rare; the inner auxiliary goes with ours
    out.apart = {chain.begin, inner.apart.end};
    out.begin = inner.begin;
  }
  out.governor = chain.lemma;
  out.enclitic |= chain.enclitic;
  out.possible = chain.possible || inner.possible || effect == Effect::kPossible ||
                 effect == Effect::kProspect;
  out.negative = chain.negative != inner.negative;
  if (effect == Effect::kNegative) out.negative = !out.negative;
  out.reported = chain.reported || inner.reported || effect == Effect::kReport;
  out.perfect = inner.perfect || chain.perfect;
  out.auxiliary_be = chain.auxiliary_be;
  chain = out;
  return true;
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

bool VerbGroups::denied_before(Index first) const {
  const Index begin = words_.range().begin;
  for (Index i = first; i > begin && i > floor_ && first - i <= kDenierReach; --i) {
    const Token& token = words_.token(i - 1);
    if (ends_negation_scan(token)) return false;
    if (!words_.is(i - 1, VerbWordClass::kDenier)) continue;
    // `né` has its accent; `ne` is a pronoun.
    return words_.clitic(i - 1) == CliticKind::kNone;
  }
  return false;
}

void VerbGroups::add_clitics(VerbGroup& group, Index first, const WordReading& top,
                             const Chain& chain) {
  Index at = first;
  const Index floor = std::max(floor_, words_.range().begin);
  bool reflexive = (chain.enclitic & kWordEncliticReflexive) != 0;
  group.clitic_object = (chain.enclitic & kWordEncliticObject) != 0;
  group.clitic_dative = (chain.enclitic & kWordEncliticDative) != 0;
  while (at > floor && first - at < kLongestClitics) {
    const CliticKind kind = words_.clitic(at - 1);
    if (kind == CliticKind::kNone || words_.token(at - 1).masked) break;
    // A pronoun needs a finite verb; `l'aver affidato` has an article.
    if ((top.features & kWordFinite) == 0) break;
    if (kind == CliticKind::kReflexive) reflexive = true;
    if (kind == CliticKind::kDative) group.clitic_dative = true;
    if (kind == CliticKind::kObject) {
      const bool self = (top.features & (kWordFirst | kWordSecond)) != 0 && chain.auxiliary_be;
      if (self) {
        reflexive = true;  // `mi sono dimesso`
      } else {
        group.clitic_object = true;
      }
    }
    --at;
  }
  if (reflexive && !(group.voice == Voice::kPassive && chain.perfect && !chain.auxiliary_be)) {
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
  } else if ((top.features & kWordInfinitive) != 0 && at > floor &&
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
  const std::uint32_t bits = top.features;
  if (form == Form::kFinite) {
    group.person = (bits & kWordThird) ? 3 : (bits & kWordFirst) ? 1 : 2;
    group.plural = (bits & kWordPlural) != 0;
    if (bits & kWordConditional) {
      group.tense = chain.perfect ? Tense::kPastConditional : Tense::kConditional;
      group.modality = Modality::kPossible;
    } else if (bits & (kWordSubjunctive | kWordPastSubjunctive)) {
      group.tense = Tense::kSubjunctive;
    } else if (bits & kWordFuture) {
      group.tense = Tense::kFuture;
    } else if (chain.perfect || (bits & kWordPast) != 0) {
      group.tense = Tense::kPast;
    } else {
      group.tense = (bits & kWordImperfect) ? Tense::kImperfect : Tense::kPresent;
    }
    // `poté vincere`, `dovette lasciare`, `volle tornare`: it came so.
    if (holds(possible_, top.lemma) && (bits & kWordPast) != 0)
      group.modality = Modality::kAsserted;
    // `sono` is io or loro: the participle tells.
    if (top.lemma == be_ && (chain.participle & kWordPlural) != 0 && chain.auxiliary_be &&
        !group.plural) {
      group.plural = true;
      if (group.person == 1) group.person = 3;
    }
  } else if (chain.perfect || form == Form::kParticiple) {
    group.tense = Tense::kPast;
  }
  add_clitics(group, first, top, chain);
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
    case Tense::kImperfect:
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
  return bits;
}

}  // namespace panchina
