#include "rule/mention_value.h"

#include <algorithm>
#include <array>
#include <optional>

namespace panchina {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name(char c) { return (c >= 'a' && c <= 'z') || c == '_' || is_digit(c); }

struct UnitName {
  std::string_view name;
  CalendarUnit unit;
};
constexpr std::array<UnitName, 7> kUnits = {{{"day", CalendarUnit::kDay},
                                             {"week", CalendarUnit::kWeek},
                                             {"month", CalendarUnit::kMonth},
                                             {"year", CalendarUnit::kYear},
                                             {"season", CalendarUnit::kSeason},
                                             {"named_month", CalendarUnit::kNamedMonth},
                                             {"weekday", CalendarUnit::kWeekday}}};

struct Failure {
  TextMistake mistake;
};

// A number of the text: a constant or a slot, with its sign.
struct Number {
  std::int32_t constant = 0;
  Index slot = kNoIndex;
  std::int32_t sign = 1;
};

class ValueParser {
 public:
  ValueParser(std::string_view text, const std::vector<MentionSlot>& slots)
      : text_(text), slots_(slots) {}

  std::optional<TextMistake> mistake;
  CompiledValue out;

  void date() {
    out.kind = expression();
    skip();
    if (!mistake && at_ < text_.size()) fail(at_, "bad-value", "nothing may follow here");
  }

  void numbers() {
    for (;;) {
      skip();
      if (at_ >= text_.size() || text_[at_] != '{') {
        return fail(at_, "bad-value", "a slot `{name}` is wanted here");
      }
      const Index slot = slot_index();
      if (mistake) return;
      out.numbers.push_back(slot);
      skip();
      if (at_ >= text_.size()) return;
      if (text_[at_] != ',') return fail(at_, "bad-value", "`,` is wanted here");
      ++at_;
    }
  }

 private:
  void fail(std::size_t offset, std::string code, std::string message, std::string hint = "") {
    if (mistake) return;
    mistake = TextMistake{static_cast<std::uint32_t>(offset), 1, std::move(code),
                          std::move(message), std::move(hint)};
  }

  void skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  bool take(char c) {
    skip();
    if (at_ < text_.size() && text_[at_] == c) {
      ++at_;
      return true;
    }
    return false;
  }

  Index slot_index() {
    const std::size_t begin = at_;
    const std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) {
      fail(begin, "unclosed-slot", "`{` without its `}`");
      return kNoIndex;
    }
    std::string name(text_.substr(begin + 1, close - begin - 1));
    at_ = close + 1;
    std::vector<std::string> known;
    for (Index i = 0; i < slots_.size(); ++i) {
      if (slots_[i].name == name) return i;
      known.push_back(slots_[i].name);
    }
    fail(begin + 1, "unknown-slot", "the pattern has no slot «" + name + "»",
         did_you_mean(name, known));
    return kNoIndex;
  }

  Number number() {
    skip();
    Number out_number;
    if (take('-')) out_number.sign = -1;
    skip();
    if (at_ < text_.size() && text_[at_] == '{') {
      out_number.slot = slot_index();
      return out_number;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) {
      out_number.constant = out_number.constant * 10 + (text_[at_++] - '0');
    }
    if (at_ == begin) fail(begin, "bad-value", "a number or a slot is wanted here");
    out_number.constant *= out_number.sign;
    out_number.sign = 1;
    return out_number;
  }

  std::string name() {
    skip();
    std::string out_name;
    while (at_ < text_.size() && is_name(text_[at_])) out_name += text_[at_++];
    return out_name;
  }

  static void set(ValueStep& step, std::size_t argument, const Number& number) {
    (argument == 0 ? step.step.a : argument == 1 ? step.step.b : step.step.c) = number.constant;
    step.slots[argument] = number.slot;
    step.signs[argument] = number.sign;
  }

  bool comma() {
    if (take(',')) return true;
    fail(at_, "bad-value", "`,` is wanted here");
    return false;
  }

  void close() {
    if (!take(')')) fail(at_, "bad-value", "`)` is wanted here");
  }

  // The anchor in front of `)`, or none.
  CalendarAnchor optional_anchor() {
    const std::size_t begin = at_;
    if (!take(',')) return CalendarAnchor::kEither;
    const std::string word = name();
    if (word == "published") return CalendarAnchor::kPublished;
    if (word == "story") return CalendarAnchor::kStory;
    at_ = begin;
    return CalendarAnchor::kEither;
  }

  CalendarUnit unit() {
    const std::size_t begin = at_;
    const std::string word = name();
    for (const UnitName& known : kUnits) {
      if (known.name == word) return known.unit;
    }
    fail(begin, "unknown-unit", "«" + word + "» is no unit",
         "day, week, month, year, season, named_month({m}) and weekday({w}) are");
    return CalendarUnit::kDay;
  }

  // {year}-{month}-{day}, XXXX-{month}, 2000-12-31; {x} alone may be a date.
  DateKind point() {
    ValueStep step;
    step.step.op = CalendarOp::kPoint;
    for (std::size_t part = 0; part < 3; ++part) {
      if (part > 0) {
        if (at_ >= text_.size() || text_[at_] != '-') break;
        ++at_;
      }
      if (at_ < text_.size() && text_[at_] == 'X') {
        while (at_ < text_.size() && text_[at_] == 'X') ++at_;
        continue;
      }
      const Number one = number();
      if (mistake) return DateKind::kDate;
      if (part == 0 && one.slot != kNoIndex && slots_[one.slot].kind == MentionSlot::Kind::kDate) {
        step.date_slot = one.slot;
        out.steps.push_back(step);
        return DateKind::kDate;
      }
      set(step, part, one);
    }
    for (Index i = 0; i < slots_.size(); ++i) {
      if (slots_[i].name == "weekday") step.weekday_slot = i;
    }
    out.steps.push_back(step);
    return DateKind::kDate;
  }

  DateKind expression() {
    skip();
    if (at_ >= text_.size()) {
      fail(at_, "bad-value", "a value is wanted here");
      return DateKind::kDate;
    }
    const char c = text_[at_];
    if (c == '{' || c == 'X' || is_digit(c)) return point();
    const std::size_t begin = at_;
    const std::string function = name();
    if (!take('(')) {
      fail(begin, "bad-value", "a date, a slot or a function is wanted here");
      return DateKind::kDate;
    }
    const DateKind kind = call(function, begin);
    if (!mistake) close();
    return kind;
  }

  DateKind call(const std::string& function, std::size_t begin) {
    ValueStep step;
    if (function == "this" || function == "previous" || function == "next") {
      return relative(function);
    }
    if (function == "shift") return shift();
    if (function == "within" || function == "interval") {
      const DateKind inner = expression();
      if (!comma()) return inner;
      expression();
      step.step.op = function == "within" ? CalendarOp::kWithin : CalendarOp::kInterval;
      out.steps.push_back(step);
      return function == "within" ? inner : DateKind::kRange;
    }
    if (function == "start_of" || function == "middle_of" || function == "end_of") {
      const DateKind kind = expression();
      step.step.op = function == "start_of"    ? CalendarOp::kStartOf
                     : function == "middle_of" ? CalendarOp::kMiddleOf
                                               : CalendarOp::kEndOf;
      out.steps.push_back(step);
      return kind;
    }
    if (function == "approx") {
      const DateKind kind = expression();
      if (!out.steps.empty()) out.steps.back().step.approximate = true;
      return kind;
    }
    if (function == "time") return time();
    if (function == "duration") {
      set(step, 0, number());
      if (!comma()) return DateKind::kDuration;
      step.step.op = CalendarOp::kDuration;
      step.step.b = static_cast<std::int32_t>(unit());
      out.steps.push_back(step);
      return DateKind::kDuration;
    }
    if (function == "weekend") {
      step.step.op = CalendarOp::kWeekend;
      out.steps.push_back(step);
      return DateKind::kDate;
    }
    if (function == "this_season" || function == "next_season" || function == "previous_season" ||
        function == "first_season" || function == "season_just_over") {
      step.step.op = function == "this_season"    ? CalendarOp::kThisSeason
                     : function == "next_season"  ? CalendarOp::kNextSeason
                     : function == "first_season" ? CalendarOp::kFirstSeason
                                                  : CalendarOp::kPreviousSeason;
      if (function == "season_just_over") step.step.a = 1;
      const std::string word = name();
      if (word == "published") step.step.anchor = CalendarAnchor::kPublished;
      if (word == "story") step.step.anchor = CalendarAnchor::kStory;
      out.steps.push_back(step);
      return DateKind::kSeason;
    }
    struct Numeric {
      std::string_view name;
      CalendarOp op;
      DateKind kind;
    };
    static constexpr std::array<Numeric, 7> kNumeric = {
        {{"season", CalendarOp::kSeason, DateKind::kSeason},
         {"decade", CalendarOp::kDecade, DateKind::kDate},
         {"century", CalendarOp::kCentury, DateKind::kDate},
         {"same_month", CalendarOp::kSameMonth, DateKind::kDate},
         {"holiday", CalendarOp::kHoliday, DateKind::kDate},
         {"weekday_day", CalendarOp::kWeekdayDay, DateKind::kDate},
         {"year_season", CalendarOp::kYearSeason, DateKind::kDate}}};
    for (const Numeric& numeric : kNumeric) {
      if (numeric.name != function) continue;
      step.step.op = numeric.op;
      set(step, 0, number());
      if (take(',')) set(step, 1, number());
      out.steps.push_back(step);
      return numeric.kind;
    }
    fail(begin, "unknown-function", "no calendar operation is called «" + function + "»");
    return DateKind::kDate;
  }

  // this(day), previous(named_month({m})), next(weekday({w})), previous(XXXX-{m}-{d}).
  DateKind relative(const std::string& function) {
    ValueStep step;
    step.step.op = function == "this"   ? CalendarOp::kThis
                   : function == "next" ? CalendarOp::kNext
                                        : CalendarOp::kPrevious;
    skip();
    if (at_ < text_.size() &&
        (text_[at_] == 'X' || text_[at_] == '{' || text_.substr(at_).starts_with("year_season") ||
         text_.substr(at_).starts_with("holiday"))) {
      const DateKind kind = expression();
      if (!out.steps.empty()) {
        out.steps.back().step.direction = static_cast<std::int8_t>(function == "this"   ? 0
                                                                   : function == "next" ? 1
                                                                                        : -1);
        out.steps.back().step.anchor = optional_anchor();
      }
      return kind;
    }
    const CalendarUnit which = unit();
    step.step.b = static_cast<std::int32_t>(which);
    if (which == CalendarUnit::kNamedMonth || which == CalendarUnit::kWeekday) {
      if (!take('(')) {
        fail(at_, "bad-value", "`(` is wanted here");
        return DateKind::kDate;
      }
      set(step, 2, number());
      if (!mistake) close();
    }
    step.step.anchor = optional_anchor();
    out.steps.push_back(step);
    return which == CalendarUnit::kSeason ? DateKind::kSeason : DateKind::kDate;
  }

  DateKind shift() {
    ValueStep step;
    step.step.op = CalendarOp::kShift;
    set(step, 0, number());
    if (!comma()) return DateKind::kDate;
    const CalendarUnit which = unit();
    step.step.b = static_cast<std::int32_t>(which);
    step.step.anchor = optional_anchor();
    if (step.step.anchor == CalendarAnchor::kEither && take(',')) {
      expression();
      step.step.c = 1;  // it has an operand
    }
    out.steps.push_back(step);
    return which == CalendarUnit::kSeason ? DateKind::kSeason : DateKind::kDate;
  }

  DateKind time() {
    ValueStep step;
    step.step.op = CalendarOp::kTimeOfDay;
    set(step, 0, number());
    if (take(',')) {
      const std::size_t before = at_;
      skip();
      if (at_ < text_.size() && (text_[at_] == '{' || is_digit(text_[at_])) && !is_date_slot()) {
        set(step, 1, number());
      } else {
        at_ = before - 1;
      }
    }
    if (take(',')) {
      expression();
      step.step.c = 1;
    }
    out.steps.push_back(step);
    return DateKind::kTime;
  }

  bool is_date_slot() const {
    const std::size_t close = text_.find('}', at_);
    if (text_[at_] != '{' || close == std::string_view::npos) return false;
    const std::string_view slot = text_.substr(at_ + 1, close - at_ - 1);
    return std::any_of(slots_.begin(), slots_.end(), [slot](const MentionSlot& one) {
      return one.name == slot && one.kind == MentionSlot::Kind::kDate;
    });
  }

  std::string_view text_;
  const std::vector<MentionSlot>& slots_;
  std::size_t at_ = 0;
};

}  // namespace

Result<CompiledValue, TextMistake> compile_date_value(std::string_view text,
                                                      const std::vector<MentionSlot>& slots) {
  ValueParser parser(text, slots);
  parser.date();
  if (parser.mistake) return Unexpected(std::move(*parser.mistake));
  return std::move(parser.out);
}

Result<CompiledValue, TextMistake> compile_numbers(std::string_view text,
                                                   const std::vector<MentionSlot>& slots) {
  ValueParser parser(text, slots);
  parser.numbers();
  if (parser.mistake) return Unexpected(std::move(*parser.mistake));
  return std::move(parser.out);
}

namespace {

Unexpected<TextMistake> where_mistake(std::size_t offset, std::string message) {
  return Unexpected(
      TextMistake{static_cast<std::uint32_t>(offset), 1, "bad-where", std::move(message), ""});
}

std::optional<Condition::Op> comparison(std::string_view text) {
  if (text == "==") return Condition::Op::kEqual;
  if (text == "!=") return Condition::Op::kNotEqual;
  if (text == "<") return Condition::Op::kLess;
  if (text == "<=") return Condition::Op::kLessEqual;
  if (text == ">") return Condition::Op::kGreater;
  if (text == ">=") return Condition::Op::kGreaterEqual;
  return std::nullopt;
}

}  // namespace

Result<std::vector<Condition>, TextMistake> compile_where(std::string_view text,
                                                          const std::vector<MentionSlot>& slots) {
  std::vector<Condition> out;
  std::size_t at = 0;
  const auto word = [&]() {
    while (at < text.size() && (text[at] == ' ' || text[at] == ',')) ++at;
    const std::size_t begin = at;
    if (at < text.size() && is_name(text[at])) {
      while (at < text.size() && is_name(text[at])) ++at;
    } else if (at < text.size() && (text[at] == '(' || text[at] == ')' || text[at] == '+')) {
      ++at;
    } else {
      while (at < text.size() &&
             std::string_view("=!<>").find(text[at]) != std::string_view::npos) {
        ++at;
      }
    }
    return text.substr(begin, at - begin);
  };
  const auto slot = [&](std::string_view name) -> Index {
    for (Index i = 0; i < slots.size(); ++i) {
      if (slots[i].name == name) return i;
    }
    return kNoIndex;
  };
  while (at < text.size()) {
    Condition condition;
    std::string_view left = word();
    if (left == "gap") {
      condition.gap = true;
      if (word() != "(") return where_mistake(at, "`(` is wanted after gap");
      condition.left = slot(word());
      condition.right = slot(word());
      if (word() != ")") return where_mistake(at, "`)` is wanted after gap's two slots");
      if (condition.right == kNoIndex) return where_mistake(at, "gap wants two slots");
    } else {
      condition.left = slot(left);
    }
    if (condition.left == kNoIndex) return where_mistake(at, "the pattern has no such slot");
    std::string_view sign = word();
    while (sign == "+") {
      condition.plus.push_back(slot(word()));
      if (condition.plus.back() == kNoIndex) {
        return where_mistake(at, "the pattern has no such slot");
      }
      sign = word();
    }
    const std::optional<Condition::Op> op = comparison(sign);
    if (!op) return where_mistake(at, "a comparison is wanted here");
    condition.op = *op;
    const std::string_view right = word();
    if (!right.empty() && is_digit(right[0])) {
      for (const char c : right) condition.number = condition.number * 10 + (c - '0');
    } else if (!condition.gap) {
      condition.right = slot(right);
      if (condition.right == kNoIndex) return where_mistake(at, "the pattern has no such slot");
    } else {
      return where_mistake(at, "gap is compared with a number");
    }
    out.push_back(condition);
    const std::string_view joint = word();
    if (joint.empty()) break;
    if (joint != "and") return where_mistake(at, "`and` is wanted here");
  }
  return out;
}

}  // namespace panchina
