// Focus: whose page an article stands on.
#include "resolve/focus/focus.h"

#include <gtest/gtest.h>

#include "resolve/focus_page.h"

namespace panchina {
namespace {

struct Case {
  const char* text;
  const char* owner;  // id of the club, or empty
};

class OwnerOfPage : public testing::TestWithParam<Case> {};

TEST_P(OwnerOfPage, IsWhomTheMenuNames) {
  FocusPage passage(GetParam().text);
  auto& [stages, document, view, focus] = passage;
  const Index owner = focus.owner();
  EXPECT_EQ(owner == kNoIndex ? "" : view.clubs[owner], GetParam().owner) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Menus, OwnerOfPage,
    testing::Values(Case{"VERONA CALCIO | Prima squadra | Academy | Biglietteria | Shop\n\nIl fine "
                         "settimana del vivaio\n\nAllievi. Ceduto un punto al Cosenza. Il Verona "
                         "riposa.",
                         "verona"},
                    Case{"Home | Prima squadra | Academy | Biglietteria | Shop\n\nIl fine "
                         "settimana del vivaio\n\nAllievi. Ceduto un punto al Cosenza. Il Verona "
                         "riposa.",
                         ""},
                    Case{"Verona | Cosenza | Lecce | Biglietteria | Shop\n\nIl fine settimana del "
                         "vivaio\n\nAllievi. Ceduto un punto al Cosenza. Il Verona riposa.",
                         ""}));

// Whose life a page tells, and the person that its last passage is of.
class LifeOfPage : public testing::TestWithParam<Case> {};

TEST_P(LifeOfPage, IsWhoseNameStandsAloneOrOpensIt) {
  FocusPage passage(GetParam().text);
  auto& [stages, document, view, focus] = passage;
  for (Index s = 0; s < document.sentences.size(); ++s) focus.enter_sentence(s);
  Index person = kNoIndex;
  for (Index p = 0; p < view.persons.size(); ++p) {
    if (focus.is_main(p)) person = p;
  }
  EXPECT_EQ(person == kNoIndex ? "" : view.persons[person].name, GetParam().owner)
      << GetParam().text;
}

// The other is named more often.
INSTANTIATE_TEST_SUITE_P(
    Pages, LifeOfPage,
    testing::Values(Case{"Aldo Boldrini\n\nNato a Lecco, fece il terzino per anni prima di tornare "
                         "al campo.\n\nLo volle Ugo Verdi. Verdi lo portò a Pisa. Verdi rise. "
                         "Verdi restò. Quando Verdi fu "
                         "esonerato, Verdi e lui partirono.",
                         "Aldo Boldrini"},
                    Case{
                        "Aldo Boldrini (Lecco, 5 maggio 1950) è un preparatore dei portieri che "
                        "vive a Pisa da anni.\n\nLo volle Ugo Verdi. Verdi lo portò a Pisa. Quando "
                        "Verdi fu esonerato, Verdi e lui partirono.",
                        "Aldo Boldrini"},
                    Case{"Storie di portieri\n\nNato a Lecco, Aldo Boldrini fece il terzino per "
                         "anni.\n\nLo volle Ugo Verdi. Verdi lo portò a Pisa. Verdi rise. Verdi "
                         "restò. Quando Verdi fu "
                         "esonerato, Verdi e lui partirono. Verdi rise. Verdi restò.",
                         "Ugo Verdi"}));

// Whose life is told that names nobody before: a person of the verb `è`.
class PersonNamedLater : public testing::TestWithParam<Case> {};

TEST_P(PersonNamedLater, IsMeantOnlyWhereThePageNamesHimOften) {
  FocusPage passage(GetParam().text);
  auto& [stages, document, view, focus] = passage;
  focus.enter_sentence(0);
  Hole hole;
  hole.clause = 0;
  hole.unit = document.clauses[0].units.begin;
  const Index person = focus.person(hole);
  EXPECT_EQ(person == kNoIndex ? "" : view.persons[person].name, GetParam().owner)
      << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Pages, PersonNamedLater,
    testing::Values(
        Case{"Nato a Lecco nel 1964, allena da anni.\n\nDa ragazzo ebbe come maestro "
             "Ugo Verdi.\n\nNel 2004 arriva al Lecco.",
             ""},
        Case{"Nato a Lecco nel 1964, allena da anni.\n\nUgo Verdi cresce a Como. "
             "Verdi segna poco. Verdi studia.\n\nNel 2004 Verdi arriva al Lecco.",
             "Ugo Verdi"},
        // ... or names him first in its last sentence, the others as objects only
        Case{"Nato a Lecco nel 1964, allena da anni. Subentra ad Ugo Verdi nel 2001. Per "
             "Ivo Neri, questo il suo nome, è un ritorno.",
             "Ivo Neri"},
        Case{"Nato a Lecco nel 1964, allena da anni. Ugo Verdi arriva nel 2001. Per Ivo "
             "Neri, questo il suo nome, è un ritorno.",
             ""},
        Case{"Nato a Lecco nel 1964, allena da anni. Subentra ad Ugo Verdi nel 2001. "
             "Ricorda il volto di Ivo Neri.",
             ""},
        Case{"Nato a Lecco nel 1964, Ugo Verdi allena da anni.", "Ugo Verdi"}));

// On a page that goes through a staff each is told of under his name.
class PersonOfParagraph : public testing::TestWithParam<Case> {};

TEST_P(PersonOfParagraph, IsWhomTheLineAboveNames) {
  FocusPage passage(GetParam().text);
  auto& [stages, document, view, focus] = passage;
  Hole hole;
  for (Index c = 0; c < document.clauses.size(); ++c) {
    for (Index u = document.clauses[c].units.begin; u < document.clauses[c].units.end; ++u) {
      if ((document.units[u].kinds & kind_bit(UnitKind::kDate)) == 0) continue;
      hole.clause = c;
      hole.unit = u;
    }
  }
  for (Index s = 0; s <= document.clauses[hole.clause].sentence; ++s) focus.enter_sentence(s);
  const Index person = focus.person(hole);
  EXPECT_EQ(person == kNoIndex ? "" : view.persons[person].name, GetParam().owner)
      << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Staff, PersonOfParagraph,
    testing::Values(
        Case{"Storie di ex\n\nUGO VERDI. Nel 1998 allenava il Lecco.\n\nELIO NERI. Nel 2004 ha "
             "allenato il Como.",
             "Elio Neri"},
        Case{
            "Storie di ex\n\nUGO VERDI. Nel 1998 Verdi allenava il Lecco e Verdi vinse.\n\n"
            "ELIO NERI. Fondò con successo una ditta insieme a Pio Gialli, amico di sempre e socio "
            "fino alla fine. Venne poi, dopo tanti guai, assolto dal\n\ntribunale, e con tutti gli "
            "onori del caso.\n\nNel 2004 ha allenato il Como.",
            "Elio Neri"},

        Case{"Lo staff del Lecco\n\nAllenatore\nALDO BOLDRINI\nHa guidato il Pisa e il Como, e "
             "Boldrini resta.\n\nVice\nUGO VERDI\nDal 2010 in maglia blu: è il secondo di "
             "Boldrini, e con Boldrini sale in A.",
             "Ugo Verdi"},
        Case{"Lo staff del Lecco\n\nAllenatore\nALDO BOLDRINI\nHa guidato il Pisa e il Como, e "
             "Boldrini resta.\n\nVice\nUGO VERDI\nLo volle Boldrini, che dal 2010 guida il Lecco, "
             "e con Boldrini sale in A.",
             "Aldo Boldrini"}));

// A page that says `noi` is of the club whose matches it tells.
INSTANTIATE_TEST_SUITE_P(
    Ourselves, OwnerOfPage,
    testing::Values(
        Case{"Il Lecco che verrà\n\nIeri abbiamo vinto noi, e il Lecco respira. La nostra "
             "squadra non molla. Domenica il Lecco ospita il Pisa.",
             "lecco"},
        Case{"Il Lecco che verrà\n\nIeri ha vinto ancora, e il Lecco respira. La squadra "
             "non molla. Domenica il Lecco ospita il Pisa.",
             ""},
        Case{"Il calcio che verrà\n\nIeri abbiamo visto noi, «vinceremo noi» dicono i "
             "nostri, che Lecco e Pisa restano su.",
             ""}));

class HomeOfPage : public testing::TestWithParam<HomeCase> {};

TEST_P(HomeOfPage, IsWhoseTownItsEdgesName) {
  FocusPage passage(GetParam().text);
  expect_club(passage, hole_at_last_verb(passage.document), GetParam().club);
}

INSTANTIATE_TEST_SUITE_P(
    Towns, HomeOfPage,
    testing::Values(
        HomeCase{"Chiavari, 18 luglio 2023\n\nFra l'Entella e il Genoa finisce pari.\n\n"
                 "Arriva Ugo Verdi.",
                 "virtus-entella"},
        HomeCase{"Fra l'Entella e il Genoa finisce pari.\n\nArriva Ugo Verdi.", "genoa"}));

INSTANTIATE_TEST_SUITE_P(
    Labels, HomeOfPage,
    testing::Values(
        HomeCase{"Il Pisa vola, il Pisa incanta\n\nPISA. Tutto bene.\n\nCOMO. Pari a reti "
                 "bianche.\n\nLECCE. Quattro punti in sei gare. La squadra passa a Ugo Verdi.",
                 "lecce"},
        HomeCase{
            "Il Pisa vola, il Pisa incanta\n\nSi chiude la vicenda del Lecce: la squadra passa "
            "a Ugo Verdi.",
            "lecce"},
        HomeCase{"Il Pisa vola, il Pisa incanta\n\nTutto dopo la sconfitta di Lecce: la squadra "
                 "passa a Ugo Verdi.",
                 "pisa"}));

INSTANTIATE_TEST_SUITE_P(LabelsOfLines, HomeOfPage,
                         testing::Values(HomeCase{
                             "Mercato\n\nCOMO (4-3-3): Neri, Bianchi. In panchina Rossi.\nLECCE "
                             "(3-5-2): Gialli, Bruni. Arriva Ugo Verdi.",
                             "lecce"}));

// Tickers: behind the hour the club that is shouted labels the line, and with it a round-up's item.
INSTANTIATE_TEST_SUITE_P(
    Tickers, HomeOfPage,
    testing::Values(
        HomeCase{"Il Pisa vola, il Pisa incanta\n\n14.20 – PISA, VOLA.\n\n14.25 – COMO, "
                 "PARI.\n\n14.30 – LECCE, SALUTA ROSSI. La squadra passa a Ugo Verdi.",
                 "lecce"},
        HomeCase{"Il Pisa vola, il Pisa incanta\n\n14.20 – Pisa, vola.\n\n14.25 – Como, "
                 "pari.\n\n14.30 – Saluta Rossi. La squadra passa a Ugo Verdi.",
                 "pisa"}));

// `Rossi, ex Lecce e Pisa`, `il ko con il Lecce`: no club that a post is told of.
INSTANTIATE_TEST_SUITE_P(
    Aside, HomeOfPage,
    testing::Values(HomeCase{"Aldo Rossi, ex Lecce, sorride. La squadra passa a Ugo Verdi.", ""},
                    HomeCase{"Aldo Rossi, ex Lecce e Pisa, sorride. La squadra passa a Ugo Verdi.",
                             ""},
                    HomeCase{"Dopo il ko con il Lecce la squadra passa a Ugo Verdi.", ""},
                    HomeCase{"Con il Lecce la squadra passa a Ugo Verdi.", "lecce"}));

class MereFirstName : public testing::TestWithParam<NameCase> {};

TEST_P(MereFirstName, IsNobodyWhereOthersAreNamedInFull) {
  FocusPage passage(GetParam().text);
  auto& [stages, document, view, focus] = passage;
  focus.enter_sentence(0);
  std::string main;
  for (Index person = 0; person < view.persons.size(); ++person) {
    if (focus.is_main(person)) main = view.persons[person].name;
  }
  EXPECT_EQ(main, GetParam().main) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Passages, MereFirstName,
    testing::Values(
        NameCase{"Tommaso ricorda. Tommaso sorride. Poi tornò Aldo Boldrini.", "Aldo Boldrini"},
        NameCase{"Aldo Boldrini ricorda. Aldo sorride. Poi Aldo tornò.", "Aldo Boldrini"},
        NameCase{"Tommaso ricorda. Tommaso sorride. Poi Tommaso tornò.", "Tommaso"}));

class PersonOfItem : public testing::TestWithParam<NameCase> {};

TEST_P(PersonOfItem, IsNobodyWhomOnlyAnotherItemNames) {
  FocusPage passage(GetParam().text);
  auto& [stages, document, view, focus] = passage;
  const Hole hole = hole_at_last_verb(document);
  expect_person(passage, hole, GetParam().main);
}

INSTANTIATE_TEST_SUITE_P(
    RoundUps, PersonOfItem,
    testing::Values(
        NameCase{"Mercato\n\nPISA (4-3-3): resta in sella Aldo Rossi.\nCOMO (4-3-3): al lavoro c'è "
                 "Ugo Verdi.\n"
                 "LECCE (4-3-3): una scelta difficile. Ieri è stato esonerato.",
                 ""},
        NameCase{"Mercato\n\nPISA (4-3-3): resta in sella Aldo Rossi.\nCOMO (4-3-3): al lavoro c'è "
                 "Ugo Verdi.\n"
                 "LECCE (4-3-3): si discute di Ivo Neri. Ieri è stato esonerato.",
                 "Ivo Neri"},
        NameCase{"Mercato\n\nPISA (4-3-3): resta in sella Aldo Rossi.\nAl lavoro c'è Ugo Verdi.\n"
                 "Una scelta difficile. Ieri è stato esonerato.",
                 "Ugo Verdi"}));

struct Said {
  const char* text;
  const char* speaker;  // of its last verb
};

class WhoSpeaks : public testing::TestWithParam<Said> {};

TEST_P(WhoSpeaks, IsWhoseTurnOrQuoteItIs) {
  FocusPage passage(GetParam().text);
  auto& [stages, document, view, focus] = passage;
  Hole hole = hole_at_last_verb(document);
  hole.speaker = true;
  expect_person(passage, hole, GetParam().speaker);
}

INSTANTIATE_TEST_SUITE_P(
    Voices, WhoSpeaks,
    testing::Values(
        // a turn of a conversation, and not whom it names
        Said{"Parlano Aldo Rossi e Ugo Verdi.\n\nAldo Rossi: Era il 1990. Al Lecco c'era Ugo Verdi "
             "e io subentrai.",
             "Aldo Rossi"},
        // whose words stand between quotation marks
        Said{"Aldo Rossi guida il Lecco. Risponde Ugo Verdi: «Il Lecco era ultimo. Mi cacciarono»",
             "Ugo Verdi"},
        // who speaks of another is whom the page is about
        Said{"Aldo Rossi, una vita in panchina\n\nIl tecnico Aldo Rossi si racconta.\n\n«Al Lecco "
             "c'era Ugo Verdi e subentrai»",
             "Aldo Rossi"}));

// Which competition the last word of an article stands in.
struct Cup {
  const char* text;
  const char* competition;  // its words, or empty
};

class CompetitionOfPassage : public testing::TestWithParam<Cup> {};

TEST_P(CompetitionOfPassage, IsNoClub) {
  FocusPage passage(GetParam().text);
  auto& [stages, document, view, focus] = passage;
  const Index last = static_cast<Index>(document.units.size()) - 1;
  const Index unit = focus.competition(last, [](Index) { return true; });
  EXPECT_EQ(unit == kNoIndex ? ""
                             : document.text.norm(
                                   {document.tokens[document.units[unit].tokens.begin].span.begin,
                                    document.tokens[document.units[unit].tokens.end - 1].span.end}),
            GetParam().competition)
      << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Cups, CompetitionOfPassage,
    testing::Values(
        Cup{"In IV Serie è di turno la Massese.\n\nVIAREGGIO: Rossi; Bianchi, Verdi.\n\n"
            "La Massese ha perso.",
            "IV Serie"},
        Cup{"Il Torneo di Viareggio va alla Massese per 3-2.", "Torneo di Viareggio"}));

}  // namespace
}  // namespace panchina
