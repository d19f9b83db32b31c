#include "resolve/substitutions.h"

#include <algorithm>

#include "resolve/fact/args.h"
#include "resolve/fact/hit_place.h"
#include "resolve/fact/statement.h"

namespace panchina {

namespace {

using arg::Tenure;

// Whether a hit tells, by its words, that a coach was sent away or went.
bool tells_of_going(const RuleSet& rules, const Hit& hit) {
  return std::ranges::any_of(rules.emits(hit), [](const EmitSpec& emit) {
    return emit.type == EventType::kTenure && emit.cue == Cue::kDeparture &&
           std::ranges::any_of(emit.args, [](const EmitArg& from) {
             const std::string* cause =
                 from.arg == Tenure::kEndCause ? text_of(from.constant) : nullptr;
             return cause != nullptr && *cause != "left";
           });
  });
}

}  // namespace

Substitutions::Substitutions(const Document& document, const RuleSet& rules,
                             const EntityView& entities, const OnPitch& on_pitch)
    : document_(document),
      entities_(entities),
      on_pitch_(on_pitch),
      reports_(document.sections.size(), Report{}, document.scratch()),
      seated_(entities.persons.size(), false, document.scratch()) {
  for (const Clause& clause : document.clauses) {
    const Block& block = document.blocks[document.sentences[clause.sentence].block];
    if (!is_article(block.label)) continue;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const bool minute = (document.units[u].kinds & kind_bit(UnitKind::kMinute)) != 0;
      reports_[block.section].minutes += minute ? 1 : 0;
    }
  }
  for (const Hit& hit : document.hits) {
    const Block& block = document.blocks[block_of(document, hit)];
    if (!is_article(block.label)) continue;
    Report& report = reports_[block.section];
    const auto is_post = [](const EmitSpec& emit) {
      return emit.type == EventType::kTenure && !emit.weighed;
    };
    report.lined_up |=
        block.label == BlockLabel::kLineup && std::ranges::any_of(rules.emits(hit), is_post);
    report.coach_goes |= tells_of_going(rules, hit);
  }
}

bool Substitutions::has_minute(Index sentence) const {
  auto clause = std::ranges::lower_bound(document_.clauses, sentence, {}, &Clause::sentence);
  for (; clause != document_.clauses.end() && clause->sentence == sentence; ++clause) {
    for (Index u = clause->units.begin; u < clause->units.end; ++u) {
      if ((document_.units[u].kinds & kind_bit(UnitKind::kMinute)) != 0) return true;
    }
  }
  return false;
}

bool Substitutions::reports_game(const Draft& draft) const {
  constexpr std::uint32_t kReport = 3;  // minutes
  const Report& report = reports_[section_of(document_, draft.hit)];
  return report.minutes >= kReport || report.lined_up;
}

bool Substitutions::is_of_game(const Draft& spell) const {
  using arg::PlayingSpell;
  if (!spell.emit.weighed || spell.person == kNoIndex || !reports_game(spell)) return false;
  for (const Index arg : {PlayingSpell::kStart, PlayingSpell::kEnd, PlayingSpell::kAppearances})
    if (!spell.lacks(arg)) return false;
  return on_pitch_.contains(spell.person);
}

bool Substitutions::contains(const Draft& post) const {
  if (post.hit.table || post.person == kNoIndex || !reports_game(post)) return false;
  if (post.emit.factuality != Factuality::kAsserted) return false;  // talk of who may come
  const Report& report = reports_[section_of(document_, post.hit)];
  for (const Index arg : {Tenure::kStart, Tenure::kEnd, Tenure::kContractEnd})
    if (is_told(post.statement, arg)) return false;
  Index other = kNoIndex;
  for (const Index arg : {Tenure::kReplaces, Tenure::kReplacedBy}) {
    const Index unit = unit_of(document_, post.hit, post.emit, arg);
    if (unit != kNoIndex) other = entities_.person_of_unit[unit];
  }
  if (seated_[post.person] || (other != kNoIndex && seated_[other])) return false;
  if (on_pitch_.fields(post.person) || (other != kNoIndex && on_pitch_.fields(other))) return true;
  if (is_told(post.statement, Tenure::kRole)) return false;
  if (has_minute(sentence_of(document_, post.hit))) return true;
  const bool swap = !post.lacks(Tenure::kReplaces) || !post.lacks(Tenure::kReplacedBy) ||
                    post.emit.cue == Cue::kAppointment;
  return swap && !report.coach_goes;
}

}  // namespace panchina
