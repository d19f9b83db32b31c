#include "resolve/focus/staff_posts.h"

#include <string>
#include <unordered_map>

#include "document/phrase.h"
#include "resolve/fact/args.h"
#include "resolve/fact/hit_place.h"
#include "resolve/focus/posts.h"

namespace panchina {

namespace {

constexpr std::string_view kKeepers = "goalkeeping_coach", kFitness = "fitness_coach";

bool is_trade(std::string_view role) { return role == kKeepers || role == kFitness; }

}  // namespace

StaffPosts::StaffPosts(const Lexicon& lexicon, const Document& document, const EntityView& entities)
    : lexicon_(lexicon),
      document_(document),
      entities_(entities),
      copulas_(lexicon.find_list("date_copula")),
      keepers_(lexicon.find_list("staff_keepers")),
      fitness_(lexicon.find_list("staff_label_fitness")),
      bench_(lexicon.find_list("trade_bench")),
      first_bench_(lexicon.find_list("trade_bench_first")),
      bench_verbs_(lexicon.find_list("trade_bench_verb")),
      trades_(entities.persons.size(), std::string_view(), document.scratch()),
      posts_(document.scratch()) {
  find_trades();
}

// Where a role may stand behind a name: `Rossi, vice …`, `Rossi (Spoleto, 1961) è un allenatore …`;
// kNoIndex: nowhere.
Index StaffPosts::role_behind(Index person_unit, Index end) const {
  Index at = person_unit + 1;
  if (at < end && reading_of(document_, at, UnitKind::kBracket) != nullptr) ++at;
  if (at >= end) return kNoIndex;
  const VerbGroup* verb = verb_of(document_, at);
  const bool is = verb != nullptr && lexicon_.in_list(verb->lemma, copulas_);
  if (!is && document_.tokens[document_.units[at].tokens.begin].mark != ',') return kNoIndex;
  ++at;
  if (is && at < end && (document_.units[at].kinds & kind_bit(UnitKind::kNumber)) != 0)
    ++at;  // `un`
  return at < end ? at : kNoIndex;
}

// `Preparatore dei portieri, 51 anni, Aldo Rossi`: what stands before his age; kNoIndex: no age.
Index StaffPosts::role_before_age(Index person_unit, Index begin) const {
  constexpr Index kAside = 3;  // two commas and what they hold
  if (person_unit < begin + kAside + 1) return kNoIndex;
  const auto comma = [&](Index unit) {
    return document_.tokens[document_.units[unit].tokens.begin].mark == ',';
  };
  const bool aged = (document_.units[person_unit - 2].kinds & kind_bit(UnitKind::kAge)) != 0;
  return aged && comma(person_unit - 1) && comma(person_unit - 3) ? person_unit - kAside - 1
                                                                  : kNoIndex;
}

// A unit is what its line begins with, or what follows the colon of a label.
bool StaffPosts::opens_line(const Clause& clause, Index unit) const {
  const Index first = phrase_begin(document_, unit, clause.units.begin);
  if (document_.tokens[document_.units[first].tokens.begin].line_before) return true;
  return first > clause.units.begin &&
         document_.tokens[document_.units[first - 1].tokens.begin].mark == ':';
}

// Whoever is called a coach of another kind as well follows no trade of the staff.
void StaffPosts::find_trades() {
  std::pmr::vector<bool> settled(trades_.size(), false, document_.scratch());
  const auto see = [&](Index person, Index unit) {
    const std::string_view role = coaching_role(lexicon_, document_, unit);
    if (role.empty()) return;
    std::string_view& trade = trades_[person];
    if (settled[person] && trade != role) {
      trade = {};
    } else if (!settled[person] && is_trade(role)) {
      trade = role;
    }
    settled[person] = true;
  };
  std::string_view titled;  // `IL NUOVO PREPARATORE ATLETICO`, over whoever is named first
  bool others = false;      // more than one person was named
  Index alone = kNoIndex;   // unit of a role that a line holds and nothing else
  for (const Clause& clause : document_.clauses) {
    const Block& block = document_.blocks[document_.sentences[clause.sentence].block];
    for (Index u = clause.units.begin; u < clause.units.end; ++u) {
      const Index person = entities_.person_of_unit[u];
      if (person == kNoIndex) {
        const std::string_view role = coaching_role(lexicon_, document_, u);
        if (first_ == kNoIndex && block.label == BlockLabel::kTitle && !role.empty()) titled = role;
        // `ALDO ROSSI`, below it `Preparatore dei portieri | Udine` or `Funzione: preparatore`.
        if (first_ != kNoIndex && !others && is_trade(role) && opens_line(clause, u))
          see(first_, u);
        continue;
      }
      others = others || (first_ != kNoIndex && person != first_);
      if (first_ == kNoIndex) {
        first_ = person;
        if (is_trade(titled)) trades_[person] = titled;
      }
      if (u > clause.units.begin) see(person, u - 1);
      if (const Index before = role_before_age(u, clause.units.begin); before != kNoIndex)
        see(person, before);
      if (alone != kNoIndex && phrase_begin(document_, u, clause.units.begin) == clause.units.begin)
        see(person, alone);
      if (const Index behind = role_behind(u, clause.units.end); behind != kNoIndex)
        see(person, behind);
    }
    const Index only = clause.units.empty() ? kNoIndex : clause.units.end - 1;
    const bool one =
        only != kNoIndex && phrase_begin(document_, only, clause.units.begin) == clause.units.begin;
    alone = one && !coaching_role(lexicon_, document_, only).empty() ? only : kNoIndex;
  }
}

Index StaffPosts::tradesman() const {
  return first_ != kNoIndex && !trades_[first_].empty() ? first_ : kNoIndex;
}

// `PREPARATORI PORTIERI - …`, `Area atletica: …`: few words, up to a mark; empty: none.
std::string_view StaffPosts::label_of(const Hit& hit) const {
  constexpr Index kMost = 6;    // tokens
  constexpr Index kFar = 1000;  // tokens: a line that goes on for so long has no label
  const IndexRange block = document_.blocks[block_of(document_, hit)].tokens;
  const Index place = token_of(document_, hit);
  Index first = place;
  while (first > block.begin && !document_.tokens[first].line_before) {
    if (place - first == kFar) return {};
    --first;
  }
  while (first < block.end && document_.tokens[first].kind == TokenKind::kPunct) ++first;
  if (first == block.end || document_.tokens[first].letters == LetterCase::kLower) return {};
  std::string_view found;
  for (Index t = first; t < block.end && t < first + kMost; ++t) {
    const Token& token = document_.tokens[t];
    if (t > first && token.line_before) return {};
    if (token.mark == ':' || (token.mark == '-' && token.space_before)) return found;
    if (lexicon_.in_list(token.word, keepers_)) found = kKeepers;
    if (lexicon_.in_list(token.word, fitness_)) found = kFitness;
  }
  return {};
}

// Words of whoever leads the side, also where he is of another trade: `guidò la squadra`.
bool StaffPosts::tells_bench(const Hit& hit) const {
  const IndexRange units = document_.clauses[hit.clause].units;
  for (Index u = units.begin; u < units.end; ++u) {
    if (lexicon_.in_list(document_.units[u].word, bench_)) return true;
    if ((document_.units[u].kinds & kind_bit(UnitKind::kRole)) != 0 &&
        lexicon_.in_list(document_.tokens[document_.units[u].tokens.begin].word, first_bench_))
      return true;
    const VerbGroup* verb = verb_of(document_, u);
    if (verb != nullptr && lexicon_.in_list(verb->lemma, bench_verbs_)) return true;
  }
  return false;
}

std::string_view StaffPosts::meant(const Hit& hit, Index person) const {
  if (const std::string_view label = label_of(hit); !label.empty()) return label;
  if (person == kNoIndex || trades_[person].empty() || tells_bench(hit)) return {};
  return trades_[person];
}

void StaffPosts::settle(std::vector<Statement>& statements) const {
  using arg::Tenure;
  struct Life {
    bool keepers = false;  // a word tells of such a post
    bool leads = false;
  };
  std::pmr::unordered_map<Index, Life> lives(document_.scratch());
  const auto role_of = [&](const Post& post) {
    const std::string* role = text_of(statements[post.statement].args[Tenure::kRole]);
    return role == nullptr ? std::string_view() : std::string_view(*role);
  };
  const auto is_open = [&](const Post& post) {
    const Statement& one = statements[post.statement];
    return role_of(post) == "head_coach" && !flag_of(one.args[Tenure::kInterim]);
  };
  for (const Post& post : posts_) {
    if (statements[post.statement].factuality != Factuality::kAsserted) continue;
    Life& life = lives[post.person];
    const bool told = is_told(statements[post.statement], Tenure::kRole);
    life.keepers = life.keepers || (told && role_of(post) == kKeepers);
    life.leads = life.leads || (role_of(post) == "head_coach" && post.bench &&
                                !flag_of(statements[post.statement].args[Tenure::kInterim]));
  }
  for (const Post& post : posts_) {
    const Life& life = lives[post.person];
    if (life.leads || !life.keepers || !is_open(post) || post.bench) continue;
    statements[post.statement].args[Tenure::kRole] = std::string(kKeepers);
  }
}

}  // namespace panchina
