#include "store/document_rows.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "document/event.h"
#include "store/json_cursor.h"

namespace panchina {
namespace {

Diagnostic problem(std::string code, std::string message, std::uint32_t line = 0) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.place.line = line;
  return diagnostic;
}

Diagnostic malformed(std::string message, std::uint32_t line = 0) {
  return problem("malformed", std::move(message), line);
}

// Cuts the next line off `rest`.
std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

bool is_integer(const Cell& cell) { return std::holds_alternative<std::int64_t>(cell); }
bool is_text(const Cell& cell) { return std::holds_alternative<std::string_view>(cell); }

// Whether the text is a day of the calendar, YYYY-MM-DD, that both databases take as a date.
bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  std::array<int, 8> digits{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) continue;
    if (text[i] < '0' || text[i] > '9') return false;
    digits[count++] = text[i] - '0';
  }
  const int year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
  const int month = digits[4] * 10 + digits[5];
  const int day = digits[6] * 10 + digits[7];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

// The kind that the type's views expect of an arg; kText where they do not know it. `at` is the
// place where the arg stands when all stand in the contract's order.
enum class Expected : std::uint8_t { kAny, kText, kInteger, kFlag, kDay };

struct ExpectedArg {
  std::string name;
  Expected kind;
};

const std::vector<ExpectedArg>& expected_args(EventType type) {
  static const auto table = [] {
    std::array<std::vector<ExpectedArg>, kEventTypes> all;
    for (std::size_t i = 0; i < kEventTypes; ++i) {
      const bool mention = static_cast<EventType>(i) == EventType::kDate;
      for (const ArgSpec& arg : event_spec(static_cast<EventType>(i)).args) {
        const std::string name(arg.name);
        switch (arg.kind) {
          case ArgKind::kNumber:
            all[i].push_back({name, Expected::kInteger});
            break;
          case ArgKind::kFlag:
            all[i].push_back({name, Expected::kFlag});
            break;
          case ArgKind::kDate:
            all[i].push_back({name, Expected::kText});
            all[i].push_back({mention ? "earliest" : name + "_earliest", Expected::kDay});
            all[i].push_back({mention ? "latest" : name + "_latest", Expected::kDay});
            break;
          default:
            all[i].push_back({name, Expected::kText});
        }
      }
    }
    return all;
  }();
  return table[static_cast<std::size_t>(type)];
}

Expected expected_kind(const std::vector<ExpectedArg>& args, std::string_view name,
                       std::size_t& at) {
  for (std::size_t i = 0; i < args.size(); ++i, ++at) {
    if (at >= args.size()) at = 0;
    if (args[at].name == name) return args[at++].kind;
  }
  return Expected::kAny;
}

// What is wrong with the args of an event, or nothing.
std::string check_args(std::string_view args, EventType type, TextArena& arena) {
  const std::vector<ExpectedArg>& expected = expected_args(type);
  JsonCursor json(args, arena);
  std::size_t at = 0;
  std::string_view name;
  for (bool first = json.open('{'); json.next_key(first, name);) {
    const JsonKind kind = json.kind();
    const Cell value = json.scalar();
    if (json.failed()) break;
    if (kind == JsonKind::kNull) {
      expected_kind(expected, name, at);
      continue;
    }
    const auto wrong = [&](const char* wanted) {
      return "`" + std::string(name) + "` should be " + wanted;
    };
    switch (expected_kind(expected, name, at)) {
      case Expected::kText:
        if (kind != JsonKind::kText) return wrong("a text");
        break;
      case Expected::kInteger:
        if (!is_integer(value) || kind == JsonKind::kFlag) return wrong("a whole number");
        break;
      case Expected::kFlag:
        if (kind != JsonKind::kFlag) return wrong("true or false");
        break;
      case Expected::kDay:
        if (!is_text(value) || !is_day(text_of(value))) return wrong("a day (YYYY-MM-DD)");
        break;
      case Expected::kAny:
        break;
    }
  }
  return json.failed() ? std::string("args: ") + json.error() : "";
}

// A cell that must hold text or an integer.
bool take_text(JsonCursor& json, Cell& cell) {
  cell = json.scalar();
  return is_null(cell) || is_text(cell);
}
bool take_integer(JsonCursor& json, Cell& cell) {
  const JsonKind kind = json.kind();
  cell = json.scalar();
  return is_null(cell) || (is_integer(cell) && kind == JsonKind::kNumber);
}

// One entry of `evidence`.
std::string read_evidence(JsonCursor& json, std::span<Cell> row) {
  row[kEvidenceSlots] = std::string_view("{}");
  row[kEvidenceInferred] = std::string_view("{}");
  std::string_view key;
  bool good = true;
  for (bool first = json.open('{'); json.next_key(first, key);) {
    if (key == "start") {
      good &= take_integer(json, row[kEvidenceStart]);
    } else if (key == "end") {
      good &= take_integer(json, row[kEvidenceEnd]);
    } else if (key == "text") {
      good &= take_text(json, row[kEvidenceText]);
    } else if (key == "sentence") {
      good &= take_integer(json, row[kEvidenceSentence]);
    } else if (key == "rule") {
      good &= take_text(json, row[kEvidenceRule]);
    } else if (key == "cue") {
      good &= take_text(json, row[kEvidenceCue]);
    } else if (key == "slots" || key == "inferred") {
      if (json.kind() != JsonKind::kObject) good = false;
      row[key == "slots" ? kEvidenceSlots : kEvidenceInferred] = json.raw();
    } else {
      json.skip();
    }
  }
  if (json.failed()) return "";
  if (is_null(row[kEvidenceStart]) || is_null(row[kEvidenceEnd]) || is_null(row[kEvidenceText])) {
    return "evidence lacks `start`, `end` or `text`";
  }
  return good ? "" : "evidence has a value of the wrong kind";
}

// One event line. Returns what is wrong with it, or nothing.
std::string read_event(std::string_view line, DocumentRows& rows) {
  if (!is_utf8(line)) return "not valid UTF-8";
  const std::size_t first_evidence = rows.evidence.size();
  std::span<Cell> row = rows.events.add();
  row[kEventSection] = std::int64_t{0};
  row[kEventFactuality] = std::string_view("asserted");
  JsonCursor json(line, rows.arena);
  std::string_view key;
  std::string wrong;
  bool good = true;
  for (bool first = json.open('{'); json.next_key(first, key) && wrong.empty();) {
    if (key == "type") {
      good &= take_text(json, row[kEventType]);
    } else if (key == "id") {
      good &= take_text(json, row[kEventId]);
    } else if (key == "doc") {
      good &= take_text(json, row[kEventDoc]);
    } else if (key == "section") {
      good &= take_integer(json, row[kEventSection]);
    } else if (key == "factuality") {
      good &= take_text(json, row[kEventFactuality]);
    } else if (key == "confidence") {
      Cell cell = json.scalar();
      if (is_integer(cell)) cell = static_cast<double>(*std::get_if<std::int64_t>(&cell));
      good &= !is_text(cell);
      row[kEventConfidence] = cell;
    } else if (key == "args") {
      row[kEventArgs] = json.raw();
    } else if (key == "evidence") {
      for (bool head = json.open('['); json.next_element(head) && wrong.empty();) {
        std::span<Cell> passage = rows.evidence.add();
        passage[kEvidenceN] = static_cast<std::int64_t>(rows.evidence.size() - 1 - first_evidence);
        wrong = read_evidence(json, passage);
      }
    } else {
      json.skip();
    }
  }
  if (!wrong.empty()) return wrong;
  if (!json.finished()) return json.error();
  for (const EventColumn column : {kEventType, kEventId, kEventDoc, kEventArgs}) {
    if (text_of(row[column]).empty()) {
      return "no `" + std::string(event_table().columns[column].name) + "`";
    }
  }
  if (!good || is_null(row[kEventSection]) || is_null(row[kEventFactuality])) {
    return "a value of the wrong kind";
  }
  EventType type{};
  if (find_event_spec(text_of(row[kEventType]), type) == nullptr) {
    return "unknown event type `" + std::string(text_of(row[kEventType])) + "`";
  }
  for (std::size_t i = first_evidence; i < rows.evidence.size(); ++i) {
    // The rows' memory is the vector's; write through a fresh span.
    rows.evidence.row(i)[kEvidenceDoc] = row[kEventDoc];
    rows.evidence.row(i)[kEvidenceId] = row[kEventId];
  }
  return check_args(text_of(row[kEventArgs]), type, rows.arena);
}

std::string read_error(JsonCursor& json, std::span<Cell> row) {
  if (json.kind() != JsonKind::kObject) {
    return is_null(json.scalar()) ? "" : "`error` should be an object or null";
  }
  std::string_view key;
  for (bool first = json.open('{'); json.next_key(first, key);) {
    if (key == "code") {
      take_text(json, row[kDocErrorCode]);
    } else if (key == "message") {
      take_text(json, row[kDocErrorMessage]);
    } else {
      json.skip();
    }
  }
  return "";
}

std::string read_document_line(std::string_view line, std::string_view run, DocumentRows& rows) {
  if (!is_utf8(line)) return "not valid UTF-8";
  std::span<Cell> row = rows.document.add();
  row[kDocRun] = run;
  row[kDocEvents] = std::int64_t{0};
  row[kDocTruncated] = std::int64_t{0};
  JsonCursor json(line, rows.arena);
  std::string_view key;
  std::string wrong;
  bool good = true;
  struct Field {
    std::string_view name;
    DocumentColumn column;
  };
  static constexpr std::array<Field, 8> kTexts = {{{"doc", kDocDoc},
                                                   {"status", kDocStatus},
                                                   {"published", kDocPublished},
                                                   {"published_from", kDocPublishedFrom},
                                                   {"title", kDocTitle},
                                                   {"sha256", kDocSha256},
                                                   {"encoding", kDocEncoding},
                                                   {"path_bytes", kDocPathBytes}}};
  static constexpr std::array<Field, 3> kNumbers = {
      {{"replaced", kDocReplaced}, {"chars", kDocChars}, {"events", kDocEvents}}};
  const auto named = [&key](const Field& field) { return field.name == key; };
  for (bool first = json.open('{'); json.next_key(first, key) && wrong.empty();) {
    if (const auto* text = std::ranges::find_if(kTexts, named); text != kTexts.end()) {
      good &= take_text(json, row[text->column]);
    } else if (const auto* number = std::ranges::find_if(kNumbers, named);
               number != kNumbers.end()) {
      good &= take_integer(json, row[number->column]);
    } else if (key == "truncated") {
      const Cell flag = json.scalar();
      if (is_integer(flag)) row[kDocTruncated] = flag;
    } else if (key == "error") {
      wrong = read_error(json, row);
    } else {
      json.skip();
    }
  }
  if (!wrong.empty()) return wrong;
  if (!json.finished()) return json.error();
  if (!good || text_of(row[kDocDoc]).empty() || is_null(row[kDocEvents])) {
    return "the document line lacks `doc`, or a value is of the wrong kind";
  }
  const std::string_view status = text_of(row[kDocStatus]);
  if (status != "ok" && status != "error") return "`status` should be ok or error";
  return "";
}

// Whether an id stands twice among the events; `twice` is it.
bool repeated_id(const Rows& events, std::string_view& twice) {
  std::vector<std::string_view> ids(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) ids[i] = text_of(events[i][kEventId]);
  std::ranges::sort(ids);
  const auto at = std::ranges::adjacent_find(ids);
  if (at == ids.end()) return false;
  twice = *at;
  return true;
}

// FNV-1a of 64 bits with a seed, enough to tell runs apart.
std::uint64_t hash(std::string_view text, std::uint64_t seed) {
  std::uint64_t value = 0xcbf29ce484222325u ^ seed;
  for (const char c : text) {
    value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  }
  return value;
}

}  // namespace

void DocumentRows::clear() {
  document.clear();
  events.clear();
  evidence.clear();
  arena.clear();
}

LineKind line_kind(std::string_view line) {
  static constexpr std::string_view kHead = R"({"type":")";
  std::string_view type;
  TextArena arena;
  if (line.starts_with(kHead)) {
    line.remove_prefix(kHead.size());
    type = line.substr(0, line.find('"'));
  } else {
    JsonCursor json(line, arena);
    std::string_view key;
    for (bool first = json.open('{'); json.next_key(first, key);) {
      if (key == "type") {
        type = json.kind() == JsonKind::kText ? json.text() : std::string_view();
        break;
      }
      json.skip();
    }
    if (json.failed()) return LineKind::kBad;
  }
  if (type.empty()) return LineKind::kBad;
  if (type == "run") return LineKind::kRun;
  return type == "document" ? LineKind::kDocument : LineKind::kEvent;
}

Status<Diagnostic> read_document(std::string_view lines, std::string_view run, DocumentRows& rows) {
  rows.clear();
  std::uint32_t number = 1;
  std::string_view rest = lines;
  if (std::string wrong = read_document_line(next_line(rest), run, rows); !wrong.empty()) {
    rows.clear();
    return Unexpected(malformed(std::move(wrong), number));
  }
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    ++number;
    if (is_blank(line)) continue;
    if (std::string wrong = read_event(line, rows); !wrong.empty()) {
      return Unexpected(malformed(std::move(wrong), number));
    }
    if (text_of(rows.events[rows.events.size() - 1][kEventDoc]) != rows.doc()) {
      return Unexpected(
          malformed("the event is of another document than the line before it says", number));
    }
  }
  const std::int64_t said = *std::get_if<std::int64_t>(&rows.document[0][kDocEvents]);
  const auto found = static_cast<std::int64_t>(rows.events.size());
  if (rows.ok() && said != found) {
    return Unexpected(problem(found < said ? "missing-events" : "surplus-events",
                              "its document line says " + std::to_string(said) + " events, but " +
                                  std::to_string(found) + " follow"));
  }
  std::string_view twice;
  if (repeated_id(rows.events, twice)) {
    return Unexpected(problem("repeated-id", "the id " + std::string(twice) + " stands twice"));
  }
  return Done{};
}

Result<RunRow, Diagnostic> read_run(std::string_view line) {
  if (!is_utf8(line)) return Unexpected(malformed("not valid UTF-8"));
  RunRow run;
  std::span<Cell> row = run.row.add();
  row[kRunProgram] = std::string_view();
  row[kRunRules] = std::string_view();
  row[kRunOptions] = std::string_view("{}");
  JsonCursor json(line, run.arena);
  std::string_view key;
  bool good = true;
  for (bool first = json.open('{'); json.next_key(first, key);) {
    if (key == "schema") {
      good &= take_integer(json, row[kRunSchema]);
    } else if (key == "program") {
      good &= take_text(json, row[kRunProgram]);
    } else if (key == "rules") {
      good &= take_text(json, row[kRunRules]);
    } else if (key == "options") {
      row[kRunOptions] = json.raw();
    } else {
      json.skip();
    }
  }
  if (!json.finished()) return Unexpected(malformed(json.error()));
  if (!good || is_null(row[kRunProgram]) || is_null(row[kRunRules])) {
    return Unexpected(malformed("the run line has a value of the wrong kind"));
  }
  if (!is_integer(row[kRunSchema]) || *std::get_if<std::int64_t>(&row[kRunSchema]) != 1) {
    return Unexpected(problem("unknown-schema",
                              "the events are not of schema 1, the only one "
                              "that this program reads"));
  }
  std::string all;
  for (const RunColumn column : {kRunProgram, kRunRules, kRunOptions}) {
    all += text_of(row[column]);
    all += '\n';
  }
  std::array<char, 33> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx%016llx",
                static_cast<unsigned long long>(hash(all, 0)),
                static_cast<unsigned long long>(hash(all, 0x9e3779b97f4a7c15u)));
  run.key = digits.data();
  for (std::size_t i = 0; i < run.row.columns(); ++i) {
    if (is_text(row[i])) row[i] = run.arena.copy(text_of(row[i]));
  }
  row[kRunId] = run.arena.copy(run.key);
  return run;
}

}  // namespace panchina
