#include "store/url.h"

#include <string_view>

namespace panchina {

bool is_postgres(const std::string& url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

std::string sqlite_path(const std::string& url) {
  static constexpr std::string_view kSqlite = "sqlite:";
  return url.starts_with(kSqlite) ? url.substr(kSqlite.size()) : url;
}

std::string without_password(const std::string& url) {
  const std::size_t host = url.find("://");
  const std::size_t at = url.find('@');
  if (host == std::string::npos || at == std::string::npos) return url;
  const std::size_t colon = url.find(':', host + 3);
  if (colon == std::string::npos || colon > at) return url;
  return url.substr(0, colon) + ":***" + url.substr(at);
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace panchina
