#include "resolve/career/planned_end.h"

#include <optional>

#include "document/features.h"
#include "resolve/career/completion.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/evidence.h"
#include "resolve/fact/hit_place.h"
#include "resolve/time/date_form.h"
#include "resolve/time/published.h"

namespace panchina {
namespace {

using arg::Tenure;

// Whether a value lies so far behind the day of publication that nobody has left on it yet.
bool is_planned(const Document& document, Index section, const DateValue& end) {
  constexpr Day kSoon = 20;  // days
  return is_to_come(document, section, end, kSoon);
}

struct ToldEnd {
  Index unit = kNoIndex;  // a date; kNoIndex: none
  bool framed = false;    // by the frame itself, not by words beside it
};
ToldEnd told_end(const Document& document, const RuleSet& rules, const Hit& hit,
                 const EmitSpec& emit) {
  for (const EmitArg& from : emit.args) {
    if (from.arg != Tenure::kEnd || from.slot == kNoIndex) continue;
    const Binding* binding = binding_of(document, hit, from.slot);
    if (binding != nullptr && binding->unit != kNoIndex)
      return {binding->unit, !rules.slots(hit)[from.slot].adjunct};
  }
  return {};
}

// No verb of now or of later tells the post.
bool is_past(const Document& document, const Hit& hit) {
  if (hit.trigger == kNoIndex) return true;
  for (const Reading& reading : readings_of(document, document.units[hit.trigger])) {
    if (reading.kind == UnitKind::kVerb && (reading.features & (kVerbPresent | kVerbFuture)) != 0)
      return false;
  }
  return true;
}

std::optional<DateValue> year_before(const DateValue& end) {
  constexpr int kMonths = 12;
  const std::optional<DateValue> month =
      shifted(month_value(year_of(end.earliest), month_of(end.earliest)), -kMonths,
              CalendarUnit::kMonth, true);
  if (!month || !is_day(end)) return month;
  return in_month_of(*month, static_cast<int>(end.edtf.back() - '0') +
                                 10 * static_cast<int>(end.edtf[end.edtf.size() - 2] - '0'));
}

}  // namespace

void settle_planned_end(const Document& document, const RuleSet& rules, const Hit& hit,
                        const EmitSpec& emit, Statement& post) {
  const DateValue* end = date_of(post.args[Tenure::kEnd]);
  if (end == nullptr || hit.table || !is_planned(document, post.section, *end)) return;
  const auto slot = slot_of(post.evidence.slots, Tenure::kEnd);
  const auto [unit, framed] = told_end(document, rules, hit, emit);
  if (slot == post.evidence.slots.end() || unit == kNoIndex) return;
  const Reading* date = reading_of(document, unit, UnitKind::kDate);
  if (date == nullptr || (date->features & (kDateSeason | kDateRange)) != 0) return;
  const DateValue told = *end;
  const NormSpan span = slot->span;
  const DateExpression& words = document.dates[date->value];
  const bool bare = says_month(document, words) && !says_year(document, words);
  if (framed && bare && is_past(document, hit)) {
    if (const std::optional<DateValue> last = year_before(told)) post.args[Tenure::kEnd] = *last;
  } else if (is_null(post.args[Tenure::kEndCause]) && (date->features & kDateUntil) != 0 &&
             is_null(post.args[Tenure::kContractEnd])) {
    drop_arg(Tenure::kEnd, post);
    post.args[Tenure::kContractEnd] = told;
    post.evidence.slots.push_back({Tenure::kContractEnd, span});
    if (post.evidence.cue == Cue::kDeparture) post.evidence.cue = Cue::kConfirmation;  // he stays
  }
}

void drop_planned_end(const Document& document, Event& tenure) {
  const DateValue* end = date_of(tenure.args[Tenure::kEnd]);
  if (tenure.factuality != Factuality::kAsserted || end == nullptr ||
      !is_planned(document, tenure.section, *end)) {
    return;
  }
  drop_arg(Tenure::kEnd, tenure);
}

}  // namespace panchina
