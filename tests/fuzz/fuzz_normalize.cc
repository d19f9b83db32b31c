// What tests/text/text_properties_test.cc holds of generated mess, of any text.
#include <cstdint>
#include <string_view>

#include "check.h"
#include "read/decode.h"
#include "text/normalization_tables.h"
#include "text/text.h"

namespace {

const panchina::NormalizationTables& tables() {
  static const panchina::NormalizationTables loaded =
      panchina::NormalizationTables::load(PANCHINA_SOURCE_DIR "/rules/words/normalize.toml")
          .value();
  return loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace panchina;
  const std::string raw =
      decode_utf8(std::string_view(reinterpret_cast<const char*>(data), size)).text;
  const Text text = Text::normalize(raw, tables());
  NormSpan norm;
  RawSpan source;
  for (const ChangedRun& run : text.runs()) {
    norm = {norm.end, run.norm.begin};
    source = {source.end, run.raw.begin};
    check(norm.begin <= norm.end && source.begin <= source.end, "runs are sorted");
    check(text.norm(norm) == text.raw(source), "outside runs nothing differs");
    check(text.norm(run.norm) != text.raw(run.raw), "runs differ");
    norm = run.norm;
    source = run.raw;
  }
  check(text.norm().substr(norm.end) == text.raw().substr(source.end), "after the last run too");
  check(decode_utf8(text.norm()).replaced == 0, "the copy is valid UTF-8");
  const Text again = Text::normalize(std::string(text.norm()), tables());
  check(again.norm() == text.norm() && again.runs().empty(), "normalizing twice changes nothing");
  return 0;
}
