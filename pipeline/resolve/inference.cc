#include "resolve/inference.h"

#include <algorithm>

#include "document/features.h"
#include "document/phrase.h"
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

constexpr int kLastMonth = 6;  // of a season

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
    case Missing::kAbove:
      return from_above(hit, emit.type, arg);
    case Missing::kPublished:
      return from_published(hit, emit.type);
    case Missing::kStory: {
      const bool match = emit.type == EventType::kMatch;
      return {.value = match ? match_day_.told_before(hit) : around_.story_date_of_club(hit),
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

// What the row above says of a post, for the one who had it after that row's coach in its season.
Filled Inference::from_above(const Hit& hit, EventType type, Index arg) const {
  using arg::Tenure;
  Filled out{.source = Source::kPrevious};
  if (type != EventType::kTenure || !hit.table || post_sentence_ == kNoIndex ||
      sentence_of(document_, hit) != post_sentence_ + 1 ||
      document_.sentences[post_sentence_].block != block_of(document_, hit)) {
    return out;
  }
  const Args& above = previous_[static_cast<std::size_t>(type)];
  const DateValue* end = date_of(above[Tenure::kEnd]);
  if (end == nullptr) return out;
  const DateValue season_end = month_value(season_of(*end) + 1, kLastMonth);
  if (arg == Tenure::kReplaces) {
    out.value = above[Tenure::kPerson];
  } else if (arg == Tenure::kEnd) {
    out.value = season_end;
  } else if (arg == Tenure::kStart && *end != season_end) {
    out.value = *end;
  }
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
    for (Index u = unit_from(document_, tokens.begin);
         u < units.size() && units[u].tokens.begin < tokens.end; ++u) {
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

// Whether the words of the hit give the arg.
bool Inference::gives(const Hit& hit, const EmitSpec& emit, Index arg) const {
  return std::ranges::any_of(emit.args, [&](const EmitArg& from) {
    return from.arg == arg && !is_null(slots_.read(hit, emit, from).value);
  });
}

// A place is one of a league's table; one of the young where the rule itself reads it.
bool Inference::may_be_told(EventType type, Index unit, bool row) const {
  const Unit& one = document_.units[unit];
  // `il Torneo di Gattinara`: what no lexicon holds is told only by the words of the fact itself,
  // and in a cabinet by the line over its years.
  const Reading* cup = reading_of(document_, unit, UnitKind::kCompetition);
  if (cup != nullptr && (cup->features & kCompetitionUnknown) != 0)
    return row && type == EventType::kHonour;
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
    // `UNDER 17` further below `PRIMA SQUADRA - Eccellenza`: they play in another league.
    const Block& block = document_.blocks[document_.sentences[sentence].block];
    const bool young =
        entities_.under_youth[document_.sentences[sentence].block] && unit != kNoIndex &&
        document_.units[unit].tokens.begin < block.tokens.begin &&
        (block.heading == kNoIndex ||
         !document_.blocks[block.heading].tokens.contains(document_.units[unit].tokens.begin));
    if (unit != kNoIndex && !young && may_be_told(type, unit, hit.table))
      out.value = competition_of(unit);
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
