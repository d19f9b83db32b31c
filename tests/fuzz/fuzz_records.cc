// Records of any shape: JSON lines, CSV, dates, addresses, globs.
#include <cstdint>
#include <string_view>

#include "check.h"
#include "read/csv.h"
#include "read/decode.h"
#include "read/glob.h"
#include "read/json_record.h"
#include "read/published.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace panchina;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string line = decode_utf8(bytes).text;
  const auto id = quick_field(line, "id");
  if (const auto record = parse_json_record(line)) {
    check(!id || decode_utf8(*id).replaced <= id->size(), "an id is text");
    check(!record->text || decode_utf8(*record->text).text.size() >= record->text->size(),
          "its text is UTF-8, but for NUL");
  }
  check(!csv_fields(bytes, ',').empty(), "a record has a field");
  (void)csv_record_end(bytes, 0);
  const std::string day = day_of(line);
  check(day.empty() || day_of(day) == day, "a day is read again as itself");
  (void)day_in_url(line);
  const std::size_t half = bytes.find('\n');
  if (half != std::string_view::npos) {
    (void)GlobList({std::string(bytes.substr(0, half))})
        .matches(bytes.substr(half + 1), PathKind::kFile);
  }
  return 0;
}
