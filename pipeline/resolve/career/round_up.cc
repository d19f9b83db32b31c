#include "resolve/career/round_up.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "resolve/fact/args.h"
#include "resolve/fact/evidence.h"
#include "resolve/fact/statement.h"

namespace panchina {
namespace {

using arg::Tenure;

constexpr std::array kDays = {Tenure::kStart, Tenure::kEnd};

// Whether the day of publication is all that an arg was taken from.
bool is_page_day(const Event& post, Index arg) {
  bool published = false;
  for (const Evidence& evidence : post.evidence) {
    const bool here = is_published(evidence, arg);
    if (!here && tells(evidence, arg)) return false;
    published = published || here;
  }
  return published;
}

}  // namespace

void drop_round_up_days(std::vector<Event>& events, std::pmr::memory_resource* scratch) {
  constexpr auto kSeveral = 3;
  std::pmr::vector<std::pair<Index, std::string_view>> changed(scratch);  // section, club
  for (const Event& event : events) {
    if (event.type != EventType::kTenure || event.factuality != Factuality::kAsserted) continue;
    const std::string* club = text_of(event.args[Tenure::kClub]);
    if (club == nullptr) continue;
    if (is_page_day(event, Tenure::kStart) || is_page_day(event, Tenure::kEnd))
      changed.emplace_back(event.section, *club);
  }
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  const auto section_of = [](const auto& one) { return one.first; };
  for (Event& event : events) {
    if (event.type != EventType::kTenure) continue;
    const auto first = std::ranges::lower_bound(changed, event.section, {}, section_of);
    const auto last = std::ranges::upper_bound(changed, event.section, {}, section_of);
    if (last - first < kSeveral) continue;
    for (const Index arg : kDays) {
      if (is_page_day(event, arg)) drop_arg(arg, event);
    }
  }
}

}  // namespace panchina
