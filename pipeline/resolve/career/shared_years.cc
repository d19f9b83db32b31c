#include "resolve/career/shared_years.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "resolve/career/spell.h"
#include "resolve/fact/evidence.h"
#include "resolve/fact/statement.h"
#include "resolve/time/tense.h"

namespace panchina {
namespace {

// The words of one evidence that say when a spell began, and where it was.
struct Dated {
  std::uint32_t date;  // where its words begin
  Index event;
  NormSpan words, club;
};

std::uint32_t gap(NormSpan one, NormSpan other) {
  if (one.end <= other.begin) return other.begin - one.end;
  return other.end <= one.begin ? one.begin - other.end : 0;
}

// Whether the date, or a verb, stands between the names of two clubs.
bool are_parted(const Document& document, NormSpan date, NormSpan one, NormSpan other) {
  if (one.begin > other.begin) std::swap(one, other);
  if (date.begin >= one.end && date.end <= other.begin) return true;
  const auto token_at = [&](std::uint32_t at) {
    const auto found = std::ranges::lower_bound(
        document.tokens, at, {}, [](const Token& token) { return token.span.begin; });
    return static_cast<Index>(found - document.tokens.begin());
  };
  return !verbs_in(document, {token_at(one.end), token_at(other.begin)}).empty();
}

// Whether all that tells when it began are those words.
bool is_dated_by(const Event& event, Index start, NormSpan words) {
  return std::ranges::all_of(event.evidence, [&](const Evidence& one) {
    const auto slot = slot_of(one.slots, start);
    return slot == one.slots.end() ? !tells(one, start) : slot->span.begin == words.begin;
  });
}

}  // namespace

void drop_shared_years(const Document& document, std::vector<Event>& events) {
  std::pmr::vector<Dated> all(document.scratch());
  for (Index e = 0; e < events.size(); ++e) {
    const std::optional<SpellArgs> args = spell_args(events[e].type);
    if (!args || events[e].factuality != Factuality::kAsserted) continue;
    for (const Evidence& one : events[e].evidence) {
      const auto start = slot_of(one.slots, args->start), club = slot_of(one.slots, args->club);
      if (start != one.slots.end() && club != one.slots.end())
        all.push_back({start->span.begin, e, start->span, club->span});
    }
  }
  constexpr std::size_t kNearest = 8;  // of those that the same words date
  std::ranges::stable_sort(
      all, {}, [](const Dated& one) { return std::pair(one.date, gap(one.words, one.club)); });
  for (std::size_t i = 0, next; i < all.size(); i = next) {
    next = i + 1;
    while (next < all.size() && all[next].date == all[i].date) ++next;
    for (std::size_t far = i; far < next; ++far) {
      Event& event = events[all[far].event];
      const SpellArgs args = *spell_args(event.type);
      const auto is_nearer = [&](const Dated& other) {
        const Event& own = events[other.event];
        return own.type == event.type && own.args[args.person] == event.args[args.person] &&
               own.args[args.club] != event.args[args.club] &&
               gap(other.words, other.club) < gap(all[far].words, all[far].club) &&
               are_parted(document, other.words, other.club, all[far].club);
      };
      const auto first = all.begin() + static_cast<std::ptrdiff_t>(i);
      const auto last = first + static_cast<std::ptrdiff_t>(std::min(far - i, kNearest));
      const bool nearer = std::any_of(first, last, is_nearer);
      if (!nearer || !is_dated_by(event, args.start, all[far].words)) continue;
      drop_arg(args.start, event);
      if (is_dated_by(event, args.end, all[far].words)) drop_arg(args.end, event);
    }
  }
}

}  // namespace panchina
