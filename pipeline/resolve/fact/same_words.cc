#include "resolve/fact/same_words.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "resolve/fact/args.h"

namespace panchina {

namespace {

struct Holder {
  Index arg = 0, key = kNoIndex;  // a person's key goes along with the name
};

// What a type's statements are known as one by, and whose that may be.
struct Kind {
  EventType type;
  std::span<const Index> anchors;
  std::span<const Holder> holders;
};

constexpr Index kPlaces[] = {arg::Standing::kPosition};
constexpr Holder kOfPlaces[] = {{arg::Standing::kClub},
                                {arg::Standing::kPerson, arg::Standing::kPersonKey}};
constexpr Index kTitles[] = {arg::Honour::kCompetition};
constexpr Holder kOfTitles[] = {{arg::Honour::kClub},
                                {arg::Honour::kPerson, arg::Honour::kPersonKey}};
constexpr Index kBalances[] = {arg::Record::kPlayed, arg::Record::kWon, arg::Record::kDrawn,
                               arg::Record::kLost, arg::Record::kPoints};
constexpr Holder kOfBalances[] = {{arg::Record::kClub},
                                  {arg::Record::kPerson, arg::Record::kPersonKey}};
constexpr Index kYears[] = {arg::PlayingSpell::kStart, arg::PlayingSpell::kEnd,
                            arg::PlayingSpell::kAppearances, arg::PlayingSpell::kGoals};
constexpr Holder kOfYears[] = {{arg::PlayingSpell::kClub},
                               {arg::PlayingSpell::kPerson, arg::PlayingSpell::kPersonKey}};
const Kind kKinds[] = {{EventType::kStanding, kPlaces, kOfPlaces},
                       {EventType::kHonour, kTitles, kOfTitles},
                       {EventType::kRecord, kBalances, kOfBalances},
                       {EventType::kPlayingSpell, kYears, kOfYears}};

// An anchor of a statement and where it stands.
struct Anchor {
  std::size_t statement = 0;
  const Kind* kind = nullptr;
  std::uint32_t begin = 0;
  auto place() const { return std::tuple(kind, begin); }
};

// `one` guesses what `other` is told.
void give_way(Statement& one, const Statement& other, std::span<const Holder> holders) {
  for (const Holder& holder : holders) {
    if (is_null(one.args[holder.arg]) || is_told(one, holder.arg)) continue;
    if (!is_told(other, holder.arg)) continue;
    one.args[holder.arg] = other.args[holder.arg];
    if (holder.key != kNoIndex) one.args[holder.key] = other.args[holder.key];
  }
}

}  // namespace

void agree_on_same_words(std::vector<Statement>& statements) {
  std::vector<Anchor> anchors;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const auto kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                   [&](const Kind& one) { return one.type == statements[i].type; });
    if (kind == std::end(kKinds)) continue;
    for (const EvidenceSlot& slot : statements[i].evidence.slots) {
      if (std::ranges::count(kind->anchors, slot.arg) > 0)
        anchors.push_back({i, kind, slot.span.begin});
    }
  }
  std::ranges::stable_sort(anchors, {}, &Anchor::place);
  for (std::size_t i = 1; i < anchors.size(); ++i) {
    const Anchor& one = anchors[i - 1];
    const Anchor& other = anchors[i];
    if (one.place() != other.place() || one.statement == other.statement) continue;
    give_way(statements[one.statement], statements[other.statement], one.kind->holders);
    give_way(statements[other.statement], statements[one.statement], one.kind->holders);
  }
}

}  // namespace panchina
