#include "app/score.h"

#include <algorithm>
#include <set>

#include "app/score_assign.h"
#include "app/score_facts.h"

namespace panchina {
namespace {

// Overlap of two spans as a part of their union; 0 where it is less than 0.3.
double shared_part(const ScoredEvent& one, const GoldMention& two) {
  const auto first = std::max(one.start, two.start), last = std::min(one.end, two.end);
  if (last <= first) return 0;
  const double part =
      static_cast<double>(last - first) /
      static_cast<double>(std::max(one.end, two.end) - std::min(one.start, two.start));
  return part >= 0.3 ? part : 0;
}

// Scores one article; holds what its steps share.
class ArticleScorer {
 public:
  ArticleScorer(const GoldArticle& gold, const std::vector<ScoredEvent>& events,
                std::vector<ScoreError>& errors)
      : gold_(gold), events_(events), errors_(errors) {
    score_.doc = gold.doc;
  }

  ArticleScore run() {
    for (const std::string_view type : {"date", "club"}) mentions(type);
    for (const FactType& type : fact_types()) facts(type);
    return std::move(score_);
  }

 private:
  using Found = std::vector<const ScoredEvent*>;

  Found found_of(std::string_view type, bool asserted) const {
    Found found;
    for (const ScoredEvent& event : events_) {
      if (event.type == type && event.asserted == asserted) found.push_back(&event);
    }
    return found;
  }

  void note(std::string_view type, std::string label, std::string what,
            const ScoredEvent* event = nullptr) {
    errors_.push_back({gold_.doc, std::string(type), std::move(label), std::move(what),
                       event == nullptr ? "" : event->rule, event == nullptr ? "" : event->text});
  }
  void judge(const ScoredEvent* event, Verdict verdict) {
    score_.verdicts.push_back({event, verdict});
  }

  void mentions(std::string_view type);
  // The facts of one type: what gold has of them, what was found, and the counts so far.
  struct FactSheet {
    std::vector<const GoldFact*> wanted, traps;
    Found found;
    std::set<std::size_t> paired_found, paired_gold;  // indices in `found` and `wanted`
    Counts keys, slots, complete;
    double skipped = 0;  // found, and optional in gold
    double needed = 0;   // wanted, and not optional
  };
  void facts(const FactType& type);
  void pair_facts(const FactType& type, FactSheet& sheet);
  void count_pair(const FactType& type, FactSheet& sheet, const ScoredEvent& found,
                  const GoldFact& wanted, const SlotVerdicts& verdicts);
  void count_spurious(const FactType& type, FactSheet& sheet);
  void count_missed(const FactType& type, FactSheet& sheet);
  void traps(const FactType& type, const std::vector<const GoldFact*>& traps);
  void slots(const FactType& type, const Names& names, double right, double found, double gold) {
    for (const std::string_view slot : names) {
      score_.slots[std::string(type.name) + "." + std::string(slot)] += {right, found, gold};
    }
  }

  const GoldArticle& gold_;
  const std::vector<ScoredEvent>& events_;
  std::vector<ScoreError>& errors_;
  ArticleScore score_;
};

void ArticleScorer::mentions(std::string_view type) {
  const std::string_view slot = type == "date" ? "value" : "club";
  std::vector<const GoldMention*> wanted;
  std::vector<bool> optional;
  for (const GoldMention& mention : gold_.mentions) {
    if (mention.type != type) continue;
    wanted.push_back(&mention);
    optional.push_back(mention.optional ||
                       (type == "date" && is_duration(mention.slots.value(slot))));
  }
  const Found found = found_of(type, true);
  const auto right = [&](const ScoredEvent& event, const GoldMention& mention) {
    const ScoreValue& value = event.args.value(slot);
    return std::ranges::any_of(mention.slots[slot].choices, [&](const ScoreValue& choice) {
      if (is_null(choice)) return false;
      return type == "date" ? same_days(score_text(value), score_text(choice))
                            : same_slot_value("club", value, choice);
    });
  };
  std::vector<std::vector<double>> overlap(found.size()), weights(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const GoldMention* mention : wanted) {
      const double part = shared_part(*found[i], *mention);
      overlap[i].push_back(part);
      weights[i].push_back(part > 0 ? (right(*found[i], *mention) ? 2.0 : 0.5) + part / 10 : 0);
    }
  }
  std::set<std::size_t> paired_found, paired_gold;
  double spotted = 0, correct = 0, skipped = 0;
  for (const auto& [i, j] :
       wanted.empty() ? std::vector<std::pair<std::size_t, std::size_t>>() : assign(weights)) {
    paired_found.insert(i);
    paired_gold.insert(j);
    if (optional[j]) {
      ++skipped;
      judge(found[i], Verdict::kSkipped);
      continue;
    }
    ++spotted;
    judge(found[i], weights[i][j] >= 2.0 ? Verdict::kRight : Verdict::kWrong);
    if (weights[i][j] >= 2.0) {
      ++correct;
    } else {
      note(type, "value",
           "'" + wanted[j]->text + "': gold " + score_text(wanted[j]->slots[slot]) + ", got " +
               score_text(found[i]->args[slot]),
           found[i]);
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (paired_found.contains(i)) continue;
    bool inside = type == "date" && is_duration(found[i]->args.value(slot));
    for (std::size_t j = 0; j < wanted.size(); ++j) inside |= overlap[i][j] > 0 && optional[j];
    if (inside) {
      ++skipped;
      judge(found[i], Verdict::kSkipped);
    } else {
      judge(found[i], Verdict::kWrong);
      note(type, "spurious", "'" + found[i]->text + "' = " + score_text(found[i]->args[slot]),
           found[i]);
    }
  }
  double needed = 0;
  for (std::size_t j = 0; j < wanted.size(); ++j) {
    if (optional[j]) continue;
    ++needed;
    if (!paired_gold.contains(j)) {
      note(type, "missed", "'" + wanted[j]->text + "' = " + score_text(wanted[j]->slots[slot]));
    }
  }
  const double counted = static_cast<double>(found.size()) - skipped;
  score_.counts[type] += {correct, counted, needed};
  score_.counts[std::string(type) + " spans"] += {spotted, counted, needed};
}

void ArticleScorer::facts(const FactType& type) {
  FactSheet sheet;
  for (const GoldFact& fact : gold_.facts) {
    if (fact.type == type.name) sheet.wanted.push_back(&fact);
  }
  for (const GoldFact& trap : gold_.traps) {
    if (trap.type == type.name) sheet.traps.push_back(&trap);
  }
  sheet.found = found_of(type.name, true);
  pair_facts(type, sheet);
  count_spurious(type, sheet);
  count_missed(type, sheet);
  traps(type, sheet.traps);
  sheet.keys.found = sheet.complete.found = static_cast<double>(sheet.found.size()) - sheet.skipped;
  sheet.keys.gold = sheet.complete.gold = sheet.needed;
  const std::string name(type.name);
  score_.counts[name] += sheet.keys;
  score_.counts[name + " slots"] += sheet.slots;
  score_.counts[name + " complete"] += sheet.complete;
  score_.counts["all facts"] += sheet.keys;
  score_.counts["all slots"] += sheet.slots;
  score_.counts["all complete"] += sheet.complete;
}

// Pairs what was found with what is wanted, so that most slots agree, and counts the pairs.
void ArticleScorer::pair_facts(const FactType& type, FactSheet& sheet) {
  constexpr double kKey = 1'000'000, kOptionalKey = 10'000, kSlot = 10;
  if (sheet.wanted.empty()) return;
  std::vector<std::vector<SlotVerdicts>> verdicts(sheet.found.size());
  std::vector<std::vector<double>> weights(sheet.found.size());
  for (std::size_t i = 0; i < sheet.found.size(); ++i) {
    const ScoreSlots& args = sheet.found[i]->args;
    for (const GoldFact* fact : sheet.wanted) {
      const SlotVerdicts& slots_of =
          verdicts[i].emplace_back(slot_verdicts(type, args, fact->slots));
      weights[i].push_back(agrees(type, args, fact->slots)
                               ? (fact->optional ? kOptionalKey : kKey) +
                                     kSlot * static_cast<double>(slots_of.right.size()) -
                                     static_cast<double>(slots_of.wrong.size())
                               : 0);
    }
  }
  for (const auto& [i, j] : assign(weights)) {
    sheet.paired_found.insert(i);
    sheet.paired_gold.insert(j);
    if (sheet.wanted[j]->optional) {
      ++sheet.skipped;
      judge(sheet.found[i], Verdict::kSkipped);
    } else {
      judge(sheet.found[i], Verdict::kRight);
      ++sheet.keys.right;
      count_pair(type, sheet, *sheet.found[i], *sheet.wanted[j], verdicts[i][j]);
    }
  }
}

void ArticleScorer::count_pair(const FactType& type, FactSheet& sheet, const ScoredEvent& found,
                               const GoldFact& wanted, const SlotVerdicts& verdicts) {
  const auto& [right, wrong, missed] = verdicts;
  const auto good = static_cast<double>(right.size());
  sheet.slots +=
      {good, good + static_cast<double>(wrong.size()), good + static_cast<double>(missed.size())};
  slots(type, right, 1, 1, 1);
  slots(type, wrong, 0, 1, 0);
  slots(type, missed, 0, 0, 1);
  if (wrong.empty() && missed.empty()) {
    ++sheet.complete.right;
    return;
  }
  std::string what = brief(type, wanted.slots) + ":";
  for (const std::string_view slot : wrong) {
    what += " wrong " + std::string(slot) + "=" + score_text(found.args[slot]);
  }
  for (const std::string_view slot : missed) {
    what += " missed " + std::string(slot) + "=" + score_text(wanted.slots[slot]);
  }
  note(type.name, "slots", std::move(what), &found);
}

// What was found and nobody wants: all its slots are wrong.
void ArticleScorer::count_spurious(const FactType& type, FactSheet& sheet) {
  for (std::size_t i = 0; i < sheet.found.size(); ++i) {
    if (sheet.paired_found.contains(i)) continue;
    const ScoredEvent* found = sheet.found[i];
    judge(found, Verdict::kWrong);
    if (std::ranges::any_of(sheet.traps, [&](const GoldFact* trap) {
          return agrees(type, found->args, trap->slots);
        })) {
      note(type.name, "false assertion", brief(type, found->args), found);
      score_.counts["false assertions"] += {1, 1, 0};
    }
    Names given;
    std::ranges::copy_if(type.slots, std::back_inserter(given),
                         [&](std::string_view slot) { return !is_null(found->args.value(slot)); });
    sheet.slots.found += static_cast<double>(given.size());
    slots(type, given, 0, 1, 0);
    note(type.name, "spurious", brief(type, found->args), found);
  }
}

// What is wanted and was not found: all its slots are missed.
void ArticleScorer::count_missed(const FactType& type, FactSheet& sheet) {
  for (std::size_t j = 0; j < sheet.wanted.size(); ++j) {
    const GoldFact& wanted = *sheet.wanted[j];
    if (wanted.optional) continue;
    ++sheet.needed;
    if (sheet.paired_gold.contains(j)) continue;
    Names asked;
    std::ranges::copy_if(type.slots, std::back_inserter(asked),
                         [&](std::string_view slot) { return !wanted.slots[slot].may_be_empty(); });
    sheet.slots.gold += static_cast<double>(asked.size());
    slots(type, asked, 0, 0, 1);
    note(type.name, "missed", brief(type, wanted.slots));
  }
}

void ArticleScorer::traps(const FactType& type, const std::vector<const GoldFact*>& list) {
  score_.counts["false assertions"].gold += static_cast<double>(list.size());
  score_.traps += list.size();
  const Found found = found_of(type.name, false);
  for (const GoldFact* trap : list) {
    score_.traps_seen += std::ranges::any_of(
        found, [&](const ScoredEvent* event) { return agrees(type, event->args, trap->slots); });
  }
}

}  // namespace

double Counts::f1() const {
  const double total = precision() + recall();
  return total > 0 ? 2 * precision() * recall() / total : 0.0;
}

Counts& Tally::operator[](std::string_view label) {
  for (auto& [name, counts] : counts_) {
    if (name == label) return counts;
  }
  return counts_.emplace_back(std::string(label), Counts()).second;
}

const Counts* Tally::find(std::string_view label) const {
  for (const auto& [name, counts] : counts_) {
    if (name == label) return &counts;
  }
  return nullptr;
}

Tally& Tally::operator+=(const Tally& other) {
  for (const auto& [name, counts] : other) (*this)[name] += counts;
  return *this;
}

ArticleScore score_article(const GoldArticle& gold, const std::vector<ScoredEvent>& events,
                           std::vector<ScoreError>& errors) {
  return ArticleScorer(gold, events, errors).run();
}

double headline(const Tally& counts) {
  double sum = 0;
  for (const std::string_view label : {"date", "club", "all slots"}) {
    const Counts* one = counts.find(label);
    sum += (one == nullptr ? Counts() : *one).f1();
  }
  return sum / 3;
}

std::pair<double, double> headline_interval(const std::vector<ArticleScore>& articles) {
  if (articles.empty()) return {0, 0};
  PythonRandom random(7);
  std::vector<double> samples;
  for (int round = 0; round < 500; ++round) {
    Tally counts;
    for (std::size_t i = 0; i < articles.size(); ++i) {
      const ArticleScore& drawn = articles[random.below(articles.size())];
      for (const std::string_view label : {"date", "club", "all slots"}) {
        if (const Counts* one = drawn.counts.find(label)) counts[label] += *one;
      }
    }
    samples.push_back(headline(counts));
  }
  std::ranges::sort(samples);
  return {samples[12], samples[487]};
}

}  // namespace panchina
