#include "app/attempt_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "app/unit_text.h"

namespace panchina {

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::kHit:
      return "hit";
    case Outcome::kNoKinds:
      return "no-kinds";
    case Outcome::kNoTrigger:
      return "no-trigger";
    case Outcome::kNoMatch:
      return "no-match";
    case Outcome::kSubject:
      return "other-subject";
    case Outcome::kNoBag:
      return "no-bag";
    case Outcome::kVetoed:
      return "vetoed";
    case Outcome::kWhere:
      return "where";
    case Outcome::kBeaten:
      return "beaten";
  }
  return "";
}

std::optional<Attempt> furthest_attempt(const Engine& engine, Document& document, Index rule) {
  std::vector<Attempt> attempts;
  engine.matcher().match(document, attempts, rule);
  if (attempts.empty()) return std::nullopt;
  return *std::max_element(
      attempts.begin(), attempts.end(),
      [](const Attempt& one, const Attempt& two) { return progress(one) < progress(two); });
}

std::string attempt_text(const Engine& engine, const Document& document, const Attempt& attempt) {
  const RuleSet& rules = engine.rules();
  const EventRule& rule = rules.events[attempt.rule];
  const auto element = [&] {
    return attempt.element == kNoIndex ? std::string("?") : rules.element_texts[attempt.element];
  };
  const auto stands = [&] {
    if (attempt.unit == kNoIndex) return std::string("the sentence has nothing more");
    return "«" + unit_words(document, attempt.unit) + "» stands (" +
           unit_reading(document, attempt.unit, document.units[attempt.unit].readings.begin,
                        engine.vocabulary(), engine.lexicon()) +
           ")";
  };
  switch (attempt.outcome) {
    case Outcome::kHit:
      return "fires";
    case Outcome::kNoKinds:
      return "the sentence has no unit that " + element() + " could be";
    case Outcome::kNoTrigger:
      return attempt.unit == kNoIndex
                 ? "nothing in the sentence is " + element()
                 : "nothing in the sentence is " + element() + ": the nearest is where " + stands();
    case Outcome::kNoMatch:
      return "matched " + std::to_string(attempt.matched) + " element" +
             (attempt.matched == 1 ? "" : "s") + ", then wanted " + element() + " where " +
             stands();
    case Outcome::kSubject:
      return "the verb has another subject: " + stands();
    case Outcome::kNoBag:
      return "too few of the patterns of any." +
             std::to_string(rule.bags.empty() ? 0 : rule.bags[0].least) + " stand side by side";
    case Outcome::kVetoed:
      return "vetoed by unless " + rule.unless[attempt.by].text;
    case Outcome::kWhere:
      return "where is false: " + rule.where[attempt.by].text;
    case Outcome::kBeaten:
      return "matched, but " + rules.events[attempt.by].info.id + " is better";
  }
  return "";
}

nlohmann::ordered_json attempt_json(const Engine& engine, const Document& document,
                                    const Attempt& attempt) {
  const RuleSet& rules = engine.rules();
  nlohmann::ordered_json out = {{"rule", rules.events[attempt.rule].info.id},
                                {"outcome", to_string(attempt.outcome)},
                                {"text", attempt_text(engine, document, attempt)}};
  if (attempt.trigger != kNoIndex) out["trigger"] = unit_words(document, attempt.trigger);
  out["matched"] = attempt.matched;
  if (attempt.element != kNoIndex) out["wanted"] = rules.element_texts[attempt.element];
  if (attempt.unit != kNoIndex) out["stood"] = unit_words(document, attempt.unit);
  if (attempt.outcome == Outcome::kBeaten) out["by"] = rules.events[attempt.by].info.id;
  return out;
}

}  // namespace panchina
