// ToldScore: whose match a score is that running text tells in words of its own: `battuti 4-0 a
// Trapani, 1-2 in casa col Modica`, `all'andata 2-0 netto dei giallorossi`. It reads the words
// around the score: how a club is tied to it (with, against, at, of, for whom), whether its
// subject won, lost or drew, and on whose ground. Nothing where one of the two sides stays open.
// Thread rule: of one document. Linear: it looks a fixed number of units around a score.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "resolve/entity/entity_view.h"
#include "resolve/focus/focus.h"

namespace panchina {

struct ToldTeam {
  std::string id;
  Index entity = kNoIndex;       // in EntityView::clubs; none: a town stands for its club
  std::optional<NormSpan> span;  // none: from the focus
  Index unit = kNoIndex;         // that names it
};

// The subject stands first unless the ground is known to be the other's.
struct ToldMatch {
  ToldTeam home, away;
  int home_goals = 0, away_goals = 0;
  bool order_known = false;
  bool swapped = false;  // the subject stands second
  bool lost = false;     // the subject lost, won: said by a word
  bool won = false;
  bool by_word = false;
  // Of a draw: what a word says of the subject all the same, after penalties.
  enum class After : std::uint8_t { kOpen, kWon, kLost } after = After::kOpen;
};

// The match that was told last: its clubs (entities).
struct LastMatch {
  Index subject = kNoIndex;  // the side that it was told of
  Index opponent = kNoIndex;
  Index home = kNoIndex;           // where it is known
  bool won = false, lost = false;  // the subject, said by a word
  Index sentence = kNoIndex;       // kNoIndex: none was told
};

class ToldScore {
 public:
  ToldScore(const Document& document, const EntityView& entities, const Lexicon& lexicon,
            const Focus& focus);

  // `told`: the match told before it, which counts within its paragraph; `played` as in
  // Focus::match_club(). Nothing where a side stays open.
  // Marks the opponent as played.
  std::optional<ToldMatch> read(const Hit& hit, Index score_unit, std::vector<bool>& played,
                                const LastMatch& told) const;

 private:
  enum class Link : std::uint8_t {
    kFree,
    kBehind,  // right behind the score
    kObject,
    kWith,
    kTo,
    kOn,
    kFrom,
    kFor,
    kOf,
    kAt,
    kGround,
    kBetween,
    kNone
  };
  enum class Outcome : std::uint8_t { kOpen, kWon, kLost, kDrawn };
  struct View;
  struct Sides;
  void find_towns();
  Sides sides_of(const Hit& hit, Index score_unit, const View& view,
                 const std::vector<bool>& played, const LastMatch& told) const;
  void find_outcome(Sides& s) const;
  bool is_no_result(const View& view) const;
  bool is_any_score(const Sides& s) const;
  bool is_bound(const Sides& s) const;
  bool is_dated_pair(const Sides& s) const;
  bool is_of_pair(const Sides& s) const;
  std::optional<ToldMatch> of_pair(const Sides& s, Index pair) const;
  void judge(Sides& s) const;
  bool inherit(Sides& s) const;
  void judge_on_the_road(Sides& s) const;
  ToldMatch make_match(Sides& s) const;
  // Takes up the club, or the ground, at a place of the view, by what ties it to the score; the
  // others take it where they know what it is: true where they did. `behind`: behind the score.
  void take(Sides& s, Index at, bool behind) const;
  static bool oppose(Sides& s, ToldTeam team, Link tie);
  bool take_joined_draw(Sides& s, Index at) const;
  bool take_ground(Sides& s, Index at, bool behind) const;
  void take_stormed(Sides& s, Index at) const;
  bool take_turned(Sides& s, Index at, const ToldTeam& team) const;
  bool take_joined(Sides& s, Index at, Link link, const ToldTeam& team) const;
  void take_linked(Sides& s, Index at, bool behind, Link link, ToldTeam team) const;
  void take_from(Sides& s, Index at, bool behind, ToldTeam team) const;
  void take_with(Sides& s, Index at, bool behind, ToldTeam team) const;
  void take_to(Sides& s, Index at, bool behind, Link link, ToldTeam team) const;
  void take_for(Sides& s, Index at, bool behind, ToldTeam team) const;
  void take_of(Sides& s, Index at, bool behind, ToldTeam team) const;
  void take_free(Sides& s, Index at, bool behind, ToldTeam team) const;
  void take_object(Sides& s, Index at, ToldTeam team) const;
  bool is_done_by_score(const Sides& s, Index at, const VerbGroup& verb) const;
  bool is_town(const View& view, Index at) const;
  bool is_former(const View& view, Index at) const;
  bool is_called_former(Index unit) const;
  bool has_unresolved(const View& view) const;
  bool is_elliptic(const Sides& s, Index score) const;
  bool continues_list(const Sides& s, Index unit) const;
  bool is_loser_for(const Sides& s, Index at) const;
  bool is_cleft_winner(const View& view, Index at) const;
  bool is_next_told(const View& view, Index at) const;
  bool has_verb_behind(const View& view, Index at) const;
  bool has_verb_between(const View& view, Index at) const;
  bool opens_sentence(const View& view, Index at) const;
  bool counts_goals(const Sides& s, Index at) const;
  bool is_scored_neighbour(const Sides& s, Index at) const;
  bool is_owner_of_bracket(const Sides& s, Index at) const;
  bool is_served_before_bracket(const Sides& s, Index unit, Link link) const;
  bool is_folk_of(const View& view, Index at) const;
  bool is_theirs(const View& view, Index at) const;
  // `il 2-1 rifilatogli dal Como`
  bool is_dealt_by(const View& view, Index at) const;
  bool is_beaten_other(const View& view) const;
  // `si arrende al Como, che vince`, `ceduto al Como, vittorioso per 1-0`: the club of the view's
  // place is whom the verb before it gives the match to, and the subject of what follows.
  bool is_given_to(const View& view, Index at) const;
  // `al Como, vittorioso per 1-0`: a word of victory set beside the club.
  bool is_apposed_winner(const View& view, Index at) const;
  // `al Lotti il Como segna e vince 2-1`: a verb behind the subject says who won.
  bool has_own_verb(const Sides& s) const;
  // `lascia l'intera posta al Como`, `porta via i tre punti`: who took what was at stake.
  Outcome stake_of(Index verb) const;
  // `conduceva 2-0 sul Como`, `2-0 sul Como all'intervallo`
  bool is_before_the_end(const View& view) const;
  bool is_of_a_part(const View& view) const;
  bool is_made_by_goal(const Sides& s) const;
  // `con il Como travolto dai padroni di casa`
  bool is_with_beaten(const View& view, Index at) const;
  // `ospite del Como`: whose guest the subject was.
  bool is_host(const View& view, Index at) const;
  bool is_described_host(const View& view, Index at) const;
  // `i padroni di casa del Como`
  bool is_called_host(Index unit) const;
  bool has_strange_place(const Sides& s) const;
  void place_nations(Sides& s) const;
  bool complete(Sides& s) const;
  void take_two(Sides& s) const;
  std::pair<Index, Index> paragraph_pair(Index sentence) const;
  std::pair<Index, Index> opening_pair(Index sentence) const;
  std::pair<Index, Index> two_of(const Sides& s) const;
  std::pair<Index, Index> fixture_of(const Sides& s) const;
  void find_opponent(Sides& s) const;
  void take_leg(Sides& s) const;
  void find_subject(Sides& s) const;
  // `con il Como esordì a Lecco, 0-0 con il Bari`, `passò al Como, con cui vinse la finale sul Bari
  // (2-1)`: for whom somebody played or coached in the match that the sentence tells.
  Index club_served(const Sides& s) const;
  Index main_subject(const Sides& s) const;
  // A nation plays a nation, a club a club; kNoIndex: a club that a town stands for.
  bool may_play(Index club, const ToldTeam& other) const;
  Index weighed_club(const Sides& s, const Hole& hole, const ToldTeam& other) const;
  View view_of(const Hit& hit, Index score_unit) const;
  Index gather(View& view, Index score_unit, Index tail) const;
  void begin_view(View& view, Index score_unit, Index cut, Index tail) const;
  void end_view(View& view) const;
  bool begins_other(const View& view) const;
  bool begins_next(const View& view) const;
  bool parts(Index unit) const;
  Index next_subject(const View& view) const;
  Index own_match(const View& view) const;
  Index tail_of(const Hit& hit, Index score_unit) const;
  IndexRange sentence_before(Index sentence) const;
  bool is_stop(Index unit, bool colon) const;
  bool ends_on(Index unit) const;
  bool is_drawn(Index unit) const;
  bool next_of_list(Index unit, Index end) const;
  bool is_next_outcome(const View& view, Index at) const;
  bool is_outcome_noun(Index word) const;
  bool is_in_play(const View& view) const;
  bool is_turned_from(const View& view) const;
  bool is_at_minute(const View& view) const;
  bool is_in_diary(const View& view) const;
  // Whether its object may be whom its subject played.
  bool takes_club(const VerbGroup& verb) const;
  Index word_of(Index unit) const;
  bool is_mark(Index unit, char mark) const;
  // Whether a sentence that names no score tells that two met.
  bool tells_of_match(IndexRange units) const;
  bool is_result_word(Index unit) const;
  Link link_of(const View& view, Index at) const;
  bool rids_before(const View& view, Index at) const;
  Outcome outcome_at(Index unit) const;
  bool is_winner_apposed(Index unit) const;
  bool is_dealt(Index defeat) const;
  Outcome outcome_of(const View& view) const;
  bool is_earlier(const View& view) const;
  bool is_of_series(Index unit) const;
  bool is_background(const View& view, Index at) const;
  // `1-0 per loro`, `finì 2-1 per noi`: of the club that tells it.
  Outcome told_by_us(const View& view) const;
  bool has_cue(const View& view) const;
  bool has_award(const View& view) const;
  bool has_date(const View& view) const;
  bool has_minute(const View& view) const;
  bool ends_near(const View& view) const;
  Outcome mood(Index sentence, Index score) const;
  bool has_verb(const View& view, Index list) const;
  bool has_word(const View& view, Index list) const;
  bool elsewhere(const View& view, const ToldTeam& subject, const ToldTeam* other) const;
  // Whose ground: true the subject's (its unit, or kNoIndex), false the other's.
  std::optional<bool> at_home(const View& view, Index subject) const;
  bool names_other(const View& view, Index at) const;
  bool is_apposed(const View& view, Index at) const;
  Index traveller(const View& view) const;
  bool is_out_of(const View& view, Index at) const;
  bool is_ground_behind(const View& view) const;
  void settle(const Sides& s, ToldMatch& match) const;
  // `Fuochi d'artificio a Lecco. …`: whose town a short sentence right before names as the scene.
  std::optional<ToldTeam> scene_before(const Sides& s) const;
  // Whether a ground stands beside the score, or beside the word that says its outcome.
  bool is_tight(const View& view, Index at) const;
  // `ha rifilato al Como`: the preposition before a club hangs on a word of outcome.
  bool follows_outcome(const View& view, Index at) const;
  bool is_paying(const View& view, Index at) const;
  bool is_antecedent(const View& view, Index at) const;
  // `2-0 per gli umbri`, `2-1 per i padroni di casa`: somebody won whom no club's name tells.
  enum class Called : std::uint8_t { kNobody, kHost, kGuest, kOther };
  Called victor_of_noun(const View& view, Index at) const;
  Called winner_called(const View& view) const;
  bool has_token(Index unit, Index list) const;
  // Who that was: of two the host or the guest; else whose ground it was, or the one whose home and
  // colours nobody knows.
  std::optional<ToldTeam> unnamed_winner(Sides& s, Called called) const;
  std::optional<ToldTeam> host_or_guest(Sides& s, bool host) const;
  // Whether another score near this one is told against the club: `1-0 al Como, 0-4 col Lecco`.
  bool is_other_opponent(const Sides& s, Index club) const;
  // `venne qui il Como: 4-2`: the free club was the guest of whom the text is about.
  void take_visitor(Sides& s) const;
  // `è stata data persa al Como`: whose defeat or victory a judge made of it.
  bool is_awarded_to(const View& view, Index at) const;
  // `(2-0 e 0-1)`: another score stands right before it in one bracket.
  bool is_second_of_bracket(const Hit& hit, Index score) const;
  // `cinque vinte e due perse`: a part of a balance.
  bool is_counted(Index unit) const;
  // `si è fatto battere`: what its subject let the other do.
  bool is_let(Index verb) const;
  // `in casa nostra`, `a casa nostra`: on the ground of those who tell it.
  bool is_at_ours(const View& view) const;
  // `forte del 3-1 dell'andata, vince sul campo del Como`: whom the same sentence names next.
  std::optional<ToldTeam> opponent_ahead(const Sides& s) const;
  // `ne prende quattro a uno`: goals that its subject took.
  bool takes_goals(Index verb) const;
  // `allunga sul Como, fermato sull'1-1 dal Lecco`: whom the one behind the score held or beat.
  bool is_apposed_held(const Sides& s, Index at) const;
  // `a +6 sul Como, ieri battuto 2-0 a Lecco`, `crolla il Como, travolto 4-1 dal Lecco`: place of
  // the club beside which a participle says so, where by whom or on whose ground stands behind it.
  Index apposed_patient(const View& view) const;
  bool is_condition(const View& view) const;
  bool is_to_come(const View& view) const;
  bool is_wished(const View& view) const;
  bool is_shoot_out(const View& view) const;
  // Somebody was played whom the lexicon does not know: `si arrende al Colorno`.
  bool has_stranger(const View& view) const;
  std::optional<ToldTeam> joined_before(const View& view, Index at) const;
  // `Rosolini - Scordia, interrotta …, va in archivio con lo 0-3`: position of the first of the
  // two, or kNoIndex.
  Index paired(const View& view) const;
  // `Murata e Fiorita`, `tra Murata e Fiorita`: the second of the two.
  std::optional<ToldTeam> joined_to(const View& view, Index at) const;
  std::optional<ToldTeam> club_at(Index unit) const;
  std::optional<ToldTeam> ground_at(const View& view, Index at) const;
  std::optional<ToldTeam> of_town(Index unit) const;
  std::optional<ToldTeam> of_strange_town(Index unit) const;
  // Whether the lexicon has a club in a city, folded.
  bool has_club(std::string_view city) const;
  std::optional<ToldTeam> of_stadium(Index unit) const;
  bool is_plain(const View& view, Index at) const;
  ToldTeam of_entity(Index entity) const;
  // The club that a unit names, or that the people of a place stand for; kNoIndex: none.
  Index entity_at(Index unit) const;

  const Document& document_;
  const EntityView& entities_;
  const Lexicon& lexicon_;
  const Focus& focus_;
  // Word lists.
  Index with_ = lexicon_.find_list("match_with");
  Index to_ = lexicon_.find_list("match_to");
  Index on_ = lexicon_.find_list("match_on");
  Index from_ = lexicon_.find_list("match_from");
  Index for_ = lexicon_.find_list("match_for");
  Index of_ = lexicon_.find_list("genitive");
  Index former_ = lexicon_.find_list("match_former");
  Index possessive_ = lexicon_.find_list("match_possessive");
  Index bare_of_ = lexicon_.find_list("bare_genitive");
  Index at_ = lexicon_.find_list("match_at");
  Index ground_ = lexicon_.find_list("ground");
  Index indefinite_ = lexicon_.find_list("indefinite");
  Index relative_ = lexicon_.find_list("relative");
  Index lead_ = lexicon_.find_list("relative_place");
  Index cue_ = lexicon_.find_list("match_cue");
  Index at_home_ = lexicon_.find_list("at_home");
  Index own_ground_ = lexicon_.find_list("own_ground");
  Index on_the_road_ = lexicon_.find_list("on_the_road");
  Index leg_ = lexicon_.find_list("leg");
  Index first_leg_ = lexicon_.find_list("first_leg");
  Index joint_ = lexicon_.find_list("joint");
  Index ends_ = lexicon_.find_list("verb_ends");
  Index suffered_ = lexicon_.find_list("suffered");
  Index deals_ = lexicon_.find_list("verb_deals");
  Index storms_ = lexicon_.find_list("verb_storms");
  Index between_ = lexicon_.find_list("match_between");
  Index and_ = lexicon_.find_list("match_and");
  Index bad_ = lexicon_.find_list("bad_news");
  Index good_ = lexicon_.find_list("good_news");
  Index occasion_ = lexicon_.find_list("occasion");
  Index by_ = lexicon_.find_list("match_by");
  Index awarding_ = lexicon_.find_list("awarding");
  Index host_ = lexicon_.find_list("match_host");
  Index condition_ = lexicon_.find_list("condition");
  Index wish_ = lexicon_.find_list("match_wish");
  Index town_at_ = lexicon_.find_list("town_at");
  Index theirs_ = lexicon_.find_list("match_theirs");
  Index gets_ = lexicon_.find_list("verb_gets");
  Index same_ = lexicon_.find_list("match_same");
  Index here_ = lexicon_.find_list("match_here");
  Index awards_ = lexicon_.find_list("verb_awards");
  Index clitic_ = lexicon_.find_list("clitic");
  Index over_ = lexicon_.find_list("match_over");
  Index bare_from_ = lexicon_.find_list("bare_from");
  Index article_ = lexicon_.find_list("match_article");
  Index oblique_ = lexicon_.find_list("oblique_relative");
  Index shoot_out_ = lexicon_.find_list("shoot_out");
  Index neutral_ = lexicon_.find_list("neutral");
  Index holds_ = lexicon_.find_list("verb_holds");
  Index meets_ = lexicon_.find_list("verb_meets");
  Index hosts_ = lexicon_.find_list("verb_hosts");
  Index dates_ = lexicon_.find_list("verb_dates");
  Index guest_ = lexicon_.find_list("match_guest");
  Index victor_ = lexicon_.find_list("match_victor");
  Index stake_ = lexicon_.find_list("match_stake");
  Index leaves_ = lexicon_.find_list("verb_leaves_stake");
  Index takes_ = lexicon_.find_list("verb_takes_stake");
  Index leads_ = lexicon_.find_list("verb_leads_match");
  Index half_ = lexicon_.find_list("match_half");
  Index makes_score_ = lexicon_.find_list("verb_makes_score");
  Index part_ = lexicon_.find_list("match_part");
  Index visits_ = lexicon_.find_list("verb_visits");
  Index given_ = lexicon_.find_list("match_given");
  Index gives_ = lexicon_.find_list("verb_gives_match");
  Index after_ = lexicon_.find_list("governor");
  Index many_ = lexicon_.find_list("plural_article");
  Index goals_ = lexicon_.find_list("match_goals");
  Index result_ = lexicon_.find_list("match_result");
  Index counts_ = lexicon_.find_list("verb_takes_goals");
  Index of_them_ = lexicon_.find_list("match_of_them");
  Index us_ = lexicon_.find_list("match_us");
  Index them_ = lexicon_.find_list("match_them");
  Index while_ = lexicon_.find_list("contrast");
  Index serves_ = lexicon_.find_list("verb_serves");
  Index cup_ = lexicon_.find_list("cup_word");
  Index parts_ = lexicon_.find_list("match_parts");
  Index folk_ = lexicon_.find_list("match_folk");
  Index beats_ = lexicon_.find_list("verb_beats");
  Index rids_ = lexicon_.find_list("verb_rids");
  Index wins_ = lexicon_.find_list("verb_wins");
  Index loses_ = lexicon_.find_list("verb_loses");
  Index yields_ = lexicon_.find_list("verb_yields");
  Index is_ = lexicon_.find_list("match_copula");
  Index draws_ = lexicon_.find_list("verb_draws");
  Index won_ = lexicon_.find_list("noun_won");
  Index lost_ = lexicon_.find_list("noun_lost");
  Index drawn_ = lexicon_.find_list("noun_drawn");

  std::pmr::vector<Index> main_clause_;                               // by sentence
  std::pmr::unordered_map<std::string_view, Index> club_of_town_;     // the article's clubs
  std::pmr::unordered_map<std::string_view, Index> unknown_of_town_;  // by words of their slugs
};

}  // namespace panchina
