// `panchina sentences`: sentence boundaries of running text, and how a page is cut into blocks.
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "app/commands.h"
#include "app/engine.h"
#include "app/exit_codes.h"
#include "app/rules_folder.h"
#include "app/terminal.h"
#include "app/write_output.h"
#include "segment/segmenter.h"

namespace panchina {
namespace {

constexpr std::size_t kLargestInput = std::size_t{1} << 31;

struct SentencesOptions {
  std::string input;
  std::string rules;
  bool blocks = false;
};

// {"id":…,"sentences":[[begin,end],…]} of a line {"id":…,"text":…}; false where it is no such line.
bool write_sentences(const Engine& engine, const Segmenter& segmenter, std::string_view line,
                     Document& document, std::string& out) {
  const nlohmann::json record = nlohmann::json::parse(line, nullptr, false);
  if (!record.is_object() || !record.contains("text") || !record["text"].is_string()) return false;
  document.clear();
  document.text = engine.normalize(record["text"].get<std::string>());
  engine.scan(document);
  segmenter.split_sentences(document);
  const OffsetCounter offsets(document.text.raw());
  const std::string id = record.contains("id") ? record["id"].dump() : "null";
  out += "{\"id\":" + id + ",\"sentences\":[";
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    const RawSpan raw = document.text.to_raw(document.sentences[i].span);
    if (i > 0) out += ',';
    out += '[' + std::to_string(offsets.code_points(raw.begin)) + ',' +
           std::to_string(offsets.code_points(raw.end)) + ']';
  }
  out += "]}\n";
  return true;
}

// A span with line ends and tabs shown, passages that are passed over in «».
std::string shown(const Document& document, IndexRange tokens) {
  std::string out;
  std::uint32_t end = document.tokens[tokens.begin].span.begin;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = document.tokens[i];
    for (const char c : document.text.norm(NormSpan{end, token.span.begin})) {
      out += c == '\n' ? "\u23CE" : c == '\t' ? "\u21E5" : std::string(1, c);
    }
    const bool masked_before = i > tokens.begin && document.tokens[i - 1].masked;
    const bool masked_after = i + 1 < tokens.end && document.tokens[i + 1].masked;
    if (token.masked && !masked_before) out += "\u00AB";
    out += document.text.norm(token.span);
    if (token.masked && !masked_after) out += "\u00BB";
    end = token.span.end;
  }
  return out;
}

// A page as segmentation sees it: sections, blocks with label and heading, a line for each
// sentence.
std::string blocks_of(const Document& document) {
  std::string out;
  for (Index i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (i == 0 || block.section != document.blocks[i - 1].section)
      out += "== section " + std::to_string(block.section) + '\n';
    out += std::to_string(i) + ' ' + std::string(to_string(block.label));
    if (block.heading != kNoIndex) out += " under " + std::to_string(block.heading);
    out += '\n';
    if (block.sentences.empty()) out += "    " + shown(document, block.tokens) + '\n';
    for (Index s = block.sentences.begin; s < block.sentences.end; ++s)
      out += (document.sentences[s].row ? "  | " : "  . ") +
             shown(document, document.sentences[s].tokens) + '\n';
  }
  return out;
}

int run_sentences(const SentencesOptions& options) {
  auto engine = Engine::load(rules_folder(options.rules));
  if (!engine) return print_diagnostics(engine.error()), kExitUsage;
  auto input = options.input == "-" ? read_standard_input(kLargestInput)
                                    : read_file(options.input, kLargestInput);
  if (!input) return print_error(input.error().message), kExitFatal;
  Document document;
  if (options.blocks) {
    document.text = (*engine)->normalize(*std::move(input));
    (*engine)->segment(document);
    return write_output("-", blocks_of(document));
  }
  const Segmenter segmenter((*engine)->vocabulary(), (*engine)->lexicon(),
                            (*engine)->rules().blocks);
  std::string out;
  std::size_t number = 0;
  for (std::string_view rest = *input; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    ++number;
    if (line.find_first_not_of(" \r\t") == std::string_view::npos) continue;
    if (!write_sentences(**engine, segmenter, line, document, out)) {
      print_error("line " + std::to_string(number) + " is no {\"id\",\"text\"} record");
      return kExitFatal;
    }
  }
  return write_output("-", out);
}

}  // namespace

void add_sentences(CLI::App& program, Action& action) {
  auto options = std::make_shared<SentencesOptions>();
  CLI::App* command = program.add_subcommand("sentences", "Find the sentences of running text");
  command
      ->add_option("input", options->input,
                   "Lines {\"id\",\"text\"}, - for standard input; with --blocks an article")
      ->required()
      ->type_name("FILE");
  command->add_flag("--blocks", options->blocks,
                    "Show how the article is cut into sections, blocks and sentences");
  command->add_option("--rules", options->rules, "Rules folder")->type_name("DIR");
  command->callback([&action, options] { action = [options] { return run_sentences(*options); }; });
}

}  // namespace panchina
