// `panchina near DIR`: sentences one element short of firing, grouped by the missing element.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "app/commands.h"
#include "app/corpus.h"
#include "app/exit_codes.h"
#include "app/load_engine.h"
#include "app/write_output.h"
#include "match/matcher.h"

namespace panchina {
namespace {

struct NearOptions {
  CorpusOptions corpus;
  std::string rules;
  std::size_t top = 20;
  bool json = false;
};

struct Group {
  std::string rule;
  std::string element;
  std::size_t count = 0;
  std::string doc;  // of the first example
  std::string text;
};

int run_near(const NearOptions& options) {
  const std::unique_ptr<Engine> engine = load_engine(options.rules);
  if (engine == nullptr) return kExitUsage;
  std::map<std::pair<std::string, std::string>, Group> groups;
  Document document;
  std::vector<Attempt> attempts;
  const int code = each_article(options.corpus, *engine, [&](Article& article) {
    begin_document(*engine, article, document);
    engine->annotate(document);
    attempts.clear();
    engine->matcher().near(document, attempts);
    for (const Attempt& attempt : attempts) {
      const std::string& rule = engine->rules().events[attempt.rule].info.id;
      const std::string& element = engine->rules().element_texts[attempt.element];
      Group& group = groups[{rule, element}];
      if (group.count++ > 0) continue;
      group = {rule, element, 1, document.info.doc, ""};
      const Sentence& sentence = document.sentences[document.clauses[attempt.clause].sentence];
      group.text = document.text.norm(sentence.span);
      std::replace(group.text.begin(), group.text.end(), '\n', ' ');
    }
  });
  if (code != kExitDone && code != kExitSomeFailed) return code;
  std::vector<Group> sorted;
  sorted.reserve(groups.size());
  for (auto& [key, group] : groups) sorted.push_back(std::move(group));
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Group& one, const Group& two) { return one.count > two.count; });
  if (sorted.size() > options.top) sorted.resize(options.top);
  std::string out;
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const Group& group : sorted) {
    out += std::to_string(group.count) + "  " + group.rule + " lacks " + group.element + "\n    " +
           group.doc + ": " + group.text + "\n";
    json.push_back({{"rule", group.rule},
                    {"missing", group.element},
                    {"count", group.count},
                    {"doc", group.doc},
                    {"text", group.text}});
  }
  if (options.json) out = json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  const int written = write_output("-", out);
  return written != kExitDone ? written : code;
}

}  // namespace

void add_near(CLI::App& program, Action& action) {
  auto options = std::make_shared<NearOptions>();
  CLI::App* command =
      program.add_subcommand("near", "Find sentences that are one element short of a rule");
  command->add_option("path", options->corpus.paths, "Articles")->required()->type_name("PATH");
  command->add_option("--top", options->top, "How many groups to show")->capture_default_str();
  command->add_option("--metadata", options->corpus.metadata, "Publication dates and titles")
      ->type_name("FILE");
  command->add_option("--rules", options->rules, "Rules folder")->type_name("DIR");
  command->add_flag("--json", options->json, "Write the groups as JSON");
  command->callback([&action, options] { action = [options] { return run_near(*options); }; });
}

}  // namespace panchina
