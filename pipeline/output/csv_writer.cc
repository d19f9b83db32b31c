#include "output/csv_writer.h"

#include <algorithm>
#include <array>

#include "output/json_text.h"

namespace panchina {
namespace {

constexpr std::array<std::string_view, 13> kCommonColumns = {
    "doc",        "type", "id",       "section", "factuality", "confidence", "start_offset",
    "end_offset", "text", "sentence", "rule",    "cue",        "evidence"};

std::string day_text(const ArgValue& value, Day DateValue::*bound) {
  std::string out;
  const auto* date = std::get_if<DateValue>(&value);
  if (date != nullptr && date->*bound != kNoDay) append_iso_day(date->*bound, out);
  return out;
}

// Column and text of every arg, bounds included.
template <typename Visit>
void for_each_column(const Event& event, Visit visit) {
  const EventSpec& spec = event_spec(event.type);
  for (std::size_t i = 0; i < spec.args.size(); ++i) {
    const std::string_view name = spec.args[i].name;
    visit(std::string(name), value_text(event.args[i]));
    if (spec.args[i].kind != ArgKind::kDate) continue;
    visit(earliest_name(event.type, name), day_text(event.args[i], &DateValue::earliest));
    visit(latest_name(event.type, name), day_text(event.args[i], &DateValue::latest));
  }
}

}  // namespace

CsvWriter::CsvWriter(WriteOptions options, CsvFormulas formulas,
                     std::span<const std::string> rule_names)
    : options_(options), formulas_(formulas), rule_names_(rule_names) {
  for (std::size_t t = 0; t < kEventTypes; ++t) {
    Event event;
    event.type = static_cast<EventType>(t);
    event.args.resize(event_spec(event.type).args.size());
    for_each_column(event, [this](const std::string& name, const std::string&) {
      if (std::ranges::find(arg_columns_, name) == arg_columns_.end()) arg_columns_.push_back(name);
    });
  }
}

void CsvWriter::write_header(std::string& out) const {
  for (const std::string_view name : kCommonColumns) {
    out += name;
    out += ',';
  }
  for (std::size_t i = 0; i < arg_columns_.size(); ++i) {
    if (i > 0) out += ',';
    out += arg_columns_[i];
  }
  out += '\n';
}

void CsvWriter::field(std::string_view value, std::string& out) const {
  const bool formula = formulas_ == CsvFormulas::kSafe && !value.empty() &&
                       std::string_view("=+-@\t\r").find(value[0]) != std::string_view::npos;
  const bool quoted = value.find_first_of(",\"\n\r") != std::string_view::npos ||
                      (!value.empty() && (value.front() == ' ' || value.back() == ' '));
  if (quoted) out += '"';
  if (formula) out += '\'';
  for (const char c : value) {
    if (c == '\0') {
      out += "\xEF\xBF\xBD";
      continue;
    }
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

std::size_t CsvWriter::write_document(const Document& document, std::string& out) {
  order_events(document, options_.mentions, options_.assertions, ordered_);
  const OffsetCounter counter(document.text.raw());
  for (const OrderedEvent& ordered : ordered_) write_event(document, ordered, counter, out);
  return ordered_.size();
}

void CsvWriter::write_event(const Document& document, const OrderedEvent& ordered,
                            const OffsetCounter& counter, std::string& out) const {
  const Event& event = *ordered.event;
  const Evidence& first = event.evidence.front();
  const RawSpan span = document.text.to_raw(first.span);
  const auto offset = [&](std::uint32_t byte) {
    const std::uint32_t value = options_.offsets == OffsetUnit::kByte ? byte
                                : options_.offsets == OffsetUnit::kUtf16
                                    ? counter.utf16_units(byte)
                                    : counter.code_points(byte);
    return std::to_string(value);
  };
  std::string id;
  append_id(ordered.id, id);
  std::string confidence;
  append_json_fraction(event.confidence, confidence);
  const std::string_view rule =
      first.rule < rule_names_.size() ? std::string_view(rule_names_[first.rule]) : "";
  const auto column = [&](std::string_view value) {
    field(value, out);
    out += ',';
  };
  column(document.info.doc);
  column(event_spec(event.type).name);
  column(id);
  column(std::to_string(event.section));
  column(to_string(event.factuality));
  column(confidence);
  column(offset(span.begin));
  column(offset(span.end));
  column(document.text.raw(span));
  column(std::to_string(first.sentence));
  column(rule);
  column(to_string(first.cue));
  column(std::to_string(event.evidence.size()));
  std::vector<std::string> values(arg_columns_.size());
  for_each_column(event, [&](const std::string& name, std::string value) {
    const auto at = std::ranges::find(arg_columns_, name) - arg_columns_.begin();
    values[static_cast<std::size_t>(at)] = std::move(value);
  });
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ',';
    field(values[i], out);
  }
  out += '\n';
}

}  // namespace panchina
