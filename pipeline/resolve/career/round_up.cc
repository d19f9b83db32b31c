#include "resolve/career/round_up.h"

#include <algorithm>
#include <array>
#include <span>
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

// Whether a post is told to begin or to end, and of no day.
bool is_undated_change(const Event& post) {
  if (!is_null(post.args[Tenure::kStart]) || !is_null(post.args[Tenure::kEnd])) return false;
  return std::ranges::any_of(post.evidence, [](const Evidence& one) {
    return one.cue == Cue::kAppointment || one.cue == Cue::kDeparture;
  });
}

using InSection = std::pair<Index, std::string_view>;

void keep_once(std::pmr::vector<InSection>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

std::span<const InSection> of_section(const std::pmr::vector<InSection>& all, Index section) {
  const auto begin = std::ranges::lower_bound(all, section, {}, &InSection::first);
  const auto end = std::ranges::upper_bound(all, section, {}, &InSection::first);
  return {begin, end};
}

// The sections that are round-ups, in order. `dated`: clubs that the day of publication stands at;
// `theirs`: all clubs of those whom it stands at there; `changed`: clubs where somebody came or
// went. Each in order and once.
std::pmr::vector<Index> round_ups_of(const std::pmr::vector<InSection>& dated,
                                     const std::pmr::vector<InSection>& theirs,
                                     const std::pmr::vector<InSection>& changed,
                                     std::pmr::memory_resource* scratch) {
  constexpr auto kSeveral = 3;
  constexpr auto kMany = 4;
  std::pmr::vector<Index> sections(scratch);
  for (std::size_t i = 0; i < dated.size();) {
    const Index section = dated[i].first;
    const std::span<const InSection> here = of_section(dated, section);
    const auto others = std::ranges::count_if(
        of_section(changed, section),
        [&](const InSection& club) { return !std::ranges::binary_search(theirs, club); });
    const auto days = std::ranges::ssize(here);
    if (days >= kSeveral || days + others >= kMany) sections.push_back(section);
    i += here.size();
  }
  return sections;
}

}  // namespace

void drop_round_up_days(std::vector<Event>& events, std::pmr::memory_resource* scratch) {
  // Clubs that the day of publication stands at, and whom; clubs that those persons had; clubs
  // where somebody came or went on no day that is told.
  std::pmr::vector<InSection> dated(scratch), persons(scratch), theirs(scratch), changed(scratch);
  for (const Event& event : events) {
    if (event.type != EventType::kTenure || event.factuality != Factuality::kAsserted) continue;
    const std::string* club = text_of(event.args[Tenure::kClub]);
    const std::string* person = text_of(event.args[Tenure::kPerson]);
    if (club == nullptr || person == nullptr) continue;
    if (!is_page_day(event, Tenure::kStart) && !is_page_day(event, Tenure::kEnd)) continue;
    dated.emplace_back(event.section, *club);
    persons.emplace_back(event.section, *person);
  }
  keep_once(dated);
  keep_once(persons);
  if (dated.empty()) return;
  for (const Event& event : events) {
    if (event.type != EventType::kTenure || event.factuality != Factuality::kAsserted) continue;
    const std::string* club = text_of(event.args[Tenure::kClub]);
    const std::string* person = text_of(event.args[Tenure::kPerson]);
    if (club == nullptr || person == nullptr) continue;
    if (std::ranges::binary_search(persons, InSection{event.section, *person}))
      theirs.emplace_back(event.section, *club);
    if (is_undated_change(event)) changed.emplace_back(event.section, *club);
  }
  keep_once(theirs);
  keep_once(changed);
  const std::pmr::vector<Index> round_ups = round_ups_of(dated, theirs, changed, scratch);
  for (Event& event : events) {
    if (event.type != EventType::kTenure) continue;
    if (!std::ranges::binary_search(round_ups, event.section)) continue;
    for (const Index arg : kDays) {
      if (is_page_day(event, arg)) drop_arg(arg, event);
    }
  }
}

}  // namespace panchina
