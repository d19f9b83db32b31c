// Reads rules/blocks/*.toml. Every mistake is told, and what it stands in left out.
#include <re2/re2.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/toml_file.h"
#include "rule/block_rule_text.h"
#include "rule/block_rules.h"
#include "text/fold.h"

namespace panchina {
namespace {

constexpr std::string_view kFeatureNames[kLineFeatures] = {
    "words",  "numbers", "lower", "upper", "title", "glued", "longest", "bars", "gaps", "tabs",
    "commas", "stop",    "colon", "first", "last",  "blank", "dash",    "menu", "days"};
constexpr std::size_t kLongestPhrase = 12;

struct PlaceKey {
  std::string_view key;
  PhrasePlace place;
};
constexpr PlaceKey kPlaceKeys[] = {{"begins", PhrasePlace::kBegins},
                                   {"contains", PhrasePlace::kContains},
                                   {"ends", PhrasePlace::kEnds},
                                   {"is", PhrasePlace::kIs}};

struct SentenceList {
  std::string_view name;
  WordBit bit;
};
constexpr SentenceList kSentenceLists[] = {{"inner", kWordInner},   {"numbers", kWordNumber},
                                           {"either", kWordEither}, {"letters", kWordLetter},
                                           {"names", kWordName},    {"openers", kWordOpener}};

struct ScopeName {
  std::string_view name;
  BlockScope scope;
};
constexpr ScopeName kScopeNames[] = {
    {"line", BlockScope::kLine},       {"to_end", BlockScope::kToEnd},
    {"rest", BlockScope::kRest},       {"phrase", BlockScope::kPhrase},
    {"bracket", BlockScope::kBracket}, {"paragraph", BlockScope::kParagraph}};
struct PartName {
  std::string_view name;
  PagePart part;
};
constexpr PartName kPartNames[] = {{"any", PagePart::kAny},
                                   {"head", PagePart::kHead},
                                   {"after", PagePart::kAfter},
                                   {"tail", PagePart::kTail}};

void sort_unique(std::vector<Index>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

using NamedPatterns = std::map<std::string, std::string>;

// The text with `{name}` replaced by the pattern of that name, in brackets. A pattern may use those
// above it.
std::string with_patterns(const std::string& text, const NamedPatterns& patterns,
                          const std::function<void(const std::string& name)>& unknown) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text.find('}', at);
    const bool named = text[at] == '{' && at + 1 < text.size() && close != std::string::npos &&
                       std::isalpha(static_cast<unsigned char>(text[at + 1]));
    if (!named) {
      out += text[at++];
      continue;
    }
    const std::string name = text.substr(at + 1, close - at - 1);
    const auto found = patterns.find(name);
    if (found == patterns.end()) {
      unknown(name);
    } else {
      out += "(?:" + found->second + ")";
    }
    at = close + 1;
  }
  return out;
}

std::shared_ptr<const re2::RE2> compile(const std::string& pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return std::make_shared<const re2::RE2>(pattern, options);
}

}  // namespace

BlockPatterns compile_block_patterns(const std::vector<TomlFile>& files) {
  const auto unknown = [](const std::string&) {};
  NamedPatterns named;
  for (const TomlFile& file : files) {
    const TomlValue* patterns = file.root().value_of("patterns");
    if (patterns == nullptr) continue;
    for (const TomlEntry& pattern : patterns->entries) {
      named[pattern.key] = with_patterns(pattern.value.string, named, unknown);
    }
  }
  BlockPatterns out;
  for (const TomlFile& file : files) {
    const TomlValue* rules = file.root().value_of("block");
    if (rules == nullptr) continue;
    for (const TomlValue& rule : rules->items) {
      const TomlValue* match = rule.value_of("match");
      if (match == nullptr) continue;
      const std::string text = with_patterns(match->string, named, unknown);
      if (auto& compiled = out[text]; compiled == nullptr) compiled = compile(text);
    }
  }
  return out;
}

class BlockRulesLoader {
 public:
  BlockRulesLoader(const BlockPatterns& compiled, Vocabulary& vocabulary, Diagnostics& diagnostics)
      : compiled_(compiled), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  BlockRules load(const std::vector<TomlFile>& files) {
    for (const TomlFile& file : files) {
      diagnostics_.insert(diagnostics_.end(), file.diagnostics().begin(), file.diagnostics().end());
      file_ = &file;
      for (const TomlEntry& entry : file.root().entries) read_lists(entry);
    }
    for (const TomlFile& file : files) {
      file_ = &file;
      for (const TomlEntry& entry : file.root().entries) {
        if (entry.key != "block") continue;
        for (const TomlValue& table : entry.value.items) read_rule(table);
      }
    }
    rules_.index(std::move(rule_phrases_));
    return std::move(rules_);
  }

 private:
  void complain(std::uint32_t offset, std::uint32_t length, std::string code, std::string message,
                std::string hint = "") {
    diagnostics_.push_back(file_->source()->diagnose(offset, length, std::move(code),
                                                     std::move(message), std::move(hint)));
    good_ = false;
  }

  // `menu`, `[groups]`, `[sentences]`.
  void read_lists(const TomlEntry& entry) {
    if (entry.key == "block") return;
    if (entry.key == "menu") return add_bits(entry, kWordMenu);
    if (entry.key == "paragraph") {
      paragraph_ = text_of(entry.value);
      return;
    }
    if (entry.key == "patterns") {
      for (const TomlEntry& pattern : entry.value.entries)
        patterns_[pattern.key] = with_patterns(pattern.value);
      return;
    }
    if (entry.key == "groups") {
      for (const TomlEntry& group : entry.value.entries) {
        const auto [at, fresh] =
            group_names_.emplace(group.key, static_cast<Index>(rules_.groups_.size()));
        if (!fresh) complain(group.offset, 1, "duplicate-group", "this group is defined twice");
        rules_.groups_.emplace_back();
        read_words(group, rules_.groups_.back());
        if (group.key == "month") add_bits(group, kWordMonth);
      }
      return;
    }
    if (entry.key == "sentences") {
      for (const TomlEntry& list : entry.value.entries) {
        const SentenceList* const known =
            std::find_if(std::begin(kSentenceLists), std::end(kSentenceLists),
                         [&](const SentenceList& one) { return one.name == list.key; });
        if (known != std::end(kSentenceLists)) {
          add_bits(list, known->bit);
        } else {
          unknown_key(list, {"inner", "numbers", "either", "letters", "names", "openers"});
        }
      }
      return;
    }
    unknown_key(entry, {"block", "menu", "paragraph", "patterns", "groups", "sentences"});
  }

  void add_bits(const TomlEntry& entry, WordBit bit) {
    std::vector<Index> words;
    read_words(entry, words);
    for (const Index word : words) rules_.words_.add(word, bit);
  }

  void unknown_key(const TomlEntry& entry, const std::vector<std::string>& known) {
    complain(entry.offset, static_cast<std::uint32_t>(entry.key.size()), "unknown-key",
             "no key «" + entry.key + "» is known here", did_you_mean(entry.key, known));
  }

  // An array of words, or one string of words parted by blanks.
  void read_words(const TomlEntry& entry, std::vector<Index>& into) {
    const auto add = [&](std::string_view text) {
      std::size_t at = 0;
      while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        if (end > at) into.push_back(vocabulary_.add(folded(text.substr(at, end - at))));
        at = end + 1;
      }
    };
    if (entry.value.is_string()) {
      add(entry.value.string);
    } else if (entry.value.is_array()) {
      for (const TomlValue& item : entry.value.items) {
        if (item.is_string()) {
          add(item.string);
        } else {
          complain(item.offset, item.length, "not-a-word", "a word is wanted here");
        }
      }
    } else {
      complain(entry.value.offset, entry.value.length, "not-words", "words are wanted here");
    }
    sort_unique(into);
  }

  void read_rule(const TomlValue& table) {
    good_ = true;
    BlockRule rule;
    std::vector<Phrase> phrases;
    bool labelled = false;
    rule.info.place = file_->source()->place(table.offset);
    for (const TomlEntry& entry : table.entries) {
      const TomlValue& value = entry.value;
      if (entry.key == "id") {
        rule.info.id = text_of(value);
        rule.info.place = file_->source()->place(entry.offset);
        if (!ids_.insert(rule.info.id).second)
          complain(value.offset, value.length, "duplicate-id",
                   "another block rule has the id «" + rule.info.id + "»");
      } else if (entry.key == "note") {
        rule.info.note = text_of(value);
      } else if (entry.key == "priority") {
        rule.info.priority = static_cast<int>(value.integer);
      } else if (entry.key == "label") {
        labelled = true;
        const std::string name = text_of(value);
        rule.mask = name == "mask";
        if (!rule.mask && !find_block_label(name, rule.label))
          complain(value.offset, value.length, "unknown-label", "no label is named «" + name + "»");
      } else if (entry.key == "section") {
        rule.edge = value.flag;
      } else if (entry.key == "scope") {
        choose(value, kScopeNames, &ScopeName::scope, rule.scope);
      } else if (entry.key == "where") {
        choose(value, kPartNames, &PartName::part, rule.part);
      } else if (entry.key == "after") {
        read_after(value, rule);
      } else if (entry.key == "line") {
        read_form(value, rule);
      } else if (entry.key == "match") {
        read_match(value, rule);
      } else if (entry.key == "tests") {
        read_tests(value, rule);
      } else if (!read_phrases(entry, phrases)) {
        unknown_key(entry, {"id", "note", "priority", "label", "section", "scope", "where", "after",
                            "line", "match", "tests", "begins", "contains", "ends", "is"});
      }
    }
    if (rule.info.id.empty()) complain(table.offset, 1, "no-id", "a block rule needs an id");
    if (!labelled) complain(table.offset, 1, "no-label", "a block rule needs a label");
    if (good_ && phrases.empty() && rule.form.empty() && !rule.match)
      complain(table.offset, 1, "no-condition", "a block rule needs phrases, a line or a match");
    const auto has_test = [&](TestSign sign) {
      return std::any_of(rule.tests.begin(), rule.tests.end(),
                         [&](const RuleTest& test) { return test.sign == sign; });
    };
    if (!has_test(TestSign::kFires) || !has_test(TestSign::kSilent))
      complain(table.offset, 1, "no-tests", "a rule needs a + and a - test");
    if (!good_) return;
    rule.phrases = !phrases.empty();
    rule_phrases_.push_back(std::move(phrases));
    rules_.rules_.push_back(std::move(rule));
  }

  std::string text_of(const TomlValue& node) {
    if (!node.is_string())
      complain(node.offset, node.length, "not-a-string", "a string is wanted here");
    return node.string;
  }

  template <typename Row, std::size_t N, typename Value>
  void choose(const TomlValue& node, const Row (&rows)[N], Value Row::*member, Value& into) {
    const std::string name = text_of(node);
    std::vector<std::string> names;
    for (const Row& row : rows) {
      if (row.name == name) {
        into = row.*member;
        return;
      }
      names.emplace_back(row.name);
    }
    complain(node.offset, node.length, "unknown-value", "«" + name + "» is not known here",
             did_you_mean(name, names));
  }

  void read_after(const TomlValue& node, BlockRule& rule) {
    const auto add = [&](const TomlValue& item) {
      BlockLabel label = BlockLabel::kBody;
      if (find_block_label(text_of(item), label)) {
        rule.after |= 1u << static_cast<unsigned>(label);
      } else {
        complain(item.offset, item.length, "unknown-label",
                 "no label is named «" + item.string + "»");
      }
    };
    if (node.is_array()) {
      for (const TomlValue& item : node.items) add(item);
    } else {
      add(node);
    }
  }

  void read_form(const TomlValue& node, BlockRule& rule) {
    for (const TomlEntry& entry : node.entries) {
      const auto* const at =
          std::find(std::begin(kFeatureNames), std::end(kFeatureNames), entry.key);
      if (at == std::end(kFeatureNames)) {
        unknown_key(entry, {std::begin(kFeatureNames), std::end(kFeatureNames)});
        continue;
      }
      FormBound bound;
      bound.feature = static_cast<LineFeature>(at - std::begin(kFeatureNames));
      if (entry.value.kind == TomlValue::Kind::kInteger) {
        bound.least = bound.most = static_cast<std::uint32_t>(entry.value.integer);
      } else if (!parse_range(entry.value.string, bound)) {
        complain(entry.value.offset, entry.value.length, "bad-range",
                 "a number or a range as \"2..\", \"..5\", \"2..5\" is wanted here");
      }
      rule.form.push_back(bound);
    }
  }

  void read_match(const TomlValue& node, BlockRule& rule) {
    const std::string pattern = with_patterns(node);
    const auto known = compiled_.find(pattern);
    auto compiled = known != compiled_.end() ? known->second : compile(pattern);
    if (!compiled->ok())
      return complain(node.offset, node.length, "bad-pattern", compiled->error());
    rule.match = std::move(compiled);
  }

  std::string with_patterns(const TomlValue& node) {
    return panchina::with_patterns(text_of(node), patterns_, [&](const std::string& name) {
      complain(node.offset, node.length, "unknown-pattern", "no pattern is named «" + name + "»");
    });
  }

  bool read_phrases(const TomlEntry& entry, std::vector<Phrase>& phrases) {
    for (const PlaceKey& key : kPlaceKeys) {
      if (entry.key != key.key) continue;
      const auto add = [&](const TomlValue& node) {
        Phrase phrase = read_phrase(node);
        phrase.place = key.place;
        phrases.push_back(std::move(phrase));
      };
      if (entry.value.is_array()) {
        for (const TomlValue& item : entry.value.items) add(item);
      } else {
        add(entry.value);
      }
      return true;
    }
    return false;
  }

  Phrase read_phrase(const TomlValue& node) {
    Phrase phrase;
    const std::string text = text_of(node);
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      std::string_view part = std::string_view(text).substr(at, end - at);
      at = end + 1;
      if (part.empty()) continue;
      PhraseElement element;
      if (part.size() > 1 && part.back() == '?') {
        element.optional = true;
        part.remove_suffix(1);
      }
      if (part == "#") {
        element.kind = PhraseElement::Kind::kNumber;
      } else if (part == "*") {
        element.kind = PhraseElement::Kind::kAny;
      } else if (part.size() > 2 && part.front() == '{' && part.back() == '}') {
        element.kind = PhraseElement::Kind::kGroup;
        const auto group = group_names_.find(std::string(part.substr(1, part.size() - 2)));
        if (group == group_names_.end()) {
          complain(node.offset, node.length, "unknown-group",
                   "no group is named «" + std::string(part) + "»");
        } else {
          element.value = group->second;
        }
      } else if (part.size() == 1 && !std::isalnum(static_cast<unsigned char>(part[0]))) {
        element.kind = PhraseElement::Kind::kMark;
        element.mark = part[0];
      } else {
        element.value = vocabulary_.add(folded(part));
      }
      phrase.elements.push_back(element);
    }
    if (phrase.elements.empty() || phrase.elements.size() > kLongestPhrase)
      complain(node.offset, node.length, "bad-phrase", "a phrase has one to twelve elements");
    else if (phrase.elements.front().optional)
      complain(node.offset, node.length, "bad-phrase", "the first element must not be optional");
    else if (phrase.elements.front().kind == PhraseElement::Kind::kAny)
      complain(node.offset, node.length, "bad-phrase", "a phrase must not begin with «*»");
    return phrase;
  }

  // `+ text` and `- text`, `~` before it for a known gap; ` ¶ ` parts lines, and a line `...`
  // stands for a paragraph of running text.
  void read_tests(const TomlValue& node, BlockRule& rule) {
    const std::string text = text_of(node);
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = std::string_view(text).substr(at, end - at);
      const std::uint32_t offset = file_->string_offset(node, static_cast<std::uint32_t>(at));
      at = end + 1;
      while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
      if (line.empty() || line.front() == '#') continue;
      RuleTest test;
      test.place = file_->source()->place(offset);
      if (line.front() == '~') {
        test.known_gap = true;
        line.remove_prefix(1);
      }
      if (line.size() < 3 || (line[0] != '+' && line[0] != '-') || line[1] != ' ') {
        complain(offset, 1, "bad-test", "a test begins with «+ » or «- »");
        continue;
      }
      test.sign = line[0] == '+' ? TestSign::kFires : TestSign::kSilent;
      test.text = block_test_text(line.substr(2), paragraph_);
      rule.tests.push_back(std::move(test));
    }
  }

  const BlockPatterns& compiled_;
  Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  const TomlFile* file_ = nullptr;
  BlockRules rules_;
  std::vector<std::vector<Phrase>> rule_phrases_;
  std::map<std::string, Index> group_names_;
  NamedPatterns patterns_;
  std::set<std::string> ids_;
  std::string paragraph_;
  bool good_ = true;
};

BlockRules BlockRules::load(const std::filesystem::path& rules_dir, Vocabulary& vocabulary,
                            Diagnostics& diagnostics) {
  return load(read_toml_folder(rules_dir / "blocks", rules_dir), {}, vocabulary, diagnostics);
}

BlockRules BlockRules::load(const std::vector<TomlFile>& files, const BlockPatterns& patterns,
                            Vocabulary& vocabulary, Diagnostics& diagnostics) {
  return BlockRulesLoader(patterns, vocabulary, diagnostics).load(files);
}

}  // namespace panchina
