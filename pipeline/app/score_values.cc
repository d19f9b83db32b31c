#include "app/score_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <regex>

#include "text/fold.h"

namespace panchina {
namespace {

// Days from 1 March 0000 (proleptic Gregorian), or nothing for no day of the calendar.
using DayNumber = std::int64_t;

int days_in(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::optional<DayNumber> day_number(int year, int month, int day) {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) {
    return std::nullopt;
  }
  const DayNumber y = month <= 2 ? year - 1 : year;
  const DayNumber m = month <= 2 ? month + 9 : month - 3;
  return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + day - 1;
}

struct Bounds {
  std::optional<DayNumber> first, last;
  friend bool operator==(const Bounds&, const Bounds&) = default;
};

int digits(const std::string& text, std::size_t at, std::size_t count) {
  int value = 0;
  std::from_chars(text.data() + at, text.data() + at + count, value);
  return value;
}

// Whether the text has the form: 9 stands for a digit.
bool has_form(const std::string& text, std::string_view form) {
  return text.size() == form.size() &&
         std::equal(text.begin(), text.end(), form.begin(),
                    [](char c, char f) { return f == '9' ? c >= '0' && c <= '9' : c == f; });
}

std::optional<Bounds> span_of(std::optional<DayNumber> first, std::optional<DayNumber> last) {
  if (!first || !last) return std::nullopt;
  return Bounds{first, last};
}

std::optional<Bounds> week(int year, int number) {
  const auto start = day_number(year, 1, 4);
  if (!start) return std::nullopt;
  // 1 March 0000 was a Wednesday; weeks start on Monday, the first holds 4 January.
  const auto monday_of = [](DayNumber day) { return day - (day + 2) % 7; };
  const DayNumber monday = monday_of(*start) + (number - 1) * 7;
  const auto next = day_number(year + 1, 1, 4);
  if (number < 1 || (next && monday >= monday_of(*next))) return std::nullopt;
  return Bounds{monday, monday + 6};
}

std::optional<Bounds> point(std::string text) {
  while (!text.empty() && std::string_view("~?%").find(text.back()) != std::string_view::npos) {
    text.pop_back();
  }
  if (text.size() > 11 && text[10] == 'T' && has_form(text.substr(0, 10), "9999-99-99")) {
    std::string clock = text.substr(11);
    if (clock.size() > 1 && clock.ends_with('Z')) clock.pop_back();
    if (clock.find_first_not_of("0123456789.:") == std::string::npos) text.resize(10);
  }
  if (has_form(text, "9999-99-99")) {
    const auto day = day_number(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    return span_of(day, day);
  }
  if (has_form(text, "9999-W99")) return week(digits(text, 0, 4), digits(text, 6, 2));
  if (has_form(text, "9999-99")) {
    const int year = digits(text, 0, 4), month = digits(text, 5, 2);
    if (month >= 21 && month <= 24) {
      const int first = (month - 20) * 3;
      const int last = first == 12 ? 2 : first + 2;
      const int end_year = last < first ? year + 1 : year;
      return span_of(day_number(year, first, 1),
                     day_number(end_year, last, days_in(end_year, last)));
    }
    if (month < 1 || month > 12) return std::nullopt;
    return span_of(day_number(year, month, 1), day_number(year, month, days_in(year, month)));
  }
  int first = 0, years = 0;
  if (has_form(text, "99XX")) {
    first = digits(text, 0, 2) * 100, years = 100;
  } else if (has_form(text, "999X")) {
    first = digits(text, 0, 3) * 10, years = 10;
  } else if (has_form(text, "9999")) {
    first = digits(text, 0, 4), years = 1;
  } else {
    return std::nullopt;
  }
  return span_of(day_number(first, 1, 1), day_number(first + years - 1, 12, 31));
}

std::optional<Bounds> bounds(const std::string& value) {
  const std::size_t slash = value.find('/');
  if (slash == std::string::npos) return point(value);
  const std::string left = value.substr(0, slash), right = value.substr(slash + 1);
  if (right.find('/') != std::string::npos) return std::nullopt;
  const auto side = [](const std::string& text) {
    return text.empty() || text == ".." ? std::optional<Bounds>(Bounds{}) : point(text);
  };
  const auto first = side(left), last = side(right);
  if (!first || !last) return std::nullopt;
  return Bounds{first->first, last->last};
}

// One form for a season (2012/2013 is 2012-07/2013-06) and a point with an open side (2016/..).
std::string canonical(std::string value) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (value.size() > 3 && value.starts_with("../") && is_digit(value[3])) value.erase(0, 3);
  if (value.size() > 3 && value.ends_with("/..") && is_digit(value[value.size() - 4])) {
    value.resize(value.size() - 3);
  }
  if (has_form(value, "9999/9999") && digits(value, 5, 4) == digits(value, 0, 4) + 1) {
    return value.substr(0, 4) + "-07/" + value.substr(5) + "-06";
  }
  return value;
}

std::vector<std::string> words(const std::string& name) {
  const std::string folded_name = slug(name);
  std::vector<std::string> out(1);
  for (const char c : folded_name) {
    if (c == '-') {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

// One name ends with the other (`Di Francesco`, `Eusebio Di Francesco`; but Rossi is not De Rossi),
// or they differ only in a first name's initial.
bool same_person(const std::string& left, const std::string& right) {
  static constexpr std::string_view kParticles[] = {"d",   "da",  "dal",  "dall",  "dalla", "de",
                                                    "dei", "del", "dell", "della", "delle", "di",
                                                    "la",  "lo",  "van",  "von"};
  std::vector<std::string> one = words(left), two = words(right);
  if (one.size() > two.size()) std::swap(one, two);
  const auto tail = static_cast<std::ptrdiff_t>(two.size() - one.size());
  if (std::equal(one.begin(), one.end(), two.begin() + tail)) {
    return tail == 0 || std::ranges::find(kParticles, two[static_cast<std::size_t>(tail - 1)]) ==
                            std::end(kParticles);
  }
  return one.size() == two.size() && one.size() > 1 &&
         std::equal(one.begin() + 1, one.end(), two.begin() + 1) &&
         std::min(one[0].size(), two[0].size()) == 1 && one[0][0] == two[0][0];
}

std::string without_marks(std::string text) {
  text.erase(0, std::min(text.find_first_not_of('?'), text.size()));
  return text;
}

bool truth(const ScoreValue& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole != 0;
  if (const auto* real = std::get_if<double>(&value)) return *real != 0;
  if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
  return false;
}

bool one_of(std::string_view slot, std::initializer_list<std::string_view> slots) {
  return std::ranges::find(slots, slot) != slots.end();
}

}  // namespace

bool ScoreSlot::may_be_empty() const {
  return std::ranges::any_of(choices, [](const ScoreValue& value) { return is_null(value); });
}

const ScoreSlot& ScoreSlots::operator[](std::string_view name) const {
  static const ScoreSlot empty;
  const auto found = std::ranges::find(slots_, name, &std::pair<std::string, ScoreSlot>::first);
  return found == slots_.end() ? empty : found->second;
}

void ScoreSlots::swap(std::string_view one, std::string_view two) {
  const ScoreSlot first = (*this)[one], second = (*this)[two];
  std::erase_if(slots_, [&](const auto& slot) { return slot.first == one || slot.first == two; });
  add(std::string(one), second);
  add(std::string(two), first);
}

std::string score_text(const ScoreValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "True" : "False";
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value)) {
    std::array<char, 32> out{};
    const auto end = std::to_chars(out.data(), out.data() + out.size(), *real).ptr;
    std::string text(out.data(), end);
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
  }
  return "None";
}

std::string score_text(const ScoreSlot& slot) {
  std::string text;
  for (const ScoreValue& value : slot.choices) {
    if (!text.empty()) text += '|';
    text += is_null(value) ? "null" : score_text(value);
  }
  return text;
}

bool is_duration(const ScoreValue& value) {
  static const std::regex form(R"(P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T\d+H)?)");
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr && !text->empty() && text->front() == 'P' && std::regex_match(*text, form);
}

bool same_days(const std::string& one, const std::string& two) {
  const std::string left = canonical(one), right = canonical(two);
  if (left == right) return true;
  if (is_duration(left) || is_duration(right)) return false;
  const auto first = bounds(left), second = bounds(right);
  return first && second && *first == *second;
}

bool same_slot_value(std::string_view slot, const ScoreValue& found, const ScoreValue& gold) {
  if (is_null(found) || is_null(gold)) return is_null(found) && is_null(gold);
  if (one_of(slot, {"date", "start", "end", "contract_end"})) {
    return same_days(score_text(found), score_text(gold));
  }
  if (one_of(slot, {"person", "replaces", "replaced_by"})) {
    return same_person(score_text(found), score_text(gold));
  }
  if (one_of(slot, {"home", "away", "club", "competition", "stadium", "place", "against"})) {
    return slug(without_marks(score_text(found))) == slug(without_marks(score_text(gold)));
  }
  if (slot == "interim") return truth(found) == truth(gold);
  return score_text(found) == score_text(gold);
}

}  // namespace panchina
