#include "rule/rule_set.h"

#include <algorithm>
#include <memory>

#include "rule/rule_loader.h"
#include "text/fold.h"

namespace panchina {

namespace {

void sort_by_place(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& one, const Diagnostic& two) {
                     return std::tie(one.place.file, one.place.line, one.place.column) <
                            std::tie(two.place.file, two.place.line, two.place.column);
                   });
}

std::vector<Index> sorted(std::vector<Index> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

void add_names(RuleSet& rules) {
  for (EventRule& rule : rules.events) {
    rule.info.name = static_cast<Index>(rules.names.size());
    rules.names.push_back(rule.info.id);
  }
  for (TableRule& rule : rules.tables) {
    rule.info.name = static_cast<Index>(rules.names.size());
    rules.names.push_back(rule.info.id);
  }
  rules.mention_names = static_cast<Index>(rules.names.size());
  for (const MentionRule& rule : rules.mentions.rules()) rules.names.push_back(rule.info.id);
}

// Top-level keys of a rule file.
void check_root(const TomlFile& file, const std::vector<std::string>& known, Reporter& reporter) {
  for (const TomlEntry& entry : file.root().entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    reporter.at_key(file, entry, "unknown-key", "this file has no table «" + entry.key + "»",
                    did_you_mean(entry.key, known));
  }
}

// Event and table rules of these files, added to `rules`.
void load_match_rules(const RuleFiles& files, Vocabulary& vocabulary, const Lexicon& lexicon,
                      RuleSet& rules, Reporter& reporter, Reporter* remarks = nullptr) {
  Diagnostics& diagnostics = reporter.diagnostics();
  const auto begin = [&](const TomlFile& file) {
    diagnostics.insert(diagnostics.end(), file.diagnostics().begin(), file.diagnostics().end());
  };
  begin(files.classes);
  const WordClasses classes = WordClasses::read(files.classes, reporter);
  const LemmaForms forms(vocabulary, lexicon);
  PatternContext patterns(vocabulary, lexicon, forms, classes, rules, reporter);
  patterns.remarks = remarks;
  LoadContext context{patterns, lexicon, rules, reporter, {}};
  for (const TomlFile& file : files.events) {
    begin(file);
    check_root(file, {"rule", "frame"}, reporter);
    load_event_rules(context, file);
    load_frames(context, file);
  }
  for (const TomlFile& file : files.tables) {
    begin(file);
    check_root(file, {"table"}, reporter);
    load_table_rules(context, file);
  }
  begin(files.spell_signs);
  begin(files.post_signs);
  begin(files.date_signs);
  rules.spell_weights = SignWeights(files.spell_signs, classes, vocabulary, reporter);
  rules.post_weights = SignWeights(files.post_signs, classes, vocabulary, reporter);
  rules.date_weights = SignWeights(files.date_signs, classes, vocabulary, reporter);
  for (const std::string& name : classes.verb_names()) patterns.verb_class(name);
  for (const std::string& name : classes.noun_names()) patterns.noun_class(name);
  for (const std::string& word : classes.joiners) rules.joiners.push_back(vocabulary.add(word));
  rules.joiners = sorted(std::move(rules.joiners));
  if (const WordList* list = lexicon.word_list("preposition")) {
    for (const WordListEntry& entry : list->entries) {
      if (entry.words.size() == 1) rules.prepositions.push_back(entry.words[0]);
    }
  }
  rules.prepositions = sorted(std::move(rules.prepositions));
}

Result<RuleSet, Diagnostics> finished(RuleSet&& rules, Diagnostics&& diagnostics) {
  if (diagnostics.empty()) return std::move(rules);
  sort_by_place(diagnostics);
  return Unexpected(std::move(diagnostics));
}

}  // namespace

RuleFiles RuleFiles::read(const std::filesystem::path& rules_dir) {
  TomlFolder events(rules_dir / "events", rules_dir);
  return read(rules_dir, events);
}

RuleFiles RuleFiles::read(const std::filesystem::path& rules_dir, TomlFolder& events) {
  const auto read_or_empty = [&](const std::string& name) {
    const std::filesystem::path path = rules_dir / name;
    return std::filesystem::exists(path) ? TomlFile::read(path, name) : TomlFile::parse(name, "");
  };
  RuleFiles files = {read_or_empty("words/classes.toml"),
                     read_or_empty("words/spell_signs.toml"),
                     read_or_empty("words/post_signs.toml"),
                     read_or_empty("words/date_signs.toml"),
                     read_toml_folder(rules_dir / "blocks", rules_dir),
                     {},
                     read_toml_folder(rules_dir / "tables", rules_dir)};
  events.work();
  files.events = events.take();
  return files;
}

Result<RuleSet, Diagnostics> RuleSet::load(const std::filesystem::path& rules_dir,
                                           Vocabulary& vocabulary, const Lexicon& lexicon) {
  const RuleFiles files = RuleFiles::read(rules_dir);
  return load(files, std::async(std::launch::deferred, MentionRuleFiles::find, rules_dir),
              std::async(std::launch::deferred, compile_block_patterns, std::cref(files.blocks)),
              vocabulary, lexicon);
}

Result<RuleSet, Diagnostics> RuleSet::load(
    const RuleFiles& files, std::future<std::optional<MentionRuleFiles>> mention_files,
    std::future<BlockPatterns> block_patterns, Vocabulary& vocabulary, const Lexicon& lexicon) {
  RuleSet rules;
  Diagnostics diagnostics;
  Reporter reporter(diagnostics);
  load_match_rules(files, vocabulary, lexicon, rules, reporter);
  if (std::optional<MentionRuleFiles> read = mention_files.get()) {
    auto mentions = MentionRules::load(*std::move(read), vocabulary);
    if (mentions) {
      rules.mentions = std::move(*mentions);
    } else {
      diagnostics.insert(diagnostics.end(), mentions.error().begin(), mentions.error().end());
    }
  }
  rules.blocks = BlockRules::load(files.blocks, block_patterns.get(), vocabulary, diagnostics);
  add_names(rules);
  return finished(std::move(rules), std::move(diagnostics));
}

Result<RuleSet, Diagnostics> reload_match_rules(const std::filesystem::path& rules_dir,
                                                const RuleSet& old, Vocabulary& vocabulary,
                                                const Lexicon& lexicon) {
  RuleSet rules;
  rules.blocks = old.blocks;
  rules.mentions = old.mentions;
  Diagnostics diagnostics;
  Reporter reporter(diagnostics);
  load_match_rules(RuleFiles::read(rules_dir), vocabulary, lexicon, rules, reporter);
  add_names(rules);
  return finished(std::move(rules), std::move(diagnostics));
}

Diagnostics remarks_on_rules(const std::filesystem::path& rules_dir, Vocabulary vocabulary,
                             const Lexicon& lexicon) {
  RuleSet rules;
  Diagnostics mistakes, remarks;
  Reporter reporter(mistakes), remarker(remarks);
  load_match_rules(RuleFiles::read(rules_dir), vocabulary, lexicon, rules, reporter, &remarker);
  sort_by_place(remarks);
  // Patterns that frames share are parsed once a frame.
  remarks.erase(std::unique(remarks.begin(), remarks.end(),
                            [](const Diagnostic& one, const Diagnostic& two) {
                              return one.place.file == two.place.file &&
                                     one.place.line == two.place.line &&
                                     one.place.column == two.place.column && one.code == two.code;
                            }),
                remarks.end());
  return remarks;
}

Result<RuleSet, Diagnostics> RuleSet::parse(std::string events, std::string tables,
                                            std::string classes, Vocabulary& vocabulary,
                                            const Lexicon& lexicon) {
  RuleSet rules;
  Diagnostics diagnostics;
  Reporter reporter(diagnostics);
  RuleFiles files;
  files.classes = TomlFile::parse("classes.toml", std::move(classes));
  files.spell_signs = TomlFile::parse("spell_signs.toml", "");
  files.post_signs = TomlFile::parse("post_signs.toml", "");
  files.date_signs = TomlFile::parse("date_signs.toml", "");
  files.events.push_back(TomlFile::parse("events.toml", std::move(events)));
  files.tables.push_back(TomlFile::parse("tables.toml", std::move(tables)));
  load_match_rules(files, vocabulary, lexicon, rules, reporter);
  add_names(rules);
  return finished(std::move(rules), std::move(diagnostics));
}

}  // namespace panchina
