#include "resolve/career/round_up.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>

#include "resolve/fact/args.h"
#include "resolve/fact/evidence.h"
#include "resolve/fact/statement.h"

namespace panchina {
namespace {

using arg::Tenure;

// Whether the value of that arg is the day of publication, and nothing else says it.
bool is_page_day(const Event& post, Index arg) {
  if (is_null(post.args[arg])) return false;
  bool published = false;
  for (const Evidence& evidence : post.evidence) {
    if (names(evidence, arg)) return false;
    for (const InferredSlot& one : evidence.inferred) {
      if (one.arg != arg) continue;
      if (one.source != Source::kPublished) return false;
      published = true;
    }
  }
  return published;
}

constexpr std::array kDays = {Tenure::kStart, Tenure::kEnd};

}  // namespace

void drop_round_up_days(std::vector<Event>& events) {
  constexpr std::size_t kSeveral = 3;
  std::map<Index, std::set<std::string>> changed;  // by section: clubs
  for (const Event& event : events) {
    if (event.type != EventType::kTenure || event.factuality != Factuality::kAsserted) continue;
    const bool is_now =
        std::ranges::any_of(kDays, [&](Index arg) { return is_page_day(event, arg); });
    if (is_now) changed[event.section].insert(value_text(event.args[Tenure::kClub]));
  }
  for (Event& event : events) {
    if (event.type != EventType::kTenure) continue;
    const auto clubs = changed.find(event.section);
    if (clubs == changed.end() || clubs->second.size() < kSeveral) continue;
    for (const Index arg : kDays) {
      if (!is_page_day(event, arg)) continue;
      event.args[arg] = {};
      for (Evidence& evidence : event.evidence) drop_arg(arg, evidence);
    }
  }
}

}  // namespace panchina
