// Whether what stands before a verb is the object of another one, not its subject.
#include <algorithm>

#include "document/features.h"
#include "document/readings.h"
#include "match/subject.h"
#include "match/subject_units.h"

namespace panchina {

namespace {

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

}  // namespace

// Whether `e`, `ma`, a few words before the verb, lead from `unit` to the verb `next`.
bool SubjectFinder::is_joined(const Document& document, Index unit, Index next) const {
  constexpr Index kReach = 8;  // units between `e` and its verb
  bool joined = false;
  for (Index u = unit + 1; u < next; ++u) {
    // `allena Bari e Pisa, e a Lecce vince`
    const bool before_and = is_comma(document, u) && u + 1 < next &&
                            lexicon_.in_list(document.units[u + 1].word, goes_on_);
    if (is_mark(document, u) && !before_and) return false;
    joined = joined || (next - u <= kReach && lexicon_.in_list(document.units[u].word, goes_on_));
  }
  return joined;
}

// The verb that the phrase that ends in `unit`, or the list that it closes, stands right behind:
// `lascia ancora il Bari`, `allena Bari e Pisa`. kNoIndex: none.
Index SubjectFinder::verb_over(const Document& document, Index unit, IndexRange bounds) const {
  const bool club = is_of_kind(document, unit, UnitKind::kClub);
  bool member = false;  // of a list: what joins it to the one before has been passed
  while (unit > bounds.begin) {
    --unit;
    const Unit& one = document.units[unit];
    if (is_of_kind(document, unit, UnitKind::kVerb)) return member ? kNoIndex : unit;
    if (one.transparent) continue;
    if (one.word != 0 &&
        (lexicon_.in_list(one.word, articles_) || lexicon_.in_list(one.word, possessives_) ||
         lexicon_.in_list(one.word, adverbs_))) {
      continue;
    }
    if (club && (is_comma(document, unit) || lexicon_.in_list(one.word, goes_on_))) {
      member = true;
      continue;
    }
    if (member && is_of_kind(document, unit, UnitKind::kClub)) {
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
        is_of_kind(document, unit, UnitKind::kClub) || !lexicon_.in_list(group->lemma, follows_);
    return object && group->voice == Voice::kActive &&
           verb_of(document, next)->form == Form::kGerund;
  }
  const bool opens = verb == bounds.begin || is_mark(document, verb - 1);
  if (group->form == Form::kParticiple && !opens) return false;
  return comma_between(document, unit, next);
}

// `Rossi lascia il Bari: ha firmato`, `Rossi, che allenò il Bari, ha firmato`: the phrase that ends
// in `unit` stands right behind a verb whose own subject, a person, club or relative, is before it.
// `lascia il Bari e si accasa al Como`, `firma un contratto e prende il posto`: no subject is
// needed where a club, or a noun that is no person, and `e` lead on to `next`.
bool SubjectFinder::is_object(const Document& document, Index unit, Index next,
                              IndexRange bounds) const {
  const bool thing =
      is_of_kind(document, unit, UnitKind::kClub) || document.units[unit].readings.empty();
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
  for (const Index verb = unit; unit > bounds.begin && verb - unit < kSubjectWindow;) {
    --unit;
    const Unit& one = document.units[unit];
    if ((one.kinds & (kind_bit(UnitKind::kBreak) | kind_bit(UnitKind::kPunct))) != 0) return false;
    if (one.transparent) continue;
    if (is_of_kind(document, unit, UnitKind::kVerb)) return false;
    if (one.word != 0 && lexicon_.in_list(one.word, relatives_)) return true;
    bool article = false;
    if ((is_of_kind(document, unit, UnitKind::kPerson) ||
         is_of_kind(document, unit, UnitKind::kClub)) &&
        !is_governed(document, unit, bounds, article)) {
      return true;
    }
  }
  return false;
}

}  // namespace panchina
