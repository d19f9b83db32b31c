// When a value that was found is the one that gold names: dates by the days that they span, persons
// by the ends of their names, other names folded. The same rules as tests/score/score.py and
// edtf.py, kept apart from the pipeline's own calendar on purpose: what measures must not share the
// mistakes of what is measured. Thread rule: free functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace panchina {

using ScoreValue = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

// A slot of gold: one value, or a list of which each is right (null in it: the slot may be empty).
struct ScoreSlot {
  std::vector<ScoreValue> choices = {ScoreValue()};
  bool list = false;

  // Not given at all, or plain null.
  bool none() const { return !list && choices.front().index() == 0; }
  bool may_be_empty() const;
};

// The slots of a fact or mention, found or gold.
class ScoreSlots {
 public:
  void add(std::string name, ScoreSlot slot) {
    slots_.emplace_back(std::move(name), std::move(slot));
  }
  // An empty slot where there is none of that name.
  const ScoreSlot& operator[](std::string_view name) const;
  // The value of a slot that is no list.
  const ScoreValue& value(std::string_view name) const { return (*this)[name].choices.front(); }
  void swap(std::string_view one, std::string_view two);

 private:
  std::vector<std::pair<std::string, ScoreSlot>> slots_;
};

inline bool is_null(const ScoreValue& value) { return value.index() == 0; }
// As Python's str() writes it.
std::string score_text(const ScoreValue& value);
// `a|b|null`.
std::string score_text(const ScoreSlot& slot);

// Whether two EDTF values or ISO durations name the same calendar days.
bool same_days(const std::string& one, const std::string& two);
bool is_duration(const ScoreValue& value);
bool same_slot_value(std::string_view slot, const ScoreValue& found, const ScoreValue& gold);

}  // namespace panchina
