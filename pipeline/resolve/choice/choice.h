// Choice: one choice of the focus among the persons or clubs that a hole may stand for, as those
// who fit its weights read it. Thread rule: of one document's pass.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "document/layers.h"

namespace panchina {

struct Choice {
  enum class Kind : std::uint8_t { kClub, kPerson };
  struct Candidate {
    std::string value;  // a club's id, a person's name
    std::vector<std::size_t> signs;
  };
  Kind kind = Kind::kClub;
  Index statement = kNoIndex;  // index in what StatementReader returns
  Index arg = kNoIndex;        // of the statement
  std::size_t matter = 0;
  std::vector<Candidate> candidates;
};

// A club and a person that posts and playing spells were sought in, with what speaks for and
// against it, for those who fit the weights.
struct SpellChoice {
  std::string person, club;  // the name, the id
  std::vector<std::string> signs;
  bool told = false;  // a rule tells of the two
};

// A date of a sentence that tells of a post or a playing spell, likewise.
struct DateChoice {
  std::string type, person, club;
  std::string first, last;  // points of the date, EDTF
  std::vector<std::string> signs;
  bool has_start = false, has_end = false;  // a rule tells them of the person there
};

struct SignChoices {
  std::vector<SpellChoice> spells;
  std::vector<SpellChoice> posts;  // where the sentence does not name the club
  std::vector<DateChoice> dates;
};

// Which choice was made for which arg of which statement. Does nothing without `out`.
class ChoiceLog {
 public:
  explicit ChoiceLog(std::vector<Choice>* out) : out_(out) {}
  // A statement begins: what was chosen for one that never came to be goes.
  void begin(Index statement) {
    statement_ = statement;
    drop([&](const Choice& one) { return one.statement >= statement; });
  }
  // An arg is asked for: what was chosen since was for no arg.
  void ask() {
    drop([](const Choice& one) { return one.arg == kNoIndex; });
  }
  void answer(Index arg) {
    if (out_ == nullptr) return;
    for (auto one = out_->rbegin(); one != out_->rend() && one->arg == kNoIndex; ++one) {
      one->arg = arg;
      one->statement = statement_;
    }
  }

 private:
  template <typename Gone>
  void drop(Gone gone) {
    while (out_ != nullptr && !out_->empty() && gone(out_->back())) out_->pop_back();
  }
  std::vector<Choice>* out_;
  Index statement_ = 0;
};

template <std::size_t kSigns>
std::vector<std::size_t> set_bits(const std::bitset<kSigns>& signs) {
  std::vector<std::size_t> set;
  for (std::size_t sign = 0; sign < kSigns; ++sign) {
    if (signs[sign]) set.push_back(sign);
  }
  return set;
}

}  // namespace panchina
