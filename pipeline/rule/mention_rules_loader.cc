// Reads rules/mentions/*.toml in two steps: what the files say, and the look-ups over the numbered
// words of a vocabulary. Every mistake is told, and what it stands in left out.
#include <algorithm>
#include <atomic>
#include <map>

#include "base/toml_file.h"
#include "document/features.h"
#include "rule/mention_pattern.h"
#include "rule/mention_rules.h"
#include "rule/mention_tests.h"
#include "rule/mention_value.h"
#include "rule/mention_words.h"
#include "text/fold.h"

namespace panchina {

namespace {

std::atomic<std::uint64_t> next_identity{1};

struct TypeName {
  std::string_view name;
  UnitKind kind;
};
constexpr std::array<TypeName, 9> kTypes = {{{"date", UnitKind::kDate},
                                             {"score", UnitKind::kScore},
                                             {"balance", UnitKind::kRecord},
                                             {"age", UnitKind::kAge},
                                             {"minute", UnitKind::kMinute},
                                             {"lineup", UnitKind::kLineupShape},
                                             {"money", UnitKind::kMoney},
                                             {"number", UnitKind::kNumber},
                                             {"ordinal", UnitKind::kOrdinal}}};

const std::vector<std::string>& known_keys() {
  static const std::vector<std::string> kKeys = {
      "id",           "type",  "match",    "value", "where", "before", "after", "unless_before",
      "unless_after", "flags", "priority", "note",  "since", "tests"};
  return kKeys;
}

}  // namespace

class MentionRulesBuilder {
 public:
  Diagnostics diagnostics;

  void words(const TomlFile& file) {
    append(file.diagnostics());
    read_mention_words(file, dictionary_, diagnostics);
    for (const NumberList& list : dictionary_.lists) {
      std::vector<std::string>& words = list_words_.emplace_back();
      for (const auto& [word, number] : list.numbers) words.push_back(word);
    }
  }

  void file(const TomlFile& file) {
    file_ = &file;
    append(file.diagnostics());
    for (const TomlEntry& entry : file.root().entries) {
      if (entry.key != "mention" || !entry.value.is_array()) {
        complain(entry.value, "unknown-key", "only [[mention]] stands here");
        continue;
      }
      for (const TomlValue& table : entry.value.items) rule(table);
    }
  }

  // Numbers the words of what was read.
  MentionRules finish(Vocabulary& vocabulary) {
    vocabulary_ = &vocabulary;
    rules_.known_beside_.assign(rules_.rules_.size(), 0);
    for (Index i = 0; i < rules_.rules_.size(); ++i) {
      MentionRule& rule = rules_.rules_[i];
      const Spelled& spelled = spelled_[i];
      for (const auto& [side, pattern] : spelled.beside) note_tokens(*pattern, side, i);
      rule.simple = is_simple(rule) && one_token(spelled.begins);
      if (rule.simple) {
        for (const auto& [first, second] : spelled.begins) {
          const std::string& token = compiler_.token(first);
          if (!token.starts_with(kDigit)) vocabulary.add(token);
        }
      } else {
        index(spelled.begins, i);
      }
    }
    index_leads(rules_.plain_, plain_lists_);
    index_leads(rules_.nested_, nested_lists_);
    for (const auto& [name, target] :
         {std::pair("context_from", &rules_.from_), std::pair("context_until", &rules_.until_)}) {
      const auto named = dictionary_.patterns.find(name);
      if (named != dictionary_.patterns.end()) *target = add_context(named->second.match, true);
    }
    rules_.plain_.start = rules_.patterns_.add_start(std::move(plain_patterns_));
    rules_.nested_.start = rules_.patterns_.add_start(std::move(nested_patterns_));
    rules_.patterns_.finish();
    rules_.rules_of_.resize(rules_.patterns_.pattern_count());
    rules_.identity_ = next_identity++;
    rules_.lists_ = std::move(dictionary_.lists);
    add_simple();
    return std::move(rules_);
  }

 private:
  // How a rule's patterns may begin or end.
  struct Spelled {
    std::vector<Beginning> begins;
    std::vector<std::pair<MentionRules::Side, const CompiledPattern*>> beside;  // in `contexts_`
  };

  // A pattern beside a mention, without its tree, and where it begins in MentionRules::patterns().
  struct Context {
    Index start = kNoIndex;
    CompiledPattern pattern;
  };

  void append(const Diagnostics& more) {
    diagnostics.insert(diagnostics.end(), more.begin(), more.end());
  }

  void complain(const TomlValue& node, std::string code, std::string message,
                std::string hint = "") {
    diagnostics.push_back(
        file_->diagnose(node, std::move(code), std::move(message), std::move(hint)));
  }

  void complain(const TomlValue& node, const TextMistake& mistake) {
    diagnostics.push_back(file_->source()->diagnose(file_->string_offset(node, mistake.offset),
                                                    mistake.length, mistake.code, mistake.message,
                                                    mistake.hint));
  }

  const TomlValue* string_of(const TomlValue& table, std::string_view key) {
    const TomlEntry* entry = table.find(key);
    if (entry == nullptr) return nullptr;
    if (entry->value.is_string()) return &entry->value;
    complain(entry->value, "wrong-type", "`" + entry->key + "` is a string");
    return nullptr;
  }

  void rule(const TomlValue& table) {
    const std::size_t before = diagnostics.size();
    MentionRule rule;
    Spelled spelled;
    rule.info.place = file_->source()->place(table.offset);
    for (const TomlEntry& entry : table.entries) {
      const auto& keys = known_keys();
      if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) {
        diagnostics.push_back(file_->diagnose_key(entry, "unknown-key",
                                                  "a mention rule has no key `" + entry.key + "`",
                                                  did_you_mean(entry.key, keys)));
      }
    }
    read_head(table, rule);
    const TomlValue* match = string_of(table, "match");
    if (match == nullptr) {
      complain(table, "missing-match", "a mention rule wants `match`");
      return;
    }
    Result<CompiledPattern, TextMistake> pattern = compiler_.compile(match->string);
    if (!pattern) {
      complain(*match, pattern.error());
      return;
    }
    if (pattern->may_be_empty) {
      complain(*match, "empty-match", "the pattern matches nothing at all");
    }
    const auto [known, fresh] = patterns_.emplace(match->string, kNoIndex);
    if (fresh) {
      known->second = rules_.patterns_.add(pattern->tree, list_words_, WalkDirection::kRight);
    }
    rule.match = known->second;
    rule.slots = pattern->slots;
    rule.nested = pattern->nested;
    rule.whole_slot = rule.slots.size() == 1 && match->string.front() == '{' &&
                      match->string.find('}') == match->string.size() - 1;
    rule.before = context(table, "before", MentionRules::Side::kBefore, spelled);
    rule.after = context(table, "after", MentionRules::Side::kAfter, spelled);
    rule.unless_before =
        context(table, "unless_before", MentionRules::Side::kUnlessBefore, spelled);
    rule.unless_after = context(table, "unless_after", MentionRules::Side::kUnlessAfter, spelled);
    read_value(table, rule);
    read_tests(table, rule);
    if (diagnostics.size() > before) return;
    spelled.begins = std::move(pattern->begins);
    spelled_.push_back(std::move(spelled));
    rules_.rules_.push_back(std::move(rule));
  }

  void read_head(const TomlValue& table, MentionRule& rule) {
    if (const TomlValue* id = string_of(table, "id")) {
      rule.info.id = id->string;
      if (!ids_.emplace(id->string, rule.info.place).second) {
        complain(*id, "id-twice", "another rule has the id «" + id->string + "»");
      }
    } else {
      complain(table, "missing-id", "a rule wants an `id`");
    }
    if (const TomlValue* note = string_of(table, "note")) rule.info.note = note->string;
    if (const TomlEntry* priority = table.find("priority")) {
      rule.info.priority = static_cast<int>(priority->value.integer);
    }
    const TomlValue* type = string_of(table, "type");
    if (type == nullptr) {
      complain(table, "missing-type", "a mention rule wants a `type`");
      return;
    }
    const auto known = std::find_if(kTypes.begin(), kTypes.end(), [type](const TypeName& one) {
      return one.name == type->string;
    });
    if (known != kTypes.end()) {
      rule.kind = known->kind;
    } else if (type->string == "nothing") {
      rule.silent = true;
      rule.kind = UnitKind::kWord;
    } else {
      std::vector<std::string> names = {"nothing"};
      for (const TypeName& one : kTypes) names.emplace_back(one.name);
      complain(*type, "unknown-type", "no mention has the type «" + type->string + "»",
               did_you_mean(type->string, names));
    }
  }

  // A pattern for what stands beside the mention; a blank may stand between.
  Index context(const TomlValue& table, std::string_view key, MentionRules::Side side,
                Spelled& spelled) {
    const bool before = stands_before(side);
    const TomlValue* text = string_of(table, key);
    if (text == nullptr) return kNoIndex;
    auto known = contexts_.find({text->string, before});
    if (known == contexts_.end()) {
      Result<CompiledPattern, TextMistake> pattern =
          compiler_.compile(text->string, before ? PatternEdge::kEnd : PatternEdge::kBegin);
      if (!pattern) {
        complain(*text, pattern.error());
        return kNoIndex;
      }
      const Index start = add_context(std::move(pattern->tree), before);
      known =
          contexts_.emplace(std::pair(text->string, before), Context{start, *std::move(pattern)})
              .first;
    }
    spelled.beside.emplace_back(side, &known->second.pattern);
    return known->second.start;
  }

  Index add_context(TextTree tree, bool before) {
    std::vector<TextTree> parts;
    parts.push_back(option_tree(text_tree(" ")));
    parts.insert(before ? parts.begin() : parts.end(), std::move(tree));
    const Index pattern =
        rules_.patterns_.add(sequence_tree(std::move(parts)), list_words_,
                             before ? WalkDirection::kLeft : WalkDirection::kRight);
    return rules_.patterns_.add_start({pattern});
  }

  // The tokens beside a mention that a context can match. Where it may match nothing, or has a word
  // that no one else knows, it is asked everywhere.
  void note_tokens(const CompiledPattern& pattern, MentionRules::Side side, Index rule) {
    const bool before = stands_before(side);
    if (pattern.may_be_empty) return;
    std::vector<Index> tokens = pattern.ends;
    if (!before) {
      for (const Beginning& beginning : pattern.begins) tokens.push_back(beginning.first);
      tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    }
    std::vector<TokenKey> keys;
    for (const Index number : tokens) {
      const std::string& token = compiler_.token(number);
      keys.push_back(known_key(token));
      if (keys.back() == 0) return;
      // `l` before a word edge is the beginning of `l'` too.
      const TokenKey elided = before ? 0 : vocabulary_->find(token + "'");
      if (elided != 0) keys.push_back(elided);
    }
    const TokenKey key = TokenKey{rule} * 4 + static_cast<TokenKey>(side);
    rules_.known_beside_[rule] |= static_cast<std::uint8_t>(1u << static_cast<unsigned>(side));
    for (const TokenKey token : keys) rules_.beside_.add(key, token);
    if (side == MentionRules::Side::kBefore) leads_[rule] = std::move(keys);
  }

  // What may stand before the rules of each list.
  void index_leads(MentionRules::PatternIndex& index,
                   const std::vector<std::vector<Index>>& lists) {
    index.anywhere.assign(lists.size(), false);
    for (Index list = 0; list < lists.size(); ++list) {
      for (const Index rule : lists[list]) {
        const auto keys = leads_.find(rule);
        if (keys == leads_.end()) {
          index.anywhere[list] = true;
        } else {
          for (const TokenKey key : keys->second) index.leads.add(list, key);
        }
      }
    }
  }

  void read_value(const TomlValue& table, MentionRule& rule) {
    read_flags(table, rule);
    if (const TomlValue* where = string_of(table, "where")) {
      Result<std::vector<Condition>, TextMistake> conditions =
          compile_where(where->string, rule.slots);
      if (conditions) {
        rule.where = std::move(*conditions);
      } else {
        complain(*where, conditions.error());
      }
    }
    const TomlValue* value = string_of(table, "value");
    if (value == nullptr) {
      const bool needed = rule.kind == UnitKind::kDate || rule.kind == UnitKind::kScore ||
                          rule.kind == UnitKind::kRecord || rule.kind == UnitKind::kNumber ||
                          rule.kind == UnitKind::kOrdinal || rule.kind == UnitKind::kAge;
      if (needed && !rule.silent) complain(table, "missing-value", "this type wants a `value`");
      return;
    }
    Result<CompiledValue, TextMistake> compiled =
        rule.kind == UnitKind::kDate ? compile_date_value(value->string, rule.slots)
                                     : compile_numbers(value->string, rule.slots);
    if (!compiled) {
      complain(*value, compiled.error());
      return;
    }
    rule.value = std::move(compiled->steps);
    rule.numbers = std::move(compiled->numbers);
    rule.date_kind = compiled->kind;
    const std::size_t wanted = rule.kind == UnitKind::kScore    ? 2
                               : rule.kind == UnitKind::kRecord ? 3
                                                                : 1;
    if (rule.kind == UnitKind::kRecord && rule.numbers.size() == 2) return;
    if (rule.kind != UnitKind::kDate && rule.numbers.size() != wanted) {
      complain(*value, "bad-value", "this type's value has " + std::to_string(wanted) + " slots");
    }
  }

  void read_flags(const TomlValue& table, MentionRule& rule) {
    const TomlEntry* flags = table.find("flags");
    if (flags == nullptr) return;
    for (const TomlValue& flag : flags->value.items) {
      if (flag.string == "half_time") {
        rule.half_time = true;
      } else if (flag.string == "penalties") {
        rule.penalties = true;
      } else if (flag.string == "extra_time") {
        rule.extra_time = true;
      } else if (flag.string == "not_after_name") {
        rule.not_after_name = true;
      } else if (flag.string == "not_capital") {
        rule.not_capital = true;
      } else if (flag.string == "article") {
        rule.features |= kNumberArticle;
      } else if (flag.string == "word") {
        rule.features |= kNumberWord;
      } else {
        complain(flag, "unknown-flag", "no flag is called «" + flag.string + "»");
      }
    }
  }

  void read_tests(const TomlValue& table, MentionRule& rule) {
    bool positive = false, negative = false;
    if (const TomlValue* tests = string_of(table, "tests")) {
      const TomlValue& node = *tests;
      rule.tests = parse_mention_tests(
          node.string,
          [&](std::uint32_t offset, const std::string& message) {
            complain(node, TextMistake{offset, 1, "bad-test", message, ""});
          },
          [&](std::uint32_t offset) {
            return file_->source()->place(file_->string_offset(node, offset));
          });
    }
    for (const MentionTest& test : rule.tests) (test.wanted ? positive : negative) = true;
    if (!positive || !negative) {
      complain(table, "missing-tests",
               "the rule «" + rule.info.id + "» wants at least one `+` and one `-` test");
    }
  }

  // What a token of a pattern is to the look-ups; 0: a word that the vocabulary does not hold.
  TokenKey known_key(const std::string& token) const {
    if (token.starts_with(kDigit)) return number_key(token.size());
    if (token == kDateToken) return kDateKey;
    const char c = token[0];
    if (token.size() == 1 && (c < 'a' || c > 'z')) {
      return kMarkKey + static_cast<unsigned char>(c);
    }
    return vocabulary_->find(token);
  }

  // The token of that number; a word that the vocabulary does not hold is added.
  TokenKey key_of(Index token) {
    if (keys_.size() <= token) keys_.resize(compiler_.token_count(), 0);
    if (keys_[token] == 0) {
      keys_[token] = known_key(compiler_.token(token));
      if (keys_[token] == 0) keys_[token] = vocabulary_->add(compiler_.token(token));
    }
    return keys_[token];
  }

  void index(const std::vector<Beginning>& begins, Index number) {
    const MentionRule& rule = rules_.rules_[number];
    MentionRules::PatternIndex& index = rule.nested ? rules_.nested_ : rules_.plain_;
    std::vector<std::vector<Index>>& lists = rule.nested ? nested_lists_ : plain_lists_;
    rules_.rules_of_.resize(rules_.patterns_.pattern_count());
    std::vector<Index>& rules = rules_.rules_of_[rule.match];
    if (rules.empty()) (rule.nested ? nested_patterns_ : plain_patterns_).push_back(rule.match);
    rules.push_back(number);
    for (const auto& [one, two] : begins) {
      const TokenKey first = key_of(one);
      const TokenKey second = two == kNoIndex ? kAnyToken : key_of(two);
      std::vector<bool>& firsts = first < kNoWord ? index.first_words : index.other_firsts;
      const TokenKey at = first < kNoWord ? first : first - kNoWord;
      if (firsts.size() <= at) firsts.resize(at + 1, false);
      firsts[at] = true;
      const Index list = index.starts.add(first, second, static_cast<Index>(lists.size()));
      if (list == lists.size()) lists.emplace_back();
      if (lists[list].empty() || lists[list].back() != number) lists[list].push_back(number);
    }
  }

  static bool stands_before(MentionRules::Side side) {
    return side == MentionRules::Side::kBefore || side == MentionRules::Side::kUnlessBefore;
  }

  // A rule that a look-up finds: one slot, one token, nothing beside it.
  static bool is_simple(const MentionRule& rule) {
    return rule.whole_slot && !rule.nested && rule.kind != UnitKind::kDate &&
           rule.before == kNoIndex && rule.after == kNoIndex && rule.unless_before == kNoIndex &&
           rule.unless_after == kNoIndex && rule.where.empty() && !rule.not_after_name &&
           !rule.not_capital;
  }

  static bool one_token(const std::vector<Beginning>& begins) {
    return std::all_of(begins.begin(), begins.end(),
                       [](const auto& one) { return one.second == kNoIndex; });
  }

  void add_simple() {
    rules_.simple_words_.assign(vocabulary_->size(), MentionRules::Simple{});
    for (Index i = 0; i < rules_.rules_.size(); ++i) {
      MentionRule& rule = rules_.rules_[i];
      if (!rule.simple) continue;
      if (rule.slots[0].kind == MentionSlot::Kind::kDigits) {
        if (rules_.simple_number_ == kNoIndex) rules_.simple_number_ = i;
        continue;
      }
      for (const auto& [word, number] : rules_.lists_[rule.slots[0].list].numbers) {
        MentionRules::Simple& best = rules_.simple_words_[vocabulary_->find(word)];
        if (best.rule == kNoIndex || rules_.rules_[best.rule].info.priority < rule.info.priority) {
          best = {i, number};
        }
      }
    }
  }

  MentionRules rules_;
  std::vector<Spelled> spelled_;  // one a rule
  std::vector<TokenKey> keys_;    // by number of token, as far as asked for; 0: not yet
  Vocabulary* vocabulary_ = nullptr;
  const TomlFile* file_ = nullptr;
  PatternDictionary dictionary_;
  PatternCompiler compiler_{dictionary_};  // from the first pattern on the dictionary stands
  std::map<std::string, Place> ids_;
  std::vector<std::vector<std::string>> list_words_;  // of the dictionary's lists
  // By their text and whether it stands before the mention.
  std::map<std::pair<std::string, bool>, Context> contexts_;
  std::map<std::string, Index> patterns_;  // by `match`: in MentionRules::patterns()
  std::vector<Index> plain_patterns_, nested_patterns_;
  std::vector<std::vector<Index>> plain_lists_, nested_lists_;  // rules that begin alike
  std::map<std::size_t, std::vector<TokenKey>> leads_;  // by rule, where its `before` names them
};

MentionRuleFiles MentionRuleFiles::read(const std::filesystem::path& rules_dir) {
  MentionRuleFiles files;
  files.builder_ = std::make_unique<MentionRulesBuilder>();
  files.builder_->words(
      TomlFile::read(rules_dir / "words" / "mentions.toml", "words/mentions.toml"));
  for (const TomlFile& file : read_toml_folder(rules_dir / "mentions", rules_dir)) {
    files.builder_->file(file);
  }
  return files;
}

std::optional<MentionRuleFiles> MentionRuleFiles::find(const std::filesystem::path& rules_dir) {
  if (!std::filesystem::exists(rules_dir / "words" / "mentions.toml")) return std::nullopt;
  return read(rules_dir);
}

MentionRuleFiles::MentionRuleFiles() = default;
MentionRuleFiles::MentionRuleFiles(MentionRuleFiles&&) noexcept = default;
MentionRuleFiles& MentionRuleFiles::operator=(MentionRuleFiles&&) noexcept = default;
MentionRuleFiles::~MentionRuleFiles() = default;

Result<MentionRules, Diagnostics> MentionRules::load(MentionRuleFiles files,
                                                     Vocabulary& vocabulary) {
  MentionRulesBuilder& builder = *files.builder_;
  if (!builder.diagnostics.empty()) return Unexpected(std::move(builder.diagnostics));
  return builder.finish(vocabulary);
}

Result<MentionRules, Diagnostics> MentionRules::load(const std::filesystem::path& rules_dir,
                                                     Vocabulary& vocabulary) {
  return load(MentionRuleFiles::read(rules_dir), vocabulary);
}

}  // namespace panchina
