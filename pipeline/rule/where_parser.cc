#include "rule/where_parser.h"

#include <algorithm>
#include <charconv>

#include "rule/pattern_parser.h"

namespace panchina {

namespace {

struct Function {
  std::string_view name;
  WhereOp op;
};
constexpr Function kFunctions[] = {{"high", WhereOp::kHigh},
                                   {"low", WhereOp::kLow},
                                   {"first", WhereOp::kFirst},
                                   {"second", WhereOp::kSecond},
                                   {"bound", WhereOp::kBound}};
struct Comparison {
  std::string_view text;
  WhereOp op;
};
constexpr Comparison kComparisons[] = {{"==", WhereOp::kEqual},        {"!=", WhereOp::kUnequal},
                                       {"<=", WhereOp::kLessEqual},    {"<", WhereOp::kLess},
                                       {">=", WhereOp::kGreaterEqual}, {">", WhereOp::kGreater}};

class Parser {
 public:
  Parser(const RuleString& string, const std::vector<SlotSpec>& slots, Reporter& reporter)
      : string_(string), text_(string.text()), slots_(slots), reporter_(reporter) {}

  WhereExpression parse() {
    out_.text = std::string(text_);
    any(0);
    skip();
    if (!failed_ && at_ < text_.size()) {
      fail(at_, text_.size() - at_, "where-syntax", "the expression should end here");
    }
    if (failed_) out_.steps.clear();
    return std::move(out_);
  }

 private:
  void fail(std::size_t at, std::size_t length, std::string code, std::string message,
            std::string hint = "") {
    if (!failed_) {
      reporter_.at(string_, at, std::max<std::size_t>(1, length), std::move(code),
                   std::move(message), std::move(hint));
    }
    failed_ = true;
  }
  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t')) {
      ++at_;
    }
  }
  bool take(std::string_view token) {
    skip();
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }
  bool take_word(std::string_view word) {
    skip();
    if (peek_name() != word) return false;
    at_ += word.size();
    return true;
  }
  std::string_view peek_name() {
    skip();
    std::size_t end = at_;
    while (end < text_.size() &&
           (std::isalnum(static_cast<unsigned char>(text_[end])) != 0 || text_[end] == '_')) {
      ++end;
    }
    return text_.substr(at_, end - at_);
  }
  void push(WhereOp op) { out_.steps.push_back({op, 0, kNoIndex}); }

  void any(int depth) {
    every(depth);
    while (!failed_ && take_word("or")) every(depth), push(WhereOp::kOr);
  }
  void every(int depth) {
    negation(depth);
    while (!failed_ && take_word("and")) negation(depth), push(WhereOp::kAnd);
  }
  void negation(int depth) {
    int count = 0;
    while (take_word("not")) ++count;
    compare(depth);
    if (count % 2 == 1) push(WhereOp::kNot);
  }
  void compare(int depth) {
    sum(depth);
    if (failed_) return;
    for (const Comparison& one : kComparisons) {
      if (!take(one.text)) continue;
      sum(depth);
      push(one.op);
      return;
    }
  }
  void sum(int depth) {
    term(depth);
    for (;;) {
      if (failed_) return;
      if (take("+")) {
        term(depth), push(WhereOp::kAdd);
      } else if (take("-")) {
        term(depth), push(WhereOp::kSubtract);
      } else {
        return;
      }
    }
  }
  void term(int depth) {
    factor(depth);
    while (!failed_ && take("*")) factor(depth), push(WhereOp::kMultiply);
  }
  void factor(int depth) {
    if (failed_) return;
    if (depth > 16) return fail(at_, 1, "where-syntax", "brackets are nested too deep");
    if (take("-")) return factor(depth + 1), push(WhereOp::kNegate);
    const std::size_t open = at_;
    if (take("(")) {
      any(depth + 1);
      if (!failed_ && !take(")")) fail(open, 1, "where-syntax", "this bracket is never closed");
      return;
    }
    const std::string_view name = peek_name();
    if (name.empty()) {
      return fail(at_, 1, "where-syntax", "a slot or a number should stand here");
    }
    const std::size_t begin = at_;
    at_ += name.size();
    if (name[0] >= '0' && name[0] <= '9') {
      WhereStep step;
      const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), step.value);
      if (error != std::errc() || end != name.data() + name.size()) {
        return fail(begin, name.size(), "where-syntax", "this is no number");
      }
      out_.steps.push_back(step);
      return;
    }
    for (const Function& one : kFunctions) {
      if (one.name != name || !take("(")) continue;
      const std::string_view slot = peek_name();
      const std::size_t at = at_;
      at_ += slot.size();
      add_slot(one.op, slot, at);
      if (!failed_ && !take(")")) fail(at_, 1, "where-syntax", "«)» should stand here");
      return;
    }
    add_slot(WhereOp::kSlot, name, begin);
  }
  void add_slot(WhereOp op, std::string_view name, std::size_t at) {
    const Index slot = find_slot(slots_, name);
    if (slot == kNoIndex) {
      return fail(at, name.size(), "unknown-slot",
                  "the rule has no slot «" + std::string(name) + "»",
                  did_you_mean(name, slot_names(slots_)));
    }
    out_.steps.push_back({op, 0, slot});
  }

  const RuleString& string_;
  std::string_view text_;
  const std::vector<SlotSpec>& slots_;
  Reporter& reporter_;
  WhereExpression out_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

WhereExpression parse_where(const RuleString& string, const std::vector<SlotSpec>& slots,
                            Reporter& reporter) {
  return Parser(string, slots, reporter).parse();
}

}  // namespace panchina
