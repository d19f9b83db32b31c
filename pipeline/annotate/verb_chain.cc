// The first half of VerbGroups: a verb with its auxiliaries and all that it governs.
#include <algorithm>

#include "annotate/verb_groups.h"
#include "lexicon/word_features.h"

namespace panchina {
namespace {

constexpr int kMaxDepth = 4;  // verbs above verbs: `ha deciso di provare a tornare ad allenare`
constexpr Index kLongestAside = 6;  // tokens between auxiliary and participle

}  // namespace

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
  } else if (contains(possible_, reading.lemma) || contains(ability_, reading.lemma)) {
    Index next = words_.skip_adverbs(at + 1);
    if (words_.inside(next) && words_.at(next).infinitive != nullptr) {
      // `dobbiamo segnalare il pareggio`, `può vantare due scudetti`: so it was.
      const bool possible = contains(possible_, reading.lemma) &&
                            !contains(stated_, words_.at(next).infinitive->lemma);
      take_infinitive(next, possible ? Effect::kPossible : Effect::kAspect, chain);
      return chain;
    }
  }
  if (contains(copula_, reading.lemma) && take_prospect(words_.skip_adverbs(at + 1), chain)) {
    return chain;
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
    const Index end = chain.end;
    if (take_participle(next, chain, true) || take_parted_participle(been + 1, chain, true)) {
      if (chain.end != end) chain.voice = Voice::kPassive;  // also of `è stato cambiato`
      return;
    }
    if (take_prospect(next, chain)) return;
    parse_governed(chain);
    return;
  }
  if (const WordReading* reading = participle(next)) {
    const bool active = (reading->features & kWordTakesEssere) != 0;
    // `è vicino a`: an adjective first of all.
    const bool prospect = words_.is(next, VerbWordClass::kProspect) && !active;
    // `si è infortunato`: no adjective behind such a pronoun.
    const bool reflexive =
        at > words_.range().begin && words_.clitic(at - 1) == CliticKind::kReflexive;
    if (!prospect && (!words_.at(next).adjective || active || reflexive) &&
        take_participle(next, chain, !active)) {
      if (active) chain.perfect = true;
      if (active) parse_governed(chain);
      return;
    }
  }
  take_prospect(next, chain);
}

// `è vicino a firmare`, `è in procinto di lasciare`, `è a un passo dal diventare`.
bool VerbGroups::take_prospect(Index at, Chain& chain) {
  for (Index i = at; i < std::min(at + 4, words_.range().end); ++i) {
    if (words_.token(i).kind != TokenKind::kWord) return false;
    if (!words_.is(i, VerbWordClass::kProspect)) continue;
    const Index word = words_.token(i).word;
    for (auto p = std::lower_bound(prospects_.begin(), prospects_.end(), Governor{word});
         p != prospects_.end() && p->lemma == word; ++p) {
      if (words_.preposition(i + 1) != p->preposition) continue;
      const Index infinitive = words_.skip_adverbs(i + 2);
      if (words_.inside(infinitive) && words_.at(infinitive).infinitive != nullptr &&
          take_infinitive(infinitive, Effect::kPossible, chain)) {
        return true;
      }
    }
  }
  return false;
}

// `Rossi vicino a firmare`: without a verb.
bool VerbGroups::prospect_before(Index infinitive) const {
  const Index begin = words_.range().begin;
  if (infinitive > begin && words_.is(infinitive - 1, VerbWordClass::kWhether)) return true;
  if (infinitive < begin + 2) return false;
  return words_.preposition(infinitive - 1) != kNoIndex &&
         words_.is(infinitive - 2, VerbWordClass::kProspect);
}

// `pare che sia stato esonerato`, `nega che sia stato esonerato`.
void VerbGroups::govern_subjunctive(const VerbGroup* above, VerbGroup& group) const {
  constexpr Index kReach = 10;  // tokens between the two verbs
  if (above == nullptr || group.tense != Tense::kSubjunctive) return;
  if (group.tokens.begin - above->tokens.end > kReach) return;
  const auto governor =
      std::lower_bound(governors_.begin(), governors_.end(), Governor{above->lemma});
  if (governor == governors_.end() || governor->lemma != above->lemma) return;
  if (governor->effect == Effect::kPossible) group.modality = Modality::kPossible;
  if (governor->effect == Effect::kNegative) group.polarity = Polarity::kNegative;
}

void VerbGroups::parse_have(Index at, Chain& chain) {
  const Index next = words_.skip_adverbs(at + 1);
  if (words_.inside(next) && words_.at(next).participle != nullptr) {
    const VerbWord& word = words_.at(next);
    if (word.participle->lemma != have_ || next == at + 1) {
      if (take_participle(next, chain, false)) {
        chain.perfect = true;
        // `ha potuto lasciare`, `ha dovuto`: a modal below.
        if (contains(possible_, chain.lemma) || contains(ability_, chain.lemma)) {
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
  // `ha subito tre gol`: no adverb, where no participle follows.
  if (next > at + 1 && words_.at(next - 1).participle != nullptr &&
      take_participle(next - 1, chain, false)) {
    chain.perfect = true;
    parse_governed(chain);
    return;
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

}  // namespace panchina
