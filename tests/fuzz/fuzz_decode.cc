// Any bytes become valid UTF-8 without NUL, and decoding what was decoded changes nothing.
#include <cstdint>
#include <string_view>

#include "check.h"
#include "read/decode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace panchina;
  // The first byte chooses what the page declares.
  constexpr const char* kDeclared[] = {"", "utf-8", "iso-8859-1", "iso-8859-15", "utf-16", "x"};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Decoded decoded = decode(bytes, kDeclared[data[0] % std::size(kDeclared)]);
  const Decoded again = decode_utf8(decoded.text);
  check(again.replaced == 0, "decoded text is valid UTF-8 without NUL");
  check(again.text == decoded.text, "decoding twice changes nothing");
  const Decoded utf8 = decode_utf8(bytes);
  check(utf8.replaced > 0 || utf8.text == bytes, "valid UTF-8 stays as it is");
  return 0;
}
