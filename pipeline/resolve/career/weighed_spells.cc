#include "resolve/career/weighed_spells.h"

#include <algorithm>

#include "document/phrase.h"
#include "document/readings.h"
#include "resolve/career/spell.h"
#include "resolve/fact/args.h"
#include "resolve/focus/posts.h"

namespace panchina {
namespace {

// From this share on a post or a spell is told. Lower ones add as many wrong facts as right ones.
constexpr double kLeastPost = 0.46;
constexpr double kLeastSpell = 0.38;

}  // namespace

WeighedSpells::WeighedSpells(const Document& document, const Lexicon& lexicon,
                             const EntityView& entities, const AsideClubs& aside,
                             const OnPitch& on_pitch, const SignWeights& weights,
                             SignChoices* choices)
    : document_(document),
      lexicon_(lexicon),
      place_taken_(lexicon.find_list("place_taken")),
      genitive_(lexicon.find_list("genitive")),
      entities_(entities),
      weights_(weights),
      signs_(document, lexicon, entities),
      aside_(aside),
      on_pitch_(on_pitch),
      choices_(choices == nullptr ? nullptr : &choices->spells),
      offered_(document.scratch()),
      candidates_(document.scratch()),
      pairs_(document.scratch()),
      holders_(document.scratch()) {}

void WeighedSpells::close_sentence(Index sentence, const Scene& scene,
                                   const std::function<bool(Index unit)>& taken) {
  if (weights_.empty() && choices_ == nullptr) offered_.clear();
  std::ranges::sort(offered_, {}, [](const WeighedHit& one) { return one.hit->units.begin; });
  if (offered_.empty()) return;
  find_holders(sentence);
  tells_of_benches_ = scene.careers.tells_of_benches();
  for (std::size_t i = 0; i < offered_.size();) {
    const Index unit = offered_[i].hit->units.begin;
    Candidate one;
    for (; i < offered_.size() && offered_[i].hit->units.begin == unit; ++i) {
      const bool post = offered_[i].emit->type == EventType::kTenure;
      if (!(post && aside_.contain(offered_[i].hit->clause, unit)) &&
          !is_of_another_office(unit, offered_[i].emit->type)) {
        (post ? one.post : one.spell) = offered_[i];
      }
      one.pair.clause = offered_[i].hit->clause;
    }
    one.pair.unit = unit;
    one.club = entities_.club_of_unit[unit];
    if (one.club != kNoIndex && !taken(unit) && !is_land(unit)) add_pairs(one, scene);
  }
  offered_.clear();
}

// `arrivò in Italia`: a land, and no side of it that anything names so.
bool WeighedSpells::is_land(Index unit) const {
  const Reading* nation = reading_of(document_, unit, UnitKind::kNation);
  return nation != nullptr && nation->how == How::kWeak &&
         (document_.units[unit].kinds & kind_bit(UnitKind::kPlace)) != 0;
}

// `direttore sportivo del Como`: what somebody is there, where words for it stand right before; of
// an office on neither field nor bench there is no event.
bool WeighedSpells::is_of_another_office(Index unit, EventType told) const {
  const Index of = unit_before(document_, unit, 0);
  if (of == kNoIndex || !lexicon_.in_list(document_.units[of].word, genitive_)) return false;
  const Index office = unit_before(document_, of, 0);
  if (office == kNoIndex || reading_of(document_, office, UnitKind::kRole) == nullptr) return false;
  return std::ranges::none_of(
      readings_of(document_, document_.units[office]), [&](const Reading& reading) {
        if (reading.kind != UnitKind::kRole) return false;
        const std::string& role = lexicon_.roles()[reading.value].id;
        return told == EventType::kTenure ? is_coaching(ArgValue(role)) : role == "player";
      });
}

// With whom the passage is about, and with the persons named next to the club.
void WeighedSpells::add_pairs(const Candidate& club, const Scene& scene) {
  constexpr std::ptrdiff_t kReach = 4;  // namings on each side
  std::pmr::vector<Candidate>& found = pairs_;
  found.clear();
  const auto behind = std::ranges::lower_bound(holders_, club.pair.unit);
  const auto first = behind - std::min(kReach, behind - holders_.begin());
  const auto last = behind + std::min(kReach, holders_.end() - behind);
  for (auto holder = first; holder != last; ++holder) {
    const Index person = entities_.person_of_unit[*holder];
    const auto known =
        std::ranges::find(found, person, [](const Candidate& one) { return one.pair.person; });
    if (known != found.end()) {
      if (*holder < club.pair.unit) known->pair.holder = *holder;  // the nearest before it
      continue;
    }
    found.push_back(club);
    found.back().pair.person = person;
    found.back().pair.holder = *holder;
  }
  Hole hole;
  hole.clause = club.pair.clause;
  hole.unit = club.pair.unit;
  hole.clubs = {&club.club, 1};
  hole.playing = true;
  const Index focus = scene.focus.person(hole);
  const Index walker = scene.focus.walker(club.pair.clause);
  if (walker != kNoIndex)
    std::erase_if(found, [&](const Candidate& one) { return one.pair.person != walker; });
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
  const Index token = document_.units[one.pair.unit].tokens.begin;
  if (choices_ == nullptr && scene.careers.has_other_trade(one.pair.person) &&
      scene.careers.in_sentence(token) == Career::kAny)
    return;
  std::vector<std::string>* names = nullptr;
  if (choices_ != nullptr) {
    one.choice = static_cast<Index>(choices_->size());
    choices_->push_back(
        {entities_.persons[one.pair.person].name, entities_.clubs[one.club], {}, false});
    names = &choices_->back().signs;
  }
  SignSum sum(weights_, names);
  signs_.add_naming(one.pair.unit, one.pair.clause, sum);
  signs_.add_person(one.pair, sum);
  scene.told.add(entities_.persons[one.pair.person].name, sum);
  sum.add("career", career_name(scene.careers.at(token)));
  sum.add("life", career_name(scene.careers.of(one.pair.person, token, {})));
  one.weight = sum.sum();
  candidates_.push_back(one);
}

bool WeighedSpells::is_replaced(Index unit) const {
  const Index of = unit_before(document_, unit, 0);
  if (of == kNoIndex || !lexicon_.in_list(document_.units[of].word, genitive_)) return false;
  const Index place = unit_before(document_, of, 0);
  return place != kNoIndex && lexicon_.in_list(document_.units[place].word, place_taken_);
}

// The units of a sentence that name persons, but those whose place was taken: `al posto di Rossi`.
void WeighedSpells::find_holders(Index sentence) {
  holders_.clear();
  auto clause = std::ranges::lower_bound(document_.clauses, sentence, {}, &Clause::sentence);
  for (; clause != document_.clauses.end() && clause->sentence == sentence; ++clause) {
    for (Index u = clause->units.begin; u < clause->units.end; ++u) {
      if (entities_.person_of_unit[u] != kNoIndex && !is_replaced(u)) holders_.push_back(u);
    }
  }
  std::ranges::sort(holders_);
}

WeighedSpells::Article WeighedSpells::read_article(const std::vector<Statement>& statements) const {
  Article out{.told = ToldSpells(statements)};
  out.clubs.assign(entities_.clubs.size(), 0);
  out.persons.assign(entities_.persons.size(), 0);
  for (Index u = 0; u < document_.units.size(); ++u) {
    if (entities_.club_of_unit[u] != kNoIndex) ++out.clubs[entities_.club_of_unit[u]];
    if (entities_.person_of_unit[u] != kNoIndex) ++out.persons[entities_.person_of_unit[u]];
  }
  const auto most = [](const std::vector<Index>& all) {
    return all.empty() ? 0 : *std::ranges::max_element(all);
  };
  out.most_clubs = most(out.clubs);
  out.most_persons = most(out.persons);
  for (const Statement& one : statements) {
    const bool asserted = one.factuality == Factuality::kAsserted;
    if (one.type == EventType::kStanding && asserted) {
      if (const std::string* club = text_of(one.args[arg::Standing::kClub]))
        out.placed.insert(*club);
    }
  }
  return out;
}

// What the whole article says of the person and of the club.
void WeighedSpells::add_article(Candidate& one, const Article& article) {
  constexpr std::size_t kMost = 3;
  const std::string& name = entities_.persons[one.pair.person].name;
  SignSum sum(weights_, choices_ == nullptr ? nullptr : &(*choices_)[one.choice].signs);
  sum.add_count("posts", article.told.posts_of(name), kMost);
  sum.add_count("spells", article.told.spells_of(name), kMost);
  if (article.placed.contains(entities_.clubs[one.club])) sum.add("article", "placed");
  const Index clubs = article.clubs[one.club], persons = article.persons[one.pair.person];
  sum.add_count("club_named", clubs, kMost + 1);
  sum.add_count("person_named", persons, kMost);
  if (clubs == article.most_clubs) sum.add("article", "main_club");
  if (persons == article.most_persons) sum.add("article", "main_person");
  one.weight.first += sum.sum().first;
  one.weight.second += sum.sum().second;
}

// `il Lecco di Rossi si fa rimontare dal Como`: whether the article tells of the person's post at a
// club that met this one.
bool WeighedSpells::met_his_side(const Candidate& one,
                                 const std::vector<Statement>& statements) const {
  using arg::Match;
  using arg::Tenure;
  const std::string& person = entities_.persons[one.pair.person].name;
  const std::string& club = entities_.clubs[one.club];
  const auto is = [](const ArgValue& value, const std::string& wanted) {
    const std::string* text = text_of(value);
    return text != nullptr && *text == wanted;
  };
  return std::ranges::any_of(statements, [&](const Statement& post) {
    if (post.type != EventType::kTenure || !is(post.args[Tenure::kPerson], person)) return false;
    const std::string* own = text_of(post.args[Tenure::kClub]);
    return own != nullptr && std::ranges::any_of(statements, [&](const Statement& match) {
             if (match.type != EventType::kMatch) return false;
             return (is(match.args[Match::kHome], *own) && is(match.args[Match::kAway], club)) ||
                    (is(match.args[Match::kHome], club) && is(match.args[Match::kAway], *own));
           });
  });
}

std::vector<WeighedSpell> WeighedSpells::decide(const std::vector<Statement>& statements) {
  const Article article = read_article(statements);
  struct Found {
    double share;
    WeighedSpell spell;
    std::string key;
  };
  std::vector<Found> found;
  for (Candidate& one : candidates_) {
    add_article(one, article);
    const auto [post, spell] = shares_of(one.weight);
    const WeighedHit& what = post >= spell ? one.post : one.spell;
    const bool likely =
        what.hit != nullptr && (post >= spell ? post >= kLeastPost : spell >= kLeastSpell);
    if (!likely && choices_ == nullptr) continue;
    std::string key = spell_key(entities_.persons[one.pair.person].name, entities_.clubs[one.club]);
    const bool told = article.told.tells(key);
    if (choices_ != nullptr) (*choices_)[one.choice].told = told;
    if (told || !likely) continue;
    // Who plays is no coach, unless the article says so.
    if (post >= spell && on_pitch_.contains(one.pair.person) &&
        article.told.posts_of(entities_.persons[one.pair.person].name) == 0)
      continue;
    // `Ufficiale: Neri al Lecco`: a player's move too, on a page without a word of benches.
    if (post >= spell && !tells_of_benches_ && article.told.posts() == 0) continue;
    if (post >= spell && met_his_side(one, statements)) continue;
    found.push_back({std::max(post, spell), {what, one.pair}, std::move(key)});
  }
  // The likeliest of a club's place, and of a person at a club.
  std::ranges::stable_sort(found, std::ranges::greater(), &Found::share);
  std::vector<WeighedSpell> out;
  std::unordered_set<Index> units;
  std::unordered_set<std::string> keys;
  for (const Found& one : found) {
    if (units.contains(one.spell.pair.unit) || !keys.insert(one.key).second) continue;
    units.insert(one.spell.pair.unit);
    out.push_back(one.spell);
  }
  std::ranges::stable_sort(out, {}, [](const WeighedSpell& one) { return one.pair.unit; });
  return out;
}

}  // namespace panchina
