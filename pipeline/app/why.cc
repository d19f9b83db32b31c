// `panchina why EVENT PATH…`: the rule behind an event, where each slot comes from, what it beat.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "app/attempt_text.h"
#include "app/commands.h"
#include "app/corpus.h"
#include "app/event_rows.h"
#include "app/exit_codes.h"
#include "app/load_engine.h"
#include "app/rule_tests.h"
#include "app/terminal.h"
#include "app/write_output.h"
#include "match/matcher.h"
#include "output/order.h"
#include "resolve/resolver.h"

namespace panchina {
namespace {

struct WhyOptions {
  std::string event;  // an id or its beginning; "all"
  CorpusOptions corpus;
  std::string text;  // a passage in the place of articles
  std::string rules;
  bool json = false;
};

// file:line of the rule of that name; "" for what is no event or table rule.
std::string rule_place(const RuleSet& rules, Index name) {
  const auto place_of = [&](const auto& list) {
    for (const auto& rule : list) {
      if (rule.info.name == name) {
        return rule.info.place.file + ":" + std::to_string(rule.info.place.line);
      }
    }
    return std::string();
  };
  std::string place = place_of(rules.events);
  return place.empty() ? place_of(rules.tables) : place;
}

class Explanation {
 public:
  Explanation(const Engine& engine, const WhyOptions& options)
      : engine_(engine), options_(options) {}

  void explain(Document& document) {
    std::vector<Attempt> attempts;
    engine_.matcher().match(document, attempts);
    engine_.resolver().resolve(document);
    std::vector<OrderedEvent> ordered;
    order_events(document, Mentions::kAll, Assertions::kAll, ordered);
    for (const OrderedEvent& one : ordered) {
      std::string id;
      append_id(one.id, id);
      const bool mention = is_mention(one.event->type);
      if (options_.event == "all" ? mention : !id.starts_with(options_.event)) continue;
      add(document, *one.event, id, attempts);
    }
  }

  std::string take() {
    return options_.json
               ? json_.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"
               : std::move(text_);
  }
  bool empty() const { return json_.empty(); }

 private:
  void add(const Document& document, const Event& event, const std::string& id,
           const std::vector<Attempt>& attempts) {
    const EventSpec& spec = event_spec(event.type);
    nlohmann::ordered_json json = {{"doc", document.info.doc},
                                   {"id", id},
                                   {"type", spec.name},
                                   {"factuality", to_string(event.factuality)}};
    text_ += document.info.doc + " " + id + " " + std::string(spec.name) + ", " +
             std::string(to_string(event.factuality)) + "\n";
    nlohmann::ordered_json evidences = nlohmann::ordered_json::array();
    for (const Evidence& evidence : event.evidence) {
      evidences.push_back(add_evidence(document, event, evidence, attempts));
    }
    json["evidence"] = std::move(evidences);
    json_.push_back(std::move(json));
  }

  nlohmann::ordered_json add_evidence(const Document& document, const Event& event,
                                      const Evidence& evidence,
                                      const std::vector<Attempt>& attempts) {
    const EventSpec& spec = event_spec(event.type);
    const std::string rule =
        evidence.rule < engine_.rule_names().size() ? engine_.rule_names()[evidence.rule] : "";
    const std::string place = rule_place(engine_.rules(), evidence.rule);
    std::string passage(document.text.norm(evidence.span));
    std::replace(passage.begin(), passage.end(), '\n', ' ');
    text_ += "  «" + passage + "»\n  rule " + rule + (place.empty() ? "" : " (" + place + ")");
    if (evidence.cue != Cue::kNone) text_ += ", cue " + std::string(to_string(evidence.cue));
    text_ += "\n";
    nlohmann::ordered_json slots = nlohmann::ordered_json::object();
    for (const EvidenceSlot& slot : evidence.slots) {
      const std::string name(spec.args[slot.arg].name);
      const std::string words(document.text.norm(slot.span));
      text_ += "    " + name + " = " + arg_text(event.args[slot.arg]) + "   from «" + words + "»\n";
      slots[name] = {{"value", arg_text(event.args[slot.arg])}, {"text", words}};
    }
    for (const InferredSlot& slot : evidence.inferred) {
      const std::string name(spec.args[slot.arg].name);
      text_ += "    " + name + " = " + arg_text(event.args[slot.arg]) + "   by " +
               std::string(to_string(slot.source)) + "\n";
      slots[name] = {{"value", arg_text(event.args[slot.arg])}, {"by", to_string(slot.source)}};
    }
    nlohmann::ordered_json rivals = nlohmann::ordered_json::array();
    for (const Attempt& attempt : attempts) {
      if (attempt.outcome != Outcome::kBeaten && attempt.outcome != Outcome::kVetoed) continue;
      if (attempt.trigger == kNoIndex) continue;
      const NormSpan trigger = document.units[attempt.trigger].span;
      if (!evidence.span.overlaps(trigger)) continue;
      const std::string id = engine_.rules().events[attempt.rule].info.id;
      text_ += "    rival " + id + ": " + attempt_text(engine_, document, attempt) + "\n";
      rivals.push_back(attempt_json(engine_, document, attempt));
    }
    return {
        {"rule", rule}, {"place", place}, {"text", passage}, {"slots", slots}, {"rivals", rivals}};
  }

  const Engine& engine_;
  const WhyOptions& options_;
  std::string text_;
  nlohmann::ordered_json json_ = nlohmann::ordered_json::array();
};

int run_why(const WhyOptions& options) {
  if (options.text.empty() && options.corpus.paths.empty()) {
    print_error("say where the event is: articles, or a passage with --text");
    return kExitUsage;
  }
  const std::unique_ptr<Engine> engine = load_engine(options.rules);
  if (engine == nullptr) return kExitUsage;
  Explanation explanation(*engine, options);
  Document document;
  int code = kExitDone;
  if (!options.text.empty()) {
    read_passage(*engine, options.text, options.corpus.published, document);
    explanation.explain(document);
  } else {
    code = each_article(options.corpus, *engine, [&](Article& article) {
      begin_document(*engine, article, document);
      engine->annotate(document);
      explanation.explain(document);
    });
  }
  if (code != kExitDone && code != kExitSomeFailed) return code;
  if (explanation.empty()) {
    print_error(options.event == "all" ? std::string("no fact is there")
                                       : "no event «" + options.event + "» is there");
    return kExitFatal;
  }
  const int written = write_output("-", explanation.take());
  return written != kExitDone ? written : code;
}

}  // namespace

void add_why(CLI::App& program, Action& action) {
  auto options = std::make_shared<WhyOptions>();
  CLI::App* command = program.add_subcommand("why", "Say why an event was found");
  command->add_option("event", options->event, "Its id or the beginning of it; `all`: every fact")
      ->required()
      ->type_name("EVENT");
  command->add_option("path", options->corpus.paths, "Articles")->type_name("PATH");
  command->add_option("--text", options->text, "A passage in the place of articles");
  command->add_option("--published", options->corpus.published, "Publication date of the passage");
  command->add_option("--metadata", options->corpus.metadata, "Publication dates and titles")
      ->type_name("FILE");
  command->add_option("--rules", options->rules, "Rules folder")->type_name("DIR");
  command->add_flag("--json", options->json, "Write the answer as JSON");
  command->callback([&action, options] { action = [options] { return run_why(*options); }; });
}

}  // namespace panchina
