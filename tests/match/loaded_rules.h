// Rules of a test, loaded with the project's own lexicon, and what they bind.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "match/hand_units.h"
#include "match/matcher.h"
#include "rule/rule_set.h"

namespace panchina {

inline const std::filesystem::path& source_rules() {
  static const std::filesystem::path kRules = std::filesystem::path(PANCHINA_SOURCE_DIR) / "rules";
  return kRules;
}

// A rules folder of its own with the given event and table rules, and the project's word classes.
inline std::filesystem::path write_rules(const std::string& events, const std::string& tables) {
  static int count = 0;
  const std::filesystem::path dir =
      std::filesystem::temp_directory_path() /
      ("panchina_rules_" + std::to_string(::getpid()) + "_" + std::to_string(count++));
  std::filesystem::create_directories(dir / "events");
  std::filesystem::create_directories(dir / "tables");
  std::filesystem::create_directories(dir / "words");
  std::filesystem::copy_file(source_rules() / "words" / "classes.toml",
                             dir / "words" / "classes.toml");
  std::ofstream(dir / "events" / "a.toml") << events;
  std::ofstream(dir / "tables" / "a.toml") << tables;
  return dir;
}

class LoadedRules {
 public:
  explicit LoadedRules(const std::string& events, const std::string& tables = "") {
    static const auto* const kLoaded = [] {
      auto* loaded = new std::pair<Vocabulary, Lexicon>;
      auto words = Lexicon::load(source_rules(), loaded->first);
      if (words) {
        loaded->second = std::move(*words);
      } else {
        for (const Diagnostic& diagnostic : words.error()) ADD_FAILURE() << to_text(diagnostic);
      }
      return loaded;
    }();
    vocabulary = kLoaded->first;
    lexicon = kLoaded->second;
    const std::filesystem::path dir = write_rules(events, tables);
    auto loaded = RuleSet::load(dir, vocabulary, lexicon);
    std::filesystem::remove_all(dir);
    if (loaded) {
      rules = std::move(*loaded);
    } else {
      for (const Diagnostic& diagnostic : loaded.error()) ADD_FAILURE() << to_text(diagnostic);
    }
  }

  Document read(std::string_view text) const { return hand_document(text, vocabulary, lexicon); }

  // Each hit as `rule: slot=text; slot=∅`, in order.
  std::vector<std::string> hits(std::string_view text) const {
    Document document = read(text);
    Matcher(rules, vocabulary, lexicon).match(document);
    return shown(document);
  }

  std::vector<std::string> shown(const Document& document) const {
    std::vector<std::string> out;
    for (const Hit& hit : document.hits) {
      std::string line = rules.info(hit).id + ":";
      for (Index slot = 0; slot < rules.slots(hit).size(); ++slot) {
        for (Index i = hit.bindings.begin; i < hit.bindings.end; ++i) {
          const Binding& binding = document.bindings[i];
          if (binding.slot != slot) continue;
          line += " " + rules.slots(hit)[slot].name + "=";
          line += binding.bound == Bound::kHole ? "∅"
                  : binding.bound == Bound::kClitic
                      ? "clitic"
                      : std::string(document.text.norm(document.units[binding.unit].span));
        }
      }
      if (hit.rank != 0) line += " #" + std::to_string(hit.rank);
      out.push_back(line);
    }
    return out;
  }

  Vocabulary vocabulary;
  Lexicon lexicon;
  RuleSet rules;
};

// A whole event rule around what a test is about.
inline std::string event_rule(const std::string& id, const std::string& body) {
  return "[[rule]]\nid = \"" + id + "\"\n" + body +
         "\nemit.type = \"tenure\"\nemit.cue = \"departure\"\nemit.role = \"head_coach\"\n"
         "tests = '''\n+ Rossi fu esonerato.\n- Niente.\n'''\n";
}

}  // namespace panchina
