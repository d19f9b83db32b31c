#include "resolve/career/elsewhere.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <unordered_map>

#include "resolve/fact/args.h"
#include "resolve/fact/evidence.h"
#include "resolve/fact/statement.h"

namespace panchina {
namespace {

using arg::Tenure;

bool is_post(const Event& event) {
  return event.type == EventType::kTenure && event.factuality == Factuality::kAsserted;
}

// A head coach's post of which the passages tell no more than whose it is, at a club that no word
// names: of others a club has several.
bool is_bare(const Event& event) {
  if (!is_post(event)) return false;
  for (const Evidence& evidence : event.evidence) {
    if (evidence.cue != Cue::kInPost || !names(evidence, Tenure::kPerson) ||
        names(evidence, Tenure::kClub)) {
      return false;
    }
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

// The posts of an article by whose they are, and by what they are and where.
class Posts {
 public:
  explicit Posts(const std::vector<Event>& events) {
    for (const Event& one : events) {
      if (!is_post(one)) continue;
      of_person_[key(one, {Tenure::kPerson})].push_back(&one);
      in_place_[key(one, {Tenure::kClub, Tenure::kRole})].push_back(&one);
    }
  }

  // Whether the sentence of a bare post, the first that tells one of its person, names another club
  // of his, and another holds the post.
  bool is_elsewhere(const Event& bare) const {
    if (bare.evidence.size() != 1) return false;
    const Evidence& told = bare.evidence.front();
    bool named = false;
    for (const Event* other : of_person_.at(key(bare, {Tenure::kPerson}))) {
      if (other == &bare) continue;
      if (first_sentence(*other) < told.sentence) return false;
      const bool here = std::ranges::any_of(other->evidence, [&](const Evidence& one) {
        return one.sentence == told.sentence && names(one, Tenure::kClub);
      });
      named = named || (here && !same(bare, *other, Tenure::kClub));
    }
    const auto& there = in_place_.at(key(bare, {Tenure::kClub, Tenure::kRole}));
    return named && std::ranges::any_of(there, [&](const Event* other) {
             return !same(bare, *other, Tenure::kPerson) && first_sentence(*other) < told.sentence;
           });
  }

  // `Lutto: è morto mister Rossi. … Guidò Como, Lecco, Bari e Pisa`: whether a life tells of so
  // many benches of his that the one of no name is none.
  bool is_of_a_life(const Event& bare) const {
    constexpr std::ptrdiff_t kMany = 4;
    const auto& posts = of_person_.at(key(bare, {Tenure::kPerson}));
    return std::ranges::count_if(posts, [&](const Event* other) {
             return !same(bare, *other, Tenure::kClub) &&
                    std::ranges::any_of(other->evidence, [](const Evidence& one) {
                      return names(one, Tenure::kClub);
                    });
           }) >= kMany;
  }

 private:
  static Index first_sentence(const Event& event) { return event.evidence.front().sentence; }
  static std::string key(const Event& event, std::initializer_list<Index> args) {
    std::string out = std::to_string(event.section);
    for (const Index arg : args) out += '\n' + value_text(event.args[arg]);
    return out;
  }

  std::unordered_map<std::string, std::vector<const Event*>> of_person_, in_place_;
};

}  // namespace

void drop_posts_elsewhere(std::vector<Event>& events) {
  if (std::ranges::none_of(events, is_bare)) return;
  const Posts posts(events);
  std::vector<std::size_t> dropped;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (is_bare(events[i]) && (posts.is_elsewhere(events[i]) || posts.is_of_a_life(events[i])))
      dropped.push_back(i);
  }
  for (auto i = dropped.rbegin(); i != dropped.rend(); ++i)
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(*i));
}

}  // namespace panchina
