#include "resolve/statements.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/args.h"
#include "resolve/birth_place.h"
#include "resolve/career.h"
#include "resolve/completion.h"
#include "resolve/factuality.h"
#include "resolve/focus.h"
#include "resolve/inference.h"
#include "resolve/match_reader.h"
#include "resolve/passage.h"
#include "resolve/published.h"
#include "resolve/slot_reader.h"
#include "resolve/slot_values.h"
#include "resolve/walk.h"
#include "resolve/weighed_dates.h"
#include "resolve/weighed_spells.h"

namespace panchina {
namespace {

class Pass {
 public:
  Pass(const RuleSet& rules, const Lexicon& lexicon, const Document& document,
       const EntityView& entities, std::vector<Choice>* choices, SignChoices* sign_choices)
      : rules_(rules),
        lexicon_(lexicon),
        document_(document),
        entities_(entities),
        focus_(document, entities, lexicon),
        matches_(document, entities, lexicon, focus_),
        birth_place_(document, lexicon),
        judge_(lexicon),
        around_(document, lexicon),
        careers_(document, lexicon),
        slots_(rules, lexicon, document, entities, focus_, around_),
        played_(document.units.size(), false),
        inference_(lexicon, document, entities, focus_, matches_.day(), around_, careers_, slots_,
                   played_),
        in_rows_(document.units.size(), false, document.scratch()),
        in_spells_(document.units.size(), false, document.scratch()),
        claimed_(document.units.size(), false, document.scratch()),
        walk_(document, lexicon, entities),
        weighed_(document, lexicon, entities, rules.spell_weights, sign_choices),
        spell_dates_(document, rules, entities, sign_choices),
        choices_(choices),
        holes_(document.scratch()),
        bare_(document.scratch()),
        beaten_(document.scratch()) {
    focus_.log_to(choices);
    std::pmr::unordered_map<Index, Index> hit_of_score(document.scratch());
    statements_.reserve(document.hits.size());
    beaten_.assign(document.hits.size(), false);
    for (Index h = 0; h < document.hits.size(); ++h) {
      const Hit& hit = document.hits[h];
      const std::vector<EmitSpec>& emits = rules.emits(hit);
      // Rows that follow each other in prose tell of a spell no better than its sentence does.
      const bool spells = hit.table && rules.tables[hit.rule].by_nothing && !emits.empty() &&
                          emits.front().type == EventType::kPlayingSpell;
      for (Index b = hit.bindings.begin; hit.table && b < hit.bindings.end; ++b) {
        if (document.bindings[b].unit == kNoIndex) continue;
        (spells ? in_spells_ : in_rows_)[document.bindings[b].unit] = true;
      }
      for (const EmitSpec& emit : emits) foresee_post(hit, emit);
      if (emits.empty() || emits.front().type != EventType::kMatch) continue;
      // A score is of one match: of several hits that bind it the best one stands.
      const Index score = final_score_of(document, hit);
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
    const std::pmr::vector<Index> order = hits_in_text_order();
    for (Index s = 0; s < document_.sentences.size(); ++s) {
      if (!is_article(document_.blocks[document_.sentences[s].block].label)) continue;
      focus_.enter_sentence(s);
      const std::size_t first = statements_.size();
      for (; at < order.size() && sentence_of(document_, document_.hits[order[at]]) <= s; ++at)
        if (!beaten_[order[at]]) read_hit(document_.hits[order[at]]);
      read_stations();
      weighed_.close_sentence(s, focus_, careers_, statements_, first, [&](Index unit) {
        return claimed_[unit] || played_[unit] || in_rows_[unit];
      });
      focus_.leave_sentence(s);
    }
    for (const WeighedSpell& one : weighed_.decide(statements_)) {
      const Station station = walk_.around(one.pair.unit, one.pair.clause, one.pair.holder);
      station_ = &station;
      station_person_ = one.pair.person;
      Hit hit = *one.told.hit;
      hit.units = station.units;
      read_emit(hit, *one.told.emit);
    }
    station_ = nullptr;
    spell_dates_.decide(statements_);
    return std::move(statements_);
  }

 private:
  // Of rows before running text, by priority, by the units bound.
  std::array<std::int64_t, 3> rank(const Hit& hit) const {
    return {hit.table ? 1 : 0, rules_.info(hit).priority, hit.bindings.size()};
  }

  // By sentence and token; of one place in the order in which they were found.
  std::pmr::vector<Index> hits_in_text_order() const {
    std::pmr::vector<std::tuple<Index, Index, Index>> places(document_.scratch());
    places.reserve(document_.hits.size());
    for (Index h = 0; h < document_.hits.size(); ++h) {
      const Hit& hit = document_.hits[h];
      places.emplace_back(sentence_of(document_, hit), token_of(document_, hit), h);
    }
    std::ranges::sort(places);
    std::pmr::vector<Index> order(document_.scratch());
    order.reserve(places.size());
    for (const auto& [sentence, token, hit] : places) order.push_back(hit);
    return order;
  }

  void read_hit(const Hit& hit) {
    const std::vector<EmitSpec>& emits = rules_.emits(hit);
    for (const EmitSpec& emit : emits) read_emit(hit, emit);
  }

  // A station of a career: the passage tells of such years, the club is plain, and no row of a
  // table tells it better.
  bool is_station(const Hit& hit, const EmitSpec& emit) const {
    if (emit.career != careers_.of(walker(hit), token_of(document_, hit), time_of(hit)))
      return false;
    if (document_.sentences[sentence_of(document_, hit)].row) return false;
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      const Binding& binding = document_.bindings[b];
      if (binding.unit == kNoIndex || binding.reading == kNoIndex) continue;
      const UnitKind kind = document_.readings[binding.reading].kind;
      if (kind != UnitKind::kClub && kind != UnitKind::kNation) continue;
      if (in_rows_[binding.unit] || entities_.club_of_unit[binding.unit] == kNoIndex) return false;
      if (in_spells_[binding.unit] && emit.type != EventType::kPlayingSpell) return false;
    }
    return true;
  }

  // Whose career a passage goes through.
  Index walker(const Hit& hit) const {
    Hole hole;
    hole.clause = hit.clause;
    hole.unit = hit.trigger == kNoIndex ? hit.units.begin : hit.trigger;
    hole.career = true;
    return focus_.person(hole);
  }

  // The first date that a hit binds.
  DateValue time_of(const Hit& hit) const {
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      const Binding& binding = document_.bindings[b];
      if (binding.unit == kNoIndex || binding.reading == kNoIndex) continue;
      const Reading& reading = document_.readings[binding.reading];
      if (reading.kind == UnitKind::kDate) return document_.date_values[reading.value];
    }
    return {};
  }

  // A bare club in a career is a station where nothing else in its sentence tells what it is.
  static bool is_bare(const Document& document, const Hit& hit, const EmitSpec& emit) {
    return emit.career != Career::kAny && hit.units.size() == 1 && hit.bindings.size() == 1 &&
           document.bindings[hit.bindings.begin].unit == hit.units.begin;
  }

  // After all else that a sentence tells: the stations of a career among its clubs.
  void read_stations() {
    // One of them has its years, or `Como, Lecco, infine il Bari` names the last of a row.
    // ... or the first of them was told by its verb: `passa al Como, al Lecco e al Bari`.
    bool dated = told_span_ || told_post_ || walk_.is_row(bare_);
    told_span_ = told_post_ = false;
    for (const bool listed : {false, true}) {
      for (const auto& [hit, emit, station] : bare_) {
        const Index unit = hit->units.begin;
        if (!station || claimed_[unit] || played_[unit] ||
            document_.sentences[sentence_of(document_, *hit)].row || entities_.indirect[unit]) {
          continue;
        }
        const bool has_years = station->years != kNoIndex;
        if (has_years == listed) continue;
        if (listed && !dated && !station->goes_on && !station->counted) continue;
        if (read_station(*hit, *emit, *station)) dated = dated || has_years || station->counted;
      }
    }
    bare_.clear();
  }

  bool read_station(const Hit& hit, const EmitSpec& emit, const Station& station) {
    const Index unit = hit.units.begin;
    const Index person = walker(hit);
    if (person == kNoIndex || entities_.persons[person].key.empty() ||
        walk_.is_of_other(unit, hit.clause, person))
      return false;
    DateValue time = walk_.time_of(station);
    const ArgValue story = around_.story_date(hit);  // of the stations before it
    if (const DateValue* told = date_of(story); told != nullptr && time.edtf.empty()) time = *told;
    if (careers_.of(person, token_of(document_, hit), time) != emit.career) return false;
    station_ = &station;
    station_person_ = person;
    const std::size_t before = statements_.size();
    read_emit(hit, emit);
    station_ = nullptr;
    return statements_.size() > before;
  }

  void read_emit(const Hit& hit, const EmitSpec& emit) {
    if (emit.weighed && station_ == nullptr) return weighed_.offer(hit, emit);
    choices_.begin(static_cast<Index>(statements_.size()));
    if (station_ == nullptr && is_bare(document_, hit, emit)) {
      return walk_.add(hit, emit, bare_);
    }
    if (station_ == nullptr && emit.career != Career::kAny && !is_station(hit, emit)) return;
    Statement out = statement_in(document_.scratch(), emit.type);
    out.section = document_.blocks[document_.sentences[sentence_of(document_, hit)].block].section;
    out.confidence = rules_.info(hit).confidence;
    const auto& spec = event_spec(emit.type).args;
    out.evidence.slots.reserve(emit.args.size());
    out.evidence.sentence = sentence_of(document_, hit);
    out.evidence.rule = rules_.info(hit).name;
    out.evidence.cue = emit.cue;
    Index person = kNoIndex;
    Index club = kNoIndex;
    if (emit.type == EventType::kMatch) matches_.begin();
    const auto take = [&](Index arg, Filled filled) {
      if (is_null(filled.value) || !is_null(out.args[arg])) return;
      if (spec[arg].name == "person") {
        person = filled.person;
      } else if (spec[arg].name == "club") {
        club = filled.club;
      }
      // An interval begins and ends a spell by its own points.
      if (const DateValue* date = date_of(filled.value)) {
        if (date->edtf.starts_with('P')) return;  // `reduce da quattro anni`: how long, not when
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
      if (emit.type == EventType::kMatch) matches_.see(hit, arg, filled);
      if (filled.span) {
        out.evidence.slots.push_back({arg, *filled.span});
      } else {
        out.evidence.inferred.push_back({arg, filled.source});
      }
    };
    if (station_ != nullptr) take_station(emit, take);
    for (const EmitArg& from : emit.args) {
      Filled filled = slots_.read(hit, emit, from);
      if (spec[from.arg].name == "role" && is_doers_role(hit, filled)) filled = {};
      if (is_null(filled.value) && emit.type == EventType::kMatch) {
        filled = slots_.town_club(hit, from);
      }
      take(from.arg, std::move(filled));
    }
    choices_.ask();
    if (emit.type == EventType::kMatch) matches_.read_told(hit, emit, played_, out, take);
    choices_.answer(arg::Match::kHome);
    bool dropped = false;
    holes_.clear();
    for (Index arg = 0; arg < spec.size(); ++arg) {
      if (!is_null(out.args[arg]) || emit.missing[arg].empty()) continue;
      dropped = dropped || emit.missing[arg].front() == Missing::kDrop;
      holes_.push_back(arg);
    }
    // Nothing else is asked for; but the rows of a list tell of its club all the same.
    if (dropped && !is_list_row(hit, emit)) return;
    // The person first: the club may depend on who it is.
    const auto whose =
        std::ranges::find_if(holes_, [&](Index arg) { return spec[arg].name == "person"; });
    if (whose != holes_.end()) std::rotate(holes_.begin(), whose, whose + 1);
    for (const Index arg : holes_) {
      if (spec[arg].name == "club" && goes_on_list(hit, emit)) take(arg, list_club_);
      if (!is_null(out.args[arg])) continue;
      for (const Missing policy : emit.missing[arg]) {
        if (policy == Missing::kDrop) {
          dropped = true;
          break;
        }
        choices_.ask();
        Filled filled = inference_.infer(hit, emit, policy, arg, person, club);
        choices_.answer(arg);
        if (is_null(filled.value)) continue;
        if (spec[arg].name == "club" && is_list_row(hit, emit)) {
          list_club_ = filled;
          list_block_ = block_of(hit);
        }
        take(arg, std::move(filled));
        break;
      }
    }
    if (dropped) return;
    if (emit.type == EventType::kStanding) drop_strange_person(person, club, out);
    if (emit.type == EventType::kRecord && focus_.is_main(person)) drop_career_club(out);
    if (emit.type == EventType::kTenure &&
        (!is_coaching(out.args[arg::Tenure::kRole]) || is_of_another_post(hit, emit))) {
      return;
    }
    if (emit.type == EventType::kPlayingSpell && is_of_bench(hit, person, out)) return;
    if (emit.type == EventType::kHonour &&
        is_friendly(lexicon_, out.args[arg::Honour::kCompetition]))
      return;
    if (emit.type == EventType::kBirth &&
        (!is_grown_up(document_, out) || lacks_year(document_, hit, out))) {
      return;
    }
    finish(hit, emit, person, club, out);
  }

  // `secondo il Noto`: the place of a club that is named is not whose whom the passage is about, if
  // nothing has said that he is there.
  void drop_strange_person(Index& person, Index club, Statement& out) const {
    using arg::Standing;
    const auto is = [](Index arg) { return [arg](const auto& one) { return one.arg == arg; }; };
    const auto& slots = out.evidence.slots;
    auto& inferred = out.evidence.inferred;
    if (person == kNoIndex || focus_.is_at(person, club)) return;
    if (std::none_of(slots.begin(), slots.end(), is(Standing::kClub))) return;
    if (std::none_of(inferred.begin(), inferred.end(), is(Standing::kPerson))) return;
    out.args[Standing::kPerson] = {};
    std::erase_if(inferred, is(Standing::kPerson));
    person = kNoIndex;
  }

  Index block_of(const Hit& hit) const {
    return document_.sentences[sentence_of(document_, hit)].block;
  }

  // Rows of seasons that name no club: one list is of one club, whatever is told inside its rows.
  static bool is_list_row(const Hit& hit, const EmitSpec& emit) {
    return hit.table && (emit.type == EventType::kTenure || emit.type == EventType::kStanding);
  }
  bool goes_on_list(const Hit& hit, const EmitSpec& emit) {
    if (!is_list_row(hit, emit) || list_block_ == kNoIndex) return false;
    const Index block = block_of(hit);
    if (block < list_block_ || block > list_block_ + 1) return false;
    list_block_ = block;
    return true;
  }

  // A coach's post that stands beside a name makes him one in the rest of the text too.
  void foresee_post(const Hit& hit, const EmitSpec& emit) {
    if (emit.type != EventType::kTenure ||
        !is_article(
            document_.blocks[document_.sentences[sentence_of(document_, hit)].block].label)) {
      return;
    }
    Index person = kNoIndex;
    const std::string* role = nullptr;
    for (const EmitArg& from : emit.args) {
      const Binding* binding =
          from.slot == kNoIndex ? nullptr : binding_of(document_, hit, from.slot);
      const bool mention =
          binding != nullptr && binding->bound == Bound::kMention && binding->unit != kNoIndex;
      if (mention && from.arg == arg::Tenure::kPerson) {
        person = entities_.person_of_unit[binding->unit];
      } else if (mention && from.arg == arg::Tenure::kRole && binding->reading != kNoIndex) {
        const Reading& reading = document_.readings[binding->reading];
        if (reading.kind == UnitKind::kRole) role = &lexicon_.roles()[reading.value].id;
      } else if (from.arg == arg::Tenure::kRole && emit.cue == Cue::kInPost &&
                 from.function == ArgFunction::kConstant) {
        role = text_of(from.constant);  // `All. Rossi`
      }
    }
    if (person != kNoIndex && role != nullptr && is_coaching(*role)) {
      inference_.foresee(person, *role);
    }
  }

  // Whether whom the tenure is told of has a post at his name that is no coach's.
  bool is_of_another_post(const Hit& hit, const EmitSpec& emit) const {
    bool other = false;
    for (const EmitArg& from : emit.args) {
      const Binding* binding = binding_of(document_, hit, from.slot);
      if (binding == nullptr || binding->bound != Bound::kMention || binding->unit == kNoIndex) {
        continue;
      }
      if (from.arg == arg::Tenure::kRole) return false;  // `avrà come vice il capitano Neri`
      other = other ||
              (from.arg == arg::Tenure::kPerson &&
               has_other_post(lexicon_, document_, document_.clauses[hit.clause], binding->unit));
    }
    return other;
  }

  // `il presidente lo ha esonerato`: the post of who did it, before the verb, where no name is
  // told.
  bool is_doers_role(const Hit& hit, const Filled& role) const {
    if (hit.trigger == kNoIndex || !role.span || is_coaching(role.value)) return false;
    const VerbGroup* verb = verb_of(document_, hit.trigger);
    if (verb == nullptr || verb->voice != Voice::kActive) return false;
    for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
      const Index unit = document_.bindings[b].unit;
      if (unit != kNoIndex && entities_.person_of_unit[unit] != kNoIndex) return false;
    }
    return role.span->begin < document_.units[hit.trigger].span.begin;
  }

  // What the walk says of a station: whose it is, its years, its post.
  template <typename Take>
  void take_station(const EmitSpec& emit, const Take& take) {
    const auto& spec = event_spec(emit.type).args;
    for (Index arg = 0; arg < spec.size(); ++arg) {
      Filled filled = walk_.value_of(*station_, spec[arg].name);
      if (spec[arg].name == "person") {
        filled.person = station_person_;
        filled.value = entities_.persons[station_person_].name;
        filled.source = Source::kFocus;
        if (station_->holder != kNoIndex) filled.span = document_.units[station_->holder].span;
      }
      take(arg, std::move(filled));
    }
  }

  // Years that come after the first post on a bench, in a passage that does not speak of the field.
  bool is_of_bench(const Hit& hit, Index person, const Statement& spell) const {
    const DateValue* start = date_of(spell.args[arg::PlayingSpell::kStart]);
    return start != nullptr && person != kNoIndex &&
           careers_.by_life(person, token_of(document_, hit), *start) == Career::kCoach;
  }

  void finish(const Hit& hit, const EmitSpec& emit, Index person, Index club, Statement& out) {
    const auto& spec = event_spec(emit.type).args;
    if (emit.type == EventType::kMatch) matches_.complete(hit, out);
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
    if (emit.type == EventType::kTenure) date_by_heading(hit, emit, out);
    out.factuality = judge_.judge(document_, hit, emit);
    // `non è sopravvissuto al tonfo con il Perugia (1-3)`: that was played all the same.
    if (emit.type == EventType::kMatch && out.factuality == Factuality::kNegated &&
        denies_other(hit)) {
      out.factuality = Factuality::kAsserted;
    }
    if (emit.type == EventType::kMatch) matches_.close(hit, out, statements_);
    if (emit.type == EventType::kBirth && is_null(out.args[arg::Birth::kPlace])) {
      if (const std::optional<NormSpan> place = birth_place_.find(hit)) {
        out.args[arg::Birth::kPlace] = std::string(document_.text.norm(*place));
        out.evidence.slots.push_back({arg::Birth::kPlace, *place});
      }
    }
    if (emit.type == EventType::kRecord) complete_balance(out);
    if (emit.type == EventType::kHonour) drop_years_of_post(out);
    // A match or a place of a day after the article is a forecast, so is a post held from a month
    // after it: `Rossi la prossima stagione sulla panchina del Bari`, not `in panchina da domani`.
    constexpr Day kSoon = 30;
    const DateValue* day = nullptr;
    Day margin = 0;
    if (emit.type == EventType::kMatch) day = date_of(out.args[arg::Match::kDate]);
    if (emit.type == EventType::kStanding) day = date_of(out.args[arg::Standing::kDate]);
    if (emit.type == EventType::kTenure && emit.cue == Cue::kInPost) {
      day = date_of(out.args[arg::Tenure::kStart]);
      margin = kSoon;
    }
    if (day != nullptr && is_to_come(document_, out.section, *day, margin)) {
      if (emit.type == EventType::kMatch && matches_.is_over(hit)) {
        drop_day(out);
      } else {
        out.factuality = Factuality::kPossible;
      }
    }
    out.evidence.span = passage(document_, hit, out.evidence);
    if (out.factuality == Factuality::kAsserted && emit.type == EventType::kTenure &&
        station_ == nullptr) {
      focus_.tie(person, club, emit.cue == Cue::kAppointment);
    }
    if (emit.type == EventType::kTenure || emit.type == EventType::kPlayingSpell ||
        emit.type == EventType::kHonour) {
      for (Index b = hit.bindings.begin; b < hit.bindings.end; ++b) {
        if (document_.bindings[b].unit != kNoIndex) claimed_[document_.bindings[b].unit] = true;
      }
    }
    const auto has_years = [&](Index start, Index end) {
      return !is_null(out.args[start]) || !is_null(out.args[end]);
    };
    if ((emit.type == EventType::kTenure && has_years(arg::Tenure::kStart, arg::Tenure::kEnd)) ||
        (emit.type == EventType::kPlayingSpell &&
         has_years(arg::PlayingSpell::kStart, arg::PlayingSpell::kEnd))) {
      told_span_ = told_span_ || person == walker(hit);
    }
    if (emit.type == EventType::kTenure && emit.cue == Cue::kAppointment &&
        out.factuality == Factuality::kAsserted) {
      told_post_ = told_post_ || person == walker(hit);
    }
    if (out.factuality == Factuality::kAsserted && person != kNoIndex) {
      careers_.tell(out, person);
      if (emit.type == EventType::kBirth) focus_.portray(person);
    }
    inference_.remember(out, person, club);
    spell_dates_.offer(static_cast<Index>(statements_.size()), hit, out);
    statements_.push_back(std::move(out));
  }

  // A calendar of changes: the act without a day of its own was of the day above it.
  void date_by_heading(const Hit& hit, const EmitSpec& emit, Statement& out) const {
    const bool comes = emit.cue == Cue::kAppointment;
    if (!comes && emit.cue != Cue::kDeparture) return;
    const Index arg = comes ? arg::Tenure::kStart : arg::Tenure::kEnd;
    const bool told = std::any_of(out.evidence.slots.begin(), out.evidence.slots.end(),
                                  [&](const EvidenceSlot& one) { return one.arg == arg; });
    if (told) return;
    ArgValue day = around_.day_above(hit);
    if (is_null(day)) return;
    out.args[arg] = std::move(day);
    std::erase_if(out.evidence.inferred, [&](const InferredSlot& one) { return one.arg == arg; });
    out.evidence.inferred.push_back({arg, Source::kHeading});
  }

  // Of a match: what was taken for its day is another's.
  static void drop_day(Statement& out) {
    const auto is_day = [](const auto& one) { return one.arg == arg::Match::kDate; };
    out.args[arg::Match::kDate] = {};
    std::erase_if(out.evidence.slots, is_day);
    std::erase_if(out.evidence.inferred, is_day);
  }

  // Whether it is a negative verb that governs the noun or score of a hit, not one of its own.
  bool denies_other(const Hit& hit) const {
    const VerbGroup* governor = verb_of(document_, hit.governor);
    return verb_of(document_, hit.trigger) == nullptr && governor != nullptr &&
           governor->polarity == Polarity::kNegative && !matches_.is_denied(hit);
  }

  const RuleSet& rules_;
  const Lexicon& lexicon_;
  const Document& document_;
  const EntityView& entities_;
  Focus focus_;
  MatchReader matches_;
  BirthPlace birth_place_;
  FactualityJudge judge_;
  Passage around_;
  Careers careers_;
  SlotReader slots_;
  std::vector<bool> played_;  // by unit: a match binds it
  Inference inference_;
  std::pmr::vector<bool> in_rows_;    // by unit: a row of a table binds it
  std::pmr::vector<bool> in_spells_;  // ... a row of a player's years in prose
  std::pmr::vector<bool> claimed_;    // by unit: somebody's post, spell or title binds it
  Walk walk_;
  WeighedSpells weighed_;
  WeighedDates spell_dates_;
  ChoiceLog choices_;
  Filled list_club_;  // of the last row that named none, and its block
  Index list_block_ = kNoIndex;
  std::pmr::vector<Index> holes_;     // args of the statement that is being read
  std::pmr::vector<BareClub> bare_;   // of the sentence
  bool told_span_ = false;            // a spell with its years was told in the sentence
  bool told_post_ = false;            // ... a post that was taken
  const Station* station_ = nullptr;  // of the hit that is being read
  Index station_person_ = kNoIndex;
  std::pmr::vector<bool> beaten_;  // by hit: a better one tells the match of its score
  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> StatementReader::read(const Document& document, const EntityView& entities,
                                             std::vector<Choice>* choices,
                                             SignChoices* sign_choices) const {
  return Pass(rules_, lexicon_, document, entities, choices, sign_choices).run();
}

}  // namespace panchina
