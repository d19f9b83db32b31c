// rule_triggers RULES_DIR: how many event and table rules there are, and the words that may start
// one, as JSON. For tests/bench/run.
#include <cstdio>
#include <set>
#include <string>

#include "app/engine.h"
#include "match/trigger_index.h"
#include "output/json_text.h"

int main(int argc, char** argv) {
  using namespace panchina;
  if (argc != 2) return 2;
  const auto engine = Engine::load(argv[1]);
  if (!engine) {
    for (const Diagnostic& diagnostic : engine.error()) {
      std::fputs(to_text(diagnostic).c_str(), stderr);
    }
    return 2;
  }
  const RuleSet& rules = (*engine)->rules();
  const Vocabulary& vocabulary = (*engine)->vocabulary();
  const TriggerIndex index(rules, vocabulary.size());
  std::set<std::string> words;
  for (Index word = 1; word < vocabulary.size(); ++word) {
    bool starts = !index.lists().by_word(word).empty();
    for (const WordReading& reading : (*engine)->lexicon().readings(word)) {
      starts = starts || !index.lists().by_lemma(reading.lemma).empty();
    }
    if (starts) words.emplace(vocabulary.word(word));
  }
  std::string out =
      "{\"rules\":" + std::to_string(rules.events.size() + rules.tables.size()) + ",\"triggers\":[";
  bool first = true;
  for (const std::string& word : words) {
    if (!first) out += ',';
    first = false;
    append_json(word, out);
  }
  std::puts((out + "]}").c_str());
  return 0;
}
