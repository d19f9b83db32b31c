// The HTML report around its data. Thread rule: free functions.
#pragma once

#include <string>
#include <string_view>

namespace panchina {

// One self-contained page: style and script inline, allowed by their hashes alone in its content
// security policy; nothing is fetched. `data` is escaped JSON (report_data.h).
std::string report_page(std::string_view data);

// Its parts.
std::string_view report_style();
std::string_view report_script();

}  // namespace panchina
