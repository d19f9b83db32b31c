#include "resolve/factuality.h"

#include <algorithm>

#include "document/features.h"
#include "document/phrase.h"
#include "resolve/fact/hit_place.h"
#include "resolve/game/legs.h"

namespace panchina {

FactualityJudge::FactualityJudge(const Lexicon& lexicon)
    : lexicon_(lexicon),
      first_leg_(lexicon.find_list("first_leg")),
      rumour_(lexicon.find_list("rumour")),
      looming_(lexicon.find_list("looming")),
      denial_(lexicon.find_list("denial")),
      denied_noun_(lexicon.find_list("denied_noun")),
      condition_(lexicon.find_list("condition")),
      closes_(lexicon.find_list("clause_opener")),
      concessive_(lexicon.find_list("concessive")),
      as_(lexicon.find_list("as_post")),
      later_(lexicon.find_list("later")),
      source_(lexicon.find_list("hearsay_source")),
      hearsay_(lexicon.find_list("hearsay_verb")),
      relative_(lexicon.find_list("relative")),
      after_(lexicon.find_list("governor")),
      indefinite_(lexicon.find_list("indefinite")) {}

// `benché fosse stato esonerato`: the subjunctive says what is so.
bool FactualityJudge::is_conceded(const Document& document, const Hit& hit) const {
  const Clause& clause = document.clauses[hit.clause];
  for (Index u = hit.trigger; u > clause.units.begin; --u) {
    const Unit& unit = document.units[u - 1];
    if (lexicon_.in_list(unit.word, concessive_)) return true;
    if ((unit.kinds & (kind_bit(UnitKind::kBreak) | kind_bit(UnitKind::kVerb))) != 0) break;
  }
  return false;
}

// Whether a colon stands between the hit and the last verb before it.
bool FactualityJudge::said_after_colon(const Document& document, const Hit& hit) const {
  const Clause& clause = document.clauses[hit.clause];
  for (Index u = hit.units.begin; u > clause.units.begin; --u) {
    const Unit& unit = document.units[u - 1];
    if (document.tokens[unit.tokens.begin].mark == ':') return true;
    if ((unit.kinds & (kind_bit(UnitKind::kBreak) | kind_bit(UnitKind::kVerb))) != 0) break;
  }
  return false;
}

// `come collaboratore, Rossi`: what the verb makes of him.
bool FactualityJudge::names_as(const Document& document, const Hit& hit) const {
  const Index begin = document.clauses[hit.clause].units.begin;
  Index unit = hit.units.begin;
  while (unit > begin && document.units[unit - 1].transparent) --unit;
  return unit > begin && lexicon_.in_list(document.units[unit - 1].word, as_);
}

// `dovrebbe essere lui a prendere il posto sulla panchina del Lecco`: whose bench it is, the verbs
// say.
bool FactualityJudge::is_purpose_of(const Document& document, const Hit& hit) {
  const VerbGroup* verb = verb_of(document, hit.governor);
  return verb != nullptr && verb->form == Form::kInfinitive &&
         std::ranges::any_of(bindings_of(document, hit),
                             [](const Binding& binding) { return binding.unit == kNoIndex; });
}

// `vicino all'addio al Lecco`, `in caso di separazione`, `verso la risoluzione con Rossi`: the noun
// of an act that is near, no more.
bool FactualityJudge::is_looming(const Document& document, const Hit& hit) const {
  constexpr Index kWords = 3;  // a preposition, what sets off the noun
  if (hit.trigger == kNoIndex || verb_of(document, hit.trigger) != nullptr) return false;
  const Index begin = document.clauses[hit.clause].units.begin;
  Index unit = hit.trigger;
  for (Index seen = 0; unit > begin && seen < kWords; --unit) {
    const Unit& before = document.units[unit - 1];
    if ((before.kinds & kind_bit(UnitKind::kBreak)) != 0) return false;
    if (lexicon_.in_list(before.word, looming_)) return true;
    if (!before.transparent) ++seen;
  }
  return false;
}

// `a prendere il posto di Rossi`: an act that another verb leads to.
bool FactualityJudge::is_led_to(const Document& document, const Hit& hit,
                                const VerbGroup& verb) const {
  return verb.form == Form::kInfinitive && !verb.anterior &&
         hit.trigger > document.clauses[hit.clause].units.begin &&
         lexicon_.preposition(document.units[hit.trigger - 1].word) != kNoIndex;
}

// A noun without a verb of its own is as sure as the verb before it: `avrebbe detto sì: contratto
// fino a giugno`; so is an infinitive: `dovrebbe essere Rossi a prendere il posto di Neri`.
bool FactualityJudge::hangs_on_possible(const Document& document, const Hit& hit,
                                        Index from) const {
  const Clause& clause = document.clauses[hit.clause];
  for (Index u = from; u > clause.units.begin; --u) {
    const Unit& unit = document.units[u - 1];
    if ((unit.kinds & kind_bit(UnitKind::kBreak)) != 0) break;
    const VerbGroup* verb = verb_of(document, u - 1);
    if (verb == nullptr || verb->form != Form::kFinite) continue;
    return verb->modality == Modality::kPossible;
  }
  return false;
}

// Behind a preposition it is the pronoun: `ha portato con sé il vice`.
bool FactualityJudge::is_condition(const Document& document, const Clause& clause,
                                   Index unit) const {
  return lexicon_.in_list(document.units[unit].word, condition_) &&
         (unit == clause.units.begin ||
          lexicon_.preposition(document.units[unit - 1].word) == kNoIndex);
}

// `nel 1973 avrebbe vinto il campionato`, `lo avrebbe vinto nove anni dopo`, `Rossi, che avrebbe
// poi allenato il Bari`: a future in the past, of a time well before the article; not of late,
// where it is a rumour, not under a condition, not `secondo alcune fonti`.
bool FactualityJudge::came_later(const Document& document, const Hit& hit,
                                 const VerbGroup& verb) const {
  constexpr Day kLately = 365;
  if (verb.tense != Tense::kPastConditional || verb.governor != 0) return false;
  const Clause& clause = document.clauses[hit.clause];
  const Day published = document.published_of(section_of(document, hit)).earliest;
  const auto breaks = [&](Index unit) {
    return (document.units[unit].kinds & kind_bit(UnitKind::kBreak)) != 0;
  };
  Index begin = hit.trigger, end = hit.trigger + 1;
  while (begin > clause.units.begin && !breaks(begin - 1)) --begin;
  while (end < clause.units.end && !breaks(end)) ++end;
  bool long_ago = false, relative = false;
  for (Index u = begin; u < end; ++u) {
    const Unit& unit = document.units[u];
    if (is_condition(document, clause, u)) return false;
    if (lexicon_.in_list(unit.word, source_)) return false;
    relative = relative || (u < hit.trigger && lexicon_.in_list(unit.word, relative_));
    const bool dated = (unit.kinds & kind_bit(UnitKind::kDate)) != 0;
    bool later = false;  // `avrebbe poi allenato` is one unit
    for (Index t = unit.tokens.begin; (dated || relative) && t < unit.tokens.end; ++t)
      later = later || lexicon_.in_list(document.tokens[t].word, later_);
    if (later) {
      long_ago = true;
      continue;
    }
    const Reading* date = reading_of(document, u, UnitKind::kDate);
    if (date == nullptr || (date->features & kDateDuration) != 0) continue;
    const DateValue& value = document.date_values[date->value];
    if (value.edtf.empty() || value.latest == kNoDay) continue;
    if (published != kNoDay && value.latest + kLately > published) return false;
    long_ago = true;
  }
  return long_ago;
}

// A question that is asked in a bracket or in quotes opened behind the hit is its own matter.
bool FactualityJudge::in_question(const Document& document, const Hit& hit) const {
  const Sentence& sentence = document.sentences[document.clauses[hit.clause].sentence];
  for (Index t = sentence.tokens.end; t > sentence.tokens.begin; --t) {
    const Token& token = document.tokens[t - 1];
    if (token.kind != TokenKind::kPunct) return false;
    if (token.mark != '?') continue;
    Index inside = 0;
    bool quoted = false;
    for (Index u = document.units[hit.units.end - 1].tokens.end; u < t; ++u) {
      const char mark = document.tokens[u].mark;
      // `Lecco: Rossi (nuovo), Como: Neri?`: what is asked is the row of the mark.
      if (hit.table && mark == ',' && inside == 0) return false;
      if (mark == '(') ++inside;
      if (mark == ')' && inside > 0) --inside;
      if (mark == '"') quoted = !quoted;
    }
    return inside == 0 && !quoted;
  }
  return false;
}

// `Il 5-3 rifilato al Genoa?`: a question without a verb asks what to say of a thing that was.
bool FactualityJudge::is_brought_up(const Document& document, const Hit& hit) const {
  const IndexRange units = document.clauses[hit.clause].units;
  for (Index u = units.begin; u < units.end; ++u) {
    const VerbGroup* verb = verb_of(document, u);
    if (verb != nullptr && verb->form != Form::kParticiple && !verb->unsure) return false;
  }
  return true;
}

// `si è scritto, anche qui, che nel 1956 guidò il Bari`, `c'è scritto che guidò`: nobody vouches
// for it. The hit begins at or behind `end`.
bool FactualityJudge::is_hearsay(const Document& document, Index unit, Index end) const {
  const VerbGroup* verb = verb_of(document, unit);
  if (verb == nullptr || verb->form != Form::kFinite || !lexicon_.in_list(verb->lemma, hearsay_))
    return false;
  if (verb->voice == Voice::kPassive)
    return unit + 1 < end && lexicon_.in_list(document.units[unit + 1].word, relative_);
  if (verb->voice != Voice::kReflexive) return false;
  for (Index u = unit + 1; u < end; ++u) {
    if (lexicon_.in_list(document.units[u].word, relative_)) return true;
  }
  return false;
}

// `l'eventuale ritorno di Rossi, esonerato a febbraio`: what befell him is sure.
bool FactualityJudge::is_apposed(const Document& document, const Hit& hit) const {
  const VerbGroup* verb = verb_of(document, hit.trigger);
  if (verb == nullptr || verb->form != Form::kParticiple) return false;
  const Index begin = document.clauses[hit.clause].units.begin;
  const Index comma = unit_before(document, hit.trigger, begin);
  if (comma == kNoIndex || comma == begin) return false;
  return document.tokens[document.units[comma].tokens.begin].mark == ',' &&
         (document.units[comma - 1].kinds & kind_bit(UnitKind::kPerson)) != 0;
}

// `dopo lo 0-3 di Como, il Lecco potrebbe cambiare tecnico`: that was played, whatever comes of it;
// not `dopo un 2-0`.
bool FactualityJudge::is_played_before(const Document& document, const Hit& hit) const {
  Index unit = hit.trigger;
  if (unit == kNoIndex || !is_final_score(document, unit)) return false;
  const Index first = document.units[unit].tokens.begin;
  if (first > 0 && lexicon_.in_list(document.tokens[first - 1].word, indefinite_)) return false;
  const Index begin = document.clauses[hit.clause].units.begin;
  while (unit > begin && document.units[unit - 1].transparent) --unit;
  return unit > begin && lexicon_.in_list(document.units[unit - 1].word, after_);
}

// `affronterebbe la vincente di Lecco-Como (andata 2-1)`: a first leg in a bracket was played.
bool FactualityJudge::is_first_leg(const Document& document, const Hit& hit) const {
  for (Index unit = hit.units.begin; unit < hit.units.end; ++unit) {
    if (names_first_leg(document, lexicon_, first_leg_, unit)) return true;
  }
  return false;
}

// `il Bari, decimo, non vince da un mese`; `Un Bari decimo: chi lo avrebbe detto?`: the place is
// sure whatever the sentence goes on to say.
bool FactualityJudge::is_place_beside(const Document& document, const Hit& hit) const {
  const auto mark = [&](Index unit) {
    return document.tokens[document.units[unit].tokens.begin].mark;
  };
  const Index last = document.clauses[hit.clause].units.end;
  if ((document.units[hit.units.begin].kinds & kind_bit(UnitKind::kClub)) == 0) return false;
  const Index next = hit.units.begin + 1;
  if (next < hit.units.end && mark(next) == ',') return true;
  const Index behind = mark(hit.units.end - 1) == ':' ? hit.units.end - 1 : hit.units.end;
  return behind < last && mark(behind) == ':' && hit.governor != kNoIndex && hit.governor > behind;
}

// `18 vittorie, 11 pareggi, 11 ko: non siamo una squadretta`: the verb says what follows from it.
bool FactualityJudge::is_before_colon(const Document& document, const Hit& hit) const {
  if (hit.governor == kNoIndex) return false;
  for (Index u = hit.units.end; u < hit.governor; ++u) {
    if (document.tokens[document.units[u].tokens.begin].mark == ':') return true;
  }
  return false;
}

// `44 punti in 26 partite, senza riuscire a salire`; `senza mai perdere, con due vittorie`: the
// infinitive denies only itself.
bool FactualityJudge::is_beside_infinitive(const Document& document, const Hit& hit) const {
  const VerbGroup* verb = verb_of(document, hit.governor);
  if (verb == nullptr || verb->form != Form::kInfinitive) return false;
  if (hit.governor >= hit.units.end) return true;
  for (Index u = hit.governor + 1; u < hit.units.begin; ++u) {
    if (document.tokens[document.units[u].tokens.begin].mark == ',') return true;
  }
  return false;
}

// `Quattro partite, tre vittorie: chi cambia?`: the question is asked behind the colon.
bool FactualityJudge::is_asked_behind_colon(const Document& document, const Hit& hit) const {
  const Sentence& sentence = document.sentences[document.clauses[hit.clause].sentence];
  const Index end = document.units[hit.units.end - 1].tokens.end;
  for (Index t = end; t < sentence.tokens.end; ++t) {
    if (document.tokens[t].mark == ':') return true;
  }
  return false;
}

// `Se domenica non arriveranno i tre punti, il Lecco esonererà Rossi`: the verb says what comes of
// it; not of a post that somebody holds as it is, nor of what has happened.
bool FactualityJudge::depends_on_condition(const Document& document, const Hit& hit,
                                           const VerbGroup& verb, Cue cue) const {
  constexpr Index kHead = 2;  // units: `e se`, `ma se`
  const bool future = verb.tense == Tense::kFuture;
  if (verb.form != Form::kFinite || (!future && verb.tense != Tense::kPresent)) return false;
  if (!future && cue == Cue::kInPost) return false;
  const Clause& clause = document.clauses[hit.clause];
  Index unit = clause.units.begin;
  const Index head = std::min(clause.units.begin + kHead, hit.trigger);
  while (unit < head && !is_condition(document, clause, unit)) ++unit;
  if (unit == head) return false;
  bool told = false;  // what has to come first
  for (; unit < hit.trigger; ++unit) {
    const char mark = document.tokens[document.units[unit].tokens.begin].mark;
    if (mark == ':' || mark == '"') return false;
    const VerbGroup* before = verb_of(document, unit);
    told = told || (before != nullptr && before->form == Form::kFinite);
    if (told && mark == ',') return true;
  }
  return false;
}

Factuality FactualityJudge::judge(const Document& document, const Hit& hit,
                                  const EmitSpec& emit) const {
  if (emit.factuality != Factuality::kAsserted) return emit.factuality;
  if (emit.type == EventType::kMatch && is_first_leg(document, hit)) return Factuality::kAsserted;
  const Cue cue = emit.cue;
  const VerbGroup* verb = verb_of(document, hit.trigger);
  const bool own = verb != nullptr;
  // `mister Rossi` holds his post whatever the verb beside him does.
  if (!own && cue != Cue::kInPost) verb = verb_of(document, hit.governor);
  const bool beside = emit.type == EventType::kStanding && !own && is_place_beside(document, hit);
  if (beside || (emit.type == EventType::kMatch && is_played_before(document, hit))) verb = nullptr;
  const bool figures = emit.type == EventType::kRecord && !own;
  if (figures && (is_before_colon(document, hit) || is_beside_infinitive(document, hit))) {
    verb = nullptr;
  }
  if (verb != nullptr) {
    const bool weighed = own ? emit.states : said_after_colon(document, hit);
    if (verb->polarity == Polarity::kNegative && !weighed) return Factuality::kNegated;
    if (verb->modality == Modality::kPossible && !came_later(document, hit, *verb))
      return Factuality::kPossible;
    // `gira voce che si sia dimesso`, `non è vero che abbia allenato`.
    if (own && verb->tense == Tense::kSubjunctive && !is_conceded(document, hit))
      return Factuality::kPossible;
    if (own && emit.type != EventType::kMatch && depends_on_condition(document, hit, *verb, cue))
      return Factuality::kPossible;
    if (own && is_led_to(document, hit, *verb) && hangs_on_possible(document, hit, hit.trigger))
      return Factuality::kPossible;
  } else if (!beside && (cue != Cue::kInPost || said_after_colon(document, hit) ||
                         names_as(document, hit) || is_purpose_of(document, hit))) {
    if (hangs_on_possible(document, hit, hit.units.begin)) return Factuality::kPossible;
  }
  if (!beside && in_question(document, hit) &&
      !(emit.type == EventType::kMatch && is_brought_up(document, hit)) &&
      !(figures && is_asked_behind_colon(document, hit))) {
    return Factuality::kPossible;
  }
  if (is_apposed(document, hit)) return Factuality::kAsserted;
  if (cue == Cue::kDeparture && is_looming(document, hit)) return Factuality::kPossible;
  // Words of rumour, denial and condition before the trigger, back to the clause's edge.
  const Clause& clause = document.clauses[hit.clause];
  const Index from = hit.trigger == kNoIndex ? hit.units.begin : hit.trigger;
  Index commas = 0;
  for (Index u = from; u > clause.units.begin; --u) {
    const Unit& unit = document.units[u - 1];
    if (unit.kinds & kind_bit(UnitKind::kBreak)) break;
    const bool is_verb = (unit.kinds & kind_bit(UnitKind::kVerb)) != 0;
    if (is_hearsay(document, u - 1, from)) return Factuality::kPossible;
    if (is_verb && cue == Cue::kInPost) break;  // `smentisce il tecnico Rossi`
    // `niente rinnovo per Rossi, arriva Neri`; not `nessun club, in serie A, ha esonerato Rossi`.
    const bool own_matter = commas % 2 == 1 && lexicon_.in_list(unit.word, denied_noun_);
    if (own_matter) break;
    if (lexicon_.in_list(unit.word, denial_)) return Factuality::kNegated;
    if (lexicon_.in_list(unit.word, rumour_)) return Factuality::kPossible;
    if (is_condition(document, clause, u - 1)) return Factuality::kPossible;
    if (lexicon_.in_list(unit.word, closes_)) break;
    const Token& first = document.tokens[unit.tokens.begin];
    if (first.mark == '"' || first.mark == ':') break;
    if (first.mark == ',') ++commas;
    if (is_verb) break;  // what stands before is its own matter
  }
  return Factuality::kAsserted;
}

}  // namespace panchina
