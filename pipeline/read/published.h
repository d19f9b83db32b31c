// Publication dates as sources give them, to an EDTF day. Thread rule: free functions.
#pragma once

#include <string>
#include <string_view>

namespace panchina {

// The day of a date or time as records and pages write it, as `2024-03-12`; empty where it is none
// or no day of the calendar. Understood: `2024-03-12`, with `/` or `.`, `20240312`, day first
// (`12/03/2024`, `12.3.2024`), and any of them with a time behind it (`2024-03-12T18:00+01:00`). A
// day stays the day that is written; no zone is reckoned with.
std::string day_of(std::string_view date);

// The day in an address: `https://x.it/2024/03/12/titolo` -> `2024-03-12`; empty: none. Also
// `/2024-03-12/`, `/20240312/`, and the day at the beginning or end of a part
// (`titolo-2024-03-12`).
std::string day_in_url(std::string_view url);

}  // namespace panchina
