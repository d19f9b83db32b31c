// emit.* of rules.
#include <algorithm>
#include <span>

#include "document/edtf.h"
#include "rule/arg_values.h"
#include "rule/rule_loader.h"

namespace panchina {

namespace {

struct FunctionName {
  std::string_view name;
  ArgFunction function;
  std::uint32_t kinds;
};
constexpr std::uint32_t kDateBit = kind_bit(UnitKind::kDate);
constexpr std::uint32_t kScoreBits = kind_bit(UnitKind::kScore) | kind_bit(UnitKind::kRecord);
constexpr FunctionName kFunctions[] = {{"start", ArgFunction::kStart, kDateBit},
                                       {"end", ArgFunction::kEnd, kDateBit},
                                       {"high", ArgFunction::kHigh, kScoreBits},
                                       {"low", ArgFunction::kLow, kScoreBits},
                                       {"first", ArgFunction::kFirst, kScoreBits | kDateBit},
                                       {"second", ArgFunction::kSecond, kScoreBits | kDateBit}};

constexpr Cue kCues[] = {Cue::kAppointment, Cue::kInPost, Cue::kDeparture, Cue::kRenewal,
                         Cue::kConfirmation};
constexpr Career kCareers[] = {Career::kPlayer, Career::kCoach};
constexpr Factuality kFactualities[] = {Factuality::kAsserted, Factuality::kNegated,
                                        Factuality::kPossible};

std::string_view to_string(Career career) { return career == Career::kPlayer ? "player" : "coach"; }

class EmitLoader {
 public:
  EmitLoader(RuleTable& table, const std::vector<SlotSpec>& slots,
             const std::vector<MarkedValue>& marks, bool table_rule)
      : file_(table.file()),
        context_(table.context()),
        reporter_(table.context().reporter),
        slots_(slots),
        marks_(marks),
        table_rule_(table_rule) {}

  // One emit.* table.
  void load(const TomlEntry& entry, const TomlValue& fields, std::vector<EmitSpec>& out) {
    const TomlEntry* type = fields.find("type");
    if (type == nullptr || !type->value.is_string()) {
      reporter_.at_key(file_, entry, "no-event-type", "emit.type is missing");
      return;
    }
    EmitSpec spec;
    if (find_event_spec(type->value.string, spec.type) == nullptr ||
        spec.type == EventType::kDate || spec.type == EventType::kClub) {
      reporter_.at(file_, type->value, "unknown-event-type",
                   "there is no event type «" + type->value.string + "»",
                   did_you_mean(type->value.string, {"match", "tenure", "record", "honour",
                                                     "standing", "playing_spell", "birth"}));
      return;
    }
    add_marks(spec);
    for (const TomlEntry& field : fields.entries) {
      if (field.key != "type") load_field(field, spec);
    }
    add_own_slots(spec);
    spec.missing.resize(event_spec(spec.type).args.size());
    for (const std::string_view name : {"person", "club"}) {
      const Index arg = arg_index(spec.type, name);
      if (arg != kNoIndex) spec.missing[arg] = {Missing::kFocus};
    }
    out.push_back(std::move(spec));
  }

 private:
  static bool has_arg(const EmitSpec& spec, Index arg) {
    return std::any_of(spec.args.begin(), spec.args.end(),
                       [&](const EmitArg& one) { return one.arg == arg; });
  }

  // Whether a value is one of those known; of none known it may be any.
  static bool is_among(const std::vector<std::string>& known, const std::string& value) {
    return known.empty() || std::ranges::find(known, value) != known.end();
  }

  // `with.SLOT.VALUE` goes before what `emit` says of the same arg.
  void add_marks(EmitSpec& spec) {
    for (const MarkedValue& mark : marks_) {
      const Index arg = arg_index(spec.type, mark.arg);
      if (arg == kNoIndex) {
        reporter_.at(mark.place, 0, 1, "unknown-arg",
                     std::string(event_spec(spec.type).name) + " has no «" + mark.arg + "»",
                     did_you_mean(mark.arg, arg_names(spec.type)));
        continue;
      }
      const bool flag = event_spec(spec.type).args[arg].kind == ArgKind::kFlag;
      if (const std::vector<std::string> known = constants_for(mark.arg);
          !flag && !is_among(known, mark.value)) {
        reporter_.at(mark.place, 0, 1, "unknown-value",
                     "no such " + mark.arg + ": «" + mark.value + "»",
                     did_you_mean(mark.value, known));
        continue;
      }
      EmitArg out{arg, ArgFunction::kConstant, mark.slot, mark.value};
      if (flag) out.constant = mark.value == "true";
      spec.args.push_back(std::move(out));
    }
  }

  // Slots bound under an arg's own name need no emit.
  void add_own_slots(EmitSpec& spec) {
    for (Index slot = 0; slot < slots_.size(); ++slot) {
      const Index arg = arg_index(spec.type, slots_[slot].name);
      if (arg == kNoIndex || has_arg(spec, arg)) continue;
      if ((slots_[slot].kinds & kinds_for(event_spec(spec.type).args[arg])) == 0) continue;
      spec.args.push_back({arg, ArgFunction::kSlot, slot, {}});
    }
  }

  void load_field(const TomlEntry& field, EmitSpec& spec) {
    if (field.key == "weighed" || field.key == "beside") {
      (field.key == "weighed" ? spec.weighed : spec.beside) = field.value.flag;
      if (field.value.kind != TomlValue::Kind::kBool) {
        reporter_.at(file_, field.value, "unknown-value",
                     "emit." + std::string(field.key) + " is true or false");
      }
      return;
    }
    if (field.key == "cue" || field.key == "factuality" || field.key == "career") {
      load_word(field, spec);
      return;
    }
    const Index arg = arg_index(spec.type, field.key);
    if (arg == kNoIndex) {
      reporter_.at_key(file_, field, "unknown-arg",
                       std::string(event_spec(spec.type).name) + " has no «" + field.key + "»",
                       did_you_mean(field.key, arg_names(spec.type)));
      return;
    }
    const ArgSpec& arg_spec = event_spec(spec.type).args[arg];
    if (!field.value.is_string()) {
      EmitArg out{arg, ArgFunction::kConstant, kNoIndex, {}};
      if (load_constant(field.value, field.value, arg_spec, out)) {
        spec.args.push_back(std::move(out));
      }
      return;
    }
    // Alternatives, the first that has a value: `{end}|end({span})`.
    const std::string& text = field.value.string;
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t bar = std::min(text.find('|', from), text.size());
      load_alternative(field.value, text.substr(from, bar - from), from, arg, spec);
      from = bar + 1;
    }
  }

  void load_alternative(const TomlValue& whole, const std::string& text, std::size_t at, Index arg,
                        EmitSpec& spec) {
    const ArgSpec& arg_spec = event_spec(spec.type).args[arg];
    EmitArg out{arg, ArgFunction::kConstant, kNoIndex, {}};
    if (load_reference(RuleString{&file_, &whole}, text, at, arg_spec, out)) {
      if (out.function != ArgFunction::kConstant) spec.args.push_back(std::move(out));
      return;
    }
    TomlValue part = whole;
    part.string = text;
    if (load_constant(whole, part, arg_spec, out)) spec.args.push_back(std::move(out));
  }

  void load_word(const TomlEntry& field, EmitSpec& spec) {
    if (field.key == "cue") {
      load_one_of<Cue>(field, kCues, spec.cue);
    } else if (field.key == "career") {
      load_one_of<Career>(field, kCareers, spec.career);
    } else {
      spec.states = load_one_of<Factuality>(field, kFactualities, spec.factuality);
    }
  }

  // The value of that name; a report where there is none such.
  template <typename Value>
  bool load_one_of(const TomlEntry& field, std::span<const Value> all, Value& value) {
    std::vector<std::string> known;
    for (const Value one : all) {
      if (field.value.is_string() && field.value.string == to_string(one)) {
        value = one;
        return true;
      }
      known.emplace_back(to_string(one));
    }
    reporter_.at(file_, field.value, "unknown-value",
                 "no such " + field.key + ": «" + field.value.string + "»",
                 did_you_mean(field.value.string, known));
    return false;
  }

  // `{slot}`, `function({slot})`, `rank()`. True where the text is of that form, right or wrong;
  // a wrong one stays a constant.
  bool load_reference(const RuleString& string, const std::string& text, std::size_t at,
                      const ArgSpec& arg, EmitArg& out) {
    if (text == "rank()") {
      if (table_rule_) {
        out.function = ArgFunction::kRank;
      } else {
        reporter_.at(string, at, text.size(), "function", "rank() is for table rules");
      }
      return true;
    }
    const std::size_t open = text.find('{');
    const std::size_t call = text.find('(');
    if (open == text.npos && call == text.npos) return false;
    if (call != text.npos && text.back() != ')') return false;
    ArgFunction function = ArgFunction::kSlot;
    std::uint32_t kinds = kinds_for(arg);
    if (call != text.npos) {
      const std::string_view name = std::string_view(text).substr(0, call);
      const auto* known = std::find_if(std::begin(kFunctions), std::end(kFunctions),
                                       [&](const FunctionName& one) { return one.name == name; });
      if (known == std::end(kFunctions)) {
        reporter_.at(
            string, at, std::max<std::size_t>(1, name.size()), "function",
            "there is no function «" + std::string(name) + "»",
            did_you_mean(name, {"start", "end", "high", "low", "first", "second", "rank"}));
        return true;
      }
      function = known->function;
      kinds &= known->kinds;
    }
    const std::size_t close = text.find('}');
    if (open == text.npos || close == text.npos || close < open) {
      reporter_.at(string, at, text.size(), "function", "a slot is written {slot} here");
      return true;
    }
    const std::string name = text.substr(open + 1, close - open - 1);
    const Index slot = find_slot(slots_, name);
    if (slot == kNoIndex) {
      reporter_.at(string, at + open + 1, std::max<std::size_t>(1, name.size()), "unknown-slot",
                   "the rule has no slot «" + name + "»", did_you_mean(name, slot_names(slots_)));
      return true;
    }
    if ((slots_[slot].kinds & kinds) == 0) {
      reporter_.at(string, at + open + 1, name.size(), "slot-kind",
                   "a slot of this type gives no «" + std::string(arg.name) + "»");
      return true;
    }
    out.function = function;
    out.slot = slot;
    return true;
  }

  // `value`: what is read; `place`: where it stands.
  bool load_constant(const TomlValue& place, const TomlValue& value, const ArgSpec& arg,
                     EmitArg& out) {
    switch (arg.kind) {
      case ArgKind::kFlag:
        if (value.kind == TomlValue::Kind::kBool) return out.constant = value.flag, true;
        break;
      case ArgKind::kNumber:
        if (value.kind == TomlValue::Kind::kInteger) return out.constant = value.integer, true;
        break;
      case ArgKind::kDate:
        if (value.is_string()) {
          if (const auto date = parse_edtf(value.string)) return out.constant = *date, true;
        }
        break;
      case ArgKind::kText:
      case ArgKind::kId: {
        if (!value.is_string()) break;
        const std::vector<std::string> known = constants_for(arg.name);
        if (!is_among(known, value.string)) {
          reporter_.at(file_, place, "unknown-value",
                       "no such " + std::string(arg.name) + ": «" + value.string + "»",
                       did_you_mean(value.string, known));
          return false;
        }
        if (!is_known_id(context_.lexicon, arg, value.string)) {
          reporter_.at(file_, place, "unknown-value",
                       "the lexicon has no " + std::string(arg.name) + " «" + value.string + "»");
          return false;
        }
        out.constant = value.string;
        return true;
      }
    }
    reporter_.at(file_, place, "wrong-type",
                 "this is no value for «" + std::string(arg.name) + "»");
    return false;
  }

  const TomlFile& file_;
  LoadContext& context_;
  Reporter& reporter_;
  const std::vector<SlotSpec>& slots_;
  const std::vector<MarkedValue>& marks_;
  bool table_rule_;
};

}  // namespace

void load_emits(RuleTable& table, const std::vector<SlotSpec>& slots, bool table_rule,
                CommonKeys& out) {
  const TomlEntry* emit = table.entry("emit");
  const TomlEntry* missing = table.entry("missing");
  if (emit == nullptr) {
    table.context().reporter.at(table.file(), table.table(), "no-emit",
                                "the " + table.kind() + " emits nothing: emit.type is missing");
    return;
  }
  EmitLoader loader(table, slots, out.marks, table_rule);
  if (emit->value.is_table()) {
    loader.load(*emit, emit->value, out.emits);
  } else if (emit->value.is_array()) {
    for (const TomlValue& one : emit->value.items) loader.load(*emit, one, out.emits);
  } else {
    table.context().reporter.at_key(table.file(), *emit, "wrong-type",
                                    "emit is written emit.type = \"…\"");
  }
  if (missing != nullptr) load_missing(table, *missing, out.emits);
  for (const EmitSpec& spec : out.emits) {
    for (Index arg = 0; arg < event_spec(spec.type).args.size(); ++arg) {
      const ArgSpec& one = event_spec(spec.type).args[arg];
      const bool given = std::any_of(spec.args.begin(), spec.args.end(),
                                     [&](const EmitArg& from) { return from.arg == arg; });
      if (!one.key || given || !spec.missing[arg].empty()) continue;
      table.context().reporter.at_key(table.file(), *emit, "dead-rule",
                                      "no " + std::string(event_spec(spec.type).name) +
                                          " is one without «" + std::string(one.name) +
                                          "», and the rule gives none");
    }
  }
}

// A slot of this name keeps its unit from the adjuncts behind it and goes into no event.
constexpr std::string_view kAside = "aside";

void report_unused_slots(RuleTable& table, const std::vector<SlotSpec>& slots,
                         const CommonKeys& common) {
  if (common.emits.empty()) return;
  for (Index slot = 0; slot < slots.size(); ++slot) {
    bool used = slots[slot].name == kAside;
    for (const EmitSpec& emit : common.emits) {
      for (const EmitArg& arg : emit.args) {
        used = used || arg.slot == slot ||
               (arg.function == ArgFunction::kRank && slots[slot].name == "printed");
      }
    }
    for (const WhereExpression& where : common.where) {
      for (const WhereStep& step : where.steps) used = used || step.slot == slot;
    }
    if (used) continue;
    std::vector<std::string> names = arg_names(common.emits[0].type);
    table.context().reporter.at(table.file(), table.table(), "unused-slot",
                                "no event uses the slot «" + slots[slot].name + "»",
                                did_you_mean(slots[slot].name, names));
  }
}

}  // namespace panchina
