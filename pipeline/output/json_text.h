// Pieces of JSON appended to a buffer that the caller reuses: nothing is allocated once it has
// grown. Thread rule: free functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/calendar.h"

namespace panchina {

// Appends `value` (valid UTF-8) as a JSON string with its quotes. Escaped are `"`, `\` and
// controls; NUL becomes U+FFFD, for `\u0000` never leaves the pipeline. Bytes that are no UTF-8
// become U+FFFD.
void append_json(std::string_view value, std::string& out);
void append_json(std::int64_t value, std::string& out);
// The string, or null where it is empty.
void append_json_or_null(std::string_view value, std::string& out);
// `0.96`: at most three decimals, at least 0.001 for what is above 0.
void append_json_fraction(float value, std::string& out);
// `2021-02-09` without quotes. Years before 0 and after 9999 as EDTF writes them (`-0005`,
// `Y12000`).
void append_iso_day(Day day, std::string& out);
// `"2021-02-09"`, or null for kNoDay.
void append_json_day(Day day, std::string& out);

}  // namespace panchina
