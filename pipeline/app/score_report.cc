#include "app/score_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

#include "app/terminal.h"

namespace panchina {
namespace {

using Json = nlohmann::ordered_json;

// printf into a string; lines are short.
[[gnu::format(printf, 1, 2)]] std::string formatted(const char* format, ...) {
  std::array<char, 512> text{};
  va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(text.data(), text.size(), format, arguments);
  va_end(arguments);
  return text.data();
}

// At most 200 bytes, cut between code points.
std::string shortened(const std::string& text) {
  std::size_t size = std::min<std::size_t>(text.size(), 200);
  while (size < text.size() && size > 0 &&
         (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) {
    --size;
  }
  return text.substr(0, size);
}

Tally total(const Evaluation& evaluation, Tally ArticleScore::*part) {
  Tally sum;
  for (const ArticleScore& article : evaluation.articles) sum += article.*part;
  return sum;
}

std::string count_line(const std::string& label, const Counts& counts) {
  return formatted("%-24s%7.3f%7.3f%7.3f%8.0f%8.0f%8.0f\n", label.c_str(), counts.precision(),
                   counts.recall(), counts.f1(), counts.right, counts.found, counts.gold);
}

std::string count_head(const char* title) {
  return formatted("%-24s%7s%7s%7s%8s%8s%8s\n", title, "P", "R", "F1", "right", "found", "gold");
}

struct Share {
  double right = 0, all = 0;
};

struct RuleCounts {
  double right = 0, wrong = 0, skipped = 0;
};

std::map<std::string, RuleCounts> by_rule(const Evaluation& evaluation) {
  std::map<std::string, RuleCounts> rules;
  for (const ArticleScore& article : evaluation.articles) {
    for (const auto& [event, verdict] : article.verdicts) {
      RuleCounts& counts = rules[event->type + " " + event->rule];
      (verdict == Verdict::kRight   ? counts.right
       : verdict == Verdict::kWrong ? counts.wrong
                                    : counts.skipped) += 1;
    }
  }
  return rules;
}

struct Tier {
  std::string type;
  double confidence = 0;
  Share share;
  double others = 0;  // mean of what the other articles predict
  double low = 1, high = 0;
};

constexpr double kFewEvents = 30;

std::string family(const std::string& type) {
  return type == "date" || type == "club" ? "mentions" : "facts";
}

// Shares by (type or family, confidence in hundredths), for all articles and for each.
using TierKey = std::pair<std::string, int>;
using TierShares = std::map<TierKey, Share>;

TierShares tier_shares(const ArticleScore& article) {
  TierShares shares;
  for (const auto& [event, verdict] : article.verdicts) {
    if (verdict == Verdict::kSkipped) continue;
    const int hundredths = static_cast<int>(std::lround(event->confidence * 100));
    for (const std::string& name : {event->type, family(event->type)}) {
      Share& share = shares[{name, hundredths}];
      ++share.all;
      share.right += verdict == Verdict::kRight ? 1 : 0;
    }
  }
  return shares;
}

std::vector<Tier> tiers(const Evaluation& evaluation) {
  std::vector<TierShares> parts;
  TierShares all;
  std::map<std::string, double> of_type;
  for (const ArticleScore& article : evaluation.articles) {
    parts.push_back(tier_shares(article));
    for (const auto& [key, share] : parts.back()) {
      all[key].right += share.right;
      all[key].all += share.all;
      of_type[key.first] += share.all;
    }
  }
  std::vector<Tier> out;
  for (const auto& [key, share] : all) {
    Tier tier{key.first, key.second / 100.0, share};
    const bool few = of_type[key.first] < kFewEvents && key.first != "mentions";
    const TierKey source = {few ? family(key.first) : key.first, key.second};
    double articles = 0;
    for (const TierShares& part : parts) {
      const auto own = part.find(key);
      if (own == part.end()) continue;
      const auto left_out = part.find(source);
      const Share rest = {all[source].right - left_out->second.right,
                          all[source].all - left_out->second.all};
      // Laplace's rule, so that nothing predicts certainty from nothing.
      const double predicted = (rest.right + 1) / (rest.all + 2);
      tier.others += predicted * own->second.all;
      articles += own->second.all;
      tier.low = std::min(tier.low, predicted);
      tier.high = std::max(tier.high, predicted);
    }
    tier.others /= articles;
    out.push_back(tier);
  }
  return out;
}

std::pair<std::size_t, std::size_t> traps(const Evaluation& evaluation) {
  std::size_t seen = 0, all = 0;
  for (const ArticleScore& article : evaluation.articles) {
    seen += article.traps_seen;
    all += article.traps;
  }
  return {seen, all};
}

Json counts_json(const Counts& counts) {
  return {{"p", counts.precision()}, {"r", counts.recall()},      {"f1", counts.f1()},
          {"right", counts.right},   {"predicted", counts.found}, {"gold", counts.gold}};
}

}  // namespace

std::pair<double, double> wilson(double right, double all) {
  if (all <= 0) return {0, 1};
  constexpr double z = 1.959963984540054;
  const double share = right / all, below = 1 + z * z / all;
  const double middle = (share + z * z / (2 * all)) / below;
  const double half = z * std::sqrt(share * (1 - share) / all + z * z / (4 * all * all)) / below;
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::string score_table(const Evaluation& evaluation) {
  const Tally counts = total(evaluation, &ArticleScore::counts);
  std::string text = count_head("");
  for (const auto& [label, one] : counts) {
    if (label != "false assertions") text += count_line(label, one);
  }
  const Counts* trapped = counts.find("false assertions");
  text += formatted(
      "false assertions: %.0f of %.0f statements that are denied, rumoured or conditional\n",
      trapped->right, trapped->gold);
  const auto [seen, all] = traps(evaluation);
  text += formatted("of these, found as possible or negated: %zu of %zu\n", seen, all);
  const auto [low, high] = headline_interval(evaluation.articles);
  text += formatted(
      "headline (mean of date, club and all-slots F1) over %zu articles: %.3f  [%.3f, %.3f] 95%% "
      "by "
      "articles\n",
      evaluation.articles.size(), headline(counts), low, high);
  return text;
}

std::string slot_table(const Evaluation& evaluation) {
  std::string text = count_head("slots");
  std::map<std::string, std::string> types;  // slots of a type stand together
  for (const auto& [label, one] : total(evaluation, &ArticleScore::slots)) {
    types[label.substr(0, label.find('.'))] += count_line(label, one);
  }
  for (const auto& [type, lines] : types) text += lines;
  return text;
}

std::string rule_table(const Evaluation& evaluation) {
  std::string text = formatted("%-44s%8s%8s%8s%8s\n", "rules (of the first passage)", "P", "right",
                               "wrong", "neither");
  for (const auto& [rule, counts] : by_rule(evaluation)) {
    const double judged = counts.right + counts.wrong;
    const std::string precision =
        judged > 0 ? formatted("%8.3f", counts.right / judged) : "       -";
    text += formatted("%-44s%s%8.0f%8.0f%8.0f\n", visible(rule).c_str(), precision.c_str(),
                      counts.right, counts.wrong, counts.skipped);
  }
  return text;
}

std::string confidence_table(const Evaluation& evaluation) {
  std::string text = formatted("%-16s%11s%8s%8s%8s%17s%24s\n", "confidence", "predicted", "events",
                               "right", "share", "95% (Wilson)", "left-one-out [range]");
  for (const Tier& tier : tiers(evaluation)) {
    const auto [low, high] = wilson(tier.share.right, tier.share.all);
    text +=
        formatted("%-16s%11.2f%8.0f%8.0f%8.3f   [%.3f, %.3f]   %.3f [%.3f, %.3f]\n",
                  tier.type.c_str(), tier.confidence, tier.share.all, tier.share.right,
                  tier.share.right / tier.share.all, low, high, tier.others, tier.low, tier.high);
  }
  return text;
}

std::string error_lines(const Evaluation& evaluation) {
  std::string text;
  for (const ScoreError& error : evaluation.errors) {
    text += error.doc + "  " + error.type + " " + error.label + ": " + error.what;
    if (!error.rule.empty()) text += "  by " + error.rule;
    if (!error.passage.empty()) text += "  from '" + shortened(error.passage) + "'";
    text += '\n';
  }
  return visible(text, true);
}

std::string score_json(const Evaluation& evaluation) {
  const Tally counts = total(evaluation, &ArticleScore::counts);
  Json json = Json::object();
  for (const auto& [label, one] : counts) json[label] = counts_json(one);
  const auto [low, high] = headline_interval(evaluation.articles);
  json["headline"] = headline(counts);
  json["low"] = low;
  json["high"] = high;
  const auto [seen, all] = traps(evaluation);
  json["traps"] = {{"found_not_asserted", seen}, {"all", all}};
  Json slots = Json::object();
  for (const auto& [label, one] : total(evaluation, &ArticleScore::slots)) {
    slots[label] = counts_json(one);
  }
  json["slots"] = std::move(slots);
  Json rules = Json::object();
  for (const auto& [rule, one] : by_rule(evaluation)) {
    rules[rule] = {{"right", one.right}, {"wrong", one.wrong}, {"neither", one.skipped}};
  }
  json["rules"] = std::move(rules);
  Json list = Json::array();
  for (const Tier& tier : tiers(evaluation)) {
    const auto [from, to] = wilson(tier.share.right, tier.share.all);
    list.push_back({{"type", tier.type},
                    {"predicted", tier.confidence},
                    {"events", tier.share.all},
                    {"right", tier.share.right},
                    {"low", from},
                    {"high", to},
                    {"left_one_out", tier.others}});
  }
  json["confidence"] = std::move(list);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace panchina
