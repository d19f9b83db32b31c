// What a hit leaves open, by whom and what its passage is about.
#include <algorithm>

#include "document/features.h"
#include "document/phrase.h"
#include "document/readings.h"
#include "resolve/fact/args.h"
#include "resolve/inference.h"

namespace panchina {

namespace {

// Where what the hit leaves open is looked for.
Index unit_of(const Hit& hit) { return hit.trigger == kNoIndex ? hit.units.begin : hit.trigger; }

}  // namespace

// `mi esonerarono`: the speaker is its object.
bool Inference::has_own_clitic(const VerbGroup& verb) const {
  for (Index t = verb.tokens.begin; t < verb.head; ++t) {
    if (lexicon_.in_list(document_.tokens[t].word, own_clitic_)) return true;
  }
  return false;
}

// `Prende il posto di Rossi`, `ha firmato un biennale`: a verb in the present tells whose place is
// taken, or one as of now what is signed.
bool Inference::enters_now(const Hit& hit, const EmitSpec& emit) const {
  if (emit.type != EventType::kTenure) return false;
  const VerbGroup* verb = verb_of(document_, hit.trigger);
  if (verb == nullptr) verb = verb_of(document_, hit.governor);
  if (verb == nullptr || verb->form != Form::kFinite || verb->anterior) return false;
  if (verb->tense == Tense::kPresent && gives(hit, emit, arg::Tenure::kReplaces)) return true;
  const bool lately = verb->tense == Tense::kPresent || verb->tokens.size() > 1;
  return lately && emit.cue != Cue::kDeparture && lexicon_.in_list(verb->lemma, binding_);
}

// The competition of a title that words or the rule itself name; null: none, or none of the
// lexicon.
const Competition* Inference::title_of(const Hit& hit, const EmitSpec& emit) const {
  for (const EmitArg& from : emit.args) {
    if (from.arg != arg::Honour::kCompetition) continue;
    const Filled filled = slots_.read(hit, emit, from);
    const std::string* id = text_of(filled.value);
    const Index known = id == nullptr ? kNoIndex : lexicon_.find_competition(*id);
    if (known != kNoIndex) return &lexicon_.competitions()[known];
  }
  return nullptr;
}

// Whose the unit is said to be, right behind it: `il vice di Verdi`.
Index Inference::chief_behind(const Hit& hit, Index unit) const {
  const IndexRange units = document_.clauses[hit.clause].units;
  bool of = false;
  for (Index u = unit + 1; u < units.end; ++u) {
    const Unit& one = document_.units[u];
    if (const Index person = entities_.person_of_unit[u]; person != kNoIndex)
      return of ? person : kNoIndex;
    if (lexicon_.in_list(one.word, genitive_)) {
      of = true;
    } else if (!one.transparent) {
      return kNoIndex;
    }
  }
  return kNoIndex;
}

// What the verbs of a hit say of who is meant: whether he speaks, or is named behind them.
Hole Inference::with_verbs(Hole hole, const Hit& hit) const {
  for (const Index unit : {hole.unit, hit.governor}) {
    const VerbGroup* verb = verb_of(document_, unit);
    hole.we = hole.we ||
              (verb != nullptr && verb->form == Form::kFinite && verb->person == 1 && verb->plural);
  }
  const Unit& trigger = document_.units[hole.unit];
  for (const Reading& reading : readings_of(document_, trigger)) {
    if (reading.kind != UnitKind::kVerb) continue;
    if ((reading.features & (kVerbParticiple | kVerbGerund)) != 0) hole.subject_follows = true;
    hole.gerund = (reading.features & kVerbGerund) != 0;
    const VerbGroup& verb = document_.verbs[reading.value];
    // `nel 1992 fu annunciato, con tanto di rinfresco, Rossi`
    if (verb.voice == Voice::kPassive) hole.subject_follows = true;
    hole.speaker =
        verb.form == Form::kFinite && ((verb.person == 1 && !verb.plural) || has_own_clitic(verb));
  }
  return hole;
}

// Whom or what the passage is about, where the words of the hit leave it open.
Filled Inference::from_focus(const Hit& hit, const EmitSpec& emit, const ArgSpec& spec, Index arg,
                             Index person) const {
  const bool replaced = spec.name == "replaces" || spec.name == "replaced_by";
  const bool for_club =
      spec.name == "club" || spec.name == "home" || spec.name == "away" || spec.name == "against";
  Filled out{.source = Source::kFocus};
  if (for_club || replaced || spec.name == "person") {
    std::pmr::vector<Index> taken(document_.scratch()), clubs(document_.scratch()),
        persons(document_.scratch());
    Hole hole = hole_of(hit, emit, spec, arg);
    find_taken(hit, hole, for_club, taken, for_club ? persons : clubs);
    if (replaced && person != kNoIndex) taken.push_back(person);  // nobody replaces himself
    if (for_club && emit.cue == Cue::kDeparture && person != kNoIndex)
      add_later_posts(person, hit, emit, taken);
    hole.taken = taken;
    hole.clubs = clubs;
    hole.persons = persons;
    if (for_club) {
      out.club = club_in_focus(hole, emit.type, person);
      if (out.club != kNoIndex) out.value = entities_.clubs[out.club];
    } else {
      out.person = person_in_focus(hole, hit, emit, spec);
      if (out.person != kNoIndex) out.value = entities_.persons[out.person].name;
    }
  } else if (spec.name == "capacity") {
    out.value = capacity_of(hit, emit, person);
  } else if (spec.name == "competition") {
    const Index unit = focus_.competition(
        unit_of(hit), [&](Index at) { return may_be_told(emit.type, at, hit.table); });
    if (unit != kNoIndex) out.value = competition_of(unit);
  } else if (spec.kind == ArgKind::kDate) {
    out.value = around_.story_date(hit);
    out.source = Source::kStory;
  }
  return out;
}

// What the words of a hit say of whom it leaves open.
Hole Inference::hole_of(const Hit& hit, const EmitSpec& emit, const ArgSpec& spec,
                        Index arg) const {
  Hole hole;
  hole.clause = hit.clause;
  hole.unit = unit_of(hit);
  hole.clitic = slots_.is_clitic(hit, emit, arg);
  hole.own_club = emit.cue == Cue::kDeparture || emit.cue == Cue::kRenewal;
  hole.subject_club = emit.type == EventType::kRecord || emit.type == EventType::kStanding ||
                      emit.type == EventType::kHonour;
  // The rows of a career too: whom they name besides (`2008-10 Lecco, vice di Verdi`) is another.
  hole.career = emit.career != Career::kAny || (hit.table && emit.type == EventType::kTenure);
  hole.birth = emit.type == EventType::kBirth;
  hole.playing = emit.type == EventType::kPlayingSpell;
  hole.nominal =
      verb_of(document_, hole.unit) == nullptr && verb_of(document_, hit.governor) == nullptr;
  bool own = false;  // `al mio posto`
  for (Index u = hit.units.begin; u < hit.units.end; ++u) {
    hole.house = hole.house || lexicon_.in_list(document_.units[u].word, house_);
    own = own || lexicon_.in_list(document_.units[u].word, own_);
  }
  hole = with_verbs(hole, hit);
  hole.speaker = hole.speaker || (own && (spec.name == "replaces" || spec.name == "replaced_by"));
  hole.entering = spec.name == "club" && enters_now(hit, emit);
  hole.post = emit.type == EventType::kTenure;
  hole.held = hole.post && emit.cue == Cue::kInPost;
  hole.replacing = hole.post && spec.name == "club" &&
                   std::ranges::count(emit.missing[arg::Tenure::kReplaces], Missing::kFocus) > 0;
  hole.staff = hole.post && spec.name == "club" && is_of_staff(hit, emit);
  if (emit.type != EventType::kHonour || spec.name != "club") return hole;
  if (const Competition* title = title_of(hit, emit)) {
    hole.nation = &entities_.nation;
    hole.of_nations = title->kind == "international";
  }
  return hole;
}

// Whom the hit names already: `taken`, of the kind that is sought; `others`, of the other kind.
void Inference::find_taken(const Hit& hit, const Hole& hole, bool for_club,
                           std::pmr::vector<Index>& taken, std::pmr::vector<Index>& others) const {
  for (const Binding& binding : bindings_of(document_, hit)) {
    const Index unit = binding.unit;
    if (unit == kNoIndex) continue;
    const Index club = entities_.club_of_unit[unit], person = entities_.person_of_unit[unit];
    const Index own = for_club ? club : person, other = for_club ? person : club;
    if (own != kNoIndex) taken.push_back(own);
    if (other != kNoIndex) others.push_back(other);
    // `è il vice di Verdi`, `assistente della Nazionale di Verdi`: nobody is his own chief.
    if (for_club || !hole.post) continue;
    if (const Index chief = chief_behind(hit, unit); chief != kNoIndex) taken.push_back(chief);
  }
}

Index Inference::club_in_focus(const Hole& hole, EventType type, Index person) const {
  if (type == EventType::kMatch)
    return focus_.match_club(hole, played_, [](Index) { return true; });
  // Where no person is asked for, the club of whom the passage is about.
  const bool his = person == kNoIndex && hole.subject_club;
  return focus_.club(hole, his ? focus_.person(hole.of_person()) : person);
}

Index Inference::person_in_focus(const Hole& hole, const Hit& hit, const EmitSpec& emit,
                                 const ArgSpec& spec) const {
  Index person = kNoIndex;
  if (spec.name == "replaces" && !hole.speaker) person = focus_.just_parted(hole);
  if (person == kNoIndex) person = focus_.person(hole);
  const bool signs = hole.nominal && hole.post && gives(hit, emit, arg::Tenure::kContractEnd);
  return signs ? focus_.who_signs(person) : person;
}

// Whether the post that a hit tells is one on the staff of whoever leads the side.
bool Inference::is_of_staff(const Hit& hit, const EmitSpec& emit) const {
  return std::ranges::any_of(emit.args, [&](const EmitArg& from) {
    if (from.arg != arg::Tenure::kRole) return false;
    const Filled role = slots_.read(hit, emit, from);
    const std::string* id = text_of(role.value);
    return id != nullptr && *id != "head_coach" && *id != "youth_coach";
  });
}

}  // namespace panchina
