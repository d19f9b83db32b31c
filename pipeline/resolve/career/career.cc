#include "resolve/career/career.h"

#include <algorithm>
#include <span>

#include "resolve/fact/args.h"

namespace panchina {

std::string_view career_name(Career career) {
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

Careers::Careers(const Document& document, const Lexicon& lexicon)
    : document_(document),
      lexicon_(lexicon),
      trade_(lexicon.find_list("other_trade")),
      post_(lexicon.find_list("bench_post")),
      kin_(lexicon.find_list("kin")),
      marks_(document.scratch()),
      opening_(document.scratch()),
      headed_(document.scratch()),
      lives_(document.scratch()),
      of_a_squad_(document.scratch()) {
  find_marks();
  find_parts();
}

// The words of a career that a list holds.
struct Careers::Words {
  explicit Words(const Lexicon& lexicon)
      : bench(lexicon.find_list("bench_career")),
        was(lexicon.find_list("bench_was")),
        post(lexicon.find_list("bench_post")),
        as(lexicon.find_list("as_post")),
        pitch(lexicon.find_list("playing_career")),
        beside(lexicon.find_list("rival")),
        honours(lexicon.find_list("honours_career")),
        hang_up(lexicon.find_list("hang_up")),
        career_noun(lexicon.find_list("career_noun")),
        genitive(lexicon.find_list("genitive")),
        former(lexicon.find_list("match_former")),
        conjunction(lexicon.find_list("match_and")),
        still(lexicon.find_list("while_still")),
        bench_letter(lexicon.find_list("bench_letter")),
        pitch_letter(lexicon.find_list("pitch_letter")) {}

  Index bench, was, post, as, pitch, beside, honours, hang_up, career_noun, genitive, former,
      conjunction, still, bench_letter, pitch_letter;
};

// Which sentences tell of a squad: in `Caputo in attacco, Provedel fra i pali` each place is
// another's.
void Careers::find_squads() {
  constexpr Index kSquad = 5;  // names
  std::pmr::vector<Index> named(document_.sentences.size(), 0, document_.scratch());
  for (const Clause& clause : document_.clauses) {
    for (Index u = clause.units.begin; u < clause.units.end; ++u)
      named[clause.sentence] += (document_.units[u].kinds & kind_bit(UnitKind::kPerson)) != 0;
  }
  of_a_squad_.assign(document_.tokens.size(), false);
  for (Index i = 0; i < named.size(); ++i) {
    const IndexRange tokens = document_.sentences[i].tokens;
    if (named[i] < kSquad) continue;
    std::fill(of_a_squad_.begin() + tokens.begin, of_a_squad_.begin() + tokens.end, true);
  }
}

// The words of the text that say of what career it tells.
void Careers::find_marks() {
  const Words words(lexicon_);
  find_squads();
  const std::span<const Token> tokens = document_.tokens;
  const auto starts_line = [&](Index t) { return t == 0 || tokens[t].line_before; };
  bool coded = false;  // a dictionary that marks lines of games and of posts by a letter
  for (Index t = 0; t < tokens.size() && !coded; ++t)
    coded = starts_line(t) && lexicon_.in_list(tokens[t].word, words.pitch_letter);
  for (Index t = 0; t < tokens.size(); ++t) {
    const Index word = tokens[t].word;
    if (!lexicon_.in_some_list(word)) continue;  // most
    if (coded && starts_line(t) && lexicon_.in_list(word, words.bench_letter)) {
      marks_.push_back({t, Career::kCoach, Career::kAny});
    } else if (coded && starts_line(t) && lexicon_.in_list(word, words.pitch_letter)) {
      marks_.push_back({t, Career::kPlayer, Career::kAny});
    } else {
      find_mark(words, t, starts_line(t));
    }
  }
  tells_of_benches_ = std::ranges::find(marks_, Career::kCoach, &Mark::career) != marks_.end();
}

// Of one word; `starts`: its line begins with it.
void Careers::find_mark(const Words& words, Index t, bool starts) {
  const Index word = document_.tokens[t].word;
  const bool on_bench = lexicon_.in_list(word, words.bench);
  const bool in_post = lexicon_.in_list(word, words.post);
  const bool on_pitch = lexicon_.in_list(word, words.pitch) && !of_a_squad_[t];
  const bool titled = starts && lexicon_.in_list(word, words.honours);  // not `due titoli`
  if (!on_bench && !in_post && !on_pitch && !titled) return;
  const auto says = [&](Index back, Index list) {
    return t >= back && lexicon_.in_list(document_.tokens[t - back].word, list);
  };
  // `litigai con l'allenatore`: another's.
  if (on_bench && (says(1, words.beside) || says(2, words.beside))) return;
  // `era allenatore Aldo Rossi`: likewise, not `era allenatore del Lecco`.
  const bool named = t + 1 < document_.tokens.size() && !document_.tokens[t + 1].line_before &&
                     document_.tokens[t + 1].letters == LetterCase::kTitle;
  if (on_bench && named && says(1, words.was)) return;
  // `è un preparatore ed ex calciatore`: what he is comes first.
  if (on_pitch && !starts && says(1, words.former) && says(2, words.conjunction)) return;
  // `la gavetta, come da calciatore, comincia in D`: no more than a likeness.
  if (on_pitch && !starts && says(1, words.as) && says(2, words.as)) return;
  // `ancora da giocatore guidò la Berretti`: what he was besides.
  if (on_pitch && (says(1, words.still) || (says(1, words.as) && says(2, words.still)))) return;
  const bool heads =
      !starts && (says(1, words.as) || (says(1, words.genitive) && says(2, words.career_noun)));
  const bool hung_up = !starts && (says(1, words.hang_up) || says(2, words.hang_up));
  if (on_bench || (in_post && (starts || heads))) {
    marks_.push_back({t, Career::kCoach, Career::kAny});
  } else if (on_pitch) {
    marks_.push_back({t, hung_up ? Career::kCoach : Career::kPlayer, Career::kPlayer});
  } else if (titled) {
    marks_.push_back({t, Career::kHonours, Career::kAny});
  }
}

// Of each block the career that the heading above it, or the block before, leaves it with.
void Careers::find_parts() {
  opening_.assign(document_.blocks.size(), Career::kAny);
  headed_.assign(document_.blocks.size(), Career::kAny);
  constexpr Index kPart = 3;    // tokens: so short a heading parts the page
  constexpr Index kLabel = 16;  // ... and this one says it of all that stands under it
  Career part = Career::kAny;
  for (Index b = 0; b < document_.blocks.size(); ++b) {
    const Block& block = document_.blocks[b];
    if (b > 0 && block.section != document_.blocks[b - 1].section) part = Career::kAny;
    if (block.label == BlockLabel::kHeading && block.tokens.size() <= kPart) {
      const Career named = last_in(block.tokens);
      if (named != Career::kAny) part = named;
    }
    headed_[b] = part;
    bool labelled = false;
    if (block.heading != kNoIndex && block.heading != b) {
      const Career own = last_in(document_.blocks[block.heading].tokens);
      if (own != Career::kAny) headed_[b] = own;
      opening_[b] = own;
      labelled = document_.blocks[block.heading].tokens.size() <= kLabel;
    }
    if ((opening_[b] != Career::kAny && labelled) || b == 0) continue;
    const Block& before = document_.blocks[b - 1];
    if (before.section != block.section || before.heading != block.heading) continue;
    const Career closing = last_in(before.tokens);
    opening_[b] = closing == Career::kAny ? opening_[b - 1] : closing;
  }
}

Career Careers::last_in(IndexRange tokens) const {
  const auto behind = std::lower_bound(marks_.begin(), marks_.end(), tokens.end,
                                       [](const Mark& one, Index at) { return one.token < at; });
  if (behind == marks_.begin() || (behind - 1)->token < tokens.begin) return Career::kAny;
  return (behind - 1)->career;
}

Career Careers::first_in(IndexRange tokens) const {
  const auto first = std::lower_bound(marks_.begin(), marks_.end(), tokens.begin,
                                      [](const Mark& one, Index at) { return one.token < at; });
  if (first == marks_.end() || first->token >= tokens.end) return Career::kAny;
  return first->before;
}

IndexRange Careers::sentence_of(Index token) const {
  const Index sentence = sentence_at(document_, token);
  return sentence < document_.sentences.size() ? document_.sentences[sentence].tokens
                                               : IndexRange{token, token};
}

Career Careers::at(Index token) const {
  const Career told = up_to(token);
  return told == Career::kAny ? first_in({token + 1, sentence_of(token).end}) : told;
}

// By what stands up to a token.
Career Careers::up_to(Index token) const {
  const auto block =
      std::upper_bound(document_.blocks.begin(), document_.blocks.end(), token,
                       [](Index place, const Block& one) { return place < one.tokens.begin; });
  if (block == document_.blocks.begin()) return Career::kAny;
  // Titles are told under their heading, whoever won them.
  const Career opening = opening_[static_cast<std::size_t>(block - 1 - document_.blocks.begin())];
  if (opening == Career::kHonours) return opening;
  const Career told = last_in({(block - 1)->tokens.begin, token + 1});
  return told == Career::kAny ? opening : told;
}

Career Careers::headed(Index token) const {
  const auto next =
      std::upper_bound(document_.blocks.begin(), document_.blocks.end(), token,
                       [](Index place, const Block& one) { return place < one.tokens.begin; });
  if (next == document_.blocks.begin()) return Career::kAny;
  return headed_[static_cast<std::size_t>(next - 1 - document_.blocks.begin())];
}

// The last mark of a token's sentence up to it.
Career Careers::in_sentence(Index token) const {
  return last_in({sentence_of(token).begin, token + 1});
}

Career Careers::by_life(Index person, Index token, const DateValue& time) const {
  constexpr Day kYear = 365;
  constexpr Day kStillPlays = 28 * kYear, kHasStopped = 40 * kYear;
  const auto life = lives_.find(person);
  if (life == lives_.end() || time.earliest == kNoDay) return Career::kAny;
  if (in_sentence(token) != Career::kAny) return Career::kAny;
  const Life& one = life->second;
  if (has_other_trade(person)) return Career::kAny;
  if (one.first_post != kNoDay && time.earliest >= one.first_post) return Career::kCoach;
  if (one.last_spell != kNoDay && time.latest != kNoDay && time.latest <= one.last_spell)
    return Career::kPlayer;
  if (one.born != kNoDay && time.earliest - one.born <= kStillPlays) return Career::kPlayer;
  if (one.born != kNoDay && time.earliest - one.born >= kHasStopped) return Career::kCoach;
  return Career::kAny;
}

// `Nato a Lodi nel 1920, passò alla Lucchese`: whose birth alone was told is young.
bool Careers::begins_life(Index person) const {
  const auto life = lives_.find(person);
  return life != lives_.end() && life->second.born != kNoDay && !life->second.has_post &&
         !life->second.other_trade;
}

// `Rossi, presidente del Como, nato a Lodi nel 1960`; but not `figlio di un medico`, `il
// presidente ha scelto come vice Rossi, nato a Lodi`.
bool Careers::tells_trade(Index sentence) const {
  if (sentence >= document_.sentences.size()) return false;
  const IndexRange tokens = document_.sentences[sentence].tokens;
  if (last_in(tokens) != Career::kAny) return false;
  const auto holds = [&](Index list) {
    for (Index t = tokens.begin; t < tokens.end; ++t)
      if (lexicon_.in_list(document_.tokens[t].word, list)) return true;
    return false;
  };
  return holds(trade_) && !holds(kin_) && !holds(post_);
}

bool Careers::has_other_trade(Index person) const {
  const auto life = lives_.find(person);
  return life != lives_.end() && life->second.other_trade && !life->second.has_post;
}

Career Careers::of(Index person, Index token, const DateValue& time) const {
  const Career told = up_to(token);
  if (told == Career::kHonours) return told;
  const Career here = in_sentence(token);
  if (here != Career::kAny) return here;
  const Career lived = by_life(person, token, time);
  if (lived == Career::kAny && told == Career::kAny) {
    const Career behind = first_in({token + 1, sentence_of(token).end});
    const bool young = time.earliest == kNoDay && begins_life(person);
    return behind == Career::kAny && young ? Career::kPlayer : behind;
  }
  const bool marked = marked_in_block(token);
  if (lived != Career::kAny && !(marked && told == Career::kCoach)) return lived;
  // After a paragraph of years on the field the next one may tell of the bench, where the page
  // tells of benches at all.
  return told == Career::kPlayer && !marked && tells_of_benches_ ? Career::kAny : told;
}

// Whether a mark stands before a token in its block, or in the heading above.
bool Careers::marked_in_block(Index token) const {
  const auto next =
      std::upper_bound(document_.blocks.begin(), document_.blocks.end(), token,
                       [](Index place, const Block& one) { return place < one.tokens.begin; });
  if (next == document_.blocks.begin()) return false;
  const Block& block = *(next - 1);
  if (last_in({block.tokens.begin, token + 1}) != Career::kAny) return true;
  return block.heading != kNoIndex &&
         last_in(document_.blocks[block.heading].tokens) != Career::kAny;
}

void Careers::tell(const Statement& statement, Index person) {
  Life& life = lives_[person];
  const auto date = [&](Index arg) { return date_of(statement.args[arg]); };
  if (statement.type == EventType::kBirth) {
    if (const DateValue* born = date(arg::Birth::kDate)) life.born = born->earliest;
    if (tells_trade(statement.evidence.sentence)) life.other_trade = true;
  } else if (statement.type == EventType::kTenure) {
    life.has_post = true;
    const DateValue* start = date(arg::Tenure::kStart);
    if (start != nullptr && start->earliest != kNoDay &&
        (life.first_post == kNoDay || start->earliest < life.first_post)) {
      life.first_post = start->earliest;
    }
  } else if (statement.type == EventType::kPlayingSpell) {
    const DateValue* end = date(arg::PlayingSpell::kEnd);
    if (end != nullptr && end->latest != kNoDay && end->latest > life.last_spell)
      life.last_spell = end->latest;
  }
}

}  // namespace panchina
