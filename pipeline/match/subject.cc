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
  const Unit& behind = document.units[club + 1];
  return (behind.kinds & kind_bit(UnitKind::kPunct)) != 0 &&
         document.tokens[behind.tokens.begin].mark == ',';
}

// Of whom else the sentence speaks, it is said of.
bool is_idle(const VerbGroup& group) {
  return group.form == Form::kInfinitive || group.form == Form::kGerund;
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
      adverbial_(lexicon.find_list("adverbial_noun")),
      adverbs_(lexicon.find_list("group_adverb")),
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
  if (!one.readings.empty() || one.word == 0) return false;
  bool noun = false;
  for (const WordReading& reading : lexicon_.readings(one.word)) {
    if (reading.pos == PartOfSpeech::kNoun) noun = true;
    if (reading.pos == PartOfSpeech::kAdverb || reading.pos == PartOfSpeech::kConjunction) {
      return false;
    }
  }
  return noun;
}

bool SubjectFinder::may_be(const Unit& unit, PartOfSpeech pos) const {
  return std::ranges::any_of(lexicon_.readings(unit.word),
                             [&](const WordReading& reading) { return reading.pos == pos; });
}

// A numeral too.
bool SubjectFinder::is_adjective(const Unit& unit) const {
  return (unit.kinds & (kind_bit(UnitKind::kOrdinal) | kind_bit(UnitKind::kNumber))) != 0 ||
         may_be(unit, PartOfSpeech::kAdjective);
}

// Whether a preposition governs the phrase that ends in `unit`; `article` tells of an article.
bool SubjectFinder::is_governed(const Document& document, Index unit, IndexRange bounds,
                                bool& article) const {
  article = false;
  for (Index steps = 0; unit > bounds.begin && steps < 5; ++steps) {
    --unit;
    const Unit& one = document.units[unit];
    if (governors_.contain(one.word)) return true;
    if (one.word != 0 &&
        (lexicon_.in_list(one.word, articles_) || lexicon_.in_list(one.word, possessives_))) {
      article = true;
      continue;
    }
    if (article) return false;
    if (!one.transparent && !is_adjective(one)) return false;
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

// Whether `e`, no more than two words before the verb, leads from `unit` to the verb `next`.
bool SubjectFinder::is_joined(const Document& document, Index unit, Index next) const {
  constexpr Index kReach = 3;  // units between `e` and its verb
  bool joined = false;
  for (Index u = unit + 1; u < next; ++u) {
    if ((document.units[u].kinds & kind_bit(UnitKind::kPunct)) != 0) return false;
    joined = joined || (next - u <= kReach && lexicon_.in_list(document.units[u].word, and_));
  }
  return joined;
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
  bool adverb = false;  // `dopo aver perso anche la finale`
  while (unit > bounds.begin) {
    --unit;
    const Unit& one = document.units[unit];
    if (is(document, unit, UnitKind::kVerb)) break;
    const bool article = one.word != 0 && (lexicon_.in_list(one.word, articles_) ||
                                           lexicon_.in_list(one.word, possessives_));
    if (article || one.transparent || is_adjective(one)) continue;
    if (!lexicon_.in_list(one.word, adverbs_)) return false;
    adverb = true;
  }
  if (!is(document, unit, UnitKind::kVerb)) return false;
  const VerbGroup* group = verb_of(document, unit);
  if (group == nullptr || group->voice != Voice::kActive) return false;
  // `dopo aver perso la finale, viene esonerato`: no subject stands behind an infinitive.
  if (group->form == Form::kInfinitive) return true;
  if (group->form == Form::kGerund) return !lexicon_.in_list(group->lemma, follows_);
  if (group->form != Form::kFinite || adverb) return false;
  if (goes_on && !lexicon_.in_list(group->lemma, follows_)) return true;
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
  return is(document, comma, UnitKind::kPunct) &&
         document.tokens[document.units[comma].tokens.begin].mark == ',' &&
         is(document, comma - 1, UnitKind::kPerson);
}

// `entra come vice, poi diventa`: the role says in what capacity somebody does something.
bool SubjectFinder::is_capacity(const Document& document, Index unit, IndexRange bounds) const {
  const Index as = unit_before(document, unit, bounds.begin);
  return as != kNoIndex && lexicon_.in_list(document.units[as].word, as_);
}

// `Rossi, ex vice di Neri al Bari, è`: from the comma before the verb back to the one behind the
// person; `verb` itself where no such aside stands there.
Index SubjectFinder::before_aside(const Document& document, Index verb, IndexRange bounds) const {
  const auto is_comma = [&](Index unit) {
    const Unit& one = document.units[unit];
    return (one.kinds & kind_bit(UnitKind::kPunct)) != 0 &&
           document.tokens[one.tokens.begin].mark == ',';
  };
  if (verb == bounds.begin || !is_comma(verb - 1)) return verb;
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
    if (is_comma(unit) && is(document, unit - 1, UnitKind::kPerson)) return unit;
  }
  return verb;
}

Index SubjectFinder::preceding(const Document& document, Index verb, IndexRange bounds) const {
  // `battiamo il Pisa e vinciamo la Coppa`: who speaks or is spoken to is never named.
  const VerbGroup* group = verb_of(document, verb);
  if (group != nullptr && (group->person == 1 || group->person == 2)) return kNoIndex;
  bool one_does = group != nullptr && group->person == 3 && !group->plural;
  bool colon = false;  // between
  for (Index unit = before_aside(document, verb, bounds);
       unit > bounds.begin && verb - unit < kWindow;) {
    --unit;
    const Unit& one = document.units[unit];
    if ((one.kinds & kind_bit(UnitKind::kBreak)) != 0) break;
    if (const VerbGroup* before = verb_of(document, unit)) {
      // `Rossi, dopo aver perso la finale, viene esonerato`
      if (is_idle(*before)) continue;
      break;
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
    // A bare common noun is mostly adverbial, and `L'avventura dura poco: viene esonerato`, `La
    // prima volta vinse`.
    if (one.readings.empty() && (!article || colon || lexicon_.in_list(one.word, adverbial_)))
      continue;
    // `allena gli Allievi e dal 2017 è`: several are not who is.
    if (one.readings.empty() && one_does && stands_for_many(document, unit, bounds)) continue;
    // `divenne allenatore e vi rimase`: what the verb before it makes of the same subject.
    if (is(document, unit, UnitKind::kRole) && is_complement(document, unit, bounds)) break;
    if (is(document, unit, UnitKind::kRole) &&
        (is_apposed(document, unit, bounds) || is_capacity(document, unit, bounds))) {
      continue;
    }
    const bool finite = group != nullptr && group->form == Form::kFinite;
    if (!finite || !is_object(document, unit, verb, bounds)) return unit;
  }
  return kNoIndex;
}

}  // namespace panchina
