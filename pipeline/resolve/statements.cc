#include "resolve/statements.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/args.h"
#include "resolve/birth_place.h"
#include "resolve/career.h"
#include "resolve/completion.h"
#include "resolve/factuality.h"
#include "resolve/focus.h"
#include "resolve/hit_place.h"
#include "resolve/hit_survey.h"
#include "resolve/inference.h"
#include "resolve/match_reader.h"
#include "resolve/passage.h"
#include "resolve/posts.h"
#include "resolve/same_words.h"
#include "resolve/slot_reader.h"
#include "resolve/spell_tallies.h"
#include "resolve/stations.h"
#include "resolve/weighed_dates.h"
#include "resolve/weighed_posts.h"
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
        survey_(document, rules),
        focus_(document, entities, lexicon),
        matches_(document, entities, lexicon, focus_),
        birth_place_(document, lexicon),
        judge_(lexicon),
        around_(document, lexicon),
        careers_(document, lexicon),
        slots_(rules, lexicon, document, entities, focus_, around_),
        inference_(lexicon, document, entities, focus_, matches_.day(), around_, careers_, slots_,
                   survey_.played),
        stations_(document, lexicon, entities, focus_, around_, careers_, survey_),
        told_(document.scratch()),
        weighed_(document, lexicon, entities, rules.spell_weights, sign_choices),
        weighed_posts_(document, lexicon, entities, rules.post_weights, sign_choices),
        spell_dates_(document, rules, entities, sign_choices),
        tallies_(document, rules, entities),
        choices_(choices),
        holes_(document.scratch()) {
    focus_.log_to(choices);
    statements_.reserve(document.hits.size());
    for (const Hit& hit : document.hits) foresee_posts(hit);
  }

  std::vector<Statement> run() {
    Index at = 0;
    const auto& order = survey_.order;
    for (Index s = 0; s < document_.sentences.size(); ++s) {
      if (!is_article(document_.blocks[document_.sentences[s].block].label)) continue;
      focus_.enter_sentence(s);
      const std::size_t first = statements_.size();
      for (; at < order.size() && sentence_of(document_, document_.hits[order[at]]) <= s; ++at)
        read_hit(document_.hits[order[at]]);
      stations_.close_sentence(
          [this](const Hit& hit, const EmitSpec& emit, const TakenStation& station) {
            const std::size_t before = statements_.size();
            read_emit(hit, emit, &station);
            return statements_.size() > before;
          });
      told_.read(statements_, first);
      const Scene scene{focus_, careers_, told_};
      weighed_.close_sentence(s, scene, [&](Index unit) {
        return stations_.is_claimed(unit) || survey_.played[unit] || survey_.in_rows[unit];
      });
      weighed_posts_.close_sentence(s, scene);
      focus_.leave_sentence(s);
    }
    for (const auto& [told, pair] : weighed_.decide(statements_)) {
      const TakenStation station =
          stations_.around(pair.unit, pair.clause, pair.holder, pair.person);
      Hit hit = *told.hit;
      hit.units = station.station.units;
      read_emit(hit, *told.emit, &station);
    }
    for (const WeighedPost& post : weighed_posts_.decide(statements_)) {
      TakenStation station =
          stations_.around(post.unit, post.told.hit->clause, post.unit, post.person);
      station.club = post.club;
      station.role = post.role;
      station.station.post = post.role_unit;
      station.station.years = kNoIndex;  // start and end are weighed apart
      Hit hit = *post.told.hit;
      hit.units = station.station.units;
      // What is said of the person is as sure as the verb that says it.
      if (verb_of(document_, hit.governor) != nullptr) hit.trigger = hit.governor;
      read_emit(hit, *post.told.emit, &station);
    }
    spell_dates_.decide(statements_);
    for (const SpellTally& tally : tallies_.decide(statements_)) read_tally(tally);
    agree_on_same_words(statements_);
    return std::move(statements_);
  }

 private:
  // A coach's post that stands beside a name makes him one in the rest of the text too.
  void foresee_posts(const Hit& hit) {
    if (!is_article(document_.blocks[block_of(document_, hit)].label)) return;
    for (const EmitSpec& emit : rules_.emits(hit)) {
      const NamedPost post = named_post(lexicon_, document_, entities_, hit, emit);
      if (post.role != nullptr) inference_.foresee(post.person, *post.role);
    }
  }

  void read_hit(const Hit& hit) {
    for (const EmitSpec& emit : rules_.emits(hit)) {
      if (emit.weighed) {
        // A line-up names who plays; its coach has a rule.
        if (document_.blocks[block_of(document_, hit)].label == BlockLabel::kLineup) continue;
        const bool person = entities_.person_of_unit[hit.units.begin] != kNoIndex;
        person ? weighed_posts_.offer(hit, emit) : weighed_.offer(hit, emit);
        continue;
      }
      if (emit.beside) {
        tallies_.offer(hit, emit);
        continue;
      }
      choices_.begin(static_cast<Index>(statements_.size()));
      if (stations_.is_bare(hit, emit)) {
        stations_.add(hit, emit);
      } else if (emit.career == Career::kAny || stations_.is_told(hit, emit)) {
        read_emit(hit, emit, nullptr);
      }
    }
  }

  // `station`: what the hit is, or nullptr.
  void read_emit(const Hit& hit, const EmitSpec& emit, const TakenStation* station) {
    choices_.begin(static_cast<Index>(statements_.size()));
    Statement out = statement_in(document_.scratch(), emit.type);
    out.section = section_of(document_, hit);
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
    for (Index arg = 0; station != nullptr && arg < spec.size(); ++arg) {
      take(arg, stations_.value_of(*station, spec[arg].name));
    }
    for (const EmitArg& from : emit.args) {
      Filled filled = slots_.read(hit, emit, from);
      if (spec[from.arg].name == "role" && is_doers_role(document_, entities_, hit, filled))
        filled = {};
      if (is_null(filled.value) && emit.type == EventType::kMatch) {
        filled = slots_.town_club(hit, from);
      }
      take(from.arg, std::move(filled));
    }
    choices_.ask();
    if (emit.type == EventType::kMatch) matches_.read_told(hit, emit, survey_.played, out, take);
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
          list_block_ = block_of(document_, hit);
        }
        take(arg, std::move(filled));
        break;
      }
    }
    if (dropped) return;
    if (emit.type == EventType::kStanding) drop_strange_person(person, club, out);
    if (emit.type == EventType::kRecord && focus_.is_main(person)) drop_career_club(out);
    if (emit.type == EventType::kTenure && (!is_coaching(out.args[arg::Tenure::kRole]) ||
                                            is_of_another_post(lexicon_, document_, hit, emit))) {
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
    finish(hit, emit, station, person, club, out);
  }

  // `secondo il Noto`: the place of a club that is named is not whose whom the passage is about, if
  // nothing has said that he is there.
  void drop_strange_person(Index& person, Index club, Statement& out) const {
    using arg::Standing;
    const auto is = [](Index arg) { return [arg](const auto& one) { return one.arg == arg; }; };
    const auto& inferred = out.evidence.inferred;
    if (person == kNoIndex || focus_.is_at(person, club)) return;
    if (!is_told(out, Standing::kClub)) return;
    if (std::none_of(inferred.begin(), inferred.end(), is(Standing::kPerson))) return;
    drop_arg(Standing::kPerson, out);
    person = kNoIndex;
  }

  // Rows of seasons that name no club: one list is of one club, whatever is told inside its rows.
  static bool is_list_row(const Hit& hit, const EmitSpec& emit) {
    return hit.table && (emit.type == EventType::kTenure || emit.type == EventType::kStanding);
  }
  bool goes_on_list(const Hit& hit, const EmitSpec& emit) {
    if (!is_list_row(hit, emit) || list_block_ == kNoIndex) return false;
    const Index block = block_of(document_, hit);
    if (block < list_block_ || block > list_block_ + 1) return false;
    list_block_ = block;
    return true;
  }

  // Years that come after the first post on a bench, in a passage that does not speak of the field.
  bool is_of_bench(const Hit& hit, Index person, const Statement& spell) const {
    const DateValue* start = date_of(spell.args[arg::PlayingSpell::kStart]);
    return start != nullptr && person != kNoIndex &&
           careers_.by_life(person, token_of(document_, hit), *start) == Career::kCoach;
  }

  void finish(const Hit& hit, const EmitSpec& emit, const TakenStation* station, Index person,
              Index club, Statement& out) {
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
    if (emit.type == EventType::kTenure) {
      if (is_of_the_young(lexicon_, document_, entities_, hit, emit, out))
        out.args[arg::Tenure::kRole] = std::string("youth_coach");
      date_by_heading(hit, emit, out);
    }
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
    if (lies_ahead(document_, emit, out)) {
      if (emit.type == EventType::kMatch && matches_.is_over(hit)) {
        drop_arg(arg::Match::kDate, out);  // what was taken for its day is another's
      } else {
        out.factuality = Factuality::kPossible;
      }
    }
    out.evidence.span = passage(document_, hit, out.evidence);
    if (out.factuality == Factuality::kAsserted && emit.type == EventType::kTenure &&
        station == nullptr) {
      focus_.tie(person, club, emit.cue == Cue::kAppointment);
    }
    stations_.tell(hit, emit, out, person);
    if (out.factuality == Factuality::kAsserted && person != kNoIndex) {
      careers_.tell(out, person);
      if (emit.type == EventType::kBirth) focus_.portray(person);
    }
    inference_.remember(out, person, club);
    spell_dates_.offer(static_cast<Index>(statements_.size()), hit, out);
    tallies_.tell(static_cast<Index>(statements_.size()), hit, out);
    statements_.push_back(std::move(out));
  }

  // Games and goals of a spell that is told already: whose and where it was, they take from it.
  void read_tally(const SpellTally& tally) {
    const Hit& hit = *tally.hit;
    Statement out = statement_in(document_.scratch(), EventType::kPlayingSpell);
    out.section = section_of(document_, hit);
    out.confidence = rules_.info(hit).confidence;
    out.evidence.sentence = sentence_of(document_, hit);
    out.evidence.rule = rules_.info(hit).name;
    for (const EmitArg& from : tally.emit->args) {
      Filled filled = slots_.read(hit, *tally.emit, from);
      if (is_null(filled.value)) continue;
      out.args[from.arg] = std::move(filled.value);
      if (filled.span) {
        out.evidence.slots.push_back({from.arg, *filled.span});
      } else {
        out.evidence.inferred.push_back({from.arg, filled.source});
      }
    }
    const Statement& spell = statements_[tally.spell];
    for (Index arg = 0; arg < out.args.size(); ++arg) {
      if (!is_null(out.args[arg]) || is_null(spell.args[arg])) continue;
      out.args[arg] = spell.args[arg];
      if (arg != arg::PlayingSpell::kPersonKey)
        out.evidence.inferred.push_back({arg, Source::kPrevious});
    }
    out.factuality = judge_.judge(document_, hit, *tally.emit);
    out.evidence.span = passage(document_, hit, out.evidence);
    statements_.push_back(std::move(out));
  }

  // A calendar of changes: the act without a day of its own was of the day above it.
  void date_by_heading(const Hit& hit, const EmitSpec& emit, Statement& out) const {
    const bool comes = emit.cue == Cue::kAppointment;
    if (!comes && emit.cue != Cue::kDeparture) return;
    const Index arg = comes ? arg::Tenure::kStart : arg::Tenure::kEnd;
    if (is_told(out, arg)) return;
    ArgValue day = around_.day_above(hit);
    if (is_null(day)) return;
    out.args[arg] = std::move(day);
    std::erase_if(out.evidence.inferred, [&](const InferredSlot& one) { return one.arg == arg; });
    out.evidence.inferred.push_back({arg, Source::kHeading});
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
  HitSurvey survey_;
  Focus focus_;
  MatchReader matches_;
  BirthPlace birth_place_;
  FactualityJudge judge_;
  Passage around_;
  Careers careers_;
  SlotReader slots_;
  Inference inference_;
  Stations stations_;
  ToldTypes told_;
  WeighedSpells weighed_;
  WeighedPosts weighed_posts_;
  WeighedDates spell_dates_;
  SpellTallies tallies_;
  ChoiceLog choices_;
  Filled list_club_;  // of the last row that named none, and its block
  Index list_block_ = kNoIndex;
  std::pmr::vector<Index> holes_;  // args of the statement that is being read
  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> StatementReader::read(const Document& document, const EntityView& entities,
                                             std::vector<Choice>* choices,
                                             SignChoices* sign_choices) const {
  return Pass(rules_, lexicon_, document, entities, choices, sign_choices).run();
}

}  // namespace panchina
