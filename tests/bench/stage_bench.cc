// Speed of each stage alone, in bytes of article text a second, and how often it allocates once its
// memory has grown. Articles: the folder $PANCHINA_BENCH_CORPUS, else samples/articles.
#include <benchmark/benchmark.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "app/engine.h"
#include "base/file.h"
#include "output/event_writer.h"

namespace {
std::atomic<std::uint64_t> allocations{0};
}  // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t size, std::align_val_t alignment) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  const std::size_t align = static_cast<std::size_t>(alignment);
  if (void* memory = std::aligned_alloc(align, (size + align - 1) / align * align)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  std::free(memory);
}

namespace panchina {
namespace {

constexpr std::size_t kMostArticles = 1000;

const Engine& engine() {
  static const std::unique_ptr<Engine> loaded = [] {
    auto made = Engine::load(PANCHINA_SOURCE_DIR "/rules");
    if (!made) {
      for (const Diagnostic& diagnostic : made.error()) {
        std::fputs(to_text(diagnostic).c_str(), stderr);
      }
      std::exit(2);
    }
    return *std::move(made);
  }();
  return *loaded;
}

const std::vector<std::string>& articles() {
  static const std::vector<std::string> texts = [] {
    const char* folder = std::getenv("PANCHINA_BENCH_CORPUS");
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             folder != nullptr ? folder : PANCHINA_SOURCE_DIR "/samples/articles")) {
      if (!entry.is_regular_file() || out.size() >= kMostArticles) continue;
      if (auto text = read_file(entry.path().string())) out.push_back(*std::move(text));
    }
    return out;
  }();
  return texts;
}

// Time of this thread's own work: other processes on the machine do not count.
double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// Sentences of each article.
const std::vector<std::uint64_t>& sentences() {
  static const std::vector<std::uint64_t> counts = [] {
    std::vector<std::uint64_t> out;
    Document document;
    for (const std::string& text : articles()) {
      document.clear();
      document.text = engine().normalize(text);
      engine().segment(document);
      out.push_back(document.sentences.size());
    }
    return out;
  }();
  return counts;
}

// Runs `stage` over all articles, all else untimed. The document is reused as a worker does.
// Allocations count in the steady state: in the second half of the articles, none of which the
// worker has seen before; the first half makes its memory grow.
template <typename Before, typename Stage>
void measure(benchmark::State& state, Before before, Stage stage) {
  Document document;
  std::uint64_t bytes = 0, steady_sentences = 0, steady_bytes = 0, allocated = 0;
  bool first = true;
  for ([[maybe_unused]] auto _ : state) {
    double seconds = 0;
    for (std::size_t i = 0; i < articles().size(); ++i) {
      const std::string& text = articles()[i];
      document.clear();
      before(document, text);
      const std::uint64_t allocations_before = allocations.load(std::memory_order_relaxed);
      const double start = cpu_seconds();
      stage(document, text);
      seconds += cpu_seconds() - start;
      bytes += text.size();
      if (!first || i < articles().size() / 2) continue;
      allocated += allocations.load(std::memory_order_relaxed) - allocations_before;
      steady_sentences += sentences()[i];
      steady_bytes += text.size();
    }
    first = false;
    state.SetIterationTime(seconds);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  const auto per = [allocated](double count) {
    return static_cast<double>(allocated) / std::max(1.0, count);
  };
  state.counters["allocations_per_kB"] = per(static_cast<double>(steady_bytes) / 1000);
  state.counters["allocations_per_sentence"] = per(static_cast<double>(steady_sentences));
}

void normalize(Document& document, const std::string& text) {
  document.text = engine().normalize(text);
}

void BM_Normalize(benchmark::State& state) {
  measure(
      state, [](Document&, const std::string&) {}, normalize);
}
BENCHMARK(BM_Normalize)->UseManualTime()->Unit(benchmark::kMillisecond);

void BM_Stage(benchmark::State& state) {
  const auto last = static_cast<Stage>(state.range(0));
  static constexpr const char* kNames[] = {"scan", "segment", "annotate", "match", "resolve"};
  state.SetLabel(kNames[state.range(0)]);
  measure(
      state,
      [last](Document& document, const std::string& text) {
        normalize(document, text);
        for (const Stage stage : kStages) {
          if (stage < last) engine().run_stage(stage, document);
        }
      },
      [last](Document& document, const std::string&) { engine().run_stage(last, document); });
}
BENCHMARK(BM_Stage)->DenseRange(0, 4)->UseManualTime()->Unit(benchmark::kMillisecond);

void BM_Write(benchmark::State& state) {
  EventWriter writer({}, engine().rule_names());
  std::string out;
  measure(
      state,
      [](Document& document, const std::string& text) {
        normalize(document, text);
        engine().run(document);
      },
      [&](Document& document, const std::string&) {
        out.clear();
        benchmark::DoNotOptimize(writer.write_document(document, out));
      });
}
BENCHMARK(BM_Write)->UseManualTime()->Unit(benchmark::kMillisecond);

void BM_Everything(benchmark::State& state) {
  EventWriter writer({}, engine().rule_names());
  std::string out;
  measure(
      state, [](Document&, const std::string&) {},
      [&](Document& document, const std::string& text) {
        normalize(document, text);
        engine().run(document);
        out.clear();
        benchmark::DoNotOptimize(writer.write_document(document, out));
      });
}
BENCHMARK(BM_Everything)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace panchina
