// Story dates: what the dates of a text are seen from.
#include "resolve/time/story.h"

#include <gtest/gtest.h>

#include "annotate/stages.h"
#include "document/edtf.h"

namespace panchina {
namespace {

struct Case {
  const char* published;  // "": not known
  const char* text;
  const char* dates;  // value of each date, in text order
};

class Story : public testing::TestWithParam<Case> {};

TEST_P(Story, DatesAreSeenFromIt) {
  const auto& stages = AnnotateStages::get();
  Document document = stages.annotated(GetParam().text);
  if (*GetParam().published != '\0') document.published = *parse_edtf(GetParam().published);
  evaluate_dates(document, stages.lexicon);
  std::string dates;
  for (const DateValue& value : document.date_values) {
    if (!dates.empty()) dates += ' ';
    dates += value.edtf;
  }
  EXPECT_EQ(dates, GetParam().dates) << GetParam().text;
}

// The one season of the title dates the days of an old tale, also where weekdays stand in it.
INSTANTIATE_TEST_SUITE_P(
    TitleSeason, Story,
    testing::Values(
        Case{"2020-05-10",
             "La Coppa Italia 1981-82\n\nIl Bari non giocava una finale dal 22 dicembre 1965. Il 7 "
             "aprile il Bari batté il Lecce, il 5 maggio il Pisa.",
             "1981-07/1982-06 1965-12-22 1982-04-07 1982-05-05"},
        Case{"2020-05-10",
             "La Coppa Italia 1981-82\n\nIl Bari non giocava una finale dal 22 dicembre 1965. Il 7 "
             "aprile il Bari batté il Lecce, il 5 maggio il Pisa. Era domenica.",
             "1981-07/1982-06 1965-12-22 1982-04-07 1982-05-05 1982-05-09"}));

// ... from block to block, and a habit of that year leaves the story where it was.
INSTANTIATE_TEST_SUITE_P(
    TitleSeasonGoesOn, Story,
    testing::Values(Case{
        "2018-06-07",
        "Ve la ricordate la stagione 1981/82?\n\nIl Lecce lo allenava Neri, che portava sempre lo "
        "stesso maglione, anche a maggio.\n\nCominciammo male: tre pareggi e una sconfitta. Poi, a "
        "novembre, la partita che cambiò tutto. \n\nIl 6 giugno eravamo "
        "dodicimila. Se ne andò due anni dopo, a marzo.",
        "1981-07/1982-06 1982-05 1981-11 1982-06-06 1984 1984-03"}));

// A season goes on behind what came before it and behind a year of its own.
INSTANTIATE_TEST_SUITE_P(
    SeasonGoesOn, Story,
    testing::Values(
        Case{"2018-06-07",
             "Era il campionato 1981/82. Il Lecce lo allenava Ugo Neri, che era arrivato nel "
             "novembre "
             "del 1980. Cominciammo male. A novembre vincemmo il derby. Il 6 giugno finì 0-0.",
             "1981-07/1982-06 1980-11 1981-11 1982-06-06"},
        Case{"2018-06-07",
             "Torniamo alla stagione 1981/82. Io di quell'anno ho ancora l'abbonamento. A novembre "
             "vincemmo il derby. A marzo perdemmo a Padova.",
             "1981-07/1982-06 1982 1981-11 1982-03"}));

// The first season at another club is the one after the season told last.
INSTANTIATE_TEST_SUITE_P(
    FirstSeasonElsewhere, Story,
    testing::Values(
        Case{
            "2018-06-07",
            "Gioca nel Bari fino al 1990-91. Poi lo prende il Lecce. La sua prima stagione finisce "
            "in tribuna, l'anno dopo segna nove gol.",
            "1990-07/1991-06 1991-07/1992-06 1992-07/1993-06"},
        Case{"2018-06-07", "Nel 1990-91 gioca nel Bari. Passa al Lecce. Al primo anno è titolare.",
             "1990-07/1991-06 1991-07/1992-06"},
        Case{"2018-06-07",
             "Nel 1990-91 passa dal Bari al Lecce. La sua prima stagione al Lecce è da titolare.",
             "1990-07/1991-06 1990-07/1991-06"},
        Case{"2018-06-07", "Nel 1990-91 gioca nel Bari. La sua prima stagione è da titolare.",
             "1990-07/1991-06 1990-07/1991-06"},
        Case{"2018-06-07", "Nel 1991 lascia il Bari. Passa al Lecce. Al primo anno è titolare.",
             "1991 1991-07/1992-06"}));

// Each item of a list of news stands for itself.
INSTANTIATE_TEST_SUITE_P(NewsItems, Story,
                         testing::Values(Case{
                             "2014-03-28",
                             "Curiosità e numeri\n\n- Il Lecce è quarto, miglior piazzamento dalla "
                             "stagione 2004-05.\n- L'ultimo incrocio è del 17 novembre.\n",
                             "2004-07/2005-06 2013-11-17"}));

// What a pair of dashes adds of somebody leaves the story where it was.
INSTANTIATE_TEST_SUITE_P(
    Dashes, Story,
    testing::Values(
        Case{"2020-05-10",
             "Nel 2016 va allo Spartak con Ugo Neri - che era al Lecce nel 1998 - e il 3 agosto "
             "firma.",
             "2016 1998 2016-08-03"},
        Case{"2020-05-10", "Nel 2016 va allo Spartak (era al Lecce nel 1998) e il 3 agosto firma.",
             "2016 1998 2016-08-03"}));

// `'00` is a year, and two digits mean none behind the last one that a text without a day writes.
INSTANTIATE_TEST_SUITE_P(
    TwoDigits, Story,
    testing::Values(
        Case{"", "Al Lecce dal '96 al '00, poi al Bari nel luglio del '03.", "1996/2000 2003-07"},
        Case{"", "Fondato nel '30, il Lecce salì nel 1987 e scese nel '93.", "1930 1987 1993"},
        Case{"2020-05-10", "Era al Lecce dal '98 al '00.", "1998/2000"}));

// Rows of results, headings with their season, pages of what happened on this day.
INSTANTIATE_TEST_SUITE_P(
    Pages, Story,
    testing::Values(
        Case{"2022-11-20",
             "Il Lecco e i suoi ragazzi\n\nIl tecnico guidava nel 2008 la squadra dei più piccoli, "
             "poi salì di anno in anno fino alla prima squadra del club.\n\nIL CAMMINO\n11/9 Lecco "
             "- Como 2-0\n18/9 Bari - Lecco 1-1\n",
             "2008 2022-09-11 2022-09-18"},
        Case{"2017-05-10",
             "Lecco e Como, i precedenti\n\nSono tre le volte in cui le due squadre di casa nostra "
             "si sono trovate di fronte in una gara da dentro o fuori.\n\n1) 2014/15 - Lecco e "
             "Como\n\nIl 24 maggio vince il Lecco per due reti. Una settimana più tardi il Como "
             "ribalta tutto davanti alla sua gente e passa il turno.",
             "2014-07/2015-06 2015-05-24 2015-05-31"},
        Case{"2014-03-16",
             "ACCADDE OGGI\n\n1937 Nasce a Lecco Aldo Neri, che giocò in riva al lago per undici "
             "stagioni di fila senza saltare una sola gara di campionato.\n\n1986 Finisce in pari "
             "il derby di Como. Il giorno appresso il tecnico lascia la squadra al suo vice e "
             "saluta tutti.",
             "1937-03-16 1986-03-16 1986-03-17"}));

// What is done every week is no day, what dates back lies behind, `già` too.
INSTANTIATE_TEST_SUITE_P(
    Customs, Story,
    testing::Values(
        Case{"2016-05-15",
             "Ieri il vertice. Si sa che di lunedì si riposa, di martedì si corre. Il presidente "
             "pagava di venerdì.",
             "2016-05-14   "},
        Case{"1987-02-20", "Il vice il giovedì lavora in banca.", ""},
        Case{"2015-12-03", "Ieri il vertice. L'ultima vittoria risale al 25 ottobre.",
             "2015-12-02 2015-10-25"},
        Case{"2019-07-10",
             "Ieri il vertice. Responsabile: Elio Neri, già tecnico del Lecce fino a dicembre.",
             "2019-07-09 2018-12"},
        Case{"2007-01-08",
             "Ieri il vertice. Il Lecce non vince dal 12 novembre. Il mercato si chiude il 31.",
             "2007-01-07 2006-11-12 2007-01-31"},
        Case{"2009-02-10",
             "Domenica Lecce-Bari (all'andata 0-0). Il Como (domenica corsaro per 3-2 a Pisa) "
             "troverà il Lecco.",
             "2009-02-15 2009-02-08"}));

// News are of no year that they told in passing: what is newly so, falls due, or is to come.
INSTANTIATE_TEST_SUITE_P(
    Passing, Story,
    testing::Values(
        Case{"2013-04-18",
             "Ieri la finale. Il capitano, al Lecce dal 1998, saluta. Sconfitta per la squadra di "
             "Elio Neri, subentrato il 14 gennaio a Dario Conti.",
             "2013-04-17 1998 2013-01-14"},
        Case{"2022-05-24",
             "Ieri il vertice. Elio Neri, in sella dal febbraio del 2021, quando subentrò a Dario "
             "Conti, ha il contratto in scadenza il 30 giugno.",
             "2022-05-23 2021-02 2022-06-30"},
        Case{"2011-11-21",
             "Ieri la visita. Elio Neri, in granata dal 2008, si è rotto il ginocchio e tornerà in "
             "estate.",
             "2011-11-20 2008 2012-22"},
        Case{"1998-06-23", "Il gol che il Bari si è visto annullare domenica era buono.",
             "1998-06-21"}));

// What was done every Sunday was done on no day.
INSTANTIATE_TEST_SUITE_P(Habit, Story,
                         testing::Values(Case{
                             "2020-05-10",
                             "Il 9 marzo 1952 vinse. Insegnava ginnastica, il giovedì guidava i "
                             "ragazzi.",
                             "1952-03-09 "}));

// A tale in the present tense goes on, also where it is no older than the season before last; what
// is newly so since a day told before is of no year told with it.
INSTANTIATE_TEST_SUITE_P(
    Vivid, Story,
    testing::Values(
        Case{"1987-04-14",
             "Ieri il Lecce ha perso, domenica riposa.\n\nNell'estate dell'85 il presidente affida "
             "la squadra a Rossi. Il 3 novembre il Lecce crolla e Rossi si dimette.",
             "1987-04-13 1987-04-19 1985-22 1985-11-03"},
        Case{
            "2012-10-29",
            "Ieri il Lecce ha perso, domenica riposa. Alla guida dei ragazzi dall'estate del 2009, "
            "Rossi ha vinto a marzo il torneo.",
            "2012-10-28 2012-11-04 2009-22 2012-03"},
        Case{"2012-10-29", "Il 20 maggio Rossi firma al Lecce.", "2012-05-20"}));

// In a tale the remote past goes on behind the days about publication; what is due lies ahead.
INSTANTIATE_TEST_SUITE_P(
    Asides, Story,
    testing::Values(
        Case{"2004-05-06",
             "Giocò a Lecce dal 1960 al 1964 e a Bari dal 1965 al 1968. L'11 marzo 1974 chiamò il "
             "presidente. Lo ha scritto ieri il giornale. Il 2 giugno andammo a Como.",
             "1960/1964 1965/1968 1974-03-11 2004-05-05 1974-06-02"},
        Case{"2021-07-06", "Il Lecce batte il Bari. La sfida in programma il 26 luglio vale molto.",
             "2021-07-26"}));

// What ends on a day has not ended yet, and a score's day is past.
INSTANTIATE_TEST_SUITE_P(
    Expiry, Story,
    testing::Values(
        Case{"2014-06-05", "Finita l'era Rossi (scadenza naturale il 30 giugno), si cambia.",
             "2014-06-30"},
        Case{"2024-06-11",
             "Il Lecce ripartirà da Rossi: un solo ko, il 2-0 di Imola del 14 gennaio.",
             "2024-01-14"},
        Case{"",
             "Nel 1946 fonda il club: resterà in panchina fino al 1953. Due anni dopo apre lo "
             "stadio. Nel 1960 lascia.",
             "1946 1953 1955 1960"},
        Case{"", "Perse il 3 aprile e il 10 maggio 1985.", "1985-04-03 1985-05-10"}));

// What is fixed lies ahead, what was played does not.
INSTANTIATE_TEST_SUITE_P(
    Plans, Story,
    testing::Values(
        Case{"2021-07-06", "Il Lecce riparte. Raduno fissato per il 26 luglio.", "2021-07-26"},
        Case{"2021-08-06", "Il Lecce riparte dopo la gara giocata il 26 luglio.", "2021-07-26"}));

// Lines that open with a day follow each other in time, whatever is told between them.
INSTANTIATE_TEST_SUITE_P(
    Diary, Story,
    testing::Values(
        Case{"2023-05-30",
             "I cambi\n\n12 settembre: il Lecce esonera Rossi, già al Bari dal 2018 al 2020.\n\n3 "
             "ottobre: via Neri.\n\n9 gennaio: ancora Lecce.",
             "2022-09-12 2018/2020 2022-10-03 2023-01-09"},
        Case{"2023-05-30",
             "Il calendario\n\n4 giugno: Lecce-Bari.\n\n11 giugno: Bari-Como.\n\n18 "
             "giugno: Como-Lecce.",
             "2023-06-04 2023-06-11 2023-06-18"},
        Case{"2023-06-05",
             "IL GIORNALE DEL LUNEDÌ\nLunedì 5 giugno 2023\n\nLecce, un anno di altalena\nIl "
             "2022/23 dei "
             "salentini\n\nLUGLIO. Il 16 il Lecce parte.\n\nAGOSTO. Via Rossi.\n\nSETTEMBRE. Neri "
             "vince.",
             "2023-06-05 2022-07/2023-06 2022-07 2022-07-16 2022-08 2022-09"},
        Case{"2011-07-20",
             "Stagione 2010-11\n\nSettembre. Avvio da incubo.\n\nOttobre. Via Rossi."
             "\n\nMaggio. La salvezza.",
             "2010-07/2011-06 2010-09 2010-10 2011-05"}));

// Days without verbs follow each other; what took place, or was said, lies behind.
INSTANTIATE_TEST_SUITE_P(
    Weekdays, Story,
    testing::Values(
        Case{"2024-03-15", "Lunedì l'arrivo, mercoledì la firma, domenica il battesimo.",
             "2024-03-18 2024-03-20 2024-03-24"},
        Case{"2024-03-15", "Lunedì l'esonero di Rossi, mercoledì l'arrivo di Neri.",
             "2024-03-11 2024-03-13"},
        Case{"2024-03-12", "Porte aperte domani, porte chiuse venerdì, rifinitura sabato.",
             "2024-03-13 2024-03-15 2024-03-16"},
        Case{"2024-03-15", "Ha vinto mercoledì e domenica.", "2024-03-13 2024-03-10"},
        Case{"2024-03-12", "La separazione, consensuale, è di domenica.", "2024-03-10"},
        Case{"2024-03-12", "Due a zero a Como, sempre sabato: il Lecce comanda.", "2024-03-09"},
        Case{"2024-03-12", "Domenica a Como vinciamo 1-0, firmato il magazziniere.", "2024-03-17"},
        Case{"2024-03-12", "Il Bari era imbattuto fino a domenica.", "2024-03-10"},
        Case{"2024-03-12", "Squalificato fino a sabato Neri.", "2024-03-16"},
        Case{"2024-03-12", "Vittoria pesante domenica per il Lecce.", "2024-03-10"},
        Case{"2024-03-12", "Sabato storto, ma la prestazione c'è.", "2024-03-09"},
        Case{"2024-03-12", "Coppa, domenica da dimenticare per il Lecce.", "2024-03-10"},
        Case{"2024-03-12", "Domenica di campionato: si parte alle 15.", "2024-03-17"},
        Case{"2024-03-12", "Se domenica non dovesse battere il Lecce, si cambia.", "2024-03-17"},
        Case{"2024-03-12", "Se domenica avessimo segnato, saremmo primi.", "2024-03-10"},
        Case{"2024-03-12", "Un punto, e domenica quel 3-0 incassato senza mai tirare in porta.",
             "2024-03-10"},
        Case{"2024-03-12", "In caso di sconfitta domenica, addio Rossi.", "2024-03-17"},
        Case{"2024-03-12",
             "Prende il posto di Rossi, il quale domenica, finita la gara (2-0 per il Bari, gol "
             "di Neri), si era dimesso.",
             "2024-03-10"}));

// The year of a bare day or month: of the story only where the story goes on to it.
INSTANTIATE_TEST_SUITE_P(
    Years, Story,
    testing::Values(
        Case{"2019-06-13",
             "Rossi, già dal 2014 al 2016, si era affidato la squadra. Neri è stato esonerato il 6 "
             "maggio.",
             "2014/2016 2019-05-06"},
        Case{"2013-07-04",
             "Rossi allena i portieri dal 2007 al novembre 2012. Il 19 novembre il Lecce esonera "
             "Neri.",
             "2007/2012-11 2012-11-19"},
        Case{"2016-03-10",
             "Il 2 maggio 1993 il Lecce batté il Bari.\n\nUn onesto pareggio.\n\nAll'andata, 17 "
             "ottobre, 1-0 per il Lecce.",
             "1993-05-02 2015-10-17"},
        Case{"2022-10-24",
             "Ieri il Lecce ha vinto. Rossi, vice a Bari nel 2012/13, dal 5 luglio è tecnico del "
             "Lecce.",
             "2022-10-23 2012-07/2013-06 2022-07-05"},
        Case{"2016-11-28",
             "Ritorno il 7 dicembre; il Bari attende (batté 3-2 il Lecce dopo lo 0-0 del 6 "
             "gennaio).",
             "2016-12-07 2016-01-06"},
        Case{"2020-01-21", "Il 18 gennaio 2019 lo cacciarono. Mi pagarono fino a giugno.",
             "2019-01-18 2019-06"},
        Case{"1978-06-17",
             "Già terzino del Bari (1954-60), viene dal Como, dove era capitato a marzo.",
             "1954/1960 1978-03"}));

// What is counted from the story.
INSTANTIATE_TEST_SUITE_P(
    Counts, Story,
    testing::Values(
        Case{"2021-07-01", "Resta dall'estate 2016 al dicembre di due anni più tardi.",
             "2016-22/2018-12"},
        Case{"", "Nell'autunno 1992 prese i ragazzi; dodici mesi dopo seguiva i grandi.",
             "1992-23 1993"},
        Case{"",
             "Si giocò il 5 aprile 1967. Pioveva. Segnò Rossi. Poi Neri. Finì 2-0. Due settimane "
             "dopo si giocò a Como.",
             "1967-04-05 1967-04-19"}));

// Where a tale ends and the news begin.
INSTANTIATE_TEST_SUITE_P(
    TaleAndNews, Story,
    testing::Values(
        Case{"2022-04-12",
             "Rossi allenò il Lecce dal 2017 al 2019. Torna domenica. All'andata, il 5 dicembre, "
             "vinse.",
             "2017/2019 2022-04-17 2021-12-05"},
        Case{"2022-04-12",
             "Domenica arriva il Lecce. Il primo incontro è del 1949. All'andata, il 21 settembre, "
             "vinse.",
             "2022-04-17 1949 2021-09-21"},
        Case{"2018-02-16",
             "Domenica si gioca. Ieri le visite.\n\nL'ultimo successo risale al 30 gennaio 2005. "
             "All'andata, il 15 ottobre, finì pari.\n\nOggi la rifinitura.",
             "2018-02-18 2018-02-15 2005-01-30 2017-10-15 2018-02-16"},
        Case{"2018-02-16", "2015-16: Rossi (fino a ottobre), Verdi (da ottobre)",
             "2015-07/2016-06 2015-10 2015-10"},
        Case{"2012-12-18",
             "Il Lecce non batte il Bari dal 3 febbraio 2008. Il 15 gennaio finì 0-0. Domenica si "
             "gioca.",
             "2008-02-03 2012-01-15 2012-12-23"},
        Case{"2018-01-09",
             "Nel 2006 guidai la squadra. Mi hanno chiamato il 27 dicembre. Domenica abbiamo "
             "pareggiato.",
             "2006 2017-12-27 2018-01-07"},
        Case{"2014-09-23",
             "Nell'ottobre 2012 il fallimento, a dicembre la rinascita. Domenica il 3-0.",
             "2012-10 2012-12 2014-09-21"},
        Case{"2011-05-17",
             "Nel giugno 2008 arriva Rossi; a settembre la squadra è in testa. Nel 2010, il 2 "
             "maggio, un altro salto. Domenica scorsa l'ultimo.",
             "2008-06 2008-09 2010 2010-05-02 2011-05-15"},
        Case{"2021-10-19",
             "Il 19 ottobre 1997 il Lecce vinse. A maggio la retrocessione. Domenica ha perso.",
             "1997-10-19 1998-05 2021-10-17"},
        Case{"2001-10-09",
             "A dicembre del 1980 arrivò Rossi. Da gennaio non perse più. Ieri, vent'anni dopo, si "
             "sono ritrovati.",
             "1980-12 1981-01 2001-10-08 2001"},
        Case{"2014-06-10",
             "Rossi gioca in Italia dal 2009. Nel 2011 vinse in D. Il 4 maggio ha vinto i playoff. "
             "Venerdì la finale.",
             "2009 2011 2014-05-04 2014-06-13"},
        Case{"2013-01-08",
             "Sarà in panchina domenica contro il Lecce, battuto 3-1 all'andata il 9 settembre.",
             "2013-01-13 2012-09-09"},
        Case{"1996-03-05",
             "Il 7 marzo 1976 in panchina c'era Rossi, arrivato a novembre al posto di Neri.",
             "1976-03-07 1975-11"}));

// The past of a tale in more words than one; an interview's perfect goes on with it.
INSTANTIATE_TEST_SUITE_P(
    Tales, Story,
    testing::Values(
        Case{"2019-04-10", "Nel luglio 2004 il Pavia lo ingaggiò. Se ne andò a Natale.",
             "2004-07 2004-12-25"},
        Case{"2019-04-10", "Nel luglio 2004 il Pavia lo ingaggiò. Fu esonerato l'8 dicembre.",
             "2004-07 2004-12-08"},
        Case{"2019-04-10",
             "Nel luglio 2004 il Pavia mi chiamò. A dicembre mi hanno esonerato, sul più bello.",
             "2004-07 2004-12"},
        Case{"2015-05-20",
             "Fu arrestato nell'aprile 2013. A giugno lo assolsero; a dicembre tornò in panchina.",
             "2013-04 2013-06 2013-12"},
        Case{"2024-11-24",
             "Erano trascorsi anni dal 14 aprile 1991. Neri ha preso il Lecce l'8 ottobre.",
             "1991-04-14 2024-10-08"},
        Case{"2024-11-24",
             "L'ultimo successo risaliva al 14 aprile 1991. Neri ha preso il Lecce l'8 ottobre.",
             "1991-04-14 2024-10-08"}));

// What is newly so goes on with no whole year told before, and no future tells of the day of a
// match.
INSTANTIATE_TEST_SUITE_P(
    Newly, Story,
    testing::Values(
        Case{"2015-05-20", "Tre anni fa vinse a Pavia. A gennaio lo ha chiamato il Lecce.",
             "2012 2015-01"},
        Case{"2015-05-20",
             "Neri ha guidato il Bari dal 1998 al 2001. Il 4 maggio ha firmato con il Lecce.",
             "1998/2001 2015-05-04"},
        Case{"2024-11-19", "La gara del 3 novembre sarà recuperata il 4 dicembre.",
             "2024-11-03 2024-12-04"}));

// What lies behind the story, or within its years, is told aside.
INSTANTIATE_TEST_SUITE_P(
    Flashbacks, Story,
    testing::Values(
        Case{"2019-11-11",
             "Nel 1995 portò il Lecce in C2. Era arrivato due anni prima. L'anno dopo fu settimo.",
             "1995 1993 1996"},
        Case{"2015-05-20",
             "Il 4 maggio 1955 firmò per il Lecce. Ci aveva già giocato tra il 1948 e il 1950. A "
             "settembre debuttò.",
             "1955-05-04 1948/1950 1955-09"},
        Case{"2015-05-20",
             "Nel 1955 cominciò col Lecce. Il padre, morto nel 1944, fu portiere. L'anno dopo "
             "segnò.",
             "1955 1944 1956"},
        Case{"",
             "Giocò nel Lecce dal 1998 al 2002, vincendo il campionato 1999-2000. Due anni più "
             "tardi allenava.",
             "1998/2002 1999-07/2000-06 2004"},
        Case{"2021-07-01",
             "Nel 2008 guidò il Bari e nel 2009 il Como. A Lecce restò quattro stagioni "
             "(2010-2014). A novembre passò a Pisa.",
             "2008 2009 2010/2014 2014-11"}));

// A year or month that heads a passage holds its days.
INSTANTIATE_TEST_SUITE_P(
    Headed, Story,
    testing::Values(
        Case{"2021-06-03",
             "Accadde oggi\n\n1979\n\nA Lecce si litiga. Il 10 luglio Neri prenderà la "
             "squadra.\n\n1998\n\nA Bari arriva Rossi: dal 1° luglio coordina il vivaio.",
             "1979 1979-07-10 1998 1998-07-01"},
        Case{"",
             "2003. La società si scioglie il 30 giugno. L'ultimo tecnico fu Rossi, promosso in "
             "gennaio.",
             "2003 2003-06-30 2003-01"},
        Case{"2023-06-05",
             "Un anno a Lecce\n\nFEBBRAIO. Un pareggio e tre tonfi. Il peggiore, sabato 25, con il "
             "Bari.",
             "2023-02 2023-02-25"},
        Case{"2016-10-23", "Il 6 febbraio 1994 tornò in panchina; a fine mese lasciò.",
             "1994-02-06 1994-02"}));

// What the dates of a list of days to come, and those of a week, say of each other.
INSTANTIATE_TEST_SUITE_P(
    Programmes, Story,
    testing::Values(
        Case{"2017-08-22", "Si comincia il 3 settembre, si chiude il 6 maggio.",
             "2017-09-03 2018-05-06"},
        Case{"2003-11-25", "Domenica il Lecce ha perso. Lunedì mattina la telefonata.",
             "2003-11-23 2003-11-24"},
        Case{"2003-11-25", "Domenica il Lecce ha perso. Sabato la prova d'appello.",
             "2003-11-23 2003-11-29"},
        Case{"2020-10-20", "Da giovedì si fermano i dilettanti.", "2020-10-22"},
        Case{"2012-06-26", "La scorsa stagione era a Bari.", "2011-07/2012-06"},
        Case{"2013-04-09", "L'anno scorso abbiamo sofferto fino a maggio.", "2012 2012-05"},
        Case{"2013-04-09", "Rossi ha firmato fino a giugno.", "2013-06"},
        Case{"2018-11-12", "Per Rossi, fino a giugno al Lecce, è l'esordio.", "2018-06"},
        Case{"2018-07-12", "Vice sarà Rossi, fino al 31 maggio collaboratore del Lecce.",
             "2018-05-31"},
        Case{"2018-09-12", "Rossi, vice del Lecce fino a maggio, ha firmato.", "2018-05"},
        Case{"2018-09-12", "Rossi, in prestito al Lecce fino a maggio, ha firmato.", "2019-05"},
        Case{"2018-07-12", "Guiderà la Primavera, allenata fino a maggio.", "2018-05"},
        Case{"2018-09-12", "Hanno fatto in fretta: vincolo fino a giugno per Rossi.", "2019-06"},
        Case{"2018-11-12", "Nel giugno scorso aveva chiuso. Contratto sino al 30 giugno.",
             "2018-06 2019-06-30"},
        Case{"2018-06-12", "Ha un contratto sino al giugno prossimo.", "2019-06"},
        Case{"2018-10-12", "Dopo l'Eccellenza vinta ad aprile, nessuno lo ferma.", "2018-04"},
        Case{"2017-11-14", "Il Lecce non lo confermò: intesa sino al 30 giugno.", "2018-06-30"},
        Case{"1958-03-03", "Il recupero si terrà mercoledì 19.", "1958-03-19"},
        Case{"2024-11-24", "Domenica si va a Lecce. Il mercoledì dopo c'è il Bari.",
             "2024-12-01 2024-12-04"}));

// Days without a year that stand alone above what was written on them: it is seen from them.
INSTANTIATE_TEST_SUITE_P(
    EntryDays, Story,
    testing::Values(
        Case{"2010-05-21",
             "Il diario del mister\n\n1 marzo\nOggi mi ha chiamato il Lecce.\n\n8 marzo\nIeri "
             "abbiamo pareggiato a Bari.\n\n16 maggio\nDomani si riposa.",
             "2010-03-01 2010-03-01 2010-03-08 2010-03-07 2010-05-16 2010-05-17"},
        Case{"2001-03-26",
             "Diario\n\nLunedì 19. Il Lecce ieri ha perso.\n\nMartedì. Lo hanno "
             "esonerato.\n\nDomenica. Vittoria.",
             "2001-03-19 2001-03-18 2001-03-20 2001-03-25"},
        Case{"2010-05-21",
             "Diario\n\nMercoledì 12. Ieri il Lecce ha vinto.\n\nGiovedì. Domani si "
             "parte.\n\nSabato. Riposo.",
             "2010-05-12 2010-05-11 2010-05-13 2010-05-14 2010-05-15"},
        Case{"2010-05-21", "Il Lecce\n\nLunedì 24 si gioca a Bari. Ieri il Lecce ha vinto.",
             "2010-05-24 2010-05-20"},
        Case{"2010-05-21", "Il Lecce\n\nLunedì 17.\n\nIeri il Lecce ha vinto.",
             "2010-05-17 2010-05-20"},
        Case{"2010-05-21", "Il Lecce e la stagione\n\nIl 16 maggio ha vinto.\n\nIeri ha perso.",
             "2010-05-16 2010-05-20"}));

// In the imperfect, what lasted until a month is behind the day told; the present goes on from a
// day of long ago that was told in the present.
INSTANTIATE_TEST_SUITE_P(
    BeforeAndAfter, Story,
    testing::Values(
        Case{
            "2024-05-12",
            "Il 4 maggio 1969 entrò un ragazzo che fino a febbraio giocava in parrocchia. A luglio "
            "il Lecce lo vendette.",
            "1969-05-04 1969-02 1969-07"},
        Case{"2020-11-10",
             "Ieri il Lecce ha perso.\n\nIl 16 settembre 2001 il ginocchio fa crac. A Natale è in "
             "ospedale.",
             "2020-11-09 2001-09-16 2001-12-25"}));

// A date right behind what opens a clause is of its verb, not of the verb before.
INSTANTIATE_TEST_SUITE_P(OpensItsClause, Story,
                         testing::Values(Case{
                             "2021-01-19",
                             "Il Lecce ha annunciato che domenica, contro il Bari, giocherà con il "
                             "lutto al braccio.",
                             "2021-01-24"}));

// Days with a year that head the items of a page, the newest first, are what each is seen from; in
// a chronicle they are not.
INSTANTIATE_TEST_SUITE_P(
    Items, Story,
    testing::Values(
        Case{"2010-02-16",
             "Archivio\n\n16 febbraio 2010, 13:20\nIL LECCE CAMBIA\nIeri il Lecce ha esonerato il "
             "tecnico.\n\n12 febbraio 2010, 18:05\nIL BARI ANCHE\nIeri il Bari ha esonerato il "
             "tecnico.",
             "2010-02-16T13:20 2010-02-15 2010-02-12T18:05 2010-02-11"},
        Case{"",
             "Forum\n\ngigi - 21/10/2024, 19:32\nIeri il Lecce ha esonerato il tecnico.\n\nbaldo - "
             "22/10/2024, 08:11\nIeri il Lecce ne ha preso un altro.",
             "2024-10-21T19:32 2024-10-20 2024-10-22T08:11 2024-10-21"},
        Case{"2010-02-16",
             "Storia\n\n12 febbraio 2001, 18:05\nIL BARI CAMBIA\nIl Bari ha esonerato il tecnico."
             "\n\n16 febbraio 2001, 13:20\nIL LECCE ANCHE\nOggi il Lecce ha un museo.",
             "2001-02-12T18:05 2001-02-16T13:20 2010-02-16"}));

// Which way a weekday lies, as the words beside it say.
INSTANTIATE_TEST_SUITE_P(
    WaysOfWeekdays, Story,
    testing::Values(
        Case{"2022-11-15", "In tanti sono venuti a spingerci domenica.", "2022-11-13"},
        Case{"2022-11-15", "La squadra vuole tornare a vincere domenica.", "2022-11-20"},
        Case{"2022-11-15", "Domenica amara per il Lecce.", "2022-11-13"},
        Case{"2022-11-15", "Domenica derby per il Lecce.", "2022-11-20"},
        Case{"2022-11-15",
             "Ha fatto tutto da solo: lunedì sera, al termine della riunione, ha consegnato le "
             "chiavi.",
             "2022-11-14"},
        Case{"2022-11-17",
             "Mi ha chiamato il presidente lunedì, la domenica avevano perso a Lecce.",
             "2022-11-14 2022-11-13"},
        Case{"2022-11-15", "Ha detto sì lunedì e martedì era già al campo.",
             "2022-11-14 2022-11-15"}));

// What a career told without verbs of a tale leaves to the news: days to come.
INSTANTIATE_TEST_SUITE_P(
    AfterACareer, Story,
    testing::Values(
        Case{"2025-10-20",
             "Ha allenato il Bari nel 2012, il Pisa nel 2013 e il Lecce dal 2015 al 2018. La "
             "presentazione si terrà il 16 novembre.",
             "2012 2013 2015/2018 2025-11-16"},
        Case{
            "2025-10-20",
            "Ha allenato il Bari nel 2012, il Pisa nel 2013 e il Lecce dal 2015 al 2018. Il raduno "
            "è fissato per il 16 novembre.",
            "2012 2013 2015/2018 2025-11-16"},
        Case{"2025-10-20",
             "Nel 2012 guidò il Bari, nel 2013 il Pisa. Nel 2015 arrivò a Lecce, dove vincerà la "
             "finale il 16 novembre.",
             "2012 2013 2015 2015-11-16"},
        Case{"2024-06-28", "I raduni si terranno a partire dal 22 luglio.", "2024-07-22"}));

// What is so today leaves a tale where it was; eighty years ago is one of its dates.
INSTANTIATE_TEST_SUITE_P(
    TalesOfOld, Story,
    testing::Values(
        Case{"2023-05-27",
             "Nel 1970 salì il Lecce. Il 27 maggio 1973 pareggiò Bassi, oggi pensionato. Sette "
             "giorni dopo il Bari vinse e nel 1974 retrocesse.",
             "1970 1973-05-27 2023-05-27 1973-06-03 1974"},
        Case{"2015-06-05",
             "Ottant'anni fa lo spareggio. Lunedì ho trovato un giornale del 3 giugno "
             "1935.\n\nLe squadre erano pari: il 14 ottobre ne avevano presi tre.\n\nRossi era "
             "arrivato nel settembre del 1933.",
             "1935 2015-06-01 1935-06-03 1934-10-14 1933-09"}));

// The season that ended on the day whose anniversary is kept; what follows it is behind.
INSTANTIATE_TEST_SUITE_P(
    Anniversary, Story,
    testing::Values(
        Case{"2009-06-14",
             "Quarant'anni fa\n\nIl 15 giugno 1969 il Bari vinse lo spareggio. A novembre era "
             "ultimo, il 23 marzo espugnò Lecce. A luglio Rossi partì.",
             "1969 1969-06-15 1968-11 1969-03-23 1969-07"},
        Case{"2009-09-14", "Il 15 giugno 1969 il Bari vinse lo spareggio. A novembre era ultimo.",
             "1969-06-15 1969-11"}));

// The weekdays that head a diary follow the day that opens it, and what they tell is seen from
// them.
INSTANTIATE_TEST_SUITE_P(
    DiaryOfAWeek, Story,
    testing::Values(Case{"2023-06-06",
                         "Il diario\n\nLunedì 29 maggio. Ieri abbiamo perso.\n\nMartedì. Guardo il "
                         "filmato.\n\nGiovedì. Ieri ho dormito.\n\nDomenica 4. Ecco il gol.",
                         "2023-05-29 2023-05-28 2023-05-30 2023-06-01 2023-05-31 2023-06-04"}));

// A day of the month that was told last is of its year, also long ago.
INSTANTIATE_TEST_SUITE_P(DayOfMonthTold, Story,
                         testing::Values(Case{
                             "2008-04-25",
                             "A ottobre dell'83 siamo ultimi e cacciano Neri. Arriva lui. Prima "
                             "partita, 23 ottobre, e sono fischi. Domani ci vado.",
                             "1983-10 1983-10-23 2008-04-26"}));

// What is over, in spite of a word of what is to come, or by the end of its list; a first leg.
INSTANTIATE_TEST_SUITE_P(
    OverOrToCome, Story,
    testing::Values(
        Case{"2018-12-06", "Il programma si era aperto martedì con una vittoria.", "2018-12-04"},
        Case{
            "1988-10-24",
            "Settimana da romanzo a Lecce: martedì il saluto con Rossi, giovedì la scelta di Neri, "
            "ieri la sconfitta.",
            "1988-10-18 1988-10-20 1988-10-23"},
        Case{"2022-12-08", "Semifinali: andata l'1 febbraio, ritorno il 15 febbraio.",
             "2023-02-01 2023-02-15"}));

// A day of long ago in a line of its own: what is below happened then.
INSTANTIATE_TEST_SUITE_P(
    HeadDay, Story,
    testing::Values(Case{"2019-02-12",
                         "Che giorno era\n\n12 febbraio 1964\nIl Bari licenzia Neri. A giugno "
                         "andrà a Lecce.\n\n12 febbraio 2004\nIl Bari presenta Conti: «A maggio mi "
                         "ringrazierete». Il 22 marzo si dimise.",
                         "1964-02-12 1964-06 2004-02-12 2004-05 2004-03-22"}));

// The end of a contract leaves a tale where it was.
INSTANTIATE_TEST_SUITE_P(
    Terms, Story,
    testing::Values(
        Case{
            "2020-03-01",
            "Nel luglio 1985 Rossi firmò per il Lecco un contratto fino al giugno 1988. A novembre "
            "fu esonerato.",
            "1985-07 1988-06 1985-11"},
        Case{"2020-03-01",
             "Nel luglio 1985 Rossi guidò il Lecco fino al 1987. A novembre fu esonerato.",
             "1985-07 1987 1987-11"}));

// What is told beside a date says which of two days or years is meant.
INSTANTIATE_TEST_SUITE_P(
    BesideAnother, Story,
    testing::Values(
        // a pluperfect goes on from an arrival in its own sentence
        Case{"2019-11-12",
             "Il Lecce licenzia Neri. Il tecnico, arrivato nel febbraio 2018, aveva vinto lo "
             "spareggio a giugno.",
             "2018-02 2018-06"},
        // a day within the stretch told before it
        Case{"1999-07-09", "Ritiro dal 18 luglio al 5 agosto a Bormio. Prima amichevole il 24.",
             "1999-07-18/1999-08-05 1999-07-24"},
        // the score of another day
        Case{"2003-01-10", "Dopo il 2-2 di mercoledì a Terni, sabato si torna in campo.",
             "2003-01-08 2003-01-11"},
        // the day of the heading, not a week before it
        Case{"2025-11-04",
             "Martedì 4 novembre: i primi addii\n\nNella mattinata di martedì è arrivato "
             "l'esonero di Neri dal Lecce.",
             "2025-11-04 2025-11-04"},
        // a year ago and more, told right before
        Case{"2018-03-22", "Era il novembre del 2016. A dicembre eravamo ultimi.",
             "2016-11 2016-12"},
        // no Sunday of late
        Case{"2018-03-22",
             "Nel novembre del 2013 mi telefonò il presidente di domenica sera. A dicembre eravamo "
             "ultimi.",
             "2013-11  2013-12"},
        // the next 13th
        Case{"2019-10-07", "Il Lecce licenziò Neri il 23 settembre. Il 13 c'è il Bari.",
             "2019-09-23 2019-10-13"},
        // a year's days in one paragraph
        Case{"2023-06-05",
             "2 luglio 2022: inizia il ritiro. 14 agosto: prima giornata. 6 gennaio: arriva Neri.",
             "2022-07-02 2022-08-14 2023-01-06"},
        // the days of a list
        Case{"2016-12-30", "Tre amichevoli: 5, 8 e 14 gennaio.",
             "2017-01-05 2017-01-08 2017-01-14"},
        Case{"2024-11-18", "Si parte domani, poi il 23, il 30 e il 3 dicembre.",
             "2024-11-19 2024-11-23 2024-11-30 2024-12-03"},
        // a review of the year
        Case{"2016-12-30", "Il 2016 del Lecce. Gennaio: quattro vittorie.", "2016 2016-01"},
        // a year told behind a season
        Case{"1985-01-23",
             "Fece bene nel 1979-80. Nell'81 tornò in Toscana. In novembre prese il Prato.",
             "1979-07/1980-06 1981 1981-11"},
        Case{"2012-10-03", "Cinque sconfitte: il 2, il 9, il 16 e il 30 settembre.",
             "2012-09-02 2012-09-09 2012-09-16 2012-09-30"},
        // the end of the year that is told
        Case{
            "2012-10-03",
            "Ha guidato il Verona dal 22 ottobre 2002. A fine anno il pari nel derby. Il 13 aprile "
            "l'esonero.",
            "2002-10-22 2002 2003-04-13"},
        // a future in the sentence that begins long ago
        Case{"2021-03-02", "Al vertice dal 1998, il patron lascerà il 30 giugno.",
             "1998 2021-06-30"},
        Case{"2021-03-02", "Stagione finita: operazione il 5 marzo, rientro in agosto.",
             "2021-03-05 2021-08"},
        Case{"2015-11-30",
             "Tre gare in una settimana: domenica il Bari, mercoledì il Lecce, sabato il Como.",
             "2015-12-06 2015-12-09 2015-12-12"},
        Case{"2015-11-30",
             "Sarebbe dovuto partire il 15 agosto, poi il 22. Infine è toccato a Neri.",
             "2015-08-15 2015-08-22"},
        // a bracket at the end tells on
        Case{"2015-11-30",
             "Ha guidato la Paganese dal luglio 2007 all'ottobre 2009, poi il Sorrento "
             "(gennaio-giugno 2011). Due anni dopo il salto a Lecce.",
             "2007-07/2009-10 2011-01/2011-06 2013"},
        // an event that is announced
        Case{"2016-05-24", "Il Rimini conferma Neri. Raduno dal 12 luglio.", "2016-07-12"}));

// Which way a weekday of the news lies.
INSTANTIATE_TEST_SUITE_P(
    Ways, Story,
    testing::Values(
        Case{"2019-03-05", "Al posto di Neri arriva Verdi, fino a sabato tecnico della Berretti.",
             "2019-03-02"},
        Case{"2019-03-05", "A farne le spese domenica il Gozzano.", "2019-03-03"},
        Case{"2019-03-05", "A decidere domenica è stato un rigore di Neri.", "2019-03-03"},
        Case{"2019-03-05", "A dirigere la gara di sabato sarà il signor Neri.", "2019-03-09"},
        Case{"2019-03-05", "Dopo il cambio in panchina di domenica, il Lecce riparte da Siena.",
             "2019-03-03"},
        Case{"2019-03-05", "Dopo il ko di domenica il Lecce ripartirà mercoledì.",
             "2019-03-03 2019-03-06"},
        Case{"2019-03-05", "Neri salterà le gare di sabato e mercoledì.", "2019-03-09 2019-03-13"},
        Case{"2019-03-05",
             "Neri ha seguito la squadra dalla tribuna sabato e lo farà anche domenica.",
             "2019-03-02 2019-03-10"},
        Case{"2019-03-05", "Il gol di domenica vale doppio.", "2019-03-03"},
        Case{"2019-03-05", "Neri, titolare domenica a Lecce, rischia il posto.", "2019-03-03"},
        Case{"2019-03-05", "Neri sarà titolare domenica.", "2019-03-10"},
        Case{"2019-03-05", "Due vittorie, l'ultima sabato a Lecce.", "2019-03-02"},
        Case{"2019-03-05", "Giovedì amichevole a porte chiuse.", "2019-03-07"},
        Case{"2019-03-05", "Fuori Neri, che venerdì si è infortunato.", "2019-03-01"}));

// Who came in a year mostly came in summer: he leaves in the spring of the next.
INSTANTIATE_TEST_SUITE_P(
    Entries, Story,
    testing::Values(
        Case{"2019-03-05", "Nel 2003 va al Lecce, ma a gennaio viene esonerato.", "2003 2004-01"},
        Case{"2019-03-05", "Nel 2003 passa al Lecce. A novembre viene esonerato.", "2003 2003-11"},
        Case{"2019-03-05", "Nel 2003 subentra al Lecce e a maggio lascia.", "2003 2003-05"},
        Case{"2019-03-05", "Nel 2003 passa al Lecce. A maggio vince la coppa.", "2003 2003-05"}));

INSTANTIATE_TEST_SUITE_P(Options, Story,
                         testing::Values(Case{
                             "2012-10-22",
                             "Contratto fino al 30 giugno 2013, opzione per l'anno successivo.",
                             "2013-06-30 2014"}));

// The day before is `ieri`: on a Monday that says so, last Sunday is that of the week before.
INSTANTIATE_TEST_SUITE_P(
    LastWeekdays, Story,
    testing::Values(
        Case{"2012-05-21", "Dopo il 2-1 di domenica scorsa, ieri il Lecce ha vinto.",
             "2012-05-13 2012-05-20"},
        Case{"2012-05-21", "Esonerato Neri dopo il ko di domenica scorsa.", "2012-05-20"},
        Case{"2012-05-24", "Dopo il 2-1 di domenica scorsa, ieri il Lecce ha vinto.",
             "2012-05-20 2012-05-23"},
        // a list that ends today is past
        Case{"2000-03-06", "La firma sabato sera, oggi il primo allenamento.",
             "2000-03-04 2000-03-06"},
        // what is fixed lies in no season told
        Case{"2021-08-03", "Nella scorsa stagione era a Lecce. Raduno in sede il 9 agosto.",
             "2020-07/2021-06 2021-08-09"}));

// What is to come, amid what was told of old.
INSTANTIATE_TEST_SUITE_P(
    Ahead, Story,
    testing::Values(
        Case{"2011-06-14",
             "Neri lavora a Lecce dal 1998. Il ritiro dal 18 luglio, prima amichevole "
             "il 24 con il Bari.",
             "1998 2011-07-18 2011-07-24"},
        Case{"2022-07-06", "Neri, sessant'anni a settembre, lo scorso anno era a Lecce.",
             "2022-09 2021"},
        Case{"2012-04-15", "Auguri a Neri, 70 anni martedì.", "2012-04-17"},
        Case{"2012-04-15", "Neri è morto a 70 anni martedì.", "2012-04-10"},
        Case{"2012-11-26", "Gli ha chiesto di tenere la panchina fino alla gara di sabato.",
             "2012-12-01"},
        Case{"2023-11-13", "Domenica la trasferta di Lecce, che ieri ha battuto 2-0 il Bari.",
             "2023-11-19 2023-11-12"},
        Case{"2018-05-07", "Tutto rimandato a sabato. La gara rinviata domenica.",
             "2018-05-12 2018-05-06"},
        Case{"2023-05-22", "Neri, a Lecce fino al 2020. Annuncio entro giugno.", "2020 2023-06"},
        Case{"2020-05-04", "Nel 2018 era a Lecce. A luglio scade il contratto.", "2018 2020-07"},
        Case{"1996-05-14",
             "Guidò il Lecce nel 1987. Domani parla, ieri firmava il contratto fino a "
             "giugno.",
             "1987 1996-05-15 1996-05-13 1996-06"}));

// Two digits of a year mean no year of antiquity, also where a list gives them to others.
INSTANTIATE_TEST_SUITE_P(
    YearsOfLists, Story,
    testing::Values(
        Case{"2020-01-01", "Nel gennaio e febbraio '87 giocò a Lecce.", "1987-01 1987-02"},
        Case{"", "Dicembre, gennaio e febbraio '87 li passò a Lecce.", "1986-12 1987-01 1987-02"},
        Case{"2020-01-01", "Il 3 gennaio e il 10 febbraio '03 segnò.", "2003-01-03 2003-02-10"}));

// Who speaks goes on with what he told; others are told of as of today.
INSTANTIATE_TEST_SUITE_P(
    Speakers, Story,
    testing::Values(Case{"2014-11-20",
                         "Ieri si è raccontato. «Sei mesi a Lecce, nel 2010. Bello. A dicembre ho "
                         "smesso.»",
                         "2014-11-19 2010 2010-12"},
                    Case{"2013-06-14",
                         "Ieri si è raccontata.\n\nNel 2011, però, se ne va da Lecce.\n\n«Mi "
                         "dimisi a marzo.»",
                         "2013-06-13 2011 2011-03"},
                    Case{"2010-11-08",
                         "Mercoledì in Coppa cambierò tutto. Per il Lecce, neopromosso a giugno, è "
                         "il settimo successo.",
                         "2010-11-10 2010-06"},
                    Case{"2012-06-18",
                         "Era arrivato nell'estate del 2011. Il ritiro a Storo dal 14 luglio.",
                         "2011-22 2012-07-14"}));

// A year that a title is told of ended a season; one of an arrival began one.
INSTANTIATE_TEST_SUITE_P(
    SeasonsAfterYears, Story,
    testing::Values(
        Case{"", "Salì con il Lecce, quarto nel 1998. La stagione successiva retrocesse.",
             "1998 1998-07/1999-06"},
        Case{"", "Fu quarto con il Lecce nel 1998. Era stato nono nel campionato precedente.",
             "1998 1996-07/1997-06"},
        Case{"", "Nel 1998 passò al Lecce. La stagione successiva retrocesse.",
             "1998 1999-07/2000-06"},
        // what a colon leads in is near, unless a score stands beside it
        Case{"2014-04-07", "La volata è cominciata: il 4 maggio l'ultima gara.", "2014-05-04"},
        Case{"2014-04-07", "Ha perso due volte: il 4 ottobre a Lecce e il 12 gennaio a Bari.",
             "2013-10-04 2014-01-12"}));

// What is to come by the words beside it, and what a list or a balance tells to be over.
INSTANTIATE_TEST_SUITE_P(
    BesideIt, Story,
    testing::Values(
        Case{"2020-11-03", "Il pronostico su Lecce-Bari di domenica?", "2020-11-08"},
        Case{"2018-03-05", "Con il derby di domenica alle porte, Neri ha parlato.", "2018-03-11"},
        Case{"2018-03-05", "Il derby di domenica ha lasciato il segno.", "2018-03-04"},
        Case{"2018-03-05", "Neri ha presentato la gara di domenica.", "2018-03-11"},
        Case{"2012-03-06", "Neri dipende dal risultato di venerdì: se perdesse, lascerebbe.",
             "2012-03-09"},
        Case{"2024-03-04",
             "Torna in pista Neri, vice di Verdi fino a ottobre e poi tecnico del "
             "Lecce da gennaio.",
             "2023-10 2024-01"},
        Case{"2019-03-25", "È il quarto cambio in panchina: a ottobre l'addio di Neri.", "2018-10"},
        Case{"2012-03-06",
             "Tre tecnici: Neri fino al 2 ottobre, Verdi dal 3 ottobre all'8 gennaio.",
             "2011-10-02 2011-10-03/2012-01-08"},
        Case{"2010-06-08",
             "La serie più lunga è del Lecce: sei vittorie in otto gare, fra "
             "ottobre e dicembre.",
             "2009-10/2009-12"}));

}  // namespace
}  // namespace panchina
