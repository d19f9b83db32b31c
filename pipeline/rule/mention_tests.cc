#include "rule/mention_tests.h"

namespace panchina {

namespace {

void trim(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
}

}  // namespace

std::vector<MentionTest> parse_mention_tests(
    std::string_view text,
    const std::function<void(std::uint32_t offset, const std::string& message)>& complain,
    const std::function<Place(std::uint32_t offset)>& place) {
  std::vector<MentionTest> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto offset = static_cast<std::uint32_t>(begin);
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    trim(line);
    if (line.empty() || line.front() == '#') continue;
    MentionTest test;
    test.place = place(offset);
    if (line.front() == '~') {
      test.known_gap = true;
      line.remove_prefix(1);
    }
    if (line.empty() || (line.front() != '+' && line.front() != '-')) {
      complain(offset, "a test begins with `+`, `-`, `~+` or `~-`");
      continue;
    }
    test.wanted = line.front() == '+';
    line.remove_prefix(1);
    trim(line);
    if (!line.empty() && line.front() == '@') {
      const std::size_t blank = std::min(line.find(' '), line.size());
      test.published = std::string(line.substr(1, blank - 1));
      line.remove_prefix(blank);
      trim(line);
    }
    if (const std::size_t arrow = line.rfind("=>"); arrow != std::string_view::npos) {
      std::string_view value = line.substr(arrow + 2);
      trim(value);
      test.value = std::string(value);
      line = line.substr(0, arrow);
      trim(line);
    }
    const std::size_t open = line.find('[');
    const std::size_t close = line.rfind(']');
    if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
      test.text = std::string(line.substr(0, open)) +
                  std::string(line.substr(open + 1, close - open - 1)) +
                  std::string(line.substr(close + 1));
      test.begin = static_cast<std::uint32_t>(open);
      test.end = static_cast<std::uint32_t>(close - 1);
    } else {
      test.text = std::string(line);
    }
    if (test.wanted && test.end == 0) {
      complain(offset, "a `+` test puts the mention in [brackets]");
      continue;
    }
    out.push_back(std::move(test));
  }
  return out;
}

}  // namespace panchina
