// RuleSet: all rules below a rules folder, loaded, checked and compiled. Read once, then const and
// shared by all workers. The language is taught in rules/README.md.
//
//   Vocabulary vocabulary;
//   auto lexicon = Lexicon::load(dir, vocabulary);
//   auto rules = RuleSet::load(dir, vocabulary, *lexicon);   // adds the rules' own words
//   if (!rules) for (const Diagnostic& d : rules.error()) ...  // every mistake of every file
#pragma once

#include <array>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/toml_file.h"
#include "document/document.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"
#include "rule/block_rules.h"
#include "rule/emit.h"
#include "rule/mention_rules.h"
#include "rule/needs.h"
#include "rule/program.h"
#include "rule/rule_test.h"
#include "rule/sign_weights.h"
#include "rule/slot.h"
#include "rule/where.h"

namespace panchina {

class SourceFile;

// A way to match a rule: one choice of alternatives, cut at its trigger. The matcher tries it where
// the trigger stands, leftwards and rightwards from there.
struct Variant {
  Node trigger;    // kVerb, kWords, kSlot, kList or kBracket
  Program left;    // reads right to left from the trigger
  Program right;   // reads left to right from behind it
  Program inside;  // of a kBracket trigger: reads the bracket's whole inside
  Needs needs;
  Needs needs_left, needs_right;  // on that side of the trigger
  bool has_holes = false;         // a slot may bind nothing
};

// `with.SLOT`: a pattern sought around the trigger.
struct Adjunct {
  std::string name;
  std::string text;
  std::vector<Variant> variants;
  std::uint32_t needs = 0;  // kinds of which the clause must hold one for it to be there
  Index mark = kNoIndex;    // `with.SLOT.VALUE`: the slot that says the pattern was there
};

// `any.N`: at least `least` of the items side by side.
struct Bag {
  std::uint32_t least = 1;
  std::vector<Program> items;
  std::vector<std::vector<Variant>> triggers;  // where an item may stand
  std::vector<std::uint32_t> needs;            // kinds of which the clause must hold one, by item
};

enum class UnlessWhere : std::uint8_t { kAnywhere, kBefore, kAfter };
struct Unless {
  UnlessWhere where = UnlessWhere::kAnywhere;
  std::vector<Variant> variants;
  // Where the pattern is words alone: their sets, sought over tokens too, so that they are found
  // inside units of several words.
  std::vector<Index> words;
  std::string text;
  Place place;
};

struct EventRule {
  RuleInfo info;
  std::vector<SlotSpec> slots;
  std::vector<EmitSpec> emits;  // one or more
  std::vector<Variant> variants;
  std::vector<Adjunct> adjuncts;
  std::vector<Bag> bags;  // without variants the bag itself is sought
  std::vector<Unless> unless;
  std::vector<WhereExpression> where;
  std::vector<RuleTest> tests;
  std::string frame;  // id of the frame that it was expanded from; its tests are the frame's
  std::string form;   // "passive", "clitic", ...: which of the frame's rules
  std::string text;   // `when` as written or expanded

  // Whether it tells of a birth: the date of one is nobody else's.
  bool tells_birth() const { return emits.size() == 1 && emits.front().type == EventType::kBirth; }
  // Whether it tells of a station of somebody's career.
  bool tells_career() const {
    return !emits.empty() && (emits.front().type == EventType::kTenure ||
                              emits.front().type == EventType::kPlayingSpell);
  }
};

struct TableRule {
  RuleInfo info;
  std::vector<SlotSpec> slots;
  std::vector<EmitSpec> emits;
  std::uint32_t blocks = 0;      // bits 1 << BlockLabel
  std::vector<Variant> heading;  // one of them in the block's heading or in the block; empty: any
  std::vector<Variant> until;    // ends the reach of a heading
  bool by_sentence = false;      // a heading inside the block reaches to its sentence's end only
  bool by_line = true, by_semicolon = false, by_comma = false, by_dash = false;
  bool by_nothing = false;   // rows follow each other: `Ascoli 42 Teramo 41`
  Index falling = 0;         // rows stand in runs of so many whose points fall; 0: anywhere
  Program row;               // a whole row
  std::vector<Needs> needs;  // of which a row must meet one
  // Slots of these names, or kNoIndex.
  Index printed = kNoIndex, points = kNoIndex, club = kNoIndex;
  std::vector<Adjunct> adjuncts;  // sought in the heading, then in the row
  std::vector<Unless> unless;
  std::vector<WhereExpression> where;
  std::vector<RuleTest> tests;
  std::string text;
};

// The files of block, event and table rules and of their word classes, parsed and not yet
// understood: no vocabulary is needed for that, so another thread may do it.
struct RuleFiles {
  TomlFile classes, spell_signs, post_signs, date_signs;
  std::vector<TomlFile> blocks, events, tables;

  // What cannot be read or parsed is told by RuleSet::load.
  static RuleFiles read(const std::filesystem::path& rules_dir);
  // The same where another thread helps with the event rules, which are most of it.
  static RuleFiles read(const std::filesystem::path& rules_dir, TomlFolder& events);
};

struct RuleSet {
  MentionRules mentions;
  BlockRules blocks;
  std::vector<EventRule> events;
  std::vector<TableRule> tables;

  // Ids of all rules of all kinds: `names[rule.info.name]`; Evidence::rule points here.
  std::vector<std::string> names;
  Index mention_names = 0;  // names[mention_names + i] is mention rule i

  // Shared parts of the programs.
  std::vector<std::vector<Index>> word_sets;       // sorted vocabulary ids
  std::vector<std::vector<VerbMember>> verb_sets;  // sorted by lemma
  std::vector<Variant> particles;
  std::vector<std::string> element_texts;  // Node::element
  std::vector<Index> joiners;  // words that join the members of a list, sorted; commas apart

  std::vector<Index> prepositions;  // all of them, sorted

  SignWeights spell_weights;  // of posts and playing spells, for rules with `emit.weighed`
  SignWeights post_weights;   // of posts whose club is not named
  SignWeights date_weights;   // of their starts and ends

  // What the rule of a hit is made of.
  const RuleInfo& info(const Hit& hit) const {
    return hit.table ? tables[hit.rule].info : events[hit.rule].info;
  }
  const std::vector<SlotSpec>& slots(const Hit& hit) const {
    return hit.table ? tables[hit.rule].slots : events[hit.rule].slots;
  }
  const std::vector<EmitSpec>& emits(const Hit& hit) const {
    return hit.table ? tables[hit.rule].emits : events[hit.rule].emits;
  }

  // Loads everything below `rules_dir`; reports all mistakes of all files at once, sorted by place.
  static Result<RuleSet, Diagnostics> load(const std::filesystem::path& rules_dir,
                                           Vocabulary& vocabulary, const Lexicon& lexicon);
  // The same where the files of that folder have been read, those of mentions by and by: they are
  // asked for late, and the compiled patterns of `files.blocks` last. Nothing in `mentions`: there
  // are none.
  static Result<RuleSet, Diagnostics> load(const RuleFiles& files,
                                           std::future<std::optional<MentionRuleFiles>> mentions,
                                           std::future<BlockPatterns> block_patterns,
                                           Vocabulary& vocabulary, const Lexicon& lexicon);

  // Event and table rules alone, from the text of one file each; `classes` is words/classes.toml.
  // For tests and fuzzers.
  static Result<RuleSet, Diagnostics> parse(std::string events, std::string tables,
                                            std::string classes, Vocabulary& vocabulary,
                                            const Lexicon& lexicon);
};

}  // namespace panchina
