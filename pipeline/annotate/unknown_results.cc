// Where UnknownClubs sees two names that may be clubs' with their score between them.
#include <algorithm>

#include "annotate/unknown_clubs.h"
#include "document/features.h"

namespace panchina {

// Whether nothing but a label ending in a colon stands before the token in its line.
bool UnknownClubs::opens_line(Index token) const {
  constexpr Index kLabel = 4;  // tokens: `1^ turno`, `Gara di ritorno`
  const Index first = context_.tokens().begin;
  if (token == first || context_.token(token).line_before) return true;
  if (!context_.is_mark(token - 1, ':')) return false;
  for (Index back = 1; back <= kLabel + 1 && token >= first + back; ++back) {
    if (token - back == first || context_.token(token - back).line_before) return true;
  }
  return false;
}

// `Andata: Bulgaro 0-0 Lucino`, `ROVELLO 2-1 Bulgaro`: lines of their own, two of them at least or
// with a club of the lexicon.
void UnknownClubs::find_parted() {
  struct Line {
    IndexRange home, away;
    bool known;
  };
  std::vector<Line> lines;
  for (const Index i : context_.numbers()) {
    const Mention* score = context_.mention_at(i);
    if (score == nullptr || score->kind != UnitKind::kScore || score->tokens.begin != i || i == 0)
      continue;
    const Index behind = score->tokens.end;
    if (!context_.together(i - 1, behind)) continue;
    const bool home_known = taken(i - 1) != 0, away_known = taken(behind) != 0;
    const IndexRange home = home_known ? taken_until(i, 1) : name_until(i);
    const IndexRange away = away_known ? taken_from(behind, 1) : name_from(behind);
    if (home.empty() || away.empty() || !opens_line(home.begin)) continue;
    const bool closes = away.end >= context_.tokens().end || context_.token(away.end).line_before;
    if (!closes || (home_known && away_known)) continue;
    lines.push_back({home_known ? IndexRange{} : home, away_known ? IndexRange{} : away,
                     home_known || away_known});
  }
  const bool known = std::ranges::any_of(lines, &Line::known);
  if (lines.size() < 2 && !known) return;
  for (const Line& line : lines) {
    for (const IndexRange name : {line.home, line.away}) {
      if (!name.empty() && free(name)) sight(name, Certainty::kWhole);
    }
  }
}

}  // namespace panchina
