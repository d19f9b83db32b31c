#include "resolve/statements.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/args.h"
#include "resolve/career.h"
#include "resolve/factuality.h"
#include "resolve/focus.h"
#include "resolve/match_day.h"
#include "resolve/passage.h"
#include "resolve/slot_values.h"
#include "resolve/told_score.h"
#include "resolve/venue.h"
#include "text/fold.h"

namespace panchina {
namespace {

// What a hit gives for one arg: a value with its span, or with the source that it was inferred
// from.
struct Filled {
  ArgValue value;
  std::optional<NormSpan> span;
  Source source = Source::kRule;
  Index person = kNoIndex;  // entity, where the value is a person
  Index club = kNoIndex;    // entity, where it is a club
};

class Pass {
 public:
  Pass(const RuleSet& rules, const Lexicon& lexicon, const Document& document,
       const EntityView& entities)
      : rules_(rules),
        lexicon_(lexicon),
        document_(document),
        entities_(entities),
        focus_(document, entities, lexicon),
        venue_(document, entities, lexicon),
        match_day_(document, entities),
        told_(document, entities, lexicon, focus_),
        judge_(lexicon),
        around_(document, lexicon),
        careers_(document, lexicon),
        national_post_(lexicon.find_list("national_post")),
        played_(document.units.size(), false),
        in_rows_(document.units.size(), false) {
    std::unordered_map<Index, Index> hit_of_score;
    beaten_.assign(document.hits.size(), false);
    for (Index h = 0; h < document.hits.size(); ++h) {
      const Hit& hit = document.hits[h];
      for (Index b = hit.bindings.begin; hit.table && b < hit.bindings.end; ++b) {
        if (document.bindings[b].unit != kNoIndex) in_rows_[document.bindings[b].unit] = true;
      }
      const std::vector<EmitSpec>& emits = rules.emits(hit);
      if (emits.empty() || emits.front().type != EventType::kMatch) continue;
      // A score is of one match: of several hits that bind it the best one stands.
      const Index score = score_of(hit);
      if (score != kNoIndex) {
        const auto [best, first] = hit_of_score.emplace(score, h);
        if (!first) {
          const bool better = rank(hit) > rank(document.hits[best->second]);
          beaten_[better ? best->second : h] = true;
          if (better) best->second = h;
        }
      }
      for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
        if (document.bindings[b].unit != kNoIndex) played_[document.bindings[b].unit] = true;
      }
    }
  }

  std::vector<Statement> run() {
    Index at = 0;
    const std::vector<Index> order = hits_in_text_order();
    for (Index s = 0; s < document_.sentences.size(); ++s) {
      if (!is_article(document_.blocks[document_.sentences[s].block].label)) continue;
      focus_.enter_sentence(s);
      for (; at < order.size() && sentence_of(document_.hits[order[at]]) <= s; ++at)
        if (!beaten_[order[at]]) read_hit(document_.hits[order[at]]);
      focus_.leave_sentence(s);
    }
    return std::move(statements_);
  }

 private:
  Index sentence_of(const Hit& hit) const { return document_.clauses[hit.clause].sentence; }
  Index token_of(const Hit& hit) const {
    return document_.units[hit.trigger == kNoIndex ? hit.units.begin : hit.trigger].tokens.begin;
  }

  // The final score that a hit binds, as a unit.
  Index score_of(const Hit& hit) const {
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      const Binding& binding = document_.bindings[b];
      if (binding.unit == kNoIndex || binding.reading == kNoIndex) continue;
      const Reading& reading = document_.readings[binding.reading];
      if (reading.kind == UnitKind::kScore && !document_.scores[reading.value].penalties)
        return binding.unit;
    }
    return kNoIndex;
  }
  // Of rows before running text, by priority, by the units bound.
  std::array<std::int64_t, 3> rank(const Hit& hit) const {
    return {hit.table ? 1 : 0, rules_.info(hit).priority, hit.bindings.size()};
  }

  std::vector<Index> hits_in_text_order() const {
    std::vector<Index> order(document_.hits.size());
    for (Index i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](Index one, Index two) {
      const Hit& a = document_.hits[one];
      const Hit& b = document_.hits[two];
      const Index sa = sentence_of(a);
      const Index sb = sentence_of(b);
      return sa != sb ? sa < sb : token_of(a) < token_of(b);
    });
    return order;
  }

  const Binding* binding_of(const Hit& hit, Index slot) const {
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      if (document_.bindings[b].slot == slot) return &document_.bindings[b];
    }
    return nullptr;
  }

  void read_hit(const Hit& hit) {
    in_national_post_ = false;
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      const Index unit = document_.bindings[b].unit;
      if (unit != kNoIndex && lexicon_.in_list(document_.units[unit].word, national_post_))
        in_national_post_ = true;
    }
    const std::vector<EmitSpec>& emits = rules_.emits(hit);
    for (const EmitSpec& emit : emits) read_emit(hit, emit);
  }

  // A station of a career: the passage tells of such years, the club is plain, and no row of a
  // table tells it better.
  bool is_station(const Hit& hit, const EmitSpec& emit) const {
    if (emit.career != careers_.at(token_of(hit))) return false;
    if (document_.sentences[sentence_of(hit)].row) return false;
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      const Binding& binding = document_.bindings[b];
      if (binding.unit == kNoIndex || binding.reading == kNoIndex) continue;
      const UnitKind kind = document_.readings[binding.reading].kind;
      if (kind != UnitKind::kClub && kind != UnitKind::kNation) continue;
      if (in_rows_[binding.unit] || entities_.club_of_unit[binding.unit] == kNoIndex) return false;
    }
    return true;
  }

  void read_emit(const Hit& hit, const EmitSpec& emit) {
    if (emit.career != Career::kAny && !is_station(hit, emit)) return;
    Statement out;
    out.type = emit.type;
    out.section = document_.blocks[document_.sentences[sentence_of(hit)].block].section;
    out.confidence = rules_.info(hit).confidence;
    const auto& spec = event_spec(emit.type).args;
    out.args.resize(spec.size());
    out.evidence.sentence = sentence_of(hit);
    out.evidence.rule = rules_.info(hit).name;
    out.evidence.cue = emit.cue;
    Index person = kNoIndex;
    Index club = kNoIndex;
    const auto take = [&](Index arg, Filled filled) {
      if (is_null(filled.value) || !is_null(out.args[arg])) return;
      if (spec[arg].name == "person") {
        person = filled.person;
      } else if (spec[arg].name == "club") {
        club = filled.club;
      }
      // An interval begins and ends a spell by its own points.
      if (const DateValue* date = date_of(filled.value)) {
        if (spec[arg].name == "start") filled.value = first_point(*date);
        if (spec[arg].name == "end" || spec[arg].name == "contract_end")
          filled.value = last_point(*date);
      }
      // A post is taken and left on a day, whatever the clock said.
      if (DateValue* date = std::get_if<DateValue>(&filled.value);
          date != nullptr && emit.type == EventType::kTenure) {
        *date = day_of(*date);
      }
      out.args[arg] = std::move(filled.value);
      if (emit.type == EventType::kMatch && !filled.span && filled.club != kNoIndex) {
        team_ = filled.club;
        rival_ = home_ = kNoIndex;
        won_ = lost_ = false;
        team_sentence_ = sentence_of(hit);
      }
      if (filled.span) {
        out.evidence.slots.push_back({arg, *filled.span});
      } else {
        out.evidence.inferred.push_back({arg, filled.source});
      }
    };
    for (const EmitArg& from : emit.args) {
      Filled filled = from.function == ArgFunction::kConstant || from.function == ArgFunction::kRank
                          ? constant(hit, from)
                          : bound(hit, emit, from);
      if (is_null(filled.value) && emit.type == EventType::kMatch) filled = town_club(hit, from);
      take(from.arg, std::move(filled));
    }
    if (emit.type == EventType::kMatch) read_told_match(hit, emit, out, take);
    bool dropped = false;
    // The person first: the club may depend on who it is.
    std::vector<Index> holes;
    for (Index arg = 0; arg < spec.size(); ++arg) {
      if (is_null(out.args[arg]) && !emit.missing[arg].empty()) holes.push_back(arg);
    }
    std::stable_sort(holes.begin(), holes.end(), [&](Index one, Index two) {
      return spec[one].name == "person" && spec[two].name != "person";
    });
    for (const Index arg : holes) {
      for (const Missing policy : emit.missing[arg]) {
        if (policy == Missing::kDrop) {
          dropped = true;
          break;
        }
        Filled filled = inferred(hit, emit, policy, arg, person, club);
        if (is_null(filled.value)) continue;
        take(arg, std::move(filled));
        break;
      }
    }
    if (dropped) return;
    if (emit.type == EventType::kTenure && !is_coaching(out.args[arg::Tenure::kRole])) return;
    if (emit.type == EventType::kBirth && !is_grown_up(out.args[arg::Birth::kDate])) return;
    finish(hit, emit, person, club, out);
  }

  // A stadium near the score where the home side does not play is of something else.
  void drop_strange_stadium(const ToldTeam& home, Statement& out) const {
    using arg::Match;
    const std::string* stadium = text_of(out.args[Match::kStadium]);
    if (stadium == nullptr) return;
    const Index known = lexicon_.find_stadium(*stadium);
    if (known == kNoIndex) return;
    const std::vector<Index>& clubs = lexicon_.stadiums()[known].clubs;
    if (clubs.empty() ||
        std::find(clubs.begin(), clubs.end(), lexicon_.find_club(home.id)) != clubs.end()) {
      return;
    }
    out.args[Match::kStadium] = {};
    std::erase_if(out.evidence.slots,
                  [](const EvidenceSlot& slot) { return slot.arg == Match::kStadium; });
  }

  // A rule that binds nothing but the score leaves both teams to the words around it.
  template <typename Take>
  void read_told_match(const Hit& hit, const EmitSpec& emit, Statement& out, const Take& take) {
    using arg::Match;
    if (!is_null(out.args[Match::kHome]) || !is_null(out.args[Match::kAway])) return;
    Index score = kNoIndex;
    for (const EmitArg& from : emit.args) {
      const Binding* binding = from.arg == Match::kHomeGoals ? binding_of(hit, from.slot) : nullptr;
      if (binding != nullptr) score = binding->unit;
    }
    if (score == kNoIndex) return;
    LastTold last;
    if (team_sentence_ != kNoIndex &&
        document_.sentences[team_sentence_].block == document_.sentences[sentence_of(hit)].block) {
      last = {team_, rival_, home_, sentence_of(hit) == team_sentence_, won_, lost_};
    }
    std::optional<ToldMatch> told = told_.read(hit, score, played_, last);
    if (!told) return;
    const auto give = [&](Index arg, const ToldTeam& team) {
      Filled filled;
      filled.value = team.id;
      filled.club = team.entity;
      filled.span = team.span;
      filled.source = Source::kFocus;
      take(arg, std::move(filled));
    };
    give(Match::kHome, told->home);
    give(Match::kAway, told->away);
    out.args[Match::kHomeGoals] = std::int64_t{told->home_goals};
    out.args[Match::kAwayGoals] = std::int64_t{told->away_goals};
    if (told->order_known) out.args[Match::kOrderKnown] = true;
    drop_strange_stadium(told->home, out);
    if (told->swapped) std::swap(out.args[Match::kHomePenalties], out.args[Match::kAwayPenalties]);
    team_ = told->swapped ? told->away.entity : told->home.entity;
    rival_ = told->swapped ? told->home.entity : told->away.entity;
    home_ = told->order_known ? told->home.entity : kNoIndex;
    won_ = told->won && told->by_word;
    lost_ = told->lost && told->by_word;
    team_sentence_ = sentence_of(hit);
  }

  // The roles of the contract; the lexicon knows others (players, presidents) that no tenure has.
  static bool is_coaching(const ArgValue& role) {
    static constexpr std::array<std::string_view, 8> kRoles = {
        "head_coach",        "assistant_coach",   "technical_collaborator", "youth_coach",
        "youth_coordinator", "goalkeeping_coach", "fitness_coach",          "other_staff"};
    const std::string* text = text_of(role);
    return text == nullptr || std::find(kRoles.begin(), kRoles.end(), *text) != kRoles.end();
  }

  // Whom articles of football are about was born years before they were written: a younger `birth`
  // is a dateline, a foundation.
  bool is_grown_up(const ArgValue& born) const {
    constexpr std::int32_t kYears = 12;
    const DateValue* date = date_of(born);
    if (date == nullptr || date->latest == kNoDay) return true;
    if (document_.published.earliest == kNoDay) return true;
    return document_.published.earliest - date->latest > kYears * 365;
  }

  void finish(const Hit& hit, const EmitSpec& emit, Index person, Index club, Statement& out) {
    const auto& spec = event_spec(emit.type).args;
    if (emit.type == EventType::kMatch) {
      match_day_.drop_others(hit, out);
      venue_.settle(hit, out);
    }
    for (Index arg = 0; arg < spec.size(); ++arg) {
      if (spec[arg].kind == ArgKind::kFlag && is_null(out.args[arg])) out.args[arg] = false;
      if (spec[arg].name == "person_key" && person != kNoIndex &&
          !entities_.persons[person].key.empty()) {
        out.args[arg] = entities_.persons[person].key;
      }
    }
    if (emit.type == EventType::kTenure && emit.cue == Cue::kAppointment &&
        !flag_of(out.args[arg::Tenure::kInterim]) && around_.is_interim(hit)) {
      out.args[arg::Tenure::kInterim] = true;
      out.evidence.inferred.push_back({arg::Tenure::kInterim, Source::kRule});
    }
    out.factuality = judge_.judge(document_, hit, emit);
    // `non è sopravvissuto al tonfo con il Perugia (1-3)`: that was played all the same.
    if (emit.type == EventType::kMatch && out.factuality == Factuality::kNegated &&
        denies_other(hit)) {
      out.factuality = Factuality::kAsserted;
    }
    out.evidence.span = passage(hit, out.evidence);
    if (out.factuality == Factuality::kAsserted &&
        (emit.type == EventType::kTenure || emit.type == EventType::kPlayingSpell)) {
      if (emit.type == EventType::kTenure) focus_.tie(person, club, emit.cue == Cue::kAppointment);
      if (person != kNoIndex) player_[person] = emit.type == EventType::kPlayingSpell;
      const std::string* role =
          emit.type == EventType::kTenure ? text_of(out.args[arg::Tenure::kRole]) : nullptr;
      if (role != nullptr && person != kNoIndex) {
        role_of_[person] = *role;
        role_at_[std::pair(person, club)] = *role;
      }
    }
    previous_[static_cast<std::size_t>(emit.type)] = out.args;
    previous_section_ = out.section;
    statements_.push_back(std::move(out));
  }

  // Whether it is a negative verb that governs the noun or score of a hit, not one of its own.
  bool denies_other(const Hit& hit) const {
    const auto verb_of = [&](Index unit) -> const VerbGroup* {
      if (unit == kNoIndex) return nullptr;
      const Unit& one = document_.units[unit];
      for (Index r = one.readings.begin; r < one.readings.end; ++r) {
        const Reading& reading = document_.readings[r];
        if (reading.kind == UnitKind::kVerb) return &document_.verbs[reading.value];
      }
      return nullptr;
    };
    const VerbGroup* governor = verb_of(hit.governor);
    return verb_of(hit.trigger) == nullptr && governor != nullptr &&
           governor->polarity == Polarity::kNegative;
  }

  // The words of the hit and of all its slots.
  NormSpan passage(const Hit& hit, const Evidence& evidence) const {
    NormSpan span = document_.units[hit.units.begin].span;
    for (Index u = hit.units.begin; u < hit.units.end; ++u) {
      span.begin = std::min(span.begin, document_.units[u].span.begin);
      span.end = std::max(span.end, document_.units[u].span.end);
    }
    for (const EvidenceSlot& slot : evidence.slots) {
      span.begin = std::min(span.begin, slot.span.begin);
      span.end = std::max(span.end, slot.span.end);
    }
    return span;
  }

  Filled constant(const Hit& hit, const EmitArg& from) const {
    Filled out;
    if (from.function == ArgFunction::kRank) {
      if (hit.rank > 0) out.value = std::int64_t{hit.rank};
      return out;
    }
    if (from.slot != kNoIndex) {  // a value that a pattern of its own stands for
      const Binding* mark = binding_of(hit, from.slot);
      if (mark == nullptr || mark->unit == kNoIndex) return out;
      out.span = document_.units[mark->unit].span;
    }
    out.value = from.constant;
    return out;
  }

  Filled bound(const Hit& hit, const EmitSpec& emit, const EmitArg& from) const {
    const Binding* binding = binding_of(hit, from.slot);
    if (binding == nullptr || binding->unit == kNoIndex || binding->bound != Bound::kMention)
      return {};
    const Unit& unit = document_.units[binding->unit];
    Filled out;
    if (rules_.slots(hit)[from.slot].adjunct && (unit.kinds & kind_bit(UnitKind::kDate)) != 0 &&
        around_.belongs_elsewhere(hit, binding->unit)) {
      return out;
    }
    out.span = unit.span;
    if (binding->reading == kNoIndex)
      return out.value = std::string(document_.text.norm(unit.span)), out;
    const Reading& reading = document_.readings[binding->reading];
    if (event_spec(emit.type).args[from.arg].name == "place") {
      return out.value = std::string(document_.text.norm(unit.span)), out;
    }
    out.value = value_of(binding->unit, reading, from.function, out);
    if (is_null(out.value) && reading.kind == UnitKind::kPerson)
      out.value = described(hit, *binding, out);
    if (is_null(out.value)) out.span.reset();
    return out;
  }

  // `il tecnico ha firmato`: whom the passage is about, as the subject of what is told.
  ArgValue described(const Hit& hit, const Binding& binding, Filled& out) const {
    const Index first = document_.units[binding.unit].tokens.begin;
    Index before = binding.unit;
    while (before > 0 && document_.units[before - 1].tokens.end > first - 3 &&
           document_.units[before - 1].transparent)
      --before;
    if (before > 0 && lexicon_.preposition(document_.units[before - 1].word) != kNoIndex) return {};
    Hole hole;
    hole.clause = hit.clause;
    hole.unit = binding.unit;
    hole.clitic = true;  // whom the sentence named before, in whatever case
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      const Index unit = document_.bindings[b].unit;
      const Index person = unit == kNoIndex ? kNoIndex : entities_.person_of_unit[unit];
      if (person != kNoIndex) hole.taken.push_back(person);
    }
    out.person = focus_.person(hole);
    if (out.person == kNoIndex) return {};
    return entities_.persons[out.person].name;
  }

  // `battuto a Novara`: the town where a match is lost or won stands for its club.
  Filled town_club(const Hit& hit, const EmitArg& from) const {
    Filled out;
    const Binding* binding =
        from.function == ArgFunction::kSlot ? binding_of(hit, from.slot) : nullptr;
    if (binding == nullptr || binding->unit == kNoIndex || binding->reading == kNoIndex) return out;
    const Reading& reading = document_.readings[binding->reading];
    if (reading.kind != UnitKind::kClub || (reading.features & kClubUnknown) != 0) return out;
    if (reading.how == How::kEpithet || reading.how == How::kDescriptor) return out;
    out.span = document_.units[binding->unit].span;
    out.value = lexicon_.clubs()[reading.value].id;
    return out;
  }

  ArgValue value_of(Index unit, const Reading& reading, ArgFunction function, Filled& out) const {
    switch (reading.kind) {
      case UnitKind::kPerson:
        out.person = entities_.person_of_unit[unit];
        if (out.person == kNoIndex) return {};
        return entities_.persons[out.person].name;
      case UnitKind::kClub:
      case UnitKind::kNation:
        out.club = entities_.club_of_unit[unit];
        if (out.club == kNoIndex) return {};
        if (in_national_post_) {
          const std::string id = "naz-" + slug(document_.text.norm(document_.units[unit].span));
          if (lexicon_.find_club(id) != kNoIndex) return id;
        }
        return entities_.clubs[out.club];
      case UnitKind::kDate:
        return date_value(document_.date_values[reading.value], function);
      case UnitKind::kScore:
        return score_value(document_.scores[reading.value], function);
      case UnitKind::kRecord:
        return balance_value(document_.balances[reading.value], function);
      case UnitKind::kRole:
        return lexicon_.roles()[reading.value].id;
      case UnitKind::kCompetition:
        return lexicon_.competitions()[reading.value].id;
      case UnitKind::kStadium:
        return lexicon_.stadiums()[reading.value].id;
      case UnitKind::kNumber:
      case UnitKind::kOrdinal:
      case UnitKind::kAge:
        return std::int64_t{reading.value};
      default:
        return std::string(document_.text.norm(document_.units[unit].span));
    }
  }

  // Whether some slot of the rule that feeds this arg was a clitic of the trigger's verb.
  bool is_clitic(const Hit& hit, const EmitSpec& emit, Index arg) const {
    for (const EmitArg& from : emit.args) {
      if (from.arg != arg || from.slot == kNoIndex) continue;
      const Binding* binding = binding_of(hit, from.slot);
      if (binding != nullptr && binding->bound == Bound::kClitic) return true;
    }
    return false;
  }

  Filled inferred(const Hit& hit, const EmitSpec& emit, Missing policy, Index arg, Index person,
                  Index club) const {
    const ArgSpec& spec = event_spec(emit.type).args[arg];
    Filled out;
    switch (policy) {
      case Missing::kFocus:
        out.source = Source::kFocus;
        if (spec.name == "role") {  // a coach without a word more is the head coach
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
          from_heading(hit, spec, out);
        return out;
      case Missing::kPrevious:
        out.source = Source::kPrevious;
        if (spec.name == "role") {
          out.value = known_role(hit, person, club);
          return out;
        }
        if (previous_section_ ==
            document_.blocks[document_.sentences[sentence_of(hit)].block].section) {
          const auto& last = previous_[static_cast<std::size_t>(emit.type)];
          if (arg < last.size()) out.value = last[arg];
        }
        return out;
      case Missing::kPublished:
        out.source = Source::kPublished;
        if (around_.is_news(hit)) out.value = day_of(document_.published);
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

  // The post that the person was last said to hold at the club, else anywhere. Who trains keepers
  // or muscles does so everywhere; others come to a new club as its head coach.
  ArgValue held_role(Index person, Index club) const {
    if (person == kNoIndex) return {};
    const auto here = role_at_.find(std::pair(person, club));
    if (here != role_at_.end()) return here->second;
    const auto held = role_of_.find(person);
    if (held == role_of_.end()) return {};
    const bool keeps =
        club == kNoIndex || held->second == "goalkeeping_coach" || held->second == "fitness_coach";
    return keeps ? held->second : std::string("head_coach");
  }

  // ... of somebody who is known as a coach, or whose years on the bench the passage tells.
  ArgValue known_role(const Hit& hit, Index person, Index club) const {
    const Career career = careers_.at(token_of(hit));
    if (career == Career::kPlayer || career == Career::kHonours) return {};
    ArgValue held = held_role(person, club);
    if (is_null(held) && career == Career::kCoach && focus_.is_main(person))
      held = std::string("head_coach");
    return held;
  }

  static DateValue day_of(const DateValue& published) {
    DateValue day = published;
    if (day.edtf.size() > 10) day.edtf.resize(10);
    return day;
  }

  Filled from_focus(const Hit& hit, const EmitSpec& emit, const ArgSpec& spec, Index arg,
                    Index person, Filled& out) const {
    Hole hole;
    hole.clause = hit.clause;
    hole.unit = hit.trigger == kNoIndex ? hit.units.begin : hit.trigger;
    hole.clitic = is_clitic(hit, emit, arg);
    hole.own_club =
        emit.cue == Cue::kDeparture || emit.cue == Cue::kRenewal || emit.type == EventType::kRecord;
    hole.subject_club = emit.type == EventType::kRecord || emit.type == EventType::kStanding ||
                        emit.type == EventType::kHonour;
    hole.career = emit.career != Career::kAny;
    hole.present = emit.cue == Cue::kInPost && holds_today(hit, emit);
    const Unit& trigger = document_.units[hole.unit];
    for (Index r = trigger.readings.begin; r < trigger.readings.end; ++r) {
      const Reading& reading = document_.readings[r];
      if (reading.kind != UnitKind::kVerb) continue;
      if ((reading.features & (kVerbParticiple | kVerbGerund)) != 0) hole.subject_follows = true;
      const VerbGroup& verb = document_.verbs[reading.value];
      hole.speaker = verb.form == Form::kFinite && verb.person == 1 && !verb.plural;
    }
    const bool for_club =
        spec.name == "club" || spec.name == "home" || spec.name == "away" || spec.name == "against";
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      const Index unit = document_.bindings[b].unit;
      if (unit == kNoIndex) continue;
      const Index entity = for_club ? entities_.club_of_unit[unit] : entities_.person_of_unit[unit];
      if (entity != kNoIndex) hole.taken.push_back(entity);
    }
    if (emit.type == EventType::kMatch && for_club) {
      out.club = focus_.team(hole, played_, sentence_of(hit) == team_sentence_ ? team_ : kNoIndex);
      if (out.club != kNoIndex) out.value = entities_.clubs[out.club];
    } else if (for_club) {
      // Where no person is asked for, the club of whom the passage is about.
      Hole who = hole;
      who.taken.clear();
      out.club =
          focus_.club(hole, person == kNoIndex && hole.subject_club ? focus_.person(who) : person);
      if (out.club != kNoIndex) out.value = entities_.clubs[out.club];
    } else if (spec.name == "person" || spec.name == "replaces" || spec.name == "replaced_by") {
      out.person = focus_.person(hole);
      if (out.person != kNoIndex) out.value = entities_.persons[out.person].name;
    } else if (spec.name == "capacity") {
      // What the person was last said to be; a club alone wins as a club.
      const auto known = player_.find(person);
      if (person == kNoIndex) {
        out.value = std::string("club");
      } else {
        out.value = std::string(known != player_.end() && known->second ? "player" : "coach");
      }
    } else if (spec.name == "competition") {
      const Index unit = focus_.competition(hole.unit);
      if (unit != kNoIndex) out.value = competition_of(unit);
    } else if (spec.kind == ArgKind::kDate) {
      out.value = around_.story_date(hit);
      out.source = Source::kStory;
    }
    return out;
  }

  // Whether the hit binds a contract's end that is still to come.
  bool holds_today(const Hit& hit, const EmitSpec& emit) const {
    for (const EmitArg& from : emit.args) {
      if (emit.type != EventType::kTenure || from.arg != arg::Tenure::kContractEnd) continue;
      const Filled filled = bound(hit, emit, from);
      const DateValue* until = date_of(filled.value);
      return until != nullptr && document_.published.earliest != kNoDay &&
             until->latest != kNoDay && until->latest >= document_.published.earliest;
    }
    return false;
  }

  Filled from_heading(const Hit& hit, const ArgSpec& spec, Filled& out) const {
    const Index sentence = sentence_of(hit);
    if (spec.name == "club") {
      out.club = focus_.heading_club(sentence);
      if (out.club != kNoIndex) out.value = entities_.clubs[out.club];
    } else if (spec.name == "person") {
      out.person = focus_.heading_person(sentence);
      if (out.person != kNoIndex) out.value = entities_.persons[out.person].name;
    } else if (spec.name == "competition") {
      const Index unit = focus_.heading_competition(sentence);
      if (unit != kNoIndex) out.value = competition_of(unit);
    } else if (spec.kind == ArgKind::kDate) {
      const Index heading = document_.blocks[document_.sentences[sentence].block].heading;
      if (heading == kNoIndex) return out;
      const IndexRange tokens = document_.blocks[heading].tokens;
      auto date = std::lower_bound(
          document_.dates.begin(), document_.dates.end(), tokens.begin,
          [](const DateExpression& one, Index token) { return one.first_token < token; });
      for (; date != document_.dates.end() && date->first_token < tokens.end; ++date) {
        const auto at = static_cast<std::size_t>(date - document_.dates.begin());
        if (document_.date_values[at].edtf.empty()) continue;
        out.value = document_.date_values[at];
        break;
      }
    }
    return out;
  }

  ArgValue competition_of(Index unit) const {
    const Unit& one = document_.units[unit];
    for (Index r = one.readings.begin; r < one.readings.end; ++r) {
      const Reading& reading = document_.readings[r];
      if (reading.kind == UnitKind::kCompetition) return lexicon_.competitions()[reading.value].id;
    }
    return {};
  }

  const RuleSet& rules_;
  const Lexicon& lexicon_;
  const Document& document_;
  const EntityView& entities_;
  Focus focus_;
  Venue venue_;
  MatchDay match_day_;
  ToldScore told_;
  FactualityJudge judge_;
  Passage around_;
  Careers careers_;
  Index national_post_;            // word list
  bool in_national_post_ = false;  // the hit being read names a post that nations have, clubs not
  std::array<std::vector<ArgValue>, kEventTypes> previous_;
  Index previous_section_ = kNoIndex;
  std::unordered_map<Index, bool> player_;  // by person: the last spell told was a player's
  std::vector<bool> played_;                // by unit: a match binds it
  std::vector<bool> in_rows_;               // by unit: a row of a table binds it
  std::vector<bool> beaten_;                // by hit: a better one tells the match of its score
  Index team_ = kNoIndex;  // the side that the last match was told of, the other, its sentence
  Index rival_ = kNoIndex;
  Index home_ = kNoIndex;
  bool won_ = false, lost_ = false;
  Index team_sentence_ = kNoIndex;
  std::unordered_map<Index, std::string> role_of_;          // by person: of the last tenure told
  std::map<std::pair<Index, Index>, std::string> role_at_;  // ... by person and club
  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> StatementReader::read(const Document& document,
                                             const EntityView& entities) const {
  return Pass(rules_, lexicon_, document, entities).run();
}

}  // namespace panchina
