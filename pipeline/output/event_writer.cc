#include "output/event_writer.h"

#include <array>

#include "output/json_text.h"

namespace panchina {
namespace {

// `,"name":`
void append_key(std::string_view name, std::string& out) {
  out += ",\"";
  out += name;
  out += "\":";
}

void append_scalar(const ArgValue& value, std::string& out) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    append_json(*number, out);
  } else if (const auto* flag = std::get_if<bool>(&value)) {
    out += *flag ? "true" : "false";
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    append_json_or_null(*text, out);
  } else if (const auto* date = std::get_if<DateValue>(&value)) {
    append_json_or_null(date->edtf, out);
  } else {
    out += "null";
  }
}

// The parts of a document line that an unreadable article has too.
void append_document_tail(const ArticleInfo& info, std::string& out) {
  if (info.truncated) out += ",\"truncated\":true";
  if (!info.path_bytes.empty()) {
    append_key("path_bytes", out);
    append_json(info.path_bytes, out);
  }
  out += "}\n";
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

void append_arg(EventType type, const ArgSpec& spec, const ArgValue& value, std::string& out) {
  out += '"';
  out += spec.name;
  out += "\":";
  append_scalar(value, out);
  if (spec.kind != ArgKind::kDate) return;
  const auto* date = std::get_if<DateValue>(&value);
  const auto bound = [&](std::string_view suffix, Day day) {
    out += ",\"";
    if (type != EventType::kDate) {
      out += spec.name;
      out += '_';
    }
    out += suffix;
    out += "\":";
    append_json_day(day, out);
  };
  bound("earliest", date != nullptr ? date->earliest : kNoDay);
  bound("latest", date != nullptr ? date->latest : kNoDay);
}

EventWriter::EventWriter(WriteOptions options, std::span<const std::string> rule_names)
    : options_(options), rule_names_(rule_names) {}

void EventWriter::write_run(const RunInfo& run, std::string& out) const {
  out += R"({"type":"run","schema":1,"program":)";
  append_json(run.program, out);
  append_key("rules", out);
  append_json(run.rules, out);
  out += R"(,"options":{"factuality":)";
  out += options_.assertions == Assertions::kAll ? "\"all\"" : "\"asserted\"";
  out += R"(,"mentions":)";
  out += options_.mentions == Mentions::kAll ? "\"all\"" : "\"none\"";
  append_key("offset_unit", out);
  append_json(to_string(options_.offsets), out);
  for (const auto& [name, value] : run.options) {
    append_key(name, out);
    append_json(value, out);
  }
  out += "}}\n";
}

std::size_t EventWriter::write_document(const Document& document, std::string& out) {
  order_events(document, options_.mentions, options_.assertions, ordered_);
  const OffsetCounter counter(document.text.raw());
  const ArticleInfo& info = document.info;
  out += R"({"type":"document","doc":)";
  append_json(info.doc, out);
  out += R"(,"status":"ok","published":)";
  append_json_or_null(document.published.edtf, out);
  append_key("published_from", out);
  append_json_or_null(to_string(document.published_from), out);
  append_key("title", out);
  append_json_or_null(info.title, out);
  append_key("sha256", out);
  append_json_or_null(info.sha256, out);
  append_key("encoding", out);
  append_json_or_null(info.encoding, out);
  append_key("replaced", out);
  append_json(std::int64_t{info.replaced}, out);
  append_key("chars", out);
  append_json(std::int64_t{counter.total_code_points()}, out);
  append_key("events", out);
  append_json(static_cast<std::int64_t>(ordered_.size()), out);
  out += ",\"error\":null";
  append_document_tail(info, out);
  for (const OrderedEvent& ordered : ordered_) write_event(document, ordered, counter, out);
  return ordered_.size();
}

void EventWriter::write_failed(const ArticleInfo& info, std::string_view code,
                               std::string_view message, std::string& out) const {
  out += R"({"type":"document","doc":)";
  append_json(info.doc, out);
  out += R"(,"status":"error","published":null,"published_from":null,"title":)";
  append_json_or_null(info.title, out);
  append_key("sha256", out);
  append_json_or_null(info.sha256, out);
  append_key("encoding", out);
  append_json_or_null(info.encoding, out);
  out += R"(,"replaced":0,"chars":0,"events":0,"error":{"code":)";
  append_json(code, out);
  append_key("message", out);
  append_json(message, out);
  out += '}';
  append_document_tail(info, out);
}

void EventWriter::write_event(const Document& document, const OrderedEvent& ordered,
                              const OffsetCounter& counter, std::string& out) const {
  const Event& event = *ordered.event;
  const EventSpec& spec = event_spec(event.type);
  out += "{\"type\":\"";
  out += spec.name;
  out += "\",\"id\":\"";
  append_id(ordered.id, out);
  out += "\",\"doc\":";
  append_json(document.info.doc, out);
  append_key("section", out);
  append_json(std::int64_t{event.section}, out);
  out += ",\"factuality\":\"";
  out += to_string(event.factuality);
  out += "\",\"confidence\":";
  append_json_fraction(event.confidence, out);
  out += ",\"args\":{";
  for (std::size_t i = 0; i < spec.args.size(); ++i) {
    if (i > 0) out += ',';
    append_arg(event.type, spec.args[i], event.args[i], out);
  }
  out += "},\"evidence\":[";
  for (std::size_t i = 0; i < event.evidence.size(); ++i) {
    if (i > 0) out += ',';
    write_evidence(document, event.type, event.evidence[i], counter, out);
  }
  out += "]}\n";
}

void EventWriter::write_evidence(const Document& document, EventType type, const Evidence& evidence,
                                 const OffsetCounter& counter, std::string& out) const {
  const EventSpec& spec = event_spec(type);
  const RawSpan span = document.text.to_raw(evidence.span);
  out += "{\"start\":";
  append_json(offset(counter, span.begin), out);
  append_key("end", out);
  append_json(offset(counter, span.end), out);
  append_key("text", out);
  append_json(document.text.raw(span), out);
  append_key("sentence", out);
  append_json(std::int64_t{evidence.sentence}, out);
  append_key("rule", out);
  if (evidence.rule < rule_names_.size()) {
    append_json(rule_names_[evidence.rule], out);
  } else {
    out += "null";
  }
  if (evidence.cue != Cue::kNone) {
    append_key("cue", out);
    append_json(to_string(evidence.cue), out);
  }
  out += ",\"slots\":{";
  for (std::size_t i = 0; i < evidence.slots.size(); ++i) {
    const EvidenceSlot& slot = evidence.slots[i];
    const RawSpan place = document.text.to_raw(slot.span);
    if (i > 0) out += ',';
    out += '"';
    out += spec.args[slot.arg].name;
    out += "\":[";
    append_json(offset(counter, place.begin), out);
    out += ',';
    append_json(offset(counter, place.end), out);
    out += ']';
  }
  out += "},\"inferred\":{";
  for (std::size_t i = 0; i < evidence.inferred.size(); ++i) {
    if (i > 0) out += ',';
    out += '"';
    out += spec.args[evidence.inferred[i].arg].name;
    out += "\":\"";
    out += to_string(evidence.inferred[i].source);
    out += '"';
  }
  out += "}}";
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
