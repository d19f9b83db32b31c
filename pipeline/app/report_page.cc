#include "app/report_page.h"

#include "base/hash.h"

namespace panchina {
namespace {

int hex_digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

// The form in which a content security policy names a script or style.
std::string policy_hash(std::string_view content) {
  static constexpr char kDigits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string hex = sha256_hex(content);
  std::string out = "'sha256-";
  // Three bytes, six hex digits, four base64 digits; 32 bytes leave two, with one `=`.
  for (std::size_t i = 0; i < hex.size(); i += 6) {
    unsigned group = 0;
    for (std::size_t k = 0; k < 6; ++k) {
      group = group * 16 + (i + k < hex.size() ? static_cast<unsigned>(hex_digit(hex[i + k])) : 0u);
    }
    out += kDigits[group >> 18];
    out += kDigits[(group >> 12) & 63];
    out += kDigits[(group >> 6) & 63];
    out += i + 6 <= hex.size() ? kDigits[group & 63] : '=';
  }
  return out + "'";
}

}  // namespace

std::string report_page(std::string_view data) {
  std::string page;
  page.reserve(data.size() + 65536);
  page +=
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src ";
  page += policy_hash(report_script());
  page += "; style-src ";
  page += policy_hash(report_style());
  page +=
      "; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>panchina</title>\n<style>";
  page += report_style();
  page +=
      "</style>\n</head>\n<body>\n<noscript>This report needs JavaScript.</noscript>\n"
      "<script type=\"application/json\" id=\"data\">";
  page += data;
  page += "</script>\n<script>";
  page += report_script();
  page += "</script>\n</body>\n</html>\n";
  return page;
}

}  // namespace panchina
