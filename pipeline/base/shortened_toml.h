// ShortenedToml: the text of a TOML file without its comments and the insides of its strings that
// are values without escapes, which are most of a rule file and which toml++ reads letter by
// letter. Offsets are bytes. Thread rule: const after construction.
//
//   const ShortenedToml shortened(text);
//   toml::parse(shortened.text());     // a string at `at` there stands at shortened.whole(at), and
//   shortened.inside(shortened.whole(at));  // ... is what stood between its quotes
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace panchina {

class ShortenedToml {
 public:
  // The text must outlive it. What is no TOML is left as it is from there on, for the parser to
  // tell; so is an inside with control characters or bytes that may be no UTF-8. Linear.
  explicit ShortenedToml(std::string_view text);

  std::string_view text() const { return kept_; }
  // Where a byte of the short text stands in the whole one.
  std::uint32_t whole(std::uint32_t offset) const;
  // What was cut from the string that begins there in the whole text; nothing: nothing was.
  std::optional<std::string_view> inside(std::uint32_t offset) const;

 private:
  struct Cut {
    std::uint32_t begin = 0;  // in the whole text
    std::uint32_t size = 0;
    std::uint32_t at = 0;       // in the short one: behind the opening quotes
    std::uint32_t removed = 0;  // by this and all before
  };
  std::size_t behind(std::size_t at);
  bool is_value(std::size_t begin, std::size_t end) const;
  void cut_line(std::size_t begin, std::size_t end);
  void cut(std::size_t begin, std::size_t end);

  std::string_view text_;
  std::string kept_;
  std::size_t copied_ = 0;  // up to there, cuts apart
  std::vector<Cut> cuts_;
};

}  // namespace panchina
