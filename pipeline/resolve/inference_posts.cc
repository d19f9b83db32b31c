// As what somebody does or wins what is told, by what was told of him.
#include "resolve/fact/args.h"
#include "resolve/inference.h"

namespace panchina {

// Posts that go with their holder to the next club.
static bool is_kept(const std::string& role) {
  return role == "goalkeeping_coach" || role == "fitness_coach";
}

void Inference::remember(const Statement& statement, Index person, Index club) {
  const bool tenure = statement.type == EventType::kTenure;
  if (statement.factuality == Factuality::kAsserted && person != kNoIndex &&
      (tenure || statement.type == EventType::kPlayingSpell)) {
    player_[person] = !tenure;
    const std::string* role = tenure ? text_of(statement.args[arg::Tenure::kRole]) : nullptr;
    // `affidata a Rossi, fino a ieri secondo di Neri`: what he was is not what he now is.
    const bool over = tenure && statement.evidence.cue == Cue::kInPost &&
                      !is_null(statement.args[arg::Tenure::kEnd]) &&
                      role_at_.count(std::pair(person, club)) != 0;
    if (role != nullptr && !over) {
      role_of_[person] = *role;
      role_at_[std::pair(person, club)] = *role;
      // `ai portieri Rossi al posto di Neri, passato al Lecco`: Neri too trains keepers.
      const std::string* before = text_of(statement.args[arg::Tenure::kReplaces]);
      for (Index one = 0; before != nullptr && is_kept(*role) && one < entities_.persons.size();
           ++one) {
        if (entities_.persons[one].name == *before) role_of_.emplace(one, *role);
      }
    }
  }
  if (tenure && statement.factuality == Factuality::kAsserted && person != kNoIndex &&
      club != kNoIndex) {
    const DateValue* start = date_of(statement.args[arg::Tenure::kStart]);
    const Day day = start == nullptr ? kNoDay : start->earliest;
    // A start that nothing tells is no day, however early: kNoDay is the least of all.
    const auto [known, added] = began_at_.emplace(std::pair(person, club), day);
    if (!added && start != nullptr) known->second = std::min(known->second, day);
  }
  previous_[static_cast<std::size_t>(statement.type)] = statement.args;
  previous_section_ = statement.section;
  if (statement.type == EventType::kPlayingSpell) spell_sentence_ = statement.evidence.sentence;
  if (tenure) post_sentence_ = statement.evidence.sentence;
}

// `Nel 2018 fu esonerato`: not where he came, as was told, only later.
void Inference::add_later_posts(Index person, const Hit& hit, const EmitSpec& emit,
                                std::pmr::vector<Index>& clubs) const {
  constexpr Day kNews = 14;  // days: `è l'allenatore`, on the day after he said that he will go
  for (const EmitArg& from : emit.args) {
    if (from.arg != arg::Tenure::kEnd) continue;
    const Filled filled = slots_.read(hit, emit, from);
    const DateValue* end = date_of(filled.value);
    if (end == nullptr || end->latest == kNoDay) continue;
    for (auto post = began_at_.lower_bound(std::pair(person, Index{0}));
         post != began_at_.end() && post->first.first == person; ++post) {
      if (post->second != kNoDay && post->second > end->latest + kNews)
        clubs.push_back(post->first.second);
    }
  }
}

// The post that the person was last said to hold at the club, else anywhere. Who trains keepers
// or muscles does so everywhere; others come to a new club as its head coach.
ArgValue Inference::held_role(Index person, Index club) const {
  if (person == kNoIndex) return {};
  const auto here = role_at_.find(std::pair(person, club));
  const auto held = role_of_.find(person);
  if (held == role_of_.end()) return {};
  // A trainer of keepers who has led a side since comes back as what he is by now, unless it is
  // what the text calls him.
  const auto named = named_as_.find(person);
  const bool outgrown = here != role_at_.end() && is_kept(here->second) &&
                        held->second == "head_coach" &&
                        (named == named_as_.end() || !is_kept(named->second));
  if (here != role_at_.end() && !outgrown) return here->second;
  return club == kNoIndex || is_kept(held->second) ? held->second : std::string("head_coach");
}

// ... of somebody who is known as a coach, or whose years on the bench the passage tells.
ArgValue Inference::known_role(const Hit& hit, Index person, Index club) const {
  const Career career = careers_.at(token_of(document_, hit));
  if (career == Career::kPlayer || career == Career::kHonours) return {};
  ArgValue held = held_role(person, club);
  if (!is_null(held)) return held;
  if (const auto named = named_as_.find(person); named != named_as_.end()) {
    return is_kept(named->second) ? named->second : std::string("head_coach");
  }
  if (!focus_.is_main(person)) return held;
  if (career == Career::kCoach || around_.tells_of_coaches(hit)) held = std::string("head_coach");
  return held;
}

// As what a title was won: by what the passage and the years tell, else by what the person was last
// said to be; nothing where nobody tells.
ArgValue Inference::capacity_of(const Hit& hit, const EmitSpec& emit, Index person) const {
  if (person == kNoIndex) return std::string("club");
  DateValue won;
  for (const EmitArg& from : emit.args) {
    if (emit.type != EventType::kHonour || from.arg != arg::Honour::kDate) continue;
    const Filled filled = slots_.read(hit, emit, from);
    if (const DateValue* date = date_of(filled.value)) won = *date;
  }
  const Index token = token_of(document_, hit);
  const Career here = careers_.in_sentence(token);
  const Career career = here != Career::kAny ? here : careers_.by_life(person, token, won);
  const auto known = player_.find(person);
  if (career == Career::kPlayer ||
      (career != Career::kCoach && known != player_.end() && known->second))
    return std::string("player");
  const bool coach = career == Career::kCoach || known != player_.end() ||
                     role_of_.count(person) != 0 || named_as_.count(person) != 0;
  return coach ? ArgValue(std::string("coach")) : ArgValue();
}

}  // namespace panchina
