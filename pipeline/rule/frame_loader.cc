// [frame.NAME] tables: a verb's whole paradigm written once, expanded into event rules.
#include <algorithm>
#include <array>

#include "document/features.h"
#include "rule/compiler.h"
#include "rule/rule_keys.h"
#include "rule/rule_loader.h"

namespace panchina {

const std::vector<std::string>& frame_keys() {
  static const std::vector<std::string> keys = {
      "id",     "note",  "verbs", "nouns",   "agent",    "patient",    "forms", "with",
      "unless", "where", "emit",  "missing", "priority", "confidence", "since", "tests"};
  return keys;
}

const std::vector<std::string>& frame_forms() {
  static const std::vector<std::string> forms = {"active",     "clitic",  "passive",
                                                 "participle", "nominal", "relative"};
  return forms;
}

namespace {

PatternNode gap(std::uint16_t count) {
  PatternNode node;
  node.kind = PatternKind::kGap;
  node.count = count;
  node.text = "..." + std::to_string(count);
  return node;
}
PatternNode mark(char c) {
  PatternNode node;
  node.kind = PatternKind::kMark;
  node.count = static_cast<std::uint16_t>(c);
  node.text = c;
  return node;
}
PatternNode start() {
  PatternNode node;
  node.kind = PatternKind::kStart;
  node.text = "^";
  return node;
}
PatternNode choice(std::vector<Pattern> branches) {
  PatternNode node;
  node.kind = PatternKind::kChoice;
  const bool option = branches.back().empty();
  node.text = "(";
  for (const Pattern& branch : branches) {
    if (!branch.empty()) node.text += (node.text.size() > 1 ? "|" : "") + to_text(branch);
  }
  node.text += option ? ")?" : ")";
  node.branches = std::move(branches);
  return node;
}
PatternNode with_feature(PatternNode verb, std::string_view feature) {
  verb.features |= verb_feature(feature);
  verb.text.insert(verb.text.size() - 1, "." + std::string(feature));
  return verb;
}

// `{person:person}` with or without its `?`.
Pattern with_hole(Pattern pattern, bool hole) {
  for (PatternNode& node : pattern) {
    if (node.kind != PatternKind::kSlot || node.list) continue;
    const std::size_t mark_at = node.text.find('?');
    if (hole && mark_at == std::string::npos) {
      node.text.insert(node.text.find(':'), "?");
    } else if (!hole && mark_at != std::string::npos) {
      node.text.erase(mark_at, 1);
    }
    node.hole = hole;
  }
  return pattern;
}

Pattern joined(std::initializer_list<Pattern> parts) {
  Pattern out;
  for (const Pattern& part : parts) out.insert(out.end(), part.begin(), part.end());
  return out;
}

class FrameLoader {
 public:
  FrameLoader(LoadContext& context, const TomlFile& file, const TomlEntry& entry)
      : context_(context),
        file_(file),
        entry_(entry),
        table_(context, file, entry.value, "frame") {}

  void load() {
    table_.report_unknown(frame_keys());
    const Place place = file_.source()->place(entry_.offset);
    if (std::string known = context_.claim_id(entry_.key, place); !known.empty()) {
      context_.reporter.at_key(file_, entry_, "duplicate-id", std::move(known));
    }
    read_parts();
    CommonKeys common;
    load_common(table_, slots_, common);
    load_emits(table_, slots_, false, common);
    report_unused_slots(table_, slots_, common);
    check_tests(table_, common, {});
    common.info = load_info(table_, entry_.key, place);
    if (verbs_.empty() && nouns_.empty()) {
      if (table_.entry("verbs") == nullptr && table_.entry("nouns") == nullptr) {
        context_.reporter.at_key(file_, entry_, "no-when",
                                 "the frame has neither «verbs» nor «nouns»");
      }
      return;
    }
    expand(common);
  }

 private:
  void read_parts() {
    for (const RuleString& verb : table_.strings("verbs")) add_verb(verb);
    for (const RuleString& noun : table_.strings("nouns")) {
      std::vector<SlotSpec> none;
      Pattern pattern = noun_pattern(noun);
      if (!pattern.empty()) nouns_.push_back(std::move(pattern));
    }
    if (const auto agent = table_.string("agent")) {
      agent_ = parse_pattern(context_.patterns, *agent, slots_);
    }
    if (const auto patient = table_.string("patient")) {
      patient_ = parse_pattern(context_.patterns, *patient, slots_);
    }
    for (const RuleString& form : table_.strings("forms")) {
      forms_.emplace_back(form.text());
      if (std::find(frame_forms().begin(), frame_forms().end(), form.text()) != frame_forms().end())
        continue;
      context_.reporter.at(form, 0, form.text().size(), "unknown-form",
                           "a frame has no form «" + std::string(form.text()) + "»",
                           did_you_mean(form.text(), frame_forms()));
    }
  }

  // `@dismiss`, `esonerare`, or several of them with blanks between.
  void add_verb(const RuleString& string) {
    const std::string_view text = string.text();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = text.find_first_not_of(" \n\t", at);
      if (begin == text.npos) break;
      at = std::min(text.find_first_of(" \n\t", begin), text.size());
      const std::string_view name = text.substr(begin, at - begin);
      PatternNode node;
      node.kind = PatternKind::kVerb;
      node.text = "<" + std::string(name) + ">";
      if (name[0] == '@') {
        node.verbs = context_.patterns.verb_class(name.substr(1));
        if (node.verbs == kNoIndex) {
          context_.reporter.at(
              string, begin, name.size(), "unknown-class",
              "there is no verb class «" + std::string(name.substr(1)) + "»",
              did_you_mean(name.substr(1), context_.patterns.classes.verb_names()));
        }
      } else {
        node.verbs = context_.patterns.verb_set(name, string, begin);
      }
      if (node.verbs != kNoIndex) verbs_.push_back(std::move(node));
    }
  }

  Pattern noun_pattern(const RuleString& string) {
    std::vector<SlotSpec> none;
    const std::string_view text = string.text();
    if (text.starts_with("@")) {
      PatternNode node;
      node.kind = PatternKind::kNoun;
      node.text = "~" + std::string(text);
      node.words = context_.patterns.noun_class(text.substr(1));
      if (node.words != kNoIndex) return {node};
      context_.reporter.at(string, 0, text.size(), "unknown-class",
                           "there is no noun class «" + std::string(text.substr(1)) + "»",
                           did_you_mean(text.substr(1), context_.patterns.classes.noun_names()));
      return {};
    }
    Pattern pattern = parse_pattern(context_.patterns, string, none);
    for (PatternNode& node : pattern) {  // the noun inflects
      if (node.kind != PatternKind::kWord) continue;
      node.kind = PatternKind::kNoun;
      node.words = context_.patterns.noun_set(node.text);
      node.text.insert(0, "~");
    }
    return pattern;
  }

  bool wanted(std::string_view form) const {
    return forms_.empty() || std::find(forms_.begin(), forms_.end(), form) != forms_.end();
  }

  // A pattern of classes.toml that frames are made with.
  Pattern frame_pattern(std::string_view name) {
    const auto found = context_.patterns.classes.frames.find(name);
    if (found == context_.patterns.classes.frames.end()) return {};
    std::vector<SlotSpec> none;
    return parse_pattern(context_.patterns, found->second, none);
  }

  void add(std::string_view form, const Pattern& when, bool agent_adjunct,
           const CommonKeys& common) {
    if (!wanted(form)) return;
    EventRule rule;
    rule.info = common.info;
    rule.info.id = common.info.id + "." + std::string(form);
    rule.frame = common.info.id;
    rule.form = form;
    rule.text = to_text(when);
    rule.slots = slots_;
    rule.emits = common.emits;
    rule.unless = common.unless;
    rule.where = common.where;
    rule.variants = compile_variants(when, context_.rules);
    if (rule.tells_career()) admit_towns(rule.variants);
    if (agent_adjunct && !agent_.empty()) {
      Adjunct adjunct;
      for (const PatternNode& node : agent_) {
        if (node.kind == PatternKind::kSlot) adjunct.name = slots_[node.slot].name;
      }
      const Pattern pattern = joined({frame_pattern("agent"), with_hole(agent_, false)});
      adjunct.text = to_text(pattern);
      adjunct.variants = compile_variants(pattern, context_.rules);
      adjunct.needs = needed_kinds(adjunct.variants);
      rule.adjuncts.push_back(std::move(adjunct));
    }
    rule.adjuncts.insert(rule.adjuncts.end(), common.adjuncts.begin(), common.adjuncts.end());
    if (!tests_given_) rule.tests = common.tests;
    tests_given_ = true;
    context_.rules.events.push_back(std::move(rule));
  }

  void expand(const CommonKeys& common) {
    const Pattern agent = with_hole(agent_, false);
    const Pattern patient = with_hole(patient_, false);
    const Pattern hole = with_hole(patient_, true);
    if (!verbs_.empty()) {
      const auto verb = [&](std::initializer_list<std::string_view> features) {
        std::vector<Pattern> all;
        for (PatternNode node : verbs_) {
          for (const std::string_view feature : features) node = with_feature(node, feature);
          all.push_back({node});
        }
        return all.size() == 1 ? all[0] : Pattern{choice(all)};
      };
      Pattern before;  // (AGENT ...4)?
      if (!agent.empty()) before = {choice({joined({agent, {gap(4)}}), {}})};
      if (patient.empty()) {
        add("active", joined({before, verb({"active"})}), false, common);
        add("passive", verb({"passive"}), true, common);
      } else {
        add("active", joined({before, verb({"active"}), {gap(4)}, patient}), false, common);
        add("clitic", joined({before, verb({"active", "clitic"}), hole}), false, common);
        add("passive", joined({hole, {gap(kGapUnits)}, verb({"passive"})}), true, common);
        add("participle",
            joined({{choice({{start()}, {mark(':')}, {mark(',')}, {mark('-')}})},
                    verb({"participle"}),
                    {gap(3)},
                    patient}),
            true, common);
        if (!agent.empty()) {
          add("relative",
              joined({patient, frame_pattern("relative"), agent, {gap(4)}, verb({"active"})}),
              false, common);
        }
      }
    }
    if (!nouns_.empty()) {
      const Pattern noun = nouns_.size() == 1 ? nouns_[0] : Pattern{choice(nouns_)};
      add("nominal",
          patient.empty() ? noun : joined({noun, frame_pattern("of"), {gap(2)}, patient}), true,
          common);
    }
  }

  LoadContext& context_;
  const TomlFile& file_;
  const TomlEntry& entry_;
  RuleTable table_;
  std::vector<SlotSpec> slots_;
  std::vector<PatternNode> verbs_;
  std::vector<Pattern> nouns_;
  Pattern agent_, patient_;
  std::vector<std::string> forms_;
  bool tests_given_ = false;
};

}  // namespace

void load_frames(LoadContext& context, const TomlFile& file) {
  const TomlEntry* frames = file.root().find("frame");
  if (frames == nullptr) return;
  if (!frames->value.is_table()) {
    context.reporter.at_key(file, *frames, "wrong-type", "a frame begins with [frame.NAME]");
    return;
  }
  for (const TomlEntry& entry : frames->value.entries) {
    if (!entry.value.is_table()) {
      context.reporter.at_key(file, entry, "wrong-type", "a frame begins with [frame.NAME]");
      continue;
    }
    FrameLoader(context, file, entry).load();
  }
}

}  // namespace panchina
