// Sentences through the whole pipeline with the project's rules: hits and events stay inside their
// layers.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "app/engine.h"
#include "app/rule_tests.h"
#include "match/matcher.h"

namespace {

const panchina::Engine& engine() {
  static const panchina::Engine* const kEngine = [] {
    auto loaded = panchina::Engine::load(std::string(PANCHINA_SOURCE_DIR) + "/rules");
    if (!loaded) std::abort();
    return (*std::move(loaded)).release();
  }();
  return *kEngine;
}

void demand(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  for (char& c : text) c = (c & 0x80) != 0 || c == '\0' ? ' ' : c;  // text is valid UTF-8
  panchina::Document document;
  panchina::read_passage(engine(), text, "2021-02-09", document);
  engine().run_stage(panchina::Stage::kMatch, document);
  for (const panchina::Hit& hit : document.hits) {
    demand(hit.units.begin < hit.units.end && hit.units.end <= document.units.size());
    demand(hit.bindings.end <= document.bindings.size());
    demand(hit.trigger < document.units.size());
    for (panchina::Index i = hit.bindings.begin; i < hit.bindings.end; ++i) {
      const panchina::Binding& binding = document.bindings[i];
      demand(binding.slot < engine().rules().slots(hit).size());
      demand(binding.unit == panchina::kNoIndex || binding.unit < document.units.size());
    }
  }
  engine().run_stage(panchina::Stage::kResolve, document);
  return 0;
}
