#include "resolve/inference.h"

#include <algorithm>

#include "document/features.h"
#include "document/readings.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/slot_values.h"

namespace panchina {

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
  Filled out;
  switch (policy) {
    case Missing::kFocus:
      out.source = Source::kFocus;
      if (spec.name == "role") {  // a coach without a word more is the head coach
        const Index at = token_of(document_, hit);
        // `Giocatore`, over the years of games: who stays there holds no post, but who is dismissed
        const bool ends = std::any_of(emit.args.begin(), emit.args.end(), [](const EmitArg& one) {
          return one.arg == arg::Tenure::kEndCause;
        });
        if (!ends && careers_.headed(at) == Career::kPlayer &&
            careers_.in_sentence(at) != Career::kCoach) {
          return out;
        }
        out.value = held_role(person, club);
        if (is_null(out.value)) out.value = std::string("head_coach");
        return out;
      }
      return from_focus(hit, emit, spec, arg, person, out);
    case Missing::kHeading:
      out.source = Source::kHeading;
      if (emit.type == EventType::kMatch && spec.kind == ArgKind::kDate)
        out.value = match_day_.above(hit);
      else
        from_heading(hit, emit.type, spec, out);
      return out;
    case Missing::kPrevious:
      out.source = Source::kPrevious;
      if (spec.name == "role") {
        out.value = known_role(hit, person, club);
        return out;
      }
      if (emit.type == EventType::kBirth && spec.name == "person") {
        out.person = only_person_before(hit);
        if (out.person != kNoIndex) out.value = entities_.persons[out.person].name;
        return out;
      }
      // The years of a player's club end with the sentence.
      if (emit.type == EventType::kPlayingSpell && spell_sentence_ != sentence_of(document_, hit))
        return out;
      if (previous_section_ == section_of(document_, hit)) {
        const auto& last = previous_[static_cast<std::size_t>(emit.type)];
        if (arg < last.size()) out.value = last[arg];
      }
      return out;
    case Missing::kPublished:
      out.source = Source::kPublished;
      if (emit.type == EventType::kStanding && hit.table) {
        out.value = match_day_.old_day_above(hit);
        if (is_null(out.value)) out.value = match_day_.old_season(section_of(document_, hit));
        if (!is_null(out.value)) {
          out.source = Source::kHeading;
          return out;
        }
      }
      if (!hit.table) {
        const ArgValue season = match_day_.season_above(hit);
        if (!is_null(season)) {  // a chronicle of old: nothing in it is of the page's day
          if (emit.type != EventType::kStanding) return out;
          out.value = season;
          out.source = Source::kHeading;
          return out;
        }
      }
      if (emit.type == EventType::kStanding ? around_.is_current(hit) : around_.is_news(hit)) {
        out.value = day_of(document_.published_of(section_of(document_, hit)));
      }
      return out;
    case Missing::kStory:
      out.source = Source::kStory;
      out.value =
          emit.type == EventType::kMatch ? match_day_.told_before(hit) : around_.story_date(hit);
      return out;
    case Missing::kDrop:
      return out;
  }
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

Filled Inference::from_focus(const Hit& hit, const EmitSpec& emit, const ArgSpec& spec, Index arg,
                             Index person, Filled& out) const {
  std::pmr::vector<Index> taken(document_.scratch()), clubs(document_.scratch()),
      persons(document_.scratch());
  Hole hole;
  hole.clause = hit.clause;
  hole.unit = hit.trigger == kNoIndex ? hit.units.begin : hit.trigger;
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
  const bool other = spec.name == "replaces" || spec.name == "replaced_by";
  hole.speaker = hole.speaker || (other && own);
  hole.entering = spec.name == "club" && enters_now(hit, emit);
  hole.post = emit.type == EventType::kTenure;
  hole.replacing = hole.post && spec.name == "club" &&
                   std::ranges::count(emit.missing[arg::Tenure::kReplaces], Missing::kFocus) > 0;
  const bool for_club =
      spec.name == "club" || spec.name == "home" || spec.name == "away" || spec.name == "against";
  for (const Binding& binding : bindings_of(document_, hit)) {
    const Index unit = binding.unit;
    if (unit == kNoIndex) continue;
    const Index entity = for_club ? entities_.club_of_unit[unit] : entities_.person_of_unit[unit];
    if (entity != kNoIndex) taken.push_back(entity);
    if (for_club && entities_.person_of_unit[unit] != kNoIndex)
      persons.push_back(entities_.person_of_unit[unit]);
    if (!for_club && entities_.club_of_unit[unit] != kNoIndex)
      clubs.push_back(entities_.club_of_unit[unit]);
    // `è il vice di Verdi`, `assistente della Nazionale di Verdi`: nobody is his own chief.
    if (!for_club && hole.post) {
      const Index chief = chief_behind(hit, unit);
      if (chief != kNoIndex) taken.push_back(chief);
    }
  }
  if (other && person != kNoIndex) taken.push_back(person);  // nobody replaces himself
  if (for_club && emit.cue == Cue::kDeparture && person != kNoIndex)
    add_later_posts(person, hit, emit, taken);
  if (for_club && emit.type == EventType::kHonour) {
    if (const Competition* title = title_of(hit, emit)) {
      hole.nation = &entities_.nation;
      hole.of_nations = title->kind == "international";
    }
  }
  hole.taken = taken;
  hole.clubs = clubs;
  hole.persons = persons;
  if (emit.type == EventType::kMatch && for_club) {
    out.club = focus_.match_club(hole, played_, [](Index) { return true; });
    if (out.club != kNoIndex) out.value = entities_.clubs[out.club];
  } else if (for_club) {
    // Where no person is asked for, the club of whom the passage is about.
    const bool his = person == kNoIndex && hole.subject_club;
    out.club = focus_.club(hole, his ? focus_.person(hole.of_person()) : person);
    if (out.club != kNoIndex) out.value = entities_.clubs[out.club];
  } else if (spec.name == "person" || other) {
    if (spec.name == "replaces" && !hole.speaker) out.person = focus_.just_parted(hole);
    if (out.person == kNoIndex) out.person = focus_.person(hole);
    if (hole.nominal && hole.post && gives(hit, emit, arg::Tenure::kContractEnd))
      out.person = focus_.who_signs(out.person);
    if (out.person != kNoIndex) out.value = entities_.persons[out.person].name;
  } else if (spec.name == "capacity") {
    out.value = capacity_of(hit, emit, person);
  } else if (spec.name == "competition") {
    const Index unit =
        focus_.competition(hole.unit, [&](Index at) { return may_be_told(emit.type, at); });
    if (unit != kNoIndex) out.value = competition_of(unit);
  } else if (spec.kind == ArgKind::kDate) {
    out.value = around_.story_date(hit);
    out.source = Source::kStory;
  }
  return out;
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

Filled Inference::from_heading(const Hit& hit, EventType type, const ArgSpec& spec,
                               Filled& out) const {
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
