#include "resolve/career/weighed_posts.h"

#include <algorithm>
#include <unordered_set>

#include "document/features.h"
#include "document/readings.h"
#include "resolve/career/spell.h"
#include "resolve/career/told_spells.h"
#include "resolve/fact/args.h"
#include "resolve/focus/posts.h"

namespace panchina {
namespace {

// From this share on a post is told.
constexpr double kLeast = 0.5;
// ... and below this one before the club is asked for, no club would make it so.
constexpr double kHopeless = 0.05;

std::string_view name_of(double share) {
  return share < 0.5 ? "low" : share < 0.75 ? "middle" : share < 0.95 ? "high" : "sure";
}

}  // namespace

WeighedPosts::WeighedPosts(const Document& document, const Lexicon& lexicon,
                           const EntityView& entities, const OnPitch& on_pitch,
                           const SignWeights& weights, SignChoices* choices)
    : document_(document),
      lexicon_(lexicon),
      entities_(entities),
      on_pitch_(on_pitch),
      weights_(weights),
      signs_(document, lexicon, entities),
      bare_genitive_(lexicon.find_list("bare_genitive")),
      genitive_(lexicon.find_list("genitive")),
      second_(lexicon.find_list("staff_second")),
      as_(lexicon.find_list("staff_as")),
      staff_words_{{{lexicon.find_list("staff_keepers"), "goalkeeping_coach"},
                    {lexicon.find_list("staff_fitness"), "fitness_coach"},
                    {lexicon.find_list("staff_beside"), "assistant_coach"},
                    {lexicon.find_list("staff_coordinator"), "youth_coordinator"},
                    {lexicon.find_list("staff_youth"), "youth_coach"}}},
      choices_(choices == nullptr ? nullptr : &choices->posts),
      offered_(document.scratch()),
      candidates_(document.scratch()),
      named_(entities.persons.size(), 0, document.scratch()),
      other_posts_(document.blocks.size(), false, document.scratch()) {
  find_other_posts();
}

void WeighedPosts::find_other_posts() {
  std::pmr::vector<bool> own(other_posts_.size(), false, document_.scratch());
  for (const Clause& clause : document_.clauses) {
    const Index block = document_.sentences[clause.sentence].block;
    if (document_.blocks[block].label != BlockLabel::kHeading) continue;
    for (Index unit = clause.units.begin; unit < clause.units.end; ++unit) {
      const bool role = (document_.units[unit].kinds & kind_bit(UnitKind::kRole)) != 0;
      const bool person = (document_.units[unit].kinds & kind_bit(UnitKind::kPerson)) != 0;
      if (!role && !person) continue;
      own[block] = own[block] || person || !coaching_role(lexicon_, document_, unit).empty();
      other_posts_[block] = !own[block];
    }
  }
}

void WeighedPosts::close_sentence(Index sentence, const Scene& scene) {
  if (weights_.empty() && choices_ == nullptr) offered_.clear();
  std::ranges::sort(offered_, {}, [](const WeighedHit& one) { return one.hit->units.begin; });
  for (const WeighedHit& told : offered_) {
    WeighedPost one;
    one.told = told;
    one.unit = told.hit->units.begin;
    one.person = entities_.person_of_unit[one.unit];
    if (one.person == kNoIndex || scene.careers.has_other_trade(one.person)) continue;
    weigh(one, sentence, scene);
    tells_of_benches_ = scene.careers.tells_of_benches();
    ++named_[one.person];
  }
  offered_.clear();
}

void WeighedPosts::weigh(const WeighedPost& post, Index sentence, const Scene& scene) {
  const Sentence& whole = document_.sentences[sentence];
  const Block& block = document_.blocks[whole.block];
  if (block.heading != kNoIndex && other_posts_[block.heading]) return;
  const Focus& focus = scene.focus;
  const Index clause = post.told.hit->clause;
  if (office_behind(lexicon_, document_, document_.clauses[clause], post.unit) != kNoIndex) return;
  std::vector<std::string> names;
  SignSum sum(weights_, choices_ == nullptr ? nullptr : &names);
  signs_.add_naming(post.unit, clause, sum);
  scene.told.add(entities_.persons[post.person].name, sum);
  scene.told.add_before(sum);
  const Unit& unit = document_.units[post.unit];
  const Index token = unit.tokens.begin;
  sum.add("career", career_name(scene.careers.at(token)));
  add_clause(post, sum);
  sum.add("person", unit.tokens.size() > 1 ? SignName("full") : SignName("short"));
  if (named_[post.person] == 0) sum.add("person", "first");
  if (unit.tokens.end < document_.tokens.size()) {
    const char mark = document_.tokens[unit.tokens.end].mark;
    if (mark == ',') sum.add("behind", "comma");
    if (mark == ':') sum.add("behind", "colon");
    if (mark == '(') sum.add("behind", "bracket");
    if (mark == '.' || mark == ';') sum.add("behind", "stop");
  }
  if (token > 0 && !lexicon_.demonyms(document_.tokens[token - 1].word).empty())
    sum.add("person", "demonym");
  if (document_.clauses[clause].parent != kNoIndex) sum.add("clause", "inner");
  if (whole.row) sum.add("clause", "row");
  if (block.label != BlockLabel::kBody) sum.add("clause", "no_body");
  if (block.sentences.begin == sentence) sum.add("clause", "opens");
  if (focus.is_main(post.person)) sum.add("person", "main");
  if (focus.is_bystander(post.person)) sum.add("person", "other_post");
  if (focus.is_newcomer(post.person)) sum.add("person", "newcomer");
  if (choices_ == nullptr && shares_of(sum.sum()).first < kHopeless) return;
  Hole hole;
  hole.clause = clause;
  hole.unit = post.unit;
  const Focus::Guess guess = focus.guess_club(hole, post.person);
  if (guess.club == kNoIndex || is_of_another_side(post, guess.club)) return;
  sum.add("share", name_of(guess.share));
  const SignName other = guess.main ? SignName("main") : SignName("other");
  sum.add("club", guess.clear ? SignName("clear") : other);
  if (guess.headed) sum.add("club", "headed");
  bool here = false;
  const IndexRange units = signs_.around(post.unit, post.told.hit->clause);
  for (Index u = units.begin; u < units.end && !here; ++u)
    here = entities_.club_of_unit[u] == guess.club;
  if (here) sum.add("club", "here");
  Candidate one;
  one.post = post;
  one.post.club = guess.club;
  one.weight = sum.sum();
  if (choices_ != nullptr) {
    one.choice = static_cast<Index>(choices_->size());
    choices_->push_back({entities_.persons[post.person].name, entities_.clubs[guess.club],
                         std::move(names), false});
  }
  candidates_.push_back(one);
}

// What its clause holds beside posts, dates and names.
void WeighedPosts::add_clause(const WeighedPost& post, SignSum& out) const {
  bool score = false, minute = false, possible = false, negative = false, reported = false;
  bool future = false;
  std::array<bool, kStaffWords> staff{};
  const IndexRange units = signs_.around(post.unit, post.told.hit->clause);
  for (Index u = units.begin; u < units.end; ++u) {
    const Unit& unit = document_.units[u];
    score = score || (unit.kinds & kind_bit(UnitKind::kScore)) != 0;
    minute = minute || document_.tokens[unit.tokens.begin].mark == '\'';
    const bool listed = lexicon_.in_some_list(unit.word);  // few
    for (std::size_t i = 0; listed && i < staff.size(); ++i)
      staff[i] = staff[i] || lexicon_.in_list(unit.word, staff_words_[i].first);
    const VerbGroup* verb = verb_of(document_, u);
    if (verb == nullptr) continue;
    possible = possible || verb->modality != Modality::kAsserted;
    negative = negative || verb->polarity == Polarity::kNegative;
    future = future || verb->tense == Tense::kFuture || verb->tense == Tense::kConditional ||
             verb->tense == Tense::kPastConditional;
    reported = reported || verb->reported;
  }
  if (score) out.add("clause", "score");
  if (minute) out.add("clause", "minute");
  if (possible) out.add("clause", "possible");
  if (negative) out.add("clause", "negative");
  if (future) out.add("clause", "future");
  if (reported) out.add("clause", "reported");
  for (std::size_t i = 0; i < staff.size(); ++i) {
    if (staff[i]) out.add("staff", staff_words_[i].second);
  }
}

// `preparatore atletico resta Rossi`, `per i portieri torna Rossi`: the post that the words nearest
// to the name tell, no other name between.
void WeighedPosts::find_role(WeighedPost& post) const {
  constexpr Index kBefore = 8, kBehind = 5;  // units
  const IndexRange units = document_.clauses[post.told.hit->clause].units;
  if (find_role_in_bracket(post)) return;
  for (Index u = post.unit; u > units.begin && post.unit - u < kBefore;) {
    if (ends_role_search(--u, post)) break;
  }
  if (post.role_unit != kNoIndex || !post.role.empty()) return;
  for (Index u = post.unit + 1; u < units.end && u - post.unit <= kBehind; ++u) {
    if (ends_role_search(u, post)) break;
  }
  if (post.role_unit != kNoIndex || !post.role.empty()) return;
  // `Volto nuovo Rossi: lascia l'Under 17 ed entra come collaboratore`.
  constexpr Index kTelling = 16;  // units
  for (Index u = post.unit + 1; u + 1 < units.end && u - post.unit <= kTelling; ++u) {
    if (entities_.person_of_unit[u] != kNoIndex) return;
    if (lexicon_.in_list(document_.units[u].word, as_) &&
        reading_of(document_, u + 1, UnitKind::kRole) != nullptr) {
      ends_role_search(u + 1, post);
      return;
    }
  }
}

// The units of the bracket right behind the name; empty: none stands there.
IndexRange WeighedPosts::bracket_behind(const WeighedPost& post) const {
  const Index behind = post.unit + 1;
  const bool same = behind < document_.clauses[post.told.hit->clause].units.end;
  return same ? inside_bracket(document_, behind) : IndexRange{};
}

// `Rossi (portieri)`: what the bracket behind the name says goes before all else; not the side that
// a trainer of keepers has, `Rossi (Primavera)`.
bool WeighedPosts::find_role_in_bracket(WeighedPost& post) const {
  const IndexRange inside = bracket_behind(post);
  for (Index u = inside.begin; u < inside.end; ++u) {
    for (const auto& [list, role] : staff_words_) {
      if (role == "youth_coach" || !lexicon_.in_list(document_.units[u].word, list)) continue;
      post.role = role;
      return true;
    }
  }
  return false;
}

// `Rossi (Pro Torneno)`: the bracket behind the name holds another name, and nothing of this club.
bool WeighedPosts::is_of_another_side(const WeighedPost& post, Index club) const {
  const IndexRange inside = bracket_behind(post);
  for (Index u = inside.begin; u < inside.end; ++u) {
    const Unit& unit = document_.units[u];
    if (entities_.club_of_unit[u] == club || (unit.kinds & kind_bit(UnitKind::kRole)) != 0)
      return false;
    const Token& first = document_.tokens[unit.tokens.begin];
    if (first.kind != TokenKind::kWord || first.letters == LetterCase::kLower) return false;
    for (const auto& [list, role] : staff_words_) {
      if (lexicon_.in_list(unit.word, list)) return false;
    }
  }
  return !inside.empty();
}

// Whether the unit says what the post is, which is noted, or names another person.
bool WeighedPosts::ends_role_search(Index u, WeighedPost& post) const {
  const IndexRange units = document_.clauses[post.told.hit->clause].units;
  const Unit& unit = document_.units[u];
  if (entities_.person_of_unit[u] != kNoIndex) return true;
  if (const Reading* role = reading_of(document_, u, UnitKind::kRole);
      role != nullptr && is_coaching(ArgValue(lexicon_.roles()[role->value].id))) {
    // `il vice di Rossi`, `da vice a Rossi`: another.
    const Index next = u + 1 < units.end ? document_.units[u + 1].word : 0;
    const bool aided = lexicon_.roles()[role->value].id == "assistant_coach" &&
                       lexicon_.preposition(next) != kNoIndex;
    // `al fianco di Rossi ci sarà il vice Neri`: of whom stands right behind it.
    const bool others =
        u < post.unit
            ? aided || lexicon_.in_list(next, bare_genitive_) || lexicon_.in_list(next, genitive_)
            : u + 1 < units.end && entities_.person_of_unit[u + 1] != kNoIndex;
    if (!others) post.role_unit = u;
    return true;
  }
  if (lexicon_.in_list(unit.word, second_) && u > units.begin &&
      lexicon_.in_list(document_.units[u - 1].word, as_)) {
    post.role = "assistant_coach";
    return true;
  }
  for (const auto& [list, role] : staff_words_) {
    if (!lexicon_.in_list(unit.word, list)) continue;
    // `al fianco di Rossi`: beside him.
    const Index next = u + 1 < units.end ? document_.units[u + 1].word : 0;
    const bool chief =
        u < post.unit && role == "assistant_coach" &&
        (lexicon_.in_list(next, bare_genitive_) || lexicon_.in_list(next, genitive_));
    if (!chief) post.role = role;
    return true;
  }
  return false;
}

std::vector<WeighedPost> WeighedPosts::decide(const std::vector<Statement>& statements) {
  const ToldSpells article(statements);
  Index most = 0;
  for (const Index count : named_) most = std::max(most, count);
  struct Found {
    double share;
    WeighedPost post;
    std::string key;
  };
  std::vector<Found> found;
  constexpr std::size_t kMost = 3;
  for (Candidate& one : candidates_) {
    const std::string& name = entities_.persons[one.post.person].name;
    const std::string& club = entities_.clubs[one.post.club];
    SignSum sum(weights_, choices_ == nullptr ? nullptr : &(*choices_)[one.choice].signs);
    sum.add_count("posts", article.posts_of(name), kMost);
    sum.add_count("spells", article.spells_of(name), kMost);
    const std::size_t there = article.persons_at(club);
    sum.add_count("club_posts", there, 4);
    if (there * 2 > article.posts()) sum.add("article", "chronicle");
    sum.add_count("person_named", named_[one.post.person], kMost);
    if (named_[one.post.person] == most) sum.add("article", "main_person");
    one.weight.first += sum.sum().first;
    one.weight.second += sum.sum().second;
    const double share = shares_of(one.weight).first;
    if (share < kLeast && choices_ == nullptr) continue;
    std::string key = spell_key(name, club);
    const bool is_told = article.posts_of(name) == 0 ? article.tells_post(key) : article.tells(key);
    if (choices_ != nullptr) (*choices_)[one.choice].told = is_told;
    if (is_told || share < kLeast) continue;
    if (on_pitch_.contains(one.post.person) && article.posts_of(name) == 0) continue;
    // A page that tells of nobody's post is no coach's, where it tells of his playing years or has
    // no word of benches.
    if (article.posts() == 0 && (article.spells_of(name) > 0 || !tells_of_benches_)) continue;
    found.push_back({share, one.post, std::move(key)});
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &Found::share);
  std::vector<WeighedPost> out;
  std::unordered_set<std::string> keys;
  for (const Found& one : found) {
    if (keys.insert(one.key).second) out.push_back(one.post);
  }
  for (WeighedPost& one : out) find_role(one);
  std::ranges::stable_sort(out, {}, [](const WeighedPost& one) { return one.unit; });
  return out;
}

}  // namespace panchina
