#include "rule/mention_pattern.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <unordered_map>
#include <utility>

namespace panchina {

namespace {

constexpr std::array<std::string_view, kDateShapes> kShapeNames = {
    "day",   "month",    "year",    "season",      "time",     "duration",
    "range", "relative", "weekday", "year_season", "day_only", "other"};

// The beginning of a match on its way to two tokens; the first ones that led here stand beside it.
struct Prefix {
  bool second = false;  // a first token is whole
  std::string open;     // the token that is being spelt
  friend auto operator<=>(const Prefix&, const Prefix&) = default;
};
using Firsts = std::vector<Index>;  // sorted, each once

// Tokens and their numbers.
class Tokens {
 public:
  Tokens() { number(kSample); }

  Index number(std::string_view token) {
    scratch_ = token;
    const auto [known, fresh] = numbers_.try_emplace(scratch_, static_cast<Index>(tokens_.size()));
    if (fresh) tokens_.push_back(&known->first);
    return known->second;
  }
  const std::string& operator[](Index number) const { return *tokens_[number]; }
  std::size_t size() const { return tokens_.size(); }

  static constexpr std::string_view kSample = "\x02";  // stands for any; no pattern's own
  static constexpr Index kSampleNumber = 0;

 private:
  std::string scratch_;
  std::unordered_map<std::string, Index> numbers_;
  std::vector<const std::string*> tokens_;  // by number: in `numbers_`
};

template <typename T>
void sort_once(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// Both are sorted, and so is what becomes of the first.
template <typename T>
void unite(std::vector<T>& into, const std::vector<T>& more) {
  if (more.empty()) return;
  if (into.empty() || into.back() < more.front()) {
    into.insert(into.end(), more.begin(), more.end());
    return;
  }
  std::vector<T> both;
  both.reserve(into.size() + more.size());
  std::set_union(into.begin(), into.end(), more.begin(), more.end(), std::back_inserter(both));
  into = std::move(both);
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return (c >= '0' && c <= '9') || c == kDigit; }
bool is_number(std::string_view token) { return token.starts_with(kDigit); }

// Walks over all ways to spell a pattern, byte by byte, forwards or backwards. A state is where
// ways stand that go on alike, a load what they bring with them; `Self::spell(state, load, byte)`
// takes a byte and is true where the way has said all that is asked of it, which stands in `said`
// then. What a slot makes of a state is worked out once, with `Self::sample(state)` as its load:
// `Self::loaded` puts the real load in its place.
template <typename Self, typename State, typename Load, typename Said>
class Speller {
 public:
  using Open = std::map<State, Load>;
  // What a slot makes of a state: the ways that go on, and what was said on it.
  struct Grown {
    Open open;
    std::vector<Said> said;
  };
  // By the slot's type and the state.
  using Memory = std::map<std::pair<std::string, State>, Grown>;

  std::vector<Said> said;  // one may stand there twice

  // Every open way, gone on by the node.
  Open grow(const MentionNode& node, const Open& open) {
    switch (node.kind) {
      case MentionNode::Kind::kText:
        return grow_text(node.text, open);
      case MentionNode::Kind::kSlot:
        return grow_slot(node, open);
      case MentionNode::Kind::kSequence: {
        const std::size_t parts = node.parts.size();
        if (parts == 0) return open;
        Open now = grow(node.parts[backwards_ ? parts - 1 : 0], open);
        for (std::size_t i = 1; i < parts && !now.empty(); ++i) {
          now = grow(node.parts[backwards_ ? parts - 1 - i : i], now);
        }
        return now;
      }
      case MentionNode::Kind::kChoice: {
        Open out;
        for (const MentionNode& part : node.parts) add(grow(part, open), out);
        return out;
      }
      case MentionNode::Kind::kOption: {
        Open out = grow(node.parts[0], open);
        add(open, out);
        return out;
      }
    }
    return {};
  }

 protected:
  Speller(const PatternDictionary& dictionary, Memory& memory, Tokens& tokens, bool backwards)
      : dictionary_(dictionary), memory_(memory), tokens_(tokens), backwards_(backwards) {}

  static void add(const Open& more, Open& out) {
    for (const auto& [state, load] : more) unite(out[state], load);
  }

  Open grow_text(std::string_view text, const Open& open) {
    Open out;
    grow_text(text, open, out);
    return out;
  }

  void grow_text(std::string_view text, const Open& open, Open& out) {
    for (const auto& [from, brought] : open) {
      State state = from;
      Load load = brought;
      bool whole = false;
      for (std::size_t i = 0; i < text.size() && !whole; ++i) {
        whole = static_cast<Self*>(this)->spell(state, load,
                                                text[backwards_ ? text.size() - 1 - i : i]);
      }
      if (!whole) unite(out[std::move(state)], load);
    }
  }

  Open grow_slot(const MentionNode& node, const Open& open) {
    Open out;
    for (const auto& [state, load] : open) {
      const Grown& grown = remembered(node, state);
      for (const auto& [next, sample] : grown.open) {
        unite(out[next], Self::loaded(sample, load));
      }
      static_cast<Self*>(this)->say(grown.said, load);
    }
    return out;
  }

  const Grown& remembered(const MentionNode& node, const State& state) {
    const auto [known, fresh] = memory_.try_emplace({node.text, state});
    if (fresh) {
      std::vector<Said> before = std::exchange(said, {});
      known->second.open = spell_slot(node, {{state, Self::sample(state)}});
      known->second.said = std::exchange(said, std::move(before));
      sort_once(known->second.said);
    }
    return known->second;
  }

  Open spell_slot(const MentionNode& node, const Open& open) {
    Open out;
    if (const auto list = dictionary_.list_index.find(node.text);
        list != dictionary_.list_index.end()) {
      for (const auto& [word, number] : dictionary_.lists[list->second].numbers) {
        grow_text(word, open, out);
      }
      return out;
    }
    if (const auto named = dictionary_.patterns.find(node.text);
        named != dictionary_.patterns.end()) {
      const Result<MentionNode, TextMistake> shape = parse_mention_pattern(named->second.shape);
      return shape ? grow(*shape, open) : out;
    }
    return grow_text(kDateToken, open);
  }

  const PatternDictionary& dictionary_;
  Memory& memory_;
  Tokens& tokens_;
  const bool backwards_;
};

// The last tokens that matches of a pattern may have: spells it backwards. A state is the token so
// far, backwards; nothing is brought along.
class LastTokens : public Speller<LastTokens, std::string, std::vector<char>, Index> {
 public:
  using Nothing = std::vector<char>;

  LastTokens(const PatternDictionary& dictionary, Memory& memory, Tokens& tokens)
      : Speller(dictionary, memory, tokens, true) {}

  // And whether a match may have none.
  std::vector<Index> of(const MentionNode& tree, bool& may_be_empty) {
    for (const auto& [open, nothing] : grow(tree, {{std::string(), {}}})) {
      if (open.empty()) {
        may_be_empty = true;
      } else {
        end(open);
      }
    }
    sort_once(said);
    return std::move(said);
  }

  static Nothing sample(const std::string&) { return {}; }
  static const Nothing& loaded(const Nothing& none, const Nothing&) { return none; }
  void say(const std::vector<Index>& more, const Nothing&) {
    said.insert(said.end(), more.begin(), more.end());
  }

  // Takes the byte before the token; true where the token is whole.
  bool spell(std::string& token, Nothing&, char c) {
    if (token.empty()) {
      if (c == ' ') return false;
      token = std::string(1, is_digit(c) ? kDigit : c);
      if ((c & '\x80') != 0) token = kForeignMark;
      return false;
    }
    const char last = token.back();
    if (is_letter(c) && (is_letter(last) || token == "'")) {
      token += c;
      return false;
    }
    if (is_digit(c) && is_number(token)) {
      if (token.size() < kMostDigits) token += kDigit;
      return false;
    }
    if ((c & '\x80') != 0 && token == kForeignMark) return false;
    end(token);
    return true;
  }

 private:
  void end(const std::string& token) {
    said.push_back(tokens_.number(std::string(token.rbegin(), token.rend())));
    // An elision before a blank is two tokens.
    if (token.starts_with('\'')) said.push_back(tokens_.number("'"));
  }
};

// The trees of a pattern and the first two tokens that its matches may have.
class Compiler : public Speller<Compiler, Prefix, Firsts, Beginning> {
 public:
  Compiler(const PatternDictionary& dictionary, Memory& memory, Tokens& tokens)
      : Speller(dictionary, memory, tokens, false) {}

  // One first token for all: how a second goes on is the same whichever it is.
  static Firsts sample(const Prefix& prefix) {
    return prefix.second ? Firsts{Tokens::kSampleNumber} : Firsts{};
  }
  static const Firsts& loaded(const Firsts& sample, const Firsts& firsts) {
    return !sample.empty() && sample.front() == Tokens::kSampleNumber ? firsts : sample;
  }
  void say(const std::vector<Beginning>& more, const Firsts& firsts) {
    for (const Beginning& one : more) {
      if (one.first != Tokens::kSampleNumber) {
        said.push_back(one);
      } else {
        for (const Index first : firsts) said.push_back({first, one.second});
      }
    }
  }

  // The node with its named patterns in place; slots are numbered in order.
  TextTree tree(const MentionNode& node) {
    std::vector<TextTree> parts;
    if (node.kind == MentionNode::Kind::kText) return text_tree(node.text);
    if (node.kind == MentionNode::Kind::kSlot) return slot_tree(node);
    for (const MentionNode& part : node.parts) parts.push_back(tree(part));
    switch (node.kind) {
      case MentionNode::Kind::kChoice:
        return choice_tree(std::move(parts));
      case MentionNode::Kind::kOption:
        return option_tree(std::move(parts[0]));
      default:
        return sequence_tree(std::move(parts));
    }
  }

  // The pattern ends here.
  void finish(const Prefix& prefix, const Firsts& firsts) {
    if (prefix.second) {
      const Index second = prefix.open.empty() ? kNoIndex : tokens_.number(prefix.open);
      for (const Index first : firsts) said.push_back({first, second});
    } else if (!prefix.open.empty()) {
      said.push_back({tokens_.number(prefix.open), kNoIndex});
    }
  }

  // Spells one more byte; true where both tokens are whole now.
  bool spell(Prefix& prefix, Firsts& firsts, char c) {
    const bool in_word = !prefix.open.empty() && is_letter(prefix.open.back());
    if (is_letter(c)) {
      if (!in_word && close(prefix, firsts)) return true;
      prefix.open += c;
      return false;
    }
    if (is_digit(c)) {
      if (!is_number(prefix.open) && close(prefix, firsts)) return true;
      if (prefix.open.size() < kMostDigits) prefix.open += kDigit;
      return false;
    }
    if (c == ' ') return close(prefix, firsts);
    if (c == '\'' && in_word) {
      prefix.open += c;
      return close(prefix, firsts);
    }
    if ((c & '\xC0') == '\x80') return false;  // inside a character
    return add_token(prefix, firsts, (c & '\x80') != 0 ? kForeignMark : std::string_view(&c, 1));
  }

  std::vector<MentionSlot> slots;
  bool nested = false;
  std::vector<TextMistake> mistakes;

 private:
  // Ends the open token; true where both tokens are whole now.
  bool close(Prefix& prefix, Firsts& firsts) {
    if (prefix.open.empty()) return false;
    if (!prefix.second) {
      firsts.assign(1, tokens_.number(prefix.open));
      prefix = {true, ""};
      return false;
    }
    finish(prefix, firsts);
    return true;
  }

  bool add_token(Prefix& prefix, Firsts& firsts, std::string_view token) {
    if (close(prefix, firsts)) return true;
    prefix.open = token;
    return close(prefix, firsts);
  }

  TextTree slot_tree(const MentionNode& node) {
    MentionSlot slot;
    slot.name = node.name;
    TextTree inside;
    if (const auto named = dictionary_.patterns.find(node.text);
        named != dictionary_.patterns.end()) {
      inside = named->second.match;
    } else if (const auto list = dictionary_.list_index.find(node.text);
               list != dictionary_.list_index.end()) {
      slot.kind = MentionSlot::Kind::kList;
      slot.list = list->second;
      inside.kind = TextTree::Kind::kList;
      inside.list = list->second;
    } else if (node.text == "date" || node.text.starts_with("date.")) {
      slot.kind = MentionSlot::Kind::kDate;
      nested = true;
      inside = date_tree(node);
    } else {
      unknown_type(node);
    }
    if (node.name.empty()) return inside;
    for (const MentionSlot& other : slots) {
      if (other.name == slot.name) {
        mistakes.push_back({node.offset, static_cast<std::uint32_t>(node.name.size()), "slot-twice",
                            "the slot «" + node.name + "» stands twice in the pattern", ""});
      }
    }
    inside.slot = static_cast<Index>(slots.size());
    slots.push_back(std::move(slot));
    return inside;
  }

  TextTree date_tree(const MentionNode& node) {
    TextTree out;
    out.kind = TextTree::Kind::kBytes;
    const auto allow = [&out](int shape) {
      out.bytes.set(static_cast<unsigned char>(placeholder(static_cast<DateShape>(shape))));
    };
    if (node.text == "date") {
      for (int shape = 0; shape < kDateShapes; ++shape) allow(shape);
      return out;
    }
    std::string_view kinds = std::string_view(node.text).substr(5);
    while (!kinds.empty()) {
      const std::size_t dot = kinds.find('.');
      const std::string_view kind = kinds.substr(0, dot);
      kinds = dot == std::string_view::npos ? std::string_view() : kinds.substr(dot + 1);
      const auto shape = std::find(kShapeNames.begin(), kShapeNames.end(), kind);
      if (shape == kShapeNames.end()) {
        unknown_type(node);
        return out;
      }
      allow(static_cast<int>(shape - kShapeNames.begin()));
    }
    return out;
  }

  void unknown_type(const MentionNode& node) {
    std::vector<std::string> known = {"date"};
    for (const auto& [name, pattern] : dictionary_.patterns) known.push_back(name);
    for (const auto& [name, index] : dictionary_.list_index) known.push_back(name);
    mistakes.push_back({node.offset + 1, static_cast<std::uint32_t>(node.text.size()),
                        "unknown-type", "no pattern or word list is called «" + node.text + "»",
                        did_you_mean(node.text, known)});
  }
};

}  // namespace

struct PatternCompiler::Memory {
  Tokens tokens;
  Compiler::Memory begins;
  LastTokens::Memory ends;
};

PatternCompiler::PatternCompiler(const PatternDictionary& dictionary)
    : dictionary_(dictionary), memory_(std::make_unique<Memory>()) {}
PatternCompiler::PatternCompiler(PatternCompiler&&) noexcept = default;
PatternCompiler::~PatternCompiler() = default;

Result<CompiledPattern, TextMistake> PatternCompiler::compile(std::string_view text,
                                                              PatternEdge edge) {
  Result<MentionNode, TextMistake> tree = parse_mention_pattern(text);
  if (!tree) return Unexpected(std::move(tree.error()));
  Compiler compiler(dictionary_, memory_->begins, memory_->tokens);
  CompiledPattern out;
  out.tree = compiler.tree(*tree);
  if (!compiler.mistakes.empty()) return Unexpected(std::move(compiler.mistakes.front()));
  if (edge == PatternEdge::kEnd) {
    out.ends = LastTokens(dictionary_, memory_->ends, memory_->tokens).of(*tree, out.may_be_empty);
  } else {
    for (const auto& [prefix, firsts] : compiler.grow(*tree, {{Prefix{}, {}}})) {
      if (!prefix.second && prefix.open.empty()) out.may_be_empty = true;
      compiler.finish(prefix, firsts);
    }
  }
  out.slots = std::move(compiler.slots);
  sort_once(compiler.said);
  out.begins = std::move(compiler.said);
  out.nested = compiler.nested;
  return out;
}

const std::string& PatternCompiler::token(Index number) const { return memory_->tokens[number]; }
std::size_t PatternCompiler::token_count() const { return memory_->tokens.size(); }

Result<CompiledPattern, TextMistake> compile_pattern(std::string_view text,
                                                     const PatternDictionary& dictionary,
                                                     PatternEdge edge) {
  return PatternCompiler(dictionary).compile(text, edge);
}

}  // namespace panchina
