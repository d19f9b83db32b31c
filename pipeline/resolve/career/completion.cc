#include "resolve/career/completion.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/features.h"
#include "document/readings.h"
#include "resolve/fact/args.h"
#include "resolve/fact/civil.h"
#include "resolve/time/published.h"
#include "text/fold.h"

namespace panchina {

bool is_friendly(const Lexicon& lexicon, const ArgValue& competition) {
  const std::string* id = text_of(competition);
  const Index known = id == nullptr ? kNoIndex : lexicon.find_competition(*id);
  if (known == kNoIndex) return false;
  const Competition& one = lexicon.competitions()[known];
  return one.kind == "friendly" && one.country.empty();
}

namespace {

// The one competition of a land with this kind and level; null where it has none, or several.
const Competition* of_land(const Lexicon& lexicon, std::string_view land, std::string_view kind,
                           int level) {
  const Competition* found = nullptr;
  for (const Competition& other : lexicon.competitions()) {
    if (other.country != land || other.kind != kind || other.level != level) continue;
    if (found != nullptr) return nullptr;
    found = &other;
  }
  return found;
}

// The first of them that the lexicon lists; null: none.
const Competition* first_of_land(const Lexicon& lexicon, std::string_view land,
                                 std::string_view kind) {
  const auto& all = lexicon.competitions();
  const auto found = std::ranges::find_if(all, [&](const Competition& one) {
    return one.country == land && one.kind == kind && one.level == 1;
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

bool settle_land(const Document& document, const Lexicon& lexicon, Statement& out) {
  constexpr Index kCompetition = arg::Honour::kCompetition;
  const std::string* won = text_of(out.args[kCompetition]);
  if (won == nullptr) return true;
  const bool top = *won == "?top_league" || *won == "?top_cup";
  const bool any = top || *won == "?league" || *won == "?cup";
  const std::string* club = text_of(out.args[arg::Honour::kClub]);
  const Index whose = club == nullptr ? kNoIndex : lexicon.find_club(*club);
  if (whose == kNoIndex) return !any;
  const std::string& land = lexicon.clubs()[whose].country;
  if (land.empty()) return !any;
  const Competition* found = nullptr;
  if (top) {
    found = first_of_land(lexicon, land, won->substr(5));
    if (found == nullptr) return false;
  } else if (any) {
    if (land != "IT") found = of_land(lexicon, land, won->substr(1), 1);
    if (found == nullptr) return false;
  } else {
    const Index told = lexicon.find_competition(*won);
    if (told == kNoIndex) return true;
    const Competition& one = lexicon.competitions()[told];
    if (one.country != "IT" || land == one.country) return true;
    const auto slot = slot_of(out.evidence.slots, kCompetition);
    if (slot == out.evidence.slots.end()) return true;
    const std::string_view rest = document.text.norm(slot->span).substr(1);
    if (std::ranges::any_of(rest, [](char c) { return c >= 'A' && c <= 'Z'; })) return true;
    found = of_land(lexicon, land, one.kind, one.level);
    if (found == nullptr) {
      out.args[kCompetition] = "?" + slug(document.text.norm(slot->span));
      return true;
    }
  }
  drop_arg(kCompetition, out);
  out.args[kCompetition] = found->id;
  out.evidence.inferred.push_back({kCompetition, Source::kFocus});
  return true;
}

void settle_age(const Document& document, const Lexicon& lexicon, Index competition, Index date,
                Statement& out) {
  constexpr int kNewNames = 1970;  // former competitions had all ended long before
  const DateValue* when = date_of(out.args[date]);
  if (when == nullptr || when->latest == kNoDay || year_of(when->latest) >= kNewNames) return;
  const std::string* told = text_of(out.args[competition]);
  const Index known = told == nullptr ? kNoIndex : lexicon.find_competition(*told);
  if (known == kNoIndex) return;
  // The words of a heading stand in no slot: then the name, which ends with them.
  const auto slot = slot_of(out.evidence.slots, competition);
  const std::string_view words = slot == out.evidence.slots.end()
                                     ? lexicon.competitions()[known].name
                                     : document.text.norm(slot->span);
  for (const Competition& other : lexicon.competitions()) {
    const std::string_view name = other.name;
    if (other.kind != "former" || !words.ends_with(name.substr(0, name.rfind(' ')))) continue;
    out.args[competition] = other.id;
    return;
  }
}

namespace {

// The league whose name ends in one of these words; kNoIndex: none.
Index league_named(const Lexicon& lexicon, const WordList& words) {
  const auto& all = lexicon.competitions();
  const auto found = std::ranges::find_if(all, [&](const Competition& one) {
    return one.kind == "league" &&
           std::ranges::any_of(words.entries, [&](const WordListEntry& entry) {
             return one.name.ends_with(' ' + entry.form);
           });
  });
  return found == all.end() ? kNoIndex : static_cast<Index>(found - all.begin());
}

// By section, whether it is of the women's game: its title says so, a word behind a competition or
// the game's own name, or the club that it names first is theirs.
std::vector<bool> sections_of_women(const Document& document, const Lexicon& lexicon) {
  const Index women = lexicon.find_list("women_word"), game = lexicon.find_list("women_game");
  std::vector<bool> out(document.sections.size(), false), club(document.sections.size(), false);
  const auto says = [&](const Token& token) { return lexicon.in_list(token.word, women); };
  if (std::ranges::none_of(document.tokens, says)) return out;
  for (const Clause& clause : document.clauses) {
    const Block& block = document.blocks[document.sentences[clause.sentence].block];
    const Index section = block.section;
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const bool said = says(document.tokens[document.units[u].tokens.end - 1]);
      const bool named = reading_of(document, u, UnitKind::kClub) != nullptr;
      if (said && named && !club[section]) out[section] = true;
      club[section] = club[section] || named;
      if (!said || named || u == clause.units.begin) continue;
      const bool behind = reading_of(document, u - 1, UnitKind::kCompetition) != nullptr ||
                          lexicon.in_list(document.units[u - 1].word, game);
      if (behind || block.label == BlockLabel::kTitle) out[section] = true;
    }
  }
  return out;
}

}  // namespace

std::vector<Index> first_competitions(const Document& document, const Lexicon& lexicon) {
  std::vector<Index> first(document.sections.size(), kNoIndex);
  std::vector<bool> named(document.sections.size(), false);
  for (const Clause& clause : document.clauses) {
    const Index section = document.blocks[document.sentences[clause.sentence].block].section;
    for (Index u = clause.units.begin; u < clause.units.end && !named[section]; ++u) {
      const Reading* competition = reading_of(document, u, UnitKind::kCompetition);
      if (competition == nullptr) continue;
      named[section] = true;
      if ((competition->features & kCompetitionUnknown) == 0) first[section] = competition->value;
    }
  }
  const WordList* words = lexicon.word_list("women_word");
  const std::vector<bool> women = sections_of_women(document, lexicon);
  for (Index section = 0; words != nullptr && section < first.size(); ++section) {
    if (women[section]) first[section] = league_named(lexicon, *words);
  }
  return first;
}

void settle_league(const Lexicon& lexicon, Index first, Index competition, Statement& out) {
  const std::string* told = text_of(out.args[competition]);
  const Index known = told == nullptr ? kNoIndex : lexicon.find_competition(*told);
  if (known == kNoIndex || first == kNoIndex) return;
  const Competition& wide = lexicon.competitions()[known];
  const Competition& narrow = lexicon.competitions()[first];
  const bool more = narrow.name.starts_with(wide.name) && narrow.name.size() > wide.name.size() &&
                    narrow.name[wide.name.size()] == ' ';
  if (more && wide.kind == "league" && narrow.kind == wide.kind && narrow.level == wide.level &&
      narrow.country == wide.country) {
    out.args[competition] = narrow.id;
  }
}

void drop_years_of_post(Statement& out) {
  constexpr Day kSeason = 400;
  constexpr Index kDate = arg::Honour::kDate;
  const DateValue* won = date_of(out.args[kDate]);
  if (won == nullptr || won->earliest == kNoDay || won->latest == kNoDay ||
      won->latest - won->earliest <= kSeason) {
    return;
  }
  drop_arg(kDate, out);
}

void complete_balance(Statement& out) {
  constexpr std::array<Index, 4> kParts = {arg::Record::kPlayed, arg::Record::kWon,
                                           arg::Record::kDrawn, arg::Record::kLost};
  Index lacking = kNoIndex;
  std::int64_t rest = 0;
  for (const Index part : kParts) {
    const std::int64_t* count = number_of(out.args[part]);
    if (count == nullptr && lacking != kNoIndex) return;
    if (count == nullptr) lacking = part;
    if (count != nullptr) rest += part == arg::Record::kPlayed ? *count : -*count;
  }
  // `37 vittorie, 43 pareggi (in tutto 80 gare) e 66 sconfitte`: a count of some of them.
  if (lacking == kNoIndex && rest < 0) drop_arg(arg::Record::kPlayed, out);
  if (lacking == arg::Record::kPlayed) rest = -rest;
  if (lacking == kNoIndex || rest < 0) return;
  out.args[lacking] = rest;
  out.evidence.inferred.push_back({lacking, Source::kRule});
}

void drop_career_club(Statement& record) {
  using arg::Record;
  constexpr std::int64_t kCareerGames = 140;
  const bool inferred =
      std::any_of(record.evidence.inferred.begin(), record.evidence.inferred.end(),
                  [](const InferredSlot& one) { return one.arg == Record::kClub; });
  if (!inferred) return;
  const auto count = [&](Index arg) {
    const std::int64_t* number = number_of(record.args[arg]);
    return number == nullptr ? std::int64_t{0} : *number;
  };
  const std::int64_t games = std::max(
      count(Record::kPlayed), count(Record::kWon) + count(Record::kDrawn) + count(Record::kLost));
  if (games < kCareerGames && is_null(record.args[Record::kAgainst])) return;
  drop_arg(Record::kClub, record);
}

bool is_grown_up(const Document& document, const Statement& birth) {
  constexpr std::int32_t kYears = 12;
  const DateValue* date = date_of(birth.args[arg::Birth::kDate]);
  if (date == nullptr || date->latest == kNoDay) return true;
  if (document.published.earliest == kNoDay) return true;
  return document.published.earliest - date->latest > kYears * 365;
}

bool lacks_year(const Document& document, const Hit& hit, const Statement& birth) {
  if (!is_null(birth.args[arg::Birth::kDate])) return false;
  for (const Binding& binding : bindings_of(document, hit)) {
    if (binding.reading != kNoIndex && document.readings[binding.reading].kind == UnitKind::kDate)
      return true;
  }
  return false;
}

bool lies_ahead(const Document& document, const EmitSpec& emit, const Statement& out) {
  constexpr Day kSoon = 30;
  const DateValue* day = nullptr;
  Day margin = 0;
  if (emit.type == EventType::kMatch) day = date_of(out.args[arg::Match::kDate]);
  if (emit.type == EventType::kStanding) day = date_of(out.args[arg::Standing::kDate]);
  if (emit.type == EventType::kTenure && emit.cue == Cue::kInPost) {
    day = date_of(out.args[arg::Tenure::kStart]);
    margin = kSoon;
  }
  return day != nullptr && is_to_come(document, out.section, *day, margin);
}

NormSpan passage(const Document& document, const Hit& hit, const Evidence& evidence) {
  NormSpan span = document.units[hit.units.begin].span;
  for (Index u = hit.units.begin; u < hit.units.end; ++u) {
    span.begin = std::min(span.begin, document.units[u].span.begin);
    span.end = std::max(span.end, document.units[u].span.end);
  }
  for (const EvidenceSlot& slot : evidence.slots) {
    span.begin = std::min(span.begin, slot.span.begin);
    span.end = std::max(span.end, slot.span.end);
  }
  return span;
}

void part_equal_days(Event& tenure) {
  using arg::Tenure;
  constexpr Day kMonth = 31;
  const DateValue* start = date_of(tenure.args[Tenure::kStart]);
  const DateValue* end = date_of(tenure.args[Tenure::kEnd]);
  if (start == nullptr || end == nullptr || start->edtf != end->edtf) return;
  if (start->latest - start->earliest >= kMonth) return;  // within a year or season one may
  bool came_named = false, went_named = false, at_once = false;
  for (const Evidence& evidence : tenure.evidence) {
    const bool came = tells(evidence, Tenure::kStart), went = tells(evidence, Tenure::kEnd);
    const bool named = names(evidence, Tenure::kPerson);
    at_once = at_once || (came && went);
    came_named = came_named || (came && named);
    went_named = went_named || (went && named);
  }
  if (at_once || went_named) {
    drop_arg(Tenure::kStart, tenure);
    return;
  }
  drop_arg(Tenure::kEnd, tenure);
  if (came_named) drop_arg(Tenure::kEndCause, tenure);
}

}  // namespace panchina
