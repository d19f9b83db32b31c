// Bytes a second of what every byte of an article goes through before the first token.
#include <benchmark/benchmark.h>

#include "base/hash.h"
#include "read/decode.h"
#include "read/html_page.h"
#include "text/fold.h"
#include "text/normalization_tables.h"
#include "text/text.h"

namespace panchina {
namespace {

const NormalizationTables& tables() {
  static const NormalizationTables loaded =
      NormalizationTables::load(PANCHINA_SOURCE_DIR "/rules/words/normalize.toml").value();
  return loaded;
}

// An article of some 4 KB with the marks and accents that Italian pages have.
const std::string& article() {
  static const std::string text = [] {
    std::string out;
    for (int i = 0; out.size() < 4096; ++i) {
      out +=
          "Il Vallescura torna a vincere fuori casa dopo quattro giornate: l’1–0 di domenica porta "
          "la firma di Pastine, perché la difesa è rimasta ferma. «Non è finita», ha detto il "
          "tecnico Ottavio Brentani, che dall'estate 2023 guida una squadra più giovane. ";
      out += i % 3 == 2 ? "\n" : "";
    }
    return out;
  }();
  return text;
}

void count_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void BM_Decode(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(decode(article()));
  count_bytes(state, article().size());
}
BENCHMARK(BM_Decode);

void BM_Sha256(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(sha256_hex(article()));
  count_bytes(state, article().size());
}
BENCHMARK(BM_Sha256);

void BM_Normalize(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Text::normalize(article(), tables()));
  count_bytes(state, article().size());
}
BENCHMARK(BM_Normalize);

// Every letter with an accent is decomposed, every blank is a non-breaking one.
void BM_NormalizeMess(benchmark::State& state) {
  std::string mess;
  for (int i = 0; mess.size() < 4096; ++i) mess += "citta\u0300\u00A0perche'\u00A0l’e\u0300\u00A0";
  for (auto _ : state) benchmark::DoNotOptimize(Text::normalize(mess, tables()));
  count_bytes(state, mess.size());
}
BENCHMARK(BM_NormalizeMess);

void BM_Fold(benchmark::State& state) {
  std::string out;
  for (auto _ : state) {
    out.clear();
    append_folded(article(), out);
    benchmark::DoNotOptimize(out.data());
  }
  count_bytes(state, article().size());
}
BENCHMARK(BM_Fold);

void BM_OffsetCounter(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(OffsetCounter(article()).total_code_points());
  count_bytes(state, article().size());
}
BENCHMARK(BM_OffsetCounter);

void BM_Html(benchmark::State& state) {
  std::string page = "<html><body><nav><a href=a>x</a></nav><article><h1>Titolo</h1>";
  for (int i = 0; i < 8; ++i)
    page += "<p class=\"a b\">" + article().substr(0, 500) + "</p><div><a href=b>y</a></div>";
  page += "</article><footer>z</footer></body></html>";
  for (auto _ : state) benchmark::DoNotOptimize(read_html_page(page));
  count_bytes(state, page.size());
}
BENCHMARK(BM_Html);

}  // namespace
}  // namespace panchina
