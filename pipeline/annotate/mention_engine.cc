#include "annotate/mention_engine.h"

#include <algorithm>
#include <array>
#include <optional>

#include "annotate/mention_line.h"
#include "annotate/mention_values.h"
#include "annotate/pattern_walker.h"
#include "document/features.h"
#include "rule/mention_pattern.h"

namespace panchina {

namespace {

constexpr std::size_t kContextBytes = 36;     // of the line, on either side, that a context may see
constexpr std::size_t kLongestMention = 120;  // bytes of the line
constexpr int kNestedRounds = 3;
constexpr Index kLongestName = 12;  // tokens of a lexicon form before its number

// A rule that matched elements [begin, end) of the line.
struct Candidate {
  Index rule = 0;
  int priority = 0;
  Index begin = 0, end = 0;
  std::uint32_t at = 0;  // first byte
  std::uint32_t length = 0;
};

// A mention on its way out.
struct Found {
  Index rule = 0;
  IndexRange tokens;
  MentionNumbers numbers;
  IndexRange steps;  // a date's, in Scratch::steps
};

struct Scratch {
  std::optional<PatternWalker> walker;
  std::uint64_t walks = 0;  // MentionRules::identity() of its patterns
  MentionLine line;
  std::vector<Candidate> candidates;
  std::vector<Found> found, kept;
  std::vector<CalendarStep> steps;
  std::vector<Index> begins;  // elements of the line where a rule may begin
  std::vector<bool> taken;    // by element
  std::vector<std::pair<Index, MentionRules::Simple>> simple;  // by token
};

bool is_alnum(const Token& token) { return token.kind != TokenKind::kPunct; }

class Run {
 public:
  Run(const MentionRules& rules, Document& document, IndexRange tokens, Scratch& scratch)
      : rules_(rules), document_(document), tokens_(tokens), s_(scratch) {
    s_.found.clear();
    s_.steps.clear();
  }

  // Numbers and number words by look-up; true where a rule of several tokens may begin as well.
  bool look_up() {
    TokenKey before = 0;
    Index element = 0;  // of the line that first_round() makes
    s_.simple.clear();
    s_.begins.clear();
    for (Index i = tokens_.begin; i < tokens_.end; ++i) {
      const Token& token = document_.tokens[i];
      if (token.masked) continue;
      if (token.kind != TokenKind::kPunct) {
        const MentionRules::Simple simple =
            token.kind == TokenKind::kWord
                ? rules_.simple_word(token.word)
                : MentionRules::Simple{rules_.simple_number(),
                                       static_cast<std::int32_t>(token.number)};
        if (simple.rule != kNoIndex && stands_alone(i)) s_.simple.push_back({i, simple});
      }
      const TokenKey key = key_of(token);
      if (key != 0 && rules_.begins(false, key) &&
          rules_.may_begin(false, before, key, key_after(i))) {
        s_.begins.push_back(element);
      }
      before = key;
      ++element;
    }
    return !s_.begins.empty();
  }

  // All simple mentions that nothing longer covers.
  void add_simple() {
    for (const auto& [token, simple] : s_.simple) {
      const bool covered =
          std::any_of(s_.found.begin(), s_.found.end(),
                      [token = token](const Found& one) { return one.tokens.contains(token); });
      if (covered) continue;
      Found found;
      found.rule = simple.rule;
      found.tokens = {token, token + 1};
      found.numbers[0] = simple.number;
      s_.found.push_back(found);
    }
    std::sort(s_.found.begin(), s_.found.end(), by_place);
  }

  void first_round() {
    s_.line.read(document_, tokens_);
    try_beginnings(false);
    select();
  }

  // One round of rules over dates; false where nothing changed.
  bool nested_round() {
    bool dates = false;
    for (const Found& one : s_.found) dates |= rules_.rules()[one.rule].kind == UnitKind::kDate;
    if (!dates) return false;
    seek_nested();
    if (s_.begins.empty()) return false;
    nested_line();
    try_beginnings(true);
    return !s_.candidates.empty() && replace();
  }

  void emit(std::vector<Mention>& out) {
    for (const Found& one : s_.found) {
      const MentionRule& rule = rules_.rules()[one.rule];
      if (rule.silent) continue;
      Mention mention;
      mention.kind = rule.kind;
      mention.tokens = one.tokens;
      mention.span = {document_.tokens[one.tokens.begin].span.begin,
                      document_.tokens[one.tokens.end - 1].span.end};
      mention.rule = one.rule;
      mention.features = rule.features;
      mention.value = payload(one, rule, mention);
      out.push_back(mention);
    }
  }

 private:
  static TokenKey key_of(const Token& token) {
    switch (token.kind) {
      case TokenKind::kWord:
        return token.word;
      case TokenKind::kNumber:
        return number_key(token.span.size());
      case TokenKind::kPunct:
        break;
    }
    return kMarkKey + static_cast<unsigned char>(token.mark);
  }

  TokenKey key_after(Index token) const {
    for (Index i = token + 1; i < tokens_.end; ++i) {
      if (!document_.tokens[i].masked) return key_of(document_.tokens[i]);
    }
    return 0;
  }

  // What the look-ups of the rules know an element of the line by; 0 beyond its ends.
  TokenKey key_at(Index e) const {
    const auto& elements = s_.line.elements();
    if (e >= elements.size()) return 0;
    return elements[e].date != kNoIndex ? kDateKey
                                        : key_of(document_.tokens[elements[e].tokens.begin]);
  }

  void try_beginnings(bool nested) {
    s_.candidates.clear();
    for (const Index e : s_.begins) {
      if (may_begin(e)) try_patterns(e, nested, e == 0 ? 0 : key_at(e - 1));
    }
  }

  // Calls date(one) for every found date and word(token) for every other token, in text order.
  template <typename Date, typename Word>
  void each_element(Date date, Word word) const {
    std::size_t next = 0;
    for (Index i = tokens_.begin; i < tokens_.end;) {
      while (next < s_.found.size() && s_.found[next].tokens.begin < i) ++next;
      if (next < s_.found.size() && s_.found[next].tokens.begin == i &&
          rules_.rules()[s_.found[next].rule].kind == UnitKind::kDate) {
        date(static_cast<Index>(next));
        i = s_.found[next].tokens.end;
        continue;
      }
      if (!document_.tokens[i].masked) word(i);
      ++i;
    }
  }

  // Where in nested_line() a rule over dates may begin: most lines with a date have no such place,
  // and are not made.
  void seek_nested() {
    s_.begins.clear();
    TokenKey before = 0, first = 0;
    Index next = 0;  // the element behind `first`
    const auto see = [&](TokenKey key) {
      if (first != 0 && rules_.begins(true, first) && rules_.may_begin(true, before, first, key)) {
        s_.begins.push_back(next - 1);
      }
      before = first;
      first = key;
      ++next;
    };
    each_element([&](Index) { see(kDateKey); },
                 [&](Index token) { see(key_of(document_.tokens[token])); });
    see(0);
  }

  // No word or number is glued to the token on either side.
  bool stands_alone(Index index) const {
    const Token& token = document_.tokens[index];
    if (index > tokens_.begin && !token.space_before) {
      const Token& left = document_.tokens[index - 1];
      if (is_alnum(left) && left.span.end == token.span.begin &&
          document_.text.norm(left.span).back() != '\'') {
        return false;
      }
    }
    if (index + 1 >= tokens_.end) return true;
    const Token& right = document_.tokens[index + 1];
    return right.space_before || !is_alnum(right) || cells_meet(document_, index + 1) ||
           document_.text.norm(token.span).back() == '\'';
  }

  static bool by_place(const Found& one, const Found& two) {
    return one.tokens.begin < two.tokens.begin;
  }

  // No word or number is glued to the left of it; an elision is no such word.
  bool may_begin(Index e) const {
    const Token& token = document_.tokens[s_.line.elements()[e].tokens.begin];
    if (token.space_before || token.span.begin == 0 || e == 0 || !is_alnum(token)) return true;
    const Index before = s_.line.elements()[e].tokens.begin - 1;
    const Token& left = document_.tokens[before];
    if (left.span.end != token.span.begin) return true;
    return left.kind == TokenKind::kPunct || document_.text.norm(left.span).back() == '\'';
  }

  bool may_end(Index last) const {
    const Index next = s_.line.elements()[last].tokens.end;
    if (next >= tokens_.end) return true;
    const Token& token = document_.tokens[next];
    const Token& own = document_.tokens[next - 1];
    return token.space_before || !is_alnum(token) || !is_alnum(own) || cells_meet(document_, next);
  }

  static bool capital(const Token& token) {
    return token.kind == TokenKind::kWord && token.letters != LetterCase::kLower;
  }

  bool follows_name(Index e) const {
    if (e == 0) return false;
    const Token& token = document_.tokens[s_.line.elements()[e - 1].tokens.begin];
    const bool elision = document_.text.norm(token.span).back() == '\'';
    // `A Natale`, also behind a mark: `«A Natale …»`
    constexpr Index kShort = 3;
    const auto marked = [&] {
      const Token& left = document_.tokens[s_.line.elements()[e - 2].tokens.begin];
      return token.span.size() <= kShort && left.kind == TokenKind::kPunct;
    };
    const bool opens = token.letters != LetterCase::kUpper && (e == 1 || marked());
    return capital(token) && !elision && !opens &&
           !document_.tokens[s_.line.elements()[e].tokens.begin].line_before;
  }

  bool is_capital(Index e) const {
    const Token& token = document_.tokens[s_.line.elements()[e].tokens.begin];
    return e > 0 && !token.line_before && token.letters == LetterCase::kTitle;
  }

  // A number inside a longer form of the lexicon: `Ascoli Calcio 1898`, `Under 17`.
  bool in_name(Index token) const {
    if (document_.tokens[token].kind != TokenKind::kNumber) return false;
    const auto& hits = document_.lexicon_hits;
    auto hit = std::partition_point(hits.begin(), hits.end(), [&](const LexiconHit& one) {
      return one.tokens.begin + kLongestName < token;
    });
    for (; hit != hits.end() && hit->tokens.begin < token; ++hit) {
      if (hit->tokens.end > token) return true;
    }
    return false;
  }

  void try_patterns(Index e, bool nested, TokenKey before) {
    const std::uint32_t begin = s_.line.elements()[e].begin;
    const std::string_view ahead = s_.line.text().substr(begin, kLongestMention);
    for (const PatternWalker::Match& match : s_.walker->find(rules_.start(nested), ahead)) {
      const Index last = s_.line.ending_at(begin + match.length, e);
      if (last == kNoIndex || !may_end(last)) continue;
      const TokenKey after = key_at(last + 1);
      for (const Index rule : rules_.rules_of(match.pattern)) {
        if (!may_match(rule, e, before, after)) continue;
        const int priority = rules_.rules()[rule].info.priority;
        s_.candidates.push_back({rule, priority, e, last + 1, begin, match.length});
      }
    }
  }

  // What a rule's match that begins at an element is asked first: by look-up of the tokens that
  // stand beside it.
  bool may_match(Index index, Index e, TokenKey before, TokenKey after) const {
    using Side = MentionRules::Side;
    if (!rules_.may_stand(index, Side::kBefore, before)) return false;
    if (!rules_.may_stand(index, Side::kAfter, after)) return false;
    const MentionRule& rule = rules_.rules()[index];
    if (rule.not_after_name && follows_name(e)) return false;
    if (rule.not_capital && is_capital(e)) return false;
    return rule.kind != UnitKind::kDate || !in_name(s_.line.elements()[e].tokens.begin);
  }

  // Whether the text beside the candidate is as the rule's contexts ask; may_match() was true.
  bool contexts_allow(Index index, const Candidate& candidate) const {
    using Side = MentionRules::Side;
    const MentionRule& rule = rules_.rules()[index];
    const auto stands_before = [&](Index start) {
      return s_.walker->leads(start, before(candidate.at), WalkDirection::kLeft, left_edge);
    };
    const auto stands_after = [&](Index start) {
      const std::string_view after =
          s_.line.text().substr(candidate.at + candidate.length, kContextBytes);
      return s_.walker->leads(start, after, WalkDirection::kRight, right_edge);
    };
    if (rule.before != kNoIndex && !stands_before(rule.before)) return false;
    if (rule.unless_before != kNoIndex) {
      const TokenKey left = candidate.begin == 0 ? 0 : key_at(candidate.begin - 1);
      if (rules_.may_stand(index, Side::kUnlessBefore, left) && stands_before(rule.unless_before)) {
        return false;
      }
    }
    if (rule.after != kNoIndex && !stands_after(rule.after)) return false;
    return rule.unless_after == kNoIndex ||
           !rules_.may_stand(index, Side::kUnlessAfter, key_at(candidate.end)) ||
           !stands_after(rule.unless_after);
  }

  std::string_view before(std::uint32_t begin) const {
    const std::size_t from = begin > kContextBytes ? begin - kContextBytes : 0;
    return s_.line.text().substr(from, begin - from);
  }

  // Reads the captured numbers; false where a condition fails or a day is in no calendar.
  bool read_slots(const MentionRule& rule, std::uint32_t begin, std::uint32_t end,
                  MentionNumbers& numbers) const {
    if (rule.slots.empty()) return rule.kind != UnitKind::kDate || is_calendar(rule, numbers);
    std::array<std::string_view, kMaxSlots> slots;
    const std::size_t count = std::min(rule.slots.size(), kMaxSlots);
    const std::string_view line = s_.line.text();
    const std::string_view whole = line.substr(begin, end - begin);
    if (rule.whole_slot) {
      slots[0] = whole;
    } else {
      s_.walker->read_slots(rule.match, whole, slots);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const MentionSlot& slot = rule.slots[i];
      const std::string_view text = slots[i];
      std::int32_t number = kNoNumber;
      if (slot.kind == MentionSlot::Kind::kDate) {
        if (!text.empty()) number = date_at(static_cast<std::uint32_t>(text.data() - line.data()));
      } else if (slot.kind == MentionSlot::Kind::kList) {
        number = list_number(rules_.lists()[slot.list], text);
      } else {
        number = digits(text);
      }
      numbers[i] = number;
    }
    return conditions_hold(rule, numbers) &&
           (rule.kind != UnitKind::kDate || is_calendar(rule, numbers));
  }

  std::int32_t date_at(std::uint32_t byte) const {
    for (const MentionLine::Element& element : s_.line.elements()) {
      if (element.begin == byte) return static_cast<std::int32_t>(element.date);
    }
    return kNoNumber;
  }

  // Longest, then priority, then file order.
  void order_candidates() {
    std::sort(s_.candidates.begin(), s_.candidates.end(),
              [](const Candidate& one, const Candidate& two) {
                if (one.length != two.length) return one.length > two.length;
                if (one.priority != two.priority) return one.priority > two.priority;
                if (one.begin != two.begin) return one.begin < two.begin;
                return one.rule < two.rule;
              });
  }

  // Takes the candidate's elements where they are free, its context allows it and its slots hold.
  bool claim(const Candidate& candidate, MentionNumbers& numbers) {
    for (Index e = candidate.begin; e < candidate.end; ++e) {
      if (s_.taken[e]) return false;
    }
    const MentionRule& rule = rules_.rules()[candidate.rule];
    const std::uint32_t end = candidate.at + candidate.length;
    if (!contexts_allow(candidate.rule, candidate)) return false;
    numbers = MentionNumbers();
    if (!read_slots(rule, candidate.at, end, numbers)) return false;
    for (Index e = candidate.begin; e < candidate.end; ++e) s_.taken[e] = true;
    return true;
  }

  Found make(const Candidate& candidate, const MentionNumbers& numbers) {
    const auto& elements = s_.line.elements();
    Found found;
    found.rule = candidate.rule;
    found.tokens = {elements[candidate.begin].tokens.begin, elements[candidate.end - 1].tokens.end};
    found.numbers = numbers;
    const MentionRule& rule = rules_.rules()[candidate.rule];
    if (rule.kind == UnitKind::kDate) found.steps = add_steps(rule, numbers);
    return found;
  }

  IndexRange add_steps(const MentionRule& rule, const MentionNumbers& numbers) {
    IndexRange out{static_cast<Index>(s_.steps.size()), 0};
    for (const ValueStep& step : rule.value) {
      if (step.date_slot == kNoIndex) {
        s_.steps.push_back(filled(step, numbers));
        continue;
      }
      const auto inner = static_cast<Index>(numbers[step.date_slot]);
      const IndexRange steps = s_.found[inner].steps;
      for (Index i = steps.begin; i < steps.end; ++i) {
        const CalendarStep copy = s_.steps[i];
        s_.steps.push_back(copy);
      }
      if (step.step.direction != 0) s_.steps.back().direction = step.step.direction;
    }
    out.end = static_cast<Index>(s_.steps.size());
    return out;
  }

  void select() {
    order_candidates();
    s_.taken.assign(s_.line.elements().size(), false);
    MentionNumbers numbers;
    for (const Candidate& candidate : s_.candidates) {
      if (claim(candidate, numbers)) s_.found.push_back(make(candidate, numbers));
    }
  }

  void nested_line() {
    s_.line.clear();
    each_element(
        [this](Index date) {
          const Found& one = s_.found[date];
          const CalendarStep* steps = s_.steps.data() + one.steps.begin;
          s_.line.add_date(document_, one.tokens, date,
                           placeholder(date_shape({steps, one.steps.size()})));
        },
        [this](Index token) { s_.line.add_token(document_, token); });
  }

  // Whether the candidate swallows whole mentions only, and only dates and numbers.
  bool swallows(const Candidate& candidate) const {
    const auto& elements = s_.line.elements();
    const Index begin = elements[candidate.begin].tokens.begin;
    const Index end = elements[candidate.end - 1].tokens.end;
    for (const Found& one : s_.found) {
      if (one.tokens.end <= begin || end <= one.tokens.begin) continue;
      const UnitKind kind = rules_.rules()[one.rule].kind;
      const bool soft = kind == UnitKind::kDate || kind == UnitKind::kNumber ||
                        kind == UnitKind::kOrdinal || rules_.rules()[one.rule].info.priority < 0;
      if (!soft || one.tokens.begin < begin || one.tokens.end > end) return false;
    }
    return true;
  }

  bool replace() {
    order_candidates();
    s_.taken.assign(s_.line.elements().size(), false);
    s_.kept.clear();
    MentionNumbers numbers;
    for (const Candidate& candidate : s_.candidates) {
      if (swallows(candidate) && claim(candidate, numbers)) {
        s_.kept.push_back(make(candidate, numbers));
      }
    }
    if (s_.kept.empty()) return false;
    const std::size_t made = s_.kept.size();
    for (const Found& old : s_.found) {
      const bool swallowed = std::any_of(
          s_.kept.begin(), s_.kept.begin() + static_cast<std::ptrdiff_t>(made),
          [&old](const Found& one) {
            return one.tokens.begin <= old.tokens.begin && old.tokens.end <= one.tokens.end;
          });
      if (!swallowed) s_.kept.push_back(old);
    }
    std::swap(s_.found, s_.kept);
    std::sort(s_.found.begin(), s_.found.end(), by_place);
    return true;
  }

  Index payload(const Found& one, const MentionRule& rule, Mention& mention) {
    switch (rule.kind) {
      case UnitKind::kDate:
        return add_date(one, rule, mention);
      case UnitKind::kScore: {
        document_.scores.push_back(score_of(rule, one.numbers));
        mention.features |= (rule.half_time ? kScoreHalfTime : 0) |
                            (rule.penalties ? kScorePenalties : 0) |
                            (rule.extra_time ? kScoreExtraTime : 0);
        return static_cast<Index>(document_.scores.size() - 1);
      }
      case UnitKind::kRecord: {
        document_.balances.push_back(balance_of(rule, one.numbers));
        mention.features |= document_.balances.back().two ? kRecordTwo : 0;
        return static_cast<Index>(document_.balances.size() - 1);
      }
      default:
        return rule.numbers.empty() ? 0 : number_of(rule, one.numbers, 0);
    }
  }

  Index add_date(const Found& one, const MentionRule& rule, Mention& mention) {
    const std::uint32_t features =
        date_features({s_.steps.data() + one.steps.begin, one.steps.size()});
    const Token& first = document_.tokens[one.tokens.begin];
    if ((features & kDateDay) == 0 && first.kind == TokenKind::kNumber && !first.space_before &&
        one.tokens.begin > 0) {
      const NormSpan left = document_.tokens[one.tokens.begin - 1].span;
      if (left.end == first.span.begin && document_.text.norm(left).back() == '\'' &&
          left.size() > 1) {
        --mention.span.begin;  // `'81` of `nell'81`; not `l'8 marzo`
      }
    }
    DateExpression date;
    date.begin = static_cast<std::uint32_t>(document_.calendar_steps.size());
    document_.calendar_steps.insert(document_.calendar_steps.end(),
                                    s_.steps.begin() + one.steps.begin,
                                    s_.steps.begin() + one.steps.end);
    date.end = static_cast<std::uint32_t>(document_.calendar_steps.size());
    date.kind = rule.date_kind;
    date.rule = one.rule;
    date.span = mention.span;
    date.first_token = one.tokens.begin;
    date.end_token = one.tokens.end;
    date.features = features | context_features(one.tokens.begin);
    mention.features |= date.features;
    document_.dates.push_back(date);
    return static_cast<Index>(document_.dates.size() - 1);
  }

  std::uint32_t context_features(Index token) const {
    std::uint32_t out = 0;
    for (const MentionLine::Element& element : s_.line.elements()) {
      if (!element.tokens.contains(token)) continue;
      const std::string_view left = before(element.begin);
      if (left.size() < 2 || left[left.size() - 1] == '(' || left[left.size() - 2] == ',') break;
      const auto stands = [&](Index context) {
        return context != kNoIndex &&
               s_.walker->leads(context, left, WalkDirection::kLeft, no_word_before);
      };
      if (stands(rules_.context_until())) {
        out |= kDateUntil;
      } else if (stands(rules_.context_from())) {
        out |= kDateFrom;
      }
      break;
    }
    return out;
  }

  const MentionRules& rules_;
  Document& document_;
  IndexRange tokens_;
  Scratch& s_;
};

}  // namespace

void MentionEngine::find(Document& document, IndexRange tokens, std::vector<Mention>& out) const {
  thread_local Scratch scratch;
  if (scratch.walks != rules_.identity()) {
    scratch.walker.emplace(rules_.patterns());
    scratch.walks = rules_.identity();
  }
  Run run(rules_, document, tokens, scratch);
  const bool more = run.look_up();
  if (more) run.first_round();
  run.add_simple();
  for (int round = 0; more && round < kNestedRounds; ++round) {
    if (!run.nested_round()) break;
  }
  run.emit(out);
}

}  // namespace panchina
