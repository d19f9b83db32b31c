#include "resolve/career/succession.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <tuple>

#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/fact/statement.h"

namespace panchina {
namespace {

using arg::Tenure;

// Only the latest posts of a club are looked at, so that a page of thousands stays linear.
constexpr std::size_t kMostPosts = 24;

bool has_cue(const Event& event, Cue cue) {
  return std::ranges::any_of(event.evidence, [&](const Evidence& one) { return one.cue == cue; });
}

// How many sentences lie between the nearest passages of two events. Linear in both.
Index distance(const Event& one, const Event& two) {
  Index least = kNoIndex;
  auto a = one.evidence.begin();
  auto b = two.evidence.begin();
  while (a != one.evidence.end() && b != two.evidence.end()) {
    const bool earlier = a->sentence < b->sentence;
    least = std::min(least, earlier ? b->sentence - a->sentence : a->sentence - b->sentence);
    ++(earlier ? a : b);
  }
  return least;
}

// Days from one to the other; 0 where they overlap or are open, -1 where the second is earlier.
Day gap_of(const DateValue& end, const DateValue& start) {
  if (before(start, end)) return -1;
  return before(end, start) ? start.earliest - end.latest : 0;
}

// How well one post fits as the one before the other: the fewer days lie between, then the fewer
// sentences.
struct Fit {
  bool plain = false;
  Day days = 0;
  Index sentences = 0;
};

// A departure whose day is an appointment's, or a week or two before it, wherever they are told;
// what is less plain must be told close by.
Fit fit_of(const Event& first, const Event& second) {
  constexpr Day kHandover = 15, kSoon = 10;
  const DateValue* came = date_of(first.args[Tenure::kStart]);
  const DateValue* went = date_of(first.args[Tenure::kEnd]);
  const DateValue* start = date_of(second.args[Tenure::kStart]);
  const bool leaves = has_cue(first, Cue::kDeparture);
  const bool arrives = has_cue(second, Cue::kAppointment);
  const Index sentences = distance(first, second);
  if (went != nullptr && start != nullptr) {
    const Day days = gap_of(*went, *start);
    const bool told = leaves && (arrives ? days < kHandover : days < kSoon && sentences <= 1);
    return {told && days >= 0, days, sentences};
  }
  if (went != nullptr || start == nullptr || !arrives || sentences > 2) return {};
  return {came == nullptr ? leaves : before(*came, *start), 0, sentences};
}

// `Neri allena dal 1945. … Si alternano Verdi e Poli. Nel 1960 tocca a Rossi`: whether the
// sentences between the two tell of somebody else at that post. Linear in the holders.
bool others_between(std::span<Event* const> holders, const Event& first, const Event& second) {
  const Index from = first.evidence.back().sentence, to = second.evidence.front().sentence;
  return std::ranges::any_of(holders, [&](const Event* one) {
    const ArgValue& person = one->args[Tenure::kPerson];
    return from < one->evidence.front().sentence && one->evidence.back().sentence < to &&
           person != first.args[Tenure::kPerson] && person != second.args[Tenure::kPerson];
  });
}

}  // namespace

void add_succession(std::vector<Event>& events, Memory* scratch) {
  struct Post {
    Index section;
    std::string_view club, role;
    bool operator<(const Post& other) const {
      return std::tie(section, club, role) < std::tie(other.section, other.club, other.role);
    }
  };
  std::pmr::map<Post, std::pmr::vector<Event*>> posts(scratch);
  for (Event& event : events) {
    if (event.type != EventType::kTenure || event.factuality != Factuality::kAsserted) continue;
    posts[{event.section, *text_of(event.args[Tenure::kClub]), *text_of(event.args[Tenure::kRole])}]
        .push_back(&event);
  }
  struct Pair {
    Fit fit;
    Event* first;
    Event* second;
  };
  std::pmr::vector<Pair> pairs(scratch);
  for (auto& [post, holders] : posts) {
    for (std::size_t i = 0; i < holders.size(); ++i) {
      const std::size_t begin = i < kMostPosts ? 0 : i - kMostPosts;
      const std::size_t end = std::min(holders.size(), i + kMostPosts);
      const std::span<Event* const> near = std::span(holders).subspan(begin, end - begin);
      for (std::size_t j = begin; j < end; ++j) {
        Event& first = *holders[i];
        Event& second = *holders[j];
        if (first.args[Tenure::kPerson] == second.args[Tenure::kPerson]) continue;
        if (!is_null(first.args[Tenure::kReplacedBy]) || !is_null(second.args[Tenure::kReplaces]))
          continue;
        const Fit fit = fit_of(first, second);
        if (fit.plain &&
            (!is_null(first.args[Tenure::kEnd]) || !others_between(near, first, second)))
          pairs.push_back({fit, &first, &second});
      }
    }
  }
  std::ranges::sort(pairs, {}, [](const Pair& one) {
    return std::tuple(one.fit.days, one.fit.sentences, one.first, one.second);
  });
  std::pmr::vector<const Event*> followed(scratch);
  for (const Pair& pair : pairs) {
    if (!is_null(pair.second->args[Tenure::kReplaces]) ||
        std::ranges::find(followed, pair.first) != followed.end()) {
      continue;
    }
    pair.second->args[Tenure::kReplaces] = pair.first->args[Tenure::kPerson];
    pair.second->evidence.front().inferred.push_back({Tenure::kReplaces, Source::kReciprocal});
    followed.push_back(pair.first);
  }
}

}  // namespace panchina
