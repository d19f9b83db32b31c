#include "resolve/career/elsewhere.h"

#include <gtest/gtest.h>

#include <vector>

#include "resolve/fact/args.h"
#include "resolve/fact/statement.h"

namespace panchina {
namespace {

using arg::Tenure;

Event post(const std::string& person, const std::string& club, Index sentence, bool named) {
  Event out = event_in(std::pmr::get_default_resource(), EventType::kTenure);
  out.args[Tenure::kPerson] = person;
  out.args[Tenure::kClub] = club;
  out.args[Tenure::kRole] = std::string("head_coach");
  Evidence evidence = evidence_in(std::pmr::get_default_resource());
  evidence.sentence = sentence;
  evidence.cue = Cue::kInPost;
  evidence.slots.push_back({Tenure::kPerson, {}});
  if (named) evidence.slots.push_back({Tenure::kClub, {}});
  out.evidence.push_back(evidence);
  return out;
}

std::size_t kept(std::vector<Event> events) {
  drop_posts_elsewhere(events);
  return events.size();
}

TEST(Elsewhere, APostOfAnotherIsNotHisWhoseOwnClubTheSentenceNames) {
  const Event other = post("Ada Neri", "lecco", 1, true);
  const Event own = post("Ugo Verdi", "como", 2, true);
  EXPECT_EQ(kept({other, post("Ugo Verdi", "lecco", 2, false), own}), 2U);
}

TEST(Elsewhere, APostStandsThatIsNamedOrOnlyOrToldBefore) {
  const Event other = post("Ada Neri", "lecco", 1, true);
  const Event own = post("Ugo Verdi", "como", 2, true);
  EXPECT_EQ(kept({other, post("Ugo Verdi", "lecco", 2, true), own}), 3U);
  EXPECT_EQ(kept({post("Ugo Verdi", "lecco", 2, false), own}), 2U);
  EXPECT_EQ(kept({other, post("Ugo Verdi", "lecco", 2, false)}), 2U);
  EXPECT_EQ(
      kept({other, post("Ugo Verdi", "bari", 0, true), post("Ugo Verdi", "lecco", 2, false), own}),
      4U);
}

TEST(Elsewhere, APostAtNoNamedClubIsNoneInALifeOfManyBenches) {
  const auto life = [](std::initializer_list<const char*> clubs, Cue cue) {
    std::vector<Event> events = {post("Ugo Verdi", "lecco", 0, false)};
    events.front().evidence.push_back(events.front().evidence.front());
    events.front().evidence.back().cue = cue;
    for (const char* club : clubs) events.push_back(post("Ugo Verdi", club, 2, true));
    return kept(events);
  };
  EXPECT_EQ(life({"como", "bari", "pisa", "siena"}, Cue::kInPost), 4U);
  EXPECT_EQ(life({"como", "bari", "pisa", "siena"}, Cue::kAppointment), 5U);  // more than a name
  EXPECT_EQ(life({"como", "bari", "pisa"}, Cue::kInPost), 4U);                // too few benches
}

}  // namespace
}  // namespace panchina
