// Many rules, and input made to be slow. Bounds are wide: they tell linear from quadratic, on any
// machine.
#include <gtest/gtest.h>
#include <time.h>

#include <algorithm>
#include <functional>

#include "match/loaded_rules.h"

namespace panchina {
namespace {

// CPU seconds of this thread: other work on the machine does not count.
double seconds_of(const std::function<void()>& work) {
  timespec begin{}, end{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
  work();
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
  return static_cast<double>(end.tv_sec - begin.tv_sec) +
         static_cast<double>(end.tv_nsec - begin.tv_nsec) * 1e-9;
}

// Rules of which three in ten have a gap, an option and an alternative.
std::string generated_rules(int count) {
  static const char* const kVerbs[] = {"esonerare", "nominare", "ingaggiare", "vincere",
                                       "allenare",  "guidare",  "lasciare",   "sostituire"};
  std::string out;
  for (int i = 0; i < count; ++i) {
    const std::string verb = kVerbs[i % 8];
    std::string when = i % 10 < 3
                           ? "{person:person} ... <" + verb + "> (ieri)? (DA|CON) {club:club}"
                           : "{person:person} <" + verb + "> DA {club:club}";
    when += " parola" + std::to_string(i);
    out += event_rule("generated." + std::to_string(i), "when = '''" + when + "'''");
  }
  return out;
}

TEST(Scale, AThousandRulesLoadInTime) {
  const LoadedRules words("");
  const std::string text = generated_rules(1000);
  Vocabulary vocabulary = words.vocabulary;
  std::size_t count = 0;
  const double seconds = seconds_of([&] {
    auto rules = RuleSet::parse(text, "", "", vocabulary, words.lexicon);
    ASSERT_TRUE(rules.has_value());
    count = rules->events.size();
  });
  EXPECT_EQ(count, 1000u);
  EXPECT_LT(seconds, 0.3);  // 0.03 s when this was written
  RecordProperty("seconds", std::to_string(seconds));
}

std::string repeated(const std::string& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

TEST(Scale, AdversarialInputIsLinear) {
  const LoadedRules rules(
      event_rule("list",
                 "when = '''{club+:club} ... {person:person} ... <esonerare>'''\nwith.end = "
                 "'''{date:end}'''") +
      event_rule("gaps",
                 "when = '''{club:club} ...!8 {person:person} ...!8 (ieri|da|e)? ...!8 "
                 "<esonerare>'''\nunless = '''~presidente'''"));
  const std::string kParts[] = {
      "club[Roma] ",
      "club[Roma] , ",
      "person[Rossi] club[Roma] e ieri ",
      "verb(esonerare)[esonerato] , ",
      "person[Rossi] verb(esonerare)[esonerato] club[Roma] date(day)[ieri] ",
      "~il ",
      "parola ",
      "( club[Roma] ) ",
  };
  const Matcher matcher(rules.rules, rules.vocabulary, rules.lexicon);
  for (const std::string& part : kParts) {
    Document small = rules.read(repeated(part, 1000) + "verb(esonerare)[x] .");
    Document large = rules.read(repeated(part, 8000) + "verb(esonerare)[x] .");
    matcher.match(small);  // warm
    double one = 1e9, eight = 1e9;
    for (int i = 0; i < 3; ++i) {
      one = std::min(one, seconds_of([&] { matcher.match(small); }));
      eight = std::min(eight, seconds_of([&] { matcher.match(large); }));
    }
    EXPECT_LT(eight, 24 * one + 0.02) << part;
  }
}

}  // namespace
}  // namespace panchina
