#include "resolve/statements.h"

#include <algorithm>
#include <utility>

#include "document/features.h"
#include "resolve/career/completion.h"
#include "resolve/fact/args.h"
#include "resolve/fact/hit_place.h"
#include "resolve/fact/same_words.h"
#include "resolve/focus/posts.h"
#include "resolve/statement_pass.h"

namespace panchina {

StatementPass::StatementPass(const RuleSet& rules, const Lexicon& lexicon, const Document& document,
                             const EntityView& entities, std::vector<Choice>* choices,
                             SignChoices* sign_choices)
    : rules_(rules),
      lexicon_(lexicon),
      document_(document),
      entities_(entities),
      post_words_(lexicon),
      former_(lexicon.find_list("match_former")),
      leagues_(first_competitions(document, lexicon)),
      survey_(document, rules),
      entry_dates_(document, lexicon),
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
      on_pitch_(document, lexicon, entities),
      substitutions_(document, rules, entities, on_pitch_),
      weighed_(document, lexicon, entities, aside_, on_pitch_, rules.spell_weights, sign_choices),
      weighed_posts_(document, lexicon, entities, on_pitch_, rules.post_weights, sign_choices),
      spell_dates_(document, rules, entities, lexicon, around_, sign_choices),
      tallies_(document, rules, entities),
      title_lists_(document, lexicon, entities),
      other_scores_(document, entities, focus_),
      choices_(choices),
      holes_(document.scratch()),
      namings_(entities.persons.size(), 0, document.scratch()) {
  for (const Index person : entities.person_of_unit) {
    if (person != kNoIndex) ++namings_[person];
  }
  focus_.log_to(choices);
  statements_.reserve(document.hits.size());
  for (const Hit& hit : document.hits) foresee_posts(hit);
}

std::vector<Statement> StatementPass::run() {
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
    const TakenStation station = stations_.around(pair.unit, pair.clause, pair.holder, pair.person);
    Hit hit = *told.hit;
    hit.units = station.station.units;
    const bool post = told.emit->type == EventType::kTenure;
    if (post && tell_as_act(station, hit.clause, entities_.club_of_unit[pair.unit])) continue;
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
    if (!tell_as_act(station, hit.clause, post.club)) read_emit(hit, *post.told.emit, &station);
  }
  staff_posts_.settle(statements_);
  spell_dates_.decide(statements_);
  for (const SpellTally& tally : tallies_.decide(statements_)) read_tally(tally);
  for (const ListedTitle& title : title_lists_.decide(statements_)) read_listed(title);
  for (const OtherScore& score : other_scores_.decide(statements_)) read_other_score(score);
  agree_on_same_words(statements_);
  return std::move(statements_);
}

// A coach's post that stands beside a name makes him one in the rest of the text too.
void StatementPass::foresee_posts(const Hit& hit) {
  if (!is_article(document_.blocks[block_of(document_, hit)].label)) return;
  for (const EmitSpec& emit : rules_.emits(hit)) {
    const NamedPost post = named_post(lexicon_, document_, entities_, hit, emit);
    if (post.role == nullptr) continue;
    inference_.foresee(post.person, *post.role);
    if (!emit.weighed && emit.cue == Cue::kInPost) substitutions_.seat(post.person);
    const Index sentence = sentence_of(document_, hit);
    if (document_.blocks[document_.sentences[sentence].block].label == BlockLabel::kLineup)
      focus_.seat(post.person,
                  focus_.fielded(sentence, document_.units[hit.units.begin].tokens.begin));
  }
}

void StatementPass::read_hit(const Hit& hit) {
  for (const EmitSpec& emit : rules_.emits(hit)) {
    if (emit.weighed) {
      // A line-up names who plays; its coach has a rule.
      if (document_.blocks[block_of(document_, hit)].label == BlockLabel::kLineup) continue;
      const bool person = entities_.person_of_unit[hit.units.begin] != kNoIndex;
      person ? weighed_posts_.offer(hit, emit) : weighed_.offer(hit, emit);
      continue;
    }
    if (emit.beside) {
      if (emit.type == EventType::kHonour)
        title_lists_.offer(hit, emit);
      else if (emit.type == EventType::kMatch)
        other_scores_.offer(hit, emit);
      else
        tallies_.offer(hit, emit);
      continue;
    }
    if (lacks_next_club(hit, emit)) continue;
    choices_.begin(static_cast<Index>(statements_.size()));
    if (stations_.is_bare(hit, emit)) {
      stations_.add(hit, emit);
    } else if (emit.career == Career::kAny || stations_.is_told(hit, emit)) {
      read_emit(hit, emit, nullptr);
    }
  }
}

// `prima al Lecco, poi al Como e infine al Pisa`: where a rule tells of each club by itself, it
// tells nothing of one that the passage does not go on to.
bool StatementPass::lacks_next_club(const Hit& hit, const EmitSpec& emit) const {
  if (emit.type != EventType::kTenure && emit.type != EventType::kPlayingSpell) return false;
  const std::vector<EmitSpec>& all = rules_.emits(hit);
  if (all.size() < 2) return false;
  const Index club =
      emit.type == EventType::kTenure ? arg::Tenure::kClub : arg::PlayingSpell::kClub;
  const auto slot_of = [&](const EmitSpec& one) {
    const auto from = std::ranges::find(one.args, club, &EmitArg::arg);
    const bool read = from != one.args.end() && from->function == ArgFunction::kSlot;
    return read ? from->slot : kNoIndex;
  };
  const auto is_bound = [&](Index slot) {
    const Binding* bound = slot == kNoIndex ? nullptr : binding_of(document_, hit, slot);
    return bound != nullptr && bound->unit != kNoIndex;
  };
  const Index own = slot_of(emit);
  if (own == kNoIndex || is_bound(own)) return false;
  return std::ranges::any_of(all, [&](const EmitSpec& one) {
    return one.type == emit.type && slot_of(one) != own && is_bound(slot_of(one));
  });
}

// `station`: what the hit is, or nullptr.
void StatementPass::read_emit(const Hit& hit, const EmitSpec& emit, const TakenStation* station) {
  choices_.begin(static_cast<Index>(statements_.size()));
  if (emit.type == EventType::kMatch) matches_.begin();
  Draft draft(document_, rules_, hit, emit);
  for (Index arg = 0; station != nullptr && arg < draft.size(); ++arg) {
    take(draft, arg, stations_.value_of(*station, draft.name_of(arg)));
  }
  read_slots(draft);
  if (!fill_holes(draft)) {
    const bool pair = draft.person != kNoIndex && draft.club != kNoIndex;
    if (draft.is(EventType::kTenure) && pair && draft.lacks(arg::Tenure::kRole)) {
      postless_.push_back(draft);
    }
    return;
  }
  drop_what_is_of_others(draft);
  if (!is_of_another_kind(draft)) finish(draft, station);
}

// `Rossi è stato annunciato ieri dal Lecco`: an act that alone does not say of what post, where the
// signs make it one; false: no such act stands in the sentence.
bool StatementPass::tell_as_act(const TakenStation& station, Index clause, Index club) {
  const Index sentence = document_.clauses[clause].sentence;
  const auto act = std::ranges::find_if(postless_, [&](const Draft& draft) {
    return draft.person == station.person && draft.club == club &&
           sentence_of(document_, draft.hit) == sentence;
  });
  if (act == postless_.end()) return false;
  std::string_view role = station.role;
  if (role.empty() && station.station.post != kNoIndex) {
    role = coaching_role(lexicon_, document_, station.station.post);
  }
  Draft draft = *act;
  Filled filled;
  filled.value = std::string(role.empty() ? "head_coach" : role);
  filled.source = Source::kFocus;
  take(draft, arg::Tenure::kRole, std::move(filled));
  drop_what_is_of_others(draft);
  const std::size_t before = statements_.size();
  if (!is_of_another_kind(draft)) finish(draft, nullptr);
  return statements_.size() > before;
}

void StatementPass::take(Draft& draft, Index arg, Filled filled) {
  const Index club = filled.club;
  const bool told = filled.span.has_value();
  const bool taken = draft.take(arg, std::move(filled));
  if (taken && draft.is(EventType::kMatch)) matches_.see(draft.hit, arg, club, told);
}

// `battuto 4-0 a Novara, lascia`: the post was elsewhere.
bool StatementPass::is_opponent(const Draft& draft, const EmitArg& from) const {
  if (!draft.is(EventType::kTenure) || draft.name_of(from.arg) != "club") return false;
  if (draft.emit.missing[from.arg].empty()) return false;  // nothing else would be found
  const Binding* bound = binding_of(document_, draft.hit, from.slot);
  return bound != nullptr && bound->unit != kNoIndex &&
         aside_.contain_match(draft.hit.clause, bound->unit);
}

// `il tecnico, lo scorso anno al Lecco, rileva Rossi`: the club and the date of an earlier post.
bool StatementPass::is_of_earlier_post(const Draft& draft, const EmitArg& from) const {
  if (!draft.is(EventType::kTenure)) return false;
  const Binding* bound = binding_of(document_, draft.hit, from.slot);
  if (bound == nullptr || bound->unit == kNoIndex || bound->unit > draft.hit.trigger) return false;
  if (!rules_.slots(draft.hit)[from.slot].adjunct) return false;  // the rule reads the aside itself
  const VerbGroup* verb = verb_of(document_, draft.hit.trigger);
  return verb != nullptr && verb->form == Form::kFinite &&
         aside_.contain_former(draft.hit.clause, bound->unit);
}

// `affidata a Rossi, bandiera del Lecco (210 presenze dal 1998 al 2007)`, `ha giocato dal 1990 al
// 1995 e allenato i Giovanissimi`: a player's years, in a bracket beside the post or before it.
bool StatementPass::is_of_played_years(const Draft& draft, const EmitArg& from) const {
  if (!draft.is(EventType::kTenure)) return false;
  const Binding* bound = binding_of(document_, draft.hit, from.slot);
  if (bound == nullptr || bound->unit == kNoIndex || !survey_.of_player[bound->unit] ||
      !rules_.slots(draft.hit)[from.slot].adjunct ||
      (document_.units[bound->unit].kinds & kind_bit(UnitKind::kDate)) == 0) {
    return false;
  }
  if (document_.clauses[draft.hit.clause].units.contains(bound->unit))
    return bound->unit < draft.hit.trigger;
  return bracket_around(document_, bound->unit) != nullptr;
}

// What the words of the hit give.
void StatementPass::read_slots(Draft& draft) {
  const bool match = draft.is(EventType::kMatch);
  for (const EmitArg& from : draft.emit.args) {
    Filled filled = slots_.read(draft.hit, draft.emit, from);
    if (draft.name_of(from.arg) == "role" &&
        is_doers_role(document_, entities_, draft.hit, filled)) {
      filled = {};
    }
    if (is_opponent(draft, from) || is_of_earlier_post(draft, from) ||
        is_of_played_years(draft, from)) {
      filled = {};
    }
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

// Games and goals of a spell that is told already: whose and where it was, they take from it.
void StatementPass::read_tally(const SpellTally& tally) {
  Draft draft(document_, rules_, *tally.hit, *tally.emit);
  complete_from(draft, statements_[tally.spell], [](Index) { return true; });
  tell_beside(draft);
}

// Takes what the hit itself says, and of what it leaves out those args of another statement that it
// may have; a key follows its person.
void StatementPass::complete_from(Draft& draft, const Statement& other,
                                  const std::function<bool(Index arg)>& may_have) const {
  for (const EmitArg& from : draft.emit.args)
    draft.take(from.arg, slots_.read(draft.hit, draft.emit, from));
  Statement& out = draft.statement;
  for (Index arg = 0; arg < draft.size(); ++arg) {
    if (!draft.lacks(arg) || is_null(other.args[arg]) || !may_have(arg)) continue;
    out.args[arg] = other.args[arg];
    if (draft.name_of(arg) != "person_key")
      out.evidence.inferred.push_back({arg, Source::kPrevious});
  }
}

void StatementPass::tell_beside(Draft& draft) {
  Statement& out = draft.statement;
  out.factuality = judge_.judge(document_, draft.hit, draft.emit);
  out.evidence.span = passage(document_, draft.hit, out.evidence);
  statements_.push_back(std::move(out));
}

// A title that a list goes on with: whose it is stands at the list's head.
void StatementPass::read_listed(const ListedTitle& title) {
  using arg::Honour;
  Draft draft(document_, rules_, *title.hit, *title.emit);
  complete_from(draft, statements_[title.first], [&](Index arg) {
    return (arg != Honour::kClub || title.club) && (arg != Honour::kDate || title.date);
  });
  if (is_of_another_kind(draft) || !settle_title(draft)) return;
  tell_beside(draft);
}

// A score that is no result: nobody says that the match ended so.
void StatementPass::read_other_score(const OtherScore& score) {
  using arg::Match;
  Draft draft(document_, rules_, *score.hit, *score.emit);
  for (const EmitArg& from : draft.emit.args)
    draft.take(from.arg, slots_.read(draft.hit, draft.emit, from));
  for (const auto& [arg, club] :
       {std::pair(Match::kHome, &score.home), {Match::kAway, &score.away}}) {
    Filled filled;
    filled.value = *club;
    filled.source = Source::kPrevious;
    draft.take(arg, std::move(filled));
  }
  Args& args = draft.statement.args;
  if (score.turned) std::swap(args[Match::kHomeGoals], args[Match::kAwayGoals]);
  draft.complete(entities_);
  draft.statement.factuality = judge_.judge(document_, draft.hit, draft.emit);
  if (draft.statement.factuality == Factuality::kAsserted) return;
  draft.statement.evidence.span = passage(document_, draft.hit, draft.statement.evidence);
  statements_.push_back(std::move(draft.statement));
}

std::vector<Statement> StatementReader::read(const Document& document, const EntityView& entities,
                                             std::vector<Choice>* choices,
                                             SignChoices* sign_choices) const {
  return StatementPass(rules_, lexicon_, document, entities, choices, sign_choices).run();
}

}  // namespace panchina
