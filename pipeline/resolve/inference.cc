#include "resolve/inference.h"

#include <algorithm>

#include "document/features.h"
#include "document/readings.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/slot_values.h"

namespace panchina {

namespace {

// Where what the hit leaves open is looked for.
Index unit_of(const Hit& hit) { return hit.trigger == kNoIndex ? hit.units.begin : hit.trigger; }

}  // namespace

Inference::Inference(const Lexicon& lexicon, const Document& document, const EntityView& entities,
                     const Focus& focus, const MatchDay& match_day, const Passage& around,
                     const Careers& careers, const SlotReader& slots,
                     const std::vector<bool>& played)
    : lexicon_(lexicon),
      house_(lexicon.find_list("own_house")),
      own_(lexicon.find_list("own_self")),
      own_clitic_(lexicon.find_list("own_clitic")),
      binding_(lexicon.find_list("post_binding")),
      genitive_(lexicon.find_list("genitive")),
      document_(document),
      entities_(entities),
      focus_(focus),
      match_day_(match_day),
      around_(around),
      careers_(careers),
      slots_(slots),
      played_(played),
      previous_(kEventTypes, document.scratch()),
      player_(document.scratch()),
      role_of_(document.scratch()),
      named_as_(document.scratch()),
      role_at_(document.scratch()),
      began_at_(document.scratch()) {}

Filled Inference::infer(const Hit& hit, const EmitSpec& emit, Missing policy, Index arg,
                        Index person, Index club) const {
  const ArgSpec& spec = event_spec(emit.type).args[arg];
  switch (policy) {
    case Missing::kFocus:
      if (spec.name == "role")
        return {.value = role_in_focus(hit, emit, person, club), .source = Source::kFocus};
      return from_focus(hit, emit, spec, arg, person);
    case Missing::kHeading:
      if (emit.type == EventType::kMatch && spec.kind == ArgKind::kDate)
        return {.value = match_day_.above(hit), .source = Source::kHeading};
      return from_heading(hit, emit.type, spec);
    case Missing::kPrevious:
      return from_previous(hit, emit.type, spec, arg, person, club);
    case Missing::kPublished:
      return from_published(hit, emit.type);
    case Missing::kStory: {
      const bool match = emit.type == EventType::kMatch;
      return {.value = match ? match_day_.told_before(hit) : around_.story_date(hit),
              .source = Source::kStory};
    }
    case Missing::kDrop:
      return {};
  }
  return {};
}

// A coach without a word more is the head coach.
ArgValue Inference::role_in_focus(const Hit& hit, const EmitSpec& emit, Index person,
                                  Index club) const {
  const Index at = token_of(document_, hit);
  // `Giocatore`, over the years of games: who stays there holds no post, but who is dismissed
  const bool ends = std::ranges::any_of(
      emit.args, [](const EmitArg& one) { return one.arg == arg::Tenure::kEndCause; });
  if (!ends && careers_.headed(at) == Career::kPlayer &&
      careers_.in_sentence(at) != Career::kCoach) {
    return {};
  }
  ArgValue role = held_role(person, club);
  return is_null(role) ? ArgValue(std::string("head_coach")) : role;
}

// What the statement before it said.
Filled Inference::from_previous(const Hit& hit, EventType type, const ArgSpec& spec, Index arg,
                                Index person, Index club) const {
  Filled out{.source = Source::kPrevious};
  if (spec.name == "role") {
    out.value = known_role(hit, person, club);
    return out;
  }
  if (type == EventType::kBirth && spec.name == "person") {
    out.person = only_person_before(hit);
    if (out.person != kNoIndex) out.value = entities_.persons[out.person].name;
    return out;
  }
  // The years of a player's club end with the sentence.
  if (type == EventType::kPlayingSpell && spell_sentence_ != sentence_of(document_, hit))
    return out;
  if (previous_section_ != section_of(document_, hit)) return out;
  const auto& last = previous_[static_cast<std::size_t>(type)];
  if (arg < last.size()) out.value = last[arg];
  return out;
}

// The day of the page, where the hit tells what is so or was just then; of a chronicle of old, its
// season.
Filled Inference::from_published(const Hit& hit, EventType type) const {
  const bool standing = type == EventType::kStanding;
  if (standing && hit.table) {
    ArgValue day = match_day_.old_day_above(hit);
    if (is_null(day)) day = match_day_.old_season(section_of(document_, hit));
    if (!is_null(day)) return {.value = std::move(day), .source = Source::kHeading};
  }
  if (!hit.table) {
    ArgValue season = match_day_.season_above(hit);
    if (!is_null(season)) {  // nothing in it is of the page's day
      if (!standing) return {.source = Source::kPublished};
      return {.value = std::move(season), .source = Source::kHeading};
    }
  }
  Filled out{.source = Source::kPublished};
  if (standing ? around_.is_current(hit) : around_.is_news(hit))
    out.value = day_of(document_.published_of(section_of(document_, hit)));
  return out;
}

// Whom alone the paragraph names before the hit; none: nobody, or several. Linear in the paragraph
// for its first hit, constant for the others.
Index Inference::only_person_before(const Hit& hit) const {
  const Index block = block_of(document_, hit);
  if (block != named_block_) {
    named_block_ = block;
    first_named_ = second_named_ = kNoIndex;
    const IndexRange tokens = document_.blocks[block].tokens;
    const auto& units = document_.units;
    auto unit = std::partition_point(units.begin(), units.end(), [&](const Unit& one) {
      return one.tokens.begin < tokens.begin;
    });
    for (; unit != units.end() && unit->tokens.begin < tokens.end; ++unit) {
      const auto u = static_cast<Index>(unit - units.begin());
      const Index person = entities_.person_of_unit[u];
      if (person == kNoIndex) continue;
      if (first_named_ == kNoIndex) first_named_ = u;
      if (person == entities_.person_of_unit[first_named_]) continue;
      second_named_ = u;
      break;
    }
  }
  const Index at = hit.units.begin;
  const bool alone = first_named_ < at && (second_named_ == kNoIndex || second_named_ >= at);
  return alone ? entities_.person_of_unit[first_named_] : kNoIndex;
}

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
    const Index unit =
        focus_.competition(unit_of(hit), [&](Index at) { return may_be_told(emit.type, at); });
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

// Whether the words of the hit give the arg.
bool Inference::gives(const Hit& hit, const EmitSpec& emit, Index arg) const {
  return std::ranges::any_of(emit.args, [&](const EmitArg& from) {
    return from.arg == arg && !is_null(slots_.read(hit, emit, from).value);
  });
}

// A place is one of a league's table; one of the young where the rule itself reads it.
bool Inference::may_be_told(EventType type, Index unit) const {
  const Unit& one = document_.units[unit];
  // `il Torneo di Gattinara`: what no lexicon holds is told only by the words of the fact itself.
  const Reading* cup = reading_of(document_, unit, UnitKind::kCompetition);
  if (cup != nullptr && (cup->features & kCompetitionUnknown) != 0) return false;
  if (type != EventType::kStanding) return true;
  for (const Reading& reading : readings_of(document_, one)) {
    if (reading.kind != UnitKind::kCompetition) continue;
    const Competition& told = lexicon_.competitions()[reading.value];
    return (told.kind == "league" && told.level > 0) || told.kind == "international";
  }
  return true;
}

Filled Inference::from_heading(const Hit& hit, EventType type, const ArgSpec& spec) const {
  Filled out{.source = Source::kHeading};
  const Index sentence = sentence_of(document_, hit);
  if (spec.name == "club") {
    out.club = focus_.heading_club(sentence);
    if (out.club != kNoIndex) out.value = entities_.clubs[out.club];
  } else if (spec.name == "person") {
    out.person = focus_.heading_person(sentence);
    if (out.person != kNoIndex) out.value = entities_.persons[out.person].name;
  } else if (spec.name == "competition") {
    const Index unit = focus_.heading_competition(sentence);
    if (unit != kNoIndex && may_be_told(type, unit)) out.value = competition_of(unit);
  } else if (spec.kind == ArgKind::kDate) {
    const Index heading = document_.blocks[document_.sentences[sentence].block].heading;
    if (heading == kNoIndex) return out;
    const IndexRange tokens = document_.blocks[heading].tokens;
    const IndexRange dates = dates_in(document_, tokens);
    for (Index i = dates.begin; i < dates.end; ++i) {
      if (document_.date_values[i].edtf.empty()) continue;
      out.value = document_.date_values[i];
      break;
    }
  }
  return out;
}

ArgValue Inference::competition_of(Index unit) const {
  const Reading* competition = reading_of(document_, unit, UnitKind::kCompetition);
  if (competition == nullptr) return {};
  return competition_id(document_, lexicon_, *competition);
}

}  // namespace panchina
