#include "resolve/career/end_cause.h"

#include <algorithm>
#include <array>
#include <memory_resource>
#include <string>
#include <string_view>

#include "resolve/fact/args.h"
#include "resolve/fact/statement.h"
#include "resolve/time/tense.h"

namespace panchina {
namespace {

using arg::Tenure;

constexpr Index kReach = 10;   // tokens from the day or name to the word
constexpr Index kHolders = 4;  // ... from the word back to whom it is said of

// The numbers of the list's words.
constexpr std::array<std::string_view, 5> kCauses = {"", "dismissed", "resigned", "mutual_consent",
                                                     "contract_expired"};

class CauseReader {
 public:
  CauseReader(const Document& document, const Lexicon& lexicon, const EntityView& entities)
      : document_(document),
        lexicon_(lexicon),
        entities_(entities),
        list_(lexicon.find_list("end_cause")),
        out_(lexicon.find_list("end_cause_out")),
        relative_(lexicon.find_list("relative")),
        unit_of_token_(document.tokens.size(), kNoIndex, document.scratch()) {
    for (Index u = 0; u < document.units.size(); ++u) {
      if (entities.person_of_unit[u] == kNoIndex && entities.club_of_unit[u] == kNoIndex) continue;
      const IndexRange tokens = document.units[u].tokens;
      for (Index t = tokens.begin; t < tokens.end; ++t) unit_of_token_[t] = u;
    }
  }

  void read(Event& event) const {
    for (Evidence& evidence : event.evidence) {
      for (const EvidenceSlot& slot : evidence.slots) {
        const bool end = slot.arg == Tenure::kEnd;
        const bool went = slot.arg == Tenure::kPerson && goes(event, evidence);
        if (!end && !went) continue;
        Index word = behind(evidence.sentence, slot.span, went && !end);
        if (word == kNoIndex) word = ahead(event, evidence.sentence, slot.span);
        if (word == kNoIndex && went && is_followed(event))
          word = out_before(evidence.sentence, slot.span);
        if (word == kNoIndex) continue;
        return tell(event, evidence, word);
      }
    }
  }

 private:
  bool goes(const Event& event, const Evidence& evidence) const {
    return evidence.cue == Cue::kDeparture || !is_null(event.args[Tenure::kReplacedBy]);
  }

  // Whether it was a head coach's post that another took.
  static bool is_followed(const Event& event) {
    const std::string* role = text_of(event.args[Tenure::kRole]);
    return role != nullptr && *role == "head_coach" && !is_null(event.args[Tenure::kReplacedBy]);
  }

  std::int32_t cause_of(Index token) const {
    return lexicon_.number_in_list(document_.tokens[token].word, list_);
  }

  // `viene esonerato`
  bool tells_cause(const VerbGroup& verb) const {
    for (Index t = verb.tokens.begin; t < verb.tokens.end; ++t) {
      if (cause_of(t) > 0) return true;
    }
    return false;
  }

  bool stops(Index token) const {
    const char mark = document_.tokens[token].mark;
    return mark == ';' || unit_of_token_[token] != kNoIndex;
  }

  Index token_at(std::uint32_t place) const {
    return static_cast<Index>(
        std::ranges::lower_bound(document_.tokens, place, {},
                                 [](const Token& one) { return one.span.begin; }) -
        document_.tokens.begin());
  }

  // The word behind the span, nobody else and no club between, nor, behind a name, what a comma and
  // a finite verb tell of another: `Neri, subentrato a Rossi, ha risolto il contratto`,
  // `Subentra a Rossi, nel 1970 viene esonerato`, not `a Rossi, che è stato esonerato`.
  Index behind(Index sentence, NormSpan span, bool name) const {
    const Index first = token_at(span.end);
    const Index end = std::min(first + kReach, document_.sentences[sentence].tokens.end);
    Index other = kNoIndex;
    if (name && first + 1 < end && document_.tokens[first].mark == ',') {
      const bool of_him = lexicon_.in_list(document_.tokens[first + 1].word, relative_);
      for (const VerbGroup& verb : verbs_in(document_, {first + 1, of_him ? first + 1 : end})) {
        const bool next = verb.tokens.begin == first + 1;
        if (verb.form == Form::kFinite && other == kNoIndex && (next || tells_cause(verb)))
          other = verb.tokens.begin;
      }
    }
    for (Index t = first; t < end && !stops(t) && t != other; ++t) {
      if (cause_of(t) > 0) return t;
    }
    return kNoIndex;
  }

  // The word ahead of the day, said of nobody else.
  Index ahead(const Event& event, Index sentence, NormSpan span) const {
    const Index begin = document_.sentences[sentence].tokens.begin;
    const Index day = token_at(span.begin);
    for (Index t = day; t > begin && day - t < kReach && !stops(t - 1); --t) {
      if (cause_of(t - 1) <= 0) continue;
      for (Index h = t - 1; h > begin && t - h <= kHolders; --h) {
        const Index unit = unit_of_token_[h - 1];
        if (unit == kNoIndex) continue;
        const Index person = entities_.person_of_unit[unit];
        const bool same = person == kNoIndex ||
                          ArgValue(entities_.persons[person].name) == event.args[Tenure::kPerson];
        return same ? t - 1 : kNoIndex;
      }
      return t - 1;
    }
    return kNoIndex;
  }

  // `via il tecnico Rossi, dentro Verdi`: the word before the name that opens a clause.
  Index out_before(Index sentence, NormSpan name) const {
    constexpr Index kBetween = 3;  // tokens: the word, an article, a post
    const Index begin = document_.sentences[sentence].tokens.begin;
    const Index at = token_at(name.begin);
    for (Index t = at; t > begin && at - t < kBetween; --t) {
      const Index word = t - 1;
      if (stops(word) || document_.tokens[word].kind == TokenKind::kPunct) return kNoIndex;
      if (!lexicon_.in_list(document_.tokens[word].word, out_)) continue;
      const bool opens = word == begin || document_.tokens[word - 1].kind == TokenKind::kPunct ||
                         document_.tokens[word].line_before;
      return opens ? word : kNoIndex;
    }
    return kNoIndex;
  }

  void tell(Event& event, Evidence& evidence, Index word) const {
    std::int32_t cause = cause_of(word);
    if (cause < 0) cause = lexicon_.number_in_list(document_.tokens[word].word, out_);
    if (cause < 0 || static_cast<std::size_t>(cause) >= kCauses.size()) return;
    const NormSpan span = document_.tokens[word].span;
    event.args[Tenure::kEndCause] = std::string(kCauses[static_cast<std::size_t>(cause)]);
    evidence.slots.push_back({Tenure::kEndCause, span});
    evidence.span.begin = std::min(evidence.span.begin, span.begin);
    evidence.span.end = std::max(evidence.span.end, span.end);
  }

  const Document& document_;
  const Lexicon& lexicon_;
  const EntityView& entities_;
  Index list_, out_, relative_;
  std::pmr::vector<Index> unit_of_token_;  // that names somebody or a club
};

// `Addio a mister Rossi`, and the page mourns him: no farewell to a bench.
class Mourning {
 public:
  Mourning(const Document& document, const Lexicon& lexicon)
      : document_(document), lexicon_(lexicon), words_(lexicon.find_list("mourning")) {}

  void keep(Event& event) {
    constexpr std::string_view kLeft = "left";
    const std::string* cause = text_of(event.args[Tenure::kEndCause]);
    if (cause == nullptr || *cause != kLeft || !is_null(event.args[Tenure::kEnd])) return;
    if (section_ != event.section) mourns_ = mourned(event.section);
    section_ = event.section;
    if (!mourns_) return;
    drop_arg(Tenure::kEndCause, event);
    for (Evidence& evidence : event.evidence) {
      if (evidence.cue == Cue::kDeparture) evidence.cue = Cue::kInPost;
    }
  }

 private:
  bool mourned(Index section) const {
    const IndexRange blocks = document_.sections[section].blocks;
    for (Index b = blocks.begin; b < blocks.end; ++b) {
      const Block& block = document_.blocks[b];
      if (!is_article(block.label)) continue;
      for (Index t = block.tokens.begin; t < block.tokens.end; ++t) {
        if (lexicon_.in_list(document_.tokens[t].word, words_)) return true;
      }
    }
    return false;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  Index words_;
  Index section_ = kNoIndex;
  bool mourns_ = false;
};

}  // namespace

void add_end_causes(std::vector<Event>& events, const Document& document, const Lexicon& lexicon,
                    const EntityView& entities) {
  const auto lacks_cause = [](const Event& event) {
    return event.type == EventType::kTenure && event.factuality == Factuality::kAsserted &&
           is_null(event.args[Tenure::kEndCause]);
  };
  Mourning mourning(document, lexicon);
  for (Event& event : events) {
    if (event.type == EventType::kTenure) mourning.keep(event);
  }
  if (std::ranges::none_of(events, lacks_cause)) return;
  const CauseReader reader(document, lexicon, entities);
  for (Event& event : events) {
    if (lacks_cause(event)) reader.read(event);
  }
}

}  // namespace panchina
