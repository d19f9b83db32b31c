#include "resolve/game/awards.h"

#include <algorithm>
#include <vector>

#include "resolve/fact/args.h"

namespace panchina {

namespace {

using arg::Match;

struct Reach {
  Index before, behind;  // units
  bool comma;            // ends at one
};
constexpr Reach kAward{8, 3, false};
constexpr Reach kExtraTime{5, 4, false};
constexpr Reach kPitch{4, 4, true};

bool same_two(const std::string& a, const std::string& b, const std::string& c,
              const std::string& d) {
  return (a == c && b == d) || (a == d && b == c);
}

}  // namespace

// Whether a unit near the score passes the test; never beyond another score, a stop, its line.
template <typename Reach, typename Test>
bool Awards::any_near(Index score, const Reach& reach, const Test& test) const {
  const auto ends = [&](Index unit) {
    const Unit& one = document_.units[unit];
    if ((one.kinds & (kind_bit(UnitKind::kScore) | kind_bit(UnitKind::kBreak))) != 0) return true;
    const char mark = document_.tokens[one.tokens.begin].mark;
    return mark == ';' || mark == '.' || (reach.comma && mark == ',');
  };
  const auto size = static_cast<Index>(document_.units.size());
  const auto opens_line = [&](Index unit) { return document_.units[unit].line_before; };
  for (Index unit = score + 1;
       unit < std::min(score + 1 + reach.behind, size) && !ends(unit) && !opens_line(unit);
       ++unit) {
    if (test(unit)) return true;
  }
  for (Index n = 1; n <= std::min(reach.before, score) && !ends(score - n); ++n) {
    if (opens_line(score - n + 1)) break;
    if (test(score - n)) return true;
  }
  return false;
}

bool Awards::is_awarded(Index score) const {
  const Reading* reading = reading_of(document_, score, UnitKind::kScore);
  // `1-1 al 90', 2-2 dopo i supplementari`: that counts as well.
  if (reading != nullptr && document_.scores[reading->value].extra_time) return true;
  return !is_of_pitch(score) && any_near(score, kAward, [&](Index unit) {
    const Unit& one = document_.units[unit];
    if (const VerbGroup* verb = verb_of(document_, unit);
        verb != nullptr && lexicon_.in_list(verb->lemma, awards_)) {
      return true;
    }
    return lexicon_.in_list(one.word, awarding_);
  });
}

bool Awards::is_by_judge(Index score) const {
  return !is_of_pitch(score) && any_near(score, kAward, [&](Index unit) {
    return lexicon_.in_list(document_.units[unit].word, by_judge_);
  });
}

bool Awards::is_after_extra_time(Index score) const {
  const Reading* reading = reading_of(document_, score, UnitKind::kScore);
  if (reading != nullptr && document_.scores[reading->value].extra_time) return true;
  return any_near(score, kExtraTime, [&](Index unit) {
    return lexicon_.in_list(document_.units[unit].word, extra_time_);
  });
}

bool Awards::is_of_pitch(Index score) const {
  return any_near(score, kPitch, [&](Index unit) {
    if (!lexicon_.in_list(document_.units[unit].word, pitch_) || unit == 0) return false;
    if (!lexicon_.in_list(document_.units[unit - 1].word, on_)) return false;
    return unit + 1 >= document_.units.size() ||
           !lexicon_.in_list(document_.units[unit + 1].word, genitive_);
  });
}

void Awards::settle(Index sentence, Index score, Statement& match, Last& last,
                    std::vector<Statement>& before) const {
  const std::string* home = text_of(match.args[Match::kHome]);
  const std::string* away = text_of(match.args[Match::kAway]);
  if (home == nullptr || away == nullptr) return;
  const bool awarded = is_awarded(score);
  const bool again = last.sentence == sentence && same_two(*home, *away, last.home, last.away);
  if (again && awarded && !last.awarded) before[last.statement].factuality = Factuality::kNegated;
  if (again && last.awarded && is_of_pitch(score)) {
    match.factuality = Factuality::kNegated;
    return;
  }
  last = {*home, *away, sentence, before.size(), awarded};
}

}  // namespace panchina
