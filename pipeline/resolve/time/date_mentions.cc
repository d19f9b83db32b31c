#include "resolve/time/date_mentions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "resolve/time/date_form.h"

namespace panchina {

void add_date_mentions(Document& document, const RuleSet& rules) {
  static constexpr std::array<std::string_view, 5> kKinds = {"date", "time", "range", "season",
                                                             "duration"};
  for (std::size_t i = 0; i < document.dates.size(); ++i) {
    const DateValue& value = document.date_values[i];
    if (value.edtf.empty()) continue;
    const DateExpression& date = document.dates[i];
    // `al primo anno` dates facts, but names no time of the calendar.
    const CalendarStep* step = only_step(document, date);
    if (step != nullptr && step->op == CalendarOp::kFirstSeason) continue;
    const auto sentence =
        std::upper_bound(document.sentences.begin(), document.sentences.end(), date.first_token,
                         [](Index token, const Sentence& one) { return token < one.tokens.begin; });
    if (sentence == document.sentences.begin()) continue;
    Event event = event_in(document.memory(), EventType::kDate);
    event.args[0] = value;
    event.args[1].emplace<std::string>(kKinds[static_cast<std::size_t>(date.kind)]);
    Evidence evidence = evidence_in(document.memory());
    evidence.span = date.span;
    evidence.sentence = static_cast<Index>(sentence - document.sentences.begin()) - 1;
    evidence.rule = rules.mention_names + date.rule;
    evidence.slots.push_back({0, date.span});
    evidence.inferred.push_back({1, Source::kRule});
    event.section = document.blocks[document.sentences[evidence.sentence].block].section;
    event.evidence.push_back(std::move(evidence));
    document.events.push_back(std::move(event));
  }
}

}  // namespace panchina
