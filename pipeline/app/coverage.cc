// `panchina coverage DIR`: how often each rule fired and where, and where its trigger stood in
// vain. `panchina profile DIR`: what each rule costs.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "app/commands.h"
#include "app/corpus.h"
#include "app/exit_codes.h"
#include "app/load_engine.h"
#include "app/write_output.h"
#include "match/matcher.h"

namespace panchina {
namespace {

struct RuleOptions {
  CorpusOptions corpus;
  std::string rules;
  bool json = false;
};

struct RuleCount {
  std::string id;
  std::size_t hits = 0;
  std::size_t articles = 0;
  std::size_t vain = 0;  // triggers that gave no hit of any rule
  std::size_t tries = 0;
  std::uint64_t nanoseconds = 0;
  std::string doc, text;  // the first hit
};

std::string sentence_text(const Document& document, Index clause) {
  const Sentence& sentence = document.sentences[document.clauses[clause].sentence];
  std::string text(document.text.norm(sentence.span));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// Counts of event rules, then of table rules, over a corpus. Returns the exit code of reading.
int count_rules(const Engine& engine, const CorpusOptions& corpus, std::vector<RuleCount>& counts) {
  const RuleSet& rules = engine.rules();
  counts.clear();
  for (const EventRule& rule : rules.events) counts.emplace_back().id = rule.info.id;
  for (const TableRule& rule : rules.tables) counts.emplace_back().id = rule.info.id;
  Document document;
  std::vector<Attempt> attempts;
  return each_article(corpus, engine, [&](Article& article) {
    begin_document(engine, article, document);
    engine.annotate(document);
    attempts.clear();
    engine.matcher().match(document, attempts);
    std::set<Index> fired;
    std::set<Index> triggers;
    for (const Hit& hit : document.hits) {
      const std::size_t index = hit.rule + (hit.table ? rules.events.size() : 0);
      RuleCount& count = counts[index];
      ++count.hits;
      if (fired.insert(static_cast<Index>(index)).second) ++count.articles;
      if (!hit.table) triggers.insert(hit.trigger);
      if (!count.doc.empty()) continue;
      count.doc = document.info.doc;
      count.text = sentence_text(document, hit.clause);
    }
    const Attempt* last = nullptr;
    for (const Attempt& attempt : attempts) {
      RuleCount& count = counts[attempt.rule];
      count.nanoseconds += attempt.nanoseconds;
      // A try that several `unless` veto is told once for each.
      const bool same = last != nullptr && last->outcome == Outcome::kVetoed &&
                        attempt.outcome == Outcome::kVetoed && last->rule == attempt.rule &&
                        last->trigger == attempt.trigger;
      last = &attempt;
      if (same) continue;
      ++count.tries;
      if (attempt.trigger != kNoIndex && triggers.count(attempt.trigger) == 0) ++count.vain;
    }
  });
}

std::string padded(std::size_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

// How many rules did nothing, and which: a line of ids.
std::string idle_line(const std::vector<std::string>& ids, const char* what) {
  if (ids.empty()) return "";
  std::string out = std::to_string(ids.size()) + (ids.size() == 1 ? " rule " : " rules ") + what;
  for (std::size_t i = 0; i < ids.size(); ++i) out += (i == 0 ? ": " : ", ") + ids[i];
  return out + "\n";
}

using Json = nlohmann::ordered_json;

// One of the two tables: which rule stands first, what it says of each and at its end.
struct Table {
  const char* head;
  bool (*before)(const RuleCount&, const RuleCount&);
  Json (*json)(const RuleCount&);
  std::string (*row)(const RuleCount&);
  bool (*idle)(const RuleCount&);
  std::string (*foot)(const std::vector<RuleCount>&);
};

int run_table(const RuleOptions& options, const Table& table) {
  const std::unique_ptr<Engine> engine = load_engine(options.rules);
  if (engine == nullptr) return kExitUsage;
  std::vector<RuleCount> counts;
  const int code = count_rules(*engine, options.corpus, counts);
  if (code != kExitDone && code != kExitSomeFailed) return code;
  std::stable_sort(counts.begin(), counts.end(), table.before);
  std::string out = table.head;
  std::vector<std::string> idle;
  Json json = Json::array();
  for (const RuleCount& count : counts) {
    json.push_back(table.json(count));
    if (table.idle(count)) {
      idle.push_back(count.id);
    } else {
      out += table.row(count);
    }
  }
  out += table.foot(counts) + idle_line(idle, "found nothing to try");
  if (options.json) out = json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  const int written = write_output("-", out);
  return written != kExitDone ? written : code;
}

constexpr Table kCoverage = {
    "in vain: places where the rule was tried and no rule fired\n"
    "   hits articles  in vain  rule\n",
    [](const RuleCount& one, const RuleCount& two) {
      return std::tie(one.hits, one.vain) > std::tie(two.hits, two.vain);
    },
    [](const RuleCount& count) {
      return Json{{"rule", count.id},      {"hits", count.hits}, {"articles", count.articles},
                  {"in_vain", count.vain}, {"doc", count.doc},   {"text", count.text}};
    },
    [](const RuleCount& count) {
      std::string row = padded(count.hits, 7) + padded(count.articles, 9) + padded(count.vain, 9) +
                        "  " + count.id + "\n";
      if (count.hits > 0) {
        row += "                           " + count.doc + ": " + count.text + "\n";
      }
      return row;
    },
    [](const RuleCount& count) { return count.hits == 0 && count.vain == 0; },
    [](const std::vector<RuleCount>&) { return std::string(); }};

// The figures of a line of the profile.
std::string cost(const RuleCount& count) {
  return padded(count.nanoseconds / 1000, 7) + padded(count.tries, 9) + padded(count.hits, 9) +
         "  ";
}

constexpr Table kProfile = {
    "tries: places where the rule was a candidate\n     us    tries     hits  rule\n",
    [](const RuleCount& one, const RuleCount& two) { return one.nanoseconds > two.nanoseconds; },
    [](const RuleCount& count) {
      return Json{{"rule", count.id},
                  {"microseconds", count.nanoseconds / 1000},
                  {"tries", count.tries},
                  {"hits", count.hits}};
    },
    [](const RuleCount& count) { return cost(count) + count.id + "\n"; },
    [](const RuleCount& count) { return count.tries == 0 && count.hits == 0; },
    [](const std::vector<RuleCount>& counts) {
      RuleCount all;
      for (const RuleCount& count : counts) {
        all.nanoseconds += count.nanoseconds;
        all.tries += count.tries;
        all.hits += count.hits;
      }
      return cost(all) + "all together; the time of table rules is not told\n";
    }};

void add_rule_command(CLI::App& program, Action& action, const char* name, const char* about,
                      const Table& table) {
  auto options = std::make_shared<RuleOptions>();
  CLI::App* command = program.add_subcommand(name, about);
  command->add_option("path", options->corpus.paths, "Articles")->required()->type_name("PATH");
  command->add_option("--metadata", options->corpus.metadata, "Publication dates and titles")
      ->type_name("FILE");
  command->add_option("--rules", options->rules, "Rules folder")->type_name("DIR");
  command->add_flag("--json", options->json, "Write the table as JSON");
  command->callback([&action, options, &table] {
    action = [options, &table] { return run_table(*options, table); };
  });
}

}  // namespace

void add_coverage(CLI::App& program, Action& action) {
  add_rule_command(program, action, "coverage", "Show how often each rule fires, and where",
                   kCoverage);
}

void add_profile(CLI::App& program, Action& action) {
  add_rule_command(program, action, "profile", "Show what each rule costs", kProfile);
}

}  // namespace panchina
