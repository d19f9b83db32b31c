#include "match/subject.h"

#include <algorithm>

#include "document/features.h"
#include "document/phrase.h"
#include "document/readings.h"
#include "match/runner.h"
#include "match/subject_units.h"

namespace panchina {

namespace {

// A verb without a subject of its own: it is said of whom else the sentence speaks.
bool is_idle(const VerbGroup* group) {
  return group != nullptr && (group->form == Form::kInfinitive || group->form == Form::kGerund);
}

}  // namespace

SubjectFinder::SubjectFinder(const Lexicon& lexicon)
    : lexicon_(lexicon),
      articles_(lexicon.find_list("article")),
      plural_(lexicon.find_list("plural_article")),
      possessives_(lexicon.find_list("possessive")),
      relatives_(lexicon.find_list("relative")),
      places_(lexicon.find_list("relative_place")),
      goes_on_(lexicon.find_list("goes_on")),
      as_(lexicon.find_list("as_post")),
      follows_(lexicon.find_list("subject_follows")),
      of_things_(lexicon.find_list("object_follows")),
      adverbial_(lexicon.find_list("adverbial_noun")),
      adverbs_(lexicon.find_list("group_adverb")),
      personal_(lexicon.find_list("personal_act")),
      genitives_(lexicon.find_list("genitive")),
      kin_(lexicon.find_list("kin")),
      governors_(lexicon) {}

Index SubjectFinder::following(const Document& document, Index verb, IndexRange bounds,
                               bool passive) const {
  bool next = true;  // right behind the verb, or behind a role, no preposition before it
  for (Index unit = verb + 1; unit < bounds.end && unit - verb < 6; ++unit) {
    const Unit& one = document.units[unit];
    if (one.transparent) continue;
    if (is_of_kind(document, unit, UnitKind::kPerson)) return next ? unit : kNoIndex;
    // `è stato messo alla porta Rossi`, `è stato esonerato ieri Rossi`
    if (!passive || !(is_of_kind(document, unit, UnitKind::kDate) || one.readings.empty()) ||
        (one.kinds & kind_bit(UnitKind::kPunct)) != 0) {
      return kNoIndex;
    }
    next = !governors_.contain(one.word);
  }
  return kNoIndex;
}

bool SubjectFinder::is_head(const Document& document, Index unit) const {
  for (const UnitKind kind :
       {UnitKind::kPerson, UnitKind::kClub, UnitKind::kNation, UnitKind::kRole}) {
    if (is_of_kind(document, unit, kind)) return true;
  }
  const Unit& one = document.units[unit];
  // `mentre la seconda, in Serie C, è arrivata a maggio`
  if (is_of_kind(document, unit, UnitKind::kOrdinal) && unit > 0 && is_comma(document, unit + 1))
    return lexicon_.in_list(document.units[unit - 1].word, articles_);
  if (!one.readings.empty() || one.word == 0 || governors_.contain(one.word)) return false;
  bool noun = false;
  for (const WordReading& reading : lexicon_.readings(one.word)) {
    if (reading.pos == PartOfSpeech::kNoun) noun = true;
    if (reading.pos == PartOfSpeech::kAdverb || reading.pos == PartOfSpeech::kConjunction) {
      return false;
    }
  }
  return noun;
}

// Whether a preposition governs the phrase that ends in `unit`; `article` tells of an article.
bool SubjectFinder::is_governed(const Document& document, Index unit, IndexRange bounds,
                                bool& article) const {
  article = false;
  const bool club = is_of_kind(document, unit, UnitKind::kClub);
  for (Index steps = 0; unit > bounds.begin && steps < 5; ++steps) {
    --unit;
    const Unit& one = document.units[unit];
    if (governors_.contain(one.word)) return true;
    // `il tecnico di Bari e Pisa`
    if (club && !article && unit > bounds.begin && lexicon_.in_list(one.word, goes_on_) &&
        is_of_kind(document, unit - 1, UnitKind::kClub)) {
      --unit;
      continue;
    }
    if (one.word != 0 &&
        (lexicon_.in_list(one.word, articles_) || lexicon_.in_list(one.word, possessives_))) {
      article = true;
      continue;
    }
    if (article) return false;
    bool adjective =
        one.transparent ||
        (one.kinds & (kind_bit(UnitKind::kOrdinal) | kind_bit(UnitKind::kNumber))) != 0;
    for (const WordReading& reading : lexicon_.readings(one.word)) {
      adjective = adjective || reading.pos == PartOfSpeech::kAdjective;
    }
    if (!adjective) return false;
  }
  return false;
}

// Whether the phrase that ends in `unit` begins with an article of the plural.
bool SubjectFinder::stands_for_many(const Document& document, Index unit, IndexRange bounds) const {
  constexpr Index kReach = 4;  // units
  for (Index steps = 0; unit > bounds.begin && steps < kReach; ++steps) {
    const Index word = document.units[--unit].word;
    if (word == 0) return false;
    if (lexicon_.in_list(word, articles_)) return lexicon_.in_list(word, plural_);
  }
  return false;
}

// Whether a verb stands right before the phrase.
bool SubjectFinder::is_complement(const Document& document, Index unit, IndexRange bounds) const {
  while (unit > bounds.begin) {
    --unit;
    if (is_of_kind(document, unit, UnitKind::kVerb)) return true;
    if (!document.units[unit].transparent) return false;
  }
  return false;
}

// `la panchina lodigiana`, `la fumata bianca`, `il tecnico lodigiano`: an adjective of the noun
// before it.
bool SubjectFinder::is_attribute(const Document& document, Index unit, IndexRange bounds) const {
  if (unit == bounds.begin) return false;
  const auto has = [&](Index word, PartOfSpeech pos) {
    return word != 0 && std::ranges::any_of(lexicon_.readings(word),
                                            [&](const WordReading& one) { return one.pos == pos; });
  };
  const Unit& one = document.units[unit];
  const Unit& before = document.units[unit - 1];
  if (before.transparent) return false;
  if (is_epithet(document, unit)) {
    return is_of_kind(document, unit - 1, UnitKind::kRole) ||
           (before.readings.empty() && has(before.word, PartOfSpeech::kNoun));
  }
  return one.readings.empty() && before.readings.empty() &&
         has(one.word, PartOfSpeech::kAdjective) && has(before.word, PartOfSpeech::kNoun) &&
         !has(before.word, PartOfSpeech::kAdjective) && is_head(document, unit - 1);
}

// `Il lodigiano guida`: an epithet in the singular means a person.
bool SubjectFinder::is_by_town(const Document& document, Index unit, IndexRange bounds) const {
  if (!is_epithet(document, unit) || unit == bounds.begin) return false;
  const Index article = document.units[unit - 1].word;
  return lexicon_.in_list(article, articles_) && !lexicon_.in_list(article, plural_);
}

// `Difensore di fascia, ha giocato`: a role without an article that opens the sentence and has a
// comma behind it says what somebody is.
bool SubjectFinder::is_label(const Document& document, Index unit, Index next,
                             IndexRange bounds) const {
  return unit == bounds.begin && comma_between(document, unit, next);
}

// `Rossi, portiere del Bari, con la Roma vinse`: the role says what the person before it is.
bool SubjectFinder::is_apposed(const Document& document, Index unit, IndexRange bounds) const {
  const Index comma = unit_before(document, unit, bounds.begin);
  if (comma == kNoIndex || comma == bounds.begin) return false;
  return is_comma(document, comma) && is_of_kind(document, comma - 1, UnitKind::kPerson);
}

// `entra come vice, poi diventa`: the role says in what capacity somebody does something.
bool SubjectFinder::is_capacity(const Document& document, Index unit, IndexRange bounds) const {
  const Index as = unit_before(document, unit, bounds.begin);
  return as != kNoIndex && lexicon_.in_list(document.units[as].word, as_);
}

// `Rossi, ex vice di Neri al Bari, è`: from the comma before the verb back to the one behind the
// person; `verb` itself where no such aside stands there.
Index SubjectFinder::before_aside(const Document& document, Index verb, IndexRange bounds) const {
  if (verb == bounds.begin || !is_comma(document, verb - 1)) return verb;
  for (Index unit = verb - 1; unit > bounds.begin + 1 && verb - unit < kSubjectWindow;) {
    --unit;
    if ((document.units[unit].kinds & kind_bit(UnitKind::kBreak)) != 0) break;
    if (is_of_kind(document, unit, UnitKind::kVerb)) break;
    if (is_of_kind(document, unit, UnitKind::kPerson)) {
      const Index of = unit_before(document, unit, bounds.begin);  // `ex vice di Neri`
      const Index post = of == kNoIndex ? of : unit_before(document, of, bounds.begin);
      if (post == kNoIndex || !governors_.contain(document.units[of].word) ||
          !is_of_kind(document, post, UnitKind::kRole)) {
        break;
      }
    }
    if (is_comma(document, unit) && is_of_kind(document, unit - 1, UnitKind::kPerson)) return unit;
  }
  return verb;
}

// `il posto di Rossi, che si era dimesso`, `Rossi, lodigiano, che guida`: the person right before
// the relative; but `il vice di Rossi, che guida` and `il figlio di Rossi` leave open who is meant.
Index SubjectFinder::antecedent(const Document& document, Index verb, IndexRange bounds) const {
  constexpr Index kReach = 4;  // units between the relative and its verb
  const VerbGroup* group = verb_of(document, verb);
  if (group == nullptr || group->form != Form::kFinite) return kNoIndex;
  Index from = kNoIndex;  // the relative
  for (Index u = verb; u > bounds.begin && verb - u < kReach;) {
    --u;
    if (is_mark(document, u) || is_head(document, u)) break;
    if (!lexicon_.in_list(document.units[u].word, relatives_)) continue;
    from = u;
    break;
  }
  if (from == kNoIndex) return kNoIndex;
  from = before_aside(document, from, bounds);
  Index named = from == bounds.begin ? kNoIndex : from - 1;
  if (named != kNoIndex && is_comma(document, named)) {
    named = named == bounds.begin ? kNoIndex : named - 1;
  }
  while (named != kNoIndex && named > bounds.begin && document.units[named].transparent &&
         !is_of_kind(document, named, UnitKind::kPerson)) {
    --named;
  }
  if (named == kNoIndex || !is_of_kind(document, named, UnitKind::kPerson)) return kNoIndex;
  const Index of = unit_before(document, named, bounds.begin);
  if (of == kNoIndex || !lexicon_.in_list(document.units[of].word, genitives_)) return named;
  const Index whose = of == bounds.begin ? kNoIndex : of - 1;
  if (whose == kNoIndex || is_of_kind(document, whose, UnitKind::kRole) ||
      is_of_kind(document, whose, UnitKind::kPerson) ||
      lexicon_.in_list(document.units[whose].word, kin_)) {
    return kNoIndex;
  }
  return named;
}

// `il Lecco, dal quale viene esonerato`: what stands before is not who is.
bool SubjectFinder::leads_from(const Document& document, Index unit, IndexRange bounds) const {
  return unit > bounds.begin && lexicon_.in_list(document.units[unit].word, places_) &&
         governors_.contain(document.units[unit - 1].word);
}

// `Il Bari nel '77, sette partite ed esonerato`: what the verb tells is done to no club.
bool SubjectFinder::is_club_beside_act(const Document& document, Index unit,
                                       const VerbGroup& verb) const {
  return is_of_kind(document, unit, UnitKind::kClub) && !is_epithet(document, unit) &&
         lexicon_.in_list(verb.lemma, personal_) &&
         (verb.voice != Voice::kActive || lexicon_.in_list(verb.lemma, follows_));
}

// A role that only says what somebody is.
bool SubjectFinder::describes(const Document& document, Index unit, Index verb,
                              IndexRange bounds) const {
  return is_of_kind(document, unit, UnitKind::kRole) &&
         (is_apposed(document, unit, bounds) || is_capacity(document, unit, bounds) ||
          is_label(document, unit, verb, bounds));
}

Index SubjectFinder::preceding(const Document& document, Index verb, IndexRange bounds) const {
  // `battiamo il Pisa e vinciamo la Coppa`: who speaks or is spoken to is never named.
  const VerbGroup* group = verb_of(document, verb);
  if (group != nullptr && (group->person == 1 || group->person == 2)) return kNoIndex;
  if (const Index named = antecedent(document, verb, bounds); named != kNoIndex) return named;
  bool one_does = group != nullptr && group->person == 3 && !group->plural;
  bool colon = false;  // between
  for (Index unit = before_aside(document, verb, bounds);
       unit > bounds.begin && verb - unit < kSubjectWindow;) {
    --unit;
    const Unit& one = document.units[unit];
    if ((one.kinds & kind_bit(UnitKind::kBreak)) != 0) break;
    if (is_of_kind(document, unit, UnitKind::kVerb)) {
      if (!is_idle(verb_of(document, unit))) break;
      continue;
    }
    colon = colon || document.tokens[one.tokens.begin].mark == ':';
    if (leads_from(document, unit, bounds)) break;
    // `i figli di Neri, che guida`: of whom, its own words leave open.
    if (lexicon_.in_list(one.word, relatives_) || lexicon_.in_list(one.word, places_))
      one_does = false;
    if (one.transparent || !is_head(document, unit)) continue;
    bool article = false;
    if (is_governed(document, unit, bounds, article)) continue;
    if (is_attribute(document, unit, bounds)) continue;
    const bool many = stands_for_many(document, unit, bounds);
    if (is_by_town(document, unit, bounds)) continue;
    if (group != nullptr && is_club_beside_act(document, unit, *group)) continue;
    // A bare common noun is mostly adverbial, and `L'avventura dura poco: viene esonerato`, `La
    // prima volta vinse`.
    if (one.readings.empty() && (!article || colon || lexicon_.in_list(one.word, adverbial_)))
      continue;
    // `allena gli Allievi e dal 2017 è`: several are not who is.
    if (one.readings.empty() && one_does && many) continue;
    // `divenne allenatore e vi rimase`: what the verb before it makes of the same subject.
    if (is_of_kind(document, unit, UnitKind::kRole) && is_complement(document, unit, bounds)) break;
    if (describes(document, unit, verb, bounds)) continue;
    const bool tells =
        group != nullptr && group->form != Form::kParticiple && group->form != Form::kInfinitive;
    if (!tells || !is_object(document, unit, verb, bounds)) return unit;
  }
  return kNoIndex;
}

}  // namespace panchina
