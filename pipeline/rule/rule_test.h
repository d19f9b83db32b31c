// The inline tests of a rule: `+ Rossi è stato esonerato. => person=Rossi`. Thread rule: const
// after loading.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace panchina {

enum class TestSign : std::uint8_t { kFires, kSilent };

// `slot=value`; an empty value is a hole (`∅`).
struct Expected {
  std::string slot;
  std::string value;
};

struct RuleTest {
  TestSign sign = TestSign::kFires;
  bool known_gap = false;  // `~+` `~-`: one that starts to pass is reported
  std::string published;   // `@2021-02-09` before the text; empty: not known
  std::string text;  // `\n` and `¶` are line ends; an event rule: a sentence; a table rule: without
                     // its brackets
  // Bytes of `text` that `[...]` marked: a mention, or the rows of a table. begin == end: none.
  std::size_t marked_begin = 0, marked_end = 0;
  std::vector<std::vector<Expected>> events;  // parted by `|`; empty: only that it fires
  Place place;
};

}  // namespace panchina
