#include "resolve/game/match_reader.h"

#include <algorithm>
#include <optional>

#include "document/readings.h"
#include "resolve/fact/args.h"

namespace panchina {

using arg::Match;

Index final_score_of(const Document& document, const Hit& hit) {
  for (const Binding& binding : bindings_of(document, hit)) {
    if (binding.unit == kNoIndex || binding.reading == kNoIndex) continue;
    const Reading& reading = document.readings[binding.reading];
    if (reading.kind == UnitKind::kScore && !document.scores[reading.value].penalties)
      return binding.unit;
  }
  return kNoIndex;
}

MatchReader::MatchReader(const Document& document, const EntityView& entities,
                         const Lexicon& lexicon, const Focus& focus)
    : document_(document),
      lexicon_(lexicon),
      outcomes_{lexicon.find_list("verb_wins"), lexicon.find_list("verb_loses"),
                lexicon.find_list("verb_draws"), lexicon.find_list("verb_beats")},
      since_(lexicon.find_list("match_from")),
      after_(lexicon.find_list("governor")),
      from_(lexicon.find_list("bare_from")),
      venue_(document, entities, lexicon),
      match_day_(document, entities, lexicon),
      shoot_out_(document, entities, lexicon),
      legs_(document, entities, lexicon),
      awards_(document, lexicon),
      told_(document, entities, lexicon, focus) {}

void MatchReader::begin() {
  sides_ = {kNoIndex, kNoIndex};
  told_here_ = false;
  penalties_ = ShootOut::Told::kNothing;
}

void MatchReader::see(const Hit& hit, Index arg, Index club, bool told) {
  if (!told && club != kNoIndex) {
    last_ = {};
    last_.subject = club;
    last_.sentence = sentence_of(document_, hit);
  }
  if (arg == Match::kHome) sides_.first = club;
  if (arg == Match::kAway) sides_.second = club;
}

// A stadium near the score where the home side does not play is of something else.
void MatchReader::drop_strange_stadium(const ToldTeam& home, Statement& out) const {
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

void MatchReader::read_told(const Hit& hit, const EmitSpec& emit, std::vector<bool>& played,
                            Statement& out, const Take& take) {
  if (!is_null(out.args[Match::kHome]) || !is_null(out.args[Match::kAway])) return;
  Index score = kNoIndex;
  for (const EmitArg& from : emit.args) {
    const Binding* binding =
        from.arg == Match::kHomeGoals ? binding_of(document_, hit, from.slot) : nullptr;
    if (binding != nullptr) score = binding->unit;
  }
  if (score == kNoIndex) return;
  std::optional<ToldMatch> told = told_.read(hit, score, played, last_);
  if (!told) return;
  told_here_ = true;
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
  if (told->after != ToldMatch::After::kOpen) {
    const bool home = (told->after == ToldMatch::After::kWon) != told->swapped;
    penalties_ = home ? ShootOut::Told::kHomeWon : ShootOut::Told::kAwayWon;
  }
  last_ = {told->swapped ? told->away.entity : told->home.entity,
           told->swapped ? told->home.entity : told->away.entity,
           told->order_known ? told->home.entity : kNoIndex,
           told->won && told->by_word,
           told->lost && told->by_word,
           sentence_of(document_, hit)};
}

void MatchReader::complete(const Hit& hit, Statement& out) const {
  legs_.settle(hit, out);
  match_day_.drop_others(hit, out);
  match_day_.take_adjacent(hit, out);
  match_day_.step_back(hit, out);
  match_day_.date_round(hit, out);
  match_day_.drop_competition(hit, out);
  shoot_out_.settle(hit, penalties_, out);
  venue_.settle(hit, out);
  if (const Index score = final_score_of(document_, hit); score != kNoIndex) {
    const auto raise = [&](Index arg) {
      out.args[arg] = true;
      out.evidence.inferred.push_back({arg, Source::kRule});
    };
    if (awards_.is_after_extra_time(score)) raise(Match::kAfterExtraTime);
    if (awards_.is_by_judge(score)) raise(Match::kAwarded);
  }
}

bool MatchReader::is_denied(const Hit& hit) const {
  const VerbGroup* governor = verb_of(document_, hit.governor);
  const Index score = final_score_of(document_, hit);
  if (governor == nullptr || score == kNoIndex || hit.governor >= score) return false;
  if (document_.clauses[hit.clause].parent != kNoIndex) return false;
  const auto told = [&](Index list) { return lexicon_.in_list(governor->lemma, list); };
  if (std::none_of(outcomes_.begin(), outcomes_.end(), told)) return false;
  // `dal`, `dopo il`, a comma: the score is of something else.
  constexpr Index kReach = 4;
  for (Index unit = hit.governor + 1; unit < score; ++unit) {
    const Unit& one = document_.units[unit];
    if (unit > hit.governor + kReach || (one.kinds & kind_bit(UnitKind::kPunct)) != 0) return false;
    if (lexicon_.in_list(one.word, since_) || lexicon_.in_list(one.word, after_)) return false;
  }
  return true;
}

bool MatchReader::is_over(const Hit& hit) const {
  constexpr Index kReach = 12;  // units between a score and the verb that says when
  const Index score = final_score_of(document_, hit);
  if (score == kNoIndex) return false;
  // `domenica 10 febbraio sarà una partita da 3-2`
  if (score > 0 && lexicon_.in_list(document_.units[score - 1].word, from_)) return false;
  const Index bracket = document_.clauses[hit.clause].parent;
  const Index center = bracket == kNoIndex ? score : bracket;
  const Sentence& sentence = document_.sentences[document_.clauses[hit.clause].sentence];
  for (Index n = 1; n <= kReach; ++n) {
    for (const Index unit : {center - n, center + n}) {
      if (unit >= document_.units.size() ||
          !sentence.tokens.contains(document_.units[unit].tokens.begin)) {
        continue;
      }
      const VerbGroup* verb = verb_of(document_, unit);
      if (verb == nullptr || verb->form != Form::kFinite || verb->unsure) continue;
      if (verb->tense == Tense::kPast || verb->anterior) return true;
      if (verb->tense != Tense::kPresent) return false;
    }
  }
  // A day of the calendar, no `domenica`.
  for (const Binding& binding : bindings_of(document_, hit)) {
    if (reading_of(document_, binding.unit, UnitKind::kDate) == nullptr) continue;
    const IndexRange tokens = document_.units[binding.unit].tokens;
    for (Index token = tokens.begin; token < tokens.end; ++token) {
      if (document_.tokens[token].kind == TokenKind::kNumber) return true;
    }
  }
  return false;
}

void MatchReader::close(const Hit& hit, Statement& out, std::vector<Statement>& before) {
  const Index sentence = sentence_of(document_, hit);
  const Index score = final_score_of(document_, hit);
  if (score != kNoIndex) awards_.settle(sentence, score, out, stated_, before);
  // A match whose rule names both sides: what is told next may be of the same two.
  if (told_here_ || sides_.first == kNoIndex || sides_.second == kNoIndex) return;
  last_ = {};
  last_.subject = sides_.first;
  last_.opponent = sides_.second;
  if (flag_of(out.args[Match::kOrderKnown])) last_.home = sides_.first;
  last_.sentence = sentence;
}

}  // namespace panchina
