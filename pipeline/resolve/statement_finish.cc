// StatementPass: what is settled of a statement once its args are filled.
#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "document/edtf.h"
#include "document/features.h"
#include "resolve/career/completion.h"
#include "resolve/career/planned_end.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/hit_place.h"
#include "resolve/focus/posts.h"
#include "resolve/statement_pass.h"

namespace panchina {

namespace {

// Whether no word of it tells a post's role, but the passage.
bool has_focus_role(const Statement& post) {
  return std::ranges::any_of(post.evidence.inferred, [](const InferredSlot& one) {
    return one.arg == arg::Tenure::kRole && one.source == Source::kFocus;
  });
}

}  // namespace

// All its args are filled: how sure it is, what it settles beside itself, what later passages
// take from it.
void StatementPass::finish(Draft& draft, const TakenStation* station) {
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
    settle_league(lexicon_, leagues_[section_of(document_, hit)], arg::Match::kCompetition, out);
    matches_.close(hit, out, statements_);
  }
  if (draft.is(EventType::kBirth)) add_place(draft);
  if (draft.is(EventType::kRecord)) complete_balance(out);
  if (draft.is(EventType::kStanding)) {
    settle_age(document_, lexicon_, arg::Standing::kCompetition, arg::Standing::kDate, out);
    settle_league(lexicon_, leagues_[section_of(document_, hit)], arg::Standing::kCompetition, out);
  }
  if (draft.is(EventType::kHonour) && !settle_title(draft)) return;
  if (lies_ahead(document_, draft.emit, out)) {
    if (draft.is(EventType::kMatch) && matches_.is_over(hit)) {
      drop_arg(arg::Match::kDate, out);  // what was taken for its day is another's
    } else {
      out.factuality = Factuality::kPossible;
    }
  }
  out.evidence.span = passage(document_, hit, out.evidence);
  const bool asserted = out.factuality == Factuality::kAsserted;
  const bool past =
      draft.is(EventType::kTenure) && is_of_the_past(post_words_, document_, hit, draft.emit);
  if (asserted && draft.is(EventType::kTenure) && station == nullptr && !past) {
    focus_.tie(person, draft.club, draft.emit.cue == Cue::kAppointment);
    if (draft.emit.cue == Cue::kDeparture && person != kNoIndex) focus_.part(person);
  }
  stations_.tell(hit, draft.emit, out, person);
  if (asserted && person != kNoIndex) {
    careers_.tell(out, person);
    if (draft.is(EventType::kBirth)) focus_.portray(person, sentence_of(document_, hit));
  }
  inference_.remember(out, person, draft.club);
  if (!past) spell_dates_.offer(static_cast<Index>(statements_.size()), hit, out);
  if (draft.is(EventType::kTenure) && person != kNoIndex)
    staff_posts_.offer(hit, person, static_cast<Index>(statements_.size()));
  if (draft.is(EventType::kTenure)) close_row_above(draft);
  tallies_.tell(static_cast<Index>(statements_.size()), hit, out);
  title_lists_.tell(static_cast<Index>(statements_.size()), hit, out);
  statements_.push_back(std::move(out));
}

// `1978-79: Rossi`, and in the row below `Verdi`: Rossi did not end that season.
void StatementPass::close_row_above(const Draft& draft) {
  using arg::Tenure;
  const auto& ways = draft.emit.missing[Tenure::kReplaces];
  if (statements_.empty() || std::ranges::find(ways, Missing::kAbove) == ways.end()) return;
  Statement& above = statements_.back();
  if (above.type != EventType::kTenure ||
      above.args[Tenure::kPerson] != draft.statement.args[Tenure::kReplaces] ||
      above.args[Tenure::kEnd] != draft.statement.args[Tenure::kEnd]) {
    return;
  }
  drop_arg(Tenure::kEnd, above);
}

// Which title it is, of what year; false: none.
bool StatementPass::settle_title(Draft& honour) const {
  Statement& out = honour.statement;
  drop_years_of_post(out);
  if (!settle_land(document_, lexicon_, out)) return false;
  settle_age(document_, lexicon_, arg::Honour::kCompetition, arg::Honour::kDate, out);
  return true;
}

// What the words around a post say of it: for the time being, with the young, on which day.
void StatementPass::complete_post(Draft& draft) const {
  Statement& out = draft.statement;
  out.evidence.anterior = tells_of_before(draft.hit);
  NormSpan replaced;
  for (const EvidenceSlot& slot : out.evidence.slots)
    if (slot.arg == arg::Tenure::kReplaces) replaced = slot.span;
  if (draft.emit.cue == Cue::kAppointment && !flag_of(out.args[arg::Tenure::kInterim]) &&
      around_.is_interim(draft.hit, replaced)) {
    out.args[arg::Tenure::kInterim] = true;
    out.evidence.inferred.push_back({arg::Tenure::kInterim, Source::kRule});
  }
  if (is_of_the_young(post_words_, document_, entities_, draft.hit, draft.emit, out)) {
    out.args[arg::Tenure::kRole] = std::string("youth_coach");
  } else if (const std::string* role = text_of(out.args[arg::Tenure::kRole]);
             role != nullptr && (*role == "head_coach" || *role == "other_staff") &&
             !is_told(out, arg::Tenure::kRole) && !flag_of(out.args[arg::Tenure::kInterim])) {
    const std::string_view meant = staff_posts_.meant(draft.hit, draft.person);
    if (!meant.empty()) out.args[arg::Tenure::kRole] = std::string(meant);
    if (const std::string* young = young_post_before(draft)) out.args[arg::Tenure::kRole] = *young;
  } else if (role != nullptr && *role == "assistant_coach" && has_focus_role(out) &&
             was_second_to_replaced(draft)) {
    out.args[arg::Tenure::kRole] = std::string("head_coach");
  }
  date_by_heading(draft.hit, draft.emit, out);
  date_by_season(draft);
  date_by_entry(draft);
  settle_planned_end(document_, rules_, draft.hit, draft.emit, out);
}

// `Il Lecco Primavera ha esonerato Rossi. Al suo posto Neri`: the post with the young that whom
// somebody replaces was just told of; null where it was none.
const std::string* StatementPass::young_post_before(const Draft& draft) const {
  constexpr std::size_t kReach = 8;  // statements
  using arg::Tenure;
  const Statement& post = draft.statement;
  if (is_null(post.args[Tenure::kReplaces])) return nullptr;
  if (!has_focus_role(post)) return nullptr;
  const std::size_t first = statements_.size() - std::min(kReach, statements_.size());
  for (std::size_t i = statements_.size(); i > first; --i) {
    const Statement& before = statements_[i - 1];
    if (before.type != EventType::kTenure || before.section != post.section ||
        before.args[Tenure::kPerson] != post.args[Tenure::kReplaces] ||
        before.args[Tenure::kClub] != post.args[Tenure::kClub]) {
      continue;
    }
    const std::string* role = text_of(before.args[Tenure::kRole]);
    return role != nullptr && *role == "youth_coach" ? role : nullptr;
  }
  return nullptr;
}

// `è il vice di Neri al Lecco; poi prende il posto di Neri`: the sentence that told of the post on
// the staff names whom he replaces, so that what he was is not what he becomes.
bool StatementPass::was_second_to_replaced(const Draft& draft) const {
  constexpr std::size_t kReach = 8;  // statements
  using arg::Tenure;
  const Statement& post = draft.statement;
  const std::string* replaced = text_of(post.args[Tenure::kReplaces]);
  if (replaced == nullptr) return false;
  const auto names_replaced = [&](const Statement& before) {
    const Index sentence = before.evidence.sentence;
    auto clause = std::ranges::lower_bound(document_.clauses, sentence, {}, &Clause::sentence);
    for (; clause != document_.clauses.end() && clause->sentence == sentence; ++clause) {
      for (Index u = clause->units.begin; u < clause->units.end; ++u) {
        const Index person = entities_.person_of_unit[u];
        if (person != kNoIndex && entities_.persons[person].name == *replaced) return true;
      }
    }
    return false;
  };
  const std::size_t first = statements_.size() - std::min(kReach, statements_.size());
  return std::any_of(statements_.begin() + static_cast<std::ptrdiff_t>(first), statements_.end(),
                     [&](const Statement& before) {
                       const std::string* role = text_of(before.args[Tenure::kRole]);
                       return before.type == EventType::kTenure && before.section == post.section &&
                              before.args[Tenure::kPerson] == post.args[Tenure::kPerson] &&
                              role != nullptr && *role == "assistant_coach" &&
                              names_replaced(before);
                     });
}

// `aveva già allenato il Como`, `Verdi, già sulla panchina lariana nel 1988`: of what was before,
// by all its finite verbs, or without a verb.
bool StatementPass::tells_of_before(const Hit& hit) const {
  bool verb = false, finite = false, former = false;
  for (Index u = hit.units.begin; u < hit.units.end; ++u) {
    const VerbGroup* group = verb_of(document_, u);
    verb = verb || group != nullptr;
    former = former || lexicon_.in_list(document_.units[u].word, former_);
    if (group == nullptr || group->form != Form::kFinite) continue;
    if (!group->anterior) return false;
    finite = true;
  }
  return finite || (former && !verb);
}

// A curriculum: the post without a time of its own had that of its entry.
void StatementPass::date_by_entry(Draft& post) const {
  if (!focus_.is_main(post.person) || post.emit.cue == Cue::kDeparture) return;
  using arg::Tenure;
  if (!post.lacks(Tenure::kStart) || !post.lacks(Tenure::kEnd)) return;
  const DateValue* span = entry_dates_.of(sentence_of(document_, post.hit));
  if (span == nullptr) return;
  Filled start, end;
  start.value = *span;
  end.value = *span;
  start.source = end.source = Source::kHeading;
  post.take(Tenure::kStart, std::move(start));
  post.take(Tenure::kEnd, std::move(end));
}

// A calendar of changes: the act without a day of its own was of the day above it.
void StatementPass::date_by_heading(const Hit& hit, const EmitSpec& emit, Statement& out) const {
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

// `Stagione 1985-86 – 4° posto, 32 punti. Presidente: Neri. Allenatore: Rossi`: a paragraph of one
// season, whose coach a label names.
void StatementPass::date_by_season(Draft& draft) const {
  using arg::Tenure;
  constexpr Index kLead = 2;  // tokens before the season
  Statement& out = draft.statement;
  const Hit& hit = draft.hit;
  const bool comes = draft.emit.cue == Cue::kAppointment;
  if (hit.table || !draft.lacks(Tenure::kEnd) || (!comes && !draft.lacks(Tenure::kStart)) ||
      (comes ? draft.lacks(Tenure::kReplaces) : draft.emit.cue != Cue::kInPost)) {
    return;
  }
  const Sentence& sentence = document_.sentences[sentence_of(document_, hit)];
  const Unit& label = document_.units[hit.units.begin];
  const IndexRange tokens = document_.blocks[sentence.block].tokens;
  if (label.tokens.begin != sentence.tokens.begin || label.tokens.begin == tokens.begin) return;
  const char mark = document_.tokens[label.tokens.end].mark;
  if (mark != ':' && mark != '.') return;
  const IndexRange dates = dates_in(document_, {tokens.begin, label.tokens.begin});
  if (dates.size() != 1 || !is_football_season(document_.date_values[dates.begin]) ||
      document_.dates[dates.begin].first_token > tokens.begin + kLead) {
    return;
  }
  const DateValue& season = document_.date_values[dates.begin];
  const auto put = [&](Index arg, const DateValue& point) {
    out.args[arg] = point;
    out.evidence.inferred.push_back({arg, Source::kHeading});
  };
  if (!comes) put(Tenure::kStart, first_point(season));
  if (!comes) {  // `Allenatore: Rossi (poi Verdi)`: somebody else ended it
    for (Index u = hit.units.end;
         u < document_.units.size() && document_.units[u].tokens.begin < sentence.tokens.end; ++u) {
      if (entities_.person_of_unit[u] != kNoIndex) return;
    }
  }
  put(Tenure::kEnd, last_point(season));
}

void StatementPass::add_place(Draft& birth) const {
  if (!birth.lacks(arg::Birth::kPlace)) return;
  const std::optional<NormSpan> place = birth_place_.find(birth.hit);
  if (!place) return;
  birth.statement.args[arg::Birth::kPlace] = std::string(document_.text.norm(*place));
  birth.statement.evidence.slots.push_back({arg::Birth::kPlace, *place});
}

// Whether it is a negative verb that governs the noun or score of a hit, not one of its own.
bool StatementPass::denies_other(const Hit& hit) const {
  const VerbGroup* governor = verb_of(document_, hit.governor);
  return verb_of(document_, hit.trigger) == nullptr && governor != nullptr &&
         governor->polarity == Polarity::kNegative && !matches_.is_denied(hit);
}

// `la squadra di Neri`: a lone surname that is named only there, and nothing makes it a coach's.
bool StatementPass::is_bare_guess(const Draft& draft) const {
  constexpr Index kOf = 2;  // units from the side to whose it is
  const Hit& hit = draft.hit;
  const Index side = hit.trigger;
  if (draft.person == kNoIndex || draft.emit.cue != Cue::kInPost || hit.table || side == kNoIndex)
    return false;
  if (document_.units[side].kinds != kind_bit(UnitKind::kWord)) return false;
  const Index whose = side + kOf;
  if (whose >= hit.units.end || entities_.person_of_unit[whose] != draft.person) return false;
  if (lexicon_.preposition(document_.units[whose - 1].word) == kNoIndex) return false;
  if (entities_.persons[draft.person].name.find(' ') != std::string::npos) return false;
  return namings_[draft.person] == 1;
}

// Whether what is told is no event of its type: another's post, a friendly won, a foundation.
// `la gestione Neri`, where the article calls him the president: loose words make no coach of him.
bool StatementPass::is_of_officer(const Draft& draft) const {
  constexpr float kLoose = 0.75F;
  const float sure = draft.statement.confidence;
  return draft.emit.cue == Cue::kInPost && sure > 0 && sure < kLoose && draft.person != kNoIndex &&
         focus_.is_officer(draft.person);
}

bool StatementPass::is_of_another_kind(const Draft& draft) const {
  const Statement& out = draft.statement;
  switch (out.type) {
    case EventType::kTenure:
      return !is_coaching(out.args[arg::Tenure::kRole]) || is_bare_guess(draft) ||
             substitutions_.contains(draft) || is_of_officer(draft) ||
             is_of_another_post(post_words_, document_, draft.hit, draft.emit);
    case EventType::kPlayingSpell:
      return is_of_bench(draft) || substitutions_.is_of_game(draft);
    case EventType::kHonour:
      return is_friendly(lexicon_, out.args[arg::Honour::kCompetition]);
    case EventType::kBirth:
      return !is_grown_up(document_, out) || lacks_year(document_, draft.hit, out);
    default:
      return false;
  }
}

void StatementPass::drop_what_is_of_others(Draft& draft) const {
  if (draft.is(EventType::kTenure) || draft.is(EventType::kPlayingSpell)) drop_strange_dates(draft);
  if (draft.is(EventType::kStanding)) drop_strange_person(draft);
  if (draft.is(EventType::kRecord) && focus_.is_main(draft.person)) {
    drop_career_club(draft.statement);
  }
}

// `il Gela (2014-2016) e due stagioni da secondo di Neri alla Reggina`: the years in the bracket
// behind a club are of no spell at another one.
void StatementPass::drop_strange_dates(Draft& draft) const {
  if (draft.hit.table || draft.club == kNoIndex) return;
  for (const EmitArg& from : draft.emit.args) {
    const Binding* bound = binding_of(document_, draft.hit, from.slot);
    if (bound == nullptr || bound->unit == kNoIndex || !rules_.slots(draft.hit)[from.slot].adjunct)
      continue;
    if (date_of(draft.statement.args[from.arg]) == nullptr) continue;
    const Clause* inside = bracket_around(document_, bound->unit);
    if (inside == nullptr || inside->parent == 0 || inside->units.contains(draft.hit.trigger))
      continue;
    const Index club = entities_.club_of_unit[inside->parent - 1];
    // `dopo Verdi (2003-05) è la volta di Neri`: nor are the years behind a person anybody else's.
    const Index person = entities_.person_of_unit[inside->parent - 1];
    const bool strange =
        club != kNoIndex ? club != draft.club : person != kNoIndex && person != draft.person;
    if (strange) drop_arg(from.arg, draft.statement);
  }
}

// `secondo il Noto`: the place of a club is not his whom the passage is about, if nothing has said
// that he is there.
void StatementPass::drop_strange_person(Draft& draft) const {
  using arg::Standing;
  const auto& inferred = draft.statement.evidence.inferred;
  if (draft.person == kNoIndex || focus_.is_at(draft.person, draft.club)) return;
  if (!is_told(draft.statement, Standing::kClub)) {
    // `Aldo Rossi (terzo l'anno passato)`; whoever scored holds no place.
    const bool beside = document_.clauses[draft.hit.clause].parent != kNoIndex;
    const bool coaches = focus_.last_club_of(draft.person) != kNoIndex ||
                         careers_.at(token_of(document_, draft.hit)) == Career::kCoach;
    const bool placed = focus_.is_main(draft.person) && coaches;
    if (beside || placed) return;
  }
  if (std::ranges::find(inferred, Standing::kPerson, &InferredSlot::arg) == inferred.end()) return;
  drop_arg(Standing::kPerson, draft.statement);
  draft.person = kNoIndex;
}

// Years that come after the first post on a bench, in a passage that does not speak of the field:
// neither a word before it nor games and goals.
bool StatementPass::is_of_bench(const Draft& spell) const {
  using arg::PlayingSpell;
  const auto& args = spell.statement.args;
  if (!is_null(args[PlayingSpell::kAppearances]) && !is_null(args[PlayingSpell::kGoals]))
    return false;
  const DateValue* start = date_of(args[PlayingSpell::kStart]);
  return start != nullptr && spell.person != kNoIndex &&
         careers_.by_life(spell.person, token_of(document_, spell.hit), *start) == Career::kCoach;
}

}  // namespace panchina
