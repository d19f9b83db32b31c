#include "output/event_writer.h"

#include <array>

#include "output/json_text.h"

namespace panchina {
namespace {

constexpr std::size_t kUsualLine = 480;  // bytes of an event's line, or a little less

void write_scalar(const ArgValue& value, JsonText& json) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    json.number(*number);
  } else if (const auto* flag = std::get_if<bool>(&value)) {
    json.plain(*flag ? "true" : "false");
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    json.text_or_null(*text);
  } else if (const auto* date = std::get_if<DateValue>(&value)) {
    json.text_or_null(date->edtf);
  } else {
    json.plain("null");
  }
}

// The parts of a document line that an unreadable article has too.
void write_document_tail(const ArticleInfo& info, JsonText& json) {
  if (info.truncated) json.plain(",\"truncated\":true");
  if (!info.path_bytes.empty()) {
    json.key("path_bytes");
    json.text(info.path_bytes);
  }
  json.plain("}\n");
}

// What is written around the values of an arg, the same in all events of the type. Most args are
// null, and one piece then.
struct ArgText {
  std::string key;               // `"start":`
  std::string earliest, latest;  // `,"start_earliest":` and the like; empty: it is no date
  std::string null;              // all of it with null for each value
  std::string slot;              // `"start":[`
};

std::vector<ArgText> make_arg_texts(EventType type) {
  std::vector<ArgText> out;
  for (const ArgSpec& spec : event_spec(type).args) {
    const auto quoted = [](const std::string& name) { return '"' + name + "\":"; };
    ArgText text;
    text.key = quoted(std::string(spec.name));
    text.slot = text.key + '[';
    text.null = text.key + "null";
    if (spec.kind == ArgKind::kDate) {
      text.earliest = ',' + quoted(earliest_name(type, spec.name));
      text.latest = ',' + quoted(latest_name(type, spec.name));
      text.null += text.earliest + "null" + text.latest + "null";
    }
    out.push_back(std::move(text));
  }
  return out;
}

const std::vector<ArgText>& arg_texts(EventType type) {
  static const auto kTexts = [] {
    std::array<std::vector<ArgText>, kEventTypes> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = make_arg_texts(static_cast<EventType>(i));
    return all;
  }();
  return kTexts[static_cast<std::size_t>(type)];
}

// `"start":"2021-02","start_earliest":"2021-02-01","start_latest":"2021-02-28"` and the like: one
// arg with its bounds.
void write_arg(const ArgText& text, const ArgValue& value, JsonText& json) {
  if (std::holds_alternative<std::monostate>(value)) return json.plain(text.null);
  json.plain(text.key);
  write_scalar(value, json);
  if (text.earliest.empty()) return;
  const auto* date = std::get_if<DateValue>(&value);
  json.plain(text.earliest);
  json.day(date != nullptr ? date->earliest : kNoDay);
  json.plain(text.latest);
  json.day(date != nullptr ? date->latest : kNoDay);
}

}  // namespace

std::string_view to_string(OffsetUnit unit) {
  static constexpr std::array<std::string_view, 3> kNames = {"codepoint", "byte", "utf16"};
  return kNames[static_cast<std::size_t>(unit)];
}

std::string_view to_string(PublishedFrom from) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "", "record", "metadata", "html", "dateline", "url", "option"};
  return kNames[static_cast<std::size_t>(from)];
}

std::string earliest_name(EventType type, std::string_view arg) {
  return type == EventType::kDate ? "earliest" : std::string(arg) + "_earliest";
}

std::string latest_name(EventType type, std::string_view arg) {
  return type == EventType::kDate ? "latest" : std::string(arg) + "_latest";
}

EventWriter::EventWriter(WriteOptions options, std::span<const std::string> rule_names)
    : options_(options) {
  for (const std::string& name : rule_names) append_json(name, rule_texts_.emplace_back());
}

void EventWriter::write_run(const RunInfo& run, std::string& out) const {
  JsonText json(out);
  json.plain(R"({"type":"run","schema":1,"program":)");
  json.text(run.program);
  json.key("rules");
  json.text(run.rules);
  json.plain(R"(,"options":{"factuality":)");
  json.plain(options_.assertions == Assertions::kAll ? "\"all\"" : "\"asserted\"");
  json.plain(R"(,"mentions":)");
  json.plain(options_.mentions == Mentions::kAll ? "\"all\"" : "\"none\"");
  json.key("offset_unit");
  json.text(to_string(options_.offsets));
  for (const auto& [name, value] : run.options) {
    json.key(name);
    json.text(value);
  }
  json.plain("}}\n");
}

std::size_t EventWriter::write_document(const Document& document, std::string& out) {
  order_events(document, options_.mentions, options_.assertions, ordered_);
  JsonText json(out, (ordered_.size() + 1) * kUsualLine);
  const OffsetCounter counter(document.text.raw());
  const ArticleInfo& info = document.info;
  json.plain(R"({"type":"document","doc":)");
  json.text(info.doc);
  json.plain(R"(,"status":"ok","published":)");
  json.text_or_null(document.published.edtf);
  json.key("published_from");
  json.text_or_null(to_string(document.published_from));
  json.key("title");
  json.text_or_null(info.title);
  json.key("sha256");
  json.text_or_null(info.sha256);
  json.key("encoding");
  json.text_or_null(info.encoding);
  json.key("replaced");
  json.number(std::int64_t{info.replaced});
  json.key("chars");
  json.number(std::int64_t{counter.total_code_points()});
  json.key("events");
  json.number(static_cast<std::int64_t>(ordered_.size()));
  json.plain(",\"error\":null");
  write_document_tail(info, json);
  doc_json_.clear();
  append_json(info.doc, doc_json_);
  for (const OrderedEvent& ordered : ordered_) write_event(document, ordered, counter, json);
  return ordered_.size();
}

void EventWriter::write_failed(const ArticleInfo& info, std::string_view code,
                               std::string_view message, std::string& out) const {
  JsonText json(out);
  json.plain(R"({"type":"document","doc":)");
  json.text(info.doc);
  json.plain(R"(,"status":"error","published":null,"published_from":null,"title":)");
  json.text_or_null(info.title);
  json.key("sha256");
  json.text_or_null(info.sha256);
  json.key("encoding");
  json.text_or_null(info.encoding);
  json.plain(R"(,"replaced":0,"chars":0,"events":0,"error":{"code":)");
  json.text(code);
  json.key("message");
  json.text(message);
  json.plain('}');
  write_document_tail(info, json);
}

void EventWriter::write_event(const Document& document, const OrderedEvent& ordered,
                              const OffsetCounter& counter, JsonText& json) const {
  const Event& event = *ordered.event;
  const EventSpec& spec = event_spec(event.type);
  json.plain("{\"type\":\"");
  json.plain(spec.name);
  json.plain("\",\"id\":\"");
  const std::array<char, 16> id = digits_of(ordered.id);
  json.plain(std::string_view(id.data(), id.size()));
  json.plain("\",\"doc\":");
  json.plain(doc_json_);
  json.key("section");
  json.number(std::int64_t{event.section});
  json.plain(",\"factuality\":\"");
  json.plain(to_string(event.factuality));
  json.plain("\",\"confidence\":");
  json.fraction(event.confidence);
  json.plain(",\"args\":{");
  const std::vector<ArgText>& texts = arg_texts(event.type);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) json.plain(',');
    write_arg(texts[i], event.args[i], json);
  }
  json.plain("},\"evidence\":[");
  for (std::size_t i = 0; i < event.evidence.size(); ++i) {
    if (i > 0) json.plain(',');
    write_evidence(document, event.type, event.evidence[i], counter, json);
  }
  json.plain("]}\n");
}

void EventWriter::write_evidence(const Document& document, EventType type, const Evidence& evidence,
                                 const OffsetCounter& counter, JsonText& json) const {
  const std::vector<ArgText>& texts = arg_texts(type);
  const RawSpan span = document.text.to_raw(evidence.span);
  const std::int64_t begin = offset(counter, span.begin);
  const std::int64_t end = offset(counter, span.end);
  json.plain("{\"start\":");
  json.number(begin);
  json.key("end");
  json.number(end);
  json.key("text");
  json.text(document.text.raw(span));
  json.key("sentence");
  json.number(std::int64_t{evidence.sentence});
  json.key("rule");
  if (evidence.rule < rule_texts_.size()) {
    json.plain(rule_texts_[evidence.rule]);
  } else {
    json.plain("null");
  }
  if (evidence.cue != Cue::kNone) {
    json.plain(",\"cue\":\"");
    json.plain(to_string(evidence.cue));
    json.plain('"');
  }
  json.plain(",\"slots\":{");
  for (std::size_t i = 0; i < evidence.slots.size(); ++i) {
    const EvidenceSlot& slot = evidence.slots[i];
    if (i > 0) json.plain(',');
    json.plain(texts[slot.arg].slot);
    const bool whole = slot.span == evidence.span;  // of a mention
    const RawSpan place = whole ? span : document.text.to_raw(slot.span);
    json.number(whole ? begin : offset(counter, place.begin));
    json.plain(',');
    json.number(whole ? end : offset(counter, place.end));
    json.plain(']');
  }
  json.plain("},\"inferred\":{");
  for (std::size_t i = 0; i < evidence.inferred.size(); ++i) {
    if (i > 0) json.plain(',');
    json.plain(texts[evidence.inferred[i].arg].key);
    json.plain('"');
    json.plain(to_string(evidence.inferred[i].source));
    json.plain('"');
  }
  json.plain("}}");
}

std::int64_t EventWriter::offset(const OffsetCounter& counter, std::uint32_t byte) const {
  switch (options_.offsets) {
    case OffsetUnit::kByte:
      return byte;
    case OffsetUnit::kUtf16:
      return counter.utf16_units(byte);
    case OffsetUnit::kCodePoint:
      break;
  }
  return counter.code_points(byte);
}

}  // namespace panchina
