#include "rule/pattern_parser.h"

#include <algorithm>
#include <charconv>

#include "document/features.h"
#include "text/fold.h"

namespace panchina {

namespace {

bool is_name(std::string_view name) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Parser {
 public:
  Parser(PatternContext& context, const RuleString& string, std::size_t begin, std::size_t end,
         std::vector<SlotSpec>& slots)
      : context_(context),
        string_(string),
        text_(string.text()),
        at_(begin),
        end_(end),
        slots_(slots) {}

  Pattern parse() {
    Pattern pattern;
    for (;;) {
      Pattern part = sequence(0);
      std::move(part.begin(), part.end(), std::back_inserter(pattern));
      if (at_ >= end_) break;
      error(at_, 1, "bracket",
            text_[at_] == '|' ? "`|` stands outside a bracket" : "this bracket was never opened");
      ++at_;
    }
    if (count_ > kMaxElements) {
      error(0, text_.size(), "too-long",
            "a pattern may have " + std::to_string(kMaxElements) + " elements at most");
    }
    return pattern;
  }

 private:
  void error(std::size_t at, std::size_t length, std::string code, std::string message,
             std::string hint = "") {
    context_.reporter.at(string_, at, length, std::move(code), std::move(message), std::move(hint));
  }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < end_ ? text_[at_ + ahead] : '\0'; }
  void skip_blanks() {
    while (at_ < end_ && is_blank(text_[at_])) ++at_;
  }

  // Elements up to `|`, `)`, `\)` or the end.
  Pattern sequence(int depth) {
    Pattern out;
    for (;;) {
      skip_blanks();
      if (at_ >= end_ || peek() == ')' || peek() == '|') break;
      if (peek() == '\\' && peek(1) == ')') break;
      const std::size_t begin = at_;
      PatternNode node;
      const bool good = element(node, depth);
      if (!good) continue;
      ++count_;
      node.begin = static_cast<std::uint32_t>(begin);
      node.end = static_cast<std::uint32_t>(at_);
      node.text = std::string(text_.substr(begin, at_ - begin));
      if (node.kind == PatternKind::kGap && !out.empty() && out.back().kind == PatternKind::kGap) {
        error(begin, at_ - begin, "two-gaps", "a gap follows a gap");
        continue;
      }
      out.push_back(std::move(node));
    }
    return out;
  }

  bool element(PatternNode& node, int depth) {
    const char c = peek();
    if (c == '{') return slot(node);
    if (c == '<') return verb(node);
    if (c == '~') return noun(node);
    if (c == '(') return choice(node, depth);
    if (c == '\\' && peek(1) == '(') return bracket(node, depth);
    if (text_.substr(at_, end_ - at_).starts_with("...")) return gap(node);
    if (c == '^' || c == '$') {
      node.kind = c == '^' ? PatternKind::kStart : PatternKind::kEnd;
      ++at_;
      return true;
    }
    if (is_word_byte(c)) return word(node);
    if (is_digit(c)) return number(node);
    if (std::string_view(",:;-\"'.!/+%").find(c) != std::string_view::npos) {
      node.kind = PatternKind::kMark;
      node.count = static_cast<std::uint16_t>(c);
      ++at_;
      return true;
    }
    error(at_, 1, "unknown-character", std::string("«") + c + "» means nothing here",
          c == '?'               ? "an option is written (x)?"
          : c == '}' || c == '>' ? "it was never opened"
                                 : "");
    ++at_;
    return false;
  }

  // Bytes up to `close`; npos and an error where it is missing.
  std::size_t closing(char close, std::string_view what) {
    const std::size_t at = text_.find(close, at_);
    const std::size_t line = std::min(text_.find('\n', at_), end_);
    if (at < end_ && at < line) return at;
    error(at_, 1, "unclosed", std::string(what) + " has no «" + close + "»");
    at_ = line;
    return std::string_view::npos;
  }

  bool slot(PatternNode& node) {
    const std::size_t begin = at_;
    const std::size_t close = closing('}', "a slot");
    if (close == std::string_view::npos) return false;
    at_ = close + 1;
    const std::string_view inside = text_.substr(begin + 1, close - begin - 1);
    const std::size_t colon = inside.find(':');
    if (colon == inside.npos) {
      error(begin, at_ - begin, "slot-form", "a slot is written {type:name}");
      return false;
    }
    std::string_view types = inside.substr(0, colon);
    node.kind = PatternKind::kSlot;
    if (types.ends_with('?')) node.hole = true, types.remove_suffix(1);
    if (types.ends_with('+')) node.list = true, types.remove_suffix(1);
    bool good = true;
    for (std::size_t from = 0; from <= types.size();) {
      const std::size_t bar = std::min(types.find('|', from), types.size());
      const std::string_view type = types.substr(from, bar - from);
      const std::uint32_t kinds = slot_type_kinds(type);
      if (kinds == 0) {
        error(begin + 1 + from, std::max<std::size_t>(1, type.size()), "unknown-slot-type",
              "there is no slot type «" + std::string(type) + "»",
              did_you_mean(type, slot_type_names()));
        good = false;
      }
      node.demand.kinds |= kinds;
      if ((kinds & kind_bit(UnitKind::kClub)) != 0) node.demand.none_of |= kClubTown;
      from = bar + 1;
    }
    std::size_t name_end = std::min(inside.find_first_of(" \t", colon), inside.size());
    const std::string_view name = inside.substr(colon + 1, name_end - colon - 1);
    if (!is_name(name)) {
      error(begin + 1 + colon + 1, std::max<std::size_t>(1, name.size()), "slot-name",
            "a slot's name has lower-case letters, digits and _");
      return false;
    }
    while (good && name_end < inside.size()) {
      const std::size_t from = inside.find_first_not_of(" \t", name_end);
      if (from == inside.npos) break;
      name_end = std::min(inside.find_first_of(" \t", from), inside.size());
      feature(node, inside.substr(from, name_end - from), begin + 1 + from);
    }
    if (!good) return false;
    node.slot = add_slot(name, node);
    return true;
  }

  void feature(PatternNode& node, std::string_view feature, std::size_t at) {
    const std::size_t equals = std::min(feature.find('='), feature.size());
    const std::string_view key = feature.substr(0, equals);
    std::string_view values = feature.substr(std::min(equals + 1, feature.size()));
    if (key != "kind" || values.empty()) {
      error(at, feature.size(), "slot-feature", "a feature is written kind=value",
            did_you_mean(key, {"kind"}));
      return;
    }
    for (std::size_t from = 0; from <= values.size();) {
      const std::size_t bar = std::min(values.find('|', from), values.size());
      const std::string_view value = values.substr(from, bar - from);
      if (!add_slot_feature(key, value, node.demand)) {
        error(at + equals + 1 + from, std::max<std::size_t>(1, value.size()), "slot-feature",
              "no such kind of this slot type: «" + std::string(value) + "»",
              did_you_mean(value, slot_feature_names(node.demand.kinds)));
      }
      from = bar + 1;
    }
  }

  Index add_slot(std::string_view name, const PatternNode& node) {
    Index index = find_slot(slots_, name);
    if (index == kNoIndex) {
      index = static_cast<Index>(slots_.size());
      slots_.push_back({std::string(name), 0, false, false, false});
    }
    slots_[index].kinds |= node.demand.kinds;
    slots_[index].list = slots_[index].list || node.list;
    slots_[index].optional = slots_[index].optional || node.hole;
    return index;
  }

  bool verb(PatternNode& node) {
    const std::size_t begin = at_;
    const std::size_t close = closing('>', "a verb");
    if (close == std::string_view::npos) return false;
    at_ = close + 1;
    const std::string_view inside = text_.substr(begin + 1, close - begin - 1);
    const std::size_t dot = std::min(inside.find('.'), inside.size());
    const std::string_view name = inside.substr(0, dot);
    node.kind = PatternKind::kVerb;
    if (name.starts_with('@')) {
      node.verbs = context_.verb_class(name.substr(1));
      if (node.verbs == kNoIndex) {
        error(begin + 1, name.size(), "unknown-class",
              "there is no verb class «" + std::string(name.substr(1)) + "»",
              did_you_mean(name.substr(1), context_.classes.verb_names()));
      }
    } else {
      node.verbs = context_.verb_set(name, string_, begin + 1);
    }
    for (std::size_t from = dot + 1; from <= inside.size();) {
      const std::size_t next = std::min(inside.find('.', from), inside.size());
      const std::string_view feature = inside.substr(from, next - from);
      const std::uint32_t bit = verb_feature(feature);
      if (bit == 0) {
        error(begin + 1 + from, std::max<std::size_t>(1, feature.size()), "verb-feature",
              "there is no verb feature «" + std::string(feature) + "»",
              did_you_mean(feature, verb_feature_names()));
      }
      node.features |= bit;
      from = next + 1;
    }
    return node.verbs != kNoIndex;
  }

  bool noun(PatternNode& node) {
    const std::size_t begin = at_++;
    node.kind = PatternKind::kNoun;
    if (peek() == '@') {
      ++at_;
      const std::size_t from = at_;
      while (is_word_byte(peek()) || is_digit(peek()) || peek() == '_') ++at_;
      const std::string_view name = text_.substr(from, at_ - from);
      node.words = context_.noun_class(name);
      if (node.words != kNoIndex) return true;
      error(from, std::max<std::size_t>(1, name.size()), "unknown-class",
            "there is no noun class «" + std::string(name) + "»",
            did_you_mean(name, context_.classes.noun_names()));
      return false;
    }
    const std::string_view name = read_word();
    if (name.empty()) {
      error(begin, 1, "noun-form", "a noun is written ~word");
      return false;
    }
    const std::string noun = folded(name);
    node.words = context_.noun_set(noun);
    if (context_.remarks != nullptr &&
        !context_.inflection.is_nominal_form(context_.vocabulary.find(noun))) {
      context_.remarks->at(string_, begin + 1, name.size(), "unknown-noun",
                           "no word list inflects «" + std::string(name) +
                               "»: put it into words/nouns.toml, or write it without ~",
                           did_you_mean(noun, context_.inflection.nominals()));
    }
    return true;
  }

  // Letters; an apostrophe ends the word and belongs to it.
  std::string_view read_word() {
    const std::size_t begin = at_;
    while (at_ < end_ && is_word_byte(text_[at_])) ++at_;
    if (at_ > begin && peek() == '\'') ++at_;
    return text_.substr(begin, at_ - begin);
  }

  bool word(PatternNode& node) {
    const std::size_t begin = at_;
    const std::string_view name = read_word();
    node.words = context_.preposition(name);
    node.kind = PatternKind::kPreposition;
    if (node.words != kNoIndex) return true;
    node.kind = PatternKind::kWord;
    if (name.size() > 1 &&
        std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
      std::vector<std::string> known(context_.lexicon.prepositions().begin(),
                                     context_.lexicon.prepositions().end());
      error(begin, name.size(), "unknown-preposition",
            "«" + std::string(name) + "» is no preposition; literal words are written small",
            did_you_mean(name, known));
      return false;
    }
    node.words = context_.word_set({context_.vocabulary.add(folded(name))});
    return true;
  }

  bool number(PatternNode& node) {
    const std::size_t begin = at_;
    while (is_digit(peek())) ++at_;
    node.kind = PatternKind::kNumber;
    std::from_chars(text_.data() + begin, text_.data() + at_, node.number);
    return true;
  }

  bool gap(PatternNode& node) {
    const std::size_t begin = at_;
    at_ += 3;
    node.kind = PatternKind::kGap;
    node.count = kGapUnits;
    if (peek() == '!') node.cross = true, ++at_;
    const std::size_t from = at_;
    while (is_digit(peek())) ++at_;
    if (at_ == from) return true;
    std::uint32_t count = 0;
    std::from_chars(text_.data() + from, text_.data() + at_, count);
    if (count == 0 || count > kMaxGap) {
      error(begin, at_ - begin, "gap-length",
            "a gap crosses 1 to " + std::to_string(kMaxGap) + " units");
      count = 1;
    }
    node.count = static_cast<std::uint16_t>(count);
    return true;
  }

  bool choice(PatternNode& node, int depth) {
    const std::size_t begin = at_++;
    node.kind = PatternKind::kChoice;
    if (depth > 8) {
      error(begin, 1, "too-deep", "brackets may be nested eight deep");
      at_ = end_;
      return false;
    }
    for (;;) {
      node.branches.push_back(sequence(depth + 1));
      if (peek() != '|') break;
      ++at_;
    }
    if (peek() != ')') {
      error(begin, 1, "unclosed", "this bracket is never closed");
      return false;
    }
    ++at_;
    bool empty = false;
    for (const Pattern& branch : node.branches) empty = empty || branch.empty();
    if (empty)
      error(begin, at_ - begin, "empty-choice", "an alternative is empty",
            "an option is written (x)?");
    if (peek() == '?') {
      ++at_;
      node.branches.emplace_back();
    }
    return !empty;
  }

  bool bracket(PatternNode& node, int depth) {
    const std::size_t begin = at_;
    at_ += 2;
    node.kind = PatternKind::kBracket;
    node.branches.push_back(depth > 8 ? Pattern{} : sequence(depth + 1));
    if (peek() != '\\' || peek(1) != ')') {
      error(begin, 2, "unclosed", "`\\(` has no `\\)`");
      return false;
    }
    at_ += 2;
    return true;
  }

  PatternContext& context_;
  const RuleString& string_;
  std::string_view text_;
  std::size_t at_, end_;
  std::vector<SlotSpec>& slots_;
  std::size_t count_ = 0;
};

}  // namespace

Pattern parse_pattern(PatternContext& context, const RuleString& string, std::size_t begin,
                      std::size_t end, std::vector<SlotSpec>& slots) {
  const std::size_t before = context.reporter.count();
  Pattern pattern = Parser(context, string, begin, end, slots).parse();
  if (pattern.empty() && context.reporter.count() == before) {
    context.reporter.at(string, begin, std::max<std::size_t>(1, end - begin), "empty-pattern",
                        "the pattern is empty");
  }
  return pattern;
}

std::string to_text(const Pattern& pattern) {
  std::string out;
  for (const PatternNode& node : pattern) {
    if (!out.empty()) out += ' ';
    out += node.text;
  }
  return out;
}

std::uint32_t verb_feature(std::string_view name) {
  for (const FeatureName& one : kVerbFeatures) {
    if (one.name == name) return one.bit;
  }
  return 0;
}

std::vector<std::string> verb_feature_names() {
  std::vector<std::string> names;
  for (const FeatureName& one : kVerbFeatures) names.emplace_back(one.name);
  return names;
}

Index find_slot(const std::vector<SlotSpec>& slots, std::string_view name) {
  for (Index i = 0; i < slots.size(); ++i) {
    if (slots[i].name == name) return i;
  }
  return kNoIndex;
}

std::vector<std::string> slot_names(const std::vector<SlotSpec>& slots) {
  std::vector<std::string> names;
  for (const SlotSpec& slot : slots) names.push_back(slot.name);
  return names;
}

}  // namespace panchina
