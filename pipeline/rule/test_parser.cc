#include "rule/test_parser.h"

#include <algorithm>

namespace panchina {

namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// The pieces of a text between `mark`s, trimmed.
std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(mark);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == text.npos) return parts;
    text.remove_prefix(at + 1);
  }
}

// Whether it is one of `\`, `[` and `]`, or `¶` may begin there.
bool may_be_special(char c) { return c == '\\' || c == '[' || c == ']' || c == '\xC2'; }

}  // namespace

std::vector<RuleTest> parse_tests(const RuleString& string, Reporter& reporter) {
  std::vector<RuleTest> tests;
  const std::string_view whole = string.text();
  for (std::size_t begin = 0; begin < whole.size();) {
    const std::size_t end = std::min(whole.find('\n', begin), whole.size());
    const std::string_view line = trimmed(whole.substr(begin, end - begin));
    const std::size_t line_begin = begin;
    begin = end + 1;
    if (line.empty() || line[0] == '#') continue;
    const auto at = static_cast<std::size_t>(line.data() - whole.data());
    RuleTest test;
    std::string_view rest = line;
    if (rest[0] == '~') test.known_gap = true, rest.remove_prefix(1);
    if (rest.empty() || (rest[0] != '+' && rest[0] != '-')) {
      reporter.at(string, at, line.size(), "test-syntax", "a test begins with +, -, ~+ or ~-");
      continue;
    }
    test.sign = rest[0] == '+' ? TestSign::kFires : TestSign::kSilent;
    test.place = string.place(at);
    rest = trimmed(rest.substr(1));
    const std::size_t arrow = rest.find("=>");
    std::string_view text = trimmed(rest.substr(0, arrow));
    if (text.starts_with('@')) {
      const std::size_t blank = std::min(text.find(' '), text.size());
      test.published = std::string(text.substr(1, blank - 1));
      text = trimmed(text.substr(blank));
    }
    if (text.empty()) {
      reporter.at(string, at, line.size(), "test-syntax", "the test has no sentence");
      continue;
    }
    test.text.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {  // `\n` is a line end, brackets mark
      const std::size_t plain = i;
      while (i < text.size() && !may_be_special(text[i])) ++i;
      test.text += text.substr(plain, i - plain);
      if (i == text.size()) break;
      if (text.substr(i).starts_with("\\n")) {
        test.text += '\n';
        ++i;
      } else if (text.substr(i).starts_with("¶")) {
        while (test.text.ends_with(' ')) test.text.pop_back();
        test.text += '\n';
        i += std::string_view("¶").size() - 1;
        while (i + 1 < text.size() && text[i + 1] == ' ') ++i;
      } else if (text[i] == '[' && test.marked_end == 0) {
        test.marked_begin = test.text.size();
      } else if (text[i] == ']' && test.marked_end == 0) {
        test.marked_end = test.text.size();
      } else {
        test.text += text[i];
      }
    }
    if (arrow != rest.npos) {
      if (test.sign == TestSign::kSilent) {
        reporter.at(string, at, line.size(), "test-syntax", "a - test has no => and no slots");
        continue;
      }
      for (const std::string_view event : split(rest.substr(arrow + 2), '|')) {
        std::vector<Expected>& slots = test.events.emplace_back();
        for (const std::string_view pair : split(event, ';')) {
          if (pair.empty()) continue;
          const std::size_t equals = pair.find('=');
          if (equals == pair.npos || equals == 0) {
            reporter.at(string, static_cast<std::size_t>(pair.data() - whole.data()), pair.size(),
                        "test-syntax", "what a test expects is written slot=value");
            continue;
          }
          std::string_view value = trimmed(pair.substr(equals + 1));
          if (value == "∅") value = {};
          slots.push_back({std::string(trimmed(pair.substr(0, equals))), std::string(value)});
        }
      }
    }
    static_cast<void>(line_begin);
    tests.push_back(std::move(test));
  }
  return tests;
}

}  // namespace panchina
