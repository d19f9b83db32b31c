#include "resolve/career/elsewhere.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "resolve/fact/args.h"
#include "resolve/fact/evidence.h"
#include "resolve/fact/statement.h"

namespace panchina {
namespace {

using arg::Tenure;

bool is_post(const Event& event) {
  return event.type == EventType::kTenure && event.factuality == Factuality::kAsserted;
}

// A head coach's post of which its only passage tells no more than whose it is, at a club that no
// word names: of others a club has several.
bool is_bare(const Event& event) {
  if (!is_post(event) || event.evidence.size() != 1) return false;
  const Evidence& evidence = event.evidence.front();
  if (evidence.cue != Cue::kInPost || !names(evidence, Tenure::kPerson) ||
      names(evidence, Tenure::kClub)) {
    return false;
  }
  if (event.args[Tenure::kRole] != ArgValue(std::string("head_coach"))) return false;
  return std::ranges::all_of(
      std::array{Tenure::kStart, Tenure::kEnd, Tenure::kEndCause, Tenure::kReplaces,
                 Tenure::kReplacedBy, Tenure::kContractEnd, Tenure::kSeen},
      [&](Index arg) { return is_null(event.args[arg]); });
}

bool same(const Event& one, const Event& other, Index arg) {
  return one.args[arg] == other.args[arg];
}

// Whether the sentence of a bare post, the first that tells one of its person, names another club
// of his, and another holds the post.
bool is_elsewhere(const Event& bare, const std::vector<Event>& events) {
  const Evidence& told = bare.evidence.front();
  bool elsewhere = false, taken = false;
  for (const Event& other : events) {
    if (&other == &bare || !is_post(other) || other.section != bare.section) continue;
    const Index first = other.evidence.front().sentence;
    if (!same(bare, other, Tenure::kPerson)) {
      taken = taken || (first < told.sentence && same(bare, other, Tenure::kClub) &&
                        same(bare, other, Tenure::kRole));
      continue;
    }
    if (first < told.sentence) return false;
    const bool named = std::ranges::any_of(other.evidence, [&](const Evidence& one) {
      return one.sentence == told.sentence && names(one, Tenure::kClub);
    });
    elsewhere = elsewhere || (named && !same(bare, other, Tenure::kClub));
  }
  return elsewhere && taken;
}

}  // namespace

void drop_posts_elsewhere(std::vector<Event>& events) {
  std::vector<std::size_t> dropped;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (is_bare(events[i]) && is_elsewhere(events[i], events)) dropped.push_back(i);
  }
  for (auto i = dropped.rbegin(); i != dropped.rend(); ++i)
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(*i));
}

}  // namespace panchina
