// Splits a written form of the lexicon into the words that scanned text has for it: letters,
// elisions with their apostrophe (`l'`), digits; other marks part words. `A.S. Roma` -> a s roma,
// `C1` -> c 1 (glued), `L'Aquila` -> l' aquila. Thread rule: free functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace panchina {

struct FormWord {
  std::string folded;
  bool capital = false;  // begins with a capital letter
  bool upper = false;    // has no small letter
  bool glued = false;    // no mark and no blank between it and the word before it
  bool dot_after = false;
  bool hyphen_after = false;
};

std::vector<FormWord> split_form(std::string_view form);

// `folded` of all words, with a blank between; what two forms share that are the same words.
std::string joined(const std::vector<FormWord>& words);

}  // namespace panchina
