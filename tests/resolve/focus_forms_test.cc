// Focus: who, or which club, is certain by form.
#include <gtest/gtest.h>

#include "resolve/focus_page.h"

namespace panchina {
namespace {

class PersonByForm : public testing::TestWithParam<NameCase> {};

TEST_P(PersonByForm, IsTakenOutright) {
  FocusPage passage(GetParam().text);
  expect_person(passage, hole_at_last_verb(passage.document), GetParam().main);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, PersonByForm,
    testing::Values(
        // who is said to be free, not whom the sentence is about
        NameCase{"Per il dopo Aldo Rossi è pronto Ugo Neri, libero da giugno, quando il Lecco non "
                 "gli rinnovò il contratto.",
                 "Ugo Neri"},
        // ... but not in a bracket before his name
        NameCase{"Ugo Neri saluta. La panchina (esonerato a maggio) va ad Aldo Rossi, libero",
                 "Ugo Neri"},
        // who did it is not whom it was done to
        NameCase{"Una vita in panchina. Nel 1924 viene ingaggiato da Ugo Verdi.", ""},
        NameCase{"Una vita in panchina. Nel 1924 viene ingaggiato dal mecenate Ugo Verdi.", ""},
        NameCase{"Una vita in panchina. Nel 1924 ingaggia Ugo Verdi.", "Ugo Verdi"},
        // an aside between the subject and its verb
        NameCase{"Il Lecco saluta Gino Malti. Ugo Neri, che lo rimpiazzò l'indomani, è stato "
                 "esonerato ieri.",
                 "Ugo Neri"},
        // kin without a name of their own; what stands behind a colon is told of another
        NameCase{"Aldo Rossi è scomparso. Il fratello maggiore ha giocato nel Bari.", ""},
        NameCase{"Aldo Rossi è scomparso. Suo figlio gioca nel Bari.", ""},
        NameCase{"Aldo Rossi è scomparso. Lo dice il figlio: ha giocato nel Bari.", "Aldo Rossi"},
        // he is the son
        NameCase{"Aldo Rossi è scomparso. Figlio di un fornaio, ha giocato nel Bari.",
                 "Aldo Rossi"},
        // whose life it is, named in the last paragraph only; not who wrote it, nor in a report
        NameCase{"Il prossimo rivale\n\nNato a Como, gioca nel Lecco. Poi due anni al "
                 "Varese.\n\nImpara molto da Ugo "
                 "Verdi. Una vita intera.\n\nNel 1990 viene esonerato. Un anno nero.\n\nAldo Rossi "
                 "e il Bari dei primati.",
                 "Aldo Rossi"},
        NameCase{"Il prossimo rivale\n\nDa calciatore, una vita al Lecco. Poi due anni al "
                 "Varese.\n\nImpara molto da Ugo "
                 "Verdi. Una vita intera.\n\nNel 1990 viene esonerato. Un anno nero.\n\nPer Aldo "
                 "Rossi, classe '60, un ritorno.",
                 "Aldo Rossi"},
        NameCase{"Il prossimo rivale\n\nNato a Como, gioca nel Lecco. Poi due anni al "
                 "Varese.\n\nImpara molto da Ugo "
                 "Verdi. Una vita intera.\n\nNel 1990 viene esonerato. Un anno nero.\n\nAldo Rossi",
                 "Ugo Verdi"},
        NameCase{"Il prossimo rivale\n\nFesta grande, vince il Lecco. Due gol al Varese.\n\nImpara "
                 "molto da Ugo Verdi. "
                 "Una vita intera.\n\nNel 1990 viene esonerato. Un anno nero.\n\nAldo Rossi e il "
                 "Bari dei primati.",
                 "Ugo Verdi"},
        // who worked where he played is told by the way
        NameCase{
            "Il tecnico Aldo Rossi saluta.\n\nGiocò nel Lecco, dove Ugo Verdi curava i ragazzi e "
            "Ivo Neri la squadra. Nel 1990 venne esonerato.",
            "Aldo Rossi"},
        // whose pupil he is
        NameCase{"Il tecnico Aldo Rossi saluta. Allievo di Ugo Verdi, in B si è già seduto a Como.",
                 "Aldo Rossi"},
        // the one named last, not whom the page is about; in its own sentence too
        NameCase{"Il tecnico Aldo Rossi saluta. Aldo Rossi lasciò quando presero Ugo Verdi. "
                 "Quest'ultimo fu esonerato.",
                 "Ugo Verdi"},
        NameCase{"Il tecnico Aldo Rossi saluta. Aldo Rossi lasciò quando presero Ugo Verdi. "
                 "All'ultimo fu esonerato.",
                 "Aldo Rossi"},
        // whose place was taken is not whom a finite verb goes on to tell of, but behind `che`
        NameCase{"Il tecnico Aldo Rossi saluta. Nel 1968 subentrò a Ugo Verdi, nel 1970 venne "
                 "esonerato.",
                 "Aldo Rossi"},
        NameCase{"Il tecnico Aldo Rossi saluta. Nel 1968 subentrò a Ugo Verdi, che nel 1970 venne "
                 "esonerato.",
                 "Ugo Verdi"},
        // whom the line above files under a post
        NameCase{
            "Il tecnico Aldo Rossi guida il Lecco. Ecco lo staff.\n\nPREPARATORE DEI PORTIERI - "
            "Ugo Verdi\nHa lavorato nel Bari.\n",
            "Ugo Verdi"},
        NameCase{"Il tecnico Aldo Rossi guida il Lecco. Ecco lo staff.\n\nCOLLABORATORE TECNICO\n"
                 "Ugo Verdi\nHa lavorato nel Bari.\n",
                 "Ugo Verdi"}));

class ClubByForm : public testing::TestWithParam<HomeCase> {};

TEST_P(ClubByForm, IsTakenOutright) {
  FocusPage passage(GetParam().text);
  expect_club(passage, hole_at_last_verb(passage.document), GetParam().club);
}

// Lands that a career goes through with their clubs: no national sides.
INSTANTIATE_TEST_SUITE_P(Subjects, ClubByForm,
                         testing::Values(
                             // the object of the verb before does nothing
                             HomeCase{"Il Lecco batte 3-0 il Como ed esonera Ugo Neri.", "lecco"},
                             HomeCase{"Il Lecco vince, il Como batte il Monza ed esonera Ugo Neri.",
                                      "como"}));

INSTANTIATE_TEST_SUITE_P(
    Lands, ClubByForm,
    testing::Values(
        HomeCase{"Guida il Lecco. Prima la Svizzera (Sion) e la Cina, dove sbarcò.", ""},
        HomeCase{"Prima la Svizzera (Sion) e la Cina. Guida il Lecco. Poi sbarcò.", "lecco"}));

class BracketOfPlayer : public testing::TestWithParam<NameCase> {};

TEST_P(BracketOfPlayer, IsOfWhomItStandsBehind) {
  FocusPage passage(GetParam().text);
  auto& [stages, document, view, focus] = passage;
  Hole hole;
  hole.playing = true;
  hole.nominal = true;
  for (Index c = 0; c < document.clauses.size(); ++c) {
    if (document.clauses[c].parent == kNoIndex) continue;
    hole.clause = c;
    hole.unit = document.clauses[c].units.begin;
  }
  expect_person(passage, hole, GetParam().main);
}

INSTANTIATE_TEST_SUITE_P(
    Passages, BracketOfPlayer,
    testing::Values(NameCase{"Aldo Boldrini saluta. La squadra passa a Ugo Verdi, bandiera granata "
                             "(2001-2009, 211 presenze, 14 gol).",
                             "Ugo Verdi"},
                    NameCase{"Aldo Boldrini saluta. Con Ugo Verdi ha giocato nel Lecce (2001-2009, "
                             "211 presenze, 14 gol).",
                             "Aldo Boldrini"}));

// What is told of a player is not told of who made one of him.
class FoundPlayer : public testing::TestWithParam<NameCase> {};

TEST_P(FoundPlayer, IsNotWhoFoundHim) {
  FocusPage passage(GetParam().text);
  Hole hole = hole_at_last_verb(passage.document);
  hole.playing = true;
  expect_person(passage, hole, GetParam().main);
}

INSTANTIATE_TEST_SUITE_P(
    Passages, FoundPlayer,
    testing::Values(
        NameCase{"Ugo Boldrini è un terzino. Lo scopre giovanissimo Aldo Neri. Va al Lecce.",
                 "Ugo Boldrini"},
        NameCase{"Ugo Boldrini è un terzino. A lanciarlo è Aldo Neri. Va al Lecce.",
                 "Ugo Boldrini"},
        NameCase{"Ugo Boldrini è un terzino. Chi lo fa esordire è Aldo Neri. Va al Lecce.",
                 "Ugo Boldrini"},
        NameCase{"Ugo Boldrini è un terzino. Lo imita giovanissimo Aldo Neri. Va al Lecce.",
                 "Aldo Neri"}));

// `Siamo terzi`: of the club that a page calls `noi`, whoever was named last.
class ClubAskedAbout : public testing::TestWithParam<HomeCase> {};

TEST_P(ClubAskedAbout, IsOfTheAnswer) {
  FocusPage passage(GetParam().text);
  Hole hole = hole_at_last_verb(passage.document);
  hole.speaker = true;
  hole.own_club = true;
  expect_club(passage, hole, GetParam().club);
}

INSTANTIATE_TEST_SUITE_P(
    Interviews, ClubAskedAbout,
    testing::Values(
        HomeCase{"Il Bari di Aldo Rossi.\n\nE il Lecco?\n\"Fu dura. Mi esonerarono a gennaio\".",
                 "lecco"},
        // ... not behind another club, nor where the question names two
        HomeCase{"Il Bari di Aldo Rossi.\n\nE il Lecco?\n\"Fu dura. Il Bari mi esonerò\".", "bari"},
        HomeCase{
            "Il Bari di Aldo Rossi.\n\nTra Lecco e Como?\n\"Il Bari mi voleva. Mi esonerarono\".",
            "bari"}));

class OurClub : public testing::TestWithParam<HomeCase> {};

TEST_P(OurClub, IsWhoseMatchesThePageTells) {
  FocusPage passage(GetParam().text);
  Hole hole = hole_at_last_verb(passage.document);
  hole.subject_club = true;
  hole.we = true;
  expect_club(passage, hole, GetParam().club);
}

INSTANTIATE_TEST_SUITE_P(
    Pages, OurClub,
    testing::Values(
        HomeCase{"Noi il Lecco lo seguiamo da sempre. Il Lecco corre. Ieri abbiamo vinto.\n\nIl "
                 "Pisa è primo. Siamo terzi.",
                 "lecco"},
        HomeCase{"Mio padre mi portò a vedere il Mantova. Il Mantova vinse, e noi in festa. Poi il "
                 "Mantova fallì.\n\nNel 2005 perdemmo con il Torino. Siamo noni.",
                 "mantova"},
        HomeCase{"La nostra Turris ha perso con il Savoia, e noi zitti. La Turris mi fa "
                 "morire.\n\nIl Gladiator ha vinto. Siamo quinti.",
                 "turris"},
        HomeCase{"La Spal ci piace. La nostra Spal ha vinto, noi eravamo lì.\n\nIl Ravenna è "
                 "dietro. Arrivammo settimi.",
                 "spal"},
        HomeCase{"Il Como è il nostro amore. Domenica il Como ha perso, ci siamo arrabbiati.\n\n"
                 "Il Monza ride. Restiamo ultimi.",
                 "como"},
        // Who answers speaks of a club of his own.
        HomeCase{"Noi il Lecco lo seguiamo da sempre. Il Lecco corre. Ieri abbiamo vinto.\n\nAldo "
                 "Rossi, tecnico del Pisa: «Il Pisa era forte. Il Pisa era giovane, siamo arrivati "
                 "terzi».",
                 "pisa"},
        HomeCase{"Il Lecco corre.\n\nRossi andò al Pisa. Il Pisa era forte, siamo arrivati terzi.",
                 "pisa"}));

// What such a page tells of a club that it does not name is its own club's.
class DeedOfOurClub : public testing::TestWithParam<HomeCase> {};

TEST_P(DeedOfOurClub, IsNotOfWhomSomebodyCameFrom) {
  FocusPage passage(GetParam().text);
  Hole hole = hole_at_last_verb(passage.document);
  hole.subject_club = true;
  expect_club(passage, hole, GetParam().club);
}

INSTANTIATE_TEST_SUITE_P(
    Pages, DeedOfOurClub,
    testing::Values(
        HomeCase{
            "La nostra Turris ha perso, e noi zitti. La Turris mi fa morire.\n\nUgo Neri giocò "
            "nella Pro Vercelli, poi da noi. Con lui arrivò terza.",
            "turris"},
        HomeCase{"Il Como è il nostro amore. Domenica il Como ha perso, ci siamo arrabbiati con "
                 "noi.\n\nUgo Neri veniva dal Pisa. Vinse il campionato.",
                 "como"}));

}  // namespace
}  // namespace panchina
