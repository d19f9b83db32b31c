#include "resolve/weighed_spells.h"

#include <algorithm>

#include "resolve/args.h"

namespace panchina {
namespace {

// From this share on a post or a spell is told. Lower ones add as many wrong facts as right ones.
constexpr double kLeast = 0.46;

struct Told {
  const std::string* person = nullptr;
  const std::string* club = nullptr;
};

// Whose post or spell a statement tells, and where.
Told told_by(const Statement& statement) {
  if (statement.type == EventType::kTenure) {
    return {text_of(statement.args[arg::Tenure::kPerson]),
            text_of(statement.args[arg::Tenure::kClub])};
  }
  if (statement.type == EventType::kPlayingSpell) {
    return {text_of(statement.args[arg::PlayingSpell::kPerson]),
            text_of(statement.args[arg::PlayingSpell::kClub])};
  }
  return {};
}

bool is_of(const Statement& statement, const std::string& person) {
  const Index arg = arg_index(statement.type, "person");
  const std::string* name = arg == kNoIndex ? nullptr : text_of(statement.args[arg]);
  return name != nullptr && *name == person;
}

std::string_view name_of(Career career) {
  switch (career) {
    case Career::kPlayer:
      return "player";
    case Career::kCoach:
      return "coach";
    case Career::kHonours:
      return "honours";
    case Career::kAny:
      break;
  }
  return "any";
}

}  // namespace

WeighedSpells::WeighedSpells(const Document& document, const Lexicon& lexicon,
                             const EntityView& entities, const SignWeights& weights,
                             SignChoices* choices)
    : document_(document),
      entities_(entities),
      weights_(weights),
      signs_(document, lexicon, entities),
      choices_(choices == nullptr ? nullptr : &choices->spells) {}

void WeighedSpells::close_sentence(Index sentence, const Focus& focus, const Careers& careers,
                                   const std::vector<Statement>& statements, std::size_t first,
                                   const std::function<bool(Index unit)>& taken) {
  if (weights_.empty() && choices_ == nullptr) offered_.clear();
  std::ranges::stable_sort(offered_, {},
                           [](const WeighedHit& one) { return one.hit->units.begin; });
  const Scene scene{sentence, focus, careers, statements, first};
  for (std::size_t i = 0; i < offered_.size();) {
    const Index unit = offered_[i].hit->units.begin;
    Candidate one;
    for (; i < offered_.size() && offered_[i].hit->units.begin == unit; ++i) {
      const bool post = offered_[i].emit->type == EventType::kTenure;
      (post ? one.post : one.spell) = offered_[i];
      one.pair.clause = offered_[i].hit->clause;
    }
    one.pair.unit = unit;
    one.club = entities_.club_of_unit[unit];
    if (one.club != kNoIndex && !taken(unit)) add_pairs(one, scene);
  }
  offered_.clear();
}

// The persons that the sentence names, each with the unit nearest to the club.
void WeighedSpells::add_pairs(const Candidate& club, const Scene& scene) {
  std::vector<Candidate> found;
  auto clause = std::ranges::lower_bound(document_.clauses, scene.sentence, {}, &Clause::sentence);
  for (; clause != document_.clauses.end() && clause->sentence == scene.sentence; ++clause) {
    for (Index u = clause->units.begin; u < clause->units.end; ++u) {
      const Index person = entities_.person_of_unit[u];
      if (person == kNoIndex) continue;
      const auto known =
          std::ranges::find(found, person, [](const Candidate& one) { return one.pair.person; });
      if (known != found.end()) {
        if (u < club.pair.unit) known->pair.holder = u;
        continue;
      }
      found.push_back(club);
      found.back().pair.person = person;
      found.back().pair.holder = u;
    }
  }
  Hole hole;
  hole.clause = club.pair.clause;
  hole.unit = club.pair.unit;
  hole.clubs = {&club.club, 1};
  const Index focus = scene.focus.person(hole);
  const auto about =
      std::ranges::find(found, focus, [](const Candidate& one) { return one.pair.person; });
  if (about != found.end()) {
    about->pair.focus = true;
  } else if (focus != kNoIndex) {
    found.push_back(club);
    found.back().pair.person = focus;
    found.back().pair.focus = true;
  }
  for (Candidate& one : found) {
    one.pair.alone = found.size() == 1;
    weigh(one, scene);
  }
}

void WeighedSpells::weigh(Candidate& one, const Scene& scene) {
  std::vector<std::string>* names = nullptr;
  if (choices_ != nullptr) {
    one.choice = static_cast<Index>(choices_->size());
    choices_->push_back(
        {entities_.persons[one.pair.person].name, entities_.clubs[one.club], {}, false});
    names = &choices_->back().signs;
  }
  SignSum sum(weights_, names);
  signs_.add_club(one.pair.unit, one.pair.clause, sum);
  signs_.add_person(one.pair, sum);
  add_told(one.pair, scene, sum);
  const Index token = document_.units[one.pair.unit].tokens.begin;
  sum.add("career", name_of(scene.careers.at(token)));
  sum.add("life", name_of(scene.careers.of(one.pair.person, token, {})));
  one.weight = sum.sum();
  candidates_.push_back(one);
}

// What the sentence tells beside it.
void WeighedSpells::add_told(const SpellPair& pair, const Scene& scene, SignSum& out) const {
  const std::string& name = entities_.persons[pair.person].name;
  std::uint32_t told = 0, told_of_person = 0;
  for (std::size_t i = scene.first; i < scene.statements.size(); ++i) {
    const Statement& one = scene.statements[i];
    if (one.factuality != Factuality::kAsserted) continue;
    const std::uint32_t bit = 1u << static_cast<unsigned>(one.type);
    told |= bit;
    if (is_of(one, name)) told_of_person |= bit;
  }
  for (unsigned type = 0; told >> type != 0; ++type) {
    const std::string_view what = event_spec(static_cast<EventType>(type)).name;
    if ((told >> type & 1) != 0) out.add("told", what);
    if ((told_of_person >> type & 1) != 0) out.add("told_of_person", what);
  }
}

// How often the article names each club and each person.
void WeighedSpells::count_namings() {
  clubs_named_.assign(entities_.clubs.size(), 0);
  persons_named_.assign(entities_.persons.size(), 0);
  for (Index u = 0; u < document_.units.size(); ++u) {
    if (entities_.club_of_unit[u] != kNoIndex) ++clubs_named_[entities_.club_of_unit[u]];
    if (entities_.person_of_unit[u] != kNoIndex) ++persons_named_[entities_.person_of_unit[u]];
  }
}

// What the whole article says of the person and of the club.
void WeighedSpells::add_article(Candidate& one, const std::vector<Statement>& statements) {
  constexpr std::size_t kMost = 3;
  const std::string& name = entities_.persons[one.pair.person].name;
  std::size_t posts = 0, spells = 0;
  bool placed = false;
  for (const Statement& statement : statements) {
    if (statement.factuality != Factuality::kAsserted) continue;
    const bool post = statement.type == EventType::kTenure;
    const bool spell = statement.type == EventType::kPlayingSpell;
    if ((post || spell) && is_of(statement, name)) ++(post ? posts : spells);
    if (statement.type != EventType::kStanding) continue;
    const std::string* club = text_of(statement.args[arg::Standing::kClub]);
    placed = placed || (club != nullptr && *club == entities_.clubs[one.club]);
  }
  SignSum sum(weights_, choices_ == nullptr ? nullptr : &(*choices_)[one.choice].signs);
  sum.add_count("posts", posts, kMost);
  sum.add_count("spells", spells, kMost);
  if (placed) sum.add("article", "placed");
  const auto is_most = [](const std::vector<Index>& all, Index entity) {
    return all[entity] == *std::ranges::max_element(all);
  };
  sum.add_count("club_named", clubs_named_[one.club], kMost + 1);
  sum.add_count("person_named", persons_named_[one.pair.person], kMost);
  if (is_most(clubs_named_, one.club)) sum.add("article", "main_club");
  if (is_most(persons_named_, one.pair.person)) sum.add("article", "main_person");
  one.weight.first += sum.sum().first;
  one.weight.second += sum.sum().second;
}

bool WeighedSpells::is_told(const Candidate& one, const std::vector<Statement>& statements) const {
  return std::ranges::any_of(statements, [&](const Statement& statement) {
    const Told told = told_by(statement);
    return told.person != nullptr && told.club != nullptr &&
           *told.person == entities_.persons[one.pair.person].name &&
           *told.club == entities_.clubs[one.club];
  });
}

std::vector<WeighedSpell> WeighedSpells::decide(const std::vector<Statement>& statements) {
  count_namings();
  struct Found {
    double share;
    WeighedSpell spell;
    Index club;
  };
  std::vector<Found> found;
  for (Candidate& one : candidates_) {
    add_article(one, statements);
    const bool told = is_told(one, statements);
    if (choices_ != nullptr) (*choices_)[one.choice].told = told;
    const auto [post, spell] = shares_of(one.weight);
    const WeighedHit& what = post >= spell ? one.post : one.spell;
    if (told || what.hit == nullptr || std::max(post, spell) < kLeast) continue;
    found.push_back({std::max(post, spell), {what, one.pair}, one.club});
  }
  // The likeliest of a club's place, and of a person at a club.
  std::ranges::stable_sort(found, std::ranges::greater(), &Found::share);
  std::vector<WeighedSpell> out;
  std::vector<Found> kept;
  for (const Found& one : found) {
    const bool beaten = std::ranges::any_of(kept, [&](const Found& other) {
      return other.spell.pair.unit == one.spell.pair.unit ||
             (other.club == one.club && other.spell.pair.person == one.spell.pair.person);
    });
    if (beaten) continue;
    kept.push_back(one);
    out.push_back(one.spell);
  }
  std::ranges::stable_sort(out, {}, [](const WeighedSpell& one) { return one.pair.unit; });
  return out;
}

}  // namespace panchina
