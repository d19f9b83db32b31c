#include "resolve/statements.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/career/career.h"
#include "resolve/career/completion.h"
#include "resolve/career/entry_dates.h"
#include "resolve/career/hit_survey.h"
#include "resolve/career/planned_end.h"
#include "resolve/career/spell_tallies.h"
#include "resolve/career/stations.h"
#include "resolve/career/weighed_dates.h"
#include "resolve/career/weighed_posts.h"
#include "resolve/career/weighed_spells.h"
#include "resolve/draft.h"
#include "resolve/entity/birth_place.h"
#include "resolve/fact/args.h"
#include "resolve/fact/hit_place.h"
#include "resolve/fact/same_words.h"
#include "resolve/factuality.h"
#include "resolve/focus/aside_clubs.h"
#include "resolve/focus/focus.h"
#include "resolve/focus/posts.h"
#include "resolve/focus/slot_reader.h"
#include "resolve/focus/staff_posts.h"
#include "resolve/game/match_reader.h"
#include "resolve/inference.h"
#include "resolve/time/passage.h"

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
        staff_posts_(lexicon, document, entities),
        focus_(document, entities, lexicon, staff_posts_.tradesman()),
        matches_(document, entities, lexicon, focus_),
        aside_(document, lexicon),
        birth_place_(document, lexicon),
        judge_(lexicon),
        around_(document, lexicon),
        careers_(document, lexicon),
        slots_(rules, lexicon, document, entities, focus_, around_),
        inference_(lexicon, document, entities, focus_, matches_.day(), around_, careers_, slots_,
                   survey_.played),
        stations_(document, lexicon, entities, focus_, around_, careers_, survey_),
        told_(document.scratch()),
        weighed_(document, lexicon, entities, aside_, rules.spell_weights, sign_choices),
        weighed_posts_(document, lexicon, entities, rules.post_weights, sign_choices),
        spell_dates_(document, rules, entities, around_, sign_choices),
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
    if (emit.type == EventType::kMatch) matches_.begin();
    Draft draft(document_, rules_, hit, emit);
    for (Index arg = 0; station != nullptr && arg < draft.size(); ++arg) {
      take(draft, arg, stations_.value_of(*station, draft.name_of(arg)));
    }
    read_slots(draft);
    if (!fill_holes(draft)) return;
    drop_what_is_of_others(draft);
    if (!is_of_another_kind(draft)) finish(draft, station);
  }

  void take(Draft& draft, Index arg, Filled filled) {
    const Index club = filled.club;
    const bool told = filled.span.has_value();
    const bool taken = draft.take(arg, std::move(filled));
    if (taken && draft.is(EventType::kMatch)) matches_.see(draft.hit, arg, club, told);
  }

  // `battuto 4-0 a Novara, lascia`: the post was elsewhere.
  bool is_opponent(const Draft& draft, const EmitArg& from) const {
    if (!draft.is(EventType::kTenure) || draft.name_of(from.arg) != "club") return false;
    if (draft.emit.missing[from.arg].empty()) return false;  // nothing else would be found
    const Binding* bound = binding_of(document_, draft.hit, from.slot);
    return bound != nullptr && bound->unit != kNoIndex &&
           aside_.contain_match(draft.hit.clause, bound->unit);
  }

  // What the words of the hit give.
  void read_slots(Draft& draft) {
    const bool match = draft.is(EventType::kMatch);
    for (const EmitArg& from : draft.emit.args) {
      Filled filled = slots_.read(draft.hit, draft.emit, from);
      if (draft.name_of(from.arg) == "role" &&
          is_doers_role(document_, entities_, draft.hit, filled)) {
        filled = {};
      }
      if (is_opponent(draft, from)) filled = {};
      if (match && is_null(filled.value)) filled = slots_.town_club(draft.hit, from);
      take(draft, from.arg, std::move(filled));
    }
    choices_.ask();
    if (match) {
      matches_.read_told(draft.hit, draft.emit, survey_.played, draft.statement,
                         [&](Index arg, Filled filled) { take(draft, arg, std::move(filled)); });
    }
    choices_.answer(arg::Match::kHome);
  }

  // What they leave open, by the policies of the rule; false: it drops the statement.
  bool fill_holes(Draft& draft) {
    const auto& missing = draft.emit.missing;
    bool dropped = false;
    holes_.clear();
    for (Index arg = 0; arg < draft.size(); ++arg) {
      if (!draft.lacks(arg) || missing[arg].empty()) continue;
      dropped = dropped || missing[arg].front() == Missing::kDrop;
      holes_.push_back(arg);
    }
    // Nothing else is asked for; but the rows of a list tell of its club all the same.
    if (dropped && !is_list_row(draft)) return false;
    // The person first: the club may depend on who it is.
    const auto whose =
        std::ranges::find_if(holes_, [&](Index arg) { return draft.name_of(arg) == "person"; });
    if (whose != holes_.end()) std::rotate(holes_.begin(), whose, whose + 1);
    for (const Index arg : holes_) {
      const bool club = draft.name_of(arg) == "club";
      if (club && goes_on_list(draft)) take(draft, arg, list_club_);
      if (!draft.lacks(arg)) continue;
      for (const Missing policy : missing[arg]) {
        if (policy == Missing::kDrop) {
          dropped = true;
          break;
        }
        choices_.ask();
        Filled filled =
            inference_.infer(draft.hit, draft.emit, policy, arg, draft.person, draft.club);
        choices_.answer(arg);
        if (is_null(filled.value)) continue;
        if (club && is_list_row(draft)) {
          list_club_ = filled;
          list_block_ = block_of(document_, draft.hit);
        }
        take(draft, arg, std::move(filled));
        break;
      }
    }
    return !dropped;
  }

  void drop_what_is_of_others(Draft& draft) const {
    if (draft.is(EventType::kStanding)) drop_strange_person(draft);
    if (draft.is(EventType::kRecord) && focus_.is_main(draft.person)) {
      drop_career_club(draft.statement);
    }
  }

  // Whether what is told is no event of its type: another's post, a friendly won, a foundation.
  bool is_of_another_kind(const Draft& draft) const {
    const Statement& out = draft.statement;
    switch (out.type) {
      case EventType::kTenure:
        return !is_coaching(out.args[arg::Tenure::kRole]) ||
               is_of_another_post(lexicon_, document_, draft.hit, draft.emit);
      case EventType::kPlayingSpell:
        return is_of_bench(draft);
      case EventType::kHonour:
        return is_friendly(lexicon_, out.args[arg::Honour::kCompetition]);
      case EventType::kBirth:
        return !is_grown_up(document_, out) || lacks_year(document_, draft.hit, out);
      default:
        return false;
    }
  }

  // `secondo il Noto`: the place of a club that is named is not whose whom the passage is about, if
  // nothing has said that he is there.
  void drop_strange_person(Draft& draft) const {
    using arg::Standing;
    const auto& inferred = draft.statement.evidence.inferred;
    if (draft.person == kNoIndex || focus_.is_at(draft.person, draft.club)) return;
    if (!is_told(draft.statement, Standing::kClub)) return;
    if (std::ranges::find(inferred, Standing::kPerson, &InferredSlot::arg) == inferred.end())
      return;
    drop_arg(Standing::kPerson, draft.statement);
    draft.person = kNoIndex;
  }

  // Rows of seasons that name no club: one list is of one club, whatever is told inside its rows.
  static bool is_list_row(const Draft& draft) {
    return draft.hit.table && (draft.is(EventType::kTenure) || draft.is(EventType::kStanding));
  }
  bool goes_on_list(const Draft& draft) {
    if (!is_list_row(draft) || list_block_ == kNoIndex) return false;
    const Index block = block_of(document_, draft.hit);
    if (block < list_block_ || block > list_block_ + 1) return false;
    list_block_ = block;
    return true;
  }

  // Years that come after the first post on a bench, in a passage that does not speak of the field.
  bool is_of_bench(const Draft& spell) const {
    const DateValue* start = date_of(spell.statement.args[arg::PlayingSpell::kStart]);
    return start != nullptr && spell.person != kNoIndex &&
           careers_.by_life(spell.person, token_of(document_, spell.hit), *start) == Career::kCoach;
  }

  // All its args are filled: how sure it is, what it settles beside itself, what later passages
  // take from it.
  void finish(Draft& draft, const TakenStation* station) {
    const Hit& hit = draft.hit;
    Statement& out = draft.statement;
    const Index person = draft.person;
    if (draft.is(EventType::kMatch)) matches_.complete(hit, out);
    draft.complete(entities_);
    if (draft.is(EventType::kTenure)) complete_post(draft);
    out.factuality = judge_.judge(document_, hit, draft.emit);
    if (draft.is(EventType::kMatch)) {
      // `non è sopravvissuto al tonfo con il Perugia (1-3)`: that was played all the same.
      if (out.factuality == Factuality::kNegated && denies_other(hit)) {
        out.factuality = Factuality::kAsserted;
      }
      settle_age(document_, lexicon_, arg::Match::kCompetition, arg::Match::kDate, out);
      matches_.close(hit, out, statements_);
    }
    if (draft.is(EventType::kBirth)) add_place(draft);
    if (draft.is(EventType::kRecord)) complete_balance(out);
    if (draft.is(EventType::kStanding)) {
      settle_age(document_, lexicon_, arg::Standing::kCompetition, arg::Standing::kDate, out);
    }
    if (draft.is(EventType::kHonour)) {
      drop_years_of_post(out);
      if (!settle_land(document_, lexicon_, out)) return;
      settle_age(document_, lexicon_, arg::Honour::kCompetition, arg::Honour::kDate, out);
    }
    if (lies_ahead(document_, draft.emit, out)) {
      if (draft.is(EventType::kMatch) && matches_.is_over(hit)) {
        drop_arg(arg::Match::kDate, out);  // what was taken for its day is another's
      } else {
        out.factuality = Factuality::kPossible;
      }
    }
    out.evidence.span = passage(document_, hit, out.evidence);
    const bool asserted = out.factuality == Factuality::kAsserted;
    if (asserted && draft.is(EventType::kTenure) && station == nullptr) {
      focus_.tie(person, draft.club, draft.emit.cue == Cue::kAppointment);
    }
    stations_.tell(hit, draft.emit, out, person);
    if (asserted && person != kNoIndex) {
      careers_.tell(out, person);
      if (draft.is(EventType::kBirth)) focus_.portray(person);
    }
    inference_.remember(out, person, draft.club);
    spell_dates_.offer(static_cast<Index>(statements_.size()), hit, out);
    tallies_.tell(static_cast<Index>(statements_.size()), hit, out);
    statements_.push_back(std::move(out));
  }

  // What the words around a post say of it: for the time being, with the young, on which day.
  void complete_post(Draft& draft) const {
    Statement& out = draft.statement;
    if (draft.emit.cue == Cue::kAppointment && !flag_of(out.args[arg::Tenure::kInterim]) &&
        around_.is_interim(draft.hit)) {
      out.args[arg::Tenure::kInterim] = true;
      out.evidence.inferred.push_back({arg::Tenure::kInterim, Source::kRule});
    }
    if (is_of_the_young(lexicon_, document_, entities_, draft.hit, draft.emit, out)) {
      out.args[arg::Tenure::kRole] = std::string("youth_coach");
    } else if (const std::string* role = text_of(out.args[arg::Tenure::kRole]);
               role != nullptr && *role == "head_coach" && !is_told(out, arg::Tenure::kRole) &&
               !flag_of(out.args[arg::Tenure::kInterim])) {
      const std::string_view meant = staff_posts_.meant(draft.hit, draft.person);
      if (!meant.empty()) out.args[arg::Tenure::kRole] = std::string(meant);
    }
    date_by_heading(draft.hit, draft.emit, out);
    date_by_entry(draft);
    settle_planned_end(document_, rules_, draft.hit, draft.emit, out);
  }

  void add_place(Draft& birth) const {
    if (!birth.lacks(arg::Birth::kPlace)) return;
    const std::optional<NormSpan> place = birth_place_.find(birth.hit);
    if (!place) return;
    birth.statement.args[arg::Birth::kPlace] = std::string(document_.text.norm(*place));
    birth.statement.evidence.slots.push_back({arg::Birth::kPlace, *place});
  }

  // Games and goals of a spell that is told already: whose and where it was, they take from it.
  void read_tally(const SpellTally& tally) {
    Draft draft(document_, rules_, *tally.hit, *tally.emit);
    for (const EmitArg& from : tally.emit->args) {
      draft.take(from.arg, slots_.read(*tally.hit, *tally.emit, from));
    }
    Statement& out = draft.statement;
    const Statement& spell = statements_[tally.spell];
    for (Index arg = 0; arg < draft.size(); ++arg) {
      if (!draft.lacks(arg) || is_null(spell.args[arg])) continue;
      out.args[arg] = spell.args[arg];
      if (arg != arg::PlayingSpell::kPersonKey)
        out.evidence.inferred.push_back({arg, Source::kPrevious});
    }
    out.factuality = judge_.judge(document_, *tally.hit, *tally.emit);
    out.evidence.span = passage(document_, *tally.hit, out.evidence);
    statements_.push_back(std::move(out));
  }

  // A curriculum: the post without a time of its own had that of its entry.
  void date_by_entry(Draft& post) const {
    if (!focus_.is_main(post.person) || post.emit.cue == Cue::kDeparture) return;
    using arg::Tenure;
    if (!post.lacks(Tenure::kStart) || !post.lacks(Tenure::kEnd)) return;
    const DateValue* span = entry_date(document_, lexicon_, sentence_of(document_, post.hit));
    if (span == nullptr) return;
    Filled start, end;
    start.value = *span;
    end.value = *span;
    start.source = end.source = Source::kHeading;
    post.take(Tenure::kStart, std::move(start));
    post.take(Tenure::kEnd, std::move(end));
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
  StaffPosts staff_posts_;
  Focus focus_;
  MatchReader matches_;
  AsideClubs aside_;
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
