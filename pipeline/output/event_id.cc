#include "output/event_id.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <memory_resource>
#include <string>
#include <utility>

#include "base/hash.h"

namespace panchina {
namespace {

// The bytes that are hashed. Fields end with a byte that no UTF-8 has, so that ("ab", "c") and
// ("a", "bc") differ.
class Key {
 public:
  Key() { bytes_.reserve(kUsual - 1); }
  void add(std::string_view text) {
    bytes_ += text;
    bytes_ += '\xFF';
  }
  void add(std::int64_t number) {
    std::array<char, 24> digits;
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    bytes_ += std::string_view(digits.data(), end);
    bytes_ += '\xFE';
  }
  void add(const ArgValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return add(*number);
    if (const auto* flag = std::get_if<bool>(&value)) return add(std::int64_t{*flag});
    if (const auto* text = std::get_if<std::string>(&value)) return add(std::string_view(*text));
    if (const auto* date = std::get_if<DateValue>(&value)) {
      return add(std::string_view(date->edtf));
    }
    bytes_ += '\xFD';
  }
  EventId hash() const { return hash64(bytes_); }

 private:
  static constexpr std::size_t kUsual = 256;  // bytes: more is rare, and asks for memory
  std::array<std::byte, kUsual> usual_;
  std::pmr::monotonic_buffer_resource memory_{usual_.data(), usual_.size()};
  std::pmr::string bytes_{&memory_};
};

// Key args beyond those that every event of the type has: `person and/or club`.
bool is_part_of_id(EventType type, const ArgSpec& spec) {
  static constexpr std::array<std::string_view, 7> kRecord = {"person", "club", "played", "won",
                                                              "drawn",  "lost", "points"};
  static constexpr std::array<std::string_view, 3> kHonour = {"person", "club", "capacity"};
  if (spec.key) return true;
  if (type == EventType::kRecord) return std::ranges::find(kRecord, spec.name) != kRecord.end();
  if (type == EventType::kHonour) return std::ranges::find(kHonour, spec.name) != kHonour.end();
  return false;
}

void add_match(const Event& event, Key& key) {
  const auto arg = [&event](std::string_view name) {
    return &event.args[arg_index(EventType::kMatch, name)];
  };
  std::pair home(arg("home"), arg("home_goals"));
  std::pair away(arg("away"), arg("away_goals"));
  const auto* home_id = std::get_if<std::string>(home.first);
  const auto* away_id = std::get_if<std::string>(away.first);
  if (home_id != nullptr && away_id != nullptr && *away_id < *home_id) std::swap(home, away);
  for (const auto& [team, goals] : {home, away}) {
    key.add(*team);
    key.add(*goals);
  }
}

}  // namespace

bool is_mention(EventType type) { return type == EventType::kDate || type == EventType::kClub; }

EventId event_id(const Document& document, const Event& event, std::uint32_t ordinal) {
  Key key;
  const EventSpec& spec = event_spec(event.type);
  key.add(std::string_view(document.info.doc));
  key.add(spec.name);
  if (is_mention(event.type)) {
    const RawSpan span = document.text.to_raw(event.evidence.front().span);
    key.add(std::int64_t{span.begin});
    key.add(std::int64_t{span.end});
  } else {
    key.add(std::int64_t{event.section});
    key.add(to_string(event.factuality));
    if (event.type == EventType::kMatch) {
      add_match(event, key);
    } else {
      for (std::size_t i = 0; i < spec.args.size(); ++i) {
        if (is_part_of_id(event.type, spec.args[i])) key.add(event.args[i]);
      }
    }
  }
  if (ordinal > 0) key.add(std::int64_t{ordinal});
  return key.hash();
}

std::array<char, 16> digits_of(EventId id) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::array<char, 16> digits;
  for (char& digit : digits) {
    digit = kHex[id >> 60];
    id <<= 4;
  }
  return digits;
}

void append_id(EventId id, std::string& out) {
  const std::array<char, 16> digits = digits_of(id);
  out.append(digits.data(), digits.size());
}

}  // namespace panchina
