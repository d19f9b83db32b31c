#include "match/subject.h"

#include <algorithm>

#include "document/features.h"
#include "document/phrase.h"
#include "document/readings.h"
#include "match/runner.h"

namespace panchina {

namespace {

constexpr Index kWindow = 40;

bool is(const Document& document, Index unit, UnitKind kind) {
  const Unit& one = document.units[unit];
  return one.readings.empty() ? (one.kinds & kind_bit(kind)) != 0
                              : document.readings[one.readings.begin].kind == kind;
}

bool is_mark(const Document& document, Index unit) {
  return (document.units[unit].kinds & kind_bit(UnitKind::kPunct)) != 0;
}

bool is_comma(const Document& document, Index unit) {
  return is_mark(document, unit) && document.tokens[document.units[unit].tokens.begin].mark == ',';
}

// `il lodigiano`, `la maglia rossonera`, `i rossoneri`: what may name a club by its epithet.
bool is_epithet(const Document& document, Index unit) {
  const Unit& one = document.units[unit];
  return is(document, unit, UnitKind::kClub) && !one.readings.empty() &&
         document.readings[one.readings.begin].how == How::kEpithet;
}

// `lo chiama il Bari, ma viene esonerato`: whom the verb before the club does something to, not the
// club, is meant by the passive `next` behind a comma.
bool takes_up_object(const Document& document, Index verb, Index club, Index next) {
  const auto has = [&](Index unit, std::uint32_t feature) {
    return std::ranges::any_of(
        readings_of(document, document.units[unit]), [&](const Reading& one) {
          return one.kind == UnitKind::kVerb && (one.features & feature) != 0;
        });
  };
  if (!has(next, kVerbPassive) || !has(verb, kVerbCliticObject)) return false;
  return is_comma(document, club + 1);
}

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
      and_(lexicon.find_list("goes_on")),
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
    if (is(document, unit, UnitKind::kPerson)) return next ? unit : kNoIndex;
    // `è stato messo alla porta Rossi`, `è stato esonerato ieri Rossi`
    if (!passive || !(is(document, unit, UnitKind::kDate) || one.readings.empty()) ||
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
    if (is(document, unit, kind)) return true;
  }
  const Unit& one = document.units[unit];
  // `mentre la seconda, in Serie C, è arrivata a maggio`
  if (is(document, unit, UnitKind::kOrdinal) && unit > 0 && is_comma(document, unit + 1))
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
  const bool club = is(document, unit, UnitKind::kClub);
  for (Index steps = 0; unit > bounds.begin && steps < 5; ++steps) {
    --unit;
    const Unit& one = document.units[unit];
    if (governors_.contain(one.word)) return true;
    // `il tecnico di Bari e Pisa`
    if (club && !article && unit > bounds.begin && lexicon_.in_list(one.word, and_) &&
        is(document, unit - 1, UnitKind::kClub)) {
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
    if (is(document, unit, UnitKind::kVerb)) return true;
    if (!document.units[unit].transparent) return false;
  }
  return false;
}

// Whether `e`, a few words before the verb, leads from `unit` to the verb `next`.
bool SubjectFinder::is_joined(const Document& document, Index unit, Index next) const {
  constexpr Index kReach = 8;  // units between `e` and its verb
  bool joined = false;
  for (Index u = unit + 1; u < next; ++u) {
    // `allena Bari e Pisa, e a Lecce vince`
    const bool before_and =
        is_comma(document, u) && u + 1 < next && lexicon_.in_list(document.units[u + 1].word, and_);
    if (is_mark(document, u) && !before_and) return false;
    joined = joined || (next - u <= kReach && lexicon_.in_list(document.units[u].word, and_));
  }
  return joined;
}

// The verb that the phrase that ends in `unit`, or the list that it closes, stands right behind:
// `lascia ancora il Bari`, `allena Bari e Pisa`. kNoIndex: none.
Index SubjectFinder::verb_over(const Document& document, Index unit, IndexRange bounds) const {
  const bool club = is(document, unit, UnitKind::kClub);
  bool member = false;  // of a list: what joins it to the one before has been passed
  while (unit > bounds.begin) {
    --unit;
    const Unit& one = document.units[unit];
    if (is(document, unit, UnitKind::kVerb)) return member ? kNoIndex : unit;
    if (one.transparent) continue;
    if (one.word != 0 &&
        (lexicon_.in_list(one.word, articles_) || lexicon_.in_list(one.word, possessives_) ||
         lexicon_.in_list(one.word, adverbs_))) {
      continue;
    }
    if (club && (is_comma(document, unit) || lexicon_.in_list(one.word, and_))) {
      member = true;
      continue;
    }
    if (member && is(document, unit, UnitKind::kClub)) {
      member = false;
      continue;
    }
    const auto readings = one.readings.empty() && one.word != 0 ? lexicon_.readings(one.word)
                                                                : decltype(lexicon_.readings(0)){};
    if (member || std::ranges::none_of(readings, [](const WordReading& reading) {
          return reading.pos == PartOfSpeech::kAdverb || reading.pos == PartOfSpeech::kAdjective;
        })) {
      return kNoIndex;
    }
  }
  return kNoIndex;
}

// `dopo aver guidato il Bari, è stato`, `ottenuto il patentino a Lodi, debutta`: what stands right
// behind a verb that is not finite and before a comma does nothing behind it. `guida il Bari,
// subentrando a Neri`: nor does what stands behind a finite one, before a gerund.
bool SubjectFinder::is_object_aside(const Document& document, Index verb, Index unit, Index next,
                                    IndexRange bounds) const {
  const VerbGroup* group = verb_of(document, verb);
  if (group->form == Form::kFinite) {
    const bool object =
        is(document, unit, UnitKind::kClub) || !lexicon_.in_list(group->lemma, follows_);
    return object && group->voice == Voice::kActive &&
           verb_of(document, next)->form == Form::kGerund;
  }
  const bool opens = verb == bounds.begin || is_mark(document, verb - 1);
  if (group->form == Form::kParticiple && !opens) return false;
  for (Index u = unit + 1; u < next; ++u) {
    if (is_comma(document, u)) return true;
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
    return is(document, unit - 1, UnitKind::kRole) ||
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
  if (unit != bounds.begin) return false;
  for (Index u = unit + 1; u < next; ++u) {
    if (is_comma(document, u)) return true;
  }
  return false;
}

// `Rossi lascia il Bari: ha firmato`, `Rossi, che allenò il Bari, ha firmato`: the phrase that ends
// in `unit` stands right behind a verb whose own subject, a person, club or relative, is before it.
// `lascia il Bari e si accasa al Como`, `firma un contratto e prende il posto`: no subject is
// needed where a club, or a noun that is no person, and `e` lead on to `next`.
bool SubjectFinder::is_object(const Document& document, Index unit, Index next,
                              IndexRange bounds) const {
  const bool thing = is(document, unit, UnitKind::kClub) || document.units[unit].readings.empty();
  const bool goes_on = thing && is_joined(document, unit, next);
  const Index phrase = unit;
  unit = verb_over(document, unit, bounds);
  const VerbGroup* group = unit == kNoIndex ? nullptr : verb_of(document, unit);
  if (group == nullptr) return false;
  if (is_object_aside(document, unit, phrase, next, bounds)) return true;
  if (group->form != Form::kFinite || group->voice != Voice::kActive) return false;
  const bool plain = document.units[phrase].readings.empty();
  if (goes_on && (!lexicon_.in_list(group->lemma, follows_) ||
                  (plain && lexicon_.in_list(group->lemma, of_things_)))) {
    return true;
  }
  if (thing && takes_up_object(document, unit, phrase, next)) return true;
  for (const Index verb = unit; unit > bounds.begin && verb - unit < kWindow;) {
    --unit;
    const Unit& one = document.units[unit];
    if ((one.kinds & (kind_bit(UnitKind::kBreak) | kind_bit(UnitKind::kPunct))) != 0) return false;
    if (one.transparent) continue;
    if (is(document, unit, UnitKind::kVerb)) return false;
    if (one.word != 0 && lexicon_.in_list(one.word, relatives_)) return true;
    bool article = false;
    if ((is(document, unit, UnitKind::kPerson) || is(document, unit, UnitKind::kClub)) &&
        !is_governed(document, unit, bounds, article)) {
      return true;
    }
  }
  return false;
}

// `Rossi, portiere del Bari, con la Roma vinse`: the role says what the person before it is.
bool SubjectFinder::is_apposed(const Document& document, Index unit, IndexRange bounds) const {
  const Index comma = unit_before(document, unit, bounds.begin);
  if (comma == kNoIndex || comma == bounds.begin) return false;
  return is_comma(document, comma) && is(document, comma - 1, UnitKind::kPerson);
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
  for (Index unit = verb - 1; unit > bounds.begin + 1 && verb - unit < kWindow;) {
    --unit;
    if ((document.units[unit].kinds & kind_bit(UnitKind::kBreak)) != 0) break;
    if (is(document, unit, UnitKind::kVerb)) break;
    if (is(document, unit, UnitKind::kPerson)) {
      const Index of = unit_before(document, unit, bounds.begin);  // `ex vice di Neri`
      const Index post = of == kNoIndex ? of : unit_before(document, of, bounds.begin);
      if (post == kNoIndex || !governors_.contain(document.units[of].word) ||
          !is(document, post, UnitKind::kRole)) {
        break;
      }
    }
    if (is_comma(document, unit) && is(document, unit - 1, UnitKind::kPerson)) return unit;
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
         !is(document, named, UnitKind::kPerson)) {
    --named;
  }
  if (named == kNoIndex || !is(document, named, UnitKind::kPerson)) return kNoIndex;
  const Index of = unit_before(document, named, bounds.begin);
  if (of == kNoIndex || !lexicon_.in_list(document.units[of].word, genitives_)) return named;
  const Index whose = of == bounds.begin ? kNoIndex : of - 1;
  if (whose == kNoIndex || is(document, whose, UnitKind::kRole) ||
      is(document, whose, UnitKind::kPerson) ||
      lexicon_.in_list(document.units[whose].word, kin_)) {
    return kNoIndex;
  }
  return named;
}

Index SubjectFinder::preceding(const Document& document, Index verb, IndexRange bounds) const {
  // `battiamo il Pisa e vinciamo la Coppa`: who speaks or is spoken to is never named.
  const VerbGroup* group = verb_of(document, verb);
  if (group != nullptr && (group->person == 1 || group->person == 2)) return kNoIndex;
  if (const Index named = antecedent(document, verb, bounds); named != kNoIndex) return named;
  bool one_does = group != nullptr && group->person == 3 && !group->plural;
  bool colon = false;  // between
  for (Index unit = before_aside(document, verb, bounds);
       unit > bounds.begin && verb - unit < kWindow;) {
    --unit;
    const Unit& one = document.units[unit];
    if ((one.kinds & kind_bit(UnitKind::kBreak)) != 0) break;
    if (is(document, unit, UnitKind::kVerb)) {
      if (!is_idle(verb_of(document, unit))) break;
      continue;
    }
    colon = colon || document.tokens[one.tokens.begin].mark == ':';
    // `il Lecco, dal quale viene esonerato`: what stands before is not who is.
    if (unit > bounds.begin && lexicon_.in_list(one.word, places_) &&
        governors_.contain(document.units[unit - 1].word)) {
      break;
    }
    // `i figli di Neri, che guida`: of whom, its own words leave open.
    if (lexicon_.in_list(one.word, relatives_) || lexicon_.in_list(one.word, places_))
      one_does = false;
    if (one.transparent || !is_head(document, unit)) continue;
    bool article = false;
    if (is_governed(document, unit, bounds, article)) continue;
    if (is_attribute(document, unit, bounds)) continue;
    const bool many = stands_for_many(document, unit, bounds);
    if (is_by_town(document, unit, bounds)) continue;
    // `Il Bari nel '77, sette partite ed esonerato`: no club is.
    if (group != nullptr && is(document, unit, UnitKind::kClub) && !is_epithet(document, unit) &&
        lexicon_.in_list(group->lemma, personal_) &&
        (group->voice != Voice::kActive || lexicon_.in_list(group->lemma, follows_))) {
      continue;
    }
    // A bare common noun is mostly adverbial, and `L'avventura dura poco: viene esonerato`, `La
    // prima volta vinse`.
    if (one.readings.empty() && (!article || colon || lexicon_.in_list(one.word, adverbial_)))
      continue;
    // `allena gli Allievi e dal 2017 è`: several are not who is.
    if (one.readings.empty() && one_does && many) continue;
    // `divenne allenatore e vi rimase`: what the verb before it makes of the same subject.
    if (is(document, unit, UnitKind::kRole) && is_complement(document, unit, bounds)) break;
    if (is(document, unit, UnitKind::kRole) &&
        (is_apposed(document, unit, bounds) || is_capacity(document, unit, bounds) ||
         is_label(document, unit, verb, bounds))) {
      continue;
    }
    const bool tells =
        group != nullptr && group->form != Form::kParticiple && group->form != Form::kInfinitive;
    if (!tells || !is_object(document, unit, verb, bounds)) return unit;
  }
  return kNoIndex;
}

}  // namespace panchina
