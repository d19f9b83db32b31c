// VerbGroup: what annotation says of a verb with its auxiliaries, clitics, negation and the
// reporting or deciding verbs above it.
#pragma once

#include <cstdint>

#include "document/layers.h"

namespace panchina {

enum class Voice : std::uint8_t { kActive, kPassive, kReflexive };
enum class Form : std::uint8_t { kFinite, kParticiple, kInfinitive, kGerund };
enum class Tense : std::uint8_t {
  kPresent,
  kPast,
  kImperfect,
  kFuture,
  kConditional,
  kPastConditional,
  kSubjunctive,
  kNone
};
enum class Polarity : std::uint8_t { kPositive, kNegative };
// kAsserted: said as so. kPossible: conditional, may, question, plan (`potrebbe`, `dovrebbe`,
// `rischia di`, `sarebbe`).
enum class Modality : std::uint8_t { kAsserted, kPossible };

// `comunica di aver affidato` is one group, lemma affidare, subject that of comunica; `non è stato
// ancora esonerato`: esonerare, passive, past, negative; `lo hanno esonerato`: esonerare, active,
// clitic_object.
struct VerbGroup {
  Index lemma = 0;  // vocabulary id of the infinitive of the governed verb
  IndexRange tokens;
  Voice voice = Voice::kActive;
  Form form = Form::kFinite;
  Tense tense = Tense::kNone;
  Polarity polarity = Polarity::kPositive;
  Modality modality = Modality::kAsserted;
  std::uint8_t person = 0;  // 1, 2, 3; 0: not finite
  bool plural = false;
  // `lo`, `la`, `li`, `le`, `mi` before it or `-lo` at its end: stands for a person, or a club.
  bool clitic_object = false;
  bool clitic_dative = false;  // `gli`, `le`
  bool there = false;          // `ci andai`, `vi rimase`: a place named before
  bool anterior = false;       // pluperfect: before what is being told (`aveva firmato`)
  bool reported = false;       // under a reporting verb (`secondo`, `comunica di`)
  bool unsure = false;         // its word may as well be a noun here (`guida`, `firma`)
  Index head = 0;              // token of the governed verb
  Index governor = 0;          // lemma of the verb above it (`torna ad allenare`: tornare); 0: none
  // The auxiliary where other words part it from `tokens`: `è stato, a sorpresa, esonerato`. Then
  // `tokens` begins at the participle; else empty.
  IndexRange auxiliary;
};

}  // namespace panchina
