#include "store/json_cursor.h"

#include <charconv>
#include <cstring>

namespace panchina {
namespace {

constexpr int kDeepest = 64;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The four digits behind \u, or -1.
int hex4(const char* at, const char* end) {
  if (end - at < 4) return -1;
  int value = 0;
  for (int i = 0; i < 4; ++i) {
    const int digit = hex_digit(at[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

char* put_utf8(char* out, std::uint32_t c) {
  const auto put = [&out](std::uint32_t byte) { *out++ = static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return out;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* end = at + bytes.size();
  while (at < end) {
    std::uint64_t eight = 0;
    while (end - at >= 8) {
      std::memcpy(&eight, at, 8);
      if ((eight & 0x8080808080808080u) != 0) break;
      at += 8;
    }
    if (at == end) break;
    const unsigned char lead = *at;
    if (lead < 0x80) {
      ++at;
      continue;
    }
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || end - at <= more) return false;
    for (int i = 1; i <= more; ++i) {
      if ((at[i] & 0xC0) != 0x80) return false;
    }
    if ((lead == 0xE0 && at[1] < 0xA0) || (lead == 0xED && at[1] > 0x9F) ||
        (lead == 0xF0 && at[1] < 0x90) || (lead == 0xF4 && at[1] > 0x8F)) {
      return false;
    }
    at += more + 1;
  }
  return true;
}

void append_json_string(std::string_view text, std::string& out) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out += kHex[static_cast<unsigned char>(c) >> 4];
          out += kHex[static_cast<unsigned char>(c) & 15];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

JsonKind JsonCursor::kind() {
  blanks();
  if (at_ >= end_ || failed()) return JsonKind::kNone;
  switch (*at_) {
    case '{':
      return JsonKind::kObject;
    case '[':
      return JsonKind::kArray;
    case '"':
      return JsonKind::kText;
    case 't':
    case 'f':
      return JsonKind::kFlag;
    case 'n':
      return JsonKind::kNull;
    default:
      return JsonKind::kNumber;
  }
}

bool JsonCursor::expect(char mark) {
  blanks();
  if (failed() || at_ >= end_ || *at_ != mark) {
    fail(at_ >= end_ ? "the line ends too early" : "this is no JSON");
    return false;
  }
  ++at_;
  return true;
}

bool JsonCursor::open(char bracket) {
  expect(bracket);
  return true;
}

bool JsonCursor::more(char close, bool& first) {
  blanks();
  if (failed()) return false;
  if (at_ < end_ && *at_ == close) {
    ++at_;
    return false;
  }
  if (!first && !expect(',')) return false;
  first = false;
  return true;
}

bool JsonCursor::next_element(bool& first) { return more(']', first); }

bool JsonCursor::next_key(bool& first, std::string_view& key) {
  if (!more('}', first)) return false;
  key = text();
  expect(':');
  return !failed();
}

bool JsonCursor::pass_string() {
  bool escapes = false;
  if (!expect('"')) return false;
  while (at_ < end_ && *at_ != '"') {
    if (*at_ == '\\') {
      escapes = true;
      if (++at_ >= end_) break;
      if (*at_ == 'u') {
        if (hex4(at_ + 1, end_) < 0) return fail("a bad \\u escape"), false;
        plain_ = false;
      } else if (*at_ == '/') {
        plain_ = false;
      } else if (std::strchr("\"\\bfnrt", *at_) == nullptr || *at_ == '\0') {
        return fail("a bad escape"), false;
      }
    } else if (static_cast<unsigned char>(*at_) < 0x20) {
      return fail("a control character inside a string"), false;
    }
    ++at_;
  }
  if (at_ >= end_) return fail("the line ends inside a string"), false;
  ++at_;
  return escapes;
}

std::string_view JsonCursor::unescaped(std::string_view inner) {
  char* const place = arena_->reserve(inner.size());
  char* out = place;
  const char* at = inner.data();
  const char* const end = at + inner.size();
  while (at < end) {
    if (*at != '\\') {
      *out++ = *at++;
      continue;
    }
    ++at;
    switch (*at) {
      case 'b':
        *out++ = '\b';
        break;
      case 'f':
        *out++ = '\f';
        break;
      case 'n':
        *out++ = '\n';
        break;
      case 'r':
        *out++ = '\r';
        break;
      case 't':
        *out++ = '\t';
        break;
      case 'u': {
        auto c = static_cast<std::uint32_t>(hex4(at + 1, end));
        at += 4;
        if (c >= 0xD800 && c < 0xDC00 && end - at >= 7 && at[1] == '\\' && at[2] == 'u') {
          const int low = hex4(at + 3, end);
          if (low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (static_cast<std::uint32_t>(low) - 0xDC00);
            at += 6;
          }
        }
        if (c == 0 || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
        out = put_utf8(out, c);
        break;
      }
      default:
        *out++ = *at;
    }
    ++at;
  }
  return arena_->keep(place, static_cast<std::size_t>(out - place));
}

std::string_view JsonCursor::text() {
  blanks();
  const char* const start = at_ + 1;
  const bool escapes = pass_string();
  if (failed()) return {};
  const std::string_view inner(start, static_cast<std::size_t>(at_ - 1 - start));
  return escapes ? unescaped(inner) : inner;
}

std::optional<std::string_view> JsonCursor::text_or_null() {
  if (kind() == JsonKind::kNull) {
    word("null");
    return std::nullopt;
  }
  return text();
}

bool JsonCursor::word(std::string_view literal) {
  if (static_cast<std::size_t>(end_ - at_) < literal.size() ||
      std::string_view(at_, literal.size()) != literal) {
    fail("this is no JSON");
    return false;
  }
  at_ += literal.size();
  return true;
}

void JsonCursor::pass_number() {
  const auto digits = [this] {
    const char* const from = at_;
    while (at_ < end_ && *at_ >= '0' && *at_ <= '9') ++at_;
    return at_ > from;
  };
  if (at_ < end_ && *at_ == '-') ++at_;
  const bool zero = at_ < end_ && *at_ == '0';
  const char* const from = at_;
  if (!digits() || (zero && at_ - from > 1)) return fail("this is no JSON");
  if (at_ < end_ && *at_ == '.') {
    ++at_;
    if (!digits()) return fail("a bad number");
  }
  if (at_ < end_ && (*at_ == 'e' || *at_ == 'E')) {
    ++at_;
    if (at_ < end_ && (*at_ == '+' || *at_ == '-')) ++at_;
    if (!digits()) return fail("a bad number");
  }
}

Cell JsonCursor::scalar() {
  switch (kind()) {
    case JsonKind::kText:
      return text();
    case JsonKind::kNull:
      return word("null"), Cell();
    case JsonKind::kFlag:
      if (*at_ == 't') return word("true"), Cell(std::int64_t{1});
      return word("false"), Cell(std::int64_t{0});
    case JsonKind::kNumber: {
      const char* const from = at_;
      pass_number();
      if (failed()) return {};
      std::int64_t whole = 0;
      const auto [stop, code] = std::from_chars(from, at_, whole);
      if (stop == at_ && code == std::errc()) return whole;
      double real = 0;
      std::from_chars(from, at_, real);
      return real;
    }
    default:
      fail("a plain value should stand here");
      return {};
  }
}

void JsonCursor::pass(int depth) {
  if (depth > kDeepest) return fail("too deeply nested");
  const char* const before = at_;
  blanks();
  if (at_ != before) plain_ = false;
  switch (kind()) {
    case JsonKind::kText:
      pass_string();
      return;
    case JsonKind::kNull:
      word("null");
      return;
    case JsonKind::kFlag:
      word(*at_ == 't' ? "true" : "false");
      return;
    case JsonKind::kNumber:
      pass_number();
      return;
    case JsonKind::kNone:
      return fail("the line ends too early");
    default:
      break;
  }
  const char close = *at_++ == '{' ? '}' : ']';
  for (bool first = true;; first = false) {
    if (failed()) return;
    const char* const mark = at_;
    blanks();
    if (at_ != mark) plain_ = false;
    if (at_ < end_ && *at_ == close) {
      ++at_;
      return;
    }
    if (!first && !expect(',')) return;
    if (close == '}') {
      const char* const key = at_;
      blanks();
      pass_string();
      const char* const colon = at_;
      blanks();
      if (at_ != colon || *key != '"') plain_ = false;
      if (!expect(':')) return;
    }
    pass(depth + 1);
  }
}

std::string_view JsonCursor::raw() {
  blanks();
  const char* const start = at_;
  plain_ = true;
  pass(0);
  if (failed()) return {};
  const std::string_view value(start, static_cast<std::size_t>(at_ - start));
  if (plain_) return value;
  std::string canonical;
  append_canonical(value, canonical);
  return arena_->copy(canonical);
}

void JsonCursor::append_canonical(std::string_view value, std::string& out) {
  const char* at = value.data();
  const char* const end = at + value.size();
  while (at < end) {
    if (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n') {
      ++at;
    } else if (*at == '"') {
      JsonCursor inner({at, static_cast<std::size_t>(end - at)}, *arena_);
      append_json_string(inner.text(), out);
      at = inner.at_;
    } else {
      out += *at++;
    }
  }
}

void JsonCursor::skip() { pass(0); }

bool JsonCursor::finished() {
  blanks();
  if (!failed() && at_ != end_) fail("something follows the object");
  return !failed();
}

}  // namespace panchina
