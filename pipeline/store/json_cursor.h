// JsonCursor: reads one JSON line from left to right without building a tree; strings without
// escapes are views into the line. (A tree per event costs more than its insert into SQLite does.)
// Thread rule: belongs to one thread.
//
//   JsonCursor json(line, arena);
//   for (bool first = json.open('{'); json.next_key(first, key);) {
//     if (key == "id") id = json.text(); else json.skip();
//   }
//   if (!json.finished()) report(json.error());
//
// After a mistake every call returns nothing and the loop above ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "store/cell.h"

namespace panchina {

enum class JsonKind : std::uint8_t { kNull, kFlag, kNumber, kText, kArray, kObject, kNone };

class JsonCursor {
 public:
  JsonCursor(std::string_view text, TextArena& arena)
      : begin_(text.data()), at_(text.data()), end_(text.data() + text.size()), arena_(&arena) {}

  // The kind of the value that comes next; kNone at a mistake.
  JsonKind kind();
  // Steps into an object or array; returns true, the state that next_key and next_element take.
  bool open(char bracket);
  // Whether another key follows; if not, the closing bracket is read.
  bool next_key(bool& first, std::string_view& key);
  bool next_element(bool& first);

  // The text that comes next, unescaped. \u0000 and halves of surrogate pairs become U+FFFD: no
  // database takes them.
  std::string_view text();
  std::optional<std::string_view> text_or_null();
  // A number or true/false/null as a cell; text too. Arrays and objects are a mistake.
  Cell scalar();
  // The value that comes next as canonical JSON (no blanks, no needless escapes).
  std::string_view raw();
  void skip();

  // Whether all was read without a mistake and nothing but blanks follows.
  bool finished();
  bool failed() const { return error_ != nullptr; }
  // What is wrong, in a few words; nullptr: nothing.
  const char* error() const { return error_; }
  // Bytes before the mistake.
  std::size_t offset() const { return static_cast<std::size_t>(at_ - begin_); }

 private:
  void fail(const char* error) {
    if (error_ == nullptr) error_ = error;
  }
  void blanks() {
    while (at_ < end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || *at_ == '\n')) ++at_;
  }
  bool expect(char mark);
  bool more(char close, bool& first);
  bool word(std::string_view literal);
  // Moves behind the string; true where it holds an escape.
  bool pass_string();
  void pass_number();
  // Moves behind the value; sets plain_ to false where it is not canonical.
  void pass(int depth);
  std::string_view unescaped(std::string_view inner);
  void append_canonical(std::string_view value, std::string& out);

  const char* begin_;
  const char* at_;
  const char* end_;
  TextArena* arena_;
  const char* error_ = nullptr;
  bool plain_ = true;
};

// Whether the bytes are well-formed UTF-8.
bool is_utf8(std::string_view bytes);
// Appends `text` as a JSON string with its quotes.
void append_json_string(std::string_view text, std::string& out);

}  // namespace panchina
